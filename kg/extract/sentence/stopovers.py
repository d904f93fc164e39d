"""Repairs of parsed sentences about journeys: a next stop, an arrival or a guest hangs on the wrong word."""

from __future__ import annotations

from kg.extract.sentence.grammar import helpers, is_verb, names_official
from kg.extract.sentence.regroup import move
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import ENCOUNTERS, lookup

_TIMED = frozenset("half an a the two three four five some that this last next early late".split())


def object_her(tree: Tree, word: Word) -> None:
    """ "received *her* half an hour later", "met her the next day": an object, nobody's half an hour."""
    verb = tree.words[word.i - 1] if word.i else word
    behind = tree.words[word.i + 1 : word.i + 2]
    timed = bool(behind) and behind[0].date is not None and behind[0].lower in _TIMED
    if timed and "face" in lookup(verb.lower, "verb"):
        word.tag = "PRP"
        move(tree, word, verb, "dobj")


def arriving(tree: Tree, word: Word) -> None:
    """ "President X *lands* on Monday, will call on Y": the parser takes the first verb for a plural."""
    before = tree.words[word.i - 1] if word.i else word
    if word.tag != "NNS" or word.dep != "nsubj" or not names_official(before) or word.mention is not None:
        return
    behind = tree.words[word.i + 1 : word.i + 2]
    above = tree.head(word)
    if "go" not in lookup(word.lower, "verb") or above is None or not behind or behind[0].text == ",":
        return
    if behind[0].date is not None or behind[0].lower in ("in", "on", "at", "to"):
        word.tag, word.dep = "VBZ", "conj"
        if before.dep in ("compound", "nsubj", "poss"):
            before.dep = "nsubj"
            move(tree, before, above, "nsubj")


def off_the_stop(tree: Tree, prep: Word) -> None:
    """ "went to A on Monday, where B received him, *and to C* on Friday": the next stop is the main verb's."""
    stay = tree.head(prep)
    main = tree.head(stay) if stay is not None and is_verb(stay) else None
    if (
        stay is None
        or main is None
        or not is_verb(main)
        or all(c.lower != "where" for c in tree.children(stay))
    ):
        return
    first = next((p for p in tree.children(main, "prep") if p.lower == "to" and p.i < stay.i), None)
    if first is None:
        return
    for day in [c for c in tree.children(stay, "npadvmod", "prep", "advmod") if c.i > prep.i]:
        move(tree, day, main, day.dep)
    move(tree, prep, first, "conj")


def bound_for(tree: Tree, link: Word) -> None:
    """ "left *for Rome to* report": the parser takes the goal for who is to report."""
    aim = tree.head(link)
    verb = tree.head(aim) if aim is not None and is_verb(aim) else None
    goal = tree.words[link.i + 1]
    if verb is None or aim is None or "leave" not in lookup(verb.lower, "verb") or goal.place is None:
        return
    if goal.dep == "nsubj" and tree.head(goal) is aim and "to" in helpers(tree, aim):
        move(tree, link, verb, "prep")
        move(tree, goal, link, "pobj")


def off_the_club(tree: Tree, prep: Word) -> None:
    """ "a summit *of the Quad with X*", "talks of the committee with Y": X is met at the summit."""
    club = tree.head(prep)
    of = tree.head(club) if club is not None and club.dep == "pobj" and not names_official(club) else None
    event = tree.head(of) if of is not None and of.lower == "of" else None
    if prep.lower == "with" and event is not None and lookup(event.lower, "noun").keys() & ENCOUNTERS:
        move(tree, prep, event, "prep")
