"""What a page is made of: zones, paragraphs and sentences, all as offsets into the article's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

ZoneKind = Literal["headline", "deck", "byline", "caption", "body", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of text of one kind: `text[start:end]`. Zones cover every non-blank line, in order."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`, without surrounding space; `paragraph` counts paragraphs from 0."""

    start: int
    end: int
    zone: ZoneKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart. `sentences` are those of headline, deck, caption and body, without repeats
    of the same paragraph (a caption printed twice is read once); boilerplate has none."""

    text: str
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    title: str | None = None
    published: date | None = None  # only where the page itself says so
    publisher: str | None = None
    dateline: str | None = None  # the city of "TOKYO (Agency) -", as written
    dateline_date: date | None = None  # the day that a dateline gives ("TOKYO, Aug. 31, 2002 -")
