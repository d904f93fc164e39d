"""Reference nodes of the picture: places, states and bodies, type codes.

Each is a pure function of its own code or name, so that it does not matter which event brought it in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal as OneOf

from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.model import PlaceClaim, Quote
from kg.store import terms
from kg.store.codes import NAMES
from kg.store.terms import iri, node, quad, slug

NO_QUOTE = Quote(0, 0, "")  # where a place is told does not change what it is
GEONAMES = "https://sws.geonames.org/{}/"


@dataclass(frozen=True, slots=True)
class Reference:
    """A node that several officials or events may share, with everything that it says."""

    node: NamedNode
    facts: tuple[Quad, ...]

    def __hash__(self) -> int:
        """By the node alone: the facts are many."""
        return hash(self.node)

    def quads(self) -> Iterator[Quad]:
        """The quads of the node."""
        yield from self.facts


def place_node(place: PlaceClaim) -> NamedNode:
    """The node of a place: its name and state.

    >>> from kg.model import Quote
    >>> place_node(PlaceClaim("Yokosuka", "JP", Quote(0, 8, "Yokosuka"))).value
    'https://kg.example/place/yokosuka-jp'
    """
    return node("place", slug(f"{place.name} {place.country or ''}"))


def place_reference(place: PlaceClaim) -> Reference:
    """A place with its state, coordinates and GeoNames node, where known."""
    return _place(replace(place, quote=NO_QUOTE))


@lru_cache(maxsize=16384)
def _place(place: PlaceClaim) -> Reference:
    here = place_node(place)
    facts = [
        quad(here, "rdf:type", iri("kg:Place")),
        quad(here, "rdf:type", iri("schema:Place")),
        quad(here, "rdfs:label", place.name),
    ]
    if place.country:
        facts.append(quad(here, "kg:inState", terms.party(place.country)))
    return Reference(here, (*facts, *location(here, place.latitude, place.longitude, place.geonames)))


def location(
    here: NamedNode, latitude: float | None, longitude: float | None, geonames: int | None
) -> Iterator[Quad]:
    """Coordinates (degrees, WGS84) and the GeoNames node."""
    if latitude is not None and longitude is not None:
        yield quad(here, "geo:lat", float(latitude))
        yield quad(here, "geo:long", float(longitude))
    if geonames is not None:
        yield quad(here, "owl:sameAs", NamedNode(GEONAMES.format(geonames)))


@lru_cache(maxsize=1024)
def party_reference(code: str) -> Reference:
    """A state or inter-governmental body with its name, code and place on the map."""
    here = terms.party(code)
    kinds = ("kg:Body", "schema:Organization") if code in vocab.BODIES else ("kg:State", "schema:Country")
    facts = [quad(here, "rdf:type", iri(kind)) for kind in kinds]
    facts.append(quad(here, "kg:code", code))
    return Reference(here, (*facts, *named(here, code)))


def named(here: NamedNode, code: str) -> Iterator[Quad]:
    """What the reference tables know about a code; the code itself as its name where they know nothing."""
    from kg import reference
    from kg.errors import NotFound

    try:
        found = reference.party(code)
    except (NotFound, KeyError):
        yield quad(here, "rdfs:label", code)
        return
    yield quad(here, "rdfs:label", found.name)
    yield from location(here, found.latitude, found.longitude, found.geonames)


@lru_cache(maxsize=64)
def code_reference(scheme: OneOf["plover", "cameo"], code: str) -> Reference:
    """A concept of the PLOVER or CAMEO scheme.

    >>> code_reference("cameo", "041").node.value
    'https://kg.example/cameo/041'
    """
    here = node(scheme, code)
    facts = (
        quad(here, "rdf:type", iri("skos:Concept")),
        quad(here, "skos:inScheme", node(scheme)),
        quad(here, "skos:notation", code),
        quad(here, "skos:prefLabel", NAMES[code]),
    )
    return Reference(here, facts)
