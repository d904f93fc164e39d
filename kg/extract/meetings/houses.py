"""Meetings told by the house in which somebody was: "left X's office", "was driven to her residence"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import after, objects, passive

if TYPE_CHECKING:
    from kg.extract.meetings.idioms import Clause

_HOUSES = frozenset(
    "residence office home house palace villa tent study suite room chancellery bedside apartment flat farm ranch "
    "cabin hotel mansion estate embassy table door sofa couch settee armchair fireside hearth desk balcony terrace "
    "veranda porch yacht dacha cottage chalet".split()
)
_COMING = frozenset(
    "left leaves leave leaving emerged emerges emerging emerge came comes coming come walked walks walking entered "
    "enters entering stepped stepping knocked knocks went turned showed dropped sat dined lunched breakfasted ate "
    "appeared appears arrived spent spends spend waited slept drove drives driving stayed perched settled sank sits was were ended ends took takes taking".split()
)


_PARTS = frozenset(
    "end ends side head foot edge corner seat place chair other".split()
)  # "the end of her table"
_BROUGHT = frozenset(
    "driven taken whisked escorted shown led ushered ferried brought rushed flown summoned invited admitted".split()
)


def at_home(at: Clause) -> Iterator[Draft]:
    """ "left X's office", "came out of her tent", "dined at his residence": at the house of somebody."""
    if at.verb.lower not in (_BROUGHT if passive(at.tree, at.verb) else _COMING):
        return
    near = [
        *objects(at.tree, at.verb),
        *after(at.tree, at.verb, "from", "of", "out", "into", "at", "in", "to", "on"),
    ]
    near += [p for part in near if part.lower in _PARTS for p in after(at.tree, part, "of", "at", "on", "in")]
    for house in near:
        if house.lower in _HOUSES and house.mention is None:
            owners = at.sides(*at.tree.children(house, "poss"), *after(at.tree, house, "of"))
            if at.foreign(owners):
                yield at.draft(owners, "at-home")
