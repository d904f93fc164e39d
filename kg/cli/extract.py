"""The command `extract`: what one article says, without a store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import command
from kg.cli.make import PARTLY, one_line, reading, reading_options

if TYPE_CHECKING:
    from kg.model import Article, ArticleClaims, EventClaim
    from kg.read import Failure


@command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per article, one per line.")
@click.option("-o", "--output", "out", metavar="DIR", help="With --engine spark: where claims are written.")
@reading_options
def extract(paths: tuple[str, ...], as_json: bool, out: str | None, **given: Any) -> int:
    """Print what articles say, with the words that show it; needs no store.

    Officials with their posts and states, and events: who, where, when, status. PATHS are files, folders,
    http(s) addresses, or - for standard input. The engine spark is the engine rules on Apache Spark: it
    writes claims and what failed into a folder, and `kg import` takes claims.nq.gz from there.

    \b
    Example:
      kg extract seeds/2026-01-30_yokosuka-talks-held.txt
      kg extract --json --jobs 2 articles/ > claims.jsonl
      kg extract --engine spark -o claims/ crawl/*.warc.gz
    """
    from kg.extract import extract as claims_of
    from kg.extract import to_record
    from kg.read import read

    if given["engine"] == "spark":
        return on_spark(paths, out)
    how = reading(given)
    failures: list[Failure] = []
    done = 0
    inputs = read(paths, options=how.pop("options"))
    for claims in claims_of(articles(inputs, failures), **how):
        done += 1
        if as_json:
            click.echo(json.dumps(to_record(claims), ensure_ascii=False))
        else:
            click.echo("\n".join(report(claims)) + "\n")
    return 0 if not failures else PARTLY if done else 1


def on_spark(paths: tuple[str, ...], out: str | None) -> int:
    """Read on Spark; the claims go into files."""
    from kg.errors import UsageError
    from kg.spark import extract_on_spark

    if out is None:
        raise UsageError("Spark writes its claims into a folder; name one with -o")
    done = extract_on_spark(paths, out)
    click.echo(
        f"{done.claims}: {done.articles} articles; {done.units} pieces of work done, {done.skipped} done before, "
        f"{done.failed} inputs failed (table/outcome=failed)"
    )
    return PARTLY if done.failed else 0


def articles(inputs: Iterator[Article | Failure], failures: list[Failure]) -> Iterator[Article]:
    """The articles among the inputs; the others are said at once and kept."""
    from kg.read import Failure

    for one in inputs:
        if isinstance(one, Failure):
            failures.append(one)
            click.echo(f"kg: {one_line(str(one))}", err=True)
        else:
            yield one


def report(claims: ArticleClaims) -> Iterator[str]:
    """What one article says, as lines to read."""
    from kg.query.table import aligned, clean

    article = claims.article
    published = f"published {article.published}" if article.published else "no publication date"
    yield " · ".join(filter(None, [article.id, published, article.publisher]))
    if article.title:
        yield clean(article.title)
    if claims.officials:
        rows = [
            (o.name, ("former " if o.former else "") + (o.role or "no post given"), o.country or "")
            for o in claims.officials
        ]
        yield ""
        yield from (f"  {line}" for line in list(aligned(("official", "post", "for"), rows)))
    for event in claims.events:
        yield ""
        yield from event_lines(claims, event)
    for note in claims.notes:
        yield f"  note: {clean(note)}"
    if not claims.events:
        yield "  no event between representatives of two states"


def event_lines(claims: ArticleClaims, event: EventClaim) -> Iterator[str]:
    from kg.query.table import clean

    names = {official.local: official.name for official in claims.officials}
    people = [
        f"{names[p.official]} ({p.country or '?'})" for p in event.participations if p.official is not None
    ]
    place = ", ".join(filter(None, [event.place.name, event.place.country])) if event.place else ""
    when = event.when.edtf if event.when else "no date"
    yield f"  {event.local}. {event.kind}, {event.status}, {when}{' in ' + place if place else ''}"
    yield f"     {', '.join(dict.fromkeys(people)) or 'nobody named'} · {' – '.join(event.countries)}"
    if event.topic:
        yield f"     about {clean(event.topic)}"
    for quote in event.quotes:
        yield f"     “{clean(' '.join(quote.exact.split()))}” [{quote.start}–{quote.end}]"
