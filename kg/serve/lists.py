"""Lists of everything of one kind, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kg import vocab
from kg.errors import UsageError
from kg.query.card import local
from kg.query.names import Match, by_iri
from kg.query.run import select
from kg.serve.views import Cell
from kg.store import Store

SIZE = 100  # rows of a page


@dataclass(frozen=True, slots=True)
class List:
    """How things of a kind are listed: `?thing` and `?label` are the first column."""

    title: str
    count: str
    rows: str
    columns: tuple[str, ...]


LISTS: dict[str, List] = {
    "official": List(
        "Officials",
        "?thing a kg:Official",
        """SELECT ?thing ?label ?for ?n WHERE { ?thing a kg:Official ; rdfs:label ?label ; kg:articles ?n
        OPTIONAL { ?thing kg:party/rdfs:label ?for } } ORDER BY DESC(?n) ?label ?thing""",
        ("name", "for", "articles"),
    ),
    "state": List(
        "States",
        "?thing a kg:State",
        """SELECT ?thing ?label ?code (COUNT(?event) AS ?n) WHERE { ?thing a kg:State ; rdfs:label ?label ;
        kg:code ?code OPTIONAL { ?event kg:party ?thing } } GROUP BY ?thing ?label ?code ORDER BY DESC(?n) ?label""",
        ("state", "code", "events"),
    ),
    "body": List(
        "Bodies",
        "?thing a kg:Body",
        """SELECT ?thing ?label ?code (COUNT(?event) AS ?n) WHERE { ?thing a kg:Body ; rdfs:label ?label ;
        kg:code ?code OPTIONAL { ?event kg:party ?thing } } GROUP BY ?thing ?label ?code ORDER BY DESC(?n) ?label""",
        ("body", "code", "events"),
    ),
    "place": List(
        "Places",
        "?thing a kg:Place",
        """SELECT ?thing ?label ?in (COUNT(?event) AS ?n) WHERE { ?thing a kg:Place ; rdfs:label ?label
        OPTIONAL { ?thing kg:inState/rdfs:label ?in } OPTIONAL { ?event sem:hasPlace ?thing } }
        GROUP BY ?thing ?label ?in ORDER BY DESC(?n) ?label ?thing""",
        ("place", "state", "events"),
    ),
    "event": List(
        "Events",
        "?thing a kg:Event",
        """SELECT ?thing ?label ?date ?kind ?status WHERE { # of
        ?thing a kg:Event ; rdfs:label ?label ; kg:kind ?kind ; kg:status ?status
        OPTIONAL { ?thing kg:edtf ?date ; kg:begin ?begin } } ORDER BY DESC(?begin) ?label ?thing""",
        ("what", "date", "kind", "status"),
    ),
    "article": List(
        "Articles",
        "GRAPH ?thing { ?thing a schema:NewsArticle }",
        """SELECT ?thing ?label ?by ?date WHERE { GRAPH ?thing { ?thing a schema:NewsArticle ; kg:articleId ?id
        OPTIONAL { ?thing schema:headline ?title } OPTIONAL { ?thing schema:datePublished ?date }
        OPTIONAL { ?thing schema:publisher/schema:name ?by } BIND(COALESCE(?title, ?id) AS ?label) } }
        ORDER BY DESC(?date) ?label ?thing""",
        ("title", "publisher", "published"),
    ),
}


def listed(store: Store, kind: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    """One page of the list of a kind. Events may be those `of` an official, state, body or place."""
    about = LISTS[kind]
    page = page_number(parameters.get("page", "1"))
    of = owner(store, parameters["of"]) if kind == "event" and parameters.get("of") else None
    only = f"VALUES ?of {{ <{of.iri}> }} ?thing sem:hasActor|kg:party|sem:hasPlace ?of . " if of else ""
    total = int(select(store, f"SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE {{ {only}{about.count} }}")[0][0])
    pages = max(1, -(-total // SIZE))
    query = about.rows.replace("# of", only)
    rows = select(store, f"{query} LIMIT {SIZE} OFFSET {(min(page, pages) - 1) * SIZE}")
    query_string = urlencode({"of": parameters["of"]}) + "&" if of else ""
    return {
        "template": "list.html.j2",
        "title": f"{about.title} of {of.label}" if of else about.title,
        "of": of,
        "total": total,
        "columns": about.columns,
        "rows": [cells(row) for row in rows],
        "numbers": about.columns[-1] in {"articles", "events"},
        "page": min(page, pages),
        "pages": pages,
        "address": f"/{kind}?{query_string}page=",
    }


def cells(row: tuple[str, ...]) -> list[Cell]:
    thing, label, *rest = row
    return [Cell(label, thing), *(Cell(local(text)) for text in rest)]


def page_number(text: str) -> int:
    """The number of a page. Raises UsageError."""
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:9]) <= 10_000_000:
        raise UsageError("page is a number from 1")
    return int(text)


def owner(store: Store, name: str) -> Match:
    """The thing whose events are asked for. Raises UsageError, NotFound."""
    found = by_iri(store, name, vocab.BASE + name, ("official", "state", "body", "place"))
    return found[0]
