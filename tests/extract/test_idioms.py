"""The table of set phrases is well formed."""

from __future__ import annotations

from importlib.resources import files

from kg.extract.meetings.phrasebook import phrases


def _rows() -> list[list[str]]:
    text = files("kg.extract.meetings").joinpath("idioms.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_every_row_has_its_columns() -> None:
    wrong = [row for row in _rows() if len(row) not in (4, 5) or row[4:] not in ([], ["joint"])]
    assert not wrong, f"mend these rows of idioms.tsv (rule, verbs, nouns, prepositions, joint): {wrong}"


def test_no_row_stands_twice() -> None:
    keys = [tuple(row[1:4]) for row in _rows()]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    assert not twice, f"take these rows out of idioms.tsv: {twice}"


def test_irregular_forms_are_found() -> None:
    assert {"shook", "shaken", "clasped", "broke", "laid"} <= phrases().keys()
