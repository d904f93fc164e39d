"""Type codes of events: PLOVER and CAMEO, with the names that the two schemes give them."""

from __future__ import annotations

from kg import vocab
from kg.model import Event

# CAMEO's top-level and second-level names for what we tell apart.
NAMES: dict[str, str] = {
    "CONSULT": "Consult",
    "AGREE": "Agree",
    "030": "Express intent to cooperate",
    "036": "Express intent to meet or negotiate",
    "040": "Consult",
    "041": "Discuss by telephone",
    "042": "Make a visit",
    "043": "Host a visit",
    "044": "Meet at a third location",
    "045": "Mediate",
    "046": "Engage in negotiation",
    "057": "Sign formal agreement",
}
INTENDED = frozenset({"planned", "proposed"})


def plover_code(event: Event) -> str:
    """The PLOVER event type."""
    return vocab.PLOVER[event.kind]


def cameo_code(event: Event) -> str:
    """The CAMEO code that fits best.

    What is only planned is an intention (036, for agreements 030); a mediator makes it 045; a meeting in
    a state that is no party to it is 044.
    """
    if event.status in INTENDED:
        return "030" if event.kind == "agreement" else "036"
    if any(part.capacity == "mediator" for part in event.participations):
        return "045"
    if event.kind != "meeting":
        return vocab.CAMEO[event.kind]
    where = event.place.country if event.place else None
    elsewhere = where is not None and where not in event.countries and len(event.countries) > 1
    return "044" if elsewhere and event.mode == "in-person" else vocab.CAMEO["meeting"]
