"""The command `evaluate`: how right the extractor is on annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.common import command, json_option, print_json
from kg.cli.make import engine_option, jobs_option


@command()
@click.argument("gold", metavar="GOLD")
@click.argument("predicted", required=False, metavar="[PREDICTED]")
@click.option(
    "--errors", default=0, type=click.IntRange(0), metavar="N", help="List N differences of each kind."
)
@jobs_option
@engine_option
@json_option
def evaluate(gold: str, predicted: str | None, errors: int, as_json: bool, **how: Any) -> None:
    """Score the extractor, or its output, on annotated articles.

    GOLD holds one JSON object per article and line, in the shape that `kg extract --json` prints; the
    articles lie beside it as texts/ID.txt, or where a record's `text` says. PREDICTED is such a file to
    compare with; without it the articles are read now.

    \b
    Example:
      kg evaluate data/gold/gold.jsonl
      kg evaluate mine/gold.jsonl --errors 5
    """
    from kg.evaluate import as_dict, as_text
    from kg.evaluate import evaluate as score

    report = score(Path(gold), Path(predicted) if predicted else None, **how)
    if as_json:
        print_json(as_dict(report))
    else:
        click.echo(as_text(report, errors=errors))
