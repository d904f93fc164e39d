"""Which state a person represents, and which state an article is written from."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.extract.officials.people import Person
from kg.extract.officials.phrases import Link, Occurrence, Parsed
from kg.extract.officials.states import StateRef, find_states, place_of
from kg.extract.officials.titles import Title
from kg.extract.officials.tokens import Tokens
from kg.page.records import Page
from kg.reference.text import fold

# How much a state said in this way weighs.
_HOW = {"possessive": 3.0, "of": 3.0, "bracket": 3.0, "leads": 2.5, "adjective": 2.5, "from": 0.4}
_RELATION = {"pre": 3.0, "list": 3.0, "apposition": 3.0, "is": 2.5, "as": 2.0}
_ACCREDITED = frozenset({"ambassador", "envoy", "representative"})
# Offices of which a state has one holder at a time.
_UNIQUE = frozenset({"president", "prime-minister", "foreign-minister", "defense-minister", "finance-minister", "monarch"})


class Origins:
    """Works out states for the persons of one article."""

    def __init__(self, page: Page, folded: str, sentences: list[Parsed], persons: list[Person], publisher: str | None) -> None:
        """`folded` is the page's text, folded."""
        self.page, self.folded, self.sentences, self.persons = page, folded, sentences, persons
        self.counts = self._counts()
        self.home = self._home(publisher)
        self.of: dict[int, str] = {}
        self.stated: set[int] = set()

    # ---------------------------------------------------------------- the article as a whole

    def _counts(self) -> Counter[str]:
        """How often each state is named; ambiguous forms count for every meaning a little."""
        counts: Counter[str] = Counter()
        for p in self.sentences:
            for ref in p.states.values():
                for code in ref.codes:
                    counts[code] += 4 if len(ref.codes) == 1 else 1
        return counts

    def code(self, ref: StateRef) -> str:
        """The likeliest meaning of a form: the one the article names otherwise, else the usual one."""
        if len(ref.codes) == 1:
            return ref.codes[0]
        return max(ref.codes, key=lambda c: (self.counts[c] > 1, self.counts[c], -ref.codes.index(c)))

    def _home(self, publisher: str | None) -> str | None:
        """The state of the outlet; else the one most named whose officials need no adjective."""
        weights: Counter[str] = Counter()
        for text, weight in ((publisher or self.page.publisher, 6.0), (self.page.dateline, 1.0), (self._masthead(), 1.5)):
            for code in codes_in(fold(text or "")):
                weights[code] += weight
        named: Counter[str] = Counter()
        foreign: Counter[str] = Counter()
        hinted: Counter[str] = Counter()
        for p in self.sentences:
            for ref in p.states.values():
                if not ref.body:
                    named[self.code(ref)] += 2 if ref.kind == "seat" else 1
            for title in p.titles:
                for ref in title.states:
                    foreign[self.code(ref)] += 1
                if not title.states:
                    for code in title.office.usual[:1]:
                        hinted[code] += 1
        total, strange = sum(named.values()) or 1, max(3, sum(foreign.values()))
        for code, n in named.items():
            weights[code] += 4.0 * n / total - 2.0 * foreign[code] / strange
        for code, n in hinted.items():
            weights[code] += min(2.0, 0.8 * n)
        return max(sorted(weights), key=lambda c: weights[c]) if weights else None

    def _masthead(self) -> str:
        """The first lines of the page that are not the article."""
        lines = [self.folded[z.start : z.end] for z in self.page.zones[:6] if z.kind in ("boilerplate", "byline")]
        return " ".join(lines)[:400]

    # ---------------------------------------------------------------- persons

    def run(self) -> dict[int, str]:
        """State by person number. Stated ones first, then those that follow from others."""
        self.of.clear()
        self.stated.clear()
        for person in self.persons:
            code = self._stated(person)
            if code:
                self.of[person.number] = code
                self.stated.add(person.number)
        for _ in range(2):
            for person in self.persons:
                if person.number not in self.of:
                    code = self._derived(person)
                    if code:
                        self.of[person.number] = code
        for person in self.persons:
            if person.number not in self.of:
                code = self._inferred(person)
                if code:
                    self.of[person.number] = code
        return self.of

    def _stated(self, person: Person) -> str | None:
        votes: dict[str, float] = defaultdict(float)
        for o in person.occurrences:
            for link in o.links:
                ref = owner_of(link)
                if ref is not None and link.title.level not in ("civil", "kin"):
                    weight = _RELATION[link.relation] * (1.0 if link.certain else 0.4)
                    votes[self.code(ref)] += weight * (0.5 if link.title.former else 1.0)
            for ref, how in o.states:
                votes[self.code(ref)] += _HOW.get(how, 1.0)
        return max(sorted(votes), key=lambda c: votes[c]) if votes else None

    def _derived(self, person: Person) -> str | None:
        """The state of the one whose minister, envoy or deputy the person is."""
        for o in person.occurrences:
            for link in o.links:
                title = link.title
                if title.possessor is None or title.level in ("counterpart", "kin", "successor"):
                    continue
                code = self._possessor(o, title)
                if code:
                    return code
        return None

    def _possessor(self, o: Occurrence, title: Title) -> str | None:
        p = self.sentences[o.sentence]
        word = p.t.lows[title.possessor] if title.possessor is not None else ""
        if word in ("his", "her", "whose", "its", "their", "my", "our"):
            return self._antecedent(p, title, word, o.person)
        for other in p.occurrences:
            if other.name.start <= (title.possessor or 0) < other.name.end and other.person >= 0:
                return self.of.get(other.person)
        return None

    def _antecedent(self, p: Parsed, title: Title, word: str, me: int) -> str | None:
        """The state of "his" or "its": the nearest fitting person or state before, in this sentence or the last."""
        options: list[tuple[int, str]] = []
        for back in (0, 1):
            if p.index - back < 0:
                break
            q = self.sentences[p.index - back]
            limit = title.start if back == 0 else q.t.n
            if word not in ("its",):
                for other in q.occurrences:
                    if other.name.end <= limit and other.person >= 0 and other.person != me and other.person in self.of:
                        options.append((other.name.start, self.of[other.person]))
            if word in ("its", "their", "whose", "our") or not options:
                for ref in q.states.values():
                    if ref.end <= limit:
                        options.append((ref.start, self.code(ref)))
            if options:
                return max(options)[1] if word != "his" and word != "her" else options[0][1] if len(options) == 1 else max(options)[1]
        return None

    def _inferred(self, person: Person) -> str | None:
        """No state is said: the best of the home state, those named nearby, and those where the post exists."""
        scores: dict[str, float] = defaultdict(float)
        posted = any(t.level not in ("civil", "kin") for t in person.titles)
        if self.home:
            scores[self.home] += 1.6 if posted else 0.9
        for rank, code in enumerate(self._near(person)[:4]):
            scores[code] += (1.0, 0.6, 0.4, 0.3)[rank]
        for title in person.titles:
            for code in title.office.usual:
                scores[code] += 2.0 if self.counts[code] or code == "US" else 0.2
        for code in self._taken(person):
            scores[code] -= 4.0
        usable = {c: v for c, v in scores.items() if v > 0}
        return max(sorted(usable), key=lambda c: usable[c]) if usable else None

    def _taken(self, person: Person) -> set[str]:
        """States whose post of this kind the article gives to somebody else."""
        unique = {t.canonical for t in person.titles if not t.former} & _UNIQUE
        return {
            self.of[x.number]
            for x in self.persons
            if x.number in self.stated
            and x.number != person.number
            and unique & {t.canonical for t in x.titles if not t.former}
        }

    def _near(self, person: Person) -> list[str]:
        """States named in the person's sentences, those nearest to the name first."""
        distances: dict[str, int] = {}
        for o in person.occurrences[:4]:
            p = self.sentences[o.sentence]
            for ref in p.states.values():
                if ref.body:
                    continue
                code = self.code(ref)
                gap = abs(ref.start - o.name.start) + (0 if ref.start < o.name.start else 3)
                distances[code] = min(distances.get(code, 999), gap)
        return sorted(distances, key=lambda c: (distances[c], c))


def owner_of(link: Link) -> StateRef | None:
    """The state that a title's holder represents, not the one where he is accredited.

    "UN ambassador" and "Syria envoy" name where the person is sent, "Russia's U.S. ambassador" whose it is.
    """
    states = link.states
    if not states:
        return None
    title = link.title
    if title.office.office in _ACCREDITED and len(states) == 1 and title.destination is None:
        ref = states[0]
        if ref.start < title.head and title.determiner != "'s" and ref.kind == "body" and title.office.office == "ambassador":
            return None
    if len(states) > 1 and not title.plural:
        plain = [r for r in states if not r.body]
        return plain[0] if plain else states[0]
    return states[0]


def codes_in(text: str) -> list[str]:
    """Codes of the states, capitals and cities that a short text ("The Manila Post") names."""
    if not text:
        return []
    t = Tokens(text, 0, len(text), ())
    found = [ref.code for ref in find_states(t).values() if not ref.body]
    for word in t.words:
        place = place_of(word) if word[0].isupper() and not found else None
        if place:
            found.append(place[1])
    return found
