"""Taking articles in: from inputs to claims to the picture, in steps that are each kept whole.

A step writes a few articles with everything that follows from them. Stopped at any moment, the store
holds the steps that were finished; the same call goes on from there, because it passes over articles that
are in the store already.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import NotAnArticle, NotEnglish, UsageError
from kg.model import Article, ArticleClaims
from kg.read import Failure, Options, read

if TYPE_CHECKING:
    from kg.store import Store

STEP = 32  # articles written at a time: a second or two of reading, the most that a kill can lose

Progress = Callable[[str, str], None]  # called with a word for what happened and the input it happened to


@dataclass(frozen=True, slots=True)
class Report:
    """What `build`, `add` or `remove` did. Counts are of articles; `seconds` is the time it took.

    `added` were read and are new, `unchanged` were in the store already with the same content, `removed`
    left it. `failures` say in one line each why an input gave no article; `notes` say for articles what
    could not be worked out in them.
    """

    added: int = 0
    unchanged: int = 0
    removed: int = 0
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    written: tuple[str, ...] = field(default=())  # files, in the order they were written

    @property
    def skipped(self) -> tuple[Failure, ...]:
        """Inputs that were read but hold no English article."""
        return tuple(f for f in self.failures if isinstance(f.error, NotEnglish | NotAnArticle))

    @property
    def unreadable(self) -> tuple[Failure, ...]:
        """Inputs that could not be read."""
        return tuple(f for f in self.failures if not isinstance(f.error, NotEnglish | NotAnArticle))


@dataclass(slots=True)
class Intake:
    """Takes articles into a store.

    `jobs` processes read; the file `report` gets a line of JSON for each input; `progress` is told what
    happens to each.
    """

    store: Store
    engine: str = "rules"
    jobs: int = 1
    options: Options | None = None
    report: str | os.PathLike[str] | None = None
    progress: Progress | None = None
    seen: set[str] = field(default_factory=set)  # keys of the articles among the inputs
    added: int = 0
    unchanged: int = 0
    removed: int = 0
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, paths: Iterable[str | os.PathLike[str]]) -> Report:
        """Read inputs and add their articles. Articles that are in the store already stay as they are."""
        started = time.monotonic()
        self.take(paths)
        return self.finish(started)

    def build(self, paths: Iterable[str | os.PathLike[str]]) -> Report:
        """Make the store hold exactly the articles of the inputs: add what is new, take out the others.

        Raises NotAnArticle, and changes nothing, where the inputs hold no article at all.
        """
        from kg.store.claims import article_keys

        started = time.monotonic()
        self.take(paths)
        if not self.seen:
            raise NotAnArticle(nothing(self.failures))
        self.drop([key for key in article_keys(self.store) if key not in self.seen])
        return self.finish(started)

    def rows(
        self,
        paths: Iterable[str | os.PathLike[str]],
        kind: str,
        mapping: str | os.PathLike[str] | None = None,
    ) -> Report:
        """Add the rows of event tables or travel lists, each an article of its own."""
        from kg.structured import structured

        started = time.monotonic()
        step: list[ArticleClaims] = []
        try:
            for path in paths:
                for one in structured(path, kind, mapping_file=mapping):
                    if isinstance(one, Failure):
                        self.failures.append(one)
                        self.tell("skipped", str(one))
                        continue
                    step.append(one)
                    if len(step) == STEP:
                        self.write(step)
                        step = []
        finally:
            self.write(step)
        return self.finish(started)

    def remove(self, key: str) -> Report:
        """Take the article of a key out."""
        started = time.monotonic()
        self.drop([key])
        return self.finish(started)

    def take(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        """Read, extract and write inputs, a step at a time. What was read is written even when stopped."""
        from kg.extract import extract

        step: list[ArticleClaims] = []
        try:
            for claims in extract(self.news(paths), engine=self.engine, jobs=self.jobs):
                step.append(claims)
                self.tell("read", claims.article.source or claims.article.id)
                if len(step) == STEP:
                    self.write(step)
                    step = []
        finally:
            self.write(step)

    def news(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Article]:
        """The articles that the store does not hold as this extractor reads them; counts the others."""
        for one in self.inputs(paths):
            if isinstance(one, Failure):
                self.failures.append(one)
                self.tell("skipped", str(one))
            elif one.key in self.seen or self.holds(one.key):
                self.seen.add(one.key)
                self.unchanged += 1
                self.tell("unchanged", one.source or one.id)
            else:
                self.seen.add(one.key)
                yield one

    def inputs(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Article | Failure]:
        """What the inputs hold, each written into the report. Raises UsageError where that cannot be."""
        found = read(paths, options=self.options)
        if self.report is None:
            yield from found
            return
        from kg.read.report import reported

        try:
            out = Path(self.report).open("w", encoding="utf-8")  # noqa: SIM115 - closed below
        except OSError as error:
            raise UsageError(f"the report {self.report} cannot be written: {error.strerror}") from None
        with out:
            yield from reported(found, out)

    def holds(self, key: str) -> bool:
        """Whether the store holds an article, read by this very extractor."""
        from kg.extract import extractor
        from kg.store.claims import article_node
        from kg.store.terms import iri, node

        run = node("article", key, "run")
        said = next(iter(self.store.match(run, iri("kg:extractor"), None, article_node(key))), None)
        return said is not None and said.object.value == extractor(self.engine).name  # type: ignore[union-attr]

    def write(self, step: Sequence[ArticleClaims]) -> None:
        """Write the claims of some articles and what follows from them."""
        from kg.resolve import update

        if step:
            update(self.store, added=step)
            self.added += len(step)
            self.notes += [f"{c.article.source or c.article.id}: {note}" for c in step for note in c.notes]

    def drop(self, keys: Sequence[str]) -> None:
        """Take articles out of the store."""
        from kg.resolve import update

        for at in range(0, len(keys), STEP):
            update(self.store, removed=keys[at : at + STEP])
        self.removed += len(keys)

    def tell(self, what: str, name: str) -> None:
        if self.progress is not None:
            self.progress(what, name)

    def finish(self, started: float) -> Report:
        return Report(
            added=self.added,
            unchanged=self.unchanged,
            removed=self.removed,
            failures=tuple(self.failures),
            notes=tuple(self.notes),
            seconds=time.monotonic() - started,
        )


def nothing(failures: Sequence[Failure]) -> str:
    """What to say where no input gave an article."""
    if not failures:
        return "no input; name files or folders with articles"
    more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    return f"no article to read: {failures[0]}{more}"
