"""What a title phrase says: the office, its holder's state, and the wording."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from kg.extract.officials.lexicon import Office, find, word_class
from kg.extract.officials.states import StateRef
from kg.extract.officials.tokens import Tokens

# Offices of those who are sent, by a state or by a body
SENT = frozenset({"envoy", "mediator", "representative", "negotiator"})


@dataclass(slots=True)
class Title:
    """One title phrase. `start`/`end` are words (determiner and state included), `head` the office's
    first word. `states` are the states or bodies it belongs to, `destination` where it is accredited,
    `possessor` the word that owns it ("Trump" in "Trump's envoy", "his")."""

    start: int
    end: int
    head: int
    office: Office
    plural: bool
    role: str = ""
    determiner: str = ""
    states: list[StateRef] = field(default_factory=list)
    destination: StateRef | None = None
    possessor: int | None = None
    former: bool = False
    acting: bool = False
    organisation: str = ""  # "gov", "civil", "party" or "": what its organisation is
    unknown_prefix: bool = False  # a proper name stands before it ("Toyota president")
    subnational: bool = False
    portfolio: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()  # words of an organisation that is not parsed ("of the car maker X")
    anaphor: str = ""  # "bloc" in "the bloc's envoy", "country" in "the country's president"
    nested: Office | None = None  # the office it serves ("adviser to the President")
    person: int | None = None  # for a mention of somebody known; set later

    @property
    def level(self) -> str:
        """The office's level, corrected by the organisation."""
        level = self.office.level
        if self.subnational and level in ("official", "spokes", "adviser", "leader", "chair"):
            return "governor"
        if level == "chair":
            of_company = self.unknown_prefix and not self.states and self.office.id == "chairperson"
            other = "civil" if of_company else "chair"  # "De Beers chairman X"
            return {"gov": "official", "civil": "civil", "party": "party"}.get(self.organisation, other)
        if level in ("official", "spokes", "adviser", "leader", "commissioner") and self.organisation in (
            "civil",
            "party",
        ):
            return self.organisation
        if level == "governor" and self.organisation == "bank":
            return "official"
        if self.office.id == "representative-plain" and self.states and self.states[0].code != "US":
            return "official"  # "Fiji's representative": an envoy, and no congressman
        if level == "official" and self.unknown_prefix and self.office.id in ("president", "vice-president"):
            return "civil"
        return level

    @property
    def canonical(self) -> str:
        """The canonical office, portfolio and rank considered ("defense-minister", "deputy-foreign-minister")."""
        office = canonical_office(self.office, self.portfolio)
        grade = office.endswith("minister") and not office.startswith(("prime", "deputy"))
        return f"deputy-{office}" if grade and _JUNIOR.search(self.role) else office


# "Vice Foreign Minister", but no "Deputy Prime Minister and Foreign Minister"
_JUNIOR = re.compile(
    r"\b(?:vice|deputy|assistant)[ -](?:(?!(?:and|prime|president)\b)[\w-]+,? (?:and )?){0,4}minister\b",
    re.IGNORECASE,
)


def canonical_office(office: Office, portfolio: frozenset[str]) -> str:
    """
    >>> canonical_office(Office("minister", "minister", "official", "pf"), frozenset({"foreign", "affairs"}))
    'foreign-minister'
    """
    kind = office.office
    if office.id == "secretary-of-state" and portfolio - {"foreign", "affairs", "state", "external"}:
        kind = "minister"
    if kind in ("minister", "deputy-minister"):
        for words, name in (
            ({"foreign", "external"}, "foreign-minister"),
            ({"defence", "defense"}, "defense-minister"),
            ({"finance", "treasury", "finances"}, "finance-minister"),
        ):
            if words & portfolio:
                return name if kind == "minister" else "deputy-" + name
    return kind


_GIVEN_TITLES = frozenset(["shah", "sultan", "emir", "amir"])
_SON_OF = frozenset(["bin", "ibn", "bint"])
_PRINCES = frozenset(["prince", "princess", "sheikh", "shaikh", "sayyid"])


_SUFFIXED = (["jr"], ["jr."], ["sr"], ["sr."])


def is_given_name(t: Tokens, title: Title, titles: list[Title], states: Container[int]) -> bool:
    """Whether a monarch's title is part of a name.

    "Foreign Minister *Shah* Mahmood Qureshi", "Abdullah *Sultan* bin Awad", "Karim *Amir* Daoudi". `states` are the
    words behind which a state's name ends: "Oman's Sultan X" is one.
    """
    i = title.start
    if not t.caps[i] or not i:
        return False
    if title.end == i + 1 and t.caps[i - 1] and t.lows[i + 1 : i + 2] in _SUFFIXED:
        return True  # "Martin Luther King Jr."
    if t.lows[i] not in _GIVEN_TITLES:
        return False
    low = t.lows[i - 1]
    if low in _SON_OF or (low in _PRINCES and t.caps[i - 1]):
        return True  # "Prince Fahd bin Sultan", "Prince Sultan"
    if low in ("majesty", "highness") or title.end != i + 1 or title.end >= t.n:
        return False  # "His Majesty Sultan X"
    if any(x.end == i for x in titles):
        return t.caps[i + 1] > 0 or t.lows[i + 1] in _SON_OF
    named = t.caps[i - 1] > 0 and t.words[i - 1][0].isalpha()
    if named and t.lows[i + 1] in _SON_OF:
        return True
    common = any(low in word_class(c) for c in ("thing", "org-gov", "portfolio", "function"))
    within = t.caps[i - 1] == t.caps[i + 1] == 1 and t.words[i - 1].isalpha()
    return within and not common and i not in states and find(t.lows, i - 1) is None
