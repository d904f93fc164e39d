"""Visits told by a noun: "her trip to X", "a tour that takes him to Y", "a stop in Z had to be dropped"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clause.matters import on_agenda
from kg.extract.drafts import Draft
from kg.extract.journeys.nouns import corps, far_and_wide, habit, of_the_told, of_the_traveller
from kg.extract.journeys.whereto import (
    destinations,
    drafts,
    fellow_travellers,
    first_foreign,
    foreign,
    host_of,
    local_place,
    onward,
    places_of,
    state_place,
)
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import (
    BE,
    after,
    agents,
    clause_words,
    helpers,
    is_noun,
    objects,
    subject,
    verb_above,
)
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.possession import guest_welcomed, possessor
from kg.model import Status

# Nouns of travel that are too common elsewhere to make a sentence worth reading by themselves
_ALSO = frozenset(
    "arrival arrivals departure departures travels flight excursion detour crossing return".split()
)
_TIMES = frozenset("days nights hours weeks night day".split())
_STAYS = frozenset(
    "visit visits trip trips tour tours stay journey journeys arrival stopover sojourn mission".split()
)
_TAKING = frozenset(
    "take takes took taken taking bring brings brought carry carries carried lead leads led".split()
)
_COURSE = frozenset(
    "begin begins began begun start starts started end ends ended kick kicks kicked open opens opened include includes "
    "included finish finishes finished conclude concludes concluded continue continues continued span spans cover "
    "covers culminate culminates culminated wrap wraps wrapped go goes went is was be moves moved continues led".split()
)


def is_trip(word: Word | None) -> bool:
    """Whether a word is a noun of travel."""
    return word is not None and (
        "trip" in lookup(word.lower, "noun") or word.lower in _ALSO | _TIMES | _WAYS | _PRESENCE
    )


def from_trip_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "a tour that will take him to X and Y", "his trip begins in X"."""
    what = subject(tree, verb)
    if what is not None and what.lower in ("that", "which"):
        what = next((tree.head(a) for a in [verb, *tree.ancestors(verb)] if a.dep == "relcl"), None)
        if what is None:  # "began a tour of Asia on Monday that will take him to X": hung on the verb
            what = next((w for w in reversed(tree.words[: verb.i]) if is_noun(w) and is_trip(w)), None)
    same = what is not None and _same_trip(tree, talk, what)
    written = what is not None and what.lower in _WRITTEN and bool(owner(tree, talk, what))
    if what is None or not (is_trip(what) or same or written):
        return
    if verb.lower in _TAKING:
        sides = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
        goal = onward(tree, destinations(tree, verb, ("to", "through", "via", "from", "into")))
        if not sides and any(
            p.lower == "in" for p in tree.children(verb, "prt", "prep", "advmod")
        ):  # "takes in A and B"
            sides = owner(tree, talk, what) or (last_travellers(talk) if same else [])
            goal = [p for o in objects(tree, verb) for p in places_of(tree, o)] or destinations(
                tree, verb, ("in",)
            )
        begun = any(lookup(a.lower, "verb") and a.lower in _COURSE for a in tree.ancestors(what))
        dated = any(w.date is not None for w in tree.subtree(verb))
        so_far = bool({"has", "have"} & set(helpers(tree, verb)))  # "a tour that has taken her to A and B"
        undated = (so_far or (begun and len(goal) > 1)) and not dated  # no day of each stop
        yield from drafts(tree, verb, sides, goal, "trip-takes", undated=undated)
    elif verb.lower in _COURSE and not _judged(tree, what, verb):
        sides = owner(tree, talk, what) or (last_travellers(talk) if same else [])
        above = verb_above(tree, what)
        if not sides and verb.dep == "relcl" and above is not None:  # "ended a tour that included A and B"
            sides = [s for s in talk.doers(tree, above) if s.official is not None]
        places = destinations(tree, verb, ("in", "at", "with", "to", "through"))
        places += [
            p for o in [*objects(tree, verb), *tree.children(verb, "attr")] for p in places_of(tree, o)
        ]
        ahead: Status | None = "planned" if written and verb.tag == "VBZ" else None
        yield from drafts(tree, verb, sides, places, "trip-begins", ahead)


_TOLD_TRIP = re.compile(r"\b(?:trip|tour|visit|journey|swing|mission)\b", re.IGNORECASE)
_ROUNDS = frozenset("trip tour journey swing visit voyage".split())
_BEFORE = 160  # characters in which the sentence before "it ends in Lima" speaks of the journey


_WRITTEN = frozenset({"itinerary", "programme", "program"})


def _same_trip(tree: Tree, talk: Discourse, what: Word) -> bool:
    """Whether "the trip" or "it" is the journey told last: "will travel to Lima. The trip ends in Quito"."""
    if tree.children(what, "poss"):
        return False
    if what.lower == "it":
        return bool(_TOLD_TRIP.search(talk.text, max(0, tree.start - _BEFORE), tree.start))
    return what.lower in _ROUNDS and any(d.lower in ("the", "this") for d in tree.children(what, "det"))


def last_travellers(talk: Discourse) -> list[Side]:
    """The officials who went on the journey told last, else whom the text was about."""
    return [s for s in talk.journeys[-1][0] if s.official is not None] if talk.journeys else latest(talk)


def travelling_now(talk: Discourse) -> list[Side]:
    """Whose a journey told without an owner is: of whom the text is about, not of whoever received the travellers."""
    host = talk.journeys[-1][1] if talk.journeys else None
    return [s for s in latest(talk) if s.country != host] or last_travellers(talk)


def owner(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """Whose journey a noun of travel is, by its own phrase."""
    for child in tree.children(noun, "poss"):
        before = next((w for w in reversed(tree.words[: child.i]) if w.text != ","), None)
        if child.lower == "whose" and before is not None and before.mention is not None:
            return talk.sides(tree, before)  # "X, whose journey to"
        sides = guest_welcomed(tree, talk, noun) if child.tag == "PRP$" else []
        sides = sides or possessor(tree, talk, child)
        if sides:
            return sides
    named = [s for p in _by_whom(tree, noun) for s in talk.sides(tree, p)]
    return named or [s for v in _setting_out(tree, noun) for s in talk.actors(tree, v)]


_UNDERTAKING = frozenset("begin begun began start started make made undertake undertaken undertook".split())


def _setting_out(tree: Tree, noun: Word) -> Iterator[Word]:
    """The clauses that say whose a journey is: "a trip to Lima *for which X was to have left*", "*that Y had planned*"."""
    goals = [g for p in tree.children(noun, "prep") for g in tree.children(p, "pobj")]
    for verb in [v for w in (noun, *goals) for v in tree.children(w, "relcl")]:
        below = [c for w in (verb, *tree.children(verb, "acomp")) for c in tree.children(w, "xcomp")]
        told = {c for w in (verb, *below) for c in lookup(w.lower, "verb")} & {"leave", "plan", "go"}
        told = told or {w.lower for w in (verb, *below)} & _UNDERTAKING
        which = any(w.tag == "WDT" for w in tree.words[noun.i : verb.i])
        if told and which and all(w.tag != "WDT" for w in tree.children(verb, "nsubj")):
            yield verb


_TOURS = frozenset({"tour", "tours"})


def _by_whom(tree: Tree, noun: Word) -> list[Word]:
    """ "the visit *of X*", "a tour *by X*"; "a tour of Chile", "of the Gulf states" goes there."""
    if noun.lower not in _TOURS:
        return after(tree, noun, "by", "of", "from")
    return [p for p in after(tree, noun, "by", "of", "from") if p.mention is not None and p.mention.official]


def latest(talk: Discourse) -> list[Side]:
    """The official whom the text was about."""
    return [s for s in talk.subjects[-1:] if s.official is not None]


def from_noun(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """The visits that a noun of travel tells of."""
    if _of_no_journey(tree, noun):
        return
    if noun.lower in _WAYS:
        yield from _on_the_way(tree, talk, noun)
        return
    if noun.lower in _TIMES:
        yield from _time_in(tree, talk, noun)
        return
    if noun.lower in _PRESENCE:  # "X's presence in Rome", of an official and not of troops
        sides = [s for s in owner(tree, talk, noun) if s.official is not None]
        near = [noun, *tree.children(noun, "appos")]  # "her presence, the first of a queen in Rome"
        there = [p for w in near for p in destinations(tree, w, ("in", "at", "of"))]
        yield from drafts(tree, noun, sides, there, "trip-noun")
        return
    places = onward(tree, _goals(tree, noun))
    verb = verb_above(tree, noun)
    judged = _judged(tree, noun, verb)
    if (not places and (judged or _told_elsewhere(tree, noun, verb))) or _in_general(tree, talk, noun, verb):
        return
    if not places and verb is not None and noun.dep not in ("nsubj", "nsubjpass"):
        places = destinations(tree, verb, ("to", "in"))
    bound = any(p.lower in ("to", "in", "through") for p in tree.children(noun, "prep"))
    if bound and not places:
        places = _errand(tree, noun)
    if not places and noun.dep != "pobj":
        places, sides = _paid(tree, talk, noun)
        if places:
            yield from drafts(tree, noun, sides, places, "visit-paid")
            return
    offered = list(_candidates(tree, talk, noun, verb, places))
    if places:
        sides = next((s for s in offered if any(foreign(s, p) for p in places)), [])
        stated: Status | None = "proposed" if _mooted(tree, noun, verb) else None
        undated = judged or _first_since(tree, noun, verb) or _of_a_count(tree, noun, verb)
        yield from drafts(tree, noun, sides, places, "trip-noun", stated, undated=undated)
    elif not _told_by_verb(tree, noun, verb):
        yield from _at_the_scene(tree, talk, noun, verb, offered, bound=bound)


# What one is shown round: "a tour of the ruins"
_SIGHTS = frozenset(
    "ruins ruin museum museums factory factories plant site sites exhibition palace garden gardens shipyard school "
    "schools hospital hospitals base battlefield temple temples cathedral cathedrals mosque camp camps facilities".split()
)


def _of_no_journey(tree: Tree, noun: Word) -> bool:
    """Whether a noun of travel speaks of something else: "booked a *seat on the flight*", of that the verb tells."""
    on = tree.head(noun)
    seat = noun.lower == "flight" and on is not None and _seat(tree, on)
    shown = noun.lower in _TOURS and any(p.lower in _SIGHTS for p in after(tree, noun, "of", "round"))
    near = (
        tree.words[noun.i - 1] if noun.i else noun
    )  # "to stop *Bakr crossing* into Chad": the one who crosses
    theirs = noun.lower == "crossing" and near.tag == "NNP" and near.mention is None and near.place is None
    found = _aside_of(tree, noun) or of_the_told(tree, noun) or corps(tree, noun)
    return found or seat or shown or theirs


def _in_general(tree: Tree, talk: Discourse, noun: Word, verb: Word | None) -> bool:
    """ "pays many visits", "the highest official to visit": no one journey."""
    if verb is not None and habit(tree, noun, verb):
        return True
    return _ranked_visit(tree, talk, noun) and not _paid(tree, talk, noun)[1]


def _told_elsewhere(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """Whether a noun without a goal takes up a journey: "spoke of the trip", "cut short her tour", "invited for a visit"."""
    if _spoken_of(tree, noun, verb):
        return True
    if verb is None:
        return False
    cut_short = verb.lower.startswith("cut") and "short" in tree.vocabulary
    return cut_short or (noun.dep == "pobj" and verb.lower.startswith("invit"))


def _told_by_verb(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """ "a tour that will take him to X", "his first stopover was X"; "the mission, headed by X": a force or an office."""
    if any(v.lower in _TAKING | _COURSE for v in tree.children(noun, "relcl")):
        return True
    if verb is None:
        return False
    if noun.dep == "nsubjpass" and verb.lower in _COMMANDED:
        return True
    return verb.lower in BE and any(places_of(tree, a) for a in tree.children(verb, "attr"))


def _at_the_scene(
    tree: Tree, talk: Discourse, noun: Word, verb: Word | None, offered: list[list[Side]], *, bound: bool
) -> Iterator[Draft]:
    """A stay without a goal of its own: in the city left, at the host's, else where the story plays."""
    if on_agenda(tree, noun):
        return  # "discussed the trip"
    if noun.lower not in _STAYS or far_and_wide(tree, noun) or not (noun.tag == "NN" or _owned(tree, noun)):
        return
    carried = verb is not None and verb.lower in _TAKING and not tree.children(verb, "dobj", "prt")
    for sides in offered:
        named = of_the_traveller(tree, talk, [s for s in sides if s.official is not None])
        scene = local_place(tree, talk, noun, named)
        if scene is None and not bound and not carried:
            host = host_of(tree, talk, verb) if verb is not None else None
            left = [p for o in objects(tree, verb) for p in places_of(tree, o)] if verb is not None else []
            scene = first_foreign([*left, host, talk.stage], named)  # "left X after a visit"
        if scene is not None:
            yield from drafts(tree, noun, named, [scene], "trip-here")
            return


_COMMANDED = frozenset("headed led commanded run staffed".split())
_JUDGING = frozenset(
    "called calls dubbed described criticised criticized slammed praised hailed mocked derided questioned defended dismissed "
    "condemned denounced lauded ridiculed termed labelled labeled deemed attacked applauded supported opposed".split()
)


def _spoken_of(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """ "The opposition leader called *the trip* a waste of money": somebody else's journey."""
    judged = verb if verb is not None and verb.lower in _JUDGING and verb.i < noun.i else None
    the = any(d.lower in ("the", "this", "that") for d in tree.children(noun, "det"))
    return judged is not None and the and noun.dep in ("dobj", "nsubj", "oprd", "ccomp", "attr")


def _ranked_visit(tree: Tree, talk: Discourse, noun: Word) -> bool:
    """ "This will be the first visit by a Kenyan leader": said of a journey told before."""
    verb = tree.head(noun)
    if noun.dep != "attr" or verb is None or not any(w.lower in _RANKS for w in tree.children(noun, "amod")):
        return False
    before = [w for w in tree.children(verb, "nsubj") if w.lower in ("this", "it", "that") or is_trip(w)]
    return bool(before) and not any(s.official is not None for s in owner(tree, talk, noun))


_RANKS = frozenset("first second third latest only maiden".split())


def _seat(tree: Tree, prep: Word) -> bool:
    seat = tree.head(prep)
    return seat is not None and seat.lower in ("seat", "seats", "ticket", "tickets", "berth", "place")


_PAYING = frozenset("pay paid paying pays make made making owes owed undertake undertaken".split())


def _paid(tree: Tree, talk: Discourse, noun: Word) -> tuple[list[PlacePhrase], list[Side]]:
    """ "the visit that X was to pay to Y": X's journey to Y, or to the state of Y."""
    below = [v for c in tree.children(noun, "relcl", "acl") for v in [c, *tree.children(c, "xcomp")]]
    for verb in below:
        if verb.lower not in _PAYING:
            continue
        hosts = after(tree, verb, "to", "on")
        sides = talk.actors(tree, verb)
        places = [p for h in hosts for p in places_of(tree, h)]
        homes = [s.country for h in hosts for s in talk.sides(tree, h) if s.country and len(s.country) == 2]
        return places or [state_place(noun, c) for c in homes[:1]], sides
    return [], []


_MOOTING = frozenset(
    "raised raise discuss discussed discussing mooted moot floated float broached contemplated contemplate explored "
    "explore weighed debated sought".split()
)
_WISHING = frozenset("asking seeking wanting urging pushing hoping pressing asked sought wanted".split())


def _mooted(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """Whether a journey is only spoken of: "discussed a visit", "a visit which they have been asking for"."""
    if any(c.lower in _WISHING for c in tree.children(noun, "relcl")):
        return True
    return verb is not None and verb.lower in _MOOTING and noun.dep in ("dobj", "nsubjpass")


_JUDGED = frozenset(
    "follow up follow-up followup sequel response part sign signal step effort attempt continuation departure test chance opportunity "
    "result outcome repeat break".split()
)


def _judged(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """ "The visit is a *follow-up to X's speech in Cairo* last week": the day and the place are those of something else."""
    if verb is None or verb.lower not in BE or noun.dep != "nsubj":
        return False
    return any(c.lower in _JUDGED for c in tree.children(verb, "attr")) and not any(
        w.date is not None for w in tree.subtree(noun)
    )


def _of_a_count(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """ "It was his second trip to Libya *this summer*": the time over which journeys are counted, not its day."""
    if verb is None or verb.lower not in BE or noun.dep != "attr":
        return False
    told = any(w.lower in ("it", "this", "that") for w in tree.children(verb, "nsubj"))
    return told and any(c.lower in _NTH for c in tree.children(noun, "amod"))


_NTH = frozenset("second third fourth fifth sixth seventh eighth ninth tenth latest".split())


def _first_since(tree: Tree, noun: Word, verb: Word | None) -> bool:
    """ "The visit is the first since 1998": a year that is not its own."""
    ranks = [c.lower for c in tree.children(verb, "attr", "acomp")] if verb is not None else []
    return "first" in ranks and not any(w.date is not None for w in tree.subtree(noun))


def _owned(tree: Tree, noun: Word) -> bool:
    """Whether the noun's own phrase says whose journey it is; "from October 8 to 10" does not."""
    owners = [p for p in _by_whom(tree, noun) if p.date is None]
    return bool(tree.children(noun, "poss") or owners)


_PRESENCE = frozenset("presence appearance".split())
_WAYS = frozenset("way route".split())

_LONG_AGO = frozenset(
    {"month", "months", "year", "season"}
)  # what is dated so is no news of somebody under way


def _on_the_way(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "stopped in X on his way to Y", "en route to Z": where whoever it is said of goes next."""
    prep, verb = tree.head(noun), verb_above(tree, noun)
    bound = prep is not None and prep.lower in ("on", "en") and noun.dep == "pobj"
    if not bound or verb is None or verb.lower in BE:
        return  # "was on his way to Y" is read with the verb
    places = destinations(tree, noun, ("to",))
    sides = talk.actors(tree, verb)
    if any(w.day is not None and w.day.form in _LONG_AGO for w in clause_words(tree, verb)):
        yield from drafts(
            tree, noun, sides, places, "on-the-way"
        )  # "changed planes in X in May on his way to Y"
    else:
        yield from drafts(tree, noun, sides, places, "on-the-way", "planned", undated=True)
    home = [c for c in tree.children(noun, "advmod") if c.lower in ("home", "back")]
    left = [p for w in [noun, *home] for p in destinations(tree, w, ("from",))]
    if home and not places and verb.tag == "VBD":  # "took tea in Muscat on his way home from Riyadh"
        months = [w.date for w in clause_words(tree, verb) if w.date and w.date.form in ("month", "year")]
        for d in drafts(tree, noun, sides, left, "way-home", undated=True):
            d.date = next(iter(months), None)
            yield d


_OFFICES = frozenset("office bureau aides staff team".split())


def _time_in(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "after two days in X", "her night in Y": time that somebody spent there."""
    prep = tree.head(noun)
    over = prep is not None and prep.lower == "after"  # "was back *after three days in Austria*"
    over = over or bool(tree.children(noun, "poss"))  # "his three days in Austria"
    places = [p for p in destinations(tree, noun, ("in", "at")) if p.grade == 3 or over]
    verb = verb_above(tree, noun)
    if not places or verb is None:
        return
    own = [s for c in tree.children(noun, "poss") for s in possessor(tree, talk, c)]
    sides = own or talk.doers(tree, verb)
    yield from drafts(tree, noun, [s for s in sides if s.official is not None], places, "time-in")


def _goals(tree: Tree, noun: Word) -> list[PlacePhrase]:
    near = () if noun.lower.startswith("mission") else ("in", "at")  # "the Union's mission in X" stays
    made = [v for v in tree.children(noun, "acl") if v.lower in ("undertaken", "paid", "made", "conducted")]
    links = ("to", "through", "across", "around", "via", "into", *near)
    places = [p for w in (noun, *made) for p in destinations(tree, w, links)]
    if noun.lower == "return":  # "on his return from X"
        return destinations(tree, noun, ("from",))
    if noun.lower in _TOURS:  # "a tour of Chile and Peru"; "the visit of Chile" is Chile's
        places += destinations(tree, noun, ("of",))
    elif noun.lower not in ("departure", "departures", "arrival", "arrivals"):
        places += [p.place for p in after(tree, noun, "of") if p.place is not None and p.mention is None]
    else:
        places += destinations(tree, noun, ("from", "for"))
    beside = tree.children(noun, "appos")
    if tree.children(noun, "poss"):  # "his three-day Nepal visit"
        beside = beside + tree.children(noun, "compound", "nmod")
    return places or [c.place for c in beside if c.place is not None]


def _errand(tree: Tree, noun: Word) -> list[PlacePhrase]:
    """ "his trip to Asia to attend a summit in Manila": where the errand takes place."""
    out: list[PlacePhrase] = []
    for verb in tree.children(noun, "acl", "relcl"):
        out += destinations(tree, verb, ("in", "at"))
        out += [p for o in objects(tree, verb) for p in destinations(tree, o, ("in", "at"))]
    return [p for p in out if p.grade > 1]


def _candidates(
    tree: Tree, talk: Discourse, noun: Word, verb: Word | None, places: list[PlacePhrase]
) -> Iterator[list[Side]]:
    """Whose journey it may be, likeliest first: its owner, the doer of the verb, whom the verb acts on."""
    own = owner(tree, talk, noun)
    if own:
        yield own
        if any(s.official is not None for s in own) and not tree.children(noun, "poss"):
            return
    elif _owned(tree, noun):
        return  # "visits by its fighter jets"
    if verb is None:
        return
    if noun.dep in ("nsubj", "nsubjpass"):
        by = agents(tree, verb)
        by += [
            p for a in by if a.lower in _OFFICES for p in tree.children(a, "poss")
        ]  # "planned by X's office"
        yield [s for a in by for s in talk.sides(tree, a)]
        if not own and places:
            yield _known(tree, talk, noun, places)
        return
    who = subject(tree, verb)
    yield (_traveller(tree, talk, who) or talk.sides(tree, who)) + fellow_travellers(tree, talk, verb, [])
    # "they welcomed him during a visit to their country": the guest is the object
    yield [s for o in objects(tree, verb) for s in talk.sides(tree, o)]


def _known(tree: Tree, talk: Discourse, noun: Word, places: list[PlacePhrase]) -> list[Side]:
    """Whose "the visit to X" is: who was said to go there; "a stop in X" is of whom the text is about."""
    own = {d.lower for d in tree.children(noun, "det")}
    if own & {"a", "an", "another"} or (not own and noun.lower in _SEVERAL):
        return travelling_now(talk)
    goals = {p.country for p in places}
    return next((list(sides) for sides, country, _ in reversed(talk.journeys) if country in goals), [])


_SEVERAL = frozenset("stops visits stopovers trips tours journeys".split())


def _traveller(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """Whose journey a subject such as "a trip" or the "that" behind it is."""
    if who is not None and who.lower in ("that", "which"):
        who = next((tree.head(a) for a in tree.ancestors(who) if a.dep == "relcl"), None)
    if who is None or not is_trip(who):
        return last_travellers(talk) if who is not None and _same_trip(tree, talk, who) else []
    sides = [s for child in tree.children(who, "poss") for s in possessor(tree, talk, child)]
    sides = sides or [s for p in after(tree, who, "by") for s in talk.sides(tree, p)]
    above = verb_above(tree, who)
    if not sides and _same_trip(tree, talk, who):
        return last_travellers(talk)
    return sides or (
        talk.sides(tree, subject(tree, above)) if above is not None and who.dep == "pobj" else []
    )


def _aside_of(tree: Tree, noun: Word) -> bool:
    """Whether the noun stands in an aside behind a name, which `presence.aside` reads."""
    i = noun.i - 1
    while i >= 0 and noun.i - i < 6:
        if tree.words[i].lower == "on":
            behind = tree.words[i - 2] if i >= 2 and tree.words[i - 1].text == "," else None
            return behind is not None and behind.mention is not None and behind.mention.kind == "name"
        i -= 1
    return False
