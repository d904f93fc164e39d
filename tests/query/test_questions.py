"""The named questions: what they answer, and how their arguments are bound."""

from __future__ import annotations

import shlex
from dataclasses import replace

import pytest

from kg.errors import KgError, NotFound, UsageError
from kg.query import query
from kg.query.questions import KINDS, ask, bind, questions
from kg.resolve import resolve
from kg.store import Store, open_store
from kg.store.claims import claim_quads
from kg.store.picture import picture_quads
from tests.world import world

EXPECTED = {
    "who-met", "meetings-of", "meetings-between", "meetings-in", "calendar", "official", "state-pairs",
    "disagreements", "busiest",
}  # fmt: skip


def column(store: Store, name: str, question: str, *arguments: str) -> list[object]:
    return [row[name] for row in query(store, question, arguments)]


def test_every_question_of_the_manual_is_there() -> None:
    assert set(questions()) >= EXPECTED


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_is_valid_sparql_unbound_and_says_what_it_is(store: Store, name: str) -> None:
    question = questions()[name]
    assert question.description.endswith(".")
    assert question.example.startswith(f"kg query {name}")
    assert {argument.type for argument in question.arguments} <= {*KINDS, "period", "number"}
    list(query(store, question.sparql))


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_argument_is_bound_somewhere(name: str) -> None:
    question = questions()[name]
    for argument in question.arguments:
        names = ("from", "to") if argument.type == "period" else (argument.name,)
        assert bind(question.sparql, {each: ["7"] for each in names}) != question.sparql


@pytest.mark.parametrize("name", sorted(questions()))
def test_each_is_ordered_to_the_last_row(name: str) -> None:
    assert "ORDER BY" in questions()[name].sparql


def test_who_met(store: Store) -> None:
    rows = list(query(store, "who-met", ("Ahn Gyu-back",)))
    assert {(row["name"], row["party"], row["events"]) for row in rows} == {
        ("Shinjiro Koizumi", "Japan", 1),
        ("Pete Hegseth", "United States", 1),
    }


def test_who_met_of_a_state_leaves_its_own_people_out(store: Store) -> None:
    assert set(column(store, "name", "who-met", "Japan")) == {"Ahn Gyu-back", "Mark Rutte"}


def test_who_met_counts_no_cancelled_visit(store: Store) -> None:
    assert column(store, "name", "who-met", "Pete Hegseth") == ["Ahn Gyu-back"]


def test_meetings_of_a_state_in_the_order_of_time(store: Store) -> None:
    assert column(store, "kind", "meetings-of", "JP") == ["meeting", "visit", "meeting"]
    assert column(store, "status", "meetings-of", "JP", "2026-02") == ["cancelled"]


def test_meetings_between_official_and_state(store: Store) -> None:
    assert column(store, "place", "meetings-between", "Ahn Gyu-back", "Japan") == ["Yokosuka"]
    assert column(store, "place", "meetings-between", "NATO", "KR") == []


def test_meetings_in_a_place_and_in_its_state(store: Store) -> None:
    assert column(store, "kind", "meetings-in", "Yokosuka") == ["meeting"]
    assert sorted(map(str, column(store, "place", "meetings-in", "Japan"))) == ["Tokyo", "Yokosuka"]


def test_calendar_of_a_month_and_of_all_time(store: Store) -> None:
    assert column(store, "date", "calendar", "2026-02") == ["2026-02-04", "2026-02-20"]
    assert len(column(store, "date", "calendar")) == 4


def test_posts_of_an_official(store: Store) -> None:
    assert column(store, "role", "official", "Rutte") == ["Secretary General"]


def test_state_pairs(store: Store) -> None:
    pairs = {(row["party"], row["other"]): row["events"] for row in query(store, "state-pairs")}
    assert pairs == {
        ("Japan", "South Korea"): 1,
        ("Japan", "NATO"): 1,
        ("South Korea", "United States"): 1,
    }


def test_disagreements_show_both_days_with_their_words(store: Store) -> None:
    rows = list(query(store, "disagreements"))
    assert {(row["value"], row["publisher"], row["phrase"]) for row in rows if row["on"] == "date"} == {
        ("2026-01-30", "Harbor Post", "Jan. 30, 2026"),
        ("2026-01-31", "Strait Review", "Jan. 31, 2026"),
    }


def test_disagreeing_participants_are_listed_with_who_names_them() -> None:
    claims = world()
    picture = resolve(claims)
    events = tuple(
        replace(event, disagrees_on=("participants",)) for event in picture.events if event.kind == "call"
    )
    with open_store() as store:
        store.apply(add=[quad for each in claims for quad in claim_quads(each)])
        store.apply(add=picture_quads(replace(picture, events=events)))
        rows = list(query(store, "disagreements"))
    assert [(row["on"], row["value"], row["publisher"]) for row in rows] == [
        ("participants", "Ahn Gyu-back", "Harbor Post"),
        ("participants", "Pete Hegseth", "Harbor Post"),
    ]


def test_busiest_takes_a_number(store: Store) -> None:
    assert len(column(store, "name", "busiest")) == 4
    assert len(column(store, "name", "busiest", "2")) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("who-mt Ahn", "did you mean who-met?"),
        ("who-met", "who-met ACTOR [PERIOD]"),
        ("who-met a b c", "who-met ACTOR [PERIOD]"),
        ("busiest none", "a number"),
        ("busiest 0", "a number"),
        ("calendar 2026-13", "no period"),
        ("calendar 2026-02/2025", "ends before it begins"),
        ("calendar yesterday", "no period"),
        ("who-met Koizmi", "did you mean Shinjiro Koizumi?"),
        ("who-met official:nobody", "official:nobody"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(store: Store, line: str, said: str) -> None:
    name, *arguments = shlex.split(line)
    with pytest.raises(KgError) as caught:
        query(store, name, arguments)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "hostile",
    [
        'x" } DELETE { ?s ?p ?o',
        "<https://kg.example/> } ; {",
        "official:a> } #",
        "\\u007D",
        "}",
        "'",
        "\n# bind: actor",
    ],
)
def test_a_name_is_never_a_piece_of_the_query(store: Store, hostile: str) -> None:
    with pytest.raises((NotFound, UsageError)):
        ask(store, "who-met", [hostile])
