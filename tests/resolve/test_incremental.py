"""Increments give what everything at once gives, in any order, forwards and backwards."""

from __future__ import annotations

import random

import pytest

from benchmarks.world import generate
from kg.model import ArticleClaims, Picture
from kg.resolve import resolve
from kg.resolve.incremental import Change, change
from kg.resolve.index import View


class Kept:
    """A picture and its index in memory, changed by `change`."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.sets: dict[str, set[str]] = {}
        self.officials: dict[str, object] = {}
        self.events: dict[str, object] = {}

    def text(self, key: str) -> str | None:
        return self.texts.get(key)

    def members(self, key: str) -> set[str]:
        return set(self.sets.get(key, ()))

    def take(self, made: Change) -> None:
        for old in made.old.officials:
            assert self.officials.pop(old.slug) == old
        for old_event in made.old.events:
            assert self.events.pop(old_event.slug) == old_event
        for new in made.new.officials:
            assert new.slug not in self.officials
            self.officials[new.slug] = new
        for new_event in made.new.events:
            assert new_event.slug not in self.events
            self.events[new_event.slug] = new_event
        self.write(made.index)

    def write(self, index: View) -> None:
        puts, added, removed = index.changes()
        for key, text in puts.items():
            if text is None:
                self.texts.pop(key, None)
            else:
                self.texts[key] = text
        for key in removed.keys() | added.keys():
            self.sets[key] = (self.sets.get(key, set()) - removed.get(key, set())) | added.get(key, set())
        self.sets = {key: members for key, members in self.sets.items() if members}

    def same(self, picture: Picture) -> None:
        assert self.officials == {o.slug: o for o in picture.officials}
        assert self.events == {e.slug: e for e in picture.events}


@pytest.mark.parametrize("seed", range(3))
def test_one_by_one_is_all_at_once(seed: int) -> None:
    claims = generate(150, officials=150, events=25, seed=seed).claims
    random.Random(seed).shuffle(claims)  # noqa: S311
    kept = Kept()
    for i, one in enumerate(claims):
        kept.take(change(kept, added=[one]))
        if i % 30 == 0:
            kept.same(resolve(claims[: i + 1]))
    kept.same(resolve(claims))
    gone: list[ArticleClaims] = claims[::2]
    for one in gone:
        kept.take(change(kept, removed=[one]))
    kept.same(resolve(claims[1::2]))
    kept.take(change(kept, removed=claims[1::2]))
    assert (kept.officials, kept.events, kept.texts, kept.sets) == ({}, {}, {}, {})


def test_in_batches() -> None:
    claims = generate(120, officials=150, events=20, seed=7).claims
    kept = Kept()
    for at in range(0, len(claims), 17):
        kept.take(change(kept, added=claims[at : at + 17]))
    kept.same(resolve(claims))
