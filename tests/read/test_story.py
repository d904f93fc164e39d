"""Copies of one wire story count once; the number does not depend on the order in which they came."""

from __future__ import annotations

import random
import time
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.story import count_stories, groups, near, story

WORDS = (
    "minister talks border agreement visit capital signed river trade delegation president morning airport "
    "treaty fishing council summer power station railway embassy letter harbour winter patrol ships school"
).split()


def text(seed: int, length: int = 220) -> str:
    chosen = random.Random(seed)  # noqa: S311 - a text to test with
    return " ".join(chosen.choices(WORDS, k=length))


def copy(words: str, site: int) -> str:
    """What a site makes of a story: another headline, its credit, a paragraph cut, a word changed."""
    chosen = random.Random(site)  # noqa: S311 - a text to test with
    parts = words.split()
    parts[chosen.randrange(len(parts))] = "changed"
    cut = chosen.choice((0, 0, 20, 30))
    return " ".join([f"Headline number {site} of this site", *parts[: len(parts) - cut], f"Credit {site}"])


def test_forty_sites_tell_one_story() -> None:
    prints = [story(copy(text(1), site)) for site in range(40)]
    assert len(set(prints)) > 30
    assert count_stories(prints) == 1


def test_two_stories_on_forty_sites_are_two() -> None:
    prints = [story(copy(text(site % 2), site)) for site in range(40)]
    assert count_stories(prints) == 2


def test_other_texts_are_other_stories() -> None:
    assert count_stories(story(text(seed)) for seed in range(300)) == 300


def test_short_texts_are_only_near_their_equals() -> None:
    assert count_stories(map(story, ["Ann met Bob.", "Ann met  bob", "Ann met Carol."])) == 2


def test_order_and_repeats_do_not_matter() -> None:
    prints = [story(copy(text(site % 2), site)) for site in range(5)]
    assert len({str(groups(order)) for order in permutations(prints)}) == 1
    assert groups(prints + prints) == groups(prints)


def test_few_and_many_are_counted_alike() -> None:
    """Above 24 prints pairs are found by their bins, below all are compared: the same pairs are near."""
    prints = sorted({story(copy(text(site % 9), site)) for site in range(200)})
    slow = [(a, b) for b in range(len(prints)) for a in range(b) if near(prints[a], prints[b])]
    group_of = {p: number for number, group in enumerate(groups(prints)) for p in group}
    assert slow
    assert all(group_of[prints[a]] == group_of[prints[b]] for a, b in slow)
    assert len(set(group_of.values())) == 9


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), max_size=40), st.randoms())
def test_any_prints_in_any_order(prints: list[str], chosen: random.Random) -> None:
    shuffled = prints[:]
    chosen.shuffle(shuffled)
    assert groups(shuffled) == groups(prints)


def test_five_thousand_stories_are_counted_fast() -> None:
    prints = [story(text(seed, 60)) for seed in range(5000)]
    started = time.process_time()
    assert count_stories(prints) > 4000
    assert time.process_time() - started < 10.0  # half a second; every pair compared would take minutes
