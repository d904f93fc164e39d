"""Whom a description means that takes the place of a name: "the former guerrilla", "the 74-year-old", "the laureate"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract.officials.lexicon import find
from kg.extract.sentence.grammar import after
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.descriptions import latest_of
from kg.extract.wordings import PEOPLE

if TYPE_CHECKING:
    from kg.extract.whom.discourse import Discourse

# What is said of people in high office and of hardly any building, town or firm
_EPITHETS = frozenset(
    "laureate septuagenarian octogenarian nonagenarian strongman autocrat patriarch firebrand populist reformist "
    "reformer socialist conservative centrist islamist technocrat economist academic guerrilla rebel revolutionary "
    "insurgent warlord dissident activist unionist paratrooper soldier commando fighter pilot officer spy banker "
    "lawyer barrister magistrate teacher professor farmer trucker tycoon billionaire millionaire businessman "
    "businesswoman politician policeman policewoman statesman cleric imam priest journalist broadcaster playwright novelist poet "
    "singer actor actress comedian footballer cricketer boxer wrestler".split()
)
_ONCE = frozenset("former one-time onetime erstwhile ex retired veteran ageing aging".split())
_FIRST_OF_MEN = 35  # years: the young of whom the text gives the age are seldom ministers


def epithet(talk: Discourse, tree: Tree, word: Word, exclude: Iterable[int]) -> Side | None:
    """The official of whom the last sentence was about, where a subject describes him in other words.

    "The former footballer met X" goes on about the President whom the sentence before named.
    """
    if word.dep not in ("nsubj", "nsubjpass") or word.mention is not None or word.place is not None:
        return None
    named = _from_town(talk, tree, word)
    if named is not None and named not in set(exclude):
        return talk.side(named, word)
    own = {c.lower for c in tree.children(word)}
    if "the" not in own or any(c.lower in ("of", "for", "from") for c in tree.children(word, "prep")):
        return None
    if not _describes(tree, word):
        return None
    last = talk.subjects[-1] if talk.subjects else None
    if last is None or last.official is None or last.official in set(exclude):
        return None
    if talk.latest[:1] != [last.official]:
        return None
    return Side(last.official, last.country, word.start, word.end)


_OF_RANK = frozenset("general marshal admiral brigadier colonel major captain lieutenant".split())


def of_rank(talk: Discourse, tree: Tree, word: Word) -> int | None:
    """ "*The General* then drove to Y's hotel": the only one whom the text calls General."""
    the = any(d.lower == "the" for d in tree.children(word, "det"))
    if word.lower not in _OF_RANK or not the or tree.children(word, "prep", "amod", "relcl"):
        return None
    called = {
        m.official
        for m in talk.cast.mentions
        if m.kind == "name" and word.lower in talk.text[m.start : m.name_start].lower().split()
    }
    return called.pop() if len(called) == 1 else None


def _from_town(talk: Discourse, tree: Tree, word: Word) -> int | None:
    """ "*The man from Lima*": the leader of that state of whom the text spoke."""
    towns = [p.town for p in after(tree, word, "from") if p.town is not None]
    if word.lower not in PEOPLE or not towns:
        return None
    return latest_of(talk, towns[0].country, set())


def _describes(tree: Tree, word: Word) -> bool:
    """Whether a noun phrase is one that stands for a person: by what he was, his age, or what he is known as."""
    left = tree.words[max(0, word.i - 8) : word.i + 1]
    start = max((i for i, w in enumerate(left) if w.lower == "the"), default=0)
    words = [w.lower for w in left[start:]]
    if _aged(words):
        return True
    once = bool(_ONCE & set(words))
    return word.lower in _EPITHETS if not once else word.lower in _EPITHETS or _calling(word.lower)


def _calling(noun: str) -> bool:
    """Whether a noun names a calling: those of the table of offices that are none of a state's."""
    hit = find([noun], 0)
    return (hit is not None and hit.office.level in ("civil", "rank")) or noun.endswith(("man", "woman"))


def _aged(words: list[str]) -> bool:
    """ "the 74-year-old"."""
    ages = [int(w) for w in words if w.isdigit()]
    return "year" in words and "old" in words and any(_FIRST_OF_MEN <= n < 100 for n in ages)
