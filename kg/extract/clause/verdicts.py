"""What a clause says of the encounter that is its noun: "there was *no* meeting", "a visit is *unlikely*"."""

from __future__ import annotations

from typing import Literal

from kg.extract.sentence.grammar import BE, helpers, is_noun, is_verb, negated, subject
from kg.extract.sentence.particles import with_particle
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.model import Status

Verdict = Status | Literal["denied"]
"""How an encounter stands; denied: it is not told of as an event at all."""

_COPULAS = BE | frozenset(
    "been being remains remain remained seems seem seemed looks look looked appears appear appeared becomes became lies "
    "lie lay stays stands stood".split()
)


def _each(words: str, verdict: Verdict) -> dict[str, Verdict]:
    return dict.fromkeys(words.split(), verdict)


# "A visit is imminent", "talks are off"
_IS: dict[str, Verdict] = {
    **_each("imminent near close nigh certain definite ahead", "planned"),
    **_each(
        "possible conceivable desirable necessary needed essential probable uncertain unclear unconfirmed advisable feasible "
        "thinkable overdue",
        "proposed",
    ),
    **_each(
        "unlikely impossible unthinkable improbable inconceivable doubtful pointless premature unnecessary superfluous "
        "needless",
        "denied",
    ),
    **_each("off", "cancelled"),
    **_each("underway", "ongoing"),
}
# "A visit is not impossible", "is not imminent"
_NOT: dict[Verdict, Verdict | None] = {
    "denied": "proposed", "proposed": "denied", "planned": "proposed", "postponed": "planned", "cancelled": "planned",
    "ongoing": None, "held": None,
}  # fmt: skip
# "A visit would be useful": somebody's opinion
_WORTH = frozenset(
    "useful helpful good wise welcome wrong fruitful beneficial valuable worthwhile futile disastrous unwise mistake "
    "step idea signal".split()
)
# "A visit is in preparation", "talks are on hold", "off the table"
_IS_IN: dict[str, dict[str, Verdict]] = {
    "in": {
        **_each("preparation preparations offing pipeline planning sight prospect store", "planned"),
        **_each("progress session swing", "ongoing"),
        **_each("doubt question balance jeopardy danger", "proposed"),
        **_each("abeyance limbo", "postponed"),
    },
    "on": {**_each("horizon way", "planned"), **_each("hold ice", "postponed")},
    "under": {**_each("discussion consideration review study examination", "proposed"), "way": "ongoing"},
    "off": _each("table agenda cards menu schedule programme program", "cancelled"),
    "out": {"of": "denied"},  # "out of the question"
    "beyond": _each("reach", "denied"),
}
# "A visit was mooted", "talks were vetoed"
_IS_DONE: dict[str, Verdict] = {
    **_each("mooted floated aired touted rumoured rumored bruited advocated", "proposed"),
    **_each("vetoed forbidden blocked prevented prohibited thwarted", "denied"),
}
_SET = frozenset("confirmed announced fixed arranged agreed called convened convoked".split())
_STRUCK = frozenset("struck removed deleted crossed".split())
_COMING_ABOUT = frozenset(
    "materialise materialize take happen occur come".split()
)  # "failed to materialise", "to take place"
# Who "calls for a summit" has none yet; who "works on" one will have it
_FOR_IT = frozenset(
    "call calls called calling push pushes pushed pushing press presses pressed pressing lobby lobbies lobbied lobbying "
    "plead pleads pleaded pleading pled appeal appeals appealed appealing angle angles angled angling argue argues argued "
    "arguing campaign campaigns campaigned campaigning clamour clamoured clamouring beg begs begged begging long longs "
    "longed longing".split()
)
_TOWARDS_IT = frozenset(
    "work works worked working prepare prepares prepared preparing plan plans planned planning agree agrees agreed agreeing "
    "settle settles settled settling arrange arranged arranging".split()
)
_RUMOUR = frozenset("talk rumours rumors rumour rumor speculation whispers hints suggestions chatter".split())
_PREPARING = frozenset("preparation preparations arrangements plan plans planning".split())
_NOBODY = frozenset("nobody none few".split())
_ROUNDS = frozenset("round rounds series session set".split())


def verdict(tree: Tree, noun: Word) -> Verdict | None:
    """How the clause around an encounter's noun lets it stand; None where it says nothing of that."""
    if any(d.lower in ("no", "neither") for d in tree.children(noun, "det")):
        return "denied"
    noun = whole(tree, noun)
    above = tree.head(noun)
    if above is None:
        return None
    if noun.dep == "pobj":
        return _sought(tree, above)
    if not is_verb(above):
        return None
    if noun.dep in ("nsubj", "nsubjpass"):
        return _told_of(tree, above, noun)
    return "denied" if noun.dep == "dobj" and _no_one(tree, above) else None


def whole(tree: Tree, noun: Word) -> Word:
    """The noun that stands for an encounter in its clause: the "round" of talks."""
    prep = tree.head(noun)
    above = tree.head(prep) if prep is not None and noun.dep == "pobj" and prep.lower == "of" else None
    return above if above is not None and above.lower in _ROUNDS else noun


def _no_one(tree: Tree, verb: Word) -> bool:
    who = subject(tree, verb)
    return who is not None and who.lower in _NOBODY


def _told_of(tree: Tree, verb: Word, noun: Word) -> Verdict | None:
    """What a verb says of its subject."""
    denied = negated(tree, verb)
    if verb.lower in _COPULAS:
        found = _state(tree, verb)
        if denied and found is not None:
            return _NOT[found]
        return found
    near = {c.lower for c in tree.children(verb)}
    if denied:
        return "cancelled" if comes_about(verb, near) else None  # "never took place"
    if _overtaken(tree, verb, near):
        return "cancelled"
    if noun.dep == "nsubjpass":
        if verb.lower in _STRUCK and near & {"from", "off"}:
            return "cancelled"
        if verb.lower in _SET and _for_a_day(tree, verb):
            return "planned"
        if with_particle(tree, verb) == "bar":
            return "denied"  # "was ruled out"
        return _IS_DONE.get(verb.lower)
    if verb.lower in ("came", "come", "comes") and _leads(tree, verb, "to", {"nothing", "naught", "nought"}):
        return "cancelled"
    failing = verb.lower in ("failed", "fails") and any(
        c.lower in _COMING_ABOUT for c in tree.children(verb, "xcomp")
    )
    return "cancelled" if failing else None


def ends_it(tree: Tree, verb: Word) -> bool:
    """ "call off", "postpone": whether a verb is one of dropping or putting off what is planned."""
    return bool({with_particle(tree, verb), *lookup(verb.lower, "verb")} & {"drop", "delay"})


def comes_about(verb: Word, near: set[str]) -> bool:
    """ "take place", "happen", "come off": `near` are the words that hang on the verb."""
    place = verb.lower in ("take", "took", "taken") and "place" in near
    off = verb.lower in ("came", "come") and bool(near & {"off", "about"})
    return place or off or verb.lower.startswith(("happen", "materiali"))


def _overtaken(tree: Tree, verb: Word, near: set[str]) -> bool:
    """ "fell victim to the storm", "fell by the wayside", "was overtaken by events"."""
    fell = verb.lower in ("fell", "fall", "fallen")
    beside = _leads(tree, verb, "by", {"wayside"}) or _leads(tree, verb, "at", {"hurdle"})
    events = any(c.lower == "events" for p in tree.children(verb, "agent") for c in tree.children(p, "pobj"))
    return (fell and (beside or bool(near & {"victim", "foul", "prey"}))) or (
        verb.lower == "overtaken" and events
    )


def _state(tree: Tree, verb: Word) -> Verdict | None:
    """What "is", "remains" or "looks" says: by an adjective, a prepositional phrase or an infinitive."""
    said = [c.lower for c in tree.children(verb, "acomp", "attr", "advmod", "prt", "oprd", "prep")]
    if {"would", "could", "might"} & set(helpers(tree, verb)) and _WORTH & set(said):
        return "proposed"
    for infinitive in tree.children(verb, "xcomp"):
        if infinitive.lower in _COMING_ABOUT and "to" in helpers(tree, infinitive):
            return "cancelled" if "have" in helpers(tree, infinitive) else "planned"
    for prep in tree.children(verb, "prep"):
        for way, verdicts in _IS_IN.items():
            if prep.lower == way:
                inner = [c.lower for c in tree.children(prep, "pobj", "prep")]
                return next((verdicts[w] for w in inner if w in verdicts), None)
    return next((_IS[w] for w in said if w in _IS), None)


def _leads(tree: Tree, verb: Word, preposition: str, goals: set[str]) -> bool:
    return any(
        c.lower in goals
        for p in tree.children(verb, "prep")
        if p.lower == preposition
        for c in tree.children(p, "pobj")
    )


def _for_a_day(tree: Tree, verb: Word) -> bool:
    return any(
        c.date is not None
        for p in tree.children(verb, "prep")
        if p.lower == "for"
        for c in [p, *tree.children(p, "pobj")]
    )


def _sought(tree: Tree, prep: Word) -> Verdict | None:
    """What is said of the object of a preposition: "called *for* talks", "rumours *of* talks"."""
    above = tree.head(prep)
    if above is None:
        return None
    if is_noun(above):
        return "proposed" if above.lower in _RUMOUR and prep.lower in ("of", "about") else None
    if not is_verb(above) or negated(tree, above):
        return None
    if prep.lower == "for" and any(ends_it(tree, c) for c in tree.children(above, "xcomp")):
        return "planned"  # "asked for the talks to be put off"
    if prep.lower == "for" and above.lower in _FOR_IT:
        return "proposed"
    if prep.lower in ("on", "upon", "towards", "toward", "for") and above.lower in _TOWARDS_IT:
        return "planned"
    who = subject(tree, above)
    under_way = above.lower in BE and who is not None and who.lower in _PREPARING and prep.lower == "for"
    return "planned" if under_way else None
