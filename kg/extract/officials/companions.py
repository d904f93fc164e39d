"""What those named beside a person tell of the state that the person represents."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.officials.antecedents import Antecedents
from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.people import Person
from kg.extract.officials.retinue import heads
from kg.extract.officials.setting import HEADS
from kg.extract.wordings import CALLING

_SHORTLY = 3  # sentences
_A_LIST = 3  # names
_FACING = frozenset(
    "meet meets met meeting meetings talks received receives hosted welcomed called discussed consulted".split()
)
_RECEIVING = frozenset("received welcomed greeted hosted met".split())
_RECEPTION = 12  # words from "was met" to the host
_WAS = frozenset({"was", "were", "been", "be"})
_UNNAMED = frozenset(["him", "her", "them", "the"])  # "accompanying the president were X and Y"
_ONE = frozenset(["he", "she"])
_DEPUTISING = frozenset("place behalf instead stead standing deputising deputizing".split())
_IN_PLACE_OF = (
    "place of",
    "behalf of",
    "instead of",
    "stead of",
    "standing in for",
    "deputising for",
    "deputizing for",
)
_SERVING = frozenset({"official", "aide", "spokes"})


class Company(Antecedents):
    """The states of companions, of those in one row and of posts told before their holders' names."""

    def _company(self, person: Person) -> Iterator[str]:
        """The states of those in whose company the person is named."""
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            led = heads(p, o)
            if not led and p.index and p.t.lows[:1] == ["accompanying"] and p.t.lows[1] in _UNNAMED:
                led = [x.person for x in self.sentences[p.index - 1].occurrences[:1]]
            yield from [self.of[n] for n in led if n in self.of][:1]

    def _unnamed_before(self, person: Person) -> set[str]:
        """The state of a post told without its holder's name right before: "the Saudi information minister … Minister X"."""
        first = person.occurrences[0].sentence
        mine = {x.title.canonical for x in person.occurrences[0].links if x.title.level == "official"}
        found = {
            self.code(t.states[0])
            for p in self.sentences[max(0, first - _SHORTLY) : first]
            for t in p.titles
            if len(t.states) == 1 and not t.plural and t.canonical in mine and t.canonical not in HEADS
            if t.end not in {o.name.outer for o in p.occurrences}
        }
        return found if len(found) == 1 else set()

    def _colleagues(self, person: Person) -> set[str]:
        """The states of those named in one breath, with another post, where no state is said of either."""
        found = set()
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            group = [p.occurrences[k] for k in p.groups[o.group]] if 0 <= o.group < len(p.groups) else []
            mine = {x.title.canonical for x in o.links if x.title.level in _SERVING}
            for other in group:
                posts = {x.title.canonical for x in other.links if x.title.level in _SERVING}
                plain = not other.states and not any(x.states for x in other.links)
                if posts and mine and not mine & posts and plain and other.person != person.number:
                    found.add(self.of.get(other.person, ""))
        return found - {""}

    def _of_the_parties(self, person: Person) -> set[str]:
        """ "Chad and Mali signed. *The trade ministers, A and B*, …": of as many states as were told of just before."""
        for o in person.occurrences:
            plural = (x.title for x in o.links if x.title.plural and x.title.level != "official-plain")
            shared = next((title for title in plural if not title.states), None)
            if shared is None or any(how != "pair" for _, how in o.states):
                continue
            here = self.sentences[o.sentence].occurrences
            holders = [y.person for y in here if any(x.title is shared for x in y.links)]
            taken = {self.of.get(n, "") for n in holders if n != person.number}
            for p in reversed(self.sentences[max(0, o.sentence - _SHORTLY) : o.sentence]):
                codes = {self.code(r) for r in p.states.values() if not r.body}
                if len(codes) > 1 or p.paragraph != self.sentences[o.sentence].paragraph:
                    if len(codes) == len(holders):
                        return codes - taken
                    if codes:
                        break
        return set()

    def _headed(self, person: Person) -> set[str]:
        """ "Turkey's envoy A, Ambassador B, Consul C": the state said at the head of a list of posts, and nowhere else."""
        found = set()
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            group = [p.occurrences[k] for k in p.groups[o.group]] if 0 <= o.group < len(p.groups) else []
            said = [x for x in group if x.states or any(link.states for link in x.links)]
            posted = all(any(x.title.level not in ("civil", "kin") for x in y.links) for y in group)
            same = {self.of.get(x.person) for x in said}
            if len(group) < _A_LIST or said[:1] != group[:1] or len(same) != 1:
                continue
            if posted and all(x.person != person.number for x in said):
                found.add(self.of.get(said[0].person, ""))
        return found - {""}

    def _across_the_table(self, person: Person) -> set[str]:
        """ "Fiji's premier met *Tongan President A and Foreign Minister B*": B sits on A's side, not on the premier's."""
        found = set()
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            group = [p.occurrences[k] for k in p.groups[o.group]] if 0 <= o.group < len(p.groups) else []
            first = group.index(o) if o in group else 0
            opposite = [x for x in group[:first] if any(k.title.level == "counterpart" for k in x.links)]
            said = opposite or [
                x for x in group[:first] if any(link.states and not link.title.plural for link in x.links)
            ]
            if not said or any(x.states for x in o.links) or o.states:
                continue
            begins = group[0].name.outer
            before = [x for x in p.occurrences if x.name.end < begins and self.of.get(x.person)]
            code = self.of.get(said[-1].person, "")
            words = p.t.lows[before[-1].name.end if before else 0 : begins]
            one = self.of[before[-1].person] if before else self.home if _ONE & set(words) else code
            if one != code and (opposite or _FACING & set(words)):
                found.add(code)
        return found - {""}

    def _guests(self, person: Person) -> set[str]:
        """The states of guests: "Chad's premier was welcomed by *X*", "called on *X*", "*X* received Chad's premier"."""
        found = set()
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            group = [p.occurrences[k] for k in p.groups[o.group]] if 0 <= o.group < len(p.groups) else [o]
            titles = (x.title.start for x in group[0].links if x.where in (-1, p.index))
            begins = min([group[0].name.outer, *titles])
            before = p.t.lows[max(0, begins - _RECEPTION) : begins]
            behind = p.t.lows[o.name.end : o.name.end + 1]
            by = before[-1:] == ["by"] and _RECEIVING & set(before) and _WAS & set(before)
            on = before[-1:] in (["on"], ["upon"]) and before[-2] in CALLING and behind != ["to"]
            said = any(
                x.states for member in group for x in member.links
            )  # "by *Chad's* envoy X and Minister Y"
            if len(before) > 1 and (by or on) and not said:
                found.add(self._state_before(p, begins))
            guest = next((x for x in p.occurrences if x.name.outer > o.name.end), None)
            near = guest is not None and guest.name.outer - o.name.end <= _RECEPTION
            if guest is not None and near and _RECEIVING & set(behind) and guest.person != o.person:
                found.add(self.of.get(guest.person, ""))
        return found - {""}

    def _state_before(self, p: Parsed, end: int) -> str:
        """The state of whoever a sentence names last before its word `end`, by name or post; of the last one's "he"."""
        people = [x for x in p.occurrences if x.name.end <= end and self.of.get(x.person)]
        posts = [t for t in p.titles if t.states and t.end <= end]
        if posts and (not people or posts[-1].end > people[-1].name.end):
            return self.code(posts[-1].states[0])
        if not people and p.index and _ONE & set(p.t.lows[:end]):
            people = [x for x in self.sentences[p.index - 1].occurrences if self.of.get(x.person)][:1]
        return self.of[people[-1].person] if people else ""

    def _hosting(self, person: Person) -> set[str]:
        """ "*The visiting president*, X, said in Lima": the states where he only is a guest."""
        found = set()
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            spans = (p.t.lows[x.title.start : x.title.head] for x in o.links if x.where in (-1, o.sentence))
            if any("visiting" in words for words in spans):
                found |= {self.code(r) for r in p.states.values() if self._as_place(p, r)} | {self.home or ""}
        return found - {""}

    def _spoken_for(self, person: Person) -> set[str]:
        """ "*The Quai d'Orsay's spokeswoman, A, said Foreign Minister B* would come": she speaks for his ministry."""
        found = set()
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            for other in p.occurrences:
                end, start = other.name.end, min([o.name.outer, *(x.title.start for x in o.links)])
                speaks = other.person != person.number and any(x.title.level == "spokes" for x in other.links)
                behind = p.t.lows[end + (p.t.words[end : end + 1] == [","]) : start]
                if (
                    speaks
                    and start > end
                    and behind[:1] == ["said"]
                    and set(behind) <= {"said", "that", "the"}
                ):
                    found.add(self.of.get(other.person, ""))
        return found - {""}

    def _stood_in_for(self, person: Person) -> set[str]:
        """ "*In place of Premier A*, Minister B met the Danes": B is one of A's own."""
        found = set()
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            if _DEPUTISING.isdisjoint(p.t.lows):
                continue
            start = min([o.name.outer, *(x.title.start for x in o.links if x.title.end == o.name.outer)])
            for other in p.occurrences:
                first = min([other.name.outer, *(x.title.start for x in other.links if x.where == -1)])
                lead = " ".join(p.t.lows[max(0, first - 3) : first])
                if (
                    other.name.end == start - 1
                    and p.t.words[start - 1] == ","
                    and lead.endswith(_IN_PLACE_OF)
                ):
                    found.add(self.of.get(other.person, ""))
        return found - {""}

    def _opposite(self, person: Person) -> set[str]:
        """The states of those whose counterpart the person is: another's than his own."""
        found = set()
        for o in person.occurrences:
            if any(x.title.level == "counterpart" and not x.states for x in o.links):
                before = [x for x in self.sentences[o.sentence].occurrences if x.name.end <= o.name.outer]
                found |= {self.of.get(x.person, "") for x in before if x.person != o.person}
            found |= {self.of.get(x.person, "") for x in self._between(o)}
        return found - {""}

    def _between(self, o: Occurrence) -> list[Occurrence]:
        """ "a memorandum *between X and Y*": the other of the two."""
        p = self.sentences[o.sentence]
        group = [p.occurrences[k] for k in p.groups[o.group]] if 0 <= o.group < len(p.groups) else []
        if len(group) != 2:
            return []
        start = min(
            [group[0].name.outer, *(x.title.start for x in group[0].links if x.where in (-1, p.index))]
        )
        apart = "between" in p.t.lows[max(0, start - 2) : start]
        return [x for x in group if apart and x.person >= 0 and x.person != o.person]
