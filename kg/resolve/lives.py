"""From the claims of one event to the event of the picture: its life, its values, its contradictions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal, TypeVar, get_args

from kg.model import Capacity, Event, Participation, PlaceClaim, Status, Value
from kg.read.story import count_stories
from kg.resolve.matching import same_city
from kg.resolve.time import span
from kg.resolve.told import LONGEST, WHOLE, Told, alone, place_words

OUTCOMES = ("held", "ongoing", "cancelled", "denied")
STAGES: tuple[Status, ...] = ("proposed", "planned", "postponed", "ongoing", "held", "cancelled", "denied")
Disagreement = Literal["date", "place", "participants", "status"]
S = TypeVar("S", bound=str)


def event(slug: str, formerly: tuple[str, ...], part_of: tuple[str, ...], told: Iterable[Told]) -> Event:
    """The event behind some tellings. `part_of` names the gatherings and visits that contain it."""
    tellings = sorted(told, key=lambda t: t.ref)
    status = final_status(tellings)
    when = chosen_date(tellings, status)
    place = chosen_place(tellings)
    return Event(
        slug=slug,
        kind=tellings[0].claim.kind,
        label=_label(tellings, when, place),
        status=status,
        mode=_most_told(tellings, lambda t: t.claim.mode) or "in-person",
        countries=tuple(sorted({code for t in tellings for code in t.claim.countries})),
        participations=_participations(tellings),
        edtf=when,
        place=place,
        topic=_most_told(tellings, lambda t: t.claim.topic),
        confidence=round(max(t.claim.confidence for t in tellings), 3),
        dates=_values(tellings, _stated),
        places=_values(tellings, lambda t: place_name(t.claim.place)),
        statuses=_life(tellings),
        disagrees_on=disagreements(tellings),
        claims=tuple(t.ref for t in tellings),
        articles=_texts(tellings),
        part_of=part_of,
        gathering=_most_told(tellings, lambda t: t.claim.gathering),
        formerly=formerly,
    )


def best_alone(told: Sequence[Told]) -> str:
    """The slug of an event: the one that its most telling claim would have alone.

    That is a claim which states the date and the place that the event has in the picture, and names the
    most people; the slug that most articles give decides between equals.
    """
    when, place = chosen_date(told, final_status(told)), chosen_place(told)
    alones = {one.ref: alone(one) for one in told}
    counts = {value.value: value.articles for value in _values(told, lambda one: alones[one.ref])}

    def poverty(one: Told) -> tuple[bool, bool, int, int, str]:
        mine = one.claim.when.edtf if one.claim.when else None
        named = len({official for official in one.officials if official})
        slug = alones[one.ref]
        return mine != when, place_name(one.claim.place) != place_name(place), -named, -counts[slug], slug

    return alones[min(told, key=poverty).ref]


def place_name(place: PlaceClaim | None) -> str | None:
    """A place as a value: "Yokosuka, JP"."""
    if place is None:
        return None
    return f"{place.name}, {place.country}" if place.country else place.name


def _texts(told: Iterable[Told]) -> int:
    stories = {t.story for t in told}
    return count_stories(stories) if len(stories) > 1 else len(stories)


def _values(told: Sequence[Told], value_of: Callable[[Told], str | None]) -> tuple[Value, ...]:
    by_value: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        value = value_of(one)
        if value is not None:
            by_value[value].append(one)
    found = [Value(v, tuple(sorted(t.ref for t in group)), _texts(group)) for v, group in by_value.items()]
    return tuple(sorted(found, key=lambda v: (-v.articles, v.value)))


def _most_told(told: Sequence[Told], value_of: Callable[[Told], S | None]) -> S | None:
    """What most texts say; the first in alphabetical order of equals."""
    by_value: dict[S, set[str]] = defaultdict(set)
    for one in told:
        value = value_of(one)
        if value is not None:
            by_value[value].add(one.story)
    return min(by_value, key=lambda v: (-count_stories(by_value[v]), v)) if by_value else None


def _day(told: Told) -> str:
    """The publication date, for ordering; an unknown one comes first."""
    return told.published.isoformat() if told.published else ""


def _life(told: Sequence[Told]) -> tuple[Value, ...]:
    """The statuses in the order in which they were first published."""
    found = _values(told, lambda t: t.claim.status)
    first = {v.value: min(_day(t) for t in told if t.claim.status == v.value) for v in found}
    order: dict[str, int] = {status: i for i, status in enumerate(STAGES)}
    return tuple(sorted(found, key=lambda v: (first[v.value], order[v.value])))


def final_status(told: Sequence[Told]) -> Status:
    """Where the life of an event has got to.

    What has happened stands over what was ahead, whenever the latter was published, unless a plan made
    after a cancellation revives it. Between outcomes more texts decide, then the later publication;
    between plans the later publication, then the later stage.
    """
    outcomes = [t for t in told if t.claim.status in OUTCOMES]
    ahead = [t for t in told if t.claim.status not in OUTCOMES]
    if outcomes and not any(t.claim.status in ("held", "ongoing") for t in outcomes):
        last = max(_day(t) for t in outcomes)
        if any(t.claim.status == "planned" and _day(t) > last for t in ahead):
            outcomes = []
    if not outcomes:
        return max(ahead, key=lambda t: (_day(t), STAGES.index(t.claim.status))).claim.status
    texts: dict[Status, list[Told]] = defaultdict(list)
    for one in outcomes:
        texts[one.claim.status].append(one)
    if "held" in texts:
        texts.pop("ongoing", None)  # what was going on has come to its end
    return max(texts, key=lambda s: (_texts(texts[s]), max(map(_day, texts[s])), STAGES.index(s)))


def chosen_date(told: Sequence[Told], status: Status) -> str | None:
    """The date of the picture: what most texts state among those that tell of the final status.

    A precise date goes before a vague one, for plans a later publication before an earlier one; between
    dates that equally many state, whoever else states one decides: plans, say.
    """
    stated = [t for t in told if t.when is not None]
    telling = [t for t in stated if t.claim.status == status]
    if status in ("held", "ongoing"):
        telling = [t for t in stated if t.claim.status in ("held", "ongoing")]
    if not any(t.when is not None and t.when.days <= WHOLE for t in telling):
        telling = stated  # a plan for a day says more than "last month"
    if status in ("planned", "postponed", "proposed"):
        newest = max((_day(t) for t in telling), default="")
        telling = [t for t in telling if _day(t) == newest]
    found = _values(telling, _stated)
    all_told = {value.value: value.articles for value in _values(stated, _stated)}

    def rank(value: Value) -> tuple[bool, int, int, int, str]:
        when = span(value.value)
        days = when.days if when else LONGEST
        return days > WHOLE, -value.articles, -all_told[value.value], days, value.value

    return min(found, key=rank).value if found else None


def _stated(told: Told) -> str | None:
    return told.claim.when.edtf if told.claim.when else None


def chosen_place(told: Sequence[Told]) -> PlaceClaim | None:
    """The place of the picture: the city that most texts name, else the state; its first statement."""
    with_place = [t for t in told if t.claim.place is not None]
    found = _values(with_place, lambda t: place_name(t.claim.place))
    if not found:
        return None
    by_name = {place_name(t.claim.place): t.claim.place for t in reversed(with_place)}
    best = min(found, key=lambda v: (not place_words(by_name[v.value])[0], -v.articles, v.value))
    return by_name[best.value]


def disagreements(told: Sequence[Told]) -> tuple[Disagreement, ...]:
    """On what the tellings are at odds; a refinement is no disagreement, nor is the course of a life."""
    checks: dict[Disagreement, Callable[[Sequence[Told]], bool]] = {
        "date": _dates_clash,
        "participants": _people_clash,
        "place": _places_clash,
        "status": _statuses_clash,
    }
    return tuple(name for name, clash in sorted(checks.items()) if clash(told))


def _dates_clash(told: Sequence[Told]) -> bool:
    moved = [_day(t) for t in told if t.claim.status == "postponed"]
    current = [
        t for t in told if not (moved and t.claim.status in ("planned", "proposed") and _day(t) <= max(moved))
    ]
    spans = sorted({t.when for t in current if t.when is not None})
    return any(a.gap(b) > 0 for a, b in combinations(spans, 2))


def _places_clash(told: Sequence[Told]) -> bool:
    places = sorted({place_words(t.claim.place) for t in told if t.claim.place is not None})
    several = told[0].claim.kind == "visit"  # a visit may lead through several cities of one state
    for (city, country), (other, elsewhere) in combinations(places, 2):
        if country and elsewhere and country != elsewhere:
            return True
        if city and other and not several and not same_city(city, other):
            return True
    return False


def _people_clash(told: Sequence[Told]) -> bool:
    """Whether two texts name, for one party, nobody in common."""
    sides: dict[str, set[frozenset[str]]] = defaultdict(set)
    if len({code for t in told for code in t.claim.countries}) > 4:
        return False  # of a large gathering every outlet names its own people
    for one in told:
        named: dict[str, set[str]] = defaultdict(set)
        for part, who in zip(one.claim.participations, one.officials, strict=True):
            if part.country and who:
                named[part.country].add(who)
        for party, people in named.items():
            sides[party].add(frozenset(people))
    return any(not a & b for sets in sides.values() for a, b in combinations(sorted(sets, key=sorted), 2))


def _statuses_clash(told: Sequence[Told]) -> bool:
    said = {t.claim.status for t in told}
    return bool(said & {"held", "ongoing"}) and bool(said & {"cancelled", "denied"})


def _participations(told: Sequence[Told]) -> tuple[Participation, ...]:
    groups: dict[tuple[str, str], list[tuple[Told, Capacity, str | None]]] = defaultdict(list)
    for one in told:
        for part, who, role in zip(one.claim.participations, one.officials, one.roles, strict=True):
            groups[who or "", part.country or ""].append((one, part.capacity, role))
    named = {country for who, country in groups if who}
    found = [
        _participation(who, country, group)
        for (who, country), group in groups.items()
        if who or country not in named
    ]
    return tuple(sorted(found, key=lambda p: (p.country or "", p.official or "", p.capacity)))


def _participation(
    who: str, country: str, group: Sequence[tuple[Told, Capacity, str | None]]
) -> Participation:
    order = get_args(Capacity)
    by_capacity: dict[Capacity, set[str]] = defaultdict(set)
    by_role: dict[str, set[str]] = defaultdict(set)
    for one, capacity, role in group:
        by_capacity[capacity].add(one.story)
        if role:
            by_role[role].add(one.story)
    return Participation(
        official=who or None,
        country=country or None,
        capacity=min(by_capacity, key=lambda c: (-count_stories(by_capacity[c]), order.index(c))),
        role=min(by_role, key=lambda r: (-count_stories(by_role[r]), r)) if by_role else None,
        claims=tuple(sorted({one.ref for one, _, _ in group})),
        articles=_texts(one for one, _, _ in group),
    )


def _label(told: Sequence[Told], when: str | None, place: PlaceClaim | None) -> str:
    """A name for people: "Meeting: Ahn Gyu-back, Shinjiro Koizumi (Yokosuka, 2026-01-30)"."""
    names: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in told:
        for who, name in zip(one.officials, one.names, strict=True):
            if who and name:
                names[who][name] += 1
    people = sorted(min(forms, key=lambda n: (-len(n.split()), -forms[n], n)) for forms in names.values())
    who = ", ".join(people[:4]) + (f" and {len(people) - 4} more" if len(people) > 4 else "")
    who = who or ", ".join(sorted({code for t in told for code in t.claim.countries})[:6])
    detail = ", ".join(part for part in (place.name if place else None, when) if part)
    return f"{told[0].claim.kind.capitalize()}: {who}" + (f" ({detail})" if detail else "")
