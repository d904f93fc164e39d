"""Tellings gathered into events: precise ones first, vague ones where they fit one event only.

Two steps, each local. *Neighbourhoods*: bundles (tellings with equal facts) that could be one event two by
two, connected. *Splitting*: within a neighbourhood, the likeliest pairs are joined first, and two events
of which one article tells apart, or whose officials contradict each other, are never joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import log10

from kg.model import ClaimRef
from kg.resolve.doubts import EventDoubt, EventNote, unnoted
from kg.resolve.matching import LIKELY, likeness, people_agree, places_agree, same_city
from kg.resolve.time import Span
from kg.resolve.told import (
    AROUND,
    MOVED,
    Facts,
    Side,
    Told,
    asked_keys,
    facts,
    own_keys,
    party_keys,
    search_keys,
)
from kg.resolve.unions import Union

CLEARLY = 0.06  # by how much an event must fit a vague telling better than any other
TOLD_APART = 0.15  # share of the smaller side's articles that must tell two events for them to be two


@dataclass(frozen=True, slots=True)
class Bundle:
    """Tellings with equal facts."""

    facts: Facts
    refs: tuple[ClaimRef, ...]  # sorted
    stories: frozenset[str]

    @property
    def articles(self) -> frozenset[str]:
        """The keys of the articles."""
        return frozenset(key for key, _ in self.refs)


Cluster = tuple[Bundle, ...]  # sorted by first ref
Scores = dict[ClaimRef, float]  # how well events, by name, fit a telling; those that do not are left out


def bundles(told: Iterable[Told]) -> list[Bundle]:
    """Tellings with equal facts put together, sorted by their first."""
    by_facts: dict[Facts, list[Told]] = defaultdict(list)
    for one in told:
        by_facts[facts(one)].append(one)
    found = [
        Bundle(fact, tuple(sorted(t.ref for t in group)), frozenset(t.story for t in group))
        for fact, group in by_facts.items()
    ]
    return sorted(found, key=lambda bundle: bundle.refs)


def neighbourhoods(layer: Sequence[Bundle]) -> list[Cluster]:
    """Bundles of one layer, connected where two could be one event."""
    union: Union[int] = Union(range(len(layer)))
    for a, b in pairs(layer):
        if linked(layer[a].facts, layer[b].facts):
            union.join(a, b)
    return [tuple(layer[i] for i in group) for group in union.groups()]


def linked(a: Facts, b: Facts) -> bool:
    """Whether two bundles of one layer, by their facts, could be one event, so that they are looked at together."""
    return likeness(a, b) >= LIKELY or _moved_day(a, b)


def pairs(layer: Sequence[Bundle]) -> list[tuple[int, int]]:
    """Pairs of bundles worth comparing: a key in common and dates near each other; by sweeping over time."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, bundle in enumerate(layer):
        for key in {*party_keys(bundle.facts), *asked_keys(bundle.facts)}:
            by_key[bundle.facts.kind, key].append(i)
    found: set[tuple[int, int]] = set()
    for sharing in by_key.values():
        ordered = sorted(sharing, key=lambda i: (_start(layer[i].facts), i))
        for n, i in enumerate(ordered):
            reach = _reach(layer[i].facts)
            for j in ordered[n + 1 :]:
                if _start(layer[j].facts) > reach:
                    break
                found.add((i, j) if i < j else (j, i))
    return sorted(found)


def _start(fact: Facts) -> int:
    return fact.when.low if fact.when else fact.published


def _reach(fact: Facts) -> int:
    """The last day on which another telling of the same event may begin."""
    if fact.when is None:
        return fact.published + 3
    return fact.when.high + (MOVED if fact.status in ("planned", "proposed") else AROUND)


def split(neighbourhood: Cluster, note: EventNote = unnoted) -> list[Cluster]:
    """The events of one neighbourhood: the likeliest pairs first, contradictions never."""
    clusters: dict[int, set[int]] = {i: {i} for i in range(len(neighbourhood))}
    where = {i: i for i in clusters}
    edges = []
    for i, a in enumerate(neighbourhood):
        for j in range(i + 1, len(neighbourhood)):
            score = likeness(a.facts, neighbourhood[j].facts)
            if score >= LIKELY:
                edges.append((-score, i, j))
    for negative, i, j in sorted(edges):
        left, right = where[i], where[j]
        if left == right:
            continue
        joins = not _contradict(
            [neighbourhood[x] for x in clusters[left]], [neighbourhood[y] for y in clusters[right]]
        )
        _doubt(note, neighbourhood[i], neighbourhood[j], joins, -negative)
        if joins:
            _join(clusters, where, left, right)
    _join_moved(neighbourhood, clusters, where, note)
    return sorted(
        (tuple(neighbourhood[i] for i in sorted(members)) for members in clusters.values()),
        key=lambda c: c[0].refs,
    )


def _join(clusters: dict[int, set[int]], where: dict[int, int], left: int, right: int) -> None:
    keep, gone = min(left, right), max(left, right)
    for member in clusters[gone]:
        where[member] = keep
    clusters[keep] |= clusters.pop(gone)


def _doubt(note: EventNote, a: Bundle, b: Bundle, joins: bool, score: float) -> None:
    if joins and score > 0.75:
        return
    reason = "date, place or people differ a little" if joins else "articles tell them apart"
    note(EventDoubt(a.refs[0], b.refs[0], joins, round(score if joins else score / 2, 3), reason))


def _contradict(a: Sequence[Bundle], b: Sequence[Bundle]) -> bool:
    """Whether two groups of bundles cannot be one event."""
    if told_apart(a, b):
        return True
    for x in a:
        for y in b:
            several = len(x.facts.parties | y.facts.parties) > 4  # of a conference each names its own people
            if not several and x.facts.complete and y.facts.complete and not people_agree(x.facts, y.facts):
                return True
            if _held_apart(x.facts, y.facts):
                return True
    return False


def _held_apart(a: Facts, b: Facts) -> bool:
    """Whether both are said to have taken place, on different days."""
    if a.status not in ("held", "ongoing") or b.status not in ("held", "ongoing"):
        return False
    return a.when is not None and b.when is not None and a.when.gap(b.when) > 0


def told_apart(a: Sequence[Bundle], b: Sequence[Bundle]) -> bool:
    """Whether enough articles tell both, as two events: one is enough where there are few."""
    mine = frozenset[str]().union(*(bundle.articles for bundle in a))
    theirs = frozenset[str]().union(*(bundle.articles for bundle in b))
    return len(mine & theirs) > TOLD_APART * min(len(mine), len(theirs)) if mine & theirs else False


def _moved_day(x: Facts, y: Facts) -> bool:
    """Whether two reports of what took place differ by one day only and agree in all else; see `_join_moved`."""
    if x.kind != y.kind or x.when is None or y.when is None or x.layer > 1 or y.layer > 1:
        return False
    if x.when.gap(y.when) != 1 or not _held_apart(x, y) or x.people != y.people or len(x.people) < 2:
        return False
    return places_agree(x, y, firm=False) > 0


def _one_city(a: Facts, b: Facts) -> bool:
    """Whether both name a city, and the same one."""
    return bool(a.city and b.city) and a.country == b.country and same_city(a.city, b.city)


def _join_moved(
    neighbourhood: Cluster, clusters: dict[int, set[int]], where: dict[int, int], note: EventNote
) -> None:
    """Join two events a day apart and alike in all else, where the day is what the articles disagree on.

    That is so where both name the one city (nobody meets the same people there on two days, and no article
    tells of both), else where one is told by three times as many as the other.
    """
    edges = [
        (i, j)
        for i, a in enumerate(neighbourhood)
        for j in range(i + 1, len(neighbourhood))
        if _moved_day(a.facts, neighbourhood[j].facts)
    ]
    for i, j in edges:
        left, right = where[i], where[j]
        if left == right:
            continue
        sides = [[neighbourhood[x] for x in sorted(clusters[side])] for side in (left, right)]
        counts = sorted(len(frozenset[str]().union(*(b.stories for b in side))) for side in sides)
        one_city = _one_city(neighbourhood[i].facts, neighbourhood[j].facts)
        joins = (one_city or 3 * counts[0] <= counts[1]) and not told_apart(*sides)
        reason = "a day apart, and few say so" if joins else "a day apart"
        if joins and one_city:
            reason = "a day apart, in one city"
        note(
            EventDoubt(
                neighbourhood[i].refs[0], neighbourhood[j].refs[0], joins, 0.5 if joins else 0.35, reason
            )
        )
        if joins:
            _join(clusters, where, left, right)


@dataclass(slots=True)
class Gathered:
    """An event: the bundles that founded it, all of one layer, and vaguer ones that were given to it."""

    founders: Cluster
    joined: list[Bundle] = field(default_factory=list)

    @property
    def refs(self) -> tuple[ClaimRef, ...]:
        """All its claims, sorted."""
        return tuple(sorted(ref for bundle in (*self.founders, *self.joined) for ref in bundle.refs))


@dataclass(slots=True)
class Gathering:
    """All events by name, and for each vaguer bundle (by its first claim) how well events fit it."""

    events: dict[ClaimRef, Gathered] = field(default_factory=dict)
    scores: dict[ClaimRef, Scores] = field(default_factory=dict)

    @property
    def groups(self) -> list[tuple[ClaimRef, ...]]:
        """The claims of each event, sorted."""
        return sorted(event.refs for event in self.events.values())


def name(event: Cluster) -> ClaimRef:
    """What an event is called before it has a slug: the first claim of its founders."""
    return event[0].refs[0]


def scores(bundle: Bundle, events: Iterable[Cluster]) -> Scores:
    """How well each event, by its founders, fits a vaguer telling."""
    fits = {name(event): (fit(bundle, event), event) for event in events}
    return {event_name: score + weight(event) for event_name, (score, event) in fits.items() if score}


def best_event(scores: Scores) -> ClaimRef | None:
    """Which event a vaguer telling is of; None when none fits or two fit about equally.

    >>> best_event({("a", 1): 0.8, ("b", 1): 0.7}), best_event({("a", 1): 0.8, ("b", 1): 0.79})
    (('a', 1), None)
    """
    ranked = sorted(scores, key=lambda event_name: (-scores[event_name], event_name))
    if not ranked or scores[ranked[0]] < LIKELY:
        return None
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < CLEARLY:
        return None
    return ranked[0]


def fit(bundle: Bundle, event: Cluster) -> float:
    """How well a telling fits an event: as its likeliest founder, or as all founders together, if better."""
    best = max(likeness(bundle.facts, fact) for fact in (*(other.facts for other in event), together(event)))
    if not best and bundle.facts.layer == 1 and weight(event) > 0.05:  # four articles or more say another day
        best = max(
            likeness(replace(bundle.facts, when=shifted), together(event)) for shifted in _next_days(bundle)
        )
        best = 0.5 * best if best >= 0.6 else 0.0
    if best < LIKELY or told_apart([bundle], event):
        return 0.0
    over = bundle.facts.status in ("held", "ongoing")
    if over and not any(other.facts.status in ("held", "ongoing") for other in event):
        return best * 0.75  # what took place is rather something that others, too, say took place
    return best


def _next_days(bundle: Bundle) -> list[Span]:
    when = bundle.facts.when
    return [Span(when.low + by, when.high + by) for by in (-1, 1)] if when else []


def weight(event: Cluster) -> float:
    """What much-told events have ahead of little-told ones: 0.1 for ten times the articles."""
    return 0.1 * log10(len(frozenset[str]().union(*(bundle.stories for bundle in event))))


def together(event: Cluster) -> Facts:
    """The founders as one telling: the best-attested one, with everybody whom any of them names."""
    first = max(event, key=lambda bundle: (len(bundle.stories), bundle.refs)).facts
    if len(event) == 1:
        return first
    return replace(
        first,
        people=frozenset[str]().union(*(bundle.facts.people for bundle in event)),
        sides=frozenset[Side]().union(*(bundle.facts.sides for bundle in event)),
        parties=frozenset[str]().union(*(bundle.facts.parties for bundle in event)),
    )


def gather(told: Collection[Told], note: EventNote = unnoted) -> Gathering:
    """The events behind tellings."""
    by_layer: dict[int, list[Bundle]] = defaultdict(list)
    for bundle in bundles(told):
        by_layer[bundle.facts.layer].append(bundle)
    found, index = Gathering(), EventIndex()
    for number in sorted(by_layer):
        rest: list[Bundle] = []
        for bundle in by_layer[number]:
            near = scores(bundle, index.near(bundle.facts)) if number else {}
            if near:
                found.scores[bundle.refs[0]] = near
            home = best_event(near)
            (rest if home is None else found.events[home].joined).append(bundle)
        for group in neighbourhoods(rest):
            for event in split(group, note):
                index.add(event)
                found.events[name(event)] = Gathered(event)
    return found


class EventIndex:
    """Finds the events that a telling could be of, by kind, party and month."""

    def __init__(self) -> None:
        self.events: list[Cluster] = []
        self._by_key: dict[str, set[int]] = defaultdict(set)

    def add(self, event: Cluster) -> None:
        """File an event under the keys of its founders."""
        for bundle in event:
            for key in own_keys(bundle.facts):
                self._by_key[key].add(len(self.events))
        self.events.append(event)

    def near(self, fact: Facts) -> list[Cluster]:
        """The events worth comparing with a telling, in order."""
        found: set[int] = set()
        for key in search_keys(fact):
            found |= self._by_key.get(key, set())
        return [self.events[i] for i in sorted(found)]
