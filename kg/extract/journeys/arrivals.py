"""Journeys told by where somebody goes, comes from or arrives: "flew to Lima from Quito", "landed on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.journeys.homeward import errand, homeward, topics
from kg.extract.journeys.whereto import (
    destinations,
    drafts,
    local_place,
    meant_place,
    onward,
    places_of,
    state_place,
)
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import after, helpers, objects, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.triggers import lookup
from kg.extract.where.sites import nearest_place
from kg.extract.whom.discourse import Discourse
from kg.model import Status
from kg.vocab import BODIES

_MOVES_THINGS = frozenset(
    "move drive pass drop land fly go continue stop return slip turn show roll sweep reach".split()
)  # "move the embassy to"


def going(tree: Tree, talk: Discourse, verb: Word, lemma: str, doers: list[Side]) -> Iterator[Draft]:
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
    if topics(tree, verb) or _went_on_to(tree, verb):
        return
    if lemma not in ("pay", "make", "set") and not (_moved_things(tree, verb) and lemma in _MOVES_THINGS):
        ahead: Status | None = "planned" if _scheduled(tree, verb) or _coming(tree, verb) else None
        yield from drafts(tree, verb, doers, goal, "go-verb", ahead, undated=bool(earlier))
        if not goal and not direct and not (lemma in _MOVES_THINGS and _moved_things(tree, verb)):
            yield from _arrived(tree, talk, verb, lemma, doers)
        came_from: list[PlacePhrase] = []
        if lemma in _LEAVING_FROM:
            out = any(c.lower == "out" for c in tree.children(verb, "prep", "prt", "advmod"))
            via = () if lemma == "return" else ("via", "by")
            came_from = destinations(tree, verb, ("from", *via, *(("of",) if out else ())))
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


def _went_on_to(tree: Tree, verb: Word) -> bool:
    """ "went on *to blame* the famine in Y on X": what somebody did next, wherever it was."""
    on, to, deed = (tree.words[verb.i + 1 : verb.i + 4] + [verb] * 3)[:3]
    next_deed = on.lower == "on" and to.tag == "TO" and deed.tag == "VB"
    return next_deed and not lookup(deed.lower, "verb")


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
    left = destinations(tree, verb, ("from",))  # "had flown in from Rome": not there
    places = [meant] if meant is not None and meant not in left else []
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
    loose = [p for p in preps if p.lower in ("in", "over") and not tree.children(p, "pobj", "pcomp")]
    particles |= {p.lower for p in loose}  # "had flown in from Rome"
    preps = [p for p in preps if p not in loose]
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
