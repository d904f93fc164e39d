"""What a written name can mean: the index from surface forms to senses.

Keys are folded (no accents, plain apostrophes and hyphens) and have no leading "the "; case counts.
Cities stay unparsed rows until somebody asks for one: most of the 34,000 never are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.reference.parties import parties
from kg.reference.records import Sense, SenseKind
from kg.reference.text import fold
from kg.reference.tsv import GENERATED, TABLES, read, rows, split_list

# Capitals with fewer people than this ("Hamilton" in Bermuda) are ranked among the cities of their name.
LARGE_CAPITAL = 30_000
_ORDER: dict[SenseKind, int] = {
    "state": 0, "body": 0, "body-adjective": 0, "demonym": 1, "venue": 2, "capital": 3,
    "seat": 4, "region": 5, "city": 5,
}  # fmt: skip
_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Index:
    """Surfaces → senses. `parsed` is ready; `cities` holds rows of the city table."""

    parsed: dict[str, list[Sense]]
    cities: dict[str, list[list[str]]]
    stopped: frozenset[str]  # as written, not folded: "Male" is stopped, "Malé" is not
    longer: dict[str, tuple[str, ...]]  # first word → surfaces of more than that word, longest first

    def senses(self, key: str) -> tuple[Sense, ...]:
        """The senses of a folded key, most likely first."""
        found = list(self.parsed.get(key, ()))
        found.extend(_city(row) for row in self.cities.get(key, ()))
        found.sort(key=_rank)
        return tuple(dict.fromkeys(found))

    def __contains__(self, key: str) -> bool:
        return key in self.parsed or key in self.cities


def _rank(sense: Sense) -> tuple[int, int]:
    kind = sense.kind
    if kind == "capital" and sense.population < LARGE_CAPITAL:
        kind = "city"
    return _ORDER[kind], -sense.population


def _city(row: list[str]) -> Sense:
    number, name, _, state, latitude, longitude, population, capital = row
    return Sense(
        kind="capital" if capital else "city",
        code=state,
        name=name,
        latitude=float(latitude),
        longitude=float(longitude),
        geonames=int(number),
        population=int(population),
    )


def key_of(surface: str) -> str:
    """The key of a surface: folded, without a leading "the ".

    >>> key_of("the Élysée"), key_of("The Hague"), key_of("us")
    ('Elysee', 'Hague', 'us')
    """
    key = fold(surface)
    return key[4:] if key[:4] in {"the ", "The ", "THE "} else key


def _party_senses() -> dict[str, list[Sense]]:
    people = {row["id"]: int(row["population"]) for row in read(GENERATED / "states.tsv")}
    found: dict[str, list[Sense]] = {}
    for party in parties().values():
        groups: list[tuple[SenseKind, tuple[str, ...]]] = [
            (party.kind, (party.name, *party.names)),
            ("demonym", party.demonyms),
            ("seat", party.seats),
        ]
        for kind, surfaces in groups:
            sense = Sense(
                kind, party.code, party.name, party.latitude, party.longitude, party.geonames,
                people.get(party.code, 0),
            )  # fmt: skip
            for surface in surfaces:
                senses = found.setdefault(key_of(surface), [])
                if sense not in senses:
                    senses.append(sense)
    for row in read(TABLES / "contextual.tsv"):
        if row["article"] or row["code"] not in people:
            continue
        _add_contextual(found, row["surface"], row["code"])
    return found


def _add_contextual(found: dict[str, list[Sense]], surface: str, code: str) -> None:
    """Let a contextual surface have the sense of each of its codes."""
    senses = found.setdefault(key_of(surface), [])
    if any(sense.code == code for sense in senses):
        return
    party = parties()[code]
    kind: SenseKind = "demonym" if surface.rstrip("s").endswith(("an", "ese", "Islander", "ish")) else "state"
    senses.append(Sense(kind, code, party.name, party.latitude, party.longitude, party.geonames))


def _region_senses(found: dict[str, list[Sense]]) -> None:
    for row in read(TABLES / "regions.tsv"):
        sense = Sense(
            kind="region",
            code=row["state"],
            name=row["name"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            geonames=int(row["geonames"]) if row["geonames"] else None,
            population=int(row["population"]),
        )
        for surface in (row["name"], *split_list(row["names"])):
            found.setdefault(key_of(surface), []).append(sense)


def _venue_senses(found: dict[str, list[Sense]]) -> None:
    for row in read(TABLES / "venues.tsv"):
        sense = Sense(
            kind="venue",
            code=row["state"],
            name=row["name"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            within=row["city"],
        )
        for surface in (row["name"], *split_list(row["names"])):
            found.setdefault(key_of(surface), []).append(sense)


def _longer(keys: list[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key in keys:
        if not key.isalpha():
            first = _FIRST_WORD.match(key)
            if first is not None and first.end() < len(key):
                groups.setdefault(first[0], []).append(key)
    return {
        word: tuple(sorted(set(group), key=lambda key: (-len(key), key))) for word, group in groups.items()
    }


@cache
def stopped() -> frozenset[str]:
    """Names of cities that are words or names of people more often, as written."""
    return frozenset(row["id"] for row in read(TABLES / "stopped.tsv"))


@cache
def masks() -> frozenset[str]:
    """Folded phrases in which a name means no state and no place: "New York Times"."""
    return frozenset(key_of(row["id"]) for row in read(TABLES / "masks.tsv"))


@cache
def city_rows() -> dict[str, list[list[str]]]:
    """Folded spelling → rows of the city table."""
    found: dict[str, list[list[str]]] = {}
    for row in rows(GENERATED / "cities.tsv")[1]:
        for surface in row[2].split("|"):
            found.setdefault(surface, []).append(row)
    if "The Hague" in found:  # keys have no leading "the"
        for surface in [surface for surface in found if surface.startswith("The ")]:
            found.setdefault(surface[4:], []).extend(found.pop(surface))
    return found


@cache
def index() -> Index:
    """The index over every table."""
    parsed = _party_senses()
    _region_senses(parsed)
    _venue_senses(parsed)
    cities = city_rows()
    return Index(parsed, cities, stopped(), _longer([*parsed, *cities, *masks()]))


def senses(surface: str) -> tuple[Sense, ...]:
    """What a written name can mean, most likely first; nothing for a name no table has.

    Case counts; accents, the kind of apostrophe or hyphen and a leading "the" do not.

    >>> [sense.code for sense in senses("U.S.")], senses("us")
    (['US'], ())
    >>> [(sense.kind, sense.code) for sense in senses("Brussels")]
    [('capital', 'BE'), ('seat', 'EU'), ('seat', 'NATO')]
    """
    if surface in stopped():
        return ()
    key = key_of(surface)
    return () if key in masks() else index().senses(key)
