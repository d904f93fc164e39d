"""Pieces of work: an input, or a share of a large one, whose name says whether it was done before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.read import Failure, files_of

SHARE = 50_000_000  # bytes: some minutes of work, so that many workers share one web archive
SHARED = (".warc", ".warc.gz", ".parquet", ".jsonl", ".jsonl.gz", ".ndjson", ".csv", ".tsv")
MOST = 512  # shares of one input: every one has to skip over the others' records


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """An input and which share of it; `size` and `changed` tell a file from its later version."""

    path: str
    share: int
    shares: int
    size: int
    changed: int  # nanoseconds since 1970

    def name(self, extractor: str) -> str:
        """32 hexadecimal digits: the same work by the same extractor has the same name."""
        whole = "\0".join(map(str, (self.path, self.share, self.shares, self.size, self.changed, extractor)))
        return sha256(whole.encode()).hexdigest()[:32]


def units_of(inputs: Iterable[str | os.PathLike[str]], *, share: int = SHARE) -> list[Unit]:
    """The pieces of some files and folders; large archives and tables in several. What is not there has none."""
    found: set[Unit] = set()
    for each in inputs:
        for path in files_of(os.fspath(each)):
            if isinstance(path, Failure) or not Path(path).is_file():
                continue
            real = os.path.realpath(path)
            stat = Path(real).stat()
            shares = min(MOST, -(-stat.st_size // share)) if real.lower().endswith(SHARED) else 1
            found |= {
                Unit(real, k, max(1, shares), stat.st_size, stat.st_mtime_ns) for k in range(max(1, shares))
            }
    return sorted(found)


def missing(inputs: Iterable[str | os.PathLike[str]]) -> list[Failure]:
    """The inputs that are not there, each with its line."""
    return [one for each in inputs for one in files_of(os.fspath(each)) if isinstance(one, Failure)]
