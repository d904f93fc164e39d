"""The embedded store: Oxigraph in memory or in a folder, through pyoxigraph."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError, StoreInUse
from kg.store import housekeeping
from kg.store.base import MEMORY
from kg.store.closing import OpenStore
from kg.store.guard import check_query
from kg.store.terms import HOUSEKEEPING, GraphName, Subject, Term
from kg.store.update import update_text

if TYPE_CHECKING:
    from kg.store.base import Results


class EmbeddedStore(OpenStore):
    """Oxigraph in this process.

    `apply` is one SPARQL update, which Oxigraph runs as one transaction: after a kill the folder holds
    all of it or nothing.

    >>> from kg.store.terms import node, quad
    >>> with EmbeddedStore(None) as store:
    ...     store.apply(add=[quad(node("event", "x"), "rdfs:label", "Talks")])
    ...     store.count()
    1
    """

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path = path
        super().__init__(read_only=read_only)
        self._open: ox.Store | None = opened(path, read_only)
        try:
            housekeeping.check(self)
        except StoreError:
            self.close()
            raise

    @property
    def address(self) -> str:
        """`:memory:` or the folder."""
        return MEMORY if self.path is None else str(self.path)

    @property
    def raw(self) -> ox.Store:
        """The pyoxigraph store itself. Raises StoreError after `close`."""
        if self._open is None:
            raise StoreError(f"the store {self.address} is closed; open it again")
        return self._open

    def match(
        self,
        subject: Subject | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,
        graph: GraphName | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """The quads that fit; None stands for anything."""
        return self.raw.quads_for_pattern(subject, predicate, object, graph)

    def query(self, sparql: str, /) -> Results:
        """The results of a SPARQL query."""
        check_query(sparql)
        try:
            return self.raw.query(sparql)
        except OSError as error:
            raise StoreError(f"the store {self.address} cannot be read: {one_line(error)}") from None

    def apply(
        self,
        *,
        add: Iterable[ox.Quad] = (),
        remove: Iterable[ox.Quad] = (),
        drop_graphs: Iterable[ox.NamedNode] = (),
    ) -> None:
        """Drop graphs, then remove, then add, as one transaction."""
        self.writable()
        text = update_text(add=add, remove=remove, drop_graphs=drop_graphs)
        if not text:
            return
        try:
            self.raw.update(text)
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"the store {self.address} cannot be written: {one_line(error)}; is the disk full?"
            ) from None

    def bulk_load(self, quads: Iterable[ox.Quad]) -> None:
        """Add very many quads; marked in the store while it runs, so that a cut is noticed."""
        self.writable()
        on_disk = self.path is not None
        if on_disk:
            self.apply(add=[housekeeping.LOADING])
            self.raw.flush()
        try:
            self.raw.bulk_extend(quads)
        except OSError as error:
            raise StoreError(
                f"the store {self.address} cannot be written: {one_line(error)}; is the disk full?"
            ) from None
        if on_disk:
            self.apply(remove=[housekeeping.LOADING])

    def tidy(self) -> None:
        """Compact the files of the folder, about 2.7 s for each million quads; in memory there is nothing to do."""
        self.writable()
        if self.path is not None:
            self.raw.optimize()

    def count(self, graph: GraphName | None = None, /) -> int:
        """How many quads there are; housekeeping is not counted unless asked for."""
        if graph is None:
            return len(self.raw) - self.count(HOUSEKEEPING)
        return sum(1 for _ in self.raw.quads_for_pattern(None, None, None, graph))

    def graphs(self) -> Iterator[ox.NamedNode]:
        """The names of the named graphs, housekeeping included."""
        for name in self.raw.named_graphs():
            if isinstance(name, ox.NamedNode):
                yield name

    def close(self) -> None:
        """Let go of the folder."""
        if self._open is not None and not self.read_only and self.path is not None:
            self._open.flush()
        self._open = None


def opened(path: Path | None, read_only: bool) -> ox.Store:
    """Oxigraph on a folder or in memory. Raises StoreInUse or StoreError."""
    if path is None:
        return ox.Store()
    if read_only and not (path / "CURRENT").is_file():  # the file that every RocksDB folder has
        raise StoreError(
            f"there is no store at {path}; `kg build` makes one, --store or KG_STORE names another"
        )
    check_folder(path)
    try:
        if read_only:
            return opened_beside_a_writer(path)
        path.mkdir(parents=True, exist_ok=True)
        return ox.Store(str(path))
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreInUse(
                f"another process writes to the store {path}; wait for it to end, or open it for reading only"
            ) from None
        raise StoreError(f"the store {path} cannot be opened: {one_line(error)}") from None
    except (RuntimeError, ValueError) as error:
        raise StoreError(f"the store {path} cannot be opened: {one_line(error)}") from None


def opened_beside_a_writer(path: Path, tries: int = 20) -> ox.Store:
    """Oxigraph on a folder, for reading only.

    A writer that tidies up may delete a file between our reading its list of files and opening them; the
    next list is right, so it is tried again, for at most a second. Raises OSError or RuntimeError.
    """
    while True:
        try:
            return ox.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            tries -= 1
            if tries == 0 or "No such file" not in str(error):
                raise
        time.sleep(0.05)


def check_folder(path: Path) -> None:
    """Raise StoreError for a path that is no folder, or a folder with other things in it."""
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file, not a store; name a folder with --store or KG_STORE")
    if not path.exists() or (path / "CURRENT").is_file():
        return
    other = next((entry.name for entry in path.iterdir() if not entry.name.startswith(".")), None)
    if other is not None and not any(path.glob("*.log")):
        raise StoreError(f"{path} holds other things ({other}), not a store; name an empty or a new folder")


def one_line(error: BaseException) -> str:
    """An error's message on one line."""
    return " ".join(str(error).split()).rstrip(".")
