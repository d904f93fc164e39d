"""Which person every atom is, kept up to date: what a change of some atoms moves, and nothing else.

The index holds the persons of each family of forms ("z|", and "y|" for which family a form is of), the
families in which a one-word mention can mean somebody ("w|"), and whose each of these mentions is ("g|").
So atoms that come, go or change their magnitude ask only for their own family; and a person that changes
for the one-word mentions that fit better, or worse, than before. Gives the same as
`kg.resolve.whole.who_is_who` does for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.resolve.atoms import Atom, Stat
from kg.resolve.families import Form, could_share, families, form_keys, is_short
from kg.resolve.index import View
from kg.resolve.names import family_words, parse
from kg.resolve.near_officials import Officials, split_form
from kg.resolve.persons import Person, persons
from kg.resolve.posts import Career
from kg.resolve.short import Key, assign, person_keys, short_key, standing
from kg.resolve.whole import WhoIsWho

Careers = dict[Atom, tuple[Career | None, Career | None]]  # of persons that change, by smallest atom


def keep_persons(old: Officials, new: Officials, loud: Iterable[Atom]) -> tuple[set[Form], set[Key]]:
    """Bring the index up to date with atoms that came, went or changed their magnitude; gives the forms and
    keys whose persons may be others now, or have other names."""
    forms = {(atom.country, atom.name) for atom in loud}
    keys = {short_key(atom) for atom in loud if is_short((atom.country, atom.name))}
    forms = {form for form in forms if not is_short(form)}
    people = _keep_families(old, new, forms)
    wanted = {key for key in keys if old.shorts(key).keys() != new.shorts(key).keys()}
    wanted |= {key for key, some in _careers(old, new, people).items() if _matter(new.shorts(key), some)}
    for key in sorted(wanted):
        _assign_anew(new, key)
    for key in sorted(wanted | keys):
        moved = {first for _, first in old.whose(key).items() ^ new.whose(key).items()}
        alone = [view.strangers(key) for view in (old, new)]
        if moved or alone[0] or alone[1]:
            keys.add(key)
        if alone[0] or alone[1]:
            moved |= old.givens(key) | new.givens(key)
        forms |= {(first.country, first.name) for first in moved if first is not None}
    return forms, keys


def _keep_families(old: Officials, new: Officials, forms: set[Form]) -> tuple[list[Person], list[Person]]:
    """Find the families around some forms anew, and their persons; gives the persons before and after."""
    before = set(old.families(forms | _beside(new, forms)))
    pool = forms.union(*map(old.forms, before))
    there = {form for form in pool if new.stats(form)}
    same = there == pool and all(old.family(form) for form in forms)
    groups = [sorted(old.forms(family)) for family in before] if same else families(there)
    was = [person for family in sorted(before) for person in old.people(family)]
    now: list[Person] = []
    if not same:
        for family in before:
            _file(new.view, old.people(family), gone=True)
    for group in groups:
        stats = {atom: stat for form in group for atom, stat in new.stats(form).items()}
        found = persons(stats)
        now += found
        if not same:
            _file(new.view, found)
        _put_people(new.view, found, stats)
    return was, now


def _beside(new: Officials, forms: Iterable[Form]) -> set[Form]:
    """The forms that some forms could share a person with."""
    return {
        other
        for form in forms
        for key in form_keys(form)
        for other in map(split_form, new.view.members(f"f|{key}"))
        if could_share(form, other)
    }


def _file(view: View, people: Sequence[Person], *, gone: bool = False) -> None:
    """File a family under its forms and the words that can mean somebody of it, or take it out."""
    forms = {(atom.country, atom.name) for person in people for atom in person}
    name = "|".join(min(forms))
    change = view.unlink if gone else view.link
    if gone:
        view.put(f"z|{name}", None)
    for country, written in forms:
        view.put(f"y|{country}|{written}", None if gone else name)
        for word in family_words(parse(written), country or None):
            for where in {country, ""}:
                change(f"w|{where}|{word}", name)


def _put_people(view: View, people: Sequence[Person], stats: Mapping[Atom, Stat]) -> None:
    """Keep the persons of a family."""
    first = min((atom.country, atom.name) for person in people for atom in person)
    rows = [[[*atom, stats[atom].claims] for atom in person] for person in people]
    view.put(f"z|{first[0]}|{first[1]}", rows)


def _careers(
    old: Officials, new: Officials, people: tuple[Sequence[Person], Sequence[Person]]
) -> dict[Key, Careers]:
    """The careers of persons that are not what they were, before and after, by the keys that can mean them."""
    weighed = [
        {person: [view.stat(atom) for atom in person] for person in some}
        for view, some in zip((old, new), people, strict=True)
    ]
    found: dict[Key, Careers] = defaultdict(dict)
    for at, view in enumerate((old, new)):
        for person, stats in weighed[at].items():
            if weighed[1 - at].get(person) == stats:
                continue
            for key in person_keys(person):
                both = list(found[key].get(person[0], (None, None)))
                both[at] = view.career(person)
                found[key][person[0]] = (both[0], both[1])
    return found


def _matter(shorts: Iterable[Atom], careers: Careers) -> bool:
    """Whether one-word atoms may be given to others because careers have changed."""
    return any(
        (before and standing(before, atom)) != (after and standing(after, atom))
        for atom in shorts
        for before, after in careers.values()
    )


def _assign_anew(new: Officials, key: Key) -> None:
    """Decide whose the one-word atoms of a key are."""
    shorts = new.shorts(key)
    bearers = new.bearers(key) if shorts else {}
    given, _ = assign(shorts, {first: new.career(person) for first, person in bearers.items()})
    _put_given(new.view, key, shorts, given)


def _put_given(view: View, key: Key, shorts: Iterable[Atom], given: Mapping[Atom, Atom]) -> None:
    """Keep whose one-word atoms are."""
    rows = [[atom, given.get(atom)] for atom in sorted(shorts)]
    view.put(f"g|{key[0]}|{key[1]}", rows or None)


def file_persons(index: View, who: WhoIsWho, stats: Mapping[Atom, Stat]) -> None:
    """File all persons in an index that holds none."""
    for people in who.families:
        _file(index, people)
        _put_people(index, people, stats)
    shorts: dict[Key, list[Atom]] = defaultdict(list)
    for atom in stats:
        if is_short((atom.country, atom.name)):
            shorts[short_key(atom)].append(atom)
    for key, given in who.given.items():
        _put_given(index, key, shorts[key], given)
