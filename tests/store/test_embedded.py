"""The store in a folder: one writer, any number of readers, all or nothing after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError, StoreInUse, StoreVersion
from kg.store import housekeeping, open_store
from kg.store.embedded import EmbeddedStore
from kg.store.terms import HOUSEKEEPING, node, quad

X = quad(node("event", "x"), "rdfs:label", "Talks")

# Changes the store again and again, each time dropping a graph of 300 quads and adding another one with 300 quads of
# the picture; says when each change is done.
WRITER = """
import sys
from kg.store import open_store
from kg.store.terms import node, quad
store = open_store(sys.argv[1])
def quads(n, graph): return [quad(node("event", n, i), "kg:articles", n, *graph) for i in range(300)]
for n in range(100000):
    store.apply(
        drop_graphs=[node("article", n - 1)],
        remove=quads(n - 1, ()),
        add=quads(n, (node("article", n),)) + quads(n, ()),
    )
    print(n, flush=True)
"""


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.mark.parametrize("changes", [1, 7, 40])
def test_after_a_kill_a_change_is_there_whole_or_not_at_all(tmp_path: Path, changes: int) -> None:
    process = run(WRITER, str(tmp_path / "store"))
    assert process.stdout is not None
    said = ""
    for _ in range(changes):
        said = process.stdout.readline()
    process.send_signal(signal.SIGKILL)  # in the middle of the next change, most likely
    process.wait()
    process.communicate()
    done = int(said)
    with open_store(tmp_path / "store") as store:
        found = {int(getattr(q.object, "value", "-1")) for q in store.match() if q.graph_name != HOUSEKEEPING}
        assert len(found) == 1, "quads of two changes are mixed"
        assert found.pop() >= done, "a change that was done is lost"
        assert store.count() == 600


def test_a_change_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def quads() -> list[ox.Quad]:
        raise ValueError("no quads")

    with open_store(tmp_path / "store") as store:
        store.apply(add=[X])
        with pytest.raises(ValueError, match="no quads"):
            store.apply(remove=[X], add=(q for q in quads()))
        assert list(store.match(X.subject)) == [X]


def test_a_second_writer_is_refused_at_once(tmp_path: Path) -> None:
    with open_store(tmp_path / "store"), pytest.raises(StoreInUse, match="another process writes") as caught:
        open_store(tmp_path / "store")
    assert "\n" not in str(caught.value)


def test_readers_work_beside_a_writer_and_see_what_it_wrote(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as writer:
        writer.apply(add=[X])
        with open_store(tmp_path / "store", read_only=True) as reader:
            assert list(reader.match(X.subject)) == [X]
            assert reader.read_only
            with pytest.raises(StoreError, match="reading only"):
                reader.apply(add=[X])
            with pytest.raises(StoreError, match="reading only"):
                reader.bulk_load([X])
            with pytest.raises(StoreError, match="reading only"):
                reader.tidy()
            writer.tidy()
            assert list(reader.match(X.subject)) == [X]


def test_what_was_written_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "a" / "deep" / "store") as store:
        store.apply(add=[X])
    with open_store(tmp_path / "a" / "deep" / "store") as store:
        assert list(store.match(X.subject)) == [X]
    with open_store(tmp_path / "a" / "deep" / "store", read_only=True) as store:
        assert store.count() == 1


def test_reading_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store at"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file"):
        open_store(tmp_path / "file")


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match=r"other things \(letter.txt\)"):
        open_store(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_a_damaged_store_is_an_error_in_one_line(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.apply(add=[X])
    (tmp_path / "store" / "CURRENT").write_text("nonsense", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store(tmp_path / "store")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_of_another_version_is_refused(tmp_path: Path, read_only: bool) -> None:
    newer = quad(HOUSEKEEPING, "kg:formatVersion", 99, HOUSEKEEPING)
    with open_store(tmp_path / "store") as store:
        store.apply(add=[newer], remove=[housekeeping.VERSION])
    with pytest.raises(StoreVersion, match="format 99") as caught:
        open_store(tmp_path / "store", read_only=read_only)
    assert "\n" not in str(caught.value)
    assert ox.Store(str(tmp_path / "store")) is not None  # and its lock is let go


def test_somebody_elses_store_is_refused(tmp_path: Path) -> None:
    other = ox.Store(str(tmp_path / "store"))
    other.add(
        ox.Quad(ox.NamedNode("http://example.org/x"), ox.NamedNode("http://example.org/y"), ox.Literal("z"))
    )
    del other
    with pytest.raises(StoreVersion, match="not written by this program"):
        open_store(tmp_path / "store")


def test_a_load_that_was_cut_short_is_noticed(tmp_path: Path) -> None:
    code = """
import os, sys
from kg.store import open_store
from kg.store.terms import node, quad
def quads():
    yield quad(node("event", "x"), "kg:articles", 1)
    os.kill(os.getpid(), 9)
open_store(sys.argv[1]).bulk_load(quads())
"""
    process = run(code, str(tmp_path / "store"))
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    for read_only in (False, True):
        with pytest.raises(StoreError, match="cut short"):
            open_store(tmp_path / "store", read_only=read_only)


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.match()
    with open_store(tmp_path / "store") as again:
        assert again.count() == 0


def test_rdflib_sees_the_same_data_live() -> None:
    import rdflib

    from kg.store.rdflib_bridge import to_rdflib

    with open_store() as store:
        dataset = to_rdflib(store)
        store.apply(add=[X])
        (row,) = dataset.query("SELECT ?label WHERE { ?event rdfs:label ?label }")
        assert str(row[0]) == "Talks"  # type: ignore[index]
        here = rdflib.URIRef(X.subject.value if isinstance(X.subject, ox.NamedNode) else "")
        dataset.default_graph.add((here, rdflib.RDFS.comment, rdflib.Literal("added by rdflib")))
        assert store.count() == 2
        assert isinstance(store, EmbeddedStore)
