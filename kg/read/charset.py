"""Bytes to text: which encoding they are in, and whether they are text at all."""

from __future__ import annotations

import re

from kg.errors import ReadError

# Control characters that no text holds (tab, newlines and form feed are allowed).
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
HIGH = re.compile(rb"[\x80-\xff]")
SNIFF = 65_536  # bytes looked at to tell text from a binary file
LEAST = 200  # bytes: of fewer no one can tell the alphabet
FOREIGN = 50  # one byte in so many that is no ASCII: another alphabet, not a few quotation marks


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes; newlines become `\\n`.

    UTF-8, UTF-16 and UTF-32 by their mark, then the charset that is declared, then UTF-8, UTF-16 without a
    mark, and of the others what fits best, Windows-1252 for texts with few letters that are no ASCII.
    Raises ReadError for bytes that are no text.

    >>> decode(b"Z\\xfcrich\\r\\n"), decode("Ann met Bob.".encode("utf-16-le"))
    ('Zürich\\n', 'Ann met Bob.')
    """
    text = marked(data) or as_declared(data, declared) or unmarked(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def marked(data: bytes) -> str | None:
    """The text behind a byte order mark; None without one."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return data.decode("utf-32", errors="replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    return None


def as_declared(data: bytes, declared: str | None) -> str | None:
    """The text in the charset that a page or message declares; None where that is not so."""
    if not declared or is_binary(data):
        return None
    name = declared.strip().lower()
    if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        name = "cp1252"  # what browsers take it for
    try:
        return data.decode(name).removeprefix("\ufeff")
    except (LookupError, ValueError):
        return None


def unmarked(data: bytes) -> str:
    """The text of bytes that say nothing of their encoding."""
    wide = utf_16_without_mark(data)
    if wide is not None:
        return wide
    if is_binary(data):
        raise ReadError("a binary file, not text; give the article as text or HTML")
    return decode_bytes(data)


def utf_16_without_mark(data: bytes) -> str | None:
    """The text where every other byte is 0, as Latin letters in UTF-16 have it."""
    head = data[:SNIFF]
    even, odd = head[::2], head[1::2]
    if len(head) < 8 or max(even.count(0), odd.count(0)) < 0.7 * len(even):
        return None
    if min(even.count(0), odd.count(0)) > 0.05 * len(even):
        return None
    return data.decode("utf-16-le" if odd.count(0) > even.count(0) else "utf-16-be", errors="replace")


def is_binary(data: bytes) -> bool:
    """Whether bytes hold a NUL, or more control characters than a damaged text would (1 in 100)."""
    head = data[:SNIFF]
    return b"\x00" in head or len(CONTROL.findall(head)) > len(head) // 100


def decode_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    legacy = data.decode("cp1252", errors="replace")
    if "â€" in legacy:  # how a UTF-8 quotation mark looks in Windows-1252: then it is damaged UTF-8
        return data.decode("utf-8-sig", errors="replace")
    head = data[:SNIFF]
    if mac := as_on_a_mac(data):
        return mac
    if len(head) < LEAST or len(HIGH.findall(head)) * FOREIGN < len(head):
        return legacy
    from charset_normalizer import from_bytes

    best = from_bytes(head, cp_exclusion=["utf_16", "utf_16_be", "utf_16_le", "utf_32"]).best()
    return data.decode(best.encoding, errors="replace") if best else legacy


def as_on_a_mac(data: bytes) -> str | None:
    """The text where quotation marks and apostrophes are those of old Macintoshes only."""
    theirs = len(re.findall(rb"[\xd0-\xd5]", data))
    ours = len(HIGH.findall(data)) - theirs
    return data.decode("mac_roman") if theirs > 4 * max(ours, 0.5) else None
