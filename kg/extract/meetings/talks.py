"""Meetings and calls told by a noun: "X's talks with Y", "the U.S.-China summit", "a call from X to Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clause.hedges import RANKS
from kg.extract.clause.matters import only_prepared
from kg.extract.clause.rumours import of_other_things
from kg.extract.clause.verdicts import whole
from kg.extract.drafts import Draft
from kg.extract.meetings.accounts import SAYING, narrator, protagonist
from kg.extract.meetings.members import of_members, own_members
from kg.extract.meetings.mentioned import only_mentioned, summed_up
from kg.extract.meetings.rounds import of_the_process, with_us
from kg.extract.places.regions import countries_at
from kg.extract.sentence.grammar import (
    after,
    agents,
    groups_after,
    honoured,
    is_noun,
    objects,
    passive,
    subject,
    verb_above,
    way_up,
)
from kg.extract.sentence.inclusion import REPRESENTATIVES
from kg.extract.sentence.line import joint, line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import ENCOUNTERS, lookup
from kg.extract.where.sites import nearest_place
from kg.extract.whom.company import Party, named, parties, separately, words_near
from kg.extract.whom.descriptions import guest_of
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.possession import possessor, travellers
from kg.extract.wordings import MARGINS
from kg.model import Kind
from kg.vocab import BODIES

_HOLDING = frozenset(
    "involving attended bringing gathering grouping including hosted chaired convened organised organized mediated "
    "brokered facilitated called arranged led co-chaired given thrown offered".split()
)


_FOR_A_GUEST = frozenset(
    "audience audiences reception banquet dinner lunch luncheon welcome breakfast ceremony".split()
)


_HOUSES = frozenset("National Legislative Federal State Provincial".split())


def from_noun(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    classes = lookup(noun.lower, "noun")
    if not classes.keys() & ENCOUNTERS or noun.dep == "compound":
        return
    if only_mentioned(tree, noun) or summed_up(tree, talk, noun) or of_other_things(tree, noun):
        return
    if noun.lower == "assembly" and {w.text for w in tree.children(noun, "compound", "amod")} & _HOUSES:
        return  # "addressed the National Assembly"
    if "gathering" in classes and _at_which_they_met(tree, talk, noun):
        return
    wire = line(tree, noun) or ("phone" if "call" in classes else None)
    if noun.lower in ("call", "calls") and not _phone_call(tree, noun):
        if _courtesy(tree, noun):
            wire = None
        else:
            return
    own = parties_of(tree, talk, noun)
    doers = doers_of(tree, talk, noun, own) or narrator(tree, talk, noun, own)
    if len({s.country for s in doers if s.official is not None}) >= 2:
        own = [s for s in own if s.country not in BODIES]  # two ministers on the margins of a body's meeting
    if len({s.country for s in doers if s.official is not None}) == 1 and not own and not wire:
        own = _of_body(tree, talk, noun)
    sides = unique(doers + own)
    kind: Kind = "call" if wire else "meeting"
    if len(sides) == 1 and noun.lower in _MEALS and not wire:
        sides = _with_guest(tree, talk, noun, sides)
    if "talk" in classes or "gathering" in classes:
        sides = of_the_process(tree, talk, noun, sides)
    if (
        len(sides) > 1
        and len({s.country for s in sides}) == 1
        and not wire
        and own_members(tree, noun, sides)
    ):
        yield of_members(tree, noun, sides)
    elif len(sides) >= 2 and len({s.country for s in sides if s.country} | {s.official for s in sides}) >= 2:
        for party in _split(tree, talk, noun, doers, own, sides, kind):
            yield party.draft(kind, [], noun, tree, "talk-noun", mode=wire or "in-person")
    elif whole(tree, noun) is not noun:
        return  # "another round of talks with Y": told by the round
    elif sides and any(s.official is not None for s in sides) and noun.lower in _NEGOTIATING and not wire:
        place = nearest_place(tree, noun)
        if place is not None and place.grade > 1 and place.country not in {s.country for s in sides}:
            yield Draft(
                "meeting",
                sides,
                noun,
                tree,
                "talks-abroad",
                place=place,
                hosts=[place.country],
                place_stated=True,
            )
    elif len(sides) == 1 and sides == own and (host := _going_there(tree, talk, noun, sides[0])):
        yield Draft("meeting", [*host, *sides], noun, tree, "talk-noun", mode=wire or "in-person")
    elif len(sides) == 1 and sides == own and not wire and with_us(tree, talk, noun, sides[0]):
        us = Side(None, talk.subjects[-1].country, noun.start, noun.end)
        yield Draft("meeting", [*sides, us], noun, tree, "talks-with", mode="in-person")
    elif words_near(tree, noun) & {"news", "press"} or _where_they_met(tree, talk, noun):
        return
    elif "gathering" in classes and not wire and sides and any(s.official is not None for s in sides):
        yield Draft("meeting", sides, noun, tree, "gathering", gathering=True, mode="multilateral")


def _of_body(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """ "attended the ASEAN summit": the body whose gathering it is."""
    near = tree.children(noun, "compound", "nmod", "amod", "poss")
    codes = [c for w in near for c in talk.countries_in(tree, w, w.mention) if c in BODIES]
    if noun.text in ("Assembly", "Council") and {w.text for w in near} & {"General", "Security"}:
        codes = ["UN"]
    return [Side(None, c, noun.start, noun.end) for c in dict.fromkeys(codes)]


def _where_they_met(tree: Tree, talk: Discourse, noun: Word) -> bool:
    """ "met X at a conference": the conference only says where they met."""
    prep = tree.head(noun)
    margin = tree.head(prep) if prep is not None and prep.lower == "of" else None
    if margin is not None and margin.lower in MARGINS:  # "in the wings of the conference W conferred with X"
        prep = tree.head(margin)
    verb = tree.head(prep) if prep is not None and noun.dep == "pobj" else None
    if verb is None or prep is None or prep.lower not in ("at", "during", "in", "on"):
        return False
    met = [o for g in (objects(tree, verb), after(tree, verb, "with")) for o in g]
    return bool(lookup(verb.lower, "verb").keys() & {"face", "side"}) and any(
        s.official is not None for o in met for s in talk.sides(tree, o)
    )


def _at_which_they_met(tree: Tree, talk: Discourse, noun: Word) -> bool:
    """ "X and Y may *meet* in New York, *during the Assembly*": told by the verb, with its own standing."""
    prep = tree.head(noun)
    verb = tree.head(prep) if prep is not None and prep.lower in ("at", "during") else None
    met = verb is not None and lookup(verb.lower, "verb").get("face") == "meet" and not passive(tree, verb)
    states = {s.country for s in talk.doers(tree, verb) if s.official is not None} if met and verb else ()
    return len(states) > 1


def _going_there(tree: Tree, talk: Discourse, noun: Word, other: Side) -> list[Side]:
    """ "X goes to Rome, where talks with Y are set for Monday": X."""
    verb = tree.head(noun)
    if noun.dep not in ("nsubj", "nsubjpass") or verb is None or not after(tree, noun, "with"):
        return []
    if not words_near(tree, verb) & {"where"}:
        return []
    main = next((a for a in tree.ancestors(verb) if a.tag[:2] == "VB"), None)
    who = talk.sides(tree, subject(tree, main)) if main is not None else []
    return [s for s in who if s.official is not None and s.country != other.country]


_NEGOTIATING = frozenset("talks negotiations consultations meetings discussions".split())


_HELD = frozenset("held hold had have holding holds has having".split())


_GIVING = frozenset("give gives gave given giving grant grants granted offer offered accord accorded".split())


_MEALS = frozenset("banquet dinner lunch luncheon breakfast reception supper tea".split())
_HOSTING = frozenset(
    "host hosts hosted hosting give gives gave given giving hold holds held lay laid lays offer offers offered throw threw "
    "tender tendered put".split()
)


def _with_guest(tree: Tree, talk: Discourse, noun: Word, sides: list[Side]) -> list[Side]:
    """ "X gave a banquet": for the visitor of whom the text speaks."""
    verb = tree.head(noun)
    guests = after(tree, noun, "for", "with", "of", "by") or (
        verb and (tree.children(verb, "dative") or after(tree, verb, "for", "with"))
    )
    if verb is None or noun.dep not in ("dobj", "nsubjpass") or verb.lower not in _HOSTING or guests:
        return sides
    guest = guest_of(talk, tree, noun, sides[0])
    return [*sides, guest] if guest is not None else sides


def _split(
    tree: Tree, talk: Discourse, noun: Word, doers: list[Side], own: list[Side], sides: list[Side], kind: Kind
) -> list[Party]:
    """ "separate meetings with X and Y" are two events; so are "calls with X and Y", "talks with X and with Y"."""
    verb = tree.head(noun) if noun.dep == "dobj" else None
    groups = [
        [s for p in g for s in talk.sides(tree, p, named(doers))]
        for w in [noun, *([verb] if verb is not None and verb.lower in _HELD else [])]
        for g in groups_after(tree, w, "with")
    ]
    several = noun.tag == "NNS" and noun.lower in ("meetings", "calls", "conversations")
    single = (
        noun.tag == "NN" and len({s.country for s in own}) == 1
    )  # "a call with A and B" of one government
    one_line = kind == "call" and not joint(tree, noun) and not single
    callers = [
        s
        for p in [*tree.children(noun, "poss"), *after(tree, noun, "from", "by")]
        for s in talk.sides(tree, p)
    ]
    called = [s for s in own if s not in callers]
    if one_line and not doers and callers and len(called) > 1:
        doers, own = callers, called
    if several and not own and len(far := [s for g in groups for s in g]) > 1:  # "has meetings with A and B"
        keys = {(s.official, s.country) for s in far}
        doers, own = [s for s in doers if (s.official, s.country) not in keys], far
    apart_ = separately(tree, noun) or (verb is not None and separately(tree, verb))
    if apart_ and not own and verb is not None:  # "held separate sessions with both"
        who = named(talk.doers(tree, verb))
        if who and len(who) < len(doers):
            own = [s for s in doers if s.official not in who]
            doers = [s for s in doers if s.official in who]
    if doers and (apart_ or several or one_line) and len(own) > 1:
        return [replace(p, sides=unique([*doers, *p.sides])) for p in parties(tree, [[s] for s in own])]
    apart = parties(tree, [g for g in groups if g])
    if doers and len(apart) > 1:
        return [replace(p, sides=unique([*doers, *p.sides])) for p in apart]
    return [Party(sides)]


_PLACING = frozenset("place places placed placing make makes made making put returned".split())


def _phone_call(tree: Tree, noun: Word) -> bool:
    below = {w.lower for w in tree.subtree(noun)}
    if below & {"phone", "telephone", "video", "conference", "telephonic"}:
        return True
    head = tree.head(noun)
    placed = head is not None and head.lower in _PLACING
    ranked = any(c.lower in RANKS for c in tree.children(noun, "amod"))
    to = [
        p
        for p in after(tree, noun, "to")
        if p.mention is not None
        and (
            p.mention.official is not None
            or (placed and p.mention.kind == "group")
            or (p.mention.kind == "party" and ranked)  # "in his second call to the Kremlin"
        )
    ]
    return (
        bool(to or after(tree, noun, "with", "from", "between"))
        and (head is None or head.lower not in ("pay", "paid", "pays", "paying") or noun.dep != "dobj")
        and not below & {"courtesy", "for"}
    )


def _courtesy(tree: Tree, noun: Word) -> bool:
    return bool(after(tree, noun, "on", "upon", "to")) and any(
        w.lower in ("courtesy", "farewell", "pay", "paid", "pays", "paying")
        for w in [*tree.children(noun), *tree.ancestors(noun)]
    )


def parties_of(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """Those whom the noun phrase itself names: "X's talks with Y", "the U.S.-China summit"."""
    out: list[Side] = []
    for child in tree.children(noun, "poss"):
        out += possessor(tree, talk, child)
    for child in tree.children(noun, "compound", "nmod"):
        if child.mention is not None and child.mention.official is not None:
            out += talk.sides(tree, child)
    if noun.lower in _FOR_A_GUEST:
        guests = [*after(tree, noun, "for"), *honoured(tree, noun)]
        out += [s for p in guests for s in talk.sides(tree, p, named(out))]
    if "call" in lookup(noun.lower, "noun"):
        out += [
            s for p in after(tree, noun, "on", "upon", "from", "to") for s in talk.sides(tree, p, named(out))
        ]
    for p in after(tree, noun, "with", "between", "among", "involving", "alongside"):
        out += talk.sides(tree, p, named(out))
    matters = after(tree, noun, "on", "about")  # "a meeting on Chad of Foreign Ministers X and Y"
    for p in [*after(tree, noun, "of"), *(p for m in matters for p in after(tree, m, "of"))]:
        if p.lower in REPRESENTATIVES or p.mention is not None:
            out += talk.sides(tree, p, named(out))
    copula = tree.head(noun) if noun.dep == "attr" else None
    if copula is not None and tree.children(copula, "expl"):  # "there was a call on Friday between X and Y"
        out += [s for p in after(tree, copula, "with", "between") for s in talk.sides(tree, p, named(out))]
    for contact in tree.children(copula, "nsubj") if copula is not None else ():
        if contact.lower in _CONTACTS:  # "his last contact with X was a telephone call"
            out += parties_of(tree, talk, contact)
    for verb in tree.children(noun, "acl", "relcl"):
        if verb.dep == "acl" and verb.lower == "held":  # "the talks held with X"
            out += [s for p in after(tree, verb, "with", "between") for s in talk.sides(tree, p)]
        if verb.dep == "relcl" and verb.lower in (_GIVING | {"held", "had", "hold", "have"}):
            who = talk.doers(tree, verb)
            out += who + [
                s for p in after(tree, verb, "to", "with", "for") for s in talk.sides(tree, p, named(who))
            ]
        if _APPEARING & tree.vocabulary:
            out += _at_which(tree, talk, verb)
        doer = subject(tree, verb) if verb.dep == "relcl" else None
        if verb.lower in _HOLDING and (doer is None or doer.lower in ("that", "which")):
            for p in [*objects(tree, verb), *agents(tree, verb), *honoured(tree, verb)]:
                out += talk.sides(tree, p, named(out))
    countries = []
    for child in tree.children(noun, "amod", "compound", "nmod"):
        if child.place is None or child.mention:
            countries += talk.countries_in(tree, child, child.mention)
            countries += [c for c in countries_at(talk.text, child.start, child.end) if c not in countries]
    if len(countries) >= 2 or (countries and out):
        out += [Side(None, c, noun.start, noun.end) for c in countries]
    return unique(out)


def _at_which(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """ "Opens a forum *at which X and Y have promised to appear*": they take part."""
    led = [*after(tree, verb, "at", "in"), *tree.children(verb, "advmod")]
    appearing = [v for v in (verb, *tree.children(verb, "xcomp")) if v.lower in _APPEARING]
    if not appearing or not any(w.lower in ("which", "where") for w in led):
        return []
    return [s for s in talk.doers(tree, appearing[0]) if s.official is not None]


_APPEARING = frozenset(
    "appear appears appeared speak speaks spoke attend attends attended participate participates participated join".split()
)
_CONTACTS = frozenset("contact contacts exchange communication dealings conversation encounter".split())


def _there(tree: Tree, talk: Discourse, verb: Word, own: list[Side]) -> list[Side]:
    """ "There were talks with X": of whom the text was about."""
    latest = [s for s in talk.subjects[-1:] if s.official is not None and s.official not in named(own)]
    return latest if tree.children(verb, "expl") and named(own) else []


def _in_what(tree: Tree, talk: Discourse, verb: Word, barred: list[int]) -> list[Side]:
    """ "X flew to Rome *for what turned out to be* a lunch with Y": those who do what the clause hangs on."""
    for w in [verb, *tree.ancestors(verb)]:
        prep = tree.head(w)
        if w.dep == "pcomp" and prep is not None and prep.lower in ("for", "in", "at"):
            what = "what" in {c.lower for c in tree.children(w)}
            above = verb_above(tree, prep) if what else None
            return [s for s in talk.doers(tree, above) if s.official not in barred] if above else []
    return []


def doers_of(tree: Tree, talk: Discourse, noun: Word, own: list[Side]) -> list[Side]:
    """Those who hold the talks: the subject of the verb that carries the noun, or on which it hangs."""
    barred = named(own)
    owned = [p for p in tree.children(noun, "poss") if p.date is None]  # "this week's meetings of A and B"
    if len(own) >= 2 and (owned or after(tree, noun, "between")):
        return _chairs(tree, talk, noun, own)
    verb = verb_above(tree, noun)
    if verb is None:
        return []
    path = way_up(tree, noun, verb)
    if only_prepared(tree, verb, path):
        return []
    if noun.dep in ("nsubjpass", "nsubj") and tree.head(noun) is verb:
        near = [*agents(tree, verb), *after(tree, verb, "with", "between"), *honoured(tree, verb)]
        if noun.dep == "nsubj" and "call" in lookup(noun.lower, "noun"):  # "a call from X woke Y"
            near += objects(tree, verb)
        return [s for p in near for s in talk.sides(tree, p, barred)] or protagonist(tree, talk, noun, own)
    light = "light" in lookup(verb.lower, "verb") or verb.lower in ("be", "was", "is", "were", "are")
    linked = any(
        p.lower
        in (
            "for",
            "in",
            "at",
            "during",
            "after",
            "before",
            "following",
            "from",
            "into",
            "to",
            "on",
            "through",
        )
        or (p.lower == "over" and tree.children(noun, "nummod"))  # "turned it round over six meetings"
        or (p.lower == "of" and p.i and tree.words[p.i - 1].lower == "out")  # "came out of a meeting"
        or (p.lower == "by" and "call" in lookup(noun.lower, "noun"))  # "was woken by a call from X"
        for p in path
    )
    # "said ahead of a summit in Rome", "met Y ahead of a summit with Z"
    spoken = any(p.lower == "ahead" for p in path) and bool(verb.lower in SAYING or after(tree, noun, "with"))
    lasting = (
        len(path) == 2 and path[0].lower == "of" and path[1].dep == "dobj"
    )  # "wound up two days of talks"
    given_up = (
        bool(path) and path[0].lower == "of" and tree.head(path[0]) is verb
    )  # "pulled out of the talks"
    given_up = given_up and bool(tree.children(verb, "prt"))
    lasted = lasting and path[1].lower in _LASTING
    if not (light or linked or spoken or given_up or noun.dep == "dobj" or lasted):
        return []
    for above in tree.ancestors(noun):  # "a visit by X for talks with Y", "X's trip to Rome for talks"
        if above is verb:
            break
        if is_noun(above) and above.mention is None:
            by = [s for p in after(tree, above, "by") for s in talk.sides(tree, p, barred)]
            by += [s for p in tree.children(above, "poss") for s in possessor(tree, talk, p)]
            if by:
                return by
    who = subject(tree, verb)
    doers = talk.sides(tree, who, barred) or travellers(tree, talk, verb) or _there(tree, talk, verb, own)
    doers = doers or _in_what(tree, talk, verb, barred)
    if passive(tree, verb) and (not doers or noun.dep == "dobj"):  # "was granted an audience by X"
        hands = agents(tree, verb) or after(tree, noun, "by")
        doers = doers + [s for a in hands for s in talk.sides(tree, a, barred)]
    if verb.lower in _GIVING:  # "gave him lunch", "granted an audience to the envoy"
        doers = doers + [
            s
            for g in [*tree.children(verb, "dative"), *after(tree, verb, "to"), *after(tree, noun, "to")]
            for s in talk.sides(tree, g, [*barred, *named(doers)])
        ]
    if (doers or own) and verb.lower in _HELD and not after(tree, noun, "with"):
        doers = doers + [
            s for p in after(tree, verb, "with") for s in talk.sides(tree, p, [*barred, *named(doers)])
        ]
    return doers


def _chairs(tree: Tree, talk: Discourse, noun: Word, own: list[Side]) -> list[Side]:
    """ "A and B will chair a meeting between their two states": who holds it speaks for them."""
    verb = tree.head(noun)
    if verb is None or noun.dep != "dobj" or named(own) or "light" not in lookup(verb.lower, "verb"):
        return []
    states = {s.country for s in own}
    return [s for s in talk.sides(tree, subject(tree, verb)) if s.country in states]


_LASTING = frozenset(
    "days day hours hour week weeks months years round rounds series session evening night morning "
    "possibility prospect idea beginning start opening launch resumption conclusion completion continuation".split()
)
