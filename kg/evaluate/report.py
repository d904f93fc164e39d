"""What an evaluation found: counts, shares and every difference, as records that do not change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ErrorKind = Literal[
    "official missed", "official extra", "role", "country",
    "event missed", "event extra", "participants", "countries", "place", "date", "status",
]  # fmt: skip

ERROR_KINDS: tuple[ErrorKind, ...] = (
    "official missed", "official extra", "role", "country",
    "event missed", "event extra", "participants", "countries", "place", "date", "status",
)  # fmt: skip

FIELDS: tuple[ErrorKind, ...] = ("participants", "countries", "place", "date", "status")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found rightly, found that are not there, and missed.

    >>> t = Tally(right=6, extra=2, missed=6)
    >>> t.precision, t.recall, t.f1
    (0.75, 0.5, 0.6)
    """

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def gold(self) -> int:
        """How many there were to find."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return _share(self.right, self.right + self.extra)

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 0 where there is nothing to find."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `all`; the value is None where there was nothing to judge."""

    right: int = 0
    all: int = 0

    @property
    def value(self) -> float | None:
        """From 0 to 1."""
        return self.right / self.all if self.all else None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which prediction and gold differ, with the words of the article where a record gives them.

    >>> print(Difference("g001", "date", "meeting A+B", "2026-01-30", "2026-01-31", "met on Friday"))
    g001: date: meeting A+B: 2026-01-30 / 2026-01-31 “met on Friday”
    """

    article: str
    kind: ErrorKind
    what: str
    gold: str | None = None
    predicted: str | None = None
    evidence: str | None = None

    def __str__(self) -> str:
        values = f": {self.gold} / {self.predicted}" if self.gold or self.predicted else ""
        words = f" “{self.evidence}”" if self.evidence else ""
        return f"{self.article}: {self.kind}: {self.what}{values}{words}"


@dataclass(frozen=True, slots=True)
class Bin:
    """Predicted events whose confidence lies from `low` up to `high`, and how many of them are right."""

    low: float
    high: float
    events: int
    confidence: float  # mean of theirs
    right: int  # there is such an event in the gold
    exact: int  # and everything about it is right

    @property
    def precision(self) -> float:
        """Share of them that are right."""
        return _share(self.right, self.events)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether confidence means what it says: a table, and the Brier score (0 is best, 0.25 is a coin's)."""

    bins: tuple[Bin, ...]
    brier: float
    events: int


@dataclass(frozen=True, slots=True)
class Report:
    """What `evaluate` found. `fields` are judged on matched events, `role` and `country` on matched officials."""

    articles: int
    officials: Tally
    role: Share
    country: Share
    events: Tally
    fields: Mapping[str, Share]
    kinds: Mapping[str, Tally]
    exact: Tally
    differences: tuple[Difference, ...]
    calibration: Calibration | None = None  # None where no predicted event states a confidence
    unread: tuple[str, ...] = field(default=())

    def figures(self) -> dict[str, float | None]:
        """Every figure by a dotted name, from 0 to 1: what floors are set on.

        >>> nothing = Report(0, Tally(), Share(), Share(), Tally(), {}, {}, Tally(), ())
        >>> list(nothing.figures())[:3]
        ['officials.precision', 'officials.recall', 'officials.f1']
        """
        out: dict[str, float | None] = _three("officials", self.officials)
        out |= {"officials.role": self.role.value, "officials.country": self.country.value}
        out |= _three("events", self.events)
        out |= {f"events.{name}": share.value for name, share in self.fields.items()}
        for kind, tally in self.kinds.items():
            out |= _three(f"kinds.{kind}", tally)
        return out | _three("exact", self.exact)


def _three(name: str, tally: Tally) -> dict[str, float | None]:
    return {f"{name}.precision": tally.precision, f"{name}.recall": tally.recall, f"{name}.f1": tally.f1}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
