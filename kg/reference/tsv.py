"""Reads the tables: tab-separated text with comment lines on top and a line of column names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

TABLES = Path(__file__).parent / "tables"  # written by hand
GENERATED = Path(__file__).parent / "generated"  # written by kg/reference/build.py


def rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """Column names and the cells of each row. Raises FileNotFoundError."""
    lines = [line for line in path.read_text("utf-8").split("\n") if line and not line.startswith("#")]
    return lines[0].split("\t"), [line.split("\t") for line in lines[1:]]


def read(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table as dictionaries. Raises ValueError where a row has too few or too many cells.

    >>> next(read(TABLES / "states.tsv"))["name"]
    'Andorra'
    """
    names, lines = rows(path)
    for cells in lines:
        yield dict(zip(names, cells, strict=True))


def split_list(cell: str) -> list[str]:
    """The values of a cell that holds several.

    >>> split_list("La Paz|Sucre"), split_list("")
    (['La Paz', 'Sucre'], [])
    """
    return cell.split("|") if cell else []
