"""Commands that show or take the graph away: graph, export, validate."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.common import command, json_option, opened, period_option, print_json
from kg.model import KINDS, STATUSES

FAULTS = 1  # exit code: the check ran and found faults

state_option = click.option(
    "--state",
    "states",
    multiple=True,
    metavar="STATE",
    help="Only events of this state or body; may be repeated.",
)
official_option = click.option(
    "--official",
    "officials",
    multiple=True,
    metavar="NAME",
    help="Only events of this official; may be repeated.",
)
kind_option = click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this kind; may be repeated."
)


@command()
@click.option(
    "-o",
    "--output",
    "out",
    default="exports/graph.html",
    show_default=True,
    metavar="FILE",
    help="Where to write it.",
)
@state_option
@official_option
@kind_option
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(STATUSES),
    help="Only this status; may be repeated.",
)
@period_option
@click.option(
    "--min-sources",
    default=1,
    type=click.IntRange(1),
    show_default=True,
    help="Articles behind an event at least.",
)
@click.option(
    "--text",
    default="",
    metavar="WORDS",
    help="Only events with these words in names, place, topic or quotes.",
)
@click.option(
    "--max-nodes", default=5000, type=click.IntRange(2), show_default=True, help="Keep the best connected."
)
def graph(out: str, max_nodes: int, period: str | None, **chosen: Any) -> None:
    """Write the interactive network page: one file that opens offline.

    States, officials and events with filters, a time slider and a map; a click shows who, where, when and
    the quoted words with their source.

    \b
    Example:
      kg graph
      kg graph -o east-asia.html --state Japan --state KR --period 2026
    """
    from kg.network import Filters
    from kg.query.periods import period as days

    since, until = map(str, days(period)) if period else (None, None)
    report = opened().graph(out, filters=Filters(since=since, until=until, **chosen), max_nodes=max_nodes)
    click.echo(f"{out}: {report}")


@command()
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["turtle", "jsonld", "trig", "nquads", "ntriples", "graphml", "csv"]),
    help="The format; without it the suffix of FILE tells, else turtle.",
)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    help="Where to write it (.gz and .zst compress); - or none: standard output.",
)
@state_option
@official_option
@kind_option
@period_option
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ARTICLE",
    help="Only what this article tells; may be repeated.",
)
def export(format_: Any, out: str | None, **chosen: Any) -> None:
    """Write the graph in a format that others read.

    trig, nquads and jsonld hold the picture, every article's claims and the judgements; the others hold
    the picture. The same graph gives the same bytes.

    \b
    Example:
      kg export -f turtle -o graph.ttl
      kg export -o 2026.trig.gz --period 2026
      kg export -f csv --state Japan
    """
    import sys

    from kg.export import Filters

    states, officials = chosen.pop("states"), chosen.pop("officials")
    kinds, articles = chosen.pop("kinds"), chosen.pop("articles")
    filters = Filters(state=states, official=officials, kind=kinds, article=articles, **chosen)
    if out is None or out == "-":
        sys.stdout.flush()
        opened().export(sys.stdout.buffer, format=format_, filters=filters)
        sys.stdout.buffer.flush()
    else:
        opened().export(out, format=format_, filters=filters)


@command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILES…")
def import_(files: tuple[str, ...]) -> None:
    """Take claims and judgements back out of exports.

    FILES are N-Quads or TriG as `kg export` writes them, also .gz and .zst. Articles that the store holds
    already stay as they are; the picture follows from all claims together.

    \b
    Example:
      kg import graph.trig
      kg export -f nquads -o all.nq.gz && kg --store new import all.nq.gz
    """
    done = opened(read_only=False).import_(*files)
    click.echo(
        f"{done.articles} articles and {done.judgements} judgements taken in, {done.known} articles already there"
    )


@command()
@json_option
def validate(as_json: bool) -> int:
    """Check the graph against its shapes (SHACL).

    \b
    Example:
      kg validate
    """
    report = opened().validate()
    if as_json:
        print_json({"conforms": report.conforms, "nodes": report.nodes, "faults": report.faults})
    else:
        for fault in report.faults:
            click.echo(fault)
        click.echo(
            f"{report.nodes} nodes checked, {len(report.faults) or 'no'} fault{'s' * (len(report.faults) != 1)}"
        )
    return 0 if report.conforms else FAULTS
