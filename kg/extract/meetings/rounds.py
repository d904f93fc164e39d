"""Rounds of talks whose parties the text has told before: "its next round", "negotiations resume in Lima"."""

from __future__ import annotations

from kg.extract.sentence.grammar import after, is_noun
from kg.extract.sentence.inclusion import REPRESENTATIVES
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.when.choice import nearest_date
from kg.extract.where.sites import nearest_place
from kg.extract.whom.discourse import Discourse

_ROUNDS = frozenset(
    "round rounds session sessions sitting talks negotiations negotiation meeting meetings dialogue consultations summit".split()
)
_WHICH = frozenset(
    "next last latest previous earlier first second third fourth fifth sixth seventh eighth ninth tenth final "
    "new another fresh further coming inaugural its two three".split()
)


def with_us(tree: Tree, talk: Discourse, noun: Word, other: Side) -> bool:
    """ "Negotiations with X resume on 12 December": X's partner is the state that the text speaks for."""
    ours = talk.subjects[-1].country if talk.subjects else None
    return (
        noun.lower in _ROUNDS
        and noun.dep in ("nsubj", "nsubjpass", "ROOT")
        and bool(after(tree, noun, "with"))
        and ours not in (None, other.country)
        and (nearest_date(tree, noun) is not None or nearest_place(tree, noun) is not None)
    )


def of_the_process(tree: Tree, talk: Discourse, noun: Word, sides: list[Side]) -> list[Side]:
    """ "Its last round": the states of the talks that the text was speaking of."""
    countries = tuple(sorted({s.country for s in sides if s.country}))
    if len(countries) >= 2:
        above = tree.head(noun)
        if above is None or not above.lower.startswith(("attend", "join")):  # the talks are those of others
            talk.process = countries
        return sides
    kids = {w.lower for w in tree.children(noun)}
    numbered = any(w.lower.endswith("th") for w in tree.children(noun, "amod"))
    told_of = (bool(kids & _WHICH) or numbered) and not any(
        is_noun(c) for c in tree.children(noun, "poss")
    )  # "the alliance's next summit" is no round of the talks told of
    told_of = told_of or _to_resume(tree, noun)
    members = any(p.lower in REPRESENTATIVES for p in after(tree, noun, "of"))  # "a meeting of officials"
    if noun.lower not in _ROUNDS or not (told_of or members) or len(talk.process) < 2:
        return sides
    if sides and (members or not told_of or not set(countries).isdisjoint(talk.process)):
        return sides
    return sides + [Side(None, c, noun.start, noun.end) for c in talk.process]


def _to_resume(tree: Tree, noun: Word) -> bool:
    """ "*Negotiations* are to begin in Lima next week", "*talks* resumed on Monday": of those of whom the text tells."""
    verb = tree.head(noun)
    if noun.tag != "NNS" or noun.dep not in ("nsubj", "nsubjpass") or verb is None:
        return False
    verbs = [verb, *tree.children(verb, "xcomp")]
    owned = tree.children(noun, "poss") or after(tree, noun, "with", "between", "among", "of")
    named = any(w.mention is not None or w.place is not None for w in tree.children(noun, "amod", "compound"))
    other = any(w.lower != "peace" for w in tree.children(noun, "compound"))  # "membership talks"
    if owned or named or other or not any(v.lower in _RESUMING for v in verbs):
        return False
    return nearest_date(tree, noun) is not None or nearest_place(tree, noun) is not None


_RESUMING = frozenset(
    "resume resumes resumed begin begins began start starts started open opens opened continue continues continued "
    "reconvene reconvened follow".split()
)
