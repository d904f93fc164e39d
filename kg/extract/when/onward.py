"""What is done afterwards: "will see him *before leaving for Lima on Friday*", "met her *and then flew on to Oslo*"."""

from __future__ import annotations

from kg.extract.sentence.grammar import clause, is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup

_NEXT = frozenset({"then", "afterwards", "afterward", "thereafter", "subsequently"})


def onward(tree: Tree, word: Word, trigger: Word) -> bool:
    """Whether a word stands in a clause of what is done after a trigger."""
    for w in [word, *tree.ancestors(word)]:
        if not is_verb(w):
            continue
        above = tree.head(w)
        before = above is not None and above.lower == "before" and w.dep == "pcomp"
        before = before or any(c.lower == "before" for c in tree.children(w, "mark"))
        then = (
            w.dep == "conj" and w.i > trigger.i and any(c.lower in _NEXT for c in tree.children(w, "advmod"))
        )
        if before or then:
            return trigger not in tree.subtree(w)
    return False


def of_what_follows(tree: Tree, dated: Word, trigger: Word) -> bool:
    """ "In Riga to see X ahead of an EU summit *next month*": right behind what comes after the event, its own day."""
    if dated.date is None or dated.date.form in ("weekday", "relday") or dated.dep == "pobj":
        return False
    first = next(w for w in tree if w.date is dated.date)
    noun = tree.words[first.i - 1] if first.i else first
    if not is_noun(noun):
        return False
    for above in tree.ancestors(noun):
        if is_verb(above):
            return False
        if above.lower in ("ahead", "before"):
            return trigger not in tree.subtree(above)
    return False


def stay_of(tree: Tree, trigger: Word) -> Word | None:
    """The noun of the journey on which something is done: "left after a *visit* during which he met her"."""
    verb = clause(tree, trigger)
    journey = tree.head(verb)
    led = any(p.lower == "during" for p in tree.children(verb, "prep")) and verb.dep == "relcl"
    return journey if led and journey is not None and "trip" in lookup(journey.lower, "noun") else None
