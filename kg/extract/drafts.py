"""An event in the making: what one trigger word and its sentence tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.places.find import PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.model import Capacity, DateClaim, Kind, Mode, Status

DONE = frozenset({"held", "ongoing"})  # the standings of what has begun


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the story stands at a sentence: the day it is about and the city it is in, where known."""

    when: DateClaim | None = None
    where: PlacePhrase | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The dates told before a sentence, from which its own may count.

    `latest` is for "the following day"; `past` the latest that is over, "the same day" of what has happened.
    Of the same paragraph are `near`, the latest there, and `background`, a date of an earlier year.
    """

    latest: DateClaim | None = None
    past: DateClaim | None = None
    near: DateClaim | None = None
    background: DateClaim | None = None


@dataclass(slots=True)
class Draft:
    """One telling of an event. `sides` in order; `capacities` runs beside `sides`."""

    kind: Kind
    sides: list[Side]
    trigger: Word
    tree: Tree
    rule: str  # which rule found it, for the confidence and for those who look for errors
    status: Status = "held"
    stated: Status | None = (
        None  # the status that the rule's own words give where the clause says nothing else
    )
    place: PlacePhrase | None = None
    date: DatePhrase | None = None
    when: DateClaim | None = None
    mode: Mode = "in-person"
    gathering: bool = False  # a conference of many states, not talks of those named
    series: bool = False  # several encounters that are only counted: "met seven times"
    undated: bool = False  # the dates of its clause are another event's
    unplaced: bool = False  # and the places
    hosts: list[str] = field(default_factory=list)  # states that count although no side stands for them
    capacities: list[Capacity] = field(default_factory=list)
    denied: bool = False  # the words deny it, or only suppose it
    rules: list[str] = field(default_factory=list)  # of all its tellings
    sat_in: bool = False  # some were added of whom it was said that they were present too
    topic: tuple[int, int] | None = None  # where the text says what the talks are about
    gathering_name: str | None = None
    news: bool = False  # its date is of the days that the article reports on
    place_stated: bool = False  # the place stands in its own sentence, not filled in from elsewhere
    setting: Setting = field(default_factory=Setting)
    quotes: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rules = self.rules or [self.rule]

    @property
    def officials(self) -> frozenset[int]:
        """The `local` numbers of the named officials."""
        return frozenset(s.official for s in self.sides if s.official is not None)

    @property
    def countries(self) -> frozenset[str]:
        """Every state or body represented."""
        return frozenset([s.country for s in self.sides if s.country] + self.hosts)
