"""Paths: how two officials, states or bodies are connected through events that took place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import NotFound, UsageError
from kg.query.card import Quoted, local, quotes
from kg.query.names import Match, find_one, shorten
from kg.query.run import Queryable, select
from kg.query.table import clean

if TYPE_CHECKING:
    import networkx as nx

ACTORS = ("official", "state", "body")


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a path: `start` and `end` both took part in it."""

    start: str  # labels
    end: str
    event: str  # IRI
    label: str
    kind: str
    date: str  # EDTF, or empty
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """How two are connected; `str()` of it is the text that the command prints."""

    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """The path as lines of text, with one quote for each event."""
        yield clean(self.steps[0].start)
        for step in self.steps:
            when = f"{step.date}, " if step.date else ""
            yield f"  │ {step.kind}, {when}{clean(step.label)}   {shorten(step.event)}"
            for quote in step.quotes[:1]:
                yield f"  │ {quote}"
            yield clean(step.end)

    def as_dict(self) -> dict[str, Any]:
        """The path as plain data, for JSON."""
        from dataclasses import asdict

        return asdict(self)


def path(store: Queryable, a: str, b: str) -> Path:
    """The shortest way from one to another over shared events; of several, the one over smaller events.

    Between two states or bodies the way leads over states, otherwise over officials. Only events that
    took place or go on connect. Raises NotFound where there is no way.
    """
    import networkx as nx

    start, goal = find_one(store, a, ACTORS), find_one(store, b, ACTORS)
    if start.iri == goal.iri:
        raise UsageError(f"{a!r} and {b!r} are the same: {start.short}")
    graph = connections(store, start, goal)
    try:
        nodes = nx.shortest_path(graph, start.iri, goal.iri, weight="weight")
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        raise NotFound(f"no events that took place connect {start.label} and {goal.label}") from None
    return describe(store, nodes)


def connections(store: Queryable, start: Match, goal: Match) -> nx.Graph:
    """Events that took place and those who took part, as a graph of two kinds of nodes."""
    import networkx as nx

    states = start.kind != "official" and goal.kind != "official"
    ends = [match.iri for match in (start, goal) if match.kind != "official"]
    rows = select(store, members("kg:party" if states else "sem:hasActor"))
    if ends and not states:  # the state itself is an end of the way, but no bridge between others
        rows += select(store, members("kg:party", f"VALUES ?actor {{ {' '.join(f'<{e}>' for e in ends)} }}"))
    size: dict[str, int] = {}
    for event, _ in rows:
        size[event] = size.get(event, 0) + 1
    graph = nx.Graph()
    # Every step costs 1; the size of the event only decides between ways of the same length.
    graph.add_edges_from(
        (event, actor, {"weight": 1 + min(size[event], 1000) / 1e6}) for event, actor in sorted(rows)
    )
    return graph


def members(actor: str, only: str = "") -> str:
    return f"""SELECT DISTINCT ?event ?actor WHERE {{ {only} ?event {actor} ?actor ; kg:status ?status
        FILTER(?status IN (kg:held, kg:ongoing)) }}"""


def describe(store: Queryable, nodes: list[str]) -> Path:
    """The steps of a way that alternates between actors and events."""
    things = " ".join(f"<{iri}>" for iri in nodes)
    rows = select(
        store,
        f"""SELECT ?thing ?label ?kind ?date WHERE {{ VALUES ?thing {{ {things} }} ?thing rdfs:label ?label
        OPTIONAL {{ ?thing kg:kind ?kind }} OPTIONAL {{ ?thing kg:edtf ?date }} }}""",
    )
    known = {iri: (label, local(kind), date) for iri, label, kind, date in rows}
    said = quotes(store, nodes[1::2])
    return Path(
        tuple(
            Step(known[nodes[i - 1]][0], known[nodes[i + 1]][0], event, *known[event], said.get(event, ()))
            for i, event in list(enumerate(nodes))[1::2]
        )
    )
