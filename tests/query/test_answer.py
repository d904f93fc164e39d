"""Answers in every format, and errors of SPARQL in one line."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, UsageError
from kg.query import Format, query
from kg.query.table import aligned, draw
from kg.store import Store

SELECT = "SELECT ?label ?begin { ?e a kg:Meeting ; rdfs:label ?label ; kg:begin ?begin } ORDER BY ?begin"
CONSTRUCT = "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a kg:Event ; rdfs:label ?l }"


def test_rows_are_plain_values(store: Store) -> None:
    rows = list(query(store, SELECT))
    assert [row["begin"] for row in rows] == [date(2026, 1, 31), date(2026, 3, 2)]
    assert all(isinstance(row["label"], str) for row in rows)


def test_json_is_the_sparql_results_format(store: Store) -> None:
    data = json.loads(query(store, SELECT).text("json"))
    assert data["head"]["vars"] == ["label", "begin"]
    assert len(data["results"]["bindings"]) == 2
    assert json.loads(query(store, "ASK {}").text("json"))["boolean"] is True


def test_csv_and_tsv(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(query(store, SELECT).text("csv"))))
    assert [row["begin"] for row in rows] == ["2026-01-31", "2026-03-02"]
    assert query(store, SELECT).text("tsv").startswith("?label\t?begin\n")


def test_turtle_reads_back_and_has_prefixes(store: Store) -> None:
    text = query(store, CONSTRUCT).text("turtle")
    assert "@prefix event: <https://kg.example/event/>" in text
    assert len(list(ox.parse(text.encode(), ox.RdfFormat.TURTLE))) == 4
    assert query(store, CONSTRUCT).text("turtle") == text


def test_table_is_aligned_and_shortens_iris(store: Store) -> None:
    lines = query(store, "SELECT ?k (1 AS ?n) { ?e a kg:Event ; kg:kind ?k } ORDER BY ?k").text().splitlines()
    assert lines == [
        "k           n",
        "----------  -",
        "kg:Call     1",
        "kg:Meeting  1",
        "kg:Meeting  1",
        "kg:Visit    1",
    ]
    assert query(store, "ASK {}").text().split() == ["answer", "------", "yes"]


@pytest.mark.parametrize(("text", "format"), [(SELECT, "turtle"), (CONSTRUCT, "json"), ("ASK {}", "turtle")])
def test_a_format_that_does_not_fit_is_refused(store: Store, text: str, format: Format) -> None:
    with pytest.raises(UsageError):
        query(store, text).text(format)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * {", "line 1, column 11"),
        ("SELECT *\nWHERE {\n ?s ?p }", "line 3, column"),
        ("SELECT * { ?s foo:x ?o }", "prefix foo: is not known"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE"),
        ("DROP ALL", "DROP changes the store"),
        ("", "line 1"),
    ],
)
def test_a_broken_query_is_one_line_with_its_place(store: Store, text: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(store, text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_only_named_questions_take_arguments(store: Store) -> None:
    with pytest.raises(UsageError):
        query(store, "ASK {}", ["Japan"])


def test_a_cell_cannot_move_the_cursor() -> None:
    assert "\x1b" not in "\n".join(aligned(["a"], [["x\x1b[2J\ny"]]))


def test_wide_letters_are_counted_as_wide() -> None:
    assert list(aligned(["a", "b"], [["安", "x"], ["ab", "y"]]))[2:] == ["安  x", "ab  y"]


def test_a_drawn_table_never_reads_markup() -> None:
    out = io.StringIO()
    assert draw(["a"], [["[bold]x[/bold]"]], out) == 1
    assert "[bold]x[/bold]" in out.getvalue()
