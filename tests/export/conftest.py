"""A small graph with everything in it, in memory and in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import Judgement
from kg.store import Store, open_store
from kg.store.claims import claim_quads
from kg.store.judgements import judgement_quads
from kg.store.picture import picture_quads
from tests.store import samples


def quads() -> list[ox.Quad]:
    """Three articles, two of which tell of the event of the picture, and a judgement."""
    keys = [(samples.article(n).key, 1) for n in (1, 2)]
    return [
        *(q for n in (1, 2, 3) for q in claim_quads(samples.claims(n))),
        *judgement_quads(Judgement("same", "event", keys[0], keys[1], "one visit")),
        *picture_quads(samples.picture(1, 2)),
    ]


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_store(":memory:" if request.param == "memory" else tmp_path / "store") as opened:
        opened.apply(add=quads())
        yield opened
