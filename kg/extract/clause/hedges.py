"""Wordings that colour a clause: "no longer", "said that it had been set", "is due on Monday to"."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.sentence.grammar import is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word


def no_longer(tree: Tree, verb: Word) -> bool:
    """ "no longer", "not any more" beside a verb."""
    return any(
        w.lower == "longer" and w.i and tree.words[w.i - 1].lower == "no"
        for w in tree.children(verb, "advmod")
    )


SAYING_YES = frozenset("accepted accepts agreed agrees".split())
_REPORTING = frozenset(
    "said announced confirmed told added revealed disclosed reported noted explained".split()
)


def reported(tree: Tree, verb: Word) -> bool:
    """Whether somebody said it in the past, so that what is set reads "had been set"."""
    says = tree.head(verb)
    return verb.dep == "ccomp" and says is not None and says.lower in _REPORTING and says.tag == "VBD"


def due_before(tree: Tree, being: Word, verb: Word, due: Collection[str]) -> bool:
    """Whether a "due" or "set" between "is" and an infinitive governs it, though the parser hangs it higher."""
    ready = [c for c in tree.children(being, "acomp", "attr", "oprd") if c.lower in due and c.i < verb.i]
    return verb.dep in ("advcl", "xcomp") and bool(ready)


def instead(tree: Tree, verb: Word) -> bool:
    """ "will return home *instead of travelling on* to Lima": given up."""
    of = tree.head(verb) if verb.tag == "VBG" and verb.dep == "pcomp" else None
    lead = tree.head(of) if of is not None and of.lower == "of" else None
    return lead is not None and "instead" in (lead.lower, tree.words[verb.i - 2].lower)


def following_up(tree: Tree, verb: Word) -> bool:
    """ "is following up on her June visit", "are building on their talks": what they come back to is over."""
    up = any(w.lower == "up" for w in tree.children(verb, "prt", "advmod"))
    on = any(p.lower == "on" for p in tree.children(verb, "prep"))
    return on and ((verb.lower.startswith("follow") and up) or verb.lower in ("building", "builds", "built"))


_READIED = frozenset("groundwork ground way stage path".split())


def looking_ahead(tree: Tree, verb: Word) -> bool:
    """ "looks forward to welcoming her", "paved the way for a summit", "is laying the groundwork for talks"."""
    if any(w.lower == "forward" for w in tree.children(verb, "advmod", "prt")):
        return True
    readied = (
        o for o in tree.children(verb, "dobj") if not tree.children(o, "poss")
    )  # not "made her way to"
    return any(o.lower in _READIED for o in readied) and bool(
        {"for", "to"}
        & {p.lower for o in [verb, *tree.children(verb, "dobj")] for p in tree.children(o, "prep")}
    )


RANKS = frozenset("first last only latest second third".split())


def ranked(tree: Tree, word: Word) -> bool:
    """ "the highest Kenyan official to come": whoever it is said of."""
    ranks = tree.children(word, "amod")
    return any(w.tag == "JJS" or w.lower in RANKS for w in ranks) and bool(
        tree.children(word, "relcl", "acl")
    )


def whether(tree: Tree, trigger: Word) -> bool:
    """ "declined to say whether he would travel", "did not know if they would meet": an open question."""
    for w in [trigger, *tree.ancestors(trigger)]:
        asked = {c.lower for c in tree.children(w, "mark", "advmod")} if is_verb(w) else set()
        if "whether" in asked or ("if" in asked and w.dep == "ccomp"):
            return True
        if w.dep in ("relcl", "advcl", "ROOT"):
            return False
    return False


def aside(tree: Tree, noun: Word) -> bool:
    """ "failed to agree at their meeting", "asked for more during the talks": the talks themselves are not denied."""
    prep = tree.head(noun) if is_noun(noun) and noun.dep == "pobj" else None
    if prep is None:
        return False
    if _occasion(tree, noun, prep):
        return True
    told = tree.head(prep)
    if told is not None and told.lower in _DETAILS and prep.lower in ("about", "of", "on", "from"):
        return True  # "declined to give details about the call": there was one
    if prep.lower not in ("at", "during", "after", "following"):
        return False
    if told is not None and told.lower in _SETTLING:
        return True  # "failed to agree at a summit in Rome"
    known = noun.lower == "talks" or any(c.dep == "poss" for c in tree.children(noun))
    return known or any(c.lower in ("the", "these", "those", "this") for c in tree.children(noun, "det"))


_SETTLING = frozenset("agree reach settle resolve bridge narrow overcome".split())
_DETAILS = frozenset(
    "detail details information specifics account accounts readout transcript contents content summary recording".split()
)


def needless(tree: Tree, noun: Word) -> bool:
    """ "sees no need for a conference", "there are no grounds for talks": nothing of the kind takes place."""
    prep = tree.head(noun)
    above = tree.head(prep) if prep is not None and prep.lower in ("for", "in") else None
    return (
        above is not None
        and above.lower in ("need", "reason", "reasons", "point", "grounds", "cause", "call", "room", "sense")
        and any(d.lower in ("no", "little", "any") for d in tree.children(above, "det", "amod"))
    )


_WISHED = frozenset(
    "need necessity desire wish interest hope hopes chance chances information rumours rumors doubt doubts question "
    "merits advisability usefulness".split()
)
_OPEN_POINTS = frozenset(
    "agreement agreements decision decisions understanding clarity word news timeframe time-frame".split()
)


def unsettled(tree: Tree, noun: Word) -> bool:
    """Whether a noun that governs an encounter says that it is only wanted: "the *need* for talks", "no *decision* on"."""
    if noun.lower in _WISHED:
        return True
    if noun.lower in ("call", "calls", "appeal", "demand", "push") and any(
        p.lower == "for" for p in tree.children(noun, "prep")
    ):
        return True  # "his call for a renewal of talks"
    no = any(d.lower in ("no", "any") for d in tree.children(noun, "det"))
    return noun.lower in _OPEN_POINTS and no


def lacking(tree: Tree, verb: Word) -> bool:
    """ "There *is no agreement* yet on talks": the preposition hung on the verb."""
    there = any(w.dep == "expl" for w in tree.children(verb))
    return there and any(unsettled(tree, w) for w in tree.children(verb, "attr", "nsubj", "dobj"))


def noted(tree: Tree, verb: Word, below: Word | None) -> bool:
    """ "It should be noted that they signed": what is to be noted has happened."""
    if below is None or below.dep != "ccomp" or below.tag != "VBD" or not is_verb(below):
        return False
    return any(w.lower in ("should", "must", "may", "can", "might") for w in tree.children(verb, "aux"))


def to_a_day(tree: Tree, verb: Word) -> bool:
    """ "moved from Monday *to 9 July*"."""
    return any(
        w.date is not None
        for to in tree.children(verb, "prep")
        if to.lower in ("to", "until", "till")
        for w in [to, *tree.children(to, "pobj")]
    )


_CHANCES = frozenset("possibility option prospect idea possible conceivable".split())


def discussed(tree: Tree, verb: Word) -> bool:
    """ "is under discussion", "is being considered", "is an open possibility"."""
    if any(c.lower in _CHANCES for c in tree.children(verb, "attr", "acomp")):
        return True
    return any(
        p.lower in ("discussion", "consideration", "review", "cards", "works", "talk")
        for prep in tree.children(verb, "prep")
        for p in tree.children(prep, "pobj")
    )


def _occasion(tree: Tree, noun: Word, prep: Word) -> bool:
    """ "In a call with X, Y urged restraint", "proposed a pact in a meeting with X": the occasion of what is said."""
    verb = tree.head(prep)
    if prep.lower not in ("in", "during", "after", "following", "at", "over") or verb is None:
        return False
    if not is_verb(verb) or verb.tag != "VBD" or all(c.lower != "with" for c in tree.children(noun, "prep")):
        return False
    said = tree.children(verb, "dobj", "ccomp", "xcomp")
    return prep.i < verb.i or any(c.i < prep.i for c in said)


def errand(tree: Tree, noun: Word) -> bool:
    """ "is expected *on the first leg of a tour*", "is due in Rome *for talks*"."""
    prep = tree.head(noun)
    return noun.dep == "pobj" and prep is not None and prep.lower in ("on", "for")
