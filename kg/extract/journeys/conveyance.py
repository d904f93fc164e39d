"""Journeys on board of something: "X was flown to Y", "the jet carrying X landed", "boarded a plane for Z"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.journeys.whereto import destinations, drafts, fellow_travellers, meant_place, onward
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import after, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.discourse import Discourse

# "X was flown to Y", "a helicopter took them to Y": others bring the official there
_CONVEYING = frozenset(
    "flown flew fly driven drove ferried ferry whisked whisk taken took take carried carry carries brought bring brings "
    "bundled escorted airlifted rushed sent dispatched despatched summoned called recalled shuttled disgorged "
    "deposited unloaded delivered landed set put dropped".split()
)
_CRAFT = frozenset(
    "plane aircraft jet helicopter train bus ship boat car convoy motorcade limousine airliner ferry flight launch "
    "speedboat airplane aeroplane hercules airbus boeing gulfstream falcon ilyushin tupolev antonov learjet chopper "
    "turboprop yacht destroyer frigate cruiser minibus cavalcade".split()
)
_DISCHARGING = frozenset("disgorged deposited unloaded delivered landed set put dropped".split())
_BEARING = frozenset("carrying bearing bringing carried bore brought transporting conveying".split())
_GATES = frozenset(
    "gate gates residence palace chancellery ministry courtyard compound villa statehouse presidency".split()
)
_CALLED_IN = frozenset({"summoned", "called"})
_OFFICES = frozenset({"ministry", "office"})
_BORDERS = frozenset("border frontier line river bridge".split())


def conveyed(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "X was flown to Y", "the bus that carried X across the border"."""
    if verb.lower not in _CONVEYING:
        return
    if verb.lower in _CALLED_IN and any(p.lower in _OFFICES for p in after(tree, verb, "to")):
        return  # "was summoned to the foreign ministry in X": of an envoy who lives there
    who = subject(tree, verb)
    if passive(tree, verb):
        sides = talk.sides(tree, who)
    elif who is not None and (who.lower in _CRAFT or _carrier(tree, who)):
        sides = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
    else:
        return
    sides = [s for s in sides if s.official is not None]
    goal = destinations(tree, verb, ("to", "into", "from"))
    if not goal and not passive(tree, verb):
        goal = _set_down(tree, verb)
    if not goal and any(p.lower in _GATES for p in after(tree, verb, "through", "past", "into", "up", "to")):
        inner = [w for w in tree.words[verb.i :] if w.place is not None and w.dep == "pobj"]
        told = any(w.place is not None for w in tree.words[: verb.i])  # "landed in Lima and was driven off"
        meant = inner[0].place if inner else None if told else meant_place(tree, talk, verb, sides)
        goal = [meant] if meant is not None else []
    if not goal and any(p.lower in _BORDERS for p in after(tree, verb, "across", "over")):
        meant = meant_place(tree, talk, verb, sides)
        goal = [meant] if meant is not None else []
    yield from drafts(tree, verb, sides, goal, "conveyed")


def _set_down(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """Where a craft leaves its passengers: "disgorged X at Muscat", "put down at Muscat and disgorged X"."""
    if verb.lower not in _DISCHARGING:
        return []
    before = tree.head(verb) if verb.dep == "conj" else None
    found = destinations(tree, verb, ("in", "at", "on", "near"))
    return found or (destinations(tree, before, ("in", "at", "on", "near")) if before is not None else [])


_AIR_FORCE = "Air Force "  # its "One" carries the American president


def carried_along(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """Whose craft it is, or whom it carries: "her plane landed", "the jet carrying X touched down"."""
    if who is not None and talk.text[who.start - len(_AIR_FORCE) : who.end] == f"{_AIR_FORCE}One":
        return [
            talk.side(o.local, who)
            for o in talk.cast.officials
            if o.country == "US" and o.office == "president" and not o.former
        ][:1]
    if who is None or who.lower not in _CRAFT:
        return []
    aboard = [o for c in tree.children(who, "acl", "relcl") if c.lower in _BEARING for o in objects(tree, c)]
    aboard += after(tree, who, "with")
    return [s for c in [*tree.children(who, "poss"), *aboard] for s in talk.sides(tree, c)]


def boarded(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "boarded a plane for X", "turned up in Y", "made her way to Z"."""
    particles = {c.lower for c in tree.children(verb, "prt", "advmod")}
    made_it = verb.lower in ("made", "make", "makes")  # "made it to Y at last"
    rides = [o for o in objects(tree, verb) if o.lower in _CRAFT | {"way"} or (made_it and o.lower == "it")]
    if rides and verb.lower in _BOARDING:
        goal = destinations(tree, verb, ("to", "for", "into"))
        goal += [p for o in rides for p in destinations(tree, o, ("to", "for"))]
    elif "up" in particles and verb.lower in _TURNING:
        goal = destinations(tree, verb, ("in", "at"))
    else:
        return
    sides = talk.actors(tree, verb)
    sides += fellow_travellers(tree, talk, verb, sides)
    yield from drafts(tree, verb, sides, onward(tree, goal), "boarded")


_BOARDING = frozenset(
    "boarded board boards boarding caught catch catches made make makes making wended found took take takes".split()
)
_TURNING = frozenset("turned turn turns showed show shows popped pops ended ends fetched washed".split())


def _carrier(tree: Tree, who: Word) -> bool:
    """Whether a relative "that" stands for a plane or bus."""
    above = next((tree.head(a) for a in tree.ancestors(who) if a.dep == "relcl"), None)
    return who.lower in ("that", "which") and above is not None and above.lower in _CRAFT
