"""What a change of the picture means in quads: which to add, which to remove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.model import ClaimRef, Event, Official, Participation, Picture, Tenure, Value
from kg.spelling import fold
from kg.store.picture import (
    event_quads,
    event_references,
    official_node,
    official_quads,
    official_references,
    participation_name,
    tenure_name,
    unique,
    value_name,
)
from kg.store.references import Reference
from kg.store.terms import iri, node, path_of

if TYPE_CHECKING:
    from kg.store.base import Store

PLACES = node("place").value + "/"

T = TypeVar("T", Official, Event, Value, Tenure, Participation)  # everything with claims behind it
V = TypeVar("V", Value, Tenure)


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
    thin = differing(store, old, new)
    before, after = set(own_quads(thin[0])), set(own_quads(thin[1]))
    remove, add = before - after, after - before
    there, wanted = references(old), references(new)
    for reference in sorted(there - wanted, key=places_first):
        if not used(store, reference, remove):
            remove |= set(reference.quads())
    for reference in wanted - there:
        add |= set(reference.quads())
    # Two references may share a quad (one place under two spellings of its coordinates): what stays wins.
    remove -= {quad for reference in wanted for quad in reference.quads()}
    return Delta(tuple(sorted(add, key=str)), tuple(sorted(remove, key=str)))


def differing(store: Store, old: Picture, new: Picture) -> tuple[Picture, Picture]:
    """Both pictures without the claims that an official or event has before and after behind the same value:
    a head of state stands in thousands of articles, of which one comes."""
    officials = [{one.slug: one for one in picture.officials} for picture in (old, new)]
    events = [{one.slug: one for one in picture.events} for picture in (old, new)]
    for slug in officials[0].keys() & officials[1].keys():
        one = with_renamed(store, officials[0][slug], officials[1][slug])
        officials[0][slug], officials[1][slug] = differing_official(*one)
    for slug in events[0].keys() & events[1].keys():
        events[0][slug], events[1][slug] = differing_event(events[0][slug], events[1][slug])
    return (
        Picture(tuple(officials[0].values()), tuple(events[0].values())),
        Picture(tuple(officials[1].values()), tuple(events[1].values())),
    )


def differing_official(old: Official, new: Official) -> tuple[Official, Official]:
    """An official before and after, without the claims that are behind the same value both times."""
    old, new = apart(old, new)
    names = all_apart(old.names, new.names, value_name)
    tenures = all_apart(old.tenures, new.tenures, tenure_name)
    return (
        replace(old, names=names[0], tenures=tenures[0]),
        replace(new, names=names[1], tenures=tenures[1]),
    )


def with_renamed(store: Store, old: Official, new: Official) -> tuple[Official, Official]:
    """An official before and after, with all claims behind the names and posts whose nodes are renamed."""
    here = official_node(old.slug).value
    names = renamed(store, f"{here}/value/name-", [dict(unique(one.names, value_name)) for one in (old, new)])
    posts = renamed(store, f"{here}/post/", [dict(unique(one.tenures, tenure_name)) for one in (old, new)])
    return replace(old, names=names[0], tenures=posts[0]), replace(new, names=names[1], tenures=posts[1])


def renamed(store: Store, prefix: str, things: Sequence[dict[str, V]]) -> list[tuple[V, ...]]:
    """Names or posts before and after, by local name; those that get another one with all their claims, which
    the store knows."""
    before, after = ({what_is(thing): local for local, thing in some.items()} for some in things)
    for what in before.keys() & after.keys():
        old, new = before[what], after[what]
        if old != new:
            there = claims_at(store, NamedNode(prefix + old))
            stays = there - set(things[0][old].claims) | set(things[1][new].claims)
            things[0][old] = replace(things[0][old], claims=tuple(sorted(there)))
            things[1][new] = replace(things[1][new], claims=tuple(sorted(stays)))
    return [tuple(some.values()) for some in things]


def what_is(thing: Value | Tenure) -> tuple[str, ...]:
    """What makes a name, or a post of an official, the same one before and after."""
    if isinstance(thing, Value):
        return (thing.value,)
    return thing.country, thing.office or fold(thing.role), str(thing.former)


def claims_at(store: Store, node: NamedNode) -> set[ClaimRef]:
    """The claims that the picture in a store has behind a node."""
    paths = (path_of(quad.object) for quad in store.match(node, iri("kg:claim"), None, DefaultGraph()))
    return {(path[1], int(path[3])) for path in paths}


def differing_event(old: Event, new: Event) -> tuple[Event, Event]:
    """An event before and after, without the claims that are behind the same value both times."""
    old, new = apart(old, new)
    parts = all_apart(old.participations, new.participations, participation_name)
    dates = all_apart(old.dates, new.dates, value_name)
    places = all_apart(old.places, new.places, value_name)
    statuses = all_apart(old.statuses, new.statuses, value_name)
    return (
        replace(old, participations=parts[0], dates=dates[0], places=places[0], statuses=statuses[0]),
        replace(new, participations=parts[1], dates=dates[1], places=places[1], statuses=statuses[1]),
    )


def all_apart(
    old: Sequence[T], new: Sequence[T], name: Callable[[T], str]
) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """Things before and after; those that get the same name both times, without the claims of both."""
    named = [dict(unique(some, name)) for some in (old, new)]
    for local in named[0].keys() & named[1].keys():
        named[0][local], named[1][local] = apart(named[0][local], named[1][local])
    return tuple(named[0].values()), tuple(named[1].values())


def apart(old: T, new: T) -> tuple[T, T]:
    """Two things without the claims that both have."""
    both = set(old.claims) & set(new.claims)
    return (
        replace(old, claims=tuple(ref for ref in old.claims if ref not in both)),
        replace(new, claims=tuple(ref for ref in new.claims if ref not in both)),
    )


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
