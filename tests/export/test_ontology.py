"""The ontology, the shapes and the JSON-LD context hold the words that the graph uses, and only valid ones."""

from __future__ import annotations

from typing import get_args

import pyoxigraph as ox
import pytest

from kg import ontology
from kg.export.jsonld import terms_by_name
from kg.model import KINDS, STATUSES, Capacity, Mode
from kg.store.codes import NAMES
from kg.store.terms import iri, node
from kg.vocab import NS, PREFIXES
from tests.export.conftest import quads


@pytest.fixture(scope="module")
def words() -> ox.Store:
    store = ox.Store()
    store.load(ontology.text("ontology.ttl"), ox.RdfFormat.TURTLE)
    return store


def has(words: ox.Store, subject: ox.NamedNode, predicate: str, value: ox.NamedNode | None = None) -> bool:
    return next(words.quads_for_pattern(subject, iri(predicate), value), None) is not None


def test_every_word_of_ours_is_declared_and_explained(words: ox.Store) -> None:
    used = {t for q in quads() for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode)}
    ours = {t for t in used if t.value.startswith(NS)}
    assert len(ours) > 60
    for word in ours:
        assert has(words, word, "rdf:type"), f"declare {word.value} in ontology.ttl"
        assert has(words, word, "rdfs:comment") or has(words, word, "skos:definition"), (
            f"explain {word.value}"
        )


def test_every_word_of_the_shapes_is_declared(words: ox.Store) -> None:
    shapes = list(ox.parse(ontology.text("shapes.ttl"), ox.RdfFormat.TURTLE))
    ours = {q.object for q in shapes if isinstance(q.object, ox.NamedNode) and q.object.value.startswith(NS)}
    for word in ours:
        assert isinstance(word, ox.NamedNode)
        assert has(words, word, "rdf:type"), f"declare {word.value} in ontology.ttl"


def test_every_class_of_the_graph_has_a_shape() -> None:
    shapes = list(ox.parse(ontology.text("shapes.ttl"), ox.RdfFormat.TURTLE))
    targets = {q.object for q in shapes if q.predicate == iri("sh:targetClass")}
    typed: dict[ox.NamedNode, set[object]] = {}
    for q in quads():
        if q.predicate == iri("rdf:type") and isinstance(q.subject, ox.NamedNode):
            typed.setdefault(q.subject, set()).add(q.object)
    elsewhere = {iri("skos:Concept"), iri("schema:Organization")}  # codes, publishers
    assert not [s for s, classes in typed.items() if not classes & (targets | elsewhere)]


@pytest.mark.parametrize(
    ("scheme", "names"),
    [("statuses", STATUSES), ("modes", get_args(Mode)), ("capacities", get_args(Capacity))],
)
def test_schemes_hold_what_the_records_hold(words: ox.Store, scheme: str, names: tuple[str, ...]) -> None:
    found = {q.subject for q in words.quads_for_pattern(None, iri("skos:inScheme"), iri("kg:" + scheme))}
    assert found == {iri("kg:" + name) for name in names}


def test_codes_are_concepts_with_a_notation(words: ox.Store) -> None:
    for code in NAMES:
        here = node("plover" if code.isalpha() else "cameo", code)
        assert has(words, here, "skos:notation"), code
    assert all(
        has(words, iri("kg:" + kind.capitalize()), "rdfs:subClassOf", iri("kg:Event")) for kind in KINDS
    )


def test_no_key_of_the_context_means_two_things() -> None:
    meanings = [meaning for meaning, _ in terms_by_name().values()]
    assert len(set(meanings) - {"@id", "@type"}) == len([m for m in meanings if not m.startswith("@")])
    for name, (meaning, _) in terms_by_name().items():
        # A word of ours whose name is a key must be that key, or the vocabulary would read it as another.
        assert meaning == NS + name or not is_used(NS + name), name


def is_used(whole: str) -> bool:
    return any(whole in {q.predicate.value, getattr(q.object, "value", "")} for q in quads())


def test_prefixes_agree_with_ours() -> None:
    context = ontology.context()
    assert all(
        context[name] == space for name, space in PREFIXES.items() if isinstance(context.get(name), str)
    )
