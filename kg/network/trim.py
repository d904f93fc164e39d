"""Keeps a network to a number of nodes, and says what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def trim(graph: nx.MultiDiGraph, max_nodes: int) -> tuple[nx.MultiDiGraph, dict[str, int]]:
    """The events with most articles behind them (then the latest), each with all it touches, as long
    as `max_nodes` nodes are enough; and how many nodes of each type were left out.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> g.add_node("e1", type="event", articles=1, begin=None); g.add_node("e2", type="event", articles=2, begin=None)
    >>> trim(g, 1)[1], sorted(trim(g, 1)[0])
    ({'event': 1}, ['e2'])
    """
    if graph.number_of_nodes() <= max_nodes:
        return graph, {}
    events = [iri for iri, data in graph.nodes(data=True) if data["type"] == "event"]
    events.sort(
        key=lambda iri: (graph.nodes[iri]["articles"], graph.nodes[iri].get("begin") or "", iri), reverse=True
    )
    kept: set[str] = set()
    for event in events:
        wanted = {event, *_touched(graph, event)}
        if len(kept | wanted) <= max_nodes:
            kept |= wanted
    left_out: dict[str, int] = {}
    for iri, data in graph.nodes(data=True):
        if iri not in kept:
            left_out[data["type"]] = left_out.get(data["type"], 0) + 1
    return _only(graph, kept), left_out


def _only(graph: nx.MultiDiGraph, kept: set[str]) -> nx.MultiDiGraph:
    """Some nodes and the edges between them, in the graph's own order.

    `graph.subgraph` gives a small part in the order of a set, another in each process.
    """
    import networkx as nx

    part = nx.MultiDiGraph(**graph.graph)
    part.add_nodes_from((iri, data) for iri, data in graph.nodes(data=True) if iri in kept)
    edges = graph.edges(keys=True, data=True)
    part.add_edges_from(edge for edge in edges if edge[0] in kept and edge[1] in kept)
    return part


def _touched(graph: nx.MultiDiGraph, event: str) -> set[str]:
    """Who took part, for whom, and where; not the events it belongs to."""
    from kg.vocab import party

    found = {iri for iri in graph.predecessors(event) if graph.nodes[iri]["type"] != "event"}
    found |= {iri for iri in graph.successors(event) if graph.nodes[iri]["type"] == "place"}
    states = {data["state"] for _, _, data in graph.in_edges(event, data=True) if data.get("state")}
    wanted = {party(code) for code in states | set(graph.nodes[event].get("parties", ()))}
    return found | {iri for iri in wanted if iri in graph}
