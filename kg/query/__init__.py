"""Query: SPARQL and named questions, cards of things, and paths between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query.answer import Answer
    from kg.query.run import Queryable

__all__ = ["FORMATS", "Format", "query"]

Format = Literal["table", "json", "csv", "tsv", "turtle"]
FORMATS: tuple[Format, ...] = ("table", "json", "csv", "tsv", "turtle")


def query(store: Queryable, text: str, arguments: Sequence[str] = ()) -> Answer:
    """Answer a SPARQL query, or a named question with its arguments.

    Raises QueryError for SPARQL that cannot be run, UsageError for an unknown question or arguments that
    do not fit it, NotFound for a name that the store does not hold.

    >>> import pyoxigraph
    >>> list(query(pyoxigraph.Store(), "ASK { ?event a kg:Meeting }"))
    [{'answer': False}]
    """
    from kg.query.answer import Answer
    from kg.query.questions import ask, is_name
    from kg.query.run import run

    if is_name(text):
        return Answer(run(store, ask(store, text.strip(), arguments)))
    if arguments:
        raise UsageError("only a named question takes arguments; `kg query --help` lists them")
    return Answer(run(store, text))
