"""Commands that put events in the order of time: calendar, timeline."""

from __future__ import annotations

import click

from kg.cli.common import command, json_option, opened, period_option, print_json


@command()
@click.option(
    "-o",
    "--output",
    "out",
    default="-",
    metavar="FILE",
    help="Where to write it; - or none: standard output.",
)
@period_option
def calendar(out: str, period: str | None) -> None:
    """Write planned and held events as a calendar file (.ics).

    Any calendar program opens it: place, participants, status and sources of each event. Entries last whole
    days; events of which only the month or year is known are left out.

    \b
    Example:
      kg calendar -o meetings.ics
      kg calendar -o spring.ics --period 2026-03/2026-05
    """
    import sys

    data = opened().calendar(None if out == "-" else out, period=period)
    if out == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        click.echo(f"{out}: {data.count(b'BEGIN:VEVENT')} events")


@command()
@period_option
@json_option
def timeline(period: str | None, as_json: bool) -> None:
    """List dated events in the order of time.

    \b
    Example:
      kg timeline
      kg timeline --period 2026-02
    """
    from kg.query.table import aligned

    names = ("when", "kind", "status", "who", "where")
    rows = opened().timeline(period=period)
    if as_json:
        print_json([dict(zip(names, row, strict=True)) for row in rows])
        return
    for line in aligned(names, rows):
        click.echo(line)
