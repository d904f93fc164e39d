"""Extractors by name; one article on which an extractor fails stops no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import UsageError
from kg.extract import extract, extractor, registry
from kg.model import Article, ArticleClaims


class Fussy:
    """A second extractor: finds nothing, and fails on articles that say so."""

    name = "fussy/1"

    def extract(self, article: Article) -> ArticleClaims:
        if "fail" in article.text:
            raise IndexError("list index out of range")
        return ArticleClaims(article, (), (), self.name)


@pytest.fixture(autouse=True)
def fussy() -> Iterator[None]:
    registry.register("fussy", Fussy)
    yield
    registry._MAKERS.pop("fussy")


def test_another_extractor_is_used_by_its_name() -> None:
    assert extractor("fussy").name == "fussy/1"
    (claims,) = extract([Article("a", "Ann met Bob.")], engine="fussy")
    assert claims.extractor == "fussy/1"


def test_an_unknown_extractor_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="fussy, rules"):
        extractor("nosuch")


def test_one_article_that_trips_it_stops_no_other() -> None:
    texts = ("one", "fail", "three")
    first, second, third = extract([Article(text, text) for text in texts], engine="fussy")
    assert not first.notes
    assert not third.notes
    (note,) = second.notes
    assert "the extractor failed on this article (IndexError: list index out of range)" in note
