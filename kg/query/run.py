"""Run SPARQL on a store: our prefixes known, errors in one line with their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from kg import vocab
from kg.errors import QueryError

if TYPE_CHECKING:
    import pyoxigraph as ox

    Results = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

PLACE = re.compile(r"(?:error )?at (\d+):(\d+): (.*)", re.DOTALL)
PREFIX = re.compile(r"([\w.-]*):[\w.-]*$")


class Queryable(Protocol):
    """Anything that answers SPARQL 1.1 queries with pyoxigraph's results."""

    def query(self, sparql: str, /) -> Results: ...


def run(store: Queryable, sparql: str) -> Results:
    """The results of a query. Raises QueryError, one line with the place, for one that cannot be run.

    >>> import pyoxigraph
    >>> bool(run(pyoxigraph.Store(), "ASK { ?s a kg:Event }"))
    False
    """
    try:
        return store.query(declare(sparql))
    except SyntaxError as error:
        raise QueryError(explain(str(error), sparql)) from None


def declare(sparql: str) -> str:
    """The query after our prefixes, all on its own first line, so that line numbers stay right."""
    return HEAD + sparql


HEAD = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in vocab.PREFIXES.items())


def select(store: Queryable, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT as texts (IRIs in full, literals by value, unbound as an empty text)."""
    solutions = run(store, sparql)
    return [tuple("" if term is None else term.value for term in row) for row in solutions]  # type: ignore[union-attr]


def explain(message: str, sparql: str) -> str:
    """A parser's message in one line, with the line, the column and the words at fault.

    >>> explain(f"error at 1:{len(HEAD) + 10}: expected CONSTRUCT", "SELEC * {}")
    "the query breaks at line 1, column 10, near '}': expected CONSTRUCT"
    """
    found = PLACE.match(message)
    if found is None:
        return f"the query cannot be run: {' '.join(message.split())}"
    line, column, reason = int(found[1]), int(found[2]), " ".join(found[3].split())
    if line == 1:
        column = max(1, column - len(HEAD))
    text = sparql.splitlines()[line - 1] if line <= len(sparql.splitlines()) else ""
    if "Prefix not found" in reason:
        unknown = PREFIX.search(text[: column - 1])
        prefix = f"{unknown[1]}:" if unknown else "in it"
        return f"the query breaks at line {line}: the prefix {prefix} is not known; declare it with PREFIX"
    near = text[column - 1 :][:30].strip() or "the end"
    return f"the query breaks at line {line}, column {column}, near {near!r}: {shorten_list(reason)}"


def shorten_list(reason: str) -> str:
    """The parser's list of what could stand there, cut after the first few."""
    words = [part for part in reason.removeprefix("expected one of ").split(", ") if "\\u" not in part]
    if not reason.startswith("expected one of ") or len(words) <= 4:
        return reason
    return f"expected one of {', '.join(words[:4])}, …"
