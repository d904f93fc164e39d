"""What one sentence says of the persons it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.officials.gender import by_given_name
from kg.extract.officials.names import Name
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title
from kg.extract.officials.tokens import Tokens
from kg.page.records import Sentence

_ACCREDITED = frozenset({"ambassador", "envoy", "representative"})  # posts that name where the holder is sent


@dataclass(slots=True)
class Link:
    """A title said of a name. `relation`: "pre", "apposition", "is", "as", "list"; `states` those of this person."""

    title: Title
    relation: str
    states: list[StateRef] = field(default_factory=list)
    role: str | None = None  # where the title only points to a post ("his counterpart")
    office: str | None = None
    past: bool = False  # "who was then foreign minister"
    where: int = -1  # the sentence of the title, where it is not the name's
    certain: bool = True  # False where the tie spans sentences


@dataclass(slots=True)
class Occurrence:
    """One name in one sentence with all that the sentence says about it."""

    sentence: int
    name: Name
    links: list[Link] = field(default_factory=list)
    states: list[tuple[StateRef, str]] = field(
        default_factory=list
    )  # with how: "possessive", "of", "bracket"…
    behaviour: float = 0.0
    organisation: str = ""  # "headed by X": what X heads
    group: int = -1  # names listed together share a number
    person: int = -1


def other_gender(word: str, o: Occurrence) -> bool:
    """Whether "his" or "her" cannot be said of the one named, as the given name tells."""
    gender = by_given_name(o.name.words[0]) if len(o.name.words) > 1 else ""
    return (word, gender) in (("his", "she"), ("her", "he"))


_YEAR = re.compile(r"(?:19|20)\d\ds?")
_MOST_YEARS = 8  # of one sentence: a table of years is no story


@dataclass(slots=True)
class Parsed:
    """One sentence taken apart."""

    index: int
    sentence: Sentence
    t: Tokens
    states: dict[int, StateRef]
    titles: list[Title]
    occurrences: list[Occurrence]
    heading: bool  # most words have a capital: names cannot be told from other words
    groups: list[list[int]] = field(default_factory=list)  # occurrences listed together, in order
    owners: list[Title] = field(default_factory=list)  # "the UN chief" in "the UN chief's envoy"

    years: frozenset[int] = field(init=False)  # those that it tells: "in December 1987", "the 1980s"

    def __post_init__(self) -> None:
        told = (int(w[:4]) for w in self.t.words if w[:2] in ("19", "20") and _YEAR.fullmatch(w))
        self.years = frozenset(sorted(set(told))[:_MOST_YEARS])

    @property
    def zone(self) -> str:
        """The zone of the page that the sentence stands in."""
        return self.sentence.zone

    @property
    def paragraph(self) -> int:
        """The paragraph's number."""
        return self.sentence.paragraph


def owner_of(link: Link) -> StateRef | None:
    """The state that a title's holder represents, not the one where he is accredited.

    "UN ambassador" and "Syria envoy" name where the person is sent, "Russia's U.S. ambassador" whose it is.
    """
    states = link.states
    if not states:
        return None
    title = link.title
    if title.office.office in _ACCREDITED and len(states) == 1 and title.destination is None:
        ref = states[0]
        if (
            ref.start < title.head
            and title.determiner != "'s"
            and ref.kind == "body"
            and title.office.office == "ambassador"
        ):
            return None
    if len(states) > 1 and title.office.office in _ACCREDITED and all(r.end <= title.head for r in states):
        return states[0]  # "the UN's Yemen envoy"
    if len(states) > 1 and not title.plural:
        plain = [r for r in states if not r.body]
        return plain[0] if plain else states[0]
    return states[0]
