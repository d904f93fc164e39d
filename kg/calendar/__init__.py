"""Calendar and timeline: the dated events of a store, for a calendar program and for the terminal."""

from __future__ import annotations

from kg.calendar.agenda import Entry, entries, timeline
from kg.calendar.ics import calendar

__all__ = ["Entry", "calendar", "entries", "timeline"]
