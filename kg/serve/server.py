"""The server: a socket on this machine, uvicorn on it, and the application behind."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.errors import KgError, UsageError
from kg.serve.limits import Limits

if TYPE_CHECKING:
    import uvicorn

PORT = 7878
LOOPBACK = ("127.0.0.1", "localhost", "::1")
HEAD = 64 * 1024  # bytes of a request's head; a longer query goes into the body
GOODBYE = 3  # seconds for requests that are being answered when the server is stopped
STARTED = 60.0  # seconds until the first process must be there


def serve(  # noqa: PLR0913 - the options of the command, all of them named
    address: str,
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    limits: Limits | None = None,
    cors: Sequence[str] = (),
    allow_hosts: Sequence[str] = (),
    ready: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve a store until Ctrl-C, read only. `ready` is called with the address of the site.

    A process may write to the store meanwhile; answers follow within two seconds. `cors` names origins
    whose pages may ask ("*": all), `allow_hosts` names under which the server may be asked besides its
    own. Raises StoreError for a store that cannot be read, UsageError for a port that is taken.
    """
    sock, url = listening(host, port)
    try:
        server = made(address, limits or Limits(), host, cors, allow_hosts)
        ready(url)
        server.run(sockets=[sock])
    finally:
        sock.close()


@contextmanager
def running(
    address: str,
    *,
    limits: Limits | None = None,
    cors: Sequence[str] = (),
    allow_hosts: Sequence[str] = (),
) -> Iterator[str]:
    """A server on a free port beside other work; gives its address, and stops it at the end."""
    sock, url = listening("127.0.0.1", 0)
    server = made(address, limits or Limits(), "127.0.0.1", cors, allow_hosts)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
    thread.start()
    waited = threading.Event()
    for _ in range(int(STARTED / 0.02)):
        if server.started or not thread.is_alive():
            break
        waited.wait(0.02)
    try:
        if not server.started:
            raise KgError(f"the server on {address} did not start; see its messages")
        yield url
    finally:
        server.should_exit = True
        thread.join(STARTED)
        sock.close()


def made(
    address: str, limits: Limits, host: str, cors: Sequence[str], allow_hosts: Sequence[str]
) -> uvicorn.Server:
    """The server, not yet running. Raises StoreError, UsageError."""
    check_store(address)
    try:
        import uvicorn

        from kg.serve.app import application
        from kg.serve.protocol import patient
    except ImportError:
        raise UsageError("serving needs more packages: pip install 'diplomatic-events[serve]'") from None
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # broken connections are the clients' affair
    everywhere = host in {"0.0.0.0", "::"}  # noqa: S104 - asked for by name
    hosts = None if everywhere and not allow_hosts else [host, *allow_hosts]
    app, _ = application(address, limits, hosts=hosts, cors=list(cors))
    config = uvicorn.Config(
        app,
        http=patient(limits.client),
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=limits.connections,
        timeout_keep_alive=int(limits.client) or 1,
        timeout_graceful_shutdown=GOODBYE,
        h11_max_incomplete_event_size=HEAD,
    )
    return uvicorn.Server(config)


def check_store(address: str) -> None:
    """Raise StoreError or UsageError for a store that cannot be served."""
    from kg.store import MEMORY, open_store

    if address == MEMORY:
        raise UsageError("a store in memory belongs to one process; serve one in a folder (--store)")
    open_store(address, read_only=True).close()


def listening(host: str, port: int) -> tuple[socket.socket, str]:
    """A socket that listens, and the address that leads to it. Raises UsageError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named: asyncio switches Nagle's delay off for such sockets only, which is 40 ms an answer.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(128)
    except (OSError, OverflowError) as error:
        sock.close()
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"cannot listen on {host}:{port}: {reason}; choose another --port") from None
    name = f"[{host}]" if ":" in host else host
    return sock, f"http://{name}:{sock.getsockname()[1]}/"
