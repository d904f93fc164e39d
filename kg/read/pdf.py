"""PDF: the text of its pages in reading order, and the title in its properties."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
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
    known = source.known  # a PDF's own day is when the file was made, not when the article appeared
    known = Known(known.title or title, known.published, known.publisher, known.url)
    if title is None or title.casefold() in text[:2000].casefold():
        source.known = known
        return article_of(source, text)
    return composed(source, text, known)


def _pages(reader: Any, limit: int) -> Iterator[str]:
    size = 0
    for number, page in enumerate(reader.pages):
        if number == limit or size > MAX_TEXT:
            return
        text = page.extract_text() or ""
        size += len(text)
        yield text


def joined(pages: list[str]) -> str:
    """The pages' paragraphs, without the lines at head and foot that repeat; words that lines cut are whole again.

    >>> joined(["Tiber Post\\nAnn met Bob in the har-\\nbour today.\\n1", "Tiber Post\\nThey talked and then\\nthey left.\\n2"])
    'Ann met Bob in the harbour today.\\n\\nThey talked and then they left.'
    """
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    edges = [line for page in lines for line in {*page[:1], *page[-1:]}]
    often = {line for line in edges if len(pages) > 1 and edges.count(line) * 2 > len(pages)}
    kept: list[str] = []
    for page in lines:
        while page and (page[0] in often or FOLIO.fullmatch(page[0])):
            page.pop(0)
        while page and (page[-1] in often or FOLIO.fullmatch(page[-1])):
            page.pop()
        kept += page
    return "\n\n".join(paragraphs(kept))


def paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines put together: a short line ends a paragraph, a line of nearly full width goes on in the next."""
    lengths = sorted(map(len, lines))
    width = lengths[len(lengths) * 9 // 10] if lines else 0  # a full line; the longest may be a heading
    open_: list[str] = []
    for line in lines:
        open_.append(line)
        ended = line.endswith((".", "!", "?", ":", "”", '"', "’"))
        if len(line) < (0.9 if ended else 0.7) * width:
            yield _whole(open_)
            open_ = []
    if open_:
        yield _whole(open_)


def _whole(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        cut = text.endswith("-") and text[-2:-1].islower() and line[:1].islower()
        text = text[:-1] + line if cut else f"{text} {line}"
    return text
