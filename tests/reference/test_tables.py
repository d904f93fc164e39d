"""The tables are data that people edit: sorted, unique, complete, and pointing nowhere into the void."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import pytest

from kg.reference import Sense, parties
from kg.reference.surfaces import index, masks, stopped, towns
from kg.reference.text import fold, key_of
from kg.reference.tsv import GENERATED, TABLES, lines, read, split_list
from kg.vocab import BODIES

FILES = sorted([*TABLES.glob("*.tsv"), *GENERATED.glob("*.tsv")])

ISO_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
    BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES
    ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE
    IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU
    NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
    SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE
    VG VI VN VU WF WS YE YT ZA ZM ZW
    """  # ISO 3166-1 alpha-2, 249 of them
STATES = frozenset(ISO_CODES.split()) | {"XK"}

# Nobody calls anybody after these: uninhabited, or "from Jersey".
NO_DEMONYM = {"AQ", "BV", "GG", "GS", "HM", "JE", "SJ", "TF", "UM"}
NO_CAPITAL = {"AQ", "BV", "HM", "UM"}
# Names that two parties share; contextual() tells them apart, or a preposition does ("in Brussels").
SHARED = {
    "Brussels", "Congo", "Congolese", "Dominican", "Dominicans", "Foreign Office", "Guinea", "Guinean",
    "Korea", "Korean", "Koreans", "Koreas", "Samoan", "Sudanese", "Virgin Islander", "Virgin Islands",
}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_rows_are_sorted_whole_and_unique(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# "), f"{path}: say on top what the table is and where it comes from"
    assert text.endswith("\n") and "\r" not in text, f"{path}: end lines, the last too, with a line feed"
    rows = list(read(path))  # raises ValueError for a row with too few or too many cells
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)), (
        f"{path}: remove the second row of {sorted(i for i in ids if ids.count(i) > 1)}"
    )
    keys: list[int] | list[str] = [int(i) for i in ids] if ids[0].isdigit() else ids
    for before, after in itertools.pairwise(keys):
        assert before < after, f"{path}: move the row {after!r} in front of {before!r}"  # type: ignore[operator]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_cells_have_no_stray_blanks_and_no_empty_values(path: Path) -> None:
    for row in read(path):
        for column, cell in row.items():
            values = cell.split("|") if "|" in cell else [cell]
            assert all(value == value.strip() for value in values), f"{path}: {row['id']}: blanks in {column}"
            assert len(values) == 1 or all(values), (
                f"{path}: {row['id']}: an empty value in {column}: remove a |"
            )
            assert len(values) == len(set(values)), f"{path}: {row['id']}: {column} says one thing twice"
            assert not set(cell) & set("’‘‑–"), f"{path}: {row['id']}: type ' and - in {column}"


def test_every_state_is_there() -> None:
    ids = {row["id"] for row in read(TABLES / "states.tsv")}
    assert ids == STATES, f"add to or remove from tables/states.tsv: {sorted(ids ^ STATES)}"
    generated = {row["id"] for row in read(GENERATED / "states.tsv")}
    assert generated == STATES, f"run kg/reference/build.py: {sorted(generated ^ STATES)}"


def test_every_body_is_there() -> None:
    ids = {row["id"] for row in read(TABLES / "bodies.tsv")}
    assert ids == BODIES, f"tables/bodies.tsv and kg.vocab.BODIES differ in {sorted(ids ^ BODIES)}"
    assert not BODIES & STATES, "a body's code is a state's: claims could not tell them apart"


def test_every_code_leads_to_a_party() -> None:
    known = set(parties())
    for name, column in (
        ("contextual", "code"),
        ("compounds", "code"),
        ("regions", "state"),
        ("venues", "state"),
        ("exonyms", "state"),
    ):
        for row in read(TABLES / f"{name}.tsv"):
            assert row[column] in known, (
                f"tables/{name}.tsv: {row['id']}: no party has the code {row[column]!r}"
            )
    for row in read(TABLES / "contextual.tsv"):
        unknown = set(split_list(row["evidence"])) - known - {"*"}
        assert not unknown, f"tables/contextual.tsv: {row['id']}: no party has the code {sorted(unknown)}"
    for line in lines(GENERATED / "cities.tsv")[1:]:
        state = line.split("\t")[3]
        assert state in STATES, f"generated/cities.tsv: no such state: {line}: correct kg/reference/build.py"


def test_states_have_demonyms_and_capitals() -> None:
    states = {code: party for code, party in parties().items() if party.kind == "state"}
    without = {code for code, party in states.items() if not party.demonyms}
    assert without == NO_DEMONYM, (
        f"give a demonym to (or take out of NO_DEMONYM): {sorted(without ^ NO_DEMONYM)}"
    )
    without = {code for code, party in states.items() if not party.capitals}
    assert without == NO_CAPITAL, (
        f"give a capital to (or take out of NO_CAPITAL): {sorted(without ^ NO_CAPITAL)}"
    )
    without = {code for code, party in states.items() if party.latitude is None}
    assert without == NO_CAPITAL, (
        f"run kg/reference/build.py: no coordinates for {sorted(without ^ NO_CAPITAL)}"
    )
    assert len({party.geonames for party in states.values()}) == len(states), (
        "two states have one GeoNames id"
    )


def test_a_name_means_one_party_unless_listed() -> None:
    shared = {}
    for key, senses in index().parsed.items():
        codes = {sense.code for sense in senses if sense.kind in {"state", "body", "demonym", "seat"}}
        if len(codes) > 1:
            shared[key] = sorted(codes)
    assert set(shared) == SHARED, (
        "in tables/states.tsv or bodies.tsv give the name to one party, or list it in SHARED and add it to "
        f"tables/contextual.tsv: { {name: shared.get(name) for name in set(shared) ^ SHARED} }"
    )


def test_contextual_readings_stand_together_and_end_with_a_default_or_none() -> None:
    by_surface: dict[str, list[str]] = {}
    for row in read(TABLES / "contextual.tsv"):
        by_surface.setdefault(row["surface"], []).append(row["evidence"])
    for surface, evidence in by_surface.items():
        assert "*" not in evidence[:-1], (
            f"tables/contextual.tsv: {surface}: no row after the one with * is read"
        )


def test_places_have_coordinates_on_earth() -> None:
    for name in ("regions", "venues"):
        for row in read(TABLES / f"{name}.tsv"):
            assert -90 <= float(row["latitude"]) <= 90, f"tables/{name}.tsv: {row['id']}: latitude"
            assert -180 <= float(row["longitude"]) <= 180, f"tables/{name}.tsv: {row['id']}: longitude"


def kilometres(latitude: float, longitude: float, place: Sense) -> float:
    """Great-circle distance from a point to a place."""
    assert place.latitude is not None and place.longitude is not None
    here, there = math.radians(latitude), math.radians(place.latitude)
    across = math.radians(place.longitude - longitude)
    half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def test_venues_lie_near_their_city() -> None:
    """A slip in a coordinate moves a palace to another continent; 70 km is the way to Beijing's Yanqi Lake."""
    unknown = set()
    for row in read(TABLES / "venues.tsv"):
        key = key_of(row["city"])
        cities = [
            s for s in (*index().senses(key), *towns().senses(key)) if s.code == row["state"] and s.geonames
        ]
        if row["city"] and not cities:
            unknown.add(row["city"])
        elif row["city"]:
            away = min(kilometres(float(row["latitude"]), float(row["longitude"]), city) for city in cities)
            assert away < 70, (
                f"tables/venues.tsv: {row['id']} is {away:.0f} km from {row['city']}: correct one"
            )
    # Villages such as Viskuli have no row; most venues must stay checkable all the same.
    assert len(unknown) < 50, f"tables/venues.tsv: name larger cities than {sorted(unknown)}"


def test_every_capital_is_a_sense_of_its_name() -> None:
    for code, party in parties().items():
        if party.kind == "body":
            continue
        for capital in party.capitals:
            found = [sense for sense in index().senses(key_of(capital)) if sense.code == code]
            unlisted = {"GS", "MS", "TF", "TK"}  # research stations and villages without a GeoNames city
            assert found or code in unlisted, f"run kg/reference/build.py: {capital} is no city of {code}"


def test_only_cities_are_stopped_and_nothing_is_masked_that_is_named() -> None:
    parsed = index().parsed
    # "Reunion" may be stopped beside "Réunion": the accent tells them apart.
    stop = {name for name in stopped() if any(s.name == fold(s.name) for s in parsed.get(fold(name), ()))}
    assert not stop, f"tables/stopped.tsv is for cities: another table has {sorted(stop)}: remove them"
    masked = {name for name in masks() if name in parsed}
    assert not masked, f"tables/masks.tsv: another table has {sorted(masked)}: it cannot mean nothing as well"


def test_exonyms_reached_the_city_table() -> None:
    surfaces: dict[str, list[str]] = {}
    for line in lines(GENERATED / "cities.tsv")[1:]:
        number, _, names, *_ = line.split("\t")
        surfaces[number] = names.split("|")
    for row in read(TABLES / "exonyms.tsv"):
        for name in (row["name"], *split_list(row["names"])):
            if name == "Gaza":  # the strip: tables/regions.tsv
                continue
            assert key_of(name) in surfaces[row["id"]], (
                f"run kg/reference/build.py: {name} is new in exonyms.tsv"
            )
