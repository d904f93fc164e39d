"""What the pages show, ready for their templates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pyoxigraph import Quad

from kg import vocab
from kg.errors import NotFound, UsageError
from kg.model import ArticleClaims, EventClaim
from kg.query.card import Card, Quoted, Section, show
from kg.query.names import CLASSES, find_all
from kg.query.questions import questions
from kg.query.run import select
from kg.serve import downloads as files
from kg.store import Store
from kg.store.reading import claims_of

Content = dict[str, Any]
Parameters = Mapping[str, str]

# Columns of a card that hold IRIs, and the column whose text is linked with them.
LINKED = {"who": "name", "event": "what", "official": "name", "article": "title"}
# Ways from a thing to others that its card names.
NEIGHBOURS = {
    "official": "kg:party|(org:hasMembership/org:organization)",
    "state": "kg:inState",
    "body": "kg:inState",
    "place": "kg:inState",
    "event": "sem:hasActor|kg:party|sem:hasPlace|(sem:hasPlace/kg:inState)|kg:partOf",
}
KIND_OF_CLASS = {vocab.expand(name): kind for kind, name in CLASSES.items()}
COUNTED = (
    ("/event", "events", "kg:Event"),
    ("/official", "officials", "kg:Official"),
    ("/state", "states", "kg:State"),
    ("/body", "bodies", "kg:Body"),
    ("/place", "places", "kg:Place"),
    ("/article", "articles", "articles"),
)
FOUND = 200  # names that a search lists
TERM = re.compile(r"^(kg:\w+) a ", re.MULTILINE)
ENTRY = re.compile(r'^(kg:\w+) a (\S+).*?rdfs:comment "([^"]*)"', re.MULTILINE | re.DOTALL)

MORE_EXAMPLES = {
    "Who says so": """# The words of the articles behind every event of an official.
SELECT ?event ?exact ?publisher WHERE {
  ?event sem:hasActor ?official ; kg:claim ?claim .
  GRAPH ?article {
    ?claim kg:mainEvidence/oa:hasSelector/oa:exact ?exact .
    OPTIONAL { ?article schema:publisher/schema:name ?publisher }
  }
}
LIMIT 100
""",
    "A piece of the graph": """# Events with who took part and where, as triples.
CONSTRUCT { ?event rdfs:label ?label ; sem:hasActor ?who ; sem:hasPlace ?place }
WHERE {
  ?event a kg:Event ; rdfs:label ?label ; sem:hasActor ?who .
  OPTIONAL { ?event sem:hasPlace ?place }
}
LIMIT 100
""",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """Text, linked with an IRI where there is one."""

    text: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with words of articles under it: an event of a timeline, an article among sources."""

    label: Cell
    date: str = ""
    badges: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    people: tuple[Cell, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: a table, or entries."""

    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    entries: tuple[Entry, ...] = ()
    more: Cell | None = None
    numbers: frozenset[int] = field(default_factory=frozenset)


def home(store: Store, parameters: Parameters, job: Mapping[str, Any]) -> Content:
    """The first page: what the graph holds, and ways into it."""
    counted = files.sizes(store)
    newest = select(
        store,
        """SELECT ?date ?kind ?status ?label ?event WHERE { ?event a kg:Event ; kg:kind ?kind ; kg:status ?status ;
        rdfs:label ?label ; kg:edtf ?date ; kg:end ?end } ORDER BY DESC(?end) ?label ?event LIMIT 8""",
    )
    busiest = select(
        store,
        """SELECT ?name ?for ?n ?official WHERE {
        { SELECT ?official (COUNT(?event) AS ?n) WHERE { ?event sem:hasActor ?official ; kg:status ?s
          FILTER(?s IN (kg:held, kg:ongoing)) } GROUP BY ?official ORDER BY DESC(?n) ?official LIMIT 8 }
        ?official rdfs:label ?name OPTIONAL { ?official kg:party/rdfs:label ?for } } ORDER BY DESC(?n) ?name""",
    )
    return {
        "template": "home.html.j2",
        "title": "Who met whom",
        "counts": [(path, said, counted[name]) for path, said, name in COUNTED],
        "statements": store.count(),
        "newest": [
            Entry(Cell(label, iri), date, (word(kind), word(status)))
            for date, kind, status, label, iri in newest
        ],
        "busiest": [(Cell(name, iri), of, n) for name, of, n, iri in busiest],
    }


def search(store: Store, parameters: Parameters, job: Mapping[str, Any]) -> Content:
    """What a name can mean; straight to its page where it is one thing."""
    name = " ".join(parameters.get("q", "").split())[:200]
    found, said = [], ""
    if name:
        try:
            found = find_all(store, name)
        except (NotFound, UsageError) as error:
            said = str(error).partition("; `")[0]
    if len(found) == 1 and found[0].iri.startswith(vocab.BASE):
        return {"moved": "/" + found[0].iri[len(vocab.BASE) :]}
    return {
        "template": "search.html.j2",
        "title": f"“{name}”" if name else "Search",
        "q": name,
        "found": [(Cell(match.label, match.iri), match.kind) for match in found[:FOUND]],
        "left": max(0, len(found) - FOUND),
        "said": said,
    }


def query(store: Store, parameters: Parameters, job: Mapping[str, Any]) -> Content:
    """The page with the editor."""
    named = [
        {"name": each.name, "said": each.description, "text": each.sparql} for each in questions().values()
    ]
    named += [{"name": name, "said": "", "text": text} for name, text in MORE_EXAMPLES.items()]
    words = sorted(set(TERM.findall(files.terms())))
    return {
        "template": "query.html.j2",
        "title": "Query",
        "text": parameters.get("query") or next(each["text"] for each in named if each["name"] == "busiest"),
        "limits": job["limits"],
        "data": {
            "examples": named,
            "prefixes": vocab.PREFIXES,
            "terms": [*(f"{p}:" for p in vocab.PREFIXES), *words],
        },
    }


def downloads(store: Store, parameters: Parameters, job: Mapping[str, Any]) -> Content:
    """The files, and what they hold."""
    return {
        "template": "downloads.html.j2",
        "title": "Downloads",
        "files": [(name, kind, said) for name, (kind, said) in files.FILES.items()],
        "sizes": files.sizes(store),
        "dataset": files.DATASET,
    }


def words(store: Store, parameters: Parameters, job: Mapping[str, Any]) -> Content:
    """The words of the graph and what they mean."""
    found = [
        Entry(Cell(name), more=(said,), badges=(word(kind),), anchor=name[3:])
        for name, kind, said in ENTRY.findall(files.terms())
    ]
    return {"template": "words.html.j2", "title": "The words of the graph", "entries": found}


def thing(store: Store, kind: str, iri: str, quads: Sequence[Quad]) -> Content:
    """The page of an official, state, body, place, event or article."""
    if kind == "article":
        return article(store, iri, quads)
    card = show(store, f"<{iri}>")
    known = neighbours(store, kind, iri)
    return {
        "template": "thing.html.j2",
        "title": card.label,
        "kind": card.kind,
        "iri": card.iri,
        "facts": [
            (name, fact(name, value, known)) for name, value in card.facts if name != "articles disagree on"
        ],
        "odds": dict(card.facts).get("articles disagree on", ""),
        "parts": [part(card, section, known) for section in card.sections],
    }


def neighbours(store: Store, kind: str, iri: str) -> dict[str, str]:
    """Labels of the things around one, with their IRIs; a label of two things leads nowhere."""
    rows = select(
        store, f"SELECT DISTINCT ?label ?o WHERE {{ <{iri}> {NEIGHBOURS[kind]} ?o . ?o rdfs:label ?label }}"
    )
    labels = [label for label, _ in rows]
    return {label: other for label, other in rows if labels.count(label) == 1}


def fact(name: str, value: str, known: Mapping[str, str]) -> list[Cell]:
    """A value of a card, its parts linked where they name things."""
    if name == "same as":
        return [Cell(value, value)]
    if value in known:
        return [Cell(value, known[value])]
    if name == "place":
        return [Cell(each, known.get(each, "")) for each in value.split(", ")]
    return [Cell(value)]


def part(card: Card, section: Section, known: Mapping[str, str]) -> Part:
    """A section of a card as a part of a page."""
    if section.title in {"Timeline", "Sources"}:
        made = Part(section.title, entries=tuple(entries(section)))
    else:
        columns, rows = linked(section, known)
        numbers = frozenset(i for i, name in enumerate(columns) if name in {"articles", "events"})
        made = Part(section.title, columns, rows, numbers=numbers)
    if section.note:
        of = card.iri[len(vocab.BASE) :]
        made = replace(made, more=Cell(section.note.partition(":")[0], f"{vocab.BASE}event?of={of}"))
    return made


def linked(
    section: Section, known: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """The columns and rows of a section; a column of IRIs becomes links of another one."""
    columns = section.columns
    label = LINKED.get(columns[-1]) if columns[-1] in LINKED and LINKED[columns[-1]] in columns else None
    rows = []
    for row in section.rows:
        cells = [Cell(text, known.get(text, "")) for text in row]
        if label:
            target = expanded(row[-1])
            cells = [
                Cell(cell.text or "untitled", target) if name == label else cell
                for name, cell in zip(columns[:-1], cells, strict=False)
            ]
        rows.append(tuple(replace(cell, text=bare(cell.text)) for cell in cells))
    return columns[:-1] if label else columns, tuple(rows)


def bare(text: str) -> str:
    """A cell of a card without the words that repeat its column.

    >>> bare("3 articles"), bare("last 2026-02-04"), bare("Japan")
    ('3', '2026-02-04', 'Japan')
    """
    return re.sub(r"^(\d+) (?:articles?|events?)$|^last (?=\d)", r"\1", text)


def entries(section: Section) -> list[Entry]:
    """A timeline, or sources, with the words that show each."""
    quotes = section.quotes or ((),) * len(section.rows)
    found = []
    for row, said in zip(section.rows, quotes, strict=True):
        facts = dict(zip(section.columns, row, strict=True))
        label = Cell(facts.get("what") or facts.get("title") or "untitled", expanded(row[-1]))
        badges = tuple(facts[name] for name in ("kind", "status") if name in facts)
        more = tuple(facts[name] for name in ("publisher",) if facts.get(name))
        date = facts.get("date") or facts.get("published") or ""
        shown = (
            tuple(said)
            if section.title == "Timeline"
            else tuple(replace(q, publisher="", published="", article="") for q in said)
        )
        found.append(Entry(label, date, badges, more, quotes=shown))
    return found


def expanded(short: str) -> str:
    """The IRI of a short name.

    >>> expanded("state:JP")
    'https://kg.example/state/JP'
    """
    prefix, colon, rest = short.partition(":")
    return vocab.PREFIXES[prefix] + rest if colon and prefix in vocab.PREFIXES else short


def article(store: Store, iri: str, quads: Sequence[Quad]) -> Content:
    """The page of an article: what it claims, in which words."""
    key = iri.rpartition("/")[2]
    claims = claims_of(key, quads)
    about = claims.article
    known = things_of(store, iri)
    names = party_names(store)
    facts = [
        ("publisher", [Cell(about.publisher or "")]),
        ("published", [Cell(str(about.published or ""))]),
        ("address", [Cell(about.url or "", about.url or "")]),
        ("language", [Cell(about.language or "")]),
        ("read as", [Cell(about.id)]),
        ("by", [Cell(claims.extractor)]),
        ("SHA-256", [Cell(about.sha256)]),
    ]
    people = tuple(
        Entry(
            known.get(f"official/{each.local}", Cell(each.name)),
            more=tuple(
                filter(
                    None,
                    (
                        ("former " if each.former else "") + (each.role or ""),
                        names.get(each.country or "", each.country or ""),
                    ),
                )
            ),
            quotes=(Quoted(each.quotes[0].exact, "", "", ""),),
            anchor=f"official-{each.local}",
        )
        for each in claims.officials
    )
    events = tuple(claimed(claims, each, known) for each in claims.events)
    return {
        "template": "thing.html.j2",
        "title": about.title or about.id,
        "kind": "article",
        "iri": iri,
        "facts": [(name, cells) for name, cells in facts if cells[0].text],
        "odds": "",
        "parts": [
            each
            for each in (
                Part("Events that it tells", entries=events),
                Part("Officials that it names", entries=people),
            )
            if each.entries
        ],
    }


def claimed(claims: ArticleClaims, event: EventClaim, known: Mapping[str, Cell]) -> Entry:
    """An event as an article tells it."""
    officials = {each.local: each.name for each in claims.officials}
    names = [
        known.get(f"official/{each.official}", Cell(officials.get(each.official, "")))
        for each in event.participations
        if each.official is not None
    ]
    where = event.place.name if event.place else ""
    return Entry(
        known.get(f"event/{event.local}", Cell(event.kind)),
        event.when.edtf if event.when else "no date",
        (event.kind, event.status),
        tuple(filter(None, (where, event.topic or ""))),
        tuple(dict.fromkeys(names)),
        tuple(Quoted(quote.exact, "", "", "") for quote in event.quotes),
        f"event-{event.local}",
    )


def things_of(store: Store, iri: str) -> dict[str, Cell]:
    """The officials and events of the picture that an article's claims belong to, by `official/1`."""
    rows = select(
        store,
        f"""SELECT DISTINCT ?claim ?thing ?label WHERE {{ GRAPH <{iri}> {{ ?claim a ?type
        FILTER(?type IN (kg:OfficialClaim, kg:EventClaim)) }}
        ?thing kg:claim ?claim ; rdfs:label ?label }} ORDER BY ?claim ?thing""",
    )
    return {claim[len(iri) + 1 :]: Cell(label, other) for claim, other, label in rows}


def party_names(store: Store) -> dict[str, str]:
    """The names of states and bodies by their codes."""
    return dict(select(store, "SELECT ?code ?label WHERE { ?p kg:code ?code ; rdfs:label ?label }"))  # type: ignore[arg-type]


def word(iri: str) -> str:
    """The last word of an IRI or short name, in small letters.

    >>> word("https://kg.example/ns#Meeting"), word("owl:Class")
    ('meeting', 'class')
    """
    return re.split(r"[#/:]", iri)[-1].lower()
