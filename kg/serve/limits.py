"""What one question, and all of them together, may cost."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of a server; times in seconds, sizes in bytes.

    A question starts on one of `fast` processes. After `quantum` it counts as slow: it loses its priority,
    another process takes its place, and at most `slow` such questions run at a time; up to `paused` more
    stand still until one of these ends.

    >>> Limits(seconds=2).rows
    100000
    """

    seconds: float = 10.0  # that a question may run
    rows: int = 100_000  # rows or triples of an answer
    answer: int = 256 * MIB  # an answer written out
    memory: int = 512 * MIB  # that a question may take beyond what its process has when it starts
    fast: int = 3  # one more than the cores of a small machine: one that waits for the disk holds up none
    slow: int = 2
    paused: int = 4
    quantum: float = 0.2  # a lookup takes a hundredth of this
    waiting: int = 64  # questions that wait for a process
    patience: float = 5.0  # that a question waits for one
    body: int = 256 * 1024  # of a request: the longest query
    client: float = 15.0  # that a client may take to send a request, or to take the next part of an answer
    connections: int = 256
    downloads: int = 2  # at a time
    page: float = 120.0  # that the network page may take to be made
