"""Floors: kept, only raised, and pinned to what they were reached on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.evaluate import digest, evaluate, gate, load_floors
from kg.evaluate.floors import main

EVENT = {"kind": "call", "participants": ["Ann Lee", "Bob Ray"], "countries": ["KR", "US"], "status": "held"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("A text.", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "events": [EVENT]}) + "\n", encoding="utf-8")
    return tmp_path


def test_the_digest_sees_every_change(folder: Path) -> None:
    seen = {digest(folder)}
    (folder / "texts" / "a.txt").write_text("A text!", encoding="utf-8")
    seen.add(digest(folder))
    (folder / "texts" / "a.txt").rename(folder / "texts" / "b.txt")
    seen.add(digest(folder))
    (folder / "gold.jsonl").write_text("", encoding="utf-8")
    seen.add(digest(folder))
    assert len(seen) == 4


def test_floors_are_kept_with_the_digest(folder: Path) -> None:
    assert main([str(folder), "events.f1=0.5", "exact.f1=0.25"]) == 0
    floors = load_floors(folder)
    assert floors.sha256 == digest(folder)
    assert floors.floors == {"events.f1": 0.5, "exact.f1": 0.25}


def test_floors_only_rise(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "events.f1=0.5"]) == 0
    assert main([str(folder), "events.f1=0.4"]) == 2
    assert "floors only rise" in capsys.readouterr().err
    assert main([str(folder), "events.f1=0.6"]) == 0
    assert load_floors(folder).floors == {"events.f1": 0.6}


@pytest.mark.parametrize("arguments", [["events.f1=much"], ["events.f1=1.5"], ["--lower"], ["a", "b"]])
def test_bad_arguments_are_one_line(
    folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (folder / "floors.json").exists()


def test_a_folder_without_gold_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none")]) == 1
    assert "gold.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"sha256": "x", "floors": {"a": "b"}}'])
def test_broken_floors_are_told(folder: Path, content: str) -> None:
    (folder / "floors.json").write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=r"floors\.json"):
        load_floors(folder)


def test_a_figure_below_its_floor_is_named() -> None:
    report = evaluate(
        [{"id": "a", "events": [EVENT, {**EVENT, "kind": "visit"}]}], [{"id": "a", "events": [EVENT]}]
    )
    assert gate(report, {"events.recall": 0.5, "events.precision": 1.0, "officials.role": 0.0}) == ()
    assert gate(report, {"events.recall": 0.51}) == ("events.recall is 0.5000, its floor 0.5100",)
    assert gate(report, {"officials.role": 0.1}) == ("officials.role is 0.0000, its floor 0.1000",)
    assert gate(report, {"kinds.visit.f1": 0.1, "nonsense": 0.0}) == (
        "kinds.visit.f1 is 0.0000, its floor 0.1000",
        "nonsense is no figure of a report",
    )
