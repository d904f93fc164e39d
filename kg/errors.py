"""What can go wrong, as one tree; every message says what was wrong and what to do.

KgError                      exit code 1
├── UsageError               exit code 2   the command or call was wrong
│   └── QueryError                         a SPARQL query that cannot be run
├── ReadError                              one input that cannot be read; the others go on
│   ├── NotAnArticle                       nothing in it reads as an article
│   ├── NotEnglish                         the text is in another language
│   └── TooLarge                           larger than the reader takes
├── ExtractError                           an extractor failed on an article
├── StoreError
│   ├── StoreInUse                         another process writes to it
│   ├── StoreVersion                       written by another version of the format
│   └── StoreUnavailable                   a remote store does not answer
├── NotFound                               no such official, state, place, event or article
├── JudgementError                         a judgement that contradicts another
└── CheckFailed                            a check ran and found faults
"""

from __future__ import annotations


class KgError(Exception):
    """The root of all errors that this package raises on purpose."""

    exit_code = 1


class UsageError(KgError):
    """The command or the call was wrong."""

    exit_code = 2


class QueryError(UsageError):
    """A SPARQL query that cannot be run."""


class ReadError(KgError):
    """One input that cannot be read; the other inputs go on."""


class NotAnArticle(ReadError):  # noqa: N818 - reads as what it says
    """Nothing in the input reads as an article."""


class NotEnglish(ReadError):  # noqa: N818
    """The text is in a language that the pipeline does not read."""


class TooLarge(ReadError):  # noqa: N818
    """The input is larger than the reader takes."""


class ExtractError(KgError):
    """An extractor failed on an article."""


class StoreError(KgError):
    """The store cannot do what was asked."""


class StoreInUse(StoreError):  # noqa: N818
    """Another process writes to the store."""


class StoreVersion(StoreError):  # noqa: N818
    """The store was written by another version of the format."""


class StoreUnavailable(StoreError):  # noqa: N818
    """A remote store does not answer."""


class NotFound(KgError):  # noqa: N818
    """No such official, state, place, event or article."""


class JudgementError(KgError):
    """A judgement that contradicts another one."""


class CheckFailed(KgError):  # noqa: N818
    """A check ran to its end and found faults."""
