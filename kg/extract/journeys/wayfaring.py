"""Journeys told in passing: "looked in on Tirana", "pressed on to Oslo", "bade farewell to Lima", "hit Doha"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.drafts import Draft
from kg.extract.journeys.whereto import destinations, drafts, places_of
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.sentence.grammar import SELVES, after, objects, passive
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.wordings import HAD
from kg.model import Status


class _Turn(NamedTuple):
    """A turn of phrase: verbs, the word beside them that makes it one (if any is needed), what leads to the city."""

    verbs: frozenset[str]
    beside: frozenset[str]
    links: tuple[str, ...]


def _turn(verbs: str, beside: str, links: str) -> _Turn:
    return _Turn(frozenset(verbs.split()), frozenset(beside.split()), tuple(links.split()))


_TURNS = (
    _turn("look looks looked looking", "in", "on"),
    _turn(
        "press presses pressed pressing push pushes pushed pushing rode ride rides forge forged",
        "on",
        "to into",
    ),
    _turn("put puts putting", "in", "at"),
    _turn("set sets", "down", "in at"),
    _turn("put puts putting", "up", "at in"),
    _turn("check checks checked checking book booked", "into in", "in"),
    _turn("got get gets getting went", "far", "as"),
    _turn("got get gets getting", "back home", "from"),
    _turn("bent bends bending turned turns directed", "steps step feet", "to towards toward"),
    _turn("answer answers answered obey obeys obeyed heed heeded followed honoured", "summons call", "to"),
    _turn("pack packs packed packing", "bags bag suitcase suitcases trunk trunks case", "for"),
    _turn("packing", "", "for"),
    _turn("bade bid bids bidding said says saying waved", "farewell goodbye adieu good-bye", "to"),
    _turn("took takes take taking", "leave", "of"),
    _turn("took takes take taking lifted lifts", "off", "for to from"),
    _turn(
        "betook betakes presented presents treated treats transported dragged hauled invited",
        "himself herself themselves",
        "to in at",
    ),
)
# What somebody does who goes to a city, beside the verbs of triggers.tsv
_MOVING = frozenset(
    "motored motors trundled trundles limped limps strode strides rode rides cycled pedalled galloped marched marches "
    "hiked tramped ambled rattled rumbled chugged steamed scurried scuttled scrambled bolted bustled hustled barrelled "
    "rocketed zoomed glided cruised drifted wandered strayed roamed commuted made climbed plodded trudged".split()
)
_HITTING = frozenset(
    "hit hits quit quits graced graces honoured honored favoured did descended braved".split()
)
_SIGHT = frozenset("saw sees see".split())
_PRESENCE = frozenset("presence visit company attention day days hours hour afternoon morning".split())
_CALLS = frozenset("call visit compliment courtesy".split())
_PAYING = frozenset("paid pays pay paying owed".split())
_SWAPPING = frozenset("swapped swaps exchanged exchanges traded trades".split())


def wayfaring(tree: Tree, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """The visits that a verb tells of together with the words around it, where its own meaning is no journey."""
    named = [s for s in doers if s.official is not None]
    if not named or passive(tree, verb):
        return
    yield from _in_the_diary(tree, verb, named)
    goal = [*_by_turn(tree, verb), *_into(tree, verb), *_straight(tree, verb), *_swapped(tree, verb)]
    ahead: Status | None = "planned" if verb.lower == "packing" else None
    yield from drafts(tree, verb, named, [p for p in goal if p.grade == CITY], "wayfaring", ahead)


def _in_the_diary(tree: Tree, verb: Word, named: list[Side]) -> Iterator[Draft]:
    """ "has Tirana in her diary for Saturday", "has Oslo on his list"."""
    listed = verb.lower in HAD and {w.lower for w in after(tree, verb, "in", "on")} & _DIARY
    own = [o for o in objects(tree, verb) if o.i > verb.i]
    inner = any(w.lower in _DIARY for o in own for w in after(tree, o, "in", "on"))
    if listed or (verb.lower in HAD and inner):
        goal = [p for o in own for p in places_of(tree, o)]
        yield from drafts(tree, verb, named, goal, "wayfaring", "planned")


_DIARY = frozenset("diary list programme program agenda itinerary calendar schedule".split())


def _by_turn(tree: Tree, verb: Word) -> Iterator[PlacePhrase]:
    for turn in _TURNS:
        if verb.lower not in turn.verbs:
            continue
        near = [c for c in tree.children(verb) if c.lower in turn.beside]
        if turn.beside and not near:
            continue
        inner = [x for w in near for x in [w, *tree.children(w, "pobj"), *tree.children(w, "prep", "advmod")]]
        times = [p for w in near for p in after(tree, w, "to")] + after(tree, verb, "to")
        for w in [verb, *inner, *(t for t in times if t.place is None)]:
            yield from destinations(tree, w, turn.links)
            if w.dep == "prep" and w.lower in turn.links:
                yield from (p for x in tree.children(w, "pobj") for p in places_of(tree, x))


def _into(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "blew into Tirana", "trundled to Oslo", "made for Lima": a person who moves, with nothing moved."""
    if tree.children(verb, "dobj"):
        return []
    if verb.lower in _MOVING:
        return destinations(tree, verb, ("for",) if verb.lower == "made" else ("to", "into", "up", "down"))
    return destinations(tree, verb, ("into",)) if verb.tag in ("VBD", "VBZ", "VB") else []


def _straight(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "hit Doha", "graced Lima with her presence", "had Oslo to himself", "paid Bern a call"."""
    goal = [
        p
        for o in [*objects(tree, verb), *tree.children(verb, "nsubj", "dative")]
        if o.i > verb.i
        for p in places_of(tree, o)
    ]
    if not goal:
        return []
    low = verb.lower
    gift = {w.lower for w in after(tree, verb, "with")} & _PRESENCE
    alone = {w.lower for w in after(tree, verb, "to")} & SELVES
    first = low in _SIGHT and {w.lower for w in after(tree, verb, "for")} & {"time"}
    paid = low in _PAYING and {o.lower for o in tree.children(verb, "dobj")} & _CALLS
    plain = low in ("hit", "hits", "quit", "quits", "braved")
    held = low in _HITTING and (plain or gift or (low == "did" and after(tree, verb, "in", "on")))
    return goal if held or first or paid or (low in HAD and alone) else []


def _swapped(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "exchanged the snows of Oslo for Lima": one place for another."""
    if verb.lower not in _SWAPPING:
        return []
    given = [w for o in objects(tree, verb) for w in tree.subtree(o) if w.place is not None]
    goal = destinations(tree, verb, ("for",)) + [
        p for o in objects(tree, verb) for p in destinations(tree, o, ("for",))
    ]
    return goal if given else []
