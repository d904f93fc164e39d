"""Turtle and TriG with prefixes and a base: one block per subject, its class first."""

from __future__ import annotations

import re
from functools import lru_cache

from kg import vocab
from kg.export.source import Node

TYPE = "<" + vocab.PREFIXES["rdf"] + "type>"
XSD = vocab.PREFIXES["xsd"]
LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
RELATIVE = re.compile(r"(?:[A-Za-z0-9_%-][A-Za-z0-9_.%-]*/)*[A-Za-z0-9_%-][A-Za-z0-9_.%-]*")
NUMBER = re.compile(r"[+-]?[0-9]+")
DECIMAL = re.compile(r"[+-]?[0-9]+\.[0-9]+")
SPACES = sorted(((iri, prefix) for prefix, iri in vocab.PREFIXES.items()), key=lambda pair: -len(pair[0]))


def head() -> str:
    """The base and the prefixes.

    >>> head().splitlines()[0]
    '@base <https://kg.example/> .'
    """
    lines = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(vocab.PREFIXES.items())]
    return f"@base <{vocab.BASE}> .\n" + "".join(lines)


class Turtle:
    """Writes Turtle (the picture) or TriG (everything)."""

    def node(self, node: Node) -> str:
        """A subject with its facts.

        >>> print(Turtle().node(Node("", "<https://kg.example/state/JP>", [(TYPE, "<a:c>"), ("<a:p>", '"x"')])))
        <BLANKLINE>
        state:JP a <a:c> ;
            <a:p> "x" .
        <BLANKLINE>
        """
        types: list[str] = []
        rest: list[tuple[str, list[str]]] = []
        last = ""
        for predicate, value in node.facts:
            if predicate == TYPE:
                types.append(term(value))
            elif predicate == last:
                rest[-1][1].append(term(value))
            else:
                last = predicate
                rest.append((iri(predicate), [term(value)]))
        lines = [f"a {', '.join(types)}"] if types else []
        lines += [f"{predicate} {', '.join(values)}" for predicate, values in rest]
        body = " ;\n    ".join(lines)
        return f"\n{iri(node.subject)} {body} .\n"

    def graph(self, name: str, nodes: list[str]) -> str:
        """A named graph."""
        return f"\n{iri(name)} {{{''.join(nodes)}}}\n"


def term(text: str) -> str:
    """A term, from its N-Triples spelling, as short as Turtle allows without changing it.

    >>> term(f'"5"^^<{XSD}integer>'), term(f'"1"^^<{XSD}decimal>'), term('"a"@en')
    ('5', '"1"^^xsd:decimal', '"a"@en')
    """
    if text[0] == "<":
        return iri(text)
    if text[-1] != ">":
        return text
    value, _, kind = text.rpartition("^^")
    kind = iri(kind)
    bare = value[1:-1]
    if (
        (kind == "xsd:integer" and NUMBER.fullmatch(bare))
        or (kind == "xsd:boolean" and bare in {"true", "false"})
        or (kind == "xsd:decimal" and DECIMAL.fullmatch(bare))
    ):
        return bare
    return f"{value}^^{kind}"


@lru_cache(maxsize=32768)
def iri(text: str) -> str:
    """An IRI as a prefixed name, or relative to the base, or in full.

    >>> iri("<https://kg.example/state/JP>"), iri("<https://kg.example/article/a/event/1>"), iri("<x:y z>")
    ('state:JP', '<article/a/event/1>', '<x:y z>')
    """
    whole = text[1:-1]
    for space, prefix in SPACES:
        if whole.startswith(space) and LOCAL.fullmatch(whole, len(space)):
            return f"{prefix}:{whole[len(space) :]}"
    if whole.startswith(vocab.BASE) and RELATIVE.fullmatch(whole, len(vocab.BASE)):
        return f"<{whole[len(vocab.BASE) :]}>"
    return text
