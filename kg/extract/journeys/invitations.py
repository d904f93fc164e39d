"""Visits that are asked for, awaited or owed: "has accepted an invitation to X", "will repay the visit"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clause.hedges import SAYING_YES
from kg.extract.drafts import Draft
from kg.extract.journeys.homeward import homeward
from kg.extract.journeys.whereto import (
    antecedents,
    destinations,
    drafts,
    first_foreign,
    foreign,
    local_place,
    meant_place,
    places_of,
    state_place,
)
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import after, negated, objects, passive, subject, verb_above
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.possession import possessor
from kg.extract.wordings import RECEIVING
from kg.model import Status

_ASKING = frozenset(
    "invite invites invited inviting ask asks asked asking summon summons summoned beckon beckoned bid bidden".split()
)
_MINISTRIES = frozenset({"ministry", "office", "department", "chancellery"})
_TAKING_UP = frozenset(
    "accept accepts accepted accepting take takes took taken taking agree agreed agrees welcome welcomed honour "
    "honoured said say says".split()
)
_REFUSING = frozenset(
    "decline declines declined declining refuse refused refuses turn turned turns reject rejected ignore ignored "
    "spurn spurned".split()
)
_ANSWERING = frozenset(
    "return returns returned returning repay repays repaid repaying reciprocate reciprocates reciprocated "
    "reciprocating".split()
)
_COURTESIES = frozenset("visit call courtesy compliment invitation hospitality trip favour favor".split())
EXPECTING = ("expect", "await")


def asked(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "X has been invited to Y", "they asked her to Paris for Monday"."""
    if verb.lower not in _ASKING or negated(tree, verb):
        return  # "was not asked to Rome"
    if passive(tree, verb):
        guests, hosts = talk.doers(tree, verb), _agents(tree, talk, verb)
    else:
        guests = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
        hosts = talk.doers(tree, verb)
    places = destinations(tree, verb, ("to",)) or _within(tree, verb)
    if verb.lower.startswith("summon") and any(p.lower in _MINISTRIES for p in after(tree, verb, "to")):
        return  # an ambassador to the ministry
    goals = after(tree, verb, "to", "for")
    if not places and guests and any(is_land(p) or p.lower in _COURTESIES or p.date for p in goals):
        places = _of_hosts(verb, hosts, guests)
    accepted = next((c for c in tree.children(verb, "conj") if c.lower in SAYING_YES), None)
    bidden: Status | None = "proposed" if verb.lower.startswith("bid") else None
    for d in drafts(tree, verb, guests, places, "invited", bidden):
        if accepted is not None:  # "was asked to Y, and accepted, for some time in May"
            d.date = d.date or next((w.date for w in tree.subtree(accepted) if w.date is not None), None)
        yield d


def hosted(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "Morocco will host X": a state as the host of an official."""
    host = subject(tree, verb)
    if verb.lower not in RECEIVING or host is None:
        return
    if passive(tree, verb) and not _agents(tree, talk, verb):  # "was received at the Vatican"
        guests = [s for s in talk.sides(tree, host) if s.official is not None]
        yield from drafts(tree, verb, guests, destinations(tree, verb, ("in", "at")), "hosted")
        return
    if host.mention is None or host.mention.kind != "party":
        yield from _welcomed(tree, talk, verb, host)
        return
    barred = [s.official for s in talk.sides(tree, host) if s.official is not None]
    guests = [s for o in objects(tree, verb) for s in talk.sides(tree, o, barred) if s.official is not None]
    code = host.mention.country
    if guests and code and len(code) == 2:
        yield from drafts(tree, verb, guests, [host.place or state_place(host, code)], "hosted")


def _welcomed(tree: Tree, talk: Discourse, verb: Word, host: Word) -> Iterator[Draft]:
    """ "looks forward to welcoming her to Nairobi": a guest's journey to a city of the host's."""
    places = destinations(tree, verb, ("to",))
    hosts = {s.country for s in talk.sides(tree, host)}
    if passive(tree, verb) or not any(p.country in hosts for p in places):
        return
    barred = [s.official for s in talk.sides(tree, host) if s.official is not None]
    guests = [s for o in objects(tree, verb) for s in talk.sides(tree, o, barred)]
    yield from drafts(tree, verb, guests, places, "hosted")


def is_land(word: Word) -> bool:
    """Whether a word stands for a host's state: "the kingdom"."""
    return word.lower in (
        "country",
        "kingdom",
        "republic",
        "capital",
        "emirate",
        "sultanate",
        "island",
        "palace",
    )


def _agents(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    return [s for p in after(tree, verb, "by") for s in talk.sides(tree, p)]


def _within(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "invited to the Doha Forum": the place in the name of what one is invited to."""
    return [
        w.place
        for goal in after(tree, verb, "to")
        for w in tree.subtree(goal)
        if w.place is not None and w.place.grade == 3
    ][:1]


def _of_hosts(word: Word, hosts: list[Side], guests: list[Side]) -> list[PlacePhrase]:
    """The state of those who invite, where the words name no place."""
    own = {g.country for g in guests}
    return [
        state_place(word, h.country)
        for h in hosts
        if h.country and h.country not in own and len(h.country) == 2
    ][:1]


def from_invitation(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "accepted Y's invitation", "extended an invitation to X to visit Z"."""
    if noun.lower not in ("invitation", "invitations"):
        return
    verb, governor = verb_above(tree, noun), tree.head(noun)
    if verb is None or (governor is not None and governor.lower in ("at", "on", "upon")):
        return  # "came at the invitation of": the verb tells of it
    inviters = [s for c in tree.children(noun, "poss") for s in possessor(tree, talk, c)]
    inviters += [s for p in after(tree, noun, "from", "by", "of") for s in talk.sides(tree, p)]
    doers = talk.doers(tree, verb)
    accepted = verb.lower in _TAKING_UP
    stated: Status
    if accepted or verb.lower in _REFUSING or not _handing(verb):
        guests, hosts, stated = doers, inviters, "planned" if accepted else "proposed"
        if verb.lower in _REFUSING:
            stated = "cancelled"
    else:
        guests = [
            s
            for p in [*after(tree, noun, "to", "for"), *after(tree, verb, "to")]
            for s in talk.sides(tree, p)
        ]
        guests += [s for o in tree.children(verb, "dative") for s in talk.sides(tree, o)]
        guests = [s for s in guests if s.official is not None]
        hosts, stated = [*doers, *inviters], "proposed"
    if any(_goes(tree, v) for v in tree.children(noun, "acl", "relcl")):
        return  # "an invitation to visit X": the verb tells of it
    places = destinations(tree, noun, ("to",))
    places += [p for v in tree.children(noun, "acl") for p in _errand_place(tree, v)]
    places = [p for p in places if foreign(guests, p)] or _of_hosts(noun, hosts, guests)
    house = any(o.lower in _HOUSES for v in tree.children(noun, "acl") for o in objects(tree, v))
    if (
        not places and house
    ):  # "accepted an invitation to address parliament": of the state where the story plays
        meant = meant_place(tree, talk, noun, guests)
        places = [meant] if meant is not None else []
    if accepted or places:
        yield from drafts(tree, noun, guests, places, "invitation", stated)


_HOUSES = frozenset(
    "parliament congress chamber chambers house houses assembly lawmakers sitting session senate".split()
)


def _handing(verb: Word) -> bool:
    return verb.lower in frozenset(
        "extended extend extends extending gave give gives giving conveyed convey issued issue sent send handed "
        "delivered offered offer renewed repeated passed made addressed".split()
    )


def _goes(tree: Tree, verb: Word) -> bool:
    from kg.extract.triggers import lookup

    return "go" in lookup(verb.lower, "verb") and bool(
        destinations(tree, verb) or [p for o in objects(tree, verb) for p in places_of(tree, o)]
    )


def _errand_place(tree: Tree, verb: Word) -> list[PlacePhrase]:
    out = destinations(tree, verb, ("in", "at", "to"))
    for o in objects(tree, verb):
        out += destinations(tree, o, ("in", "at"))
        out += [p for w in tree.subtree(o) if w.place is not None and w.dep == "pobj" for p in [w.place]]
    return [p for p in out if p.grade > 1][:1]


def awaited(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "is expected in Paro on Friday", "Berlin is expecting her": an arrival that somebody waits for."""
    if passive(tree, verb):
        places = destinations(tree, verb, ("in", "at", "to", "on"))
        back = [c for c in tree.children(verb, "advmod", "prt") if c.lower == "back"]
        places += [p for c in back for p in destinations(tree, c, ("in", "at"))]
        aim = next(iter(tree.children(verb, "xcomp", "ccomp")), None)
        if aim is not None and not any(p.start < aim.start for p in places):
            return  # "is expected to …", but "is expected in Paro to …"
        guests = talk.doers(tree, verb)
        if homeward(tree, talk, verb, guests):
            return
        if not places and not any(p.lower in ("in", "at", "to") for p in tree.children(verb, "prep")):
            meant = meant_place(tree, talk, verb, guests)
            places = [meant] if meant is not None and guests and guests[0].official is not None else []
        yield from drafts(tree, verb, guests, places, "awaited")
        return
    hosts = talk.doers(tree, verb)
    barred = [s.official for s in hosts if s.official is not None]
    guests = [s for o in objects(tree, verb) for s in talk.sides(tree, o, barred) if s.official is not None]
    places = destinations(tree, verb, ("in", "at"))
    places += [p for o in objects(tree, verb) for p in destinations(tree, o, ("in", "at"))]
    if not places and any(c.lower == "there" for c in tree.children(verb, "advmod")):
        meant = meant_place(tree, talk, verb, guests)  # "X is expecting her there on Monday"
        places = [meant] if meant is not None else []
    if tree.children(verb, "xcomp", "ccomp"):
        return
    journey = journey_to(tree, verb)
    if journey is not None:  # "flew to Lima, where X was expecting her"
        yield from drafts(tree, journey, guests, antecedents(tree, verb), "expects")
        return
    places = places or _of_hosts(verb, hosts, guests)
    was = tree.head(verb) if verb.dep == "csubj" else None
    if was is not None and was.tag == "VBD":  # "awaiting her in Lima on Monday was X"
        yield from drafts(tree, was, guests, places, "expects")
        return
    yield from drafts(tree, verb, guests, places, "expects", "planned")


def journey_to(tree: Tree, verb: Word) -> Word | None:
    """The verb that tells of the journey at whose end somebody waits: "*flew* to Lima, where X awaited her"."""
    if not any(c.lower == "where" for c in tree.children(verb, "advmod")):
        return None
    clause_ = next((a for a in [verb, *tree.ancestors(verb)] if a.dep in ("relcl", "advcl")), None)
    place = tree.head(clause_) if clause_ is not None else None
    return verb_above(tree, place) if place is not None else None


def answered(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "will repay the visit", "to return the courtesy": a journey to where the last guest came from."""
    if verb.lower not in _ANSWERING or not any(o.lower in _COURTESIES for o in tree.children(verb, "dobj")):
        return
    doers = talk.doers(tree, verb)
    own = {s.country for s in doers}
    for guests, country, _ in reversed(talk.journeys):
        homes = [s.country for s in guests if s.country and s.country not in own and len(s.country) == 2]
        if country in own and homes:
            yield from drafts(tree, verb, doers, [state_place(verb, homes[0])], "visit-returned")
            return
    meant = local_place(tree, talk, verb, doers) or first_foreign([talk.scene, talk.last_place], doers)
    yield from drafts(tree, verb, doers, [meant] if meant is not None else [], "visit-returned")
