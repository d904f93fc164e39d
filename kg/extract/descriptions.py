"""Whom a description without a name means: "his host", "the Kenyan leader", "the two men", "her counterpart"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.extract.grammar import clause, subject
from kg.extract.pronouns import HE, impossible, pronoun
from kg.extract.records import Mention
from kg.extract.sides import Side
from kg.extract.tree import Tree, Word
from kg.reference import senses
from kg.vocab import BODIES

if TYPE_CHECKING:
    from kg.extract.discourse import Discourse

NUMBERS = {
    "two": 2,
    "both": 2,
    "pair": 2,
    "duo": 2,
    "couple": 2,
    "three": 3,
    "trio": 3,
    "troika": 3,
    "four": 4,
    "quartet": 4,
    "five": 5,
    "six": 6,
}
HOSTS = frozenset("host hosts hostess".split())
GUESTS = frozenset(
    "guest guests visitor visitors newcomer newcomers caller callers arrival arrivals traveller travellers".split()
)
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
    ("president", frozenset({"president"})),
    ("leader", _LEADERS),
    ("ruler", _LEADERS),
    ("king", frozenset({"monarch"})),
    ("queen", frozenset({"monarch"})),
    ("emir", frozenset({"monarch"})),
    ("sultan", frozenset({"monarch"})),
    ("monarch", frozenset({"monarch"})),
    ("crown prince", frozenset({"crown-prince"})),
    ("ambassador", frozenset({"ambassador"})),
    ("envoy", frozenset({"envoy", "ambassador", "negotiator", "mediator", "representative"})),
    ("negotiator", frozenset({"negotiator", "envoy"})),
    ("mediator", frozenset({"mediator", "envoy"})),
)
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
    if not fits and country is not None:  # the only one of whom no post is told
        fits = [
            o.local
            for o in talk.cast.officials
            if o.local not in barred and o.country == country and o.office is None and not o.former
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
        one = _latest_of(talk, countries[0], set(exclude))  # "the U.S. official"
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
        found = _latest_of(talk, state, barred)
        return [talk.side(found, word) if found else Side(None, state, word.start, word.end)]
    for travellers, country, _ in reversed(talk.journeys):
        people = [s for s in travellers if s.official is not None and s.official not in barred]
        if word.lower in GUESTS and people and owner in (None, *_officials_of(talk, country)):
            return people if word.lower.endswith("s") else people[:1]
        if word.lower in HOSTS and (owner is None or owner in {s.official for s in travellers}):
            found = _latest_of(talk, country, barred)
            return [talk.side(found, word) if found else Side(None, country, word.start, word.end)]
    if owner is None:
        return []
    other = partner(talk, tree, word, owner)
    return [other] if other is not None and other.official not in barred else []


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
        return _latest_of(talk, country, barred)
    return next(iter(here), None)


def _latest_of(talk: Discourse, country: str, barred: set[int]) -> int | None:
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
    two = _in_two_steps(talk, number, post, here)
    doer = subject(tree, clause(tree, word)) if two else None
    if two and doer is not None and doer.mention is not None and doer.mention.official is not None:
        own = talk.by_local[doer.mention.official].country
        two = two if own not in {s.country for s in two} else None  # "X of Chad then took both to lunch"
    for group in [
        *([two] if two else []),
        *_latest_pair(talk, tree, word, here),
        *reversed(talk.groups),
    ]:
        if barred & {s.official for s in group} or number not in (0, len(group)):
            continue
        if not number and post in _LOOSE and talk.groups and group in talk.groups[:-1]:
            break  # "the leaders", without a number: those just spoken of
        if post in _EXACT and not number and any(s.country in BODIES for s in group):
            continue  # "the prime ministers": no mediator
        if number and len({s.country for s in group}) < 2:
            continue  # "they" may be of one state, "the two leaders" hardly
        if not _hold(talk, group, post) or (
            len(here) == 1 and number == 2 and here[0].official not in {s.official for s in group}
        ):
            continue
        if group is two:
            talk.together(group)
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


_DELEGATES = frozenset(
    "negotiators delegations delegates teams experts commanders armies ministers negotiator officers generals".split()
)


def _of_process(talk: Discourse, tree: Tree, word: Word, post: str) -> list[Side]:
    """ "*The defence ministers* will hold a session": unnamed, of the states whose talks the text speaks of."""
    own = [c for c in tree.children(word) if c.dep in ("prep", "relcl", "acl", "poss", "appos", "nummod")]
    the = any(d.lower == "the" for d in tree.children(word, "det"))
    if word.lower not in _DELEGATES or own or not the or post == "premier" or len(talk.process) not in (2, 3):
        return []
    states = [c for c in talk.process if c not in BODIES]
    return [Side(None, c, word.start, word.end) for c in states] if len(states) > 1 else []


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


def _in_two_steps(talk: Discourse, number: int, post: str, here: list[Side]) -> tuple[Side, ...] | None:
    """ "X landed on Sunday. Y followed on Monday. *Both men* …": those of whom the last two sentences were."""
    two = tuple(talk.subjects[-2:])
    if here or number != 2 or len(two) < 2 or any(s.official is None for s in two):
        return None
    if post in _EXACT and not all(talk.by_local[s.official].role for s in two if s.official is not None):
        return None
    last = max((s.start for s in talk.groups[-1]), default=-1) if talk.groups else -1
    apart = two[0].official != two[1].official and two[0].country != two[1].country
    return two if apart and min(s.start for s in two) > last else None


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
    "head of",
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
    return post in role and not (post == "minister" and "prime minister" in role and "foreign" not in role)
