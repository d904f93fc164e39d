"""What the commands share: the store that was named, and ways to print."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import IO, Any

import click

from kg.graph import KnowledgeGraph


class Command(click.Command):
    """A command that takes `--store` after its name too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        store = click.Option(
            ["--store"], expose_value=False, callback=keep_store, metavar="PATH", hidden=True
        )
        self.params.append(store)


def keep_store(ctx: click.Context, option: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.obj = value


def command(
    name: str | None = None, cls: type[Command] = Command
) -> Callable[[Callable[..., Any]], click.Command]:
    """A command of `kg`, as a decorator."""
    return click.command(name, cls=cls)


def opened(*, read_only: bool = True) -> KnowledgeGraph:
    """The graph in the store that the command line names; closed when the command ends."""
    ctx = click.get_current_context()
    return ctx.with_resource(KnowledgeGraph(ctx.obj, read_only=read_only))


def on_terminal(out: IO[Any] | None = None) -> bool:
    """Whether the output is a terminal that can draw."""
    return (out or sys.stdout).isatty()


def print_json(data: Any) -> None:
    """Print data as JSON, readable, keys in their order."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


paths_argument = click.argument("paths", nargs=-1, metavar="PATHS…")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
output_option = click.option(
    "-o", "--output", "out", metavar="FILE", help="Write to a file; - for standard output."
)

period_option = click.option(
    "--period",
    metavar="PERIOD",
    help="Only a day 2026-01-30, month 2026-01, year 2026 or span 2026-01/2026-03.",
)
