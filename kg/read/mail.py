"""E-mail (.eml): a bulletin as it was sent; its subject, sender and day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from kg.errors import NotAnArticle, ReadError
from kg.model import Article
from kg.read.charset import decode
from kg.read.days import day_of
from kg.read.limits import deadline
from kg.read.markup import plain
from kg.read.plain import composed
from kg.read.records import Failure, Known, Options, Source

FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.I)
SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.S)
HEADERS = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version)\s*:", re.I | re.M
)
PROTECTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")


def read_mail(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The article that a message is. Raises ReadError where the bytes are no message or an encrypted one."""
    data = source.load(options)
    if not HEADERS.search(data[:8192]):
        raise ReadError("not an e-mail, whatever its name says; give it the suffix of what it is")
    with deadline(options.max_seconds):
        article = _article(source, data)
    yield article


def _article(source: Source, data: bytes) -> Article:
    message = BytesParser(policy=policy.default).parsebytes(data)
    if message.get_content_type() in PROTECTED:
        raise ReadError("an encrypted e-mail; save it decrypted")
    body = words(message)
    if not body.strip():
        raise NotAnArticle("no text in the e-mail; nothing to read")
    known = source.known
    return composed(
        source,
        body,
        Known(
            title=known.title or FORWARDED.sub("", header(message, "Subject")) or None,
            published=known.published or day_of(header(message, "Date")),
            publisher=known.publisher or sender(message),
            url=known.url or header(message, "Archived-At").strip("<>") or None,
        ),
    )


def header(message: EmailMessage, name: str) -> str:
    """A header as text, "" where it is missing or broken."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError):  # what the library raises for headers out of any form
        return ""


def sender(message: EmailMessage) -> str | None:
    """The name in front of the sender's address, else the address' host."""
    name, address = parseaddr(header(message, "From"))
    return name or address.rpartition("@")[2] or None


def words(message: EmailMessage) -> str:
    """The text of a message: its plain part, else its HTML."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    text = decode(payload, part.get_content_charset()) if isinstance(payload, bytes) and payload else ""
    if part.get_content_subtype() == "html":
        return plain(text)
    return SIGNATURE.sub("", text).strip()
