"""Gatherings of a body's member states, seen from its own head: "the NATO chief said ahead of a summit in Oslo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.drafts import Draft
from kg.extract.grammar import after, is_noun
from kg.extract.sides import Side
from kg.extract.sites import nearest_place
from kg.extract.tree import Tree, Word
from kg.vocab import BODIES

if TYPE_CHECKING:
    from kg.extract.discourse import Discourse

_MEMBERS = frozenset("ministers leaders heads chiefs presidents states members envoys ambassadors".split())


def own_members(tree: Tree, noun: Word, sides: list[Side]) -> bool:
    """Whether the sides of one body gather with its members, not with its own staff."""
    if any(s.country not in BODIES for s in sides) or nearest_place(tree, noun) is None:
        return False
    near = [*tree.children(noun, "compound", "nmod", "poss"), *after(tree, noun, "of", "with", "between")]
    words = {w.lower for n in near for w in [n, *tree.children(n)] if is_noun(w)}
    return noun.lower == "summit" or bool(words & _MEMBERS)


def of_members(tree: Tree, noun: Word, sides: list[Side]) -> Draft:
    """Their gathering, with the state in which it is held."""
    place = nearest_place(tree, noun)
    hosts = [place.country] if place is not None else []
    return Draft(
        "meeting",
        sides,
        noun,
        tree,
        "gathering",
        place=place,
        hosts=hosts,
        gathering=True,
        mode="multilateral",
    )


_BLOCS = frozenset(
    "bloc alliance union grouping organisation organization community club body forum group pact cartel".split()
)
_OTHERS = frozenset("country nation state government region continent world party parliament army".split())


def of_a_body(talk: Discourse, tree: Tree, word: Word) -> list[Side] | None:
    """Whose "*its* foreign ministers" and "*the bloc's* leaders" are: the body spoken of last.

    Nobody's whom we know where another noun owns them ("the region's leaders"); None where no such word does.
    """
    if word.tag not in ("NNS", "NNPS"):
        return None
    for owner in tree.children(word, "poss"):
        if owner.lower in ("its", "whose"):
            parties = [w.mention for w in tree.words[: owner.i] if w.mention and w.mention.kind == "party"]
            return _standing_for([m.country for m in parties[-1:] if m.country], word)
        if owner.lower in _BLOCS and owner.tag == "NN" and not _named(owner):
            told = [m.country for m in talk.cast.mentions if m.start < word.start and m.country in BODIES]
            return _standing_for([c for c in told[-1:] if c], word)
        if owner.lower in _OTHERS and owner.tag == "NN" and not _named(owner):
            return []
    return None


def _named(word: Word) -> bool:
    return word.mention is not None and word.mention.country is not None


def _standing_for(countries: list[str], word: Word) -> list[Side]:
    return [Side(None, c, word.start, word.end) for c in countries if c in BODIES]
