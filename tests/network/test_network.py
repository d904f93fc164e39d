"""The graph, its views and what a page is made of: everything that needs no browser."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.network import Filters, Inline, officials_view, page, render, states_view, to_networkx
from kg.network import page as page_function
from kg.network.bundle import bundle
from kg.network.graph import PEOPLE_EVENTS_LIMIT
from kg.network.layout import communities, positions
from kg.network.outlines import compact
from kg.network.trim import trim
from kg.resolve import update
from kg.store import open_store
from kg.vocab import BASE
from tests.network import synthetic
from tests.world import world

ASSETS = Path(page_function.__globals__["__file__"]).parent / "assets"
HEAD = f"PREFIX kg: <{BASE}ns#> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> "


@pytest.fixture(scope="module")
def graph(store: ox.Store) -> nx.MultiDiGraph:
    return to_networkx(store, evidence=True)


def ask(store: ox.Store, query: str) -> set[tuple[str, ...]]:
    rows: Any = store.query(HEAD + query)
    return {tuple(value.value for value in row) for row in rows}


def edges(graph: nx.MultiDiGraph, kind: str) -> set[tuple[str, str]]:
    return {(a, b) for a, b, of in graph.edges(data="type") if of == kind}


class Tags(HTMLParser):
    """The start tags of a page, and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs


def content(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    value: dict[str, Any] = json.loads(found[1])
    return value


def test_the_graph_holds_what_the_store_says(store: ox.Store, graph: nx.MultiDiGraph) -> None:
    assert {(iri,) for iri, kind in graph.nodes(data="type") if kind == "event"} == ask(
        store, "SELECT ?e { ?e a kg:Event }"
    )
    assert edges(graph, "held-at") == ask(store, "SELECT ?e ?p { ?e sem:hasPlace ?p }")
    assert edges(graph, "part-of") == ask(store, "SELECT ?e ?w { ?e kg:partOf ?w }")
    assert edges(graph, "on-behalf-of") == ask(store, "SELECT ?o ?s { ?p kg:official ?o ; kg:onBehalfOf ?s }")
    named = ask(store, "SELECT ?o ?e { ?p kg:official ?o ; kg:event ?e }")
    unnamed = ask(
        store, "SELECT ?s ?e { ?p kg:onBehalfOf ?s ; kg:event ?e FILTER NOT EXISTS { ?p kg:official ?o } }"
    )
    assert edges(graph, "participation") == named | unnamed


def test_nodes_tell_what_they_are(graph: nx.MultiDiGraph) -> None:
    official = graph.nodes[f"{BASE}official/person-3"]
    assert official["type"] == "official"
    assert official["posts"][0]["state"] == official["state"]
    event = next(data for _, data in graph.nodes(data=True) if data["type"] == "event" and data["begin"])
    assert event["kind"] in ("meeting", "call", "visit", "agreement")
    article, start, words = event["evidence"][0]
    assert graph.graph["articles"][article]["publisher"] in synthetic.OUTLETS
    assert (start, words[:13]) == (10, "The two sides")


def test_states_are_weighted_by_their_events(store: ox.Store, graph: nx.MultiDiGraph) -> None:
    view = states_view(graph)
    a, b, data = max(view.edges(data=True), key=lambda edge: edge[2]["weight"])
    assert {(event,) for event in data["events"]} == ask(
        store, f"SELECT ?e {{ ?e a kg:Event ; kg:party <{a}>, <{b}> }}"
    )
    assert data["weight"] == len(data["events"])


def test_officials_are_linked_by_their_events_but_not_by_a_crowd() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("talks", type="event")
    graph.add_node("summit", type="event")
    for number in range(PEOPLE_EVENTS_LIMIT + 1):
        graph.add_node(f"p{number}", type="official")
        graph.add_edge(f"p{number}", "summit", type="participation")
    graph.add_edge("p0", "talks", type="participation")
    graph.add_edge("p1", "talks", type="participation")
    view = officials_view(graph)
    assert list(view.edges(data="weight")) == [("p0", "p1", 1)]
    assert view.graph["crowded"] == 1


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        (Filters(states=("KR",)), f"SELECT ?e {{ ?e a kg:Event ; kg:party <{BASE}state/KR> }}"),
        (Filters(officials=("person-3", "person-4")), f"SELECT ?e {{ VALUES ?o {{ <{BASE}official/person-3> <{BASE}official/person-4> }} ?e sem:hasActor ?o }}"),
        (Filters(kinds=("call",)), "SELECT ?e { ?e kg:kind kg:Call }"),
        (Filters(statuses=("planned", "cancelled")), "SELECT ?e { VALUES ?s { kg:planned kg:cancelled } ?e kg:status ?s }"),
        (Filters(min_sources=3), "SELECT ?e { ?e a kg:Event ; kg:articles ?n FILTER(?n >= 3) }"),
        (Filters(since="2025-09", until="2025-10"), 'SELECT ?e { ?e kg:begin ?d FILTER(STR(?d) >= "2025-09" && STR(?d) < "2025-11") }'),
        (Filters(text="YOKOSUKA"), 'SELECT ?e { ?e a kg:Event ; <http://www.w3.org/2000/01/rdf-schema#label> ?l FILTER(CONTAINS(?l, "Yokosuka")) }'),
        (Filters(text="met hours fisheries"), "SELECT ?e { ?e a kg:Event }"),
    ],
    ids=lambda value: value.describe() if isinstance(value, Filters) else "",
)  # fmt: skip
def test_filters_keep_what_sparql_keeps(store: ox.Store, filters: Filters, query: str) -> None:
    kept = {(iri,) for iri, kind in to_networkx(store, filters=filters).nodes(data="type") if kind == "event"}
    expected = ask(store, query)
    assert expected
    assert kept == expected


@pytest.mark.parametrize("day", ["2026-1", "January", "2026-13", "2026-01-32", "26", "2026-01-30T10:00", ""])
def test_a_period_must_be_written_as_dates(day: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        Filters(since=day)


def test_unknown_kinds_are_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="use one of meeting, call, visit, agreement"):
        Filters(kinds=("party",))


def test_trimming_keeps_the_order_of_nodes_and_edges(graph: nx.MultiDiGraph) -> None:
    small, _ = trim(graph, 40)
    assert 0 < 2 * len(small) < len(graph)  # then networkx takes the order of a set
    assert list(small) == [iri for iri in graph if iri in small]
    assert list(small.edges(keys=True)) == [
        edge for edge in graph.edges(keys=True) if edge[0] in small and edge[1] in small
    ]
    assert small.graph == graph.graph


def test_trimming_keeps_the_best_told_events_and_says_what_went(graph: nx.MultiDiGraph) -> None:
    small, left_out = trim(graph, 40)
    assert small.number_of_nodes() <= 40
    assert sum(left_out.values()) == graph.number_of_nodes() - small.number_of_nodes()
    kept = [data["articles"] for _, data in small.nodes(data=True) if data["type"] == "event"]
    everything = sorted(
        (data["articles"] for _, data in graph.nodes(data=True) if data["type"] == "event"), reverse=True
    )
    assert kept and min(kept) >= everything[len(everything) // 2]


def test_positions_leave_room_and_do_not_depend_on_chance() -> None:
    rng = random.Random(5)  # noqa: S311
    nodes = [f"n{i}" for i in range(150)]
    links = [(rng.choice(nodes[:120]), rng.choice(nodes[:120]), 1.0) for _ in range(260)]
    state = random.getstate()
    places = positions(nodes, links)
    assert random.getstate() == state
    assert places == positions(nodes, links)
    points = list(places.values())
    gaps = [max(abs(x - u), abs(y - v)) for i, (x, y) in enumerate(points) for u, v in points[:i]]
    assert min(gaps) >= 20


def test_communities_find_the_two_cliques() -> None:
    nodes = [f"n{i}" for i in range(10)]
    links = [(a, b, 1.0) for group in (nodes[:6], nodes[6:]) for a in group for b in group if a < b]
    found = communities(nodes, [*links, ("n0", "n9", 1.0)])
    assert [found[node] for node in nodes] == [0] * 6 + [1] * 4


def test_the_same_picture_gives_the_same_bytes(store: ox.Store, tmp_path: Path) -> None:
    quads = list(store)
    random.Random(3).shuffle(quads)  # noqa: S311
    other = ox.Store()
    other.extend(quads)
    page(store, tmp_path / "a.html")
    page(other, tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_real_store_gives_a_page_with_its_evidence() -> None:
    with open_store() as real:
        update(real, added=world())
        data = content(render(real)[0])
    assert {official["label"] for official in data["officials"]} >= {
        "Ahn Gyu-back",
        "Shinjiro Koizumi",
        "Mark Rutte",
    }
    talks = next(event for event in data["events"] if event.get("disagrees"))
    assert [row[:2] for row in talks["stated"] if row[0] == "date"] == [
        ["date", "2026-01-30"],
        ["date", "2026-01-31"],
    ]
    assert "Ahn Gyu-back met Shinjiro Koizumi" in [quote[2] for quote in talks["quotes"]]
    assert all(event["quotes"] for event in data["events"])
    assert all(post["quotes"] for official in data["officials"] for post in official["posts"])


def test_the_page_stands_alone(store: ox.Store) -> None:
    html, report = render(store, title="Talks & <calls>")
    assert html.startswith("<!doctype html>")
    assert "<title>Talks &amp; &lt;calls&gt;</title>" in html
    tags = Tags(html)
    assert [value for name, value in tags.attributes if name in ("src", "href", "srcset", "action")] == [
        "data:,"
    ]
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert report.bytes == len(html.encode())
    assert report.bytes <= 1_200_000 + 250 * (report.nodes + report.edges)


def test_the_page_of_a_graph_is_the_page_of_its_store(store: ox.Store, graph: nx.MultiDiGraph) -> None:
    assert render(graph) == render(store)


def test_the_views_are_pyvis_networks(store: ox.Store, graph: nx.MultiDiGraph) -> None:
    networks = content(render(store)[0])["networks"]
    assert set(networks) == {"states", "officials", "events"}
    for network in networks.values():
        assert {"id", "label", "shape", "x", "y", "size"} <= set(network["nodes"][0])
        assert {"from", "to"} <= set(network["edges"][0])
        assert network["options"]["physics"]["enabled"] is False
    assert len(networks["states"]["edges"]) == states_view(graph).number_of_edges()


def test_the_start_view_fits_the_size() -> None:
    assert content(render(synthetic.store())[0])["start"] == "events"
    assert (
        content(render(synthetic.store(synthetic.Size(officials=150, events=180)))[0])["start"] == "officials"
    )
    assert (
        content(render(synthetic.store(synthetic.Size(officials=340, events=120, people_per_event=7)))[0])[
            "start"
        ]
        == "states"
    )


def test_an_empty_picture_gives_a_page(tmp_path: Path) -> None:
    report = page(ox.Store(), tmp_path / "empty.html")
    assert (report.nodes, report.edges, report.start) == (0, 0, "events")


def test_the_report_says_what_was_left_out(store: ox.Store) -> None:
    html, report = render(store, filters=Filters(kinds=("meeting",)), max_nodes=30)
    assert report.filters == "kinds meeting"
    lines = str(report).splitlines()
    assert lines[1] == "filters: kinds meeting"
    assert lines[2].startswith(
        f"left out to stay within the number of nodes: {report.left_out['event']} events"
    )
    assert content(html)["leftOut"] == report.left_out


def test_hostile_text_cannot_leave_its_place() -> None:
    names = (
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "\u2028\u2029",
        '"><img src=x onerror=alert(1)>',
    )
    html, _ = render(synthetic.store(names=names), title=names[0])
    plain = Tags(render(synthetic.store())[0])
    assert Tags(html).names == plain.names
    assert {event["label"] for event in content(html)["events"]} >= set(names)


def test_a_notebook_shows_the_page_in_a_frame(store: ox.Store) -> None:
    frame = Inline(*render(store))._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts allow-popups allow-downloads"')
    assert "<script" not in frame
    assert 'srcdoc="&lt;!doctype html&gt;' in frame


def test_modules_that_cannot_be_joined_are_refused() -> None:
    with pytest.raises(ValueError, match=r"a\.js: cannot join this line: export default 1"):
        bundle({"a": "export default 1;"}, "a")
    circle = {
        "a": 'import { b } from "./b.js";\nexport const a = 1;',
        "b": 'import { a } from "./a.js";\nexport const b = 1;',
    }
    with pytest.raises(ValueError, match="a → b → a"):
        bundle(circle, "a")


def test_scripts_build_no_html_from_text() -> None:
    for path in sorted((ASSETS / "js").glob("*.js")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bfetch\(|XMLHttpRequest",
            text,
        ), path.name
        assert len(text.splitlines()) < 400, path.name


def test_outlines_are_of_states_with_codes() -> None:
    world = json.loads((ASSETS / "world.json").read_text(encoding="utf-8"))
    codes = [code for code, _ in world["states"]]
    assert {"KR", "JP", "FR", "XK", "PS"} <= set(codes)
    assert "AQ" not in codes
    arcs = len(world["arcs"])
    assert all(-arcs <= arc < arcs for _, rings in world["states"] for ring in rings for arc in ring)
    assert (ASSETS / "world.json").stat().st_size < 60_000


def test_outlines_far_south_are_left_out() -> None:
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, -90]},
        "arcs": [[[0, 0], [2, 0], [0, 2], [-2, -2]], [[0, 80], [2, 0], [0, 2], [-2, -2]]],
        "objects": {"countries": {"geometries": [
            {"type": "Polygon", "id": "010", "arcs": [[0]], "properties": {}},
            {"type": "MultiPolygon", "arcs": [[[1]]], "properties": {"name": "Kosovo"}},
        ]}},
    }  # fmt: skip
    assert [code for code, _ in compact(topology, {"010": "AQ"})["states"]] == ["XK"]


def test_the_script_passes_its_own_tests() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    files = sorted(str(path) for path in (Path(__file__).parent / "js").glob("*.test.mjs"))
    done = subprocess.run([node, "--test", *files], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert re.search(r"pass [1-9]\d", done.stdout)
