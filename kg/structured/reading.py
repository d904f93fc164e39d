"""Files of structured sources → claims, row by row; a bad row or file is one line and the rest goes on."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import NotAnArticle, ReadError, UsageError
from kg.model import ArticleClaims
from kg.read.charset import is_binary
from kg.read.limits import Allowance, metered
from kg.read.records import Failure, Options
from kg.read.tables import encoding_of
from kg.structured.records import Coded
from kg.structured.rendering import claims_of
from kg.structured.tables import GDELT_COLUMNS, Row, gdelt, icews, polecat
from kg.structured.travel import Mapped, mapping, trip, xml_rows

KINDS = ("gdelt", "icews", "polecat", "travel")
NEEDED = {
    "icews": ("Event ID", "Event Date", "CAMEO Code", "Source Country", "Target Country"),
    "polecat": ("Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country"),
}
CODERS: dict[str, Callable[[Row], Coded | None]] = {"icews": icews, "polecat": polecat}


def structured(
    path: str | os.PathLike[str],
    kind: str,
    *,
    mapping_file: str | os.PathLike[str] | None = None,
    options: Options | None = None,
) -> Iterator[ArticleClaims | Failure]:
    """The claims of a table: `gdelt`, `icews`, `polecat`, or `travel`, which needs a mapping file.

    The file may be packed (.gz, .zip with one file in it). Rows that are no events between representatives
    of two states are passed over; a row that is damaged is a Failure. Raises UsageError for another kind or
    a mapping file that is none.
    """
    if kind not in KINDS:
        raise UsageError(f"no structured source is called {kind!r}; there is: {', '.join(KINDS)}")
    if kind == "travel" and mapping_file is None:
        raise UsageError("a travel list needs a mapping file that names its columns; give one with --mapping")
    mapped = mapping(mapping_file) if mapping_file else None
    name, options = os.fspath(path), options or Options()
    csv.field_size_limit(options.max_bytes)
    try:
        with ExitStack() as stack:
            yield from rows(opened(Path(name), stack), name, kind, mapped, options)
    except ReadError as error:
        yield Failure(name, error)
    except csv.Error as error:
        yield Failure(name, ReadError(f"a damaged table ({error}); fetch it again"))
    except (EOFError, zipfile.BadZipFile) as error:
        yield Failure(name, ReadError(f"cut off or damaged ({error}); fetch it again"))
    except OSError as error:
        yield Failure(name, ReadError(f"cannot be read: {error.strerror or error}"))


def opened(path: Path, stack: ExitStack) -> io.BufferedReader:
    """The bytes of a file, unpacked and counted."""
    file = stack.enter_context(path.open("rb"))
    allowance = Allowance.for_packed(path.stat().st_size)
    magic = file.peek(4)[:4]
    if magic.startswith(b"\x1f\x8b"):
        import gzip

        return metered(stack.enter_context(gzip.GzipFile(fileobj=file)), allowance)
    if magic == b"PK\x03\x04":
        archive = stack.enter_context(zipfile.ZipFile(cast(BinaryIO, file)))
        inner = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(inner) != 1 or inner[0].flag_bits & 1:
            raise ReadError("a zip with other than one open file in it; unpack it first")
        return metered(stack.enter_context(archive.open(inner[0])), allowance)
    return file


def rows(
    stream: io.BufferedReader, name: str, kind: str, mapped: Mapped | None, options: Options
) -> Iterator[ArticleClaims | Failure]:
    """The claims of each row."""
    head = stream.peek(8192)[:8192]
    if not head.strip():
        raise NotAnArticle("empty; nothing to read")
    if is_binary(head):
        raise ReadError("a binary file, no table; give it as text")
    if kind == "gdelt":
        lines = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="\n")
        yield from gdelt_rows(lines, name)
        return
    if mapped and (head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")):
        data = stream.read(options.max_bytes + 1)
        if len(data) > options.max_bytes or b"<!ENTITY" in data[:100_000]:
            raise ReadError("too large, or with entities of its own; save it as CSV")
        found: Iterator[Row] = xml_rows(data, mapped.row)
    else:
        text = io.TextIOWrapper(stream, encoding_of(head), errors="replace", newline="")
        first = head.partition(b"\n")[0]
        delimiter = max(b",;\t|", key=lambda mark: (first.count(bytes([mark])), mark == ord(",")))
        table = csv.DictReader(text, delimiter=chr(delimiter))
        needed = NEEDED.get(kind, tuple(mapped.columns.values()) if mapped else ())
        lacking = [column for column in needed if column not in (table.fieldnames or ())]
        if lacking:
            raise ReadError(f"no column {lacking[0]!r}; is it a table of the kind {kind}?")
        found = iter(table)
    for number, row in enumerate(found, 1):
        clean = {k: v for k, v in row.items() if isinstance(k, str) and isinstance(v, str)}
        yield from one(lambda r=clean, n=number: coded(kind, r, mapped, n), f"{name}, row {number}", kind)  # type: ignore[misc]


def coded(kind: str, row: Row, mapped: Mapped | None, number: int) -> Coded | None:
    return trip(row, mapped, number) if mapped and kind == "travel" else CODERS[kind](row)


def gdelt_rows(lines: io.TextIOWrapper, name: str) -> Iterator[ArticleClaims | Failure]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != GDELT_COLUMNS:
            if number == 1:
                raise ReadError(
                    f"{len(cells)} columns instead of {GDELT_COLUMNS}; is it a GDELT 2.0 event table?"
                )
            yield Failure(
                f"{name}, row {number}", ReadError(f"{len(cells)} columns instead of {GDELT_COLUMNS}")
            )
            continue
        yield from one(lambda c=cells: gdelt(c), f"{name}, row {number}", "gdelt")  # type: ignore[misc]


def one(code: Callable[[], Coded | None], name: str, kind: str) -> Iterator[ArticleClaims | Failure]:
    """The claims of one row, or what is wrong with it."""
    try:
        row = code()
    except (ValueError, KeyError, IndexError, TypeError) as error:
        yield Failure(name, ReadError(f"a damaged row ({type(error).__name__}); passed over"))
        return
    if row is not None:
        yield claims_of(row, f"{kind}/1")
