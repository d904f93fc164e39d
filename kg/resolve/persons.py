"""Who is who: the atoms of one family of forms into persons, by name, post and time together.

Everything here is a function of the atoms it is given; nothing depends on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from kg.resolve.atoms import Atom
from kg.resolve.doubts import Doubt, Note, unnoted
from kg.resolve.names import FAMILY_FIRST, Likeness, compare, is_part, parse
from kg.resolve.posts import Career
from kg.resolve.unions import Union
from kg.vocab import BODIES

GENERATION = 15  # years of silence after which the same name is taken for another person's
SWAPPED = FAMILY_FIRST | {"HU", "JP"}  # English-language news writes their names in either order
MARGIN = 0.9  # by how much a person must fit better than the next one to be beyond doubt

Person = tuple[Atom, ...]  # sorted


def persons(atoms: Collection[Atom], note: Note = unnoted) -> list[Person]:
    """The persons behind the atoms of one family, sorted.

    >>> def atom(name, post, year): return Atom("US", name, "", post, False, year)
    >>> father = [atom("George H.W. Bush", "president", 1990), atom("George Bush", "president", 1991)]
    >>> son = [atom("George W. Bush", "president", 2003), atom("George Bush", "president", 2005)]
    >>> [sorted({a.year for a in person}) for person in persons(father + son)]
    [[1990, 1991], [2003, 2005]]
    """
    found: list[Person] = []
    by_country: dict[str, list[Atom]] = defaultdict(list)
    for atom in atoms:
        by_country[atom.country].append(atom)
    for country in sorted(by_country):
        if country:
            found += _of_one_state(sorted(by_country[country]), note)
    found = _across_parties(found, note)
    return sorted(_stateless(sorted(by_country.get("", [])), found, note))


def _same_words(a: str, b: str, country: str) -> bool:
    """Whether two forms are the same words, in either order where custom swaps them."""
    first, second = parse(a), parse(b)
    if compare(first, second) is Likeness.EQUAL:
        return True
    swapped = country in SWAPPED and sorted(first.tokens) == sorted(second.tokens)
    return swapped and first.mark == second.mark


def _of_one_state(atoms: Sequence[Atom], note: Note) -> list[Person]:
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
    found = [era for group in union.groups() for era in eras([a for name in group for a in by_name[name]])]
    found = _variants(found, note)
    rest = [name for name in names if name not in whole]
    for name in sorted(rest, key=lambda n: (-len(parse(n).tokens), n)):
        found = _assign_part(by_name[name], found, note)
    return found


def eras(atoms: Iterable[Atom], silence: int = GENERATION) -> list[Person]:
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
    careers = [Career(era) for era in found]
    for atom in ordered:
        if not atom.year or atom.former:
            best = max(range(len(found)), key=lambda i: (careers[i].fit(atom), -i))
            found[best].append(atom)
    return [tuple(sorted(era)) for era in found]


def _variants(found: list[Person], note: Note) -> list[Person]:
    """Join persons whose names differ by a typing error or a transliteration and who held one post."""
    careers = {person: Career(person) for person in found}
    edges = []
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            if _likeness(a, b) is Likeness.VARIANT:
                edges.append((a, b))
    union: Union[Person] = Union(found)
    members = {person: [person] for person in found}
    for a, b in sorted(edges):
        joins = careers[a].shares_tenure(careers[b])
        left, right = union.find(a), union.find(b)
        if left == right:
            continue
        joins = joins and all(
            _likeness(x, y) is not Likeness.NONE for x in members[left] for y in members[right]
        )
        note(
            Doubt(
                a[0],
                b[0],
                joins,
                0.8 if joins else 0.3,
                "spelled nearly the same" if joins else "no common post",
            )
        )
        if joins:
            union.join(left, right)
            members[min(left, right)] = members[left] + members[right]
    return [tuple(sorted(atom for person in group for atom in person)) for group in union.groups()]


def _likeness(a: Person, b: Person) -> Likeness:
    """The least likeness between any two names of two persons: one contradiction keeps them apart."""
    return min(
        Likeness.EQUAL if _same_words(x, y, a[0].country) else compare(parse(x), parse(y))
        for x in {atom.name for atom in a}
        for y in {atom.name for atom in b}
    )


def _assign_part(atoms: Sequence[Atom], found: list[Person], note: Note) -> list[Person]:
    """Give the atoms of a shorter form to the persons whose fuller name it is a part of."""
    name = parse(atoms[0].name)
    fuller = [p for p in found if any(is_part(name, parse(other)) for other in {a.name for a in p})]
    careers = [Career(person) for person in fuller]
    gains: dict[int, list[Atom]] = defaultdict(list)
    left: list[Atom] = []
    if len(fuller) == 1:  # an outlet that writes a name short does so always: one good fit carries the form
        sure = max(careers[0].fit(atom) for atom in atoms) >= 0.8
        for atom in atoms:
            (gains[0] if sure and careers[0].distance(atom.year) <= GENERATION else left).append(atom)
        note(Doubt(fuller[0][0], atoms[0], sure, 0.85 if sure else 0.4, "one name is a part of the other"))
    else:
        for atom in atoms:
            best = pick([career.fit(atom) for career in careers])
            (left if best is None else gains[best]).append(atom)
            if best is None and fuller:
                note(Doubt(fuller[0][0], atom, False, 0.4, "a part of several people's names"))
    changed = [tuple(sorted((*p, *gains[fuller.index(p)]))) if p in fuller else p for p in found]
    return sorted(changed + eras(left))


def pick(fits: Sequence[float], least: float = 0.8) -> int | None:
    """Which one fits beyond doubt: well enough, and clearly better than any other; None if none does.

    >>> pick([3.0, 2.0]), pick([3.0, 3.0]), pick([0.3])
    (0, None, None)
    """
    ranked = sorted(range(len(fits)), key=lambda i: (-fits[i], i))
    if not ranked or fits[ranked[0]] < least:
        return None
    if len(ranked) > 1 and fits[ranked[0]] - fits[ranked[1]] < MARGIN:
        return None
    return ranked[0]


def _across_parties(found: list[Person], note: Note) -> list[Person]:
    """Join someone of a body with the one person of a state who bears the same name.

    A namesake elsewhere with a third of the atoms or fewer is taken for an article's error about the state.
    """
    union: Union[Person] = Union(found)
    of_states = [p for p in found if p[0].country not in BODIES]
    for person in found:
        if person[0].country not in BODIES:
            continue
        same = sorted((p for p in of_states if _equal_somewhere(p, person)), key=lambda p: (-len(p), p))
        if not same or (len(same) > 1 and len(same[0]) < 3 * len(same[1])):
            continue  # nobody, or several whose names are about equally well attested
        mine, theirs = Career(person), Career(same[0])
        gap = min((mine.distance(year) for year in theirs.years), default=0)
        joins = gap <= GENERATION
        note(
            Doubt(
                same[0][0], person[0], joins, 0.7 if joins else 0.3, "the same name in a state and in a body"
            )
        )
        if joins:
            union.join(same[0], person)
    return [tuple(sorted(atom for person in group for atom in person)) for group in union.groups()]


def _equal_somewhere(a: Person, b: Person) -> bool:
    return any(
        compare(parse(x), parse(y)) is Likeness.EQUAL
        for x in {atom.name for atom in a}
        for y in {atom.name for atom in b}
    )


def _stateless(atoms: Sequence[Atom], found: list[Person], note: Note) -> list[Person]:
    """Give atoms without a state to the one person who bears the name, where time or post agree."""
    if not atoms:
        return found
    careers = [Career(person) for person in found]
    gains: dict[int, list[Atom]] = defaultdict(list)
    left: dict[tuple[str, ...], list[Atom]] = defaultdict(list)
    for atom in atoms:
        bearers = [i for i, person in enumerate(found) if _equal_somewhere(person, (atom,))]
        best = pick([careers[i].fit(atom) for i in bearers])
        if best is None:
            left[parse(atom.name).tokens].append(atom)
            if bearers:
                note(Doubt(found[bearers[0]][0], atom, False, 0.4, "no state is given"))
        else:
            gains[bearers[best]].append(atom)
            note(Doubt(found[bearers[best]][0], atom, True, 0.75, "no state is given, name and time agree"))
    grown = [tuple(sorted((*person, *gains[i]))) for i, person in enumerate(found)]
    return grown + [era for tokens in sorted(left) for era in eras(left[tokens])]
