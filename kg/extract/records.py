"""What the steps of reading one article hand to each other; offsets are into the article's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.model import OfficialClaim

MentionKind = Literal[
    "name",  # an official by name: "Foreign Minister Wang Yi", "Wang"
    "title",  # an official by post or role only: "the minister", "his Japanese counterpart"
    "group",  # unnamed representatives: "Indian officials", "a Thai delegation", "the two ministers"
    "party",  # a state, government or body as an actor: "China", "Seoul", "the Kremlin", "the EU"
]


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an official, a group of representatives, or a party.

    `text[start:end]` is the whole noun phrase with its title ("Foreign Minister Wang Yi");
    `text[name_start:name_end]` the name in it (for kinds other than "name": same as start, end).
    `official` is the `local` number of the OfficialClaim, None when nobody named is meant.
    `country` is the party represented, where known.
    """

    start: int
    end: int
    kind: MentionKind
    official: int | None = None
    country: str | None = None
    role: str | None = None
    name_start: int = -1
    name_end: int = -1


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears in one article: the officials, and every mention, sorted by start, not overlapping.

    `strangers` are the starts and ends of the names of people who are no officials, in order.
    """

    officials: tuple[OfficialClaim, ...]
    mentions: tuple[Mention, ...]
    strangers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A phrase that tells when: `text[start:end]` ("on Tuesday", "early November", "last week").

    `form` says what kind of phrase it is and `parts` holds its numbers, as `kg.extract.dates` defines.
    """

    start: int
    end: int
    form: str
    parts: tuple[tuple[str, int | str], ...] = ()
