"""What a store knows about itself: the version of its format, and whether a load was cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kg.errors import StoreError, StoreVersion
from kg.store.terms import FORMAT_VERSION, HOUSEKEEPING, iri, quad

if TYPE_CHECKING:
    from kg.store.base import Store

VERSION = quad(HOUSEKEEPING, "kg:formatVersion", FORMAT_VERSION, HOUSEKEEPING)
LOADING = quad(HOUSEKEEPING, "kg:loading", 1, HOUSEKEEPING)


def check(store: Store) -> None:
    """Raise StoreVersion or StoreError for a store that this version cannot use; sign an empty one.

    >>> from kg.store.base import open_store
    >>> [q.object.value for q in open_store().match(HOUSEKEEPING, iri("kg:formatVersion"), None, HOUSEKEEPING)]
    ['1']
    """
    found = next(iter(store.match(HOUSEKEEPING, iri("kg:formatVersion"), None, HOUSEKEEPING)), None)
    if found is None:
        sign(store)
    elif not isinstance(found.object, Literal) or found.object.value != str(FORMAT_VERSION):
        version = found.object.value if isinstance(found.object, Literal) else "of an unknown kind"
        raise StoreVersion(
            f"the store {store.address} has format {version} and this program writes {FORMAT_VERSION}; "
            "export it with the program that wrote it and `kg import` the file into a new store"
        )
    if next(iter(store.match(HOUSEKEEPING, iri("kg:loading"), None, HOUSEKEEPING)), None):
        raise StoreError(
            f"the store {store.address} is being filled, or its filling was cut short; "
            "wait for it to end, or delete it and build again"
        )


def sign(store: Store) -> None:
    """Write our version into an empty store; raise StoreVersion for quads of unknown origin."""
    if next(iter(store.match()), None) is not None:
        raise StoreVersion(
            f"the store {store.address} was not written by this program; name an empty or a new one"
        )
    if not store.read_only:
        store.apply(add=[VERSION])
