"""The parties of an event as a sentence names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One party of an event: an official, or unnamed representatives of a state or body."""

    official: int | None
    country: str | None
    start: int
    end: int

    @property
    def stranger(self) -> bool:
        """Whether it is somebody who represents nobody: a witness, a journalist."""
        return self.official is None and self.country is None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An encounter or visit that the text has told of: what may be signed there binds its sides."""

    visit: bool
    sentence: int
    at: int  # the word that told of it
    sides: tuple[Side, ...]
    countries: tuple[str, ...]


def unique(sides: Iterable[Side]) -> list[Side]:
    """Each official once, and each state's unnamed side once.

    >>> len(unique([Side(1, "FR", 0, 5), Side(1, "FR", 9, 11), Side(None, "DE", 20, 27)]))
    2
    """
    out: list[Side] = []
    for s in sides:
        if s.official is not None and any(o.official == s.official for o in out):
            continue
        if s.official is None and any(o.official is None and o.country == s.country for o in out):
            continue
        out.append(s)
    return out
