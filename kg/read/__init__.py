"""Read: files, folders, addresses and standard input → articles, and a line for every input that gives none.

A format is a function from one source to articles; `kg.read.formats` names it by suffix and by its first
bytes. To add a format, write the function and enter it there.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from kg.errors import NotAnArticle, ReadError, TooLarge
from kg.model import Article
from kg.read.archives import is_wanted, one_line
from kg.read.formats import FORMATS, read_source
from kg.read.limits import Allowance
from kg.read.records import Columns, Failure, Known, Options, Source, stem, suffix_of

__all__ = ["FORMATS", "Columns", "Failure", "Known", "Options", "Source", "read", "read_bytes"]

MAX_STDIN = 20_000_000_000  # bytes, kept in a temporary file beyond the first 20 MB


def read(
    paths: Iterable[str | os.PathLike[str]], *, options: Options | None = None
) -> Iterator[Article | Failure]:
    """Read inputs in the order given: files, folders (their files by name, deeply), http(s) addresses and `-`.

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
            elif (real := os.path.realpath(one) if is_file(one) else one) not in seen:
                seen.add(real)
                yield from read_one(one, options)


def read_bytes(
    name: str, data: bytes, *, known: Known | None = None, options: Options | None = None
) -> Iterator[Article | Failure]:
    """Read one input that is in memory. `name` is its path or address, whose suffix tells the format.

    >>> [article] = read_bytes("a.txt", b"The ministers met in Rome on Monday and they will meet again in May.")
    >>> article.id
    'a'
    """
    yield from read_source(Source.of(name, data, known=known or Known()), options or Options())


def is_file(path: str) -> bool:
    return path != "-" and not is_address(path)


def is_address(path: str) -> bool:
    """Whether an input is an http(s) address."""
    return path.startswith(("http://", "https://"))


def files_of(path: str) -> Iterator[str | Failure]:
    """The files that a path stands for. In a folder, files of no known format, hidden ones and READMEs are passed over."""
    if not is_file(path):
        yield path
    elif Path(path).is_dir():
        names = sorted(str(p) for p in Path(path).rglob("*") if is_candidate(p, Path(path)))
        yield from names
        if not names:
            yield Failure(path, ReadError("a folder with nothing readable in it"))
    elif Path(path).exists():
        yield path
    else:
        yield Failure(one_line(path), ReadError("no such file or folder"))


def is_candidate(path: Path, folder: Path) -> bool:
    return is_wanted(path.relative_to(folder).as_posix()) and path.is_file()


def read_one(path: str, options: Options) -> Iterator[Article | Failure]:
    """All that one file, address or standard input holds."""
    if is_address(path):
        from kg.read.web import read_address

        yield from read_address(path, options)
        return
    name = "standard input" if path == "-" else path
    try:
        with opened(path) as stream:
            packed = os.fstat(stream.fileno()).st_size if path != "-" else stream.seek(0, os.SEEK_END)
            stream.seek(0)
            source = Source(
                name,
                "stdin" if path == "-" else stem(path),
                stream,  # type: ignore[arg-type]
                suffix_of(path),
                allowance=Allowance.for_packed(packed),
            )
            yield from read_source(source, options)
    except ReadError as error:
        yield Failure(name, error)
    except OSError as error:
        yield Failure(name, ReadError(f"cannot be read: {error.strerror or error}"))


def opened(path: str) -> IO[bytes]:
    """A file, or standard input as a file that can be read again. Raises OSError, TooLarge, NotAnArticle."""
    if path != "-":
        if not Path(path).is_file():
            raise NotAnArticle("no regular file; give a file or folder")
        return Path(path).open("rb")
    copy = tempfile.SpooledTemporaryFile(20_000_000)  # noqa: SIM115 - the caller closes it
    while chunk := sys.stdin.buffer.read(1 << 20):
        copy.write(chunk)
        if copy.tell() > MAX_STDIN:
            raise TooLarge("standard input goes on beyond 20 GB; give a file")
    copy.seek(0)
    return copy
