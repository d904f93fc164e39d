"""Verbs left out: "A was in Doha on Friday, B on Saturday", "X met Y on Monday and Z on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.journeys.fragments import fragments
from kg.extract.journeys.whereto import drafts
from kg.extract.places.find import PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import unique
from kg.extract.whom.discourse import Discourse

_Group = tuple[list[Word], list[PlacePhrase], DatePhrase | None]  # who, where, when

_JOINTS = frozenset(", and then while".split())
_TOWARDS = frozenset("to in for at on".split())
# "nine days after her", "the week before him", "between the two"
_AFTERWARDS = frozenset(
    "after before later earlier her him them that a an the day days week weeks month months year years same only just "
    "barely not too likewise between two".split()
)
_ORDER = frozenset("after before later earlier between likewise too".split())


def followed(tree: Tree, talk: Discourse, verb: Word, told: list[Draft]) -> Iterator[Draft]:
    """The journeys that a clause told of, and those of further travellers behind it without a verb."""
    yield from told
    if not told:
        return
    for travellers, places, day in list(_groups(tree, verb)) or _elsewhere(tree, verb):
        sides = [
            talk.side(w.mention.official, w)
            for w in travellers
            if w.mention and w.mention.official is not None
        ]
        if any({s.official for s in sides} & d.officials for d in told):
            continue
        goal = places or [d.place for d in told if d.place is not None]
        for d in drafts(tree, verb, sides, goal, told[0].rule):
            d.date, d.undated = day, day is None and not places
            yield d


def _elsewhere(tree: Tree, verb: Word) -> Iterator[_Group]:
    """ "will go to Rome for the summit in May, *and Y to Lima*": whatever stands between."""
    for w in tree.words[verb.i + 1 : -2]:
        to, goal = tree.words[w.i + 1], tree.words[w.i + 2]
        before = tree.words[w.i - 1].lower
        named = w.mention is not None and w.mention.kind == "name"
        if named and before in _JOINTS and to.lower == "to" and goal.place is not None and not _acts(tree, w):
            behind = tree.words[goal.i + 1 : goal.i + 4]
            yield [w], [goal.place], next((b.date for b in behind if b.date is not None), None)


def in_turn(
    tree: Tree, talk: Discourse, told: Sequence[Draft], before: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """Whom somebody met, called or signed with next: "X met Y in Rome on Monday and Z in Paris on Tuesday".

    A part without a verb behind a semicolon goes on about what the part `before` told of.
    """
    if not told:
        yield from fragments(tree, talk, before)
    taken = {official for d in told if d.kind != "visit" for official in d.officials}
    for d in told:
        doers = [s for s in d.sides if s.official is not None and s.start < d.trigger.start]
        behind = [
            w
            for w in tree.words[d.trigger.i :]
            if w.mention is not None and w.mention.official in d.officials
        ]
        if d.kind == "visit" or d.gathering or not doers or not behind:
            continue
        groups = list(_groups(tree, d.trigger, behind[-1].i + 1)) or list(_led(tree, d, behind[-1].i + 1))
        for others, places, day in groups:
            sides = [
                talk.side(w.mention.official, w)
                for w in others
                if w.mention and w.mention.official is not None and w.mention.official not in taken
            ]
            if {s.country for s in sides} - {s.country for s in doers}:
                place = places[0] if places else None
                yield replace(
                    d,
                    sides=unique([*doers, *sides]),
                    date=day,
                    place=place,
                    place_stated=bool(places),
                    rules=[],
                )


def _led(tree: Tree, told: Draft, start: int) -> Iterator[_Group]:
    """Names led by a day or place of their own, whatever stands between: "met X about grain, *and on Monday Y*"."""
    for w in tree.words[start:]:
        group = _behind_joint(tree, w.i + 1) if w.lower in _JOINING else None
        if group is None:
            continue
        before = [b for b in tree.words[: w.i] if b.i not in {x.i for x in group[0]}]
        days = [b.day for b in before if b.day is not None]
        towns = [b.town for b in before if b.town is not None]
        told.date = told.date or (days[0] if len(set(days)) == 1 else None)
        if told.place is None and len(towns) == 1 and group[1]:
            told.place, told.place_stated = towns[0], True
        yield group


def _behind_joint(tree: Tree, start: int) -> _Group | None:
    """The name that stands behind a day or place and has no verb of its own, with these."""
    day: DatePhrase | None = None
    places: list[PlacePhrase] = []
    for w in tree.words[start : start + _SPAN]:
        if w.mention is not None and w.mention.kind == "name" and w.dep != "poss":
            return None if _acts(tree, w) or not (places or day) else ([w], places, day)
        if w.date is not None:
            day = day or w.day
        elif w.place is not None and w.mention is None:
            places.append(w.place)
        elif w.mention is None and w.tag != "POS" and w.lower not in _LEADING and not is_noun(w):
            return None
    return None


def _acts(tree: Tree, name: Word) -> bool:
    """Whether a name, or what it stands beside, is the subject of a verb behind it."""
    top, above = name, tree.head(name)
    while above is not None and top.dep in ("appos", "compound", "nmod") and not is_verb(above):
        top, above = above, tree.head(above)
    return top.dep in ("nsubj", "nsubjpass") and above is not None and is_verb(above) and above.i > name.i


_JOINING = frozenset({"and", "then"})
_SPAN = 14  # words between "and" and the name
_LEADING = frozenset("on in at , the and then with to later his her its a same also".split())


def _groups(tree: Tree, verb: Word, start: int | None = None) -> Iterator[_Group]:
    """Names behind a clause with a place or day of their own: who, where, when."""
    names: list[Word] = []
    places: list[PlacePhrase] = []
    day: DatePhrase | None = None
    # whether a comma or "and" came last; whether the clause has had its day or place; "nine days after her"
    joint, apart, later = False, False, False
    ahead: DatePhrase | None = None  # the day told before the name
    aims = {
        b.i for c in tree.children(verb, "advcl", "xcomp") if _infinitive(tree, c) for b in tree.subtree(c)
    }
    for w in tree.words[verb.i + 1 if start is None else start :]:
        if w.i in aims or _beside(tree, w):
            continue
        if is_verb(w) or w.lower in ("who", "where", "which", "with"):
            break
        fresh = w.mention is not None and w.mention.kind == "name"
        if fresh and ahead is not None and _acts(tree, w):
            break
        if fresh and names and w.mention == names[-1].mention:
            continue
        if fresh and ((apart and joint) or (names and joint)):
            if places or day is not None or later:
                yield names, places, day
                names, places, day, later = [], [], None, False
            names.append(w)
            day, ahead = ahead or day, None
        elif w.place is not None or w.date is not None:
            if apart and joint and not names and w.date is not None:
                ahead = w.date  # "met X on Monday and, the following day, Y"
            apart = True
            if names and w.place is not None and not fresh:
                places.append(w.place)
            elif names and w.date is not None:
                day = w.date
        elif w.lower in _TIMES:  # "saw X four times and Y twice"
            apart, later = True, later or bool(names)
        elif w.lower not in _JOINTS | _TOWARDS | _AFTERWARDS and w.tag != "CD" and w.lower not in _POINTING:
            break
        later = later or (bool(names) and w.lower in _ORDER)
        joint = w.lower in _JOINTS
        apart = apart or w.lower in _POINTING
    if names and (places or day is not None or later):
        yield names, places, day


_TIMES = frozenset({"times", "twice", "once"})
_POINTING = frozenset({"here", "there"})


def _infinitive(tree: Tree, verb: Word) -> bool:
    return any(c.lower == "to" for c in tree.children(verb, "aux"))


def _beside(tree: Tree, word: Word) -> bool:
    """Whether a word belongs to what only describes a name: "B, then the army's chief, a day later"."""
    if word.mention is not None and word.mention.kind == "title":
        return True
    head = word if word.dep == "appos" else tree.head(word)
    leads = word.dep in ("compound", "poss", "det", "amod", "advmod", "appos")
    if word.dep == "case":
        owner = tree.head(word)
        return owner is not None and _beside(tree, owner)
    return leads and head is not None and head.dep == "appos" and head.mention is None and head.date is None
