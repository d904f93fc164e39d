"""The Python API on the small world."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg import KnowledgeGraph
from kg.errors import JudgementError, NotFound, StoreError, UsageError
from kg.export import Filters as ExportFilters
from kg.network import Filters
from kg.resolve import update
from tests.world import world


@pytest.fixture
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph(":memory:") as graph:
        update(graph.writable, added=world())
        yield graph


@pytest.fixture
def on_disk(tmp_path: Path) -> Path:
    with KnowledgeGraph(tmp_path / "store") as graph:
        update(graph.writable, added=world())
    return tmp_path / "store"


def test_query_and_show_and_path(graph: KnowledgeGraph) -> None:
    assert {row["name"] for row in graph.query("who-met", "Ahn")} == {"Shinjiro Koizumi", "Pete Hegseth"}
    assert bool(graph.query("ASK { ?e kg:status kg:cancelled }"))
    assert graph.show("Koizumi").kind == "official"
    assert len(graph.path("Ahn", "Rutte").steps) == 2
    assert graph.stats().total_events == 4


def test_every_command_that_needs_a_store_is_a_method() -> None:
    from kg.cli.root import COMMANDS

    methods = {name.rstrip("_") for name in dir(KnowledgeGraph)}
    assert set(COMMANDS) - methods == {"extract", "evaluate"}


def test_calendar_and_timeline(graph: KnowledgeGraph, tmp_path: Path) -> None:
    import icalendar

    data = graph.calendar(tmp_path / "meetings.ics")
    assert (tmp_path / "meetings.ics").read_bytes() == data
    found = icalendar.Calendar.from_ical(data)
    days = {row[0] for row in graph.timeline()}
    assert 0 < len(found.walk("VEVENT")) <= len(graph.timeline())
    assert all(row[0] in days for row in graph.timeline(period="2026"))


def test_a_table_of_events(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "trips.csv").write_text("who,to,from,until\nMarie Bjerre,Latvia,2025-10-06,2025-10-07\n")
    (tmp_path / "trips.toml").write_text(
        '[columns]\nperson = "who"\nto = "to"\nbegin = "from"\nend = "until"\n[fixed]\nstate = "DK"\n'
    )
    done = graph.structured("travel", tmp_path / "trips.csv", mapping=tmp_path / "trips.toml")
    assert (done.added, done.failures) == (1, ())
    assert "Marie Bjerre" in str(graph.timeline(period="2025-10"))


def test_a_graph_in_memory_is_not_served(graph: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="in memory"):
        graph.serve()


def test_networkx(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert sum(kind == "event" for _, kind in network.nodes(data="type")) == 4
    japan = graph.to_networkx(filters=Filters(states=("Japan",), officials=("Rutte",)))
    assert [label for _, label in japan.nodes(data="label") if "Brussels" in label and "Meeting" in label]


def test_rdflib_sees_picture_and_claims(graph: KnowledgeGraph) -> None:
    dataset = graph.to_rdflib()
    assert isinstance(dataset, rdflib.Dataset)
    assert len(list(dataset.query("SELECT ?e { ?e a kg:Event }"))) == 4
    assert len(list(dataset.query("SELECT ?g { GRAPH ?g { ?a a schema:NewsArticle } }"))) == 5


def test_export_to_stream_and_file(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.export(tmp_path / "graph.nq")
    quads = set(ox.parse((tmp_path / "graph.nq").read_bytes(), ox.RdfFormat.N_QUADS))
    assert len(quads) == graph.store.count()
    graph.export(
        stream := BytesIO(), format="ntriples", filters=ExportFilters(state=("NATO",), period="2026-03")
    )
    assert b"rutte" in stream.getvalue()
    assert b"ahn-gyu-back" not in stream.getvalue()
    with pytest.raises(UsageError):
        graph.export(tmp_path / "graph.xyz")


@pytest.mark.parametrize("suffix", ["nq", "trig"])
def test_an_export_taken_back_gives_the_same_bytes(on_disk: Path, tmp_path: Path, suffix: str) -> None:
    first, again = tmp_path / f"graph.{suffix}", tmp_path / f"again.{suffix}"
    with KnowledgeGraph(on_disk) as graph:
        one, other = (claim.short for claim in graph.claims("Koizumi")[:2])
        graph.split(one, other)
        graph.export(first)
    with KnowledgeGraph(tmp_path / "other") as taken:
        assert (taken.import_(first).articles, taken.import_(first).known) == (5, 5)
        taken.export(again)
        assert taken.judgements() == graph.judgements() != {}
    assert again.read_bytes() == first.read_bytes()


def test_page_to_file_and_inline(graph: KnowledgeGraph, tmp_path: Path) -> None:
    report = graph.graph(tmp_path / "page.html", filters=Filters(states=("KR",)))
    assert report.events == 2
    assert "<script" in (tmp_path / "page.html").read_text()
    assert "<iframe" in graph.graph()._repr_html_()
    with pytest.raises(NotFound):
        graph.graph(tmp_path / "page.html", filters=Filters(states=("Atlantis",)))


def test_validates(graph: KnowledgeGraph) -> None:
    assert graph.validate().conforms


def test_remove_takes_an_article_and_its_effect(graph: KnowledgeGraph) -> None:
    assert graph.remove("five").removed == 1
    assert graph.stats().articles == 4
    with pytest.raises(NotFound):
        graph.show("Rutte")
    with pytest.raises(NotFound, match="did you mean four"):
        graph.remove("fourr")


@pytest.mark.parametrize("name", ["five", "five.txt", "some/where/five.txt", "https://five.example/"])
def test_articles_by_their_names(graph: KnowledgeGraph, name: str) -> None:
    assert graph.remove(name).removed == 1


def test_resolving_anew_gives_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.export(tmp_path / "before.nq")
    graph.resolve()
    graph.export(tmp_path / "after.nq")
    assert (tmp_path / "before.nq").read_bytes() == (tmp_path / "after.nq").read_bytes()


def test_reading_only_and_writing(on_disk: Path) -> None:
    with KnowledgeGraph(on_disk, read_only=True) as first, KnowledgeGraph(on_disk) as second:
        assert first.stats() == second.stats()
        with pytest.raises(StoreError):
            first.remove("one")
        second.remove("one")  # from reading to writing, while another reads
    with KnowledgeGraph(on_disk) as graph:
        assert graph.stats().articles == 4


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        KnowledgeGraph(tmp_path / "none").stats()
    assert not (tmp_path / "none").exists()


def test_judgements_split_merge_and_undo(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.export(tmp_path / "before.nq")
    one, two = (claim.short for claim in graph.claims("Ahn")[:2])
    with pytest.raises(UsageError, match="the same; name two claims"):
        graph.split("Ahn", "Ahn Gyu-back")
    judgement = graph.split(one, two, note="two men of one name")
    assert len(list(graph.query("SELECT ?o { ?o a kg:Official ; rdfs:label 'Ahn Gyu-back' }"))) == 2
    assert graph.judgements()[judgement]["note"] == "two men of one name"
    with pytest.raises(JudgementError):
        graph.merge(one, two)
    graph.resolve()
    assert len(list(graph.query("SELECT ?o { ?o a kg:Official ; rdfs:label 'Ahn Gyu-back' }"))) == 2
    assert graph.undo(judgement[:6]) == judgement
    assert graph.judgements() == {}
    graph.export(tmp_path / "after.nq")
    assert (tmp_path / "before.nq").read_bytes() == (tmp_path / "after.nq").read_bytes()


def test_merging_leaves_a_way_from_the_old_name(graph: KnowledgeGraph) -> None:
    old = graph.show("Pete Hegseth").iri
    graph.merge("Pete Hegseth", "Mark Rutte")
    assert graph.stats().officials == 3
    assert graph.show(old).kind == "official"
    with pytest.raises(UsageError):
        graph.merge("Pete Hegseth", "Mark Rutte")


def test_judgements_on_the_wrong_things(graph: KnowledgeGraph) -> None:
    event = next(iter(graph.query("SELECT ?e { ?e a kg:Call }")))["e"]
    with pytest.raises(UsageError, match="one kind"):
        graph.merge("Ahn", str(event))
    with pytest.raises(NotFound):
        graph.merge("Ahn", "Nobody At All")
    with pytest.raises(NotFound):
        graph.claims("article:0123456789abcdef/official/1")
    with pytest.raises(NotFound):
        graph.undo("00")
