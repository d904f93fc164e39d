"""Which state a person represents, and which state an article is written from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path

from kg.extract.officials.institutions import possible
from kg.extract.officials.naming import resemblance
from kg.extract.officials.people import Person
from kg.extract.officials.phrases import Link, Occurrence, Parsed
from kg.extract.officials.states import StateRef, find_states, is_capital, place_of, place_prepositions
from kg.extract.officials.titles import Title
from kg.extract.officials.tokens import Tokens
from kg.page.records import Page
from kg.reference.text import fold
from kg.vocab import BODIES

HOME_CUES = Path(__file__).parent / "home_cues.tsv"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# How much a state said in this way weighs.
_HOW = {
    "possessive": 3.0,
    "of": 3.0,
    "bracket": 3.0,
    "leads": 2.5,
    "adjective": 2.5,
    "from": 0.4,
    "pair": 0.0,
}
_RELATION = {"pre": 3.0, "list": 3.0, "apposition": 3.0, "is": 2.5, "as": 2.0}
_ACCREDITED = frozenset({"ambassador", "envoy", "representative"})
_TOWARDS = frozenset("to in for into visit visited visits visiting".split())
_AT_HOME = 1.6  # an official without a state is one of the outlet's own
_AT_HOME_UNTITLED = 0.4
_USUAL = 2.0  # the post exists in few states by this name
_FITS = 1.3  # per unit of resemblance
_ROTATING = frozenset(
    {"chairperson", "co-chair", "head", "president", "leader", "mediator", "chairperson-in-office"}
)
_BODY_OFFICES = frozenset(
    "secretary-general chairperson-in-office commission-president council-president foreign-policy-chief"
    " managing-director director-general executive-secretary eu-portfolio-commissioner eu-commissioner".split()
)
_BODY_WORDS = frozenset("bloc alliance organisation organization agency body union group forum".split())
# Offices of which a state has one holder at a time.
_UNIQUE = frozenset(
    {"president", "prime-minister", "foreign-minister", "defense-minister", "finance-minister", "monarch"}
)


class Origins:
    """Works out states for the persons of one article."""

    def __init__(
        self, page: Page, folded: str, sentences: list[Parsed], persons: list[Person], publisher: str | None
    ) -> None:
        """`folded` is the page's text, folded."""
        self.page, self.folded, self.sentences, self.persons = page, folded, sentences, persons
        self.counts = self._counts()
        self.contrasts = self._contrasts()
        self.home_strength = 0.0
        self.cities: dict[int, list[tuple[int, str]]] = {}
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
        for text, weight in (
            (publisher or self.page.publisher, 6.0),
            (self.page.dateline, 1.0),
            (self._masthead(), 3.0),
        ):
            for code in codes_in(fold(text or "")):
                weights[code] += weight
        named: Counter[str] = Counter()
        for p in self.sentences:
            for ref in p.states.values():
                if not ref.body:
                    named[self.code(ref)] += 2 if ref.kind == "seat" else 1
        total = sum(named.values()) or 1
        for code, n in named.items():
            weights[code] += 3.0 * n / total
        marked, fits, hinted = self._marking()
        for code, n in self._own_words().items():
            weights[code] += min(1.8, 0.6 * n)
        for code in set(weights) | set(hinted):
            weights[code] -= 2.0 * marked[code] / max(3, sum(marked.values())) + 0.6 * min(3, marked[code])
            weights[code] += max(-1.5, min(2.5, 1.1 * fits[code])) + min(1.2, 0.6 * hinted[code])
        if not weights:
            return None
        told = set(codes_in(fold(publisher or self.page.publisher or ""))) | set(
            codes_in(fold(self._masthead()))
        )
        first, *others = sorted(weights, key=lambda c: (-weights[c], c))
        margin = weights[first] - (weights[others[0]] if others else 0.0)
        self.home_strength = min(1.0 if first in told else 0.7, 0.35 + 0.3 * max(0.0, margin))
        return first

    def _contrasts(self) -> dict[int, set[str]]:
        """For persons without a state: the states of those named in one breath with them.

        In "Prime Minister X and Chinese President Y", X is not Chinese.
        """
        found: dict[int, set[str]] = {}
        for p in self.sentences:
            for members in p.groups:
                group = [p.occurrences[k] for k in members]
                codes = {self.code(r) for o in group for x in o.links for r in x.states if not x.title.plural}
                for o in group:
                    if o.links and not any(x.states for x in o.links):
                        found.setdefault(o.person, set()).update(codes)
        return found

    def _own_words(self) -> Counter[str]:
        """How many different words of each state's own affairs the article uses."""
        cues = home_cues()
        seen = {low for p in self.sentences for low in p.t.lows if low in cues}
        return Counter(code for low in seen for code in cues[low])

    def _marking(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """Officials named with each state; how well the others' names fit each state; where their posts are usual."""
        beside = self._contrasts()
        marked: Counter[str] = Counter()
        fits: Counter[str] = Counter()
        hinted: Counter[str] = Counter()
        for person in self.persons:
            links = [
                x
                for o in person.occurrences
                for x in o.links
                if x.title.level in ("official", "spokes", "leader")
            ]
            if not links:
                continue
            codes = {self.code(r) for x in links for r in x.states}
            if codes:
                marked.update(codes)
                continue
            if any(x.title.possessor is not None for x in links):
                continue
            impossible = {x.title.office.id for x in links}
            for code, weight in resemblance(person.full).items():
                if all(possible(i, code) for i in impossible):
                    fits[code] += min(0.6, weight)
            if any(x.title.office.usual or x.title.office.id == "external-affairs-minister" for x in links):
                impossible = set()
            for code in self.counts:
                if not all(possible(i, code) for i in impossible):
                    fits[code] -= 0.6
            for code in beside.get(person.number, ()):
                fits[code] -= 0.5
            hinted.update({c for x in links for c in x.title.office.usual[:1] if c not in BODIES})
        return marked, fits, hinted

    def _masthead(self) -> str:
        """Lines before the body that tell where and when the page was made ("Lima, 5 May 2011")."""
        lines: list[str] = []
        city = fold(self.page.dateline or "?").upper()
        for zone in self.page.zones:
            if zone.kind == "body":
                break
            for line in self.folded[zone.start : zone.end].splitlines():
                if line.upper().startswith(city):
                    continue
                dated = zone.kind == "byline" or _YEAR.search(line)
                if (
                    zone.kind in ("byline", "boilerplate")
                    and len(line) < 120
                    and (dated or is_capital(line.strip()))
                ):
                    lines.append(line)
        return " ; ".join(lines)[:400]

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
        for titled in (True, False):
            for person in self.persons:
                owned = any(t.possessor is not None for t in person.titles)
                if (
                    person.number not in self.of
                    and (not person.titles or titled)
                    and not (titled and (owned or not person.titles))
                ):
                    code = self._inferred(person)
                    if code:
                        self.of[person.number] = code
            self._fill(self._derived)
        self._fill(self._inferred)
        return self.of

    def _fill(self, way: Callable[[Person], str | None]) -> None:
        for person in self.persons:
            if person.number not in self.of:
                code = way(person)
                if code:
                    self.of[person.number] = code

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
        votes = {c: v for c, v in votes.items() if v > 0}
        if not votes:
            return None
        best = max(sorted(votes), key=lambda c: votes[c])
        own = [c for c in votes if not self._is_body(c) and votes[c] >= 2.5]
        rotating = any(t.level == "counterpart" or t.office.id in _ROTATING for t in person.titles)
        if self._is_body(best) and own and rotating:
            return max(sorted(own), key=lambda c: votes[c])
        return best

    def _is_body(self, code: str) -> bool:
        return code in BODIES and code != "AU"

    def _derived(self, person: Person) -> str | None:
        """The state of the one whose minister, envoy or deputy the person is."""
        for o in person.occurrences:
            for link in o.links:
                title = link.title
                if title.anaphor:
                    code = self._thing(o, title)
                    if code:
                        return code
                if title.possessor is None or title.level in ("counterpart", "successor"):
                    continue
                code = self._possessor(o, title)
                if code:
                    return code
        return None

    def _as_place(self, p: Parsed, ref: StateRef) -> bool:
        """ "in Washington": a place, not an actor."""
        return ref.kind == "capital" and ref.start > 0 and p.t.lows[ref.start - 1] in place_prepositions()

    def _somebody(self, number: int) -> bool:
        """Whether a name is surely a person's: one with a post, or named again."""
        person = self.persons[number]
        return bool(person.titles) or len(person.occurrences) > 1

    def _thing(self, o: Occurrence, title: Title) -> str | None:
        """ "the bloc's envoy", "the country's president": the nearest body or state before."""
        body = title.anaphor in _BODY_WORDS
        for back in (0, 1, 2):
            if o.sentence < back:
                break
            q = self.sentences[o.sentence - back]
            refs = [r for r in q.states.values() if r.body == body and (back or r.end <= title.start)]
            if refs:
                return self.code(max(refs, key=lambda r: r.start))
        return None

    def _possessor(self, o: Occurrence, title: Title) -> str | None:
        p = self.sentences[o.sentence]
        word = p.t.lows[title.possessor] if title.possessor is not None else ""
        if word in ("my", "our"):
            return self.home
        if word in ("his", "her", "whose", "its", "their"):
            return self._antecedent(p, title, word, o.person)
        for other in p.occurrences:
            if other.name.start <= (title.possessor or 0) < other.name.end and other.person >= 0:
                return self.of.get(other.person)
        return None

    def _antecedent(self, p: Parsed, title: Title, word: str, me: int) -> str | None:
        """The state of "his" or "its": the nearest fitting person or state before, in this sentence or the last."""
        options: list[tuple[int, str]] = []
        personal = word in ("his", "her")
        for back in range(min(p.index, 3 if personal else 1) + 1):
            q = self.sentences[p.index - back]
            limit = title.start if back == 0 else q.t.n
            if word != "its":
                for other in q.occurrences:
                    if other.name.end <= limit and other.person >= 0 and other.person != me and self._somebody(other.person):
                        options.append((other.name.start, self.of.get(other.person, "")))
            if not personal:
                refs = [r for r in q.states.values() if r.end <= limit and not self._as_place(q, r)]
                if title.office.id in _BODY_OFFICES and any(r.body for r in refs):
                    refs = [r for r in refs if r.body]
                options += [(r.start, self.code(r)) for r in refs]
            if options:
                return max(options)[1] or None
        return None

    def _inferred(self, person: Person) -> str | None:
        """No state is said: the likeliest of the home state, those named nearby, and those where the post exists."""
        scores: dict[str, float] = defaultdict(float)
        posted = any(t.level not in ("civil", "kin", "hostguest") for t in person.titles)
        if self.home:
            scores[self.home] += (_AT_HOME if posted else _AT_HOME_UNTITLED) * self.home_strength
        for code, weight in self._near(person).items():
            scores[code] += weight
        for title in person.titles:
            for rank, code in enumerate(title.office.usual):
                scores[code] -= 0.1 * min(rank, 2)
                usual = 1.2 if code in ("UN", "EU") else _USUAL
                scores[code] += usual if self.counts[code] or code in ("US", "UN", "EU") else 0.2
        for code, _ in self.counts.most_common(6):
            scores[code] += 0.0
        if any(t.office.id == "host" and t.role.lower() == "host" for t in person.titles):
            place = next((r for p in self.sentences for r in sorted(p.states.values(), key=lambda r: r.start) if r.kind == "capital"), None)
            if place is not None:
                scores[self.code(place)] += 1.0
        fits = resemblance(person.full)
        for code, weight in fits.items():
            if code in scores or self.counts[code] >= 4:
                scores[code] += _FITS * weight
        best_fit = max((fits.get(c, 0.0) for c in scores), default=0.0)
        for code in scores:
            if best_fit >= 0.5 and fits.get(code, 0.0) < 0.2 and len(code) == 2:
                scores[code] -= 0.5
        for code, weight in self._taken(person).items():
            scores[code] -= weight
        for code in self.contrasts.get(person.number, ()):
            scores[code] -= 1.0
        for title in person.titles:
            if not title.former and title.level not in ("civil", "kin"):
                for code in scores:
                    if not possible(title.office.id, code) and not self._is_body(code):
                        scores[code] -= 3.0
        if posted and not any(
            t.office.id in _BODY_OFFICES or t.level in ("spokes", "official-plain") for t in person.titles
        ):
            for code in scores:
                if self._is_body(code):
                    scores[code] -= 1.0
        total = sum(self.counts.values()) or 1
        for code in scores:
            scores[code] += (0.5 if posted else 0.9) * self.counts[code] / total
        return max(sorted(scores), key=lambda c: scores[c]) if scores else self.home

    def _taken(self, person: Person) -> dict[str, float]:
        """States whose post of this kind the article gives to somebody else: how much that speaks against them."""
        unique = {t.canonical for t in person.titles if not t.former} & _UNIQUE
        found: dict[str, float] = {}
        for x in self.persons:
            if x.number != person.number and x.number in self.of:
                if unique & {t.canonical for t in x.titles if not t.former}:
                    weight = 1.6 if x.number in self.stated else 1.2
                    code = self.of[x.number]
                    found[code] = max(found.get(code, 0.0), weight)
        return found

    def _near(self, person: Person) -> dict[str, float]:
        """States named around the person's first mentions, with weights."""
        weights: dict[str, float] = {}
        bodily = any(t.office.id in _BODY_OFFICES for t in person.titles)
        for o in person.occurrences[:4]:
            p = self.sentences[o.sentence]
            for ref, how in o.states:
                if how == "pair":
                    weights[self.code(ref)] = max(weights.get(self.code(ref), 0.0), 0.8)
            owned = self._owned(p, person.number)
            going = self._destinations(p, o)
            last = max((r.end for r in p.states.values() if r.end <= o.name.outer and r.start not in owned), default=-1)
            for ref in p.states.values():
                code = self.code(ref)
                gap = o.name.outer - ref.end if ref.end <= o.name.outer else 3 + ref.start - o.name.end
                in_place = ref.kind == "capital" and ref.start > 0 and p.t.lows[ref.start - 1] == "in"
                weight = 1.2 if gap <= 5 else 1.0 if gap <= 12 or ref.end == last else 0.8 if in_place else 0.6
                if ref.body:
                    weight *= 1.6 if bodily else 0.3
                elif (
                    ref.kind == "capital"
                    and ref.end <= o.name.outer
                    and "where" in p.t.lows[ref.end : o.name.outer]
                ):
                    weight = 1.6
                elif ref.kind == "seat":
                    weight *= 1.3
                if ref.start in owned:
                    weight *= 0.3
                if ref.start in going:
                    weight = -0.6
                if weight < 0 or weight > weights.get(code, 0.0):
                    weights[code] = min(weight, weights.get(code, 9.0)) if weight < 0 else weight
            for i, code in self._cities(p):
                if i < o.name.outer and o.name.outer - i <= 14:
                    weight = 1.4 if "where" in p.t.lows[i : i + 3] else 0.9
                    weights[code] = max(weights.get(code, 0.0), weight)
            for code in self._topic(p):
                weights[code] = max(weights.get(code, 0.0), 1.2)
            if p.index and self.sentences[p.index - 1].paragraph == p.paragraph:
                for ref in self.sentences[p.index - 1].states.values():
                    weights.setdefault(self.code(ref), 0.1 if ref.body else 0.4)
        return weights

    def _cities(self, p: Parsed) -> list[tuple[int, str]]:
        """Cities that are no capitals, after "in", "to" and the like: word and state."""
        found = self.cities.get(p.index)
        if found is None:
            found = []
            for i in range(1, p.t.n):
                if p.t.caps[i] and p.t.lows[i - 1] in ("in", "to", "at", "from", "near", "for"):
                    place = place_of(p.t.words[i])
                    if place is not None and i not in p.states:
                        found.append((i, place[1]))
            self.cities[p.index] = found
        return found

    def _topic(self, p: Parsed) -> list[str]:
        """The state that a paragraph is about: the one that a sentence of it, up to this one, begins with."""
        for index in range(p.index, max(-1, p.index - 4), -1):
            q = self.sentences[index]
            if q.paragraph != p.paragraph:
                break
            first = min(q.states.values(), key=lambda r: r.start, default=None)
            if first is not None and first.start <= 1 and not first.body:
                return [self.code(first)]
        return []

    def _owned(self, p: Parsed, me: int) -> set[int]:
        """First words of the states that belong to somebody else's title or name."""
        found = {r.start for o in p.occurrences if o.person != me for link in o.links for r in link.states}
        found |= {r.start for o in p.occurrences if o.person != me for r, _ in o.states}
        return found

    def _destinations(self, p: Parsed, o: Occurrence) -> set[int]:
        """First words of the states that the person goes to: "X will visit Japan", "X's trip to Japan"."""
        t, found = p.t, set()
        moving = False
        for j in range(o.name.end, min(o.name.end + 14, t.n)):
            low = t.lows[j]
            if low in ("visit", "visits", "visited", "visiting", "travel", "travels", "traveled", "travelled", "fly", "flew",
                       "flies", "trip", "go", "went", "goes", "come", "came", "arrive", "arrived", "arrives", "journey", "tour"):  # fmt: skip
                moving = True
            elif j in p.states and moving:
                if set(t.lows[max(o.name.end, j - 3) : j]) & _TOWARDS or t.lows[j - 1].startswith("visit"):
                    found.add(j)
                break
            elif low in (".", ";") or low.startswith("invit"):
                break
        return found


@cache
def home_cues() -> dict[str, tuple[str, ...]]:
    """States by the words that outlets there use of their own affairs ("naira")."""
    found: dict[str, tuple[str, ...]] = {}
    for line in HOME_CUES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, words = line.split("\t")
            for word in words.split():
                found[word] = (*found.get(word, ()), code)
    return found


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
        if (
            ref.start < title.head
            and title.determiner != "'s"
            and ref.kind == "body"
            and title.office.office == "ambassador"
        ):
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
    found = [
        ref.code
        for ref in find_states(t).values()
        if not ref.body and not (ref.start and t.lows[ref.start - 1] in ("in", "and", ">", "|", "&", "from"))
    ]
    for i, word in enumerate(t.words):
        plain = word[0].isupper() and not found and not (i and t.lows[i - 1] in ("in", "and", "from"))
        place = place_of(word) if plain else None
        if place:
            found.append(place[1])
    return found
