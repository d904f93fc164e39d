"""Turtle and TriG with a base and prefixes: Oxigraph spells the facts, we put them in order.

Spelling each term in Python measured 1.9 times pyoxigraph's own writer. So that writer does it, one graph
at a time, and only its finished text is cut into subjects and facts, which are then sorted: the order in
which Oxigraph gives them depends on its hashes and, in memory, on the order of writing.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg import vocab
from kg.export.filters import Selection
from kg.export.pieces import order
from kg.export.source import graphs_of, selected_quads, subject_chunks
from kg.store import Store
from kg.store.embedded import EmbeddedStore
from kg.store.terms import PICTURE

# What stands under the base is written relative to it: <event/…> rather than event:…, whose slashes
# would need a backslash each.
PREFIXES = {
    prefix: iri
    for prefix, iri in sorted(vocab.PREFIXES.items())
    if prefix == "kg" or not iri.startswith(vocab.BASE)
}
TURTLE = ox.RdfFormat.TURTLE
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
    for subject, text in picture(store, selection):
        yield "0" + order(subject), "\n" + text
    for graph in graphs_of(store, selection) if claims else ():
        blocks = sorted((order(subject), text) for subject, text in cut(spelled(store, graph)))
        if blocks:
            name = relative(graph)
            yield "1" + order(name), f"\n{name} {{\n{''.join(text for _, text in blocks)}}}\n"


def relative(graph: ox.NamedNode) -> str:
    """The name of a graph, relative to the base where it is one of ours.

    >>> relative(ox.NamedNode("https://kg.example/article/a"))
    '<article/a>'
    """
    rest = graph.value.removeprefix(vocab.BASE)
    return f"<{rest}>" if OURS.fullmatch(rest) else str(graph)


def picture(store: Store, selection: Selection | None) -> Iterator[tuple[str, str]]:
    """The subjects of the picture with their texts."""
    if selection is not None:
        yield from cut(serialized(selected_quads(store, selection)))
    elif isinstance(store, EmbeddedStore) and store.path is not None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "picture.ttl"  # by its path: through a Python file it is slower
            store.raw.dump(str(path), TURTLE, from_graph=PICTURE, prefixes=PREFIXES, base_iri=vocab.BASE)
            with path.open("rb") as file:
                for text in chunks(file):
                    yield from cut(text)
    else:
        for quads in subject_chunks(store):
            yield from cut(serialized(quads))


def spelled(store: Store, graph: ox.NamedNode) -> str:
    """A named graph as Oxigraph spells it."""
    if isinstance(store, EmbeddedStore) and store.path is not None:
        text = store.raw.dump(format=TURTLE, from_graph=graph, prefixes=PREFIXES, base_iri=vocab.BASE)
        return (text or b"").decode()
    return serialized(store.match(None, None, None, graph))


def serialized(quads: Iterable[ox.Quad]) -> str:
    """Quads as Turtle, whatever their order."""
    triples = [ox.Triple(q.subject, q.predicate, q.object) for q in sorted(quads, key=str)]
    text = ox.serialize(triples, format=TURTLE, prefixes=PREFIXES, base_iri=vocab.BASE)
    return (text or b"").decode()


def chunks(file: IO[bytes]) -> Iterator[str]:
    """The text of a file in parts of about 1 MiB that end where a statement ends."""
    rest = b""
    while data := file.read(1 << 20):
        whole, end, rest = (rest + data).rpartition(END.encode())
        yield (whole + end).decode()
    yield rest.decode()


END = " .\n"  # in no literal: Oxigraph escapes the ends of lines


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
