"""Atoms: what many claims say of one official in the same words, counted instead of listed.

A head of state stands in thousands of articles; identity is decided on a few dozen atoms instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.model import ArticleClaims, OfficialClaim
from kg.resolve.names import fold, parse


class Atom(NamedTuple):
    """All claims that give this name, post and state in articles of one year; they share one fate.

    A claim that a judgement names is an atom of its own, and so is one that gives neither a state nor, with
    a full name, a post: nothing would tell two such people apart. `pin` is then "ARTICLE/LOCAL", else "".
    `country` is "" where unknown, `year` 0 where the article bears no date, `role` and `office` "" for None.
    """

    country: str
    name: str
    role: str
    office: str
    former: bool
    year: int
    pin: str = ""

    @property
    def post(self) -> str:
        """What posts are compared by: the canonical office, else the role as written, else ""."""
        return self.office or fold(self.role)


@dataclass(frozen=True, slots=True)
class Stat:
    """How many claims an atom stands for, and the first and last publication date (ISO, "" unknown)."""

    claims: int
    first: str
    last: str

    def __add__(self, other: Stat) -> Stat:
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return Stat(self.claims + other.claims, min(firsts, default=""), max(lasts, default=""))


def atom_of(article: ArticleClaims, claim: OfficialClaim, *, pinned: bool = False) -> Atom:
    """The atom that a claim belongs to.

    >>> from datetime import date
    >>> from kg.model import Article
    >>> a = ArticleClaims(Article("a", "Abe.", published=date(2014, 5, 1)), (), (), "rules/1")
    >>> atom_of(a, OfficialClaim(1, "Abe", "Prime Minister", "JP", (), office="prime-minister")).year
    2014
    """
    published = article.article.published
    if not claim.country:
        pinned = pinned or not (claim.role or claim.office) or parse(claim.name).single
    return Atom(
        country=claim.country or "",
        name=claim.name,
        role=claim.role or "",
        office=claim.office or "",
        former=claim.former,
        year=published.year if published else 0,
        pin=f"{article.article.key}/{claim.local}" if pinned else "",
    )


def stat_of(article: ArticleClaims) -> Stat:
    """The statistics of one claim of an article."""
    day = article.article.published.isoformat() if article.article.published else ""
    return Stat(1, day, day)
