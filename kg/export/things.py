"""The picture read thing by thing, for the formats that are no RDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg import vocab
from kg.export.filters import Selection
from kg.store import Store
from kg.store.terms import PICTURE, iri

Facts = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the picture with its values by predicate (`kg:status`), sorted."""

    iri: str
    facts: Facts

    def get(self, predicate: str) -> str:
        """The first value of a property, "" where there is none."""
        return self.facts.get(predicate, [""])[0]

    def all(self, predicate: str) -> list[str]:
        """Every value of a property, sorted."""
        return self.facts.get(predicate, [])


def things(store: Store, kind: str, selection: Selection | None) -> Iterator[Thing]:
    """Everything of a class in the picture, by IRI; with a selection, what that leaves."""
    members = store.match(None, iri("rdf:type"), iri(kind), PICTURE)
    found = {q.subject.value for q in members if isinstance(q.subject, NamedNode)}
    for here in sorted(found if selection is None else found & selection.subjects):
        yield thing(store, here)


def thing(store: Store, here: str) -> Thing:
    """One node of the picture."""
    facts: Facts = {}
    for each in store.match(NamedNode(here), None, None, PICTURE):
        facts.setdefault(short(each.predicate.value), []).append(getattr(each.object, "value", ""))
    return Thing(here, {predicate: sorted(values) for predicate, values in facts.items()})


def short(whole: str) -> str:
    """An IRI with its prefix, the longest that fits.

    >>> short("https://kg.example/ns#status"), short("https://kg.example/state/JP")
    ('kg:status', 'state:JP')
    """
    fitting = [(len(space), prefix) for prefix, space in vocab.PREFIXES.items() if whole.startswith(space)]
    if not fitting:
        return whole
    length, prefix = max(fitting)
    return f"{prefix}:{whole[length:]}"


def word(whole: str) -> str:
    """The last part of an IRI: a code, a slug or a word of ours."""
    return whole.rpartition("#")[2].rpartition("/")[2]
