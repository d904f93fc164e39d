"""Every bad twin ends in a line of its own, in bounded time and memory, and stops nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import ReadError, TooLarge
from kg.model import Article
from kg.read import Failure, Options, read
from tests.read.twins import make

MEGABYTES = 700  # memory of the whole process, at most: the libraries take 150, the largest document 20
SECONDS = 25.0  # for any one twin


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("twins")
    return folder, make(folder)


@pytest.fixture(scope="module")
def outcome(twins: tuple[Path, dict[str, str]]) -> dict[str, list[str]]:
    """What the report says of each twin, read in a process of its own whose memory is measured."""
    folder, _ = twins
    code = """if True:
        import json, re, sys, time
        from pathlib import Path
        from kg.read import read
        from kg.read.report import record
        for path in sorted(Path(sys.argv[1]).iterdir()):
            started = time.monotonic()
            found = [record(one) for one in read([path])]
            took = time.monotonic() - started
            # Not ru_maxrss: a process begins with that of the one which started it.
            peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
            print(json.dumps([path.name, found, took, peak]), flush=True)
    """
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True, timeout=400
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    slow = {name: took for name, _, took, _ in lines if took > SECONDS}
    assert not slow
    peaks = {name: peak for name, _, _, peak in lines}
    assert max(peaks.values()) < MEGABYTES, peaks
    return {
        name: [one.get("reason", "") for one in found if one["outcome"] == "failed"]
        for name, found, _, _ in lines
    }


def test_every_twin_ends_in_a_line(twins: tuple[Path, dict[str, str]], outcome: dict[str, list[str]]) -> None:
    _, expected = twins
    wrong = {
        name: outcome[name]
        for name, words in expected.items()
        if not any(words in reason for reason in outcome[name])
    }
    assert set(outcome) == set(expected)
    assert not wrong


def test_no_line_speaks_of_the_program(outcome: dict[str, list[str]]) -> None:
    """A reason is for people: no traceback, no line break, no endless text."""
    for reasons in outcome.values():
        for reason in reasons:
            assert "\n" not in reason
            assert "Traceback" not in reason
            assert 5 < len(reason) < 220, reason


def test_what_is_good_beside_what_is_bad_is_read(twins: tuple[Path, dict[str, str]]) -> None:
    folder, _ = twins
    found = list(read([folder / "damaged.jsonl"]))
    assert [type(one) for one in found] == [Article, Failure, Failure]
    assert str(found[1]).endswith("line 2: no JSON; each line must be one whole object")


def test_limits_are_the_callers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann met Bob in Rome on Monday. " * 100)
    (found,) = read([tmp_path / "a.txt"], options=Options(max_bytes=1000))
    assert isinstance(found, Failure)
    assert isinstance(found.error, TooLarge)
    assert str(found.error) == "larger than 1 kB; split it into single articles"


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (found,) = read([Path(__file__).parent / "samples" / "maputo.pdf"])
    assert isinstance(found, Failure)
    assert isinstance(found.error, ReadError)
    assert "pip install 'diplomatic-events[files]'" in str(found)
