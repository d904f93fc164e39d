"""A row of any structured source, before it becomes claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model import Capacity, Kind, Mode, Status


@dataclass(frozen=True, slots=True)
class Actor:
    """One side of a coded event: whom it represents, and the person where the row names one."""

    country: str  # ISO alpha-2 or a body's code
    words: str  # the cell or cells that say so
    person: str | None = None
    role: str | None = None
    capacity: Capacity = "participant"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where, as the row gives it."""

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """One event as a table codes it."""

    id: str
    table: str  # "GDELT 2.0"
    kind: Kind
    status: Status
    mode: Mode
    code: str  # the scheme's own code with its name: "042 Make a visit"
    begin: date | None
    end: date | None
    actors: tuple[Actor, ...]
    spot: Spot | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    remarks: str | None = None
    confidence: float = 0.5
