"""What every store can do, on every kind of store."""

from __future__ import annotations

from io import BytesIO

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.export import Format, export, validate
from kg.model import Judgement, Picture
from kg.store import Store, open_store
from kg.store.claims import article_keys, article_node, canonical, claim_quads, iter_claims, read_claims
from kg.store.delta import delta
from kg.store.housekeeping import VERSION
from kg.store.judgements import judgement_quads, read_judgements
from kg.store.picture import picture_quads
from kg.store.terms import HOUSEKEEPING, JUDGEMENTS, PICTURE, iri, node, quad
from tests.store import samples

X = quad(node("event", "x"), "rdfs:label", 'Talks "and" \\ more\n\t\x01 – 東京 😀')
Y = quad(node("event", "y"), "rdfs:label", "Talks", node("article", "a"))


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.count() == 0
    assert list(store.match()) == [VERSION]
    assert not store.read_only


def test_what_was_added_is_found(store: Store) -> None:
    store.apply(add=[X, Y])
    assert store.count() == 2
    assert set(store.match(None, iri("rdfs:label"))) == {X, Y}
    assert list(store.match(X.subject)) == [X]
    assert list(store.match(None, None, X.object)) == [X]
    assert list(store.match(X.subject, X.predicate, X.object, PICTURE)) == [X]
    assert list(store.match(None, None, None, PICTURE)) == [X]
    assert list(store.match(None, None, None, Y.graph_name)) == [Y]
    assert list(store.match(None, None, Y.object, PICTURE)) == []
    assert set(store.graphs()) == {Y.graph_name, HOUSEKEEPING}
    assert store.count(PICTURE) == store.count(node("article", "a")) == 1


def test_a_change_drops_then_removes_then_adds(store: Store) -> None:
    store.apply(add=[X, Y])
    store.apply(drop_graphs=[node("article", "a"), node("article", "none")], remove=[X], add=[X])
    assert list(store.match(None, iri("rdfs:label"))) == [X]
    store.apply(remove=[X, Y])
    assert store.count() == 0


def test_a_change_of_nothing_is_none(store: Store) -> None:
    store.apply()
    assert store.count() == 0


def test_a_query_sees_the_picture_and_asks_articles_by_name(store: Store) -> None:
    store.apply(add=[X, Y])
    label = iri("rdfs:label")
    rows = store.query(f"SELECT ?s WHERE {{ ?s {label} ?o }}")
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["s"] for row in rows] == [X.subject]
    rows = store.query(f"SELECT ?g ?s WHERE {{ GRAPH ?g {{ ?s {label} ?o }} }}")
    assert isinstance(rows, ox.QuerySolutions)
    assert (Y.graph_name, Y.subject) in [(row["g"], row["s"]) for row in rows]
    assert bool(store.query(f"ASK {{ {X.subject} {label} ?o }}"))
    assert not bool(store.query(f"ASK {{ {Y.subject} {label} ?o }}"))
    triples = store.query(f"CONSTRUCT {{ ?s {label} ?o }} WHERE {{ ?s {label} ?o }}")
    assert isinstance(triples, ox.QueryTriples)
    assert [str(triple) for triple in triples] == [
        str(X).rpartition(" <")[0] if X.graph_name != PICTURE else str(X)
    ]


def test_optional_values_and_counts_come_as_sparql_has_them(store: Store) -> None:
    store.apply(add=[X])
    rows = store.query(
        "SELECT (COUNT(*) AS ?n) (SAMPLE(?none) AS ?nothing) WHERE { ?s ?p ?o OPTIONAL { ?o ?s ?none } }"
    )
    assert isinstance(rows, ox.QuerySolutions)
    (row,) = rows
    assert row["n"].value == "1"
    assert row["nothing"] is None


@pytest.mark.parametrize("sparql", ["SELECT", "SELECT ?s WHERE { ?s", "nonsense"])
def test_a_broken_query_is_a_syntax_error(store: Store, sparql: str) -> None:
    with pytest.raises(SyntaxError):
        store.query(sparql)


@pytest.mark.parametrize("sparql", ["SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "DROP ALL"])
def test_a_query_fetches_and_changes_nothing(store: Store, sparql: str) -> None:
    with pytest.raises(QueryError):
        store.query(sparql)


def test_very_many_quads_are_loaded(store: Store) -> None:
    quads = [quad(node("event", n), "kg:articles", n, node("article", n % 7)) for n in range(3000)]
    store.bulk_load(iter(quads))
    assert store.count() == 3000
    assert set(store.match(None, iri("kg:articles"))) == set(quads)
    store.tidy()
    assert set(store.match(None, iri("kg:articles"))) == set(quads)
    assert list(store.match(None, None, None, HOUSEKEEPING)) == [VERSION]


def test_claims_come_back(store: Store) -> None:
    first, second = samples.claims(1), samples.claims(2)
    for claims in (first, second):
        store.apply(add=claim_quads(claims))
        back = read_claims(store, claims.article.key)
        assert (back.officials, back.events, back.extractor, back.notes) == (
            canonical(claims).officials,
            canonical(claims).events,
            claims.extractor,
            canonical(claims).notes,
        )
        assert back.article.key == claims.article.key
        assert back.article.sha256 == claims.article.sha256
    assert article_keys(store) == sorted([first.article.key, second.article.key])
    assert [c.article.id for c in iter_claims(store)] == [
        read_claims(store, k).article.id for k in article_keys(store)
    ]


def test_the_quads_of_claims_come_back_as_they_are(store: Store) -> None:
    claims = samples.claims()
    store.apply(add=claim_quads(claims))
    graph = article_node(claims.article.key)
    assert set(store.match(None, None, None, graph)) == set(claim_quads(claims))


def test_the_quads_of_a_picture_come_back_as_they_are(store: Store) -> None:
    store.apply(add=picture_quads(samples.picture()))
    assert set(store.match(None, None, None, PICTURE)) == set(picture_quads(samples.picture()))


def test_a_picture_changes_and_goes(store: Store) -> None:
    one, two = samples.picture(1), samples.picture(1, 2)
    delta(store, Picture(), one).apply(store)
    assert set(store.match(None, None, None, PICTURE)) == set(picture_quads(one))
    delta(store, one, two).apply(store)
    assert set(store.match(None, None, None, PICTURE)) == set(picture_quads(two))
    delta(store, two, one).apply(store)
    assert set(store.match(None, None, None, PICTURE)) == set(picture_quads(one))
    delta(store, one, Picture()).apply(store)
    assert list(store.match(None, None, None, PICTURE)) == []


def test_reference_nodes_stay_while_something_uses_them(store: Store) -> None:
    whole = samples.picture()
    store.apply(add=picture_quads(whole))
    delta(store, Picture(events=whole.events), Picture()).apply(store)
    assert set(store.match(None, None, None, PICTURE)) == set(
        picture_quads(Picture(officials=whole.officials))
    )


def test_judgements_come_back(store: Store) -> None:
    left, right = (samples.article(1).key, 1), (samples.article(2).key, 1)
    judgements = (
        Judgement("same", "event", left, right, 'one "visit"'),
        Judgement("different", "official", right, left),
    )
    store.apply(add=[q for j in judgements for q in judgement_quads(j)])
    assert set(read_judgements(store)) == set(judgements)
    assert store.count(JUDGEMENTS) == store.count()


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads", "jsonld", "csv"])
def test_every_store_exports_the_same_bytes(store: Store, format: Format) -> None:
    outputs = []
    with open_store() as memory:
        for each in (store, memory):
            each.apply(add=[*picture_quads(samples.picture()), *claim_quads(samples.claims())])
            export(each, format, out := BytesIO())
            outputs.append(out.getvalue())
    assert outputs[0] == outputs[1]


def test_every_store_is_validated(store: Store) -> None:
    store.apply(add=[*picture_quads(samples.picture()), *claim_quads(samples.claims())])
    assert validate(store).faults == ()
