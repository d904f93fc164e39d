"""The calendar in a parser that is not ours; whole days; the same bytes from the same store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from kg.calendar import calendar, entries, timeline
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.store import Store

SEEDS = Path(__file__).parents[2] / "seeds"
CHOSEN = (
    "2026-01-30_yokosuka-talks-held.txt",
    "2026-02-10_vieira-quirno-foz.html",
    "2026-02-17_villavicencio-visit-off.txt",
    "2026-03-24_tashkent-trilateral.html",
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with KnowledgeGraph(":memory:") as graph:
        graph.add(*(SEEDS / name for name in CHOSEN))
        yield graph.store


@pytest.fixture(scope="module")
def events(store: Store) -> list[Any]:
    parsed: Any = icalendar.Calendar.from_ical(calendar(store))
    assert parsed.get("version") == "2.0"
    assert parsed.get("prodid")
    return list(parsed.walk("VEVENT"))


def test_every_exact_event_is_there_once(store: Store, events: list[Any]) -> None:
    exact = [entry for entry in entries(store) if entry.exact]
    assert len(exact) >= 3
    assert {str(e["uid"]) for e in events} == {f"{entry.slug}@kg.example" for entry in exact}
    assert len(events) == len(exact)


def test_entries_last_whole_days(events: list[Any]) -> None:
    for event in events:
        begin, end = event["dtstart"].dt, event["dtend"].dt
        assert isinstance(begin, date)
        assert not isinstance(begin, datetime)
        assert end - begin >= timedelta(days=1)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert not event.errors


def test_yokosuka(events: list[Any]) -> None:
    (event,) = [e for e in events if "meeting" in str(e["uid"]) and "yokosuka" in str(e["uid"])]
    assert event["dtstart"].dt == date(2026, 1, 30)
    assert str(event["status"]) == "CONFIRMED"
    assert "Yokosuka" in str(event["location"])
    attendees = event["attendee"] if isinstance(event["attendee"], list) else [event["attendee"]]
    assert {"Ahn Gyu-back", "Koizumi Shinjiro", "Shinjiro Koizumi"} & {str(a.params["CN"]) for a in attendees}
    assert "Source: " in str(event["description"])
    assert event["dtstamp"].dt.date() == date(2026, 1, 30)


def test_lines_are_folded_and_end_as_the_format_asks(store: Store) -> None:
    data = calendar(store)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n", data)


def test_same_store_same_bytes(store: Store) -> None:
    assert calendar(store) == calendar(store)
    with KnowledgeGraph(":memory:") as graph:
        graph.add(*(SEEDS / name for name in reversed(CHOSEN)))
        assert calendar(graph.store) == calendar(store)


def test_period(store: Store) -> None:
    january: Any = icalendar.Calendar.from_ical(calendar(store, period="2026-01")).walk("VEVENT")
    assert january
    assert all(str(e["dtstart"].dt).startswith("2026-01") or str(e["dtend"].dt) >= "2026-01" for e in january)
    with pytest.raises(UsageError):
        calendar(store, period="soon")


def test_timeline_is_in_the_order_of_time(store: Store) -> None:
    rows = timeline(store)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert any("Ahn Gyu-back" in who and "Yokosuka" in place for _, _, _, who, place in rows)


def test_an_empty_store_gives_an_empty_calendar() -> None:
    with KnowledgeGraph(":memory:") as graph:
        assert not icalendar.Calendar.from_ical(calendar(graph.store)).walk("VEVENT")
        assert timeline(graph.store) == []
