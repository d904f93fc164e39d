"""One-word mentions ("Abe") given to the one person who held that post in that state at that time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from rapidfuzz.distance import OSA

from kg.resolve.atoms import Atom
from kg.resolve.names import family_words, parse
from kg.resolve.persons import Person, eras, pick
from kg.resolve.posts import NEAR, Career

N = TypeVar("N", bound=Any)
Key = tuple[str, str]  # (country or "", skeleton of the word)


def short_key(atom: Atom) -> Key:
    """Where a one-word atom is looked for.

    >>> short_key(Atom("UA", "Zelenskyy", "", "president", False, 2023))
    ('UA', 'zelenski')
    """
    return atom.country, parse(atom.name).tokens[0]


def person_keys(person: Person) -> set[Key]:
    """Under which keys a one-word mention can mean this person; ("", word) is for mentions without a state."""
    keys: set[Key] = set()
    for country, name in {(atom.country, atom.name) for atom in person}:
        for word in family_words(parse(name), country or None):
            keys |= {(country, word), ("", word)}
    return keys


def assign(atoms: Collection[Atom], bearers: Mapping[N, Career]) -> tuple[dict[Atom, N], list[Person]]:
    """Who each one-word atom of one key is, among the bearers of the word; and new persons for the rest.

    `bearers` maps anything that names a person (the smallest atom, say) to the career.

    >>> abe = Career([Atom("JP", "Shinzo Abe", "", "prime-minister", False, 2014)])
    >>> said = [Atom("JP", "Abe", "", "prime-minister", False, y) for y in (1995, 2014)]
    >>> found, rest = assign(said, {"abe": abe})
    >>> [a.year for a in found], [[a.year for a in person] for person in rest]
    ([2014], [[1995]])
    """
    names = sorted(bearers)
    found: dict[Atom, N] = {}
    left: dict[str, list[Atom]] = defaultdict(list)
    for atom in sorted(atoms):
        fits = [_fit(bearers[name], atom) for name in names]
        best = pick(
            _without_misprints(fits, [bearers[name] for name in names]), least=0.8 if atom.country else 2.0
        )
        if best is None:
            left[atom.post].append(atom)
        else:
            found[atom] = names[best]
    return found, _rest(left)


def _without_misprints(fits: list[float], careers: Sequence[Career]) -> list[float]:
    """The fits, without rivals that are most likely the best one's misprinted name.

    A misprint is a rare form (few atoms) that differs from the common one by two letters at most.
    """
    best = max(range(len(fits)), key=lambda i: (fits[i], careers[i].atoms, -i), default=-1)
    return [0.0 if i != best and _misprint(careers[best], careers[i]) else fit for i, fit in enumerate(fits)]


def _misprint(common: Career, rare: Career) -> bool:
    if common.atoms < 2 * rare.atoms:
        return False
    pairs = [("".join(parse(a).tokens), "".join(parse(b).tokens)) for a in common.names for b in rare.names]
    return any(OSA.distance(a, b, score_cutoff=2) <= 2 for a, b in pairs)


def _fit(career: Career, atom: Atom) -> float:
    """As `Career.fit`, but a post held long ago or long after says nothing about one word."""
    fit = career.fit(atom)
    return fit if fit > 1.5 or career.distance(atom.year) <= NEAR else min(fit, 0.7)


def _rest(left: Mapping[str, Sequence[Atom]]) -> list[Person]:
    """Persons known by one word only: one for each post and time; atoms without a post go where one fits."""
    found = [era for post in sorted(left) if post for era in eras(left[post], silence=2 * NEAR)]
    careers = [Career(person) for person in found]
    gains: dict[int, list[Atom]] = defaultdict(list)
    alone: list[Atom] = []
    for atom in left.get("", []):
        best = pick([career.fit(atom) for career in careers])
        (alone if best is None else gains[best]).append(atom)
    grown = [tuple(sorted((*person, *gains[i]))) for i, person in enumerate(found)]
    return sorted(grown + eras(alone, silence=2 * NEAR))
