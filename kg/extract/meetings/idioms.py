"""Meetings told by set phrases: "called on X", "shook hands with Y", "with Z at his side"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kg.extract.drafts import Draft
from kg.extract.meetings.callers import call_on, expected
from kg.extract.meetings.hours import spent
from kg.extract.meetings.houses import at_home
from kg.extract.meetings.phrasebook import phrases
from kg.extract.sentence.grammar import (
    BEING,
    SELVES,
    after,
    agents,
    by_far,
    groups_after,
    helpers,
    honoured,
    is_noun,
    objects,
    of_which,
    passive,
    subject,
)
from kg.extract.sentence.line import line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.company import (
    abroad,
    each_other,
    named,
    of_several_states,
    words_near,
)
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.pronouns import BODY
from kg.extract.wordings import HAVING, MEALS, TIME
from kg.model import Capacity, Kind, Mode


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its doers, as the idioms look at it."""

    tree: Tree
    talk: Discourse
    verb: Word
    doers: list[Side]

    def sides(self, *words: Word) -> list[Side]:
        barred = named(self.doers)
        return [s for w in words for s in self.talk.sides(self.tree, w, barred)]

    def draft(self, others: list[Side], rule: str, kind: Kind = "meeting") -> Draft:
        mode: Mode = "phone" if kind == "call" else "in-person"
        return Draft(kind, unique(self.doers + others), self.verb, self.tree, rule, mode=mode)

    def foreign(self, others: list[Side]) -> bool:
        """Whether named doers and named others stand for different states."""
        return bool(named(self.doers) and named(others)) and abroad(self.doers, others)


def idioms(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The meetings that a verb tells of together with the words around it."""
    doers = talk.doers(tree, verb)
    at = Clause(tree, talk, verb, doers)
    if verb.lower in BEING:
        yield from _host_is(at)
    if not doers:
        return
    for find in _FINDERS:
        found = list(find(at))
        if found:
            yield from found
            return


def _set_phrase(at: Clause) -> Iterator[Draft]:
    """What `idioms.tsv` holds."""
    for phrase in phrases().get(at.verb.lower, ()):
        told_of = of_which(at.tree, at.verb)
        given = [told_of] if told_of is not None else objects(at.tree, at.verb)
        given = given or [w for w in at.tree.children(at.verb, "npadvmod") if w.i > at.verb.i]  # misread
        further = [c for o in [at.verb, *given] for c in at.tree.children(o, "conj") if is_noun(c)]
        for noun in [*given, *(further if given else [])]:
            if noun.lower not in phrase.nouns:
                continue
            near = [*at.tree.children(at.verb, "dative"), *behind(at.tree, noun, *phrase.links)]
            near += behind(at.tree, at.verb, *phrase.links) if noun in given else []
            if not near and noun.lower in TIME:  # "gave half an hour at his hotel to X": hung on the hotel
                near = [
                    p for w in after(at.tree, at.verb, "at", "in") for p in after(at.tree, w, *phrase.links)
                ]
            near += agents(at.tree, at.verb) if passive(at.tree, at.verb) else []
            if noun.lower.startswith(
                ("visit", "call")
            ):  # one pays a call on a person, and a visit to a place
                near = [w for w in near if w.mention is not None and w.mention.kind in ("name", "title")]
            others = at.sides(*near)
            if noun.lower in TIME and _ultimatum(at, noun):
                continue
            told = at.doers + others if phrase.rule != "assent" else others  # "won the consent of Russia"
            if others and named(told) and abroad(at.doers, others):
                one = at.draft(others, phrase.rule)
                yield replace(one, trigger=noun) if noun is told_of else one
            elif phrase.joint and not others and of_several_states(at.doers):
                yield at.draft([], phrase.rule)


def _ultimatum(at: Clause, time: Word) -> bool:
    """ "Chad gave X two days *to comply*": what a state gives somebody is a term, not its company."""
    term = any("to" in helpers(at.tree, v) for v in at.tree.children(time, "relcl", "acl"))
    return term and not named(at.doers)


def behind(tree: Tree, word: Word, *links: str) -> list[Word]:
    """What follows a word after the prepositions, "in honour of" and "in front of" seen through."""
    out = after(tree, word, *links)
    out = [c for w in out for c in (tree.children(w, "poss") if w.lower in _ONES_OWN else [w])]
    for noun in after(tree, word, "in"):
        if noun.lower in ("front", "presence", "company"):
            out += after(tree, noun, "of")
    return out + honoured(tree, word)


_ONES_OWN = BODY | {"time"}  # "hung a medal round X's neck", "got an hour of X's time"


_HOSTS = frozenset("guest guests host hosts hostess".split())
# Where two may be together; "at war with X" and "in touch with X" are no places.
_SPOTS = frozenset(
    "reef lake beach terrace balcony garden boat yacht plane train car carriage stand box stadium table bench sofa "
    "stage podium dais room hall palace court course links slope slopes piste road island shore river sea water "
    "pavilion tent villa farm ranch hunt rink pool field summit dinner lunch reception banquet ceremony funeral".split()
)


def _being(at: Clause) -> Iterator[Draft]:
    """ "was with X", "was the guest of X", "were together in Y", "was on the telephone to Z"."""
    for guest in [*at.tree.children(at.verb, "attr", "dobj"), *after(at.tree, at.verb, "as")]:
        if guest.lower in _HOSTS:
            owners = at.tree.children(guest, "poss")  # "where X was his host"
            hosts = at.sides(
                *owners, *after(at.tree, guest, "of", "to"), *after(at.tree, at.verb, "of", "to")
            )
            if named(hosts):
                draft = at.draft(hosts, "guest-of")
                hosting = guest.lower.startswith("host") and owners == []  # "was host to X"
                if hosting or guest.lower.startswith("guest"):
                    mine: Capacity = "host" if hosting else "participant"
                    theirs: Capacity = "participant" if hosting else "host"
                    draft.capacities = [mine] * len(at.doers) + [theirs] * len(hosts)
                yield draft
    if at.verb.lower in BEING:
        yield from _being_with(at)


def _host_is(at: Clause) -> Iterator[Draft]:
    """ "his host will be X", "the guest of Z on Monday was Y": the owner meets whoever it is."""
    who = subject(at.tree, at.verb)
    if who is None or who.lower not in _HOSTS:
        return
    of = [*at.tree.children(who, "poss"), *after(at.tree, who, "of")]
    owners = [s for c in of for s in at.talk.sides(at.tree, c)]
    barred = named(owners)
    named_so = [*at.tree.children(at.verb, "attr"), *at.tree.children(who, "appos")]  # "whose guest X was"
    others = [s for w in named_so for s in at.talk.sides(at.tree, w, barred)]
    if barred and named(others) and abroad(owners, others):
        yield Draft("meeting", unique(owners + others), at.verb, at.tree, "guest-of")


_STEADY = frozenset("regular constant close permanent continual continuous frequent daily steady".split())


def _being_with(at: Clause) -> Iterator[Draft]:
    tree, verb = at.tree, at.verb
    wired = line(tree, verb)
    touch = [p for p in after(tree, verb, "in") if p.lower in ("touch", "contact")]
    if any(c.lower in _STEADY for p in touch for c in tree.children(p, "amod")):
        return  # "has been in regular contact with X": no one call
    if touch:
        wired = wired or "phone"
    links = ("with", "to") if wired else ("with",)
    near = [p for w in [verb, *touch] for p in after(tree, w, *links)]
    if not near:  # "was out on the lake with X"
        spots = after(tree, verb, "on", "in", "at", "aboard", "by")
        spots += [
            p for c in tree.children(verb, "advmod", "acomp") for p in after(tree, c, "on", "in", "at", "by")
        ]
        near = [p for o in spots if o.lower in _SPOTS for p in after(tree, o, "with")]
    if wired:
        near += [p for o in after(tree, verb, "on") for p in after(tree, o, *links)]
    others = at.sides(*near)
    if wired and not others:  # "on the phone to Rabat": whoever governs there
        others = [
            Side(None, w.place.country, w.start, w.end)
            for w in near
            if w.place is not None and w.place.sense is not None and w.place.sense.kind == "capital"
            if all(s.country != w.place.country for s in at.talk.named_in(tree))
        ]
    distant = wired and named(at.doers) and others and abroad(at.doers, others)  # "on the phone to Rabat"
    if at.foreign(others) or distant:
        for some in [[s] for s in others] if wired else [others]:
            yield at.draft(some, "be-with", "call" if wired else "meeting")
    elif not others and len({s.country for s in at.doers}) >= 2 and words_near(tree, verb) & {"together"}:
        yield at.draft([], "be-together")


def _handed(at: Clause) -> Iterator[Draft]:
    """ "delivered a letter to X", "presented X with a medal"; "it was to X that he delivered"."""
    if "hand" not in lookup(at.verb.lower, "verb") or passive(at.tree, at.verb):
        return
    near = after(at.tree, at.verb, "to")
    above = at.tree.head(at.verb)
    if above is not None and at.verb.dep in ("ccomp", "relcl") and above.lower in BEING:
        near += after(at.tree, above, "to")
    if any(o.lower in _OFFICE for o in objects(at.tree, at.verb)):
        return  # who hands over the chair does so at a gathering, or by the calendar
    to = at.sides(*near)
    if at.foreign(to):
        yield at.draft(to, "handed-to")


_OFFICE = frozenset(
    "chair chairmanship presidency baton gavel helm reins power blame judgment victory defeat".split()
)


_GATHERING_VERBS = frozenset(
    "brought bring bringing brings got get getting gets put sat sit seated coaxed ushered gathered assembled led "
    "summoned called lured herded locked invited".split()
)
_ONE_ROOM = frozenset("room table roof hall tent palace".split())


def _brought_together(at: Clause) -> Iterator[Draft]:
    """ "brought the two together", "got A and B into the same room", "sat them down at one table"."""
    if at.verb.lower not in _GATHERING_VERBS:
        return
    near = after(at.tree, at.verb, "into", "to", "in", "at", "around", "round", "under")
    together = words_near(at.tree, at.verb) & {"together"} or any(
        w.lower in _ONE_ROOM and {"same", "one", "single", "a"} & {c.lower for c in at.tree.children(w)}
        for w in near
    )
    others = at.sides(*objects(at.tree, at.verb), *(p for w in near for p in after(at.tree, w, "with")))
    met = others or at.doers
    if passive(at.tree, at.verb):
        others = others + at.sides(*(agents(at.tree, at.verb) or by_far(at.tree, at.verb)))
    if together and len(met) >= 2:  # "were brought together"; or objects taken for subjects
        yield at.draft(others, "brought-together")


_WAYS = frozenset("to into through around round past across for over by along up down".split())


def _guided(at: Clause) -> Iterator[Draft]:
    """ "led his guest to lunch", "kept him for an hour", "heard him out", "put him up": the object was there."""
    verb, tree = at.verb.lower, at.tree
    others = at.sides(*objects(tree, at.verb))
    if not at.foreign(others) or passive(tree, at.verb):
        return
    particles = {w.lower for w in tree.children(at.verb, "prt", "advmod")}
    links = {p.lower for p in tree.children(at.verb, "prep")}
    if (
        (verb in ("led", "leads", "lead", "leading") and links & _WAYS)
        or (verb in ("kept", "keep", "keeps", "keeping") and links & {"for", "until", "till"})
        or (verb in ("heard", "hear", "hears", "hearing", "sounded", "sounding") and "out" in particles)
        or (
            verb in ("heard", "hears")
            and not tree.children(at.verb, "xcomp", "ccomp")
            and "from" not in links
        )
        or (verb in _HAVING and _at_table(tree, at.verb))
        or (verb in _HAVING and any(p.lower in _COMPANY for p in after(tree, at.verb, "for", "as")))
        or (verb in _HAVING and any(p.lower in SELVES for p in after(tree, at.verb, "to")))
        or (verb in _GRANTING and _time_given(tree, at.verb))
        or (verb in _DRAWING and (particles & {"aside", "apart"} or _at_table(tree, at.verb)))
        or (verb in ("put", "puts", "putting", "saw", "sees") and particles & {"up", "off", "out"})
        or (verb in ("got", "gets", "get", "getting") and tree.children(at.verb, "xcomp", "ccomp"))
        or (verb in ("faced", "faces", "face", "facing") and links & {"across", "over"})
        or (
            verb in ("showed", "shows", "show", "showing", "walked", "walks")
            and (links | particles) & {"round", "around"}
        )
    ):
        yield at.draft(others, "guided")


_DRAWING = frozenset(
    "took takes take taking drew draws draw drawing pulled pulls pull pulling called led".split()
)
_HAVING = HAVING | frozenset("asked invited asks invites kept keep keeps keeping".split())
_COMPANY = frozenset(
    "guest visitor interlocutor host partner caller company companion neighbour neighbor".split()
)
_GRANTING = frozenset("gave give gives given giving allowed granted spared grants spares allows".split())
_TABLE = frozenset(
    "lunch dinner breakfast tea supper luncheon coffee drinks talks audience banquet table meeting weekend".split()
)


def _at_table(tree: Tree, verb: Word) -> bool:
    """ "had X to lunch", "invited her for a working dinner", "asked them round for tea"."""
    return any(p.lower in _TABLE for p in after(tree, verb, "to", "for", "over", "round", "in"))


def _time_given(tree: Tree, verb: Word) -> bool:
    """ "gave X half an hour": the parser takes the time for an adverb."""
    behind = tree.words[verb.i + 1 :][:8]
    return any(w.lower in TIME and w.dep in ("npadvmod", "dobj") for w in behind)


_SHUT = frozenset("closeted closet shut locked lock seated seat".split())


def _among_themselves(at: Clause) -> Iterator[Draft]:
    """ "faced each other across a table", "shut themselves in a room"."""
    tree, verb = at.tree, at.verb
    across = each_other(tree, verb) and after(tree, verb, "across", "over")
    shut = verb.lower in _SHUT and any(o.lower == "themselves" for o in objects(tree, verb))
    if (across or shut) and len({s.country for s in at.doers}) >= 2:
        yield at.draft([], "guided")


def _got_to(at: Clause) -> Iterator[Draft]:
    """ "got X to agree": the parser takes X for the subject of "agree"."""
    if at.verb.lower in HAVING:
        yield from _had_to_stay(at)
    if at.verb.lower not in ("got", "gets", "get", "getting"):
        return
    others = at.sides(*(s for c in at.tree.children(at.verb, "ccomp") for s in at.tree.children(c, "nsubj")))
    if at.foreign(others):
        yield at.draft(others, "guided")


def _had_to_stay(at: Clause) -> Iterator[Draft]:
    """ "Had X *to stay*", "had her *to supper*", which the parser takes for a verb."""
    for done in at.tree.children(at.verb, "ccomp", "xcomp"):
        meal = done.lower in MEALS
        if not (meal or done.lower == "stay") or "to" not in helpers(at.tree, done):
            continue
        guests = at.sides(*at.tree.children(done, "nsubj"), *objects(at.tree, at.verb))
        if at.foreign(guests):
            draft = at.draft(guests, "guided" if meal else "guest-of")
            draft.capacities = ["host"] * len(at.doers)
            yield replace(draft, trigger=done) if meal else draft


_BUMPING = {
    "into": frozenset("run ran running runs bump bumped bumping bumps stumble stumbled".split()),
    "off": frozenset("square squared squares squaring face faced faces facing".split()),
    "up": frozenset("catch caught catches catching meet team teamed link linked".split()),
    "away": frozenset("come came comes coming go went".split()),
    "face": frozenset("come came comes coming be was were stand stood".split()),
}


def _bumped(at: Clause) -> Iterator[Draft]:
    """ "ran into X", "squared off against X", "came face to face with X", "came away with the assent of X"."""
    tree, verb = at.tree, at.verb
    particles = {w.lower for w in tree.children(verb)}
    near: list[Word] = []
    if verb.lower in _BUMPING["into"]:
        near += after(tree, verb, "into")
    if verb.lower in _BUMPING["off"] and "off" in particles:
        near += after(tree, verb, "with", "against")
    if verb.lower in _BUMPING["up"] and "up" in particles:
        near += after(tree, verb, "with")
    if verb.lower in _BUMPING["away"] and "away" in particles:
        near += [p for o in after(tree, verb, "with") for p in [o, *after(tree, o, "of", "from")]]
    if verb.lower in _BUMPING["face"]:
        faces = [w for w in tree.children(verb) if w.lower == "face"]
        faces += [p for w in faces for p in after(tree, w, "to") if p.lower == "face"]
        near += [p for w in faces for p in after(tree, w, "with", "to")]
        if faces and of_several_states(at.doers):  # "the first time that the two had stood face to face"
            yield at.draft([], "bumped-into")
            return
    others = at.sides(*near)
    if at.foreign(others):
        yield at.draft(others, "bumped-into")


_BESIDE = frozenset("side elbow arm shoulder attendance".split())


def _at_side(at: Clause) -> Iterator[Draft]:
    """ "announced it with X at his side", "spoke, with X beside him"."""
    tree, verb = at.tree, at.verb
    if of_several_states(at.doers):
        return  # they signed, spoke or ate among themselves, with X beside them
    hooks = [verb, *objects(tree, verb), *(p for g in groups_after(tree, verb, "in", "on", "to") for p in g)]
    for prep in [p for w in hooks for p in tree.children(w, "prep") if p.lower == "with"]:
        others = at.sides(*tree.children(prep, "pobj"))
        if not at.foreign(others):
            continue
        behind_them = tree.words[prep.i : prep.i + _ASIDE]
        if any(w.lower in _BESIDE or w.lower in ("beside", "alongside") for w in behind_them):
            yield at.draft(others, "at-side", "call" if line(tree, verb) else "meeting")


def _in_company(at: Clause) -> Iterator[Draft]:
    """ "spent an evening there at the side of X", "walked in in the company of X", "came at X's elbow"."""
    if at.tree.vocabulary.isdisjoint(_COMPANIONSHIP):
        return
    spots = [p for p in after(at.tree, at.verb, "at", "in", "on", "by") if p.lower in _BESIDE | {"company"}]
    off = "off" in words_near(at.tree, at.verb)
    if off or not objects(at.tree, at.verb):  # "stepped off a plane into", but "drove the country into"
        hooks = [at.verb, *after(at.tree, at.verb, "off", "from", "out", "of")]
        spots += [p for w in hooks for p in after(at.tree, w, "into") if p.lower in _ARMS]
    others = at.sides(*(w for p in spots for w in [*at.tree.children(p, "poss"), *after(at.tree, p, "of")]))
    if at.foreign(others):
        yield at.draft(others, "at-side")


_ARMS = frozenset("arms embrace hug".split())
_COMPANIONSHIP = _BESIDE | _ARMS | {"company"}
_ASIDE = 7  # words from "with" to "side": "with Wang, the premier, by his side"


_FINDERS: tuple[Callable[[Clause], Iterator[Draft]], ...] = (
    spent,
    call_on,
    expected,
    _set_phrase,
    _being,
    _handed,
    _brought_together,
    _guided,
    _among_themselves,
    _got_to,
    _bumped,
    at_home,
    _at_side,
    _in_company,
)
