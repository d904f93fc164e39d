"""Reading files, folders and standard input; what cannot be read is one line and the rest goes on."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import NotAnArticle, NotEnglish, TooLarge
from kg.model import Article
from kg.read import Failure, read

ARTICLE = (
    "Ministers meet in Rome\n\nPublished: March 5, 2024\n\nThe foreign ministers of Italy and Japan met in Rome on Monday "
    "for talks about the sea, and they said that they would meet again in the autumn.\n"
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ministers meet | Tiber Post</title>
<meta property="og:site_name" content="Tiber Post"><meta property="og:title" content="Ministers meet">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"><link rel="canonical" href="https://tiber.example/a">
</head><body><nav><a>Home</a> <a>World</a></nav><article><h1>Ministers meet</h1>
<p>{ARTICLE.splitlines()[4]}</p><p>They had last seen each other in Tokyo, where they signed an agreement on ports and on
fishing that both parliaments have passed since then.</p></article>
<div class="related"><h3>Related</h3><a>Another minister resigns</a></div></body></html>"""


def one(path: Path) -> Article:
    (found,) = read([path])
    assert isinstance(found, Article), found
    return found


def failure(path: Path | str) -> Failure:
    (found,) = read([path])
    assert isinstance(found, Failure), found
    assert "\n" not in str(found)
    return found


def test_text(tmp_path: Path) -> None:
    (tmp_path / "rome.txt").write_text(ARTICLE)
    article = one(tmp_path / "rome.txt")
    assert (article.id, article.title, article.published) == (
        "rome",
        "Ministers meet in Rome",
        date(2024, 3, 5),
    )
    assert article.text == ARTICLE
    assert article.source == str(tmp_path / "rome.txt")


def test_html(tmp_path: Path) -> None:
    (tmp_path / "rome.html").write_text(PAGE)
    article = one(tmp_path / "rome.html")
    assert (article.title, article.publisher) == ("Ministers meet", "Tiber Post")
    assert (article.published, article.url) == (date(2024, 3, 5), "https://tiber.example/a")
    assert "signed an agreement" in article.text
    assert "resigns" not in article.text


def test_html_in_another_charset(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "iso-8859-2").replace("Tiber Post", "Łódź Kurier")
    (tmp_path / "a.html").write_bytes(page.encode("iso-8859-2"))
    assert one(tmp_path / "a.html").publisher == "Łódź Kurier"


def test_html_without_a_telling_name_is_seen_to_be_html(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(PAGE)
    assert one(tmp_path / "page").publisher == "Tiber Post"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_encodings_and_newlines(tmp_path: Path, encoding: str) -> None:
    words = ARTICLE.replace("Rome", "Zürich").replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(words.encode(encoding))
    assert one(tmp_path / "a.txt").text == ARTICLE.replace("Rome", "Zürich")


def test_damaged_utf8_is_read_with_marks_where_it_is_damaged(tmp_path: Path) -> None:
    damaged = ARTICLE.replace("Monday", "“Monday”").encode() + b"\xe2\x28"
    (tmp_path / "a.txt").write_bytes(damaged)
    text = one(tmp_path / "a.txt").text
    assert "“Monday”" in text
    assert "\ufffd" in text


def test_folder_deeply_in_order_without_hidden_files_and_readmes(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden.txt", "a/.git/x.txt", "README.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ARTICLE)
    assert [found.source for found in read([tmp_path]) if isinstance(found, Article)] == [
        str(tmp_path / "a/c.txt"),
        str(tmp_path / "b.txt"),
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert len(list(read([tmp_path / "a.txt", tmp_path]))) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PAGE.encode())))
    (article,) = read(["-"])
    assert isinstance(article, Article)
    assert (article.id, article.publisher) == ("stdin", "Tiber Post")


def test_missing_file(tmp_path: Path) -> None:
    assert "no such file" in str(failure(tmp_path / "none.txt"))


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_empty_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert isinstance(failure(tmp_path / "a.txt").error, NotAnArticle)


def test_binary_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 40)
    assert "binary" in str(failure(tmp_path / "a.txt"))


def test_not_english(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Les ministres des affaires étrangères se sont rencontrés à Paris lundi pour des entretiens sur la mer, "
        "et ils ont dit qu'ils se reverraient à l'automne dans la capitale."
    )
    found = failure(tmp_path / "a.txt")
    assert isinstance(found.error, NotEnglish)
    assert "not in English" in str(found)


def test_too_large_is_refused_without_reading_all_of_it(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)  # 50 MB that take no room on disk
    assert isinstance(failure(tmp_path / "a.txt").error, TooLarge)


def test_html_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><nav><a>Home</a><a>Login</a></nav></body></html>")
    assert isinstance(failure(tmp_path / "a.html").error, NotAnArticle)


def test_folder_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    assert "nothing readable" in str(failure(tmp_path))


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that exists and cannot be read")
def test_a_file_that_cannot_be_read() -> None:
    assert "cannot be read" in str(failure("/proc/self/mem"))


def test_a_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    found = list(read([tmp_path / "none.txt", tmp_path / "a.txt", tmp_path / "b.txt"]))
    assert [type(each) for each in found] == [Failure, Article, Failure]
    assert [str(each.error) for each in found if isinstance(each, Failure)] == ["no such file or folder"] * 2
