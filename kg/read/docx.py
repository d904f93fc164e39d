"""DOCX: the paragraphs of a Word document, its title and day."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from kg.errors import NotAnArticle, ReadError
from kg.model import Article
from kg.read.extras import need
from kg.read.limits import Allowance, deadline
from kg.read.plain import composed
from kg.read.records import Failure, Known, Options, Source

OLD = b"\xd0\xcf\x11\xe0"  # the container of old Word files, and of new ones that are encrypted


def read_docx(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The one article of a DOCX file. Raises ReadError where it is none, is protected or is damaged."""
    data = source.load(options)
    need("docx", "files", "a DOCX file")
    with deadline(options.max_seconds):
        article = _article(source, data)
    yield article


def _article(source: Source, data: bytes) -> Article:
    guard(data)
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(data))
        paragraphs = [(p.style.name if p.style else "", p.text.strip()) for p in document.paragraphs]
        said = document.core_properties.title
    except (OpcError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, OSError) as error:
        raise ReadError(f"a damaged DOCX file ({type(error).__name__}); save it again") from None
    except Exception as error:  # lxml's own errors derive from SyntaxError
        raise ReadError(f"a damaged DOCX file ({type(error).__name__}); save it again") from None
    text = "\n\n".join(text for _, text in paragraphs if text)
    if not text:
        raise NotAnArticle("no text in the document; nothing to read")
    heads = [text for style, text in paragraphs if text and (style or "").startswith(("Title", "Heading"))]
    known = source.known
    title = known.title or (heads[0] if heads else None) or (said or None)
    return composed(source, text, Known(title, known.published, known.publisher, known.url))


def guard(data: bytes) -> None:
    """Raise ReadError or TooLarge for what is no DOCX file that can be opened safely."""
    if data.startswith(OLD):
        raise ReadError("protected by a password, or an old .doc file; save it as .docx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            Allowance.for_packed(len(data)).spend(sum(entry.file_size for entry in archive.infolist()))
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                raise ReadError("protected by a password; save it without one")
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise ReadError("no whole DOCX file; save or fetch it again") from None
