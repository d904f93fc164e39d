"""Whose "*its* foreign ministers" and "*the bloc's* leaders" are: those of the body spoken of last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.vocab import BODIES

if TYPE_CHECKING:
    from kg.extract.whom.discourse import Discourse

_BLOCS = frozenset(
    "bloc alliance union grouping organisation organization community club body forum group pact cartel".split()
)
_OTHERS = frozenset("country nation state government region continent world party parliament army".split())


def of_a_body(talk: Discourse, tree: Tree, word: Word) -> list[Side] | None:
    """Whose "*its* foreign ministers" and "*the bloc's* leaders" are: the body spoken of last.

    Nobody's whom we know where another noun owns them ("the region's leaders"); None where no such word does.
    """
    if word.tag not in ("NNS", "NNPS"):
        return None
    for owner in tree.children(word, "poss"):
        if owner.lower in ("its", "whose"):
            parties = [w.mention for w in tree.words[: owner.i] if w.mention and w.mention.kind == "party"]
            return _standing_for([m.country for m in parties[-1:] if m.country], word)
        if owner.lower in _BLOCS and owner.tag == "NN" and not _named(owner):
            told = [m.country for m in talk.cast.mentions if m.start < word.start and m.country in BODIES]
            return _standing_for([c for c in told[-1:] if c], word)
        if owner.lower in _OTHERS and owner.tag == "NN" and not _named(owner):
            return []
    return None


def _named(word: Word) -> bool:
    return word.mention is not None and word.mention.country is not None


def _standing_for(countries: list[str], word: Word) -> list[Side]:
    return [Side(None, c, word.start, word.end) for c in countries if c in BODIES]
