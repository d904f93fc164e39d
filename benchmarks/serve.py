"""Measures `kg serve`: lookups by many clients, and a runaway query that must not hold them up.

    python -m benchmarks.serve [--quads 1000000] [--seconds 60] [--clients 8] [--store DIR]

Each client asks for the label and status of a random event of a random official, over one connection that
it keeps; in the second half a runaway cross product is asked again and again beside them. Everything goes
over 127.0.0.1.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.quads import everything
from kg.serve import Limits, running
from kg.store import open_store

LOOKUP = "SELECT ?event ?label ?status {{ ?event sem:hasActor <{}> ; rdfs:label ?label ; kg:status ?status }} LIMIT 10"
RUNAWAYS = (  # one that takes time, one that takes memory too
    "SELECT (COUNT(*) AS ?n) { ?a a kg:Event . ?b a kg:Event . ?c a kg:Event . ?d a kg:Event }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }",
)
LIMIT = 10.0  # seconds of a query


def ask(connection: HTTPConnection, query: str) -> tuple[int, bytes]:
    """Status and answer of a query."""
    connection.request(
        "GET", "/sparql?" + urlencode({"query": query}), headers={"Accept": "application/sparql-results+json"}
    )
    response = connection.getresponse()
    return response.status, response.read()


def client(port: int, officials: list[str], seconds: float, seed: int, results: Any) -> None:
    """Ask lookups for some seconds, and report how long each took and how many failed."""
    rng = random.Random(seed)
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    took: list[float] = []
    wrong: list[int] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.perf_counter()
        try:
            status, body = ask(connection, LOOKUP.format(rng.choice(officials)))
            if status != 200 or b"bindings" not in body:
                wrong.append(status)
        except OSError:
            wrong.append(0)
            connection.close()
        took.append(time.perf_counter() - start)
    results.put((took, wrong))


def lookups(port: int, officials: list[str], seconds: float, clients: int) -> dict[str, Any]:
    """What several clients at once measured."""
    spawn = multiprocessing.get_context("spawn")
    results = spawn.Queue()
    processes = [
        spawn.Process(target=client, args=(port, officials, seconds, n, results)) for n in range(clients)
    ]
    for each in processes:
        each.start()
    gathered = [results.get(timeout=seconds + 60) for _ in processes]
    for each in processes:
        each.join()
    took: list[float] = sorted(t for part, _ in gathered for t in part)

    def share(part: float) -> float:
        return round(took[min(len(took) - 1, int(len(took) * part))] * 1000, 1)

    return {
        "lookups": len(took),
        "errors": [status for _, wrong in gathered for status in wrong],
        "per_second": round(len(took) / seconds),
        "p50_ms": share(0.5),
        "p95_ms": share(0.95),
        "p99_ms": share(0.99),
        "max_ms": share(1.0),
    }


def runaways(port: int, until: threading.Event, found: list[tuple[int, float]]) -> None:
    """Ask the cross product again and again: the status and the seconds of each."""
    while not until.is_set():
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        start = time.monotonic()
        status, _ = ask(connection, RUNAWAYS[len(found) % 2])
        found.append((status, round(time.monotonic() - start, 2)))
        connection.close()


def memory() -> dict[str, int]:
    """Resident MiB of this process (the server runs in it) and of the processes that answer."""
    own = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    page = os.sysconf("SC_PAGE_SIZE")
    workers = 0
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdecimal() and b"kg.serve.worker" in (folder / "cmdline").read_bytes():
                after = (folder / "stat").read_text().rpartition(")")[2].split()
                workers += int(after[21]) * (int(after[1]) == os.getpid())
        except OSError:
            continue
    return {"server_mib": int(own) * page >> 20, "answering_mib": workers * page >> 20}


def measure(store: str, seconds: float, clients: int) -> dict[str, Any]:
    """All figures of one run."""
    with open_store(store, read_only=True) as opened:
        rows = opened.query("SELECT ?o { ?o a <https://kg.example/ns#Official> } LIMIT 2000")
        officials = [row["o"].value for row in rows]  # type: ignore[union-attr]
        quads = opened.count()
    figures: dict[str, Any] = {"quads": quads, "clients": clients, "load_average": os.getloadavg()[0]}
    with running(store, limits=Limits(seconds=LIMIT)) as url:
        port = int(url.rstrip("/").rpartition(":")[2])
        lookups(port, officials, 2, 2)  # warm
        figures["memory_before"] = memory()
        figures["alone"] = lookups(port, officials, seconds / 2, clients)
        stop, found = threading.Event(), list[tuple[int, float]]()
        thread = threading.Thread(target=runaways, args=(port, stop, found))
        thread.start()
        figures["beside_a_runaway"] = lookups(port, officials, seconds / 2, clients)
        figures["memory_beside_a_runaway"] = memory()
        stop.set()
        thread.join()
        figures["runaways"] = found
        time.sleep(1)
        figures["memory_after"] = memory()
    return figures


def main() -> None:
    """Make a store unless one is named, measure, print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--store")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = chosen.store or str(Path(folder) / "store")
        if not chosen.store:
            with open_store(store) as made:
                made.bulk_load(everything(chosen.quads))
        print(json.dumps(measure(store, chosen.seconds, chosen.clients), indent=2))


if __name__ == "__main__":
    main()
