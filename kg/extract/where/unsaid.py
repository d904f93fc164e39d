"""Where an event took place whose own sentence does not say: what the rest of the article tells of its people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.extract.clause.since import aforetime
from kg.extract.drafts import DONE, Draft
from kg.extract.edtf import overlap, span
from kg.extract.places.find import PlacePhrase
from kg.extract.places.regions import countries_at
from kg.extract.records import Cast
from kg.extract.when.onward import onward
from kg.model import OfficialClaim

_STAY = 3  # days: who is in a city on Monday is likely still there on Wednesday
_FRESH = 3  # days around publication within which a dateline tells where the news happened
_OF_THE_STORY = 0.5  # between events of the same day (0) and of near or unknown days (1)
_FAR = 99  # sentences: as far as anything in the article


@dataclass(frozen=True, slots=True)
class Ground:
    """The places that an article offers: its dateline's city, and the capitals that it names, by state."""

    dateline: PlacePhrase | None
    capitals: Mapping[str, PlacePhrase]
    published: date | None
    # ambassadors, who live where they are received, with the states to which they are sent
    resident: Mapping[int, frozenset[str]] = field(default_factory=dict)


def whereabouts(d: Draft, drafts: list[Draft], ground: Ground) -> PlacePhrase | None:
    """The likeliest place of an event: where its people were at that time.

    Of what the article tells of them, the same day comes before a near or an unknown one, a place in the
    state of one of the sides before another, what is told near before what is told far off. A host
    receives at home.
    """
    if d.trigger.dep == "relcl" and aforetime(d.tree, d.trigger):
        return None  # "who last met in May": the article is about another time
    hosts = hosts_of(d)
    at_home = {s.official for s, c in zip(d.sides, d.capacities, strict=False) if c == "host"} - {None}
    found: list[tuple[float, bool, int, PlacePhrase]] = []
    for e in drafts:
        if (
            e is d
            or e.place is None
            or e.kind == "call"
            or not (e.officials & d.officials or _signed_on(d, e))
        ):
            continue
        days = days_apart(d, e)
        fallen = e.status in ("cancelled", "postponed") and d.status != e.status
        gone = e.tree is d.tree and (d.unplaced or e.rule == "go-from")  # "had flown in from Rome and signed"
        if days is None or fallen or gone or next_stop(d, e) or not _tense(d, e, days):
            continue
        if hosts and e.place.country not in hosts and (days or not at_home <= e.officials):
            continue  # a host is at home unless he is told to be elsewhere
        if aforetime(e.tree, e.trigger):
            continue
        home = hosts or d.countries
        found.append((days, e.place.country not in home, _distance(d, e), e.place))
    here = d.setting.where
    if here is not None and here.country in (hosts or d.countries):
        found.append((1, False, _FAR, here))
    dateline = ground.dateline
    receiving = bool(hosts) and (d.status == "planned" or d.rule == "guest-of")
    away = receiving and dateline is not None and dateline.country not in hosts
    if dateline is not None and _fresh(d, ground.published) and not away:
        # before places of other days in a third state, and behind those where one of the two is at home
        third = all(foreign for days, foreign, *_ in found if days)
        rank = _OF_THE_STORY if third else 1
        found.append((rank, dateline.country not in (hosts or d.countries), _FAR, dateline))
    for state in hosts:
        if state in ground.capitals:
            found.append((1, False, _FAR, ground.capitals[state]))
    return min(found, key=lambda x: x[:3])[3] if found else None


def _signed_on(d: Draft, e: Draft) -> bool:
    """Whether an agreement of which nobody is named belongs to a journey between the same two states."""
    return d.kind == "agreement" and not d.officials and e.kind == "visit" and e.countries == d.countries


def next_stop(d: Draft, e: Draft) -> bool:
    """Whether one is the journey that follows the other: "will see him before leaving for Lima"."""
    return e.kind == "visit" and e.tree is d.tree and onward(d.tree, e.trigger, d.trigger)


def hosts_of(d: Draft) -> frozenset[str]:
    """The states of those who receive, where the words say who does."""
    roles = zip(d.sides, d.capacities, strict=False)
    return frozenset(s.country for s, c in roles if c == "host" and s.country)


def _distance(d: Draft, e: Draft) -> int:
    return 2 * abs(d.tree.number - e.tree.number) + (e.tree.number > d.tree.number)


def _tense(d: Draft, e: Draft, days: int) -> bool:
    """Whether one can tell of the other: what is to come of what has been only on the same day.

    A journey that has begun tells where the talks to come will be: "left for Lima", "will meet her tomorrow".
    """
    if days == 0 or (d.status in DONE) == (e.status in DONE):
        return True
    a, b = (span(x.when.edtf) if x.when else None for x in (d, e))
    return e.kind == "visit" and e.status in DONE and a is not None and b is not None and b[0] <= a[0]


def days_apart(d: Draft, e: Draft) -> int | None:
    """0 for events of the same day, 1 for near or unknown days, None for days too far apart."""
    if d.status == e.status == "cancelled":
        return 0  # what falls through with a journey was to be on it
    if d.when is None or e.when is None:
        return 1
    a, b = span(d.when.edtf), span(e.when.edtf)
    if overlap(d.when.edtf, e.when.edtf):
        vague = [x is not None and (x[1] - x[0]).days > _STAY for x in (a, b)]
        return 1 if vague == [False, True] and d.kind != e.kind else 0  # "by the end of January" fixes no day
    if a is None or b is None:
        return 1
    gap = max((a[0] - b[1]).days, (b[0] - a[1]).days)
    return 1 if gap <= _STAY and (a[1] - a[0]).days < _STAY and (b[1] - b[0]).days < _STAY else None


def _fresh(d: Draft, published: date | None) -> bool:
    days = span(d.when.edtf) if d.when else None
    return bool(published and days and abs((published - days[0]).days) <= _FRESH)


_ROVING = frozenset("large roving special un u.n. nations general".split())


def resident(cast: Cast) -> dict[int, frozenset[str]]:
    """The ambassadors of an article, with the states to which it says they are sent.

    Not those at large and those to the UN, who are sent about.

    >>> from dataclasses import replace; from kg.model import OfficialClaim, Quote
    >>> said = Quote(0, 34, "the Norwegian ambassador to Laos, Ada Berg")
    >>> one = OfficialClaim(1, "Ada Berg", "Ambassador", "NO", (said,), "ambassador")
    >>> resident(Cast((one, replace(one, local=2, role="Ambassador at large")), ()))
    {1: frozenset({'LA'})}
    """
    return {
        o.local: frozenset(_sent_to(o))
        for o in cast.officials
        if o.office == "ambassador" and not _ROVING & set((o.role or "").lower().replace("-", " ").split())
    }


_POST = re.compile(r"\b(?:to|in)\s+(?:the\s+)?([^,]+)")


def _sent_to(ambassador: OfficialClaim) -> Iterator[str]:
    """The states behind the post: "ambassador *to Brazil*", "envoy *in Kabul*"."""
    for quote in ambassador.quotes:
        for post in _POST.finditer(quote.exact):
            yield from countries_at(quote.exact, post.start(1), post.end(1))
