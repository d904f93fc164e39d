"""What a written name can mean: the index from surface forms to senses.

Keys are folded (no accents, plain apostrophes and hyphens) and have no leading "the "; case counts.
Cities stay unparsed lines until somebody asks for one: most of the 34,000 never are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.reference.parties import parties
from kg.reference.records import Sense, SenseKind
from kg.reference.text import fold, key_of
from kg.reference.tsv import GENERATED, TABLES, lines, read, split_list

# Capitals with fewer people than this ("Hamilton" in Bermuda) are ranked among the cities of their name.
LARGE_CAPITAL = 30_000
_ORDER: dict[SenseKind, int] = {
    "state": 0, "body": 0, "body-adjective": 0, "demonym": 1, "capital": 2, "seat": 3, "venue": 4,
    "region": 5, "city": 5,
}  # fmt: skip
_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Index:
    """Surfaces → senses. `parsed` is ready; `cities` holds lines of the city table."""

    parsed: dict[str, list[Sense]]
    cities: dict[str, str]  # several lines where several cities share the name

    def senses(self, key: str) -> tuple[Sense, ...]:
        """The senses of a folded key, most likely first."""
        found = list(self.parsed.get(key, ()))
        found.extend(_city(line) for line in self.cities.get(key, "").splitlines())
        found.sort(key=_rank)
        return tuple(dict.fromkeys(found))

    def __contains__(self, key: str) -> bool:
        return key in self.parsed or key in self.cities


def _rank(sense: Sense) -> tuple[int, int]:
    kind = sense.kind
    if kind == "capital" and sense.population < LARGE_CAPITAL:
        kind = "city"
    return _ORDER[kind], -sense.population


def _city(line: str) -> Sense:
    number, name, _, state, latitude, longitude, population, capital = line.split("\t")
    return Sense(
        kind="capital" if capital else "city",
        code=state,
        name=name,
        latitude=float(latitude),
        longitude=float(longitude),
        geonames=int(number),
        population=int(population),
    )


@cache
def _people() -> dict[str, int]:
    """Population of each state."""
    return {row["id"]: int(row["population"]) for row in read(GENERATED / "states.tsv")}


def party_sense(kind: SenseKind, code: str, name: str | None = None) -> Sense:
    """A sense that stands for a party; `name` where the thing has one of its own, as a palace has."""
    party = parties()[code]
    people = _people().get(code, 0)
    return Sense(
        kind, code, name or party.name, party.latitude, party.longitude, party.geonames, people
    )  # fmt: skip


def _party_senses() -> dict[str, list[Sense]]:
    found: dict[str, list[Sense]] = {}
    for code, party in parties().items():
        named = party_sense(party.kind, code)
        called = party_sense("demonym", code)
        pairs = [(name, named) for name in (party.name, *party.names)]
        pairs += [(name, called) for name in party.demonyms]
        pairs += [(name, party_sense("seat", code, name)) for name in party.seats]
        for surface, sense in pairs:
            senses = found.setdefault(key_of(surface), [])
            if sense not in senses:
                senses.append(sense)
    return found


def _add_contextual(found: dict[str, list[Sense]]) -> None:
    """What a context-dependent name can mean: where it stands in no other table, in that table's order."""
    kinds: dict[str, SenseKind] = {"state": "state", "demonym": "demonym", "seat": "seat"}
    for row in read(TABLES / "contextual.tsv"):
        kind = kinds.get(row["kind"])
        senses = found.setdefault(key_of(row["surface"]), []) if kind else []
        if kind and all(sense.code != row["code"] for sense in senses):
            senses.append(party_sense(kind, row["code"], row["surface"] if kind == "seat" else None))


def _add_regions(found: dict[str, list[Sense]]) -> None:
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


def _add_venues(found: dict[str, list[Sense]]) -> None:
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


def _by_surface(table: str) -> dict[str, str]:
    """Folded spelling → its lines in a generated table of cities."""
    found: dict[str, str] = {}
    for line in lines(GENERATED / table)[1:]:
        for surface in line.split("\t", 3)[2].split("|"):
            if surface in found:
                found[surface] += "\n" + line
            else:
                found[surface] = line
    return found


@cache
def index() -> Index:
    """The index over every table."""
    parsed = _party_senses()
    _add_contextual(parsed)
    _add_regions(parsed)
    _add_venues(parsed)
    return Index(parsed, _by_surface("cities.tsv"))


def by_first_word(keys: list[str]) -> dict[str, tuple[str, ...]]:
    """First word → those keys that begin with it and go on, longest first."""
    groups: dict[str, list[str]] = {}
    for key in keys:
        first = None if key.isalpha() else _FIRST_WORD.match(key)
        if first is not None and first.end() < len(key):
            groups.setdefault(first[0], []).append(key)
    return {word: tuple(sorted(group, key=lambda key: (-len(key), key))) for word, group in groups.items()}


@cache
def towns() -> Index:
    """The towns below the cities of `index`: of use once somebody asks for a place by name."""
    return Index({}, _by_surface("towns.tsv"))


@cache
def longer_names() -> dict[str, tuple[str, ...]]:
    """First word → the names and masks of more than that word, longest first."""
    table = index()
    return by_first_word(list({**table.parsed, **table.cities, **dict.fromkeys(masks())}))


@cache
def stopped() -> frozenset[str]:
    """Names of cities that are words or names of people more often, as written."""
    return frozenset(lines(TABLES / "stopped.tsv")[1:])


@cache
def masks() -> frozenset[str]:
    """Folded phrases in which a name means no state and no place: "New York Times"."""
    return frozenset(key_of(name) for name in lines(TABLES / "masks.tsv")[1:])


@cache
def is_stopped(written: str) -> bool:
    """Whether a name, as the text writes it, is no plain hit.

    An accent that the place itself has makes the difference.

    >>> is_stopped("Male"), is_stopped("Malé"), is_stopped("Văn")
    (True, False, True)
    """
    if written in stopped():
        return True
    key = fold(written)
    if key == written or key not in stopped():
        return False
    return all(sense.name != written for sense in index().senses(key))


@cache
def plain_senses(key: str) -> tuple[Sense, ...]:
    """What a folded name means in running text: nothing for a mask, and for the name of a party no small
    city of that name elsewhere (Armenia in Colombia, Mexico in the Philippines)."""
    if key in masks():
        return ()
    found = index().senses(key)
    if found and found[0].kind in {"state", "body", "demonym"}:
        return tuple(sense for sense in found if sense.kind != "city")
    return found


def senses(surface: str) -> tuple[Sense, ...]:
    """What a written name can mean, most likely first; nothing for a name no table has.

    Case counts; accents, the kind of apostrophe or hyphen and a leading "the" do not.

    >>> [sense.code for sense in senses("U.S.")], senses("us")
    (['US'], ())
    >>> [(sense.kind, sense.code) for sense in senses("Brussels")]
    [('capital', 'BE'), ('seat', 'EU'), ('seat', 'NATO')]
    """
    return () if is_stopped(surface) else plain_senses(key_of(surface))
