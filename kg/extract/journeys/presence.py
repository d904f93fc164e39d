"""Visits told by being somewhere: "was in Jeddah", "X, in Manila for a summit, said", "the visiting minister"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clause.governors import HONOURS
from kg.extract.drafts import Draft
from kg.extract.journeys.homeward import errand
from kg.extract.journeys.stations import from_stops, stations
from kg.extract.journeys.trips import is_trip
from kg.extract.journeys.whereto import (
    antecedents,
    destinations,
    drafts,
    fellow_travellers,
    local_place,
    meant_place,
    onward,
    places_of,
)
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.sentence.grammar import SELVES, after, helpers, is_verb, objects, passive, subject
from kg.extract.sentence.line import line
from kg.extract.sentence.regroup import stops_before
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import MEALS
from kg.model import Status

_CONFINED = frozenset("exile hospital prison jail custody detention hiding quarantine".split())
_READY = frozenset(
    "due bound back expected scheduled guest present set supposed home visitor fresh off away ready".split()
)
# "was on his way to", "is on a plane to"
_CROWDS = frozenset(
    "mourners guests dignitaries visitors delegates leaders ministers presidents guests those spectators worshippers "
    "wellwishers well-wishers".split()
)
_UNDER_WAY = frozenset("way route plane flight train road board transit jet helicopter".split())


def from_being(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """Visits told by a form of "be"."""
    stops = list(from_stops(tree, talk, verb)) or list(stations(tree, talk, verb))
    yield from stops
    if stops:
        return
    who = subject(tree, verb)
    doers = talk.doers(tree, verb)
    if not doers or (who is not None and who.lower in ("host", "hosts")) or line(tree, verb):
        return  # "was on the phone to Paris"
    doers = doers + fellow_travellers(tree, talk, verb, doers)
    places = destinations(tree, verb, ("in", "at", "to"))
    for due in tree.children(verb, "acomp", "attr", "oprd", "advmod"):
        if due.lower in _READY:
            places += destinations(tree, due, ("in", "at", "to", "for", "from"))
            places += _errand(tree, talk, due, doers)
    for those in (
        after(tree, verb, "among") if "among" in tree.vocabulary else ()
    ):  # "was among the mourners in Rome"
        if those.lower in _CROWDS:
            places += [p for p in destinations(tree, those, ("in", "at")) if p.grade == CITY]
    if verb.lower == "been":  # "had been to see X in Lima"
        places += errand(tree, verb)
    for way in after(tree, verb, "on", "en", "in"):
        if way.lower in _UNDER_WAY and {"back", "home"} & {c.lower for c in tree.children(way)}:
            yield from drafts(tree, verb, doers, [talk.stage] if talk.stage else [], "way-home")
            return  # "was on his way back to Lima" from where the story plays
        if way.lower in _UNDER_WAY:
            places += destinations(tree, way, ("to", "for", "home"))
    near = {w.lower for w in tree.children(verb, "advmod")}
    if not places:
        meant = local_place(tree, talk, verb, doers)
        if meant is None and (near & {"here", "there", "where"} or _due_on_a_day(tree, verb)):
            meant = meant_place(tree, talk, verb, doers)
        places = [meant] if meant is not None else []
    if any(w.lower in _CONFINED for w in after(tree, verb, "in", "at")):
        return  # "was in exile in X"
    now: Status | None = "ongoing" if verb.tag in ("VBZ", "VBP") and not helpers(tree, verb) else None
    if now is not None and any("to" in helpers(tree, c) for c in tree.children(verb, "xcomp")):
        now = "planned"  # "where he is to see X"
    apart = now is not None and verb.dep in ("ccomp", "parataxis") and _elsewhen(tree, verb)
    yield from drafts(tree, verb, doers, onward(tree, places), "be-in", now, undated=apart)


def _due_on_a_day(tree: Tree, verb: Word) -> bool:
    """ "X is due on Monday", "is due next week for talks": where the story plays."""
    due = next((c for c in tree.children(verb, "acomp", "attr", "oprd") if c.lower == "due"), None)
    if due is None or tree.children(due, "xcomp", "advcl", "ccomp") or tree.children(verb, "xcomp", "ccomp"):
        return False
    below = [c for w in (verb, due) for c in tree.children(w, "prep", "npadvmod", "advmod")]
    led = all(
        c.lower in ("on", "in", "for", "at", "later", "early", "late") or c.date is not None for c in below
    )
    return led and any(w.date is not None for c in below for w in tree.subtree(c))


def _elsewhen(tree: Tree, verb: Word) -> bool:
    """ "X is in Bern already: on Sunday he and Y dined": the only day is that of what he has done there."""
    after = [w for w in tree.words[verb.i :] if w.date is not None]
    colon = next((w.i for w in tree.words[verb.i :] if w.text in (":", "–", "—")), None)
    return colon is not None and bool(after) and all(w.i > colon for w in after)


def _errand(tree: Tree, talk: Discourse, due: Word, doers: list[Side]) -> list[PlacePhrase]:
    """ "was due to land at the airbase": the parser takes a verb without its mark for a noun."""
    for goal in after(tree, due, "to"):
        if "go" in lookup(goal.lower, "verb") and goal.tag.startswith("NN"):
            meant = meant_place(tree, talk, goal, doers)
            return destinations(tree, goal, ("in", "at", "to")) or ([meant] if meant else [])
    return []


def aside(tree: Tree, talk: Discourse, name: Word) -> Iterator[Draft]:
    """ "X, in Manila for a summit, said", "the visiting minister, X": a place as an aside beside a name."""
    if name.mention is None or name.mention.official is None:
        return
    side = [talk.side(name.mention.official, name)]
    titled = talk.text[max(name.start - len("visiting "), 0) : name.mention.name_start].lower()
    behind = titled.partition("visiting ")[2]  # a post or people: "visiting Y's house" is no visitor
    if behind.strip() or any(c.lower == "visiting" for c in tree.children(name, "amod", "compound", "nmod")):
        places = destinations(tree, name, ("in", "at"))
        meant = meant_place(tree, talk, name, side)
        yield from drafts(tree, name, side, places or ([meant] if meant else []), "visiting")
        return
    follows = name.i + 2 < len(tree.words) and tree.words[name.i + 1].text == ","
    prep = tree.words[name.i + 2] if follows else name
    if follows and prep.lower == "visiting" and prep.i + 1 < len(tree.words):  # "X, visiting Bern, said"
        yield from drafts(tree, name, side, places_of(tree, tree.words[prep.i + 1]), "visiting")
        return
    if follows and prep.lower in ("back", "fresh", "home", "just"):
        back = destinations(tree, prep, ("from",))
        yield from drafts(tree, name, side, back or _off_a_plane(tree, prep), "aside")
    if not follows or prep.lower not in ("in", "on", "at"):
        return
    objects_ = tree.children(prep, "pobj")
    stay = tree.head(prep)
    if (
        stay is not None
        and is_verb(stay)
        and (stops_before(tree, stay, name) or _one_of_those_met(tree, name))
    ):
        return  # "in Rome on Monday for talks with X, in Bern on Tuesday", "hosted X and Y, in Lima": said of the verb
    if prep.lower in ("in", "at"):
        places = [p for o in objects_ for p in places_of(tree, o) if p.grade == 3]
        yield from drafts(tree, name, side, places, "aside")
        return
    for o in objects_:
        if o.lower in _UNDER_WAY:
            yield from drafts(tree, o, side, destinations(tree, o, ("to", "for", "from")), "aside-trip")
        elif is_trip(o):
            links = ("from",) if o.lower == "return" else ("to", "in", "of", "through")
            yield from drafts(tree, o, side, destinations(tree, o, links), "aside-trip")


def _one_of_those_met(tree: Tree, name: Word) -> bool:
    """Whether a name stands in a list of objects: "received A, B and C"."""
    top = name
    while top.dep == "conj" and (above := tree.head(top)) is not None:
        top = above
    return top is not name and top.dep in ("dobj", "pobj")


def _off_a_plane(tree: Tree, word: Word) -> list[PlacePhrase]:
    """ "X, just off a plane from Quito, said"."""
    off = next((w for w in tree.words[word.i : word.i + 3] if w.lower == "off"), None)
    rides = [o for o in tree.children(off, "pobj") if o.lower in _UNDER_WAY] if off is not None else []
    return [p for o in rides for p in destinations(tree, o, ("from",))]


_SPEECH = frozenset(
    "said say says saying told tell tells telling speaking spoke speak speaks announced announce announces added "
    "reiterated declared stressed warned vowed pledged addressed address addresses addressing attended attending "
    "attends attend briefed opened opens open opening inaugurated inaugurates inaugurate unveiled laid "
    "launched marked celebrated prayed pleaded spent spend spends spending toured answered replied repeated represented represents represent "
    "representing mourned".split()
)
# What only somebody who is there can do: "stood in the rain in Jakarta", "slept two nights in Caracas"
_BODILY = frozenset(
    "stood stand stands standing sat sit sits sitting walked walks walking strolled strolling danced dances dancing sang "
    "knelt kneels kneeling bowed bows wept weeps waved waves queued ate eats eating dined dines lunched breakfasted "
    "supped slept sleeps sleeping stayed stays staying rested rests rode rides riding planted plants cut inspected "
    "inspects reviewed visited watched watches watching listened listens listening appeared appears applauded "
    "applauds lingered lingers waited waits waiting paced drank drinks sipped tasted cooked shopped skied fished "
    "hunted golfed refuelled refueled convalesced recuperated mourned mourns buried lit kissed shivered "
    "sweated holidayed holidays loitered smiled grinned knocked disembarked alighted surfaced resurfaced materialised "
    "materialized overnighted tarried paused pauses called joined paraded unpacked unpacking dallied toasted".split()
)
_TAKING = frozenset("had has have having took takes take taking".split())  # breakfast, tea
_SEEN = frozenset(
    "seen spotted sighted glimpsed photographed filmed greeted feted fêted treated honoured honored cheered booed awarded "
    "decorated garlanded serenaded heckled mobbed hailed jeered entertained collected fetched".split()
)


def _performing(verbs: str, what: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(verbs.split()), frozenset(what.split())


# "gave a lecture in Bern", "received a prize in Oslo", "signed the visitors' book at the mosque in Amman"
_PERFORMANCES = (
    _performing(
        "gave gives give giving delivered delivers deliver delivering read reads",
        "lecture lectures speech speeches address keynote sermon homily toast concert interview",
    ),
    _performing("held holds hold holding gave gives give giving", "conference briefing rally"),
    (
        frozenset("received receives receive receiving got gets accepted accepts collected collects".split()),
        HONOURS | {"welcome", "reception", "ovation", "decoration"},
    ),
    _performing("signed signs sign signing", "book"),
    _performing("took takes take taking", "part"),
)
_PARTAKING = frozenset("participated participates participate participating".split())
_FINDING = frozenset("found finds find finding".split())
_MAKING = frozenset("made makes make making put puts did does do doing done putting".split())
_APPEARANCE = frozenset("bow appearance entrance debut début entry".split())
_ROUNDS = frozenset("round rounds circuit tour".split())
# Those who listen, where they are: "told reporters in Kinshasa", "addressed a rally in Accra"
_HEARERS = frozenset(
    "reporters journalists conference briefing audience meeting crowd forum parliament rally students troops press "
    "soldiers newsmen summit gathering assembly correspondents listeners embassy consulate funeral ceremony".split()
)


def acts(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "told reporters in Kinshasa", "spent two days in Accra": who speaks or stays in a city is there."""
    named = [s for s in doers if s.official is not None]
    if line(tree, verb) is not None:
        return  # "addressed the summit in Rome by video link"
    if len({s.country for s in named}) >= 2:
        return  # two of different states who spend an hour somewhere meet there
    places = _seen(tree, verb) if passive(tree, verb) else _acting(tree, verb) + _turning_up(tree, verb)
    places = places or _pointed_at(tree, talk, verb, named)
    yield from drafts(tree, verb, named, [p for p in places if p.grade == 3], "acts-in")


def _acting(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """Where somebody speaks, listens, stands, eats or sleeps."""
    if verb.lower in _TAKING and any(o.lower in MEALS for o in objects(tree, verb)):
        return [p for w in [verb, *objects(tree, verb)] for p in destinations(tree, w, ("in", "at"))]
    if verb.lower in _BODILY:
        return [p for w in [verb, *objects(tree, verb)] for p in destinations(tree, w, ("in", "at"))]
    if verb.lower in _PARTAKING or any(
        verb.lower in verbs and what & {o.lower for o in objects(tree, verb)} for verbs, what in _PERFORMANCES
    ):
        near = [*objects(tree, verb), *after(tree, verb, "in", "at")]
        near += [p for o in objects(tree, verb) for p in after(tree, o, "in", "at", "of")]
        return [p for w in [verb, *near] for p in destinations(tree, w, ("in", "at"))]
    if verb.lower not in _SPEECH:
        return []
    near = [*objects(tree, verb), *after(tree, verb, "to", "at", "during", "before")]
    near += [
        p for o in objects(tree, verb) for p in after(tree, o, "of")
    ]  # "the funeral of a friend in Rome"
    whole = verb.lower.startswith(("attend", "sp", "represent"))
    hearers = [o for o in near if whole or o.lower in _HEARERS]
    return destinations(tree, verb, ("in", "at")) + [
        p for o in hearers for p in destinations(tree, o, ("in", "at"))
    ]


def _pointed_at(tree: Tree, talk: Discourse, verb: Word, sides: list[Side]) -> list[PlacePhrase]:
    """ "Lima, *where* she spent Monday night", "is attending the summit *there*"."""
    if tree.vocabulary.isdisjoint(("where", "there")) or verb.lower not in _BODILY | _STAYING:
        return []
    hooks = {c.lower: w for w in [verb, *objects(tree, verb)] for c in tree.children(w, "advmod")}
    if "where" in hooks:
        return antecedents(tree, verb)
    meant = meant_place(tree, talk, hooks["there"], sides) if "there" in hooks else None
    return [meant] if meant is not None else []


_STAYING = frozenset("spent spend spends spending attending attended attends attend".split())


def _seen(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "was last seen in Harare"."""
    return destinations(tree, verb, ("in", "at")) if verb.lower in _SEEN else []


def _turning_up(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "found himself in Accra", "made her bow in Thimphu", "did the rounds of Riyadh and Doha"."""
    what = objects(tree, verb)
    told = {o.lower for o in what} | {w.lower for w in tree.children(verb, "nsubj") if w.i > verb.i}
    told |= {s.lower for c in tree.children(verb, "ccomp") for s in tree.children(c, "nsubj")}
    if (verb.lower in _FINDING and told & SELVES) or (verb.lower in _MAKING and told & _APPEARANCE):
        below = [verb, *what, *tree.children(verb, "ccomp", "xcomp", "oprd")]
        return [p for w in below for p in destinations(tree, w, ("in", "at"))]
    if verb.lower in _MAKING and told & _ROUNDS:
        return [p for o in what for p in destinations(tree, o, ("of", "in"))]
    return []
