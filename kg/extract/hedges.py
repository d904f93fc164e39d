"""Wordings that colour a clause: "no longer", "said that it had been set", "is due on Monday to"."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.tree import Tree, Word


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


_RANKS = frozenset("first last only latest second third".split())


def ranked(tree: Tree, word: Word) -> bool:
    """ "the highest Kenyan official to come": whoever it is said of."""
    ranks = tree.children(word, "amod")
    return any(w.tag == "JJS" or w.lower in _RANKS for w in ranks) and bool(
        tree.children(word, "relcl", "acl")
    )
