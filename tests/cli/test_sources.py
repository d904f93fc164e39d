"""The commands calendar, timeline, watch, structured and extract on Spark, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar

from tests.cli.conftest import Kg
from tests.structured.test_structured import gdelt_line
from tests.watch.server import feed, page, serving

SEED = str(Path(__file__).parents[2] / "seeds" / "2026-01-30_yokosuka-talks-held.txt")


def test_calendar_and_timeline(kg: Kg, tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "store"))
    assert kg("add", SEED, *store).code == 0
    done = kg("calendar", *store, "-o", str(tmp_path / "m.ics"))
    written = icalendar.Calendar.from_ical((tmp_path / "m.ics").read_bytes()).walk("VEVENT")
    assert written
    assert (done.code, done.out) == (0, f"{tmp_path / 'm.ics'}: {len(written)} events\n")
    assert "Yokosuka" in kg("timeline", *store, "--period", "2026-01").out
    rows = json.loads(kg("timeline", *store, "--json").out)
    assert ("2026-01-30", "meeting", "held") in {(row["when"], row["kind"], row["status"]) for row in rows}


def test_structured_twice_is_once(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "export.CSV").write_text(gdelt_line() + "\nbroken\n")
    store = ("--store", str(tmp_path / "store"))
    for _ in range(2):
        done = kg("structured", *store, "gdelt", str(tmp_path / "export.CSV"))
        assert done.code == 3
        assert done.out == "1 rows added, 1 that could not be read\n"
        assert "row 2: 1 columns instead of 61" in done.err
    assert "Turku" in kg("timeline", *store).out
    assert kg("timeline", *store).out.count("visit") == 1


def test_watch_once(kg: Kg, tmp_path: Path) -> None:
    with serving() as site:
        site.give("/feed", feed("/1"))
        site.give("/1", page("Ministers meet"))
        arguments = (
            "watch",
            "--store",
            str(tmp_path / "store"),
            site.base + "/feed",
            "--once",
            "--state",
            str(tmp_path / "s.json"),
        )
        refused = kg(*arguments)
        assert "own network" in refused.err
        (tmp_path / "s.json").unlink()
        done = kg(*arguments, "--allow-private")
    assert done.code == 0
    assert done.out == "1 articles, 0 skipped, 0 waiting; 1 feeds polled, 0 unchanged, 0 failed\n"
    assert "1 new" in done.err


def test_spark_needs_a_folder(kg: Kg) -> None:
    done = kg("extract", "--engine", "spark", SEED)
    assert done.code == 2
    assert "name one with -o" in done.err
