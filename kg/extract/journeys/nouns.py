"""Nouns of travel that tell of no journey of their own: of one told beside them, of many, or of none."""

from __future__ import annotations

from kg.extract.sentence.grammar import helpers
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.discourse import Discourse

# "the third leg of his regional tour": of many places, of which others are told
_WIDE = frozenset(
    "regional african european asian latin gulf caribbean nordic balkan nation country multi leg".split()
)


def of_the_told(tree: Tree, noun: Word) -> bool:
    """ "visited Rome in May, which was her first trip there": the journey that the main clause tells of."""
    verb = tree.head(noun)
    if noun.dep != "attr" or verb is None or verb.dep not in ("relcl", "advcl", "ccomp"):
        return False
    return any(w.lower in ("which", "what") for w in tree.children(verb, "nsubj"))


def corps(tree: Tree, noun: Word) -> bool:
    """ "the United Nations Stabilisation Mission": an organisation, no journey."""
    own = tree.children(noun, "compound", "nmod", "amod")
    return noun.text in ("Mission", "Missions") and any(w.text[0].isupper() for w in own)


def far_and_wide(tree: Tree, noun: Word) -> bool:
    """ "his regional tour", "a four-nation trip": of several states, of which others are told."""
    return bool(_WIDE & {c.lower for c in tree.children(noun, "amod", "compound")})


def of_the_traveller(tree: Tree, talk: Discourse, named: list[Side]) -> list[Side]:
    """ "During his visit, X and Y will discuss": whoever was last said to travel, where the sentence names him."""
    people = {s.official for s in talk.journeys[-1][0] if s.official is not None} if talk.journeys else set()
    here = {w.mention.official for w in tree if w.mention is not None}
    return [s for s in named if s.official in people] if people & here else named


def habit(tree: Tree, noun: Word, verb: Word) -> bool:
    """ "Our leaders always pay *their first visits* to Y": what is usual, no journey."""
    plain = (
        verb.tag in ("VBP", "VBZ")
        and verb.lower in ("pay", "pays", "make", "makes")
        and not helpers(tree, verb)
    )
    return plain and noun.tag == "NNS" and not any(w.date is not None for w in tree)
