"""From the claims of one person to the official of the picture, by way of a tally.

A head of state stands in thousands of articles, of which one more comes. So what the picture says of an
official follows from a tally, which one more claim changes by little, and not from the claims themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from kg.model import ClaimRef, Official, Tenure, Value
from kg.read.story import count_stories
from kg.resolve.atoms import Atom
from kg.resolve.names import parse


class Member(NamedTuple):
    """One claim of an atom: which, the story it belongs to, and the ISO date of its article or ""."""

    ref: ClaimRef
    story: str
    day: str


Group = tuple[str, ...]  # what a claim counts for: ("name", "Abe"), ("post", "JP", "prime-minister", "")
ALL: Group = ("all",)


class Count(NamedTuple):
    """What stands behind a group: claims, distinct texts, and for a post the first and the last day."""

    claims: int
    articles: int
    first: str = ""
    last: str = ""


Tally = dict[Group, Count]
Claims = Mapping[Group, Iterable[ClaimRef]]


def groups(atom: Atom) -> list[Group]:
    """Everything that a claim of an atom counts for.

    >>> groups(Atom("JP", "Abe", "", "prime-minister", False, 2014))
    [('all',), ('name', 'Abe'), ('country', 'JP'), ('post', 'JP', 'prime-minister', '')]
    """
    found = [ALL, ("name", atom.name)]
    if atom.country:
        found.append(("country", atom.country))
    if atom.country and atom.post:
        post = (atom.country, atom.post, "former" if atom.former else "")
        found.append(("post", *post))
        if atom.role:
            found.append(("role", *post, atom.role))
    return found


def by_group(told: Iterable[tuple[Atom, Member]]) -> dict[Group, list[Member]]:
    """Claims by what they count for."""
    found: dict[Group, list[Member]] = defaultdict(list)
    of_atom: dict[Atom, list[Group]] = {}
    for atom, member in told:
        if atom not in of_atom:
            of_atom[atom] = groups(atom)
        for group in of_atom[atom]:
            found[group].append(member)
    return found


def tally_of(grouped: Mapping[Group, Sequence[Member]]) -> Tally:
    """The tally of some claims."""
    return {
        group: Count(len(members), count(members), *(span_of(members) if group[0] == "post" else ()))
        for group, members in grouped.items()
    }


def span_of(members: Iterable[Member]) -> tuple[str, str]:
    """The first and the last day of claims, "" where none has one."""
    days = [member.day for member in members if member.day]
    return (min(days), max(days)) if days else ("", "")


def tally_row(tally: Tally) -> list[Any]:
    """A tally as the index keeps it."""
    return [[group, *tally[group]] for group in sorted(tally)]


def tally_from(rows: Iterable[Sequence[Any]]) -> Tally:
    """A tally from the index.

    >>> tally = {ALL: Count(2, 1), ("post", "JP", "prime-minister", ""): Count(2, 1, "2014-05-01", "2014-06-01")}
    >>> tally_from(tally_row(tally)) == tally
    True
    """
    return {tuple(group): Count(*counts) for group, *counts in rows}


@dataclass(frozen=True, slots=True)
class Persona:
    """An official and the tally behind it."""

    official: Official
    tally: Tally


def persona(slug: str, formerly: tuple[str, ...], members: Iterable[tuple[Atom, Member]]) -> Persona:
    """The official behind some claims.

    >>> member = Member(("a1", 1), "story", "2026-01-28")
    >>> ahn = Atom("KR", "Ahn Gyu-back", "Defense Minister", "", False, 2026)
    >>> found = persona("ahn-gyu-back-kr", (), [(ahn, member)]).official
    >>> found.name, found.country, found.tenures[0].attested_from
    ('Ahn Gyu-back', 'KR', datetime.date(2026, 1, 28))
    """
    told = sorted(members)
    grouped = by_group(told)
    claims = {group: [member.ref for member in some] for group, some in grouped.items()}
    tally = tally_of(grouped)
    return Persona(official(slug, formerly, (atom for atom, _ in told), tally, claims), tally)


def official(
    slug: str, formerly: tuple[str, ...], atoms: Iterable[Atom], tally: Tally, claims: Claims
) -> Official:
    """The official of a tally, with these claims in evidence; `atoms` in order."""
    names = _names(tally, claims)
    return Official(
        slug=slug,
        name=min(names, key=lambda v: (parse(v.value).single, -v.articles, v.value)).value,
        names=names,
        country=_most_told({group[1]: n for group, n in tally.items() if group[0] == "country"}),
        tenures=_tenures(atoms, tally, claims),
        claims=_refs(claims, ALL),
        articles=tally[ALL].articles,
        formerly=formerly,
    )


def count(members: Iterable[Member]) -> int:
    """How many distinct texts there are behind claims."""
    stories = frozenset(member.story for member in members)
    return _stories(stories) if len(stories) > 1 else len(stories)


@lru_cache(maxsize=64)  # of one official most values are of the same texts
def _stories(prints: frozenset[str]) -> int:
    return count_stories(prints)


def _refs(claims: Claims, group: Group) -> tuple[ClaimRef, ...]:
    return tuple(sorted(set(claims.get(group, ()))))


def _most_told(counts: Mapping[str, Count]) -> str | None:
    """The value that most articles give; the first of equals."""
    return min(counts, key=lambda value: (-counts[value].articles, value), default=None)


def _names(tally: Tally, claims: Claims) -> tuple[Value, ...]:
    """The names that claims give, those of most articles first."""
    found = [Value(g[1], _refs(claims, g), n.articles) for g, n in tally.items() if g[0] == "name"]
    return tuple(sorted(found, key=lambda v: (-v.articles, v.value)))


def _tenures(atoms: Iterable[Atom], tally: Tally, claims: Claims) -> tuple[Tenure, ...]:
    first: dict[Group, Atom] = {}
    for atom in atoms:
        if atom.post and atom.country:
            first.setdefault(("post", atom.country, atom.post, "former" if atom.former else ""), atom)
    roles: dict[Group, dict[str, Count]] = defaultdict(dict)
    for group, number in tally.items():
        if group[0] == "role":
            roles["post", *group[1:-1]][group[-1]] = number
    found = [_tenure(atom, tally[post], roles[post], _refs(claims, post)) for post, atom in first.items()]
    return tuple(
        sorted(
            found, key=lambda t: (t.attested_from or date.max, t.country, t.role, t.office or "", t.former)
        )
    )


def _tenure(atom: Atom, number: Count, roles: Mapping[str, Count], claims: tuple[ClaimRef, ...]) -> Tenure:
    return Tenure(
        role=_most_told(roles) or atom.office.replace("-", " "),
        office=atom.office or None,
        country=atom.country,
        attested_from=date.fromisoformat(number.first) if number.first else None,
        attested_to=date.fromisoformat(number.last) if number.last else None,
        former=atom.former,
        claims=claims,
        articles=number.articles,
    )
