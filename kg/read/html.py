"""HTML pages, saved or fetched: the article's body without menus, and what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kg.errors import NotAnArticle
from kg.model import Article
from kg.read.plain import check, decode, is_binary
from kg.read.records import Failure, Options, Source

CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
MIN_WORDS = 25  # a menu line or a cookie notice is shorter, the shortest news item longer


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin as an HTML page does.

    >>> looks_like_html(b"<!DOCTYPE html><p>Hi"), looks_like_html(b"Hi <html>")
    (True, False)
    """
    return HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The article of an HTML page. Raises NotAnArticle where the page holds none."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        markup(source.data),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # Only what the page declares as its date: a day named in the body is not when it appeared.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = (found.text or "").strip() if found else ""
    if len(body.split()) < MIN_WORDS:
        raise NotAnArticle("no article in the page; save the article's own page, or give its text")
    title = (found.title or "").strip() or None
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    check(text)
    yield Article(
        id=source.id,
        text=text,
        title=title,
        published=date.fromisoformat(found.date[:10]) if found.date else None,
        publisher=found.sitename,
        url=found.url,
        language="en",
        source=source.name,
    )


def markup(data: bytes) -> str:
    """The page's text in the charset that it declares, else as `decode` finds it."""
    declared = CHARSET.search(data[:4096])
    if declared and not is_binary(data):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)
