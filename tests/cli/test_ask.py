"""query, show, path and stats from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg


def test_query_prints_an_aligned_table(kg: Kg) -> None:
    done = kg("query", "who-met", "Ahn Gyu-back")
    assert done.code == 0
    assert [line.split("  ")[0] for line in done.out.splitlines()[2:]] == ["Pete Hegseth", "Shinjiro Koizumi"]


def test_query_formats(kg: Kg) -> None:
    assert json.loads(kg("query", "ASK { ?e a kg:Event }", "--format", "json").out)["boolean"] is True
    assert kg("query", "calendar", "--format", "csv").out.startswith("date,kind,status")
    assert kg("query", "calendar", "--format", "tsv").out.startswith("?date\t?kind")
    assert "@prefix" in kg("query", "DESCRIBE <https://kg.example/state/KR>", "--format", "turtle").out


def test_query_from_a_file(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("ASK { ?e a kg:Event }")
    assert kg("query", "-f", str(tmp_path / "q.rq")).out.split()[-1] == "yes"
    done = kg("query", "-f", str(tmp_path / "none.rq"))
    assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["query"], 2, "named question"),
        (["query", "SELECT * {"], 2, "line 1, column 11"),
        (["query", "who-mte", "Japan"], 2, "did you mean who-met?"),
        (["query", "who-met", "Nobody At All"], 1, "no official or state or body"),
        (["query", "ASK {}", "--format", "turtle"], 2, "turtle holds triples"),
        (["query", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"], 2, "SERVICE"),
        (["show", "Yokusuka"], 1, "did you mean Yokosuka"),
        (["path", "Ahn", "Belgium"], 1, "no events that took place connect"),
        (["--store", "no/such/store", "stats"], 1, "there is no store at no/such/store"),
    ],
)
def test_what_is_wrong_is_one_line_and_a_code(kg: Kg, arguments: list[str], code: int, said: str) -> None:
    done = kg(*arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert done.err.startswith("kg: ")
    assert done.err.count("\n") == 1


def test_show_and_its_json(kg: Kg) -> None:
    assert "“met in Brussels”" in kg("show", "Rutte").out
    assert json.loads(kg("show", "Rutte", "--json").out)["label"] == "Mark Rutte"


def test_show_takes_a_name_of_several_words_unquoted(kg: Kg) -> None:
    assert kg("show", "South", "Korea").out.startswith("South Korea")


def test_path_and_its_json(kg: Kg) -> None:
    assert kg("path", "Hegseth", "Rutte").out.splitlines()[-1] == "Mark Rutte"
    assert len(json.loads(kg("path", "Hegseth", "Rutte", "--json").out)["steps"]) == 3


def test_stats_and_its_json(kg: Kg) -> None:
    assert kg("stats").out.startswith("articles")
    assert json.loads(kg("stats", "--json").out)["articles"] == 5


def test_asking_works_beside_a_writer(kg: Kg, world_store: Path) -> None:
    from kg.store import open_store

    with open_store(world_store):
        assert kg("stats").code == 0
