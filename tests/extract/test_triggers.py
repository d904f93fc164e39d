"""The table of trigger words is data: it is tested like code."""

from __future__ import annotations

from importlib.resources import files

import pytest

from kg.extract.triggers import forms, lookup

CLASSES = {
    "verb": {
        "face",
        "side",
        "light",
        "phone",
        "go",
        "leave",
        "sign",
        "make",
        "drop",
        "delay",
        "offer",
        "bar",
        "plan",
        "hand",
    },
    "noun": {"talk", "gathering", "call", "trip", "pact", "paper", "signing"},
}


def rows() -> list[list[str]]:
    text = files("kg.extract").joinpath("triggers.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_every_row_has_a_known_class_and_part_of_speech() -> None:
    wrong = [r for r in rows() if len(r) not in (3, 4) or r[1] not in CLASSES or r[0] not in CLASSES[r[1]]]
    assert not wrong, f"mend these rows of triggers.tsv (class, part of speech, lemma, forms): {wrong}"


def test_no_row_stands_twice() -> None:
    keys = [tuple(r[:3]) for r in rows()]
    assert len(keys) == len(set(keys)), sorted({k for k in keys if keys.count(k) > 1})


@pytest.mark.parametrize(
    ("form", "part", "kind", "lemma"),
    [
        ("met", "verb", "face", "meet"),
        ("receives", "verb", "face", "receive"),
        ("travelling", "verb", "go", "travel"),
        ("cancelled", "verb", "drop", "cancel"),
        ("rang", "verb", "phone", "ring"),
        ("summits", "noun", "gathering", "summit"),
        ("treaties", "noun", "pact", "treaty"),
        ("stopped", "verb", "go", "stop"),
    ],
)
def test_forms(form: str, part: str, kind: str, lemma: str) -> None:
    assert lookup(form, part)[kind] == lemma


def test_an_ordinary_word_is_no_trigger() -> None:
    assert not lookup("banana", "noun")
    assert "table" not in forms("verb")
