"""Out and home again: "left the island to attend a summit in Quito", "returns to the country on Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.journeys.whereto import drafts, meant_place
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import after, helpers, is_noun, objects, passive
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import FOLLOWING

_HOME = frozenset("home country island islands nation kingdom republic capital homeland office work".split())
_AWAY = ("relcl", "ccomp", "parataxis")


def errand(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """Where that takes place for which somebody leaves: "left Accra to attend the summit in *Quito*"."""
    for goal in tree.children(verb, "xcomp", "advcl"):
        if "to" not in helpers(tree, goal):
            continue
        for w in tree.subtree(goal):
            prep = tree.head(w)
            aside = any(a.dep in _AWAY and a.i > goal.i for a in tree.ancestors(w))
            there = prep is not None and w.dep == "pobj" and prep.lower in ("in", "at") and not aside
            if there and w.place is not None:
                return [w.place]
    return []


_HELD = frozenset("held taking took convened hosted staged".split())  # "the round that was held in Rome"


def venue(tree: Tree, word: Word, *links: str) -> list[PlacePhrase]:
    """Where the gathering is held that a word leads to: "leads the delegation to the summit being held in *Quito*"."""
    for event in after(tree, word, *links):
        classes = lookup(event.lower, "noun").keys()
        if not classes & {"talk", "gathering"} or event.place is not None:
            continue
        for w in tree.subtree(event):
            prep = tree.head(w)
            aside = any(a.dep in _AWAY and a.i > event.i and a.lower not in _HELD for a in tree.ancestors(w))
            if w.place is not None and prep is not None and prep.lower in ("in", "at") and not aside:
                return [w.place]
    return []


def homeward(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> bool:
    """Whether a verb takes travellers home: "returns to the island on Friday", "is expected back on Monday"."""
    near = tree.children(verb, "prep", "advmod", "prt", "oprd", "npadvmod", "xcomp", "acomp")
    goals = {o.lower for p in near for o in tree.children(p, "pobj")} | {w.lower for w in near}
    back = verb.lower.startswith("return") or bool(goals & {"back", "home"})
    if not back or (goals & {"here", "there"}):
        return False
    if not goals & (_HOME | {"back"}) and any(p.lower in ("to", "in", "into") for p in near):
        return False
    if "home" in goals:
        return True
    own = {s.country for s in doers}
    travelled = any({s.official for s in j[0]} & {s.official for s in doers} for j in talk.journeys)
    return travelled or (talk.stage is not None and talk.stage.country in own)


_STEAD = frozenset("stead place".split())


def follows(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "Y followed ten days later", "Y went in her stead": where the journey told of last went."""
    later = verb.lower in FOLLOWING and not objects(tree, verb) and not passive(tree, verb)
    later = later and any(
        w.date is not None for w in tree.children(verb, "npadvmod", "advmod", "prep", "pobj")
    )
    stead = [p for p in after(tree, verb, "in") if p.lower in _STEAD and tree.children(p, "poss")]
    in_stead = bool(stead) and "go" in lookup(verb.lower, "verb")
    for _, country, place in talk.journeys[-1:] if later or in_stead else ():
        if place is not None and country not in {s.country for s in doers}:
            yield from drafts(tree, verb, [s for s in doers if s.official is not None], [place], "followed")


def topics(tree: Tree, verb: Word) -> bool:
    """ "went through Iran, oil and the prisoners": what was talked over, and no way."""
    first = after(tree, verb, "through", "over")
    return any(
        c.place is None and is_noun(c) and c.mention is None for p in first for c in tree.children(p, "conj")
    )


def for_there(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> list[PlacePhrase]:
    """ "left for there last night": for the place spoken of."""
    there = verb.i + 2 < len(tree.words) and tree.words[verb.i + 2].lower == "there"
    meant = meant_place(tree, talk, verb, doers) if there and tree.words[verb.i + 1].lower == "for" else None
    return [meant] if meant is not None else []
