"""The picture as a networkx graph, and the two views derived from it.

Nodes are IRIs with a `type`: "official", "state", "body", "event" or "place". Edges have a `type`:
"participation" (official or state → event), "on-behalf-of" (official → state), "held-at" (event →
place), "part-of" (event → event). networkx is imported on use.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from kg.network import rows
from kg.network.filters import Filters
from kg.network.rows import Asked, Things
from kg.vocab import BASE, party

if TYPE_CHECKING:
    import networkx as nx

PEOPLE_EVENTS_LIMIT = 40  # a summit of 40 alone gives 780 pairs; larger ones would bury all other lines


def to_networkx(store: Asked, *, filters: Filters | None = None, evidence: bool = False) -> nx.MultiDiGraph:
    """The events that pass the filters, with everybody and everything they touch.

    With `evidence`, event nodes also carry `evidence` (tuples of article IRI, first character, words)
    and `claims`, and the graph's own attribute `articles` tells title, publisher, date and url of
    each article. Without filters, officials, states and places without an event are left out too.
    """
    import networkx as nx

    chosen = filters or Filters()
    reader = _Reader(store, evidence=evidence or bool(chosen.text))
    graph = nx.MultiDiGraph(filters=chosen.describe())
    for iri, event in reader.events.items():
        if reader.passes(iri, event, chosen):
            graph.add_node(iri, **reader.event(iri, event, evidence=evidence))
    kept = [iri for iri, data in graph.nodes(data=True) if data.get("type") == "event"]
    for iri in kept:
        reader.add_edges(graph, iri)
    if evidence:
        used = {article for iri in kept for article, _, _ in graph.nodes[iri]["evidence"]}
        used |= {
            article
            for _, data in graph.nodes(data=True)
            for post in data.get("posts", ())
            for article, _, _ in post["evidence"]
        }
        graph.graph["articles"] = {iri: reader.article(iri) for iri in sorted(used)}
    return graph


def states_view(graph: nx.MultiDiGraph) -> nx.Graph:
    """States and bodies, an edge for each pair that shares events: `events` names them, `weight` is
    their number.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> g.add_node("e", type="event", parties=("JP", "KR"))
    >>> g.add_node("https://kg.example/state/KR", type="state"); g.add_node("https://kg.example/state/JP", type="state")
    >>> [(a[-2:], b[-2:], w) for a, b, w in states_view(g).edges(data="weight")]
    [('JP', 'KR', 1)]
    """
    groups = {
        iri: [party(code) for code in data["parties"]]
        for iri, data in graph.nodes(data=True)
        if data.get("type") == "event"
    }
    return _pairs(graph, ("state", "body"), groups)


def officials_view(graph: nx.MultiDiGraph) -> nx.Graph:
    """Officials, an edge for each pair who took part in the same `events`; `weight` is their number.

    An event with more than `PEOPLE_EVENTS_LIMIT` people links nobody; `graph["crowded"]` counts those.
    """
    groups: dict[str, list[str]] = {}
    for source, event, kind in graph.edges(data="type"):
        if kind == "participation" and graph.nodes[source]["type"] == "official":
            groups.setdefault(event, []).append(source)
    small = {
        event: sorted(set(people))
        for event, people in groups.items()
        if len(set(people)) <= PEOPLE_EVENTS_LIMIT
    }
    view = _pairs(graph, ("official",), small)
    view.graph["crowded"] = len(groups) - len(small)
    return view


def _pairs(graph: nx.MultiDiGraph, types: tuple[str, ...], groups: dict[str, list[str]]) -> nx.Graph:
    import networkx as nx

    view = nx.Graph()
    for iri in sorted(graph):
        if graph.nodes[iri].get("type") in types:
            view.add_node(iri, **graph.nodes[iri])
    shared: dict[tuple[str, str], list[str]] = {}
    for event in sorted(groups):
        for pair in combinations(sorted(set(groups[event])), 2):
            shared.setdefault(pair, []).append(event)
    for (a, b), events in sorted(shared.items()):
        if a in view and b in view:
            view.add_edge(a, b, weight=len(events), events=tuple(events))
    return view


class _Reader:
    """All tables of the picture in memory: 5,000 nodes take a fraction of a second to read."""

    def __init__(self, store: Asked, *, evidence: bool) -> None:
        self.states: Things = rows.things(store, "kg:State")
        self.bodies: Things = rows.things(store, "kg:Body")
        self.officials: Things = rows.things(store, "kg:Official")
        self.posts: Things = rows.things(store, "kg:Tenure")
        self.places: Things = rows.things(store, "kg:Place")
        self.events: Things = rows.things(store, "kg:Event")
        self.values: Things = rows.things(store, "kg:StatedValue")
        self.parts: dict[str, list[dict[str, list[str]]]] = {}
        for part in rows.things(store, "kg:Participation").values():
            self.parts.setdefault(rows.one(part, "event") or "", []).append(part)
        self.articles: Things = {}
        self.event_quotes: dict[str, list[tuple[str, int, str]]] = {}
        self.post_quotes: dict[str, list[tuple[str, int, str]]] = {}
        if evidence:
            self.articles = rows.articles(store)
            self.event_quotes = rows.quotes(store, "kg:EventClaim")
            self.post_quotes = rows.quotes(store, "kg:OfficialClaim")

    def passes(self, iri: str, event: dict[str, list[str]], filters: Filters) -> bool:
        if filters == Filters():
            return True
        officials = rows.locals_of(event, "hasActor")
        return filters.keeps(self.event(iri, event), officials=officials, text=self._text(iri, event))

    def _text(self, iri: str, event: dict[str, list[str]]) -> str:
        """What the page searches as well: label, topic, names of people, parties and place, quotes."""
        near = [*event.get("hasActor", ()), *event.get("party", ()), *event.get("hasPlace", ())]
        tables = (self.officials, self.states, self.bodies, self.places)
        names = [
            rows.one(table[other], "label") or "" for other in near for table in tables if other in table
        ]
        words = [
            words for claim in event.get("claim", ()) for _, _, words in self.event_quotes.get(claim, ())
        ]
        return "\n".join([rows.one(event, "label") or "", rows.one(event, "topic") or "", *names, *words])

    def event(self, iri: str, event: dict[str, list[str]], *, evidence: bool = False) -> dict[str, Any]:
        """The attributes of an event's node."""
        data: dict[str, Any] = {
            "type": "event",
            "label": rows.one(event, "label") or rows.local(iri),
            "kind": rows.local(rows.one(event, "kind") or "").lower(),
            "status": rows.local(rows.one(event, "status") or "held"),
            "mode": rows.local(rows.one(event, "mode") or ""),
            "begin": rows.one(event, "begin"),
            "end": rows.one(event, "end"),
            "edtf": rows.one(event, "edtf"),
            "topic": rows.one(event, "topic"),
            "confidence": rows.number(event, "confidence"),
            "articles": rows.count(event, "articles"),
            "parties": rows.locals_of(event, "party"),
            "disagrees_on": tuple(event.get("disagreesOn", ())),
            "stated": self._stated(event),
        }
        if evidence:
            found = {quote for claim in event.get("claim", ()) for quote in self.event_quotes.get(claim, ())}
            data["evidence"] = tuple(sorted(found))
        return data

    def _stated(self, event: dict[str, list[str]]) -> tuple[tuple[str, str, int, tuple[str, ...]], ...]:
        """(property, value, number of articles, article IRIs) of every value that articles state."""
        found = []
        for iri in event.get("statedValue", ()):
            value = self.values.get(iri, {})
            sources = tuple(sorted({claim.split("/event/")[0] for claim in value.get("claim", ())}))
            stated = rows.one(value, "value") or ""
            if stated.startswith(BASE):  # a status or a place by its IRI; an interval ("…/…") is no IRI
                stated = rows.local(stated)
            found.append(
                (
                    rows.one(value, "property") or "",
                    stated,
                    rows.count(value, "articles"),
                    sources,
                )
            )
        return tuple(sorted(found))

    def add_edges(self, graph: nx.MultiDiGraph, iri: str) -> None:
        event = self.events[iri]
        for state in event.get("party", ()):
            self._add_party(graph, state)
        for part in self.parts.get(iri, ()):
            self._add_part(graph, iri, part)
        for place in event.get("hasPlace", ()):
            self._add_place(graph, place)
            graph.add_edge(iri, place, key="held-at", type="held-at")
        for whole in event.get("partOf", ()):
            if whole in graph:
                graph.add_edge(iri, whole, key="part-of", type="part-of")

    def _add_part(self, graph: nx.MultiDiGraph, event: str, part: dict[str, list[str]]) -> None:
        official, state = rows.one(part, "official"), rows.one(part, "onBehalfOf")
        if state:
            self._add_party(graph, state)
        who = official or state
        if not who:
            return
        if official:
            self._add_official(graph, official)
        if official and state:
            if not graph.has_edge(official, state, "on-behalf-of"):
                graph.add_edge(official, state, key="on-behalf-of", type="on-behalf-of", events=0)
            graph.edges[official, state, "on-behalf-of"]["events"] += 1
        data = {
            "state": rows.code(state) if state else None,
            "capacity": rows.local(rows.one(part, "capacity") or "participant"),
            "role": rows.one(part, "role"),
            "articles": rows.count(part, "articles"),
        }
        key = f"participation {data['state'] or ''} {data['capacity']}"
        graph.add_edge(who, event, key=key, type="participation", **data)

    def _add_party(self, graph: nx.MultiDiGraph, iri: str) -> None:
        if iri in graph:
            return
        data = self.states.get(iri) or self.bodies.get(iri) or {}
        kind = "body" if iri.startswith(BASE + "body/") else "state"
        graph.add_node(iri, type=kind, label=rows.one(data, "label") or rows.code(iri), code=rows.code(iri))

    def _add_official(self, graph: nx.MultiDiGraph, iri: str) -> None:
        if iri in graph:
            return
        data = self.officials.get(iri, {})
        state = rows.one(data, "party")
        label = rows.one(data, "label") or rows.local(iri)
        graph.add_node(
            iri,
            type="official",
            label=label,
            names=tuple(name for name in data.get("alternateName", ()) if name != label),
            state=rows.code(state) if state else None,
            articles=rows.count(data, "articles"),
            posts=self._posts(data),
        )

    def _posts(self, official: dict[str, list[str]]) -> tuple[dict[str, Any], ...]:
        found = []
        for iri in official.get("hasMembership", ()):
            post = self.posts.get(iri, {})
            state = rows.one(post, "organization")
            said = {quote for claim in post.get("claim", ()) for quote in self.post_quotes.get(claim, ())}
            found.append({
                "role": rows.one(post, "role") or rows.one(post, "office") or "",
                "office": rows.one(post, "office"),
                "state": rows.code(state) if state else None,
                "from": rows.one(post, "attestedFrom"),
                "to": rows.one(post, "attestedTo"),
                "former": rows.one(post, "former") == "true",
                "articles": rows.count(post, "articles"),
                "evidence": tuple(sorted(said)),
            })  # fmt: skip
        return tuple(sorted(found, key=lambda post: (post["from"] or "", post["role"], post["state"] or "")))

    def _add_place(self, graph: nx.MultiDiGraph, iri: str) -> None:
        if iri in graph:
            return
        data = self.places.get(iri, {})
        state = rows.one(data, "inState")
        graph.add_node(
            iri,
            type="place",
            label=rows.one(data, "label") or rows.local(iri),
            state=rows.code(state) if state else None,
            lat=rows.number(data, "lat"),
            long=rows.number(data, "long"),
        )

    def article(self, iri: str) -> dict[str, str | None]:
        """Title, publisher, day and address of an article."""
        data = self.articles.get(iri, {})
        return {name: rows.one(data, name) for name in ("title", "publisher", "date", "url")}
