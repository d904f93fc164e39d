"""Posts told without a name, given to persons named without a post: "Ann Bo arrived … . The premier said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.officials.discourse import titled
from kg.extract.officials.evidence import Link, Occurrence, Parsed
from kg.extract.officials.institutions import possible
from kg.extract.officials.naming import resemblance
from kg.extract.officials.people import Person
from kg.extract.officials.title import Title

_BARE = frozenset(
    {"president", "vice-president", "prime-minister", "foreign-minister", "defense-minister", "monarch"}
)
_BOUND = frozenset(["the", "'s", "our"])
_OWNED = frozenset(["its", "his", "her", "their", "'s", "the", "our"])
_BEING = frozenset(["is", "was", "became", "becomes", "remains", "been", "as"])
_ORDINALS = frozenset(["first", "second", "third", "last", "only"])
_CLAUSE = frozenset(
    [",", ";", ":", "-", "and", "but", "that", "when", "while", "as", "because", "after", "before"]
)
# Levels of those who hold another office or none.
OTHERS = frozenset(
    "civil kin parliament legislator governor judicial party mayor local chair commissioner".split()
)
_TOLD = frozenset(["official", "spokes", "adviser", "diplomat", "official-party"])
_BACK = 6  # sentences in which "the Rwandan president" looks back for him
_NEAR = 2  # the same for "the president"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the persons' states: `of` so far, `famous` by the leaders' table, `home` of the outlet."""

    of: dict[int, str]
    famous: dict[int, str]
    home: str | None


def assign_titles(sentences: list[Parsed], persons: list[Person], known: Known) -> None:
    """Gives posts told without a name to those named without a post.

    "The head of the agency said … . Ann Bo made the remark": forward, in the lead. "X arrived … the Rwandan
    president said": backward. Adds links to the occurrences in place.
    """
    _Telling(sentences, persons, known).run()


def _same_post(a: Title, b: Title) -> bool:
    """Whether two titles may be one person's post: a chancellor is no prime minister."""
    own_style = {a.office.usual, b.office.usual} - {()}
    return a.canonical == b.canonical and (a.office.id == b.office.id or not own_style)


class _Telling:
    def __init__(self, sentences: list[Parsed], persons: list[Person], known: Known) -> None:
        self.sentences, self.persons, self.known = sentences, persons, known

    def run(self) -> None:
        """First the posts that say their state, then those that do not: who has one needs no other."""
        linked = {id(x.title) for p in self.sentences for o in p.occurrences for x in o.links}
        told = [
            (p, x, self._party(x))
            for p in self.sentences
            for x in (*p.titles, *p.owners)
            if self._single(x, linked)
        ]
        for stated in (True, False):
            for p, title, code in told:
                if bool(code) != stated:
                    continue
                found = self._predicated(p, title) or (
                    self._stated(p, title, code) if code else self._unstated(p, title)
                )
                if found is not None:
                    states = list(title.states[:1])
                    found.links.append(Link(title, "is", states, where=p.index, certain=False))

    def _single(self, title: Title, linked: set[int]) -> bool:
        """Whether a title tells a present post of one person whom it does not stand beside."""
        coming = title.former or title.office.id.endswith("-elect")
        return not (id(title) in linked or title.plural or coming)

    def _predicated(self, p: Parsed, title: Title) -> Occurrence | None:
        """ "… calls X. Officially he is the minister": whom the sentence before is about."""
        words = p.t.lows[: title.start]
        told = title.level in ("official", "spokes", "diplomat", "adviser") and 2 <= len(words) <= 9
        if not told or not _BEING & set(words[-3:]) or not {"he", "she"} & set(words[:4]) or not p.index:
            return None
        if any(o.name.end <= title.start for o in p.occurrences) or {"if", "when", "once", "should"} & set(
            words
        ):
            return None
        named = [o for o in self.sentences[p.index - 1].occurrences if o.person >= 0]
        free = [o for o in named if self._unposted(self.persons[o.person])]
        return free[0] if len({o.person for o in named}) == 1 and free else None

    def _party(self, title: Title) -> str:
        """The code of the state or body that the words of the title tell, if they do."""
        if title.states:
            return title.states[0].code
        if title.determiner == "our":
            return self.known.home or ""
        usual = title.office.usual
        return usual[0] if len(usual) == 1 and title.determiner == "the" and len(usual[0]) == 2 else ""

    def _stated(self, p: Parsed, title: Title, code: str) -> Occurrence | None:
        """Whom "the Rwandan president" means: the one who opens a sentence after it, or the last before it."""
        if title.level not in ("official", "leader") or any(
            self._holds(x, title, code) for x in self.persons
        ):
            return None
        words = set(p.t.lows[title.start : title.head])
        if title.determiner == "no" or words & _ORDINALS:
            boasted = title.canonical in _BARE and (title.determiner == "no" or title.start > 1)
            if title.determiner == "no" and self._generic(p, title, code):
                return self._generic(p, title, code)
            return self._latest(p, title, code, sure=True) or self._only_one(title, code) if boasted else None
        if title.determiner in ("a", "an"):
            return self._generic(p, title, code)
        if title.determiner not in _BOUND or "next" in words:
            return None
        return (
            self._latest(p, title, code, sure=True, back=1)
            or self._next_lead(p, title, code)
            or self._latest(p, title, code, sure=False)
            or self._only_one(title, code)
        )

    def _unstated(self, p: Parsed, title: Title) -> Occurrence | None:
        """Whom "the president" or "his president" means."""
        if title.level not in _TOLD or title.canonical not in _BARE:
            return self._goes_on(p, title)
        if title.determiner in _OWNED and title.determiner != "the":
            return self._behind(p, title)
        if title.determiner != "the" or title.possessor is not None:
            return None
        return self._before(p, title)

    def _goes_on(self, p: Parsed, title: Title) -> Occurrence | None:
        """ "X took it well. The special adviser had …": the one whom the sentence before begins with."""
        if title.level not in _TOLD or title.determiner != "the" or title.start > 1 or not p.index:
            return None
        q = self.sentences[p.index - 1]
        first = (
            q.occurrences[0] if q.occurrences and q.paragraph == p.paragraph and q.zone == "body" else None
        )
        if first is None or first.person < 0 or first.name.outer > 1 or self._holder_before(p, title):
            return None
        return first if self._able(self.persons[first.person], title) else None

    def _before(self, p: Parsed, title: Title) -> Occurrence | None:
        """ "… a call from X. The vice president promised": the nearest before who can have the post.

        Nobody, where somebody who has it was named before; a sentence that begins with the title goes on
        about the one whom the sentence before began with.
        """
        opens = title.start <= 1
        fresh = opens or self._leader_beside(p, title)
        held = self._holder_before(p, title, _NEAR + 1) if fresh else self._holder_before(p, title)
        for q in (
            self.sentences[p.index : max(-1, p.index - 1 - _NEAR) : -1]
            if p.index > _NEAR
            else self.sentences[p.index :: -1]
        ):
            able = {
                o.person for o in q.occurrences if o.person >= 0 and self._able(self.persons[o.person], title)
            }
            if len(able) > 1:
                first = next(iter(self._subjects(q, p, title)), None)
                goes_on = opens and q.index == p.index - 1 and q.paragraph == p.paragraph and not held
                fits = first is not None and first.person in able and first.name.outer <= 10
                return first if goes_on and fits else None
            for o in self._subjects(q, p, title):
                person = self.persons[o.person]
                goes_on = opens and q.index == p.index - 1 and q.paragraph == p.paragraph
                if held and not goes_on:
                    return None
                if self._able(person, title):
                    if person.titles and self._holder_before(p, title):
                        return None  # "the vice president", behind a former president: the one named first
                    near = q.index >= p.index - 1 and q.paragraph == p.paragraph
                    doubtful = self._rivalled(person, title) or (
                        not near and self._outshone(person, p, title)
                    )
                    return o if goes_on or not doubtful else None
        return None

    def _leader_beside(self, p: Parsed, title: Title) -> bool:
        """Whether the sentence before, of the same paragraph, names a leader whom all know and who can have the post."""
        q = self.sentences[max(0, p.index - 1)]
        people = {o.person for o in q.occurrences if o.person in self.known.famous}
        return q.paragraph == p.paragraph and any(self._able(self.persons[n], title) for n in people)

    def _rivalled(self, person: Person, title: Title) -> bool:
        """Whether the article names somebody else of the same state who can have the post about as often."""
        code = self.known.of.get(person.number)
        return any(
            x is not person
            and self.known.famous.get(x.number) == code
            and len(x.occurrences) > 1
            and 2 * len(x.occurrences) >= len(person.occurrences)
            and self._able(x, title)
            for x in self.persons
        )

    def _outshone(self, person: Person, p: Parsed, title: Title) -> bool:
        """Whether a leader whom everybody knows, named before and oftener, can have the post of which a paragraph speaks."""
        return any(
            len(x.occurrences) > len(person.occurrences)
            and x.number in self.known.famous
            and x.occurrences[0].sentence < p.index
            and self._able(x, title)
            for x in self.persons
        )

    def _subjects(self, q: Parsed, p: Parsed, title: Title) -> Iterator[Occurrence]:
        """The names of a sentence before a title: the one that opens it, then from the last to the first."""
        t = q.t
        near = [o for o in q.occurrences if o.person >= 0]
        if q is p:
            near = [
                o
                for o in near
                if o.name.end <= title.start and _CLAUSE & set(t.lows[o.name.end : title.start])
            ]
        elif q.index < p.index - 1:
            near = [o for o in near[:1] if o.name.outer == 0]
        if near and near[0].name.outer == 0:
            yield near[0]
        yield from reversed(near)

    def _holder_before(self, p: Parsed, title: Title, back: int = 999) -> bool:
        """Whether one of the last sentences, this one included, named somebody who has this post."""
        for x in self.persons:
            if any(p.index - back <= o.sentence <= p.index for o in x.occurrences):
                posts = (k for o in x.occurrences if o.sentence <= p.index for k in o.links)
                if any(_same_post(k.title, title) for k in posts):
                    return True
        return False

    def _able(self, person: Person, title: Title) -> bool:
        """Whether the person can have the post, as far as the article and the tables say."""
        code = self.known.of.get(person.number, "")
        if not self._unposted(person) or not (len(person.full) > 1 or person.number in self.known.famous):
            return False
        if code and not possible(title.office.id, code):
            return False
        return not any(self._holds(x, title, code) for x in self.persons if x is not person) if code else True

    def _behind(self, p: Parsed, title: Title) -> Occurrence | None:
        """ "… at the side of his president. Ann Bo smiled": the one who opens the sentence after."""
        if p.t.n - title.end > 5 or p.index + 1 >= len(self.sentences):
            return None
        q = self.sentences[p.index + 1]
        first = q.occurrences[0] if q.occurrences and q.zone == p.zone == "body" else None
        if first is None or first.name.outer or first.person < 0 or len(first.name.words) < 2:
            return None
        return first if self._able(self.persons[first.person], title) else None

    def _holds(self, person: Person, title: Title, code: str) -> bool:
        """Whether the person already has this post for this state."""
        for o in person.occurrences:
            for link in o.links:
                same = link.title.canonical == title.canonical or (
                    title.canonical == "leader" and link.title.level == "official"
                )
                mine = link.states[0].code if link.states else self.known.of.get(person.number)
                if same and mine == code and not link.title.former:
                    return True
        return False

    def _unposted(self, person: Person) -> bool:
        """Whether the article gives the person no post and no other trade."""
        if any(o.organisation.endswith("ministry") or o.behaviour <= -2.0 for o in person.occurrences):
            return False
        return not titled(person) and not any(t.level in OTHERS and not t.former for t in person.titles)

    def _free(self, person: Person, code: str) -> bool:
        """Whether the person has no post yet and no other state."""
        codes = {r.code for x in person.occurrences for r, _ in x.states}
        if not self._unposted(person) or (codes and code not in codes):
            return False
        famous = self.known.famous.get(person.number)
        if famous is not None:
            return famous == code
        fits = resemblance(person.full) if len(code) == 2 else {}  # bodies have no language
        return fits.get(code, 0.0) >= 0.2 or max(fits.values(), default=0.0) < 0.7

    def _next_lead(self, p: Parsed, title: Title, code: str) -> Occurrence | None:
        """The person who opens one of the next two sentences, where the title opens this one."""
        opening = title.start <= 1 or (
            title.start <= 7 and p.t.words[title.start - 1] in ("-", "–", "—", ":")
        )
        if not opening or p.zone != "body":
            return None
        for q in self.sentences[p.index + 1 : p.index + 3]:
            if q.occurrences and q.occurrences[0].name.outer == 0 and q.occurrences[0].person >= 0:
                o = q.occurrences[0]
                if len(o.name.words) > 1 and o.behaviour > -1.0 and self._free(self.persons[o.person], code):
                    return o
        return None

    def _generic(self, p: Parsed, title: Title, code: str) -> Occurrence | None:
        """ "It is not every day that a President of Chile dances. Mr. Bo did": who opens the next sentence."""
        if title.canonical not in _BARE | {"secretary-general"}:
            return None
        for q in self.sentences[p.index + 1 : p.index + 2]:
            for o in q.occurrences[:1]:
                if o.person >= 0 and o.name.outer <= 1 and self._surely(self.persons[o.person], code):
                    return o if self._free(self.persons[o.person], code) else None
        return None

    def _latest(
        self, p: Parsed, title: Title, code: str, sure: bool, back: int = _BACK - 1
    ) -> Occurrence | None:
        """The last person before the title who can have it; with `sure`, only one whose state is known.

        `back` is how many sentences before the title's are looked at.
        """
        if title.states and title.states[0].body and not sure:
            return None
        for index in range(p.index, max(-1, p.index - back - 1), -1):
            q = self.sentences[index]
            best: tuple[float, Occurrence] | None = None
            for o in reversed(q.occurrences):
                if o.person < 0 or (index == p.index and o.name.start > title.start):
                    continue
                person = self.persons[o.person]
                lead = title.start <= 1 and index == p.index - 1 and len(person.full) > 1
                mine = lead or self._surely(person, code)
                likely = mine or (not sure and (o.states or o.behaviour > 0 or len(person.occurrences) > 1))
                presented = lead and o.name.end >= q.t.n - 1 and q.t.lows[o.name.outer - 1] in _BEING
                if likely and (self._free(person, code) or (presented and self._unposted(person))):
                    value = resemblance(person.full).get(code, 0.0) + 0.1 * min(5, len(person.occurrences))
                    if best is None or value > best[0] + 0.3:
                        best = (value, o)
            if best is not None:
                return best[1]
        return None

    def _surely(self, person: Person, code: str) -> bool:
        """Whether the person's state is told or known, not guessed."""
        told = any(r.code == code and how != "pair" for o in person.occurrences for r, how in o.states)
        return told or self.known.famous.get(person.number) == code

    def _only_one(self, title: Title, code: str) -> Occurrence | None:
        """The only person of the article who is surely of that state and has no post."""
        if title.canonical not in _BARE | {"secretary-general"}:
            return None
        found = [x for x in self.persons if self._surely(x, code) and self._free(x, code)]
        return found[0].occurrences[0] if len(found) == 1 else None
