"""Killed at any moment, a store holds every article that was reported done, and a whole picture of them."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import StoreInUse
from kg.resolve import resolve, update
from kg.store import Store, open_store
from kg.store.claims import article_keys, iter_claims
from kg.store.picture import picture_quads
from kg.store.terms import PICTURE
from tests.resolve.adding import articles

ROOT = Path(__file__).parents[2]


def start(folder: Path) -> subprocess.Popen[str]:
    """The adding process, from the moment on which it has opened the store."""
    command = [sys.executable, "-m", "tests.resolve.adding", str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def kill_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Kill the process after some time; gives the keys that it reported as done."""
    time.sleep(seconds)
    process.kill()
    out, _ = process.communicate()
    return out.split("\n")[:-1]  # a key is reported when its line is whole


def is_whole(store: Store) -> None:
    """The picture in the store is that of the claims in it."""
    assert set(store.match(None, None, None, PICTURE)) == set(picture_quads(resolve(iter_claims(store))))


def torture(folder: Path, kills: int, seed: int) -> None:
    """Kill the adding process at random moments, look at what is left, and let it go on to the end."""
    rng = random.Random(seed)  # noqa: S311
    done: set[str] = set()
    for _ in range(kills):
        done |= set(kill_after(start(folder), rng.uniform(0.0, 0.5)))
        with open_store(folder) as store:
            assert done <= set(article_keys(store))
            is_whole(store)
            if len(done) == len({one.article.key for one in articles()}):
                update(store, removed=done)  # all the way through: begin again
                done.clear()
    process = start(folder)
    process.communicate()
    assert process.returncode == 0
    with open_store(folder) as store:
        undisturbed = resolve(articles())
        assert set(store.match(None, None, None, PICTURE)) == set(picture_quads(undisturbed))


def test_five_kills(tmp_path: Path) -> None:
    torture(tmp_path / "store", kills=5, seed=1)


@pytest.mark.slow
def test_fifty_kills(tmp_path: Path) -> None:
    torture(tmp_path / "store", kills=50, seed=2)


def test_a_second_writer_is_refused_at_once_and_readers_read(tmp_path: Path) -> None:
    process = start(tmp_path / "store")
    try:
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        started = time.monotonic()
        with pytest.raises(StoreInUse, match="another process writes"):
            open_store(tmp_path / "store")
        assert time.monotonic() - started < 2
        with open_store(tmp_path / "store", read_only=True) as reader:
            assert first in article_keys(reader)
            is_whole(reader)
    finally:
        kill_after(process, 0)
