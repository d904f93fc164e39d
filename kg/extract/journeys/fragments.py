"""Parts of a sentence without a verb: "X flew to Doha on Monday; Y on Tuesday", "rang A; on Sunday, B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.journeys.whereto import foreign
from kg.extract.sentence.grammar import is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.whom.discourse import Discourse

_LONGEST = 24  # words: what is longer says more than what the part before it said
_OWN = frozenset("his her their the and".split())  # "his colleague, X, …" opens with X too


def fragments(tree: Tree, talk: Discourse, before: Sequence[Draft]) -> Iterator[Draft]:
    """What a part behind a semicolon goes on to tell by the verb of the part before it (`before`)."""
    models = [d for d in before if d.tree.number == tree.number - 1 and not d.gathering]
    if not tree.continued or not models or len(tree.words) > _LONGEST or any(_tells(w) for w in tree):
        return
    model = models[-1]
    named = [w for w in tree if w.mention is not None and w.mention.kind == "name" and w.dep != "poss"]
    day = next((w.day for w in tree if w.day is not None), None)
    place = next(
        (w.place for w in tree if w.place is not None and w.place.grade > 1 and w.mention is None), None
    )
    people = unique(s for w in named for s in talk.sides(tree, w) if s.official is not None)
    if day is None and place is None and model.kind == "visit" and "by" not in tree.vocabulary:
        return  # "Y by car" came as X did
    if model.kind == "visit":
        travellers, goal = people or list(model.sides), place or model.place
        if goal is None or not foreign(travellers, goal) or (not people and place is None):
            return
        sides, hosts = foreign(travellers, goal), [goal.country]
    else:
        goal, hosts = place, list(model.hosts)
        sides = _with_whom(tree, model, named, people)
    if len({s.country for s in sides}) < 2 and model.kind != "visit":
        return
    root = next((w for w in tree if w.head == w.i), tree.words[0])
    yield replace(
        model,
        sides=sides,
        trigger=root,
        tree=tree,
        place=goal,
        place_stated=place is not None,
        date=day,
        when=None,
        hosts=hosts,
        stated=model.status,
        undated=False,
        quotes=[],
        rules=[],
    )


def _tells(word: Word) -> bool:
    """Whether a word is a verb of its own: no part that lacks one."""
    return is_verb(word) and word.dep not in ("acl", "amod", "appos", "compound") and word.mention is None


def _with_whom(tree: Tree, model: Draft, named: list[Word], people: list[Side]) -> list[Side]:
    """A name that opens the part met the same partner; one further on was met by whoever met the others."""
    if not people or not named:
        return []
    led = named[0].i > 0 and tree.words[0].lower not in _OWN
    led = led and not {"that", "those"} & {w.lower for w in tree.words[: named[0].i]}  # "on Monday that of Y"
    doers = [s for s in model.sides if s.start < model.trigger.start]
    partners = [s for s in model.sides if s.start >= model.trigger.start]
    kept = doers if led else partners
    if not kept or {s.official for s in kept} & {s.official for s in people}:
        return []
    return unique([*kept, *people])
