"""The stores that the tests run on: in memory, in a folder, and on servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import Store, open_store
from tests.store import servers


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    binary = servers.oxigraph_binary()
    if binary is None:
        pytest.skip("the Oxigraph server is not installed: pip install oxigraph")
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph"), binary) as address:
        yield address


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    binary = servers.virtuoso_binary()
    if binary is None:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource")
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso"), binary) as address:
        yield address


def emptied(store: Store) -> Store:
    """The store without anything in it, its own housekeeping included."""
    store.apply(remove=list(store.match()))
    store.close()
    return open_store(store.address)


@pytest.fixture(params=["memory", "folder", "oxigraph", pytest.param("virtuoso", marks=pytest.mark.virtuoso)])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store of every kind."""
    if request.param == "memory":
        opened = open_store()
    elif request.param == "folder":
        opened = open_store(tmp_path / "store")
    elif request.param == "oxigraph":
        opened = emptied(open_store(request.getfixturevalue("oxigraph_server")))
    else:
        monkeypatch.setenv("KG_STORE_USER", "dba")
        monkeypatch.setenv("KG_STORE_PASSWORD", "dba")  # what every fresh Virtuoso has
        opened = emptied(open_store(request.getfixturevalue("virtuoso_server")))
    with opened:
        yield opened
