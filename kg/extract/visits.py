"""Visits: an official's journey to another state."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.discourse import Discourse
from kg.extract.drafts import Draft
from kg.extract.grammar import after, agents, is_noun, is_verb, objects, passive, subject, verb_above
from kg.extract.places import PlacePhrase
from kg.extract.sides import Side, unique
from kg.extract.talks import possessor
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.vocab import BODIES

_TO = ("to", "in", "at", "into", "for", "through", "via", "on", "of")
_STATIVE = frozenset("was is were are be been being".split())
# "took a message to Pyongyang": whoever carries it goes there
_CARRYING = frozenset(
    "took take takes taking taken carried carries carry carrying led leads lead leading accompanied accompany accompanying accompanies".split()
)
_MOVES_THINGS = frozenset(
    "move drive pass drop land fly go continue stop return".split()
)  # "move the embassy to"
_SENDING = frozenset(
    "sent send sends sending dispatched dispatch invited invite invites asked brought called summoned".split()
)
_SPEECH = frozenset(
    "said told speaking spoke announced added reiterated declared stressed warned vowed pledged addressed "
    "attended attending attends attend".split()
)


def visits(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The visits that a sentence tells of."""
    for w in tree:
        if w.mention is not None and w.mention.kind == "name":
            yield from _aside(tree, talk, w)
            continue
        if is_verb(w):
            yield from _from_verb(tree, talk, w)
            yield from _from_trip_verb(tree, talk, w)
        elif is_noun(w) and "trip" in lookup(w.lower, "noun") and w.dep != "compound":
            yield from _from_noun(tree, talk, w)


def destinations(tree: Tree, word: Word, prepositions: tuple[str, ...] = _TO) -> list[PlacePhrase]:
    """The places that follow a word after "to", "in" and the like: "to X and then on to Y and Z"."""
    out: list[PlacePhrase] = []
    todo = tree.children(word, "prep", "advmod", "prt", "npadvmod")
    while todo:
        prep = todo.pop(0)
        todo += [c for c in tree.children(prep, "conj", "prep") if c.tag in ("IN", "TO", "RB", "RP")]
        if prep.lower in prepositions:
            for p in tree.children(prep, "pobj", "pcomp"):
                out += _places(tree, p)
                if p.lower == "way":  # "by way of Seoul"
                    out += destinations(tree, p, ("of",))
        elif prep.place is not None and prep.dep == "npadvmod":
            out.append(prep.place)
    return out


_SITES = frozenset(
    "airport airbase palace hotel headquarters residence station port harbour harbor villa resort university square "
    "capital city town island airfield club center centre hall".split()
)


def _places(tree: Tree, word: Word) -> list[PlacePhrase]:
    own = [word.place] if word.place is not None else []
    if not own:  # "the Japanese port city of Yokosuka", "the Great Hall in Beijing", "neighbouring Chad"
        for prep in tree.children(word, "prep"):
            if prep.lower in ("of", "in", "near", "outside"):
                own += [x for p in tree.children(prep, "pobj") for x in _places(tree, p)]
        own += [x for p in tree.children(word, "appos") for x in _places(tree, p)][:1]
        if not own and word.lower in _SITES:  # "Tehran airport"; "the U.S. fleet" is no place in the U.S.
            own += [c.place for c in tree.children(word, "compound", "poss", "nmod") if c.place is not None][
                :1
            ]
    for c in tree.children(word, "conj"):
        own += _places(tree, c)
    return own


def _traveller(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """Whose journey a subject such as "a trip" or the "that" behind it is."""
    if who is not None and who.lower in ("that", "which"):
        who = next((tree.head(a) for a in tree.ancestors(who) if a.dep == "relcl"), None)
    if who is None or not _trip(who):
        return []
    sides = [s for child in tree.children(who, "poss") for s in possessor(tree, talk, child)]
    sides = sides or [s for p in after(tree, who, "by") for s in talk.sides(tree, p)]
    above = verb_above(tree, who)
    return sides or (
        talk.sides(tree, subject(tree, above)) if above is not None and who.dep == "pobj" else []
    )


def _aside_of(tree: Tree, noun: Word) -> bool:
    """Whether the noun stands in an aside behind a name, which `_aside` reads."""
    i = noun.i - 1
    while i >= 0 and noun.i - i < 6:
        if tree.words[i].lower == "on":
            behind = tree.words[i - 2] if i >= 2 and tree.words[i - 1].text == "," else None
            return behind is not None and behind.mention is not None and behind.mention.kind == "name"
        i -= 1
    return False


def _foreign(sides: list[Side], place: PlacePhrase) -> list[Side]:
    return [s for s in sides if s.country and s.country != place.country]


def _drafts(
    tree: Tree,
    talk: Discourse,
    word: Word,
    sides: list[Side],
    places: list[PlacePhrase],
    rule: str,
) -> Iterator[Draft]:
    for place in places:
        travellers = _foreign(sides, place)
        if travellers:
            yield Draft("visit", unique(travellers), word, tree, rule, place=place, hosts=[place.country])


def _from_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    classes = lookup(verb.lower, "verb")
    doers = talk.sides(tree, subject(tree, verb))
    if not doers:
        return
    if verb.lower in _STATIVE:
        places = destinations(tree, verb, ("in", "at", "to"))
        for due in tree.children(verb, "acomp", "attr", "oprd"):
            if due.lower in ("due", "bound", "back", "expected", "scheduled", "guest", "present"):
                places += destinations(tree, due, ("in", "at", "to", "for"))
        near = {w.lower for w in tree.children(verb, "advmod")}
        town = any(o.lower == "town" for o in after(tree, verb, "in"))
        if not places and "there" in near and talk.last_place is not None:
            places = [talk.last_place]
        elif not places and ("here" in near or town) and talk.scene is not None:
            places = [talk.scene]
        yield from _drafts(tree, talk, verb, doers, places, "be-in")
        return
    if "leave" in classes and not passive(tree, verb):
        yield from _drafts(tree, talk, verb, doers, destinations(tree, verb, ("for", "to")), "leave-for")
        left = [p for o in objects(tree, verb) for p in _places(tree, o)]
        yield from _drafts(tree, talk, verb, doers, left, "leave")
        return
    if verb.lower in _SENDING and not passive(tree, verb):
        sent = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
        yield from _drafts(tree, talk, verb, sent, destinations(tree, verb, ("to",)), "send")
        return
    if verb.lower.startswith("accompan"):
        doers = doers + [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
    if verb.lower in _CARRYING and not passive(tree, verb):
        goal = [p for p in destinations(tree, verb, ("to",)) if p.grade >= 1]
        yield from _drafts(tree, talk, verb, doers, goal, "carry-to")
        return
    if "go" in classes:
        if passive(tree, verb) and verb.lower not in ("expected", "awaited"):
            return
        if not passive(tree, verb) and classes["go"] in ("expect", "await"):  # "is expecting her in Paro"
            guests = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
            yield from _drafts(tree, talk, verb, guests, destinations(tree, verb, ("in", "at")), "expects")
            return
        lemma = classes["go"]
        direct = [p for o in objects(tree, verb) for p in _places(tree, o)]
        if lemma in ("visit", "tour", "reach"):
            yield from _drafts(tree, talk, verb, doers, direct, "visit-verb")
        goal = destinations(tree, verb, ("to", "in", "at", "into", "for", "through", "on"))
        if lemma not in ("pay", "make", "set") and not (
            tree.children(verb, "dobj") and lemma in _MOVES_THINGS
        ):
            yield from _drafts(tree, talk, verb, doers, goal, "go-verb")
            if not goal and _arrives(tree, verb, lemma):
                yield from _drafts(tree, talk, verb, doers, _scene(tree, talk, verb, doers), "arrives")
            came_from = (
                destinations(tree, verb, ("from", "via", "by"))
                if lemma in ("arrive", "fly", "come", "return", "travel")
                else []
            )
            yield from _drafts(tree, talk, verb, doers, came_from, "go-from")
        if lemma == "visit":
            bodies = [
                s
                for o in objects(tree, verb)
                for s in talk.sides(tree, o)
                if s.official is None and s.country in BODIES
            ]
            for body in bodies:
                yield Draft("visit", doers, verb, tree, "visit-body", hosts=[body.country or ""])
        return
    places = destinations(tree, verb, ("in", "at"))
    named = [s for s in doers if s.official is not None]
    if verb.lower.startswith("attend"):
        places = places + [p for o in objects(tree, verb) for p in destinations(tree, o, ("in", "at"))]
    if verb.lower in _SPEECH:
        yield from _drafts(tree, talk, verb, named, [p for p in places if p.grade == 3], "acts-in")


def _arrives(tree: Tree, verb: Word, lemma: str) -> bool:
    """Whether a verb without destination means arrival at the scene: "arrives on Wednesday", "flew in"."""
    particles = {w.lower for w in tree.children(verb, "prt", "advmod")}
    if (
        any(p.lower in ("in", "at", "to", "on") for p in tree.children(verb, "prep"))
        and "there" not in particles
    ):
        return lemma == "arrive" and any(
            o.lower in ("capital", "country", "city", "kingdom") for o in after(tree, verb, "in")
        )
    if lemma in ("arrive", "land", "touch"):
        return True
    return lemma in ("fly", "come", "jet", "go", "return", "travel") and bool(
        particles & {"in", "here", "there", "over"}
    )


def _scene(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> list[PlacePhrase]:
    """The place meant by "there", or where the story is told from unless those who arrive are at home there."""
    near = {w.lower for w in tree.children(verb, "advmod")}
    places = [talk.last_place] if "there" in near else [talk.scene, talk.last_place]
    return [p for p in places if p is not None and _foreign(doers, p)][:1]


def _trip(word: Word | None) -> bool:
    return word is not None and "trip" in lookup(word.lower, "noun")


def _from_trip_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "a tour that will take him to X and Y", "his trip begins in X"."""
    what = subject(tree, verb)
    if what is not None and what.lower in ("that", "which"):
        what = next((tree.head(a) for a in [verb, *tree.ancestors(verb)] if a.dep == "relcl"), None)
    if not _trip(what) or what is None:
        return
    if verb.lower in ("take", "takes", "took", "taken", "taking", "bring", "brings", "brought"):
        sides = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
        yield from _drafts(
            tree, talk, verb, sides, destinations(tree, verb, ("to", "through", "via")), "trip-takes"
        )
    elif verb.lower in (
        "begin",
        "begins",
        "began",
        "start",
        "starts",
        "started",
        "end",
        "ends",
        "ended",
        "kicks",
        "opens",
        "include",
        "includes",
        "included",
    ):
        sides = [s for child in tree.children(what, "poss") for s in possessor(tree, talk, child)]
        sides = sides or [s for p in after(tree, what, "by") for s in talk.sides(tree, p)]
        places = destinations(tree, verb, ("in", "at", "with"))
        places += [p for o in objects(tree, verb) for p in _places(tree, o)]
        yield from _drafts(tree, talk, verb, sides, places, "trip-begins")


def _aside(tree: Tree, talk: Discourse, name: Word) -> Iterator[Draft]:
    """ "X, in Manila for a summit, said": a place as an aside behind a name."""
    follows = (
        name.i + 2 < len(tree.words)
        and tree.words[name.i + 1].text == ","
        and tree.words[name.i + 2].lower in ("in", "on", "at")
    )
    if not follows or name.mention is None or name.mention.official is None:
        return
    prep = tree.words[name.i + 2]
    side = [talk.side(name.mention.official, name)]
    objects_ = tree.children(prep, "pobj")
    if prep.lower in ("in", "at"):
        places = [p for o in objects_ for p in _places(tree, o) if p.grade == 3]
        yield from _drafts(tree, talk, name, side, places, "aside")
    elif any(_trip(o) for o in objects_):
        places = [p for o in objects_ for p in destinations(tree, o, ("to", "in"))]
        yield from _drafts(tree, talk, objects_[0], side, places, "aside-trip")


def _from_noun(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    sides: list[Side] = []
    for child in tree.children(noun, "poss"):
        sides += possessor(tree, talk, child)
    sides += [s for p in after(tree, noun, "by", "of", "from") for s in talk.sides(tree, p)]
    places = destinations(tree, noun, ("to", "in", "at"))
    verb = verb_above(tree, noun)
    if verb is not None and not sides:
        if noun.dep in ("nsubj", "nsubjpass"):
            sides = [s for a in agents(tree, verb) for s in talk.sides(tree, a)]
        else:
            who = subject(tree, verb)
            sides = _traveller(tree, talk, who) or talk.sides(tree, who)
            # "they welcomed him during a visit to their country": the guest is the object
            if places and not any(_foreign(sides, p) for p in places):
                sides = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
        if _aside_of(tree, noun):
            return
    if not places and verb is not None and noun.dep not in ("nsubj", "nsubjpass"):
        places = destinations(tree, verb, ("to", "in"))
    yield from _drafts(tree, talk, noun, sides, places, "trip-noun")
    bound = any(p.lower in ("to", "in", "through") for p in tree.children(noun, "prep")) or (
        verb is not None and verb.lower in ("take", "takes", "took", "taken", "bring", "brought")
    )
    if (
        not places
        and not bound
        and talk.scene is not None
        and noun.lower in ("visit", "trip", "stay", "tour", "journey")
    ):
        named = [s for s in sides if s.official is not None]
        yield from _drafts(tree, talk, noun, named, [talk.scene], "trip-here")
