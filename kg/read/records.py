"""What reading works on and hands on: a `Source`, an `Article`, or a `Failure` with one line that says why."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from kg.errors import NotAnArticle, ReadError, TooLarge
from kg.model import Article
from kg.read.limits import Allowance

HEAD = 8192  # bytes looked at to tell what an input is


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article. `source` is the path or address as the user gave it.

    >>> str(Failure("a.txt", ReadError("empty file")))
    'a.txt: empty file'
    """

    source: str
    error: ReadError

    def __str__(self) -> str:
        return f"{self.source}: {self.error}"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that hold an article's parts; None: found by their usual names.

    >>> Columns(text="story").text
    'story'
    """

    text: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How to read. `max_bytes` is the largest single document taken (bytes).

    A container (table, archive, web archive) may be larger: what is in it is read one by one. `max_depth`
    is how deep archives may lie in archives, `max_members` how many files one may hold, `max_seconds` how
    long one document may take, `max_pages` how many pages of a PDF are read.
    """

    max_bytes: int = 20_000_000  # the longest real article is under 1 MB; 20 MB is a dump, not an article
    max_depth: int = 3  # a zip in a tar.gz is two
    max_members: int = 1_000_000
    max_seconds: float = 30.0  # the slowest real page takes under 2 s
    max_pages: int = 300
    columns: Columns = Columns()
    share: tuple[int, int] = (
        0,
        1,
    )  # of the pages of a WARC and the rows of a table: each n-th, from the k-th
    allow_private: bool = False  # addresses: also those of this machine and its own network

    def takes(self, number: int) -> bool:
        """Whether a page or row, counted from 0, is of the share that is read.

        >>> [n for n in range(6) if Options(share=(1, 3)).takes(n)]
        [1, 4]
        """
        return number % self.share[1] == self.share[0]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article from outside of its own text: from a table's row, a feed, a web archive."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(slots=True)
class Source:
    """One input: its name for messages, the article's id, its suffix (".html", "" unknown) and its bytes.

    >>> Source.of("a.txt", b"Ann met Bob.").load(Options())
    b'Ann met Bob.'
    """

    name: str
    id: str
    stream: BinaryIO
    suffix: str = ""
    known: Known = Known()
    depth: int = 0  # archives around it
    allowance: Allowance = field(default_factory=Allowance)

    @classmethod
    def of(cls, name: str, data: bytes, *, suffix: str = "", known: Known = Known()) -> Source:
        """A source of bytes in memory, named and known as said."""
        return cls(name, stem(name), io.BytesIO(data), suffix or suffix_of(name), known)

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        if isinstance(self.stream, io.BufferedReader) and not self.stream.seekable():
            return self.stream.peek(HEAD)[:HEAD]
        at = self.stream.tell()
        found = self.stream.read(HEAD)
        self.stream.seek(at)
        return found

    def load(self, options: Options) -> bytes:
        """All bytes of a document. Raises NotAnArticle if empty, TooLarge past the limit."""
        data = self.stream.read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            raise TooLarge(f"larger than {size(options.max_bytes)}; split it into single articles")
        if not data.strip():
            raise NotAnArticle("empty; nothing to read")
        return data


def size(count: int) -> str:
    """A number of bytes for people.

    >>> size(20_000_000), size(5_000)
    ('20 MB', '5 kB')
    """
    return f"{count // 1_000_000} MB" if count >= 1_000_000 else f"{count // 1000} kB"


def last_part(name: str) -> str:
    """A file's name out of a path or an address.

    >>> last_part("https://a.example/b/story.html?x=1"), last_part("a.zip: in/c.txt")
    ('story.html', 'c.txt')
    """
    path = name.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0] if "://" in name else name
    return path.rstrip("/").rpartition("/")[2]


def suffix_of(name: str) -> str:
    """The suffix of a path or address, in small letters, "" where it has none.

    >>> suffix_of("A.HTML"), suffix_of("/etc/hosts"), suffix_of("x.tar.gz")
    ('.html', '', '.gz')
    """
    last = last_part(name)
    return "." + last.rpartition(".")[2].lower() if "." in last[1:] else ""


def stem(name: str) -> str:
    """The short name that an input gives its article.

    >>> stem("a/b.txt"), stem("c.tar.gz"), stem("https://a.example/")
    ('b', 'c.tar', 'a.example')
    """
    last = last_part(name)
    return (last.rpartition(".")[0] if suffix_of(name) and "://" not in name else last) or "article"


# A format takes one source and yields what is in it; it raises ReadError where there is nothing.
Format = Callable[[Source, Options], Iterator[Article | Failure]]
