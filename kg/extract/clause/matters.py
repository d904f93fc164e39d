"""Places that say where a matter lies, not where it is talked of: "their talks on the war in Syria"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.clause.topic import DISCUSSING, MATTERS, TALKS
from kg.extract.places.find import CITY
from kg.extract.sentence.grammar import is_noun, is_verb, objects
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.wordings import ABOUT

# What goes on in one town: "the siege of", "clashes in"; elsewhere they are only spoken of
_LOCAL = frozenset(
    "attack attacks bombing bombings violence fighting killing killings unrest shooting shootings siege clashes "
    "explosion explosions blast blasts protests protest riots offensive airstrike airstrikes strikes battle massacre "
    "earthquake flooding floods fire fires crash murder assault assaults shelling settlements housing".split()
)
_AFAR = _LOCAL | frozenset(
    "war wars crisis crises situation conflict conflicts crackdown ceasefire cease-fire truce coup election elections vote "
    "referendum developments process peace stability security tension tensions dispute standoff stand-off turmoil "
    "operation operations campaign troops forces action bloodshed genocide famine disaster outbreak epidemic uprising "
    "revolution transition rebels rebellion insurgency insurgents militants terrorism intervention involvement presence "
    "interests role reactor hostages prisoners detention reform reforms rights democracy economy investment investments "
    "markets projects hostilities hardship refugees militias fighters government bases base soldiers instability "
    "escalation de-escalation efforts progress catastrophe drawdown withdrawal counterterrorism".split()
)
# "her remarks on Kashmir", "a conference on Afghanistan"
_VIEWS = frozenset(
    "remark remarks view views position positions stance talks talk negotiations conference meeting summit policy "
    "statement statements report reports comment comments issue dispute differences resolution resolutions deal "
    "agreement discussion discussions consultations opinions opinion speech pressure sanctions forum session".split()
)


def of_matter(tree: Tree, prep: Word, place: Word) -> bool:
    """Whether a preposition hangs a place on what is spoken of: "the situation *in* Libya"."""
    noun = tree.head(prep)
    if noun is not None and prep.lower == "on" and noun.lower in _VIEWS:
        return True
    if place.place is None or prep.lower not in ("in", "near", "around", "inside"):
        return False
    if spoken_about(tree, prep):
        return True
    town = place.place.grade == CITY
    before = tree.words[prep.i - 1]  # wherever the parser hangs the preposition
    nouns = [w for w in (tree.head(prep), before) if w is not None and is_noun(w)]
    if any(w.lower in (_LOCAL if town else _AFAR) for w in nouns):
        return True
    # "discussed the opening of offices in Lima": nested, a town too; "discussed trade in Lima" says where
    return any(w.place is None and on_agenda(tree, w) and not (town and w.dep == "dobj") for w in nouns[-1:])


def spoken_about(tree: Tree, prep: Word) -> bool:
    """Whether a preposition stands in what is spoken of: "spoke, about the troops *in* Lima"."""
    for above in tree.ancestors(prep):
        if above.lower in ABOUT or is_verb(above):
            return not is_verb(above)
    return False


def on_agenda(tree: Tree, noun: Word, *, of: bool = False) -> bool:
    """Whether a noun stands in what is spoken of: "discussed *roads*", "talks on *roads*".

    With `of` the noun may be an encounter itself: "spoke on the agenda of the *summit*".
    """
    below = noun
    for above in [*([] if of else [noun]), *tree.ancestors(noun)]:
        if of and above.lower in _READYING:
            return True
        if is_verb(above):
            listed = below.dep in ("advcl", "appos", "conj") and is_noun(below) and below.i > above.i
            return above.lower in DISCUSSING and (below.dep == "dobj" or listed)  # "…, in particular roads"
        if above.lower in MATTERS:
            head = tree.head(above)
            return head is not None and head.lower in TALKS
        if lookup(above.lower, "noun").keys() & _OCCASIONS:
            return False
        below = above
    return False


_OCCASIONS = frozenset({"talk", "gathering", "call", "trip", "signing"})


_READYING = frozenset(
    "preparation preparations agenda outcome outcomes result results conclusions decisions follow-up implementation "
    "arrangements organisation organization".split()
)


def only_prepared(tree: Tree, verb: Word, path: Sequence[Word]) -> bool:
    """Whether an encounter is what others speak of: "discussed the agenda of the summit", "talks on its outcome".

    `path` are the words between the noun of the encounter and the verb.
    """
    if not any(w.lower in _READYING for w in path):
        return False
    return verb.lower in DISCUSSING or any(
        "talk" in lookup(w.lower, "noun") for w in [*path, *objects(tree, verb)]
    )
