"""Visits: an official's journey to another state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.conveyance import boarded, carried_along, conveyed
from kg.extract.discourse import Discourse
from kg.extract.drafts import Draft
from kg.extract.firsts import forerunners, not_since
from kg.extract.gapping import followed
from kg.extract.grammar import BEING, after, agents, helpers, is_noun, is_verb, objects, passive, subject
from kg.extract.homeward import errand, follows, for_there, homeward, topics, venue
from kg.extract.inclusion import COUNTING
from kg.extract.invitations import EXPECTING, answered, asked, awaited, from_invitation, hosted
from kg.extract.itineraries import itineraries
from kg.extract.places import PlacePhrase
from kg.extract.presence import acts, aside, from_being
from kg.extract.shares import legs, shared_days
from kg.extract.sides import Side, unique
from kg.extract.sites import nearest_place
from kg.extract.stations import stations
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.trips import from_noun, from_trip_verb, is_trip
from kg.extract.wayfaring import wayfaring
from kg.extract.whereto import (
    antecedents,
    destinations,
    drafts,
    fellow_travellers,
    local_place,
    meant_place,
    onward,
    places_of,
    state_place,
)
from kg.model import Status
from kg.vocab import BODIES

_LIMBS = frozenset({"foot", "hand", "hands"})
# "took a message to Pyongyang": whoever carries it goes there
_CARRYING = frozenset(
    "took take takes taking taken carried carries carry carrying led leads lead leading accompanied accompany "
    "accompanying accompanies bring brings bringing".split()
)
_MOVES_THINGS = frozenset(
    "move drive pass drop land fly go continue stop return slip turn show roll sweep reach".split()
)  # "move the embassy to"
_SENDING = frozenset(
    "sent send sends sending dispatched dispatch despatched brought fetched fetch lured whisked called summoned flown fly flew".split()
)


def visits(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The visits that a sentence tells of."""
    if "since" in tree.vocabulary:
        yield from forerunners(tree, talk)
    for w in tree:
        if w.mention is not None and w.mention.kind == "name":
            yield from aside(tree, talk, w)
            continue
        if is_verb(w):
            if "since" in tree.vocabulary:
                yield from not_since(tree, talk, w)
            yield from _from_verb(tree, talk, w)
            yield from from_trip_verb(tree, talk, w)
        elif is_noun(w) and w.dep != "compound":
            if is_trip(w):
                yield from from_noun(tree, talk, w)
            yield from from_invitation(tree, talk, w)


def _from_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    if verb.lower in BEING and tree.words[0].lower == "accompanying":
        yield from _alongside(tree, talk, verb)
        return
    if verb.lower in BEING:
        yield from followed(tree, talk, verb, list(from_being(tree, talk, verb)))
        return
    yield from asked(tree, talk, verb)
    yield from answered(tree, talk, verb)
    yield from hosted(tree, talk, verb)
    yield from boarded(tree, talk, verb)
    programmed = list(stations(tree, talk, verb)) or list(itineraries(tree, talk, verb))
    if programmed:
        yield from programmed
        return
    yield from conveyed(tree, talk, verb)
    if lookup(verb.lower, "verb").get("go") in EXPECTING:
        yield from awaited(tree, talk, verb)
        return
    who = subject(tree, verb)
    if verb.lower in COUNTING and who is not None and who.lower in _RETINUE:
        yield from _including(tree, talk, verb)
    elif who is not None and who.mention is not None and who.mention.kind == "party":
        if verb.lower in _SENDING and not passive(tree, verb):
            yield from _sent(tree, talk, verb)  # "Ghana sent its envoy, X, to Y"; "Argentina arrive": a team
    elif not (verb.dep == "amod" or _stays_away(tree, verb) or _imperative(tree, verb)):
        doers = _travellers(tree, talk, verb, who)
        if doers:
            yield from _by(tree, talk, verb, doers)


def _travellers(tree: Tree, talk: Discourse, verb: Word, who: Word | None) -> list[Side]:
    """Who travels: the named of the subject, else those whom the text has travelling there."""
    doers = _named_last(tree, talk, who) or talk.doers(tree, verb)
    if all(s.official is None for s in doers):
        doers = _one_of(tree, talk, who) or doers
    if who is not None and who.lower == "they" and not any(s.official for s in doers):
        return []  # "Ghana and Chad said they would come": states
    return doers or carried_along(tree, talk, who) or _same_party(tree, talk, verb)


def _by(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """The journeys that a verb tells of its doers."""
    classes = lookup(verb.lower, "verb")
    done = passive(tree, verb)  # to them, not by them
    afoot = any(o.lower in _LIMBS for o in objects(tree, verb))  # "set foot in X", "set his hand to it"
    if "leave" in classes and not done and (several := legs(tree, verb, doers)):
        yield from several
        return
    if "leave" in classes and not afoot and not done:
        yield from _left(tree, talk, verb, doers)
        return
    shared = list(shared_days(tree, verb, doers))
    if shared:
        yield from shared
        return
    if verb.lower in _SENDING and not done:
        yield from _sent(tree, talk, verb)
        if "go" not in classes and verb.lower not in _CARRYING:
            return
    if verb.lower.startswith("accompan"):
        doers = doers + [s for o in [*objects(tree, verb), *agents(tree, verb)] for s in talk.sides(tree, o)]
        if done:
            yield from _accompanied(tree, talk, verb, doers)
            return
    if verb.lower in _CARRYING and not done:
        if not _appointed(tree, verb):
            yield from list(_carried(tree, verb, doers)) or wayfaring(tree, verb, doers)
        return
    yield from _after_them(tree, talk, verb, doers)
    yield from _based(tree, verb, doers)
    if verb.lower in _BOOKED and done:  # "is headed for X"
        goal = onward(tree, destinations(tree, verb, ("for", "to")))
        ahead = list(drafts(tree, verb, doers, goal, "go-verb", "planned"))
        yield from followed(tree, talk, verb, ahead)
    if "go" in classes and not done:
        yield from _went(tree, talk, verb, classes["go"], doers)
        if classes["go"] != "make":
            return
    if verb.lower in _SKIPPING and not done:
        passed_by = [p for o in objects(tree, verb) for p in places_of(tree, o)]
        yield from drafts(tree, verb, doers, passed_by, "skipped", "cancelled")
        return
    active = list(acts(tree, talk, verb, doers)) or list(follows(tree, talk, verb, doers))
    yield from active or wayfaring(tree, verb, doers)


_NEAR = 8  # words from a place to the "to which" behind it
# How a traveller leaves: "left Rome empty-handed"
_MOODS = frozenset(
    "handed satisfied pleased disappointed happy hopeful angry convinced frustrated early abruptly smiling".split()
)


def _left(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "left Rome for Oslo": the journey to come and the one that ends."""
    goal = onward(tree, destinations(tree, verb, ("for", "to")))
    goal = goal or venue(tree, verb, "for") or errand(tree, verb) or for_there(tree, talk, verb, doers)
    yield from drafts(tree, verb, doers, goal, "leave-for")
    as_it_is = any(p.lower in ("within", "without", "out") for p in tree.children(verb, "prep"))
    # "leaving Iran more isolated", "leaves Iran within reach of a bomb"
    changed = [c for c in tree.children(verb, "oprd", "xcomp", "ccomp", "acomp") if c.lower not in _MOODS]
    if not as_it_is and not changed:
        left = [p for o in objects(tree, verb) for p in places_of(tree, o)]
        left += destinations(tree, verb, ("from",)) if verb.lower.startswith("depart") else []
        yield from drafts(tree, verb, doers, left or _left_behind(talk, doers, goal), "leave")


def _went(tree: Tree, talk: Discourse, verb: Word, lemma: str, doers: list[Side]) -> Iterator[Draft]:
    yield from follows(tree, talk, verb, doers)
    party = doers + fellow_travellers(tree, talk, verb, doers)
    gone = list(_gone(tree, talk, verb, lemma, party))
    yield from followed(tree, talk, verb, gone)
    if not gone:
        yield from wayfaring(tree, verb, doers)


def _left_behind(talk: Discourse, doers: list[Side], goal: list[PlacePhrase]) -> list[PlacePhrase]:
    """ "left for Tehran on Monday", of an Iranian: from the city where the story plays."""
    named = [s for s in doers if s.official is not None]
    home = goal and named and all(p.country == s.country for p in goal for s in named)
    return [talk.scene] if home and talk.scene is not None and talk.scene.country != named[0].country else []


def _sent(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """Whom somebody sends to a place."""
    sent = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
    for o in objects(tree, verb):  # "dispatched a team led by X to Y"
        led = [v for v in tree.children(o, "acl", "relcl") if v.lower in ("led", "headed")]
        heads = [
            s for v in led for a in agents(tree, v) for s in talk.sides(tree, a) if s.official is not None
        ]
        goal = [p for v in led for p in destinations(tree, v, ("to",))] or destinations(tree, verb, ("to",))
        if heads and o.lower in _RETINUE:
            yield from drafts(tree, verb, heads, goal, "send")
            return
    goal = destinations(tree, verb, ("to",)) or _where_to(tree, verb)
    along = verb.lower.startswith(("brought", "bring")) and sent  # "brought her minister to X": she came too
    own = talk.actors(tree, verb) if along else []
    sent = [*own, *sent] if {s.country for s in own} == {s.country for s in sent} else sent
    yield from drafts(tree, verb, sent or _unnamed(tree, verb), goal, "send")


def _unnamed(tree: Tree, verb: Word) -> list[Side]:
    """ "Ghana is sending *a team of diplomats* to X": nobody is named, but their state."""
    who = subject(tree, verb)
    state = who.mention.country if who is not None and who.mention is not None else None
    sent = [o for o in objects(tree, verb) if o.lower in _RETINUE | _ENVOYS]
    return [Side(None, state, o.start, o.end) for o in sent if state]


_ENVOYS = frozenset(
    "envoy envoys emissary emissaries officials diplomats negotiators ministers experts minister".split()
)


def _where_to(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "the talks in Lima on Monday, *to which* he sent his deputy": the last place before the clause."""
    which = next((p for p in after(tree, verb, "to") if p.lower == "which"), None)
    before = tree.words[max(0, which.i - _NEAR) : which.i] if which is not None else []
    return [w.place for w in before if w.place is not None][-1:]


def _imperative(tree: Tree, verb: Word) -> bool:
    """ "Come and see", said to somebody, is no journey."""
    before = tree.words[verb.i - 1].text if verb.i else '"'
    bare = verb.tag == "VB" and not tree.children(verb, "aux", "nsubj", "nsubjpass")
    return bare and before in ('"', "“", "‘", "'", ":")


def _stays_away(tree: Tree, verb: Word) -> bool:
    """ "stayed away", "kept off": no journey."""
    return any(w.lower in ("away", "home") and verb.lower.startswith("stay") for w in tree.children(verb))


def _named_last(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """ "The last leader to visit Y was X": X."""
    copula = tree.head(who) if who is not None and who.dep == "nsubj" else None
    if copula is not None and copula.lower not in BEING:  # "to come" taken for the main verb
        copula = next((c for c in tree.children(copula) if c.lower in BEING and c.i > copula.i), None)
    if who is None or copula is None or copula.lower not in BEING:
        return []
    ranks = ("last", "first", "latest", "only")
    if who.lower not in ranks and not any(c.lower in ranks for c in tree.children(who, "amod")):
        return []
    code = who.mention.country if who.mention is not None else None  # "the last French leader … was X"
    return [
        replace(s, country=s.country or code)
        for c in tree.children(copula, "attr")
        for s in talk.sides(tree, c)
        if s.official is not None
    ]


def _one_of(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """ "X, one of the first to fly in"; "X was among the last to leave": whoever it is said of."""
    if who is None:
        return []
    ranked = any(c.lower in _RANKS for c in tree.children(who, "amod")) and who.dep in ("appos", "attr")
    if who.lower not in _RANKS and not ranked:  # "X, the first holder of her office to set foot in Y"
        return []
    for above in tree.ancestors(who):
        if above.mention is not None and above.mention.official is not None:
            return talk.sides(tree, above)
        if is_verb(above):
            return talk.sides(tree, subject(tree, above))
    return []


_RANKS = frozenset("first last latest few only second those".split())


def _same_party(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """ "the delegation flew on to Y": those whose journey the text told of last."""
    who = subject(tree, verb)
    meant = who is not None and who.lower in (
        "delegation",
        "party",
        "entourage",
        "group",
        "visitors",
        "guests",
    )
    definite = who is not None and any(d.lower == "the" for d in tree.children(who, "det"))
    return list(talk.journeys[-1][0]) if meant and definite and talk.journeys else []


def _appointed(tree: Tree, verb: Word) -> bool:
    """ "named her to lead the mission to Chad": a post, not a journey."""
    head = tree.head(verb)
    return "to" in helpers(tree, verb) and head is not None and head.lower in _NAMING


_SKIPPING = frozenset("skipped skips skip skipping bypassed bypasses bypass bypassing".split())
_BOOKED = frozenset("bound headed booked slated scheduled pencilled penciled earmarked".split())
_NAMING = frozenset(
    "appointed appoints named names chosen chose picked nominated designated selected mandated".split()
)


def _carried(tree: Tree, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "took a message to Pyongyang", "will bring a delegation to Beijing"."""
    if any(o.lower in _NO_LUGGAGE for o in objects(tree, verb)):
        return  # "brought an end to the fighting in X", "took his troops to Y"
    goal = onward(tree, destinations(tree, verb, ("to", "into")))
    goal += [p for o in objects(tree, verb) for p in destinations(tree, o, ("to",))]
    if not goal and any(o.lower in _RETINUE for o in objects(tree, verb)):
        goal = venue(tree, verb, "to") or [p for o in objects(tree, verb) for p in venue(tree, o, "to")]
    if not goal and any(o.lower in _RETINUE for o in objects(tree, verb)):  # "is leading a delegation in Y"
        goal = destinations(tree, verb, ("at", "in"))
        goal += [p for o in objects(tree, verb) for p in destinations(tree, o, ("at", "in"))]
        goal = [p for p in goal if p.grade == 3] or _antecedents(tree, verb)
    yield from drafts(tree, verb, doers, [p for p in goal if p.grade >= 1], "carry-to")


_RETINUE = frozenset("delegation team mission party group".split())
# What is led or brought somewhere by people who stay where they are
_NO_LUGGAGE = frozenset(
    "end halt stop peace calm stability relief troops forces soldiers fighters army militia war fight battle dispute "
    "conflict violence attention tanks weapons missiles jobs trade investment".split()
)


def _antecedents(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """The place behind which a clause with "where" says what somebody does there."""
    where = any(c.lower == "where" for c in tree.children(verb, "advmod"))
    return antecedents(tree, verb) if where else []


def _including(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "The delegation includes X and Y": they are on the journey told of last, whatever state they serve."""
    people = [s for o in objects(tree, verb) for s in talk.sides(tree, o) if s.official is not None]
    yield from _joining(tree, talk, verb, people)


def _alongside(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "Accompanying her are Ministers X and Y": those of her own state are on the journey told of last."""
    home = {s.country for travellers, _, _ in talk.journeys[-1:] for s in travellers}
    people = [s for s in talk.named_in(tree.words[verb.i :]) if s.country in home]
    yield from _joining(tree, talk, verb, people)


def _joining(tree: Tree, talk: Discourse, verb: Word, people: list[Side]) -> Iterator[Draft]:
    """The journey told of last, with further people on it."""
    for travellers, _, place in talk.journeys[-1:]:
        if people and place is not None:
            yield from drafts(
                tree, verb, unique([*travellers, *people]), [place], "accompanied", undated=True
            )


def _accompanied(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "She was accompanied by X": X was on the journey of hers that the text told of last."""
    for travellers, _, place in reversed(talk.journeys):
        if place is not None and {s.official for s in travellers} & {s.official for s in doers[:1]}:
            yield from drafts(
                tree, verb, [s for s in doers if s.official is not None], [place], "accompanied"
            )
            return


_COMING_AFTER = frozenset(
    "follow follows followed following precede precedes preceded join joins joined joining".split()
)


def _after_them(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "will follow her there on Sunday", "joined him in Lima", "preceded her to Oslo": a journey to where another goes."""
    if verb.lower not in _COMING_AFTER or passive(tree, verb):
        return
    barred = [s.official for s in doers if s.official is not None]
    whom = [s for o in objects(tree, verb) for s in talk.sides(tree, o, barred) if s.official is not None]
    if not whom or not barred:
        return
    places = destinations(tree, verb, ("to", "in"))
    if not places and any(w.lower == "there" for w in tree.children(verb, "advmod")):
        meant = meant_place(tree, talk, verb, doers)
        places = [meant] if meant is not None else []
    yield from drafts(tree, verb, doers, [p for p in places if p.grade >= 1], "follow-to")


def _based(tree: Tree, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "made Kuwait his base", "chose Rabat as her first stop"."""
    if verb.lower in ("made", "make", "makes", "making", "chose", "picked", "chosen"):
        for c in tree.children(verb, "ccomp", "oprd", "dobj", "prep", "xcomp"):
            words = tree.subtree(c)
            if any(w.lower in _MADE for w in words):
                places = [
                    w.place for w in words if w.place is not None and w.dep in ("nsubj", "dobj", "compound")
                ]
                yield from drafts(
                    tree, verb, [s for s in doers if s.official is not None], places[:1], "based"
                )


_MADE = frozenset("base stop headquarters destination port".split())  # "made Goa her first port of call"


def _gone(tree: Tree, talk: Discourse, verb: Word, lemma: str, doers: list[Side]) -> Iterator[Draft]:
    """Verbs of going: where to, where from, and arrivals at the scene."""
    direct = [p for o in objects(tree, verb) for p in places_of(tree, o)]
    who = subject(tree, verb)
    if who is not None and any(d.lower == "no" for d in tree.children(who, "det")):
        places = direct or destinations(tree, verb, ("to", "in"))
        yield from _since(tree, talk, verb, places)  # "no leader has visited since X in 1998"
        return
    if lemma == "come" and any(p.lower == "under" for p in tree.children(verb, "prep")):
        return  # "came under fire in X"
    earlier = list(_since(tree, talk, verb, direct or destinations(tree, verb, ("to", "in"))))
    yield from earlier
    if lemma in ("visit", "tour", "reach"):
        yield from drafts(tree, verb, doers, onward(tree, direct), "visit-verb", undated=bool(earlier))
    links = ("to", "in", "at", "into", "onto", "for", "through", "on")
    goal = onward(tree, destinations(tree, verb, (*links, "between") if lemma == "shuttle" else links))
    goal = goal or (errand(tree, verb) if lemma in _ERRANDS and not direct else [])
    if topics(tree, verb):
        return
    if lemma not in ("pay", "make", "set") and not (_moved_things(tree, verb) and lemma in _MOVES_THINGS):
        ahead: Status | None = "planned" if _scheduled(tree, verb) or _coming(tree, verb) else None
        yield from drafts(tree, verb, doers, goal, "go-verb", ahead, undated=bool(earlier))
        if not goal and not direct and not (lemma in _MOVES_THINGS and _moved_things(tree, verb)):
            yield from _arrived(tree, talk, verb, lemma, doers)
        came_from: list[PlacePhrase] = []
        if lemma in _LEAVING_FROM:
            came_from = destinations(tree, verb, ("from", "via", "by") if lemma != "return" else ("from",))
        yield from drafts(tree, verb, doers, came_from, "go-from")
    if lemma == "set" and any(o.lower == "foot" for o in objects(tree, verb)):
        meant = meant_place(tree, talk, verb, doers)
        yield from drafts(tree, verb, doers, goal or ([meant] if meant is not None else []), "set-foot")
    if lemma == "visit" and not direct:
        hosts = [s for o in objects(tree, verb) for s in talk.sides(tree, o) if s.official is not None]
        homes = [state_place(verb, s.country) for s in hosts[:1] if s.country and len(s.country) == 2]
        near = nearest_place(tree, verb)
        if near is None or near.country in {p.country for p in homes}:
            yield from drafts(tree, verb, doers, homes, "visit-person")
    if lemma == "visit":
        bodies = [
            s
            for o in objects(tree, verb)
            for s in talk.sides(tree, o)
            if s.official is None and s.country in BODIES
        ]
        for body in bodies:
            yield Draft("visit", doers, verb, tree, "visit-body", hosts=[body.country or ""])


_ERRANDS = frozenset("travel fly go journey drive".split())  # "flew to see X in Lima"
# What tells of the place left too: "hopped from Rome to Bern"
_LEAVING_FROM = frozenset(
    "arrive fly come return travel go land touch jet hop drive sail shuttle head journey proceed race rush".split()
)


def _moved_things(tree: Tree, verb: Word) -> list[Word]:
    """The objects of a verb of going, but for an aside: "flew to Y, a city in mourning"."""
    return [
        o
        for o in tree.children(verb, "dobj")
        if not any(w.text == "," and w.i < o.i for w in tree.words[verb.i : tree.subtree(o)[0].i])
    ]


def _scheduled(tree: Tree, verb: Word) -> bool:
    """ "then flies to X", "from there she goes to Y": the present tense of what comes next."""
    return verb.tag in ("VBZ", "VBP") and not tree.children(verb, "aux") and not any(w.date for w in tree)


def _coming(tree: Tree, verb: Word) -> bool:
    """ "is coming to X": who is still coming has not come."""
    return verb.lower == "coming" and bool({"is", "are", "'s", "’s"} & set(helpers(tree, verb)))


def _arrived(tree: Tree, talk: Discourse, verb: Word, lemma: str, doers: list[Side]) -> Iterator[Draft]:
    """ "arrives on Wednesday", "was the first to come": at the scene, or wherever "there" is."""
    asked = tree.head(verb)
    invited = asked is not None and asked.lower.startswith("invitation")  # "exchanged invitations to visit"
    told_of = subject(tree, verb) if lemma == "come" else None  # "the mission comes weeks after the coup"
    if invited or homeward(tree, talk, verb, doers) or (told_of is not None and told_of.lower in _MATTERS):
        return
    meant = local_place(tree, talk, verb, doers)
    if meant is None and _arrives(tree, verb, lemma):
        meant = meant_place(tree, talk, verb, doers)
    places = [meant] if meant is not None else []
    earlier = list(_since(tree, talk, verb, places))  # "the first to visit since X in 2012"
    ahead: Status | None = "planned" if _coming(tree, verb) else None
    yield from drafts(tree, verb, doers, places, "arrives", ahead, undated=bool(earlier))
    yield from earlier


_MATTERS = frozenset("mission trip visit tour journey talks meeting summit".split())


def _since(tree: Tree, talk: Discourse, verb: Word, places: list[PlacePhrase]) -> Iterator[Draft]:
    """The journey of whoever went last, with the day that stands behind the name."""
    for p in after(tree, verb, "since"):
        sides = [s for s in talk.sides(tree, p) if s.official is not None]
        for d in drafts(tree, p, sides, places, "since", "held"):
            d.date = next((w.date for w in tree.words[p.i :] if w.date is not None), None)
            yield d


# What may stand beside "came" and "visited" that are arrivals: with whom, when, by what, from where
_BESIDE = frozenset(
    "with since before after during by from for on at without despite as until between following around".split()
)

# "came out", "came first": no arrival
_ELSEWHERE = frozenset(
    "out up down away back off close first under home next forward apart together true".split()
)


_AIRFIELDS = frozenset("airport airbase aerodrome airfield".split())


def _airfield(word: Word, tree: Tree) -> bool:
    base = word.lower == "base" and word.i > 0 and tree.words[word.i - 1].lower in ("air", "force")
    return word.lower in _AIRFIELDS or base


def _arrives(tree: Tree, verb: Word, lemma: str) -> bool:
    """Whether a verb without destination means arrival at the scene: "arrives on Wednesday", "flew in"."""
    particles = {w.lower for w in tree.children(verb, "prt", "advmod")}
    preps = [p for p in tree.children(verb, "prep") if p.date is None]
    for p in tree.children(verb, "prep"):  # "flies in this afternoon"
        if p.lower == "in" and any(o.date is not None for o in tree.children(p, "pobj")):
            particles.add("in")
            preps = [q for q in preps if q is not p]
    if lemma in ("arrive", "land", "fly", "touch") and any(
        _airfield(w, tree) for p in preps for w in tree.subtree(p)
    ):
        return True
    if any(p.lower in ("in", "at", "to", "on") for p in preps) and "there" not in particles:
        return lemma == "arrive" and not any(p.lower in ("in", "at", "to") for p in preps)
    if lemma in ("arrive", "land"):
        return True
    if lemma == "touch":
        return "down" in particles or any(p.lower == "down" for p in tree.children(verb, "prep"))
    if lemma == "cross":
        return all(o.lower in ("border", "frontier") for o in objects(tree, verb))
    if lemma in ("go", "come", "travel", "fly", "return") and verb.dep == "conj" and "again" in particles:
        return True  # "went to Rome in May and will go again in June"
    if lemma in ("come", "visit") and not tree.children(verb, "dobj", "acomp", "attr", "dative"):
        plain = not particles & _ELSEWHERE and not any(w.lower == "way" for w in after(tree, verb, "by"))
        if "in" in particles and any(p.lower == "for" for p in preps):
            return False  # "came in for criticism"
        return plain and all(p.lower in _BESIDE for p in preps)
    return lemma in ("fly", "come", "jet", "go", "return", "travel", "drop") and bool(
        particles & {"in", "here", "there", "over"}
    )
