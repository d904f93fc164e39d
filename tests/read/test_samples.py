"""Two samples and more of every format: title, day, publisher, address and body as they were written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.model import Article
from kg.read import FORMATS, Columns, Failure, Options, read, read_bytes
from kg.read.records import suffix_of

SAMPLES = Path(__file__).parent / "samples"


class Told(NamedTuple):
    """What a sample tells, of whichever format."""

    title: str
    day: date
    publisher: str
    url: str
    words: str  # from the last paragraph


TURKU = Told(
    "Finnish and Estonian foreign ministers meet in Turku",
    date(2025, 3, 11),
    "Harbour Gazette",
    "https://harbour-gazette.example/world/turku-talks",
    "when the second part of the plan is to be agreed.",
)
MAPUTO = Told(
    "Portugal's prime minister begins visit to Mozambique",
    date(2025, 6, 3),
    "Indian Ocean Dispatch",
    "https://io-dispatch.example/2025/06/03/maputo-visit",
    "since 2022.",
)
LIMA = Told(
    "Peru and Chile sign accord on border rescue",
    date(2025, 8, 20),
    "Andes Courier",
    "https://andes-courier.example/news/border-rescue",
    "that was not allowed to help them.",
)
PHONE = Told(
    "Canadian and Ukrainian foreign ministers talk by phone",
    date(2025, 9, 9),
    "Prairie Standard",
    "https://prairie-standard.example/ottawa/phone-call",
    "thanked the workers who had loaded the first shipment.",
)
# What stands in each file, and which of publisher (p) and address (u) it gives.
FILES: dict[str, tuple[str, list[Told]]] = {
    "turku.txt": ("p", [TURKU]),
    "maputo.txt": ("p", [MAPUTO]),
    "turku.txt.gz": ("p", [TURKU]),
    "maputo.txt.bz2": ("p", [MAPUTO]),
    "phone.htm.xz": ("pu", [PHONE]),
    "lima.html": ("pu", [LIMA]),
    "phone.htm": ("pu", [PHONE]),
    "turku.md": ("pu", [TURKU]),
    "lima.markdown": ("", [LIMA]),
    "maputo.pdf": ("p", [MAPUTO]),
    "phone.pdf": ("p", [PHONE]),
    "turku.docx": ("", [TURKU]),
    "lima.docx": ("", [LIMA]),
    "phone.eml": ("p", [PHONE]),
    "maputo.eml": ("", [MAPUTO]),
    "articles.csv": ("pu", [TURKU, MAPUTO]),
    "articles.tsv": ("u", [LIMA, PHONE]),
    "articles.jsonl": ("u", [TURKU, MAPUTO, LIMA, PHONE]),
    "more.ndjson": ("u", [LIMA, PHONE]),
    "response.json": ("pu", [MAPUTO, LIMA]),
    "one.json": ("pu", [TURKU]),
    "articles.parquet": ("pu", [TURKU, MAPUTO, LIMA, PHONE]),
    "one.parquet": ("u", [PHONE]),
    "news.rss": ("u", [TURKU, MAPUTO]),
    "news.xml": ("u", [TURKU, MAPUTO]),
    "news.atom": ("u", [LIMA, PHONE]),
    "feed.json": ("u", [TURKU, PHONE]),
    "crawl.warc": ("pu", [TURKU, MAPUTO]),
    "crawl.warc.gz": ("pu", [LIMA, PHONE]),
    "crawls.zip": ("pu", [LIMA, PHONE]),
    "bundle.zip": ("p", [TURKU, LIMA]),
    "bundle.tar": ("p", [MAPUTO, MAPUTO]),
    "bundle.tar.gz": ("p", [PHONE, TURKU, MAPUTO]),
}


@pytest.mark.parametrize("name", FILES)
def test_sample(name: str) -> None:
    given, told = FILES[name]
    found = [one for one in read([SAMPLES / name]) if isinstance(one, Article)]
    assert [(a.title, a.published) for a in found] == [(t.title, t.day) for t in told]
    for article, one in zip(found, told, strict=True):
        assert article.text.startswith(one.title)
        assert one.words in " ".join(article.text.split())
        assert article.language == "en"
        assert len(article.sha256) == 64
        if "p" in given:
            assert article.publisher == one.publisher
        if "u" in given:
            assert article.url == one.url


def test_every_format_has_a_sample() -> None:
    kept = {suffix_of(path.name) for path in SAMPLES.iterdir()}
    others = {
        ".doc",
        ".opml",
        ".tbz2",
        ".text",
        ".tgz",
        ".txz",
        ".xhtml",
    }  # other names, and OPML: tests/watch
    assert set(FORMATS) - others <= kept


def test_a_folder_of_all_of_them_is_read_whole() -> None:
    found = list(read([SAMPLES]))
    failures = [one for one in found if isinstance(one, Failure)]
    assert len(found) - len(failures) == sum(len(told) for _, told in FILES.values())
    assert {str(one) for one in failures} == {
        "https://harbour-gazette.example/fair: only announced in the feed, without its text; "
        "`kg watch` reads the page"
    }


def test_copies_share_a_story_and_others_do_not() -> None:
    """The four stories in 60 copies, as text, page, PDF, table row or feed entry, are four stories."""
    from kg.read.story import count_stories

    found = [one for one in read([SAMPLES]) if isinstance(one, Article)]
    assert len({one.story for one in found}) > 4
    assert count_stories(one.story or "" for one in found) == 4


def test_columns_may_be_named() -> None:
    table = b"a;b;c\nMinisters meet;They met in Rome on Monday and will meet again in the spring of next year.;2024-03-05\n"
    options = Options(columns=Columns(text="b", title="a", date="c"))
    (article,) = read_bytes("t.csv", table, options=options)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.published) == ("t-1", "Ministers meet", date(2024, 3, 5))
    (failure,) = read_bytes("t.csv", table, options=Options(columns=Columns(text="d")))
    assert str(failure) == "t.csv: no column 'd'; there is: a, b, c"


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_quotation_marks_in_every_charset(charset: str) -> None:
    words = "“We shall meet again”, the minister said in Rome on Monday, “and it won’t be long”. " * 3
    (article,) = read_bytes("a.txt", words.encode(charset))
    assert isinstance(article, Article)
    assert article.text == words


def test_mail_in_a_declared_charset() -> None:
    mail = (
        "From: Łódź <a@b.example>\nSubject: Talks\nContent-Type: text/plain; charset=iso-8859-2\n\n".encode()
    )
    mail += (
        "The ministers of Poland and Spain met in Łódź on Monday for talks that will go on in May.".encode(
            "iso-8859-2"
        )
    )
    (article,) = read_bytes("a.eml", mail)
    assert isinstance(article, Article)
    assert "met in Łódź on" in article.text


def test_input_without_a_suffix_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    for name in FILES:
        if suffix_of(name) in (".tsv", ".csv", ".md", ".markdown"):
            continue
        (tmp_path / "x").write_bytes((SAMPLES / name).read_bytes())
        found = [one for one in read([tmp_path / "x"]) if isinstance(one, Article)]
        assert [one.title for one in found] == [told.title for told in FILES[name][1]], name
