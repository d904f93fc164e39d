"""Which state a person represents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from kg.extract.officials.companions import Company
from kg.extract.officials.evidence import Occurrence, owner_of
from kg.extract.officials.institutions import possible
from kg.extract.officials.naming import resemblance
from kg.extract.officials.nearby import BODY_OFFICES
from kg.extract.officials.people import Person
from kg.extract.officials.setting import famous_party
from kg.extract.officials.standing import (
    held_alone,
    hopeless,
    house,
    linked,
    of_body,
    of_state,
    posted_by_a_state,
    posts,
)
from kg.extract.officials.title import SENT, Title
from kg.extract.officials.title_left import PRONOUNS
from kg.vocab import BODIES

# How much a state said in this way weighs.
_HOW = {
    "possessive": 3.0,
    "of": 3.0,
    "row": 3.0,
    "bracket": 3.0,
    "leads": 2.5,
    "adjective": 2.5,
    "nationality": 1.5,
    "from": 0.4,
    "for": 2.5,
    "pair": 0.0,
}

_RELATION = {"pre": 3.0, "list": 3.0, "apposition": 3.0, "is": 2.5, "as": 2.0}

_OF_BODIES = frozenset({"chairperson-in-office", "executive-secretary", "secretary-general"})

_IN_STATES = frozenset(
    ["ministry", "department", "cabinet", "government", "presidency", "palace", "parliament"]
)

_OF_THE_UNION = frozenset({"commission-president", "foreign-policy-chief", "eu-portfolio-commissioner"})
# Bodies whose posts of these kinds are held by their own staff, and by no state in turn.
_STAFFED = frozenset({"EU", "UN", "NATO", "IMF", "WB", "WTO", "WHO", "IAEA"})
_OF_STAFF = frozenset(
    [
        "head",
        "chief",
        "director",
        "director-general",
        "managing-director",
        "vice-president",
        "un-high-commissioner",
    ]
)


_FACED = 4.0  # a counterpart, or the other of two parties, is of another state
_AT_HOME = 1.6  # an official without a state is one of the outlet's own
_AT_HOME_UNTITLED = 0.4
_IN_COMPANY = 2.5  # who comes with a leader is of his state
_USUAL = 2.0  # the post exists in few states by this name
_ONE_TITLE = 4.0  # two with one plural title that a state gives to one alone are of two states
_IN_TRAIN = 4.0  # behind one whose state is said
_BESIDE = 0.8  # two posts of one cabinet, named together
_OF_HOUSE = 2.0
_OTHERS = frozenset(
    {"counterpart", "hostguest", "successor"}
)  # "his host": not of his state, or not for sure
_ACCREDITED = 4.0
_FITS = 1.3  # per unit of resemblance

_ROTATING = frozenset(
    {"chairperson", "co-chair", "head", "president", "leader", "mediator", "chairperson-in-office"}
)
_CHAIRS = frozenset(
    {"chairperson", "co-chair", "chairperson-in-office"}
)  # of bodies, held by leaders in turn

# Posts that no body has: "Carrington, the defence secretary", is not the Carrington who headed CARICOM.
_OF_CABINETS = frozenset({"defense-minister", "finance-minister"})


def _resides_for(title: Title) -> bool:
    """ "The OSCE's ambassador in Lima": the body's; "the U.N. ambassador" is a state's."""
    return title.office.office == "ambassador" and title.determiner == "'s"


class Origins(Company):
    """Works out states for the persons of one article."""

    posts: dict[int, set[str]]  # posts of which a state has one holder, by person

    def run(self) -> dict[int, str]:
        """State by person number. Stated ones first, then those that follow from others."""
        self.of.clear()
        self.owners.clear()
        self.stated.clear()
        for person in self.persons:
            code = self._bodily(person) or self._stated(person)
            if code:
                self.of[person.number] = code
                self.stated.add(person.number)
        self._posts = {x.number: held_alone(x) for x in self.persons}
        self._fill(self._known, [x for x in self.persons if not linked(x)])
        posted = [x for x in self.persons if x.titles and not any(t.possessor is not None for t in x.titles)]
        for group in (posted, [x for x in self.persons if not x.titles]):
            self._fill(self._inferred, group)
            self._fill(self._derived, self.persons)
        self._fill(self._inferred, self.persons)
        return self.of

    def _fill(self, way: Callable[[Person], str | None], group: list[Person]) -> None:
        for person in group:
            if person.number not in self.of and not (hopeless(person) and not self._known(person)):
                code = way(person)
                if code:
                    self.of[person.number] = code

    def _bodily(self, person: Person) -> str | None:
        """The body of one whose post only bodies have, whatever state is said of him too ("Finland's X, OSCE chair")."""
        known = self._known(person)
        if known is not None and self._is_body(known):
            return None
        if any(t.office.id in _OF_THE_UNION and not t.former for t in person.titles) and self.counts["EU"]:
            others = {self.code(r) for o in person.occurrences for x in o.links for r in x.states if r.body}
            return "EU" if others <= {"EU"} else None
        if self.counts["EU"] and any(
            t.office.id == "eu-commissioner" and t.anaphor and not t.former for t in person.titles
        ):
            return "EU"  # "the bloc's commissioner for trade"
        for o in person.occurrences:
            for link in o.links:
                title = link.title
                staff = [
                    self.code(r) for r in link.states[:1] if title.office.id in _OF_STAFF and not title.former
                ]
                if staff and staff[0] in _STAFFED and link.certain and not posted_by_a_state(person):
                    return staff[0]
                if title.office.id in ("president", "chairperson") and "commission" in self._words(o, title):
                    code = None if title.states else self._body_before(self.sentences[o.sentence], title)
                    if code:
                        return code
                if (
                    title.office.id not in _OF_BODIES
                    or _IN_STATES & set(title.role.lower().split())
                    or title.former
                    or link.past
                    or link.where not in (-1, o.sentence)
                ):
                    continue
                own = [r for r in link.states if r.body]
                if own:
                    return self.code(own[0])
                private = title.organisation in ("civil", "party") or bool(title.loose)
                unlisted = len(title.role.split()) > 5  # of a body that the tables lack
                ordinary = bool(link.states) or private or unlisted
                code = None if ordinary else self._body_before(self.sentences[o.sentence], title)
                if code:
                    return code
        return None

    def _stated(self, person: Person) -> str | None:
        votes: dict[str, float] = defaultdict(float)
        if self._only_past(person):
            return None
        lent = self._lent(person)
        if lent:
            return lent
        known = self._known(person)
        sure = False
        for o in person.occurrences:
            for link in o.links:
                ref = owner_of(link)
                if ref is not None and link.title.level not in ("civil", "kin"):
                    weight = _RELATION[link.relation] * (1.0 if link.certain else 0.4)
                    code = known if known in ref.codes else self.code(ref)
                    if link.title.plural and known not in (None, code) and self.counts[known]:
                        continue  # "the ministers of Greece and of what will be North Macedonia, X and Y"
                    votes[code] += weight * (0.5 if link.title.former else 1.0)
                    sure = sure or link.certain
            for ref, how in o.states:
                votes[known if known in ref.codes else self.code(ref)] += _HOW.get(how, 1.0)
                sure = True
        votes = {c: v for c, v in votes.items() if v > 0}
        if not votes:
            return None
        if known and not sure:
            return known  # the tie spans sentences: a guess too
        best = max(sorted(votes), key=lambda c: votes[c])
        rotating = any(t.level == "counterpart" or t.office.id in _ROTATING for t in person.titles)
        heading = best not in _STAFFED and any(o.organisation == "body" for o in person.occurrences)
        deputed = heading or of_state(person) or any(t.office.id in _CHAIRS for t in person.titles)
        if self._is_body(best) and known and not self._is_body(known) and deputed:
            return known  # "President X, the bloc's facilitator"; "Kenya's X, the chairman of the bloc"
        own = [c for c in votes if not self._is_body(c) and votes[c] >= 2.5]
        if self._is_body(best) and own and rotating:
            return max(sorted(own), key=lambda c: votes[c])
        return best

    def _only_past(self, person: Person) -> bool:
        """ "the bloc's envoy, X, a former Slovak minister": the state said is the past post's, not the present one's."""
        links = [x for o in person.occurrences for x in o.links if x.title.level not in ("civil", "kin")]
        said = [x for x in links if x.states]
        owned = any(not x.title.former and not x.states and x.title.anaphor for x in links)
        return owned and all(x.title.former for x in said) and not any(o.states for o in person.occurrences)

    def _lent(self, person: Person) -> str | None:
        """ "The EU's envoy, Slovak diplomat X", "the African Union's mediator, a former Chadian premier": the body."""
        links = [x for o in person.occurrences for x in o.links if x.title.level not in ("civil", "kin")]
        now = [x for x in links if not x.title.former and not x.past and x.title.level != "diplomat"]
        lent = [x for x in now if x.title.office.office in SENT or _resides_for(x.title)]
        bodies = {r.code for x in lent for r in x.states if r.body}
        return bodies.pop() if len(bodies) == 1 and all(of_body(x.states) for x in now) else None

    def _is_body(self, code: str) -> bool:
        return code in BODIES

    def _derived(self, person: Person) -> str | None:
        """The state of the one whose minister, envoy or deputy the person is."""
        for o in person.occurrences:
            for link in o.links:
                title = link.title
                if link.where not in (-1, o.sentence):
                    continue  # the owner's words stand elsewhere
                if title.anaphor:
                    code = self._thing(o, title)
                    if code:
                        return code
                if title.level in ("counterpart", "hostguest") and not link.states and not o.states:
                    code = self._across(o, title)
                    if code:
                        return (self._known(person) if len(person.full) > 1 else None) or code
                if title.possessor is None or title.level in _OTHERS:
                    continue
                code = self._possessor(o, title)
                pronoun = self.sentences[o.sentence].t.lows[title.possessor] in PRONOUNS
                if code and pronoun and len(person.full) > 1:
                    code = self._known(person) or code  # whom "his" means is a guess, fame is none
                if code:
                    return code
        return None

    def _possessor(self, o: Occurrence, title: Title) -> str | None:
        p = self.sentences[o.sentence]
        word = p.t.lows[title.possessor] if title.possessor is not None else ""
        if word in ("my", "our"):
            return self._known(self.persons[o.person]) or self.home
        if word in ("his", "her", "whose", "its", "their"):
            return self._antecedent(p, title, word, o.person)
        for other in p.occurrences:
            if other.name.start <= (title.possessor or 0) < other.name.end and other.person >= 0:
                return self.of.get(other.person)
        return None

    def _known(self, person: Person) -> str | None:
        """The state that everybody knows a leader of this name to speak for, if it can have the post."""
        code = famous_party(person, self.on, self.sentences)
        if code is None:
            return None
        if self._is_body(code):  # bodies have presidents, chairmen and ministers of all kinds
            namesake = len(person.full) == 1 and any(t.canonical in _OF_CABINETS for t in person.titles)
            return None if namesake else code
        return None if self._impossible(person, code, True) else code

    def famous(self) -> dict[int, str]:
        """The states of those whom everybody knows, by person number."""
        found = ((x.number, self._known(x)) for x in self.persons)
        return {number: code for number, code in found if code}

    def _inferred(self, person: Person) -> str | None:
        """No state is said: the likeliest of the home state, those named nearby, and those where the post exists."""
        known = self._known(person)
        if known:
            return known
        posted = any(t.level not in ("civil", "kin", "hostguest") for t in person.titles)
        near = self._near(person)
        scores: dict[str, float] = defaultdict(float, near)
        sent_here = any(
            t.office.id == "ambassador" and t.determiner == "the" and not t.states for t in person.titles
        )
        if self.home and not sent_here:  # "the ambassador" of whom a paper speaks is another state's
            scores[self.home] += (_AT_HOME if posted else _AT_HOME_UNTITLED) * self.home_strength
        for code, weight in self._usual(person).items():
            scores[code] += weight
        ruling = house(person)
        if ruling:
            scores[ruling] += _OF_HOUSE
        for code in self._company(person):
            scores[code] += _IN_COMPANY
        for code in self._unnamed_before(person) if posted else ():
            scores[code] += _USUAL
        for code in self._colleagues(person) if posted else ():
            scores[code] += _BESIDE
        for code in self._headed(person) if posted else ():
            scores[code] += _IN_TRAIN
        for code in self._of_the_parties(person) if posted else ():
            scores[code] += _IN_COMPANY
        for code in self._across_the_table(person) | self._stood_in_for(person) if posted else ():
            scores[code] += _IN_TRAIN
        for code, _ in self.counts.most_common(6):
            scores[code] += 0.0  # what the article is about can always be meant
        for code, weight in self._language(person, set(scores), near).items():
            scores[code] += weight
        for code, weight in self._taken(person).items():
            scores[code] -= weight
        for code in self.contrasts.get(person.number, ()):
            scores[code] -= 1.0
        for code in self._opposite(person):
            scores[code] -= _FACED
        guests = self._guests(person) if posted else set()
        if guests and self.home:
            scores[self.home] += _AT_HOME  # where the story plays they are received
        for code in self._hosting(person) | guests:
            scores[code] -= _FACED
        for code in self._spoken_for(person) if posted else ():
            scores[code] += _IN_COMPANY
        for title in person.titles:
            if title.destination is not None:  # an ambassador to Belgium is not Belgium's
                scores[self.code(title.destination)] -= _ACCREDITED
        total = sum(self.counts.values()) or 1
        for code in scores:
            scores[code] -= self._impossible(person, code, posted)
            scores[code] += (0.5 if posted else 0.9) * self.counts[code] / total
        return max(sorted(scores), key=lambda c: scores[c]) if scores else self.home

    def _usual(self, person: Person) -> dict[str, float]:
        """Where posts of this name are usual, and for a host the place of the event."""
        found: dict[str, float] = defaultdict(float)
        for title in person.titles:
            if _IN_STATES & set(title.role.lower().split()):
                continue
            for rank, code in enumerate(title.office.usual):
                weight = 1.2 if code in ("UN", "EU") else _USUAL
                found[code] += weight if self.counts[code] or code in ("US", "UN", "EU") else 0.2
                found[code] -= 0.1 * min(rank, 2)
        if any(t.role.lower() == "host" for t in person.titles):
            refs = (r for p in self.sentences for r in sorted(p.states.values(), key=lambda r: r.start))
            place = next((r for r in refs if r.kind == "capital"), None)
            if place is not None:
                found[self.code(place)] += 1.0
        return found

    def _language(self, person: Person, named: set[str], near: dict[str, float]) -> dict[str, float]:
        """What the name's wording says for and against states that the article names."""
        fits = resemblance(person.full)
        found = {
            c: _FITS * w * (1.0 if c == self.home or near.get(c, 0.0) > 0 or self.counts[c] > 4 else 0.4)
            for c, w in fits.items()
            if c in named or self.counts[c] >= 4
        }
        if max((fits.get(c, 0.0) for c in named | set(found)), default=0.0) >= 0.5:
            for code in named:
                if fits.get(code, 0.0) < 0.2 and len(code) == 2:
                    found[code] = found.get(code, 0.0) - 0.5
        return found

    def _impossible(self, person: Person, code: str, posted: bool) -> float:
        """What speaks against a state: it has no such post; and against a body: the post is a state's."""
        presidential = any(t.role.lower().startswith("presidential") for t in person.titles)
        if presidential and (self._is_body(code) or not possible("president", code)):
            return 3.0
        if self._is_body(code):
            of_bodies = any(
                t.office.id in BODY_OFFICES or t.level in ("spokes", "official-plain") for t in person.titles
            )
            crowned = any(t.level == "royal" or t.office.office == "monarch" for t in person.titles)
            return 3.0 if crowned else 1.0 if posted and not of_bodies else 0.0
        present = [t for t in person.titles if not t.former and t.level not in ("civil", "kin")]
        return 3.0 * sum(not possible(t.office.id, code) for t in present)

    def _shared(self, person: Person, number: int) -> set[str]:
        """The posts that one plural title gives to two persons: "energy ministers X and Y"."""
        mine = {id(x.title) for o in person.occurrences for x in o.links if x.title.plural}
        shared = [x.title for o in self.persons[number].occurrences for x in o.links if id(x.title) in mine]
        return {post for t in shared for post in posts(t)}

    def _taken(self, person: Person) -> dict[str, float]:
        """States whose post of this kind the article gives to somebody else: how much that speaks against them."""
        mine = self._posts[person.number]
        found: dict[str, float] = {}
        if mine:
            for number, posts in self._posts.items():
                if number != person.number and number in self.of and mine & posts:
                    weight = _ONE_TITLE if mine & self._shared(person, number) else 0.0
                    weight = max(weight, 1.6 if number in self.stated else 1.2)
                    found[self.of[number]] = max(found.get(self.of[number], 0.0), weight)
        return found
