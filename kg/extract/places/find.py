"""Where: the places that a sentence names, with their states."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from kg.extract.places.villages import NO_TOWNS, villages
from kg.reference import contextual, gazetteer, parties, party, scan, senses
from kg.reference.records import Sense

TOWN = 100_000  # people
CITY = 3  # the grade of a city or a venue
_LARGE = frozenset({"US", "GB", "PH"})  # whose smaller towns bear every English name: Justice, Summit, Street
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
_AIRPORT = re.compile(r"\s(?!International)[A-Z][\w'’-]+\s(?:International\s)?[Aa]ir(?:port|base)\b")
_DIRECTION = re.compile(r"\bthe (?:North|South)\b(?! [A-Z])")  # "his journey to the North"

# "met in Nice", "at talks in Paro": what stands behind such a word, up to three words with a capital.
_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside)\s+(?P<name>[A-Z][^\W\d_]+(?:[ -](?:(?:de|da|do|del|la|al|el)[ -])?[A-Z][^\W\d_]+){0,2})"
    r"(?!['’-]|\s+[A-Z])"
)


def find_places(text: str, start: int, end: int, codes: Collection[str]) -> list[PlacePhrase]:
    """The places named in `text[start:end]`, in order; `codes` are the states the article speaks of.

    >>> [(p.name, p.country) for p in find_places("They met in Yokosuka and in the Chinese capital.", 0, 48, {"JP"})]
    [('Yokosuka', 'JP'), ('Beijing', 'CN')]
    """
    found = [
        p for p in (_phrase(text, s, e, options, codes) for s, e, options in scan(text, start, end)) if p
    ]
    for m in _CAPITAL.finditer(text, start, end):
        nation = [s.code for s in senses(m["whose"]) if s.kind == "demonym"]
        spoken = (c for c in nation if c in codes)  # "the Congolese capital", in a story about one of the two
        code = next(spoken, nation[0]) if nation else contextual(m["whose"], codes)
        if not code:
            continue
        capitals = party(code).capitals
        if capitals and not any(p.start < m.end() and m.start("what") < p.end for p in found):
            found.append(PlacePhrase(m.start("whose"), m.end(), capitals[0], code, 3))
    for m in _DIRECTION.finditer(text, start, end):
        code = contextual(m[0], codes)
        if code and not any(p.start < m.end() and m.start() < p.end for p in found):
            found.append(PlacePhrase(m.start(), m.end(), party(code).name, code, 1))
    for m in _IN.finditer(text, start, end):
        if not any(p.start < m.end("name") and m.start("name") < p.end for p in found):
            found += _town(text, m, codes)
    for village in villages(text, start, end):
        if not any(p.start < village[1] and village[0] < p.end for p in found):
            found.append(PlacePhrase(*village))
    found.sort(key=lambda p: p.start)
    return [a for a, b in zip_longest(found, found[1:]) if not _in_another(text, a, b)]


def _in_another(text: str, place: PlacePhrase, city: PlacePhrase | None) -> bool:
    """Whether a building that is known elsewhere stands in a city here: "UN headquarters *in Geneva*"."""
    if city is None or place.sense is None or place.sense.kind != "venue" or city.country == place.country:
        return False
    return city.grade == CITY and text[place.end : city.start] in (" in ", ", in ")


def _town(text: str, m: re.Match[str], codes: Collection[str]) -> list[PlacePhrase]:
    """A town whose name may be a word or is little known, in a state that the article speaks of: "in Nice"."""
    name = m["name"]
    if name in NO_TOWNS or re.search(rf"\b{name.lower()}\b", text):
        return []
    known = [s for code in sorted(codes) if (s := gazetteer(name, near=code)) is not None and s.code == code]
    known = [s for s in known if s.kind == "city" and (s.code not in _LARGE or s.population >= TOWN)]
    best = max(known, key=lambda s: s.population, default=None)
    return [PlacePhrase(m.start("name"), m.end("name"), name, best.code, 3, best)] if best is not None else []


_BEHIND = re.compile(
    r",\s+(?P<state>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)(?=[,.;)]|\s+(?:on|for|where|during|before|after|this|last|next|earlier|late)\b|$)"
)
_SMALL_TOWN = 20_000  # people


def _of_state(text: str, end: int) -> str | None:
    """The state or the state's part that stands behind a town: "Tripoli, *Lebanon*", "Birmingham, *Alabama*"."""
    m = _BEHIND.match(text, end)
    named = (
        next((s for s in senses(m["state"]) if s.kind in ("state", "region")), None)
        if m is not None
        else None
    )
    return named.code if named is not None else None


def _alone(text: str, start: int, places: Sequence[Sense]) -> bool:
    """Whether a town of middling size bears its name alone and stands behind "in": "in Rovaniemi"."""
    before = text[max(0, start - 9) : start].lower()
    one = len({s.code for s in places}) == 1 and places[0].code not in _LARGE
    return one and places[0].population >= _SMALL_TOWN and before.endswith((" in ", " near ", " outside "))


@cache
def _city_states() -> frozenset[str]:
    """States and territories that are one city: Singapore, Monaco."""
    return frozenset(code for code, party in parties().items() if party.name in party.capitals)


def _dwarfed(small: Sense, great: Sense) -> bool:
    """Whether a small town bears a great city's name: "Geneva" is in Switzerland, in a story about Americans too."""
    if small.kind != "city" or small.population >= TOWN or small.code == great.code:
        return False
    return great.kind == "capital" or (great.kind == "city" and great.population >= TOWN)


def _phrase(
    text: str, start: int, end: int, options: tuple[Sense, ...], codes: Collection[str]
) -> PlacePhrase | None:
    places = [s for s in options if s.kind in PLACE_KINDS and len(s.code) == 2]  # a body's organ lies nowhere
    if options[0].kind == "seat" and _SPEAKING.search(text, max(0, start - 40), start):
        return None
    if _AIRPORT.match(text, end):
        return None  # "Aden Adde Airport", in another state
    if not places or options[0].kind in ("demonym", "body", "body-adjective"):
        return None
    # A small town's name is more often something else, unless the article speaks of its state.
    said = _of_state(text, end)
    places = [
        s
        for s in places
        if s.kind != "city" or s.population >= TOWN or s.code in {*codes, said} or _alone(text, start, places)
    ]
    if not places:
        return None
    # Among places of one name, the one whose state stands behind it ("Tripoli, Lebanon"), else the one in a state that
    # the article speaks of; else the likeliest.
    spoken = (s for s in places if s.code in codes and not _dwarfed(s, places[0]))
    sense = next((s for s in places if s.code == said), next(spoken, places[0]))
    grade = 3 if sense.code in _city_states() else {"state": 1, "region": 2}.get(sense.kind, 3)
    return PlacePhrase(start, end, text[start:end], sense.code, grade, sense)
