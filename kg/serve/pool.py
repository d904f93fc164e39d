"""The processes that answer, and who gets one: a slow question never holds up the others.

A question starts on a process of the fast lane. One that runs longer than the quantum leaves that lane, with
its process, for a slow one with less priority, and another process takes its place. Where all slow lanes
are taken it stands still until one is free. At its limit its process is killed.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO

from kg.errors import StoreError
from kg.serve.frames import Ended, Job
from kg.serve.limits import MIB, Limits
from kg.serve.process import Lost, Process, TooLong

IN_MEMORY = MIB  # of an answer; what is longer waits on disk for its reader
RENEW = 96 * MIB  # of growth, after which a process is replaced rather than used again
STARVED = 5  # quanta after which a question counts as slow although it has hardly run
PATIENT_START = 1.0  # seconds before a process that could not be started is tried again


@dataclass(slots=True)
class Answer:
    """A finished answer. `body` is at its beginning; close it."""

    ended: Ended
    body: IO[bytes]
    length: int


class Busy(Exception):  # noqa: N818 - reads as what it says
    """Too much to do; ask again later."""


class Pool:
    """Processes on one store."""

    def __init__(self, address: str, limits: Limits) -> None:
        self.address = address
        self.limits = limits
        self.idle: deque[Process] = deque()
        self.queue: deque[asyncio.Future[Process]] = deque()
        self.all: set[Process] = set()
        self.fast = 0  # processes in the fast lane: idle, at work or being started
        self.first = 0  # bytes that a process holds after its first answer
        self.slow = asyncio.Semaphore(limits.slow)
        self.paused = 0
        self.tasks: set[asyncio.Task[None]] = set()
        self.leaving: set[asyncio.Task[None]] = set()
        self.closed = False

    # ------------------------------------------------------------ life

    async def open(self) -> None:
        """Start the processes. Raises StoreError where none can be."""
        self.fast = 1
        self.release(await self.start())
        self.fill()

    async def close(self) -> None:
        """End them all."""
        self.closed = True
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for process in list(self.all):
            self.end(process)
        await asyncio.gather(*self.leaving)

    async def start(self, memory: int | None = None) -> Process:
        process = await Process.start(self.address, memory or self.limits.memory)
        self.all.add(process)
        return process

    def fill(self) -> None:
        """Start what the fast lane lacks."""
        while self.fast < self.limits.fast and not self.closed:
            self.fast += 1
            task = asyncio.create_task(self.replace())
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def replace(self) -> None:
        while True:
            try:
                self.release(await self.start(), new=True)
                return
            except (StoreError, OSError):
                await asyncio.sleep(PATIENT_START)

    def release(self, process: Process, *, new: bool = False) -> None:
        """Give a process of the fast lane to who waits longest, or let it rest."""
        while self.queue:
            waiter = self.queue.popleft()
            if not waiter.done():
                waiter.set_result(process)
                return
        if new:
            self.idle.appendleft(process)
        else:
            self.idle.append(process)

    def retire(self, process: Process) -> None:
        """End a process that left the fast lane."""
        self.end(process)
        self.fill()

    def end(self, process: Process) -> None:
        """End a process and see it off."""
        process.kill()
        task = asyncio.create_task(self.see_off(process))
        self.leaving.add(task)
        task.add_done_callback(self.leaving.discard)

    async def see_off(self, process: Process) -> None:
        await process.process.wait()
        self.all.discard(process)

    # ------------------------------------------------------------ questions

    async def ask(self, job: Job, patience: float = 1.0) -> Answer:
        """Have a job done; it counts as slow after `patience` quanta. Raises Busy, TimeoutError at the limit, Lost, TooLong."""
        process = await self.acquire()
        body: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the answer closes it
        lane = "fast"
        work = asyncio.create_task(process.answer(job, body, self.limits.answer))
        try:
            await self.at_first(process, work, self.limits.quantum * patience)
            if not work.done():
                lane = "leaving"
                self.fast -= 1
                self.fill()
                await self.slow_lane(process, work)
                lane = "slow"
                await asyncio.wait({work}, timeout=self.limits.seconds - self.limits.quantum)
                if not work.done():
                    raise TimeoutError
            ended = work.result()
        except BaseException:
            body.close()
            raise
        finally:
            self.settle(process, lane, work)
        length = body.tell()
        body.seek(0)
        return Answer(ended, body, length)

    async def at_first(self, process: Process, work: asyncio.Task[Ended], quantum: float) -> None:
        """Wait for a quantum; for more of them while the machine is so busy that the process hardly runs."""
        before = process.worked()
        for _ in range(STARVED):
            await asyncio.wait({work}, timeout=quantum)
            if work.done() or process.worked() - before > quantum / 2:
                return

    async def slow_lane(self, process: Process, work: asyncio.Task[Ended]) -> None:
        """Take a slow lane, standing still until one is free. Raises Busy."""
        process.slow_down()
        if not self.slow.locked():
            await self.slow.acquire()
            return
        if self.paused >= self.limits.paused:
            raise Busy("as many long questions as may run are running; ask again later")
        self.paused += 1
        process.pause()
        try:
            async with asyncio.timeout(self.limits.seconds):
                await self.slow.acquire()
        except TimeoutError:
            raise Busy("other long questions took too long; ask again later") from None
        finally:
            self.paused -= 1
        process.go_on()

    def settle(self, process: Process, lane: str, work: asyncio.Task[Ended]) -> None:
        """What becomes of a process after a question: it is used again if it never left the fast lane."""
        if lane == "slow":
            self.slow.release()
        if not work.done():
            work.cancel()
            work.add_done_callback(swallow)
        if lane == "fast":
            if (
                work.done()
                and not work.cancelled()
                and not work.exception()
                and self.fit(process, work.result())
            ):
                self.release(process)
                return
            self.fast -= 1
        self.retire(process)

    def fit(self, process: Process, ended: Ended) -> bool:
        """Whether a process may be used again: it has not grown much."""
        self.first = self.first or ended.resident
        return process.alive and ended.resident <= self.first + RENEW

    async def acquire(self) -> Process:
        """A process of the fast lane. Raises Busy."""
        while self.idle:
            process = self.idle.pop()  # the one used last: new ones get ready for pages meanwhile
            if process.alive:
                return process
            self.fast -= 1
            self.retire(process)
        if len(self.queue) >= self.limits.waiting:
            raise Busy("too many questions at once; ask again later")
        waiter: asyncio.Future[Process] = asyncio.get_running_loop().create_future()
        self.queue.append(waiter)
        try:
            async with asyncio.timeout(self.limits.patience):
                return await waiter
        except BaseException as error:
            if waiter.done() and not waiter.cancelled():
                self.release(waiter.result())  # it came when nobody waited any more
            if isinstance(error, TimeoutError):
                raise Busy("too many questions at once; ask again later") from None
            raise

    # ------------------------------------------------------------ long work

    @asynccontextmanager
    async def apart(self, memory: int) -> AsyncIterator[Process]:
        """A process of its own, with little priority, for one long piece of work."""
        process = await self.start(memory)
        process.slow_down()
        try:
            yield process
        finally:
            self.end(process)


def swallow(work: asyncio.Task[Ended]) -> None:
    """Take note of how abandoned work ended, so that nobody complains that nobody did."""
    if not work.cancelled():
        work.exception()


__all__ = ["Answer", "Busy", "Lost", "Pool", "TooLong"]
