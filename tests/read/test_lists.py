"""OPML lists and sitemaps, each read from a file, whose addresses a server on 127.0.0.1 answers with the samples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import Article
from kg.read import Options, read
from tests.watch.server import Site, serving

HERE = Path(__file__).parent
TURKU = "Finnish and Estonian foreign ministers meet in Turku"
MAPUTO = "Portugal's prime minister begins visit to Mozambique"
LIMA = "Peru and Chile sign accord on border rescue"
PHONE = "Canadian and Ukrainian foreign ministers talk by phone"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        for name in ("news.rss", "news.atom", "feed.json", "lima.html", "phone.htm"):
            served.give(f"/{name}", (HERE / "samples" / name).read_bytes())
        for path in (HERE / "lists").iterdir():
            served.give(f"/{path.name}", path.read_bytes())
        yield served


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("reader.opml", {TURKU, MAPUTO}),
        ("exported.opml", {TURKU}),
        ("sitemap.xml", {LIMA, PHONE}),
        ("sitemap-news.xml", {LIMA}),
        ("sitemap-index.xml", {LIMA, PHONE}),
    ],
)
def test_a_list_gives_what_stands_at_its_addresses(
    site: Site, tmp_path: Path, name: str, titles: set[str]
) -> None:
    (tmp_path / name).write_bytes(site.pages[f"/{name}"])
    found = list(read([tmp_path / name], options=Options(allow_private=True)))
    articles = [one for one in found if isinstance(one, Article)]
    assert titles <= {one.title for one in articles}
    assert all(one.publisher for one in articles)
    pages = {path: n for path, n in site.asked.items() if path != "/robots.txt"}
    assert max(pages.values()) <= 2  # a page that two maps of an index name is asked for twice
