"""CAMEO and PLOVER codes, and codes and names of states, as our own kinds and codes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kg.model import Capacity, Kind, Mode, Status

# CAMEO: kind, status, mode, and what the source and the target of the event do in it. Codes of which the
# last digits say more (0311) count as what they begin with; what is not here is no event of ours.
CAMEO: dict[str, tuple[str, Kind, Status, Mode, Capacity, Capacity]] = {
    "036": ("Express intent to meet or negotiate", "meeting", "planned", "in-person", "participant", "participant"),
    "040": ("Consult", "meeting", "held", "in-person", "participant", "participant"),
    "041": ("Discuss by telephone", "call", "held", "phone", "participant", "participant"),
    "042": ("Make a visit", "visit", "held", "in-person", "visitor", "host"),
    "043": ("Host a visit", "visit", "held", "in-person", "host", "visitor"),
    "044": ("Meet at a third location", "meeting", "held", "in-person", "participant", "participant"),
    "045": ("Engage in mediation", "meeting", "held", "third-party", "mediator", "participant"),
    "046": ("Engage in negotiation", "meeting", "held", "in-person", "participant", "participant"),
    "057": ("Sign formal agreement", "agreement", "held", "in-person", "signatory", "signatory"),
}  # fmt: skip
# PLOVER: event type and mode.
PLOVER: dict[tuple[str, str], tuple[Kind, Mode, Capacity, Capacity]] = {
    ("CONSULT", ""): ("meeting", "in-person", "participant", "participant"),
    ("CONSULT", "visit"): ("visit", "in-person", "visitor", "host"),
    ("CONSULT", "phone"): ("call", "phone", "participant", "participant"),
    ("CONSULT", "multilateral"): ("meeting", "multilateral", "participant", "participant"),
    ("CONSULT", "third-party"): ("meeting", "third-party", "mediator", "participant"),
    ("AGREE", "formal"): ("agreement", "in-person", "signatory", "signatory"),
}


@cache
def alpha_3() -> dict[str, str]:
    """ISO alpha-3 and CAMEO's own codes of states → alpha-2.

    >>> alpha_3()["JPN"], alpha_3()["KSV"]
    ('JP', 'XK')
    """
    text = (files("kg.structured") / "alpha3.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith(("#", "code\t"))]
    return {row[0]: row[1] for row in rows}


def country_of(text: str | None) -> str | None:
    """The party that a code or name in a cell means; None for what is none.

    >>> country_of("JPN"), country_of("jp"), country_of("South Korea"), country_of("European Union"), country_of("Turku")
    ('JP', 'JP', 'KR', 'EU', None)
    """
    from kg.reference import parties, senses

    word = (text or "").strip()
    if not word:
        return None
    if word.upper() in alpha_3():
        return alpha_3()[word.upper()]
    if word.upper() in parties():
        return word.upper()
    for sense in senses(word):
        if sense.kind in ("state", "body"):
            return sense.code
    return None
