"""Whether stated confidence is borne out: of the events at 0.8, are eight in ten there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.evaluate.report import Bin, Calibration

BINS = 10  # a tenth each: fine enough to see a bend, coarse enough for some events in each


@dataclass(frozen=True, slots=True)
class Bet:
    """A predicted event's confidence and what came of it."""

    confidence: float
    right: bool
    exact: bool


def calibrate(bets: Sequence[Bet]) -> Calibration | None:
    """The table and the Brier score of some bets; None without any.

    >>> sure = calibrate([Bet(0.9, True, True), Bet(0.92, False, False)])
    >>> round(sure.brier, 4), [(b.low, b.high, b.events, b.precision) for b in sure.bins]
    (0.4282, [(0.9, 1.0, 2, 0.5)])
    """
    if not bets:
        return None
    shelves: dict[int, list[Bet]] = {}
    for bet in bets:
        # 0.7 * 10 is 7.000000000000001 and 0.29 * 100 is 28.999…: round before cutting off.
        shelf = min(max(int(round(bet.confidence * BINS, 9)), 0), BINS - 1)
        shelves.setdefault(shelf, []).append(bet)
    brier = sum((bet.confidence - bet.right) ** 2 for bet in bets) / len(bets)
    return Calibration(tuple(_bin(at, shelves[at]) for at in sorted(shelves)), brier, len(bets))


def _bin(at: int, bets: list[Bet]) -> Bin:
    return Bin(
        low=at / BINS,
        high=(at + 1) / BINS,
        events=len(bets),
        confidence=sum(bet.confidence for bet in bets) / len(bets),
        right=sum(bet.right for bet in bets),
        exact=sum(bet.exact for bet in bets),
    )
