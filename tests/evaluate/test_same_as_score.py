"""The figures are those of the reference scorer, which lies outside the project; without it these tests skip."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate import Report, as_dict, evaluate

EVAL = Path(__file__).parents[3] / "shared" / "eval"
GOLD = sorted(EVAL.glob("*/*.gold.jsonl")) + sorted(EVAL.glob("*.gold.jsonl"))

pytestmark = pytest.mark.skipif(not (EVAL / "score.py").exists(), reason="the reference scorer is not here")


def reference() -> ModuleType:
    if "reference_score" not in sys.modules:
        spec = importlib.util.spec_from_file_location("reference_score", EVAL / "score.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["reference_score"] = module
        spec.loader.exec_module(module)
    return sys.modules["reference_score"]


def expected(
    gold: list[dict[str, Any]], predicted: list[dict[str, Any]]
) -> tuple[dict[str, Any], list[list[str]]]:
    """The reference's figures, and article and kind of each of its differences."""
    out = reference().score(gold, {r["id"]: r for r in predicted}, 10**9)
    errors = [line.split("\t")[:2] for line in out.pop("errors")]
    return out, errors


def assert_same(report: Report, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    figures, errors = expected(gold, predicted)
    ours = as_dict(report)
    assert {key: ours[key] for key in figures} == figures
    assert [[d.article, d.kind] for d in report.differences] == errors


# ------------------------------------------------------------------ on the development sets


def spoil(record: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A record as a middling extractor would have it: things left out, doubled and got wrong."""
    officials = [dict(o) for o in record["officials"] if chance.random() < 0.8]
    for o in officials:
        if chance.random() < 0.3:
            o["name"] = o["name"].split()[-1]
        if chance.random() < 0.2:
            o["role"] = chance.choice([None, "Minister", "Deputy Foreign Minister and President"])
        if chance.random() < 0.2:
            o["country"] = chance.choice(["FR", None, "EU"])
    events = []
    for e in record["events"]:
        for _ in range(chance.choice([0, 1, 1, 1, 2])):
            events.append(spoilt_event(e, chance))
    return {"id": record["id"], "officials": officials, "events": events}


def spoilt_event(event: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    e = {key: value for key, value in event.items() if key not in {"may", "optional"}}
    if chance.random() < 0.3:
        e["participants"] = e["participants"][:-1]
    if chance.random() < 0.3:
        e["countries"] = e["countries"][1:]
    if chance.random() < 0.3:
        e["date"] = chance.choice([None, (e["date"] or "2020")[:7], (e["date"] or "2020")[:4], "nonsense"])
    if chance.random() < 0.2:
        e["place"], e["place_country"] = chance.choice([(None, None), ("Paris", "FR")])
    if chance.random() < 0.2:
        e["status"] = chance.choice(["held", "ongoing", "planned"])
    if chance.random() < 0.1:
        e["kind"] = chance.choice(["meeting", "visit"])
    return e


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
@pytest.mark.parametrize("seed", range(3))
def test_spoilt_gold_scores_the_same(path: Path, seed: int) -> None:
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    predicted = [spoil(record, chance) for record in gold if chance.random() < 0.95]
    assert_same(evaluate(path, predicted), gold, predicted)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_gold_against_itself_scores_the_same(path: Path) -> None:
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    report = evaluate(path, path)
    assert_same(report, gold, gold)
    assert report.officials.missed == 0
    assert report.events.missed == 0


# ------------------------------------------------------------------ on records that nobody wrote

# Few names, so that generated gold and predictions meet; with accents, orders, hyphens and nonsense among them.
NAMES = st.sampled_from(
    ["Ahn Gyu-back", "Ahn", "Gyu-back Ahn", "Shinjiro Koizumi", "Koizumi", "Lee Jae Myung", "Lee", "Péter Szijjártó",
     "Szijjarto's", "Ban Ki-moon", "Ban", "Kim", "Kim Jong Un", "Ki-moon", "", "!!", "O'Neill", "ONeill"]
)  # fmt: skip
ROLES = st.sampled_from(
    ["Defense Minister", "Foreign Minister", "Secretary of State", "Prime Minister and Foreign Minister", "Chancellor",
     "Vice-President", "deputy secretary of state", "Chargé d'affaires", "King", "Mayor", "", None, "Pentagon chief",
     "Minister of Finance", "Chancellor of the Exchequer", "Secretary-General", "Foreign Ministry spokesman",
     "State Minister for Foreign Affairs", "PM", "Minister for National Defence", "top diplomat"]
)  # fmt: skip
CODES = st.sampled_from(["KR", "JP", "US", "EU", None])
STATES = st.lists(st.sampled_from(["KR", "JP", "US", "EU"]), max_size=3)
DATES = st.sampled_from(
    [None, "2026-01-30", "2026-01-29/2026-01-31", "2026-01", "2026", "2025-11-01/..", "2026-13", "2026-02-30", "soon",
     "2026-01-30?", "2026-01-26/2026-02-01", "2026-01-30T10:00", "/2026-01-30", "..", "2025~", "2026-01-31/2026-01-29"]
)  # fmt: skip
PLACES = st.sampled_from(
    [(None, None), ("Yokosuka", "JP"), ("Tokyo", "JP"), ("Port of Yokosuka", None), ("Seoul", "KR")]
)

OFFICIALS = st.fixed_dictionaries(
    {"name": NAMES, "role": ROLES, "country": CODES}, optional={"optional": st.booleans()}
)


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    place, country = draw(PLACES)
    event: dict[str, Any] = {
        "kind": draw(st.sampled_from(["meeting", "call", "visit"])),
        "participants": draw(st.lists(NAMES, max_size=4)),
        "countries": draw(STATES),
        "place": place,
        "place_country": country,
        "date": draw(DATES),
        "status": draw(st.sampled_from(["held", "ongoing", "planned", None])),
    }
    if draw(st.booleans()):
        event["may"] = {"participants": draw(st.lists(NAMES, max_size=2)), "countries": draw(STATES)}
    if draw(st.booleans()):
        event["optional"] = draw(st.booleans())
    return event


RECORDS = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["a", "b", "c"])},
        optional={
            "officials": st.none() | st.lists(OFFICIALS, max_size=4),
            "events": st.none() | st.lists(events(), max_size=4),
        },
    ),
    max_size=3,
)


@given(RECORDS, RECORDS)
@settings(max_examples=400, deadline=None)
def test_any_records_score_the_same(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    assert_same(evaluate(gold, predicted), gold, predicted)


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_strings_compare_the_same(left: str, right: str) -> None:
    from kg.evaluate.compare import days, offices, same_date, same_name

    assert same_name(left, right) == reference().same_name(left, right)
    assert offices(left) == reference().role_classes(left)
    assert days(left) == reference().span(left)
    assert same_date(left, right) == reference().date_right(left, right)
