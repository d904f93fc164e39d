"""Bounds on what one input may cost: bytes that unpacking may bring, and seconds that a document may take."""

from __future__ import annotations

import io
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Protocol

from kg.errors import TooLarge

FREE = 200_000_000  # bytes that any archive may unpack to
RATIO = 100  # times its size that a large one may: text packs 3 to 20 times, a bomb 1,000 times


@dataclass(slots=True)
class Allowance:
    """How many bytes all archives in one input may still unpack to.

    >>> left = Allowance.for_packed(1_000)
    >>> left.spend(199_000_000)
    >>> left.spend(2_000_000)
    Traceback (most recent call last):
    kg.errors.TooLarge: unpacks to far more than its size, as an archive bomb does; unpack it by hand if it is none
    """

    left: int = FREE

    @classmethod
    def for_packed(cls, packed: int) -> Allowance:
        """What an input of a size (bytes) may unpack to."""
        return cls(max(FREE, packed * RATIO))

    def spend(self, count: int) -> None:
        """Take bytes off. Raises TooLarge where none are left."""
        self.left -= count
        if self.left < 0:
            raise TooLarge(
                "unpacks to far more than its size, as an archive bomb does; unpack it by hand if it is none"
            )


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes: ...


class Metered(io.RawIOBase):
    """Bytes out of an unpacker, each taken off an allowance."""

    def __init__(self, inner: Readable, allowance: Allowance) -> None:
        self.inner = inner
        self.allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.inner.read(len(buffer))
        self.allowance.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def metered(inner: Readable, allowance: Allowance) -> io.BufferedReader:
    """A stream that counts what it gives out. Reading past the allowance raises TooLarge."""
    return io.BufferedReader(Metered(inner, allowance), 65_536)


class Expired(BaseException):
    """The time is over; no library may take it for an error of its own, so it is no Exception."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Let the block take so many seconds of time; raises TooLarge after that.

    Works in the main thread of a process on systems with timers, else the block runs unbounded.

    >>> with deadline(0.05):
    ...     while True: pass
    Traceback (most recent call last):
    kg.errors.TooLarge: not read within 0.05 seconds; give the article's text
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        raise Expired

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)  # again, should a library swallow the first
    try:
        yield
    except Expired:
        raise TooLarge(f"not read within {seconds:g} seconds; give the article's text") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
