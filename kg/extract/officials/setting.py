"""The article as a whole: how often states are named, and which state it is written from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from kg.extract.officials.evidence import Parsed
from kg.extract.officials.institutions import possible
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.naming import resemblance
from kg.extract.officials.people import Person
from kg.extract.officials.states import StateRef, find_states, is_capital, place_of
from kg.extract.officials.tokens import Tokens
from kg.page.records import Page
from kg.reference import known_party
from kg.reference.leaders import known_holder, known_names
from kg.reference.text import fold
from kg.vocab import BODIES

HOME_CUES = Path(__file__).parent / "home_cues.tsv"

_STYLES = frozenset({"King", "Queen", "Pope", "Emperor", "Prince"})

HEADS = frozenset({"president", "prime-minister"})

_DATELINE = 3.2  # how much the city that a story is sent from says of its home
_DATELINED = 0.6  # the least that it is then sure


_SILENT = frozenset(
    {"KP"}
)  # no outlet of theirs is read abroad: who writes without naming the state is another's


_BETWEEN = re.compile(r"\s*(?:,|/|\||•|·|&|\s-)\s*")


def _address(line: str) -> bool:
    """Whether a line is nothing but a town and its state: "Nairobi, Kenya", "Karachi - Pakistan"."""
    parts = _BETWEEN.split(line.strip())
    codes = {code for part in parts for code in codes_in(part)[:1]}
    return (
        len(parts) == _PLACE_AND_STATE
        and len(codes) == 1
        and is_capital(parts[0])
        and not is_capital(parts[1])
    )


_PLACE_AND_STATE = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Setting:
    """The states of one article, and its home."""

    def __init__(
        self,
        page: Page,
        folded: str,
        sentences: list[Parsed],
        persons: list[Person],
        publisher: str | None,
        on: date | None = None,
    ) -> None:
        """`folded` is the page's text, folded; `on` the day of the article, else the page's."""
        self.on = on or page.published
        self.page, self.folded, self.sentences, self.persons = page, folded, sentences, persons
        self.counts = self._counts()
        self.contrasts = self._contrasts()
        self.home_strength = 0.0
        self.cities: dict[int, list[tuple[int, str]]] = {}
        self.owners: dict[int, list[tuple[int, int]]] = {}  # by sentence: states and whose they are
        self.home = self._home(publisher)
        self.of: dict[int, str] = {}
        self.stated: set[int] = set()

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
        weights: dict[str, float] = defaultdict(float)
        for text, weight in (
            (publisher or self.page.publisher, 6.0),
            (self.page.dateline, _DATELINE),
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
        for code in self._ours():
            weights[code] += 4.0
        for code, n in self._own_words().items():
            weights[code] += min(1.8, 0.6 * n)
        for code in set(weights) | set(hinted):
            weights[code] -= 2.0 * marked[code] / max(3, sum(marked.values())) + 0.6 * min(3, marked[code])
            weights[code] += max(-1.5, min(2.5, 1.1 * fits[code])) + min(1.2, 0.6 * hinted[code])
        for code in _SILENT - set(codes_in(fold(self.page.dateline or ""))):
            weights.pop(code, None)
        if not weights:
            return None
        told = set(codes_in(fold(publisher or self.page.publisher or ""))) | set(
            codes_in(fold(self._masthead()))
        )
        first, *others = sorted(weights, key=lambda c: (-weights[c], c))
        margin = weights[first] - (weights[others[0]] if others else 0.0)
        self.home_strength = min(1.0 if first in told else 0.7, 0.35 + 0.3 * max(0.0, margin))
        if first in codes_in(
            fold(self.page.dateline or "")
        ):  # agencies file of ministers by their posts alone at home
            self.home_strength = max(self.home_strength, _DATELINED)
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

    def _ours(self) -> set[str]:
        """The states of those whom everybody knows and the article calls "our premier"."""
        found = set()
        for person in self.persons:
            if any(t.determiner in ("our", "my") for t in person.titles):
                found.add(famous_party(person, self.on))
        return {code for code in found if code and code not in BODIES}

    def _own_words(self) -> Counter[str]:
        """How many different words of each state's own affairs the article uses."""
        cues = home_cues()
        seen = {low for p in self.sentences for low in p.t.lows if low in cues}
        return Counter(code for low in seen for code in cues[low])

    def _marking(self) -> tuple[Counter[str], dict[str, float], Counter[str]]:
        """Officials named with each state; how well the others' names fit each state; where their posts are usual."""
        beside = self._contrasts()
        marked: Counter[str] = Counter()
        fits: dict[str, float] = defaultdict(float)
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
            for line in map(fold, self.page.text[zone.start : zone.end].splitlines()):
                if line.upper().startswith(city):
                    continue
                dated = zone.kind == "byline" or _YEAR.search(line)
                if (
                    zone.kind in ("byline", "boilerplate")
                    and len(line) < 120
                    and (dated or is_capital(line.strip()) or _address(line))
                ):
                    lines.append(line)
        return " ; ".join(lines)[:400]


def _years_told(person: Person, sentences: Sequence[Parsed]) -> set[int]:
    """The years that the sentences tell in which a person is named: "X and Y signed it in December 1987"."""
    return {year for number in {o.sentence for o in person.occurrences} for year in sentences[number].years}


def famous_party(person: Person, on: date | None, sentences: Sequence[Parsed] = ()) -> str | None:
    """The state that everybody knows a leader of this name to speak for; "King Salman" is known with his title.

    `on` is the day of the text; of the past, a full name is known by the years that its `sentences` tell beside it.
    """
    longest = max((o.name.words for o in person.occurrences), key=len)
    name = " ".join(longest)
    if len(person.full) == 1:
        heading = any(t.office.office in HEADS and not t.former for t in person.titles)
        if heading and on is not None and (code := known_holder(name, on)) is not None:
            return code
        if name.lower() in word_class("also-surname"):
            return None
        styles = {t.office.id.capitalize() for t in person.titles if t.office.level in ("official", "royal")}
        for style in sorted(styles & _STYLES):
            code = known_party(f"{style} {name}", on)
            if code is not None:
                return code
    forefathers = name.count(" bin ")
    found = known_party(name, on) or (
        known_party(name.rpartition(" bin ")[0], on) if forefathers > 1 else None
    )
    if found is not None or on is None or len(person.full) == 1 or not sentences:
        return found
    if tuple(fold(name).lower().split()) in known_names():
        then = (known_party(name, date(year, 7, 1)) for year in sorted(_years_told(person, sentences)))
        found = next((code for code in then if code), None)
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
        place = place_of(word.title() if word.isupper() else word) if plain else None
        if place:
            found.append(place[1])
    return found
