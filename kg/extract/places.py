"""Where: the places that a sentence names, with their states."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from kg.reference import contextual, party, scan, senses
from kg.reference.records import Sense

_TOWN = 100_000  # people
PLACE_KINDS = ("capital", "city", "region", "venue", "state", "seat")


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """`text[start:end]` names a place. `name` is how to write it, `country` its state's code.

    `grade` orders by precision: 3 a city or venue, 2 a region, 1 a whole state.
    """

    start: int
    end: int
    name: str
    country: str
    grade: int
    sense: Sense | None = None


# the words between must not begin another phrase: "the text in the Zambian capital"
_WORD = r"(?!(?:the|its|their|a|an|in|of|to|at|on|for|from|and|by|with)\b)[\w.'’-]+"
_CAPITAL = re.compile(
    rf"\b(?:the|its|their)\s+(?P<whose>{_WORD}(?:\s+{_WORD}){{0,3}}?)\s+(?P<what>capital)\b"
)

_SPEAKING = re.compile(
    r"(?:ccording to|statement (?:from|by)) (?:the |a )?(?:[\w.’']+ ){0,2}$"
)  # a ministry that says so
_DIRECTION = re.compile(r"\bthe (?:North|South)\b(?! [A-Z])")  # "his journey to the North"


def find_places(text: str, start: int, end: int, codes: Collection[str]) -> list[PlacePhrase]:
    """The places named in `text[start:end]`, in order; `codes` are the states the article speaks of.

    >>> [(p.name, p.country) for p in find_places("They met in Yokosuka and in the Chinese capital.", 0, 48, {"JP"})]
    [('Yokosuka', 'JP'), ('Beijing', 'CN')]
    """
    found = [
        p for p in (_phrase(text, s, e, options, codes) for s, e, options in scan(text, start, end)) if p
    ]
    for m in _CAPITAL.finditer(text, start, end):
        nation = [s for s in senses(m["whose"]) if s.kind == "demonym"]
        code = nation[0].code if nation else contextual(m["whose"], codes)
        if not code:
            continue
        capitals = party(code).capitals
        if capitals and not any(p.start < m.end() and m.start("what") < p.end for p in found):
            found.append(PlacePhrase(m.start("whose"), m.end(), capitals[0], code, 3))
    for m in _DIRECTION.finditer(text, start, end):
        code = contextual(m[0], codes)
        if code and not any(p.start < m.end() and m.start() < p.end for p in found):
            found.append(PlacePhrase(m.start(), m.end(), party(code).name, code, 1))
    return sorted(found, key=lambda p: p.start)


def _phrase(
    text: str, start: int, end: int, options: tuple[Sense, ...], codes: Collection[str]
) -> PlacePhrase | None:
    places = [s for s in options if s.kind in PLACE_KINDS]
    if options[0].kind == "seat" and _SPEAKING.search(text, max(0, start - 40), start):
        return None
    if not places or options[0].kind in ("demonym", "body", "body-adjective"):
        return None
    # A small town's name is more often something else, unless the article speaks of its state.
    places = [s for s in places if s.kind != "city" or s.population >= _TOWN or s.code in codes]
    if not places:
        return None
    # Among places of one name, the one in a state that the article speaks of; else the likeliest.
    sense = next((s for s in places if s.code in codes), places[0])
    grade = {"state": 1, "region": 2}.get(sense.kind, 3)
    return PlacePhrase(start, end, text[start:end], sense.code, grade, sense)
