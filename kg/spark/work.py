"""What a worker does with a piece of work: read, extract, and one row for everything that came of it.

Nothing here knows of Spark, so that the very same function runs in a test without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.extract import Extractor
from kg.model import Article, ArticleClaims
from kg.read import Failure, Options, read
from kg.spark.units import Unit

# The columns of the table, all of them texts but the last. `outcome` is read, failed or done.
COLUMNS = (
    "outcome", "unit", "key", "id", "url", "title", "published", "publisher", "sha256", "story", "extractor", "input",
    "error", "reason", "nquads", "events",
)  # fmt: skip
Row = tuple[Any, ...]

_readers: dict[str, Extractor] = {}  # one per process: it takes seconds to make


def work(units: Iterable[Unit], engine: str) -> Iterator[Row]:
    """The rows of some pieces of work; the last one of each says that it is done."""
    reader = reader_of(engine)
    for unit in units:
        name = unit.name(reader.name)
        for one in read([unit.path], options=Options(share=(unit.share, unit.shares))):
            yield row_of(one, name, reader)
        yield row(outcome="done", unit=name, input=unit.path, extractor=reader.name)


def reader_of(engine: str) -> Extractor:
    """The extractor of a name, made once in a process."""
    from kg.extract import extractor

    if engine not in _readers:
        _readers[engine] = extractor(engine)
    return _readers[engine]


def row_of(one: Article | Failure, unit: str, reader: Extractor) -> Row:
    """The row of an article with its claims, or of an input that failed."""
    if isinstance(one, Failure):
        reason = " ".join(str(one.error).split())
        return row(
            outcome="failed", unit=unit, input=one.source, error=type(one.error).__name__, reason=reason
        )
    try:
        claims = reader.extract(one)
    except Exception as error:  # one article must not stop a thousand others
        reason = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return row(
            outcome="failed", unit=unit, input=one.source or one.id, error="ExtractError", reason=reason
        )
    return row(
        outcome="read",
        unit=unit,
        key=one.key,
        id=one.id,
        url=one.url,
        title=one.title,
        published=one.published.isoformat() if one.published else None,
        publisher=one.publisher,
        sha256=one.sha256,
        story=one.story,
        extractor=claims.extractor,
        input=one.source,
        nquads=nquads(claims),
        events=len(claims.events),
    )


def row(**cells: object) -> Row:
    """A row with the cells that are given."""
    return tuple(cells.get(column) for column in COLUMNS)


def nquads(claims: ArticleClaims) -> str:
    """The claim graph of an article as N-Quads, sorted: the same claims, the same text."""
    import pyoxigraph as ox

    from kg.store.claims import claim_quads

    data = ox.serialize(claim_quads(claims), format=ox.RdfFormat.N_QUADS) or b""
    return "".join(sorted(data.decode().splitlines(keepends=True)))
