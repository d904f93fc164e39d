"""The stores that the tests run on: in memory, in a folder, and on servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import Store, open_store
from kg.store.endpoints import endpoints
from kg.store.http import Client
from kg.vocab import BASE
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


def emptied(address: str) -> Store:
    """The store on a server without anything of ours in it, its own housekeeping included."""
    client = Client(endpoints(address))
    query, graphs = client.endpoints.query, [client.endpoints.picture] if client.endpoints.picture else []
    asked = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    with client.streamed(query, "application/sparql-results+json", {}, asked) as (_, chunks):
        rows = ox.parse_query_results(b"".join(chunks), ox.QueryResultsFormat.JSON)
    assert isinstance(rows, ox.QuerySolutions)
    graphs += [row["g"].value for row in rows if row["g"].value.startswith(BASE)]
    drops = [f"DROP SILENT GRAPH <{graph}>" for graph in graphs]
    if not client.endpoints.picture:
        drops.append("DROP DEFAULT")
    for drop in drops:
        client.post(client.endpoints.update, drop.encode(), "application/sparql-update", "*/*", {})
    client.close()
    return open_store(address)


@pytest.fixture(params=["memory", "folder", "oxigraph", pytest.param("virtuoso", marks=pytest.mark.virtuoso)])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store of every kind."""
    if request.param == "memory":
        opened = open_store()
    elif request.param == "folder":
        opened = open_store(tmp_path / "store")
    elif request.param == "oxigraph":
        opened = emptied(request.getfixturevalue("oxigraph_server"))
    else:
        monkeypatch.setenv("KG_STORE_USER", "dba")
        monkeypatch.setenv("KG_STORE_PASSWORD", "dba")  # what every fresh Virtuoso has
        opened = emptied(request.getfixturevalue("virtuoso_server"))
    with opened:
        yield opened
