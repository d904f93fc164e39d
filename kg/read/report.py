"""What became of each input, one JSON object a line: for `--report FILE`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from kg.model import Article
from kg.read.records import Failure


def record(one: Article | Failure) -> dict[str, Any]:
    """What a report says of an article or a failure.

    >>> from kg.errors import TooLarge
    >>> record(Failure("a.pdf", TooLarge("larger than 20 MB")))
    {'input': 'a.pdf', 'outcome': 'failed', 'error': 'TooLarge', 'reason': 'larger than 20 MB'}
    """
    if isinstance(one, Failure):
        reason = " ".join(str(one.error).split())
        return {"input": one.source, "outcome": "failed", "error": type(one.error).__name__, "reason": reason}
    return {
        "input": one.source or one.id,
        "outcome": "read",
        "article": one.key,
        "id": one.id,
        "title": one.title,
        "published": one.published.isoformat() if one.published else None,
        "publisher": one.publisher,
        "url": one.url,
        "sha256": one.sha256,
    }


def reported(found: Iterable[Article | Failure], out: IO[str]) -> Iterator[Article | Failure]:
    """Hand on what was read, and write a line for each, at once: a stop loses no line."""
    for one in found:
        out.write(json.dumps(record(one), ensure_ascii=False) + "\n")
        out.flush()
        yield one
