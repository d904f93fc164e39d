"""The pipeline that the rules read with."""

from __future__ import annotations

import os

import pytest

from kg.extract.rules import MODEL
from kg.extract.sentence.pipeline import _THREADS, _one_thread, pipeline


def test_only_what_the_rules_use_is_loaded() -> None:
    doc = pipeline(MODEL)("The ministers met in Oslo.")
    assert [t.tag_ for t in doc][:3] == ["DT", "NNS", "VBD"]
    assert doc[1].head.i == 2 and doc[1].dep_ == "nsubj"
    assert not doc.ents


def test_libraries_are_loaded_with_one_thread_and_the_environment_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in _THREADS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(_THREADS[0], "4")  # the user's own choice
    before = dict(os.environ)
    with _one_thread():
        assert [os.environ[name] for name in _THREADS] == ["4", "1", "1"]
    assert dict(os.environ) == before
