"""Engagements that a programme lists: "her other meetings include X and Y", "he also has Z on his schedule"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import BE, after, agents, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.triggers import lookup
from kg.extract.whom.company import Party, abroad, named, parties
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.possession import possessor
from kg.extract.wordings import HAVING
from kg.model import Kind

_LISTING = frozenset(
    "include includes included including feature features featured comprise comprises comprised".split()
)
_PROGRAMMES = frozenset(
    "programme program schedule agenda diary calendar itinerary list docket timetable planner card roster dance-card".split()
)
# Those whom somebody sees: "her interlocutors", "among his callers"
_SEEN = frozenset(
    "interlocutors interlocutor guests callers visitors hosts partners engagements appointments meetings bilaterals talks "
    "encounters conversations calls audiences stops".split()
)
_THOSE = _SEEN | frozenset("those leaders people colleagues counterparts dignitaries ministers".split())
_MEETING = frozenset({"face", "side", "phone"})


def scheduled(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The meetings that a clause lists as somebody's engagements, one for each partner."""
    for whose, partners, what in (
        _listed(tree, talk, verb),
        _on_programme(tree, talk, verb),
        _among(tree, talk, verb),
    ):
        owners = [s for s in whose if s.official is not None]
        known = named(owners)
        others = [s for s in partners if s.official is not None and s.official not in known]
        if not owners or not others or not abroad(owners, others):
            continue
        kind: Kind = "call" if what is not None and what.lower == "calls" else "meeting"
        for party in _apart(tree, others):
            d = party.draft(
                kind, owners, verb, tree, "scheduled", mode="phone" if kind == "call" else "in-person"
            )
            d.stated = "planned" if what is None or what.lower in _PROGRAMMES else None
            yield d


def _apart(tree: Tree, others: list[Side]) -> list[Party]:
    return parties(tree, [[s] for s in others]) if len(others) > 1 else [Party(others)]


_Listing = tuple[list[Side], list[Side], Word | None]
_NOTHING: _Listing = ([], [], None)


def _listed(tree: Tree, talk: Discourse, verb: Word) -> _Listing:
    """ "his appointments include X and Y", "those on her list include Z"."""
    what = subject(tree, verb)
    if verb.lower not in _LISTING or what is None:
        return _NOTHING
    on = [p for p in after(tree, what, "on") if p.lower in _PROGRAMMES]
    if what.lower not in _SEEN | _PROGRAMMES and not on:
        return _NOTHING
    owners = _owners(tree, talk, on[0] if on else what)
    return owners, [s for o in objects(tree, verb) for s in talk.sides(tree, o, named(owners))], what


def _owners(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    own = [s for c in tree.children(noun, "poss") for s in possessor(tree, talk, c)]
    return own or [s for p in after(tree, noun, "of", "for") for s in talk.sides(tree, p)]


def _on_programme(tree: Tree, talk: Discourse, verb: Word) -> _Listing:
    """ "also has X on his programme", "on her calendar are X and Y"."""
    on = [p for p in after(tree, verb, "on", "in") if p.lower in _PROGRAMMES]
    on += [p for o in objects(tree, verb) for p in after(tree, o, "on", "in") if p.lower in _PROGRAMMES]
    if not on:
        return _NOTHING
    if verb.lower in HAVING:
        owners = talk.doers(tree, verb)
        return owners, [s for o in objects(tree, verb) for s in talk.sides(tree, o, named(owners))], on[0]
    if verb.lower not in BE:
        return _NOTHING
    owners = _owners(tree, talk, on[0])
    said = tree.children(verb, "nsubj", "attr", "expl")
    said += [p for w in said for p in after(tree, w, "with")]  # "on her programme is a lunch with X"
    return owners, [s for w in said for s in talk.sides(tree, w, named(owners))], on[0]


def _among(tree: Tree, talk: Discourse, verb: Word) -> _Listing:
    """ "among those she will see are X and Y", "among his hosts was Z"."""
    if verb.lower not in BE:
        return _NOTHING
    for those in after(tree, verb, "among", "amongst"):
        if those.lower not in _THOSE:
            continue
        owners = _owners(tree, talk, those) if those.lower in _SEEN else []
        for below in tree.children(those, "relcl", "acl"):
            if not lookup(below.lower, "verb").keys() & _MEETING:
                continue
            doing = agents(tree, below) if passive(tree, below) else [subject(tree, below)]
            owners = owners or [s for w in doing for s in talk.sides(tree, w)]
            said = tree.children(verb, "nsubj", "attr")
            return owners, [s for w in said for s in talk.sides(tree, w, named(owners))], those
        if owners:
            said = tree.children(verb, "nsubj", "attr")
            return owners, [s for w in said for s in talk.sides(tree, w, named(owners))], those
    return _NOTHING
