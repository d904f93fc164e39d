"""Count how often each rule of the extractor is right on the annotated articles; rewrites `confidence.tsv`.

uv run python benchmarks/confidence.py            # from data/gold and data/gold/later
uv run python benchmarks/confidence.py --check    # exit 1 when the file would change
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from kg.evaluate.match import likeness, pair
from kg.evaluate.records import events_of
from kg.extract import extract, to_record
from kg.model import Article

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "data" / "gold", ROOT / "data" / "gold" / "later")  # not "unseen": that one only tells
TABLE = ROOT / "kg" / "extract" / "confidence.tsv"
HEAD = (
    "# How often each rule of the extractor was right and wrong on data/gold and data/gold/later; optional events do not count.\n"
    "# Made by: python benchmarks/confidence.py. Columns: rule, right, wrong.\n"
)


def main() -> int:
    """Count, and write or compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    gold: dict[str, dict[str, Any]] = {}
    texts: list[Article] = []
    for folder in FOLDERS:
        for record in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
            gold[record["id"]] = record
            text = (folder / record.get("text", f"texts/{record['id']}.txt")).read_text(encoding="utf-8")
            texts.append(Article(id=record["id"], text=text))
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for claims in extract(texts):
        _count(gold[claims.article.id], to_record(claims), right, wrong)
    rows = [f"{rule}\t{right[rule]}\t{wrong[rule]}\n" for rule in sorted(right | wrong)]
    table = HEAD + "".join(rows)
    if args.check:
        return int(TABLE.read_text(encoding="utf-8") != table)
    TABLE.write_text(table, encoding="utf-8")
    print(f"{len(rows)} rules, {right.total()} right, {wrong.total()} wrong")
    return 0


def _count(gold: dict[str, Any], told: dict[str, Any], right: Counter[str], wrong: Counter[str]) -> None:
    paired = {j: i for i, j in pair(events_of(gold), events_of(told), likeness)}
    for j, event in enumerate(told["events"]):
        if j not in paired:
            wrong[event["rule"]] += 1
        elif not gold["events"][paired[j]].get("optional"):
            right[event["rule"]] += 1


if __name__ == "__main__":
    sys.exit(main())
