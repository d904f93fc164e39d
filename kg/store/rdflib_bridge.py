"""The same data for rdflib: live over Oxigraph through oxrdflib, over a server through SPARQLStore."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg import vocab
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore

if TYPE_CHECKING:
    import rdflib

    from kg.store.remote import RemoteStore


def to_rdflib(store: Store) -> rdflib.Dataset:
    """A live `rdflib.Dataset` over the store, with our prefixes; the picture is its default graph.

    What rdflib code adds or removes goes straight into the store, past every check. Over a server the
    dataset reads only, and any blank node is refused.

    >>> from kg.store import open_store
    >>> len(to_rdflib(open_store()).graph("https://kg.example/judgements"))
    0
    """
    import rdflib

    dataset = rdflib.Dataset(store=rdflib_store(store))
    for prefix, iri in vocab.PREFIXES.items():
        dataset.bind(prefix, iri, override=True, replace=True)
    return dataset


def rdflib_store(store: Store) -> Any:
    """rdflib's own kind of store over ours."""
    if isinstance(store, EmbeddedStore):
        from oxrdflib import OxigraphStore

        return OxigraphStore(store=store.raw)
    from kg.store.remote import RemoteStore

    if isinstance(store, RemoteStore):
        return server_store(store)
    raise TypeError(f"no rdflib store for {type(store).__name__}")


def server_store(store: RemoteStore) -> Any:
    """rdflib's SPARQLStore, with the picture as its default graph (rdflib asks for one that no server has)."""
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    picture = store.endpoints.picture or None

    class Server(SPARQLStore):
        def _is_contextual(self, graph: Any) -> bool:  # type: ignore[override]
            return str(graph) != str(DATASET_DEFAULT_GRAPH_ID) and bool(super()._is_contextual(graph))

        def _query(self, *args: Any, **kwargs: Any) -> Any:
            return super()._query(
                *args, **{**kwargs, "default_graph": kwargs.get("default_graph") or picture}
            )

    if (
        picture
    ):  # Virtuoso: its endpoint with access wants a digest, which rdflib cannot give; the open one reads
        return Server(store.address, context_aware=True)
    return Server(store.endpoints.query, context_aware=True, auth=store.endpoints.basic)


def to_rdflib_graph(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """Quads as one rdflib graph in memory, graph names left out."""
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((to_term(quad.subject), to_term(quad.predicate), to_term(quad.object)))
    return graph


def to_term(term: object) -> Any:
    """A pyoxigraph term as rdflib's.

    >>> to_term(ox.NamedNode("https://kg.example/ns#held"))
    rdflib.term.URIRef('https://kg.example/ns#held')
    """
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == vocab.PREFIXES["xsd"] + "string":
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    raise TypeError(f"rdflib has no term like {term}")
