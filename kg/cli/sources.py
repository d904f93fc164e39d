"""Commands that take in what is no single article: watch, structured."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.common import command, opened
from kg.cli.make import PARTLY, one_line

KINDS = ("gdelt", "icews", "polecat", "travel")  # of kg.structured, which is imported when it is used


@command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS…")
@click.option("--once", is_flag=True, help="Poll what is due, once, and end: for cron.")
@click.option(
    "--interval",
    default=900,
    type=click.IntRange(60),
    show_default=True,
    metavar="SECONDS",
    help="Between two polls.",
)
@click.option(
    "--state",
    default="data/watch.json",
    show_default=True,
    metavar="FILE",
    help="Where it is kept what was read already.",
)
@click.option(
    "--engine", default="rules", show_default=True, metavar="NAME", help="The extractor that reads."
)
@click.option("--allow-private", is_flag=True, help="Also addresses of this machine and its own network.")
def watch(feeds: tuple[str, ...], once: bool, interval: int, state: str, **given: Any) -> None:
    """Poll feeds and add what is new.

    FEEDS are addresses of RSS, Atom or JSON feeds, or OPML files that list some. Only these and the pages
    that they list are fetched, politely: robots.txt is obeyed, a host gets one request a second, a feed that
    has not changed is not sent again, and one that fails is asked later and later. Ctrl-C ends it; the same
    command goes on from there.

    \b
    Example:
      kg watch https://news.example/world.rss
      kg watch feeds.opml --once
    """
    import time

    from kg.read import Options

    def log(line: str) -> None:
        click.echo(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {one_line(line)}", err=True)

    done = opened(read_only=False).watch(
        *feeds,
        once=once,
        interval=float(interval),
        state=state,
        engine=given["engine"],
        options=Options(allow_private=given["allow_private"]),
        log=log,
    )
    click.echo(
        f"{done.articles} articles, {done.skipped} skipped, {done.waiting} waiting; "
        f"{done.polled} feeds polled, {done.unchanged} unchanged, {done.failed} failed"
    )


@command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("paths", nargs=-1, required=True, metavar="FILES…")
@click.option("--mapping", metavar="FILE", help="Of a travel list: a TOML file that names its columns.")
def structured(kind: str, paths: tuple[str, ...], mapping: str | None) -> int:
    """Add event tables and travel lists.

    gdelt, icews and polecat are event tables; rows that are meetings, calls, visits or agreements of two
    states become claims with the row as their source. travel is a list of trips as CSV or XML, whose columns
    the mapping file names.

    \b
    Example:
      kg structured gdelt 20260130120000.export.CSV.zip
      kg structured travel trips.csv --mapping trips.toml
    """

    def tell(what: str, name: str) -> None:
        click.echo(f"kg: {one_line(name)}", err=True)

    done = opened(read_only=False).structured(kind, *paths, mapping=mapping, progress=tell)
    click.echo(f"{done.added} rows added, {len(done.failures)} that could not be read")
    return 0 if not done.failures else PARTLY if done.added else 1
