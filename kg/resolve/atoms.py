"""Atoms: what many claims say of one official in the same words, counted instead of listed.

A head of state stands in thousands of articles; identity is decided on a few dozen atoms instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.model import ArticleClaims, OfficialClaim
from kg.resolve.names import parse
from kg.spelling import fold


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
    """How many claims an atom stands for."""

    claims: int

    @property
    def magnitude(self) -> Stat:
        """The number rounded down to a power of two. Who is who is decided on this, so that it seldom has to
        be decided anew when one more article names somebody.

        >>> [Stat(n).magnitude.claims for n in (1, 3, 4, 100)]
        [1, 2, 4, 64]
        """
        return Stat(1 << self.claims.bit_length() - 1)


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


def day_of(article: ArticleClaims) -> str:
    """The publication date (ISO), "" where it is unknown."""
    return article.article.published.isoformat() if article.article.published else ""
