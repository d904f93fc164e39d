"""The tallies of officials, kept up to date: what claims that come and go change in them, and nothing else.

The index holds the tally of each official ("x|"), whose claims are in each story ("u|"), and the stories that
may be near each other ("d|"). So a claim more asks only for its own story and those near it, however many
claims the official has; where that does not settle the number of texts, all claims are counted anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Official
from kg.read.story import count_stories, keys, near
from kg.resolve.atoms import Atom
from kg.resolve.filing import OfficialChanges, in_story
from kg.resolve.index import View
from kg.resolve.near_officials import Named, Officials
from kg.resolve.persona import (
    Count,
    Group,
    Member,
    Persona,
    Tally,
    by_group,
    groups,
    official,
    persona,
    span_of,
    tally_from,
    tally_row,
)


def file_tally(view: View, slug: str, tally: Tally | None) -> None:
    """Keep the tally of an official, or forget it."""
    view.put(f"x|{slug}", None if tally is None else tally_row(tally))


@dataclass(frozen=True, slots=True)
class _Part:
    """A person in one view, and the claims that the other view has not."""

    view: Officials
    one: Named
    told: list[tuple[Atom, Member]]

    def counted(self, story: str) -> set[Group]:
        """What a story counts for."""
        atoms = in_story(self.view.view, story).keys() & set(self.one.atoms)
        return {group for atom in atoms for group in groups(atom)}


class Tallies:
    """The officials of one change, before and after, and their tallies in the index."""

    def __init__(self, old: Officials, new: Officials, changes: OfficialChanges) -> None:
        self.old, self.new, self.changes = old, new, changes

    def change(
        self, old: Iterable[Named], new: Iterable[Named]
    ) -> tuple[tuple[Official, ...], tuple[Official, ...]]:
        """The officials of persons before and after, sorted by slug, and the tallies brought up to date."""
        some = [{one.slug: one for one in people} for people in (old, new)]
        slugs = sorted(some[0].keys() | some[1].keys())
        pairs = [self._pair(some[0].get(slug), some[1].get(slug)) for slug in slugs]
        return tuple(one for one, _ in pairs if one), tuple(one for _, one in pairs if one)

    def _pair(self, old: Named | None, new: Named | None) -> tuple[Official | None, Official | None]:
        """The official of one slug before and after, and the tally brought up to date.

        Where there is one both times, each has in evidence only the claims that the other has not.
        """
        if old is not None and new is not None and set(old.atoms) & set(new.atoms):
            return self._both(old, new)
        for one in (old, new):
            if one is not None:
                file_tally(self.new.view, one.slug, None)
        before = None if old is None else _persona(self.old, old).official
        if new is None:
            return before, None
        after = _persona(self.new, new)
        file_tally(self.new.view, new.slug, after.tally)
        return before, after.official

    def _both(self, old: Named, new: Named) -> tuple[Official, Official]:
        shared = set(old.atoms) & set(new.atoms)
        parts = (
            self._part(self.old, old, shared, self.changes.gone),
            self._part(self.new, new, shared, self.changes.come),
        )
        before = tally_from(self.old.view.get(f"x|{old.slug}"))
        after = self._changed(before, *parts)
        if after is None:
            after = _persona(self.new, new).tally
        file_tally(self.new.view, new.slug, after)
        return _thin(parts[0], before), _thin(parts[1], after)

    def _part(
        self, view: Officials, one: Named, shared: set[Atom], moved: Mapping[Atom, set[Member]]
    ) -> _Part:
        told = view.claims(atom for atom in one.atoms if atom not in shared)
        told += [(atom, member) for atom in shared & moved.keys() for member in moved[atom]]
        return _Part(view, one, told)

    def _changed(self, tally: Tally, gone: _Part, come: _Part) -> Tally | None:
        """The tally after claims have gone and come; None where only all claims together tell."""
        after = dict(tally)
        less, more = by_group(gone.told), by_group(come.told)
        stories = _Stories(gone, come)
        for group in less.keys() | more.keys():
            before = tally.get(group, Count(0, 0))
            claims = before.claims - len(less.get(group, ())) + len(more.get(group, ()))
            if not claims:
                del after[group]
                continue
            articles = stories.difference(group, [*less.get(group, ()), *more.get(group, ())])
            days = _days(group, before, less.get(group, ()), more.get(group, ()))
            if articles is None or days is None:
                return None
            after[group] = Count(claims, before.articles + articles, *days)
        return after


def _persona(view: Officials, one: Named) -> Persona:
    return persona(one.slug, one.formerly, view.claims(one.atoms))


def _thin(part: _Part, tally: Tally) -> Official:
    claims = {group: [m.ref for m in members] for group, members in by_group(part.told).items()}
    return official(part.one.slug, part.one.formerly, part.one.atoms, tally, claims)


def _days(
    group: Group, before: Count, less: Iterable[Member], more: Iterable[Member]
) -> tuple[str, str] | None:
    """First and last day of a group after claims have gone and come; None where one of the ends has gone."""
    if group[0] != "post":
        return "", ""
    ends = {before.first, before.last} - {""}
    if any(member.day in ends for member in less):
        return None
    days = sorted(ends.union(span_of(more)) - {""})
    return (days[0], days[-1]) if days else ("", "")


class _Stories:
    """How many texts more or fewer there are behind a group."""

    def __init__(self, before: _Part, after: _Part) -> None:
        self.before, self.after = before, after
        self._near: dict[str, set[str]] = {}
        self._counted: dict[str, tuple[set[Group], set[Group]]] = {}

    def difference(self, group: Group, members: Iterable[Member]) -> int | None:
        """By how many texts the stories of some claims change a group; None where others may connect them."""
        stories = {member.story for member in members}
        changed = {one for one in stories if self.is_in(one, group, 0) is not self.is_in(one, group, 1)}
        around = changed.union(*map(self.near, changed))
        old, new = ({story for story in around if self.is_in(story, group, at)} for at in (0, 1))
        if count_stories(old & new) > 1:
            return None
        return count_stories(new) - count_stories(old)

    def is_in(self, story: str, group: Group, at: int) -> bool:
        """Whether a story counts for a group, before (0) or after (1)."""
        if story not in self._counted:
            self._counted[story] = self.before.counted(story), self.after.counted(story)
        return group in self._counted[story][at]

    def near(self, story: str) -> set[str]:
        """The other stories that are near one."""
        if story not in self._near:
            views = self.before.view.view, self.after.view.view
            there = {other for key in keys(story) for view in views for other in view.members(f"d|{key}")}
            self._near[story] = {other for other in there if other != story and near(story, other)}
        return self._near[story]
