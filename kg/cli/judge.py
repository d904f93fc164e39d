"""Commands by which a user judges: merge, split, judgements, undo, resolve."""

from __future__ import annotations

import click

from kg.cli.common import command, json_option, opened, print_json
from kg.query.table import aligned

note_option = click.option("--note", default="", metavar="TEXT", help="Why; kept with the judgement.")


@command()
@click.argument("a")
@click.argument("b")
@note_option
def merge(a: str, b: str, note: str) -> None:
    """Say that two officials, or two events, are the same.

    The picture obeys at once and whenever it is made anew. A and B are names or identifiers as `kg show`
    and `kg query` print them.

    \b
    Example:
      kg merge official:volodymyr-zelensky-ua official:volodymyr-zelenskyy-ua
    """
    click.echo(f"judgement {opened(read_only=False).merge(a, b, note=note)} kept; `kg undo` takes it back")


@command()
@click.argument("a")
@click.argument("b", required=False)
@note_option
def split(a: str, b: str | None, note: str) -> None:
    """Say that two officials, events or claims are not the same.

    With one name, lists the claims behind an official or event: two of them are what to name to split it.

    \b
    Example:
      kg split "Wang Yi"
      kg split article:02f4e1a97ce5c1f0/official/1 article:9c1f00a1b2c3d4e5/official/2
    """
    if b is not None:
        click.echo(
            f"judgement {opened(read_only=False).split(a, b, note=note)} kept; `kg undo` takes it back"
        )
        return
    rows = [(c.short, c.says, c.published, c.publisher) for c in opened().claims(a)]
    click.echo("\n".join(aligned(("claim", "says", "published", "publisher"), rows)))


@command()
@json_option
def judgements(as_json: bool) -> None:
    """List the judgements that stand.

    \b
    Example:
      kg judgements
    """
    found = opened().judgements()
    if as_json:
        print_json([{"id": id, **each} for id, each in found.items()])
        return
    rows = [
        (id, *(each[name] for name in ("verdict", "of", "left", "right", "note")))
        for id, each in found.items()
    ]
    click.echo(
        "\n".join(aligned(("id", "verdict", "of", "left", "right", "note"), rows))
        if rows
        else "no judgements"
    )


@command()
@click.argument("id")
def undo(id: str) -> None:
    """Take a judgement back, as if it had never been made.

    ID, or the beginning of it, is what `kg judgements` lists.

    \b
    Example:
      kg undo 3f2a
    """
    click.echo(f"judgement {opened(read_only=False).undo(id)} taken back")


@command()
def resolve() -> None:
    """Make the picture anew from all claims and judgements.

    It is the same as the one that adding and removing kept up to date, unless this version of the program
    draws other conclusions than the one that kept it.

    \b
    Example:
      kg resolve
    """
    g = opened(read_only=False)
    g.resolve()
    click.echo(str(g.stats()))
