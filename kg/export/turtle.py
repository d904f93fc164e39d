"""Turtle and TriG with a base and prefixes: Oxigraph spells the facts, we put them in order.

Spelling each term in Python measured 1.9 times pyoxigraph's own writer. So that writer does it, one graph
at a time, and only its finished text is cut into subjects and facts, which are then sorted: the order in
which Oxigraph gives them depends on its hashes and, in memory, on the order of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import RdfFormat

from kg import vocab
from kg.export.filters import Selection
from kg.export.pieces import order
from kg.export.source import spelled
from kg.export.spelling import END, Spelling, last_statement
from kg.store import Store

# What stands under the base is written relative to it: <event/…> rather than event:…, whose slashes
# would need a backslash each.
PREFIXES = {
    prefix: iri
    for prefix, iri in sorted(vocab.PREFIXES.items())
    if prefix == "kg" or not iri.startswith(vocab.BASE)
}
SPELLING = Spelling(RdfFormat.TURTLE, last_statement, nested=True, prefixes=PREFIXES, base=vocab.BASE)
OURS = re.compile(r"[a-z]+(?:/[0-9a-f]+)?")  # "judgements", "article/0123456789abcdef"
OBJECT = re.compile(r'<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^(?:<[^>]*>|[^\s,]+))?|(?:\\.|[^\s,\\])+')


def head() -> str:
    """The base and the prefixes.

    >>> head().splitlines()[0]
    '@base <https://kg.example/> .'
    """
    return f"@base <{vocab.BASE}> .\n" + "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())


def turtle(store: Store, selection: Selection | None, *, claims: bool) -> Iterator[tuple[str, str]]:
    """The subjects of the picture and, with `claims`, the named graphs, each with its place in the order."""
    for graph, text in spelled(store, SPELLING, claims=claims, selection=selection):
        if not graph:
            for subject, block in cut(text):
                yield "0" + order(subject), "\n" + block
        elif blocks := sorted((order(subject), block) for subject, block in cut(text)):
            name = relative(graph)
            yield "1" + order(name), f"\n{name} {{\n{''.join(block for _, block in blocks)}}}\n"


def relative(graph: str) -> str:
    """The name of a graph, relative to the base where it is one of ours.

    >>> relative("<https://kg.example/article/a>")
    '<article/a>'
    """
    rest = graph[1:-1].removeprefix(vocab.BASE)
    return f"<{rest}>" if OURS.fullmatch(rest) else graph


def cut(text: str) -> Iterator[tuple[str, str]]:
    """Oxigraph's Turtle as subjects, each with its text, its facts in order.

    >>> list(cut('@prefix a: <a> .\\n<s> a:p "x" ;\\n\\ta a:B , a:A .\\n'))
    [('<s>', '<s> a a:A , a:B ;\\n    a:p "x" .\\n')]
    """
    for statement in text.split(END):
        if not statement or statement[0] == "@":
            continue
        subject, _, rest = statement.partition(" ")
        facts = rest.split(" ;\n\t")
        if " , " in rest:
            facts = [in_order(fact) if " , " in fact else fact for fact in facts]
        facts.sort()
        yield subject, f"{subject} {joined(facts)} .\n"


joined = " ;\n    ".join


def in_order(fact: str) -> str:
    """A fact with several objects, these in order.

    >>> in_order('a:p "x , y" , "b"@en , <c> , 5')
    'a:p "b"@en , "x , y" , 5 , <c>'
    """
    predicate, _, objects = fact.partition(" ")
    return f"{predicate} {' , '.join(sorted(OBJECT.findall(objects)))}"
