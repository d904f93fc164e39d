"""The knowledge graph as Python sees it: every command of `kg` is a method of the same name here."""

from __future__ import annotations

from kg.graph.asking import Asking
from kg.graph.judging import Judging
from kg.graph.making import Making

__all__ = ["KnowledgeGraph"]


class KnowledgeGraph(Making, Asking, Judging):
    """A graph of diplomatic events in a store: a folder, an http(s) address, or `:memory:`.

    The store is opened when it is first used: for reading as long as nothing is written, so that any
    number of processes can ask at once, and for writing from the first change on. Close it when done, or
    use `with`. Every method may raise StoreError, or one of its kinds.

    >>> with KnowledgeGraph(":memory:") as graph:
    ...     report = graph.add("seeds/2026-01-30_yokosuka-talks-held.txt")
    ...     [row["name"] for row in graph.query("who-met", "Koizumi")]
    ['Ahn Gyu-back']
    """
