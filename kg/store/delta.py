"""What a change of the picture means in quads: which to add, which to remove."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad

from kg.model import Picture
from kg.store.picture import (
    event_quads,
    event_references,
    official_quads,
    official_references,
)
from kg.store.references import Reference
from kg.store.terms import node

if TYPE_CHECKING:
    from kg.store.base import Store

PLACES = node("place").value + "/"


@dataclass(frozen=True, slots=True)
class Delta:
    """Quads to add and to remove, each sorted, none in both."""

    add: tuple[Quad, ...]
    remove: tuple[Quad, ...]

    def apply(self, store: Store) -> None:
        """Change the store, in one step."""
        store.apply(add=self.add, remove=self.remove)


def delta(store: Store, old: Picture, new: Picture) -> Delta:
    """The change that turns `old`, which is in the store, into `new`; what is in neither stays.

    Both hold only the officials and events that change. A place, state or code that `old` used goes when
    nothing else in the store uses it. Cost: what the two hold, not what the store holds.

    >>> from kg.store.base import open_store
    >>> delta(open_store(), Picture(), Picture())
    Delta(add=(), remove=())
    """
    before, after = set(own_quads(old)), set(own_quads(new))
    remove, add = before - after, after - before
    wanted = references(new)
    for reference in sorted(references(old) - wanted, key=places_first):
        if not used(store, reference, remove):
            remove |= set(reference.quads())
    for reference in wanted:
        add |= set(reference.quads())
    # Two references may share a quad (one place under two spellings of its coordinates): adding wins.
    return Delta(tuple(sorted(add, key=str)), tuple(sorted(remove - add, key=str)))


def own_quads(picture: Picture) -> Iterable[Quad]:
    """The quads of officials and events, without reference nodes."""
    return chain(
        chain.from_iterable(map(official_quads, picture.officials)),
        chain.from_iterable(map(event_quads, picture.events)),
    )


def references(picture: Picture) -> set[Reference]:
    """Every reference node that a picture uses."""
    found: set[Reference] = set()
    for official in picture.officials:
        found |= official_references(official)
    for event in picture.events:
        found |= event_references(event)
    return found


def places_first(reference: Reference) -> tuple[bool, str]:
    """A place points at its state, so it goes first."""
    return not reference.node.value.startswith(PLACES), reference.node.value


def used(store: Store, reference: Reference, removed: set[Quad]) -> bool:
    """Whether something in the picture that stays points at a reference node."""
    return any(quad not in removed for quad in store.match(None, None, reference.node, DefaultGraph()))
