"""How sure an event is: how often its rule was right on the annotated articles of `data/gold`.

The counts stand in `confidence.tsv`, made by `python benchmarks/confidence.py`; a rule that was right in
9 of 10 cases gives (9 + 1) / (10 + 2): a little caution where there is little to go by. Several tellings
of one event by different words make it surer.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def counts() -> dict[str, tuple[int, int]]:
    """Each rule's right and wrong events on the annotated articles."""
    text = files("kg.extract").joinpath("confidence.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {rule: (int(right), int(wrong)) for rule, right, wrong in rows}


def confidence(rules: Iterable[str]) -> float:
    """The confidence of an event told by these rules, between 0 and 1.

    >>> 0 < confidence(["face-verb"]) < 1
    True
    >>> confidence(["face-verb", "talk-noun"]) > confidence(["face-verb"])
    True
    """
    doubt = 1.0
    for n, rule in enumerate(sorted(set(rules), key=lambda r: -_share(r))):
        # A second telling often repeats the first's mistake: it takes away half of the doubt it could.
        doubt *= 1 - _share(rule) * (1.0 if n == 0 else 0.5)
    return round(1 - doubt, 2)


def _share(rule: str) -> float:
    right, wrong = counts().get(rule, (0, 0))
    return (right + 1) / (right + wrong + 2)
