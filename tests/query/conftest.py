"""The small world in a store, as the resolver makes its picture."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.resolve import update
from kg.store import Store, open_store
from tests.world import world


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store() as opened:
        update(opened, added=world())
        yield opened
