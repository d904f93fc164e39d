"""Plain text: a page as it was copied or saved, or a clean article; and how any article is put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import NotAnArticle, NotEnglish
from kg.model import Article
from kg.read.charset import SNIFF, decode
from kg.read.records import Failure, Known, Options, Source

WORD = re.compile(r"[^\W\d_]{2,}")


def read_plain(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The one article of a text file; title, date and publisher as the page itself gives them."""
    yield article_of(source, decode(source.load(options)))


def article_of(source: Source, text: str) -> Article:
    """An article from a page's text, kept as it is. Raises NotAnArticle or NotEnglish."""
    from kg.page import segment

    check(text)
    page, known = segment(text), source.known
    prose = "\n".join(text[z.start : z.end] for z in page.zones if z.kind == "body")
    return made(
        source,
        text,
        prose or text,
        Known(
            title=known.title or page.title,
            published=known.published or page.published,
            publisher=known.publisher or page.publisher,
            url=known.url,
        ),
    )


def composed(source: Source, body: str, known: Known) -> Article:
    """An article of a body whose title stands apart; what is not known is looked for in the text."""
    text = body if not known.title or body.startswith(known.title) else f"{known.title}\n\n{body}"
    check(text)
    if known.published and known.publisher and known.title:
        return made(source, text, body, known)
    whole = Source(source.name, source.id, source.stream, known=known)
    return article_of(whole, text)


def made(source: Source, text: str, prose: str, known: Known) -> Article:
    """The record, with the print of the story that its prose tells."""
    from kg.read.story import story

    return Article(
        id=source.id,
        text=text,
        title=known.title,
        published=known.published,
        publisher=known.publisher,
        url=known.url,
        language="en",
        source=source.name,
        story=story(prose),
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
