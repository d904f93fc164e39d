"""JSON-LD: compact, with its context inline, one node or one article per line.

The texts of literals are passed on as they are: what N-Triples escapes in its canonical form, JSON
escapes in the same way (`\\n`, `\\"`, `\\\\`, `\\u0001`).
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from kg import ontology, vocab
from kg.export.source import Node

TYPE = "<" + vocab.PREFIXES["rdf"] + "type>"
XSD = vocab.PREFIXES["xsd"]
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
OURS = "<" + vocab.BASE
NOT_RELATIVE = re.compile(r"[^A-Za-z0-9_%./>-]|/[/.>]")  # in an IRI of ours, from the base's slash to its >
RELATIVE = re.compile(r"(?:[A-Za-z0-9_%-][A-Za-z0-9_.%-]*/)*[A-Za-z0-9_%-][A-Za-z0-9_.%-]*")
SPACES = sorted(((iri, prefix) for prefix, iri in vocab.PREFIXES.items()), key=lambda pair: -len(pair[0]))
KNOWN = 20_000  # facts remembered: some 5 MiB
Term = tuple[str, str]  # the key, as JSON, and how its values are read: "", "@id", "@vocab" or a datatype


def head() -> str:
    """The context, and the beginning of the graph."""
    inline = ontology.text("context.jsonld").rstrip().removesuffix("}").rstrip()
    return inline + ',\n  "@graph": [\n'


TAIL = "\n]\n}\n"
BETWEEN = b",\n"


class JsonLd:
    """Writes nodes as JSON objects."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[str, str, str]] = {}  # facts seen before: in our graphs, two of three

    def node(self, node: Node) -> str:
        """A node with its facts as keys.

        >>> JsonLd().node(Node("", f"<{vocab.BASE}state/JP>", [f"<{vocab.NS}inState> <{vocab.BASE}x>"]))
        '{"id":"state/JP","inState":"x"}'
        """
        known, learned = self.known.get, self.learned
        parts = [f'{{"id":{reference(node.subject, "@id")}']
        last, first, values = "", "", list[str]()
        for fact in node.facts:  # sorted: the values of a predicate stand together
            key, text, both = known(fact) or learned(fact)
            if key != last:
                if values:
                    parts[-1] = several(last, values)
                    values = []
                parts.append(both)
                last, first = key, text
            else:
                values = values or [first]
                values.append(text)
        if values:
            parts[-1] = several(last, values)
        return ",".join(parts) + "}"

    def learned(self, fact: str) -> tuple[str, str, str]:
        """A fact's key, its value, and both together, kept for the next time."""
        if len(self.known) >= KNOWN:
            self.known.clear()
        predicate, _, value = fact.partition(" ")
        key, kind = term(predicate)
        text = value if value[-1] == '"' and not kind else rendered(value, kind)
        self.known[fact] = found = key, text, f"{key}:{text}"
        return found

    def graph(self, name: str, nodes: list[str]) -> str:
        """A named graph: its nodes under its name."""
        return f'{{"id":{reference(name, "@id")},"@graph":[\n' + ",\n".join(nodes) + "]}"


def several(key: str, values: list[str]) -> str:
    """A key with its values in order.

    >>> several('"a"', ["2", "1"])
    '"a":[1,2]'
    """
    values.sort()
    return f"{key}:[{','.join(values)}]"


def rendered(text: str, kind: str) -> str:
    """A value, from its N-Triples spelling, under a key whose values are read as `kind`."""
    if text[0] == "<":
        return reference(text, kind) if kind[:1] == "@" else f'{{"id":{reference(text, "@id")}}}'
    if text[-1] == '"':
        return text if not kind else f'{{"@value":{text}}}'
    value, typed, datatype = text.rpartition("^^")
    if not typed:
        value, _, language = text.rpartition("@")
        return f'{{"@value":{value},"@language":"{language}"}}'
    return typed_value(value, datatype[1:-1], kind)


def typed_value(value: str, datatype: str, kind: str) -> str:
    """A literal with a datatype; numbers and truth values as JSON's own where they mean the same."""
    if datatype == kind:
        return value
    bare = value[1:-1]
    if not kind and datatype == XSD + "integer" and NUMBER.fullmatch(bare) and len(bare) <= 15:
        return bare  # longer ones do not survive the doubles of most JSON readers
    if not kind and datatype == XSD + "boolean" and bare in {"true", "false"}:
        return bare
    return f'{{"@value":{value},"@type":{json.dumps(datatype)}}}'


def reference(text: str, kind: str) -> str:
    """An IRI as a JSON text, relative to the base or the vocabulary where the context reads it so.

    >>> reference("<https://kg.example/a/b>", "@id"), reference("<https://kg.example/a//b>", "@id")
    ('"a/b"', '"https://kg.example/a//b"')
    """
    if kind == "@id" and text.startswith(OURS) and NOT_RELATIVE.search(text, len(OURS) - 1) is None:
        return f'"{text[len(OURS) : -1]}"'
    return shortened(text, kind)


@lru_cache(maxsize=4096)
def shortened(text: str, kind: str) -> str:
    """An IRI that is not relative to the base: by a word of the vocabulary, a prefix, or in full."""
    whole = text[1:-1]  # what RELATIVE matches needs no escapes in JSON
    if kind == "@vocab" and whole.startswith(vocab.NS) and RELATIVE.fullmatch(whole, len(vocab.NS)):
        name = whole[len(vocab.NS) :]
        return f'"{name if name not in terms_by_name() else whole}"'
    for space, prefix in SPACES:
        if prefix in prefixes() and whole.startswith(space) and RELATIVE.fullmatch(whole, len(space)):
            return f'"{prefix}:{whole[len(space) :]}"'
    return json.dumps(whole, ensure_ascii=False)


@lru_cache(maxsize=1)
def prefixes() -> frozenset[str]:
    """The prefixes that the context declares."""
    context = ontology.context()
    return frozenset(name for name in vocab.PREFIXES if context.get(name) == vocab.PREFIXES[name])


@lru_cache(maxsize=1)
def terms_by_name() -> dict[str, Term]:
    """The context's terms: the IRI that each stands for and how its values are read."""
    found = {}
    for name, meaning in ontology.context().items():
        if name.startswith("@") or name in prefixes():
            continue
        whole, kind = (meaning, "") if isinstance(meaning, str) else (meaning["@id"], meaning["@type"])
        found[name] = (expanded(whole), expanded(kind))
    return found


def expanded(name: str) -> str:
    prefix, colon, _ = name.partition(":")
    return vocab.expand(name) if colon and prefix in vocab.PREFIXES else name


@lru_cache(maxsize=4096)
def term(predicate: str) -> Term:
    """The key for a predicate: the context's term, a word of our vocabulary, or the whole IRI."""
    if predicate == TYPE:
        return '"type"', "@vocab"
    whole = predicate[1:-1]
    for name, (iri, kind) in terms_by_name().items():
        if iri == whole:
            return json.dumps(name), kind
    if whole.startswith(vocab.NS):
        name = whole[len(vocab.NS) :]
        if RELATIVE.fullmatch(name) and name not in terms_by_name() and name not in prefixes():
            return json.dumps(name), ""
    return json.dumps(whole, ensure_ascii=False), ""
