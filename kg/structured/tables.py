"""Rows of GDELT, ICEWS and POLECAT tables as coded events; rows about anything else are passed over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.read.days import day_of
from kg.structured.codes import CAMEO, PLOVER, country_of
from kg.structured.records import Actor, Coded, Spot

# Columns of GDELT 2.0's event table (codebook of 2015), which has no header line.
GDELT = {
    "id": 0, "day": 1, "code1": 5, "name1": 6, "country1": 7, "type1": 12, "code2": 15, "name2": 16, "country2": 17,
    "type2": 22, "root": 25, "code": 26, "articles": 33, "geo": 51, "place": 52, "latitude": 56, "longitude": 57,
    "added": 59, "url": 60,
}  # fmt: skip
GDELT_COLUMNS = 61
CITY = {"3", "4"}  # GDELT's kinds of places that are cities
GOVERNMENT = {"", "GOV", "IGO"}  # roles of an actor who can stand for a state; "" is the state itself
CONFIDENCE = {"GDELT 2.0": 0.3, "ICEWS": 0.4, "POLECAT": 0.5}  # studies find about so many rows right
SECTOR = re.compile(
    r"government|executive|foreign|ministry|cabinet|head of|igo|diplomat|defense|defence", re.I
)
GENERIC = re.compile(
    r"\(|\d|\b(?:government|ministry|police|army|citizen|official|people|company|party|media)\b", re.I
)
PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: [\w'’.-]+){1,3}")

Row = Mapping[str, str]


def gdelt(cells: Sequence[str]) -> Coded | None:
    """The event of one line of GDELT's table; None where it is none between two governments."""
    cell = {name: cells[at].strip() for name, at in GDELT.items()}
    known = CAMEO.get(cell["code"][:3])
    sides = [country_of(cell["country1"]), country_of(cell["country2"])]
    if known is None or None in sides or sides[0] == sides[1]:
        return None
    if cell["type1"] not in GOVERNMENT or cell["type2"] not in GOVERNMENT:
        return None
    name, kind, status, mode, *capacities = known
    actors = tuple(
        Actor(str(side), f"{cell[f'name{n}']} ({cell[f'code{n}']})".strip(), capacity=capacity)
        for n, side, capacity in zip((1, 2), sides, capacities, strict=True)
    )
    where = cell["place"].split(",") if cell["geo"] in CITY else []
    spot = None
    if where:
        spot = Spot(cell["place"], country_of(where[-1]), number(cell["latitude"]), number(cell["longitude"]))
    return Coded(
        id=cell["id"], table="GDELT 2.0", kind=kind, status=status, mode=mode, code=f"{cell['code'][:3]} {name}",
        begin=day_of(cell["day"]), end=None, actors=actors, spot=spot, published=day_of(cell["added"][:8]),
        url=cell["url"] if cell["url"].startswith(("http://", "https://")) else None,
        confidence=CONFIDENCE["GDELT 2.0"],
    )  # fmt: skip


def icews(row: Row) -> Coded | None:
    """The event of one row of ICEWS' table; None where it is none between two governments."""
    known = CAMEO.get(row.get("CAMEO Code", "").strip().zfill(3)[:3])
    sides = [country_of(row.get(f"{side} Country")) for side in ("Source", "Target")]
    if known is None or None in sides or sides[0] == sides[1]:
        return None
    if not all(SECTOR.search(row.get(f"{side} Sectors") or "government") for side in ("Source", "Target")):
        return None
    name, kind, status, mode, *capacities = known
    actors = tuple(
        actor(row.get(f"{side} Name") or "", row.get(f"{side} Country") or "", str(code), capacity)
        for side, code, capacity in zip(("Source", "Target"), sides, capacities, strict=True)
    )
    day = day_of(row.get("Event Date"))
    return Coded(
        id=row.get("Event ID", "").strip(), table="ICEWS", kind=kind, status=status, mode=mode,
        code=f"{row['CAMEO Code'].strip().zfill(3)[:3]} {name}", begin=day, end=None, actors=actors, spot=spot_of(row),
        published=day, publisher=row.get("Publisher") or None, confidence=CONFIDENCE["ICEWS"],
    )  # fmt: skip


def polecat(row: Row) -> Coded | None:
    """The event of one row of POLECAT's table; None where it is none between two governments."""
    what = row.get("Event Type", "").strip().upper()
    how = row.get("Event Mode", "").strip().lower()
    known = PLOVER.get((what, how)) or PLOVER.get((what, ""))
    sides = [country_of(row.get(f"{side} Country")) for side in ("Actor", "Recipient")]
    if known is None or None in sides or sides[0] == sides[1]:
        return None
    if not all(
        (row.get(f"Primary {side} Sector") or "GOV").strip() in ("GOV", "IGO", "MIL")
        for side in ("Actor", "Recipient")
    ):
        return None
    kind, mode, *capacities = known
    actors = tuple(
        actor(
            row.get(f"{side} Name") or "",
            row.get(f"{side} Country") or "",
            str(code),
            capacity,
            row.get(f"{side} Title"),
        )
        for side, code, capacity in zip(("Actor", "Recipient"), sides, capacities, strict=True)
    )
    return Coded(
        id=row.get("Event ID", "").strip(), table="POLECAT", kind=kind, status="held", mode=mode,
        code=f"{what} {how}".strip(), begin=day_of(row.get("Event Date")), end=None, actors=actors, spot=spot_of(row),
        published=day_of(row.get("Publication Date")), publisher=row.get("Source") or None,
        confidence=CONFIDENCE["POLECAT"],
    )  # fmt: skip


def actor(name: str, country: str, code: str, capacity: object, role: str | None = None) -> Actor:
    """One side of a row; its name is a person's where it reads so and is none of a state or body."""
    name = " ".join(name.split())
    is_person = PERSON.fullmatch(name) and not GENERIC.search(name) and country_of(name) is None
    words = country if is_person or not name or country in name else f"{name}, {country}"
    role = " ".join(role.split()) if role and role.strip() not in ("None", "nan") else None
    return Actor(code, words, name if is_person else None, role or None, capacity)  # type: ignore[arg-type]


def spot_of(row: Row) -> Spot | None:
    """Where, of ICEWS' and POLECAT's columns."""
    name = (row.get("City") or row.get("Placename") or "").strip()
    if not name or name.lower() in ("none", "nan"):
        return None
    country = (row.get("Country") or "").strip()
    geonames = (row.get("GeoNames ID") or "").split(".")[0]
    return Spot(
        f"{name}, {country}" if country else name,
        country_of(country),
        number(row.get("Latitude")),
        number(row.get("Longitude")),
        int(geonames) if geonames.isdigit() else None,
    )


def number(text: str | None) -> float | None:
    """A cell as a number of degrees, None where it is none."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if -180 <= found <= 180 else None
