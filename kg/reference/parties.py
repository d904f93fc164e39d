"""States and inter-governmental bodies: code → Party."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.reference.records import Party
from kg.reference.tsv import GENERATED, TABLES, read, split_list


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _unique(*lists: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))


@cache
def parties() -> Mapping[str, Party]:
    """Every party by code, states first, sorted.

    >>> parties()["KR"].name, parties()["LAS"].name
    ('South Korea', 'Arab League')
    """
    official = {row["id"]: row for row in read(GENERATED / "states.tsv")}
    found: dict[str, Party] = {}
    for row in read(TABLES / "states.tsv"):
        more = official[row["id"]]
        found[row["id"]] = Party(
            code=row["id"],
            name=row["name"],
            kind="state",
            names=_unique(*(split_list(cell) for cell in (row["names"], more["names"], row["historical"]))),
            demonyms=_unique(split_list(row["demonyms"])),
            capitals=_unique(split_list(row["capitals"])),
            seats=_unique(split_list(row["seats"])),
            latitude=_number(more["latitude"]),
            longitude=_number(more["longitude"]),
            geonames=int(more["geonames"]),
        )
    for row in read(TABLES / "bodies.tsv"):
        found[row["id"]] = Party(
            code=row["id"],
            name=row["name"],
            kind="body",
            names=_unique(split_list(row["names"])),
            demonyms=(),
            capitals=_unique(split_list(row["capital"])),
            seats=_unique(split_list(row["seats"])),
        )
    return MappingProxyType(found)


def party(code: str) -> Party:
    """The party with this code. Raises KeyError for a code that is none.

    >>> party("XK").capitals
    ('Pristina',)
    """
    return parties()[code]
