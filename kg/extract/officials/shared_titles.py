"""Plural titles that a text tells apart from the names: "the three presidents", "their foreign ministers"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.officials.discourse import placed, titled
from kg.extract.officials.evidence import Link, Occurrence, Parsed
from kg.extract.officials.institutions import possible
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.people import Person
from kg.extract.officials.title import Title
from kg.extract.officials.told_apart import OTHERS, Known
from kg.vocab import BODIES

# Offices that a plural may give to several persons, each alone in his state.
_HELD_ALONE = frozenset(
    [
        "president", "prime-minister", "foreign-minister", "defense-minister", "finance-minister", "minister", "monarch",
        "head-of-state", "head-of-government", "negotiator", "military-chief", "national-security-adviser",
        "secretary-of-state", "deputy-foreign-minister", "deputy-minister", "ambassador",
    ]
)  # fmt: skip
_NUMBERS = {
    "both": 2,
    "two": 2,
    "pair": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
}
# Regions whose states a plural title means together ("the Baltic presidents").
_REGIONS = {
    "baltic": ("EE", "LV", "LT"),
    "benelux": ("BE", "NL", "LU"),
    "visegrad": ("CZ", "HU", "PL", "SK"),
    "nordic": ("DK", "FI", "IS", "NO", "SE"),
    "scandinavian": ("DK", "NO", "SE"),
    "maghreb": ("DZ", "LY", "MA", "MR", "TN"),
    "gulf": ("AE", "BH", "KW", "OM", "QA", "SA"),
}
_PLACED = frozenset(["possessive", "of", "for", "bracket", "leads"])
_PLACES = frozenset(["the", "of", "in", "at", "on", "near", "from", "a", "an"])
_BEHIND = 10  # sentences that a plural title looks back for those it means
_AHEAD = 2  # and forward
_NAMED_STATES = 6  # the same where it names their states


def share_titles(sentences: list[Parsed], persons: list[Person], known: Known) -> None:
    """Gives the office of a plural title to the persons whom it must mean and who have none yet.

    "The presidents of A and B travelled … . X and Y were received": by their states. "X received Y. The two
    presidents …": by their number. "The foreign ministers had come early. X …; Y …": those named next.
    Adds links to the occurrences in place.
    """
    _Sharing(sentences, persons, known).run()


def _post(link: Link) -> str:
    """The office that a link gives: of "his counterpart" the owner's; none of a former holder."""
    return "" if link.title.former else link.office or link.title.canonical


class _Sharing:
    def __init__(self, sentences: list[Parsed], persons: list[Person], known: Known) -> None:
        self.sentences, self.persons, self.known, self.states = sentences, persons, known, known.of

    def run(self) -> None:
        linked = {id(x.title) for p in self.sentences for o in p.occurrences for x in o.links}
        for p in self.sentences:
            for title in p.titles:
                if id(title) not in linked and title.plural and title.level == "counterpart":
                    self._colleagues(p, title)
                if id(title) not in linked and self._shareable(title):
                    for o in self._meant(p, title):
                        o.links.append(Link(title, "is", [], where=p.index, certain=False))

    def _colleagues(self, p: Parsed, title: Title) -> None:
        """ "Premier X had invited three colleagues. Norway's Y, Chad's Z …": they hold X's post, each in his state."""
        owner = next((o for o in p.occurrences if o.person >= 0 and o.name.end <= title.start), None)
        links = (
            [x for x in owner.links if x.title.canonical in _HELD_ALONE and not x.title.former]
            if owner
            else []
        )
        found = self._listed(p, title)
        if not found and p.index + 1 < len(self.sentences):
            behind = self.sentences[p.index + 1].occurrences
            found = [o for o in behind if o.person >= 0 and self._told(self.persons[o.person])]
        post = links[0] if links else None
        able = [o for o in found if post is not None and self._able(self.persons[o.person], post.title)]
        if post is not None and len(found) > 1:
            for o in able:
                link = Link(title, "is", [], post.role or post.title.role, where=p.index, certain=False)
                link.office = post.office or post.title.canonical
                o.links.append(link)

    def _shareable(self, title: Title) -> bool:
        plain = title.level == "official" and not title.former and not any(r.body for r in title.states)
        return title.plural and plain and title.canonical in _HELD_ALONE

    def _meant(self, p: Parsed, title: Title) -> list[Occurrence]:
        """One name of each person whom the title means; nobody where that is doubtful."""
        around = p.t.lows[max(0, title.start - 1) : title.end + 6]
        region = [c for w in around if w in _REGIONS for c in _REGIONS[w]]
        codes = list(dict.fromkeys([*(r.code for r in title.states), *region]))
        if codes:
            found = self._by_state(p, title, codes)
            if found:
                return found
        words = p.t.lows[title.start : title.head]
        number = next((_NUMBERS[w] for w in words if w in _NUMBERS), 0)
        if number:
            listed = self._listed(p, title)
            return listed or ([] if "other" in words else self._so_many(p, title, number))
        the = title.determiner in ("the", "their", "whose") or title.start == 0
        return self._next(p, title) if the and not codes and p.zone == "body" else []

    def _near(self, p: Parsed, back: int, ahead: int) -> Iterator[tuple[int, Occurrence]]:
        """The names around a sentence with their distance in sentences, in the order of the text."""
        for q in self.sentences[max(0, p.index - back) : p.index + ahead + 1]:
            for o in q.occurrences:
                if o.person >= 0:
                    yield q.index - p.index, o

    def _able(self, person: Person, title: Title, new: bool = False) -> bool:
        """Whether the person can have the post: none known yet, no civilian, of a state that has such a post."""
        code = self.states.get(person.number, "")
        if not new and not self._likely(person):
            return False
        if not code or code in BODIES or titled(person) or not possible(title.office.id, code):
            return False
        if any(t.level in OTHERS and not t.former for t in person.titles):
            return False
        if person.titles and all(t.former for t in person.titles):
            return False  # "former president X" holds none now
        return not any(
            other.number != person.number
            and self.states.get(other.number) == code
            and any(t.canonical == title.canonical and not t.former and not t.plural for t in other.titles)
            for other in self.persons
        )

    def _likely(self, person: Person) -> bool:
        """Whether the name is surely a person's: known, placed, acting, or opening a sentence."""
        if person.number in self.known.famous or any(
            how in _PLACED for o in person.occurrences for _, how in o.states
        ):
            return True
        acts = any(o.behaviour > 0 or o.group >= 0 or o.name.outer == 0 for o in person.occurrences)
        return acts and len(person.full) > 1

    def _by_state(self, p: Parsed, title: Title, codes: list[str]) -> list[Occurrence]:
        """The nearest untitled person of each state that the title names, those named after it first."""
        best: dict[str, tuple[int, Occurrence]] = {}
        for distance, o in self._near(p, _BEHIND, _NAMED_STATES):
            code = self.states.get(o.person, "")
            if code not in codes or not self._able(self.persons[o.person], title):
                continue
            far = distance if distance >= 0 else 10 - distance
            guessed = o.person not in self.known.famous and not self._told(self.persons[o.person])
            far += 3 * _BEHIND * guessed  # whose state is known comes before whose state is a guess
            if code not in best or far < best[code][0]:
                best[code] = (far, o)
        return [o for _, o in best.values()]

    def _listed(self, p: Parsed, title: Title) -> list[Occurrence]:
        """ "Four presidents were there: X of A, Y of B …": the list behind the colon."""
        for members in p.groups:
            group = [p.occurrences[k] for k in members]
            colon = group[0].name.outer - 1
            if colon > title.end and p.t.words[colon] in ":-–—" and all(o.person >= 0 for o in group):
                return [o for o in group if self._able(self.persons[o.person], title)]
        return []

    def _so_many(self, p: Parsed, title: Title, number: int) -> list[Occurrence]:
        """The last so many persons before the title, of different states, who can have the post; else a list after it.

        Nobody, where so many before it have the post: "both presidents" are those, and not the envoys named since.
        """
        found: dict[str, Occurrence] = {}
        holders = {
            self.states.get(x.number)
            for x in self.persons
            for o in x.occurrences
            if o.sentence <= p.index and any(_post(k) == title.canonical and not k.past for k in o.links)
        }
        if len(holders) == number:
            return []
        before = [(d, o) for d, o in self._near(p, _BEHIND, 0) if d < 0 or o.name.end <= title.start]
        for _, o in reversed(before):
            person = self.persons[o.person]
            code = self.states.get(o.person, "")
            if code in found:
                continue
            holds = any(t.canonical == title.canonical for t in person.titles)
            if holds or self._able(person, title):
                found[code] = o
            if len(found) == number:
                break
        if len(found) == number:
            return [o for o in found.values() if self._able(self.persons[o.person], title)]
        for q in self.sentences[p.index : p.index + _NAMED_STATES]:
            for members in q.groups:
                group = [q.occurrences[k] for k in members]
                fits = all(o.person >= 0 and self._able(self.persons[o.person], title) for o in group)
                if len(group) == number and fits:
                    return group
        return []

    def _next(self, p: Parsed, title: Title) -> list[Occurrence]:
        """ "The prime ministers had agreed. X rang Y": new persons of the next sentences, where they are two or more."""
        seen = {o.person for q in self.sentences[: p.index] for o in q.occurrences}
        seen |= {o.person for o in p.occurrences if o.name.start < title.start}
        found: dict[str, Occurrence] = {}
        holders = 0
        for distance, o in self._near(p, 0, _AHEAD):
            q = self.sentences[p.index + distance]
            if o.person in seen or q.paragraph > p.paragraph + (distance == 1):
                continue
            person = self.persons[o.person]
            code = self.states.get(o.person, "") if self._told(person) else f"{o.person}"
            holders += any(t.canonical == title.canonical for t in person.titles)
            if code not in found and self._able(person, title, new=self._acting(q, o)):
                found[code] = o
        return list(found.values()) if len(found) + holders > 1 and self._subject(p, title) else []

    def _acting(self, q: Parsed, o: Occurrence) -> bool:
        """Whether a full name stands where one who acts does: behind "and", a comma or a verb, in no place."""
        before = q.t.lows[o.name.outer - 1] if o.name.outer else ""
        return len(o.name.words) > 1 and not o.name.known_only and before not in _PLACES

    def _told(self, person: Person) -> bool:
        """Whether the article says the person's state."""
        return placed(person)

    def _subject(self, p: Parsed, title: Title) -> bool:
        """Whether the title opens its sentence."""
        before = p.t.lows[: title.start]
        brief = len(before) <= 3 and not any(low in word_class("be-verb") for low in before)
        return brief or (title.start <= 6 and before[-1] == ",")
