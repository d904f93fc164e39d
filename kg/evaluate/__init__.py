"""Evaluate: compare what was extracted with annotated articles, and say where and how they differ.

>>> from kg.evaluate import evaluate
>>> report = evaluate([{"id": "a", "officials": [{"name": "Ann Lee", "role": "President", "country": "KR"}]}],
...                   [{"id": "a", "officials": [{"name": "Lee", "role": "President", "country": "KP"}]}])
>>> report.officials.f1, report.country.value
(1.0, 0.0)
>>> [str(difference) for difference in report.differences]
['a: country: Ann Lee: KR / KP']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.evaluate.gate import Floors, digest, gate, load_floors
from kg.evaluate.report import Bin, Calibration, Difference, Report, Share, Tally
from kg.evaluate.show import as_dict, as_text

__all__ = [
    "Bin", "Calibration", "Difference", "Floors", "Report", "Share", "Tally",
    "as_dict", "as_text", "digest", "evaluate", "gate", "load_floors",
]  # fmt: skip


def evaluate(
    gold: Path | Iterable[Mapping[str, Any]],
    predicted: Path | Iterable[Mapping[str, Any]] | None = None,
    *,
    engine: str = "rules",
    jobs: int = 1,
) -> Report:
    """Score predicted records against gold records of the same shape, joined by `id`.

    `gold` and `predicted` are files with one JSON object per line, or the objects. Without `predicted`,
    the extractor named `engine` reads the gold's own articles with `jobs` processes: `texts/<id>.txt`
    beside the gold file, or the file that a record's `text` names. An article that cannot be read counts
    as one in which nothing was found and is named in `Report.unread`.

    Raises ReadError when a file is missing or a line of it is no record, UsageError when there is nothing
    to compare with: gold given as objects names no articles that an extractor could read.
    """
    from kg.errors import UsageError
    from kg.evaluate.records import by_id, load
    from kg.evaluate.run import predict
    from kg.evaluate.score import score

    records = load(gold, "gold") if isinstance(gold, Path) else list(gold)
    unread: tuple[str, ...] = ()
    found: Iterable[Mapping[str, Any]]
    if predicted is None:
        if not isinstance(gold, Path):
            raise UsageError("gold given as objects has no articles to read: give the predicted records too")
        found, unread = predict(records, gold.parent, engine, jobs)
    elif isinstance(predicted, Path):
        found = load(predicted, "predicted")
    else:
        found = predicted
    return score(records, by_id(found), unread)
