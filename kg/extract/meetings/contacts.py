"""Contacts told in other words: two officials of different states in one clause, with a day or a place.

Newspapers do not always say "met": they say that X kept Y waiting, walked him to the car, or put a map
before him. In a clause that has its own day or place, such a verb brings two people together, unless it
is one that works at a distance (`distant.txt`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.extract.clause.topic import DISCUSSING
from kg.extract.drafts import Draft
from kg.extract.meetings.at_hand import at_hand
from kg.extract.places.find import CITY
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import (
    SELVES,
    after,
    agents,
    clause,
    groups_after,
    helpers,
    is_noun,
    is_verb,
    names_official,
    objects,
    passive,
    subject,
)
from kg.extract.sentence.inclusion import REPRESENTATIVES
from kg.extract.sentence.line import line
from kg.extract.sentence.mend import RELATED
from kg.extract.sentence.particles import with_particle
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup, regular_forms
from kg.extract.when.choice import DUE, nearest_date
from kg.extract.where.sites import nearest_place
from kg.extract.whom.company import LANDS, each_other
from kg.extract.whom.descriptions import posts
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import MEALS
from kg.model import Kind, Mode

# "for" and "about" name topics; "of" and "like" liken; these bring people together
_NEAR = ("with", "to", "by", "beside", "from", "alongside", "opposite", "before", "around", "past", "next")


def contacts(tree: Tree, talk: Discourse, told: list[Draft]) -> Iterator[Draft]:
    """The contacts of a sentence that no other rule has told of (`told`)."""
    for verb in tree:
        if not is_verb(verb) or verb.dep in ("aux", "auxpass") or verb.lower == "according":
            continue
        together = _errand(tree, verb, told) or _without_success(tree, talk, verb, told)
        if together is not None:
            yield together
            continue
        distant = (verb.lower in distant_verbs() or with_particle(tree, verb) == "bar") and not _face_to_face(
            tree, verb
        )
        said = list(at_hand(tree, talk, verb, told))
        if said:
            spoken = [d for d in told if d.kind not in ("visit", "agreement")]
            yield from [] if any(len(said[0].officials & d.officials) > 1 for d in spoken) else said
            continue
        if distant and not _same_room(tree, verb) and not _at_one_place(tree, talk, verb):
            continue
        if verb.lower in DUE and passive(tree, verb):
            continue  # "they are expected to discuss": told by what they will do
        if any(d.kind == "visit" and d.trigger is verb and len(d.officials) > 1 for d in told):
            continue  # "would arrive with X": one journey
        if any(d.kind == "agreement" and d.trigger is verb for d in told) or _pen(verb):
            continue  # what is signed with somebody is an agreement
        if verb.lower.startswith("agree") and _opinion(tree, verb):
            continue
        if verb.lower in _TRADING and any(o.lower in _SENT for o in objects(tree, verb)):
            continue  # "exchanged letters": they need not be in one place
        if objects(tree, verb) and any(is_noun(p) and p.mention is None for p in after(tree, verb, "as")):
            continue  # "embraced him as an ally", "succeeded her as chancellor"
        doers = talk.actors(tree, verb)
        if not doers:
            if all(d.trigger is not verb for d in told):
                yield from _unnamed(tree, talk, verb)
            continue
        if len({s.country for s in doers}) >= 2 and each_other(tree, verb):
            if any(o.lower in _MAIL for o in objects(tree, verb)):
                continue  # "sent each other birthday greetings"
            rung = line(tree, verb) or ("phone" if "phone" in lookup(verb.lower, "verb") else None)
            kind: Kind = "call" if rung else "meeting"
            yield Draft(kind, doers, verb, tree, "each-other", mode=rung or "in-person")
            continue
        others = _others(tree, talk, verb, doers) or _colleagues(tree, talk, verb, doers)
        if not others and _jointly(tree, talk, verb, doers, told):
            yield Draft("call" if line(tree, verb) else "meeting", doers, verb, tree, "joint-act")
            continue
        if not others or {s.country for s in doers} & {s.country for s in others}:
            continue
        if {"could", "might"} & set(helpers(tree, verb)):
            continue
        sides = unique(doers + others)
        people = {s.official for s in sides}
        if any(len(people & d.officials) >= 2 for d in told if d.kind not in ("visit", "agreement")):
            continue
        if len({d.officials for d in told if d.kind == "visit" and d.trigger is verb}) >= 2:
            continue  # "A went there on Monday, B on Tuesday"
        anchored = nearest_date(tree, verb) is not None or nearest_place(tree, verb) is not None
        if not anchored and verb.tag != "VBD":
            continue  # without a day or a place only the plain past tells of an occasion
        wire = line(tree, verb) or _reached(tree, verb)
        yield Draft(
            "call" if wire else "meeting",
            sides,
            verb,
            tree,
            "contact" if anchored else "contact-bare",
            mode=wire or "in-person",
        )


def _reached(tree: Tree, verb: Word) -> Mode | None:
    """ "X, *reached by Y* overnight": by telephone; but "reached Lima in time for lunch with Y"."""
    whom = agents(tree, verb) if passive(tree, verb) else objects(tree, verb)
    return "phone" if verb.lower.startswith("reach") and any(names_official(w) for w in whom) else None


def _face_to_face(tree: Tree, verb: Word) -> bool:
    """Whether words beside a verb that works at a distance put the two in one room all the same."""
    faced = verb.lower in _FACING and each_other(tree, verb)
    return faced or _himself(tree, verb) or bool(_before_whom(tree, verb)) or _come_to_hear(tree, verb)


def _himself(tree: Tree, verb: Word) -> bool:
    """ "Explained *himself to* X", "introduced herself to Y"."""
    return any(o.lower in SELVES for o in objects(tree, verb)) and bool(after(tree, verb, "to"))


def _before_whom(tree: Tree, verb: Word) -> list[Word]:
    """ "Broke off relations *in her presence*": she was there."""
    there = [p for p in after(tree, verb, "in") if p.lower == "presence"]
    return [w for p in there for w in tree.children(p, "poss")]


def _come_to_hear(tree: Tree, verb: Word) -> bool:
    """ "Flew to Rome *to hear* her objections *from* X", "*to learn what X* had in mind", "*to mark* it *with* X"."""
    above = tree.head(verb) if "to" in helpers(tree, verb) else None
    way = above is not None and any(o.lower == "way" for o in objects(tree, above))  # "made her way there"
    if above is None or not (way or "go" in lookup(above.lower, "verb")):
        return False
    return bool(_from_whom(tree, verb)) or any(names_official(p) for p in after(tree, verb, "with"))


def _from_whom(tree: Tree, verb: Word) -> list[Word]:
    """From whom something is heard, or of whom somebody learns what he thinks."""
    if verb.lower not in _HEARING:
        return []
    told = [s for c in tree.children(verb, "ccomp") for s in tree.children(c, "nsubj")]
    return [*told, *(p for w in [verb, *objects(tree, verb)] for p in after(tree, w, "from"))]


_HEARING = frozenset("hear learn discover find see".split())


_FACING = frozenset("face faces faced facing".split())
# What two do who have come, or are called, to one place for it
_JOINT_WORK = frozenset(
    "draft drafting thrash hammer hammering iron patch settle settling resolve resolving work working finalise finalize "
    "finish conclude haggle haggling bargain bridge narrow break end mend bury seal agree find go carry map define "
    "sort pick prepare review".split()
)
_SETTING_ABOUT = frozenset("begin start resume continue try attempt seek".split())


def _errand(tree: Tree, verb: Word, told: list[Draft]) -> Draft | None:
    """ "A and B were in Rome *to draft* a treaty", "have been called there *to settle* it": they meet for it."""
    if verb.lower not in _JOINT_WORK:
        return None
    above = tree.head(verb)
    while above is not None and above.lower in _SETTING_ABOUT and verb.dep in ("xcomp", "dobj", "conj"):
        verb, above = above, tree.head(above)
    if "to" not in helpers(tree, verb) or verb.dep not in ("advcl", "xcomp", "acl", "ccomp"):
        return None
    gone = (d for d in told if d.kind == "visit" and d.trigger is above and len(d.officials) >= 2)
    journey = next((d for d in gone if len({s.country for s in d.sides}) >= 2), None)
    met = (d for d in told if d.kind in ("meeting", "call"))
    if journey is None or any(len(journey.officials & d.officials) >= 2 for d in met):
        return None
    return Draft("meeting", journey.sides, journey.trigger, tree, "joint-act", stated=journey.stated)


def _without_success(tree: Tree, talk: Discourse, verb: Word, told: list[Draft]) -> Draft | None:
    """ "X and Y *failed to agree* in Geneva on 26 August": they were there, and tried."""
    below = [c for c in tree.children(verb, "xcomp") if c.lower in _JOINT_WORK | {"reach", "close"}]
    if verb.lower not in _FAILING or not below:
        return None
    town = any(p.place is not None and p.place.grade == CITY for v in below for p in _where(tree, v))
    doers = talk.actors(tree, verb)
    people = {s.official for s in doers}
    met = any(len(people & d.officials) >= 2 for d in told if d.kind == "meeting")
    if not town or met or len({s.country for s in doers}) < 2 or not _occasion(nearest_date(tree, below[0])):
        return None
    return Draft("meeting", doers, verb, tree, "joint-act")


_FAILING = frozenset({"failed", "tried"})


def _where(tree: Tree, verb: Word) -> list[Word]:
    return [p for w in [verb, *objects(tree, verb)] for p in after(tree, w, "in", "at")]


_TRADING = frozenset("exchange exchanged exchanges exchanging swap swapped trade traded trading".split())
_SENT = frozenset(
    "letter letters message messages telegram telegrams congratulations condolences note notes cable cables insult insults "
    "barb barbs fire recriminations threats warnings tweets posts".split()
)
_BEHIND = 2  # sentences in which a text goes on about talks


def _opinion(tree: Tree, verb: Word) -> bool:
    """ "She agreed with him that rates were low": of one mind, wherever they are."""
    return any(
        c.lower == "that" for v in tree.children(verb, "ccomp") for c in tree.children(v, "mark")
    ) and bool(groups_after(tree, verb, "with"))


def _pen(verb: Word) -> bool:
    return lookup(verb.lower, "verb").get("sign") in ("sign", "initial", "ink", "co-sign", "countersign")


def _jointly(tree: Tree, talk: Discourse, verb: Word, doers: list[Side], told: list[Draft]) -> bool:
    """Whether several did one thing on one day or at one place: "the two raised a flag on Friday"."""
    people = {s.official for s in doers}
    who = subject(tree, verb)
    if who is not None and who.lower in ("which", "that"):  # "the border, which is closed to limit …"
        clause_ = next((a for a in [verb, *tree.ancestors(verb)] if a.dep == "relcl"), None)
        who = tree.head(clause_) if clause_ is not None else who
    if who is not None and who.lower in LANDS:
        return False
    meant = who is not None and who.mention is not None and who.mention.kind == "group"
    if meant and any(len(d.officials) > 1 and d.kind != "visit" and d.trigger.i < verb.i for d in told):
        return False  # "in the talks of X and Y, the two leaders backed": at those talks
    if verb.lower in DISCUSSING and _in_a_pause(tree, verb):
        return len({s.country for s in doers}) >= 2 and not any(people <= d.officials for d in told)
    spoken = verb.lower in DISCUSSING and any(
        {s.official for s in o.sides} >= people and 0 < tree.number - o.sentence <= _BEHIND
        for o in talk.occasions
    )
    if spoken:
        return False  # "They also discussed preparations for the summit in May": at the talks told before
    return (
        len({s.country for s in doers}) >= 2
        and not _resolved(tree, verb)
        and not _POSSIBLE & set(helpers(tree, verb))
        and (
            (_occasion(nearest_date(tree, verb)) and not _promised(tree, verb) and not _within(tree, verb))
            or (nearest_place(tree, verb) is not None and not _within(tree, verb))
            or _same_room(tree, verb)
        )
        and not any(people <= d.officials for d in told)
    )


_PAUSES = frozenset(
    "break pause interval recess moment moments occasion opportunity chance margins lull".split()
)
_USING = frozenset("used took seized had found snatched stole".split())


def _in_a_pause(tree: Tree, verb: Word) -> bool:
    """ "X and Y *used a break to discuss* fish": together, wherever they were."""
    above = tree.head(verb)
    used = above is not None and above.lower in _USING and "to" in helpers(tree, verb)
    return used and above is not None and any(o.lower in _PAUSES for o in objects(tree, above))


def _within(tree: Tree, verb: Word) -> bool:
    """ "agreed to honour a pact *made last month in Rome*": every day and place is that of something spoken of."""
    said = [
        w for w in tree.subtree(verb) if (w.date is not None or w.place is not None) and w.mention is None
    ]
    return bool(said) and all(_in_participle(tree, w, verb) for w in said)


def _in_participle(tree: Tree, word: Word, verb: Word) -> bool:
    for above in [word, *tree.ancestors(word)]:
        if above is verb:
            return False
        if above.dep == "acl" and above.tag == "VBN":
            return True
    return False


_POSSIBLE = frozenset("could may might should".split())


def _promised(tree: Tree, verb: Word) -> bool:
    """Whether the only day is another's: "agreed to open an office *next year*", "reaffirm the accord reached *last week*"."""
    day = nearest_date(tree, verb)
    word = next((w for w in tree if w.date is not None and w.date is day), None)
    if word is None or clause(tree, word) is verb:
        return False
    if clause(tree, word).dep in ("acl", "relcl"):
        return clause(tree, word) in tree.subtree(verb)
    return verb.lower in _RESOLVING and verb in tree.ancestors(word)


def _resolved(tree: Tree, verb: Word) -> bool:
    """ "agreed to speed up work on it next year": what several resolve to do they need not do together."""
    above = tree.head(verb)
    if above is not None and verb.dep == "advcl" and above.tag == "VBG" and "to" in helpers(tree, verb):
        return above.lower in distant_verbs()  # "are working hard to carry out the plan"
    return verb.dep == "xcomp" and above is not None and above.lower in _RESOLVING


_RESOLVING = frozenset(
    "agree agreed agrees agreeing vow vowed pledge pledged promise promised undertake undertook decide decided want "
    "wanted hope hoped continue continued resolve resolved commit committed wish wished intend intended".split()
)


def _occasion(phrase: DatePhrase | None) -> bool:
    """Whether a date is that of an occasion: in "the 1980s" people did many things, not always together."""
    return phrase is not None and phrase.form not in ("years", "decade")


def _at_one_place(tree: Tree, talk: Discourse, verb: Word) -> bool:
    """ "X and Y agreed in Kabul on Sunday to …": in one city on one day, whatever they said or decided there."""
    if verb.tag != "VBD" or verb.lower not in _DECIDING or nearest_date(tree, verb) is None:
        return False
    doers = talk.actors(tree, verb)
    there = [p.place for g in groups_after(tree, verb, "in", "at") for p in g if p.place is not None]
    return len({s.country for s in doers}) >= 2 and any(p.grade == 3 for p in there)


_DECIDING = frozenset(
    "agreed said announced decided resolved promised pledged vowed declared insisted settled told named chose "
    "undertook called swore".split()
)


def _unnamed(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "The presidents of A and B opened a bridge at C on Monday": nobody named, but posts, a day and a place."""
    who = subject(tree, verb)
    if who is None or who.mention is None or who.mention.kind != "group" or who.tag not in ("NNS", "NNPS"):
        return
    sides = talk.sides(tree, who) if posts(who.mention.role or who.lower) else []
    if len({s.country for s in sides if s.country}) < 2 or verb.tag != "VBD" or passive(tree, verb):
        return
    if nearest_date(tree, verb) is not None and nearest_place(tree, verb) is not None:
        yield Draft("meeting", sides, verb, tree, "joint-act")


def _same_room(tree: Tree, verb: Word) -> bool:
    """ "argued in the same palace", "explained it to X over coffee": whatever they did, they were together."""
    if "over" in tree.vocabulary and any(p.lower in MEALS for p in after(tree, verb, "over")):
        return True
    return any(
        {"same", "one"} & {c.lower for c in tree.children(w)} and w.lower in _ROOMS
        for group in groups_after(tree, verb, "in", "at", "on", "under", "around", "round")
        for w in group
    )


# "received a cable from X", "sent a note to Y": from afar
_MAIL = frozenset(
    "cable cables telegram telegrams letter letters message messages greetings congratulations condolences note notes "
    "invitation reply thanks card wishes email e-mail tweet report reports".split()
)
# What states have with each other, wherever their leaders are
_BONDS = frozenset("relations ties links contact contacts dealings communication communications".split())
_BY_HAND = frozenset("carried carry carries carrying brought bring brings bringing bore took".split())
_ROOMS = frozenset(
    "room table roof hall tent palace hotel stage bench platform sofa flight plane dais row".split()
)


def _others(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> list[Side]:
    barred = [s.official for s in doers if s.official is not None]
    near = agents(tree, verb) if passive(tree, verb) else objects(tree, verb)
    near = [w for w in near if w.lower not in LANDS]  # "visited both countries": no one there
    own = [  # not "arranged *Y's* summits with X", "cut off ties with X"
        o for o in objects(tree, verb) if not tree.children(o, "poss") and o.lower not in _BONDS
    ]
    bent = [o for g in groups_after(tree, verb, "over", "through", "round", "around") for o in g]
    own += [p for o in own for p in after(tree, o, "of")]  # "raised the lessons of the treaty with X"
    own += [o for o in bent if o.mention is None and o.lower not in RELATED]  # "pored over a map with X"
    near = near + [p for o in own for g in groups_after(tree, o, "with") for p in g]
    by_mail = verb.lower not in _BY_HAND and any(o.lower in _MAIL for o in objects(tree, verb))
    links = [n for n in _NEAR if not (by_mail and n in ("from", "to"))]
    if any(o.lower in _BONDS for o in objects(tree, verb)):
        links.remove("with")
    near = near + [p for g in groups_after(tree, verb, *links) for p in g]
    near += _before_whom(tree, verb)
    near += _from_whom(tree, verb)
    return [s for w in near for s in talk.sides(tree, w, barred) if s.official is not None]


def _colleagues(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> list[Side]:
    """ "settled it with the Gulf's ministers", "showed it to his colleagues from X and Y": unnamed, but officials."""
    if len(doers) != 1 or nearest_date(tree, verb) is None or passive(tree, verb):
        return []
    near = [p for g in groups_after(tree, verb, "with", "to", "before") for p in g]
    near = [p for p in near if p.lower in REPRESENTATIVES and p.tag in ("NN", "NNS")]
    return [s for p in near for s in talk.sides(tree, p, [doers[0].official or 0])]


@cache
def distant_verbs() -> frozenset[str]:
    """The forms of verbs that bring nobody together."""
    text = files("kg.extract.meetings").joinpath("distant.txt").read_text(encoding="utf-8")
    lemmas = [line for line in text.splitlines() if line and not line.startswith("#")]
    irregular = "said told saw knew thought wrote led left lost won made kept stood let put paid sent gave given taken became began got chose chosen fell fought found heard held meant read ran sold spoke stole swore was were is are be been had has have did do does".split()
    return frozenset(form for lemma in lemmas for form in (lemma, *regular_forms(lemma))) | frozenset(
        irregular
    )
