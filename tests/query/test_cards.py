"""Cards, paths and counts of the small world."""

from __future__ import annotations

import json

import pytest

from kg.errors import NotFound, UsageError
from kg.query.card import show
from kg.query.path import path
from kg.query.stats import stats
from kg.store import Store


def test_card_of_an_official(store: Store) -> None:
    card = show(store, "Koizumi")
    assert card.kind == "official"
    text = str(card)
    assert "Defense Minister" in text
    assert "Mark Rutte" in text
    assert "“met in Brussels” — Isar Tribune, 2026-03-03" in text


def test_card_of_a_state_lists_its_officials_only(store: Store) -> None:
    (officials,) = [section for section in show(store, "Japan").sections if section.title == "Officials"]
    assert [row[0] for row in officials.rows] == ["Shinjiro Koizumi"]


def test_card_of_a_place(store: Store) -> None:
    assert dict(show(store, "Yokosuka").facts)["coordinates"] == "35.28, 139.67"


def test_card_of_an_event_shows_both_papers(store: Store) -> None:
    (event,) = [row[-1] for row in show(store, "Yokosuka").sections[0].rows]
    card = show(store, event)
    assert dict(card.facts)["place"] == "Yokosuka, Japan"
    assert "date" in dict(card.facts)["articles disagree on"]
    (sources,) = [section for section in card.sections if section.title == "Sources"]
    assert [row[1] for row in sources.rows] == ["Harbor Post", "Strait Review"]
    assert all(quotes for quotes in sources.quotes)


def test_every_card_is_plain_data_too(store: Store) -> None:
    for name in ("Koizumi", "Japan", "Yokosuka", "NATO"):
        assert json.loads(json.dumps(show(store, name).as_dict()))["label"]


def test_unknown_and_near(store: Store) -> None:
    with pytest.raises(NotFound, match="did you mean Yokosuka"):
        show(store, "Yokusuka")


def test_path_over_people_with_the_words_of_each_step(store: Store) -> None:
    found = path(store, "Hegseth", "Rutte")
    assert [(step.start, step.end) for step in found.steps] == [
        ("Pete Hegseth", "Ahn Gyu-back"),
        ("Ahn Gyu-back", "Shinjiro Koizumi"),
        ("Shinjiro Koizumi", "Mark Rutte"),
    ]
    assert all(step.quotes for step in found.steps)


def test_path_over_states_and_from_a_state_to_an_official(store: Store) -> None:
    assert [step.end for step in path(store, "US", "NATO").steps] == ["South Korea", "Japan", "NATO"]
    assert path(store, "South Korea", "Rutte").steps[-1].end == "Mark Rutte"


def test_a_cancelled_visit_connects_nobody(store: Store) -> None:
    assert len(path(store, "US", "JP").steps) == 2


def test_no_path(store: Store) -> None:
    with pytest.raises(UsageError):
        path(store, "Ahn", "Ahn Gyu-back")
    with pytest.raises(NotFound):
        path(store, "Belgium", "Ahn")


def test_stats(store: Store) -> None:
    counted = stats(store)
    assert (counted.articles, counted.officials, counted.places, counted.disagreements) == (5, 4, 3, 1)
    assert counted.events == {"call": {"held": 1}, "meeting": {"held": 2}, "visit": {"cancelled": 1}}
    assert (counted.first, counted.last) == ("2026-01-31", "2026-03-02")
    # Picture and claims, without housekeeping.
    assert counted.triples == store.count()
