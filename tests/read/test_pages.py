"""Pages in the manner of twelve news systems: title, day, publisher, address and body as they should be.

The pages are ours: the markup of a system with invented news in it. Their metadata stand in JSON-LD, Open
Graph, Dublin Core, microdata, other tags, or nowhere but in the text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.model import Article
from kg.read import read

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text())


@pytest.mark.parametrize("name", EXPECTED)
def test_page(name: str) -> None:
    expected = EXPECTED[name]
    (article,) = read([PAGES / name])
    assert isinstance(article, Article), article
    found = {
        "title": article.title,
        "published": str(article.published),
        "publisher": article.publisher,
        "url": article.url,
    }
    assert found == {key: expected[key] for key in found}
    assert article.text.startswith(expected["title"])
    assert expected["first"] in article.text
    assert expected["last"] in article.text
    assert [words for words in expected["absent"] if words in article.text] == []


def test_there_are_twelve() -> None:
    assert len(EXPECTED) == 12
    assert {path.name for path in PAGES.glob("*.html")} == set(EXPECTED)
