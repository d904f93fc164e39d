"""One event told several times in an article is one event; what one sentence leaves out, another fills."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.clause.since import aforetime
from kg.extract.drafts import DONE, Draft
from kg.extract.edtf import days, overlap, span
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import clause
from kg.extract.sides import unique
from kg.extract.story.resumption import resume

_NEAR = 5  # sentences within which an undated telling belongs to the dated event of the news
_BESIDE = 2  # the same where one of the tellings names nobody
_BEFORE = 30  # days by which another encounter lies before the news
_STAY = 3  # days within which two mentions of a journey are of one stay
_OPEN = frozenset({"planned", "proposed", "postponed", "cancelled"})


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without repeats, in the order of first mention."""
    told = _Told()
    for d in resume(drafts):
        alike = told.alike(d)
        twin = next((n for n in alike if _same(told.drafts[n], d)), None)
        twin = _meant(d, told.drafts, alike) if twin is None else twin
        if twin is None:
            told.drafts.append(d)
            told.note(len(told.drafts) - 1)
        else:
            _absorb(told.drafts[twin], d)
            told.note(twin)
    return told.drafts


class _Told:
    """The events told so far; those that can be the same as another are found by who took part and where they stand.

    An article that lists a thousand meetings must not be compared a million times.
    """

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._of: dict[int, set[int]] = defaultdict(set)  # by official
        self._at: dict[int, set[int]] = defaultdict(set)  # by sentence
        self._unnamed: set[int] = set()

    def note(self, n: int) -> None:
        """Take note of the people of event `n`, which is new or has just been told more of."""
        officials = self.drafts[n].officials
        for official in officials:
            self._of[official].add(n)
        self._at[self.drafts[n].tree.number].add(n)
        (self._unnamed.discard if officials else self._unnamed.add)(n)

    def alike(self, d: Draft) -> list[int]:
        """The events that share an official with `d`, name nobody, or stand near where `d` names nobody."""
        found = set(self._unnamed).union(*(self._of[official] for official in d.officials))
        if not d.officials:
            around = range(d.tree.number - _BESIDE, d.tree.number + _BESIDE + 1)
            found = found.union(*(self._at[n] for n in around if n in self._at))
        return sorted(found)


def _meant(d: Draft, told: Sequence[Draft], alike: Sequence[int]) -> int | None:
    """The event that "the visit" or "their talks" goes back to: no date of its own, told before."""
    if (
        d.series
        or d.date is not None
        or d.rule not in ("trip-noun", "trip-here", "talk-noun")
        or not d.officials
    ):
        return None
    for n in reversed(alike):
        e = told[n]
        if e.kind == d.kind and e.officials == d.officials and e.gathering == d.gathering:
            if _since(e, d):
                continue  # "who last met in May, will hold a summit"
            same_place = not (e.place and d.place) or e.place.country == d.place.country
            if same_place and (d.kind == "visit" or d.tree.number - e.tree.number <= _NEAR):
                return n
    return None


def _same(a: Draft, b: Draft) -> bool:
    if a.kind != b.kind or a.gathering != b.gathering or _one_of_many(a, b):
        return False
    if _put_off(a, b):
        return True
    if not _people(a, b) or not _status(a, b) or _since(a, b):
        return False
    if a.when and b.when and not overlap(a.when.edtf, b.when.edtf) and not _one_stay(a, b):
        return False
    if bool(a.when) != bool(b.when) and not _one_of_the_two_dated(a, b):
        return False
    if a.place and b.place and a.place.country != b.place.country:
        return False
    if a.kind == "visit" and (a.officials == b.officials or not a.officials or not b.officials):
        return True
    return not (
        a.place and b.place and a.place.grade == 3 and b.place.grade == 3 and not _one_town(a.place, b.place)
    )


def _put_off(a: Draft, b: Draft) -> bool:
    """Whether the second tells to when the first was put off: "had been due on Monday. His visit was put off until May"."""
    if (
        b.status != "postponed"
        or a.status not in ("planned", "cancelled")
        or not 0 <= b.tree.number - a.tree.number <= 1
    ):
        return False
    there = a.place is not None and b.place is not None and a.place.country == b.place.country
    return bool(a.officials) and a.officials == b.officials and there


def _one_of_many(a: Draft, b: Draft) -> bool:
    """Whether one tells of many encounters, "have met seven times", and the other of a single one of another day."""
    if a.series == b.series:
        return False
    many, one = (a, b) if a.series else (b, a)
    taken_up = one.tree.number > many.tree.number and one.date is None and not one.place_stated
    return not taken_up


def _since(a: Draft, b: Draft) -> bool:
    """Whether one of two is the earlier occasion since which the other is counted."""
    return aforetime(a.tree, a.trigger) != aforetime(b.tree, b.trigger)


def _one_of_the_two_dated(a: Draft, b: Draft) -> bool:
    """Whether a telling without a day may mean the same as one with: near it, or of the same people in the same town."""
    if b.when and not b.news and _another_time(a, b):
        return False
    if abs(a.tree.number - b.tree.number) <= (_NEAR if a.news or b.news else 1):
        return True
    if a.kind != "meeting" or a.officials != b.officials or len(a.officials) < 2 or not (a.news or b.news):
        return False
    town = a.place is not None and b.place is not None and _one_town(a.place, b.place)
    return town and (a.place_stated and b.place_stated)


def _one_town(a: PlacePhrase, b: PlacePhrase) -> bool:
    """Whether two places of one state are one town, or a house and its town: "New York City", "the Kremlin" and Moscow."""
    x, y = (_town(p) for p in (a, b))
    if x.startswith(y) or y.startswith(x):
        return True
    at_home = [p for p in (a, b) if p.sense is not None and p.sense.kind == "seat"]
    capitals = [p for p in (a, b) if p.sense is not None and p.sense.kind == "capital"]
    return bool(at_home) and bool(capitals)


def _town(place: PlacePhrase) -> str:
    return (place.sense.within if place.sense is not None else "") or place.name


def _another_time(a: Draft, b: Draft) -> bool:
    """Whether `b`, told behind `a`, goes back to an earlier time: "She met X. The two had met in Rome *in July*"."""
    news = a.setting.when
    x, y = (span(c.edtf) if c is not None else None for c in (news, b.when))
    return x is not None and y is not None and (x[0] - y[1]).days > _BEFORE and a.status == b.status == "held"


def _one_stay(a: Draft, b: Draft) -> bool:
    """Whether two days are those of one stay: "landed on Sunday", "flew home from there on Monday"."""
    if a.kind != "visit" or not {a.status, b.status} <= DONE or a.officials != b.officials or not a.officials:
        return False
    if not a.place or not b.place or a.place.country != b.place.country:
        return False
    x, y = (span(d.when.edtf) if d.when else None for d in (a, b))
    return x is not None and y is not None and max((y[0] - x[1]).days, (x[0] - y[1]).days) <= _STAY


def _people(a: Draft, b: Draft) -> bool:
    if a.officials and b.officials:
        if a.officials == b.officials:  # one official and unnamed partners of two states: two occasions
            nested = a.countries <= b.countries or b.countries <= a.countries
            return a.kind == "visit" or len(a.officials) > 1 or nested
        small, large = sorted((a.officials, b.officials), key=len)
        if a.kind == "visit" or {a.rule, b.rule} & {
            "talks-with"
        }:  # of "the talks with X" the partner is understood
            return small <= large and (a.kind == "visit" or a.countries == b.countries)
        if a.kind == "meeting" and small <= large and len(small) >= 2 and _sat_in(a, b):
            return True
        more = len(large) - len(small)
        if a.kind == "meeting" and (more == 1 or a.sat_in or b.sat_in) and _named_later(a, b):
            return True
        # A subset counts when the smaller telling is vague ("the ministers met X") and near
        if a.kind == "agreement" and small <= large and "signed-abroad" in (a.rule, b.rule):
            return a.countries == b.countries and abs(a.tree.number - b.tree.number) <= _NEAR
        vague = "talks-abroad" in (a.rule, b.rule)  # "for talks", beside the words that say with whom
        return small <= large and (len(small) >= 2 or vague) and a.tree.number == b.tree.number
    if bool(a.officials) != bool(b.officials) and any(not d.officials and _of_theirs(d) for d in (a, b)):
        return False
    return (
        a.countries <= b.countries or b.countries <= a.countries
        if not a.officials and not b.officials
        else (a.countries == b.countries and abs(a.tree.number - b.tree.number) <= _BESIDE)
    )


def _of_theirs(d: Draft) -> bool:
    """ "While *their ministers* conferred": others than the leaders whose they are."""
    starts = {s.start for s in d.sides}
    return any(
        w.tag == "NNS" and any(c.lower == "their" for c in d.tree.children(w, "poss"))
        for w in d.tree
        if w.start in starts or (w.mention is not None and w.mention.start in starts)
    )


def _sat_in(a: Draft, b: Draft) -> bool:
    """Whether one telling only adds those of whom it was said that they were present too."""
    more = a if len(a.officials) > len(b.officials) else b
    return more.sat_in and abs(a.tree.number - b.tree.number) <= _NEAR


def _named_later(a: Draft, b: Draft) -> bool:
    """Whether what one telling leaves unnamed the other names: "received a Chinese delegation", "Wang told her host"."""
    few, all_ = sorted((a, b), key=lambda d: len(d.officials))
    added = {s.country for s in all_.sides if s.official is not None and s.official not in few.officials}
    known = {s.country for s in few.sides if s.official is not None}
    unnamed = {s.country for s in few.sides if s.official is None}
    one_day = a.when is not None and b.when is not None and a.when.edtf == b.when.edtf
    if any(
        w.lower in ("also", "separately")
        for w in all_.tree.children(clause(all_.tree, all_.trigger), "advmod")
    ):
        return False
    near = (one_day or abs(a.tree.number - b.tree.number) <= _NEAR) and a.countries == b.countries
    return (
        near
        and few.rule in ("feast", "face-verb", "side-verb", "talk-noun")
        and added <= unnamed - known
        and few.tree.number <= all_.tree.number
    )


def _status(a: Draft, b: Draft) -> bool:
    if a.status == b.status or {a.status, b.status} <= DONE:
        return True
    if {a.status, b.status} <= _OPEN:
        return True
    # held and planned differ, unless one of them has the vaguer word on the same day
    return bool(a.when and b.when and a.when.edtf == b.when.edtf)


def _from_to(one: str, other: str) -> str:
    """The days from the first to the last of two dates."""
    ends = [day for edtf in (one, other) if (found := span(edtf)) for day in found]
    return f"{min(ends)}/{max(ends)}"


def _absorb(a: Draft, b: Draft) -> None:
    if a.rule != b.rule and "talks-abroad" in (a.rule, b.rule):  # the partner is known: no need of a host
        a.hosts, b.hosts = (b.hosts, []) if a.rule == "talks-abroad" else (a.hosts, [])
    if _put_off(a, b):
        a.status, a.when = b.status, b.when or a.when
    a.sides = unique([*a.sides, *b.sides])
    a.hosts = list(dict.fromkeys([*a.hosts, *b.hosts]))
    if a.when and b.when and _one_stay(a, b) and not overlap(a.when.edtf, b.when.edtf):
        a.when = replace(a.when, edtf=_from_to(a.when.edtf, b.when.edtf))
    elif b.when and (a.when is None or days(b.when.edtf) < days(a.when.edtf)):
        a.when = b.when
    if b.place and (a.place is None or (b.place.grade > a.place.grade and b.rule != "trip-here")):
        a.place = b.place
    a.sat_in = a.sat_in or b.sat_in
    a.rules += b.rules
    a.quotes += b.quotes
    a.topic = a.topic or b.topic
    if a.status == "proposed" and b.status in ("planned", "postponed", "cancelled"):
        a.status = b.status
    if a.status == "planned" and b.status in ("cancelled", "postponed"):
        a.status = b.status
