"""Claims from Spark are those from this machine, byte for byte; a second run does nothing twice."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export import import_
from kg.extract import extract
from kg.model import Article
from kg.read import read
from kg.spark import extract_on_spark, units_of
from kg.spark.work import COLUMNS, nquads, work
from kg.store import open_store

SAMPLES = Path(__file__).parents[1] / "read" / "samples"
CHOSEN = ("crawl.warc", "crawl.warc.gz", "articles.parquet", "articles.jsonl")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in CHOSEN:
        shutil.copy(SAMPLES / name, folder)
    (folder / "broken.warc").write_bytes(b"\x89PNG")
    return folder


def local(folder: Path) -> str:
    """The claims as one machine gives them."""
    articles = {one.key: one for one in read([folder]) if isinstance(one, Article)}
    return "".join(nquads(claims) for claims in extract([articles[key] for key in sorted(articles)]))


def test_the_shares_of_an_input_are_the_whole_of_it(inputs: Path) -> None:
    """Without Spark: pieces of 1 kB give the same articles as the whole files, each once."""
    whole = {row[COLUMNS.index("key")] for row in work(units_of([inputs]), "rules")}
    units = units_of([inputs], share=1000)
    assert len(units) > len(units_of([inputs]))
    rows = list(work(units, "rules"))
    at = COLUMNS.index
    assert {row[at("key")] for row in rows} == whole
    pieces = [(row[at("key")], row[at("input")]) for row in rows if row[at("outcome")] == "read"]
    assert len(pieces) == len(set(pieces))
    assert sum(row[at("outcome")] == "done" for row in rows) == len(units)


def test_units_change_their_name_with_the_file(inputs: Path) -> None:
    before = {unit.name("rules/1") for unit in units_of([inputs])}
    (inputs / "articles.jsonl").write_bytes((SAMPLES / "more.ndjson").read_bytes())
    after = {unit.name("rules/1") for unit in units_of([inputs])}
    assert len(before & after) == len(before) - 1
    assert not before & {unit.name("rules/2") for unit in units_of([inputs])}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("needs Java 17")
    from kg.spark.running import started

    session = started(None)
    yield session
    session.stop()


@pytest.mark.spark
def test_spark_gives_the_claims_of_one_machine(spark: Any, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = extract_on_spark([inputs, tmp_path / "gone.warc"], out, session=spark, share=3000)
    assert first.skipped == 0
    assert first.units == len(units_of([inputs], share=3000))
    written = gzip.decompress(Path(first.claims).read_bytes())
    assert written.decode() == local(inputs)
    failed = {
        row["input"]: row["reason"] for row in spark.read.parquet(f"{out}/table/outcome=failed").collect()
    }
    assert any("broken.warc" in name for name in failed)
    assert failed[str(tmp_path / "gone.warc")] == "no such file or folder"

    again = extract_on_spark([inputs, tmp_path / "gone.warc"], out, session=spark, share=3000)
    assert (again.units, again.skipped) == (0, first.units)
    assert (again.articles, again.failed) == (first.articles, first.failed)
    assert gzip.decompress(Path(again.claims).read_bytes()) == written

    shutil.copy(SAMPLES / "more.ndjson", inputs)
    more = extract_on_spark([inputs], out, session=spark, share=3000)
    assert (more.units, more.skipped) == (1, first.units)
    assert more.articles > first.articles

    store = open_store(":memory:")
    assert import_(store, Path(more.claims)).articles == more.articles


@pytest.mark.spark
def test_a_lost_worker_loses_nothing(spark: Any, inputs: Path, tmp_path: Path) -> None:
    """The first worker dies after it has read something; another one does its work again, once."""
    from kg.spark.running import rows, schema, write

    died = tmp_path / "died"
    units = units_of([inputs])

    def dies_once(some: Iterator[Any]) -> Iterator[tuple[Any, ...]]:
        for one in work(some, "rules"):
            yield one
            if not died.exists():
                died.touch()
                os._exit(1)

    pieces = spark.sparkContext.parallelize(units, len(units)).mapPartitions(dies_once)
    write(spark.createDataFrame(pieces, schema()), str(tmp_path / "table"))
    assert died.exists()
    done = [row["unit"] for row in rows(spark, str(tmp_path / "table"), "done").collect()]
    assert sorted(done) == sorted(unit.name("rules/1") for unit in units)
    keys = sorted(row["key"] for row in rows(spark, str(tmp_path / "table"), "read").collect())
    assert keys == sorted(one.key for one in read([inputs]) if isinstance(one, Article))
