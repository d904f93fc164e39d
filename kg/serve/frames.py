"""What a process that answers says to the server: pieces of the answer, then how it ended."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import IO, Any

HEAD = struct.Struct(">cI")  # kind and length of what follows
BODY, END, READY = b"B", b"E", b"R"
LONGEST = 1 << 20  # bytes of one piece

Job = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ended:
    """How an answer ended: its status and headers. `error` is one line; what came before it is void then."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    error: str = ""
    resident: int = 0  # bytes of memory that the process holds now


def frame(kind: bytes, data: bytes) -> bytes:
    """A piece as it goes through the pipe.

    >>> frame(BODY, b"ab")
    b'B\\x00\\x00\\x00\\x02ab'
    """
    return HEAD.pack(kind, len(data)) + data


def ending(ended: Ended) -> bytes:
    """The last piece of an answer."""
    facts = {
        "status": ended.status,
        "headers": ended.headers,
        "error": ended.error,
        "resident": ended.resident,
    }
    return frame(END, json.dumps(facts).encode())


def read_ending(data: bytes) -> Ended:
    """The inverse of `ending`.

    >>> read_ending(ending(Ended(404, error="no such thing"))[HEAD.size:]).status
    404
    """
    facts = json.loads(data)
    headers = tuple((name, value) for name, value in facts["headers"])
    return Ended(facts["status"], headers, facts["error"], facts["resident"])


class Sender:
    """A file that sends what is written to it as pieces."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, data: bytes) -> int:
        """Send bytes."""
        for start in range(0, len(data), LONGEST):
            self.out.write(frame(BODY, data[start : start + LONGEST]))
        return len(data)

    def flush(self) -> None:
        """Pieces are flushed at the end of the answer, or when there are many."""
