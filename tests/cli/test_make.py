"""build, add, remove and extract from the command line, on real text."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import open_store
from tests.cli.conftest import Done, Kg

MEETING = """{title}

Published: March 5, 2024

{place} (Wire) - Italian Foreign Minister Antonio Tajani met his Japanese counterpart, Yoko Kamikawa, in {place} on Monday.
They talked about the sea for two hours, and they said that they would meet again in the autumn.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for place in ("Rome", "Milan", "Turin"):
        (folder / f"{place.lower()}.txt").write_text(
            MEETING.format(title=f"Ministers meet in {place}", place=place)
        )
    return folder


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "store")


def line(done: Done, name: str) -> str:
    (found,) = [each for each in done.out.splitlines() if each.startswith(name)]
    return found.removeprefix(name).strip()


def test_build_then_ask(kg: Kg, articles: Path, store: str, tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    done = kg("--store", store, "build", str(articles), "--exports", str(exports))
    assert (done.code, done.err) == (0, "")
    assert line(done, "articles read") == "3"
    assert "Now try:\n  kg query" in done.out
    assert sorted(path.name for path in exports.iterdir()) == [
        "graph.html",
        "graph.jsonld",
        "graph.trig",
        "graph.ttl",
    ]
    assert "Yoko Kamikawa" in kg("--store", store, "query", "who-met", "Tajani").out


def test_building_again_reads_nothing_and_writes_the_same_bytes(
    kg: Kg, articles: Path, store: str, tmp_path: Path
) -> None:
    kg("--store", store, "build", str(articles), "--exports", str(tmp_path / "a"))
    done = kg("--store", store, "build", str(articles), "--exports", str(tmp_path / "b"))
    assert line(done, "articles read") == "0, 3 already there"
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_another_order_of_articles_gives_the_same_bytes(
    kg: Kg, articles: Path, store: str, tmp_path: Path
) -> None:
    names = sorted(map(str, articles.iterdir()))
    kg("--store", store + "1", "build", *names, "--exports", str(tmp_path / "a"))
    kg("--store", store + "2", "build", *reversed(names), "--exports", str(tmp_path / "b"))
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_build_takes_out_what_is_not_among_its_inputs_and_add_keeps_it(
    kg: Kg, articles: Path, store: str, tmp_path: Path
) -> None:
    exports = ("--exports", str(tmp_path / "exports"))
    kg("--store", store, "build", str(articles / "rome.txt"), *exports)
    assert line(kg("--store", store, "add", str(articles / "milan.txt")), "articles read") == "1"
    done = kg("--store", store, "build", str(articles / "turin.txt"), *exports)
    assert line(done, "articles read") == "1, 2 removed, not among the inputs"
    assert json.loads(kg("--store", store, "stats", "--json").out)["articles"] == 1


def test_adding_twice_is_adding_once(kg: Kg, articles: Path, store: str) -> None:
    kg("--store", store, "add", str(articles))
    before = kg("--store", store, "stats").out
    assert line(kg("--store", store, "add", str(articles)), "articles read") == "0, 3 already there"
    assert kg("--store", store, "stats").out == before


def test_remove_is_as_if_it_had_never_been_read(kg: Kg, articles: Path, store: str) -> None:
    kg("--store", store, "add", str(articles / "rome.txt"))
    before = kg("--store", store, "stats").out
    kg("--store", store, "add", str(articles / "milan.txt"))
    assert kg("--store", store, "remove", "milan").code == 0
    assert kg("--store", store, "stats").out == before
    assert kg("--store", store, "remove", "milano").code == 1


def test_bad_inputs_are_a_line_each_and_the_rest_is_done(
    kg: Kg, articles: Path, store: str, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "french.txt").write_text(
        "Les ministres se sont rencontrés à Paris pour des entretiens sur la mer. " * 5
    )
    (tmp_path / "menu.html").write_text("<html><body><a>Home</a></body></html>")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    bad = [
        str(tmp_path / name)
        for name in ("empty.txt", "binary.txt", "french.txt", "menu.html", "huge.txt", "none.txt")
    ]
    done = kg("--store", store, "add", *bad, str(articles))
    assert done.code == 3
    assert line(done, "articles read") == "3"
    assert line(done, "skipped").startswith("6 (")
    said = done.err.splitlines()
    assert len(said) == 6
    for name, words in zip(
        bad, ("empty", "binary", "not in English", "no article", "larger than", "no such file"), strict=True
    ):
        assert any(name in each and words in each for each in said), (name, said)


def test_only_bad_inputs_is_an_error(kg: Kg, store: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for command in ("add", "build", "extract"):
        done = kg("--store", store, command, str(tmp_path / "folder"))
        assert done.code == 1, command
        assert "nothing readable" in done.err


def test_an_article_without_a_date_is_read_and_says_so(kg: Kg, store: str, tmp_path: Path) -> None:
    text = MEETING.format(title="Ministers meet", place="Rome").replace("Published: March 5, 2024\n\n", "")
    (tmp_path / "undated.txt").write_text(text)
    done = kg("--store", store, "add", str(tmp_path / "undated.txt"))
    assert done.code == 0
    assert "no publication date" in done.err
    assert "2024" not in kg("--store", store, "query", "meetings-of", "Tajani").out


def test_a_store_in_use_is_one_line(kg: Kg, articles: Path, store: str) -> None:
    with open_store(store):
        done = kg("--store", store, "add", str(articles))
    assert (done.code, done.out) == (1, "")
    assert "another process writes to the store" in done.err


def test_a_store_of_another_version_is_one_line(kg: Kg, store: str) -> None:
    from kg.store.housekeeping import VERSION
    from kg.store.terms import HOUSEKEEPING, quad

    with open_store(store) as opened:
        opened.apply(remove=[VERSION], add=[quad(HOUSEKEEPING, "kg:formatVersion", 999, HOUSEKEEPING)])
    for command in (["stats"], ["add", "seeds"]):
        done = kg("--store", store, *command)
        assert (done.code, done.out) == (1, "")
        assert "format 999" in done.err
        assert done.err.count("\n") == 1


def test_extract_needs_no_store_and_prints_records(kg: Kg, articles: Path, tmp_path: Path) -> None:
    done = kg("--store", str(tmp_path / "none"), "extract", "--json", str(articles))
    records = [json.loads(each) for each in done.out.splitlines()]
    assert [record["id"] for record in records] == ["milan", "rome", "turin"]
    assert {official["name"] for official in records[0]["officials"]} == {"Antonio Tajani", "Yoko Kamikawa"}
    event = records[0]["events"][0]  # the talks; the next ones are planned
    assert (event["kind"], event["date"], event["place"]) == ("meeting", "2024-03-04", "Milan")
    assert event["evidence"] in (articles / "milan.txt").read_text()
    assert not (tmp_path / "none").exists()


def test_extract_report_quotes_the_words(kg: Kg, articles: Path) -> None:
    out = kg("extract", str(articles / "rome.txt")).out
    assert "meeting, held, 2024-03-04 in Rome, IT" in out
    assert "“" in out


def test_ctrl_c_keeps_what_was_done_and_the_next_run_goes_on(tmp_path: Path, store: str) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(800):
        text = MEETING.format(title=f"Round {number} of the talks", place="Rome")
        (folder / f"{number:04}.txt").write_text(text)
    # Behind a shell's "&" it is ignored, by what is started here too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen(
            [sys.executable, "-m", "kg", "--store", store, "add", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    deadline = time.monotonic() + 60
    while running.poll() is None and not counted(store) and time.monotonic() < deadline:
        time.sleep(0.1)  # until the first step is written
    running.send_signal(signal.SIGINT)
    try:
        _, err = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 130
    assert err.splitlines() == [
        "kg: stopped; what was reported done is kept, the same command goes on from there"
    ]
    assert 0 < counted(store) < 800


def counted(store: str) -> int:
    """Articles in a store that another process may be writing to."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", "--store", store, "stats", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    return int(json.loads(done.stdout)["articles"]) if done.returncode == 0 else 0


def test_report_has_a_line_for_each_input(kg: Kg, articles: Path, store: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    report = tmp_path / "report.jsonl"
    kg("--store", store, "add", str(articles), str(tmp_path / "empty.txt"), "--report", str(report))
    lines = [json.loads(each) for each in report.read_text().splitlines()]
    assert [each["outcome"] for each in lines] == ["read", "read", "read", "failed"]
    done = kg("--store", store, "add", str(articles), "--report", str(tmp_path))
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_a_table_with_named_columns(kg: Kg, store: str, tmp_path: Path) -> None:
    text = MEETING.format(title="Ministers meet", place="Rome").replace("Published: March 5, 2024\n\n", "")
    rows = [{"day": "2024-03-05", "story": text, "link": "https://one.example/"}]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    table = str(tmp_path / "news.jsonl")
    kg("--store", store, "add", table, "--text", "story", "--date", "day", "--url", "link")
    assert "2024-03-04" in kg("--store", store, "query", "meetings-in", "Rome").out
    assert kg("--store", store, "remove", "https://one.example/").code == 0
