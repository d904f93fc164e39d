"""Officials by looking things up: the persons that a change of some forms can touch, and no others.

Gives the same as `kg.resolve.whole.who_is_who` does for all: everything there is decided within a family
of forms, or within the one-word mentions of one word and state, and both are found here by key.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.model import ClaimRef
from kg.resolve.atoms import Atom, Stat
from kg.resolve.families import Form, is_short
from kg.resolve.index import View
from kg.resolve.judgements import Verdicts, obey
from kg.resolve.persona import Member
from kg.resolve.persons import Person
from kg.resolve.posts import Career
from kg.resolve.short import Key, person_keys, short_key, strangers
from kg.resolve.slugs import best_slug, distinct, former, official_slug, shared_slugs, short_hash
from kg.resolve.whole import atom_affinity, pins


@dataclass(frozen=True, slots=True)
class Named:
    """A person of the picture: the atoms, the slug, and the names that lead there."""

    atoms: Person
    slug: str
    formerly: tuple[str, ...]


def atom_id(atom: Atom) -> str:
    """A short name of an atom.

    >>> atom_id(Atom("JP", "Abe", "", "", False, 2014))
    '7ef786b32fc7f023'
    """
    return short_hash(*atom, length=16)


class Officials:
    """The officials of one view of the index, worked out as far as they are asked for."""

    def __init__(self, view: View, verdict: Verdicts) -> None:
        self.view, self.verdict = view, verdict
        self._stats: dict[Form, dict[Atom, Stat]] = {}
        self._known: dict[Atom, Stat] = {}  # magnitudes that came with a family
        self._people: dict[Form, list[Person]] = {}
        self._given: dict[Key, dict[Atom, Atom | None]] = {}

    # ------------------------------------------------------------ what the index holds

    def stats(self, form: Form) -> dict[Atom, Stat]:
        """The atoms of a form, each with the magnitude of its claims."""
        if form not in self._stats:
            rows = self.view.get(f"a|{form[0]}|{form[1]}") or []
            self._stats[form] = {Atom(*form, *row[:5]): Stat(row[5]).magnitude for row in rows}
        return self._stats[form]

    def stat(self, atom: Atom) -> Stat:
        """The statistics of an atom that is there."""
        if atom not in self._known:
            self._known |= self.stats((atom.country, atom.name))
        return self._known[atom]

    def career(self, person: Person) -> Career:
        """The career of a person that is there."""
        return Career({atom: self.stat(atom) for atom in person})

    def members(self, atom: Atom) -> tuple[Member, ...]:
        """The claims of an atom, sorted."""
        return _members(self.view.members(f"m|{atom_id(atom)}"))

    def claims(self, atoms: Iterable[Atom]) -> list[tuple[Atom, Member]]:
        """The claims of atoms."""
        return [(atom, member) for atom in atoms for member in self.members(atom)]

    def family(self, form: Form) -> Form | None:
        """The name of the family of a form, which is its first form; None for a form that is not there."""
        text = self.view.get(f"y|{form[0]}|{form[1]}")
        return None if text is None else split_form(text)

    def people(self, family: Form) -> list[Person]:
        """The persons of a family, without one-word mentions."""
        if family not in self._people:
            found = []
            for rows in self.view.get(f"z|{family[0]}|{family[1]}") or []:
                stats = {Atom(*row[:-1]): Stat(row[-1]) for row in rows}
                self._known |= stats
                found.append(tuple(stats))
            self._people[family] = found
        return self._people[family]

    def forms(self, family: Form | None) -> set[Form]:
        """The forms of a family."""
        people = self.people(family) if family else []
        return {(atom.country, atom.name) for person in people for atom in person}

    def families(self, forms: Iterable[Form]) -> list[Form]:
        """The names of the families of forms, as far as they are there."""
        return sorted({family for form in forms if (family := self.family(form)) is not None})

    def persons(self, forms: Iterable[Form]) -> list[Person]:
        """The persons of the families of forms."""
        return [person for family in self.families(forms) for person in self.people(family)]

    def bearers(self, key: Key) -> dict[Atom, Person]:
        """The persons that a one-word mention of a key can mean."""
        near = sorted(self.view.members(f"w|{key[0]}|{key[1]}"))
        people = [person for text in near for person in self.people(split_form(text))]
        return {person[0]: person for person in people if key in person_keys(person)}

    def shorts(self, key: Key) -> dict[Atom, Stat]:
        """The one-word atoms of a key."""
        names = self.view.members(f"s|{key[0]}|{key[1]}")
        return {a: stat for name in sorted(names) for a, stat in self.stats((key[0], name)).items()}

    def whose(self, key: Key) -> dict[Atom, Atom | None]:
        """Whose mentions the one-word atoms of a key are, by smallest atom; None for those of strangers."""
        if key not in self._given:
            rows = self.view.get(f"g|{key[0]}|{key[1]}") or []
            self._given[key] = {Atom(*short): first and Atom(*first) for short, first in rows}
        return self._given[key]

    def givens(self, key: Key) -> set[Atom]:
        """The persons, by smallest atom, that one-word atoms of a key are given to."""
        return {first for first in self.whose(key).values() if first is not None}

    def strangers(self, key: Key) -> list[Person]:
        """The persons that are known by the one word of a key only."""
        return strangers({a: self.stat(a) for a, first in self.whose(key).items() if first is None})

    # ------------------------------------------------------------ the picture's part

    def grow(self, forms: set[Form], keys: set[Key]) -> None:
        """Make the families of forms whole; add what judgements tie to forms or keys."""
        while True:
            forms |= {other for family in self.families(forms) for other in self.forms(family)}
            more = self._partners(forms, keys) - forms if self.verdict.camps else set()
            if not more:
                return
            forms |= more

    def _partners(self, forms: set[Form], keys: set[Key]) -> set[Form]:
        """Forms that judgements tie to forms or keys; keys that they tie are added to `keys`."""
        found: set[Form] = set()
        seen: set[ClaimRef] = set()
        more = True
        while more:
            found |= {(first.country, first.name) for key in keys for first in self.givens(key)}
            people = self.persons(forms | found)
            here = {atom for person in people for atom in person}
            for key in self.keys(people) | keys:
                here |= {a for a, first in self.whose(key).items() if key in keys or first in here}
            told = {ref for atom in here for ref in pins(atom)} & self.verdict.camps.keys()
            more = not told <= seen
            seen |= told
            for ref in sorted(self.verdict.tied(told) - told):
                where = self.view.get(f"j|{ref[0]}/{ref[1]}")
                if where is None:
                    continue
                if is_short((where[0], where[1])):
                    keys.add(short_key(Atom(where[0], where[1], "", "", False, 0)))
                else:
                    found.add((where[0], where[1]))
        return found

    def keys(self, people: Iterable[Person]) -> set[Key]:
        """The keys of one-word mentions that can mean somebody of these people, as far as there are such."""
        return {key for person in people for key in person_keys(person) if self.whose(key)}

    def named(self, forms: Iterable[Form], keys: Collection[Key]) -> list[Named]:
        """The persons of forms and keys (see `grow`), as the picture has them."""
        grown: list[Person] = []
        live: set[str] = set()
        there: set[Atom] = set()
        for person in self.persons(forms):
            there.add(person[0])
            gains: list[Atom] = []
            for key in sorted(person_keys(person)):
                whose = self.whose(key)
                gains += [atom for atom, first in whose.items() if first == person[0]]
                if key not in keys:
                    live |= {self.slug_of(atom) for atom, first in whose.items() if first is None}
            grown.append(tuple(sorted((*person, *gains))))
        grown += [person for key in sorted(keys) for person in self.strangers(key)]
        elsewhere = [
            tuple(atom for atom, first in self.whose(key).items() if first == other)
            for key in keys
            for other in self.givens(key) - there
        ]
        if self.verdict.camps:
            grown = obey(grown, self.verdict, pins, atom_affinity)
        return self._with_slugs(sorted(grown), live, shared_slugs([*grown, *elsewhere]))

    def _with_slugs(self, people: list[Person], live: set[str], shared: Collection[str]) -> list[Named]:
        wishes: dict[str, tuple[str, object]] = {}
        by_name = {}
        for person in people:
            stats = {atom: self.stat(atom) for atom in person}
            name = repr(tuple(person[0]))
            by_name[name] = person
            wishes[name] = (best_slug(stats, shared), (min(a.year for a in person), person[0]))
        slugs = distinct(wishes)
        live = live | set(slugs.values())
        return [
            Named(person, slugs[name], former((official_slug(a) for a in person), slugs[name], live))
            for name, person in by_name.items()
        ]

    def slug_of(self, atom: Atom) -> str:
        """The slug that the index has for an atom."""
        return str(self.view.get(f"p|{atom_id(atom)}") or "")

    def known(self, atom: Atom) -> Named:
        """The person of an atom, as the index has it."""
        slug = self.slug_of(atom)
        atoms, formerly = self.view.get(f"o|{slug}")
        return Named(tuple(Atom(*row) for row in atoms), slug, tuple(formerly))


def file_person(view: View, one: Named) -> None:
    """File a person under the slug."""
    view.put(f"o|{one.slug}", [one.atoms, one.formerly])


@lru_cache(maxsize=1024)  # of one official before and after a change: most atoms are the same
def _members(texts: frozenset[str]) -> tuple[Member, ...]:
    parts = (text.split(" ") for text in texts)
    return tuple(sorted(Member((key, int(local)), story, day) for key, local, story, day in parts))


def split_form(text: str) -> Form:
    """A form from its text in the index: "KR|Ahn Gyu-back"."""
    country, _, name = text.partition("|")
    return country, name
