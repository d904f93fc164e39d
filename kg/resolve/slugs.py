"""Readable names for IRIs, that stay when unrelated articles arrive."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from kg.resolve.atoms import Atom, Stat
from kg.resolve.names import parse, slugify
from kg.spelling import fold


def short_hash(*parts: object, length: int = 4) -> str:
    """The first hexadecimal digits of a content hash.

    >>> short_hash("a", 1)
    '839e'
    """
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:length]


def official_slug(atom: Atom) -> str:
    """The slug that an official would have if this were all that is known.

    One word alone is hardly a name, so that the post helps it out. A name that loses letters on the way to
    ASCII gets a few digits of its hash.

    >>> official_slug(Atom("KR", "Ahn Gyu-back", "Defense Minister", "defense-minister", False, 2026))
    'ahn-gyu-back-kr'
    >>> official_slug(Atom("JP", "Abe", "PM", "prime-minister", False, 2014))
    'abe-prime-minister-jp'
    """
    words = [slugify(atom.name)]
    if not fold(atom.name).isascii():
        words.append(short_hash(atom.name))
    if parse(atom.name).single and atom.post:
        words.append(slugify(atom.post))
    words.append(atom.country.lower() or "unknown")
    return "-".join(word for word in words if word)


def best_slug(atoms: Mapping[Atom, Stat], shared: Collection[str] = ()) -> str:
    """The slug of a person: of the form that most claims use; one-word forms last, and before these the
    forms that are `shared` with others ("George Bush" for father and son).

    >>> stat = Stat(3); few = Stat(1)
    >>> best_slug({Atom("JP", "Abe", "", "", False, 1): stat, Atom("JP", "Shinzo Abe", "", "", False, 1): few})
    'shinzo-abe-jp'
    """
    counts: dict[tuple[bool, bool, str], int] = {}
    for atom, stat in atoms.items():
        slug = official_slug(atom)
        key = (parse(atom.name).single, slug in shared, slug)
        counts[key] = counts.get(key, 0) + stat.claims
    return min(counts, key=lambda key: (key[0], key[1], -counts[key], -len(key[2].split("-")), key[2]))[2]


def shared_slugs(people: Iterable[Iterable[Atom]]) -> set[str]:
    """Slugs that several persons would have alone.

    >>> father, son = (Atom("US", "George Bush", "", "", False, year) for year in (1990, 2003))
    >>> shared_slugs([[father], [son]])
    {'george-bush-us'}
    """
    counts = Counter(slug for person in people for slug in {official_slug(atom) for atom in person})
    return {slug for slug, count in counts.items() if count > 1}


def distinct(bases: Mapping[str, tuple[str, object]]) -> dict[str, str]:
    """Final slugs for things by their id: `bases` gives each its wished-for slug and what it is ordered by.

    The first of those that wish for one slug gets it, the others get a few digits of the hash of their id.

    >>> distinct({"a": ("bush-us", 2), "b": ("bush-us", 1)})
    {'b': 'bush-us', 'a': 'bush-us-ca97'}
    """
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in sorted(bases, key=lambda name: (bases[name][0], bases[name][1], name)):
        base, length = bases[name][0], 4
        slug = base
        while slug in taken:
            slug = f"{base}-{short_hash(name, length=length)}"
            length += 2
        taken.add(slug)
        found[name] = slug
    return found


def former(aliases: Iterable[str], slug: str, live: Iterable[str]) -> tuple[str, ...]:
    """Which names lead to `slug` now: all aliases but itself and those that name something else.

    >>> former(["a", "b", "c"], "a", {"a", "c"})
    ('b',)
    """
    return tuple(sorted(set(aliases) - {slug} - set(live)))
