"""Connections that go only to numbers that were checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import httpcore

from kg.read.web import resolved


class Guarded(httpcore.SyncBackend):
    """Resolves a host once, checks every number, and connects to one that was checked."""

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection. Raises FetchError for a host that may not be connected to."""
        last: Exception | None = None
        for number in resolved(host, port, allow_private=self.allow_private)[:4]:
            try:
                return super().connect_tcp(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last or httpcore.ConnectError(f"{host} has no number")
