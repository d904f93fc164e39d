"""Commands by which a user judges: merge, split, judgements, undo, review, resolve."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kg.cli.common import command, json_option, on_terminal, opened, print_json
from kg.query.table import aligned, clean

if TYPE_CHECKING:
    from kg.review import Doubt

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
@click.option(
    "--limit", "-n", default=20, type=click.IntRange(1), show_default=True, help="How many to show."
)
@json_option
def review(limit: int, as_json: bool) -> None:
    """Look at the least certain merges first, and accept or refuse them.

    On a terminal each is a question: s the same, d different, Enter the next one, q the end. Elsewhere
    they are listed.

    \b
    Example:
      kg review
      kg review --json -n 100
    """
    doubts = opened().review(limit)
    if as_json:
        print_json([doubt_record(doubt) for doubt in doubts])
    elif not doubts:
        click.echo("nothing to review")
    elif on_terminal() and on_terminal(sys.stdin):
        for number, doubt in enumerate(doubts, 1):
            click.echo(f"\n{number} of {len(doubts)}: {told(doubt)}")
            if not answered(doubt):
                break
    else:
        click.echo("\n\n".join(told(doubt) for doubt in doubts))


def told(doubt: Doubt) -> str:
    """A doubt in three lines."""
    verdict = "taken for one" if doubt.merged else "kept apart"
    sides = [
        f"  {c.short}   {clean(c.says)}   ({clean(c.label)}; {', '.join(filter(None, (c.publisher, c.published)))})"
        for c in (doubt.left, doubt.right)
    ]
    return "\n".join(
        [f"{doubt.left.of}s {verdict}, {doubt.score:.2f} sure that they are one: {doubt.reason}", *sides]
    )


def answered(doubt: Doubt) -> bool:
    """Ask the user about a doubt and keep the judgement; False at the end."""
    answer = (
        click.prompt("[s]ame, [d]ifferent, Enter: next, [q]uit", default="", show_default=False)
        .strip()
        .lower()
    )
    g = opened(read_only=False)
    if answer.startswith("s"):
        g.merge(doubt.left.short, doubt.right.short, note="review")
    elif answer.startswith("d"):
        g.split(doubt.left.short, doubt.right.short, note="review")
    g.close()
    return not answer.startswith("q")


def doubt_record(doubt: Doubt) -> dict[str, object]:
    return {
        "of": doubt.left.of,
        "left": doubt.left.short,
        "right": doubt.right.short,
        "merged": doubt.merged,
        "score": doubt.score,
        "reason": doubt.reason,
    }


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
