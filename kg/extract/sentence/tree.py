"""One parsed sentence: its words, their grammar, and what each word refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.extract.places.find import PlacePhrase
from kg.extract.records import DatePhrase, Mention
from kg.extract.sentence.masks import Plain


@dataclass(slots=True)
class Word:
    """One token. `head` is the index of its governor (its own at the root); offsets are the article's."""

    i: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    mention: Mention | None = None
    place: PlacePhrase | None = None
    date: DatePhrase | None = None
    children: list[int] = field(default_factory=list)

    @property
    def day(self) -> DatePhrase | None:
        """When the word says something was; None where it only tells how long."""
        return self.date if self.date is not None and self.date.form != "duration" else None

    @property
    def town(self) -> PlacePhrase | None:
        """Where the word says something was, behind a preposition: "in Rome"; not the state of somebody's post."""
        return self.place if self.mention is None and self.dep == "pobj" else None


@dataclass(slots=True)
class Tree:
    """The words of one sentence; `number` counts the article's sentences from 0."""

    words: list[Word]
    number: int
    start: int
    end: int
    continued: bool = False  # whether it goes on behind a semicolon, perhaps without a subject of its own
    opens: bool = False  # whether a paragraph begins with it
    # Its words in lower case: most rules need one that is not there.
    vocabulary: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = frozenset(w.lower for w in self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @property
    def places(self) -> list[Word]:
        """The words that name places."""
        return [w for w in self.words if w.place is not None]

    def head(self, word: Word) -> Word | None:
        """The word that governs this one; None at the root."""
        return None if word.head == word.i else self.words[word.head]

    def children(self, word: Word, *deps: str) -> list[Word]:
        """The words governed by this one, in order; with `deps` only those relations."""
        if not word.children:  # most words; asked of every word by every rule
            return []
        words = self.words
        if not deps:
            return [words[c] for c in word.children]
        return [w for c in word.children if (w := words[c]).dep in deps]

    def subtree(self, word: Word) -> list[Word]:
        """The word and all below it, in order of the sentence."""
        out, todo = [], [word]
        while todo:
            w = todo.pop()
            out.append(w)
            todo.extend(self.words[c] for c in w.children)
        return sorted(out, key=lambda w: w.i)

    def ancestors(self, word: Word) -> Iterator[Word]:
        """The governors up to the root, nearest first."""
        above = self.head(word)
        while above is not None:
            yield above
            above = self.head(above)


def grow(
    doc: Any,
    sentence: Plain,
    number: int,
    mentions: Sequence[Mention],
    places: Sequence[PlacePhrase],
    dates: Sequence[DatePhrase],
) -> Tree:
    """The tree of a parsed plain sentence (a spaCy Doc), with what its words refer to."""
    words = []
    for token in doc:
        start, end = sentence.original(token.idx, token.idx + len(token.text))
        words.append(
            Word(token.i, token.text, token.text.lower(), token.tag_, token.dep_, token.head.i, start, end)
        )
    _mend(words)
    for w in words:
        if w.head != w.i:
            words[w.head].children.append(w.i)
    _refer(words, mentions, places, dates)
    return Tree(words, number, words[0].start if words else 0, words[-1].end if words else 0)


def _mend(words: list[Word]) -> None:
    """Gives a verb the noun before it as its subject where the parser hung that on the object before.

    "She will receive X, and the two will sign a pact": nobody receives "X and the two".
    """
    with_subject = {w.head for w in words if w.dep in ("nsubj", "nsubjpass", "expl")}
    for w in words:
        helped = w.dep in ("aux", "auxpass") and words[w.head].dep == "conj" and w.head > w.i
        verb = words[w.head] if helped else w
        if (
            verb.dep != "conj"
            or verb.i in with_subject
            or w.tag not in ("MD", "VBD", "VBZ", "VBP")
            or not w.i
        ):
            continue
        noun = words[w.i - 1]
        if noun.dep == "conj" and words[noun.head].tag[:2] in ("NN", "CD") and verb.head < noun.head < noun.i:
            noun.dep, noun.head = "nsubj", verb.i
            with_subject.add(verb.i)


def _refer(
    words: list[Word], mentions: Sequence[Mention], places: Sequence[PlacePhrase], dates: Sequence[DatePhrase]
) -> None:
    for w in words:
        found = [m for m in mentions if m.start < w.end and w.start < m.end]
        w.mention = next((m for m in found if m.kind == "name"), found[0] if found else None)
        w.date = next((d for d in dates if d.start < w.end and w.start < d.end), None)
        if w.mention is None or w.mention.kind in ("party", "group", "title"):
            w.place = next((p for p in places if p.start < w.end and w.start < p.end), None)
