"""The answer to a query: rows, yes or no, or triples; and how it is written out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, TYPE_CHECKING, cast

from kg import vocab
from kg.errors import UsageError
from kg.query import Format
from kg.query.names import shorten

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.query.run import Results

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

Value = str | int | float | bool | date | None
Row = dict[str, Value]

XSD = vocab.PREFIXES["xsd"]


class Answer:
    """What a query gives, read once: iterate over it, or write it in a format.

    Rows are dicts by the query's variables with plain Python values (IRIs as strings, unbound None);
    triples are rows with the keys subject, predicate and object; a yes-or-no answer is one row `{"answer": …}`.

    >>> import pyoxigraph
    >>> from kg.query.run import run
    >>> answer = Answer(run(pyoxigraph.Store(), "SELECT ('Ann' AS ?name) (1 AS ?n) {}"))
    >>> answer.columns, list(answer)
    (('name', 'n'), [{'name': 'Ann', 'n': 1}])
    """

    def __init__(self, results: Results) -> None:
        import pyoxigraph as ox

        self.results = results
        self.columns: tuple[str, ...]
        if isinstance(results, ox.QuerySolutions):
            self.columns = tuple(variable.value for variable in results.variables)
        elif isinstance(results, ox.QueryTriples):
            self.columns = ("subject", "predicate", "object")
        else:
            self.columns = ("answer",)

    def __bool__(self) -> bool:
        """The answer of an ASK query; for the others, True (they may still be empty)."""
        import pyoxigraph as ox

        return bool(self.results) if isinstance(self.results, ox.QueryBoolean) else True

    def __iter__(self) -> Iterator[Row]:
        for cells in self.terms():
            yield {name: value(term) for name, term in zip(self.columns, cells, strict=True)}

    def terms(self) -> Iterator[tuple[Term | bool | None, ...]]:
        """The rows as pyoxigraph's terms."""
        import pyoxigraph as ox

        if isinstance(self.results, ox.QueryBoolean):
            yield (bool(self.results),)
        elif isinstance(self.results, ox.QueryTriples):
            for triple in self.results:
                yield (triple.subject, triple.predicate, triple.object)
        else:
            for solution in self.results:
                yield tuple(solution)

    def cells(self) -> Iterator[tuple[str, ...]]:
        """The rows as short texts for reading: IRIs with prefixes, literals by value, unbound empty."""
        for row in self.terms():
            yield tuple(cell(term) for term in row)

    def write(self, out: IO[bytes], format: Format = "table") -> None:
        """Write the answer as UTF-8. Raises UsageError where the format cannot hold this kind of answer.

        A table is plain aligned text here; the other formats are those of the SPARQL 1.1 results
        (json, csv, tsv) and, for triples, Turtle (table and turtle).
        """
        import pyoxigraph as ox

        if isinstance(self.results, ox.QueryTriples):
            write_triples(self, out, format)
        elif format == "turtle":
            raise UsageError("turtle holds triples; ask with CONSTRUCT or DESCRIBE, or choose another format")
        elif format == "table":
            from kg.query.table import aligned

            for line in aligned(self.columns, self.cells()):
                out.write(line.encode() + b"\n")
        elif isinstance(self.results, ox.QueryBoolean) and format != "json":
            out.write(f"{cell(bool(self.results))}\n".encode())
        else:
            self.results.serialize(out, RESULT_FORMATS()[format])
            out.write(b"\n" if format == "json" else b"")

    def text(self, format: Format = "table") -> str:
        """The answer written into a string."""
        from io import BytesIO

        out = BytesIO()
        self.write(out, format)
        return out.getvalue().decode()


def RESULT_FORMATS() -> dict[Format, ox.QueryResultsFormat]:  # noqa: N802 - a constant, made late
    import pyoxigraph as ox

    kinds = ox.QueryResultsFormat
    return {"json": kinds.JSON, "csv": kinds.CSV, "tsv": kinds.TSV}


def write_triples(answer: Answer, out: IO[bytes], format: Format) -> None:
    """Triples as Turtle with our prefixes, or as a table."""
    import pyoxigraph as ox

    if format == "table":
        from kg.query.table import aligned

        for line in aligned(answer.columns, answer.cells()):
            out.write(line.encode() + b"\n")
    elif format == "turtle":
        triples = sorted(cast("ox.QueryTriples", answer.results), key=str)  # same answer, same bytes
        ox.serialize(triples, out, ox.RdfFormat.TURTLE, prefixes=vocab.PREFIXES)
    else:
        raise UsageError(f"{format} holds rows; ask with SELECT, or choose turtle")


def value(term: Term | bool | None) -> Value:
    """A term as a plain Python value.

    >>> import pyoxigraph as ox
    >>> value(ox.Literal(3)), value(ox.NamedNode("x:1")), value(None)
    (3, 'x:1', None)
    """
    import pyoxigraph as ox

    if term is None or isinstance(term, bool):
        return term
    if isinstance(term, ox.Literal):
        return literal(term.value, term.datatype.value.removeprefix(XSD))
    return str(term) if isinstance(term, ox.Triple) else term.value


def literal(text: str, datatype: str) -> Value:
    try:
        if datatype in {"integer", "int", "long", "nonNegativeInteger", "positiveInteger"}:
            return int(text)
        if datatype in {"decimal", "double", "float"}:
            return float(text)
        if datatype == "boolean":
            return text in {"true", "1"}
        if datatype == "date":
            return date.fromisoformat(text)
    except ValueError:  # an ill-typed literal stays what it is
        pass
    return text


def cell(term: Term | bool | None) -> str:
    """A term as it reads in a table."""
    import pyoxigraph as ox

    if term is None:
        return ""
    if isinstance(term, bool):
        return "yes" if term else "no"
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return str(term) if isinstance(term, ox.Triple) else term.value
