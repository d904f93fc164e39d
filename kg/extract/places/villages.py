"""Towns that no table has, placed by the words beside them: "the Norwegian resort of Skei", "Kruen, Germany"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.reference import party, senses

Village = tuple[int, int, str, str, int]
"""Where a place is named, its name, its state, and how precise it is (3 a town, 1 a whole state)."""

_TOWN, _STATE = 3, 1

_LINK = r"(?:de|da|do|del|la|al|el)[ -]"
_NAME = rf"(?P<name>[A-Z][^\W\d_]+(?:[ -](?:{_LINK})?[A-Z][^\W\d_]+){{0,2}})"
_KIND = r"(?:town|city|village|resort|port|hamlet|island|spa|settlement|outpost|enclave|oasis|retreat)"
_PROPER = r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)?"

# "in Kruen, Germany, on Sunday"
_OF_STATE = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]t)\s+{_NAME},\s+"
    r"(?P<state>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)(?=[,.;)]|\s+(?:on|for|where|during|before|after|this|last|next|earlier|late)\b)"
)
# "SKEI, Norway (Agency) - "
_DATELINE = re.compile(
    rf"^(?P<name>[A-Z][A-Z' -]{{2,30}}), (?P<state>{_PROPER})(?=,| \(| ?[-–—])", re.MULTILINE
)
# "the southern Norwegian mountain village of Skei", "the Norwegian resort, Skei"
_OF_PEOPLE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?)\s+(?:[a-z-]+\s+){{0,2}}(?P<people>{_PROPER})\s+(?:[\w-]+\s+){{0,3}}?{_KIND}(?:\s+of|,)?\s+{_NAME}"
)
# "in Skei, a village in northern Norway", "at Skei, the Norwegian resort"
_BESIDE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Tt]o)\s+{_NAME},\s+(?:an?|the)\s+(?P<what>[^,.;]{{0,40}}?\b{_KIND}\b[^,.;]{{0,40}})"
)
# "the island of Skei, off the Norwegian coast"
_OFFSHORE = re.compile(rf"\b{_NAME},\s+off\s+the\s+(?:[a-z-]+\s+)?(?P<people>{_PROPER})\s+coast\b")
# "on the Norwegian side of the border"
_SIDE = re.compile(
    rf"\b[Oo]n\s+the\s+(?P<people>{_PROPER})\s+side\s+of\s+the\s+(?:\w+\s+)?(?:border|frontier|line|river|lake)\b"
)
_WORDS = re.compile(_PROPER)

# Names of towns that nearly always mean something else, behind "in" too.
NO_TOWNS = frozenset(
    "March April May June August Commonwealth Union Metro Asia Republic Independence General".split()
)
_NOT_THERE = NO_TOWNS | frozenset(
    "Congress Parliament Senate Cabinet Moreover Turn Response January February October November December September July "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Europe Africa America".split()
)


def villages(text: str, start: int, end: int) -> list[Village]:
    """The towns that only the words beside them place, wherever `text[start:end]` names them.

    >>> text = "They met in the Norwegian resort of Skei. In Skei it rained."
    >>> [(text[s:e], code) for s, e, _, code, _ in villages(text, 0, len(text))]
    [('Skei', 'NO'), ('Skei', 'NO')]
    """
    told = [v for v in _told(text, start, end) if not set(v[2].split()) & _NOT_THERE]
    known = {name: (state, grade) for _, _, name, state, grade in told if grade == _TOWN}
    taken = {v[0] for v in told}
    for name, (state, grade) in known.items():
        again = re.compile(
            rf"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Oo]utside|[Ll]eft)\s+(?P<name>{re.escape(name)})(?!\w|['’-])"
        )
        for m in again.finditer(text, start, end):
            if m.start("name") not in taken:
                told.append((m.start("name"), m.end("name"), name, state, grade))
    return told


def _told(text: str, start: int, end: int) -> Iterator[Village]:
    """Those that stand beside the name of a state or of its people."""
    for pattern in (_OF_STATE, _DATELINE):
        for m in pattern.finditer(text, start, end):
            state = next((s.code for s in senses(m["state"]) if s.kind == "state"), None)
            if state is not None:
                name = m["name"].title() if pattern is _DATELINE else m["name"]
                yield m.start("name"), m.end("name"), name, state, _TOWN
    for pattern in (_OF_PEOPLE, _OFFSHORE):
        for m in pattern.finditer(text, start, end):
            state = _state(m["people"], "demonym")
            if state is not None:
                yield m.start("name"), m.end("name"), m["name"], state, _TOWN
    for m in _SIDE.finditer(text, start, end):
        state = _state(m["people"], "demonym")
        if state is not None:
            yield m.start("people"), m.end(), party(state).name, state, _STATE
    for m in _BESIDE.finditer(text, start, end):
        states = (s for w in _WORDS.findall(m["what"]) if (s := _state(w, "demonym", "state")) is not None)
        state = next(states, None)
        if state is not None:
            yield m.start("name"), m.end("name"), m["name"], state, _TOWN


def _state(words: str, *kinds: str) -> str | None:
    """The state that a name, or its last word, stands for."""
    for name in (words, words.rsplit(maxsplit=1)[-1]):
        for s in senses(name):
            if s.kind in kinds and len(s.code) == 2:
                return s.code
    return None
