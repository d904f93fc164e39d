"""Articles into the graph and out of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.opened import Inputs
from kg.graph.sharing import Sharing

if TYPE_CHECKING:
    from kg.export import Imported
    from kg.intake import Progress, Report
    from kg.read import Options
    from kg.watch import Round


class Making(Sharing):
    """Methods of `kg.KnowledgeGraph` that change what it holds."""

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
        `jobs` processes read; the file `report` gets a line of JSON for each input; `progress` is called
        with what happened ("read", "unchanged", "skipped") and to which input.
        Raises NotAnArticle, and changes nothing, where the inputs hold no article at all.

        >>> from kg import KnowledgeGraph
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

    def remove(self, article: str) -> Report:
        """Take an article out, with all that only it said: by file stem, address, key or IRI.

        Raises NotFound for an unknown one, UsageError where several have that name.
        """
        from kg.intake import Intake
        from kg.query.articles import find_article

        return Intake(self.writable).remove(find_article(self.writable, article))

    def resolve(self) -> None:
        """Make the picture anew from all claims and judgements."""
        from kg.resolve import rebuild

        rebuild(self.writable)

    def write_exports(self, folder: Inputs) -> Iterator[str]:
        """Write graph.html, graph.ttl, graph.jsonld and graph.trig into a folder; yields their paths."""
        place = Path(folder)
        self.graph(place / "graph.html")
        yield str(place / "graph.html")
        for suffix in ("ttl", "jsonld", "trig"):
            self.export(place / f"graph.{suffix}")
            yield str(place / f"graph.{suffix}")
