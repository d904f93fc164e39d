"""Decisions worth a look, noted while resolving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kg.resolve.atoms import Atom


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two atoms that were, or were nearly, taken for one person."""

    left: Atom
    right: Atom
    merged: bool
    score: float  # 0 to 1: how sure the tool is that they are the same
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class EventDoubt:
    """Two event claims that were, or were nearly, taken for one event."""

    left: tuple[str, int]
    right: tuple[str, int]
    merged: bool
    score: float
    reason: str


Note = Callable[[Doubt], None]
EventNote = Callable[[EventDoubt], None]
Of = Literal["official", "event"]


def unnoted(_: Doubt | EventDoubt) -> None:
    """Takes no notes."""
