"""Gatherings of a body's member states, seen from its own head: "the NATO chief said ahead of a summit in Oslo"."""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import after, is_noun
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.where.sites import nearest_place
from kg.vocab import BODIES

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
