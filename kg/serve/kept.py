"""The store that a process answers from, opened again when somebody has written to it."""

from __future__ import annotations

import time
from pathlib import Path

from kg.errors import StoreError
from kg.store import Store, open_store

LOOK_AGAIN = 1.0  # seconds between two looks at the folder: an answer may be that old

State = tuple[tuple[str, int, int], ...]


def state_of(address: str) -> State | None:
    """What changes when somebody writes to the store in a folder; None for a server or where nothing is.

    >>> state_of("http://127.0.0.1/")
    """
    if address.startswith(("http://", "https://")):
        return None
    found = []
    try:
        for file in Path(address).iterdir():
            if file.name == "CURRENT" or file.name.startswith("MANIFEST") or file.suffix == ".log":
                about = file.stat()
                found.append((file.name, about.st_size, about.st_mtime_ns))
    except OSError:  # a writer tidies up just now
        return None
    return tuple(sorted(found)) or None


class Kept:
    """A store for reading."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.state = state_of(address)
        self.store: Store = open_store(address, read_only=True)
        self.looked = time.monotonic()

    def current(self) -> Store:
        """The store as it is now, or as it was a second ago."""
        if time.monotonic() - self.looked > LOOK_AGAIN:
            state = state_of(self.address)
            if state is not None and state != self.state:
                self.again()
            self.looked = time.monotonic()
        return self.store

    def again(self) -> Store:
        """The store, opened again; the old one where that is not possible just now."""
        state = state_of(self.address)
        try:
            fresh = open_store(self.address, read_only=True)
        except StoreError:  # being filled: what was there before still answers
            return self.store
        self.store.close()
        self.store, self.state = fresh, state
        return fresh
