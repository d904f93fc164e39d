"""PDF: the text of its pages in reading order, and the title in its properties."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kg.errors import NotAnArticle, ReadError
from kg.model import Article
from kg.read.extras import need
from kg.read.limits import deadline
from kg.read.plain import article_of, composed
from kg.read.records import Failure, Known, Options, Source

MAX_TEXT = 5_000_000  # characters: a book is under 2 million
UNTITLED = re.compile(
    r"^(?:untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd|odt|tex)|document\d*|\W*)$", re.I
)
HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
FOLIO = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.I)


def read_pdf(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The one article of a PDF. Raises ReadError where it is none, is protected or has no text in it."""
    data = source.load(options)
    if b"%PDF-" not in data[:1024]:
        raise ReadError("not a PDF, whatever its name says; give it the suffix of what it is")
    need("pypdf", "files", "a PDF")
    with deadline(options.max_seconds):
        article = _article(source, data, options)
    yield article


def _article(source: Source, data: bytes, options: Options) -> Article:
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are about what we say in one line
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("protected by a password; save it without one")
        pages = list(_pages(reader, options.max_pages))
        said = reader.metadata
    except DependencyError:
        raise ReadError("protected by a password; save it without one") from None
    except PyPdfError as error:
        raise ReadError(f"a damaged PDF ({' '.join(str(error).split())[:80]}); fetch it again") from None
    text = joined(pages)
    if not text.strip():
        raise NotAnArticle("no text in the PDF, only pictures of it; run a text recognition over it first")
    title = said.title if said else None
    title = title.strip() if isinstance(title, str) and not UNTITLED.match(title.strip()) else None
    if title is None or title.casefold() in text[:2000].casefold():
        known = source.known
        source.known = Known(known.title or title, known.published or None, known.publisher, known.url)
        return article_of(source, text)
    return composed(
        source,
        text,
        Known(source.known.title or title, _day(source), source.known.publisher, source.known.url),
    )


def _day(source: Source) -> date | None:
    """The day that is known from outside; a PDF's own is when the file was made, not the article."""
    return source.known.published


def _pages(reader: Any, limit: int) -> Iterator[str]:
    size = 0
    for number, page in enumerate(reader.pages):
        if number == limit or size > MAX_TEXT:
            return
        text = page.extract_text() or ""
        size += len(text)
        yield text


def joined(pages: list[str]) -> str:
    """The pages' text without the lines at head and foot that repeat; words that lines cut are whole again.

    >>> joined(["Tiber Post\\nAnn met Bob in the har-\\nbour.\\n1", "Tiber Post\\nThey talked.\\n2", "Tiber Post\\nThey left.\\n3"])
    'Ann met Bob in the harbour.\\nThey talked.\\nThey left.'
    """
    lines = [[line.rstrip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = [line.strip() for page in lines for line in {*page[:1], *page[-1:]}]
    often = {line for line in edges if len(pages) > 2 and edges.count(line) * 2 > len(pages)}
    kept = []
    for page in lines:
        while page and (page[0].strip() in often or FOLIO.fullmatch(page[0])):
            page.pop(0)
        while page and (page[-1].strip() in often or FOLIO.fullmatch(page[-1])):
            page.pop()
        kept.append("\n".join(page))
    return HYPHEN.sub("", "\n".join(filter(None, kept)))
