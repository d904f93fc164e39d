"""States named around a person, with how much they speak for him."""

from __future__ import annotations

from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.people import Person
from kg.extract.officials.setting import Setting
from kg.extract.officials.states import place_of

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


class Nearby(Setting):
    """What the words around a person's first mentions say of his state."""

    def _near(self, person: Person) -> dict[str, float]:
        """States named around the person's first mentions, with weights."""
        weights: dict[str, float] = {}
        bodily = any(t.office.id in BODY_OFFICES for t in person.titles)
        for o in person.occurrences[:4]:
            p = self.sentences[o.sentence]
            for ref, how in o.states:
                if how == "pair":
                    weights[self.code(ref)] = max(weights.get(self.code(ref), 0.0), 0.8)
            owned = self._owned(p, person.number)
            going = self._destinations(p, o)
            last = max(
                (r.end for r in p.states.values() if r.end <= o.name.outer and r.start not in owned),
                default=-1,
            )
            for ref in p.states.values():
                code = self.code(ref)
                gap = o.name.outer - ref.end if ref.end <= o.name.outer else 3 + ref.start - o.name.end
                in_place = ref.kind == "capital" and ref.start > 0 and p.t.lows[ref.start - 1] == "in"
                weight = (
                    1.2 if gap <= 5 else 1.0 if gap <= 12 or ref.end == last else 0.8 if in_place else 0.6
                )
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
