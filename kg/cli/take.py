"""Commands that show or take the graph away: graph, export, validate."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.common import command, opened
from kg.model import KINDS, STATUSES

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
period_option = click.option(
    "--period",
    metavar="PERIOD",
    help="Only a day 2026-01-30, month 2026-01, year 2026 or span 2026-01/2026-03.",
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
