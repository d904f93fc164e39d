"""Agreements: treaties, pacts, memoranda and declarations that states sign or conclude."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.discourse import Discourse
from kg.extract.drafts import Draft
from kg.extract.grammar import after, agents, is_noun, is_verb, objects, passive, subject, verb_above
from kg.extract.sides import Side, unique
from kg.extract.talks import parties_of
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup

# Verbs that conclude an agreement only with a noun of agreement: "reached a deal", "agreed a text".
_NEEDS_NOUN = frozenset("sign initial ink conclude seal clinch strike reach adopt finalise finalize".split())


def agreements(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The agreements that a sentence tells of."""
    for w in tree:
        if is_verb(w) and w.lower in ("put", "puts", "putting"):
            yield from _pen(tree, talk, w)
        elif is_verb(w) and "sign" in (classes := lookup(w.lower, "verb")):
            yield from _signed(tree, talk, w, classes["sign"])
        elif is_noun(w) and "signing" in lookup(w.lower, "noun"):
            yield from _signing(tree, talk, w)


def _pact(word: Word | None) -> bool:
    return word is not None and "pact" in lookup(word.lower, "noun")


def _signed(tree: Tree, talk: Discourse, verb: Word, lemma: str) -> Iterator[Draft]:
    if lemma not in _NEEDS_NOUN:
        return
    if passive(tree, verb):
        what = subject(tree, verb)
        sides = [s for a in agents(tree, verb) for s in talk.sides(tree, a)]
        sides += [s for p in after(tree, verb, "between", "with") for s in talk.sides(tree, p)]
    else:
        what = next(iter(objects(tree, verb)), None)
        sides = talk.sides(tree, subject(tree, verb))
        sides += [
            s
            for p in after(tree, verb, "with")
            for s in talk.sides(tree, p, [x.official for x in sides if x.official])
        ]
    if (
        lemma in ("sign", "initial", "ink")
        and what is not None
        and len({s.country for s in sides if s.official}) >= 2
    ):
        yield Draft("agreement", unique(sides), verb, tree, "sign-verb")
        return
    if what is None or not (_pact(what) or any(_pact(c) for c in tree.children(what, "conj"))):
        return
    sides = unique(sides + parties_of(tree, talk, what))
    if _two(sides):
        yield Draft("agreement", sides, verb, tree, "sign-verb")
    elif passive(tree, verb) and not sides and len(talk.process) >= 2:  # "two accords were signed"
        known = [Side(None, c, verb.start, verb.end) for c in talk.process]
        yield Draft("agreement", known, verb, tree, "signed-by-all")


def _pen(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "put pen to paper", "put their names to a treaty"."""
    if not any(
        o.lower in ("pen", "pens", "name", "names", "signature", "signatures") for o in objects(tree, verb)
    ):
        return
    sides = talk.sides(tree, subject(tree, verb))
    sides += [
        s
        for p in after(tree, verb, "with")
        for s in talk.sides(tree, p, [x.official for x in sides if x.official])
    ]
    if _two(sides):
        yield Draft("agreement", unique(sides), verb, tree, "pen-to-paper")


def _signing(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    objects_ = after(tree, noun, "of")
    if not any(_pact(o) for o in objects_):
        return
    sides = [
        s
        for p in [*after(tree, noun, "by", "between"), *tree.children(noun, "poss")]
        for s in talk.sides(tree, p)
    ]
    sides += [s for o in objects_ for s in parties_of(tree, talk, o)]
    if not _two(unique(sides)):
        verb = verb_above(tree, noun)
        if verb is not None:
            sides += talk.sides(tree, subject(tree, verb))
    if _two(unique(sides)):
        yield Draft("agreement", unique(sides), noun, tree, "signing-noun")


def _two(sides: list[Side]) -> bool:
    return len({s.country for s in sides if s.country}) >= 2
