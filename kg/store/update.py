"""Changes as SPARQL 1.1 Update: one request that drops, removes and adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.store.terms import GraphName


def update_text(
    *,
    add: Iterable[Quad] = (),
    remove: Iterable[Quad] = (),
    drop_graphs: Iterable[NamedNode] = (),
    picture: NamedNode | None = None,
) -> str:
    """One SPARQL update that drops graphs, then removes, then adds; empty when there is nothing to do.

    `picture` names the graph that stands for the default graph, on servers that have none.

    >>> from kg.store.terms import node, quad
    >>> update_text(drop_graphs=[node("article", "a")])
    'DROP SILENT GRAPH <https://kg.example/article/a>'
    """
    parts = [f"DROP SILENT GRAPH {graph}" for graph in drop_graphs]
    for verb, quads in (("DELETE DATA", remove), ("INSERT DATA", add)):
        body = "".join(blocks(quads, picture))
        if body:
            parts.append(f"{verb} {{\n{body}}}")
    return " ;\n".join(parts)


def blocks(quads: Iterable[Quad], picture: NamedNode | None) -> Iterator[str]:
    """The quads as triples in GRAPH blocks, one per graph."""
    by_graph: dict[GraphName, list[str]] = {}
    for quad in quads:
        by_graph.setdefault(quad.graph_name, []).append(f"{quad.subject} {quad.predicate} {quad.object} .\n")
    for graph, lines in by_graph.items():
        name = picture if isinstance(graph, DefaultGraph) else graph
        body = "".join(lines)
        yield body if name is None else f"GRAPH {name} {{\n{body}}}\n"
