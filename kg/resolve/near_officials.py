"""Officials by looking things up: the persons that a change of some forms can touch, and no others.

Gives the same as `kg.resolve.whole.who_is_who` does for all: everything there is decided within a family
of forms, or within the one-word mentions of one word and state, and both are found here by key.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.model import ClaimRef, Official
from kg.resolve.atoms import Atom, Stat
from kg.resolve.families import Form, could_share, form_keys, is_short
from kg.resolve.index import View
from kg.resolve.judgements import Verdicts, obey
from kg.resolve.names import family_words, parse
from kg.resolve.persona import Member, official
from kg.resolve.persons import Person, persons
from kg.resolve.posts import Career
from kg.resolve.short import Key, assign, person_keys, short_key
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
        self._families: dict[Form, tuple[Form, ...]] = {}
        self._persons: dict[tuple[Form, ...], list[Person]] = {}
        self._groups: dict[Key, tuple[dict[Atom, Atom], list[Person]]] = {}
        self._bearers: dict[Key, dict[Atom, Person]] = {}

    # ------------------------------------------------------------ what the index holds

    def stats(self, form: Form) -> dict[Atom, Stat]:
        """The atoms of a form, each with the magnitude of its claims."""
        if form not in self._stats:
            rows = self.view.get(f"a|{form[0]}|{form[1]}") or []
            self._stats[form] = {Atom(*form, *row[:5]): Stat(row[5]).magnitude for row in rows}
        return self._stats[form]

    def stat(self, atom: Atom) -> Stat:
        """The statistics of an atom that is there."""
        return self.stats((atom.country, atom.name))[atom]

    def members(self, atom: Atom) -> list[Member]:
        """The claims of an atom."""
        found = []
        for text in self.view.members(f"m|{atom_id(atom)}"):
            key, local, story, day = text.split(" ")
            found.append(Member((key, int(local)), story, day))
        return found

    # ------------------------------------------------------------ neighbourhoods

    def family(self, form: Form) -> tuple[Form, ...]:
        """The family of a form: itself and all that it is connected to; empty for a form that is not there."""
        if form in self._families:
            return self._families[form]
        if not self.stats(form):
            return ()
        found, todo = {form}, [form]
        while todo:
            one = todo.pop()
            for key in form_keys(one):
                for text in self.view.members(f"f|{key}"):
                    other = split_form(text)
                    if other not in found and could_share(one, other):
                        found.add(other)
                        todo.append(other)
        whole = tuple(sorted(found))
        for member in whole:
            self._families[member] = whole
        return whole

    def persons(self, family: tuple[Form, ...]) -> list[Person]:
        """The persons of a family, without one-word mentions."""
        if family not in self._persons:
            stats = {atom: stat for form in family for atom, stat in self.stats(form).items()}
            self._persons[family] = persons(stats) if stats else []
        return self._persons[family]

    def bearers(self, key: Key) -> dict[Atom, Person]:
        """The persons that a one-word mention of a key can mean."""
        if key not in self._bearers:
            found: dict[Atom, Person] = {}
            for text in sorted(self.view.members(f"w|{key[0]}|{key[1]}")):
                for person in self.persons(self.family(split_form(text))):
                    if key in person_keys(person):
                        found[person[0]] = person
            self._bearers[key] = found
        return self._bearers[key]

    def group(self, key: Key) -> tuple[dict[Atom, Atom], list[Person]]:
        """Whose mentions the one-word atoms of a key are (by smallest atom), and new persons for the rest."""
        if key not in self._groups:
            names = self.view.members(f"s|{key[0]}|{key[1]}")
            stats = {a: s for name in sorted(names) for a, s in self.stats((key[0], name)).items()}
            careers = {}
            if stats:
                careers = {
                    first: Career({a: self.stat(a) for a in person})
                    for first, person in self.bearers(key).items()
                }
            self._groups[key] = assign(stats, careers)
        return self._groups[key]

    # ------------------------------------------------------------ the picture's part

    def grow(self, forms: set[Form], keys: set[Key]) -> None:
        """Add to forms and keys what a change of them can touch in this view."""
        todo = forms
        while True:
            for form in sorted(todo):
                family = self.family(form)
                forms |= set(family)
                for person in self.persons(family):
                    keys |= {key for key in person_keys(person) if self.view.members(f"s|{key[0]}|{key[1]}")}
            todo = self._partners(forms, keys) - forms
            if not todo:
                return
            forms |= todo

    def _partners(self, forms: set[Form], keys: set[Key]) -> set[Form]:
        """Forms that judgements tie to forms or keys; keys that they tie are added to `keys`."""
        if not self.verdict.camps:
            return set()
        found: set[Form] = set()
        seen: set[ClaimRef] = set()
        more = True
        while more:
            here = [atom for form in sorted(forms | found) for atom in self.stats(form)]
            for key in sorted(keys):
                given, rest = self.group(key)
                here += [atom for person in rest for atom in person] + list(given)
                for person in self.bearers(key).values():
                    here += person if person[0] in given.values() else ()
            told = {ref for atom in here for ref in pins(atom)} & self.verdict.camps.keys()
            more = not told <= seen
            seen |= told
            for ref in sorted(self.verdict.tied(told) - told):
                where = self.view.get(f"j|{ref[0]}/{ref[1]}")
                if where is None:
                    continue
                form = (where[0], where[1])
                if is_short(form):
                    more = more or short_key(Atom(*form, "", "", False, 0)) not in keys
                    keys.add(short_key(Atom(*form, "", "", False, 0)))
                else:
                    found |= set(self.family(form))
        return found

    def show(self, forms: set[Form], keys: Iterable[Key]) -> None:
        """Add to forms the families that one-word mentions of the keys are given to, and make families whole."""
        for key in keys:
            given = set(self.group(key)[0].values())
            forms |= {(p[0].country, p[0].name) for first, p in self.bearers(key).items() if first in given}
        forms |= {other for form in sorted(forms) for other in self.family(form)}

    def named(self, forms: Iterable[Form], keys: Iterable[Key]) -> list[Named]:
        """The persons of forms and keys (see `grow` and `show`), as the picture has them."""
        families = {self.family(form) for form in forms} - {()}
        wanted = sorted(keys)
        grown: list[Person] = []
        live: set[str] = set()
        for person in (p for family in sorted(families) for p in self.persons(family)):
            gains: list[Atom] = []
            for key in sorted(person_keys(person)):
                given_here, rest = self.group(key)
                gains += [atom for atom, first in given_here.items() if first == person[0]]
                if key not in wanted:
                    live |= {self.slug_of(one[0]) for one in rest}
            grown.append(tuple(sorted((*person, *gains))))
        grown += [person for key in wanted for person in self.group(key)[1]]
        if self.verdict.camps:
            grown = obey(grown, self.verdict, pins, atom_affinity)
        return self._with_slugs(sorted(grown), live)

    def _with_slugs(self, people: list[Person], live: set[str]) -> list[Named]:
        shared = shared_slugs(people)
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
        atoms = sorted(Atom(*json.loads(text)) for text in self.view.members(f"o|{slug}"))
        return Named(tuple(atoms), slug, tuple(sorted(self.view.members(f"q|{slug}"))))

    def record(self, one: Named) -> Official:
        """The official of the picture."""
        return official(one.slug, one.formerly, [(atom, m) for atom in one.atoms for m in self.members(atom)])


def file_person(change: Callable[[str, str], None], one: Named) -> None:
    """File a person under the slug, or take it out: `change` is `link` or `unlink` of an index."""
    for atom in one.atoms:
        change(f"o|{one.slug}", json.dumps(atom, ensure_ascii=False, separators=(",", ":")))
    for old in one.formerly:
        change(f"q|{one.slug}", old)


def split_form(text: str) -> Form:
    """A form from its text in the index: "KR|Ahn Gyu-back"."""
    country, _, name = text.partition("|")
    return country, name


class OfficialChanges:
    """Changes of the index by claims of officials that come and go."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._rows: dict[Form, dict[Atom, int]] = {}
        self._before: dict[Atom, int] = {}  # how many claims each changed atom had

    def change(self, atom: Atom, member: Member, *, gone: bool) -> None:
        """Add a claim to an atom, or take it out."""
        form = (atom.country, atom.name)
        if form not in self._rows:
            rows = self.view.get(f"a|{form[0]}|{form[1]}") or []
            self._rows[form] = {Atom(*form, *row[:5]): row[5] for row in rows}
        claims = self._rows[form].get(atom, 0)
        self._before.setdefault(atom, claims)
        text = f"{member.ref[0]} {member.ref[1]} {member.story} {member.day}"
        change = self.view.unlink if gone else self.view.link
        change(f"m|{atom_id(atom)}", text)
        self._rows[form][atom] = claims - 1 if gone else claims + 1

    @property
    def atoms(self) -> set[Atom]:
        """The atoms that claims were added to, or taken from."""
        return set(self._before)

    def loud(self) -> set[Atom]:
        """Those of them that came, went, or changed their magnitude, so that who is who may change."""
        return {
            atom
            for atom, claims in self._before.items()
            if claims.bit_length() != self._rows[atom.country, atom.name].get(atom, 0).bit_length()
        }

    def finish(self) -> None:
        """Write what has changed."""
        for atom in self._before:
            rows = self._rows[atom.country, atom.name]
            if not rows[atom]:
                del rows[atom]
                self.view.put(f"p|{atom_id(atom)}", None)
        for form, rows in self._rows.items():
            value = [[*atom[2:], claims] for atom, claims in sorted(rows.items())]
            self._file(form, bool(value))
            self.view.put(f"a|{form[0]}|{form[1]}", value or None)

    def _file(self, form: Form, there: bool) -> None:
        """File a form under its keys, or take it out."""
        change = self.view.link if there else self.view.unlink
        text = f"{form[0]}|{form[1]}"
        if is_short(form):
            change(f"s|{form[0]}|{parse(form[1]).tokens[0]}", form[1])
            return
        for key in form_keys(form):
            change(f"f|{key}", text)
        for word in family_words(parse(form[1]), form[0] or None):
            for country in {form[0], ""}:
                change(f"w|{country}|{word}", text)
