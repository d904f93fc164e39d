"""What the index files of officials' claims that come and go."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.read.story import keys as story_keys
from kg.resolve.atoms import Atom
from kg.resolve.families import Form, form_keys, is_short
from kg.resolve.index import View
from kg.resolve.names import parse
from kg.resolve.near_officials import atom_id
from kg.resolve.persona import Member


class OfficialChanges:
    """Changes of the index by claims of officials that come and go."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._rows: dict[Form, dict[Atom, int]] = {}
        self._before: dict[Atom, int] = {}  # how many claims each changed atom had
        self.gone: dict[Atom, set[Member]] = defaultdict(set)
        self.come: dict[Atom, set[Member]] = defaultdict(set)

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
        here, there = (self.gone, self.come) if gone else (self.come, self.gone)
        if member in there[atom]:
            there[atom].remove(member)
        else:
            here[atom].add(member)

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
            if (self.view.get(f"a|{form[0]}|{form[1]}") is None) is bool(value):
                self._file(form, bool(value))
            self.view.put(f"a|{form[0]}|{form[1]}", value or None)
        self._file_stories()

    def _file(self, form: Form, there: bool) -> None:
        """File a form under its keys, or take it out."""
        change = self.view.link if there else self.view.unlink
        text = f"{form[0]}|{form[1]}"
        if is_short(form):
            change(f"s|{form[0]}|{parse(form[1]).tokens[0]}", form[1])
            return
        for key in form_keys(form):
            change(f"f|{key}", text)

    def _file_stories(self) -> None:
        """Note whose claims are in each story, and which stories may be near each other."""
        numbers: dict[str, Counter[Atom]] = defaultdict(Counter)
        for members, sign in ((self.gone, -1), (self.come, 1)):
            for atom, some in members.items():
                for member in some:
                    numbers[member.story][atom] += sign
        for story, differences in numbers.items():
            there = in_story(self.view, story)
            after = {
                atom: there.get(atom, 0) + differences[atom] for atom in there.keys() | differences.keys()
            }
            rows = [[*atom, number] for atom, number in sorted(after.items()) if number]
            self.view.put(f"u|{story}", rows or None)
            if bool(there) is not bool(rows):
                change = self.view.link if rows else self.view.unlink
                for key in story_keys(story):
                    change(f"d|{key}", story)


def in_story(view: View, story: str) -> dict[Atom, int]:
    """The atoms that have claims in a story, and how many."""
    return {Atom(*row[:-1]): row[-1] for row in view.get(f"u|{story}") or []}
