"""What a watch remembers between polls and restarts: one JSON file, always whole."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import UsageError

VERSION = 1
KEPT = 5000  # addresses remembered per feed beyond those that it lists now: feeds list 10 to 500


@dataclass(slots=True)
class Waiting:
    """An entry whose page could not be had yet. `tries` counts how often it was asked for."""

    title: str | None = None
    published: str | None = None  # ISO day
    publisher: str | None = None
    text: str = ""
    tries: int = 0


@dataclass(slots=True)
class FeedState:
    """What is known of one feed. `due` is when it is polled next (seconds since 1970)."""

    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0  # one after the other
    done: list[str] = field(default_factory=list)  # addresses of entries, oldest first
    waiting: dict[str, Waiting] = field(default_factory=dict)

    def finish(self, url: str) -> None:
        """An entry is dealt with: handed over, or given up for good."""
        self.waiting.pop(url, None)
        if url not in self.done:
            self.done.append(url)

    def forget(self, listed: set[str]) -> None:
        """Let go of old addresses that the feed no longer lists."""
        extra = len(self.done) - KEPT
        if extra > 0:
            old = [url for url in self.done if url not in listed][:extra]
            self.done = [url for url in self.done if url not in set(old)]


@dataclass(slots=True)
class State:
    """All feeds' states by address, and the file that keeps them."""

    path: Path
    feeds: dict[str, FeedState] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> State:
        """The state in a file; an empty one where there is none. Raises UsageError for a damaged file."""
        if not path.exists():
            return cls(path)
        try:
            said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if said["version"] != VERSION:
                raise ValueError("another version")
            feeds = {url: _feed(one) for url, one in said["feeds"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{path} is no state of kg watch ({error}); move it away to begin anew, nothing is added twice"
            ) from None
        return cls(path, feeds)

    def feed(self, url: str) -> FeedState:
        return self.feeds.setdefault(url, FeedState())

    def save(self) -> None:
        """Write the file in one step: a reader, or a kill, sees the old one or the new one."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        said = {"version": VERSION, "feeds": {url: asdict(one) for url, one in sorted(self.feeds.items())}}
        beside = self.path.with_name(self.path.name + ".new")
        with beside.open("w", encoding="utf-8") as file:
            json.dump(said, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.path)


def _feed(said: dict[str, Any]) -> FeedState:
    waiting = {url: Waiting(**one) for url, one in said.pop("waiting").items()}
    return FeedState(**said, waiting=waiting)
