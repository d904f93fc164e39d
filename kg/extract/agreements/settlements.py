"""Agreements told by what they end or fix: "buried the hatchet", "laid a war to rest", "fixed the border", "shook on it"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.agreements.signatories import two_states
from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import after, agents, clause_words, helpers, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.when.choice import nearest_date
from kg.extract.whom.company import named
from kg.extract.whom.discourse import Discourse

_ENDING = frozenset(
    "laid lay ended end ends buried bury settled settle settles resolved resolve resolves closed close terminated "
    "closing burying settling laying resolving patched healed mended declared proclaimed concluded drew draw put "
    "puts turned interred".split()
)
_STRIFE = frozenset(
    "war wars conflict feud quarrel quarrels dispute disputes row hatchet differences enmity hostility hostilities "
    "standoff stand-off rift vendetta squabble estrangement boycott blockade embargo deal contract bargain "
    "rivalry freeze price debt debts claim claims affair".split()
)
_BORDERS = frozenset("border borders frontier frontiers boundary boundaries line".split())
_FIXING = frozenset(
    "settled fixed drew drawn demarcated delimited redrew agreed delineated settle fix draw demarcate delimit drawing "
    "fixing settling demarcating".split()
)
_DEALS = frozenset("deal contract bargain".split())  # done by "closed" alone
_OVER = frozenset("over ended finished closed past end rest page line behind".split())
_DIVIDING = frozenset("divided divide dividing split partitioned carved".split())
_NEAR = 5  # words behind a verb among which its object stands, wherever the parser hangs it
_NEEDY = frozenset("laid lay declared proclaimed drew draw put puts turned laying".split())
_COMING_OUT = frozenset("came come comes walked got went".split())
_PARTING = frozenset("emerged parted".split())
_STROKES = frozenset({"stroke", "strokes", "flourish"})


def settlements(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The agreements that a verb tells of without a word for one."""
    what = [subject(tree, verb)] if passive(tree, verb) else objects(tree, verb)
    what = [*what, *(o for c in tree.children(verb, "xcomp", "ccomp") for o in objects(tree, c))]
    near = tree.words[verb.i + 1 : verb.i + _NEAR] if not passive(tree, verb) else []
    things = {w.lower for w in [*what, *near] if w is not None and w.mention is None}
    rule = ""
    if verb.lower in _ENDING and _ends(tree, verb, things):
        rule = "strife-ended"
    elif (verb.lower in _FIXING and things & _BORDERS and not tree.children(verb, "neg")) or (
        verb.lower in _DIVIDING and any(p.lower == "them" for p in after(tree, verb, "between", "among"))
    ):
        rule = "border-fixed"
    elif _penned(tree, verb):
        rule = "pen-stroke"
    elif verb.lower in ("shook", "shake", "shaken") and _on_it(tree, verb):
        rule = "shook-on"
    elif _came_out_with(tree, verb):
        rule = "sign-verb"
    aim = verb.dep in ("advcl", "acl") and "to" in helpers(tree, verb)  # "dined to settle the dispute"
    if rule and not aim:
        sides = _doers(tree, talk, verb)
        if two_states(sides) and (len(named(sides)) >= 2 or nearest_date(tree, verb) is not None):
            yield Draft("agreement", sides, verb, tree, rule)


def _came_out_with(tree: Tree, verb: Word) -> bool:
    """ "came out with an eleven-point declaration", "walked away with a deal", "parted with an agreement to talk"."""
    out = verb.lower in _COMING_OUT and any(
        w.lower in ("out", "away") for w in tree.children(verb, "prt", "advmod")
    )
    brought = after(tree, verb, "with") if out or verb.lower in _PARTING else []
    return any(lookup(p.lower, "noun").keys() & {"pact", "paper"} and _new(tree, p) for p in brought)


def _new(tree: Tree, paper: Word) -> bool:
    """Whether a paper is one that the text has not named before: "*a* declaration", "eleven points"."""
    said = {w.lower for w in tree.children(paper, "det", "nummod", "neg")}
    return bool(said & {"a", "an", "two", "three", "four", "several"}) and "no" not in said


def _ends(tree: Tree, verb: Word, things: set[str]) -> bool:
    """Whether strife is ended: "declared the war over", "put their quarrel behind them", "drew a line under it"."""
    if not things & _STRIFE:
        under = {w.lower for w in after(tree, verb, "under", "on")}
        return bool(things & {"line", "page"} and under & _STRIFE) or (
            "end" in things
            and any(w.lower in _STRIFE for o in [verb, *objects(tree, verb)] for w in after(tree, o, "to"))
        )
    if things & _STRIFE <= _DEALS:
        return verb.lower in ("closed", "close", "closing")
    return verb.lower not in _NEEDY or bool({w.lower for w in tree.subtree(verb)} & _OVER)


def _penned(tree: Tree, verb: Word) -> bool:
    """ "with two strokes of the pen", "at the stroke of a pen"."""
    return not tree.vocabulary.isdisjoint(_STROKES) and any(
        w.lower in _STROKES and any(p.lower in ("pen", "pens") for p in after(tree, w, "of"))
        for w in clause_words(tree, verb)
    )


def _on_it(tree: Tree, verb: Word) -> bool:
    """ "shook on it", "shook hands on a truce"."""
    hands = [o for o in objects(tree, verb) if o.lower in ("hands", "hand")]
    return any(
        p.lower in ("it", "that", "this", "deal", "bargain", "agreement", "terms", "price", "truce", "draft")
        for w in [verb, *hands]
        for p in after(tree, w, "on", "over")
    )


def _doers(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    if passive(tree, verb):
        between = [
            p for w in clause_words(tree, verb) if w.lower == "between" for p in tree.children(w, "pobj")
        ]
        who = [*agents(tree, verb), *after(tree, verb, "by"), *between]
        return unique(s for w in who for s in talk.sides(tree, w))
    sides = talk.doers(tree, verb)
    barred = named(sides)
    near = [*after(tree, verb, "with"), *(p for o in objects(tree, verb) for p in after(tree, o, "with"))]
    return unique([*sides, *(s for p in near for s in talk.sides(tree, p, barred))])
