"""Talks whose partner a readout tells by what was said: "In a separate call she thanked X", "at the meeting he assured Y"."""

from __future__ import annotations

import re

from kg.extract.meetings.talks import parties_of
from kg.extract.sentence.grammar import after, is_verb, objects, passive
from kg.extract.sentence.line import line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.discourse import Discourse
from kg.model import Mode

_ADDRESSING = frozenset(
    "tell told tells telling thank thanked thanks congratulate congratulated congratulates assure assured assures inform "
    "informed informs brief briefed briefs urge urged urges ask asked asks invite invited invites remind reminded reminds "
    "warn warned warns promise promised promises press pressed presses commend commended commends reassure reassured "
    "update updated updates express expressed expresses convey conveyed conveys present presented presents extend extended "
    "extends reiterated reiterate offer offered offers encourage encouraged commiserated sympathised".split()
)
_TALKS = frozenset(
    "call conversation talks talk discussion discussions exchange meeting session audience encounter dinner lunch chat "
    "consultation consultations".split()
)
_STAGES = frozenset("conference briefing appearance".split())  # "thanked X at a joint news conference"
_LINE = re.compile(r"\b(?:phone|telephone|phoned|telephoned|calls?|spoke|spoken)\b", re.IGNORECASE)
_ROOM = re.compile(r"\b(?:in person|sidelines|margins|visit|received|summit)\b", re.IGNORECASE)
_REACH = 600  # characters back in which a text says whether it is about calls


def addressed(tree: Tree, talk: Discourse, noun: Word) -> tuple[list[Side], list[Side]]:
    """Who speaks and who is spoken to in the clause that a phrase such as "in a separate conversation" opens."""
    prep = tree.head(noun)
    verb = tree.head(prep) if prep is not None and prep.lower in ("in", "at", "during") else None
    shared = noun.lower in _STAGES and any(c.lower == "joint" for c in tree.children(noun, "amod"))
    if not (noun.lower in _TALKS or shared) or noun.dep != "pobj" or verb is None or not is_verb(verb):
        return [], []
    if (
        verb.lower not in _ADDRESSING
        or passive(tree, verb)
        or after(tree, noun, "of", "with", "between", "on")
    ):
        return [], []
    if parties_of(tree, talk, noun):
        return [], []
    doers = talk.doers(tree, verb)
    barred = [s.official for s in doers if s.official is not None]
    others = [
        s for w in [*objects(tree, verb), *after(tree, verb, "to")] for s in talk.sides(tree, w, barred)
    ]
    states = {s.country for s in doers}
    others = [s for s in others if s.country and s.country not in states]
    named = [any(s.official is not None for s in side) for side in (doers, others)]
    if all(named) and line(tree, verb):
        return [], []  # of a call between two who are named the verb tells
    return (doers, others) if any(named) and doers and others else ([], [])


def medium(tree: Tree, talk: Discourse, noun: Word) -> Mode | None:
    """ "phone" where the talks are a call by name, or a conversation in a text about calls."""
    if noun.lower == "call":
        return "phone"
    if noun.lower not in ("conversation", "exchange", "discussion", "talk"):
        return None
    before = talk.text[max(0, tree.start - _REACH) : tree.end]
    return "phone" if _LINE.search(before) and not _ROOM.search(before) else None
