"""What sentences say together: pairs of states and of persons, posts told apart from names, counterparts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.extract.officials.both import two_together
from kg.extract.officials.decide import rank
from kg.extract.officials.evidence import Link, Occurrence, Parsed, other_gender
from kg.extract.officials.naming import resemblance
from kg.extract.officials.people import Person
from kg.extract.officials.setting import famous_party
from kg.extract.officials.states import StateRef
from kg.extract.officials.succession import succeed
from kg.extract.officials.title import Title
from kg.reference import known_party

_POINTING = frozenset({"counterpart", "successor"})
_NO_POST = frozenset(["civil", "kin", "counterpart", "hostguest", "successor", "aide", "official-plain"])
_REACH = 3  # sentences between a plural title and the names that fill it
_UNIQUE = frozenset(
    [
        "president",
        "prime-minister",
        "foreign-minister",
        "defense-minister",
        "finance-minister",
        "monarch",
        "leader",
        "head-of-state",
        "head-of-government",
        "secretary-of-state",
        "national-security-adviser",
        "negotiator",
        "military-chief",
    ]
)
_JUNIOR = frozenset(
    [
        "deputy-minister",
        "deputy-foreign-minister",
        "deputy-defense-minister",
        "deputy-finance-minister",
        "minister",
    ]
)
_SAYING = frozenset(["said", "says", "told", "added", "announced"])
_COUNTRIES = frozenset(["countries", "neighbours", "neighbors", "states", "nations", "sides", "capitals"])
_TITLED = frozenset({"counterpart", "official", "leader", "spokes", "official-party", "diplomat", "adviser"})


def connect(sentences: list[Parsed], persons: list[Person], on: date | None) -> None:
    """Adds the links that only several sentences together show; changes the occurrences in place.

    `on` is the day of publication: which leaders' names everybody knew then.
    """
    _Pairs(sentences, persons, on).run()
    two_together(sentences, persons, {x.number for x in persons if titled(x)})
    succeed(sentences, persons)
    _counterparts(sentences, persons)


def titled(person: Person) -> bool:
    """Whether the article gives the person a post."""
    return any(t.level in _TITLED and not t.former for t in person.titles)


def placed(person: Person) -> bool:
    """Whether the article says the person's state."""
    return any(
        any(how != "pair" for _, how in o.states) or any(x.states for x in o.links)
        for o in person.occurrences
    )


class _Pairs:
    """ "The presidents of A and B … X and Y …": fills what a plural title announces, in order."""

    def __init__(self, sentences: list[Parsed], persons: list[Person], on: date | None) -> None:
        self.sentences, self.persons = sentences, persons
        self.famous = {x.number: code for x in persons if (code := famous_party(x, on))}
        self.pair: list[StateRef] = []
        self.open: tuple[int, Title] | None = None
        self.told: tuple[int, list[StateRef]] | None = None  # the last plural title that names its states
        self.now = 0
        self.titled = {x.number for x in persons if titled(x)}
        self.placed = {x.number for x in persons if placed(x)}
        links = [x for p in sentences for o in p.occurrences for x in o.links]
        self.taken = {
            id(x.title) for x in links if x.relation == "list"
        }  # "the presidents of A and B, X and Y"

    def run(self) -> None:
        first = next((x for p in self.sentences for x in state_pairs(p)), [])
        self.pair = first
        for p in self.sentences:
            pairs = sorted(state_pairs(p), key=lambda x: x[0].start)
            for members in sorted(p.groups, key=lambda g: p.occurrences[g[0]].name.start):
                start = p.occurrences[members[0]].name.start
                earlier = [x for x in pairs if x[-1].end <= start]
                if earlier:
                    self.pair = earlier[-1]
                self._announce(p, [x for x in p.titles if x.start < start])
                self.now = p.index
                self._fill(p, [p.occurrences[k] for k in members])
            if pairs:
                self.pair = pairs[-1]
            if p.titles:
                self._announce(p, p.titles)

    def _announce(self, p: Parsed, titles: list[Title]) -> None:
        """Take note of plural titles that name their states; of those whose holders stand beside them only the states."""
        for title in titles:
            if title.plural and len(title.states) > 1:
                self.told = (p.index, title.states)
                self.open = None if id(title) in self.taken else (p.index, title)

    def _fill(self, p: Parsed, group: list[Occurrence]) -> None:
        if any(o.person < 0 for o in group):
            return
        people = [self.persons[o.person] for o in group]
        listed = [[x for x in o.links if x.relation == "list"] for o in group]
        if all(listed):
            bare = all(not x[0].states for x in listed)
            title = listed[0][0].title
            refs = self._refs(len(group), title, people)
            sure = title.canonical in _UNIQUE or (title.canonical in _JUNIOR and fit(refs, people) >= 0.5)
            if bare and refs and sure and not self._any_placed(people):
                for links, ref in zip(listed, refs, strict=True):
                    links[0].states, links[0].certain = [ref], False
                self.placed.update(x.number for x in people)
            return
        if self.open is None or p.index - self.open[0] > _REACH:
            self._soft(group, people)
            return
        title = self.open[1]
        fresh = not self._any_placed(people) and not any(x.number in self.titled for x in people)
        refs = oriented(title.states, people)
        if fresh and self._can_be(people, title, refs) and title.level in _TITLED:
            for o, ref in zip(group, refs, strict=True):
                o.links.append(Link(title, "list", [ref], where=self.open[0], certain=False))
                self.titled.add(o.person)
                self.placed.add(o.person)
            self.open = None
        else:
            self._soft(group, people)

    def _can_be(self, people: list[Person], title: Title, refs: list[StateRef]) -> bool:
        """Whether those named can be those whom a plural title told: a leader whom all know is no negotiator."""
        known = [(self.famous.get(x.number), r.code) for x, r in zip(people, refs, strict=False)]
        leading = title.canonical != "negotiator" or not any(code for code, _ in known)
        return len(refs) == len(people) and leading and all(code in (None, own) for code, own in known)

    def _any_placed(self, people: list[Person]) -> bool:
        return any(x.number in self.placed for x in people)

    def _refs(self, n: int, title: Title, people: list[Person]) -> list[StateRef]:
        """The states of a plural title that names none: the last pair, or those the article is about."""
        if self.told and len(self.told[1]) == n and self.now - self.told[0] <= _REACH + 1:
            return oriented(self.told[1], people)
        pair = oriented(self.pair, people) if len(self.pair) == n else []
        main = oriented(self._main(n), people)
        if not pair or not main or title.loose & _COUNTRIES:
            return main or pair
        return main if fit(main, people) >= fit(pair, people) else pair

    def _main(self, n: int) -> list[StateRef]:
        """The `n` states that the article names most, in the order of their first mention."""
        first: dict[str, StateRef] = {}
        counts: dict[str, int] = {}
        for p in self.sentences:
            for ref in p.states.values():
                if not ref.body:
                    first.setdefault(ref.code, ref)
                    counts[ref.code] = counts.get(ref.code, 0) + 1
        top = sorted(counts, key=lambda c: -counts[c])
        if len(top) < n or (len(top) > n and counts[top[n]] == counts[top[n - 1]]):
            return []
        return [first[c] for c in first if c in top[:n]]

    def _soft(self, group: list[Occurrence], people: list[Person]) -> None:
        """Two named together without posts or states, while the text speaks of two states: a hint, no more."""
        refs = self.pair if len(self.pair) == len(group) or len(group) < 3 else self._main(len(group))
        if len(refs) == len(group) and not self._any_placed(people):
            for o, ref in zip(group, oriented(refs, people), strict=True):
                o.states.append((ref, "pair"))


def fit(refs: list[StateRef], people: list[Person]) -> float:
    """How well the names fit the states, in this order."""
    return sum(resemblance(x.full).get(r.code, 0.0) for r, x in zip(refs, people, strict=False))


def oriented(refs: list[StateRef], people: list[Person]) -> list[StateRef]:
    """Two states in the order that fame or the names suggest; as they stand where neither says anything."""
    if len(refs) != 2 or len(people) != 2:
        return refs
    known = tuple(known_party(" ".join(x.full)) for x in people)
    for order in (refs, refs[::-1]) if any(known) else ():
        if all(code in (None, ref.code) for code, ref in zip(known, order, strict=True)):
            return order
    if fit(refs[::-1], people) >= fit(refs, people) + 0.3:
        return refs[::-1]
    return refs


def state_pairs(p: Parsed) -> Iterator[list[StateRef]]:
    """Runs of states joined by commas, "and" or a hyphen, and those of plural titles."""
    for title in p.titles:
        if title.plural and len(title.states) > 1 and not any(r.body for r in title.states):
            yield title.states
    refs = sorted(p.states.values(), key=lambda r: r.start)
    run: list[StateRef] = []
    for ref in refs:
        if run:
            gap = p.t.lows[run[-1].end : ref.start]
            gap = [w for w in gap if w not in ("the", "its", "neighbour", "neighbor")]
            if gap not in (["and"], [","], [",", "and"], ["-"], ["&"], ["/"], []) or ref.body:
                if len(run) > 1:
                    yield run
                run = []
        before = p.t.lows[ref.start - 1] if ref.start else ""
        if not ref.body and not (
            ref.kind == "capital" and before in ("in", "to", "at", "from", "via", "for", "near")
        ):
            run.append(ref)
    if len(run) > 1 and len({r.code for r in run}) == len(run):
        yield run


def _counterparts(sentences: list[Parsed], persons: list[Person]) -> None:
    """ "his Japanese counterpart, X" holds the post of him; "her predecessor Y" held hers for her state."""
    for p in sentences:
        for o in p.occurrences:
            for link in list(o.links):
                pointing = link.title.level in _POINTING
                if not pointing and not (
                    link.title.office.id == "deputy" and link.title.possessor is not None
                ):
                    continue
                post = _paired(persons, p, o, link.title) or _pointed(sentences, persons, p, o, link.title)
                if post is None:
                    if pointing and _of_civilian(persons, p, o, link.title):
                        o.links.remove(link)
                    continue
                role, office = post.role or post.title.role, post.office or post.title.canonical
                if not pointing:
                    role, office = f"deputy {role[:1].lower()}{role[1:]}", f"deputy-{office}"
                link.role, link.office = role, office
                link.past = link.title.office.id == "predecessor"
                if link.title.level == "successor" and not link.states:
                    link.states = list(post.states)


def _paired(persons: list[Person], p: Parsed, o: Occurrence, title: Title) -> Link | None:
    """ "X and Y, the trade and energy ministers, met their counterparts V and W": V has X's post, W has Y's."""
    if not title.plural or o.group < 0:
        return None
    members = p.groups[o.group]
    for other in p.groups[: o.group][::-1]:
        posts = [_own_post(p.occurrences[k]) or _known_post(persons, p.occurrences[k]) for k in other]
        if len(other) == len(members) and all(posts):
            return posts[members.index(p.occurrences.index(o))]
    return None


def _own_post(o: Occurrence) -> Link | None:
    """The post that the sentence itself gives somebody: one of several shared out, else a title of his own."""
    shared = next((x for x in o.links if x.role), None)
    return shared or next((x for x in o.links if x.title.level == "official" and not x.title.plural), None)


def _known_post(persons: list[Person], o: Occurrence) -> Link | None:
    """The post that the article gives somebody elsewhere: "Ms X and Defence Minister Y saw their counterparts V and W"."""
    return _post_of(persons[o.person]) if o.person >= 0 else None


def _of_civilian(persons: list[Person], p: Parsed, o: Occurrence, title: Title) -> bool:
    """Whether the counterpart is that of somebody who is no official ("coach X met his counterpart")."""
    before = [
        x for x in p.occurrences if x.person >= 0 and x.person != o.person and x.name.start < title.start
    ]
    return any(t.level == "civil" for x in before[-1:] for t in persons[x.person].titles)


def _pointed(
    sentences: list[Parsed], persons: list[Person], p: Parsed, o: Occurrence, title: Title
) -> Link | None:
    """The post that "his counterpart" points to: the owner's; else the subject's, be it a name or a title alone."""
    linked = {id(x.title) for x0 in p.occurrences for x in x0.links}
    if title.determiner == "whose":
        before = [x for x in p.occurrences if x.person >= 0 and x.name.end <= title.start]
        return _post_of(persons[before[-1].person]) if before else None
    ahead = _named_ahead(p, o) or _of_whom(persons, p, o, title)
    if ahead is not None:
        return ahead
    if _of_the_subject(p, title):
        spoken_of = _subject_before(sentences, persons, p, o, title)
        if spoken_of is not None:
            return spoken_of
    options: list[tuple[int, int, Link]] = []  # (start, end, post)
    for x in p.occurrences:
        if x.person < 0 or x.person == o.person or x.name.start > title.start + 1:
            continue
        post = _post_of(persons[x.person])
        if post is not None:
            if title.possessor is not None and x.name.start <= title.possessor < x.name.end:
                return post
            options.append((x.name.start, x.name.end, post))
    for other in p.titles:
        fits = other.level == "official" and not other.plural and other.determiner and id(other) not in linked
        if fits and other.end <= title.start:
            options.append((other.start, other.end, Link(other, "is")))
    if options:
        options.sort(key=lambda x: x[0])
        last = options[-1]
        # "X said that Y would meet his counterpart": Y's
        speaks = len(options) > 1 and _SAYING & set(p.t.lows[options[0][1] : options[-1][0]])
        return last[2] if title.start - last[1] <= 2 or speaks else options[0][2]
    other_person = _owner(sentences, persons, p, o, title)
    return _post_of(other_person) if other_person is not None else None


_OPENING = frozenset("if when while after before asked speaking addressing having meeting during".split())


def _named_ahead(p: Parsed, o: Occurrence) -> Link | None:
    """ "Asked about *her* Thai counterpart, X, Finance Minister Y said": Y's post, in a clause that opens the sentence."""
    behind = next((x for x in p.occurrences if x.name.start > o.name.end), None)
    if behind is None or p.t.lows[0] not in _OPENING or p.t.lows[o.name.end] != ",":
        return None
    return next(
        (x for x in behind.links if x.title.end == behind.name.outer and x.title.start <= o.name.end + 2),
        None,
    )


def _of_whom(persons: list[Person], p: Parsed, o: Occurrence, title: Title) -> Link | None:
    """ "He came with *X, who* stayed for talks with Y, *his* Thai counterpart": X's post, not the traveller's."""
    if title.determiner not in ("his", "her"):
        return None
    for k in range(title.start - 1, 0, -1):
        if p.t.words[k] in ".;:":
            break
        if p.t.lows[k] == "who":
            before = [
                x
                for x in p.occurrences
                if any(0 <= k - end <= 1 for end in (x.name.end, *(y.title.end for y in x.links)))
            ]
            meant = [
                x for x in before if x.person not in (-1, o.person) and not _of_other_gender(p, title, x)
            ]
            return _post_of(persons[meant[-1].person]) if meant else None
    return None


def _of_the_subject(p: Parsed, title: Title) -> bool:
    """Whether the sentence begins with whom "his" means: "*He* called on Kenyan President X and met *his* counterpart Y"."""
    first = next((w for w in p.t.lows[:3] if w in ("he", "she")), "")
    return (first, title.determiner) in (("he", "his"), ("she", "her"))


def _subject_before(
    sentences: list[Parsed], persons: list[Person], p: Parsed, o: Occurrence, title: Title
) -> Link | None:
    """The post of the person of whom the last sentence is, else of whom those before speak most, and who may be meant."""
    for x in sentences[p.index - 1].occurrences[:1] if p.index else ():
        leads = x.name.outer == 0 or any(i.title.start == 0 for i in x.links)
        if leads and x.person >= 0 and x.person != o.person and not _of_other_gender(p, title, x):
            post = _post_of(persons[x.person])
            if post is not None:
                return post
    found = [
        persons[x.person]
        for q in sentences[max(0, p.index - 3) : p.index][::-1]
        for x in q.occurrences
        if x.person >= 0 and x.person != o.person and not _of_other_gender(p, title, x)
    ]
    posted = [x for x in found if _post_of(x) is not None]
    best = max(posted, key=lambda x: len(x.occurrences), default=None)
    return _post_of(best) if best is not None else None


def _post_of(person: Person) -> Link | None:
    links = [x for o in person.occurrences for x in o.links if x.role or x.title.level not in _NO_POST]
    return min(links, key=rank, default=None)


def _of_other_gender(p: Parsed, title: Title, o: Occurrence) -> bool:
    """Whether "his" or "her" before the title cannot mean the one named."""
    return other_gender(p.t.lows[title.possessor] if title.possessor is not None else "", o)


def _owner(
    sentences: list[Parsed], persons: list[Person], p: Parsed, o: Occurrence, title: Title
) -> Person | None:
    """Whose counterpart: the named owner, else the nearest person with a post before."""
    for index in range(p.index, max(-1, p.index - 5), -1):
        q = sentences[index]
        before = [
            x
            for x in q.occurrences
            if x.person >= 0 and x.person != o.person and (index != p.index or x.name.start < title.start + 1)
        ]
        for x in reversed(before):
            if (
                title.possessor is not None
                and x.name.start <= title.possessor < x.name.end
                and index == p.index
            ):
                return persons[x.person]
        for x in reversed(before):
            person = persons[x.person]
            if _post_of(person) is not None and not _of_other_gender(p, title, x):
                return person
    return None
