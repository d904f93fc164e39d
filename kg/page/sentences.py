"""Cuts prose into sentences by rule: no model, one pass, time linear in the text's length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.page.language import words

# A sentence longer than this (characters) is no sentence: it is cut at a comma or a blank, so that
# nothing behind this step ever sees an unbounded one.
LONGEST = 2000

_SPACE = r"[\s\u200b\ufeff\u200e\u200f]"
_CANDIDATE = re.compile(r"[.!?…。！？؟۔]+[\"'”’»)\]」』]*")
_NO_BLANK = "。！？؟۔"  # scripts that write no blank after a sentence
_SKIP = re.compile(rf"{_SPACE}+")
_TOKEN_BREAK = re.compile(r"[\s(\[“\"‘—–/]")

# Never the end of a sentence: a name or a number follows.
_TITLES = words("""adm amb art brig capt cdr cmdr col cpl dir dr fig fr ft gen gov hon insp lt maj messrs mr mrs ms msgr
    mt nos para pfc pres prof pvt rear rep reps rev sen sens sgt st ste supt vs mme mlle sr sra ing lic
    dep asst assoc h.e hrh viz cf eg e.g i.e approx est""") - {"sr"}
# The end of a sentence only where a word follows that starts sentences.
_SOFT = words("""inc corp co ltd jr sr etc al bros dept univ plc llc ala ariz ark calif colo conn del fla ga ill ind kan
    ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ave blvd rd gov't
    ret retd""")
_MONTHS = words("jan feb mar apr jun jul aug sept sep oct nov dec")
_WEEKDAYS = words("mon tue tues wed thu thur thurs fri sat sun")
_STARTERS = words("""the a an he she it they we i you this that these those his her its their our in on at but and or so
    if when while after before since as by for from with without during under over both each some many most
    all no not there here what who why how where which then now also however meanwhile instead later earlier
    yet still according asked speaking one two three several another other among between both neither such
    last next it's he's she's that's they're we're don't mr mrs ms dr officials sources talks""")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TIME_ZONES = words("gmt est edt cst pst pdt utc bst cet ist jst kst et monday tuesday wednesday thursday friday saturday sunday")  # fmt: skip


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]` as (start, end) offsets, without surrounding space.

    >>> t = 'Gen. Lee met U.S. President George W. Bush on Jan. 5. "Good," he said. They left.'
    >>> [t[a:b] for a, b in spans(t, 0, len(t))]
    ['Gen. Lee met U.S. President George W. Bush on Jan. 5.', '"Good," he said.', 'They left.']
    """
    at = _skip_space(text, start, end)
    for match in _CANDIDATE.finditer(text, start, end):
        stop = match.end()
        if stop >= end:
            break
        after = text[stop]
        if after == " " and stop + 1 < end and not text[stop + 1].isspace():
            following = stop + 1
        else:
            following = _skip_space(text, stop, end)
            if following == stop and not _lost_blank(text, match, end):
                continue
        if following < end and stop > at and _ends_sentence(text, at, match, following, end):
            yield from _bounded(text, at, stop)
            at = following
    last = end
    while last > at and (text[last - 1].isspace() or text[last - 1] in "\u200b\ufeff\u200e\u200f"):
        last -= 1
    if last > at:
        yield from _bounded(text, at, last)


def _skip_space(text: str, at: int, end: int) -> int:
    match = _SKIP.match(text, at, end)
    return match.end() if match else at


def _lost_blank(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends although no blank follows: "…today.He said", lost in scraping."""
    start, stop = match.span()
    if text[start] in _NO_BLANK:
        return True
    if stop + 1 >= end or start < 2:
        return False
    return (
        text[start] in ".!?"
        and text[start - 2 : start].islower()
        and text[stop - 1] not in "'’"
        and (text[stop].isupper() or text[stop] == "“")
        and (text[stop + 1].islower() or text[stop] == "“")
    )


def _ends_sentence(text: str, begin: int, match: re.Match[str], following: int, end: int) -> bool:
    mark = match.group()
    first = text[following]
    if mark[0] in _NO_BLANK:
        return True
    if first.islower() or first in ",;:)]":
        return False
    if first in "-–—•*":  # a list item starts a sentence, a dash within one does not
        rest = text[following + 1 : following + 3].lstrip()
        if not rest or not rest[0].isupper():
            return False
    if mark[0] in "!?…" or mark.startswith(".."):
        return True
    if len(mark) > 1:  # a closing quote or bracket after the full stop
        return not _inside_brackets(mark, text, match.start(), begin)
    return _stop_ends(text, begin, match.start(), following, end)


def _inside_brackets(mark: str, text: str, at: int, begin: int) -> bool:
    # "(retd.) Khan": an abbreviation in brackets
    word = _word_before(text, at, begin).lower()
    return mark[1] in ")]" and (word in _SOFT or word in _TITLES)


def _stop_ends(text: str, begin: int, stop: int, following: int, end: int) -> bool:
    """Whether the full stop at `stop` ends the sentence that began at `begin`."""
    word = _word_before(text, stop, begin)
    low = word.lower()
    first = text[following]
    if not word:
        return True
    if low in _TITLES:
        return False
    if len(word) == 1 and word.isalpha():
        return not (word.isupper() and (first.isupper() or first == "-"))
    if low.isdigit():
        # "1. Item" at the start, "16. 07. 2020": part of a number
        return stop - len(word) > begin and not (first.isdigit() and len(word) <= 2)
    if low in _MONTHS or low in _WEEKDAYS or low == "no":
        return not first.isdigit() and (low == "no" or _next_word(text, following, end) in _STARTERS)
    if _DOTTED.fullmatch(word) or low in _SOFT:
        after = _next_word(text, following, end)
        if low in ("a.m", "p.m"):
            return first.isupper() and after not in _TIME_ZONES
        return after in _STARTERS or (first in '"“' and low not in _TITLES) or following - stop > 2
    return True


def _word_before(text: str, stop: int, begin: int) -> str:
    piece = text[max(begin, stop - 24) : stop]
    return _TOKEN_BREAK.split(piece)[-1].lstrip("'’")


_NEXT = re.compile(r"[\w'’]+")


def _next_word(text: str, at: int, end: int) -> str:
    match = _NEXT.match(text, at, min(end, at + 24))
    return match.group().lower().replace("’", "'") if match else ""


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        half = start + LONGEST // 2
        cut = max(text.rfind(mark, half, start + LONGEST) + 1 for mark in (";", ","))
        if cut <= 0:
            cut = text.rfind(" ", half, start + LONGEST)
        cut = cut if cut > half else start + LONGEST
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            yield start, stop
        start = _skip_space(text, cut, end)
    if end > start:
        yield start, end
