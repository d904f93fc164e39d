"""What the page holds, as one JSON value: tables of the picture and a pyvis network for each view.

The tables refer to each other by position, which keeps 5,000 nodes and their evidence within the
page's budget; `kg/network/assets/js/model.js` reads them back.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from kg.network.graph import officials_view, states_view
from kg.network.layout import communities, positions
from kg.network.rows import short
from kg.vocab import BASE, party

if TYPE_CHECKING:
    import networkx as nx

VIEWS = ("states", "officials", "events")
# The shape says what a node is, so that colour is never needed for it.
SHAPES = {
    "official": "dot", "state": "dot", "body": "hexagon", "place": "triangleDown",
    "meeting": "diamond", "call": "star", "visit": "triangle", "agreement": "square",
}  # fmt: skip
# vis-network draws straight edges several times faster than curved ones, and neither edges while moving.
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False, "solver": "forceAtlas2Based", "stabilization": False},
    "layout": {"improvedLayout": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
    "nodes": {"chosen": False, "borderWidth": 1.5},
    "interaction": {
        "hideEdgesOnDrag": False,
        "hover": True,
        "tooltipDelay": 10_000_000,
        "multiselect": False,
    },
}


def payload(graph: nx.MultiDiGraph, *, title: str, left_out: dict[str, int]) -> dict[str, Any]:
    """The whole content of the page; `graph` comes from `to_networkx(…, evidence=True)`."""
    tables = _Tables(graph)
    networks = {
        "states": _network(states_view(graph), tables, pairs=True),
        "officials": _network(officials := officials_view(graph), tables, pairs=True),
        "events": _network(_events_view(graph), tables, pairs=False),
    }
    return {
        "title": title,
        "base": BASE,
        "filters": graph.graph.get("filters", ""),
        "leftOut": left_out,
        "crowded": officials.graph["crowded"],
        "start": _start(graph, networks),
        **tables.content(),
        "networks": networks,
    }


def _start(graph: nx.MultiDiGraph, networks: dict[str, dict[str, Any]]) -> str:
    """The view to open with: the most detailed one that can still be read at one look."""
    if graph.number_of_nodes() <= 300:  # a screen holds about as many, with half of their labels
        return "events"
    return "officials" if len(networks["officials"]["nodes"]) <= 300 else "states"


def _events_view(graph: nx.MultiDiGraph) -> nx.Graph:
    """Officials, events, places, and states that took part without a named official."""
    import networkx as nx

    view = nx.Graph()
    for a, b, data in graph.edges(data=True):
        if data["type"] == "on-behalf-of":
            continue
        for iri in (a, b):
            view.add_node(iri, **graph.nodes[iri])
        event = b if data["type"] == "participation" else a
        view.add_edge(a, b, weight=1, events=(event,), type=data["type"])
    view.add_nodes_from((iri, data) for iri, data in graph.nodes(data=True) if data["type"] == "event")
    ordered = nx.Graph()
    ordered.add_nodes_from((iri, view.nodes[iri]) for iri in sorted(view))
    ordered.add_edges_from(sorted(view.edges(data=True), key=lambda edge: edge[:2]))
    return ordered


def _network(view: nx.Graph, tables: _Tables, *, pairs: bool) -> dict[str, Any]:
    """The nodes, edges and options of a pyvis network, as vis-network takes them."""
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    names = list(view)
    edges = [(a, b, float(data["weight"])) for a, b, data in view.edges(data=True)]
    sizes = [_size(view, iri) for iri in names]
    places = positions(names, edges, sizes)
    groups = communities(names, edges)
    net = Network(height="100%", width="100%")
    for iri, size in zip(names, sizes, strict=True):
        data = view.nodes[iri]
        x, y = places[iri]
        kind = data["kind"] if data["type"] == "event" else data["type"]
        node = Node(
            short(iri),
            SHAPES.get(kind, "dot"),
            data.get("code") or data["label"],
            x=x,
            y=y,
            size=size,
            c=groups[iri],
        )
        net.nodes.append(node.options)
    # The lists are filled directly: Network.add_edge compares each new edge with all there are.
    for a, b, data in view.edges(data=True):
        # A line between an event and who took part in it, the most frequent, says no more than its ends.
        more = {"events": tables.numbers(data["events"])} if pairs else {"type": data["type"]}
        if data.get("type") == "participation":
            del more["type"]
        net.edges.append(Edge(short(a), short(b), **more).options)
    net.set_options(json.dumps(OPTIONS))
    nodes, links, _, _, _, options = net.get_network_data()
    return {"nodes": nodes, "edges": links, "options": json.loads(options)}


def _size(view: nx.Graph, iri: str) -> int:
    """A node's radius in canvas units: the area grows with what it is linked to."""
    kind, degree = view.nodes[iri]["type"], float(view.degree(iri, weight="weight"))
    if kind == "event":
        return round(8 + min(6.0, 2 * math.sqrt(view.nodes[iri]["articles"])))
    least, most = {"state": (17, 34), "body": (17, 34), "official": (9, 24), "place": (8, 18)}[kind]
    return round(min(float(most), least + 2.2 * math.sqrt(degree)))


class _Tables:
    """Officials, states, events, places and articles, each by its position in a list."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.graph = graph
        by_type: dict[str, list[str]] = {}
        for iri, data in graph.nodes(data=True):
            by_type.setdefault(data["type"], []).append(iri)
        self.states = sorted(by_type.get("state", []) + by_type.get("body", []))
        self.officials = sorted(by_type.get("official", []))
        self.places = sorted(by_type.get("place", []))
        self.events = sorted(
            by_type.get("event", []), key=lambda iri: (graph.nodes[iri].get("begin") or "9999", iri)
        )
        self.articles = sorted(graph.graph.get("articles", {}))
        publishers = {data.get("publisher") or "" for data in graph.graph.get("articles", {}).values()}
        self.publishers = sorted(publishers)
        lists = (self.states, self.officials, self.places, self.events, self.articles)
        self.index = {iri: number for each in lists for number, iri in enumerate(each)}

    def numbers(self, iris: tuple[str, ...]) -> list[int]:
        """Positions of events, ascending: in order of time."""
        return sorted(self.index[iri] for iri in iris)

    def content(self) -> dict[str, Any]:
        """The tables, without the keys that hold nothing."""
        return {
            "publishers": self.publishers,
            "articles": [self._article(iri) for iri in self.articles],
            "states": [self._node(iri, "code", "type") for iri in self.states],
            "officials": [self._official(iri) for iri in self.officials],
            "places": [self._place(iri) for iri in self.places],
            "events": [self._event(iri) for iri in self.events],
        }

    def _node(self, iri: str, *names: str) -> dict[str, Any]:
        data = self.graph.nodes[iri]
        found = {"id": short(iri), "label": data["label"]}
        return found | {name: data[name] for name in names if data.get(name) not in (None, "", (), [])}

    def _article(self, iri: str) -> list[Any]:
        data = self.graph.graph["articles"][iri]
        publisher = self.publishers.index(data.get("publisher") or "")
        return [short(iri), data.get("title"), publisher, data.get("date"), data.get("url")]

    def _state(self, code: str | None) -> int | None:
        return None if code is None else self.index.get(party(code))

    def _official(self, iri: str) -> dict[str, Any]:
        found = self._node(iri, "articles", "names")
        found["state"] = self._state(self.graph.nodes[iri]["state"])
        found["posts"] = [self._post(post) for post in self.graph.nodes[iri]["posts"]]
        return found

    def _post(self, post: dict[str, Any]) -> dict[str, Any]:
        found = {name: post[name] for name in ("role", "from", "to", "former", "articles") if post[name]}
        if post["state"]:
            found["state"] = post["state"]
        if post["evidence"]:
            role = post["role"].casefold()
            best = max(post["evidence"], key=lambda each: (role in each[2].casefold(), len(each[2])))
            found["quotes"] = self._quotes((best,))
        return found

    def _place(self, iri: str) -> dict[str, Any]:
        found = self._node(iri, "lat", "long")
        found["state"] = self.graph.nodes[iri]["state"]
        return found

    def _event(self, iri: str) -> dict[str, Any]:
        data = self.graph.nodes[iri]
        found = self._node(
            iri, "kind", "status", "mode", "begin", "end", "edtf", "topic", "confidence", "articles"
        )
        found["parties"] = [number for code in data["parties"] if (number := self._state(code)) is not None]
        found["parts"] = self._parts(iri)
        found["places"] = sorted(self._linked(iri, "held-at"))
        found["partOf"] = sorted(self._linked(iri, "part-of"))
        found["disagrees"] = list(data["disagrees_on"])
        found["stated"] = self._stated(data)
        found["quotes"] = self._quotes(data.get("evidence", ()))
        return {name: value for name, value in found.items() if value not in ([], None)}

    def _stated(self, event: dict[str, Any]) -> list[list[Any]]:
        """[property, value, number of articles, articles] where articles say different things, as they came out."""
        # The statuses are a life (planned, then cancelled); other values are told where they are at odds.
        values = Counter(
            name for name, _, _, _ in event["stated"] if name in ("status", *event["disagrees_on"])
        )
        told = [
            [name, value, count, [self.index[iri] for iri in sources if iri in self.index]]
            for name, value, count, sources in event["stated"]
            if values[name] > 1
        ]
        return sorted(told, key=lambda row: (row[0], min(map(self._day, row[3]), default=""), row[1]))

    def _day(self, article: int) -> str:
        return self.graph.graph["articles"][self.articles[article]].get("date") or ""

    def _parts(self, iri: str) -> list[list[Any]]:
        """[official or null, state or null, capacity, role] of each participation."""
        found = []
        for who, _, data in self.graph.in_edges(iri, data=True):
            if data["type"] == "participation":
                official = self.index[who] if self.graph.nodes[who]["type"] == "official" else None
                found.append([official, self._state(data["state"]), data["capacity"], data["role"]])
        return sorted(found, key=lambda part: (part[1] is None, part[1], part[0] is None, part[0], part[2]))

    def _linked(self, iri: str, kind: str) -> set[int]:
        return {
            self.index[other]
            for _, other, data in self.graph.out_edges(iri, data=True)
            if data["type"] == kind
        }

    def _quotes(self, evidence: tuple[tuple[str, int, str], ...]) -> list[list[Any]]:
        return [[self.index[article], start, exact] for article, start, exact in evidence]
