"""Whole pages: what is read, what is not, and what the page says of itself."""

from __future__ import annotations

import pytest

from kg.page import Page, segment
from tests.page.pages import SAMPLES, Sample


def sentences(page: Page, *zones: str) -> list[str]:
    return [page.text[s.start : s.end] for s in page.sentences if not zones or s.zone in zones]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_what_is_read_and_what_is_not(sample: Sample) -> None:
    page = segment(sample.text)
    read = sentences(page)
    for wanted in sample.read:
        assert any(wanted in sentence for sentence in read), wanted
    for unwanted in sample.unread:
        assert not any(unwanted in sentence for sentence in read), unwanted
    for caption in sample.captions:
        assert sentences(page, "caption").count(caption) == 1, caption


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_what_the_page_says_of_itself(sample: Sample) -> None:
    page = segment(sample.text)
    assert page.title == sample.title
    assert (page.published.isoformat() if page.published else None) == sample.published
    assert page.publisher == sample.publisher
    assert page.dateline == sample.dateline
