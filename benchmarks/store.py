"""The store against raw pyoxigraph and rdflib, on quads in our own shape.

    python -m benchmarks.store                      1 M quads
    python -m benchmarks.store --quads 10000000     10 M quads: loading only
    python -m benchmarks.store --rdflib 100000      rdflib on fewer quads: on 1 M it takes minutes; 0: not at all

Every stage runs in a process of its own, so that its memory is its own. Ratios compare stages of one run
by CPU time and by wall time; on a machine that others use, only the first means much.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from benchmarks.quads import everything
from kg.export import export
from kg.ontology import context
from kg.query.questions import ask
from kg.query.run import declare
from kg.store import open_store
from kg.store.embedded import EmbeddedStore
from kg.store.rdflib_bridge import to_rdflib
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import rdflib

REPEATS = 15
QUESTIONS: dict[str, tuple[str, ...]] = {
    "who-met": ("{hub}",),
    "meetings-between": ("{hub}", "{other}"),
    "calendar": ("2020-05",),
    "busiest": ("20",),
    "state-pairs": (),
    "disagreements": (),
}
TEXT = """SELECT ?event ?topic WHERE { ?event a kg:Event ; kg:topic ?topic FILTER(CONTAINS(?topic, "topic 99")) }"""
# Two steps from the busiest official: the events, then the people, each once.
PATH = """SELECT DISTINCT ?third WHERE {{
  {{ SELECT DISTINCT ?second WHERE {{ ?e sem:hasActor <{hub}> . ?e sem:hasActor ?second }} }}
  {{ SELECT DISTINCT ?second ?f WHERE {{ ?f sem:hasActor ?second }} }}
  ?f sem:hasActor ?third }}"""


def measured(work: Callable[[], object]) -> dict[str, float]:
    """Seconds and MiB of a piece of work in this process."""
    before = rss()
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return {
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "before": before,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def rss() -> float:
    """Memory in use now, MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def drain(rows: Iterable[object]) -> int:
    return sum(1 for _ in rows)


# ------------------------------------------------------------------ stages, each in its own process


def generate(folder: Path, count: int) -> dict[str, float]:
    def work() -> None:
        ox.serialize(everything(count), str(folder / "all.nq"), ox.RdfFormat.N_QUADS)

    return measured(work)


def load_raw(folder: Path, count: int) -> dict[str, float]:
    def work() -> None:
        store = ox.Store(str(folder / "raw"))
        store.bulk_load(path=str(folder / "all.nq"), format=ox.RdfFormat.N_QUADS)

    return measured(work)


def load_ours(folder: Path, count: int) -> dict[str, float]:
    def work() -> None:
        with open_store(folder / "ours") as store:
            store.bulk_load(ox.parse(path=str(folder / "all.nq"), format=ox.RdfFormat.N_QUADS))

    return measured(work)


def opened(folder: Path) -> EmbeddedStore:
    store = open_store(folder / "ours", read_only=True)
    assert isinstance(store, EmbeddedStore)
    return store


def dump(folder: Path, format: ox.RdfFormat, graph: ox.DefaultGraph | None = None) -> dict[str, float]:
    store = opened(folder).raw
    out = str(folder / "raw.out")
    return measured(lambda: store.dump(out, format, from_graph=graph, prefixes=PREFIXES))


def trig_raw(folder: Path, count: int) -> dict[str, float]:
    return dump(folder, ox.RdfFormat.TRIG)


def turtle_raw(folder: Path, count: int) -> dict[str, float]:
    return dump(folder, ox.RdfFormat.TURTLE, ox.DefaultGraph())


def trig_ours(folder: Path, count: int) -> dict[str, float]:
    store = opened(folder)
    return measured(lambda: export(store, "trig", folder / "ours.trig"))


def turtle_ours(folder: Path, count: int) -> dict[str, float]:
    store = opened(folder)
    return measured(lambda: export(store, "turtle", folder / "ours.ttl"))


def jsonld_ours(folder: Path, count: int) -> dict[str, float]:
    store = opened(folder)
    return measured(lambda: export(store, "jsonld", folder / "ours.jsonld"))


def jsonld_ours_memory(folder: Path, count: int) -> dict[str, float]:
    store = open_store()
    store.bulk_load(ox.parse(path=str(folder / "all.nq"), format=ox.RdfFormat.N_QUADS))
    return measured(lambda: export(store, "jsonld", folder / "ours.jsonld"))


def jsonld_rdflib(folder: Path, count: int) -> dict[str, float]:
    """rdflib's serializer over the same store on disk."""
    return rdflib_jsonld(to_rdflib(opened(folder)), folder)


def jsonld_rdflib_memory(folder: Path, count: int) -> dict[str, float]:
    """rdflib's serializer over its own store in memory."""
    import rdflib

    dataset = rdflib.Dataset()
    dataset.parse(str(folder / "all.nq"), format="nquads")
    return rdflib_jsonld(dataset, folder)


def rdflib_jsonld(dataset: rdflib.Dataset, folder: Path) -> dict[str, float]:
    """Compact JSON-LD with our context inline, as rdflib is asked for it."""
    out = str(folder / "rdflib.jsonld")
    inline = context()
    return measured(lambda: dataset.serialize(out, format="json-ld", context=inline, auto_compact=True))


def queries(folder: Path, count: int) -> dict[str, Any]:
    """Each question through the store and straight on pyoxigraph, in turn; the quickest of each, in seconds.

    Not the median: others' work on the machine only ever adds, and we add a millisecond at most.
    """
    store = opened(folder)
    hub, other = busiest(store)
    texts = {
        name: declare(ask(store, name, [a.format(hub=hub, other=other) for a in arguments]))
        for name, arguments in QUESTIONS.items()
    }
    texts |= {"text filter": declare(TEXT), "path of length 2": declare(PATH.format(hub=hub))}
    found: dict[str, Any] = {}
    for name, text in texts.items():
        times: dict[str, list[float]] = {"ours": [], "raw": []}
        rows = 0
        pair = [("raw", store.raw.query), ("ours", store.query)]
        for _ in range(REPEATS):
            pair.reverse()
            for key, run in pair:
                start = time.perf_counter()
                rows = drain(run(text))  # type: ignore[arg-type]
                times[key].append(time.perf_counter() - start)
        found[name] = {key: min(all_) for key, all_ in times.items()} | {"rows": rows}
    return found


def busiest(store: EmbeddedStore) -> tuple[str, str]:
    """The IRIs of the two officials with most events."""
    text = "SELECT ?o (COUNT(?e) AS ?n) WHERE { ?e sem:hasActor ?o } GROUP BY ?o ORDER BY DESC(?n) ?o LIMIT 2"
    first, second = (row["o"].value for row in store.query(declare(text)))  # type: ignore[union-attr]
    return first, second


STAGES: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    stage.__name__: stage
    for stage in (
        generate,
        load_raw,
        load_ours,
        trig_raw,
        turtle_raw,
        trig_ours,
        turtle_ours,
        jsonld_ours,
        jsonld_ours_memory,
        jsonld_rdflib,
        jsonld_rdflib_memory,
        queries,
    )
}


# ------------------------------------------------------------------ the run


def stage(name: str, folder: Path, count: int) -> dict[str, Any]:
    """The figures of a stage, run in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.store", "--stage", name, "--folder", str(folder)]
    done = subprocess.run([*command, "--quads", str(count)], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if "cpu" in found:
        print(
            f"  {name:20} {found['wall']:7.1f} s wall {found['cpu']:7.1f} s CPU   "
            f"peak {found['peak']:6.0f} MiB, {found['peak'] - found['before']:6.0f} above the start",
            flush=True,
        )
    return found


def ratio(what: str, ours: dict[str, Any], raw: dict[str, Any], limit: str) -> None:
    wall, cpu = ours["wall"] / raw["wall"], ours["cpu"] / raw["cpu"]
    print(f"  {what}: {cpu:.2f} by CPU, {wall:.2f} by wall (limit {limit})", flush=True)


def run(count: int, folder: Path, rdflib: int) -> None:
    print(f"{count:,} quads (about)")
    stage("generate", folder, count)
    raw = stage("load_raw", folder, count)
    ours = stage("load_ours", folder, count)
    ratio("bulk load, ours : raw", ours, raw, "1.3")
    if count > 2_000_000:
        return
    for name in ("trig", "turtle"):
        raw = stage(f"{name}_raw", folder, count)
        ours = stage(f"{name}_ours", folder, count)
        ratio(f"{name}, ours : raw", ours, raw, "1.2")
    stage("jsonld_ours", folder, count)
    print_queries(stage("queries", folder, count))
    if rdflib:
        compare_jsonld(rdflib)


def print_queries(found: dict[str, Any]) -> None:
    print("  query              rows   ours ms    raw ms  ratio (limits: 1000 ms, 1.15)")
    for name, figures in found.items():
        ours, raw = figures["ours"] * 1000, figures["raw"] * 1000
        print(f"  {name:17} {figures['rows']:6} {ours:9.1f} {raw:9.1f} {ours / raw:6.2f}", flush=True)


def compare_jsonld(count: int) -> None:
    print(f"{count:,} quads (about)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage("generate", folder, count)
        stage("load_ours", folder, count)
        for where, suffix in (("the same store on disk", ""), ("each its own in memory", "_memory")):
            ours = stage(f"jsonld_ours{suffix}", folder, count)
            theirs = stage(f"jsonld_rdflib{suffix}", folder, count)
            cpu, wall = theirs["cpu"] / ours["cpu"], theirs["wall"] / ours["wall"]
            print(f"  JSON-LD, rdflib : ours, {where}: {cpu:.1f} by CPU, {wall:.1f} by wall (at least 15)")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rdflib", type=int, metavar="QUADS", help="on how many (as many as the others)")
    parser.add_argument("--stage", choices=STAGES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stage:
        print(json.dumps(STAGES[options.stage](options.folder, options.quads)))
        return
    with tempfile.TemporaryDirectory() as folder:
        run(options.quads, Path(folder), options.quads if options.rdflib is None else options.rdflib)


if __name__ == "__main__":
    main()
