"""What the reference tables hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SenseKind = Literal[
    "state",  # "Japan", "the Kingdom of Saudi Arabia", "Burma"
    "demonym",  # "Japanese", "Saudis"
    "body",  # "NATO", "the European Union", "Asean"
    "body-adjective",  # "European" is none; "Atlantic" is none; kept for "EU", "U.N."
    "seat",  # "the Kremlin", "Downing Street", "Blue House", "Foggy Bottom", "the Pentagon"
    "capital",  # "Tokyo"
    "city",  # "Yokosuka"
    "region",  # "Crimea", "Hokkaido", "California", "Bali"
    "venue",  # "Camp David", "Panmunjom", "Diaoyutai State Guesthouse"
]


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a surface form can mean. `code`: ISO alpha-2 or the body's code."""

    kind: SenseKind
    code: str
    name: str  # the thing's common English name
    latitude: float | None = None  # degrees, WGS84
    longitude: float | None = None
    geonames: int | None = None
    population: int = 0  # of a region: its weight beside cities of that name
    within: str = ""  # the city a venue lies in, where there is one

    @property
    def town(self) -> bool:
        """Whether it is a town of any size, Davos among them."""
        return self.kind in ("capital", "city") or (self.kind == "venue" and self.within == self.name)


@dataclass(frozen=True, slots=True)
class Party:
    """A state, territory or inter-governmental body."""

    code: str
    name: str
    kind: Literal["state", "body"]
    names: tuple[str, ...]  # every other name, abbreviations and historical names included
    demonyms: tuple[str, ...]  # adjectives and nouns, singular and plural
    capitals: tuple[str, ...]  # seats of government first; for a body the city it sits in
    seats: tuple[str, ...]  # metonyms of its government
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
