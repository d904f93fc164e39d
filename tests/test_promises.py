"""The first promise: nothing in the graph without words that stand in its article, at the stated offsets."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.model import Article
from kg.read import read

SEEDS = Path(__file__).parent.parent / "seeds"

# Each kind of value in the picture → the claims behind it → their evidence → the selector's words and offsets.
QUESTION = """
SELECT ?thing ?article ?exact ?start ?end WHERE {
  ?thing a %s ; kg:claim ?claim .
  GRAPH ?article {
    ?claim kg:evidence ?quote .
    ?quote oa:hasSource ?article ; oa:hasSelector ?selector .
    ?selector oa:exact ?exact ; oa:start ?start ; oa:end ?end .
  }
}
"""
COUNT = "SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE { ?thing a %s }"
KINDS = ("kg:Event", "kg:Participation", "kg:Tenure", "kg:Official")


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    g = KnowledgeGraph(":memory:")
    g.add(SEEDS)
    return g


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {a.key: a.text for a in read([SEEDS]) if isinstance(a, Article)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_leads_to_words_that_stand_in_its_article(
    graph: KnowledgeGraph, texts: dict[str, str], kind: str
) -> None:
    shown = set()
    for row in graph.query(QUESTION % kind):
        thing, article, exact, start, end = (
            str(row[name]) for name in ("thing", "article", "exact", "start", "end")
        )
        assert texts[article.rsplit("/", 1)[1]][int(start) : int(end)] == exact
        shown.add(thing)
    (count,) = (int(str(row["n"])) for row in graph.query(COUNT % kind))
    assert count > 10
    assert len(shown) == count, "some lead to no quote"
