"""What the answering process does between its jobs."""

from __future__ import annotations

from pathlib import Path

from kg.serve.kept import Kept
from kg.serve.worker import leisurely, warming


def test_getting_ready_survives_a_store_that_is_opened_again(store: Path) -> None:
    kept = Kept(str(store))
    steps = warming(kept)
    assert leisurely(steps)
    kept.again()  # closes the store that was open when getting ready began
    done = 1
    while leisurely(steps):
        done += 1
    assert done > 5, "the steps that ask the store were not done"


def test_getting_ready_ends_where_the_store_cannot_be_read(store: Path) -> None:
    kept = Kept(str(store))
    steps = warming(kept)
    kept.store.close()
    while leisurely(steps):
        pass
    assert next(steps, None) is None
