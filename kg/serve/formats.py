"""Media types: what can be sent, and which of it a client likes best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.errors import UsageError

# Our word for a format → its media types, the first of which is what is sent.
ROWS: dict[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json", "text/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
TRIPLES: dict[str, tuple[str, ...]] = {
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
    "nquads": ("application/n-quads",),
    "trig": ("application/trig",),
    "n3": ("text/n3",),
}
PAGES: dict[str, tuple[str, ...]] = {
    "html": ("text/html", "application/xhtml+xml"),
    "turtle": TRIPLES["turtle"],
    "jsonld": TRIPLES["jsonld"],
    "ntriples": TRIPLES["ntriples"],
}
TEXT = frozenset(
    {"csv", "tsv", "turtle", "n3", "html"}
)  # sent with a charset, whose lack means Latin-1 to some
LONGEST = 4096  # characters of an Accept header that are read


class NotAcceptable(UsageError):  # noqa: N818 - HTTP's word
    """Nothing that the client accepts is on offer."""


def sent_as(format: str, offers: Mapping[str, Sequence[str]]) -> str:
    """The Content-Type of a format.

    >>> sent_as("csv", ROWS), sent_as("json", ROWS)
    ('text/csv; charset=utf-8', 'application/sparql-results+json')
    """
    return offers[format][0] + ("; charset=utf-8" if format in TEXT else "")


def choose(accept: str, offers: Mapping[str, Sequence[str]]) -> str | None:
    """The offer that an Accept header likes best; among equals the one offered first. None for none.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", ROWS)
    'xml'
    >>> choose("*/*", ROWS), choose("", ROWS), choose("image/png", ROWS), choose("json;q=x,,", ROWS)
    ('json', 'json', None, None)
    """
    if not accept.strip():
        return next(iter(offers))
    ranges = [parsed(part) for part in accept[:LONGEST].split(",")]
    best, liked = None, 0.0
    for name, types in offers.items():
        # An alias counts a little less: `application/json` means the results, not JSON-LD, where both fit.
        quality = max(quality_of(type_, ranges) - 0.0001 * number for number, type_ in enumerate(types))
        if quality > liked:
            best, liked = name, quality
    return best


def parsed(part: str) -> tuple[str, float]:
    """A media range with its quality; 0 where that is no number.

    >>> parsed(" text/html;level=1;q=0.7")
    ('text/html', 0.7)
    """
    kind, *parameters = [piece.strip().lower() for piece in part.split(";")]
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return kind, min(1.0, max(0.0, float(value)))
            except ValueError:
                return kind, 0.0
    return kind, 1.0


def quality_of(type_: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much a client likes a media type: what it says of it most precisely."""
    found = dict(reversed(ranges))
    whole = type_.partition("/")[0] + "/*"
    return next((found[wanted] for wanted in (type_, whole, "*/*") if wanted in found), 0.0)
