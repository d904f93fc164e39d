"""One more article costs what that article touches: the change of picture and index by a few claims.

The neighbourhood of a change is worked out twice, as the index was and as it is to be, with the same
functions; what differs is the change of the picture. `kg.resolve.whole` gives the same from everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kg.model import ArticleClaims, ClaimRef, Event, Official, Picture
from kg.resolve.atoms import Atom, atom_of, day_of
from kg.resolve.bundling import file_gathering, file_telling, ref_of, ref_text
from kg.resolve.filing import OfficialChanges
from kg.resolve.homes import Homes
from kg.resolve.index import Nowhere, Remembered, Source, View
from kg.resolve.judgements import Verdicts
from kg.resolve.kept_persons import file_persons, keep_persons
from kg.resolve.near_events import Events, Refs, filed_under, packed, told_at
from kg.resolve.near_officials import Named, Officials, atom_id, file_person
from kg.resolve.persona import Member
from kg.resolve.tallies import Tallies, file_tally
from kg.resolve.whole import Resolved, story_of, tellings

NONE = Verdicts()
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Said:
    """What the user's judgements come to, on officials and on events."""

    officials: Verdicts = NONE
    events: Verdicts = NONE


@dataclass(slots=True)
class Change:
    """The officials and events that a change takes away and brings, and the index as it is then.

    An official that is there before and after has in evidence, each time, only claims that it has not both
    times: a head of state stands in thousands of articles, of which one comes.
    """

    old: Picture
    new: Picture
    index: View
    touched: int = 0  # events looked at, for measurements


@dataclass(slots=True)
class _Step:
    """One change on its way through: the index before and after."""

    before: View
    after: View
    said: tuple[Said, Said]
    removed: Sequence[ArticleClaims]
    added: Sequence[ArticleClaims]
    judged: Sequence[ClaimRef] = ()
    old: Events = field(init=False)
    new: Events = field(init=False)


def change(  # noqa: PLR0913 - two sets of claims, two of judgements
    source: Source,
    *,
    added: Sequence[ArticleClaims] = (),
    removed: Sequence[ArticleClaims] = (),
    before: Said | None = None,
    after: Said | None = None,
    judged: Sequence[ClaimRef] = (),
) -> Change:
    """What claims that come and go change, given the index of those that are there.

    `removed` must be there and `added` must not (an article that is replaced is in both). `before` and
    `after` are the judgements that stand, `judged` the event claims that a difference between them names;
    articles whose officials it names must be in both `removed` and `added`. Costs what the claims touch.

    >>> from kg.resolve.index import Nowhere
    >>> change(Nowhere()).new
    Picture(officials=(), events=())
    """
    before = before or Said()
    shared = Remembered(source)
    step = _Step(View(shared), View(shared), (before, after or before), removed, added, judged)
    officials = _change_officials(step)
    events, touched = _change_events(step, officials.moved)
    return Change(Picture(officials.old, events[0]), Picture(officials.new, events[1]), step.after, touched)


# ------------------------------------------------------------------ officials


@dataclass(slots=True)
class _OfficialChange:
    old: tuple[Official, ...]
    new: tuple[Official, ...]
    moved: dict[ClaimRef, str]  # claims whose official bears another slug now, and which


def _change_officials(step: _Step) -> _OfficialChange:
    changes = _file_officials(step)
    loud = changes.loud() if step.said[0].officials == step.said[1].officials else changes.atoms
    views = Officials(step.before, step.said[0].officials), Officials(step.after, step.said[1].officials)
    named = _who_is_who(views, loud)
    same = {_identity(one) for one in named[0]} & {_identity(one) for one in named[1]}
    moved = _file_persons(step.after, named, same, views[1])
    seen = {atom for people in named for one in people for atom in one.atoms}
    quiet = [views[0].known(atom) for atom in changes.atoms - seen]
    people = [
        [
            one
            for one in (*some, *quiet)
            if _identity(one) not in same or not changes.atoms.isdisjoint(one.atoms)
        ]
        for some in named
    ]
    records = Tallies(*views, changes).change(*people)
    return _OfficialChange(*records, moved)


def _file_officials(step: _Step) -> OfficialChanges:
    """Bring the filing of the officials' claims up to date."""
    changes = OfficialChanges(step.after)
    for claims, verdict, gone in (
        (step.removed, step.said[0].officials, True),
        (step.added, step.said[1].officials, False),
    ):
        for one in claims:
            for atom, member in official_claims(one, verdict):
                changes.change(atom, member, gone=gone)
                if member.ref in verdict.camps:
                    step.after.put(f"j|{ref_text(member.ref)}", None if gone else [atom.country, atom.name])
    changes.finish()
    return changes


def _who_is_who(views: tuple[Officials, Officials], loud: Iterable[Atom]) -> list[list[Named]]:
    """The persons that atoms which came, went or changed their magnitude may touch, in each view."""
    forms, keys = keep_persons(*views, loud)
    _until_settled(views, lambda view: view.grow(forms, keys), forms, keys)
    return [view.named(forms, keys) for view in views]


def _file_persons(
    index: View, named: Sequence[Sequence[Named]], same: Collection[object], view: Officials
) -> dict[ClaimRef, str]:
    """File the persons anew that are not the same; gives the claims of those that bear another slug now."""
    gone, new = ([one for one in people if _identity(one) not in same] for people in named)
    moved = _write_slugs(index, gone, new, view)
    for one in gone:
        index.put(f"o|{one.slug}", None)
    for one in new:
        file_person(index, one)
    return moved


def _until_settled(views: Sequence[V], grow: Callable[[V], None], *sets: set[Any]) -> None:
    """Let every view `grow` the sets until none adds to them."""
    sizes: list[int] = []
    while sizes != (now := [len(some) for some in sets]):
        sizes = now
        for view in views:
            grow(view)


def _identity(one: Named) -> tuple[tuple[Atom, ...], str, tuple[str, ...]]:
    return one.atoms, one.slug, one.formerly


def official_claims(claims: ArticleClaims, verdict: Verdicts) -> Iterable[tuple[Atom, Member]]:
    """The officials of an article as members of their atoms."""
    key, story, day = claims.article.key, story_of(claims.article), day_of(claims)
    for claim in claims.officials:
        ref = (key, claim.local)
        yield atom_of(claims, claim, pinned=ref in verdict.camps), Member(ref, story, day)


def _write_slugs(
    index: View, gone: Iterable[Named], new: Iterable[Named], view: Officials
) -> dict[ClaimRef, str]:
    """Note the slug of every atom; gives the claims of those that bear another one than before."""
    moved: dict[ClaimRef, str] = {}
    slugs = {atom: one.slug for one in gone for atom in one.atoms}
    for one in new:
        for atom in one.atoms:
            if slugs.get(atom) != one.slug and view.slug_of(atom) != one.slug:
                index.put(f"p|{atom_id(atom)}", one.slug)
                moved |= {member.ref: one.slug for member in view.members(atom)}
    return moved


# ------------------------------------------------------------------ events


def _change_events(
    step: _Step, moved: Mapping[ClaimRef, str]
) -> tuple[tuple[tuple[Event, ...], tuple[Event, ...]], int]:
    dirty = _file_events(step, moved)
    step.old = Events(step.before, step.said[0].events)
    step.new = Events(step.after, step.said[1].events)
    refs = dirty | set(step.judged)
    views = (step.old, step.new)
    refs |= Homes(step.old, step.new, dirty).settle()
    _until_settled(views, lambda view: refs.update(r for c in view.clusters(refs) for r in c), refs)
    _add_namesakes(step, refs)
    _add_children(step, refs)
    clusters = step.old.clusters(refs), step.new.clusters(refs)
    same = {
        c
        for c in clusters[0] & clusters[1]
        if not dirty & set(c) and _looks(step.old, c) == _looks(step.new, c)
    }
    records = [
        tuple(view.record(cluster) for cluster in sorted(some - same))
        for view, some in zip((step.old, step.new), clusters, strict=True)
    ]
    return (records[0], records[1]), len(refs)


def _looks(view: Events, cluster: Refs) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return view.slug(cluster), view.formerly(cluster), view.parents(cluster)


def _add_namesakes(step: _Step, refs: set[ClaimRef]) -> None:
    """File the names that events wish for; add the events that share a name with one which appears, disappears
    or changes its name, or its place among those that wish for it."""
    wishes = [{(view.base(c), c[0]) for c in view.clusters(refs)} for view in (step.old, step.new)]
    for file, some in (
        (step.after.unlink, wishes[0] - wishes[1]),
        (step.after.link, wishes[1] - wishes[0]),
    ):
        for name, first in some:
            file(f"l|{name}", ref_text(first))
    changed = {name for name, _ in wishes[0] ^ wishes[1]}
    for view in (step.old, step.new):
        found = {ref for name in changed for ref in view.filed(f"n|{name}")}
        refs |= {ref for cluster in view.clusters(found) for ref in cluster}


def _add_children(step: _Step, refs: set[ClaimRef]) -> None:
    """Add the events that may be parts of one which changes."""
    known = [{view.slug(c): c for c in view.clusters(refs)} for view in (step.old, step.new)]
    same = {
        slug
        for slug in known[0].keys() & known[1].keys()
        if _same_parts(step, known[0][slug], known[1][slug])
    }
    for view, some in zip((step.old, step.new), known, strict=True):
        for slug, cluster in some.items():
            if slug not in same:
                refs |= {ref for child in view.children(cluster) for ref in child}


def _same_parts(step: _Step, old: Refs, new: Refs) -> bool:
    """Whether an event has the same parts before and after, but for those that articles tell which come or go."""
    keys = {one.article.key for one in (*step.removed, *step.added)}
    if not {key for key, _ in set(old) ^ set(new)} <= keys:
        return False
    return step.old.frame(old).outward == step.new.frame(new).outward


def _file_events(step: _Step, moved: Mapping[ClaimRef, str]) -> set[ClaimRef]:
    """Bring the filing of tellings up to date; gives those that came, went, or name another official now."""
    dirty: set[ClaimRef] = set()
    for one in step.removed:
        for claim in one.events:
            dirty.add((one.article.key, claim.local))
            step.after.put(f"e|{ref_text((one.article.key, claim.local))}", None)
    for one in step.added:
        atoms = official_claims(one, step.said[1].officials)
        slug_of = {member.ref: step.after.get(f"p|{atom_id(atom)}") for atom, member in atoms}
        for told in tellings(one, slug_of):
            step.after.put(f"e|{ref_text(told.ref)}", packed(told))
            dirty.add(told.ref)
    for official, slug in moved.items():
        dirty |= _rename(step, official, slug)
    for ref in dirty:
        _refile(step, ref)
    return dirty


def _rename(step: _Step, official: ClaimRef, slug: str) -> set[ClaimRef]:
    """Write the slug of an official into the tellings that name the claim; gives these."""
    key, local = official
    named: set[ClaimRef] = set()
    for text in step.after.members(f"r|{key}"):
        row = step.after.get(f"e|{text}")
        if row is not None and any(part[0] == local for part in row[4]):
            parts = [[*p[:3], slug, *p[4:]] if p[0] == local else p for p in row[4]]
            step.after.put(f"e|{text}", [*row[:4], parts, *row[5:]])
            named.add(ref_of(text))
    return named


def _refile(step: _Step, ref: ClaimRef) -> None:
    before, after = told_at(step.before, ref), told_at(step.after, ref)
    if before is not None:
        file_telling(step.after, before, gone=True)
    if after is not None:
        file_telling(step.after, after)
    old = set(filed_under(before)) if before else set()
    new = set(filed_under(after)) if after else set()
    for key in old - new:
        step.after.unlink(key, ref_text(ref))
    for key in new - old:
        step.after.link(key, ref_text(ref))


def whole_index(claims: Sequence[ArticleClaims], found: Resolved, said: Said) -> View:
    """The index of all claims, from nothing, given what follows from them."""
    index = View(Nowhere())
    changes = OfficialChanges(index)
    stories = {one.article.key: story_of(one.article) for one in claims}
    slug_of = {ref: official.slug for official in found.picture.officials for ref in official.claims}
    atoms: dict[str, set[Atom]] = defaultdict(set)
    for one in claims:
        for atom, member in official_claims(one, said.officials):
            changes.change(atom, member, gone=False)
            index.put(f"p|{atom_id(atom)}", slug_of[member.ref])
            atoms[slug_of[member.ref]].add(atom)
            if member.ref in said.officials.camps:
                index.put(f"j|{ref_text(member.ref)}", [atom.country, atom.name])
        for told in tellings(one, slug_of):
            index.put(f"e|{ref_text(told.ref)}", packed(told))
            for key in filed_under(told):
                index.link(key, ref_text(told.ref))
    for first, wish in found.wishes.items():
        index.link(f"l|{wish}", first)
    changes.finish()
    for official in found.picture.officials:
        file_person(index, Named(tuple(sorted(atoms[official.slug])), official.slug, official.formerly))
        file_tally(index, official.slug, found.tallies[official.slug])
    file_persons(index, found.who, found.stats)
    file_gathering(index, found.gathering, stories)
    return index
