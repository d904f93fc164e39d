"""Meetings and calls told by a verb: "X received Y", "sat down with Z", "rang W"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clause.hedges import RANKS
from kg.extract.drafts import Draft
from kg.extract.meetings.calls import caller_of, calls
from kg.extract.meetings.firsts import firsts
from kg.extract.meetings.hours import hours_with
from kg.extract.meetings.idioms import idioms
from kg.extract.meetings.readouts import addressed, medium
from kg.extract.meetings.schedules import scheduled
from kg.extract.meetings.summons import summons
from kg.extract.meetings.tableaux import beside, tableaux
from kg.extract.meetings.talks import from_noun
from kg.extract.sentence.grammar import (
    SENDING,
    after,
    agents,
    by_far,
    clause,
    groups_after,
    helpers,
    is_noun,
    is_verb,
    objects,
    passive,
    subject,
)
from kg.extract.sentence.line import joint, line, ringing_for
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Occasion, Side, unique
from kg.extract.triggers import ENCOUNTERS, lookup
from kg.extract.where.sites import nearest_place
from kg.extract.whom.company import (
    LANDS,
    abroad,
    bilaterally,
    distinct,
    each_other,
    named,
    of_several_states,
    parties,
    separately,
    words_near,
)
from kg.extract.whom.discourse import Discourse
from kg.model import Kind, Mode

# Verbs whose contact is a meeting even with nobody after "with": "the two presidents met".
_MUTUAL = frozenset(
    "meet talk confer negotiate gather convene dine lunch huddle consult assemble chat golf reconvene haggle bargain "
    "parley wrangle converse deliberate breakfast sup mingle argue bicker spar resume closet".split()
)


_IN_TURN = frozenset("receive host entertain fete".split())
_HOST_VERBS = frozenset("receive welcome greet host entertain fete".split())


def encounters(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The meetings and calls that a sentence tells of; what was told over the phone is no meeting."""
    found = [one for d in _all(tree, talk) for one in _each(tree, talk, d)]
    rung = [d.officials for d in found if d.kind == "call"]
    rung += [frozenset().union(*rung)]  # "both were rung by X, who told each …"
    for d in found:
        if d.rule == "told" and d.kind != "call" and d.officials in rung:
            continue
        if not (
            _ranked_time(tree, d.trigger) and any(e is not d and e.officials == d.officials for e in found)
        ):
            yield d


def _each(tree: Tree, talk: Discourse, d: Draft) -> list[Draft]:
    """ "A and B each had an hour with X": two encounters."""
    each = "each" in tree.vocabulary and not d.gathering and is_verb(d.trigger)
    doers = talk.doers(tree, d.trigger) if each else []
    others = [s for s in d.sides if s.official not in named(doers)]
    before = tree.words[max(0, d.trigger.i - 2) : d.trigger.i + 1]
    if len(named(doers)) < 2 or not named(others) or not any(w.lower == "each" for w in before):
        return [d]
    return [replace(d, sides=unique([s, *others])) for s in doers]


def _ranked_time(tree: Tree, verb: Word) -> bool:
    """ "will meet on Monday, *the first time they have talked* in a year": of the same talks."""
    time = tree.head(verb) if verb.dep in ("relcl", "acl") else None
    if (
        time is None
        or time.lower not in ("time", "occasion")
        or time.dep not in ("appos", "npadvmod", "dobj", "attr")
    ):
        return False
    return any(c.lower in RANKS or c.lower.endswith("th") for c in tree.children(time, "amod"))


def _all(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    for w in tree:
        if w.mention is not None and w.mention.kind == "name":
            continue
        if is_verb(w):
            found = [_over(tree, d) for d in _from_verb(tree, talk, w)]
            found = found or [_over(tree, d) for d in tableaux(tree, talk, w)] or list(summons(tree, talk, w))
            yield from found or [*calls(tree, talk, w), *firsts(tree, talk, w)]
            yield from scheduled(tree, talk, w)
        elif is_noun(w) or w.tag == "VBG":
            yield from list(from_noun(tree, talk, w)) or _in_talks(tree, talk, w)
            yield from hours_with(tree, talk, w)
    yield from beside(tree, talk)


def _in_talks(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "In a separate conversation she congratulated X": talks of those who speak and are spoken to."""
    doers, others = addressed(tree, talk, noun)
    if doers:
        mode = line(tree, noun) or medium(tree, talk, noun)
        kind: Kind = "call" if mode else "meeting"
        verb = clause(tree, noun)  # what is asked for in the talks is no matter of whether they were held
        yield Draft(kind, unique([*doers, *others]), verb, tree, "in-talks", mode=mode or "in-person")


def _over(tree: Tree, draft: Draft) -> Draft:
    """What is told of as a meeting but was held over a phone or video link is a call."""
    mode = line(tree, draft.trigger) if draft.kind == "meeting" else None
    if mode is not None and not draft.gathering:
        draft.kind, draft.mode = "call", mode
    return draft


def _from_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    classes = lookup(verb.lower, "verb")
    lemma = next(iter(classes.values()), "")
    if lemma == "meet" and any(o.lower in _FULFILLED for o in tree.children(verb, "dobj")):
        return  # "meeting the aspirations of the two peoples"
    phrased = list(idioms(tree, talk, verb))
    if phrased:
        yield from phrased
        return
    if not classes.keys() & {"face", "side", "phone"} or ringing_for(tree, verb):
        return  # "telephoned X to brief him" is told by the call
    if lemma == "call" and {"as", "what"} & {c.lower for c in tree.children(verb)}:
        return  # "the partners, as he calls them"
    if lemma == "call" and any(lookup(o.lower, "noun").keys() & ENCOUNTERS for o in objects(tree, verb)):
        return  # "called his conversation with X useful": told by the noun
    if lemma == "embrace" and after(tree, verb, "as"):
        return  # "embraced him as an ally" in a speech
    doers = talk.doers(tree, verb)
    groups = _partners(tree, talk, verb, lemma, named(doers))
    targets = [s for g in groups for s in g]
    wire = line(tree, verb)
    if "phone" in classes and lemma != "call" and not targets and not passive(tree, verb):
        wire = wire or "phone"  # "telephoned with X", "rang through to X"
    if "phone" in classes and lemma != "call" and not targets and not passive(tree, verb):
        targets = caller_of(tree, talk, verb, doers)
    if "phone" in classes and _rings(tree, verb, lemma, targets, passive(tree, verb), wire):
        in_turn = passive(tree, verb) and abroad(doers[:1], doers[1:]) and not joint(tree, verb)
        for party in parties(tree, [targets]):
            for s in party.sides:  # "both had been rung by X": X rang each
                for who in [[d] for d in doers] if in_turn else [doers]:
                    yield party.only(s).draft("call", who, verb, tree, "phone-verb", mode="phone")
    elif lemma in _TELLING:
        if named(doers) and named(targets) and abroad(doers, targets) and not passive(tree, verb):
            kind: Kind = "call" if wire else "meeting"
            yield Draft(kind, unique(doers + targets), verb, tree, "told", mode=wire or "in-person")
    elif lemma in _JOINING and not (named(doers) and named(targets)):
        return
    elif not named(targets + doers) and not tree.vocabulary.isdisjoint(_CONTESTS):
        return  # "Zambia meet Ghana in a qualifier"
    elif "face" in classes and targets and doers and (named(targets + doers) or lemma in _FIRM):
        if passive(tree, verb) or named(targets) or lemma in _FIRM:
            yield from _faced(tree, verb, lemma, doers, groups)
    elif "face" in classes and len(named(doers)) >= 2 and each_other(tree, verb):
        yield Draft("meeting", unique(doers), verb, tree, "mutual-verb")
    else:
        yield from _side_verb(tree, talk, verb, lemma, doers, wire)


_FULFILLED = frozenset(
    "aspirations aspiration needs need demand demands requirements requirement expectations expectation goal goals "
    "target targets challenge challenges deadline deadlines criteria conditions obligations commitments standards "
    "costs threat threats hopes interests wishes terms objective objectives".split()
)
# What teams meet for
_CONTESTS = frozenset(
    "qualifier qualifiers semi-final semifinal semi-finals semifinals quarter-final quarterfinal quarter-finals "
    "quarterfinals final finals friendly kick-off kickoff match matches fixture fixtures play-off playoff playoffs "
    "tournament championship championships innings wicket wickets penalties goalless cup trophy".split()
)
_FIRM = frozenset({"meet", "receive", "host", "entertain", "fete"})  # their unnamed objects count too


def _partners(tree: Tree, talk: Discourse, verb: Word, lemma: str, barred: list[int]) -> list[list[Side]]:
    """Those whom a verb takes as object, or by whom it is done, in groups met at one time."""
    if passive(tree, verb):
        by = agents(tree, verb) or [p[0] for p in groups_after(tree, verb, "by")] or by_far(tree, verb)
        # "and tomorrow by Y", "was joined at the summit by X and by Y"
        far = [*after(tree, verb, "by"), *by_far(tree, verb)]
        by += [p for p in far if p.mention is not None and p not in by]
        by = [a for a in by if not _instead(tree, a)]
        groups = [talk.sides(tree, a, barred) for a in by]
        if lemma in _IN_TURN and not _arriving(
            tree, verb
        ):  # "was received by the president, the premier and the speaker": in turn
            return [[s] for g in groups for s in g]
        return [[s for g in groups for s in g]]  # "was joined by X and, on the left, by Y"
    met = [s for o in objects(tree, verb) if o.lower not in LANDS for s in talk.sides(tree, o, barred)]
    if lemma == "receive":  # "received the credentials of X", "received a delegation from Y"
        brought = [o for o in objects(tree, verb) if o.lower in _BROUGHT]
        met += [s for o in brought for p in after(tree, o, "of", "from") for s in talk.sides(tree, p, barred)]
    return [met]


def _instead(tree: Tree, word: Word) -> bool:
    """ "was met by the mayor *rather than by the king*", "*and not by the king*": who did not come."""
    by = next((w.i for w in reversed(tree.words[: word.i]) if w.lower == "by"), 0)
    return by > 0 and tree.words[by - 1].lower in ("than", "not")


_ARRIVAL = frozenset("airport airbase airfield tarmac terminal runway apron arrival".split())
_AIRFIELDS = ("airport", "airbase", "air base", "airfield")


def _arriving(tree: Tree, verb: Word) -> bool:
    """Whether guests are received where they land: there all stand in one line."""
    near = [
        w for p in tree.children(verb, "prep") if p.lower in ("at", "on", "upon") for w in tree.subtree(p)
    ]
    named_so = [w.place.name.lower() for w in near if w.place is not None]
    return any(w.lower in _ARRIVAL for w in near) or any(n.endswith(_AIRFIELDS) for n in named_so)


def _faced(
    tree: Tree, verb: Word, lemma: str, doers: list[Side], groups: list[list[Side]]
) -> Iterator[Draft]:
    for party in parties(tree, groups):
        if distinct(doers, party.sides):
            in_turn = separately(tree, verb) or (
                lemma in ("meet", "see") and bilaterally(tree, doers, party.sides)
            )
            in_turn = in_turn and not any(o.lower in _AS_ONE for o in objects(tree, verb))
            for one in [party.only(s) for s in party.sides] if in_turn else [party]:
                draft = one.draft("meeting", doers, verb, tree, "face-verb")
                if lemma in _HOST_VERBS and not passive(tree, verb):
                    draft.capacities = ["host"] * len(doers)
                yield draft


# "met the southern camp: A, B and C"
_AS_ONE = frozenset(
    "side camp group quartet trio party team troika bloc club delegation panel family".split()
)
_BROUGHT = frozenset("credentials letters delegation visit".split())


_TELLING = frozenset("tell assure inform reassure".split())


_JOINING = frozenset("visit join confront corner accost escort treat regale".split())


def _for_a_cause(tree: Tree, verb: Word) -> bool:
    """ "A and B spoke for moderation": not with each other; "for an hour", "for the first time" they would have."""
    return any(
        w.date is None and w.lower not in ("time", "while") for w in after(tree, verb, "for", "against")
    )


def _side_verb(
    tree: Tree, talk: Discourse, verb: Word, lemma: str, doers: list[Side], wire: Mode | None
) -> Iterator[Draft]:
    """ "spoke with X", "sat down opposite Y", "the two sat together"."""
    if not doers or (lemma == "work" and verb.tag == "VB"):  # "agreed to work closely with X"
        return
    if verb.tag == "VBG" and _promised_on(tree, verb):
        return
    if lemma == "stand" and any(c.lower in ("in", "down", "up", "out") for c in tree.children(verb, "prt")):
        return  # "stood in for her", "stood up to him"
    links = ["with", "alongside", "beside", "opposite"]
    if lemma in ("speak", "talk", "telephone", "phone", "ring"):
        links.append("to")
    if lemma in ("stand", "sit", "pose", "appear"):
        links += ["next", "across", "between", "facing"]
        links += ["from"] if "across" in words_near(tree, verb) else []
    barred = named(doers)
    groups = [[s for p in g for s in talk.sides(tree, p, barred)] for g in groups_after(tree, verb, *links)]
    groups = [g for g in groups if g and distinct(doers, g)]
    if lemma == "discuss" and any(o.lower in _BONDS for o in objects(tree, verb)):
        groups = [g for g in groups if named(g)]  # "discussing the deal with Iran": a deal with it
    if not groups:  # "posed for pictures with X": the partner hangs on a noun of the clause
        far = [
            p
            for o in [*objects(tree, verb), *after(tree, verb, "for", "in", "at")]
            for p in after(tree, o, "with", "alongside")
        ]
        groups = [g for p in far if (g := talk.sides(tree, p, barred)) and named(g)]
    if wire is None and not groups and lemma in ("speak", "talk") and _call_follows(tree, talk):
        wire = "phone"
    kind: Kind = "call" if wire else "meeting"
    mode: Mode = wire or "in-person"
    apart = separately(tree, verb)
    if (
        lemma in ("speak", "talk")
        and not wire
        and any(named(g) for g in groups)
        and _at_a_distance(tree, talk, verb)
    ):
        kind, mode = "call", "phone"
    for party in parties(tree, groups):
        one_by_one = (kind == "call" or apart) and not joint(tree, verb)
        one_by_one = one_by_one or (lemma == "meet" and bilaterally(tree, doers, party.sides))
        for one in [party.only(s) for s in party.sides] if one_by_one else [party]:
            for who in [[d] for d in doers] if apart and len(doers) > 1 else [doers]:
                yield one.draft(kind, who, verb, tree, "side-verb", mode=mode)
    if lemma in ("exchange", "swap") and not any(o.lower in _WORDS for o in objects(tree, verb)):
        return
    spoke = lemma in ("exchange", "swap") or (
        lemma in ("speak", "talk", "sit")
        and not tree.children(verb, "ccomp", "dobj")
        and not after(tree, verb, "of", "to")
        and not (lemma == "speak" and _for_a_cause(tree, verb))
        and (wire is not None or not after(tree, verb, "on"))
    )
    if (
        spoke
        and kind == "meeting"
        and lemma in ("speak", "talk")
        and not groups
        and _rang_up(tree, talk, verb)
    ):
        kind, mode = "call", "phone"
    work = any(o.lower == "work" for o in objects(tree, verb)) and len({s.country for s in doers}) > 1
    if lemma == "resume" and not work and (objects(tree, verb) or not of_several_states(doers)):
        return  # "resumed talks": told by the noun
    if not groups and len(doers) >= 2 and (lemma in _MUTUAL or spoke or words_near(tree, verb) & _TOGETHER):
        past = verb.tag in ("VBD", "VBN")
        if past and lemma in ("speak", "talk") and kind == "meeting" and _rung_before(tree, talk, verb):
            kind, mode = "call", "phone"
        yield Draft(kind, unique(doers), verb, tree, "mutual-verb", mode=mode)


def _promised_on(tree: Tree, verb: Word) -> bool:
    """ "They would *keep on talking*": a promise of no one occasion."""
    on = tree.head(verb)
    keep = tree.head(on) if on is not None and on.lower == "on" else on
    if keep is None or keep.lower not in ("keep", "continue", "go"):
        return False
    return not any(w.date is not None or w.place is not None for w in tree.subtree(verb))


_BONDS = frozenset(
    "deal agreement accord pact treaty war conflict relations ties dispute trade border cooperation talks negotiations".split()
)


def _rung_before(tree: Tree, talk: Discourse, verb: Word) -> bool:
    """ "The two also spoke in November", in a text about a call, is of another call."""
    before = talk.text[max(0, tree.start - _CALLS) : tree.start].lower()
    told = any(w in before for w in ("by phone", "phone call", "by telephone", "telephone c", "on the phone"))
    room = nearest_place(tree, verb) is not None or bool(words_near(tree, verb) & _TOGETHER)
    return told and not room


_CALLS = 900  # characters back in which a text says that it is about calls

_WORDS = frozenset(
    "pleasantries words greetings views handshakes toasts jokes blows accusations ideas compliments".split()
)


_TOGETHER = frozenset(
    {"together", "privately", "face-to-face", "one-on-one", "head-to-head", "tete-a-tete", "side"}
)


def _rang_up(tree: Tree, talk: Discourse, verb: Word) -> bool:
    """Whether "A and B spoke on Friday" is a call: two who are named, or a text that is about a call and no meeting."""
    if not _at_a_distance(tree, talk, verb):
        return False
    who = subject(tree, verb)
    if who is not None and who.mention is not None and who.mention.kind == "name":
        return not _MET.search(talk.text, max(0, tree.start - 500), tree.end)
    return _met_or_rang(talk.text[: tree.end]) == "rang"


def _met_or_rang(text: str) -> str:
    """Whether a text spoke of a call or of a meeting last; "" where it spoke of neither."""
    last = max(_MET.finditer(text), key=lambda m: m.start(), default=None)
    rang = max(_RANG.finditer(text), key=lambda m: m.start(), default=None)
    if rang is None or (last is not None and last.start() > rang.start()):
        return "met" if last is not None else ""
    return "rang"


_MET = re.compile(r"\b(?:met|meet|meeting|meetings|received|hosted|welcomed|visited|summit|dinner|lunch)\b")
_RANG = re.compile(
    r"\b(?:phoned?|telephoned?|phone|telephone|(?:a|the|his|her|their) (?:\S+ )?calls?|calls? (?:with|between|to)|called (?:\w+ ){0,4}(?=[A-Z]))"
)


_IN_ONE_PLACE = re.compile(
    "sidelines|margins|fringes|in person|face.to.face|summit|visit|behind closed doors|over (?:lunch|dinner|tea)",
    re.IGNORECASE,
)


def _at_a_distance(tree: Tree, talk: Discourse, verb: Word) -> bool:
    """Whether "spoke with X" is a call: nothing near it puts the two in one place, or calls are the subject."""
    before = talk.text[max(0, tree.start - 400) : tree.end].lower()
    if any(w in before for w in ("phone", " call with", " calls with", "series of calls", "by video")):
        return True
    if _IN_ONE_PLACE.search(talk.text, tree.start, tree.end):
        return False
    if any(c.lower in _THERE for c in tree.children(verb, "advcl")):
        return False  # "talked to X when they attended the congress"
    if any(c.lower in ("there", "here") for c in tree.children(verb, "advmod")):
        return False
    sent = (
        tree.head(verb) if "to" in helpers(tree, verb) and verb.dep in ("xcomp", "advcl", "ccomp") else None
    )
    if sent is not None and (sent.lower in SENDING or "go" in lookup(sent.lower, "verb")):
        return False  # "dispatched her to speak to the king"
    if "hours" in tree.vocabulary and after(tree, verb, "for"):
        return False  # "talked for four hours"
    pair = [
        *talk.doers(tree, verb),
        *(s for p in after(tree, verb, "with", "to") for s in talk.sides(tree, p)),
    ]
    if any(_beside_each_other(o, tree, pair) for o in talk.occasions):
        return False
    return nearest_place(tree, verb) is None and not words_near(tree, verb) & _TOGETHER


_THERE = frozenset("attended met gathered sat stood walked dined lunched visited came crossed".split())


def _beside_each_other(told: Occasion, tree: Tree, doers: list[Side]) -> bool:
    """Whether one of two who "talked" had just come to the other: "X was in Paris on Monday. X and Y talked"."""
    here = {s.official for s in told.sides} & {s.official for s in doers} - {None}
    host = {s.country for s in doers if s.official not in here}
    near = 0 <= tree.number - told.sentence <= 1
    return told.visit and near and bool(here) and bool(host & set(told.countries))


_AHEAD = 200  # characters in which a text that says "spoke" goes on about "the call"
_THE_CALL = re.compile(
    r"\b(?:the|their|this) (?:phone |telephone |video )?(?:call|conversation by phone)\b", re.IGNORECASE
)


def _call_follows(tree: Tree, talk: Discourse) -> bool:
    """Whether the next sentence speaks of "the call": "X and Y spoke on Friday. The call was arranged by Y."."""
    return bool(_THE_CALL.search(talk.text, tree.end, tree.end + _AHEAD))


# "called X to say that he was not coming"
_TO_SAY = frozenset(
    "say tell ask inform congratulate apologise apologize explain discuss thank express convey assure brief warn "
    "complain protest wish offer".split()
)


def _rings(
    tree: Tree, verb: Word, lemma: str, targets: list[Side], is_passive: bool, wire: Mode | None
) -> bool:
    if not targets or (lemma == "call" and not named(targets)):
        return False
    if lemma != "call":
        return True
    if wire and not is_passive:
        return True
    # "called Abbas on Tuesday" is a call; "called him a friend", "called X to Quito" and "called for" are none
    extra = tree.children(verb, "oprd", "xcomp", "ccomp", "attr", "acomp", "prt")
    extra = [w for w in extra if w.lower not in ("up", "back") and w.lower not in _TO_SAY]
    to = [
        p for p in tree.children(verb, "prep") if p.lower in ("for", "on", "to", "into", "upon", "in", "as")
    ]
    return not extra and not to and not is_passive
