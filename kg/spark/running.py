"""Runs the work on Spark: a table of outcomes in Parquet, and the claims as one N-Quads file.

    OUTPUT/table/outcome=read     an article a row, its claim graph in the column `nquads`
    OUTPUT/table/outcome=failed   an input a row that gave no article, and why
    OUTPUT/table/outcome=done     a piece of work a row: a later run leaves it out
    OUTPUT/claims.nq.gz           the claims of all articles, by key, each once: for `kg import`

All three kinds of rows of a batch are committed by one Spark job. A worker that is lost has committed
nothing, its pieces are done again by another; a run that is killed keeps the batches before.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kg.errors import KgError, UsageError
from kg.read import Failure
from kg.spark.units import SHARE, Unit, missing, units_of
from kg.spark.work import COLUMNS, row, work

BATCH = 256  # pieces of work committed together
MASTER = "local[2,4]"  # two workers on this machine; a piece that fails is tried four times


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run did: pieces of work done now and left out as done before; articles and failures in the table."""

    units: int
    skipped: int
    articles: int
    failed: int
    claims: str  # path of the N-Quads file


def extract_on_spark(  # noqa: PLR0913 - each is a choice of the caller
    inputs: Sequence[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    engine: str = "rules",
    master: str | None = None,
    share: int = SHARE,
    session: Any = None,
) -> Ran:
    """Read files and folders (WARC, Parquet, whatever `kg add` reads) on Spark and write claims into a folder.

    `master` is Spark's ("spark://…", "yarn"); without it two workers of this machine, or what the
    configuration of Spark says. `session` is a running SparkSession to use instead. `share` is the size
    (bytes) above which one archive or table is worked on in pieces. Inputs must lie where workers see them
    under the same path. Raises UsageError without the extra `spark` or Java.
    """
    spark = session or started(master)
    table = f"{os.fspath(output)}/table"
    try:
        name = extractor_name(engine)
        before = done(spark, table)
        units = units_of(inputs, share=share)
        left = [unit for unit in units if unit.name(name) not in before]
        note_missing(spark, table, missing(inputs), before)
        for at in range(0, len(left), BATCH):
            run_batch(spark, table, left[at : at + BATCH], engine)
        return finished(spark, table, Path(output), len(left), len(units) - len(left))
    finally:
        if session is None:
            spark.stop()


def started(master: str | None) -> Any:
    """A Spark session. Raises UsageError, in one line, where there can be none."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("Spark needs an extra; pip install 'diplomatic-events[spark]'") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("kg extract").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false").config(
        "spark.sql.session.timeZone", "UTC"
    )
    if master or "SPARK_MASTER" not in os.environ:
        builder = builder.master(master or MASTER)
    if (master or MASTER).startswith("local"):
        builder = builder.config("spark.sql.shuffle.partitions", "8")  # 200 tasks take long on two cores
    try:
        spark = builder.getOrCreate()
    except Exception as error:  # Spark raises RuntimeError, Py4J its own: Java is missing or too old
        raise UsageError(
            f"Spark does not start ({' '.join(str(error).split())[:120]}); it needs Java 17"
        ) from None
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def extractor_name(engine: str) -> str:
    """The extractor's name and version. Raises UsageError for an unknown one."""
    from kg.extract import extractor

    return extractor(engine).name


def schema() -> Any:
    """The table's schema: texts, and the number of events."""
    from pyspark.sql.types import LongType, StringType, StructField, StructType

    kinds = {"events": LongType()}
    return StructType([StructField(name, kinds.get(name, StringType())) for name in COLUMNS])


def done(spark: Any, table: str) -> set[str]:
    """The names of the pieces of work that an earlier run committed."""
    return {each["unit"] for each in rows(spark, table, "done").select("unit").distinct().toLocalIterator()}


def rows(spark: Any, table: str, outcome: str) -> Any:
    """The rows of one outcome; none where the table is not there yet."""
    from pyspark.errors import AnalysisException

    try:
        found = spark.read.schema(schema()).parquet(table)
    except AnalysisException:
        found = spark.createDataFrame([], schema())
    return found.where(found["outcome"] == outcome)


def note_missing(spark: Any, table: str, failures: Iterable[Failure], before: set[str]) -> None:
    """Enter the inputs that are not there, once."""
    known = {(each["input"], each["reason"]) for each in rows(spark, table, "failed").toLocalIterator()}
    found = [
        row(
            outcome="failed",
            unit="missing",
            input=one.source,
            error=type(one.error).__name__,
            reason=str(one.error),
        )
        for one in failures
        if (one.source, str(one.error)) not in known
    ]
    if found:
        write(spark.createDataFrame(found, schema()), table)


def run_batch(spark: Any, table: str, units: Sequence[Unit], engine: str) -> None:
    """Do some pieces of work and commit what came of them."""
    pieces = spark.sparkContext.parallelize(list(units), len(units))
    write(spark.createDataFrame(pieces.mapPartitions(partial(on_worker, engine=engine)), schema()), table)


def on_worker(units: Iterator[Unit], engine: str) -> Iterator[tuple[Any, ...]]:
    """The work in a worker's process."""
    return work(units, engine)


def write(frame: Any, table: str) -> None:
    frame.write.mode("append").partitionBy("outcome").parquet(table)


def finished(spark: Any, table: str, output: Path, units: int, skipped: int) -> Ran:
    """Write the N-Quads file, in one step and with the same bytes for the same claims; count."""
    claims = rows(spark, table, "read").select("key", "nquads").dropDuplicates(["key"])
    parts, path = output / "claims.parts", output / "claims.nq.gz"
    try:
        output.mkdir(parents=True, exist_ok=True)
        # Workers write the sorted text and the driver only joins it: all of it would not fit into its memory.
        ending = (
            claims.where("nquads <> ''").sort("key").selectExpr("substring(nquads, 1, length(nquads) - 1)")
        )
        ending.write.mode("overwrite").option("compression", "gzip").text(str(parts))
        joined(sorted(parts.glob("part-*")), path)
        shutil.rmtree(parts)
    except OSError as error:
        raise KgError(f"{path} cannot be written ({error.strerror}); name a folder on this machine") from None
    articles = rows(spark, table, "read").select("key").distinct().count()
    return Ran(units, skipped, articles, rows(spark, table, "failed").count(), str(path))


def joined(parts: Iterable[Path], path: Path) -> None:
    """Pack the text of several gzip files into one, a megabyte at a time."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
        for part in parts:
            with gzip.open(part) as text:
                shutil.copyfileobj(text, packed, 1 << 20)
    beside.replace(path)
