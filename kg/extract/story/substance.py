"""What of the tellings is an event at all: of two states, and of an occasion."""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.triggers import lookup


def international(d: Draft) -> bool:
    return len(d.countries) >= 2 or (
        d.gathering and bool(d.place) and d.place is not None and d.place.country not in d.countries
    )


def concrete(d: Draft) -> bool:
    """Whether a telling speaks of an occasion: two named people, or a day, or a place, or a firm verb."""
    if (
        d.kind == "visit"
        or d.rule in ("signed-there", "signing-noun")
        or len(d.officials) >= 2
        or d.date is not None
        or d.place is not None
        or (d.officials and _definite(d))
    ):
        return True
    if d.rule == "sign-verb" and d.trigger.tag == "VBD" and d.kind == "agreement":
        return True
    if d.rule == "side-verb" and d.officials and lookup(d.trigger.lower, "verb").get("face") == "meet":
        return True
    return bool(d.officials) and d.rule in ("face-verb", "phone-verb", "call-on", "sign-verb", "spent-time")


def _definite(d: Draft) -> bool:
    """Whether the noun speaks of one occasion: "a lunch with EU ministers", not "talks with Iran"."""
    own = d.tree.children(d.trigger, "det", "poss", "nummod")
    lasting = d.trigger.lower in _LASTING  # "the mediation of X", "his dialogue with Y"
    return d.rule == "talk-noun" and d.status == "held" and bool(own) and not lasting


_LASTING = frozenset({"dialogue", "dialog", "mediation"})
