"""How many articles a second: a mixed stream, four fifths of it without diplomacy, read and extracted.

    python -m benchmarks.stream                         20,000 articles, --jobs 2, and bare spaCy on a sample
    python -m benchmarks.stream --articles 2000
    python -m benchmarks.stream --spark                 the same stream on Spark local[2] as well

The stream is made from our own seeds and from templates, with a sentence of its own in every article, so that
none is the copy of another. Speed and memory are told for every tenth of the run: both should stay flat.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kg.model import Article, ArticleClaims
from kg.read import read

SEEDS = Path(__file__).parent.parent / "seeds"
SHARE = 5  # one article in so many is about diplomacy
OTHER = (
    "The city's {team} beat their neighbours {a} to {b} on Saturday in front of {n} people. The coach said that "
    "the second half had been the best of the season. The captain scored twice before he was carried off with a "
    "sore knee, and the club hopes to have him back within {c} weeks. Tickets for the next match go on sale on "
    "Monday morning at the ground and in shops. The stadium's new roof kept everyone dry.",
    "Shares of the {team} company fell {a} percent on Tuesday after it said that profits would be lower than a "
    "year ago. Analysts at three banks had expected {n} million. The board will meet on Friday to decide on the "
    "dividend. Oil rose {b} percent and copper was little changed. The central bank kept its rate where it was "
    "and said that prices would go on rising more slowly through the coming {c} months.",
    "Heavy rain is expected over the {team} valley until Thursday, the weather office said, with up to {n} "
    "millimetres in a day. Farmers were told to bring in the hay. Two roads are closed and {a} houses are without "
    "power. A spokeswoman for the fire brigade said that {b} cellars had been pumped dry. The sun should come "
    "back at the weekend, and the river is not likely to leave its bed for another {c} days.",
    "A court in the {team} district sent a man to prison for {a} years on Wednesday for selling cars that did not "
    "exist. He had taken money from {n} people, the judge said, and spent it on holidays. His lawyer asked for a "
    "milder sentence because he had paid back {b} of them. He may appeal within {c} weeks. The victims' group "
    "said that it was content, though few of them believe that they will see their money again.",
)


def stream(count: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """So many articles as rows of a table."""
    chosen = random.Random(seed)
    told = [one for one in read([SEEDS]) if isinstance(one, Article)]
    for number in range(count):
        own = f"This is report number {number} of the desk, filed at {number % 24} o'clock on day {number // 24}."
        if number % SHARE == 0:
            seen = told[number // SHARE % len(told)]
            day, title, text = seen.published, seen.title or "", seen.text
        else:
            numbers = {name: chosen.randrange(2, 90) for name in "abc"} | {"n": chosen.randrange(100, 90_000)}
            team = chosen.choice("Northern Southern Upper Lower Old New".split())
            blocks = chosen.sample(OTHER, 3)
            day, title = None, f"{team} notes {number}"
            text = "\n\n".join(block.format(team=team, **numbers) for block in blocks)
        yield {
            "id": f"s{number}",
            "title": title,
            "text": f"{text}\n\n{own}",
            "date": str(day or "2026-02-03"),
        }


def memory() -> int:
    """Megabytes that this process and its children hold."""
    threads = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    children = [child for thread in threads for child in thread.read_text().split()]
    return sum(map(resident, [str(os.getpid()), *children])) // 1024


def resident(pid: str) -> int:
    """Kilobytes that a process holds; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)


def local(path: Path, count: int, jobs: int) -> None:
    """Read and extract on this machine; a line for every tenth."""
    from kg.extract import extract

    step, events, started = max(1, count // 10), 0, time.perf_counter()
    last = started
    articles = (one for one in read([path]) if isinstance(one, Article))
    for number, claims in enumerate(extract(articles, jobs=jobs), 1):
        assert isinstance(claims, ArticleClaims)
        events += len(claims.events)
        if number % step == 0:
            now = time.perf_counter()
            print(
                f"{number:>8} articles  {step / (now - last):7.1f}/s in this tenth  {memory():>6} MB",
                flush=True,
            )
            last = now
    seconds = time.perf_counter() - started
    print(f"local, {jobs} jobs: {count / seconds:.1f} articles/s, {events} events, {seconds:.0f} s")


def bare_spacy(path: Path, sample: int) -> None:
    """The whole spaCy pipeline over the same texts, in one process."""
    import spacy

    from kg.extract.rules import MODEL

    with path.open() as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(sample), lines, strict=False)]
    pipeline = spacy.load(MODEL)
    started = time.perf_counter()
    for _ in pipeline.pipe(texts, batch_size=8):
        pass
    print(
        f"bare spaCy, 1 process: {len(texts) / (time.perf_counter() - started):.1f} articles/s on {len(texts)}"
    )


def on_spark(path: Path, count: int, folder: Path) -> None:
    """The same stream on Spark, two workers of this machine."""
    from kg.spark import extract_on_spark

    started = time.perf_counter()
    done = extract_on_spark([path], folder / "out", share=max(100_000, path.stat().st_size // 8))
    seconds = time.perf_counter() - started
    print(
        f"Spark local[2]: {count / seconds:.1f} articles/s, {done.articles} articles, {seconds:.0f} s with start"
    )


def main() -> None:
    """Make the stream and measure."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--sample", type=int, default=200, help="articles for bare spaCy")
    options.add_argument("--spark", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stream.jsonl"
        with path.open("w") as out:
            for row in stream(given.articles):
                out.write(json.dumps(row) + "\n")
        print(f"{given.articles} articles, {path.stat().st_size / 1e6:.1f} MB")
        local(path, given.articles, given.jobs)
        bare_spacy(path, min(given.sample, given.articles))
        if given.spark:
            on_spark(path, given.articles, Path(folder))


if __name__ == "__main__":
    main()
