"""Whom a description without a name means: "his host", "the Kenyan leader", "the visitor", "her counterpart"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.extract.records import Mention
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.pronouns import HE, pronoun
from kg.extract.wordings import GUESTS, HOSTS
from kg.reference import senses
from kg.vocab import BODIES

if TYPE_CHECKING:
    from kg.extract.whom.discourse import Discourse

_HEADS_OF_STATE = frozenset({"president", "monarch", "leader", "head-of-state", "crown-prince"})
_LEADERS = _HEADS_OF_STATE | {"prime-minister", "head-of-government"}
# Words for posts, the longer before the shorter, with the offices that their holders have.
_POSTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("foreign minister", frozenset({"foreign-minister"})),
    ("foreign secretar", frozenset({"foreign-minister"})),
    ("top diplomat", frozenset({"foreign-minister"})),
    ("chief diplomat", frozenset({"foreign-minister"})),
    ("secretary of state", frozenset({"foreign-minister"})),
    ("secretaries of state", frozenset({"foreign-minister"})),
    ("defense chief", frozenset({"defense-minister"})),
    ("defence chief", frozenset({"defense-minister"})),
    ("defense secretar", frozenset({"defense-minister"})),
    ("defence secretar", frozenset({"defense-minister"})),
    ("defense minister", frozenset({"defense-minister"})),
    ("defence minister", frozenset({"defense-minister"})),
    ("finance minister", frozenset({"finance-minister"})),
    ("prime minister", frozenset({"prime-minister", "head-of-government"})),
    ("head of government", frozenset({"prime-minister", "head-of-government"})),
    ("heads of government", frozenset({"prime-minister", "head-of-government"})),
    ("head of state", _HEADS_OF_STATE),
    ("heads of state", _HEADS_OF_STATE),
    ("premier", frozenset({"prime-minister", "head-of-government"})),
    ("chancellor", frozenset({"prime-minister"})),
    ("president", frozenset({"president", "head-of-state"})),
    ("leader", _LEADERS),
    ("ruler", _LEADERS),
    ("king", frozenset({"monarch", "head-of-state"})),
    ("queen", frozenset({"monarch", "head-of-state"})),
    ("emir", frozenset({"monarch", "head-of-state"})),
    ("sultan", frozenset({"monarch", "head-of-state"})),
    ("monarch", frozenset({"monarch", "head-of-state"})),
    ("sovereign", frozenset({"monarch", "head-of-state"})),
    ("crown prince", frozenset({"crown-prince"})),
    ("ambassador", frozenset({"ambassador"})),
    ("envoy", frozenset({"envoy", "ambassador", "negotiator", "mediator", "representative"})),
    ("negotiator", frozenset({"negotiator", "envoy"})),
    ("mediator", frozenset({"mediator", "envoy"})),
)
_SENT_ABROAD = frozenset({"ambassador", "envoy", "negotiator"})
_OTHERS = frozenset(
    "a an no any another every some former ex other first last next new previous deputy vice".split()
)
_REACH = 4  # subjects back within which a partner is sought


# What stands beside "leaders" and "parties" that are a state's own: "opposition leaders", "the leaders of four parties"
_AT_HOME = frozenset(
    "party parties opposition political union unions parliamentary congressional coalition tribal tribe tribes religious "
    "business church churches community communities faction factions rebel rebels labor labour student students regional "
    "provincial province provinces local county counties municipal clan clans village youth trade civic guerrilla industry "
    "groups teachers farmers workers militia militias legislative faith".split()
)


_FAITHS = frozenset("jewish muslim christian evangelical catholic orthodox buddhist hindu".split())


def of_one_state(tree: Tree, word: Word, *, abroad: bool = False) -> bool:
    """Whether unnamed leaders, men or parties are those of a state's own life: parties, unions, churches.

    Where their state is told (`abroad`) only those of a faith are: "American Jewish leaders".
    """
    if abroad:
        return word.lower in ("leaders", "leader") and any(
            w.lower in _FAITHS for w in tree.children(word, "amod")
        )
    near = tree.children(word, "compound", "amod", "nmod", "poss")
    near += [
        p
        for prep in tree.children(word, "prep")
        if prep.lower in ("of", "from")
        for p in tree.children(prep, "pobj")
    ]
    return any(w.lower in _AT_HOME for w in near)


def posts(role: str) -> frozenset[str]:
    """The offices that a post in the article's words may stand for; none if it stands for no single post.

    >>> sorted(posts("Kenyan foreign minister"))
    ['foreign-minister']
    """
    low = role.lower()
    return next((offices for word, offices in _POSTS if word in low), frozenset())


def holder(
    talk: Discourse, country: str | None, offices: Iterable[str], exclude: Iterable[int] = ()
) -> int | None:
    """The official of a state with one of these offices: the one last spoken of, else the only one."""
    wanted, barred = set(offices), set(exclude)
    fits = [
        o.local
        for o in talk.cast.officials
        if o.local not in barred
        and (country is None or o.country == country)
        and o.office in wanted
        and not o.former
    ]
    for official in reversed(talk.recent):
        if official in fits:
            return official
    # the only one of whom no post is told; but a queen is always named with hers
    if not fits and country is not None and wanted != {"monarch"}:
        fits = [
            o.local
            for o in talk.cast.officials
            if o.local not in barred and o.country == country and o.office is None and not o.former
            if o.local in talk.recent
            or not wanted & _SENT_ABROAD  # "the Thai ambassador": nobody named far below
        ]
    return fits[0] if len(fits) == 1 else None


def holders(
    talk: Discourse, tree: Tree, word: Word, m: Mention, countries: Sequence[str], exclude: Iterable[int]
) -> list[Side]:
    """The named officials whom "the Kenyan leader", "the presidents of X and Y" mean, else their states."""
    said = talk.text[m.start : m.end].lower()
    wanted = posts(m.role or word.lower) or _same_post(talk, tree, word)
    words = set(said.replace("-", " ").split())
    if m.kind == "title" and not wanted and "the" in words and not _introduced(talk, m):
        one = latest_of(talk, countries[0], set(exclude))  # "the U.S. official"
        return [talk.side(one, word) if one is not None else Side(None, countries[0], word.start, word.end)]
    if not wanted or words & _OTHERS:
        return [Side(None, c, word.start, word.end) for c in countries]
    plural = word.tag in ("NNS", "NNPS")  # "EU foreign ministers" are those of its members
    aides = (
        plural and word.lower in _AIDES
    )  # "envoys of A and B": not the one leader of B whom the text names
    found = [
        None
        if (plural and c in BODIES) or (aides and not _any_holds(talk, c, wanted))
        else holder(talk, c, wanted, exclude)
        for c in countries
    ]
    return [
        talk.side(o, word) if o is not None else Side(None, c, word.start, word.end)
        for o, c in zip(found, countries, strict=True)
    ]


_AIDES = frozenset(
    "envoys advisers advisors diplomats negotiators ambassadors deputies aides emissaries".split()
)


def _any_holds(talk: Discourse, country: str, wanted: frozenset[str]) -> bool:
    return any(o.country == country and o.office in wanted for o in talk.cast.officials)


def _same_post(talk: Discourse, tree: Tree, word: Word) -> frozenset[str]:
    """ "hosted *her* Thai and Peruvian *counterparts*": those who hold her post."""
    if word.lower != "counterparts":
        return frozenset()
    near = [word, *tree.children(word, "nmod", "amod", "compound")]  # "her Thai" is one phrase to the parser
    owner = next((o for w in near if (o := _owner(talk, tree, w)) is not None), None)
    office = talk.by_local[owner].office if owner is not None else None
    return frozenset({office}) if office else frozenset()


def unmentioned(
    talk: Discourse, tree: Tree, word: Word, countries: Sequence[str], exclude: Iterable[int]
) -> list[Side]:
    """Whom a post in small letters behind its state means: "Saudi Arabia's *king*", else the states."""
    near = [w.lower for w in tree.children(word, "compound", "amod")]
    wanted = (
        posts(" ".join([*near, word.lower])) if word.tag == "NN" and not _OTHERS & set(near) else frozenset()
    )
    found = [holder(talk, c, wanted, exclude) if wanted else None for c in countries]
    return [
        talk.side(o, word) if o is not None else Side(None, c, word.start, word.end)
        for o, c in zip(found, countries, strict=True)
    ]


def _introduced(talk: Discourse, m: Mention) -> bool:
    """Whether the text has brought in somebody unnamed whom the mention may take up: "a U.S. official said"."""
    head = talk.text[m.start : m.end].split()[-1]
    return (
        re.search(rf"\b(?:an?|another|one|senior)\b[^.]{{0,40}}\b{re.escape(head)}", talk.text[: m.start])
        is not None
    )


def guest_of(talk: Discourse, tree: Tree, word: Word, host: Side) -> Side | None:
    """For whom a banquet is given where the words leave it out: the visitor of whom the text speaks."""
    for travellers, country, _ in reversed(talk.journeys):
        if country == host.country and host.country is not None:
            return next((s for s in travellers if s.official is not None and s.country != country), None)
    return partner(talk, tree, word, host.official) if host.official is not None else None


def counterpart(talk: Discourse, tree: Tree, word: Word, exclude: Iterable[int]) -> Side | None:
    """ "his Saudi counterpart": who holds the owner's post for that state."""
    owner = _owner(talk, tree, word)
    office = talk.by_local[owner].office if owner is not None else None
    m = word.mention
    country = m.country if m is not None else None
    barred = {*exclude, *([owner] if owner is not None else [])}
    found = holder(talk, country, [office], barred) if office and country else None
    if found is None and m is not None and m.official is not None and m.official not in barred:
        found = m.official
    if found is None and country is not None:  # "rang X on Monday and his Thai counterpart on Tuesday": X's
        beside = [s.official for s in talk.named_in(tree.words[: word.i]) if s.official not in (None, owner)]
        posts_ = [talk.by_local[o].office for o in reversed(beside) if o is not None]
        found = next((h for p in posts_ if p and (h := holder(talk, country, [p], barred))), None)
    if found is not None:
        return talk.side(found, word)
    if owner is not None and country in (None, talk.by_local[owner].country):
        other = partner(talk, tree, word, owner)  # "A and B … . A received his colleague": B
        if other is not None and other.official is not None and other.official not in barred:
            return other if office and talk.by_local[other.official].office == office else None
    return Side(None, country, word.start, word.end) if country else None


def host_or_guest(talk: Discourse, tree: Tree, word: Word, exclude: Iterable[int]) -> list[Side]:
    """ "his host", "the visitor", "her guests"."""
    if word.tag == "NNS" and not tree.children(word, "det", "poss"):
        return []  # "further guests are awaited"
    owner = _owner(talk, tree, word)
    barred = {*exclude, *([owner] if owner is not None else [])}
    state = word.mention.country if word.mention is not None else None
    said = [x.code for c in tree.children(word, "amod") for x in senses(c.text) if x.kind == "demonym"]
    state = state or next(iter(said), None)
    if state:  # "his French host"
        found = latest_of(talk, state, barred)
        return [talk.side(found, word) if found else Side(None, state, word.start, word.end)]
    if word.lower in HOSTS and owner is not None:  # "X was in Rome, where he and *his host* …"
        abroad = _abroad(tree, word, talk.by_local[owner].country)
        found = _host_of(talk, owner, abroad, barred) if abroad else None
        if found is not None:
            return [talk.side(found, word)]
    for travellers, country, _ in reversed(talk.journeys):
        people = [s for s in travellers if s.official is not None and s.official not in barred]
        if word.lower in GUESTS and people and owner in (None, *_officials_of(talk, country)):
            return people if word.lower.endswith("s") else people[:1]
        if word.lower in HOSTS and (owner is None or owner in {s.official for s in travellers}):
            found = _host_of(talk, travellers[0].official, country, barred)
            return [talk.side(found, word) if found else Side(None, country, word.start, word.end)]
    for guests, country in reversed(talk.received) if word.lower in GUESTS else ():
        people = [s for s in guests if s.official not in barred]
        if people and (owner is None or talk.by_local[owner].country == country):
            return people if word.lower.endswith("s") else people[:1]
    if owner is None:
        return []
    other = partner(talk, tree, word, owner)
    return [other] if other is not None and other.official not in barred else []


def _host_of(talk: Discourse, guest: int | None, country: str, barred: set[int]) -> int | None:
    """Who receives somebody in a state: a leader's host is no minister where the text names somebody else."""
    leads = guest is not None and talk.by_local[guest].office in _LEADERS
    below = (
        {o.local for o in talk.cast.officials if o.office and o.office not in _LEADERS} if leads else set()
    )
    found = latest_of(talk, country, barred | below)
    return found if found is not None else latest_of(talk, country, barred)


def _abroad(tree: Tree, word: Word, home: str | None) -> str | None:
    """The state of the last town that the sentence names before a word, where it is not `home`."""
    town = next((w.town for w in reversed(tree.words[: word.i]) if w.town is not None), None)
    return town.country if town is not None and town.country != home else None


def _owner(talk: Discourse, tree: Tree, word: Word) -> int | None:
    for child in tree.children(word, "poss"):
        for s in talk.sides(tree, child):
            if s.official is not None:
                return s.official
    return None


def _officials_of(talk: Discourse, country: str) -> list[int]:
    return [o.local for o in talk.cast.officials if o.country == country]


def of_state(talk: Discourse, tree: Tree, word: Word, country: str, barred: set[int]) -> int | None:
    """ "The American": of a state's officials the one last spoken of, beside a leader its leader."""
    here = [o for o in reversed(talk.recent) if talk.by_local[o].country == country and o not in barred]
    top = [s for s in talk.named_in(tree) if s.official is not None and s.country != country]
    if any(talk.by_local[s.official].office in _LEADERS for s in top if s.official is not None):
        return latest_of(talk, country, barred)
    return next(iter(here), None)


def latest_of(talk: Discourse, country: str, barred: set[int]) -> int | None:
    """The official of a state spoken of last, a leader before others."""
    here = [o for o in reversed(talk.recent) if talk.by_local[o].country == country and o not in barred]
    leaders = [o for o in here if talk.by_local[o].office in _LEADERS]
    return next(iter([*leaders, *here]), None)


def partner(talk: Discourse, tree: Tree, word: Word, official: int) -> Side | None:
    """With whom an official was last spoken of: the other of the latest pair, else the latest subject."""
    own = talk.by_local[official].country
    for group in reversed(talk.groups):
        if any(s.official == official for s in group):
            return next((s for s in group if s.official not in (None, official)), None)
    here = [s for s in spoken_of(talk, tree, word) if s.country != own]
    if here:
        return here[-1]
    for s in talk.subjects[: -_REACH - 1 : -1]:
        if s.official is not None and s.country != own:
            return talk.side(s.official, word)
    return None


def spoken_of(talk: Discourse, tree: Tree, word: Word) -> list[Side]:
    """The officials of whom the sentence has spoken before a word, pronouns included, the latest last."""
    last: dict[int, int] = {}
    for w in tree.words[: word.i]:
        if w.mention is not None and w.mention.official is not None:
            last[w.mention.official] = w.i
        elif w.lower in HE and w.tag == "PRP":
            one = pronoun(talk, tree, w)
            if one is not None and one.official is not None:
                last[one.official] = w.i
        elif w.tag in ("NNP", "NN") and w.i and tree.words[w.i - 1].lower == "the" and w.text.istitle():
            for s in talk.national(tree, w, ()):  # "the Finn"
                if s.official is not None:
                    last[s.official] = w.i
    return [talk.side(official, word) for official in sorted(last, key=lambda o: last[o])]
