"""The filters that the network page, `kg graph` and `to_networkx` share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from kg.errors import UsageError
from kg.model import KINDS, STATUSES


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events to keep; an empty field keeps all. Within a field any value will do, the fields
    must all agree. `since` and `until` are EDTF days, months or years ("2026-01"); an event counts
    when its days touch the period, one without a date only when no period is asked for.

    >>> Filters(states=("KR", "JP"), since="2026-01").describe()
    'states KR, JP; since 2026-01'
    """

    states: tuple[str, ...] = ()  # codes of states or bodies
    officials: tuple[str, ...] = ()  # slugs (last part of the IRI)
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    min_sources: int = 1  # articles behind the event
    text: str = ""  # words that stand in label, topic, names, place or quotes, case ignored

    def __post_init__(self) -> None:
        for what, given, known in (("kind", self.kinds, KINDS), ("status", self.statuses, STATUSES)):
            for value in given:
                if value not in known:
                    raise UsageError(f"unknown {what} {value!r}: use one of {', '.join(known)}")
        for day in (self.since, self.until):
            if day is not None and not _is_date(day):
                raise UsageError(
                    f"not a date: {day!r}; write a day, month or year such as 2026-01-30, 2026-01 or 2026"
                )

    def describe(self) -> str:
        """The filters in words, "" when nothing is filtered."""
        said = []
        for each in fields(self):
            value = getattr(self, each.name)
            if value == each.default:
                continue
            shown = ", ".join(value) if isinstance(value, tuple) else str(value)
            said.append(f"{each.name.replace('_', ' ')} {shown}")
        return "; ".join(said)

    def keeps(self, event: dict[str, Any], *, officials: Iterable[str], text: str) -> bool:
        """Whether an event passes. `event` holds kind, status, parties (codes), begin, end, articles;
        `officials` are the slugs that take part, `text` all that can be searched."""
        return (
            _touches(self.states, event["parties"])
            and _touches(self.officials, officials)
            and (not self.kinds or event["kind"] in self.kinds)
            and (not self.statuses or event["status"] in self.statuses)
            and event["articles"] >= self.min_sources
            and self._in_period(event.get("begin"), event.get("end"))
            and all(word in text.casefold() for word in self.text.casefold().split())
        )

    def _in_period(self, begin: str | None, end: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if begin is None:
            return False
        # Prefixes of ISO days compare as text: "2026-01" covers every day that starts with it.
        late = end or begin
        starts_in_time = self.until is None or begin[: len(self.until)] <= self.until
        return starts_in_time and (self.since is None or late[: len(self.since)] >= self.since)


def _touches(wanted: tuple[str, ...], there: Iterable[str]) -> bool:
    return not wanted or not set(wanted).isdisjoint(there)


def _is_date(text: str) -> bool:
    parts = text.split("-")
    widths = [len(part) for part in parts]
    if widths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isdecimal() for part in parts):
        return False
    return all(1 <= int(part) <= top for part, top in zip(parts[1:], (12, 31), strict=False))
