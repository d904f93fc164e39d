"""What comes before and what after: "grew following the signing", "will be accompanied when he arrives"."""

from __future__ import annotations

from kg.extract.sentence.grammar import helpers, is_noun, is_verb, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when.choice import to_come

_BEHIND = frozenset({"following", "after", "since"})
_ONCE = frozenset({"when", "once", "after", "before", "until", "while", "as"})


def done_before(tree: Tree, trigger: Word) -> bool:
    """Whether what a noun tells of only precedes what is to come of itself: "trade will grow following the signing"."""
    below = trigger
    for above in tree.ancestors(trigger):
        if is_verb(above) and above.lower not in _BEHIND:
            if below.lower in _BEHIND and _announced(tree, above):
                return True
            who = subject(tree, above)
            thing = who is not None and who.mention is None and is_noun(who) and not lookup(who.lower, "noun")
            return below.lower in _BEHIND and thing and above.dep in ("ROOT", "xcomp", "ccomp", "pcomp")
        if not (is_noun(above) or above.lower == "of" or above.lower in _BEHIND):
            return False
        below = above
    return False


_SAYING = frozenset("announced said confirmed revealed disclosed agreed pledged promised vowed".split())


def _announced(tree: Tree, verb: Word) -> bool:
    """ "announced plans to visit Rome following talks with X": the talks were before the announcement."""
    told = [a for a in tree.ancestors(verb) if is_verb(a)]
    return "to" in helpers(tree, verb) and any(a.tag == "VBD" and a.lower in _SAYING for a in told)


def until_then(tree: Tree, trigger: Word) -> bool:
    """Whether a present tense is of the time that the clause above tells of: "will be met when she arrives"."""
    for w in [trigger, *tree.ancestors(trigger)]:
        above = tree.head(w)
        if not is_verb(w) or w.dep != "advcl" or above is None:
            continue
        marks = {c.lower for c in tree.children(w, "advmod", "mark")}
        return w.tag in ("VBZ", "VBP") and bool(marks & _ONCE) and to_come(tree, above)
    return False


def on_the_spot(tree: Tree, trigger: Word) -> bool:
    """Whether somebody is where he is for this: "*is in Lima* to see her", "*are in town* for talks"."""
    prep = tree.head(trigger)
    aim = prep if trigger.dep == "pobj" and prep is not None and prep.lower == "for" else trigger
    purpose = aim is prep or (trigger.dep in ("advcl", "xcomp") and "to" in helpers(tree, trigger))
    verb = tree.head(aim)
    while verb is not None and verb.dep in ("pobj", "prep") and aim is prep:  # "in Lima for talks"
        verb = tree.head(verb)
    if not purpose or verb is None or verb.lower not in ("is", "are", "'s", "’s"):
        return False
    places = [
        p for c in tree.children(verb, "prep") if c.lower in ("in", "at") for p in tree.children(c, "pobj")
    ]
    return any(p.place is not None or p.lower in ("town", "capital", "country") for p in places)
