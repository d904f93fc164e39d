"""What a phrase is resolved against, and how the tense chooses among the years it leaves open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future", "unknown"]
Basis = Literal["stated", "relative", "inherited"]
Answer = tuple[str, Basis]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is resolved against."""

    parts: dict[str, int | str]
    published: date | None
    direction: Direction
    anchor: tuple[date, date] | None
    anchor_text: str | None  # the anchor's EDTF, to be handed on as it is

    def number(self, name: str, default: int = 0) -> int:
        """A numeric part, or the default."""
        value = self.parts.get(name, default)
        return value if isinstance(value, int) else default

    def word(self, name: str) -> str | None:
        """A part that is a word, or None."""
        value = self.parts.get(name)
        return value if isinstance(value, str) else None


def year_of(frame: Frame, guess: Callable[[date], int]) -> tuple[int, Basis] | None:
    """The year of a phrase: stated, by a word ("last year"), or guessed from the publication date."""
    if "year" in frame.parts:
        return frame.number("year"), "stated"
    word = frame.word("yearword")
    if word in ("same", "that", "previous", "following"):
        if frame.anchor is None:
            return None
        return frame.anchor[0].year + {"previous": -1, "following": 1}.get(word, 0), "inherited"
    if frame.published is None:
        return None
    if word in ("last", "this", "next", "current", "the", "before"):  # "the year before last"
        return frame.published.year + {"last": -1, "next": 1, "before": -2}.get(word, 0), "relative"
    return guess(frame.published), "relative"


def maybe(year: int, month: int, dom: int) -> date | None:
    try:
        return date(year, month, dom)
    except ValueError:
        return None


def choose(firsts: list[date], lasts: list[date], direction: Direction, published: date) -> date:
    """The first day of the span that the tense asks for: begun by now, not yet over, or nearest."""
    pairs = sorted(zip(firsts, lasts, strict=True))
    if not pairs:
        raise ValueError("no year has such a day")
    if direction == "past":
        begun = [a for a, _ in pairs if a <= published + timedelta(days=1)]
        return begun[-1] if begun else pairs[0][0]
    if direction == "future":
        coming = [a for a, b in pairs if b >= published]
        return coming[0] if coming else pairs[-1][0]

    def away(pair: tuple[date, date]) -> int:
        if pair[0] <= published <= pair[1]:
            return 0
        # news tells what was: a coming date is meant only where it is three times nearer
        return (published - pair[1]).days if pair[1] < published else 3 * (pair[0] - published).days

    return min(pairs, key=away)[0]
