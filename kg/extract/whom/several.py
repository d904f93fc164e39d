"""Whom a plural without names means: "the two men", "both ministers", "the three presidents", "they"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.extract.sentence.grammar import after, clause, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.company import LANDS
from kg.extract.whom.descriptions import partner, spoken_of
from kg.extract.whom.pronouns import impossible
from kg.reference import senses
from kg.vocab import BODIES

if TYPE_CHECKING:
    from kg.extract.whom.discourse import Discourse

NUMBERS = {
    **dict.fromkeys(("two", "both", "pair", "duo", "couple"), 2),
    **dict.fromkeys(("three", "trio", "troika"), 3),
    **dict.fromkeys(("four", "quartet"), 4),
    "five": 5,
    "six": 6,
}


def post_of(tree: Tree, word: Word) -> str:
    """The post that a plural speaks of: "the prime ministers" are premiers, "the foreign ministers" no others."""
    post = word.lower.rstrip("s")
    near = {w.lower for w in tree.children(word, "amod", "compound", "nmod")}
    if post == "minister" and near & {"prime", "foreign", "defence", "defense"}:
        return "premier" if "prime" in near else "foreign minister" if "foreign" in near else "defen minister"
    return post


def several(
    talk: Discourse, tree: Tree, word: Word, number: int, post: str, exclude: Iterable[int]
) -> list[Side]:
    """ "the two", "both men", "the three ministers", "they" (`number` 0): those spoken of together."""
    if _of_a_club(tree, word):
        return []
    others = set(impossible(talk, tree, word))
    here = [s for s in spoken_of(talk, tree, word) if s.official not in others and _hold(talk, [s], post)]
    barred = {*exclude, *others}
    near = here[-number:] if number else here
    if len(near) >= 2 and len({s.country for s in near}) == len(near) and number in (0, len(near)):
        return [s for s in near if s.official not in barred]
    if (group := _together(talk, tree, word, number, post, here, barred)) is not None:
        if number and group and word.dep in ("dobj", "pobj") and talk.groups[-1:] != [tuple(group)]:
            talk.together(group)  # "rang both leaders": "them" means these
        return list(group)
    if len(here) == 1 and number == 2 and here[0].official is not None:
        other = partner(talk, tree, word, here[0].official)
        if other is not None and other.official not in barred and _hold(talk, [other], post):
            return [here[0], other]
    if number and len(talk.previous) == number and not here:  # of one state: "the two were received by X"
        same = [talk.side(o, word) for o in talk.previous if o not in barred]
        if len(same) == number and _hold(talk, same, post):
            return same
    if number:
        return _latest(talk, word, number, post, barred)
    return _all_who_hold(talk, word, post, barred) or _of_process(talk, tree, word, post)


def _together(
    talk: Discourse, tree: Tree, word: Word, number: int, post: str, here: list[Side], barred: set[int]
) -> Sequence[Side] | None:
    """The latest group told of together that fits the number and the post, with those of whom `here` already spoke."""
    two = _in_two_steps(talk, tree, word, number, post, here)
    for group in [*([two] if two else []), *_latest_pair(talk, tree, word, here), *reversed(talk.groups)]:
        if barred & {s.official for s in group} or number not in (0, len(group)):
            continue
        if not number and post in _LOOSE and talk.groups and group in talk.groups[:-1]:
            return None  # "the leaders", without a number: those just spoken of
        if post in _EXACT and not number and any(s.country in BODIES for s in group):
            continue  # "the prime ministers": no mediator
        if number and len({s.country for s in group}) < 2:
            continue  # "they" may be of one state, "the two leaders" hardly
        apart = len(here) == 1 and number == 2 and here[0].official not in {s.official for s in group}
        if apart or not _hold(talk, group, post):
            continue
        if group is two:
            talk.together(group)
        return group
    return None


_DELEGATES = frozenset(
    "negotiators delegations delegates teams experts commanders armies ministers negotiator officers generals".split()
)


def _of_process(talk: Discourse, tree: Tree, word: Word, post: str) -> list[Side]:
    """ "*The defence ministers* will hold a session": unnamed, of the states whose talks the text speaks of."""
    own = [c for c in tree.children(word) if c.dep in ("prep", "relcl", "acl", "poss", "appos", "nummod")]
    the = any(d.lower in ("the", "both") for d in tree.children(word, "det", "predet"))
    if word.lower not in _DELEGATES or own or not the or post == "premier" or len(talk.process) not in (2, 3):
        return []
    states = [c for c in talk.process if c not in BODIES]
    return [Side(None, c, word.start, word.end) for c in states] if len(states) > 1 else []


def of_both_lands(talk: Discourse, tree: Tree, word: Word) -> list[str]:
    """ "The foreign ministers *of the two countries*", "officers *from both sides*": the states spoken of together."""
    if word.lower in _LEADERS and not tree.children(word, "det"):
        return []  # "the last time that leaders of the two countries met": who, is told behind
    for land in [*after(tree, word, "of", "from"), *tree.children(word, "poss")]:
        number = _number_of_lands(tree, land)
        likeliest = lands_meant(talk, number) if number else []
        if likeliest:
            return likeliest if _just_named(talk, tree) <= {*likeliest, *talk.process} else []
    return []


def _number_of_lands(tree: Tree, land: Word) -> int:
    """How many "the two countries", "both capitals" are; 0 for what is no such plural."""
    near = {w.lower for w in tree.children(land, "nummod", "det", "amod", "predet")}
    number = next((n for w, n in NUMBERS.items() if w in near), 0)
    return number if land.lower in _LANDS and number > 1 else 0


def lands_meant(talk: Discourse, number: int) -> list[str]:
    """The so many states that the text speaks of together, those of the latest talks first."""
    groups = [[s.country for s in g] for g in reversed(talk.groups)]
    told = [talk.process, *groups, *(o.countries for o in reversed(talk.occasions))]
    states = [sorted({c for c in g if c and c not in BODIES}) for g in told]
    fits = [found for found in states if len(found) == number]
    of_the_talks = [found for found in fits if set(found) <= set(talk.process)]
    return max(of_the_talks or fits, key=of_the_talks.count, default=[])


def both_lands(talk: Discourse, tree: Tree, land: Word) -> list[str]:
    """ "went to *both capitals*", "visited *the two countries*": the states meant."""
    number = _number_of_lands(tree, land)
    return lands_meant(talk, number) if number else []


def _just_named(talk: Discourse, tree: Tree) -> set[str]:
    """The states that the sentence before names: "Chad has offered rice. *The two countries'* ministers …" means Chad."""
    start = talk.text.rfind(". ", 0, max(0, tree.start - 2))
    before = [m for m in talk.cast.mentions if m.kind == "party" and start < m.start < tree.start]
    return {m.country for m in before if m.country and m.country not in BODIES}


_LEADERS = frozenset({"leaders", "presidents", "premiers"})
_LANDS = LANDS | frozenset("sides neighbours neighbors governments armies capitals peoples".split())
_MANY = 4  # holders of a post of whom an article says no more than "the foreign ministers"


def _of_a_club(tree: Tree, word: Word) -> bool:
    """ "The foreign ministers *of the G7*": of a group that no table knows, not those whom the text names."""
    owners = [
        p for prep in tree.children(word, "prep") if prep.lower == "of" for p in tree.children(prep, "pobj")
    ]
    unknown = [p for p in owners if p.place is None and p.text[:1].isupper() and not senses(p.text)]
    return any(
        p.mention is None or (p.mention.kind == "group" and p.mention.country is None) for p in unknown
    )


def _all_who_hold(talk: Discourse, word: Word, post: str, barred: set[int]) -> list[Side]:
    """ "The prime ministers": those of the article, one of each state, where no group has been spoken of."""
    if post not in _EXACT or post in ("minister", "leader"):
        return []
    found = [o for o in talk.cast.officials if o.role and not o.former and _is_office(post, o.role.lower())]
    states = {o.country for o in found}
    if len(found) > 2 and "minister" in post:
        return []  # of foreign ministers there are always more than the text names
    if not 2 <= len(found) <= _MANY or len(states) < len(found) or barred & {o.local for o in found}:
        return []
    return [talk.side(o.local, word) for o in found]


def _latest_pair(talk: Discourse, tree: Tree, word: Word, here: list[Side]) -> list[tuple[Side, ...]]:
    """The two of different states in the sentence before, where this one names nobody yet."""
    spoken = [s.official for i, s in talk.said.get(tree.number - 1, []) if s.official is not None]
    people = list(dict.fromkeys([*spoken, *talk.previous]))
    if here or len(people) != 2:
        return []
    pair = tuple(talk.side(o, word) for o in people)
    return [pair] if pair[0].country != pair[1].country else []


def _in_two_steps(
    talk: Discourse, tree: Tree, word: Word, number: int, post: str, here: list[Side]
) -> tuple[Side, ...] | None:
    """ "X landed on Sunday. Y followed on Monday. *Both men* …": those of whom the last two sentences were."""
    two = tuple(talk.subjects[-2:])
    if here or number != 2 or len(two) < 2 or any(s.official is None for s in two):
        return None
    if post in _EXACT and not all(talk.by_local[s.official].role for s in two if s.official is not None):
        return None
    last = max((s.start for s in talk.groups[-1]), default=-1) if talk.groups else -1
    apart = two[0].official != two[1].official and two[0].country != two[1].country
    if not apart or min(s.start for s in two) <= last:
        return None
    doer = subject(tree, clause(tree, word))
    if doer is not None and doer.mention is not None and doer.mention.official is not None:
        own = talk.by_local[doer.mention.official].country
        return two if own not in {s.country for s in two} else None  # "X of Chad then took both to lunch"
    return two


_LEADING = (
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "emir",
    "sultan",
    "prince",
    "leader",
    "taoiseach",
    "head of state",
    "head of government",
    "chair",
)
_LOOSE = ("leader", "side", "men", "counterpart", "parti")
_EXACT = (
    "minister",
    "president",
    "premier",
    "king",
    "ambassador",
    "leader",
    "foreign minister",
    "defen minister",
)


def _hold(talk: Discourse, group: Sequence[Side], post: str) -> bool:
    """Whether the named of a group hold a post such as "minister", where one is asked for."""
    if post not in _EXACT:
        return True
    roles = [(talk.by_local[s.official].role or "").lower() for s in group if s.official is not None]
    if post == "minister" and not any(roles):
        return False  # "the ministers" are those whom the text calls so
    told = [o for o in talk.cast.officials if o.role and not o.former and _is_office(post, o.role.lower())]
    if post == "president" and not any(roles) and len(told) == len(group):
        return False  # others are the two presidents
    return all(_is_office(post, role) for role in roles if role)


def _latest(talk: Discourse, word: Word, number: int, post: str, barred: set[int]) -> list[Side]:
    """The last so many officials of different states that the text spoke of, for "the two ministers"."""
    found: list[int] = []
    for official in reversed(talk.recent):
        o = talk.by_local[official]
        known = bool(o.role) or post not in _EXACT or post == "leader"
        fits = known and official not in barred and _hold(talk, [talk.side(official, word)], post)
        if official not in found and fits and all(o.country != talk.by_local[f].country for f in found):
            found.append(official)
        if len(found) == number:
            return [talk.side(f, word) for f in reversed(found)]
    return []


def _is_office(post: str, role: str) -> bool:
    """Whether "the ministers" and the like may mean the holder of a role; a prime minister is a premier."""
    if "deputy" in role or "vice" in role:
        return False
    if post == "premier":
        return "prime" in role or "premier" in role or "chancellor" in role
    if post == "defen minister":
        return "defen" in role
    if post == "leader":
        return any(w in role for w in _LEADING)
    if post == "president" and "head of state" in role:
        return True
    return post in role and not (post == "minister" and "prime minister" in role and "foreign" not in role)
