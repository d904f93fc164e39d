"""WARC: the pages of a web archive, such as the news crawls of Common Crawl."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from kg.errors import NotAnArticle, ReadError, TooLarge
from kg.model import Article
from kg.read.extras import need
from kg.read.html import looks_like_html, read_html
from kg.read.plain import read_plain
from kg.read.records import Failure, Known, Options, Source, size, stem

HTML_TYPES = ("text/html", "application/xhtml+xml", "application/xhtml")
OK = 200  # HTTP


def read_warc(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles among the responses of a WARC file; records of other kinds are passed over.

    The day of the crawl is not taken for the day of publication.
    """
    iterator = need("warcio.archiveiterator", "files", "a WARC file")
    from warcio.exceptions import ArchiveLoadFailed

    if not source.head().startswith((b"WARC/", b"\x1f\x8b")):
        raise ReadError("not a WARC file, whatever its name says; give it the suffix of what it is")
    pages = 0
    try:
        for record in iterator.ArchiveIterator(source.stream, no_record_parse=False):
            if is_page(record):
                if options.takes(pages):
                    yield from page_article(record, source, options)
                pages += 1
    except ArchiveLoadFailed as error:
        raise ReadError(
            f"a damaged WARC file ({' '.join(str(error).split())[:60]}); fetch it again"
        ) from None
    if not pages:  # of the whole file, whatever share of them is read
        raise NotAnArticle("a WARC file without pages; nothing to read")


def is_page(record: Any) -> bool:
    """Whether a record is a page that was answered in full."""
    headers = record.rec_headers
    if record.rec_type == "resource":
        return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in (
            *HTML_TYPES,
            "text/plain",
        )
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "text/html").split(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == str(OK) and kind in (*HTML_TYPES, "text/plain")


def page_article(record: Any, source: Source, options: Options) -> Iterator[Article | Failure]:
    """The article of one page."""
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    name = address or f"{source.name}: a page"
    try:
        data = record.content_stream().read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            raise TooLarge(f"larger than {size(options.max_bytes)}; no page is")
        known = Known(url=address if address.startswith(("http://", "https://")) else None)
        inner = Source(name, stem(name), io.BytesIO(with_charset(record, data)), known=known)
        kind = (record.content_type or "") if record.rec_type == "resource" else ""
        read = read_plain if "text/plain" in kind and not looks_like_html(data) else read_html
        yield from read(inner, options)
    except ReadError as error:
        yield Failure(name, error)
    except (OSError, EOFError, ValueError) as error:
        yield Failure(name, ReadError(f"a damaged record ({type(error).__name__}); fetch the page again"))


def with_charset(record: Any, data: bytes) -> bytes:
    """The page in UTF-8 where the server named another charset, which counts more than what the page says."""
    kind = (record.http_headers.get_header("Content-Type") or "") if record.http_headers else ""
    charset = kind.lower().partition("charset=")[2].strip("\"' ;")
    if charset and charset.replace("-", "") not in ("utf8", "") and b"charset" not in data[:4096].lower():
        try:
            return b"\xef\xbb\xbf" + data.decode(charset).encode()
        except (LookupError, ValueError):
            pass
    return data
