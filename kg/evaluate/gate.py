"""The gate: floors under the figures, pinned to the exact articles on which they were reached."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError
from kg.evaluate.report import Report

GOLD_FILE, FLOORS_FILE, TEXTS = "gold.jsonl", "floors.json", "texts"


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that figures may be, by their names in `Report.figures`, and the digest of the gold they hold for."""

    sha256: str
    floors: Mapping[str, float]


def digest(folder: Path) -> str:
    """SHA-256, 64 hexadecimal digits, over a folder's gold records and texts, names included."""
    whole = hashlib.sha256()
    for path in [folder / GOLD_FILE, *sorted((folder / TEXTS).glob("*.txt"))]:
        whole.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def load_floors(folder: Path) -> Floors:
    """The floors that a folder of gold records keeps. Raises ReadError."""
    path = folder / FLOORS_FILE
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Floors(
            str(kept["sha256"]), {str(name): float(floor) for name, floor in kept["floors"].items()}
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(
            f"{path}: no floors ({error!r}); make them with python -m kg.evaluate.floors"
        ) from None


def save_floors(folder: Path, floors: Floors) -> None:
    """Write the floors of a folder, sorted by name."""
    kept = {"sha256": floors.sha256, "floors": dict(sorted(floors.floors.items()))}
    (folder / FLOORS_FILE).write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def gate(report: Report, floors: Mapping[str, float]) -> tuple[str, ...]:
    """One line for every figure that is below its floor, or that the report does not have; none is a pass.

    A figure with nothing to judge (None) is below every floor but 0.

    >>> from kg.evaluate.report import Share, Tally
    >>> half = Report(1, Tally(1, 1, 1), Share(), Share(), Tally(), {}, {}, Tally(), ())
    >>> gate(half, {"officials.f1": 0.5})
    ()
    >>> gate(half, {"officials.f1": 0.6, "events.f2": 0.0})
    ('officials.f1 is 0.5000, its floor 0.6000', 'events.f2 is no figure of a report')
    """
    figures = report.figures()
    lines = []
    for name, floor in floors.items():
        if name not in figures:
            lines.append(f"{name} is no figure of a report")
        elif (figures[name] or 0.0) < floor:
            lines.append(f"{name} is {figures[name] or 0.0:.4f}, its floor {floor:.4f}")
    return tuple(lines)
