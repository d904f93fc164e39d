"""Travel lists: who went where, when and why, as CSV or XML whose columns a small TOML file names.

```toml
publisher = "Protocol Office"      # who keeps the list
row = "trip"                       # XML only: the element of a row
[columns]                          # of CSV; of XML child elements, or "@name" for attributes
person = "Name"
role = "Post"                      # optional, like all that follow but `begin`
state = "Country"                  # whom the person represents; or [fixed] state = "FI"
to = "Visited country"             # the state that is visited; else the one where the place lies
place = "City"
begin = "From"
end = "Until"
remarks = "Purpose"
url = "Link"
published = "Entered on"
```
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.model import Status
from kg.read.days import day_of
from kg.structured.codes import country_of
from kg.structured.records import Actor, Coded, Spot

NAMES = (
    "person",
    "role",
    "state",
    "to",
    "place",
    "begin",
    "end",
    "remarks",
    "url",
    "published",
    "status",
    "id",
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says."""

    columns: Mapping[str, str]
    fixed: Mapping[str, str] = field(default_factory=dict)
    publisher: str = "Travel list"
    row: str | None = None

    def cell(self, row: Mapping[str, str], name: str) -> str:
        """What a row says under one of our names, "" where it says nothing."""
        column = self.columns.get(name)
        return ((row.get(column) if column else None) or self.fixed.get(name) or "").strip()


def mapping(path: str | os.PathLike[str]) -> Mapped:
    """Read a mapping file. Raises UsageError, in one line, where it is none."""
    try:
        said: dict[str, Any] = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read as TOML: {' '.join(str(error).split())}") from None
    columns, fixed = said.get("columns", {}), said.get("fixed", {})
    if not isinstance(columns, dict) or not isinstance(fixed, dict):
        raise UsageError(f"{path}: [columns] and [fixed] must be tables of names")
    unknown = sorted((set(columns) | set(fixed)) - set(NAMES))
    if unknown:
        raise UsageError(f"{path}: {unknown[0]!r} is none of {', '.join(NAMES)}")
    lacking = [name for name in ("person", "begin", "state") if name not in columns and name not in fixed]
    if lacking:
        raise UsageError(f"{path}: [columns] must say which column holds {lacking[0]!r}")
    named, given = ({k: str(v) for k, v in each.items()} for each in (columns, fixed))
    row = said.get("row")
    return Mapped(named, given, str(said.get("publisher", "Travel list")), str(row) if row else None)


def trip(row: Mapping[str, str], mapped: Mapped, number: int) -> Coded | None:
    """The visit that one row tells of; None where it names no person, no state or no foreign one."""
    cell = {name: mapped.cell(row, name) for name in NAMES}
    home, spot = country_of(cell["state"]), place(cell["place"], cell["to"])
    host = country_of(cell["to"]) or (spot.country if spot else None)
    if not cell["person"] or home is None or host is None or home == host:
        return None
    guest = Actor(home, cell["state"], cell["person"], cell["role"] or None, "visitor")
    begin, end = day_of(cell["begin"]), day_of(cell["end"])
    published = day_of(cell["published"])
    words = cell["to"] or (spot.name.rpartition(",")[2].strip() if spot else "")
    return Coded(
        id=cell["id"] or str(number), table=mapped.publisher, kind="visit", mode="in-person", code="visit",
        status=status(cell["status"], begin, published), begin=begin, end=end,
        actors=(guest, Actor(host, words or host, capacity="host")), spot=spot, published=published,
        url=cell["url"] or None, remarks=cell["remarks"] or None, confidence=0.9,
    )  # fmt: skip


def status(said: str, begin: date | None, published: date | None) -> Status:
    """What a row says of the trip; one that lay ahead when the row was entered is planned."""
    word = said.lower()
    for mark, found in (
        ("cancel", "cancelled"),
        ("postpon", "postponed"),
        ("plan", "planned"),
        ("propos", "proposed"),
    ):
        if mark in word:
            return found  # type: ignore[return-value]
    return "planned" if begin and published and begin > published else "held"


def place(name: str, to: str) -> Spot | None:
    """The place of a trip with its coordinates, looked up in the gazetteer."""
    from kg.reference import gazetteer

    if not name:
        return None
    near = country_of(to)
    sense = gazetteer(name, near=near)
    if sense is None or sense.kind == "state" or (near and sense.code != near):
        return Spot(name, near)
    return Spot(name, sense.code, sense.latitude, sense.longitude, sense.geonames)


def xml_rows(data: bytes, name: str | None) -> Iterator[dict[str, str]]:
    """The rows of an XML file: child elements by name, attributes by "@name"."""
    import lxml.etree

    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    tree = lxml.etree.fromstring(data, parser)
    if tree is None:
        return
    wanted = name or (lxml.etree.QName(tree[0]).localname if len(tree) else "")
    for each in tree.iter():
        if isinstance(each.tag, str) and lxml.etree.QName(each).localname == wanted:
            row = {f"@{key}": value for key, value in each.attrib.items()}
            row |= {
                lxml.etree.QName(c).localname: "".join(c.itertext()) for c in each if isinstance(c.tag, str)
            }
            yield row
