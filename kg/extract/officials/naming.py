"""What a name's wording says about its language: a hint between states that an article names anyway."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path

CUES = Path(__file__).parent / "name_cues.tsv"

# Weights of one word of a name. A word of several languages counts the less the more they are.
_WORD = 1.0
_LONG_ENDING = 0.8  # four letters or more
_ENDING = 0.6  # three
_SHORT_ENDING = 0.35  # two: "ov", "ic"
_BEGINNING = 0.5
_MOST = 1.6  # a whole name counts no more than this


@cache
def _table() -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """Words, endings and beginnings, each with the weight for every state."""
    rows = []
    for line in CUES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = [*line.split("\t"), "", "", ""][:4]
            rows.append([c.split() for c in cells])
    tables: list[dict[str, dict[str, float]]] = []
    for column in (1, 2, 3):
        where: dict[str, list[list[str]]] = defaultdict(list)
        for row in rows:
            for cue in set(row[column]):
                where[cue].append(row[0])
        table: dict[str, dict[str, float]] = {}
        for cue, groups in where.items():
            share = len(groups) ** -0.5
            weights: dict[str, float] = {}
            for codes in groups:
                for code in codes:
                    weights[code] = max(
                        weights.get(code, 0.0),
                        share * (1.0 if len(codes) == 1 else 0.8 if len(codes) < 5 else 0.55),
                    )
            table[cue] = weights
        tables.append(table)
    return tables[0], tables[1], tables[2]


@lru_cache(maxsize=4096)
def resemblance(name: tuple[str, ...]) -> dict[str, float]:
    """How well a name (keys of its words) fits the languages of states: code to 0..1.6; others 0.

    >>> max(resemblance(("takashi", "yamamoto")).items(), key=lambda x: x[1])[0]
    'JP'
    """
    words, endings, beginnings = _table()
    total: dict[str, float] = defaultdict(float)
    for word in name:
        best: dict[str, float] = {}
        _raise(best, words.get(word), _WORD)
        for size in range(min(6, len(word) - 2), 1, -1):
            weight = _LONG_ENDING if size > 3 else _ENDING if size == 3 else _SHORT_ENDING
            _raise(best, endings.get(word[-size:]), weight)
        for size in range(min(6, len(word) - 2), 1, -1):
            _raise(best, beginnings.get(word[:size]), _BEGINNING * (0.5 if size == 2 else 1.0))
        for code, weight in best.items():
            total[code] += weight
    return {code: min(_MOST, weight) for code, weight in total.items()}


def _raise(best: dict[str, float], found: dict[str, float] | None, weight: float) -> None:
    for code, share in (found or {}).items():
        if share * weight > best.get(code, 0.0):
            best[code] = share * weight
