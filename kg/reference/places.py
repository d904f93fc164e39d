"""The gazetteer: the best place for a name."""

from __future__ import annotations

from kg.reference.records import Sense
from kg.reference.surfaces import index, towns
from kg.reference.text import key_of

# A seat of government is a place as well ("at the Kremlin"): the last choice, placed at the capital.
_PLACES = ("state", "capital", "city", "region", "venue")


def _candidates(name: str) -> list[Sense]:
    senses = index().senses(key_of(name))
    places = [sense for sense in senses if sense.kind in _PLACES]
    return places or [sense for sense in senses if sense.kind == "seat"]


def gazetteer(name: str, *, near: str | None = None) -> Sense | None:
    """The place that a name most likely means, or None. `near` is the code of the state that it lies in as
    far as the article tells: a place there comes before any larger one elsewhere.

    Unlike `senses`, it knows names that are words as well ("Nice", "Reading"): ask it about what the
    text uses as a place. "Paris, Texas" is looked up as Paris in the state that Texas lies in.

    >>> place = gazetteer("Georgetown", near="GY")
    >>> place.code, place.kind
    ('GY', 'capital')
    """
    found = _candidates(name)
    if not found and "(" in name:  # "demilitarized zone (DMZ)"
        found = _candidates(name.partition("(")[0].strip())
    if not found and "," in name:
        head, _, tail = name.partition(",")
        around = _candidates(tail.strip())
        found = _candidates(head.strip())
        near = around[0].code if around else near
    for sense in found:
        if near is None or sense.code == near:
            return sense
    return _town(name, near) or (found[0] if found else None)


def _town(name: str, near: str | None) -> Sense | None:
    """A place too small for the other tables: in that state, or anywhere when none is given."""
    found = towns().senses(key_of(name.partition(",")[0].strip()))
    return next((sense for sense in found if near is None or sense.code == near), None)
