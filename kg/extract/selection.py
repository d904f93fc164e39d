"""Which sentences of an article are parsed: parsing is most of the work, and most sentences tell of no event.

A sentence is worth it when it has a telling word, or officials of two states, and stands where the article looks
beyond its own state: within a few sentences of somebody who acts for another state, of a town there, or of a journey.
The bare name of another state looks no further than its own sentence: most stories at home have one somewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from typing import Generic, NamedTuple, Protocol, TypeVar

from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.records import Cast, Mention
from kg.extract.sentence.grammar import BE
from kg.extract.sentence.inclusion import COUNTING
from kg.extract.triggers import forms
from kg.page.records import Sentence

_WORD = re.compile(r"[A-Za-zé]+(?:-[A-Za-z]+)*")
_POINTING = re.compile(r"(?:(?:Then|After that|From there|Finally),? it|That|This|It) was\b")
_PERSONS = frozenset({"he", "she", "they"})
_HEREABOUTS = frozenset({"here", "there", "town", "accompanied", "accompanying"})
_BESIDE = frozenset("opposite beside alongside facing across elbow side".split())
_RETINUE = frozenset("delegation team mission entourage".split())
_WHOM = frozenset("him her them his their".split())
_HIM = frozenset({"him", "her"})
_WHO = _PERSONS | _WHOM | {"both", "two", "others", "who"}
_AGAIN = frozenset({"same", "suit", "likewise", "so", "too", "as"})
_DOING = frozenset({"did", "do", "followed", "done", "follow", "got", "received"})
_HIS = frozenset({"his", "her"})
_SEVERAL = frozenset({"both", "two", "pair"})
_GUESTS = frozenset("guest visitor host hostess guests visitors".split())
_DAYS = frozenset({"days", "hours", "nights"})
_TURN = frozenset({"turn", "next"})
_LONGEST = 1500  # characters: what is longer is a list or a dump, and costs the parser without telling
# Sentences behind one that looks abroad, and ahead of one, in which "they" can still be people of two states.
_BEHIND, _AHEAD = 4, 1


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Stretch(NamedTuple):
    start: int
    end: int


S = TypeVar("S", bound=_Span)


class _Spans(Generic[S]):
    """Spans in the order of the text, at most the neighbours of which overlap."""

    def __init__(self, spans: Sequence[S]) -> None:
        self._spans, self._starts = spans, [x.start for x in spans]

    def within(self, s: _Span) -> list[S]:
        """Those that share a character with `s`."""
        first = bisect_left(self._starts, s.start)
        if first and self._spans[first - 1].end > s.start:
            first -= 1
        return list(self._spans[first : bisect_left(self._starts, s.end)])


class Selection:
    """The sentences of one article that are worth a parse.

    `nations` are the offsets of all names of states, peoples, bodies and capitals, with their codes.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        cast: Cast,
        places: Sequence[PlacePhrase],
        nations: Iterable[tuple[int, str]],
    ) -> None:
        self._text, self._all = text, sentences
        self._mentions, self._places = _Spans(cast.mentions), _Spans(places)
        self._state = {o.local: o.country for o in cast.officials}
        named = Counter(m.country for m in cast.mentions if m.country)
        self._home = named.most_common(1)[0][0] if named else None
        foreign = [m for m in cast.mentions if m.country not in (None, self._home)]
        abroad = [p for p in places if p.country != self._home]
        self._words = [{w.lower() for w in _WORD.findall(text[s.start : s.end])} for s in sentences]
        self._named = sorted(
            [m.start for m in foreign]
            + [p.start for p in abroad]
            + [at for at, code in nations if code != self._home]
        )
        self._met = sorted(
            [m.start for m in foreign if m.kind != "party"]
            + [p.start for p in abroad if p.grade >= CITY]
            + [s.start for n, s in enumerate(sentences) if self._goes_abroad(n)]
        )

    @cached_property
    def numbers(self) -> list[int]:
        """The numbers of the sentences, in order."""
        return [
            n
            for n, s in enumerate(self._all)
            if s.end - s.start <= _LONGEST and self._abroad(n) and self._tells(n, s)
        ]

    def sentences(self) -> list[Sentence]:
        """The sentences themselves."""
        return [self._all[n] for n in self.numbers]

    def mentions(self, s: Sentence) -> list[Mention]:
        """The mentions of officials, groups and parties in a sentence."""
        return self._mentions.within(s)

    def places(self, s: Sentence) -> list[PlacePhrase]:
        """The places named in a sentence."""
        return self._places.within(s)

    def _abroad(self, n: int) -> bool:
        """Whether a sentence names another state, or the article looks abroad near it."""
        return _any_within(self._named, self._all[n]) or _any_within(self._met, self._stretch(n))

    def _goes_abroad(self, n: int) -> bool:
        """Whether a sentence has a word of going and the name of another state: "she will visit Sweden"."""
        return not self._words[n].isdisjoint(_journey_words()) and _any_within(self._named, self._all[n])

    def _stretch(self, n: int, behind: int = _BEHIND) -> _Stretch:
        """The text around a sentence of which it may speak."""
        first, last = self._all[max(0, n - behind)], self._all[min(n + _AHEAD, len(self._all) - 1)]
        start = first.start if n >= behind else 0  # the headline counts for the first sentences
        return _Stretch(start, last.end)

    def _tells(self, n: int, s: Sentence) -> bool:
        """Whether the words and names of a sentence can tell of an event."""
        here = {m.official for m in self.mentions(s) if m.official is not None}
        if len({self._state[local] for local in here}) >= 2:
            return True  # two officials of different states in one sentence: whatever the verb
        if _POINTING.match(self._text, s.start, s.end) and self.places(s):
            return True  # "That was in Rome, in May.", "Then it was on to Rome"
        if self._text[max(0, s.start - 2) : s.start].startswith(";") and (here or self.places(s)):
            return True  # "X flew to Doha on Monday; Y on Tuesday": the verb stands before the semicolon
        words = self._words[n]
        if words & _trigger_words(faint=True) and self._concerns(n, s, words):
            return True
        return self._away(s, here, words)

    def _concerns(self, n: int, s: Sentence, words: set[str]) -> bool:
        """Whether somebody may be doing what the telling words say: named here, or just before.

        "Had" and "offered" tell nothing of "Britain" alone.
        """
        clear = bool(words & _trigger_words(faint=False))
        named, places = self.mentions(s), self.places(s)
        if named or places:
            somebody = bool(words & _WHO) or any(m.kind != "party" for m in named)
            return clear or somebody or any(p.grade == CITY for p in places)
        near = self._mentions.within(self._stretch(n, 2 * _BEHIND))  # "she" may stand between
        officials = {m.official for m in near if m.official is not None}
        return len(officials) > 1 or (clear and bool(officials))

    def _away(self, s: Sentence, here: set[int], words: set[str]) -> bool:
        """Whether somebody may be abroad: "Blinken slipped into Valletta", "he was in town", no telling word."""
        pronoun = bool(words & _PERSONS and words & BE)
        if not here and words & BE and self._post_abroad(s):
            return True
        if words & _HIS and words & _DAYS and words & BE and self.places(s):
            return True  # "His three days in Rome were his first since"
        if words & _TURN and words & BE and (here or self.places(s)):
            return True  # "X was next", "it was X's turn", "Rome is next"
        if words & _SEVERAL and words & BE and self.places(s):
            return True  # "Both ministers will be in Rome"
        if here and words & _GUESTS:
            return True  # "X showed his guest the garden"
        if words & _PERSONS and "so" in words and words & _DOING and self.places(s):
            return True  # "They had first done so in Rome"
        if not here and not pronoun:
            return False
        if here and words & _BESIDE and words & _WHOM:
            return True  # "opposite her, at the long table, sat X"
        if here and words & _RETINUE and words & COUNTING:
            return True  # "the delegation includes X"
        if here and words & _AGAIN and words & _DOING:
            return True  # "X did the same", "Y followed suit"
        if words & BE and (words & _HEREABOUTS or (here and pronoun and "with" in words)):
            return True  # "he was in town", "she was in the pavilion with X"
        homes = {self._state[local] for local in here}
        places = self.places(s)
        whom = bool(here and words & _HIM)  # "At the Elysée X kept her for an hour"
        return any(
            (p.grade > 1 and p.country not in homes) or (here and words & BE) or (whom and p.grade == CITY)
            for p in places
        )

    def _post_abroad(self, s: Sentence) -> bool:
        """ "The Serbian president was in Paris": a post told without its holder, and a place of another state."""
        posts = {m.country for m in self.mentions(s) if m.kind == "title" and m.country}
        return any(p.grade == CITY and posts and p.country not in posts for p in self.places(s))


def _any_within(offsets: Sequence[int], s: _Span) -> bool:
    """Whether one of the sorted offsets lies in a span."""
    return bisect_left(offsets, s.start) < bisect_left(offsets, s.end)


@cache
def _trigger_words(*, faint: bool) -> frozenset[str]:
    """Every form of a telling word, with or without those that tell only of somebody who is named."""
    untold = _QUIET if faint else _QUIET | _FAINT
    return _forms(lambda kinds: bool(kinds - untold)) | {"joint", "itinerary"}


@cache
def _journey_words() -> frozenset[str]:
    """Every form of a word of going somewhere: "flew", "visits", "tour"."""
    return _forms(lambda kinds: not kinds.isdisjoint({"go", "trip"}))


def _forms(chosen: Callable[[set[str]], bool]) -> frozenset[str]:
    """The forms of the telling words whose classes are `chosen`."""
    return frozenset(
        form
        for part in ("verb", "noun")
        for form, pairs in forms(part).items()
        if chosen({kind for kind, _ in pairs})
    )


# "Issued" and "document" make an agreement only beside "joint", "signed".
_QUIET = frozenset({"make", "paper"})
# "Have", "invite", "refuse": there is an event only if somebody does it.
_FAINT = frozenset({"light", "offer", "bar"})
