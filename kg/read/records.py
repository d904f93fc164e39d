"""What reading hands on: an `Article`, or a `Failure` that says in one line why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import ReadError
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article. `source` is the path or address as the user gave it.

    >>> str(Failure("a.txt", ReadError("empty file")))
    'a.txt: empty file'
    """

    source: str
    error: ReadError

    def __str__(self) -> str:
        return f"{self.source}: {self.error}"


@dataclass(frozen=True, slots=True)
class Options:
    """How to read. `max_bytes` is the largest single input taken (bytes)."""

    max_bytes: int = 20_000_000  # the longest real article is under 1 MB; 20 MB is a dump, not an article


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its name for messages, the article's id, and its bytes."""

    name: str
    id: str
    data: bytes


# A format takes one source and yields what is in it; it raises ReadError where there is nothing.
Format = Callable[[Source, Options], Iterator[Article | Failure]]
