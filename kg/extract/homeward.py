"""Out and home again: "left the island to attend a summit in Quito", "returns to the country on Friday"."""

from __future__ import annotations

from kg.extract.discourse import Discourse
from kg.extract.grammar import after, helpers
from kg.extract.places import PlacePhrase
from kg.extract.sides import Side
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup

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


def venue(tree: Tree, word: Word, *links: str) -> list[PlacePhrase]:
    """Where the gathering is held that a word leads to: "leads the delegation to the summit being held in *Quito*"."""
    for event in after(tree, word, *links):
        classes = lookup(event.lower, "noun").keys()
        if not classes & {"talk", "gathering"} or event.place is not None:
            continue
        for w in tree.subtree(event):
            prep = tree.head(w)
            aside = any(a.dep in _AWAY and a.i > event.i for a in tree.ancestors(w))
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
