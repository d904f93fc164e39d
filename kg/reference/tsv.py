"""Reads the tables: tab-separated text with comment lines on top and a line of column names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

TABLES = Path(__file__).parent / "tables"  # written by hand
GENERATED = Path(__file__).parent / "generated"  # written by kg/reference/build.py


def lines(path: Path) -> list[str]:
    """The lines that are no comment; the first one holds the column names. Raises FileNotFoundError."""
    text = path.read_text("utf-8")
    while text.startswith("#"):
        text = text[text.index("\n") + 1 :]
    return text.splitlines()


def read(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table as dictionaries. Raises ValueError where a row has too few or too many cells.

    >>> next(read(TABLES / "states.tsv"))["name"]
    'Andorra'
    """
    head, *body = lines(path)
    names = head.split("\t")
    for line in body:
        yield dict(zip(names, line.split("\t"), strict=True))


def split_list(cell: str) -> list[str]:
    """The values of a cell that holds several.

    >>> split_list("La Paz|Sucre"), split_list("")
    (['La Paz', 'Sucre'], [])
    """
    return cell.split("|") if cell else []
