"""Who came first: "the first leader she met was X", "her first call was to Y", "the last to ring him was Z"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clause.hedges import RANKS
from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import BE, after, helpers, is_noun, objects, subject
from kg.extract.sentence.line import line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.company import abroad, named
from kg.extract.whom.discourse import Discourse
from kg.model import Kind, Mode

_RANKS = RANKS | {"next", "final"}


def firsts(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The encounter that a form of "be" tells of by saying with whom somebody's first one was."""
    if verb.lower not in BE or tree.vocabulary.isdisjoint(_RANKS):
        return
    noun = next((w for w in tree.words[: verb.i] if _ranked(tree, w)), None)
    if noun is None or not any(w.head == verb.i for w in (noun, *tree.ancestors(noun))):
        return
    mode: Mode | None = None
    one: list[Side] = []
    others: list[Side] = []
    if lookup(noun.lower, "noun").keys() & {"call", "talk"}:
        mode = line(tree, noun) or ("phone" if "call" in lookup(noun.lower, "noun") else None)
        one = _owner(tree, talk, noun)
        others = [s for p in after(tree, verb, "to", "with", "from") for s in talk.sides(tree, p, named(one))]
    else:
        for met in tree.children(noun, "relcl"):
            classes = lookup(met.lower, "verb")
            if not classes.keys() & {"face", "phone"}:
                continue
            mode = line(tree, met) or ("phone" if "phone" in classes else None)
            near = objects(tree, met) if "to" in helpers(tree, met) else tree.children(met, "nsubj")
            one = [s for w in near for s in talk.sides(tree, w)]
            others = [s for a in tree.children(verb, "attr") for s in talk.sides(tree, a, named(one))]
    if named(one) and named(others) and abroad(one, others):
        kind: Kind = "call" if mode else "meeting"
        yield Draft(kind, unique([*one, *others]), verb, tree, "first-was", mode=mode or "in-person")


def _ranked(tree: Tree, word: Word) -> bool:
    return is_noun(word) and any(c.lower in _RANKS for c in tree.children(word, "amod"))


def _owner(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """Whose call it was: "*her* first call", "the first call *she* made"."""
    near = tree.children(noun, "poss", "appos")
    near += [w for v in tree.children(noun, "relcl") if (w := subject(tree, v)) is not None]
    return [s for w in near for s in talk.sides(tree, w) if s.official is not None]
