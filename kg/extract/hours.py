"""Time spent together, told by a noun: "three hours with X", "an evening with Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.company import abroad, named, of_several_states, words_near
from kg.extract.discourse import Discourse
from kg.extract.drafts import Draft
from kg.extract.grammar import after
from kg.extract.phrasebook import TIME
from kg.extract.sides import unique
from kg.extract.talks import doers_of
from kg.extract.tree import Tree, Word


def hours_with(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "flew to Prague for three hours with X", "after an evening with X"."""
    if noun.lower not in TIME or noun.dep == "dobj":  # of "had an hour with X" the verb's phrase tells
        return
    others = [s for p in after(tree, noun, "with") for s in talk.sides(tree, p)]
    if not others and words_near(tree, noun) >= {"their", "together"}:  # "in their 45 minutes together"
        both = [s for p in tree.children(noun, "poss") for s in talk.sides(tree, p)]
        if of_several_states(both):
            yield Draft("meeting", both, noun, tree, "spent-time")
        return
    doers = doers_of(tree, talk, noun, others) if named(others) else []
    if named(doers) and abroad(doers, others):
        yield Draft("meeting", unique(doers + others), noun, tree, "spent-time")
