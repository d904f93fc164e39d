"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import UsageError


@contextmanager
def written_whole(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A file to write under a passing name, moved to its place when all of it is written.

    Its folder is made. Where the writing fails, what stood there before stays. Raises UsageError for a
    place that cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with written_whole(Path(folder, "new", "a.txt")) as file:
    ...         _ = file.write(b"all")
    ...     Path(folder, "new", "a.txt").read_text()
    'all'
    """
    target = Path(path)
    passing = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = passing.open("wb")
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}") from None
    try:
        with file:
            yield file
        passing.replace(target)
    except IsADirectoryError:
        raise UsageError(f"{target} is a folder; name a file in it") from None
    finally:
        passing.unlink(missing_ok=True)
