"""Who is who: names of one article gathered into persons; short forms tied to full names."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.names import Name
from kg.extract.officials.spelling import SUFFIXES, halves, key, keys, marks, nicknames, same_person
from kg.extract.officials.states import is_place
from kg.extract.officials.title import Title
from kg.reference import known_party
from kg.spelling import fold, skeleton

_CROWD = 60  # persons of one article who share a name: more make a list, not a story
_TELLING = 6  # letters of a family name from which another transliteration is hardly another name
# "X, called Y", "X, also called Y" is one person; "X called Y" is a telephone call
_BY_NAME = frozenset(
    [",", "also", "is", "was", "been", "often", "popularly", "commonly", "usually", "generally"]
)
_THRONES = frozenset({"monarch", "crown-prince"})
_HEADS = frozenset(
    {"president", "prime-minister", "monarch", "leader", "head-of-government", "head-of-state"}
)


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article: `forms` are the key tuples seen, `full` the longest."""

    number: int
    full: tuple[str, ...]
    occurrences: list[Occurrence] = field(default_factory=list)
    tokens: frozenset[str] = frozenset()
    bare: set[str] = field(default_factory=set)  # single words used for this person so far
    positions: list[tuple[int, int]] = field(default_factory=list)  # sentence and word of each, sorted
    offices: set[str] = field(default_factory=set)  # of the titles in the same sentences
    states: set[str] = field(default_factory=set)  # of these titles
    thrones: set[str] = field(default_factory=set)  # which of these titles are royal

    @property
    def titles(self) -> list[Title]:
        """Every title said of the person, in the order of the text."""
        return [link.title for o in self.occurrences for link in o.links]

    def add(self, o: Occurrence) -> None:
        """Take note of one more occurrence."""
        o.person = self.number
        self.occurrences.append(o)
        insort(self.positions, (o.sentence, o.name.start))
        self.offices.update(x.title.office.office for x in o.links)
        self.states.update(r.code for x in o.links for r in x.states)
        self.thrones |= _thrones(o)


def _thrones(o: Occurrence) -> set[str]:
    """The royal titles of an occurrence."""
    offices = (x.title.office for x in o.links)
    return {office.id for office in offices if office.office in _THRONES or office.level == "royal"}


def _fathers(person: Person) -> set[str]:
    """Names of fathers ("bin Zayed"): nobody is called by them alone."""
    found = set()
    for o in person.occurrences:
        for a, b in pairwise(o.name.words):
            if a.lower() in ("bin", "ibn", "bint") and b[:1].isupper():
                found.add(key(b))
    return found


def _introduced(o: Occurrence, p: Parsed) -> bool:
    """Whether a heading that runs on in small letters gives post and name: "Prime Minister Ada Berg speaks with …"."""
    behind = p.t.words[o.name.end] if o.name.end < p.t.n else ""
    low = behind.islower() and (behind in ("to", "will", "and") or (behind.endswith("s") and len(behind) > 3))
    posted = any(x.relation == "pre" and x.title.level == "official" for x in o.links)
    return posted and low and len(o.name.words) in (2, 3)


def _patronymic(o: Occurrence) -> tuple[str, str] | None:
    """Given name and father's, spelling levelled: "Mohammed bin Fahd" is "Muhammad bin Fahd bin Saad" too."""
    words = o.name.words
    if len(words) < _WITH_FATHER or words[1].lower() not in ("bin", "ibn", "bint"):
        return None
    given, father = (_VOWELS.sub("", fold(w).lower()) for w in (words[0], words[2]))
    return given, father


_WITH_FATHER = 3  # words
_VOWELS = re.compile(r"[aeiouy]|(.)(?=\1)")  # and doubled letters: transliterations differ in them


class Gathering:
    """Ties the occurrences of an article to persons; `persons` in the order of their first mention."""

    def __init__(self, sentences: list[Parsed]) -> None:
        """`sentences` are all parsed sentences of the article, in order."""
        self.sentences = sentences
        self.persons: list[Person] = []
        self.index: dict[str, list[Person]] = {}
        self.buckets: dict[str, set[int]] = {}  # persons by what other spellings of their names share
        self.sounds: dict[str, list[Person]] = {}  # by the last word of a full name, spelling habits levelled
        self.lines: dict[tuple[str, str], Person] = {}  # by given name and father's: "Khalid bin Fahd"
        self.latest: dict[str, deque[Person]] = {}  # by word of a name: who was named so last

    def run(self) -> list[Person]:
        """Two passes: full names first, then short forms in the order of the text."""
        for p in self.sentences:
            for o in p.occurrences:
                if not p.heading or _introduced(o, p):
                    self._full(o, p)
        self._index()
        for p in self.sentences:
            if p.heading:
                p.occurrences[:] = self._heading(p)
                p.groups.clear()
            else:
                for o in p.occurrences:
                    if o.person < 0:
                        self._short(o, p)
                    self._heard(o)
        for person in self.persons:
            person.occurrences.sort(key=lambda o: (o.sentence, o.name.start))
        kept = sorted(
            (x for x in self.persons if x.occurrences),
            key=lambda x: (x.occurrences[0].sentence, x.occurrences[0].name.start),
        )
        renumber = {x.number: n for n, x in enumerate(kept)}
        for p in self.sentences:
            for o in p.occurrences:
                o.person = renumber.get(o.person, -1)
        for n, x in enumerate(kept):
            x.number = n
        return kept

    def _alias_of(self, o: Occurrence, p: Parsed) -> Person | None:
        """ "X, better known as Y": Y is X."""
        i = o.name.outer
        before = p.t.lows[max(0, i - 6) : i]
        if (
            not before
            or before[-1] not in ("as", "called", "nicknamed")
            or ("known" not in before and before[-1] == "as")
            or (before[-1] != "as" and before[-2:-1] and before[-2] not in _BY_NAME)
        ):
            return None
        earlier = [x for x in p.occurrences if x.name.end <= i - 1 and x.person >= 0 and i - x.name.end <= 9]
        return self.persons[earlier[-1].person] if earlier else None

    def _full(self, o: Occurrence, p: Parsed) -> None:
        if (
            p.zone in ("deck", "headline")
            and o.name.outer
            and p.t.lows[o.name.outer - 1] == "by"
            and not o.links
        ):
            return  # a byline
        k = keys(o.name.words)
        alias = self._alias_of(o, p)
        if alias is not None:
            alias.add(o)
            return
        if len(k) < 2 or (not o.links and (o.name.known_only or is_place(" ".join(o.name.words)))):
            return
        for person in self._alike(k):
            if same_person(k, person.full):
                if self._junior_differs(k, person.full):
                    continue
                person.add(o)
                if len(k) > len(person.full):
                    person.full = k
                    self._file(person)
                if line := _patronymic(o):
                    self.lines.setdefault(line, person)
                return
        line = _patronymic(o)
        known = self.lines.get(line) if line else None
        new = known or self._new(k)
        if known is None:
            self._file(new)
        new.add(o)
        if line:
            self.lines[line] = new

    def _alike(self, k: tuple[str, ...]) -> list[Person]:
        """The persons of whose full names this may be another spelling, in the order of the text."""
        numbers = {n for mark in marks(k, searched=True) for n in self.buckets.get(mark, ())}
        for half in halves(k, searched=True):
            alike = self.buckets.get(half, ())
            if len(alike) <= _CROWD:  # what so many share is a frequent name, not a slip of spelling
                numbers.update(alike)
        return [self.persons[n] for n in sorted(numbers)]

    def _junior_differs(self, k: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """ "X Jr." named after "X" is the son; "X" after "X Jr." is the same."""
        return bool(SUFFIXES & set(k)) and not SUFFIXES & set(full)

    def _file(self, person: Person) -> None:
        for mark in (*marks(person.full), *halves(person.full)):
            self.buckets.setdefault(mark, set()).add(person.number)

    def _new(self, k: tuple[str, ...]) -> Person:
        person = Person(len(self.persons), k)
        self.persons.append(person)
        return person

    def _index(self) -> None:
        for person in self.persons:
            forms = set(person.full)
            for o in person.occurrences:
                forms.update(keys(o.name.words))
                forms.update(nicknames(o.name.words))
            person.tokens = frozenset(forms)
            if len(person.full) > 1 and len(person.full[-1]) >= _TELLING:
                self.sounds.setdefault(skeleton(fold(person.full[-1])), []).append(person)
            fathers = _fathers(person)
            for token in sorted(person.tokens):
                if token in fathers:
                    continue
                if len(token) > 1 and token not in SUFFIXES:
                    self.index.setdefault(token, []).append(person)

    def _short(self, o: Occurrence, p: Parsed) -> None:
        """A name of one word (or one left over): the person it fits best, or a new one."""
        k = keys(o.name.words)
        candidates = self._candidates(k)
        best = self._best(candidates, k, o, p) if candidates else None
        if best is not None and not self._other_throne(best, o):
            best.add(o)
            if len(k) == 1:
                best.bare.add(k[0])
            return
        if not o.links and not o.name.honorific and (o.name.known_only or is_place(" ".join(o.name.words))):
            return
        opening = o.name.start == 0 and not o.links and not o.behaviour
        if len(k) == 1 and (len(k[0]) < 2 or (opening and known_party(o.name.words[0]) is None)):
            return
        person = self._new(k)
        person.tokens = frozenset(k)
        for token in k:
            self.index.setdefault(token, []).append(person)
        person.add(o)
        if len(k) == 1:
            person.bare.add(k[0])

    def _other_throne(self, person: Person, o: Occurrence) -> bool:
        """King Salman is not Crown Prince Mohammed bin Salman: given names repeat in a dynasty."""
        mine, theirs = _thrones(o), person.thrones
        if "emir" in mine | theirs or "prince" in mine:
            return False
        return bool(mine) and bool(theirs) and not mine & theirs

    def _heard(self, o: Occurrence) -> None:
        """Take note of who was named, for names that a crowd shares."""
        if o.person >= 0:
            for word in keys(o.name.words):
                if len(self.index.get(word, ())) > _CROWD:
                    self.latest.setdefault(word, deque(maxlen=_CROWD)).append(self.persons[o.person])

    def _candidates(self, k: tuple[str, ...]) -> list[Person]:
        named: Iterable[Person] = self.index.get(k[0], ())
        if k[0] in self.latest:
            named = dict.fromkeys(self.latest[k[0]])
        found = [x for x in named if set(k) <= x.tokens]
        if not found and len(k) == 1 and len(k[0]) > 4:
            found = list(self.index.get("".join(k), []))
        if not found and len(k) == 1 and len(k[0]) >= _TELLING:
            found = list(self.sounds.get(skeleton(fold(k[0])), ()))  # another transliteration
        return found

    def _best(self, candidates: list[Person], k: tuple[str, ...], o: Occurrence, p: Parsed) -> Person:
        if len(candidates) == 1:
            return candidates[0]
        offices = {link.title.office.office for link in o.links}
        codes = {r.code for link in o.links for r in link.states} | {r.code for r, _ in o.states}

        def fit(person: Person) -> tuple[float, int]:
            score = 0.0
            if offices:
                score += 4.0 if offices & person.offices else -1.0
            if codes:
                score += 2.0 if codes & person.states else (-2.0 if person.states else 0.0)
            if k[0] in person.bare:
                score += 3.0
            score += 1.0 if person.full[-1] == k[-1] or person.full[0] == k[0] else 0.0
            score += 1.5 if person.offices & _HEADS else 0.0
            score += 1.0 if person.offices else 0.0
            before = bisect_left(person.positions, (o.sentence, o.name.start))
            last, word = person.positions[before - 1] if before else (-99, 0)
            score += 2.5 if o.sentence - last <= 1 else 1.0 if o.sentence - last <= 3 else 0.0
            return score, last * 1000 + word

        return max(candidates, key=fit)

    def _heading(self, p: Parsed) -> list[Occurrence]:
        """In a heading every word may have a capital: only names known from the body are found."""
        found: list[Occurrence] = []
        for o in p.occurrences:
            i = o.name.start
            while i < o.name.end:
                j = self._longest(p, i, o.name.end)
                if j == i:
                    i += 1
                    continue
                words = tuple(p.t.words[i:j])
                part = Occurrence(
                    p.index, Name(o.name.outer if i == o.name.start else i, i, j, words, o.name.honorific)
                )
                part.behaviour = 0.5
                if i == o.name.start:
                    part.links, part.states = o.links, o.states
                person = self._best(self._candidates(keys(words)), keys(words), part, p)
                person.add(part)
                found.append(part)
                i = j
        return found

    def _longest(self, p: Parsed, i: int, end: int) -> int:
        """The longest known name that begins at `i`: the word behind it."""
        for j in range(end, i, -1):
            k = keys(tuple(p.t.words[i:j]))
            if all(len(x) > 1 or len(k) > 1 for x in k) and self._candidates(k):
                return j
        return i
