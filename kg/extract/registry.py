"""The extractors by name, and running one over many articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from kg.errors import ExtractError, UsageError
from kg.extract import Extractor
from kg.model import Article, ArticleClaims

_MAKERS: dict[str, Callable[[], Extractor]] = {}
_CHUNK = 8  # articles handed to a process at a time: large enough to hide the hand-over, small enough to share evenly
_AHEAD = 4  # pieces per process given out ahead: the others go on while one has a long article


def register(name: str, maker: Callable[[], Extractor]) -> None:
    """Offer an extractor under a name."""
    _MAKERS[name] = maker


def make(name: str) -> Extractor:
    """The extractor of a name. Raises UsageError for an unknown one."""
    if name not in _MAKERS:
        known = ", ".join(sorted(_MAKERS))
        raise UsageError(f"no extractor is called {name!r}; there is: {known}")
    return _MAKERS[name]()


def run(articles: Iterable[Article], engine: str, jobs: int) -> Iterator[ArticleClaims]:
    """The claims of the articles, in their order."""
    if jobs <= 1:
        reader = make(engine)
        for article in articles:
            yield careful(reader, article)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    make(engine)  # an unknown name is an error here, not in a child
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(engine,)
    ) as pool:
        source = iter(articles)
        pending: list[Future[list[ArticleClaims]]] = []
        try:
            while True:
                while len(pending) < jobs * _AHEAD and (chunk := list(islice(source, _CHUNK))):
                    pending.append(pool.submit(_chunk, chunk))
                if not pending:
                    return
                yield from pending.pop(0).result()
        finally:
            pool.shutdown(cancel_futures=True)  # stopped half-way: what nobody waits for is not read


_reader: Extractor | None = None


def _start(engine: str) -> None:
    import signal

    global _reader  # noqa: PLW0603 - one extractor per process, made once
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its children
    _reader = make(engine)


def _chunk(articles: list[Article]) -> list[ArticleClaims]:
    if _reader is None:
        raise ExtractError("a reading process was not prepared; start it with _start")
    return [careful(_reader, a) for a in articles]


def careful(reader: Extractor, article: Article) -> ArticleClaims:
    """The claims of an article; where the extractor fails on it, none, and a note that says so.

    One article that trips a rule must not stop the reading of a thousand others.
    """
    try:
        return reader.extract(article)
    except Exception as error:
        why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        note = f"the extractor failed on this article ({why}); nothing of it was read: please report it"
        return ArticleClaims(article, (), (), reader.name, (" ".join(note.split()),))


def _rules() -> Extractor:
    from kg.extract.rules import Rules

    return Rules()


register("rules", _rules)
