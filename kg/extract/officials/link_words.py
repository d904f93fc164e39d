"""What all ways of tying names to titles share."""

from __future__ import annotations

from kg.extract.officials.evidence import Link, Occurrence, Parsed
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title

# Marks and words after which an apposition is over; a verb there means that it was none.
CLOSERS = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        ")",
        "(",
        "-",
        "!",
        "?",
        '"',
        "'",
        "—",
        "–",
        "and",
        "or",
        "but",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "in",
        "on",
        "at",
        "from",
        "under",
        "until",
        "since",
        "as",
        "after",
        "before",
        "during",
        "for",
        "with",
        "to",
        "of",
        "when",
        "while",
        "then",
        "now",
        "these",
        "this",
        "himself",
        "herself",
        "he",
        "she",
        "it",
        "they",
        "by",
        "about",
        "over",
    ]
)

_ADVERBS = frozenset(
    [
        "the",
        "a",
        "an",
        "not",
        "also",
        "now",
        "then",
        "still",
        "again",
        "currently",
        "already",
        "once",
        "both",
        "himself",
        "herself",
        "only",
        "no",
    ]
)


class LinkWords:
    """One sentence with its names, titles and states by their first and last words."""

    def __init__(self, p: Parsed) -> None:
        self.p, self.t = p, p.t
        self.title_start = {x.start: x for x in p.titles}
        self.title_end = {x.end: x for x in p.titles}
        self.state_end = {s.end: s for s in p.states.values()}
        self.name_start = {o.name.outer: k for k, o in enumerate(p.occurrences)}
        self.after: list[int] = []  # for each name: first word after it and its brackets
        self.meet = word_class("meet")
        self.lead = word_class("lead-verb")
        self.be = word_class("be-verb")
        self.land = frozenset(x for s in p.states.values() for x in range(s.start, s.end))

    def _link(self, o: Occurrence, title: Title, relation: str, states: list[StateRef] | None = None) -> None:
        o.links.append(Link(title, relation, list(title.states) if states is None else states))

    def _closed(self, title: Title) -> bool:
        t = self.t
        return title.end >= t.n or t.lows[title.end] in CLOSERS

    def _title_from(self, i: int, reach: int = 3) -> Title | None:
        """A title that begins within `reach` words, adverbs and determiners skipped."""
        for j in range(i, min(i + reach, self.t.n)):
            owned = self._owned(j)
            if owned is not None:
                return owned
            if j in self.title_start:
                return self.title_start[j]
            if j in self.name_start or self.t.lows[j] not in _ADVERBS:
                return None
        return None

    def _owned(self, i: int) -> Title | None:
        """The title in "Trump's envoy", "President Trump's envoy" where the owner's phrase begins at `i`."""
        first = self.title_start.get(i)
        k = self.name_start.get(first.end if first is not None else i)
        return self.title_start.get(self.p.occurrences[k].name.end) if k is not None else None
