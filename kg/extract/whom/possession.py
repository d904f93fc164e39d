"""Whose talks or journey it is, by the word that owns the noun: "*their* summit", "*X's* visit"."""

from __future__ import annotations

from kg.extract.sentence.grammar import after, clause, objects, subject, verb_above
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.company import abroad, named
from kg.extract.whom.discourse import Discourse


def possessor(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    """Those whom a possessive stands for."""
    if word.lower == "their":
        if _of_the_public(tree, word):
            return []
        return _pair(tree, talk, word) or talk.they(tree, word) or _with_a_train(tree, talk, word)
    return talk.sides(tree, word)


def _pair(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    """ "told W what she discussed with X at *their* summit": hers and X's."""
    verb = clause(tree, word)
    partners = after(tree, verb, "with")
    if verb.dep not in ("ccomp", "relcl", "advcl", "pcomp") or not partners:
        return []
    doers = talk.sides(tree, subject(tree, verb))
    others = [s for p in partners for s in talk.sides(tree, p, named(doers))]
    both = named(doers) and named(others) and abroad(doers, others)
    return unique([*doers, *others]) if both else []


def _with_a_train(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    """ "X and his entourage landed, ending *their* tour of Y": X's."""
    verb = clause(tree, word)
    who = subject(tree, verb) or next((s for a in tree.ancestors(verb) if (s := subject(tree, a))), None)
    if who is None or not any(c.lower in _TRAIN for c in tree.children(who, "conj")):
        return []
    return [s for s in talk.sides(tree, who) if s.official is not None]


_TRAIN = frozenset(
    "entourage delegation team aides wife husband spouse party officials ministers staff".split()
)


def guest_welcomed(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """ "thanked them for *welcoming* X during his visit": X's."""
    prep = tree.head(noun)
    verb = tree.head(prep) if prep is not None and prep.lower == "during" else None
    if verb is None or not verb.lower.startswith(("welcom", "receiv", "host", "greet")):
        return []
    guests = [s for o in objects(tree, verb) for s in talk.sides(tree, o) if s.official is not None]
    return guests if len(guests) == 1 else []


def _of_the_public(tree: Tree, word: Word) -> bool:
    """ "advised citizens to put off *their* trips": those of people who hold no post."""
    verb = clause(tree, word)
    above = tree.head(verb)
    near = [*tree.children(verb, "nsubj"), *(tree.children(above, "dobj") if above is not None else [])]
    return any(w.lower in _PUBLIC and w.i < word.i for w in near)


_PUBLIC = frozenset(
    "citizens nationals people residents tourists travellers travelers companies firms businesses students workers voters "
    "refugees migrants families soldiers troops journalists reporters athletes".split()
)
_INCLUDING = frozenset(
    "include includes included including feature features featured comprise comprised involve involves involved".split()
)


def travellers(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """Whose journey takes something in: "his visit will include talks with X", "*the visit* would have included talks"."""
    noun = subject(tree, verb)
    takes_in = lookup(verb.lower, "verb").get("light") == "take" and any(
        p.lower == "in" for p in tree.children(verb, "prt")
    )
    if noun is not None and verb.dep == "relcl" and noun.lower in ("that", "which"):
        noun = tree.head(verb)
    if not (takes_in or verb.lower in _INCLUDING) or noun is None or "trip" not in lookup(noun.lower, "noun"):
        return []
    own = [s for c in tree.children(noun, "poss") for s in possessor(tree, talk, c)]
    own = own or [s for p in after(tree, noun, "by") for s in talk.sides(tree, p)]
    known = any(d.lower in ("the", "this") for d in tree.children(noun, "det"))
    above = verb_above(tree, noun) if verb.dep == "relcl" and not own else None
    if above is not None:
        return talk.doers(tree, above)  # "went to Riga for a stop that took in talks with X"
    return own or (list(talk.journeys[-1][0]) if known and talk.journeys else [])
