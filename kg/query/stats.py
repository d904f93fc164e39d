"""What a store holds, in numbers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from kg.query.card import local
from kg.query.run import Queryable, select


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a store. `events` counts by kind, then status; `triples` holds picture and claims."""

    articles: int
    officials: int
    states: int
    bodies: int
    places: int
    events: dict[str, dict[str, int]]
    disagreements: int
    triples: int
    first: str  # first and last day of dated events, or empty
    last: str

    @property
    def total_events(self) -> int:
        """Events of all kinds and statuses."""
        return sum(sum(by_status.values()) for by_status in self.events.values())

    def as_dict(self) -> dict[str, Any]:
        """The counts as plain data, for JSON."""
        return asdict(self)

    def rows(self) -> list[tuple[str, str]]:
        """The counts as rows of two texts, for a table."""
        events = [
            (f"  {kind}s", f"{sum(found.values())}   {', '.join(f'{s} {n}' for s, n in found.items())}")
            for kind, found in self.events.items()
        ]
        span = f"{self.total_events}   {self.first} to {self.last}" if self.first else f"{self.total_events}"
        return [
            ("articles", f"{self.articles}"),
            ("officials", f"{self.officials}"),
            ("states", f"{self.states}"),
            ("bodies", f"{self.bodies}"),
            ("places", f"{self.places}"),
            ("events", span),
            *events,
            ("  with disagreement", f"{self.disagreements}"),
            ("triples", f"{self.triples}"),
        ]

    def __str__(self) -> str:
        rows = self.rows()
        widest = max(len(name) for name, _ in rows)
        return "\n".join(f"{name:<{widest}}  {value}" for name, value in rows)


def stats(store: Queryable) -> Stats:
    """Count what the store holds.

    >>> import pyoxigraph
    >>> stats(pyoxigraph.Store()).articles
    0
    """

    def number(where: str, what: str = "*") -> int:
        return int(select(store, f"SELECT (COUNT({what}) AS ?n) WHERE {{ {where} }}")[0][0])

    events: dict[str, dict[str, int]] = {}
    for kind, status, n in select(
        store,
        """SELECT ?kind ?status (COUNT(?e) AS ?n) WHERE { ?e a kg:Event ; kg:kind ?kind ; kg:status ?status }
        GROUP BY ?kind ?status ORDER BY ?kind DESC(?n) ?status""",
    ):
        events.setdefault(local(kind), {})[local(status)] = int(n)
    first, last = select(
        store,
        "SELECT (MIN(?b) AS ?first) (MAX(?d) AS ?last) WHERE { ?e kg:begin ?b ; kg:end ?d ; a kg:Event }",
    )[0]
    return Stats(
        articles=number("GRAPH ?g { ?a a schema:NewsArticle }"),
        officials=number("?o a kg:Official"),
        states=number("?o a kg:State"),
        bodies=number("?o a kg:Body"),
        places=number("?o a kg:Place"),
        events=events,
        disagreements=number("?e kg:disagreesOn ?on", "DISTINCT ?e"),
        triples=number("?s ?p ?o")
        + number("GRAPH ?g { ?s ?p ?o } FILTER(?g != <https://kg.example/housekeeping>)"),
        first=first,
        last=last,
    )
