"""What reading costs: `kg extract` beside the whole spaCy pipeline on the same texts, in one run.

    uv run python benchmarks/extract.py FOLDER [FOLDER …] [--repeat 3] [--jobs 2] [--articles 2000]

Each folder holds plain-text articles. For each folder and for all together it prints the processor seconds of
`nlp.pipe` with all components on (the reference), of the rule extractor, and their ratio (below 1 is cheaper
than the pipeline alone); then the peak memory of each, and how reading scales with processes. Each way of
reading runs in a process of its own, the two by turns, so that a busy machine slows both.

Wall-clock seconds say something only where nothing else runs: the last line tells how busy the machine was.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from kg.extract import extract
from kg.extract.rules import MODEL, Rules
from kg.model import Article


class Cost(NamedTuple):
    """What a run took: seconds by the clock, processor seconds of the process and of its children, MiB at most."""

    wall: float
    own: float
    children: float
    peak: float

    @property
    def work(self) -> float:
        """Processor seconds in all."""
        return self.own + self.children


def articles(folder: Path) -> list[Article]:
    """The plain-text articles of a folder, by name."""
    return [Article(id=p.stem, text=p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt"))]


@cache
def _whole_pipeline() -> Any:
    import spacy  # here: the process that reads by the rules must not pay for it

    return spacy.load(MODEL)


@cache
def _rules() -> Rules:
    return Rules()


def by_pipeline(some: list[Article]) -> Cost:
    """All components of the spaCy pipeline over the texts."""
    nlp = _whole_pipeline()
    return _cost(nlp.pipe(a.text for a in some))


def by_rules(some: list[Article]) -> Cost:
    """The rule extractor over the articles."""
    return _cost(_rules().extract(a) for a in some)


def by_jobs(some: list[Article], jobs: int) -> Cost:
    """`kg extract --jobs`, starting the processes included."""
    return _cost(extract(some, jobs=jobs))


def _cost(work: Iterator[object]) -> Cost:
    before, start = _usage(), time.perf_counter()
    for _ in work:
        pass
    wall, after = time.perf_counter() - start, _usage()
    return Cost(wall, after[0] - before[0], after[1] - before[1], after[2])


def _usage() -> tuple[float, float, float]:
    own, children = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peak = max(own.ru_maxrss, children.ru_maxrss) / 1024
    return own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime, peak


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def compare(sets: dict[str, list[Article]], repeat: int) -> None:
    """Prints the costs of both ways of reading, set by set."""
    print(f"{'set':16} {'articles':>8} {'pipe s':>8} {'rules s':>8} {'ratio':>6}")
    totals = [0.0, 0.0]
    with _process() as one, _process() as other:
        ways = ((one, by_pipeline), (other, by_rules))
        first = next(iter(sets.values()))[:5]
        peaks = [where.submit(way, first).result().peak for where, way in ways]  # loads models and tables
        for name, some in sets.items():
            runs = [[where.submit(way, some).result() for where, way in ways] for _ in range(repeat)]
            peaks = [max(p, *(run[n].peak for run in runs)) for n, p in enumerate(peaks)]
            pipe, ours = (median(run[n].work for run in runs) for n in (0, 1))
            totals = [totals[0] + pipe, totals[1] + ours]
            print(f"{name:16} {len(some):8} {pipe:8.2f} {ours:8.2f} {ours / pipe:6.2f}")
    print(f"{'all':16} {'':8} {totals[0]:8.2f} {totals[1]:8.2f} {totals[1] / totals[0]:6.2f}")
    print(f"peak memory: whole pipeline {peaks[0]:.0f} MiB, rules {peaks[1]:.0f} MiB")


def scale(some: list[Article], jobs: int) -> None:
    """Prints how much faster several processes are, by the clock and by the work of the busiest."""
    costs = []
    for n in (1, jobs):
        with _process() as where:
            costs.append(where.submit(by_jobs, some, n).result())
        wall, own, children, _ = costs[-1]
        print(
            f"{len(some)} articles, {n} process(es): {wall:.1f} s; processor seconds {own + children:.1f}, "
            f"of them {children:.1f} in the reading processes"
        )
    one, many = costs
    longest = max(many.own, many.work / jobs)  # what the run takes where every process has a core for itself
    print(f"{jobs} processes: {one.wall / many.wall:.2f} times as fast by the clock,", end=" ")
    print(f"{one.work / longest:.2f} times with a core for each")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the median counts")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--articles", type=int, default=2000, help="how many to read with several processes")
    args = parser.parse_args()
    sets = {folder.parent.name or folder.name: articles(folder) for folder in args.folders}
    compare(sets, args.repeat)
    if args.articles:
        everything = [a for some in sets.values() for a in some]
        scale(list(islice(cycle(everything), args.articles)), args.jobs)
    load = os.getloadavg()[0]
    print(f"{load:.1f} processes wanted {os.cpu_count()} cores during the last minute")


if __name__ == "__main__":
    main()
