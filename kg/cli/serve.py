"""The command that serves the graph over HTTP: serve."""

from __future__ import annotations

import click

from kg.cli.common import command


@command()
@click.option(
    "--port", "-p", default=7878, type=click.IntRange(0, 65535), show_default=True, help="0: any free one."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--timeout",
    default=10.0,
    type=click.FloatRange(0.5, 3600),
    show_default=True,
    help="Seconds that a query may run.",
)
@click.option(
    "--max-rows",
    default=100_000,
    type=click.IntRange(1),
    show_default=True,
    help="Rows or triples of an answer.",
)
@click.option(
    "--cors",
    "cors",
    multiple=True,
    metavar="ORIGIN",
    help="Let pages of this origin ask (* for all); may be repeated.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="Answer under this host name too; may be repeated.",
)
@click.pass_context
def serve(
    ctx: click.Context,
    /,
    timeout: float,
    max_rows: int,
    cors: tuple[str, ...],
    hosts: tuple[str, ...],
    **where: object,
) -> None:
    """Serve the graph over HTTP on this machine, for reading only.

    A SPARQL 1.1 endpoint at /sparql, a page for every official, state, body, place, event and article, a query
    editor, the network page, and downloads. Ctrl-C ends it. Other commands may change the graph meanwhile.

    \b
    Example:
      kg serve
      kg serve --port 8080 --timeout 30
    """
    from kg.serve import Limits
    from kg.serve import serve as run

    limits = Limits(seconds=timeout, rows=max_rows)
    try:
        run(ctx.obj, limits=limits, cors=cors, allow_hosts=hosts, ready=tell, **where)  # type: ignore[arg-type]
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


def tell(url: str) -> None:
    """Say where the site is."""
    click.echo(f"serving at {url} (SPARQL at {url}sparql); Ctrl-C ends it")
