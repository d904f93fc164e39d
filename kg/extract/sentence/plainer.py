"""Small things taken out of a sentence before it is parsed: what stands between the leaders of a list, or before a city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.places.find import PlacePhrase
from kg.extract.records import Mention

# "The pair held talks" looks to the parser like talks that were held, "the two held talks" does not
PAIR = re.compile(r"\b[Tt]he (pair|duo)\b(?! of\b|['’-])")
_AND = re.compile(r"(?:,? and|,) (?:the )?")
_CAPITAL = re.compile(r"\b(?:the|its|their) (?:capital|capital city|port city|border town|resort town),? $")
_LEAD = 30  # characters before a city in which "in the capital" stands
_TELLING = re.compile(r",?\s(?:said|says|told|added|announced|wrote|confirmed|noted)\b")
_HOSTING = re.compile(
    r"\b(?:hosting|receiving|welcoming|meeting|greeting|hosted|received|welcomed|met)\s+(?:on\s+)?$"
)


def asides(
    text: str, start: int, mentions: Sequence[Mention], places: Sequence[PlacePhrase]
) -> Iterator[tuple[int, int]]:
    """The stretches to leave out: in "the presidents of X, A, and *Y,* B", in "in *the capital* Quito"."""
    for a, b, c in zip(mentions, mentions[1:], mentions[2:], strict=False):
        listed = [x.kind for x in (a, b, c)] == ["name", "party", "name"] and text[b.end : c.start] == ", "
        led = listed and any(x.kind == "group" and x.end <= a.start for x in mentions)
        if led and _AND.fullmatch(text, a.end, b.start):
            yield b.start - 4 * (text[b.start - 4 : b.start] == "the "), c.start
    for p in places:
        kind = _CAPITAL.search(text, max(start, p.start - _LEAD), p.start)
        if kind and p.grade == 3:
            yield kind.start(), p.start


def tells(text: str, end: int) -> bool:
    """Whether a verb of saying stands right behind a name: "for talks with officials, *Moe said*".

    >>> tells("with officials, Moe said.", 19), tells("the envoys, Moe and Roe.", 15)
    (True, False)
    """
    return bool(_TELLING.match(text, end))


def has_object(lead: str) -> bool:
    """Whether a name behind a day is the object of the verb before: "hosting on Monday X".

    >>> has_object("upon hosting on "), has_object("she said on ")
    (True, False)
    """
    return bool(_HOSTING.search(lead))
