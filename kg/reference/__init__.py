"""States, inter-governmental bodies and places: what a name in an article can mean.

Tables are text files beside this module (`tables/` by hand, `generated/` by `kg/reference/build.py`),
read when they are first needed. `NOTICE` says where their contents come from.

>>> [sense.name for sense in senses("Burma")]
['Myanmar']
"""

from __future__ import annotations

from kg.reference.context import contextual
from kg.reference.leaders import known_party
from kg.reference.parties import parties, party
from kg.reference.places import gazetteer
from kg.reference.records import Party, Sense, SenseKind
from kg.reference.scanning import scan
from kg.reference.surfaces import senses

__all__ = [
    "Party",
    "Sense",
    "SenseKind",
    "contextual",
    "gazetteer",
    "known_party",
    "parties",
    "party",
    "scan",
    "senses",
]
