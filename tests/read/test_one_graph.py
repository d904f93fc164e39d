"""Every sample of every format in one graph: the copies of a story support a value once, not once each."""

from __future__ import annotations

import json
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.query.run import select

SAMPLES = Path(__file__).parent / "samples"


def test_samples_of_all_formats_end_in_one_graph(tmp_path: Path) -> None:
    with KnowledgeGraph(":memory:") as graph:
        done = graph.add(SAMPLES, report=tmp_path / "report.jsonl")
        assert done.added > 30
        rows = select(
            graph.store,
            "SELECT ?name ?n (COUNT(DISTINCT ?c) AS ?claims) WHERE { ?o a kg:Official ; rdfs:label ?name ; kg:articles ?n ; "
            "kg:claim ?c } GROUP BY ?o ?name ?n",
        )
        support = {name: (int(stories), int(claims)) for name, stories, claims in rows}
        assert support["Aino Salmela"][0] == 1
        assert support["Aino Salmela"][1] > 5
        assert {"Rein Kask", "Claire Fontaine", "Danylo Hrytsenko", "Rosa Quispe"} <= set(support)
        assert graph.validate().conforms
    report = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    assert {one["outcome"] for one in report} == {"read", "failed"}
    assert len(report) == done.added + done.unchanged + len(done.failures)
