"""Nouns that speak of talks without telling of any: their subject, their progress, "several other meetings"."""

from __future__ import annotations

from kg.extract.sentence.grammar import after
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse


def only_mentioned(tree: Tree, noun: Word) -> bool:
    """Whether a noun for talks tells of no occasion of its own."""
    if _kept_up(tree, noun) or {"stalled", "deadlocked", "stalemated", "frozen", "moribund"} & {
        w.lower for w in tree.children(noun, "amod")
    }:
        return True
    return (
        _founded(tree, noun)
        or _matter(tree, noun)
        or _predicate(tree, noun)
        or _stuck(tree, noun)
        or _others(tree, noun)
    )


def summed_up(tree: Tree, talk: Discourse, noun: Word) -> bool:
    """ "In *her meetings* with the Chilean officials she said": those told just before, with those named there."""
    prep, own = tree.head(noun), tree.children(noun, "poss")
    if noun.tag != "NNS" or noun.dep != "pobj" or not own or own[0].tag != "PRP$" or prep is None:
        return False
    if prep.lower not in ("in", "at", "during") or not talk.occasions:
        return False
    with_whom = [s for p in after(tree, noun, "with") for s in talk.sides(tree, p)]
    whose = {s.official for s in talk.sides(tree, own[0])}
    if any(s.official is not None for s in with_whom) or not with_whom:
        return False
    return any(
        not o.visit
        and 0 <= tree.number - o.sentence <= _SHORTLY
        and whose & {s.official for s in o.sides if s.official is not None}
        and {s.country for s in with_whom} <= set(o.countries)
        for o in talk.occasions
    )


_SHORTLY = 3  # sentences


def _kept_up(tree: Tree, noun: Word) -> bool:
    """ "agreed to keep up consultation", "lines of communication": contact in general."""
    if noun.lower not in _IN_GENERAL or tree.children(noun, "det", "poss", "nummod"):
        return False
    above = tree.head(noun)
    if above is not None and above.lower == "of" and noun.dep == "pobj":
        line_of = tree.head(above)
        return line_of is not None and line_of.lower in ("line", "lines", "channel", "channels")
    return noun.dep == "dobj" and above is not None and above.lower in _KEEPING


_IN_GENERAL = frozenset(
    "consultation consultations communication communications contact contacts coordination dialogue exchanges".split()
)
_KEEPING = frozenset(
    "keep keeping maintain maintaining continue continuing strengthen strengthening intensify intensifying enhance "
    "enhancing expand expanding deepen deepening promote promoting increase increasing boost boosting step".split()
)


def _others(tree: Tree, noun: Word) -> bool:
    """ "also held several other meetings": with nobody."""
    vague = {"other", "several", "many"} & {w.lower for w in tree.children(noun)}
    return noun.tag == "NNS" and bool(vague) and not _with(tree, noun)


def _founded(tree: Tree, noun: Word) -> bool:
    """ "signed the agreement on the creation of a joint commission": what is founded does not yet sit."""
    of = tree.head(noun) if noun.dep in ("pobj", "conj") else None
    while of is not None and of.dep in ("conj", "pobj"):
        of = tree.head(of)
    above = tree.head(of) if of is not None else None
    return of is not None and of.lower == "of" and above is not None and above.lower in _FOUNDING


_FOUNDING = frozenset("creation establishment founding foundation formation launch set-up setting-up".split())
_DISCUSSING = frozenset("discuss discusses discussed discussing preview previewed".split())


def _matter(tree: Tree, noun: Word) -> bool:
    """Whether talks are only what others talk about: "to discuss the coming summit between X and Y"."""
    top: Word | None = noun
    while top is not None and top.dep == "conj":
        top = tree.head(top)
    verb = tree.head(top) if top is not None else None
    if top is None or verb is None or top.dep != "dobj" or verb.lower not in _DISCUSSING:
        return False
    return not any(w.date is not None or w.place is not None for w in tree.subtree(noun) if not w.mention)


_COURSE = frozenset("breakthrough progress headway deadlock stalemate impasse momentum".split())


def _stuck(tree: Tree, noun: Word) -> bool:
    """ "to seek a breakthrough in negotiations": of no occasion."""
    prep = tree.head(noun)
    above = tree.head(prep) if prep is not None and prep.lower == "in" and noun.dep == "pobj" else None
    bare = not tree.children(noun, "det", "poss") and not after(tree, noun, "with", "between")
    return above is not None and above.lower in _COURSE and bare


def _with(tree: Tree, noun: Word) -> bool:
    """Whether the noun or the verb that carries it says with whom."""
    verb = tree.head(noun)
    return any(
        after(tree, w, "with", "between", "of", "by") for w in [noun, *([verb] if verb is not None else [])]
    )


def _predicate(tree: Tree, noun: Word) -> bool:
    """ "The meeting with X is the highest level of talks between the two": said of talks that are told themselves."""
    for w in [noun, *tree.ancestors(noun)]:
        verb = tree.head(w)
        if w.dep == "attr" and verb is not None:
            subjects = [s for s in tree.children(verb, "nsubj") if "talk" in lookup(s.lower, "noun")]
            return any(after(tree, s, "with", "between") for s in subjects)
    return False
