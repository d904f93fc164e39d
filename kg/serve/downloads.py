"""The whole graph as files, and the VoID/DCAT description that tells machines of them."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg import ontology, vocab
from kg.export import export, format_of
from kg.export.files import compressed
from kg.query.run import select
from kg.serve import formats
from kg.serve.frames import Ended, Job, Sender
from kg.store import Store

# Name of a file → its media type, and what it holds.
FILES: dict[str, tuple[str, str]] = {
    "graph.ttl": ("text/turtle", "Turtle: the picture"),
    "graph.trig": ("application/trig", "TriG: the picture, every article's claims, the judgements"),
    "graph.trig.gz": ("application/gzip", "TriG, compressed"),
    "graph.jsonld": ("application/ld+json", "JSON-LD with its context: everything"),
    "graph.jsonld.gz": ("application/gzip", "JSON-LD, compressed"),
    "graph.nq": ("application/n-quads", "N-Quads: everything, one statement per line"),
    "graph.nq.gz": ("application/gzip", "N-Quads, compressed"),
    "graph.nt": ("application/n-triples", "N-Triples: the picture, one statement per line"),
    "graph.csv": ("text/csv", "CSV: one row for each participation in an event"),
    "graph.graphml": ("application/graphml+xml", "GraphML: the network, for Gephi and the like"),
}
CLASSES = (
    "kg:Official",
    "kg:State",
    "kg:Body",
    "kg:Place",
    "kg:Event",
    "kg:Meeting",
    "kg:Call",
    "kg:Visit",
    "kg:Agreement",
)
VOCABULARIES = ("kg", "schema", "sem", "org", "oa", "prov", "skos", "geo", "dcterms", "owl")
DATASET = vocab.BASE + "dataset"
RDF = {
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
}
SERVICE = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix format: <http://www.w3.org/ns/formats/> .
<{home}/sparql> a sd:Service ;
    sd:endpoint <{home}/sparql> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:EmptyGraphs ;
    sd:resultFormat format:SPARQL_Results_JSON, format:SPARQL_Results_XML, format:SPARQL_Results_CSV,
        format:SPARQL_Results_TSV, format:Turtle, format:N-Triples, format:RDF_XML, format:JSON-LD,
        format:N-Quads, format:TriG, format:N3 ;
    sd:defaultDataset <{dataset}> .
<{dataset}> a sd:Dataset .
"""


def media_type(name: str) -> str:
    """The Content-Type of a file.

    >>> media_type("graph.ttl")
    'text/turtle; charset=utf-8'
    """
    kind = FILES[name][0]
    return kind + ("; charset=utf-8" if kind in {"text/turtle", "text/csv"} else "")


def write(store: Store, job: Job, out: Sender) -> Ended:
    """Write one of FILES."""
    path = Path(job["name"])
    with ExitStack() as stack:
        stream = stack.enter_context(compressed(path, cast(IO[bytes], out)))
        export(store, format_of(path), stream)
    return Ended()


def sizes(store: Store) -> dict[str, int]:
    """How many things of each class there are, triples in the picture, and articles."""
    found = {}
    for name in CLASSES:
        found[name] = int(select(store, f"SELECT (COUNT(?x) AS ?n) WHERE {{ ?x a {name} }}")[0][0])
    found["triples"] = int(select(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[0][0])
    counted = "SELECT (COUNT(?a) AS ?n) WHERE { GRAPH ?a { ?a a schema:NewsArticle } }"
    found["articles"] = int(select(store, counted)[0][0])
    return found


def description(store: Store, home: str) -> str:
    """The dataset in VoID and DCAT, as Turtle."""
    counts = sizes(store)
    things = sum(counts[name] for name in CLASSES[:5])
    lines = [
        f"<{DATASET}> a <{vocab.PREFIXES['void']}Dataset>, dcat:Dataset ;",
        '    dcterms:title "Diplomatic events as the news tells them"@en ;',
        '    dcterms:description "Who met whom, where, when and for which state, with the sentence of the article that says so."@en ;',
        f'    void:uriSpace "{vocab.BASE}" ; void:sparqlEndpoint <{home}/sparql> ;',
        f"    void:triples {counts['triples']} ; void:entities {things} ; void:documents {counts['articles']} ;",
        f"    void:exampleResource {', '.join(examples(store)) or '<' + vocab.BASE + 'ns>'} ;",
        f"    void:vocabulary {', '.join('<' + vocab.PREFIXES[name] + '>' for name in VOCABULARIES)} ;",
        f"    void:dataDump {', '.join(f'<{home}/download/{name}>' for name in FILES)} ;",
        f"    dcat:distribution {', '.join(f'<{home}/download/{name}>' for name in FILES)} .",
    ]
    for name, (kind, title) in FILES.items():
        lines.append(
            f"<{home}/download/{name}> a dcat:Distribution ; dcterms:title {Literal(title, language='en')} ; "
            f"dcat:downloadURL <{home}/download/{name}> ; dcat:mediaType <https://www.iana.org/assignments/media-types/{kind}> ."
        )
    for name in CLASSES:
        part = f"<{DATASET}/class/{name[3:]}>"
        lines.append(f"<{DATASET}> void:classPartition {part} .")
        lines.append(f"{part} a void:Dataset ; void:class {name} ; void:entities {counts[name]} .")
    return prefixed("\n".join(lines))


def examples(store: Store) -> list[str]:
    """A few things to begin with."""
    rows = select(store, "SELECT ?o WHERE { ?o a kg:Official ; kg:articles ?n } ORDER BY DESC(?n) ?o LIMIT 3")
    return [str(NamedNode(iri)) for (iri,) in rows]


def service(home: str) -> str:
    """The endpoint in the SPARQL 1.1 Service Description, as Turtle."""
    return SERVICE.format(home=home, dataset=DATASET)


def prefixed(text: str) -> str:
    """Turtle with our prefixes declared."""
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in vocab.PREFIXES.items()) + text


def as_rdf(turtle: str, format: str, out: Sender) -> Ended:
    """Turtle in another RDF format."""
    if format == "turtle":
        out.write(turtle.encode())
    else:
        triples = (
            Triple(quad.subject, quad.predicate, quad.object) for quad in parse(turtle, RdfFormat.TURTLE)
        )
        serialize(triples, cast(IO[bytes], out), RDF[format], prefixes=vocab.PREFIXES)
    return Ended(headers=(("content-type", formats.sent_as(format, formats.TRIPLES)),))


def terms() -> str:
    """The ontology, as Turtle."""
    return ontology.text("ontology.ttl")
