"""Time spent together: "three hours with X", "spent an evening with Y", "had an hour together"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.drafts import Draft
from kg.extract.meetings.talks import doers_of
from kg.extract.sentence.grammar import after, objects
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import unique
from kg.extract.whom.company import OPINIONS, abroad, distinct, named, of_several_states, parties, words_near
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import TIME

if TYPE_CHECKING:
    from kg.extract.meetings.idioms import Clause


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


def spent(at: Clause) -> Iterator[Draft]:
    """ "spent an hour with X", "shared a dais with X"."""
    if at.verb.lower in _FINDING and of_several_states(at.doers) and _of_time(at):
        yield at.draft([], "spent-time")
    if at.verb.lower not in ("spent", "spend", "spending", "spends", "shared", "share", "shares", "sharing"):
        return
    if at.verb.lower.startswith("shar") and any(o.lower in OPINIONS for o in objects(at.tree, at.verb)):
        return
    if at.verb.dep in ("amod", "compound"):
        return  # "a power-sharing deal"
    near = after(at.tree, at.verb, "with")
    partners = at.sides(*near, *(p for o in objects(at.tree, at.verb) for p in after(at.tree, o, "with")))
    together = words_near(at.tree, at.verb) & {"together", "alone"} or at.verb.lower.startswith("shar")
    together = together or (
        of_several_states(at.doers)
        and any(o.lower in TIME for o in at.tree.children(at.verb, "dobj", "npadvmod") if o.i > at.verb.i)
    )
    if distinct(at.doers, partners) and (partners or together):
        apart = parties(at.tree, [partners]) if len(partners) > 1 else []
        if len(apart) > 1:  # "spent Sunday with X in Rome and Monday with Y in Paris"
            yield from (p.draft("meeting", at.doers, at.verb, at.tree, "spent-time") for p in apart)
        else:
            yield at.draft(partners, "spent-time")


_FINDING = frozenset("had found got stole snatched grabbed managed took made have find".split())


def _of_time(at: Clause) -> bool:
    """ "had an hour together", "found twenty minutes for one another"."""
    times = [o for o in objects(at.tree, at.verb) if o.lower in TIME]
    near = {w.lower for o in times for w in at.tree.subtree(o)} | words_near(at.tree, at.verb)
    return bool(times) and bool(
        near & {"together"} or {"each", "other"} <= near or {"one", "another"} <= near
    )
