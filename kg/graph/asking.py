"""Questions to the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.opened import Opened

if TYPE_CHECKING:
    from kg.query.answer import Answer
    from kg.query.card import Card
    from kg.query.path import Path as Way
    from kg.query.stats import Stats


class Asking(Opened):
    """Methods of `kg.KnowledgeGraph` that answer."""

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

        >>> from kg import KnowledgeGraph
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     report = graph.add("seeds/2026-01-30_yokosuka-talks-held.txt")
        ...     [(when, kind) for when, kind, *_ in graph.timeline(period="2026-01-30")][-1]
        ('2026-01-30', 'meeting')
        """
        from kg.calendar import timeline

        return timeline(self.store, period=period)
