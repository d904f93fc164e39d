"""Calls told by any verb: "congratulated him by telephone", "agreed over the phone", "picked up the phone to X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import (
    BE,
    after,
    agents,
    clause_words,
    helpers,
    is_verb,
    objects,
    passive,
    subject,
)
from kg.extract.sentence.line import joint, line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.company import abroad, named
from kg.extract.whom.descriptions import partner
from kg.extract.whom.discourse import Discourse
from kg.model import Mode

_HANDSETS = frozenset("phone telephone receiver handset hotline".split())
_TAKEN_UP = frozenset(
    "pick picked picking picks lift lifted lifting reach reached grabbed seized used took".split()
)
_RANG = frozenset("phoned phones phone telephoned telephones telephone called rang rings".split())
_RINGS = frozenset("ring call bell buzz tinkle".split())
_GIVING = frozenset("give gives gave given giving".split())


def calls(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The calls that a verb tells of by the words around it, whatever the verb itself says."""
    through = list(_put_through(tree, talk, verb))
    if through:
        yield from through
        return
    if _governs(tree, verb):
        return
    if verb.lower in _IT_TOOK:
        yield from _brought_round(tree, talk, verb)
        return
    mode = line(tree, verb)
    if mode is not None:
        yield from _over_the_line(tree, talk, verb, mode)
        return
    near = {o.lower for o in [*objects(tree, verb), *after(tree, verb, "for")]}
    if verb.lower in _RANG and not near and not after(tree, verb, "on", "upon", "in", "at"):
        yield from _over_the_line(tree, talk, verb, "phone")  # "phoned to congratulate X"
        return
    if (verb.lower in _TAKEN_UP and near & _HANDSETS) or (verb.lower in _GIVING and near & _RINGS):
        yield from _over_the_line(tree, talk, verb, "phone")


_IT_TOOK = frozenset("took takes take taken".split())


def _brought_round(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "It took a call from X *to fetch Y back*": the call was to whoever was moved by it."""
    rung = [o for o in objects(tree, verb) if "call" in lookup(o.lower, "noun")]
    callers = [s for o in rung for p in after(tree, o, "from", "by") for s in talk.sides(tree, p)]
    aims = [
        c for w in [verb, *rung] for c in tree.children(w, "advcl", "xcomp", "acl", "relcl") if is_verb(c)
    ]
    called = [s for c in aims for o in objects(tree, c) for s in talk.sides(tree, o, named(callers))]
    if named(callers) and named(called) and abroad(callers, called):
        yield Draft("call", unique([*callers, *called]), verb, tree, "phone-verb", mode="phone")


def _governs(tree: Tree, verb: Word) -> bool:
    """ "were expected to speak by phone", "is to brief X by telephone": the verb below tells of the call."""
    planned = passive(tree, verb) and "plan" in lookup(verb.lower, "verb")
    below = tree.children(verb, "xcomp")
    return bool(below) and (planned or (verb.lower in BE and "to" in helpers(tree, below[0])))


_PUT = frozenset("put patched connected got get gets getting went rang ring broke".split())


_IN_VAIN = frozenset("tried tries trying attempted failed struggled".split())


def _put_through(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "was put through to X", "got through to X", "hung up on X", "X came on the line"."""
    through = [c for c in tree.children(verb) if c.lower == "through"]
    near: list[Word] = []
    if through and verb.lower in _PUT:
        near = [p for w in [verb, *through] for p in after(tree, w, "to")]
    elif verb.lower in ("hung", "hang", "hangs") and any(c.lower == "up" for c in tree.children(verb)):
        near = after(tree, verb, "on") + [
            p for c in tree.children(verb) if c.lower == "up" for p in after(tree, c, "on")
        ]
    if verb.lower in _RETURNING:  # "returned X's call", "dialled her number"
        rung = [o for o in objects(tree, verb) if o.lower in ("call", "calls", "number") and _bare(tree, o)]
        near += [c for o in rung for c in tree.children(o, "poss")]
    if verb.lower in _WAKING and any(
        p.lower in ("call", "ring") and _bare(tree, p) for p in after(tree, verb, "with")
    ):
        near += objects(tree, verb)
    if verb.lower in _REACHED and not objects(tree, verb):  # "was on to X within the hour", "got on to X"
        onto = [c for c in tree.children(verb) if c.lower == "on" and not tree.children(c, "pobj")]
        near += [p for c in onto for p in after(tree, c, "to")]
    doers = talk.doers(tree, verb)
    others = [s for p in near for s in talk.sides(tree, p, named(doers))]
    lines = [p for p in after(tree, verb, "on", "to") if p.lower in _LINE]
    if verb.lower in _COMING and lines and not any(after(tree, w, "to", "with") for w in [verb, *lines]):
        others = caller_of(tree, talk, verb, doers)
    if named(doers) and named(others) and abroad(doers, others):
        above = tree.head(verb)
        vain = verb.dep == "xcomp" and above is not None and above.lower in _IN_VAIN
        sides = unique([*doers, *others])  # "tried without success to get through to X"
        yield Draft("call", sides, verb, tree, "put-through", mode="phone", denied=vain)


def _bare(tree: Tree, call: Word) -> bool:
    """Whether a call is one on the telephone: "a call for elections", "her call to disarm" are appeals."""
    appeals = any(p.lower == "for" for p in tree.children(call, "prep"))
    return not appeals and not tree.children(call, "acl", "relcl")


_RETURNING = frozenset("returned returns dialled dialed dials answered answers".split())
_WAKING = frozenset("woke wakes roused surprised startled interrupted disturbed favoured honoured".split())
_REACHED = frozenset("was is were got gets".split())
_COMING = frozenset("came come comes was".split())
_LINE = frozenset("line phone telephone".split())


def caller_of(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> list[Side]:
    """ "learned it from X, who rang at midnight": the other end of a line is whoever the sentence is about."""
    one = next((s for s in doers if s.official is not None), None)
    if one is None or one.official is None or len(doers) > 1 or objects(tree, verb):
        return []
    for above in tree.ancestors(verb):
        if is_verb(above) and verb.dep in ("relcl", "advcl", "ccomp"):
            main = [
                s for s in talk.sides(tree, subject(tree, above), [one.official]) if s.official is not None
            ]
            if main and abroad(doers, main):
                return main[:1]
    other = partner(talk, tree, verb, one.official)
    return [other] if other is not None and other.official is not None else []


def _over_the_line(tree: Tree, talk: Discourse, verb: Word, mode: Mode) -> Iterator[Draft]:
    first = subject(tree, verb)
    second = _called(tree, verb) or [*objects(tree, verb), *_linked(tree, verb), *_purpose(tree, verb)]
    doers = talk.sides(tree, first)
    others = [s for o in second for s in talk.sides(tree, o, named(doers))]
    if passive(tree, verb):
        others = [s for a in agents(tree, verb) for s in talk.sides(tree, a, named(doers))] or others
    others = [s for s in unique(others) if s.official is not None or not named(others)]
    if named(doers) and not named(others):
        others = _asked_by(tree, talk, verb, doers) or others
    if named(doers) and named(others) and abroad(doers, others):
        one = joint(tree, verb) or (len({s.country for s in others}) == 1 and _one_talk(tree, verb))
        for some in [others] if one else [[s] for s in others]:
            yield Draft("call", unique([*doers, *some]), verb, tree, "by-line", mode=mode)
    elif len({s.country for s in doers if s.country}) >= 2:
        yield Draft("call", unique(doers), verb, tree, "by-line", mode=mode)


def _called(tree: Tree, verb: Word) -> list[Word]:
    """ "accused Y of doing nothing, *in a telephone call with X*": X, of whom the call itself is told."""
    rung = [w for w in clause_words(tree, verb) if w.dep == "pobj" and "call" in lookup(w.lower, "noun")]
    return [p for w in rung for p in after(tree, w, "with", "to")]


def _one_talk(tree: Tree, verb: Word) -> bool:
    """ "held *a* phone call with A and B" of one government: both are at the other end."""
    return any(
        o.tag == "NN" and {"a", "an"} & {c.lower for c in tree.children(o, "det")}
        for o in objects(tree, verb)
    )


def _asked_by(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> list[Side]:
    """ "held a telephone conversation *at the request of X*": X is at the other end."""
    asking = [w for w in clause_words(tree, verb) if w.lower in ("request", "initiative", "behest")]
    near = [p for w in asking for p in [*after(tree, w, "of", "by"), *tree.children(w, "poss")]]
    found = [s for p in near for s in talk.sides(tree, p, named(doers)) if s.official is not None]
    return found if abroad(doers, found) else []


def _linked(tree: Tree, verb: Word) -> list[Word]:
    """Those behind "with" and "to" anywhere in the clause: "was in touch with X by phone"."""
    preps = [
        w
        for w in clause_words(tree, verb)
        if w.lower in _TALKING_TO[verb.lower in _HEARING]
        and w.dep in ("prep", "dative", "conj")
        and not _in_a_room(tree, w)
    ]
    return [p for w in preps for p in tree.children(w, "pobj")]


_HEARING = frozenset("heard hears hear learned learnt learns got gets had received receives took".split())
_TALKING_TO = (("with", "to"), ("with", "to", "from"))  # the latter of those who hear


def _in_a_room(tree: Tree, prep: Word) -> bool:
    """Whether a "with" hangs on other talks: "after the meeting with X she telephoned Y"."""
    noun = tree.head(prep)
    if noun is None or is_verb(noun) or noun.lower in ("call", "calls"):
        return False
    return "talk" in lookup(noun.lower, "noun") and line(tree, noun) is None


def _purpose(tree: Tree, verb: Word) -> list[Word]:
    """Whom the infinitive is about: "picked up the phone to congratulate X"."""
    below = tree.children(verb, "xcomp", "advcl", "relcl")
    done = (
        tree.children(verb, "conj") if verb.lower in _TAKEN_UP else []
    )  # "picked it up and asked X to wait"
    return [o for v in done for o in objects(tree, v)] + [
        o for v in below if any(c.lower == "to" for c in tree.children(v, "aux")) for o in objects(tree, v)
    ]
