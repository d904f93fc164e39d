"""Read: files, folders and standard input → articles, and a line for every input that gives none.

A format is a function from one source to articles; `FORMATS` names it by suffix, and `sniff` finds it
for input without a telling name. To add a format, write the function and enter it there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import NotAnArticle, ReadError, TooLarge
from kg.model import Article
from kg.read.html import looks_like_html, read_html
from kg.read.plain import read_plain
from kg.read.records import Failure, Format, Options, Source

__all__ = ["FORMATS", "Failure", "Options", "Source", "read"]

FORMATS: dict[str, Format] = {
    ".htm": read_html,
    ".html": read_html,
    ".text": read_plain,
    ".txt": read_plain,
    ".xhtml": read_html,
}


def read(
    paths: Iterable[str | os.PathLike[str]], *, options: Options | None = None
) -> Iterator[Article | Failure]:
    """Read inputs in the order given: files, folders (their files by name, deeply) and `-`, standard input.

    Yields an Article for every article, a Failure for every input without one; never raises for a bad
    input. A file that is named twice is read once.

    >>> [str(failure) for failure in read(["no/such/file.txt"])]
    ['no/such/file.txt: no such file or folder']
    """
    options = options or Options()
    seen: set[str] = set()
    for path in paths:
        for one in files_of(os.fspath(path)):
            if isinstance(one, Failure):
                yield one
            elif (real := os.path.realpath(one) if one != "-" else one) not in seen:
                seen.add(real)
                yield from read_one(one, options)


def files_of(path: str) -> Iterator[str | Failure]:
    """The files that a path stands for. In a folder, files of no known format, hidden ones and READMEs are passed over."""
    if path == "-":
        yield path
    elif Path(path).is_dir():
        names = sorted(str(p) for p in Path(path).rglob("*") if is_candidate(p, Path(path)))
        yield from names
        if not names:
            yield Failure(path, ReadError("a folder with nothing readable in it"))
    elif Path(path).exists():
        yield path
    else:
        yield Failure(path, ReadError("no such file or folder"))


def is_candidate(path: Path, folder: Path) -> bool:
    passed = path.stem.lower() == "readme" or any(p.startswith(".") for p in path.relative_to(folder).parts)
    return not passed and path.suffix.lower() in FORMATS and path.is_file()


def read_one(path: str, options: Options) -> Iterator[Article | Failure]:
    """All that one file or standard input holds."""
    name = "standard input" if path == "-" else path
    try:
        source = Source(name, "stdin" if path == "-" else Path(path).stem, load(path, options))
        yield from sniff(path, source.data)(source, options)
    except ReadError as error:
        yield Failure(name, error)
    except OSError as error:
        yield Failure(name, ReadError(f"cannot be read: {error.strerror or error}"))


def load(path: str, options: Options) -> bytes:
    """The bytes of a file or of standard input. Raises NotAnArticle if empty, TooLarge past the limit."""
    if path == "-":
        data = sys.stdin.buffer.read(options.max_bytes + 1)
    else:
        with Path(path).open("rb") as file:
            data = file.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise TooLarge(f"larger than {options.max_bytes // 1_000_000} MB; split it into single articles")
    if not data.strip():
        raise NotAnArticle("empty; nothing to read")
    return data


def sniff(path: str, data: bytes) -> Format:
    """The format of an input: by its suffix, else HTML where it begins so, else text."""
    known = FORMATS.get(Path(path).suffix.lower())
    return known or (read_html if looks_like_html(data) else read_plain)
