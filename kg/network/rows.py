"""Reads the picture out of a store, a class at a time, as plain Python values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from kg.vocab import BASE, NS, PREFIXES

Things = dict[str, dict[str, list[str]]]  # IRI → short property name → values, sorted
_HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


class Asked(Protocol):
    """What this package needs of a store: SPARQL SELECT over the picture and the claim graphs."""

    def query(self, query: str, /) -> Any:
        """Solutions that can be iterated, each with its values by variable name."""


def things(store: Asked, of: str) -> Things:
    """All things of a class in the picture (the default graph), with every value they have but their classes.

    One scan for each class is faster than a query with many OPTIONAL parts. Names of properties lose
    their namespace ("kg:articles" → "articles"), terms become their text.
    """
    found: Things = {}
    for row in store.query(f"{_HEAD}SELECT ?s ?p ?o {{ ?s a {of} ; ?p ?o FILTER(?p != rdf:type) }}"):
        values = found.setdefault(row["s"].value, {})
        values.setdefault(local(row["p"].value), []).append(row["o"].value)
    return _sorted(found)


def articles(store: Asked) -> Things:
    """Headline, date, publisher's name and address of each article, by its IRI."""
    query = """SELECT ?s ?title ?date ?publisher ?url { GRAPH ?s { ?s a schema:NewsArticle
        OPTIONAL { ?s schema:headline ?title } OPTIONAL { ?s schema:datePublished ?date }
        OPTIONAL { ?s schema:url ?url } OPTIONAL { ?s schema:publisher/schema:name ?publisher } } }"""
    found: Things = {}
    for row in store.query(_HEAD + query):
        values = found.setdefault(row["s"].value, {})
        for name in ("title", "date", "publisher", "url"):
            if row[name] is not None:
                values.setdefault(name, []).append(row[name].value)
    return _sorted(found)


def quotes(store: Asked, of: str) -> dict[str, list[tuple[str, int, str]]]:
    """The evidence of each claim of a class: (article, first character, exact words), in that order."""
    query = f"""SELECT ?claim ?article ?start ?exact {{ GRAPH ?g {{ ?claim a {of} ; kg:evidence ?quote .
        ?quote oa:hasSource ?article ; oa:hasSelector ?selector .
        ?selector oa:exact ?exact ; oa:start ?start }} }}"""
    found: dict[str, set[tuple[str, int, str]]] = {}
    for row in store.query(_HEAD + query):
        evidence = (row["article"].value, int(row["start"].value), row["exact"].value)
        found.setdefault(row["claim"].value, set()).add(evidence)
    return {claim: sorted(found[claim]) for claim in sorted(found)}


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://kg.example/ns#held"), local("https://kg.example/official/ahn-gyu-back-kr")
    ('held', 'ahn-gyu-back-kr')
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def code(iri: str) -> str:
    """The code of a state's or body's IRI."""
    return local(iri)


def short(iri: str) -> str:
    """An IRI of ours without its base ("event/…"), any other as it stands.

    >>> short("https://kg.example/state/KR"), short("https://sws.geonames.org/1/")
    ('state/KR', 'https://sws.geonames.org/1/')
    """
    return iri if iri.startswith(NS) else iri.removeprefix(BASE)


def one(values: dict[str, list[str]], name: str) -> str | None:
    """The first value of a property, None when it has none."""
    return values[name][0] if values.get(name) else None


def number(values: dict[str, list[str]], name: str) -> float | None:
    """A property's value as a number, None when it has none."""
    text = one(values, name)
    return None if text is None else float(text)


def count(values: dict[str, list[str]], name: str) -> int:
    """A property's value as a whole number, 0 when it has none."""
    return int(number(values, name) or 0)


def locals_of(values: dict[str, list[str]], name: str) -> tuple[str, ...]:
    """The last parts of all IRIs of a property, sorted."""
    return tuple(sorted({local(iri) for iri in values.get(name, ())}))


def _sorted(found: Things) -> Things:
    return {iri: {name: _unique(values) for name, values in found[iri].items()} for iri in sorted(found)}


def _unique(values: Iterable[str]) -> list[str]:
    return sorted(set(values))
