"""One-word mentions ("Abe") given to the one person who held that post in that state at that time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeVar

from kg.resolve.atoms import Atom, Stat
from kg.resolve.names import family_words, parse
from kg.resolve.persons import Person, eras
from kg.resolve.posts import NEAR, Career, choose, pick

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


def assign(atoms: Mapping[Atom, Stat], bearers: Mapping[N, Career]) -> tuple[dict[Atom, N], list[Person]]:
    """Who each one-word atom of one key is, among the bearers of the word; and new persons for the rest.

    `bearers` maps anything that names a person (the smallest atom, say) to the career.

    >>> stat = Stat(1)
    >>> abe = Career({Atom("JP", "Shinzo Abe", "", "prime-minister", False, 2014): stat})
    >>> said = {Atom("JP", "Abe", "", "prime-minister", False, y): stat for y in (1995, 2014)}
    >>> found, rest = assign(said, {"abe": abe})
    >>> [a.year for a in found], [[a.year for a in person] for person in rest]
    ([2014], [[1995]])
    """
    names = sorted(bearers)
    careers = [bearers[name] for name in names]
    found: dict[Atom, N] = {}
    for atom in sorted(atoms):
        fits = [_fit(career, atom) for career in careers]
        best = choose(fits, [career.weight(atom) for career in careers], _least(atom))
        if best is not None:
            found[atom] = names[best]
    return found, strangers({atom: stat for atom, stat in atoms.items() if atom not in found})


def standing(career: Career, atom: Atom) -> tuple[float, int] | None:
    """All that counts of a bearer when a one-word atom is assigned; None where it fits too little to count."""
    fit = _fit(career, atom)
    return (fit, career.weight(atom)) if fit >= _least(atom) else None


def _least(atom: Atom) -> float:
    return 0.8 if atom.country else 2.0


def _fit(career: Career, atom: Atom) -> float:
    """As `Career.fit`, but a post held long ago or long after says nothing about one word."""
    fit = career.fit(atom)
    return fit if fit > 1.5 or career.distance(atom.year) <= NEAR else min(fit, 0.7)


def strangers(stats: Mapping[Atom, Stat]) -> list[Person]:
    """Persons known by one word only, of atoms of one key: one for each post and time; atoms without a post
    go where one fits. Atoms without a state stay alone: one word and a post are many people's.
    """
    left: dict[str, list[Atom]] = defaultdict(list)
    for atom in sorted(stats):
        left[atom.post].append(atom)
    stateless: list[Person] = [(atom,) for atom in stats if not atom.country]
    found = [
        era
        for post in sorted(left)
        if post
        for era in eras({a: stats[a] for a in left[post] if a.country}, silence=2 * NEAR)
    ]
    careers = [Career({a: stats[a] for a in person}) for person in found]
    gains: dict[int, list[Atom]] = defaultdict(list)
    alone: list[Atom] = []
    for atom in left.get("", []):
        if atom.country:
            best = pick(atom, careers)
            (alone if best is None else gains[best]).append(atom)
    grown = [tuple(sorted((*person, *gains[i]))) for i, person in enumerate(found)]
    return sorted(grown + eras({a: stats[a] for a in alone}, silence=2 * NEAR) + stateless)
