"""merge, split, judgements, undo, review and resolve from the command line."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from kg.cli import judge
from tests.cli.conftest import Kg


@pytest.fixture
def store(world_store: Path, tmp_path: Path) -> str:
    """The small world, for this test alone."""
    shutil.copytree(world_store, tmp_path / "store")
    return str(tmp_path / "store")


def officials(kg: Kg, store: str) -> int:
    return int(json.loads(kg("--store", store, "stats", "--json").out)["officials"])


def test_split_lists_claims_and_splits_two_of_them(kg: Kg, store: str) -> None:
    listed = kg("--store", store, "split", "Ahn Gyu-back")
    claims = re.findall(r"^article:\S+", listed.out, re.MULTILINE)
    assert len(claims) == 3
    done = kg("--store", store, "split", claims[0], claims[1], "--note", "two men")
    assert (done.code, officials(kg, store)) == (0, 5)
    assert "two men" in kg("--store", store, "judgements").out
    (judgement,) = json.loads(kg("--store", store, "judgements", "--json").out)
    assert judgement["verdict"] == "different"
    assert kg("--store", store, "undo", judgement["id"]).code == 0
    assert (officials(kg, store), kg("--store", store, "judgements").out) == (4, "no judgements\n")


def test_judgements_survive_resolving_anew_and_removing(kg: Kg, store: str) -> None:
    kg("--store", store, "merge", "Pete Hegseth", "Mark Rutte")
    assert officials(kg, store) == 3
    assert kg("--store", store, "resolve").code == 0
    assert officials(kg, store) == 3
    kg("--store", store, "remove", "two")
    assert officials(kg, store) == 3


def test_a_contradiction_is_refused_in_one_line(kg: Kg, store: str) -> None:
    claims = re.findall(r"^article:\S+", kg("--store", store, "split", "Ahn").out, re.MULTILINE)
    kg("--store", store, "split", *claims[:2])
    done = kg("--store", store, "merge", *claims[:2])
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)


def test_review_lists_the_least_certain_first(kg: Kg, store: str) -> None:
    doubts = json.loads(kg("--store", store, "review", "--json").out)
    merged = [doubt["score"] for doubt in doubts if doubt["merged"]]
    assert merged
    assert merged == sorted(merged)
    assert "events taken for one" in kg("--store", store, "review").out


@pytest.mark.parametrize(("answer", "verdict"), [("s", "same"), ("d", "different"), ("", None), ("q", None)])
def test_review_asks_and_keeps_the_answer(
    kg: Kg, store: str, answer: str, verdict: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "on_terminal", lambda *_: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: answer)
    assert kg("--store", store, "review", "-n", "1").code == 0
    kept = json.loads(kg("--store", store, "judgements", "--json").out)
    assert [each["verdict"] for each in kept] == ([verdict] if verdict else [])
    if verdict:  # what was settled is not asked again
        again = json.loads(kg("--store", store, "review", "--json").out)
        settled = {kept[0]["left"], kept[0]["right"]}
        assert all({each["left"], each["right"]} != settled for each in again)
