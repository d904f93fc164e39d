"""Limits stop the work itself, and what is slow holds up nothing else."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kg.errors import StoreError, UsageError
from kg.resolve import update
from kg.serve import Limits, running, serve
from kg.store import open_store
from tests.serve.conftest import LIMITS
from tests.world import world

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?j) }"
LOOKUP = "SELECT ?label { state:KR rdfs:label ?label }"
SHORT = replace(LIMITS, seconds=1.5)


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[str]:
    """A server that stops its questions early, for this module only."""
    with running(str(store), limits=SHORT) as url:
        yield url.rstrip("/")


@pytest.fixture(scope="module")
def http(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, timeout=30, trust_env=False) as client:
        yield client


def children() -> dict[int, int]:
    """The processes that this one started, with their niceness: slow questions have some."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                after = (folder / "stat").read_text().rpartition(")")[2].split()
                words = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if int(after[1]) == os.getpid() and b"kg.serve.worker" in words:
                found[int(folder.name)] = int(after[16])
    return found


def test_a_runaway_is_stopped_and_lookups_go_on(http: httpx.Client, site: str) -> None:
    with ThreadPoolExecutor(4) as threads, httpx.Client(base_url=site, timeout=60, trust_env=False) as other:
        began = time.monotonic()
        runaways = [threads.submit(other.get, "/sparql", params={"query": RUNAWAY}) for _ in range(3)]
        waits = []
        while not all(each.done() for each in runaways):
            start = time.monotonic()
            got = http.get("/sparql", params={"query": LOOKUP})
            assert got.status_code == 200, got.text
            assert got.json()["results"]["bindings"][0]["label"]["value"] == "South Korea"
            waits.append(time.monotonic() - start)
        assert [each.result().status_code for each in runaways] == [504] * 3
        assert "1.5 seconds" in runaways[0].result().text
        # Two at a time: the third stood still until one of them was stopped.
        assert time.monotonic() - began < 8 * SHORT.seconds
    assert len(waits) > 2
    assert min(waits) < SHORT.seconds / 3  # how fast they are is measured by benchmarks/serve.py


def test_nothing_runs_on_after_a_client_has_gone(http: httpx.Client, site: str) -> None:
    http.get("/sparql", params={"query": LOOKUP})
    with (
        httpx.Client(base_url=site, timeout=0.4, trust_env=False) as hasty,
        pytest.raises(httpx.TimeoutException),
    ):
        hasty.get("/sparql", params={"query": RUNAWAY})
    deadline = time.monotonic() + 1.0  # less than the query had left
    while any(children().values()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(children().values())


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 60_000,
        "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
        "SELECT (" + "+".join(["1"] * 15_000) + " AS ?x) {}",
    ],
    ids=["braces", "brackets", "sum"],
)
def test_what_goes_too_deep_is_an_error_and_harms_nobody(http: httpx.Client, query: str) -> None:
    got = http.post("/sparql", data={"query": query})
    assert got.status_code in {200, 400, 413, 504, 507}
    assert got.status_code == 200 or got.text.count("\n") == 1
    deadline = time.monotonic() + 20  # a busy machine may be slow to start the next worker
    while (after := http.get("/sparql", params={"query": LOOKUP})).status_code != 200:
        assert time.monotonic() < deadline, after.text


def test_memory_is_bounded(store: Path) -> None:
    limits = Limits(seconds=90, memory=24 * 1024 * 1024, fast=1)
    hungry = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?c), STR(?f), STR(?i))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with running(str(store), limits=limits) as url:
        got = httpx.get(f"{url}sparql", params={"query": hungry}, timeout=120, trust_env=False)
        assert got.status_code == 507
        assert (
            httpx.get(f"{url}sparql", params={"query": LOOKUP}, timeout=120, trust_env=False).status_code
            == 200
        )


def test_too_many_at_once_are_told_to_come_back(store: Path) -> None:
    limits = Limits(seconds=3, fast=1, slow=1, paused=1, waiting=1, patience=0.3)
    with running(str(store), limits=limits) as url, ThreadPoolExecutor(8) as threads:
        asked = [
            threads.submit(httpx.get, f"{url}sparql", params={"query": RUNAWAY}, timeout=30, trust_env=False)
            for _ in range(8)
        ]
        answers = [each.result() for each in asked]
    assert {each.status_code for each in answers} <= {503, 504}
    refused = [each for each in answers if each.status_code == 503]
    assert refused
    assert all(each.headers["retry-after"] == "2" for each in refused)


def test_answers_follow_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "store"
    count = "SELECT (COUNT(*) AS ?n) { ?e a kg:Event }"
    articles = world()
    with open_store(path) as store:
        update(store, added=articles[:3])
    with running(str(path), limits=Limits(fast=1)) as url:

        def events() -> int:
            got = httpx.get(f"{url}sparql", params={"query": count}, timeout=30, trust_env=False)
            assert got.status_code == 200, got.text
            return int(got.json()["results"]["bindings"][0]["n"]["value"])

        before = events()
        with open_store(path) as store:  # a writer beside the server
            update(store, added=articles[3:])
            deadline = time.monotonic() + 15
            while events() == before and time.monotonic() < deadline:
                time.sleep(0.2)
            assert events() == before + 2


def test_processes_end_with_the_server(store: Path) -> None:
    before = set(children())
    with running(str(store), limits=Limits(fast=2)):
        own = set(children()) - before
        assert own
    assert not own & set(children())


def test_what_cannot_be_served_says_so(tmp_path: Path, store: Path, site: str) -> None:
    with pytest.raises(UsageError, match="in memory"):
        serve(":memory:", port=0)
    with pytest.raises(StoreError, match="no store"):
        serve(str(tmp_path / "none"), port=0)
    with pytest.raises(UsageError, match="choose another --port"):
        serve(str(store), port=int(site.rpartition(":")[2]))


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = threading.active_count()
    yield
    deadline = time.monotonic() + 10
    while threading.active_count() > before + 1 and time.monotonic() < deadline:
        time.sleep(0.05)  # those of a request that is just ending
    assert threading.active_count() <= before + 1
