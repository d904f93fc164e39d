"""One process that answers, as the server sees it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import kg
from kg.errors import StoreError
from kg.serve.frames import BODY, END, HEAD, READY, Ended, Job, read_ending

STARTING = 30.0  # seconds that opening a store may take
LOW = 10  # niceness of a slow question: lookups come first, and it still gets what they leave


class Lost(Exception):  # noqa: N818 - reads as what it says
    """The process ended before its answer did."""


class TooLong(Exception):  # noqa: N818
    """The answer is longer than allowed."""


class Process:
    """A running `kg.serve.worker`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.answers = 0

    @classmethod
    async def start(cls, address: str, memory: int) -> Process:
        """Start one and wait until its store is open. Raises StoreError where that fails."""
        settings = json.dumps({"address": address, "memory": memory})
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # nothing is imported from the folder that happens to be the current one
            "-m",
            "kg.serve.worker",
            settings,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment(),
            # Ctrl-C in a terminal goes to the server only. No session of its own: niceness counts within one.
            process_group=0,
        )
        found = cls(process)
        try:
            async with asyncio.timeout(STARTING):
                kind, _ = await found.read()
        except (Lost, TimeoutError):
            found.kill()
            raise StoreError(f"the store {address} cannot be opened just now; ask again") from None
        except BaseException:
            found.kill()
            raise
        assert kind == READY  # noqa: S101 - what the process says first
        return found

    async def read(self) -> tuple[bytes, bytes]:
        """The next piece. Raises Lost where there is none."""
        assert self.process.stdout  # noqa: S101 - a pipe, see `start`
        try:
            kind, length = HEAD.unpack(await self.process.stdout.readexactly(HEAD.size))
            return kind, await self.process.stdout.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Lost from None

    async def send(self, job: Job) -> None:
        """Give it a job. Raises Lost."""
        assert self.process.stdin  # noqa: S101 - a pipe, see `start`
        self.answers += 1
        try:
            self.process.stdin.write(json.dumps(job).encode() + b"\n")
            await self.process.stdin.drain()
        except ConnectionError:
            raise Lost from None

    async def answer(self, job: Job, into: IO[bytes], most: int) -> Ended:
        """Have a job done, its answer written into a file. Raises Lost, TooLong."""
        await self.send(job)
        written = 0
        while True:
            kind, data = await self.read()
            if kind == END:
                return read_ending(data)
            if kind == BODY:
                written += len(data)
                if written > most:
                    raise TooLong
                into.write(data)

    async def stream(self, job: Job) -> AsyncIterator[bytes | Ended]:
        """Have a job done: its answer in pieces, and how it ended. Raises Lost."""
        await self.send(job)
        while True:
            kind, data = await self.read()
            if kind == END:
                yield read_ending(data)
                return
            yield data

    def worked(self) -> float:
        """Seconds of a processor that it has had so far; endless where nobody tells."""
        try:
            with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:  # noqa: PTH123 - called often
                user, system = file.read().rpartition(")")[2].split()[11:13]
        except OSError:
            return float("inf")
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self.process.returncode is None

    def slow_down(self) -> None:
        """Take its priority away; there is no way back without privileges."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, LOW)

    def pause(self) -> None:
        """Have it stand still."""
        self.signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Have it run again."""
        self.signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it now."""
        self.signal(signal.SIGKILL)
        # What it still had to say stands in its pipes, which nothing else would close.
        self.process._transport.close()  # type: ignore[attr-defined]

    def signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            self.process.send_signal(number)


def environment() -> dict[str, str]:
    """Our environment, in which the process finds the same `kg`."""
    home = str(Path(kg.__file__).parent.parent)
    old = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([home, old] if old else [home])}
