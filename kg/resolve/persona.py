"""From the claims of one person to the official of the picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.model import ClaimRef, Official, Tenure, Value
from kg.read.story import count_stories
from kg.resolve.atoms import Atom
from kg.resolve.names import parse


class Member(NamedTuple):
    """One claim of an atom: which, the story it belongs to, and the ISO date of its article or ""."""

    ref: ClaimRef
    story: str
    day: str


def official(slug: str, formerly: tuple[str, ...], members: Iterable[tuple[Atom, Member]]) -> Official:
    """The official behind some claims.

    >>> member = Member(("a1", 1), "story", "2026-01-28")
    >>> ahn = official("ahn-gyu-back-kr", (), [(Atom("KR", "Ahn Gyu-back", "Defense Minister", "", False, 2026), member)])
    >>> ahn.name, ahn.country, ahn.tenures[0].attested_from
    ('Ahn Gyu-back', 'KR', datetime.date(2026, 1, 28))
    """
    told = sorted(members)
    names = values((atom.name, member) for atom, member in told)
    return Official(
        slug=slug,
        name=min(names, key=lambda v: (parse(v.value).single, -v.articles, v.value)).value,
        names=names,
        country=main_country(values((atom.country, member) for atom, member in told if atom.country)),
        tenures=_tenures(told),
        claims=tuple(sorted({member.ref for _, member in told})),
        articles=count(member for _, member in told),
        formerly=formerly,
    )


def count(members: Iterable[Member]) -> int:
    """How many distinct texts there are behind claims."""
    stories = frozenset(member.story for member in members)
    return _stories(stories) if len(stories) > 1 else len(stories)


@lru_cache(maxsize=64)  # of one official before and after a change: most values are of the same texts
def _stories(prints: frozenset[str]) -> int:
    return count_stories(prints)


def main_country(countries: Sequence[Value]) -> str | None:
    """The party that most articles give; the first by code of equals."""
    return countries[0].value if countries else None


def values(told: Iterable[tuple[str, Member]]) -> tuple[Value, ...]:
    """The values that claims state, those of most articles first."""
    by_value: dict[str, list[Member]] = defaultdict(list)
    for value, member in told:
        by_value[value].append(member)
    found = [Value(v, tuple(sorted({m.ref for m in ms})), count(ms)) for v, ms in by_value.items()]
    return tuple(sorted(found, key=lambda v: (-v.articles, v.value)))


def _tenures(told: Sequence[tuple[Atom, Member]]) -> tuple[Tenure, ...]:
    by_post: dict[tuple[str, str, bool], list[tuple[Atom, Member]]] = defaultdict(list)
    for atom, member in told:
        if atom.post and atom.country:
            by_post[atom.country, atom.post, atom.former].append((atom, member))
    found = [_tenure(group) for group in by_post.values()]
    return tuple(
        sorted(
            found, key=lambda t: (t.attested_from or date.max, t.country, t.role, t.office or "", t.former)
        )
    )


def _tenure(told: Sequence[tuple[Atom, Member]]) -> Tenure:
    atom = told[0][0]
    roles = values((a.role, m) for a, m in told if a.role)
    days = sorted(member.day for _, member in told if member.day)
    return Tenure(
        role=roles[0].value if roles else atom.office.replace("-", " "),
        office=atom.office or None,
        country=atom.country,
        attested_from=date.fromisoformat(days[0]) if days else None,
        attested_to=date.fromisoformat(days[-1]) if days else None,
        former=atom.former,
        claims=tuple(sorted({member.ref for _, member in told})),
        articles=count(member for _, member in told),
    )
