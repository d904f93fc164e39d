"""Counting the rows of an answer while Oxigraph writes it, so that too many of them stop the query.

Oxigraph writes a whole answer in one call, far faster than Python could row by row; what it writes passes
through here in pieces.
"""

from __future__ import annotations

from collections.abc import Callable


class TooMany(Exception):  # noqa: N818 - reads as what it says
    """The answer has more rows, or bytes, than allowed."""


class Counted:
    """A file to write an answer to, which raises TooMany beyond a number of rows.

    >>> Counted(lambda data: None, "csv", 1).write(b"name\\r\\nAnn\\r\\n")
    11
    >>> Counted(lambda data: None, "csv", 1).write(b"name\\r\\nAnn\\r\\nBo\\r\\n")
    Traceback (most recent call last):
    kg.serve.rows.TooMany: the answer has more than 1 rows; ask for less with LIMIT, or take a download
    """

    def __init__(self, sink: Callable[[bytes], object], format: str, most: int) -> None:
        self.sink = sink
        self.most = most
        self.counter = COUNTERS[format]()

    def write(self, data: bytes) -> int:
        """Take a piece."""
        if self.counter.count(data) > self.most:
            raise TooMany(too_many(self.most))
        self.sink(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""


def too_many(most: int) -> str:
    """What to tell who asked for more."""
    return f"the answer has more than {most:,} rows; ask for less with LIMIT, or take a download"


class Tsv:
    """Rows end with a line feed, and no value holds one."""

    def __init__(self) -> None:
        self.rows = -1  # the head is a line too

    def count(self, data: bytes) -> int:
        """The rows so far."""
        self.rows += data.count(b"\n")
        return self.rows


class Csv:
    """Rows end with a line feed that stands outside quotes."""

    def __init__(self) -> None:
        self.rows = -1
        self.inside = False

    def count(self, data: bytes) -> int:
        """The rows so far."""
        for number, part in enumerate(data.split(b'"')):
            self.inside ^= number > 0
            if not self.inside:
                self.rows += part.count(b"\n")
        return self.rows


class Json:
    """Rows are objects in an array: `,{` outside strings stands between two of them and nowhere else."""

    def __init__(self) -> None:
        self.rows = 1  # one without any: an empty answer does not reach a limit
        self.inside = False
        self.kept = b""

    def count(self, data: bytes) -> int:
        """The rows so far."""
        data = self.kept + data
        # What could belong to the next piece waits for it: backslashes, and a comma.
        end = len(data.rstrip(b"\\,"))
        data, self.kept = data[:end], data[end:]
        if b"\\" in data:
            data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
        for number, part in enumerate(data.split(b'"')):
            self.inside ^= number > 0
            if not self.inside:
                self.rows += part.count(b",{")
        return self.rows


class Xml:
    """Rows are `<result>` elements; `<` is escaped in values."""

    MARK = b"<result>"

    def __init__(self) -> None:
        self.rows = 0
        self.kept = b""

    def count(self, data: bytes) -> int:
        """The rows so far."""
        data = self.kept + data
        self.rows += data.count(self.MARK)
        self.kept = data[-(len(self.MARK) - 1) :]
        return self.rows


Counter = Tsv | Csv | Json | Xml
COUNTERS: dict[str, type[Counter]] = {"json": Json, "xml": Xml, "csv": Csv, "tsv": Tsv}
