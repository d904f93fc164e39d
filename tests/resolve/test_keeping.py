"""The picture in a store is the picture of the claims in it, however they came there."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import JudgementError
from kg.model import ArticleClaims, Judgement
from kg.resolve import judge, rebuild, resolve, unjudge, update
from kg.store import Store, open_store
from kg.store.claims import claim_quads
from kg.store.judgements import read_judgements
from kg.store.picture import picture_quads
from kg.store.terms import PICTURE
from tests.resolve.test_events import told
from tests.resolve.test_properties import articles, quick

ARTICLES = [
    told("a", "2026-01-28", when="2026-01-30", status="planned", place=("Yokosuka", "JP")),
    told("b", "2026-01-31", when="2026-01-30", place=("Yokosuka", "JP")),
    told("c", "2026-02-10", when="2026-01"),
    told("d", "2026-02-20", when="2026-02-19"),
]


def picture(store: Store) -> set[object]:
    return set(store.match(None, None, None, PICTURE))


def expected(articles: list[ArticleClaims], judgements: tuple[Judgement, ...] = ()) -> set[object]:
    return set(picture_quads(resolve(articles, judgements)))


def test_add_and_remove_one_by_one() -> None:
    with open_store() as store:
        for i, article in enumerate(ARTICLES):
            update(store, added=[article])
            assert picture(store) == expected(ARTICLES[: i + 1])
        whole = set(store.match())
        update(store, added=ARTICLES[:2])
        assert set(store.match()) == whole
        rebuild(store)
        assert set(store.match()) == whole
        update(store, removed=[ARTICLES[1].article.key, "0123456789abcdef"])
        assert picture(store) == expected([ARTICLES[0], *ARTICLES[2:]])
        update(store, removed=[one.article.key for one in ARTICLES])
        assert picture(store) == set()


@pytest.mark.parametrize(("much", "tidied"), [(0, 1), (200_000, 0)])
def test_what_made_much_anew_tidies_up(monkeypatch: pytest.MonkeyPatch, much: int, tidied: int) -> None:
    calls: list[str] = []
    monkeypatch.setattr("kg.resolve.keeping._MUCH", much)
    monkeypatch.setattr("kg.store.embedded.EmbeddedStore.tidy", lambda store: calls.append(store.address))
    with open_store() as store:
        store.bulk_load(quad for one in ARTICLES for quad in claim_quads(one))
        rebuild(store)
        rebuild(store)  # changes nothing
    assert len(calls) == tidied


@quick
@given(articles(), st.randoms(use_true_random=False))
def test_any_articles_in_any_order(told: list[ArticleClaims], rng: random.Random) -> None:
    """What a store holds follows from its articles alone, down to the numbers in the names of nodes."""
    here: list[ArticleClaims] = []
    with open_store() as store:
        for one in rng.choices(told, k=2 * len(told)):
            if one in here:
                here.remove(one)
                update(store, removed=[one.article.key])
            else:
                here.append(one)
                update(store, added=[one])
            assert picture(store) == expected(here)


def test_judgements_change_the_picture_and_can_be_undone() -> None:
    first, last = (ARTICLES[0].article.key, 1), (ARTICLES[3].article.key, 1)
    same = Judgement("same", "event", first, last)
    with open_store() as store:
        update(store, added=ARTICLES)
        before = set(store.match())
        judge(store, same)
        assert picture(store) == expected(ARTICLES, (same,))
        assert read_judgements(store) == (same,)
        with pytest.raises(JudgementError, match="contradicts"):
            judge(store, Judgement("different", "event", last, first))
        unjudge(store, same)
        assert set(store.match()) == before
