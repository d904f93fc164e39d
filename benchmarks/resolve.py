"""How right resolution is on the generated world, how it grows, and what one more article costs.

uv run python -m benchmarks.resolve               # the world of the project's promises: 40,000 articles
uv run python -m benchmarks.resolve 4000          # a smaller one
uv run python -m benchmarks.resolve 40000 --cost  # with the cost of one more article (fills two stores)
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from math import log2

from benchmarks import scores
from benchmarks.world import World, generate
from kg.model import ArticleClaims
from kg.resolve import rebuild, resolve, update
from kg.store import open_store
from kg.store.claims import claim_quads

PROBES = 40  # articles whose adding is measured


def main() -> None:
    """Print accuracy, growth, memory and, if asked for, the cost of one more article."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="?", type=int, default=40_000)
    parser.add_argument("--cost", action="store_true", help="measure adding one article to 400 and to all")
    options = parser.parse_args()
    world = generate(options.articles)
    accuracy(world)
    growth(world.claims)
    if options.cost:
        cost(generate(options.articles + PROBES).claims)


def accuracy(world: World) -> None:
    """Resolve all and print how well it agrees with the truth."""
    started = time.process_time()
    picture = resolve(world.claims)
    seconds = time.process_time() - started
    for name, score in (
        ("officials", scores.officials(world, picture)),
        ("events", scores.events(world, picture)),
    ):
        print(
            f"{name:10} pairwise F1 {score.f1:.4f}  precision {score.precision:.4f}  recall {score.recall:.4f}"
        )
    print(
        f"officials of different states with distinct full names merged: {scores.false_friends(world, picture)}"
    )
    print(f"{len(world.claims)} articles: {seconds:.1f} s of CPU, peak {peak():.0f} MiB (the world included)")


def peak() -> float:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth(claims: list[ArticleClaims]) -> None:
    """Print the time of full resolution against n log n, from an eighth of the articles up."""
    base = 0.0
    for part in (8, 4, 2):
        some = claims[: len(claims) // part]
        started = time.process_time()
        resolve(some)
        seconds = time.process_time() - started
        unit = seconds / (len(some) * log2(max(2, len(some))))
        base = base or unit
        print(
            f"{len(some):6} articles: {seconds:6.1f} s of CPU, {unit / base:.2f} times n log n of the first"
        )


def cost(claims: list[ArticleClaims]) -> None:
    """Print the median time of adding one article to 400 and to all, in one run.

    Once of the thread that adds and once of the whole process, in which the store's own threads may still be tidying up
    what the filling left.
    """
    clocks = {"thread": time.thread_time, "process": time.process_time}
    medians: list[dict[str, float]] = []
    for size in (400, len(claims) - PROBES):
        with tempfile.TemporaryDirectory() as folder, open_store(folder) as store:
            store.bulk_load(quad for one in claims[:size] for quad in claim_quads(one))
            rebuild(store)
            times: dict[str, list[float]] = {name: [] for name in clocks}
            for one in claims[-PROBES:]:
                started = {name: clock() for name, clock in clocks.items()}
                update(store, added=[one])
                for name, clock in clocks.items():
                    times[name].append(clock() - started[name])
        medians.append({name: statistics.median(spent) for name, spent in times.items()})
        told = ", ".join(f"{1000 * spent:.1f} ms by {name}" for name, spent in medians[-1].items())
        print(f"one more article in a store of {size}: median CPU {told}", flush=True)
    print("ratio " + ", ".join(f"{medians[1][name] / medians[0][name]:.2f} by {name}" for name in clocks))


if __name__ == "__main__":
    main()
