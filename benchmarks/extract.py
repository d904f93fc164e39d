"""What reading costs: `kg extract` beside the whole spaCy pipeline on the same texts, in one run.

    uv run python benchmarks/extract.py FOLDER [FOLDER …] [--repeat 3] [--jobs 2]

Each folder holds plain-text articles. For each folder and for all together it prints the seconds of
`nlp.pipe` with all components on (the reference), of the rule extractor in one process, and their ratio
(below 1 is faster than the pipeline alone); then how reading scales with processes, and the peak memory.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import spacy

from kg.extract import extract
from kg.extract.rules import MODEL, Rules
from kg.model import Article


def articles(folder: Path) -> list[Article]:
    """The plain-text articles of a folder, by name."""
    return [Article(id=p.stem, text=p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.txt"))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the median counts")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    nlp, rules = spacy.load(MODEL), Rules()
    sets = {folder.parent.name or folder.name: articles(folder) for folder in args.folders}
    rules.extract(next(iter(sets.values()))[0])  # loads the model and the tables
    print(f"{'set':16} {'articles':>8} {'pipe s':>8} {'rules s':>8} {'ratio':>6}")
    totals = [0.0, 0.0]
    for name, some in sets.items():
        pipe, ours = [], []
        for _ in range(args.repeat):
            pipe.append(_timed(lambda texts: list(nlp.pipe(texts)), [a.text for a in some]))
            ours.append(_timed(lambda batch: [rules.extract(a) for a in batch], some))
        totals[0] += median(pipe)
        totals[1] += median(ours)
        print(
            f"{name:16} {len(some):8} {median(pipe):8.2f} {median(ours):8.2f} {median(ours) / median(pipe):6.2f}"
        )
    print(f"{'all':16} {'':8} {totals[0]:8.2f} {totals[1]:8.2f} {totals[1] / totals[0]:6.2f}")
    everything = [
        a for some in sets.values() for a in some
    ] * 6  # long enough that starting a process does not count
    one = _timed(lambda batch: list(extract(batch)), everything)
    many = _timed(lambda batch: list(extract(batch, jobs=args.jobs)), everything)
    print(
        f"{len(everything)} articles: 1 process {one:.1f} s, {args.jobs} processes {many:.1f} s, {one / many:.2f} times as fast"
    )
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory of a process: {peak / 1024:.0f} MiB")


def _timed(work: Callable[[Any], object], argument: Any) -> float:
    start = time.perf_counter()
    work(argument)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
