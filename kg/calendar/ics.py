"""The calendar as a file of RFC 5545, for any calendar program."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import kg
from kg.calendar.agenda import Entry, day_after, entries
from kg.errors import UsageError
from kg.query.run import Queryable

# The words of RFC 5545. A planned event may still change; the exact status stands in CATEGORIES.
STATUS = {
    "held": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "planned": "TENTATIVE",
    "proposed": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}
UNDATED = date(1970, 1, 1)  # stamp of an event of whose articles none has a date: no clock is read here


def calendar(store: Queryable, *, period: str | None = None, name: str = "Diplomatic events") -> bytes:
    """The events whose days are known, as the bytes of an `.ics` file; the same store gives the same bytes.

    Every entry lasts whole days, because articles rarely tell the hour. Events of which only the month or
    year is known are left out. Raises UsageError without the extra `calendar`, or for what is no period.
    """
    try:
        import icalendar
    except ImportError:
        raise UsageError("a calendar needs an extra; pip install 'diplomatic-events[calendar]'") from None
    whole = icalendar.Calendar()
    whole.add("prodid", f"-//diplomatic-events//kg {kg.__version__}//EN")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("x-wr-calname", name)
    for entry in entries(store, period=period):
        if entry.exact:
            whole.add_component(event(entry))
    return bytes(whole.to_ical())


def event(entry: Entry) -> Any:
    """One entry as a VEVENT."""
    import icalendar

    made = icalendar.Event()
    made.add("uid", f"{entry.slug}@kg.example")
    made.add("dtstamp", stamp(entry))
    made.add("dtstart", entry.begin)
    made.add("dtend", day_after(entry.end))
    made.add("summary", clean(entry.label))
    made.add("status", STATUS.get(entry.status, "TENTATIVE"))
    made.add("transp", "TRANSPARENT")  # nobody's own time is taken
    made.add("class", "PUBLIC")
    made.add("categories", [entry.kind, entry.status])
    made.add("url", entry.iri)
    if entry.place:
        made.add("location", clean(entry.place))
    if entry.latitude and entry.longitude:
        made.add("geo", (float(entry.latitude), float(entry.longitude)))
    for name, official in entry.officials:
        attendee = icalendar.vCalAddress(official)
        attendee.params["CN"] = clean(name).replace('"', "'")
        made.add("attendee", attendee)
    for source in entry.sources:
        if source.url.startswith(("http://", "https://")):
            made.add("attach", source.url)
    made.add("description", description(entry))
    return made


def stamp(entry: Entry) -> datetime:
    """When the entry was last told of: the day of its newest article."""
    days = [source.published for source in entry.sources if source.published]
    return datetime.combine(date.fromisoformat(max(days)) if days else UNDATED, time(), UTC)


def description(entry: Entry) -> str:
    """Who, about what, and who says so."""
    lines = [f"{entry.kind}, {entry.status}" + (f", {entry.mode}" if entry.mode else "")]
    if entry.who:
        lines.append("Who: " + "; ".join(entry.who))
    if entry.topic:
        lines.append("About: " + entry.topic)
    for source in entry.sources:
        said = ", ".join(filter(None, (source.publisher, source.published)))
        lines.append(f"Source: {source.title}" + (f" ({said})" if said else ""))
    return "\n".join(map(clean, lines))


def clean(text: str) -> str:
    """A text on one line without control characters, which the format forbids."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
