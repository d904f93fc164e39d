"""From an article to claims: who met whom, where, when, on behalf of which state, and the words that say so.

    text ──► dates, places, officials ──► sentence ──► clause, when, where, whom
             what it names                parsed       what is said, and of whom
                                                              │
    claims ◄── story ◄──────── journeys, meetings, agreements ┘
               merged, the unsaid filled in

`rules.py` runs the steps; each package knows those before it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from kg.model import Article, ArticleClaims

__all__ = ["Extractor", "extract", "extractor", "to_record"]


class Extractor(Protocol):
    """What an extractor must offer: a name with its version, and claims for an article."""

    @property
    def name(self) -> str:
        """Name and version, as the store keeps it: "rules/1"."""
        ...

    def extract(self, article: Article) -> ArticleClaims:
        """All that the extractor finds in one article."""
        ...


def extractor(engine: str = "rules") -> Extractor:
    """The extractor of a name. Raises UsageError for an unknown one."""
    from kg.extract.registry import make

    return make(engine)


def extract(articles: Iterable[Article], *, engine: str = "rules", jobs: int = 1) -> Iterator[ArticleClaims]:
    """The claims of many articles, in their order; `jobs` processes share the reading."""
    from kg.extract.registry import run

    return run(articles, engine, jobs)


def to_record(claims: ArticleClaims) -> dict[str, Any]:
    """Claims in the shape of the annotation guide: one JSON object per article."""
    from kg.extract.record import record

    return record(claims)
