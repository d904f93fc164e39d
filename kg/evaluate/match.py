"""Which predicted event is which gold event, and what is right about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from kg.evaluate.compare import parties_alike, people_alike, same_date, same_name, words
from kg.evaluate.records import EventRecord

# What an event has in common beside its people or parties only decides between several that would fit.
_DATE, _PLACE, _PARTIES, _STATUS = 0.3, 0.2, 0.1, 0.1
_HALF = 0.5  # that much of the people (or the parties, where nobody is named) must be the same
_ALL = 0.99  # of the parties, where only one side names people

_SAME_STATUS = ({"held", "ongoing"},)  # told from each other by the hour of going to press

T = TypeVar("T")


def pair(
    gold: Sequence[T], predicted: Sequence[T], likeness: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """Positions of those that belong together, the most alike first, each used once; the earlier wins a tie.

    >>> pair([10, 20], [19, 11, 12], lambda g, p: 5 - abs(g - p))
    [(0, 1), (1, 0)]
    """
    fits = [(-likeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    out = []
    for dislike, i, j in sorted(fits):
        if dislike < 0 and i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            out.append((i, j))
    return out


def likeness(gold: EventRecord, predicted: EventRecord) -> float:
    """How well a predicted event fits a gold event; 0 when they cannot be the same."""
    if gold.kind != predicted.kind:
        return 0.0
    parties = parties_alike(gold.parties, predicted.parties)
    core = _core(gold, predicted, parties)
    if not core:
        return 0.0
    place = words(gold.place) == words(predicted.place)
    # Added in one fixed order: sums of fractions that differ in the last bit would break ties by chance.
    core += _DATE * same_date(gold.date, predicted.date)
    core += _PLACE * place
    core += _PARTIES * parties
    return core + _STATUS * (gold.status == predicted.status)


def _core(gold: EventRecord, predicted: EventRecord, parties: float) -> float:
    if gold.people and predicted.people:
        people = people_alike(gold.people, predicted.people)
        return people if people >= _HALF else 0.0
    if gold.people or predicted.people:
        return 0.5 * parties if parties >= _ALL else 0.0
    return parties if parties >= _HALF else 0.0


def right_fields(gold: EventRecord, predicted: EventRecord) -> dict[str, bool]:
    """For each field of a matched event, whether it is right."""
    return {
        "participants": _people_right(gold, predicted),
        "countries": _parties_right(gold, predicted),
        "place": _place_right(gold, predicted),
        "date": same_date(gold.date, predicted.date),
        "status": _status_right(gold, predicted),
    }


def exact(gold: EventRecord, predicted: EventRecord, right: dict[str, bool]) -> bool:
    """Whether everything about a matched event is right; of the place, its country."""
    country = not gold.place or gold.place_country == predicted.place_country
    return country and right["participants"] and right["countries"] and right["date"] and right["status"]


def _people_right(gold: EventRecord, predicted: EventRecord) -> bool:
    def required(people: tuple[str, ...]) -> list[str]:
        return [name for name in people if not any(same_name(name, may) for may in gold.may_people)]

    named, told = required(gold.people), required(predicted.people)
    return (not named and not told) or people_alike(named, told) == 1.0


def _parties_right(gold: EventRecord, predicted: EventRecord) -> bool:
    may = set(gold.may_parties)
    return set(gold.parties) - may == set(predicted.parties) - may


def _place_right(gold: EventRecord, predicted: EventRecord) -> bool:
    if gold.place:
        return not set(words(gold.place)).isdisjoint(words(predicted.place))
    # No place is told: a capital of one of the parties is then a fair guess.
    return not predicted.place or predicted.place_country in gold.parties


def _status_right(gold: EventRecord, predicted: EventRecord) -> bool:
    return gold.status == predicted.status or {gold.status, predicted.status} in _SAME_STATUS
