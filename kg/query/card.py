"""Cards: everything about one official, state, body, place or event, with the words that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import NotFound
from kg.query.names import Match, find_one, shorten
from kg.query.run import Queryable, select
from kg.query.table import aligned, clean

THINGS = ("official", "state", "body", "place")  # looked up first: an event's label holds their names
NEWEST = 15  # events on a card; the rest is counted, with the question that lists it


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an article, with who printed them and when."""

    exact: str
    publisher: str
    published: str  # xsd:date, or empty
    article: str  # IRI

    def __str__(self) -> str:
        said_by = ", ".join(part for part in (self.publisher, self.published) if part)
        return f"“{clean(' '.join(self.exact.split()))}” — {said_by or shorten(self.article)}"


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table of a card; `quotes` says for each row what shows it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    quotes: tuple[tuple[Quoted, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What `show` gives; `str()` of it is the text that the command prints."""

    iri: str
    kind: str
    label: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """The card as lines of text."""
        yield f"{clean(self.label)}   {shorten(self.iri)}"
        for name, value in self.facts:
            yield f"  {name}: {clean(value)}"
        for section in self.sections:
            yield ""
            yield section.title
            table = list(aligned(section.columns, section.rows))
            quotes = section.quotes or ((),) * len(section.rows)
            for line, said in zip(table[2:], quotes, strict=True):
                yield f"  {line}"
                for quote in said:
                    yield f"      {quote}"
            if section.note:
                yield f"  {section.note}"

    def as_dict(self) -> dict[str, Any]:
        """The card as plain data, for JSON."""
        return {
            "iri": self.iri,
            "kind": self.kind,
            "label": self.label,
            **dict(self.facts),
            **{section.title.lower(): section_rows(section) for section in self.sections},
        }


def section_rows(section: Section) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [dict(zip(section.columns, row, strict=True)) for row in section.rows]
    for row, quotes in zip(rows, section.quotes, strict=False):
        row["quotes"] = [
            {"exact": q.exact, "publisher": q.publisher, "published": q.published, "article": q.article}
            for q in quotes
        ]
    return rows


def show(store: Queryable, name: str) -> Card:
    """The card of the thing that a name means.

    Raises NotFound with the nearest names, UsageError with the candidates where it could be several.
    """
    try:
        match = find_one(store, name, THINGS)
    except NotFound as unknown:
        try:
            match = find_one(store, name, ("event",))
        except NotFound:
            raise unknown from None
    make = {"official": official, "event": event, "place": place}.get(match.kind, party)
    return make(store, match)


def official(store: Queryable, match: Match) -> Card:
    """The card of an official."""
    this = f"VALUES ?this {{ <{match.iri}> }}"
    posts = select(
        store,
        f"""SELECT ?role ?party ?from ?to ?articles ?former WHERE {{ {this}
        ?this org:hasMembership ?post . ?post org:organization/rdfs:label ?party ; kg:articles ?articles
        OPTIONAL {{ ?post kg:role ?role }} OPTIONAL {{ ?post kg:former ?former }}
        OPTIONAL {{ ?post kg:attestedFrom ?from }} OPTIONAL {{ ?post kg:attestedTo ?to }} }}
        ORDER BY DESC(?to) DESC(?from) ?role ?party""",
    )
    rows = tuple(
        (("former " if former == "true" else "") + role, party, span(begin, end), count(articles, "article"))
        for role, party, begin, end, articles, former in posts
    )
    return Card(
        match.iri,
        match.kind,
        match.label,
        facts(also_known(store, match), ("state", first(store, this, "kg:party/rdfs:label"))),
        sections(
            Section("Posts", ("role", "for", "attested", "articles"), rows),
            counterparts(store, match, "sem:hasActor"),
            timeline(store, match, "?event sem:hasActor ?this"),
        ),
    )


def party(store: Queryable, match: Match) -> Card:
    """The card of a state or an inter-governmental body."""
    people = select(
        store,
        f"""SELECT ?name ?official ?role WHERE {{
        {{ SELECT ?official ?name ?articles WHERE {{ VALUES ?this {{ <{match.iri}> }}
           ?official kg:party ?this ; a kg:Official ; rdfs:label ?name ; kg:articles ?articles }}
           ORDER BY DESC(?articles) ?name ?official LIMIT {NEWEST} }}
        OPTIONAL {{ ?official org:hasMembership ?post . ?post org:organization <{match.iri}> ; kg:role ?role }} }}
        ORDER BY DESC(?articles) ?name ?official ?role""",
    )
    roles: dict[tuple[str, str], list[str]] = {}
    for name, iri, role in people:
        roles.setdefault((name, iri), []).append(role)
    rows = tuple((name, ", ".join(held), shorten(iri)) for (name, iri), held in roles.items())
    return Card(
        match.iri,
        match.kind,
        match.label,
        facts(also_known(store, match), ("code", match.iri.rpartition("/")[2])),
        sections(
            Section("Officials", ("name", "role", "official"), rows),
            counterparts(store, match, "kg:party"),
            timeline(store, match, "?event kg:party ?this"),
        ),
    )


def place(store: Queryable, match: Match) -> Card:
    """The card of a place."""
    this = f"VALUES ?this {{ <{match.iri}> }}"
    where = [first(store, this, f"geo:{axis}") for axis in ("lat", "long")]
    return Card(
        match.iri,
        match.kind,
        match.label,
        facts(
            ("state", first(store, this, "kg:inState/rdfs:label")),
            ("coordinates", ", ".join(part for part in where if part)),
            ("same as", first(store, this, "owl:sameAs")),
        ),
        sections(timeline(store, match, "?event sem:hasPlace ?this")),
    )


def event(store: Queryable, match: Match) -> Card:
    """The card of an event: who for whom, where, when, its life, and every quote."""
    this = f"VALUES ?this {{ <{match.iri}> }}"

    def one(path: str) -> str:
        return first(store, this, path)

    parts = select(
        store,
        f"""SELECT ?who ?role ?party ?capacity WHERE {{ {this} ?this kg:participation ?part .
        OPTIONAL {{ ?part kg:official/rdfs:label ?who }} OPTIONAL {{ ?part kg:role ?role }}
        OPTIONAL {{ ?part kg:onBehalfOf/rdfs:label ?party }} OPTIONAL {{ ?part kg:capacity ?capacity }} }}
        ORDER BY ?party ?who ?role""",
    )
    who = tuple(
        (name or "(unnamed representatives)", role, party, local(capacity))
        for name, role, party, capacity in parts
    )
    return Card(
        match.iri,
        match.kind,
        match.label,
        facts(
            ("kind", local(one("kg:kind"))),
            ("status", local(one("kg:status"))),
            ("mode", local(one("kg:mode"))),
            ("date", one("kg:edtf") or "unknown"),
            (
                "place",
                ", ".join(
                    filter(None, (one("sem:hasPlace/rdfs:label"), one("sem:hasPlace/kg:inState/rdfs:label")))
                ),
            ),
            ("topic", one("kg:topic")),
            ("part of", one("kg:partOf/rdfs:label")),
            ("confidence", one("kg:confidence")),
            (
                "articles disagree on",
                ", ".join(
                    row[0]
                    for row in select(
                        store, f"SELECT DISTINCT ?o WHERE {{ {this} ?this kg:disagreesOn ?o }} ORDER BY ?o"
                    )
                ),
            ),
        ),
        sections(
            Section("Who", ("who", "role", "for", "as"), who),
            stated(store, this),
            within(store, this),
            sources(store, match),
        ),
    )


def stated(store: Queryable, this: str) -> Section:
    """The values that articles state for an event, with the number of articles behind each."""
    rows = select(
        store,
        f"""SELECT DISTINCT ?property ?value ?articles ?v WHERE {{ {this} ?this kg:statedValue ?v .
        ?v kg:property ?property ; kg:value ?value ; kg:articles ?articles }} ORDER BY ?property ?v""",
    )
    return Section(
        "Stated",
        ("property", "value", "articles"),
        tuple((p, readable(v), count(n, "article")) for p, v, n, _ in rows),
    )


def within(store: Queryable, this: str) -> Section:
    rows = select(
        store,
        f"""SELECT ?date ?kind ?label ?event WHERE {{ {this} ?this sem:hasSubEvent ?event .
        ?event rdfs:label ?label ; kg:kind ?kind OPTIONAL {{ ?event kg:edtf ?date }} }} ORDER BY ?date ?label ?event""",
    )
    return Section(
        "Within it",
        ("date", "kind", "what", "event"),
        tuple((d, local(k), w, shorten(e)) for d, k, w, e in rows),
    )


def sources(store: Queryable, match: Match) -> Section:
    """The articles that tell of an event, oldest first, with their words."""
    said = quotes(store, [match.iri]).get(match.iri, ())
    articles = list(dict.fromkeys(quote.article for quote in said))
    headed = select(
        store,
        f"SELECT ?a ?title WHERE {{ VALUES ?a {{ {' '.join(f'<{a}>' for a in articles)} }} "
        "GRAPH ?a { ?a schema:headline ?title } }",
    )
    titles = {row[0]: row[1] for row in headed}
    grouped = [tuple(quote for quote in said if quote.article == article) for article in articles]
    rows = tuple(
        (g[0].published or "no date", g[0].publisher, titles.get(a, ""), shorten(a))
        for a, g in zip(articles, grouped, strict=True)
    )
    return Section("Sources", ("published", "publisher", "title", "article"), rows, tuple(grouped))


def timeline(store: Queryable, match: Match, where: str) -> Section:
    """The newest events of something, oldest first, each with a quote."""
    rows = select(
        store,
        f"""SELECT ?date ?kind ?status ?label ?event WHERE {{
        {{ SELECT DISTINCT ?event WHERE {{ VALUES ?this {{ <{match.iri}> }} {where} }} }}
        ?event rdfs:label ?label ; kg:kind ?kind ; kg:status ?status
        OPTIONAL {{ ?event kg:edtf ?date ; kg:begin ?begin }} }} ORDER BY BOUND(?begin) ?begin ?label ?event""",
    )
    newest = rows[-NEWEST:]
    said = quotes(store, [row[-1] for row in newest])
    left = len(rows) - len(newest)
    question = "meetings-in" if match.kind == "place" else "meetings-of"
    return Section(
        "Timeline",
        ("date", "kind", "status", "what", "event"),
        tuple((d or "no date", local(k), local(s), what, shorten(e)) for d, k, s, what, e in newest),
        tuple(said.get(row[-1], ())[:1] for row in newest),
        f"{left} earlier: kg query {question} {match.short}" if left else "",
    )


def counterparts(store: Queryable, match: Match, actor: str) -> Section:
    """Whom an official or a state met or spoke with most."""
    apart = (
        "FILTER NOT EXISTS { ?this kg:party ?own . ?other kg:party ?own }" if actor == "sem:hasActor" else ""
    )
    rows = select(
        store,
        f"""SELECT ?name ?party ?events ?last ?other WHERE {{
        {{ SELECT ?other (COUNT(?event) AS ?events) (MAX(?end) AS ?last) WHERE {{
            {{ SELECT DISTINCT ?event ?other WHERE {{ VALUES ?this {{ <{match.iri}> }} ?event {actor} ?this , ?other ;
               kg:status ?status ; kg:kind ?kind FILTER(?other != ?this && ?status IN (kg:held, kg:ongoing)
               && (?kind != kg:Visit || "{actor}" = "kg:party")) {apart} }} }}
            OPTIONAL {{ ?event kg:end ?end }} }} GROUP BY ?other }}
        ?other rdfs:label ?name OPTIONAL {{ ?other kg:party/rdfs:label ?party }} }}
        ORDER BY DESC(?events) DESC(?last) ?name ?other LIMIT {NEWEST}""",
    )
    return Section(
        "Counterparts",
        ("name", "for", "events", "last", "who"),
        tuple(
            (name, party, count(n, "event"), f"last {last}" if last else "", shorten(iri))
            for name, party, n, last, iri in rows
        ),
    )


def quotes(store: Queryable, events: Sequence[str]) -> dict[str, tuple[Quoted, ...]]:
    """What the articles say of each event, oldest article first, its main words first."""
    if not events:
        return {}
    rows = select(
        store,
        f"""SELECT ?event ?exact ?publisher ?published ?article WHERE {{
        VALUES ?event {{ {" ".join(f"<{iri}>" for iri in events)} }} ?event kg:claim ?claim
        GRAPH ?article {{ ?claim kg:evidence ?quote ; kg:mainEvidence ?main .
          ?quote oa:hasSelector ?s . ?s oa:exact ?exact ; oa:start ?start
          OPTIONAL {{ ?article schema:datePublished ?published }}
          OPTIONAL {{ ?article schema:publisher ?by . ?by schema:name ?publisher }} }} }}
        ORDER BY ?event ?published ?article DESC(?quote = ?main) ?start""",
    )
    found: dict[str, dict[Quoted, None]] = {}
    for iri, *quoted in rows:
        found.setdefault(iri, {})[Quoted(*quoted)] = None
    return {iri: tuple(said) for iri, said in found.items()}


def also_known(store: Queryable, match: Match) -> tuple[str, str]:
    rows = select(store, f"SELECT DISTINCT ?n WHERE {{ <{match.iri}> schema:alternateName ?n }} ORDER BY ?n")
    return ("also written", ", ".join(name for (name,) in rows if name != match.label))


def first(store: Queryable, this: str, path: str) -> str:
    rows = select(store, f"SELECT ?o WHERE {{ {this} ?this {path} ?o }} ORDER BY ?o LIMIT 1")
    return rows[0][0] if rows else ""


def facts(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in pairs if value)


def sections(*given: Section) -> tuple[Section, ...]:
    return tuple(section for section in given if section.rows)


def local(iri: str) -> str:
    """The word of one of our terms: `kg:in-person` → "in-person", `kg:Meeting` → "meeting"."""
    return iri.rpartition("#")[2].lower() if "#" in iri else iri


def readable(value: str) -> str:
    return shorten(value) if value.startswith("http") else value


def count(number: str, what: str) -> str:
    """A number with its noun.

    >>> count("1", "article"), count("3", "article")
    ('1 article', '3 articles')
    """
    return f"{number} {what}{'' if number == '1' else 's'}"


def span(begin: str, end: str) -> str:
    return begin if begin == end else f"{begin} – {end}".strip(" –")
