"""Feeds: RSS, Atom and JSON Feed; each entry that carries its text is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from kg.errors import NotAnArticle, ReadError
from kg.model import Article
from kg.read.days import day_of
from kg.read.extras import need
from kg.read.html import MIN_WORDS
from kg.read.limits import deadline
from kg.read.markup import plain
from kg.read.plain import composed
from kg.read.records import Failure, Known, Options, Source, stem
from kg.read.xmlroot import refuse_entities

MAX_ENTRIES = 10_000  # feeds hold 10 to 100


def read_feed(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles of an RSS or Atom feed."""
    for known, text in entries_of(source.load(options), source, options):
        yield from entry_article(known, text, source)


def read_json_feed(value: dict[str, Any], source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles of a JSON feed that is parsed already."""
    found = list(json_entries(value, source))
    if not found:
        raise NotAnArticle("a feed without entries; nothing to read")
    for known, text in found:
        yield from entry_article(known, text, source)


def entries_of(data: bytes, source: Source, options: Options) -> list[tuple[Known, str]]:
    """What a feed says of each of its entries, and the entry's text. Raises ReadError for what is none."""
    if data.lstrip()[:1] == b"{":
        import json

        try:
            return list(json_entries(json.loads(data, strict=False), source))
        except (ValueError, RecursionError, AttributeError):
            raise ReadError("no feed in it; name the feed's own address or file") from None
    refuse_entities(data)
    feedparser = need("feedparser", "files", "a feed")
    with deadline(options.max_seconds):
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        if feed.get("bozo"):
            raise ReadError("a damaged feed; fetch it again")
        raise NotAnArticle("a feed without entries; nothing to read")
    title = plain(feed.feed.get("title") or "") or None
    return [_entry(entry, title, source) for entry in feed.entries[:MAX_ENTRIES]]


def _entry(entry: Any, feed_title: str | None, source: Source) -> tuple[Known, str]:
    texts = [part.get("value") or "" for part in entry.get("content", ())] + [entry.get("summary") or ""]
    publisher = (entry.get("source") or {}).get("title") or feed_title
    link = entry.get("link") or None
    return (
        Known(
            title=_line(entry.get("title")),
            published=day_of(entry.get("published")) or day_of(entry.get("updated")),
            publisher=_line(publisher) or source.known.publisher,
            url=_absolute(link, source),
        ),
        max(map(plain, texts), key=len).strip(),
    )


def json_entries(value: dict[str, Any], source: Source) -> Iterator[tuple[Known, str]]:
    """What a JSON feed says of its entries, and their text."""
    publisher = _line(value.get("title"))
    for item in value.get("items") or ():
        if not isinstance(item, dict):
            continue
        text = item.get("content_html") or item.get("content_text") or item.get("summary") or ""
        link = item.get("url") or item.get("external_url")
        yield (
            Known(
                title=_line(item.get("title")),
                published=day_of(item.get("date_published")),
                publisher=publisher,
                url=_absolute(link if isinstance(link, str) else None, source),
            ),
            plain(text).strip() if isinstance(text, str) else "",
        )


def entry_article(known: Known, text: str, source: Source) -> Iterator[Article | Failure]:
    """The article of an entry; an entry that only announces its page is a failure that says so."""
    name = known.url or f"{source.name}: {known.title or 'entry'}"
    try:
        if len(text.split()) < MIN_WORDS:
            raise NotAnArticle("only announced in the feed, without its text; `kg watch` reads the page")
        inner = Source(name, stem(known.url) if known.url else source.id, source.stream)
        article = composed(inner, text, known)
    except ReadError as error:
        yield Failure(name, error)
    else:
        yield article


def _line(value: Any) -> str | None:
    return " ".join(plain(value).split()) or None if isinstance(value, str) else None


def _absolute(link: str | None, source: Source) -> str | None:
    if not link:
        return None
    try:
        whole = urljoin(source.known.url or "", link)
    except ValueError:
        return None
    return whole if whole.startswith(("http://", "https://")) else None
