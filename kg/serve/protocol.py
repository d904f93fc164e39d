"""HTTP connections that do not wait for ever: slow senders and slow readers are cut off.

uvicorn bounds how long a connection may be idle between requests, but neither how long a request's head
may take to arrive nor how long a client may leave an answer unread.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

CLIENT = 15.0  # seconds, unless `patient` says otherwise


class PatientProtocol(H11Protocol):
    """uvicorn's protocol with two clocks."""

    seconds = CLIENT

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sending: asyncio.TimerHandle | None = None
        self.reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start waiting for the first request."""
        super().connection_made(transport)
        self.wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clocks."""
        self.stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a piece of a request; from the first byte to the end of its head there is a limit."""
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self.have_head()
        elif self.sending is None and (self.cycle is None or self.cycle.response_complete):
            self.wait_for_head()

    def on_response_complete(self) -> None:
        """The next request may have come meanwhile, or be on its way."""
        before = self.cycle
        super().on_response_complete()
        if self.cycle is before and self.conn.trailing_data[0]:
            self.wait_for_head()

    def pause_writing(self) -> None:
        """The client does not take what is sent."""
        super().pause_writing()
        if self.reading is None:
            self.reading = self.loop.call_later(self.seconds, self.cut)

    def resume_writing(self) -> None:
        """It took it."""
        super().resume_writing()
        if self.reading is not None:
            self.reading.cancel()
            self.reading = None

    def wait_for_head(self) -> None:
        self.have_head()
        self.sending = self.loop.call_later(self.seconds, self.cut)

    def have_head(self) -> None:
        if self.sending is not None:
            self.sending.cancel()
            self.sending = None

    def stop(self) -> None:
        self.have_head()
        if self.reading is not None:
            self.reading.cancel()
            self.reading = None

    def cut(self) -> None:
        """End the connection, whatever is left in its buffers."""
        self.stop()
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Say what was wrong, unless an answer is on its way: then only end the connection."""
        with suppress(Exception):
            super().send_400_response(msg)
            return
        self.transport.abort()


def patient(seconds: float) -> type[PatientProtocol]:
    """The protocol with other clocks."""
    return type("PatientProtocol", (PatientProtocol,), {"seconds": seconds})
