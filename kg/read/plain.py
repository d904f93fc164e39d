"""Plain text: a page as it was copied or saved, or a clean article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import NotAnArticle, NotEnglish, ReadError
from kg.model import Article
from kg.read.records import Failure, Options, Source

# Control characters that no text holds (tab, newlines and form feed are allowed).
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
WORD = re.compile(r"[^\W\d_]{2,}")
SNIFF = 65_536  # bytes looked at to tell text from a binary file


def decode(data: bytes) -> str:
    """The text of some bytes: UTF-8, UTF-16 with its mark, else Windows-1252; newlines become `\\n`.

    Raises ReadError for bytes that are no text.

    >>> decode(b"Z\\xfcrich\\r\\n")
    'Zürich\\n'
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif is_binary(data):
        raise ReadError("a binary file, not text; give the article as text or HTML")
    else:
        text = decode_bytes(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_binary(data: bytes) -> bool:
    """Whether bytes hold a NUL, or more control characters than a damaged text would (1 in 100)."""
    head = data[:SNIFF]
    return b"\x00" in head or len(CONTROL.findall(head)) > len(head) // 100


def decode_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        legacy = data.decode("cp1252", errors="replace")
        # "â€" is how a UTF-8 quotation mark looks in Windows-1252: then it is damaged UTF-8.
        return data.decode("utf-8-sig", errors="replace") if "â€" in legacy else legacy


def read_plain(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The one article of a text file; title, date and publisher as the page itself gives them."""
    yield article_of(source, decode(source.data))


def article_of(source: Source, text: str) -> Article:
    """An article from a page's text. Raises NotAnArticle or NotEnglish."""
    from kg.page import segment

    check(text)
    page = segment(text)
    return Article(
        id=source.id,
        text=text,
        title=page.title,
        published=page.published,
        publisher=page.publisher,
        language="en",
        source=source.name,
    )


def check(text: str) -> None:
    """Raise NotAnArticle for text without words, NotEnglish for text in another language."""
    from kg.page.language import is_english

    if not text.strip():
        raise NotAnArticle("empty; nothing to read")
    if len(WORD.findall(text[:SNIFF])) < 5:  # fewer than five words tell of nothing
        raise NotAnArticle("no words in it; give an article's text")
    if not is_english(text):
        raise NotEnglish("not in English; skipped")
