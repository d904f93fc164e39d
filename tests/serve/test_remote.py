"""The site over a store that another server keeps."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from kg.resolve import update
from kg.serve import running
from kg.store import open_store
from tests.store.servers import oxigraph, oxigraph_binary
from tests.world import world


def test_pages_and_queries_of_a_remote_store(tmp_path: Path) -> None:
    binary = oxigraph_binary()
    if binary is None:
        pytest.skip("the package oxigraph is not installed")
    with oxigraph(tmp_path, binary) as address:
        with open_store(address) as store:
            update(store, added=world())
        with running(address) as url, httpx.Client(base_url=url, timeout=30, trust_env=False) as http:
            rows = http.get(
                "/sparql",
                params={"query": "SELECT ?o ?n { ?o a kg:Official ; rdfs:label ?n } ORDER BY ?n"},
                headers={"Accept": "application/sparql-results+json"},
            ).json()["results"]["bindings"]
            assert "Shinjiro Koizumi" in {row["n"]["value"] for row in rows}
            path = rows[0]["o"]["value"].removeprefix("https://kg.example/")
            page = http.get("/" + path, headers={"Accept": "text/html"})
            assert page.status_code == 200
            assert rows[0]["n"]["value"] in page.text
            assert http.get("/sparql", params={"query": "SELECT nonsense"}).status_code == 400
            assert http.post("/sparql", data={"update": "CLEAR ALL"}).status_code in {400, 403, 405}
