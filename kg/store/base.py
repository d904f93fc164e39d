"""The one seam behind which the quads live: what every store can do, and how one is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.store.terms import GraphName, Subject, Term

    Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

MEMORY = ":memory:"


@runtime_checkable
class Store(Protocol):
    """A set of quads that answers SPARQL 1.1: in memory, on disk, or on somebody's server.

    Terms and results are pyoxigraph's, whatever the store. Any call may raise StoreError or one of its
    kinds, in one line.
    """

    @property
    def address(self) -> str:
        """Where it lives: `:memory:`, a folder, or an http(s) address."""

    @property
    def read_only(self) -> bool:
        """Whether `apply` and `bulk_load` are refused."""

    def match(
        self,
        subject: Subject | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,
        graph: GraphName | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """The quads that fit; None stands for anything, DefaultGraph() for the picture only."""

    def query(self, sparql: str, /) -> Results:
        """The results of a SPARQL query. Raises QueryError for SERVICE, FROM and updates, and
        SyntaxError (with the place) for what does not parse."""

    def apply(
        self,
        *,
        add: Iterable[ox.Quad] = (),
        remove: Iterable[ox.Quad] = (),
        drop_graphs: Iterable[ox.NamedNode] = (),
    ) -> None:
        """Drop graphs, then remove, then add: all of it or, when anything goes wrong, nothing."""

    def bulk_load(self, quads: Iterable[ox.Quad]) -> None:
        """Add very many quads, faster than `apply` but not as one step: when it is cut short, the store
        says so when it is next opened."""

    def tidy(self) -> None:
        """Put in order what very much writing left, so that reading is fast; the quads stay as they are."""

    def count(self, graph: GraphName | None = None, /) -> int:
        """How many quads there are, in all graphs or in one."""

    def graphs(self) -> Iterator[ox.NamedNode]:
        """The names of the named graphs, housekeeping included."""

    def close(self) -> None:
        """Let go of it; another process may then write. Closing twice is fine."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None: ...


def open_store(address: str | Path | None = None, *, read_only: bool = False) -> Store:
    """Open a store: in memory (None or `:memory:`), in a folder, or on a server (http, https).

    A folder that does not exist is made, unless `read_only`. One process may write at a time; any
    number may read beside it. Raises StoreInUse, StoreVersion, StoreUnavailable, StoreError.

    >>> with open_store() as store:
    ...     store.address, store.count()
    (':memory:', 0)
    """
    text = MEMORY if address is None else str(address)
    if text.startswith(("http://", "https://")):
        from kg.store.remote import RemoteStore

        return RemoteStore(text, read_only=read_only)
    from kg.store.embedded import EmbeddedStore

    return EmbeddedStore(None if text == MEMORY else Path(text), read_only=read_only)
