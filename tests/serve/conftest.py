"""One server on the small world for all tests, with narrow limits but time enough on a busy machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.resolve import update
from kg.serve import Limits, running
from kg.store import open_store
from tests.world import world

LIMITS = Limits(seconds=30, rows=5000, client=1.0, fast=2, body=64 * 1024)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "store"
    with open_store(path) as made:
        update(made, added=world())
    return path


@pytest.fixture(scope="session")
def site(store: Path) -> Iterator[str]:
    with running(str(store), limits=LIMITS) as url:
        yield url.rstrip("/")


@pytest.fixture(scope="session")
def http(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, timeout=120, trust_env=False) as client:
        yield client
