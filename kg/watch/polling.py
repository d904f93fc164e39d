"""Polling feeds: what is due, what is new, what has to wait, and when to ask again.

An entry is done when its article was handed over, or when its page will never give one. A page that cannot
be had now is kept waiting and asked for again at later polls, because a feed that has not changed says
nothing twice. The state is written after each feed, once its articles were taken: a kill in between makes
the same articles come again, and adding an article twice is adding it once.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.errors import ReadError, TooLarge, UsageError
from kg.model import Article
from kg.read import is_address
from kg.read.feeds import entries_of, entry_article
from kg.read.records import Failure, Known, Options, Source
from kg.read.web import FetchError, Web, of_answer
from kg.read.xmlroot import listed
from kg.watch.state import FeedState, State, Waiting

INTERVAL = 900.0  # seconds between two polls of a feed
LONGEST = 86_400.0  # seconds: a feed that fails is asked at least daily
TRIES = 6  # polls at which a page that fails is asked for
FULL = 120  # words: a feed that gives so many gives the text, not an announcement
PAGES = 200  # fetched per feed and poll; the others wait for the next one

Take = Callable[[Sequence[Article]], object]
Log = Callable[[str], None]


@dataclass(slots=True)
class Round:
    """What one pass over the feeds did, in counts."""

    polled: int = 0
    unchanged: int = 0
    failed: int = 0
    articles: int = 0
    skipped: int = 0
    waiting: int = 0


@dataclass(slots=True)
class Watcher:
    """Polls some feeds; `take` is given new articles, `log` a line for whatever happened."""

    feeds: Sequence[str]
    take: Take
    state: State
    web: Web
    log: Log = print
    interval: float = INTERVAL
    clock: Callable[[], float] = time.time
    _round: Round = field(default_factory=Round)

    def round(self) -> Round:
        """Poll every feed that is due, once."""
        self._round = Round()
        for url in self.feeds:
            if self.state.feed(url).due <= self.clock():
                self.poll(url)
                self.state.save()
        self._round.waiting = sum(len(self.state.feed(url).waiting) for url in self.feeds)
        return self._round

    def poll(self, url: str) -> None:
        """Ask one feed, and fetch what is new in it or has been waiting."""
        known = self.state.feed(url)
        self._round.polled += 1
        fresh: tuple[str | None, str | None] = (None, None)
        try:
            answer = self.web.fetch(url, etag=known.etag, modified=known.modified)
            if answer.status == 304:
                self._round.unchanged += 1
            else:
                source = Source.of(url, answer.data, known=Known(url=answer.url))
                found = entries_of(answer.data, source, self.web.options)
                self.note(known, found)
                fresh = (answer.etag, answer.modified)
        except ReadError as error:
            self.failed(url, known, error)
            return
        taken, skipped = self.fetch_waiting(known)
        if fresh != (None, None):
            known.etag, known.modified = fresh
        known.failures, known.due = 0, self.clock() + self.interval
        self.log(f"{url}: {taken} new, {skipped} skipped, {len(known.waiting)} waiting")

    def failed(self, url: str, known: FeedState, error: ReadError) -> None:
        """Ask a feed that failed later and later, as long as it says or doubles the time."""
        self._round.failed += 1
        known.failures += 1
        pause = min(LONGEST, self.interval * 2.0 ** min(known.failures, 10))
        asked = error.retry_after if isinstance(error, FetchError) else None
        known.due = self.clock() + min(LONGEST, max(pause, asked or 0.0))
        self.log(f"{url}: {error}; asked again in {known.due - self.clock():.0f} s")

    def note(self, known: FeedState, found: Iterable[tuple[Known, str]]) -> None:
        """Enter what the feed lists and was not dealt with before."""
        done, listed_now = set(known.done), set()
        for entry, text in found:
            if entry.url is None:
                continue
            listed_now.add(entry.url)
            if entry.url not in done and entry.url not in known.waiting:
                day = entry.published.isoformat() if entry.published else None
                known.waiting[entry.url] = Waiting(entry.title, day, entry.publisher, text)
        known.forget(listed_now)

    def fetch_waiting(self, known: FeedState) -> tuple[int, int]:
        """Get the articles that wait and hand them over; how many were taken and given up."""
        articles: list[Article] = []
        finished: list[str] = []
        skipped = 0
        for url, entry in list(known.waiting.items())[:PAGES]:
            got = self.one(url, entry)
            if got is None:
                continue
            finished.append(url)
            new = [one for one in got if isinstance(one, Article)]
            articles += new
            if not new:
                skipped += 1
                self.log(f"  {got[0] if got else url}")
        if articles:
            self.take(articles)
        for url in finished:
            known.finish(url)
        self._round.articles += len(articles)
        self._round.skipped += skipped
        return len(articles), skipped

    def one(self, url: str, entry: Waiting) -> list[Article | Failure] | None:
        """What an entry gives: its own text where that is full, else its page; None: try again later."""
        day = date.fromisoformat(entry.published) if entry.published else None
        known = Known(entry.title, day, entry.publisher, url)
        own = Source.of(url, b"", known=known)
        if len(entry.text.split()) >= FULL:
            return list(entry_article(known, entry.text, own))
        entry.tries += 1
        try:
            answer = self.web.fetch(url)
        except ReadError as error:
            if passing(error) and entry.tries < TRIES:
                return None
            given = list(entry_article(known, entry.text, own))
            return given if isinstance(given[0], Article) else [Failure(url, error)]
        return list(of_answer(answer, known, self.web.options))


def passing(error: ReadError) -> bool:
    """Whether what went wrong may be right at the next poll: no answer, or one of 429 and 5xx."""
    if isinstance(error, TooLarge) or not isinstance(error, FetchError):
        return False
    if error.status is not None:
        return error.status == 429 or error.status >= 500
    return "try again later" in str(error) or "cannot be fetched" in str(error)


def feeds_of(inputs: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The addresses of feeds: as they are named, or those in an OPML file. Raises UsageError for none."""
    found: list[str] = []
    for one in inputs:
        each = os.fspath(one)
        found += [each] if is_address(each) else _in_file(Path(each))
    if not found:
        raise UsageError("no feed to watch; name addresses of feeds, or an OPML file with some")
    return list(dict.fromkeys(found))


def _in_file(path: Path) -> Iterator[str]:
    try:
        data = path.read_bytes()
        found = [known.url for known in listed(data) if known.url]
    except OSError:
        raise UsageError(f"{path}: neither an http(s) address nor an OPML file that is there") from None
    except ReadError as error:
        raise UsageError(f"{path}: {error}") from None
    return iter(found)


def watch(  # noqa: PLR0913 - each is a choice of the caller
    inputs: Iterable[str | os.PathLike[str]],
    take: Take,
    *,
    state: Path,
    once: bool = False,
    interval: float = INTERVAL,
    options: Options | None = None,
    log: Log = print,
    web: Web | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Round:
    """Poll feeds until stopped, or `once` over those that are due; returns what the last round did.

    `take` is called with new articles; `state` is the file that remembers what is done. Only the feeds that
    are named, and the pages that they list, are fetched; addresses of this machine and its own network only
    with `options.allow_private`. Raises UsageError for no feed or a damaged state file.
    """
    feeds = feeds_of(inputs)
    client = web or Web(options or Options())
    watcher = Watcher(feeds, take, State.load(state), client, log, interval)
    try:
        while True:
            done = watcher.round()
            if once:
                return done
            soonest = min(watcher.state.feed(url).due for url in feeds)
            sleep(max(1.0, soonest - watcher.clock()))
    finally:
        client.close()
