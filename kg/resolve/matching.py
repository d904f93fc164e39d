"""Whether two tellings can be of one event, and how likely that is."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from kg.resolve.names import Likeness, Name, compare
from kg.resolve.told import AFTER, AROUND, BEFORE, MOVED, Facts, Side

LIKELY = 0.25  # from here on two tellings are taken for one event, unless something else fits as well
AHEAD = frozenset(
    {"planned", "proposed", "postponed", "cancelled", "denied"}
)  # said of what has not happened
OPEN = frozenset({"planned", "proposed"})


def likeness(a: Facts, b: Facts) -> float:
    """How likely two tellings are of one event: 0 (they cannot be) to 1; symmetric.

    Kind, people, parties, place and date must each allow it; the weakest part speaks through a product.
    """
    if a.kind != b.kind:
        return 0.0
    people = people_agree(a, b)
    if not people:
        return 0.0
    parties = parties_agree(a, b)
    if not parties:
        return 0.0
    time = dates_agree(a, b)
    if not time:
        return 0.0
    same_people = people == 1.0 and len(a.people) > 1
    where = places_agree(a, b, firm=same_people and a.when is not None and a.when == b.when)
    return people * parties * time * where * _topics(a, b)


def people_agree(a: Facts, b: Facts) -> float:
    """How well the named officials go together: 1 the same, 0 somebody else came for a party."""
    if not a.people and not b.people:
        return 0.65
    if not a.people or not b.people:
        return 0.6
    if a.people == b.people:
        return 1.0
    if a.gathering and a.gathering == b.gathering and min(len(a.parties), len(b.parties)) > 2:
        return 0.75  # of a conference every outlet names its own people
    shared, loosely = _shared(a, b)
    if not shared and same_spot(a, b):
        return 0.6
    if not shared:
        return 0.0
    if len(a.parties | b.parties) <= 4 and _replaced(a, b):
        return 0.0
    few, many = sorted((len(a.people), len(b.people)))
    doubt = 0.9 if loosely else 1.0
    if shared >= few:
        return (0.85 if few < many else 1.0) * doubt
    if same_spot(a, b):
        return 0.7 * doubt
    return 0.7 * doubt if 2 * shared >= few + many - shared else 0.0


def may_meet(a: Facts, b: Facts) -> bool:
    """Whether the named officials allow two tellings to be of one event: quick, and never False where
    `people_agree` is above 0, nor for any founder where it is for all of them together. An event can be a telling's only where one of its founders passes this."""
    if not a.people or not b.people or a.people & b.people or max(len(a.parties), len(b.parties)) > 2:
        return True
    return any(maybe_same(mine, theirs) for mine in a.sides for theirs in b.sides)


def _shared(a: Facts, b: Facts) -> tuple[int, bool]:
    """How many people of one are among those of the other, and whether any only by what they are called."""
    certain = a.people & b.people
    mine = [side for side in sorted(a.sides) if side.official not in certain]
    theirs = [side for side in sorted(b.sides) if side.official not in certain]
    loosely = 0
    for side in mine:
        other = next((o for o in theirs if maybe_same(side, o)), None)
        if other is not None:
            theirs.remove(other)
            loosely += 1
    return len(certain) + loosely, loosely > 0


def maybe_same(a: Side, b: Side) -> bool:
    """Whether two participants of what seems one event may be one person, whom the officials kept apart.

    That is a surname which nobody's post and time made certain, one name for which the articles give
    different states (or one gives none), or names that are spelled nearly the same.

    >>> maybe_same(Side("YE", "qasim-ye", ("kasim",)), Side("YE", "hassan-qasim-ye", ("hasan", "kasim")))
    True
    """
    if a.official == b.official:
        return True
    if len(a.words) == len(b.words) == 1:
        return a.words == b.words
    if len(a.words) > 1 and len(b.words) > 1:
        close = a.party == b.party and compare(Name(a.words, a.words), Name(b.words, b.words)) > Likeness.NONE
        return close or a.words == b.words
    word, words = (a.words[0], b.words) if len(a.words) == 1 else (b.words[0], a.words)
    return word in (words[0], words[-1]) and (a.party == b.party or not a.party or not b.party)


def same_spot(a: Facts, b: Facts) -> bool:
    """Whether both tell of a gathering of three parties or more in one city on one day."""
    if min(len(a.parties), len(b.parties)) < 3 or not a.city or not b.city:
        return False
    if a.when is None or b.when is None or max(a.layer, b.layer) > 1 or a.when.gap(b.when):
        return False
    return a.country == b.country and same_city(a.city, b.city) and len(a.parties & b.parties) >= 2


def _replaced(a: Facts, b: Facts) -> bool:
    """Whether both name people for a party, and nobody in common."""
    for party in ({side.party for side in a.sides} & {side.party for side in b.sides}) - {""}:
        mine = [side for side in a.sides if side.party == party]
        theirs = [side for side in b.sides if side.party == party]
        if not any(maybe_same(x, y) for x in mine for y in theirs):
            return True
    return False


def parties_agree(a: Facts, b: Facts) -> float:
    """How well the parties go together: 1 the same, less where one telling names fewer, else 0."""
    if a.parties == b.parties:
        return 1.0
    few, many = sorted((a.parties, b.parties), key=lambda parties: (len(parties), sorted(parties)))
    if len(few) == 2 and len(many) > 3:
        return 0.0  # two states on the margins of a conference are not the conference
    if len(few) < 2:  # a telling that knows one side only says too little, unless the people are the same
        return 0.7 if few <= many and len(many) < 4 and len(a.people & b.people) > 1 else 0.0
    if few <= many:
        return 0.8
    if len(few) > 2 and a.gathering and a.gathering == b.gathering and few & many:
        return 0.8
    if same_spot(a, b):
        return 0.65
    return 0.65 if 2 * len(few & many) >= len(few | many) and len(few & many) > 1 else 0.0


def dates_agree(a: Facts, b: Facts) -> float:
    """How well the dates go together, given what the tellings say of the status."""
    if a.when is None or b.when is None:
        return _undated(a, b)
    gap = a.when.gap(b.when)
    if gap == 0:
        if a.when == b.when:
            return 1.0
        return 0.9 if a.layer > 1 or b.layer > 1 or min(a.when.days, b.when.days) < 3 else 0.95
    if "postponed" in (a.status, b.status):
        moved = _postponed(a, b, gap)
        if moved:
            return moved
    if gap > AROUND or a.layer > 2 or b.layer > 2:
        return 0.0
    if (a.status in AHEAD) != (b.status in AHEAD):  # planned for one day, held the next
        return 0.7 if gap == 1 else 0.5
    if gap == 1 and a.status in AHEAD:
        return 0.5
    return 0.0


def in_reach(vague: Facts, other: Facts) -> bool:
    """Whether the date of a vague telling allows it to be of an event that these facts found."""
    if dates_agree(vague, other) > 0:
        return True
    near = vague.when is not None and other.when is not None and vague.when.gap(other.when) <= 1
    return near and vague.layer == 1


def _postponed(a: Facts, b: Facts, gap: int) -> float:
    """A postponement leads from an earlier date, still ahead when it was announced, to a later one."""
    later, earlier = (a, b) if a.status == "postponed" else (b, a)
    if later.when is None or earlier.when is None or gap > MOVED or earlier.status not in OPEN:
        return 0.0
    if earlier.when.low > later.when.low or not later.complete or a.people != b.people:
        return 0.0
    announced_before = later.published and later.published <= earlier.when.high + AROUND
    return 0.6 if announced_before else 0.0


def _undated(a: Facts, b: Facts) -> float:
    """An undated report is of something about the day it was published; two of them, of the same days."""
    if a.when is None and b.when is None:
        return 0.6 if a.published and b.published and abs(a.published - b.published) <= 3 else 0.0
    undated, dated = (a, b) if a.when is None else (b, a)
    if not undated.published or dated.when is None or dated.layer > 3:
        return 0.0
    ahead = dated.when.low - undated.published  # days from the report to the event
    past = undated.published - dated.when.high
    if undated.status in AHEAD:
        limit, away = AFTER, ahead if ahead > 0 else 3 * max(0, past)
    else:
        limit, away = BEFORE, past if past > 0 else 15 * max(0, ahead - 1)
    return 0.85 * (1 - away / limit) if 0 <= away < limit else 0.0


def places_agree(a: Facts, b: Facts, *, firm: bool) -> float:
    """How well the places go together. `firm`: day and people are the same, so that places may disagree."""
    if not a.country or not b.country or not (a.city and b.city):
        if a.country and b.country and a.country != b.country:
            return 0.4 if firm and a.kind != "visit" else 0.0
        return 0.85
    if a.country != b.country:
        return 0.4 if firm and a.kind != "visit" else 0.0
    if same_city(a.city, b.city):
        return 1.0
    if a.kind == "visit":
        return 0.7  # a visit to a state may lead through several cities
    return 0.5 if firm else 0.0


@lru_cache(maxsize=65_536)
def same_city(a: str, b: str) -> bool:
    """Whether two folded names are one city's: the same, one within the other, or a typing error apart.

    >>> same_city("new york", "new york city"), same_city("yokosuka", "yokosuka naval base"), same_city("nara", "naha")
    (True, True, False)
    """
    if a == b or f" {a} " in f" {b} " or f" {b} " in f" {a} ":
        return True
    return min(len(a), len(b)) >= 5 and fuzz.ratio(a, b) >= 85


def _topics(a: Facts, b: Facts) -> float:
    """Two agreements of one day differ in what they are about."""
    if not a.topic or not b.topic:
        return 1.0
    return 1.0 if fuzz.token_set_ratio(a.topic, b.topic) >= 40 else 0.6
