"""SPARQL servers for the tests, on this machine only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
MaxConstructTriples = 1000000
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait until something answers HTTP at an address, whatever it says."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it answered")
        try:
            urllib.request.urlopen(address, timeout=1).close()  # noqa: S310 - our own address
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nothing answers at {address} after {seconds} s")


@contextmanager
def running(command: list[str], address: str, seconds: float, folder: Path) -> Iterator[str]:
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(address, process, seconds)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def oxigraph_binary() -> str | None:
    """The server of the package `oxigraph`, beside this Python or on the path."""
    beside = Path(sys.executable).parent / "oxigraph"
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


@contextmanager
def oxigraph(folder: Path, binary: str) -> Iterator[str]:
    port = free_port()
    command = [binary, "serve", "--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}", 20, folder) as address:
        yield address


def virtuoso_binary() -> str | None:
    """Virtuoso's server; installed with apt-get where this process may do that."""
    names = ("virtuoso-t", "virtuoso-opensource-7")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found or os.geteuid() or not shutil.which("apt-get"):
        return found
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES],
    ):
        subprocess.run(command, env=environment, check=False, capture_output=True, timeout=600)
    return next((path for name in names if (path := shutil.which(name))), None)


PACKAGES = ("virtuoso-opensource-7-bin", "virtuoso-opensource-7")


@contextmanager
def virtuoso(folder: Path, binary: str) -> Iterator[str]:
    sql, http = free_port(), free_port()
    configuration = folder / "virtuoso.ini"
    configuration.write_text(VIRTUOSO_INI.format(folder=folder, sql=sql, http=http), encoding="utf-8")
    command = [binary, "+foreground", "+configfile", str(configuration)]
    with running(command, f"http://127.0.0.1:{http}/sparql", 120, folder) as address:
        yield address
