"""Judgements as quads: what a user said about which claims are the same, in a graph of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, Quad

from kg.model import ClaimRef, Judgement
from kg.store.picture import claim_node
from kg.store.terms import JUDGEMENTS, iri, node, path_of, quad

if TYPE_CHECKING:
    from kg.store.base import Store


def judgement_node(judgement: Judgement) -> NamedNode:
    """The node of a judgement: the same for the same verdict on the same two claims."""
    whole = repr((judgement.verdict, judgement.of, judgement.left, judgement.right))
    return node("judgement", hashlib.sha256(whole.encode()).hexdigest()[:16])


def judgement_quads(judgement: Judgement) -> Iterator[Quad]:
    """The quads of one judgement.

    >>> ours = Judgement("same", "event", ("0123456789abcdef", 1), ("fedcba9876543210", 2), "one visit")
    >>> len(list(judgement_quads(ours)))
    6
    """
    here = judgement_node(judgement)
    yield quad(here, "rdf:type", iri("kg:Judgement"), JUDGEMENTS)
    yield quad(here, "kg:verdict", judgement.verdict, JUDGEMENTS)
    yield quad(here, "kg:of", judgement.of, JUDGEMENTS)
    yield quad(here, "kg:left", claim_node(judgement.of, judgement.left), JUDGEMENTS)
    yield quad(here, "kg:right", claim_node(judgement.of, judgement.right), JUDGEMENTS)
    if judgement.note:
        yield quad(here, "rdfs:comment", judgement.note, JUDGEMENTS)


def read_judgements(store: Store) -> tuple[Judgement, ...]:
    """Every judgement in a store, sorted by its node."""
    return judgements_of(store.match(None, None, None, JUDGEMENTS))


def judgements_of(quads: Iterable[Quad]) -> tuple[Judgement, ...]:
    """The judgements that quads hold, sorted by their nodes."""
    found: dict[str, dict[str, Any]] = {}
    for each in quads:
        if isinstance(each.subject, NamedNode):
            found.setdefault(each.subject.value, {})[each.predicate.value] = each.object
    return tuple(judgement(found[here]) for here in sorted(found))


def judgement(facts: dict[str, Any]) -> Judgement:
    """A judgement from its facts, by predicate."""

    def get(name: str) -> Any:
        return facts[iri(name).value]

    comment = facts.get(iri("rdfs:comment").value)
    return Judgement(
        verdict=get("kg:verdict").value,
        of=get("kg:of").value,
        left=claim_ref(get("kg:left")),
        right=claim_ref(get("kg:right")),
        note=comment.value if comment else "",
    )


def claim_ref(claim: NamedNode) -> ClaimRef:
    """The article's key and the number that a claim's node stands for.

    >>> claim_ref(claim_node("event", ("0123456789abcdef", 2)))
    ('0123456789abcdef', 2)
    """
    _, key, _, number = path_of(claim)
    return key, int(number)
