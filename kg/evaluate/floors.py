"""Mend the floors of a folder of gold records: `python -m kg.evaluate.floors [FOLDER] [NAME=VALUE…] [--raise]`.

Writes the digest of the records and texts as they are now, sets the floors that are given, and with `--raise`
lifts every floor to what the extractor reaches. No floor is ever lowered.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.errors import KgError, UsageError
from kg.evaluate.gate import FLOORS_FILE, GOLD_FILE, Floors, digest, load_floors, save_floors

DEFAULT_FOLDER = Path("data/gold")


def lifted(old: Mapping[str, float], new: Mapping[str, float]) -> dict[str, float]:
    """Old floors with new ones over them. Raises UsageError when one would be lowered or is no share.

    >>> lifted({"events.f1": 0.5}, {"events.f1": 0.6, "exact.f1": 0.1})
    {'events.f1': 0.6, 'exact.f1': 0.1}
    """
    for name, floor in new.items():
        if not 0.0 <= floor <= 1.0:
            raise UsageError(f"{name}={floor}: a floor lies between 0 and 1")
        if floor < old.get(name, 0.0):
            raise UsageError(f"{name}: floors only rise; it stands at {old[name]}, {floor} is lower")
    return {**old, **new}


def mend(folder: Path, given: Mapping[str, float], *, raise_all: bool = False) -> Floors:
    """Write and return a folder's floors: its digest now, `given` floors set, with `raise_all` every floor lifted."""
    old = load_floors(folder).floors if (folder / FLOORS_FILE).exists() else {}
    floors = lifted(old, given)
    if raise_all:
        floors = lifted(floors, {n: max(v, floors[n]) for n, v in _reached(folder).items() if n in floors})
    mended = Floors(digest(folder), floors)
    save_floors(folder, mended)
    return mended


def _reached(folder: Path) -> dict[str, float]:
    """What the extractor reaches, cut off after three digits so that the same run passes."""
    from kg.evaluate import evaluate

    figures = evaluate(folder / GOLD_FILE).figures()
    return {name: math.floor(value * 1000) / 1000 for name, value in figures.items() if value is not None}


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    options = [a for a in arguments if a.startswith("-")]
    pairs = dict(a.split("=", 1) for a in arguments if "=" in a and a not in options)
    folders = [Path(a) for a in arguments if a not in options and "=" not in a]
    try:
        if set(options) - {"--raise"} or len(folders) > 1:
            raise UsageError("usage: python -m kg.evaluate.floors [FOLDER] [NAME=VALUE…] [--raise]")
        try:
            given = {name: float(value) for name, value in pairs.items()}
        except ValueError:
            raise UsageError("a floor is written NAME=VALUE, as in events.f1=0.8") from None
        floors = mend(folders[0] if folders else DEFAULT_FOLDER, given, raise_all="--raise" in options)
    except KgError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except FileNotFoundError as error:
        print(f"{error.filename}: no such file; name a folder with {GOLD_FILE} and texts/", file=sys.stderr)
        return 1
    print(
        f"{floors.sha256}\n" + "\n".join(f"{name} {floor}" for name, floor in sorted(floors.floors.items()))
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
