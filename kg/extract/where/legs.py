"""One journey, several hosts: "travelled to Riga and Vilnius for talks with the presidents, X and Y" is two talks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.places.find import PlacePhrase
from kg.extract.where.sites import nearest_place
from kg.reference import party
from kg.vocab import BODIES

_SPLIT = frozenset({"talk-noun", "side-verb", "face-verb"})


def at_each_stop(found: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of one sentence; talks with the hosts of several stops become talks at each of them."""
    told = list(found)
    for d in told:
        stops = _stops(d, told)
        legs = _legs(d, stops)
        if not legs and len(stops) > 1:
            _at_the_host(d, stops, told)
        yield from legs or [d]


def _at_the_host(meeting: Draft, stops: dict[str, PlacePhrase], told: list[Draft]) -> None:
    """ "Flew to Riga on Monday and on to Vilnius the day after, discussing grain with X and with Y": each at home."""
    homes = {s.country for s in meeting.sides if s.official is not None and s.country in stops}
    at = meeting.place or nearest_place(meeting.tree, meeting.trigger)
    on_the_way = at is None or at in stops.values()
    if meeting.kind != "meeting" or meeting.rule not in _SPLIT or not on_the_way or len(homes) != 1:
        return
    meeting.place, meeting.place_stated = stops[next(iter(homes)) or ""], True
    days = [v.date for v in told if v.kind == "visit" and v.place == meeting.place]
    meeting.date = next(iter(days), None) or meeting.date


def _stops(meeting: Draft, told: list[Draft]) -> dict[str, PlacePhrase]:
    """Where those who meet others went in the same sentence, by state."""
    return {
        v.place.country: v.place
        for v in told
        if v.kind == "visit" and v.place is not None and v.officials and v.officials <= meeting.officials
    }


def _stop(code: str | None, stops: dict[str, PlacePhrase]) -> str | None:
    """The state on the way in which a host receives: his own, or that in which his body sits."""
    if code is None or code in stops:
        return code
    seats = party(code).capitals if code in BODIES else ()
    return next((state for state, place in stops.items() if place.name in seats), None)


def _legs(meeting: Draft, stops: dict[str, PlacePhrase]) -> list[Draft]:
    """The talks at each stop, or none where not every stop has a host of its own."""
    if meeting.kind != "meeting" or meeting.rule not in _SPLIT or len(stops) < 2 or meeting.place is not None:
        return []
    hosts = [s for s in meeting.sides if _stop(s.country, stops)]
    guests = [s for s in meeting.sides if s not in hosts]
    states = [_stop(s.country, stops) for s in hosts]
    if not guests or len(set(states)) < 2 or any(s.official is None for s in hosts):
        return []
    return [
        replace(
            meeting,
            sides=[*guests, *(s for s in hosts if _stop(s.country, stops) == state)],
            place=stops[state],
            place_stated=True,
            rules=[],
        )
        for state in dict.fromkeys(states)
        if state is not None
    ]
