"""Terms: from our words and values to RDF terms and back, each in the one canonical spelling.

Oxigraph keeps numbers by value, so a literal that is not in canonical spelling would come back
differently from how it went in; everything made here comes back byte for byte.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg import vocab

Term = NamedNode | Literal | BlankNode | Triple
Subject = NamedNode | BlankNode | Triple
GraphName = NamedNode | BlankNode | DefaultGraph

PICTURE = DefaultGraph()
JUDGEMENTS = NamedNode(vocab.BASE + "judgements")
HOUSEKEEPING = NamedNode(vocab.BASE + "housekeeping")
FORMAT_VERSION = 1  # raised whenever quads written before can no longer be read
LONGEST_SLUG = 80  # characters; a longer name is cut and given a digest, so that two never collide


@lru_cache(maxsize=4096)
def iri(curie: str) -> NamedNode:
    """The term of a prefixed name (`kg:status`).

    >>> iri("kg:status").value
    'https://kg.example/ns#status'
    """
    return NamedNode(vocab.expand(curie))


@lru_cache(maxsize=4096)
def datatype(name: str) -> NamedNode:
    """A datatype of XML Schema."""
    return NamedNode(vocab.PREFIXES["xsd"] + name)


@lru_cache(maxsize=4096)
def party(code: str) -> NamedNode:
    """The node of a state or body by its code.

    >>> party("KR").value
    'https://kg.example/state/KR'
    """
    return NamedNode(vocab.party(quote_local(code)))


def node(*parts: str | int) -> NamedNode:
    """A node of ours by the parts of its path.

    >>> node("article", "0123456789abcdef", "event", 1).value
    'https://kg.example/article/0123456789abcdef/event/1'
    """
    return NamedNode(vocab.BASE + "/".join(str(part) for part in parts))


def path_of(term: Term | GraphName) -> tuple[str, ...]:
    """The parts of a node's path, the inverse of `node`; empty for terms that are not ours.

    >>> path_of(node("article", "0123456789abcdef", "event", 1))
    ('article', '0123456789abcdef', 'event', '1')
    """
    if not isinstance(term, NamedNode) or not term.value.startswith(vocab.BASE):
        return ()
    return tuple(term.value[len(vocab.BASE) :].split("/"))


def number(value: float | int) -> Literal:
    """An xsd:integer or xsd:decimal. The decimal has no exponent and no trailing zeros.

    >>> number(1.0).value, number(35.28).value, number(-1e-7).value, number(3).value
    ('1', '35.28', '-0.0000001', '3')
    """
    if isinstance(value, int):
        return Literal(str(value), datatype=datatype("integer"))
    text = format(Decimal(repr(value)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal("0" if text in {"-0", ""} else text, datatype=datatype("decimal"))


def truth(value: bool) -> Literal:
    """An xsd:boolean."""
    return Literal("true" if value else "false", datatype=datatype("boolean"))


def day(value: date) -> Literal:
    """An xsd:date.

    >>> day(date(2026, 1, 30)).value
    '2026-01-30'
    """
    return Literal(value.isoformat(), datatype=datatype("date"))


def slug(text: str) -> str:
    """Text as the last part of an IRI: lower case, no accents, hyphens between words, never empty.

    >>> slug("Mevlüt Çavuşoğlu"), slug("Yokosuka"), slug("東京")
    ('mevlut-cavusoglu', 'yokosuka', 'x-130016b2')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not name:
        return "x-" + digest(text)
    if len(name) > LONGEST_SLUG:
        return name[:LONGEST_SLUG].rstrip("-") + "-" + digest(text)
    return name


def digest(*texts: str) -> str:
    """8 hexadecimal digits that stand for texts.

    >>> digest("a") != digest("b")
    True
    """
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]


def quote_local(text: str) -> str:
    """Text made safe for the last part of an IRI; ordinary codes and slugs stay as they are.

    >>> quote_local("KR"), quote_local("a b/c")
    ('KR', 'a%20b%2Fc')
    """
    if re.fullmatch(r"[\w.-]+", text, re.ASCII):
        return text
    from urllib.parse import quote

    return quote(text, safe="")


def quad(
    subject: Subject,
    predicate: str,
    value: Term | str | bool | int | float | date,
    graph: GraphName = PICTURE,
) -> Quad:
    """One quad; the predicate as a prefixed name, a plain Python value as its literal.

    >>> quad(node("event", "x"), "kg:articles", 2).object.value
    '2'
    """
    return Quad(subject, iri(predicate), term_of(value), graph)


def term_of(value: Term | str | bool | int | float | date) -> Term:
    """A Python value as a term; terms stay as they are."""
    if isinstance(value, str):
        return Literal(clean(value))
    if isinstance(value, bool):
        return truth(value)
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, date):
        return day(value)
    return value


def clean(text: str) -> str:
    """Text without lone surrogates, which no RDF format can write.

    >>> clean("ok"), clean("a" + chr(0xD800))
    ('ok', 'a\ufffd')
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if has_surrogate(text) else text


def has_surrogate(text: str) -> bool:
    return re.search("[\ud800-\udfff]", text) is not None
