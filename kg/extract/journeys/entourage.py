"""Who is sent, taken along or goes with others: "sent Y to Lima", "accompanied by Y", "including Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.journeys.homeward import venue
from kg.extract.journeys.whereto import antecedents, destinations, drafts, meant_place, onward
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import after, agents, helpers, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.whom.discourse import Discourse

_NEAR = 8  # words from a place to the "to which" behind it


def sending(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """Whom somebody sends to a place."""
    sent = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
    for o in objects(tree, verb):  # "dispatched a team led by X to Y"
        led = [v for v in tree.children(o, "acl", "relcl") if v.lower in ("led", "headed")]
        heads = [
            s for v in led for a in agents(tree, v) for s in talk.sides(tree, a) if s.official is not None
        ]
        goal = [p for v in led for p in destinations(tree, v, ("to",))] or destinations(tree, verb, ("to",))
        if heads and o.lower in RETINUE:
            yield from drafts(tree, verb, heads, goal, "send")
            return
    goal = destinations(tree, verb, ("to",)) or _where_to(tree, verb) or venue(tree, verb, "to")
    along = verb.lower.startswith(("brought", "bring")) and sent  # "brought her minister to X": she came too
    own = talk.actors(tree, verb) if along else []
    sent = [*own, *sent] if {s.country for s in own} == {s.country for s in sent} else sent
    yield from drafts(tree, verb, sent or _unnamed(tree, verb), goal, "send")


def representing(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "Chad *was represented* in Dakar by Y", "is represented at the summit in Bali by Y": Y went there."""
    occasions = after(tree, verb, "at")
    by = agents(tree, verb) or [
        p for w in occasions for p in after(tree, w, "by")
    ]  # wherever the parser hangs it
    sent = [s for a in by for s in talk.sides(tree, a) if s.official is not None]
    places = [p for w in [verb, *occasions] for p in destinations(tree, w, ("in", "at"))]
    yield from drafts(tree, verb, sent, places, "send")


def _unnamed(tree: Tree, verb: Word) -> list[Side]:
    """ "Ghana is sending *a team of diplomats* to X": nobody is named, but their state."""
    who = subject(tree, verb)
    state = who.mention.country if who is not None and who.mention is not None else None
    sent = [o for o in objects(tree, verb) if o.lower in RETINUE | _ENVOYS]
    return [Side(None, state, o.start, o.end) for o in sent if state]


_ENVOYS = frozenset(
    "envoy envoys emissary emissaries officials diplomats negotiators ministers experts minister".split()
)


def _where_to(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "the talks in Lima on Monday, *to which* he sent his deputy": the last place before the clause."""
    which = next((p for p in after(tree, verb, "to") if p.lower == "which"), None)
    before = tree.words[max(0, which.i - _NEAR) : which.i] if which is not None else []
    return [w.place for w in before if w.place is not None][-1:]


def appointed(tree: Tree, verb: Word) -> bool:
    """ "named her to lead the mission to Chad": a post, not a journey."""
    head = tree.head(verb)
    return "to" in helpers(tree, verb) and head is not None and head.lower in _NAMING


_NAMING = frozenset(
    "appointed appoints named names chosen chose picked nominated designated selected mandated".split()
)


def carried(tree: Tree, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "took a message to Pyongyang", "will bring a delegation to Beijing"."""
    if any(o.lower in _NO_LUGGAGE for o in objects(tree, verb)):
        return  # "brought an end to the fighting in X", "took his troops to Y"
    goal = onward(tree, destinations(tree, verb, ("to", "into")))
    goal += [p for o in objects(tree, verb) for p in destinations(tree, o, ("to",))]
    if not goal and any(o.lower in RETINUE for o in objects(tree, verb)):
        goal = venue(tree, verb, "to") or [p for o in objects(tree, verb) for p in venue(tree, o, "to")]
    if not goal and any(o.lower in RETINUE for o in objects(tree, verb)):  # "is leading a delegation in Y"
        goal = destinations(tree, verb, ("at", "in"))
        goal += [p for o in objects(tree, verb) for p in destinations(tree, o, ("at", "in"))]
        goal = [p for p in goal if p.grade == 3] or _antecedents(tree, verb)
    yield from drafts(tree, verb, doers, [p for p in goal if p.grade >= 1], "carry-to")


RETINUE = frozenset("delegation team mission party group".split())


# What is led or brought somewhere by people who stay where they are
_NO_LUGGAGE = frozenset(
    "end halt stop peace calm stability relief troops forces soldiers fighters army militia war fight battle dispute "
    "conflict violence attention tanks weapons missiles jobs trade investment".split()
)


def _antecedents(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """The place behind which a clause with "where" says what somebody does there."""
    where = any(c.lower == "where" for c in tree.children(verb, "advmod"))
    return antecedents(tree, verb) if where else []


def including(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "The delegation includes X and Y": they are on the journey told of last, whatever state they serve."""
    people = [s for o in objects(tree, verb) for s in talk.sides(tree, o) if s.official is not None]
    yield from _joining(tree, talk, verb, people)


def alongside(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
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


def accompanied(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
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


def after_them(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
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


def based(tree: Tree, verb: Word, doers: list[Side]) -> Iterator[Draft]:
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
