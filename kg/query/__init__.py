"""Query: SPARQL and named questions, cards of things, and paths between them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import UsageError
from kg.query.answer import FORMATS, Answer, Format
from kg.query.questions import ask, is_name, questions
from kg.query.run import Queryable, run

__all__ = ["FORMATS", "Answer", "Format", "Queryable", "query", "questions"]


def query(store: Queryable, text: str, arguments: Sequence[str] = ()) -> Answer:
    """Answer a SPARQL query, or a named question with its arguments.

    >>> import pyoxigraph
    >>> list(query(pyoxigraph.Store(), "ASK { ?event a kg:Meeting }"))
    [{'answer': False}]
    """
    if is_name(text):
        return Answer(run(store, ask(store, text.strip(), arguments)))
    if arguments:
        raise UsageError("only a named question takes arguments; `kg query --help` lists them")
    return Answer(run(store, text))
