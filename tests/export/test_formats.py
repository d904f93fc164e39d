"""Every format: the same content, the same bytes; read back by two parsers, the same graph."""

from __future__ import annotations

import csv
import gzip
import json
import random
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError, UsageError
from kg.export import FORMATS, Format, export, format_of
from kg.export.files import reading, writing
from kg.ontology import context
from kg.store import Store, open_store
from kg.store.claims import claim_quads
from kg.store.terms import HOUSEKEEPING, node, quad
from kg.vocab import BASE
from tests.export.conftest import quads
from tests.store import samples

RDF: dict[Format, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
EVERYTHING = {"trig", "nquads", "jsonld"}


def written(store: Store, format: Format) -> bytes:
    out = BytesIO()
    export(store, format, out)
    return out.getvalue()


def expected(format: Format) -> set[ox.Quad]:
    return {q for q in quads() if format in EVERYTHING or q.graph_name == ox.DefaultGraph()}


@pytest.mark.parametrize("format", RDF)
def test_pyoxigraph_reads_the_same_graph_back(store: Store, format: Format) -> None:
    assert set(ox.parse(written(store, format), RDF[format])) == expected(format)


@pytest.mark.parametrize("format", RDF)
def test_rdflib_reads_the_same_graph_back(store: Store, format: Format) -> None:
    import rdflib
    from rdflib.compare import isomorphic

    found, wanted = rdflib.Dataset(), rdflib.Dataset()
    found.parse(data=written(store, format), format=RDFLIB[format])
    text = ox.serialize(expected(format), format=ox.RdfFormat.N_QUADS)
    wanted.parse(data=text, format="nquads")
    for graph in wanted.graphs():
        assert isomorphic(graph, found.graph(graph.identifier)), graph.identifier
    assert len(list(found.graphs())) == len(list(wanted.graphs()))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_content_gives_the_same_bytes(tmp_path: Path, format: Format) -> None:
    outputs = set()
    for number in range(3):
        shuffled = quads()
        random.Random(number).shuffle(shuffled)  # noqa: S311 - any order will do
        with open_store(":memory:" if number == 2 else tmp_path / str(number)) as store:
            store.apply(add=shuffled[:200])
            store.bulk_load(shuffled[200:])
            store.apply(remove=shuffled[:5])
            store.apply(add=shuffled[:5])
            outputs.add(written(store, format))
    assert len(outputs) == 1


@pytest.mark.parametrize("format", FORMATS)
def test_housekeeping_and_blank_nodes_stay_out(store: Store, format: Format) -> None:
    text = written(store, format).decode()
    assert HOUSEKEEPING.value not in text
    assert "formatVersion" not in text
    assert "_:" not in text


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_store_gives_a_valid_file(format: Format) -> None:
    data = written(open_store(), format)
    if format in RDF:
        assert list(ox.parse(data, RDF[format])) == []
    elif format == "graphml":
        assert ET.fromstring(data).tag.endswith("graphml")  # noqa: S314 - our own output
    else:
        assert data.count(b"\n") == 1


texts = st.text(st.characters(codec="utf-8"), max_size=30)


@given(st.lists(st.tuples(texts, texts), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_every_format(pairs: list[tuple[str, str]]) -> None:
    store = open_store()
    made = [quad(node("event", "x"), "rdf:type", ox.NamedNode(BASE + "ns#Event"))]
    for number, (name, other) in enumerate(pairs):
        subject = node("event", "x", "value", number)
        made += [
            quad(subject, "rdf:type", ox.NamedNode(BASE + "ns#StatedValue")),
            quad(subject, "kg:value", name),
        ]
        made += [
            quad(subject, "kg:value", other + " , "),
            quad(subject, "kg:property", ox.Literal(other, language="en")),
        ]
    store.apply(add=made)
    for format, parser in RDF.items():
        assert set(ox.parse(written(store, format), parser)) == set(made), format


@given(samples.article_claims())
@settings(max_examples=25, deadline=None)
def test_any_claims_survive_every_format(claims: object) -> None:
    made = set(claim_quads(claims))  # type: ignore[arg-type]
    store = open_store()
    store.apply(add=made)
    for format in ("trig", "nquads", "jsonld"):
        assert set(ox.parse(written(store, format), RDF[format])) == made, format


@pytest.mark.parametrize(
    "iri",
    ["kg.example/x", "a//b", "x:y/z", "ns#a/b", "ns#label", "ns#official", "ns#", "", "é/ü"],
)
def test_odd_iris_survive_every_format(iri: str) -> None:
    odd = ox.NamedNode(BASE + iri)
    made = {
        ox.Quad(odd, odd, odd, odd),
        ox.Quad(odd, ox.NamedNode(BASE + "ns#kind"), odd, odd),
        ox.Quad(odd, ox.NamedNode(BASE + "ns#party"), odd, odd),
        ox.Quad(odd, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), odd, odd),
        ox.Quad(odd, ox.NamedNode(BASE + "ns#begin"), ox.Literal("not typed"), odd),
        ox.Quad(odd, ox.NamedNode(BASE + "ns#articles"), ox.Literal("007", datatype=INTEGER), odd),
    }
    store = open_store()
    store.apply(add=made)
    held = {q for q in store.match() if q.graph_name != HOUSEKEEPING}  # Oxigraph keeps numbers by value
    for format in ("trig", "nquads", "jsonld"):
        assert set(ox.parse(written(store, format), RDF[format])) == held, format


INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def test_turtle_has_prefixes_and_reads_well(store: Store) -> None:
    text = written(store, "turtle").decode()
    assert text.startswith("@base <https://kg.example/> .\n@prefix dcat:")
    assert (
        "\n<event/2026-01-30-jp-kr-yokosuka> a kg:Event , kg:Meeting , schema:Event , sem:Event ;\n" in text
    )
    assert '    kg:begin "2026-01-30"^^xsd:date ;\n' in text
    assert (
        text.index("<body/EU>") < text.index("<event/2026-01-30-jp-kr-yokosuka>") < text.index("<state/JP>")
    )


def test_jsonld_is_compact_with_its_context_inline(store: Store) -> None:
    document = json.loads(written(store, "jsonld"))
    assert document["@context"] == context()
    (event,) = [n for n in document["@graph"] if n["id"] == "event/2026-01-30-jp-kr-yokosuka"]
    assert event["type"] == ["Event", "Meeting", "schema:Event", "sem:Event"]
    assert event["label"] == "Ana Berg – Tomo Sakai, Yokosuka"
    assert (event["kind"], event["status"], event["begin"]) == ("Meeting", "held", "2026-01-30")
    assert event["party"] == ["body/EU", "state/JP", "state/KR"]
    assert event["articles"] == 2
    graphs = [n for n in document["@graph"] if "@graph" in n]
    assert [g["id"].partition("/")[0] for g in graphs] == ["article"] * 3 + ["judgements"]


def test_csv_has_a_row_for_each_part(store: Store) -> None:
    rows = list(csv.DictReader(StringIO(written(store, "csv").decode())))
    assert [(r["official_name"], r["on_behalf_of"], r["capacity"]) for r in rows] == [
        ("Ana Berg", "KR", "visitor"),
        ("", "EU", "participant"),
        ("Tomo Sakai", "JP", "host"),
    ]
    assert {(r["kind"], r["status"], r["date"], r["place"], r["place_state"]) for r in rows} == {
        ("meeting", "held", "2026-01-30", "Yokosuka", "JP")
    }


def test_graphml_is_read_by_networkx(store: Store) -> None:
    import networkx as nx

    graph = nx.read_graphml(BytesIO(written(store, "graphml")))
    event = BASE + "event/2026-01-30-jp-kr-yokosuka"
    assert graph.nodes[event]["status"] == "held"
    assert graph.nodes[BASE + "place/yokosuka-jp"]["latitude"] == pytest.approx(35.28361)
    (edge,) = graph.get_edge_data(BASE + "official/ana-berg-kr", event).values()
    assert edge["capacity"] == "visitor"
    assert graph.has_edge(event, BASE + "place/yokosuka-jp")


# ------------------------------------------------------------------ files


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_files_are_compressed_as_their_suffix_says(store: Store, tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        export(store, "trig", tmp_path / f"{name}.trig{suffix}")
    assert (tmp_path / f"a.trig{suffix}").read_bytes() == (tmp_path / f"b.trig{suffix}").read_bytes()
    with reading(tmp_path / f"a.trig{suffix}") as stream:
        assert stream.read() == written(store, "trig")
    if suffix == ".gz":
        assert gzip.decompress((tmp_path / "a.trig.gz").read_bytes()) == written(store, "trig")


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "new" / "x.ttl"
    with pytest.raises(ValueError, match="stop"), writing(out) as stream:
        stream.write(b"half")
        raise ValueError("stop")
    assert list(out.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "format"), [("a.ttl", "turtle"), ("b.nq.gz", "nquads"), ("c.jsonld.zst", "jsonld")]
)
def test_a_suffix_tells_the_format(name: str, format: str) -> None:
    assert format_of(name) == format


def test_what_cannot_be_written_is_one_line(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tells no format"):
        format_of("graph.xyz")
    with pytest.raises(UsageError, match="no format is called"):
        export(store, "word", tmp_path / "x")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="is a folder"):
        export(store, "turtle", tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KgError, match="cannot be written"):
        export(store, "turtle", tmp_path / "file" / "x.ttl")
