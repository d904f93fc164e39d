"""The formats by suffix and by their first bytes, and the one place where a bad input becomes a line."""

from __future__ import annotations

import lzma
import re
import zlib
from collections.abc import Iterator

from kg.errors import NotAnArticle, ReadError
from kg.model import Article
from kg.read.archives import one_line, read_packed, read_tar, read_zip, seekable
from kg.read.docx import OLD, read_docx
from kg.read.feeds import read_feed
from kg.read.html import looks_like_html, read_html
from kg.read.mail import read_mail
from kg.read.markdown import read_markdown
from kg.read.pdf import read_pdf
from kg.read.plain import read_plain
from kg.read.records import Failure, Format, Options, Source
from kg.read.tables import read_csv, read_json, read_jsonl, read_parquet
from kg.read.warc import read_warc
from kg.read.xmlroot import FEEDS, read_list, read_xml, root_of

FORMATS: dict[str, Format] = {
    ".atom": read_feed,
    ".bz2": read_packed,
    ".csv": read_csv,
    ".doc": read_docx,
    ".docx": read_docx,
    ".eml": read_mail,
    ".gz": read_packed,
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".ndjson": read_jsonl,
    ".opml": read_list,
    ".parquet": read_parquet,
    ".pdf": read_pdf,
    ".rss": read_feed,
    ".tar": read_tar,
    ".tbz2": read_packed,
    ".text": read_plain,
    ".tgz": read_packed,
    ".tsv": read_csv,
    ".txt": read_plain,
    ".txz": read_packed,
    ".warc": read_warc,
    ".xhtml": read_html,
    ".xml": read_xml,
    ".xz": read_packed,
    ".zip": read_zip,
}
MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", read_pdf),
    (b"\x1f\x8b", read_packed),
    (b"BZh", read_packed),
    (b"\xfd7zXZ", read_packed),
    (b"PAR1", read_parquet),
    (b"WARC/", read_warc),
    (OLD, read_docx),
)
MAIL = re.compile(rb"(?:from|return-path|received|delivered-to|message-id|mime-version|x-[\w-]+):\s", re.I)
ROWS = re.compile(rb"\{[^\n]*\}\s*\n\s*\{")
NEEDS_SEEK: frozenset[Format] = frozenset({read_zip, read_parquet})


def read_source(source: Source, options: Options, *, whole: bool = True) -> Iterator[Article | Failure]:
    """All that a source holds; whatever is wrong with it becomes one Failure. `whole`: it begins here."""
    try:
        head = source.head()
        if not head.strip() and len(head) < 8000:
            raise NotAnArticle("empty; nothing to read")
        found = sniff(source.suffix, head)
        if found in NEEDS_SEEK:
            source.stream = seekable(source)
        yield from found(source, options)
    except ReadError as error:
        if not whole:
            raise
        yield Failure(source.name, error)
    except (EOFError, zlib.error, lzma.LZMAError) as error:
        yield Failure(source.name, ReadError(f"cut off or damaged ({one_line(error)[:80]}); fetch it again"))
    except OSError as error:
        yield Failure(source.name, ReadError(f"cannot be read: {one_line(error.strerror or error)}"))
    except (MemoryError, RecursionError):
        yield Failure(
            source.name, ReadError("too deeply nested or too large to read; give the article's text")
        )
    except Exception as error:  # parsers of other people meet files that nobody thought of
        reason = f"{type(error).__name__}: {one_line(error)[:80]}"
        yield Failure(source.name, ReadError(f"damaged ({reason}); give the article's text"))


def sniff(suffix: str, head: bytes) -> Format:
    """The format of an input: by its suffix, else by its first bytes, else text.

    >>> sniff("", b"<!DOCTYPE html><p>") is read_html, sniff("", b"Ann met Bob") is read_plain
    (True, True)
    """
    if suffix in FORMATS:
        return FORMATS[suffix]
    for magic, format_ in MAGIC:
        if head.startswith(magic):
            return format_
    if head.startswith(b"PK\x03\x04"):
        return read_docx if b"[Content_Types].xml" in head else read_zip
    if head[257:262] == b"ustar":
        return read_tar
    return sniff_text(head.removeprefix(b"\xef\xbb\xbf").lstrip())


def sniff_text(head: bytes) -> Format:
    """The format of a text by how it begins."""
    if looks_like_html(head):
        return read_html
    if head.startswith(b"<") and root_of(head) in {*FEEDS, "urlset", "sitemapindex", "opml"}:
        return read_xml
    if head.startswith((b"{", b"[{")) or re.match(rb"\[\s*\{", head):
        return read_jsonl if ROWS.match(head) else read_json
    return read_mail if MAIL.match(head) else read_plain
