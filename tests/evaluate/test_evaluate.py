"""Scoring, on records small enough to work out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ReadError, UsageError
from kg.evaluate import Report, as_dict, as_text, evaluate
from kg.evaluate.calibration import Bet, calibrate
from kg.evaluate.compare import offices, same_date, same_name

MEETING: dict[str, Any] = {
    "kind": "meeting",
    "participants": ["Ahn Gyu-back", "Shinjiro Koizumi"],
    "countries": ["KR", "JP"],
    "place": "Yokosuka",
    "place_country": "JP",
    "date": "2026-01-30",
    "status": "held",
    "evidence": "met in Yokosuka on Friday",
}
AHN: dict[str, Any] = {"name": "Ahn Gyu-back", "role": "Defense Minister", "country": "KR"}


def one(events: list[dict[str, Any]], officials: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    return [{"id": "a", "officials": officials or [], "events": events}]


def against(gold: dict[str, Any], **changed: Any) -> Report:
    return evaluate(one([gold]), one([{**gold, **changed}]))


def kinds(report: Report) -> list[str]:
    return [d.kind for d in report.differences]


def test_a_perfect_prediction_is_perfect() -> None:
    report = evaluate(one([MEETING], [AHN]), one([MEETING], [AHN]))
    assert report.differences == ()
    assert {name: value for name, value in report.figures().items() if value != 1.0} == {}


def test_nothing_predicted_misses_everything() -> None:
    report = evaluate(one([MEETING], [AHN]), [])
    assert kinds(report) == ["official missed", "event missed"]
    assert report.events.f1 == report.exact.f1 == report.officials.f1 == 0.0
    assert report.role.value is None


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"participants": ["Shinjiro Koizumi"]}, "participants"),
        ({"countries": ["KR", "JP", "US"]}, "countries"),
        ({"place": "Tokyo"}, "place"),
        ({"date": "2026-01-29"}, "date"),
        ({"date": None}, "date"),
        ({"status": "planned"}, "status"),
    ],
)
def test_each_field_is_judged_alone_and_shown_with_its_evidence(changed: dict[str, Any], kind: str) -> None:
    report = against(MEETING, **changed)
    (difference,) = report.differences
    assert difference.kind == kind
    assert difference.article == "a"
    assert difference.evidence == "met in Yokosuka on Friday"
    assert report.fields[kind].value == 0.0
    assert sum(share.right for share in report.fields.values()) == 4
    # The exact event forgives another name for a place in the same country, and nothing else.
    assert report.exact.right == (kind == "place")


def test_a_place_in_another_country_is_not_exact() -> None:
    assert against(MEETING, place="Yokosuka", place_country="US").exact.right == 0


def test_held_and_ongoing_are_one() -> None:
    assert against(MEETING, status="ongoing").differences == ()


def test_another_kind_is_another_event() -> None:
    assert kinds(against(MEETING, kind="visit")) == ["event missed", "event extra"]
    assert against(MEETING, kind="visit").kinds["visit"].extra == 1


def test_fewer_than_half_of_the_people_is_another_event() -> None:
    four = {**MEETING, "participants": ["Ann Lee", "Bob Ray", "Cy Young", "Di Marco"]}
    assert against(four, participants=["Ann Lee", "Bob Ray"]).events.right == 1
    assert against(four, participants=["Ann Lee"]).events.right == 0


def test_optional_costs_nothing_found_or_missed() -> None:
    gold = one([{**MEETING, "optional": True}], [{**AHN, "optional": True}])
    wrong = one([{**MEETING, "status": "planned"}], [{**AHN, "country": "JP"}])
    for predicted in (one([]), wrong):
        assert evaluate(gold, predicted).differences == ()


def test_may_is_neither_required_nor_wrong() -> None:
    gold = {**MEETING, "may": {"participants": ["Lee Jae Myung"], "countries": ["US"]}}
    with_them = {"participants": [*MEETING["participants"], "Lee"], "countries": ["KR", "JP", "US"]}
    assert against(gold).differences == against(gold, **with_them).differences == ()
    assert kinds(against(gold, participants=[*MEETING["participants"], "Ban"])) == ["participants"]


def test_a_guessed_capital_of_a_party_is_no_wrong_place() -> None:
    nowhere = {**MEETING, "place": None, "place_country": None}
    assert against(nowhere, place="Seoul", place_country="KR").differences == ()
    assert kinds(against(nowhere, place="Geneva", place_country="CH")) == ["place"]


def test_each_event_is_matched_once() -> None:
    report = evaluate(one([MEETING]), one([MEETING, MEETING]))
    assert (report.events.right, report.events.extra) == (1, 1)


def test_role_by_office_and_either_of_two() -> None:
    gold = one([], [{**AHN, "role": "Deputy Prime Minister and Foreign Minister"}])
    assert evaluate(gold, one([], [{**AHN, "role": "top diplomat"}])).role.value == 1.0
    assert kinds(evaluate(gold, one([], [{**AHN, "role": "Defense Minister"}]))) == ["role"]


def test_names_that_share_only_a_given_name_differ() -> None:
    assert not same_name("Shinjiro", "Koizumi Junichiro")
    assert not same_name("Kim Yong-nam", "Kim Dae-jung")
    assert same_name("Recep Tayyip Erdoğan", "Erdogan")


def test_a_vague_date_counts_up_to_a_week() -> None:
    assert same_date("2026-01-30", "2026-01-26/2026-02-01")
    assert not same_date("2026-01-30", "2026-01-25/2026-02-01")
    assert same_date("2026-01", "2025-11/2026-02")


def test_an_unknown_office_stands_for_itself() -> None:
    assert offices("Mayor of Rome") == {"mayor of rome"}
    assert offices("") == set()


def test_confidence_is_compared_with_what_came_of_it() -> None:
    second = {**MEETING, "participants": ["Cho Hyun"], "confidence": 0.6}
    optional = {**MEETING, "participants": ["Lee Jae Myung", "Sanae Takaichi"]}
    gold = one([MEETING, {**optional, "optional": True}])
    predicted = one([{**MEETING, "confidence": 0.9}, second, {**optional, "confidence": 0.1}])
    calibration = evaluate(gold, predicted).calibration
    assert calibration is not None
    assert calibration.events == 2  # the optional one is no bet that could be lost
    assert calibration.brier == pytest.approx((0.1**2 + 0.6**2) / 2)
    assert [(b.low, b.right, b.events) for b in calibration.bins] == [(0.6, 0, 1), (0.9, 1, 1)]


def test_confidence_at_the_edges_of_bins() -> None:
    calibration = calibrate([Bet(c, True, True) for c in (0.0, 0.1, 0.3, 0.7, 1.0)])
    assert calibration is not None
    assert [b.low for b in calibration.bins] == [0.0, 0.1, 0.3, 0.7, 0.9]


def test_without_confidence_there_is_no_calibration() -> None:
    assert evaluate(one([MEETING]), one([MEETING])).calibration is None


# ------------------------------------------------------------------ files


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def test_files_and_objects_score_the_same(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", one([MEETING], [AHN]))
    predicted = write(tmp_path / "predicted.jsonl", one([{**MEETING, "date": "2025"}], [AHN]))
    assert evaluate(gold, predicted) == evaluate(
        one([MEETING], [AHN]), one([{**MEETING, "date": "2025"}], [AHN])
    )


@pytest.mark.parametrize("content", ["{", "[]", '{"officials": []}', '{"id": 3}'])
def test_a_bad_line_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a"}\n\n' + content, encoding="utf-8")
    with pytest.raises(ReadError, match=r"gold\.jsonl:3: "):
        evaluate(path, [])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nowhere\.jsonl"):
        evaluate(tmp_path / "nowhere.jsonl", [])


def test_objects_without_articles_cannot_be_extracted() -> None:
    with pytest.raises(UsageError, match="predicted"):
        evaluate(one([MEETING]))


def test_a_predicted_record_needs_an_id() -> None:
    with pytest.raises(UsageError, match='"id"'):
        evaluate(one([MEETING]), [{"events": []}])


def test_the_extractor_reads_the_texts_beside_the_gold(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    text = "TOKYO, Jan 30, 2026 - Nothing of note happened in the city on Friday, and the shops were open until late."
    (tmp_path / "texts" / "a.txt").write_text(text, encoding="utf-8")
    report = evaluate(write(tmp_path / "gold.jsonl", [*one([]), {"id": "gone"}]))
    assert report.articles == 2
    assert report.events.extra == 0
    (line,) = report.unread
    assert "gone.txt" in line


# ------------------------------------------------------------------ shown


def test_shown_as_text_with_differences_by_kind() -> None:
    gold, predicted = (
        one([MEETING, {**MEETING, "kind": "call"}], [AHN]),
        one([{**MEETING, "confidence": 0.8}]),
    )
    text = as_text(evaluate(gold, predicted), errors=5)
    assert "event missed: 1" in text
    assert "a: official missed: Ahn Gyu-back" in text
    assert "Brier score 0.040 over 1 events" in text
    assert "event missed" not in as_text(evaluate(gold, predicted))


def test_shown_as_an_object_that_json_takes() -> None:
    shown = as_dict(evaluate(one([MEETING], [AHN]), one([MEETING])))
    assert json.loads(json.dumps(shown)) == shown
    assert shown["differences"] == {"official missed": 1}
    assert shown["by_kind"] == {"meeting": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1}}
