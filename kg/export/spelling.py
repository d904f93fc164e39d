"""The text of a store's graphs, spelled by Oxigraph itself while we work on what it has spelled already.

Reading a store on disk takes several times as long as all that is done with the text, and Oxigraph needs
no Python for it. So one thread writes the picture into a file that is read as it grows, and another
spells the named graphs some ahead: with a core for each, an export takes little more than half the time.
"""

from __future__ import annotations

import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, TypeGuard, TypeVar

import pyoxigraph as ox

from kg.store import Store
from kg.store.embedded import EmbeddedStore
from kg.store.terms import PICTURE

READERS = 2  # threads: one for the picture, one for the named graphs, both for these when that is done
AHEAD = 32  # named graphs spelled before they are asked for: a megabyte or two
PART = 1 << 20  # bytes of the picture worked on at a time
WAIT = 0.002  # seconds until the picture's file is looked at again
END = " .\n"  # of a statement; in no literal, since Oxigraph escapes the ends of lines

Item = TypeVar("Item")
Text = tuple[str, str]  # a graph's name as N-Triples spells it ("" for the picture), and statements of it


@dataclass(frozen=True, slots=True)
class Spelling:
    """How Oxigraph is to write, and where its text may be cut: behind the last whole subject.

    Turtle is `nested`: facts only stand under one subject when their quads come one after the other.
    """

    format: ox.RdfFormat
    cut: Callable[[bytes], int]
    nested: bool = False
    prefixes: dict[str, str] = field(default_factory=dict)
    base: str | None = None

    def graph(self, store: Store, graph: ox.NamedNode) -> str:
        """A named graph."""
        if not isinstance(store, EmbeddedStore) or (self.nested and not on_disk(store)):
            return self.quads(store.match(None, None, None, graph))
        text = store.raw.dump(
            format=self.format, from_graph=graph, prefixes=self.prefixes, base_iri=self.base
        )
        return (text or b"").decode()

    def quads(self, quads: Iterable[ox.Quad]) -> str:
        """Quads of one graph, in whatever order."""
        triples = (quad.triple for quad in (sorted(quads, key=str) if self.nested else quads))
        text = ox.serialize(triples, format=self.format, prefixes=self.prefixes, base_iri=self.base)
        return (text or b"").decode()

    def picture(self, store: EmbeddedStore, path: Path) -> None:
        """The picture, into a file. By its path: a Python file would need a turn of Python for each write."""
        store.raw.dump(str(path), self.format, from_graph=PICTURE, prefixes=self.prefixes, base_iri=self.base)


def on_disk(store: Store) -> TypeGuard[EmbeddedStore]:
    """Whether a store gives its quads subject by subject."""
    return isinstance(store, EmbeddedStore) and store.path is not None


def texts(store: EmbeddedStore, graphs: Iterable[ox.NamedNode], spelling: Spelling) -> Iterator[Text]:
    """The picture, in parts, and named graphs, each whole, of a store on disk, in any order.

    No subject of the picture is in two parts.
    """
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(READERS) as pool:
        path = Path(folder) / "picture"
        path.touch()
        done = pool.submit(spelling.picture, store, path)
        with path.open("rb") as file:
            growing = Growing(file, spelling.cut)
            for graph, text in ahead(pool, graphs, lambda graph: spelling.graph(store, graph)):
                yield str(graph), text
                yield "", growing.part() or ""
            for text in growing.rest(done):
                yield "", text


class Growing:
    """A file that another thread still writes, read in parts that end where a subject ends."""

    def __init__(self, file: IO[bytes], cut: Callable[[bytes], int]) -> None:
        self.file = file
        self.cut = cut
        self.left = b""

    def part(self) -> str | None:
        """Whole subjects of what has come since, at most about a megabyte; None where nothing has."""
        data = self.file.read(PART)
        if not data:
            return None
        data = self.left + data
        end = self.cut(data)
        self.left = data[end:]
        return data[:end].decode()

    def rest(self, done: Future[None]) -> Iterator[str]:
        """All that comes until the writer is done; raises what the writer raised."""
        while True:
            finished = done.done()  # asked first: what was written by then is in the next part
            text = self.part()
            if text is not None:
                yield text
            elif finished:
                break
            else:
                time.sleep(WAIT)
        done.result()
        yield self.left.decode()


def ahead(
    pool: ThreadPoolExecutor, items: Iterable[Item], work: Callable[[Item], str]
) -> Iterator[tuple[Item, str]]:
    """Items with what a pool makes of them, in order, some of them made before they are asked for.

    >>> with ThreadPoolExecutor(2) as pool:
    ...     list(ahead(pool, "ab", str.upper))
    [('a', 'A'), ('b', 'B')]
    """
    source = iter(items)
    waiting = deque((item, pool.submit(work, item)) for item in islice(source, AHEAD))
    while waiting:
        item, made = waiting.popleft()
        yield item, made.result()
        waiting.extend((item, pool.submit(work, item)) for item in islice(source, 1))


def last_subject(lines: bytes) -> int:
    """Where the last subject of N-Triples begins, the end of which may not have come yet.

    >>> last_subject(b"<a> <p> <o> .\\n<b> <p> <o> .\\n<b> <p> <x")
    14
    """
    end = lines.rfind(b"\n") + 1
    if not end:
        return 0
    start = lines.rfind(b"\n", 0, end - 1) + 1
    subject = lines[start : lines.index(b" ", start) + 1]
    return 0 if lines.startswith(subject) else lines.index(b"\n" + subject) + 1


def last_statement(turtle: bytes) -> int:
    """Where the last statement of Turtle begins, the end of which has not come yet.

    >>> last_statement(b"<a> <p> <o> .\\n<b> <p>")
    14
    """
    head, end, _ = turtle.rpartition(END.encode())
    return len(head) + len(end)
