"""Envoys called to account: "summoned the ambassador", "was called in by the foreign ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import after, agents, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.whom.discourse import Discourse

_SUMMONING = frozenset("summon summons summoned summoning".split())
_CALLING = frozenset("call calls called calling hauled haul hauls".split())
_ENVOYS = frozenset(
    "ambassador ambassadors envoy envoys diplomat diplomats charge chargé d'affaires d’affaires affaires commissioner "
    "commissioners consul attache attaché attaches attachés representative".split()
)


def summons(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The meeting for which a ministry, a state or a minister calls in the envoy of another state."""
    in_ = any(c.lower == "in" for c in tree.children(verb, "prt", "advmod", "prep"))
    if verb.lower not in _SUMMONING and not (verb.lower in _CALLING and in_):
        return
    who = [subject(tree, verb)] if passive(tree, verb) else [*objects(tree, verb), *after(tree, verb, "in")]
    called = [w for w in who if w is not None and _envoy(talk, w)]
    envoys = [s for w in called for s in talk.sides(tree, w)]
    hosts = [s for s in _hosts(tree, talk, verb, called) if s.country not in {e.country for e in envoys}]
    if envoys and hosts:
        yield Draft("meeting", unique([*hosts, *envoys]), verb, tree, "summons")


def _hosts(tree: Tree, talk: Discourse, verb: Word, envoys: list[Word]) -> list[Side]:
    """Who calls the envoys in: the doer, the ministry to which they go, else the state to which they are sent."""
    if passive(tree, verb):
        by = [s for w in [*agents(tree, verb), *after(tree, verb, "to", "at")] for s in talk.sides(tree, w)]
        seats = [p for w in envoys for p in after(tree, w, "to")]  # "the ambassador to Poland"
        seats += [
            p for w in after(tree, verb, "to") for p in after(tree, w, "in")
        ]  # "to the ministry in Bern"
    else:
        doer = subject(tree, verb)
        by = talk.doers(tree, verb)
        seats = [*after(tree, doer, "in"), doer] if doer is not None else []  # "the Foreign Office in London"
    return by or [Side(None, p.place.country, verb.start, verb.end) for p in seats if p.place is not None][:1]


def _envoy(talk: Discourse, word: Word) -> bool:
    """Whether a noun phrase means an envoy, by name or by post."""
    official = word.mention.official if word.mention is not None else None
    named = official is not None and talk.by_local[official].office == "ambassador"
    return named or word.lower in _ENVOYS
