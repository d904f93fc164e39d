"""Tables as text: plain and aligned for pipes and files, drawn for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

NUMBER = re.compile(r"-?\d+(\.\d+)?")
WIDEST = 80  # columns a cell may take before it is cut, in piped output
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def width(text: str) -> int:
    """Columns that a text takes in a terminal.

    >>> width("Ahn"), width("安圭伯")
    (3, 6)
    """
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def clean(text: str) -> str:
    """A cell on one line, without control characters (an article's text may hold terminal codes)."""
    return CONTROL.sub(" ", text)


def aligned(columns: Sequence[str], rows: Iterable[Sequence[str]], widest: int = WIDEST) -> Iterator[str]:
    """Lines of a plain table: columns two spaces apart, numbers to the right, a line under the head.

    >>> print("\\n".join(aligned(["name", "n"], [("Ann", "10"), ("Bo", "2")])))
    name   n
    ----  --
    Ann   10
    Bo     2
    """
    cells = [[cut(clean(cell), widest) for cell in row] for row in rows]
    widths = [max([width(name), *(width(row[i]) for row in cells)]) for i, name in enumerate(columns)]
    right = [
        bool(cells) and all(NUMBER.fullmatch(row[i] or "0") for row in cells) for i in range(len(columns))
    ]
    for row in [list(columns), ["-" * w for w in widths], *cells]:
        yield "  ".join(map(pad, row, widths, right)).rstrip()


def cut(text: str, widest: int) -> str:
    return text if len(text) <= widest else text[: widest - 1].rstrip() + "…"


def pad(text: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space


def draw(columns: Sequence[str], rows: Iterable[Sequence[str]], out: IO[str]) -> int:
    """Draw a table on a terminal, wrapped to its width; returns the number of rows."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[clean(cell) for cell in row] for row in rows]
    table = Table(header_style="bold", row_styles=("", "dim") if len(cells) > 8 else ("",))
    for i, name in enumerate(columns):
        numbers = bool(cells) and all(NUMBER.fullmatch(row[i] or "0") for row in cells)
        table.add_column(name, justify="right" if numbers else "left", overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))  # Text: an article's words are never markup
    Console(file=out).print(table)
    return len(cells)
