"""The tables of leaders and of officials are sound, and a name gives a party only where there is no doubt."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from kg.reference import known_party, parties
from kg.reference.leaders import known_holder
from kg.reference.text import fold
from kg.reference.tsv import TABLES, read, split_list

ROWS = [*read(TABLES / "leaders.tsv"), *read(TABLES / "officials.tsv")]


def test_every_row_names_a_party_that_the_reference_tables_know() -> None:
    codes = set(parties())
    assert [row["id"] for row in ROWS if row["party"] not in codes] == []
    assert [row["id"] for row in ROWS if row["id"] != f"{row['name']} {row['party']}"] == []


def test_the_tables_are_broad() -> None:
    sovereign = {code for code, p in parties().items() if p.kind == "state" and len(p.capitals) > 0}
    assert len(ROWS) >= 3000
    assert len({row["party"] for row in ROWS} & sovereign) >= 193


def test_years_are_possible() -> None:
    for row in ROWS:
        first, last = int(row["first"]), int(row["last"])
        assert 1926 <= first <= last <= 2026, row["id"]
        assert last >= 1955 and last - first <= 71, row["id"]


def test_a_person_stands_in_one_row_for_each_party() -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in ROWS:
        for name in (row["name"], *split_list(row["names"])):
            key = (fold(name).lower(), row["party"])
            if seen.setdefault(key, row["id"]) != row["id"]:
                # two people of one name and one state are possible, one after the other
                assert row["name"] != name, f"{row['id']} repeats {seen[key]}"


@pytest.mark.parametrize(
    ("name", "year", "party"),
    [
        ("Emmanuel Macron", 2020, "FR"),
        ("Macron", 2020, "FR"),
        ("MACRON", None, "FR"),
        ("Recep Tayyip Erdogan", 2015, "TR"),
        ("Erdoğan", 2015, "TR"),
        ("Volodymyr Zelenskiy", 2022, "UA"),
        ("Orban Viktor", 2019, "HU"),
        ("Abe Shinzo", 2014, "JP"),
        ("Xi Jinping", 2014, "CN"),
        ("Kim Jong Un", 2018, "KP"),
        ("Abdel Fattah el-Sisi", 2016, "EG"),
        ("Lula", 2008, "BR"),
        ("Queen Elizabeth", 2001, "GB"),
        ("Donald J. Trump", 2018, "US"),
        ("Robert M. Gates", 2009, "US"),
        ("Muhammad Morsi", 2012, "EG"),
        ("Kevin Rudd", 2008, "AU"),
        ("Nkosazana Dlamini-Zuma", 2014, "AFU"),
    ],
)
def test_names_are_found_in_their_usual_spellings(name: str, year: int | None, party: str) -> None:
    assert known_party(name, date(year, 6, 1) if year else None) == party


@pytest.mark.parametrize(
    ("name", "year", "party"),
    [
        ("Ban Ki-moon", 2005, "KR"),
        ("Ban Ki-moon", 2010, "UN"),
        ("Mark Rutte", 2015, "NL"),
        ("Mark Rutte", 2026, "NATO"),
        ("Christine Lagarde", 2008, "FR"),
        ("Christine Lagarde", 2013, "IMF"),
        ("Angela Merkel", 2024, "DE"),  # known for years after
        ("Angela Merkel", 1990, None),
        ("Angela Merkel", 2040, None),
    ],
)
def test_the_day_of_the_text_decides(name: str, year: int, party: str | None) -> None:
    assert known_party(name, date(year, 6, 1)) == party


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-",
        "Martin",
        "Clinton",
        "Rodriguez",
        "Khan",
        "Merkel Putin",
        "Peter Macron",
        "Angela",
        "Ban Ki-moon",
    ],
)
def test_doubt_gives_none(name: str) -> None:
    assert known_party(name) is None


def test_the_tables_are_read_when_first_asked() -> None:
    code = (
        "import kg.reference, kg.reference.leaders as m; print(m._full.cache_info().currsize)\n"
        "m.known_party('Macron'); print(m._full.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.split() == ["0", "1"]


def test_who_only_speaks_for_a_state_is_no_president() -> None:
    assert known_holder("Bashir", date(2006, 5, 1)) == "SD"
    assert known_holder("Howard", date(2003, 5, 1)) == "AU"
    assert known_party("Osama el-Baz", date(1990, 5, 1)) == "EG"
    assert known_party("Stephen Biegun", date(2019, 5, 1)) == "US"
