"""A small generated world with known truth: accuracy must not fall below these floors."""

from __future__ import annotations

import pytest

from benchmarks import scores
from benchmarks.world import World, generate
from kg.model import Picture
from kg.resolve import resolve

OFFICIALS, EVENTS = 0.98, 0.97  # floors, a little under what a world of 1,500 articles gives


@pytest.fixture(scope="module")
def made() -> tuple[World, Picture]:
    world = generate(1500, officials=600)
    return world, resolve(world.claims)


def test_officials(made: tuple[World, Picture]) -> None:
    assert scores.officials(*made).f1 >= OFFICIALS


def test_events(made: tuple[World, Picture]) -> None:
    assert scores.events(*made).f1 >= EVENTS


def test_nobody_of_two_states_is_one(made: tuple[World, Picture]) -> None:
    assert scores.false_friends(*made) == 0


def test_the_score_sees_mistakes(made: tuple[World, Picture]) -> None:
    """The floors can fail: a picture of half of the claims, with everybody one person, scores badly."""
    world, _ = made
    wrong = scores.pairwise(world.officials_of, dict.fromkeys(world.officials_of, "everybody"))
    assert wrong.recall == 1.0
    assert wrong.f1 < 0.5
