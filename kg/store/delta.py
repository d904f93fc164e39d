"""What a change of the picture means in quads: which to add, which to remove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.model import ClaimRef, Event, Official, Participation, Picture, Tenure, Value
from kg.spelling import fold
from kg.store.picture import (
    Parts,
    Triple,
    event_head,
    event_node,
    event_parts,
    event_references,
    official_head,
    official_node,
    official_parts,
    official_references,
    part_node,
    part_triples,
)
from kg.store.references import Reference
from kg.store.terms import iri, node, path_of, quad

if TYPE_CHECKING:
    from kg.store.base import Store

PLACES = node("place").value + "/"

T = TypeVar("T", bound=Official | Event | Value | Tenure | Participation)  # everything with claims behind it


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

    Both hold only the officials and events that change, and of an official that is in both, of the claims
    that it has both times, any or none. A place, state or code that `old` used goes when
    nothing else in the store uses it. Cost: what the two hold, not what the store holds.

    >>> from kg.store.base import open_store
    >>> delta(open_store(), Picture(), Picture())
    Delta(add=(), remove=())
    """
    add, remove = own_quads(store, old, new)
    there, wanted = references(old), references(new)
    for reference in sorted(there - wanted, key=places_first):
        if not used(store, reference, remove):
            remove |= set(reference.quads())
    for reference in wanted - there:
        add |= set(reference.quads())
    # Two references may share a quad (one place under two spellings of its coordinates): what stays wins.
    remove -= {each for reference in wanted for each in reference.quads()}
    return Delta(tuple(sorted(add, key=str)), tuple(sorted(remove, key=str)))


@dataclass(slots=True)
class Described:
    """An official or event on its way to quads: its own, and those of its parts."""

    thing: Official | Event
    parts: Parts

    @property
    def node(self) -> NamedNode:
        """The node of the thing."""
        slug = self.thing.slug
        return official_node(slug) if isinstance(self.thing, Official) else event_node(slug)

    def triples(self) -> Iterator[Triple]:
        """The triples, without reference nodes."""
        yield from official_head(self.thing) if isinstance(self.thing, Official) else event_head(self.thing)
        for name, part in self.parts.items():
            yield from part_triples(
                self.node, name, part, "official" if isinstance(self.thing, Official) else "event"
            )


def own_quads(store: Store, old: Picture, new: Picture) -> tuple[set[Quad], set[Quad]]:
    """The quads of officials and events to add and to remove, without reference nodes.

    Parts that are the same both times are passed over, and so are claims that are behind the same value: a
    head of state stands in thousands of articles, of which one comes.
    """
    before, after = described(old), described(new)
    for same in before.keys() & after.keys():
        set_apart(store, before[same], after[same])
    had = {triple for one in before.values() for triple in one.triples()}
    has = {triple for one in after.values() for triple in one.triples()}
    return {quad(*triple) for triple in has - had}, {quad(*triple) for triple in had - has}


def described(picture: Picture) -> dict[NamedNode, Described]:
    """Officials and events with their parts, by node."""
    officials = [Described(one, official_parts(one)) for one in picture.officials]
    events = [Described(one, event_parts(one)) for one in picture.events]
    return {one.node: one for one in (*officials, *events)}


def set_apart(store: Store, old: Described, new: Described) -> None:
    """Leave out of a thing before and after what does not differ."""
    renamed(store, old, new)
    old.thing, new.thing = apart(old.thing, new.thing)
    for name in old.parts.keys() & new.parts.keys():
        if old.parts[name] == new.parts[name]:
            del old.parts[name], new.parts[name]
        else:
            old.parts[name], new.parts[name] = apart(old.parts[name], new.parts[name])


def renamed(store: Store, old: Described, new: Described) -> None:
    """Bring in all claims behind the parts of an official whose nodes are renamed; the store knows them."""
    if not isinstance(old.thing, Official):
        return
    before = {what_is(part): name for name, part in old.parts.items()}
    after = {what_is(part): name for name, part in new.parts.items()}
    for what in before.keys() & after.keys():
        was, now = before[what], after[what]
        if was != now:
            there = claims_at(store, part_node(old.node, was))
            stays = there - set(old.parts[was].claims) | set(new.parts[now].claims)
            old.parts[was] = replace(old.parts[was], claims=tuple(sorted(there)))
            new.parts[now] = replace(new.parts[now], claims=tuple(sorted(stays)))


def what_is(part: Value | Tenure | Participation) -> tuple[str, ...]:
    """What makes a name, or a post, of an official the same one before and after."""
    if isinstance(part, Tenure):
        return part.country, part.office or fold(part.role), str(part.former)
    return (part.value,) if isinstance(part, Value) else ()


def claims_at(store: Store, node: NamedNode) -> set[ClaimRef]:
    """The claims that the picture in a store has behind a node."""
    paths = (path_of(each.object) for each in store.match(node, iri("kg:claim"), None, DefaultGraph()))
    return {(path[1], int(path[3])) for path in paths}


def apart(old: T, new: T) -> tuple[T, T]:
    """Two things without the claims that both have."""
    both = set(old.claims) & set(new.claims)
    return (
        replace(old, claims=tuple(ref for ref in old.claims if ref not in both)),
        replace(new, claims=tuple(ref for ref in new.claims if ref not in both)),
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
    return any(each not in removed for each in store.match(None, None, reference.node, DefaultGraph()))
