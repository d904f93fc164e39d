"""The command `serve`: the graph over HTTP, on this machine, read only."""

from __future__ import annotations

import click

from kg.cli.common import command


@command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="HOST", help="The address to listen on."
)
@click.option(
    "--port",
    default=7878,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port; 0: any free one.",
)
@click.option("--seconds", default=None, type=float, metavar="N", help="The longest that one query may take.")
@click.option(
    "--rows",
    default=None,
    type=click.IntRange(1),
    metavar="N",
    help="The most rows that one answer may have.",
)
@click.option(
    "--cors", multiple=True, metavar="ORIGIN", help="A site whose pages may ask; * for all; may be repeated."
)
@click.pass_context
def serve(ctx: click.Context, host: str, port: int, cors: tuple[str, ...], **limits: float | None) -> None:
    """Serve the graph on this machine: pages, SPARQL and downloads; read only.

    A page for every official, state, place, event and article, a SPARQL 1.1 endpoint at /sparql with an
    editor, the network page, and downloads. Needs the extra [serve]. Ctrl-C ends it.

    \b
    Example:
      kg serve
      kg serve --port 8000 --seconds 5
    """
    from kg.serve import Limits
    from kg.serve import serve as run

    chosen = Limits(**{name: value for name, value in limits.items() if value is not None})
    run(
        ctx.obj,
        host=host,
        port=port,
        limits=chosen,
        cors=cors,
        ready=lambda url: click.echo(f"{url}   Ctrl-C ends it"),
    )
