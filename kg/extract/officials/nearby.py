"""States named around a person, with how much they speak for him."""

from __future__ import annotations

from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.people import Person
from kg.extract.officials.setting import Setting
from kg.extract.officials.states import StateRef, place_of

_AT_THE_GOAL = 2.8  # whoever is met at the end of a journey is of that state oftener than of the traveller's
_MET = frozenset(
    ["meet", "meeting", "meets", "met", "talks", "received", "welcomed", "greeted", "see", "audience"]
)
_BOUND = frozenset(
    [
        "going",
        "flying",
        "leaving",
        "leaves",
        "left",
        "heading",
        "heads",
        "headed",
        "off",
        "travelling",
        "traveling",
    ]
)
_LANDED = frozenset(["landed", "arrived", "touched"])
_PASSING = frozenset(["between", "from", "via", "through"])
_TOWARDS = frozenset(["to", "in", "for", "into", "visit", "visited", "visits", "visiting"])

BODY_OFFICES = frozenset(
    [
        "secretary-general",
        "chairperson-in-office",
        "commission-president",
        "council-president",
        "foreign-policy-chief",
        "managing-director",
        "director-general",
        "executive-secretary",
        "eu-portfolio-commissioner",
        "eu-commissioner",
    ]
)


_PLANNED = frozenset(["be", "due", "expected"])  # "will be in Lima": a traveller
_LINES = frozenset(["border", "frontier", "coast"])  # "near the Czech border" names a place
_MISSIONS = frozenset(["embassy", "mission", "section", "legation", "consulate"])
_FROM_ABROAD = frozenset(["ambassador", "envoy", "representative", "consul", "attache"])
_AWAY = -0.6  # a state that the person travels to is another's


def _raise(weights: dict[str, float], code: str, weight: float) -> None:
    if weight > weights.get(code, 0.0) and weights.get(code, 0.0) >= 0.0:
        weights[code] = weight


def _posted(o: Occurrence) -> bool:
    """Whether the person is one whom another state keeps in a capital: an ambassador, the head of a mission."""
    titles = [x.title for x in o.links]
    return any(t.office.office == "ambassador" or _MISSIONS & set(t.role.lower().split()) for t in titles)


class Nearby(Setting):
    """What the words around a person's first mentions say of his state."""

    def _near(self, person: Person) -> dict[str, float]:
        """States named around the person's first mentions, with weights."""
        weights: dict[str, float] = {}
        bodily = any(t.office.id in BODY_OFFICES for t in person.titles)
        for o in person.occurrences[:4]:
            self._in_sentence(o, bodily, weights)
            p = self.sentences[o.sentence]
            for i, code in self._cities(p):
                if i < o.name.outer and o.name.outer - i <= 14:
                    _raise(weights, code, 2.0 if "where" in p.t.lows[i : i + 3] else 0.9)
            for code in self._topic(p):
                _raise(weights, code, 1.2)
            code_there = self._destination_before(p, o)
            if code_there is not None:
                _raise(weights, code_there, _AT_THE_GOAL)
            if p.index and self.sentences[p.index - 1].paragraph == p.paragraph:
                for ref in self.sentences[p.index - 1].states.values():
                    weights.setdefault(self.code(ref), 0.1 if ref.body else 0.4)
                for _, code in self._cities(self.sentences[p.index - 1]):
                    _raise(weights, code, 0.6)
        return weights

    def _destination_before(self, p: Parsed, o: Occurrence) -> str | None:
        """ "is going to Baku. He will meet President X": where those go who meet him."""
        before = p.t.lows[max(0, o.name.outer - 8) : o.name.start]
        if not (_MET & set(before) or before[-3:-1] == ["was", "with"]) or "accompanied" in before:
            return None
        places = [r for r in p.states.values() if r.kind in ("seat", "capital") and r.start > o.name.end]
        for back in (
            range(min(p.index, 2) + 1) if not places else ()
        ):  # "met X at the White House": said where
            q = self.sentences[p.index - back]
            end = o.name.outer if back == 0 else q.t.n
            for j in range(end - 1, 1, -1):
                ref = q.states.get(j)
                landed = q.t.lows[j - 1] == "in" and back and _LANDED & set(q.t.lows[max(0, j - 4) : j])
                bound = ref is not None and not ref.body and (q.t.lows[j - 1] in ("to", "for") or landed)
                if (
                    bound
                    and ref is not None
                    and set(q.t.lows[max(0, j - 5) : j]) & (word_class("going") | _BOUND | _LANDED)
                ):
                    return self.code(ref)
        return None

    def _in_sentence(self, o: Occurrence, bodily: bool, weights: dict[str, float]) -> None:
        """Weighs the states of the sentence; `bodily` where the post is one of an inter-governmental body."""
        p = self.sentences[o.sentence]
        for ref, how in o.states:
            if how == "pair":
                _raise(weights, self.code(ref), 0.8)
        owned, going = self._owned(p, o.person), self._destinations(p, o)
        free = [r.end for r in p.states.values() if r.end <= o.name.outer and r.start not in owned]
        last = max(free, default=-1)
        for ref in p.states.values():
            code = self.code(ref)
            if ref.start in going:
                weights[code] = min(_AWAY, weights.get(code, 9.0))
                continue
            weight = self._distance(p, o, ref, last)
            if ref.body:
                weight *= 1.6 if bodily else 0.3
            elif ref.end <= o.name.outer and "where" in p.t.lows[ref.end : ref.end + 2] and not _posted(o):
                weight = 2.6  # "Lima, where he met X"
            elif ref.kind == "seat":
                weight *= 1.3
            elif p.t.lows[ref.end : ref.end + 1] and p.t.lows[ref.end] in _LINES:
                weight *= 0.4
            _raise(weights, code, weight * (0.3 if ref.start in owned else 1.0))

    def _distance(self, p: Parsed, o: Occurrence, ref: StateRef, last: int) -> float:
        """Nearness of a state to a name; `last` is the end of the last free state before the name."""
        gap = o.name.outer - ref.end if ref.end <= o.name.outer else 3 + ref.start - o.name.end
        passing = ref.start > 0 and p.t.lows[ref.start - 1] in _PASSING
        if ref.kind == "capital" and passing and ref.start >= o.name.end:
            return 0.4  # "returned from a week between Washington and Paris"
        if gap <= 5:
            return 1.2
        if gap <= 12 or ref.end == last:
            return 1.0
        return 0.8 if ref.kind == "capital" and ref.start and p.t.lows[ref.start - 1] == "in" else 0.6

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
            of_post = first is not None and any(
                first in x.states and x.office.office in _FROM_ABROAD for x in q.titles
            )  # "U.S. envoy X said"
            if first is not None and first.start <= 1 and not first.body and not of_post:
                return [self.code(first)]
        return []

    def _owned(self, p: Parsed, me: int) -> set[int]:
        """First words of the states that belong to somebody else's title or name."""
        owners = self.owners.get(p.index)
        if owners is None:
            owners = [(r.start, o.person) for o in p.occurrences for link in o.links for r in link.states]
            owners += [(r.start, o.person) for o in p.occurrences for r, _ in o.states]
            # "his Saudi and Kuwaiti colleagues": states of others, named or not
            owners += [(r.start, -1) for t in p.titles if t.level == "counterpart" for r in t.states]
            self.owners[p.index] = owners
        return {start for start, person in owners if person != me}

    def _destinations(self, p: Parsed, o: Occurrence) -> set[int]:
        """First words of the states that the person goes to: "X will visit Japan", "X's trip to Japan"."""
        t, found = p.t, set()
        moving = False
        for j in range(o.name.end, min(o.name.end + 14, t.n)):
            low = t.lows[j]
            if low in word_class("going") or (low in _PLANNED and t.lows[j + 1 : j + 2] == ["in"]):
                moving = True
            elif j in p.states and moving:
                if set(t.lows[max(o.name.end, j - 3) : j]) & _TOWARDS or t.lows[j - 1].startswith("visit"):
                    found.add(j)
                elif not found:
                    break
            elif low in (".", ";") or low.startswith("invit"):
                break
        return found
