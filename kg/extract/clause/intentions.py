"""What somebody has in mind: "means to fly", "thought of going", "would love to see", "begged off a trip"."""

from __future__ import annotations

from kg.extract.sentence.grammar import BEING, clause_words, helpers
from kg.extract.sentence.tree import Tree, Word
from kg.model import Status

_MEANING = frozenset(
    "means meant mean meaning resolved resolves decided decides determined elected chose".split()
)
_THINKING = frozenset(
    "thought thinks think thinking dreamt dreamed dreams dreaming toyed toys toying flirted flirts flirting".split()
)
_LIKING = frozenset("like love prefer welcome".split())
_WISHING = frozenset("wish wishes wished long longs longed yearn yearns aspire aspires aspired".split())
_BINDING = frozenset("pledge pledges pledged undertake undertook undertaken commit commits committed".split())
_BARRING = frozenset(
    "prevented prevents prevent preventing barred bars barring banned bans blocked blocks stopped stops kept keeps "
    "dissuaded excluded hindered discouraged forbidden forbade deterred refrained refrains shied shies abstained "
    "desisted shrank recoiled disqualified".split()
)
_FORBIDDING = frozenset({"forbidden", "forbade", "forbids"})
_EAGER = frozenset("eager keen anxious willing minded inclined prepared ready happy open glad".split())
_BEING = BEING | frozenset("am be 's ’s 're ’re".split())
_UNABLE = frozenset("unable unwilling reluctant loath loth powerless unfit afraid".split())
_ENTREATING = frozenset(
    "wooed woos wooing tempted tempts tempting coaxed coaxes coaxing entreated implored implores imploring begged begs "
    "begging beseeched besought exhorted courted courting entreating cajoled cajoling".split()
)
_BACKING = frozenset(
    "begged begs cried cries pulled pulls backed backs bowed bows ducked ducks wriggled opted opts dropped drops "
    "excused weaselled".split()
)
_AWAY = frozenset({"out", "off", "himself", "herself", "themselves"})
_HANGING = ("prep", "pobj", "dobj", "pcomp")


def intended(tree: Tree, verb: Word, below: Word | None) -> Status | None:
    """The standing that a verb gives to what hangs on it (`below`; None of the verb itself), if it is one of these."""
    words = set(helpers(tree, verb))
    own = below is None or below.dep == "xcomp"
    if "should" in words and "have" in words and verb.tag == "VBN" and own:
        return "cancelled"  # "should have been in Rome"
    if below is None:
        return None
    near = {c.lower for c in tree.children(verb)}
    low, mind = verb.lower, "mind" in near or "minds" in near
    if low == "ought" and "have" in helpers(tree, below):
        return "cancelled"
    if low in _BACKING and near & _AWAY and below.dep in _HANGING:
        return "cancelled"
    if low in _THINKING and below.dep in ("prep", "pcomp", "pobj"):
        return "cancelled" if "better" in near else "proposed"
    if below.dep not in ("xcomp", "ccomp", "acl", "relcl", "advcl") or "to" not in helpers(tree, below):
        return None
    if (low in _MEANING or (low in ("made", "makes", "make", "making") and mind)) and "had" not in words:
        return "planned"
    if low in _LIKING and words & {"would", "'d", "’d"}:
        return "proposed"
    if low in _BINDING and "had" not in words:
        return "planned"
    return "proposed" if low in _ENTREATING | _WISHING else None


def barred(tree: Tree, verb: Word, below: Word) -> bool:
    """Whether a verb keeps what hangs on it from happening: "was prevented from going", "forbidden to go"."""
    prep = tree.head(below)
    keeps_from = below.dep in ("pcomp", "pobj") and prep is not None and prep.lower in ("from", "away")
    return (verb.lower in _BARRING and keeps_from) or (verb.lower in _FORBIDDING and below.dep == "xcomp")


def at_heart(tree: Tree, head: Word) -> Status | None:
    """How the word before an infinitive lets it stand: "is about to", "ought to", "keen to"; None says nothing."""
    be = {w.lower for w in (tree.head(head), *tree.children(head, "aux")) if w is not None}
    if head.lower == "ought" or (head.lower in ("about", "going") and be & _BEING):
        return "planned"
    return "proposed" if head.lower in _EAGER else None


def out_of_reach(tree: Tree, head: Word) -> bool:
    """Whether the word before an infinitive denies it: "was unable to", "has yet to", "reluctant to"."""
    yet = any(c.lower == "yet" for c in tree.children(head, "advmod"))
    return head.lower in _UNABLE or (yet and head.lower in ("has", "have", "had", "is", "are"))


def given_up(tree: Tree, verb: Word) -> bool:
    """ "did not go to Rome after all", "in the end she did not fly": it had been planned."""
    said = " ".join(w.lower for w in clause_words(tree, verb))
    return "after all" in said or ("in the end" in said and "in the end of" not in said)
