"""The store written out in a format: streamed, sorted, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Literal

from kg.errors import UsageError
from kg.export import jsonld, lines, turtle
from kg.export.files import format_suffix, writing
from kg.export.filters import Filters, Selection, select
from kg.export.graphml import graphml
from kg.export.pieces import in_order, pieces
from kg.export.source import nodes
from kg.export.table import table
from kg.store import Store

Format = Literal["turtle", "jsonld", "trig", "nquads", "ntriples", "graphml", "csv"]
FORMATS: dict[Format, str] = {
    "turtle": ".ttl",
    "jsonld": ".jsonld",
    "trig": ".trig",
    "nquads": ".nq",
    "ntriples": ".nt",
    "graphml": ".graphml",
    "csv": ".csv",
}
EVERYTHING: frozenset[Format] = frozenset({"jsonld", "trig", "nquads"})  # the others hold the picture only


def export(
    store: Store, format: Format, out: Path | str | IO[bytes], *, filters: Filters | None = None
) -> None:
    """Write the store in a format to a file (`.gz` and `.zst` compress) or a stream.

    TriG, N-Quads and JSON-LD hold the picture, the claims and the judgements, and `import_` takes the
    first two back; Turtle, N-Triples, GraphML and CSV hold the picture. The bytes depend on the content
    only. Raises UsageError for an unknown format, NotFound for a filter that names nothing.

    >>> from io import BytesIO
    >>> from kg.store import open_store
    >>> stream = BytesIO()
    >>> export(open_store(), "turtle", stream)
    >>> stream.getvalue().decode().splitlines()[0]
    '@base <https://kg.example/> .'
    """
    if format not in FORMATS:
        raise UsageError(f"no format is called {format!r}; there are {', '.join(FORMATS)}")
    selection = select(store, filters) if filters else None
    with writing(out) as stream:
        for piece in written(store, format, selection):
            stream.write(piece)


def written(store: Store, format: Format, selection: Selection | None) -> Iterator[bytes]:
    """The bytes of an export, piece by piece."""
    if format == "graphml":
        yield from graphml(store, selection)
        return
    if format == "csv":
        yield from table(store, selection)
        return
    everything = format in EVERYTHING
    if format in {"turtle", "trig"}:
        yield turtle.head().encode()
        yield from in_order(turtle.turtle(store, selection, claims=everything))
        return
    source = nodes(store, claims=everything, selection=selection)
    if format == "jsonld":
        yield jsonld.head().encode()
        yield from joined(in_order(pieces(source, jsonld.JsonLd())), jsonld.BETWEEN)
        yield jsonld.TAIL.encode()
    else:
        yield from in_order(pieces(source, lines.Lines()))


def joined(pieces: Iterable[bytes], between: bytes) -> Iterator[bytes]:
    """Pieces with something between them.

    >>> list(joined([b"a", b"b"], b","))
    [b'a', b',', b'b']
    """
    for number, piece in enumerate(pieces):
        if number:
            yield between
        yield piece


def format_of(path: Path | str) -> Format:
    """The format that a file's suffix stands for. Raises UsageError for none.

    >>> format_of("exports/graph.trig.gz")
    'trig'
    """
    suffix = format_suffix(Path(path))
    for name, usual in FORMATS.items():
        if suffix == usual:
            return name
    raise UsageError(f"{path}: the suffix tells no format; end the name in {', '.join(FORMATS.values())}")
