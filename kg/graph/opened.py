"""The store behind a graph, opened when it is first used."""

from __future__ import annotations

import os
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.store import Store

Inputs = str | os.PathLike[str]


class Opened:
    """What every part of `kg.KnowledgeGraph` stands on: its store."""

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
        return f"{type(self).__name__}({self.address!r})"

    def close(self) -> None:
        """Let go of the store; another process may then write. The graph can be used again."""
        if self._store is not None and self.address != ":memory:":
            self._store.close()
            self._store = None

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
