"""The project's own gold articles: sound records, and figures that stay above their floors."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import digest, evaluate, gate, load_floors
from kg.evaluate.compare import days, words
from kg.evaluate.gate import TEXTS
from kg.evaluate.run import text_of

GOLD = Path(__file__).parents[2] / "data" / "gold"
FOLDERS = (GOLD, GOLD / "later", GOLD / "unseen")
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))


def records(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


RECORDS = [pytest.param(folder, each, id=each["id"]) for folder in FOLDERS for each in records(folder)]
BODY = re.compile(
    r"EU|UN|NATO|ASEAN|AU|IMF|OPEC|IAEA|OSCE|SCO|GCC|AL|WB|WTO|WHO|OAS|OIC|SADC|ECOWAS|CARICOM|UNASUR"
    r"|MERCOSUR|CPLP|PIF|BRICS"
)


@cache
def text(folder: Path, record_id: str) -> str:
    record = next(r for r in records(folder) if r["id"] == record_id)
    return " ".join(text_of(record, folder).read_text(encoding="utf-8").split())


def is_code(code: object) -> bool:
    return isinstance(code, str) and bool(BODY.fullmatch(code) or re.fullmatch(r"[A-Z]{2}", code))


@each_folder
def test_the_digest_is_the_one_that_the_floors_were_reached_on(folder: Path) -> None:
    assert load_floors(folder).sha256 == digest(folder), (
        f"the gold changed: look at what the figures do, then run python -m kg.evaluate.floors {folder}"
    )


@each_folder
def test_the_extractor_stays_above_its_floors(folder: Path) -> None:
    report = evaluate(folder / "gold.jsonl")
    assert report.unread == ()
    assert report.articles == len(records(folder))
    assert gate(report, load_floors(folder).floors) == ()


@each_folder
def test_ids_and_texts_belong_together(folder: Path) -> None:
    ids = [r["id"] for r in records(folder)]
    assert ids == sorted(set(ids))
    assert ids == sorted(path.stem for path in (folder / TEXTS).iterdir())


@pytest.mark.parametrize(("folder", "record"), RECORDS)
def test_a_record_is_sound(folder: Path, record: dict[str, Any]) -> None:
    whole = text(folder, record["id"])
    have = set(words(whole))
    assert days(record["published"])
    names = [o["name"] for o in record["officials"]]
    assert len(names) == len(set(names))
    for official in record["officials"]:
        assert set(words(official["name"])) <= have, official
        assert is_code(official["country"]), official
    for event in record["events"]:
        check_event(event, whole, set(names), have)


def check_event(event: dict[str, Any], whole: str, names: set[str], have: set[str]) -> None:
    assert event["kind"] in {"meeting", "call", "visit", "agreement"}, event
    assert event["status"] in {"held", "ongoing", "planned", "proposed", "postponed", "cancelled"}, event
    assert set(event["participants"]) | set(event.get("may", {}).get("participants", [])) <= names, event
    assert all(is_code(code) for code in event["countries"]), event
    assert len(set(event["countries"])) == len(event["countries"]) >= (1 if event.get("optional") else 2), (
        event
    )
    assert event["date"] is None or days(event["date"]), event
    assert bool(event["place"]) == is_code(event["place_country"]), event
    assert set(words(event["place"] or "")) <= have, event
    assert event["evidence"], event
    assert event["evidence"] in whole, event


@each_folder
def test_nothing_is_planned_for_the_past_or_held_in_the_future(folder: Path) -> None:
    for record in records(folder):
        published = days(record["published"])
        assert published
        for event in record["events"]:
            when = days(event["date"] or "")
            if when and event["status"] == "held":
                assert when[0] <= published[0], (record["id"], event)
            if when and event["status"] == "planned":
                assert when[1] >= published[0], (record["id"], event)
