"""Who is who: the atoms of one family of forms into persons, by name, post and time together.

Everything here is a function of the atoms it is given; nothing depends on their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kg.resolve.atoms import Atom, Stat
from kg.resolve.doubts import Doubt, Note, unnoted
from kg.resolve.families import is_body
from kg.resolve.names import FAMILY_FIRST, Likeness, compare, is_part, parse
from kg.resolve.posts import Career, pick
from kg.resolve.unions import Union

GENERATION = 15  # years of silence after which the same name is taken for another person's
SWAPPED = FAMILY_FIRST | {"HU", "JP"}  # English-language news writes their names in either order

Person = tuple[Atom, ...]  # sorted


def persons(atoms: Mapping[Atom, Stat], note: Note = unnoted) -> list[Person]:
    """The persons behind the atoms of one family, sorted.

    >>> def atom(name, post, year): return Atom("US", name, "", post, False, year)
    >>> father = [atom("George H.W. Bush", "president", 1990), atom("George Bush", "president", 1991)]
    >>> son = [atom("George W. Bush", "president", 2003), atom("George Bush", "president", 2005)]
    >>> stats = {one: Stat(1, "", "") for one in father + son}
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
        return sorted(self.stateless(by_country.get("", []), self.across_parties(found)))

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
        """Join persons whose names differ by a typing error or a transliteration and who held one post."""
        careers = {person: self.career(person) for person in found}
        edges = [
            (a, b)
            for i, a in enumerate(found)
            for b in found[i + 1 :]
            if Likeness.VARIANT in (likenesses := _likenesses(a, b)) and Likeness.NONE not in likenesses
        ]
        union: Union[Person] = Union(found)
        members = {person: [person] for person in found}
        for a, b in sorted(edges):
            left, right = union.find(a), union.find(b)
            if left == right:
                continue
            joins = careers[a].shares_tenure(careers[b])
            joins = joins and all(
                Likeness.NONE not in _likenesses(x, y) for x in members[left] for y in members[right]
            )
            reason = (
                "spelled nearly the same, one post" if joins else "spelled nearly the same, no common post"
            )
            self.doubt(a[0], b[0], joins, 0.8 if joins else 0.3, reason)
            if joins:
                union.join(left, right)
                members[min(left, right)] = members[left] + members[right]
        return [tuple(sorted(atom for person in group for atom in person)) for group in union.groups()]

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
            for atom in atoms:
                best = pick(atom, careers)
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
        lacks_mark = not parse(atoms[0].name).mark and any(parse(a.name).mark for a in fuller)
        least = 2.9 if lacks_mark else 0.8
        fits = {atom: career.fit(atom) for atom in atoms}
        agreeing = self.claims(a for a in atoms if a.post and fits[a] >= least)
        against = self.claims(a for a in atoms if a.post and fits[a] < least)
        return agreeing > against or (not agreeing and not against and max(fits.values()) >= 0.8)

    def across_parties(self, found: list[Person]) -> list[Person]:
        """Join someone of a body with the one person of a state who bears the same name.

        A namesake elsewhere who is hardly attested is taken for an article's error about the state.
        """
        union: Union[Person] = Union(found)
        of_states = [p for p in found if not is_body(p[0].country)]
        for person in found:
            if not is_body(person[0].country):
                continue
            same = sorted(
                (p for p in of_states if _equal_somewhere(p, person)), key=lambda p: (-self.claims(p), p)
            )
            if not same or (len(same) > 1 and self.claims(same[0]) < 8 * self.claims(same[1])):
                continue
            mine, theirs = self.career(person), self.career(same[0])
            joins = min((mine.distance(year) for year in theirs.years), default=0) <= GENERATION
            self.doubt(
                same[0][0], person[0], joins, 0.7 if joins else 0.3, "the same name in a state and in a body"
            )
            if joins:
                union.join(same[0], person)
        return [tuple(sorted(atom for person in group for atom in person)) for group in union.groups()]

    def both_at_once(self, a: Person, b: Person) -> bool:
        """Whether two persons are in office at the same time, more than by articles that look back."""
        counts = [Counter[int](), Counter[int]()]
        for person, count in zip((a, b), counts, strict=True):
            for atom in person:
                if atom.year and atom.post and not atom.former:
                    count[atom.year] += self.stats[atom].claims
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
