"""Commands that change the graph: build, add, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import command, opened, paths_argument

if TYPE_CHECKING:
    from kg.intake import Progress, Report
    from kg.query.stats import Stats

jobs_option = click.option(
    "--jobs", "-j", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read."
)
engine_option = click.option(
    "--engine", default="rules", show_default=True, metavar="NAME", help="The extractor that reads."
)
COLUMNS = ("text", "date", "url", "title", "publisher")


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads: processes, extractor, columns of tables, addresses."""
    for name in reversed(COLUMNS):
        said = f"The column of a table (JSON lines, CSV, Parquet …) that holds the {name}."
        function = click.option(f"--{name}", metavar="COLUMN", help=said)(function)
    private = click.option(
        "--allow-private", is_flag=True, help="Also read addresses of this machine and its network."
    )
    return jobs_option(engine_option(private(function)))


def reading(given: dict[str, Any]) -> dict[str, Any]:
    """What `reading_options` gave, as the keywords of `add` and `build`."""
    from kg.read import Columns, Options

    columns = Columns(**{name: given.pop(name) for name in COLUMNS})
    options = Options(columns=columns, allow_private=given.pop("allow_private"))
    return {**given, "options": options}


report_option = click.option(
    "--report", metavar="FILE", help="Write what became of each input, one JSON object a line."
)
PARTLY = 3  # exit code: done, but some inputs could not be read


@command()
@paths_argument
@reading_options
@report_option
@click.option(
    "--exports",
    default="exports",
    show_default=True,
    metavar="DIR",
    help="Folder for graph.html, .ttl, .jsonld, .trig.",
)
def build(paths: tuple[str, ...], exports: str, report: str | None, **given: Any) -> int:
    """Make the graph from articles and write its page and exports.

    PATHS are files, folders, http(s) addresses, or - for standard input; seeds/ where none is named. Text,
    HTML, Markdown, PDF, DOCX, e-mail, tables, feeds, web archives, zip and tar are read. Afterwards the store holds exactly these articles: new ones are read, those that it holds already are
    passed over, others leave it (`kg add` keeps them). Then the network page and the exports are written.

    \b
    Example:
      kg build
      kg build articles/ --jobs 2
    """
    with progress() as told:
        g = opened(read_only=False)
        done = g.build(*paths, exports=exports, report=report, progress=told, **reading(given))
        counted = g.stats()
    tell(done)
    summary(done, counted)
    click.echo(
        "\nNow try:\n  kg query busiest 5\n  kg show " + example_name(g.query("busiest", "1").text("tsv"))
    )
    return PARTLY if done.unreadable else 0


@command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@reading_options
@report_option
def add(paths: tuple[str, ...], report: str | None, **given: Any) -> int:
    """Add articles to the graph.

    PATHS are files, folders, http(s) addresses, or - for standard input. Adding an article twice is adding it once. Stopped with Ctrl-C, the same command goes on from there.

    \b
    Example:
      kg add articles/2026-01-30.txt more/ --report read.jsonl
      kg add archive.csv --text body --date day
    """
    with progress() as told:
        g = opened(read_only=False)
        done = g.add(*paths, report=report, progress=told, **reading(given))
        counted = g.stats()
    tell(done)
    summary(done, counted)
    if done.failures and not done.added and not done.unchanged:
        return 1
    return PARTLY if done.unreadable else 0


@command()
@click.argument("article")
def remove(article: str) -> None:
    """Take an article out, and all that only it said.

    ARTICLE is its file's stem, its address, its key, or article:KEY, as `kg show` prints it.

    \b
    Example:
      kg remove 2026-01-30_yokosuka-talks-held
    """
    report = opened(read_only=False).remove(article)
    click.echo(f"removed {report.removed} article")


def tell(report: Report) -> None:
    """One line on standard error for each input without an article, and for each note."""
    for failure in report.failures:
        click.echo(f"kg: {one_line(str(failure))}", err=True)
    for note in report.notes:
        click.echo(f"kg: {one_line(note)}", err=True)


def one_line(text: str) -> str:
    return " ".join(text.split())


def summary(report: Report, counted: Stats) -> None:
    """The table at the end of a run."""
    read = [f"{report.added}"]
    if report.unchanged:
        read.append(f"{report.unchanged} already there")
    if report.removed:
        read.append(f"{report.removed} removed, not among the inputs")
    rows = [("articles read", ", ".join(read))]
    if report.failures:
        reasons = ", ".join(f"{n} {why}" for why, n in reasons_of(report).items())
        rows.append(("skipped", f"{len(report.failures)} ({reasons})"))
    rows += [(name, value) for name, value in counted.rows() if name != "articles"]
    rows.append(("seconds", f"{report.seconds:.1f}"))
    if report.written:
        rows.append(("written", ", ".join(report.written)))
    widest = max(len(name) for name, _ in rows)
    for name, value in rows:
        click.echo(f"{name:<{widest}}  {value}")


def reasons_of(report: Report) -> dict[str, int]:
    """How often each reason stands among the failures, the word before its cure only."""
    found: dict[str, int] = {}
    for failure in report.failures:
        why = str(failure.error).partition(";")[0]
        found[why] = found.get(why, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def example_name(tsv: str) -> str:
    """A name to try, out of the first row of `busiest`, quoted for a shell."""
    rows = tsv.splitlines()[1:]
    return rows[0].split("\t")[0] if rows else "Japan"


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A line that tells how far a run is; only on a terminal."""
    import sys

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    counts: dict[str, int] = {}
    bar = Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("starting")

        def told(what: str, name: str) -> None:
            counts[what] = counts.get(what, 0) + 1
            said = ", ".join(f"{n} {word}" for word, n in counts.items())
            bar.update(task, description=f"{said}   {one_line(name)[-60:]}".replace("[", "\\["))

        yield told
