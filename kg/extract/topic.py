"""What talks are about, where the text says so in a short phrase."""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.grammar import is_verb, objects, verb_above
from kg.extract.tree import Tree, Word

_ABOUT = frozenset({"on", "about", "over", "concerning", "regarding"})
_DISCUSS = frozenset(
    "discuss discussed discussing discusses debate debated review reviewed reviewing address addressed".split()
)
_SHORTEST, _LONGEST = 4, 80  # characters: less says nothing, more is no phrase


def topic(draft: Draft) -> tuple[int, int] | None:
    """The offsets of the phrase that tells the subject of the talks."""
    tree, trigger = draft.tree, draft.trigger
    if draft.kind not in ("meeting", "call"):
        return None
    verb = trigger if is_verb(trigger) else verb_above(tree, trigger)
    near = [trigger, *([verb] if verb is not None else [])]
    for word in near:
        for prep in tree.children(word, "prep"):
            if prep.lower in _ABOUT and (span := _phrase(tree, tree.children(prep, "pobj"))):
                return span
    for word in [
        w
        for w in tree
        if w.lower in _DISCUSS and (w.head == w.i or w in near or w.head in {n.i for n in near})
    ]:
        if span := _phrase(tree, objects(tree, word)):
            return span
    return None


def _phrase(tree: Tree, heads: list[Word]) -> tuple[int, int] | None:
    for head in heads:
        below = tree.subtree(head)
        if (
            any(w.date is not None or w.place is head.place is not None for w in (head,))
            or head.mention is not None
        ):
            continue
        stop = next(
            (
                w.i
                for w in below
                if w.i > head.i and (w.dep in ("relcl", "advcl") or w.text in (",", ";", "-", "–"))
            ),
            None,
        )
        words = [w for w in below if stop is None or w.i < stop]
        start, end = min(w.start for w in words), max(w.end for w in words)
        if _SHORTEST <= end - start <= _LONGEST:
            return start, end
    return None
