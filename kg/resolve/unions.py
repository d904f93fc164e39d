"""Disjoint sets, with the same answer in whatever order they are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Any)


class Union(Generic[T]):
    """Disjoint sets of sortable, hashable things.

    >>> union = Union("abcd")
    >>> union.join("d", "b"); union.groups()
    [['a'], ['b', 'd'], ['c']]
    """

    def __init__(self, things: Iterable[T]) -> None:
        self._root: dict[T, T] = {thing: thing for thing in things}

    def find(self, thing: T) -> T:
        """The name of the set that holds `thing`: its smallest member."""
        root = thing
        while self._root[root] != root:
            root = self._root[root]
        while self._root[thing] != root:
            self._root[thing], thing = root, self._root[thing]
        return root

    def join(self, a: T, b: T) -> None:
        """Make the sets of `a` and `b` one."""
        a, b = sorted((self.find(a), self.find(b)))
        self._root[b] = a

    def groups(self) -> list[list[T]]:
        """The sets, sorted, each sorted."""
        by_root: dict[T, list[T]] = defaultdict(list)
        for thing in sorted(self._root):
            by_root[self.find(thing)].append(thing)
        return sorted(by_root.values())
