"""Splits a page into units: the lines of a scraped page, or paragraphs where a text is wrapped by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = " \t\u00a0\u200b\u200c\u200d\u200e\u200f\ufeff\u2060\u3000"
_INNER_END = re.compile(r"[a-z][a-z][.!?][\"'”’)]*\s+[\"“‘]?[A-Z]")
_SENTENCE_END = re.compile(
    r"[.!?…:。！？؟۔][\"'”’»)\]]*(?:\s*(?:[-–—/]\s?\w{2,8}|[(\[][^()\[\]]{1,18}[)\]]))?$"
)


@dataclass(slots=True)
class Unit:
    """One line or hand-wrapped paragraph, `text[start:end]`, stripped; `gap` counts blank lines before it."""

    start: int
    end: int
    line: str
    words: int
    gap: bool
    mark: str = ""  # what `kg.page.zones` takes the line for; set once

    @property
    def holds_sentence(self) -> bool:
        """Whether a sentence ends in it, at its end or before another one."""
        return self.ends_sentence or bool(_INNER_END.search(self.line))

    @property
    def ends_sentence(self) -> bool:
        """Whether the last character closes a sentence."""
        return bool(_SENTENCE_END.search(self.line[-24:]))


def units(text: str) -> list[Unit]:
    """The units of a page, in order, none of them blank.

    >>> [u.line for u in units("One  \\n\\n two")]
    ['One', 'two']
    """
    found: list[Unit] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.lstrip(_INVISIBLE)
        start = match.start() + len(line) - len(stripped)
        stripped = stripped.rstrip(_INVISIBLE)
        if stripped.strip():
            gap = text.count("\n", last_end, match.start()) > 1 or not found
            end = start + len(stripped)
            found.append(Unit(start, end, stripped, _count_words(stripped), gap))
            last_end = match.end()
    return _unwrap(text, found)


def _count_words(line: str) -> int:
    # beyond this length only "many" matters
    return len(line.split()) if len(line) < 4000 else line.count(" ") + 1


def _unwrap(text: str, lines: list[Unit]) -> list[Unit]:
    """Joins the lines of hand-wrapped paragraphs (an e-mail, a telex) into one unit each."""
    joined: list[Unit] = []
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and not lines[stop].gap:
            stop += 1
        block = lines[at:stop]
        parts = _paragraphs(text, block) or _columns(block) or _carried_on(block)
        joined.extend(_whole(p) for p in parts)
        at = stop
    return joined


def _whole(block: list[Unit]) -> Unit:
    """The lines of a paragraph as one unit."""
    line = " ".join(u.line for u in block)
    return Unit(block[0].start, block[-1].end, line, sum(u.words for u in block), block[0].gap)


def _paragraphs(text: str, block: list[Unit]) -> list[list[Unit]]:
    """The paragraphs of a block whose first lines are set in, as telexes have them; none if it is no such block."""
    if len(block) < _TELEX_LINES:
        return []
    parts: list[list[Unit]] = []
    for unit in block:
        if not parts or text[max(0, unit.start - 2) : unit.start].strip(" \t") == "":
            parts.append([unit])
        else:
            parts[-1].append(unit)
    long = [p for p in parts if len(p) > 2]
    wrapped = sum(_is_wrapped(p) for p in long)
    return parts if len(parts) > 1 and long and wrapped >= 0.6 * len(long) else []


_TELEX_LINES = 6


def _columns(block: list[Unit]) -> list[list[Unit]]:
    """The paragraphs of a block wrapped at one width: each but the last may end in a short line; none if it is no such block."""
    if _is_wrapped(block):
        return [block]
    if len(block) < _TELEX_LINES:
        return []
    widest = max(len(u.line) for u in block)
    parts: list[list[Unit]] = [[]]
    for unit, following in zip(block, [*block[1:], None], strict=True):
        parts[-1].append(unit)
        short = len(unit.line) + len(following.line.split()[0]) < widest if following is not None else False
        if short and unit.ends_sentence:
            parts.append([])
    long = [p for p in parts if len(p) > 1]
    inside = [u for p in long for u in p[:-1]]
    even = sum(len(u.line) >= 0.7 * widest for u in inside) >= 0.9 * len(inside)
    runs_on = sum(u.line[0].islower() for p in long for u in p[1:])
    wrapped = 50 <= widest <= 100 and even and runs_on >= 0.4 * len(inside)
    return parts if wrapped and len(inside) >= 0.5 * len(block) else []


_JOINED = re.compile(r"(?:['’]s\b|[,;)])")


def _carried_on(block: list[Unit]) -> list[list[Unit]]:
    """The lines, one joined to the next that cannot begin anything: where a link broke the line before "'s envoy"."""
    parts: list[list[Unit]] = []
    for unit in block:
        if parts and _JOINED.match(unit.line) and not parts[-1][-1].ends_sentence:
            parts[-1].append(unit)
        else:
            parts.append([unit])
    return parts


def _is_wrapped(block: list[Unit]) -> bool:
    # Wrapped at 60 to 100 columns: all lines but the last of about one length, most breaking a sentence.
    if len(block) < 2:
        return False
    widths = [len(u.line) for u in block]
    widest = max(widths)
    if not 50 <= widest <= 100 or min(widths[:-1]) < 0.7 * widest:
        return False
    broken = sum(not u.ends_sentence for u in block[:-1])
    runs_on = sum(u.line[0].islower() for u in block[1:])
    return broken >= 0.6 * (len(block) - 1) and runs_on >= max(1, 0.4 * (len(block) - 1))
