"""The knowledge graph as Python sees it: every command of `kg` is a method of the same name here."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Literal, Self, overload

from kg.errors import NotFound, StoreError, UsageError

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.export import Filters as ExportFilters
    from kg.export import Format, Imported
    from kg.export import Report as Validation
    from kg.intake import Progress, Report
    from kg.model import Judgement
    from kg.network import Filters, Inline
    from kg.network import Report as Page
    from kg.query.answer import Answer
    from kg.query.card import Card
    from kg.query.claims import Claim
    from kg.query.path import Path as Way
    from kg.query.stats import Stats
    from kg.read import Options
    from kg.review import Doubt
    from kg.serve import Limits
    from kg.store import Store
    from kg.watch import Round

__all__ = ["KnowledgeGraph"]

MAX_NODES = 5000  # of the network page: as many open in 3 s
Inputs = str | os.PathLike[str]


class KnowledgeGraph:
    """A graph of diplomatic events in a store: a folder, an http(s) address, or `:memory:`.

    The store is opened when it is first used: for reading as long as nothing is written, so that any
    number of processes can ask at once, and for writing from the first change on. Close it when done, or
    use `with`. Every method may raise StoreError, or one of its kinds.

    >>> with KnowledgeGraph(":memory:") as graph:
    ...     report = graph.add("seeds/2026-01-30_yokosuka-talks-held.txt")
    ...     [row["name"] for row in graph.query("who-met", "Koizumi")]
    ['Ahn Gyu-back']
    """

    def __init__(self, store: str | os.PathLike[str] = "data/store", *, read_only: bool = False) -> None:
        self.address = os.fspath(store)
        self.read_only = read_only
        self._store: Store | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({self.address!r})"

    def close(self) -> None:
        """Let go of the store; another process may then write. The graph can be used again."""
        if self._store is not None and self.address != ":memory:":
            self._store.close()
            self._store = None

    # ------------------------------------------------------------ the store behind it

    @property
    def store(self) -> Store:
        """The store, open for reading at least."""
        if self._store is None:
            from kg.store import open_store

            in_memory = self.address == ":memory:"
            self._store = open_store(self.address, read_only=not in_memory)
        return self._store

    @property
    def writable(self) -> Store:
        """The store, open for writing. Raises StoreInUse while another process writes."""
        if self.read_only:
            raise StoreError(
                f"the graph in {self.address} was opened for reading only; open it without read_only"
            )
        if self._store is None or self._store.read_only:
            from kg.store import open_store

            self.close()
            self._store = open_store(self.address)
        return self._store

    # ------------------------------------------------------------ make

    def build(  # noqa: PLR0913 - each is a choice of its own
        self,
        *paths: Inputs,
        exports: Inputs | None = "exports",
        engine: str = "rules",
        jobs: int = 1,
        options: Options | None = None,
        report: Inputs | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Make the graph hold exactly the articles of files, folders or `-`; `seeds/` where none is named.

        New articles are read, those that it holds already are passed over, others leave it. Then the
        network page and the exports are written into the folder `exports` (None: nothing is written).
        `jobs` processes read; the file `report` gets a line of JSON for each input; `progress` is called with what happened ("read", "unchanged", "skipped") and
        to which input.
        Raises NotAnArticle, and changes nothing, where the inputs hold no article at all.

        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.build("seeds/2026-01-30_yokosuka-talks-held.txt", exports=None).added
        1
        """
        from kg.intake import Intake

        started = time.monotonic()
        intake = Intake(self.writable, engine, jobs, options, report, progress)
        done = intake.build(paths or ("seeds",))
        written = tuple(self.write_exports(exports)) if exports is not None else ()
        return replace(done, written=written, seconds=time.monotonic() - started)

    def add(
        self,
        *paths: Inputs,
        engine: str = "rules",
        jobs: int = 1,
        options: Options | None = None,
        report: Inputs | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Add the articles of files, folders or `-`. Adding an article twice is adding it once.

        An input that gives no article is a line in the report, never an error.
        """
        from kg.intake import Intake

        return Intake(self.writable, engine, jobs, options, report, progress).add(paths)

    def structured(
        self, kind: str, *paths: Inputs, mapping: Inputs | None = None, progress: Progress | None = None
    ) -> Report:
        """Add the rows of event tables (`gdelt`, `icews`, `polecat`) or of travel lists (`travel`).

        A travel list needs the `mapping` file that names its columns. A row that cannot be read is a line
        in the report. Raises UsageError for an unknown kind.
        """
        from kg.intake import Intake

        return Intake(self.writable, progress=progress).rows(paths, kind, mapping)

    def watch(  # noqa: PLR0913 - the options of the command, all of them named
        self,
        *feeds: str,
        once: bool = False,
        interval: float = 900.0,
        state: Inputs = "data/watch.json",
        engine: str = "rules",
        options: Options | None = None,
        log: Callable[[str], None] = print,
    ) -> Round:
        """Poll feeds (addresses, or OPML files that list some) and add what is new; `once`, or for ever.

        `interval` is in seconds; the file `state` remembers what was read. Raises UsageError for an input
        that is no feed.
        """
        from kg.watch import taker, watch

        take = taker(self.writable, engine=engine)
        place = Path(state)
        return watch(feeds, take, state=place, once=once, interval=interval, options=options, log=log)

    def remove(self, article: str) -> Report:
        """Take an article out, with all that only it said: by file stem, address, key or IRI.

        Raises NotFound for an unknown one, UsageError where several have that name.
        """
        from kg.intake import Intake
        from kg.query.articles import find_article

        return Intake(self.writable).remove(find_article(self.writable, article))

    def write_exports(self, folder: Inputs) -> Iterator[str]:
        """Write graph.html, graph.ttl, graph.jsonld and graph.trig into a folder; yields their paths."""
        place = Path(folder)
        self.graph(place / "graph.html")
        yield str(place / "graph.html")
        for suffix in ("ttl", "jsonld", "trig"):
            self.export(place / f"graph.{suffix}")
            yield str(place / f"graph.{suffix}")

    # ------------------------------------------------------------ ask

    def query(self, question: str, *arguments: str) -> Answer:
        """Answer SPARQL, or a named question with its arguments.

        Raises QueryError for SPARQL that cannot be run, UsageError for an unknown question, NotFound for
        a name that the store does not hold.
        """
        from kg.query import query

        return query(self.store, question, arguments)

    def show(self, name: str) -> Card:
        """The card of an official, state, body, place or event; print it, or read its fields.

        Raises NotFound with the nearest names, UsageError where the name could be several things.
        """
        from kg.query.card import show

        return show(self.store, name)

    def path(self, a: str, b: str) -> Way:
        """How two officials, states or bodies are connected through events that took place.

        Raises NotFound where they are not.
        """
        from kg.query.path import path

        return path(self.store, a, b)

    def stats(self) -> Stats:
        """What the store holds, in numbers."""
        from kg.query.stats import stats

        return stats(self.store)

    def timeline(self, *, period: str | None = None) -> list[tuple[str, str, str, str, str]]:
        """Dated events in the order of time: when, kind, status, who, where. `period` as EDTF.

        >>> with KnowledgeGraph(":memory:") as graph:
        ...     report = graph.add("seeds/2026-01-30_yokosuka-talks-held.txt")
        ...     [(when, kind) for when, kind, *_ in graph.timeline(period="2026-01-30")][-1]
        ('2026-01-30', 'meeting')
        """
        from kg.calendar import timeline

        return timeline(self.store, period=period)

    # ------------------------------------------------------------ judge

    def merge(self, a: str, b: str, *, note: str = "") -> str:
        """Judge that two officials, or two events, are the same; gives the judgement's id.

        Raises JudgementError where another judgement contradicts it, NotFound for an unknown name.
        """
        return self.judge("same", a, b, note)

    def split(self, a: str, b: str, *, note: str = "") -> str:
        """Judge that two officials, events or claims are not the same; gives the judgement's id.

        To cut one official or event in two, name two of its `claims`. Raises as `merge` does.
        """
        return self.judge("different", a, b, note)

    def judge(self, verdict: Literal["same", "different"], a: str, b: str, note: str) -> str:
        """Write a judgement down and let the picture obey it; gives its id."""
        from kg.model import Judgement
        from kg.query.claims import pair
        from kg.resolve import judge
        from kg.store.judgements import judgement_node

        left, right = pair(self.writable, a, b, apart=verdict == "different")
        judgement = Judgement(verdict, left.of, left.ref, right.ref, note)
        judge(self.writable, judgement)
        return last(judgement_node(judgement).value)

    def claims(self, name: str) -> list[Claim]:
        """The claims behind an official or event, with the articles that make them."""
        from kg.query.claims import claims_of

        return claims_of(self.store, name)

    def judgements(self) -> dict[str, dict[str, str]]:
        """The judgements that stand, by id: verdict, of, left, right (claims) and note.

        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.judgements()
        {}
        """
        return {
            id: {
                "verdict": each.verdict,
                "of": each.of,
                "left": f"article:{each.left[0]}/{each.of}/{each.left[1]}",
                "right": f"article:{each.right[0]}/{each.of}/{each.right[1]}",
                "note": each.note,
            }
            for id, each in self.standing().items()
        }

    def standing(self) -> dict[str, Judgement]:
        """The judgements that stand, by id."""
        from kg.store.judgements import judgement_node, read_judgements

        return {last(judgement_node(each).value): each for each in read_judgements(self.store)}

    def undo(self, id: str) -> str:
        """Take a judgement back, named by its id or the beginning of it; gives the whole id.

        Raises NotFound for an unknown one, UsageError where several begin so.
        """
        from kg.resolve import unjudge

        found = [(whole, each) for whole, each in self.standing().items() if whole.startswith(id)]
        if not found:
            raise NotFound(f"no judgement is called {id!r}; `kg judgements` lists them")
        if len(found) > 1:
            raise UsageError(f"{len(found)} judgements begin with {id!r}; give more of it")
        unjudge(self.writable, found[0][1])
        return found[0][0]

    def review(self, limit: int = 20) -> list[Doubt]:
        """What the resolver decided with least certainty: merges first, then near misses.

        Settle one with `merge` or `split` on its claims (`left.short`, `right.short`).
        """
        from kg.review import review

        return review(self.store, limit)

    def resolve(self) -> None:
        """Make the picture anew from all claims and judgements."""
        from kg.resolve import rebuild

        rebuild(self.writable)

    # ------------------------------------------------------------ see and take away

    @overload
    def graph(
        self, out: None = None, *, filters: Filters | None = None, max_nodes: int = MAX_NODES
    ) -> Inline: ...
    @overload
    def graph(self, out: Inputs, *, filters: Filters | None = None, max_nodes: int = MAX_NODES) -> Page: ...
    def graph(
        self, out: Inputs | None = None, *, filters: Filters | None = None, max_nodes: int = MAX_NODES
    ) -> Inline | Page:
        """The interactive network page: written to a file, or shown in a notebook where none is named.

        The file holds all it needs and opens offline. `filters` may name states and officials as people
        write them. Of more than `max_nodes` nodes the best connected are kept; the result says what was
        left out. Raises NotFound for a name that the store does not hold.
        """
        from kg.naming import network_filters
        from kg.network import Inline, page, render

        chosen = filters and network_filters(self.store, filters)
        if out is None:
            return Inline(*render(self.store, filters=chosen, max_nodes=max_nodes))
        return page(self.store, Path(out), filters=chosen, max_nodes=max_nodes)

    def to_networkx(self, *, filters: Filters | None = None, evidence: bool = False) -> nx.MultiDiGraph:
        """The picture as a networkx graph: officials, states, bodies, events and places are its nodes.

        Nodes are IRIs with a `type` and a `label`; with `evidence`, events carry the quotes that show them.

        >>> import networkx
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     isinstance(graph.to_networkx(), networkx.MultiDiGraph)
        True
        """
        from kg.naming import network_filters
        from kg.network import to_networkx

        chosen = filters and network_filters(self.store, filters)
        return to_networkx(self.store, filters=chosen, evidence=evidence)

    def to_rdflib(self) -> rdflib.Dataset:
        """A live rdflib.Dataset over the same data: the picture is its default graph.

        What is open for reading only can be read only. Close this graph when done with the dataset.

        >>> with KnowledgeGraph(":memory:") as graph:
        ...     type(graph.to_rdflib()).__name__
        'Dataset'
        """
        from kg.store.rdflib_bridge import to_rdflib

        return to_rdflib(self.store)

    def export(
        self, out: Inputs | IO[bytes], *, format: Format | None = None, filters: ExportFilters | None = None
    ) -> None:
        """Write the graph to a file (`.gz` and `.zst` compress) or a stream.

        Without `format` the file's suffix tells it; for a stream it is Turtle. `filters` may name states
        and officials as people write them. Raises UsageError for a suffix that tells no format.

        >>> from io import BytesIO
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.export(stream := BytesIO(), format="nquads")
        ...     stream.getvalue()
        b''
        """
        from kg.export import export, format_of
        from kg.naming import export_filters

        place = Path(out) if isinstance(out, str | os.PathLike) else out
        kind = format or (format_of(place) if isinstance(place, Path) else "turtle")
        export(self.store, kind, place, filters=filters and export_filters(self.store, filters))

    def calendar(self, out: Inputs | None = None, *, period: str | None = None) -> bytes:
        """Planned and held events as a calendar (RFC 5545), written to a file where one is named.

        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.calendar().splitlines()[0]
        b'BEGIN:VCALENDAR'
        """
        from kg.calendar import calendar

        data = calendar(self.store, period=period)
        if out is not None:
            Path(out).write_bytes(data)
        return data

    def serve(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 7878,
        limits: Limits | None = None,
        ready: Callable[[str], None] = print,
    ) -> None:
        """Serve the graph over HTTP until Ctrl-C, for reading only; `ready` is told the address.

        Raises UsageError for a graph in memory or a port that is taken.
        """
        from kg.serve import serve

        if self.address == ":memory:":
            raise UsageError("a graph in memory cannot be served; keep it in a folder")
        serve(self.address, host=host, port=port, limits=limits, ready=ready)

    def import_(self, *files: Inputs) -> Imported:
        """Take claims and judgements out of N-Quads or TriG exports, and make the picture anew.

        Articles that the store holds already stay as they are. Raises UsageError for another format,
        KgError for a file that is none of our exports.
        """
        from kg.export import Imported, import_

        done = [import_(self.writable, Path(file)) for file in files]
        self.resolve()
        return Imported(
            *(sum(getattr(one, name) for one in done) for name in ("articles", "judgements", "known"))
        )

    def validate(self) -> Validation:
        """Check the graph against its SHACL shapes, and every value of the picture back to a quote.

        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.validate().conforms
        True
        """
        from kg.export import validate

        return validate(self.store)


def last(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rpartition("/")[2]
