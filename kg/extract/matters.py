"""Places that say where a matter lies, not where it is talked of: "their talks on the war in Syria"."""

from __future__ import annotations

from kg.extract.tree import Tree, Word

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
_CITY = 3  # grade of a place


def of_matter(tree: Tree, prep: Word, place: Word) -> bool:
    """Whether a preposition hangs a place on what is spoken of: "the situation *in* Libya"."""
    noun = tree.head(prep)
    if noun is None or place.place is None or prep.lower not in ("in", "near", "around", "inside"):
        return False
    return noun.lower in (_LOCAL if place.place.grade == _CITY else _AFAR)
