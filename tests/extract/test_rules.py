"""The extractor as a whole: quotes, determinism, the seam for another one, and odd texts."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.extract import Extractor, extract, extractor, to_record
from kg.extract.registry import register
from kg.extract.rules import Rules
from kg.model import Article, ArticleClaims, Quote

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
RULES = Rules()


def seeds() -> list[Article]:
    return [
        Article(id=p.stem, text=p.read_text(encoding="utf-8")) for p in sorted((ROOT / "seeds").glob("*.txt"))
    ]


def quotes(claims: ArticleClaims) -> Iterator[Quote]:
    for official in claims.officials:
        yield from official.quotes
    for event in claims.events:
        yield from event.quotes
        yield from (p.quote for p in event.participations)
        if event.place:
            yield event.place.quote
        if event.when and event.when.quote:
            yield event.when.quote
        if event.topic_quote:
            yield event.topic_quote


@pytest.mark.parametrize("article", seeds(), ids=lambda a: a.id)
def test_every_quote_stands_where_it_says(article: Article) -> None:
    claims = RULES.extract(article)
    assert claims.officials
    for quote in quotes(claims):
        assert quote.exact
        assert article.text[quote.start : quote.end] == quote.exact


def test_reading_twice_gives_the_same_claims() -> None:
    some = seeds()[:4]
    assert list(extract(some)) == list(extract(some))


def test_two_processes_tell_the_same_in_the_same_order() -> None:
    some = seeds()[:4]
    assert list(extract(some, jobs=2)) == list(extract(some))


class Nobody:
    """Another extractor: it finds nothing, and says so."""

    name = "nobody/1"

    def extract(self, article: Article) -> ArticleClaims:
        return ArticleClaims(article, (), (), self.name, ("nothing was looked for",))


def test_another_extractor_fits_the_seam() -> None:
    maker: type[Extractor] = Nobody
    register("nobody", maker)
    (claims,) = extract([Article(id="a", text="Ann met Bob.")], engine="nobody")
    assert (claims.extractor, claims.events, claims.notes) == ("nobody/1", (), ("nothing was looked for",))


def test_an_unknown_extractor_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="rules"):
        extractor("oracle")


def test_without_a_date_relative_days_stay_unknown() -> None:
    text = "French President Luc Moreau met Spanish King Felipe in Madrid on Tuesday."
    claims = RULES.extract(Article(id="a", text=text))
    assert claims.events
    assert {e.when for e in claims.events} == {None}
    assert any("publication date" in note for note in claims.notes)


@pytest.mark.skipif(
    not SHARED.exists(), reason="the article that the project was ordered with lies in ../shared"
)
def test_the_ordered_article_is_entirely_right() -> None:
    from kg.evaluate import evaluate

    gold = SHARED / "eval" / "seed.gold.jsonl"
    record = json.loads(gold.read_text(encoding="utf-8"))
    text = (gold.parent / record["text"]).read_text(encoding="utf-8")
    claims = RULES.extract(
        Article(id=record["id"], text=text, published=date.fromisoformat(record["published"]))
    )
    report = evaluate(gold, [to_record(claims)])
    assert report.officials.f1 == report.events.f1 == report.exact.f1 == 1.0


ODD = st.text(
    alphabet=st.sampled_from("aeimt .,;:()\"'-\n\t\u200b\u202e\u00a0\u05d0\u4e2d\U0001f600Ééß19")
    | st.characters(),
    max_size=400,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ODD, ODD)
def test_odd_text_never_breaks_it(before: str, after: str) -> None:
    text = before + " President Ann Lee of Chad met King Bo of Togo in Lomé on Monday. " + after
    for quote in quotes(RULES.extract(Article(id="odd", text=text, published=date(2024, 10, 9)))):
        assert text[quote.start : quote.end] == quote.exact


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "Ann met Bob, " * 2_000, "(" * 50_000, "U.S. " * 40_000, "\u200b" * 100_000],
    ids=["no spaces", "one endless sentence", "brackets", "abbreviations", "zero width"],
)
def test_huge_lines_end_in_bounded_time(text: str) -> None:
    start = time.process_time()
    RULES.extract(Article(id="huge", text=text))
    assert time.process_time() - start < 60  # seconds: generous, a quadratic step would take hours
