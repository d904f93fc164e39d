"""Who is who: names of one article gathered into persons; short forms tied to full names."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.names import Name
from kg.extract.officials.states import is_place
from kg.extract.officials.title import Title

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "an-", "at-", "ash-", "az-", "ul-")
_THRONES = frozenset({"monarch", "crown-prince"})
_HEADS = frozenset(
    {"president", "prime-minister", "monarch", "leader", "head-of-government", "head-of-state"}
)


def key(word: str) -> str:
    """What spellings of one word of a name share.

    >>> key("al-Sisi"), key("Kye-gwan"), key("Jr."), key("O'Brien")
    ('sisi', 'kyegwan', 'jr', 'obrien')
    """
    low = word.lower()
    for article in _ARTICLES:
        if low.startswith(article) and len(low) > len(article) + 2:
            low = low[len(article) :]
            break
    return low.replace("-", "").replace("'", "").replace(".", "")


def keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a name, without particles, quotes and nicknames.

    >>> keys(("Teodoro", '"', "Teddy", '"', "Locsin", "Jr"))
    ('teodoro', 'locsin', 'jr')
    """
    found, quoted = [], False
    particles = word_class("lower-particle")
    for word in words:
        if word in '"()':
            quoted = word == "(" or (word == '"' and not quoted)
        elif not quoted and word not in (",", ".") and word.lower() not in particles:
            found.append(key(word))
    return tuple(found) or tuple(key(w) for w in words)


@dataclass(slots=True)
class Person:
    """One person of the article: `forms` are the key tuples seen, `full` the longest."""

    number: int
    full: tuple[str, ...]
    occurrences: list[Occurrence] = field(default_factory=list)
    tokens: frozenset[str] = frozenset()
    bare: set[str] = field(default_factory=set)  # single words used for this person so far

    @property
    def titles(self) -> list[Title]:
        """Every title said of the person, in the order of the text."""
        return [link.title for o in self.occurrences for link in o.links]

    def is_head(self) -> bool:
        """Whether a title makes the person a head of state or government."""
        return any(t.office.office in _HEADS for t in self.titles)


def _initial_fits(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names (two words or more each) can be one person's.

    >>> same_person(("george", "bush"), ("george", "w", "bush"))
    True
    >>> same_person(("george", "w", "bush"), ("george", "h", "w", "bush"))
    False
    >>> same_person(("kim", "jong", "il"), ("kim", "dae", "jung"))
    False
    """
    if "".join(a) == "".join(b):
        return True
    plain_a = [x for x in a if x not in _SUFFIXES]
    plain_b = [x for x in b if x not in _SUFFIXES]
    initials_a = [x for x in plain_a[1:] if len(x) == 1]
    initials_b = [x for x in plain_b[1:] if len(x) == 1]
    if initials_a and initials_b and initials_a != initials_b:
        return False
    small, large = sorted((set(plain_a), set(plain_b)), key=len)
    if len(small) >= 2 and small <= large:
        return True
    if plain_a[-1] == plain_b[-1] and len(plain_a[-1]) > 2:
        first, second = plain_a[0], plain_b[0]
        if _initial_fits(first, second) or (len(first) > 3 and len(second) > 3 and first[:4] == second[:4]):
            return True
    if sorted(plain_a) == sorted(plain_b):
        return True
    return _near("".join(plain_a), "".join(plain_b))


def _near(a: str, b: str) -> bool:
    """Whether two spellings differ by one or two letters at one place (long names only)."""
    if min(len(a), len(b)) < 9 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    j = 0
    while j < min(len(a), len(b)) - i and a[-1 - j] == b[-1 - j]:
        j += 1
    return max(len(a), len(b)) - i - j <= 2


def _fathers(person: Person) -> set[str]:
    """Names of fathers ("bin Zayed"): nobody is called by them alone."""
    found = set()
    for o in person.occurrences:
        for a, b in pairwise(o.name.words):
            if a.lower() in ("bin", "ibn", "bint") and b[:1].isupper():
                found.add(key(b))
    return found


class Gathering:
    """Ties the occurrences of an article to persons; `persons` in the order of their first mention."""

    def __init__(self, sentences: list[Parsed]) -> None:
        """`sentences` are all parsed sentences of the article, in order."""
        self.sentences = sentences
        self.persons: list[Person] = []
        self.index: dict[str, list[Person]] = {}
        self.buckets: dict[str, set[int]] = {}  # persons by words, beginning and end of their full names

    def run(self) -> list[Person]:
        """Two passes: full names first, then short forms in the order of the text."""
        for p in self.sentences:
            if not p.heading:
                for o in p.occurrences:
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
            self._add(o, alias)
            return
        if len(k) < 2 or (not o.links and (o.name.known_only or is_place(" ".join(o.name.words)))):
            return
        for person in self._alike(k):
            if same_person(k, person.full):
                if self._junior_differs(k, person.full):
                    continue
                self._add(o, person)
                if len(k) > len(person.full):
                    person.full = k
                    self._file(person)
                return
        person = self._new(k)
        self._file(person)
        self._add(o, person)

    def _alike(self, k: tuple[str, ...]) -> list[Person]:
        """The persons that share a word of the name, or its beginning or end: only they can be the same."""
        joined = "".join(k)
        numbers = {
            n for mark in (*k, joined[:4] + "-", "-" + joined[-4:]) for n in self.buckets.get(mark, ())
        }
        return [self.persons[n] for n in sorted(numbers)]

    def _junior_differs(self, k: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """ "X Jr." named after "X" is the son; "X" after "X Jr." is the same."""
        return bool(_SUFFIXES & set(k)) and not _SUFFIXES & set(full)

    def _file(self, person: Person) -> None:
        joined = "".join(person.full)
        for mark in (*person.full, joined[:4] + "-", "-" + joined[-4:]):
            self.buckets.setdefault(mark, set()).add(person.number)

    def _new(self, k: tuple[str, ...]) -> Person:
        person = Person(len(self.persons), k)
        self.persons.append(person)
        return person

    def _add(self, o: Occurrence, person: Person) -> None:
        o.person = person.number
        person.occurrences.append(o)

    def _index(self) -> None:
        for person in self.persons:
            forms = set(person.full)
            for o in person.occurrences:
                forms.update(keys(o.name.words))
            person.tokens = frozenset(forms)
            fathers = _fathers(person)
            for token in sorted(person.tokens):
                if token in fathers:
                    continue
                if len(token) > 1 and token not in _SUFFIXES:
                    self.index.setdefault(token, []).append(person)

    def _short(self, o: Occurrence, p: Parsed) -> None:
        """A name of one word (or one left over): the person it fits best, or a new one."""
        k = keys(o.name.words)
        candidates = self._candidates(k)
        best = self._best(candidates, k, o, p) if candidates else None
        if best is not None and not self._other_throne(best, o):
            self._add(o, best)
            if len(k) == 1:
                best.bare.add(k[0])
            return
        if not o.links and not o.name.honorific and (o.name.known_only or is_place(" ".join(o.name.words))):
            return
        if len(k) == 1 and (len(k[0]) < 2 or (o.name.start == 0 and not o.links and not o.behaviour)):
            return
        person = self._new(k)
        person.tokens = frozenset(k)
        for token in k:
            self.index.setdefault(token, []).append(person)
        self._add(o, person)
        if len(k) == 1:
            person.bare.add(k[0])

    def _other_throne(self, person: Person, o: Occurrence) -> bool:
        """King Salman is not Crown Prince Mohammed bin Salman: given names repeat in a dynasty."""
        mine = {
            x.title.office.id
            for x in o.links
            if x.title.office.office in _THRONES or x.title.office.level == "royal"
        }
        theirs = {
            t.office.id for t in person.titles if t.office.office in _THRONES or t.office.level == "royal"
        }
        if "emir" in mine | theirs or "prince" in mine:
            return False
        return bool(mine) and bool(theirs) and not mine & theirs

    def _candidates(self, k: tuple[str, ...]) -> list[Person]:
        found = [x for x in self.index.get(k[0], []) if set(k) <= x.tokens]
        if not found and len(k) == 1 and len(k[0]) > 4:
            found = list(self.index.get("".join(k), []))
        return found

    def _best(self, candidates: list[Person], k: tuple[str, ...], o: Occurrence, p: Parsed) -> Person:
        if len(candidates) == 1:
            return candidates[0]
        offices = {link.title.office.office for link in o.links}
        codes = {r.code for link in o.links for r in link.states} | {r.code for r, _ in o.states}

        def fit(person: Person) -> tuple[float, int]:
            score = 0.0
            before = [
                x for x in person.occurrences if (x.sentence, x.name.start) < (o.sentence, o.name.start)
            ]
            if offices:
                theirs = {t.office.office for t in person.titles}
                score += 4.0 if offices & theirs else -1.0
            if codes:
                their_codes = {r.code for x in person.occurrences for link in x.links for r in link.states}
                score += 2.0 if codes & their_codes else (-2.0 if their_codes else 0.0)
            if k[0] in person.bare:
                score += 3.0
            score += 1.0 if person.full[-1] == k[-1] or person.full[0] == k[0] else 0.0
            score += 1.5 if person.is_head() else 0.0
            score += 1.0 if person.titles else 0.0
            last = max((x.sentence for x in before), default=-99)
            score += 2.5 if o.sentence - last <= 1 else 1.0 if o.sentence - last <= 3 else 0.0
            position = max(((x.sentence, x.name.start) for x in before), default=(-1, -1))
            return score, position[0] * 1000 + position[1]

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
                self._add(part, person)
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
