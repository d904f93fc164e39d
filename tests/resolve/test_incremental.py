"""Increments give what everything at once gives, in any order, forwards and backwards."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from benchmarks.world import generate
from kg.model import ArticleClaims, ClaimRef, Official, Picture, Tenure
from kg.resolve import resolve
from kg.resolve.incremental import Change, change
from kg.resolve.index import View
from kg.spelling import fold
from tests.resolve.making import claims as told

Evidence = set[tuple[str, ClaimRef]]  # what a claim is behind, and the claim


def evidence(official: Official) -> Evidence:
    """The claims behind an official, a name or a post."""
    found = {("", ref) for ref in official.claims}
    found |= {(name.value, ref) for name in official.names for ref in name.claims}
    return found | {(post(tenure), ref) for tenure in official.tenures for ref in tenure.claims}


def post(tenure: Tenure) -> str:
    return f"{tenure.country} {tenure.office or fold(tenure.role)} {tenure.former}"


def filled(official: Official, claims: Evidence) -> Official:
    """An official with these claims in evidence."""

    def behind(what: str) -> tuple[ClaimRef, ...]:
        return tuple(sorted(ref for of, ref in claims if of == what))

    return replace(
        official,
        claims=behind(""),
        names=tuple(replace(name, claims=behind(name.value)) for name in official.names),
        tenures=tuple(replace(tenure, claims=behind(post(tenure))) for tenure in official.tenures),
    )


class Kept:
    """A picture and its index in memory, changed by `change`."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.sets: dict[str, set[str]] = {}
        self.officials: dict[str, Official] = {}
        self.events: dict[str, object] = {}

    def text(self, key: str) -> str | None:
        return self.texts.get(key)

    def members(self, key: str) -> set[str]:
        return set(self.sets.get(key, ()))

    def take(self, made: Change) -> None:
        known = {old.slug: self.officials.pop(old.slug) for old in made.old.officials}
        coming = {new.slug for new in made.new.officials}
        for old in made.old.officials:
            here = known[old.slug]
            assert old == here or (old.slug in coming and filled(old, evidence(here)) == here)
        for old_event in made.old.events:
            assert self.events.pop(old_event.slug) == old_event
        gone = {old.slug: evidence(old) for old in made.old.officials}
        for new in made.new.officials:
            assert new.slug not in self.officials
            claims = evidence(known[new.slug]) - gone[new.slug] if new.slug in gone else set()
            self.officials[new.slug] = filled(new, claims | evidence(new))
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


def test_an_official_of_many_claims_is_not_counted_anew() -> None:
    claims = [told(f"a{n}", "2026-01-28", [("Ahn Gyu-back", "president", "KR")]) for n in range(5)]
    kept, asked = Kept(), set[str]()
    kept.take(change(kept, added=claims[:4]))

    class Watched(Kept):
        def members(self, key: str) -> set[str]:
            asked.add(key.partition("|")[0])
            return super().members(key)

    watched = Watched()
    watched.texts, watched.sets, watched.officials = kept.texts, kept.sets, kept.officials
    watched.take(change(watched, added=claims[4:]))
    watched.same(resolve(claims))
    assert "m" not in asked, "the claims of an atom were read"
