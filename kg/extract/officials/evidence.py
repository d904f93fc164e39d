"""What one sentence says of the persons it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.officials.names import Name
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title
from kg.extract.officials.tokens import Tokens
from kg.page.records import Sentence


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

    @property
    def zone(self) -> str:
        """The zone of the page that the sentence stands in."""
        return self.sentence.zone

    @property
    def paragraph(self) -> int:
        """The paragraph's number."""
        return self.sentence.paragraph
