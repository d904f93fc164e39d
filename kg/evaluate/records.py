"""Gold and predicted records: loaded, and read with every missing key as empty."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from kg.errors import ReadError, UsageError


@dataclass(frozen=True, slots=True)
class OfficialRecord:
    """An official of a record."""

    name: str
    role: str
    country: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event of a record. `may_people` and `may_parties` are neither required nor wrong."""

    kind: str
    people: tuple[str, ...]
    parties: tuple[str, ...]
    place: str
    place_country: str | None
    date: str | None
    status: str | None
    evidence: str | None
    optional: bool
    confidence: float | None
    may_people: tuple[str, ...]
    may_parties: tuple[str, ...]

    def __str__(self) -> str:
        people = "+".join(self.people) or "-"
        when = f"{self.place or None} {self.date} {self.status}"
        return f"{self.kind} {people} {'/'.join(self.parties)} @{when}"


def load(path: Path, which: str) -> list[Mapping[str, Any]]:
    """The records of a file with one JSON object per line; `which` names it in messages. Raises ReadError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(
            f"{path}: the {which} records cannot be read ({error}); name a JSON Lines file"
        ) from None
    records: list[Mapping[str, Any]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise ReadError(
                f"{path}:{number}: no JSON object ({error.msg}); write one record per line"
            ) from None
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            raise ReadError(f'{path}:{number}: a record is a JSON object with an "id" in quotes')
        records.append(record)
    return records


def by_id(records: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Records by their id; of two with one id the later counts. Raises UsageError for a record without one."""
    out: dict[str, Mapping[str, Any]] = {}
    for record in records:
        if "id" not in record:
            raise UsageError('a predicted record has no "id": records are joined by it')
        out[record["id"]] = record
    return out


def officials_of(record: Mapping[str, Any]) -> list[OfficialRecord]:
    """The officials of a record."""
    return [
        OfficialRecord(o.get("name") or "", o.get("role") or "", o.get("country"), bool(o.get("optional")))
        for o in record.get("officials") or []
    ]


def events_of(record: Mapping[str, Any]) -> list[EventRecord]:
    """The events of a record."""
    return [_event(e) for e in record.get("events") or []]


def _event(e: Mapping[str, Any]) -> EventRecord:
    may = cast("Mapping[str, Any]", e.get("may") or {})
    confidence = e.get("confidence")
    return EventRecord(
        kind=e.get("kind") or "?",
        people=tuple(e.get("participants") or ()),
        parties=tuple(e.get("countries") or ()),
        place=e.get("place") or "",
        place_country=e.get("place_country"),
        date=e.get("date"),
        status=e.get("status"),
        evidence=e.get("evidence"),
        optional=bool(e.get("optional")),
        confidence=float(confidence) if isinstance(confidence, int | float) else None,
        may_people=tuple(may.get("participants") or ()),
        may_parties=tuple(may.get("countries") or ()),
    )
