"""Commands that ask: query, show, path, stats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.common import Command, command, json_option, on_terminal, opened, print_json
from kg.errors import UsageError
from kg.query import FORMATS, Format


class QueryCommand(Command):
    """The query command; its help text ends with the named questions, read from their files."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from kg.query.questions import questions

        with formatter.section("Named questions"):
            formatter.write_dl([(question.usage, question.description) for question in questions().values()])


@command(cls=QueryCommand)
@click.argument("question", required=False, metavar="SPARQL|NAME")
@click.argument("arguments", nargs=-1, metavar="[ARG…]")
@click.option(
    "-f", "--file", "file", metavar="FILE", help="Read the query from a file; - for standard input."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="json, csv and tsv are the SPARQL 1.1 result formats; turtle is for CONSTRUCT and DESCRIBE.",
)
def query(question: str | None, arguments: tuple[str, ...], file: str | None, format_: Format) -> None:
    """Ask with SPARQL or a named question.

    The default graph is the picture; GRAPH ?article { … } sees what one article says. The prefixes kg:,
    official:, event:, state:, place:, schema:, sem:, oa:, prov: and others are known.

    \b
    Example:
      kg query who-met "Ahn Gyu-back"
      kg query calendar 2026-01 --format csv
      kg query 'SELECT ?label { ?event kg:status kg:cancelled ; rdfs:label ?label }'
    """
    if (question is None) == (file is None):
        raise UsageError("give a query or a named question, or a file with -f; `kg query --help` lists them")
    text = question if question is not None else read_query(str(file))
    answer = opened().query(text, *arguments)
    if format_ == "table" and on_terminal():
        from kg.query.table import draw

        rows = draw(answer.columns, answer.cells(), sys.stdout)
        click.echo(f"{rows} row{'' if rows == 1 else 's'}", err=True)
    else:
        sys.stdout.flush()
        answer.write(sys.stdout.buffer, format_)
        sys.stdout.buffer.flush()


def read_query(file: str) -> str:
    """The text of a query file. Raises UsageError."""
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise UsageError(f"the query file {file} cannot be read: {reason}") from None


@command()
@click.argument("name", nargs=-1, required=True)
@json_option
def show(name: tuple[str, ...], as_json: bool) -> None:
    """Show the card of an official, state, body, place or event.

    Posts with their dates, counterparts, timeline, sources, and the words that show each event. NAME may be
    part of a name, a code (KR, NATO), or an identifier such as official:ahn-gyu-back-kr.

    \b
    Example:
      kg show Koizumi
      kg show KR --json
    """
    card = opened().show(" ".join(name))
    if as_json:
        print_json(card.as_dict())
    else:
        click.echo(str(card))


@command()
@click.argument("a")
@click.argument("b")
@json_option
def path(a: str, b: str, as_json: bool) -> None:
    """Show how two officials, states or bodies are connected.

    The shortest way over events that took place, with the words that show each step.

    \b
    Example:
      kg path "Ahn Gyu-back" "Mark Rutte"
    """
    found = opened().path(a, b)
    if as_json:
        print_json(found.as_dict())
    else:
        click.echo(str(found))


@command()
@json_option
def stats(as_json: bool) -> None:
    """Count what the store holds.

    \b
    Example:
      kg stats --json
    """
    counted = opened().stats()
    if as_json:
        print_json(counted.as_dict())
    else:
        click.echo(str(counted))
