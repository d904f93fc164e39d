"""Who is who: the atoms of one family of forms into persons, by name, post and time together.

Everything here is a function of the atoms it is given; nothing depends on their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from kg.resolve.atoms import Atom, Stat
from kg.resolve.doubts import Doubt, Note, unnoted
from kg.resolve.families import is_body
from kg.resolve.names import FAMILY_FIRST, Likeness, compare, is_part, parse
from kg.resolve.posts import NEAR, Career, agreement, pick, single_seat
from kg.resolve.unions import Union

GENERATION = 15  # years of silence after which the same name is taken for another person's
SWAPPED = FAMILY_FIRST | {"HU", "JP"}  # English-language news writes their names in either order

Person = tuple[Atom, ...]  # sorted


def persons(atoms: Mapping[Atom, Stat], note: Note = unnoted) -> list[Person]:
    """The persons behind the atoms of one family, sorted.

    >>> def atom(name, post, year): return Atom("US", name, "", post, False, year)
    >>> father = [atom("George H.W. Bush", "president", 1990), atom("George Bush", "president", 1991)]
    >>> son = [atom("George W. Bush", "president", 2003), atom("George Bush", "president", 2005)]
    >>> stats = {one: Stat(1) for one in father + son}
    >>> [sorted({a.year for a in person}) for person in persons(stats)]
    [[1990, 1991], [2003, 2005]]
    """
    return _Family(atoms, note).persons()


def _same_words(a: str, b: str, country: str) -> bool:
    """Whether two forms are the same words, in either order where custom swaps them."""
    first, second = parse(a), parse(b)
    if compare(first, second) is Likeness.EQUAL:
        return True
    swapped = country in SWAPPED and sorted(first.tokens) == sorted(second.tokens)
    return swapped and first.mark == second.mark


class _Family:
    """The atoms of one family of forms, and the way to its persons."""

    def __init__(self, atoms: Mapping[Atom, Stat], note: Note) -> None:
        self.stats, self.note = atoms, note

    def persons(self) -> list[Person]:
        by_country: dict[str, list[Atom]] = defaultdict(list)
        for atom in sorted(self.stats):
            by_country[atom.country].append(atom)
        found = [
            p for country in sorted(by_country) if country for p in self.of_one_state(by_country[country])
        ]
        found = self.across_parties(self.strays(found))
        return sorted(self.stateless(by_country.get("", []), found))

    def some(self, atoms: Iterable[Atom]) -> dict[Atom, Stat]:
        return {atom: self.stats[atom] for atom in atoms}

    def career(self, atoms: Iterable[Atom]) -> Career:
        return Career(self.some(atoms))

    def claims(self, atoms: Iterable[Atom]) -> int:
        return sum(self.stats[atom].claims for atom in atoms)

    def doubt(self, left: Atom, right: Atom, merged: bool, score: float, reason: str) -> None:
        self.note(Doubt(left, right, merged, score, reason))

    def of_one_state(self, atoms: Sequence[Atom]) -> list[Person]:
        """Whole names first, each cut into eras; then misspelled ones; then names that are parts of others."""
        country = atoms[0].country
        names = sorted({atom.name for atom in atoms})
        whole = [n for n in names if not any(is_part(parse(n), parse(m)) for m in names)]
        by_name: dict[str, list[Atom]] = defaultdict(list)
        for atom in atoms:
            by_name[atom.name].append(atom)
        union: Union[str] = Union(whole)
        for i, a in enumerate(whole):
            for b in whole[i + 1 :]:
                if _same_words(a, b, country):
                    union.join(a, b)
        found = [
            era for g in union.groups() for era in eras(self.some(a for name in g for a in by_name[name]))
        ]
        found = self.variants(found)
        parts: Union[str] = Union(name for name in names if name not in whole)
        rest = [group[0] for group in parts.groups()]
        for i, a in enumerate(rest):
            for b in rest[i + 1 :]:
                if _same_words(a, b, country):
                    parts.join(a, b)
        for group in sorted(parts.groups(), key=lambda g: (-len(parse(g[0]).tokens), g)):
            found = self.assign_part([atom for name in group for atom in by_name[name]], found)
        return found

    def variants(self, found: list[Person]) -> list[Person]:
        """Join persons whose names differ by a typing error or a transliteration and who held one post.

        A form that is attested far less often than the one it resembles is taken for an error, and goes to
        it alone: two errors may differ from each other in ways in which two spellings may not.
        """
        careers = {person: self.career(person) for person in found}
        edges = [
            (a, b)
            for i, a in enumerate(found)
            for b in found[i + 1 :]
            if Likeness.VARIANT in (likenesses := _likenesses(a, b)) and Likeness.NONE not in likenesses
        ]
        alike: dict[Person, list[Person]] = defaultdict(list)
        for a, b in edges:
            if careers[a].shares_tenure(careers[b]):
                alike[a].append(b)
                alike[b].append(a)
            else:
                self.doubt(a[0], b[0], False, 0.3, "spelled nearly the same, no common post")
        meant = {person: self.meant_by(person, alike[person]) for person in found}
        union: Union[Person] = Union(found)
        members = {person: [person] for person in found}
        for a, b in sorted(edges):
            left, right = union.find(a), union.find(b)
            if left == right or b not in alike[a] or meant[a] or meant[b]:
                continue
            joins = all(Likeness.NONE not in _likenesses(x, y) for x in members[left] for y in members[right])
            self.doubt(a[0], b[0], joins, 0.8 if joins else 0.3, "spelled nearly the same, one post")
            if joins:
                union.join(left, right)
                members[min(left, right)] = members[left] + members[right]
        for person in found:
            if known := meant[person]:
                self.doubt(known[0], person[0], True, 0.8, "spelled nearly the same, one post")
                union.join(known, person)
        return [tuple(sorted(atom for person in group for atom in person)) for group in union.groups()]

    def meant_by(self, person: Person, alike: Sequence[Person]) -> Person | None:
        """Whose name a hardly attested person's is a misspelling of: of somebody attested eight times as
        often, and eight times as often as anybody else whose name is as near."""
        ranked = sorted(alike, key=lambda p: (-self.claims(p), p))
        if not ranked or self.claims(ranked[0]) < 8 * self.claims(person):
            return None
        others = [p for p in ranked[1:] if Likeness.VARIANT not in _likenesses(ranked[0], p)]
        if others and self.claims(ranked[0]) < 8 * self.claims(others[0]):
            return None
        return ranked[0]

    def assign_part(self, atoms: Sequence[Atom], found: list[Person]) -> list[Person]:
        """Give the atoms of a shorter form to the persons whose fuller name it is a part of."""
        name = parse(atoms[0].name)
        fuller = [p for p in found if any(is_part(name, parse(other)) for other in {a.name for a in p})]
        careers = [self.career(person) for person in fuller]
        gains: dict[int, list[Atom]] = defaultdict(list)
        left: list[Atom] = []
        if len(fuller) == 1:
            sure = self.speaks_for(atoms, fuller[0])
            for atom in atoms:
                (gains[0] if sure and careers[0].distance(atom.year) <= GENERATION else left).append(atom)
            self.doubt(fuller[0][0], atoms[0], sure, 0.85 if sure else 0.4, "one name is a part of the other")
        else:
            plain = [i for i, person in enumerate(fuller) if not self.lacks_mark(atoms[0], person)]
            for atom in atoms:
                best = pick(atom, careers)
                if best is None and 0 < len(plain) < len(fuller):  # rather whoever bears no Jr. either
                    best = pick(atom, [careers[i] for i in plain])
                    best = None if best is None else plain[best]
                (left if best is None else gains[best]).append(atom)
                if best is None and fuller:
                    self.doubt(fuller[0][0], atom, False, 0.4, "the name is a part of several people's names")
        changed = [tuple(sorted((*p, *gains[fuller.index(p)]))) if p in fuller else p for p in found]
        return sorted(changed + eras(self.some(left)))

    def speaks_for(self, atoms: Sequence[Atom], fuller: Person) -> bool:
        """Whether a short form is the one person's whose name it is a part of: posts decide by majority, and
        for the whole form (an outlet that writes a name short does so always); without posts, time.

        What lacks a Jr. or an ordinal only may be the father's name, so that it must be the same years, too.
        """
        career = self.career(fuller)
        if self.lacks_mark(atoms[0], fuller) and not self.same_years(atoms, career):
            return False
        least = 2.9 if self.lacks_mark(atoms[0], fuller) else 0.8
        fits = {atom: career.fit(atom) for atom in atoms}
        agreeing = self.claims(a for a in atoms if a.post and fits[a] >= least)
        against = self.claims(a for a in atoms if a.post and fits[a] < least)
        return agreeing > against or (not agreeing and not against and max(fits.values()) >= 0.8)

    def lacks_mark(self, atom: Atom, fuller: Person) -> bool:
        """Whether a person bears a Jr. or an ordinal that a name lacks."""
        return not parse(atom.name).mark and any(parse(a.name).mark for a in fuller)

    def same_years(self, atoms: Sequence[Atom], career: Career) -> bool:
        """Whether most claims of a name are of the main years of a career: father and son may hold one post
        after each other, and then a few articles of each are of the other's years."""
        years = career.main_years()
        dated = [atom for atom in atoms if atom.year]
        inside = self.claims(atom for atom in dated if atom.year in years)
        return not years or not dated or 2 * inside > self.claims(dated)

    def strays(self, found: list[Person]) -> list[Person]:
        """Give a name that a few articles place in another state back to whom it is the name of.

        That is an article's error about the state: the same words, the same office that only one holds at
        a time, the same year, and at home the person is attested at least eight times as often.
        """
        union: Union[Person] = Union(found)
        for person in found:
            posted = [atom for atom in person if atom.post]
            if not posted or not all(single_seat(atom.post) and atom.year for atom in posted):
                continue
            compatriots = [p for p in found if p[0].country == person[0].country and p != person]
            if any(max(_likenesses(person, other)) > Likeness.NONE for other in compatriots):
                continue  # rather theirs, misspelled
            abroad = [p for p in found if p[0].country != person[0].country]
            home = [other for other in abroad if self.is_error_about(posted, other)]
            if len(home) == 1:
                union.join(person, home[0])
                self.doubt(home[0][0], person[0], True, 0.7, "the same name, post and year, another state")
        return [tuple(sorted(atom for person in group for atom in person)) for group in union.groups()]

    def is_error_about(self, posted: Sequence[Atom], home: Person) -> bool:
        """Whether mentions in a state are few beside those of a person elsewhere with the same words for a
        name (give or take accents), in each post and year."""
        there: Counter[tuple[tuple[str, ...], str, int]] = Counter()
        here: Counter[tuple[tuple[str, ...], str, int]] = Counter()
        for atoms, count in ((home, there), (posted, here)):
            for atom in atoms:
                count[parse(atom.name).words, atom.post, atom.year] += self.stats[atom].claims
        return all(8 * count <= there[key] for key, count in here.items())

    def across_parties(self, found: list[Person]) -> list[Person]:
        """Join someone of a body with the one person of a state who bears the same name.

        Nobody sits in a state's office and in another one of a body at once. Of several who bear the name,
        it is the one whose office ended about when that in the body began (or began when it ended), or
        one who is attested so much better that the others are taken for errors about the state.
        """
        union: Union[Person] = Union(found)
        of_states = [p for p in found if not is_body(p[0].country)]
        for person in found:
            if not is_body(person[0].country):
                continue
            mine = self.career(person)
            same = [p for p in of_states if _equal_somewhere(p, person)]
            free = [p for p in same if not self.both_at_once(p, person)]
            near = [p for p in free if mine.years_apart(self.career(p)) <= GENERATION]
            who = self.successor(person, near)
            if who is not None:
                union.join(who, person)
            for other in same:
                joins = other == who
                self.doubt(
                    other[0],
                    person[0],
                    joins,
                    0.7 if joins else 0.3,
                    "the same name in a state and in a body",
                )
        return [tuple(sorted(atom for person in group for atom in person)) for group in union.groups()]

    def successor(self, person: Person, near: Sequence[Person]) -> Person | None:
        """Which of the people of one name someone of a body is, None where that is not certain: the one whose
        office is nearest in time, if no other is nearly as near or attested far better."""
        mine = self.career(person)
        most = max((self.claims(p) for p in near), default=0)
        careers = {p: self.career(p) for p in near}
        gaps = {
            p: _gap(career.main_years(), mine.main_years())
            for p, career in careers.items()
            # few mentions without an office of their own are errors about the state
            if 8 * self.claims(p) > most or not career.posts.keys() <= mine.posts.keys()
        }
        ranked = sorted(gaps, key=lambda p: (gaps[p], -self.claims(p), p))
        if not ranked:
            return None
        best = ranked[0]
        for other in ranked[1:]:
            clearly = gaps[other] > max(NEAR, gaps[best]) and 8 * self.claims(best) > self.claims(other)
            if not clearly and self.claims(best) < 8 * self.claims(other):
                return None
        return best

    def both_at_once(self, a: Person, b: Person) -> bool:
        """Whether two persons are in different offices at the same time, more than by articles that look back."""
        counts = [Counter[int](), Counter[int]()]
        for person, other, count in ((a, b, counts[0]), (b, a, counts[1])):
            posts = {atom.post for atom in other if atom.post}
            for atom in person:
                if atom.year and atom.post and not atom.former:
                    alike = any(agreement(atom.post, post) for post in posts)
                    count[atom.year] += 0 if alike else self.stats[atom].claims
        shared = sum((counts[0] & counts[1]).values())
        return 3 * shared > min(counts[0].total(), counts[1].total())

    def stateless(self, atoms: Sequence[Atom], found: list[Person]) -> list[Person]:
        """Give atoms without a state to the one person who bears the name, where time or post agree."""
        careers = [self.career(person) for person in found] if atoms else []
        gains: dict[int, list[Atom]] = defaultdict(list)
        left: dict[tuple[str, ...], list[Atom]] = defaultdict(list)
        for atom in atoms:
            bearers = [i for i, person in enumerate(found) if _equal_somewhere(person, (atom,))]
            best = pick(atom, [careers[i] for i in bearers])
            if best is None:
                left[(*parse(atom.name).tokens, atom.post, atom.pin if not atom.post else "")].append(atom)
            else:
                gains[bearers[best]].append(atom)
            if bearers:
                who = found[bearers[best or 0]][0]
                reason = "no state is given, " + (
                    "several bear the name" if best is None else "name and time agree"
                )
                self.doubt(who, atom, best is not None, 0.4 if best is None else 0.75, reason)
        grown = [tuple(sorted((*person, *gains[i]))) for i, person in enumerate(found)]
        return grown + [era for key in sorted(left) for era in eras(self.some(left[key]))]


def eras(atoms: Mapping[Atom, Stat], silence: int = GENERATION) -> list[Person]:
    """Atoms of one name, cut where nobody wrote of it for more than `silence` years.

    Atoms without a year, or of a former holder, go to the era they fit best (the earliest of equals).
    """
    ordered = sorted(atoms)
    dated = [a for a in ordered if a.year and not a.former]
    if not dated:
        return [tuple(ordered)] if ordered else []
    years = sorted({a.year for a in dated})
    starts = [years[0], *(later for earlier, later in pairwise(years) if later - earlier > silence)]
    found: list[list[Atom]] = [[] for _ in starts]
    for atom in dated:
        found[sum(start <= atom.year for start in starts) - 1].append(atom)
    careers = [Career({a: atoms[a] for a in era}) for era in found]
    for atom in ordered:
        if not atom.year or atom.former:
            best = max(range(len(found)), key=lambda i: (careers[i].fit(atom), -i))
            found[best].append(atom)
    return [tuple(sorted(era)) for era in found]


def _gap(a: Collection[int], b: Collection[int]) -> int:
    """Years between two sets of years; 0 where one is empty."""
    return min((abs(x - y) for x in a for y in b), default=0)


def _likenesses(a: Person, b: Person) -> set[Likeness]:
    """The likenesses between the names of two persons."""
    return {
        Likeness.EQUAL if _same_words(x, y, a[0].country) else compare(parse(x), parse(y))
        for x in {atom.name for atom in a}
        for y in {atom.name for atom in b}
    }


def _equal_somewhere(a: Person, b: Person) -> bool:
    return any(
        compare(parse(x), parse(y)) is Likeness.EQUAL
        for x in {atom.name for atom in a}
        for y in {atom.name for atom in b}
    )
