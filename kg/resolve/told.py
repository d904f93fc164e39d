"""Events as one article tells them, with the officials already resolved."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.model import ClaimRef, EventClaim, PlaceClaim
from kg.resolve.names import family_name, parse, slugify
from kg.resolve.slugs import short_hash
from kg.resolve.time import Span, months, span
from kg.spelling import fold

WHOLE = 4  # days up to which a stated date is precise: a visit or a conference may last that long
WEEK, MONTH = 10, 45  # days up to which a date is as vague as a week, as a month
LONGEST = 800  # days beyond which a date says nothing that could be matched


@dataclass(frozen=True, slots=True)
class Told:
    """An event claim, who its officials are in the picture, and when and where it was published.

    `officials` runs along `claim.participations`: the slug of the person, None for unnamed ones; `names`
    and `roles` likewise say what the article calls them.
    """

    ref: ClaimRef
    claim: EventClaim
    officials: tuple[str | None, ...]
    names: tuple[str | None, ...]
    roles: tuple[str | None, ...]
    published: date | None
    story: str

    def __hash__(self) -> int:
        """By the claim alone: the rest is much."""
        return hash(self.ref)

    @property
    def when(self) -> Span | None:
        """The days that the article states."""
        return span(self.claim.when.edtf) if self.claim.when else None


class Side(NamedTuple):
    """A named participant: the party, the person's slug, and the skeletons of the name as written here."""

    party: str
    official: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What two tellings are compared by. Tellings with equal facts are one bundle."""

    kind: str
    status: str
    people: frozenset[str]
    sides: frozenset[Side]
    parties: frozenset[str]
    when: Span | None
    published: int  # ordinal of the publication date where `when` is unknown (and for postponements), else 0
    city: str
    country: str
    gathering: str
    topic: str
    alone: str = ""  # what nobody else shares, where too little is told to compare anything by

    @property
    def layer(self) -> int:
        """0 precise and with people on two sides, 1 precise, 2 to a week, 3 to a month, 4 vaguer, 5 undated.

        Tellings of a layer are gathered after those of the layers before it, and join these where they
        can: what is vague cannot glue together what is precise.
        """
        if self.when is None:
            return 5
        if self.when.days <= WHOLE:
            return 0 if self.complete else 1
        return 2 if self.when.days <= WEEK else 3 if self.when.days <= MONTH else 4

    @property
    def complete(self) -> bool:
        """Whether it names somebody on at least two sides (for a visit: the traveller)."""
        return len({side.party for side in self.sides}) >= (1 if self.kind == "visit" else 2)


@lru_cache(maxsize=4096)  # of a change's neighbourhood, which is looked at before and after
def facts(told: Told) -> Facts:
    """What a telling is compared by."""
    claim = told.claim
    sides = frozenset(
        Side(part.country or "", official, parse(name).tokens)
        for part, official, name in zip(claim.participations, told.officials, told.names, strict=True)
        if official is not None and name is not None
    )
    when = told.when if told.when and told.when.days <= LONGEST else None
    dated = when is not None and claim.status != "postponed"
    if when and told.published and claim.status == "held" and when.low == told.published.toordinal() + 1:
        when = Span(when.low - 1, when.high)  # held, and yet a day ahead: one of two days, by the time zone
    city, country = place_words(claim.place)
    return Facts(
        kind=claim.kind,
        status=claim.status,
        people=frozenset(side.official for side in sides),
        sides=sides,
        parties=frozenset(claim.countries),
        when=when,
        published=0 if dated or told.published is None else told.published.toordinal(),
        city=city,
        country=country,
        gathering=gathering_key(claim.gathering),
        topic=fold(claim.topic or "") if claim.kind == "agreement" else "",
        alone="" if sides or len(claim.countries) > 1 else f"{told.ref[0]}/{told.ref[1]}",
    )


@lru_cache(maxsize=16_384)
def facts_text(fact: Facts) -> str:
    """Facts as a word of the index; equal facts give equal words."""
    row = [
        fact.kind, fact.status, sorted(fact.sides), sorted(fact.parties), fact.when, fact.published,
        fact.city, fact.country, fact.gathering, fact.topic, fact.alone,
    ]  # fmt: skip
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=16_384)
def facts_of(text: str) -> Facts:
    """The facts behind a word of the index.

    >>> fact = Facts("visit", "held", frozenset(), frozenset(), frozenset(["JP"]), Span(1, 2), 0, "nara", "JP", "", "")
    >>> facts_of(facts_text(fact)) == fact
    True
    """
    kind, status, rows, parties, when, *rest = json.loads(text)
    sides = frozenset(Side(party, official, tuple(words)) for party, official, words in rows)
    people = frozenset(side.official for side in sides)
    return Facts(kind, status, people, sides, frozenset(parties), Span(*when) if when else None, *rest)


@lru_cache(maxsize=16_384)
def facts_key(fact: Facts) -> str:
    """A short name of facts: tellings with the same one have equal facts."""
    return short_hash(facts_text(fact), length=16)


def place_words(place: PlaceClaim | None) -> tuple[str, str]:
    """The city as a comparable word ("" where only the state is named) and the state's code or ""."""
    if place is None:
        return "", ""
    name = fold(place.name)
    return ("" if is_state(name, place.country) else name), place.country or ""


@lru_cache(maxsize=16_384)
def is_state(name: str, code: str | None) -> bool:
    """Whether a folded name is that of the state itself.

    >>> is_state("japan", "JP"), is_state("tokyo", "JP")
    (True, False)
    """
    return code is not None and name.removeprefix("the ") in _state_names().get(code, frozenset())


@lru_cache(maxsize=1)
def _state_names() -> dict[str, frozenset[str]]:
    from kg.reference import parties

    return {
        code: frozenset(fold(name).removeprefix("the ") for name in (party.name, *party.names))
        for code, party in parties().items()
    }


def gathering_key(name: str | None) -> str:
    """The name of a conference without years, numbers and the words that outlets add freely.

    >>> gathering_key("the 2026 Munich Security Conference"), gathering_key("G20 Summit")
    ('munich security', 'g20')
    """
    dropped = {"the", "summit", "conference", "meeting", "annual", "of", "on", "for", "and", "forum"}
    words = fold(name or "").replace("'s", "").replace("-", " ").split()
    kept = [w for w in words if w not in dropped and not w.rstrip("stndrh").isdigit()]
    return " ".join(kept or words)


def day_name(told: Told) -> str:
    """The date as a slug begins with it: stated, or the day of the report, or "undated"."""
    when = told.claim.when
    if when is not None and told.when is not None:
        return slugify(when.edtf.replace("/", "-to-"))
    return f"reported-{told.published.isoformat()}" if told.published else "undated"


@lru_cache(maxsize=4096)
def alone(told: Told) -> str:
    """The slug that an event would have if this were the only article.

    >>> from kg.model import DateClaim, ParticipationClaim, Quote
    >>> q = Quote(0, 3, "met")
    >>> parts = (ParticipationClaim(1, "KR", "participant", q), ParticipationClaim(2, "JP", "participant", q))
    >>> claim = EventClaim(1, "meeting", "held", parts, ("JP", "KR"), (q,), when=DateClaim("2026-01-30", "stated"))
    >>> told = Told(("a", 1), claim, ("x", "y"), ("Ahn", "Koizumi"), (None, None), date(2026, 1, 30), "s")
    >>> alone(told)
    '2026-01-30-meeting-ahn-koizumi'
    """
    claim = told.claim
    people = sorted(
        {
            surname(name, part.country)
            for name, part in zip(told.names, claim.participations, strict=True)
            if name is not None
        }
    )
    who = people[:4] if people else sorted(slugify(code) for code in claim.countries)[:4]
    where = [slugify(claim.place.name)] if claim.place else []
    what = [slugify(claim.gathering)] if claim.gathering and len(claim.countries) > 2 else []
    words = [day_name(told), claim.kind, *who, *what, *where]
    return "-".join(word for word in words if word)[:120].strip("-")


def surname(name: str, country: str | None) -> str:
    """The word by which a slug calls a participant."""
    return slugify(family_name(name, country)) or "unnamed"


# ------------------------------------------------------------------ where a telling is looked for

AROUND = 2  # days by which a date may move between two tellings of one event
MOVED = 92  # days by which a postponement may move it
BEFORE, AFTER = 35, 60  # an undated report is of something at most so many days before, or after, its date


def party_keys(fact: Facts) -> tuple[str, ...]:
    """Keys of which any two tellings that could be one event share at least one; a telling is filed under them.

    Pairs of parties for two or three of them, single parties for three and more; and people ("s:" where one
    party at most is known, "o:" else), see `asked_keys`.
    """
    codes = sorted(fact.parties)
    letter = "o" if len(codes) > 1 else "s"
    people = [f"{letter}:{official}" for official in sorted(fact.people)]
    return (*_pairs_and_parties(codes), *people)


def asked_keys(fact: Facts) -> tuple[str, ...]:
    """Keys under which those are filed that could be the same event as these facts: two tellings of several
    parties meet by parties, a telling of one party and any other by people."""
    codes = sorted(fact.parties)
    letters = "s" if len(codes) > 1 else "so"
    people = [f"{letter}:{official}" for letter in letters for official in sorted(fact.people)]
    return (*_pairs_and_parties(codes), *(people if len(codes) < 4 else ()))


def _pairs_and_parties(codes: list[str]) -> list[str]:
    pairs = [f"{a}+{b}" for i, a in enumerate(codes) for b in codes[i + 1 :]] if len(codes) < 4 else []
    return [*pairs, *(f"m:{code}" for code in codes if len(codes) > 2)]


def own_keys(fact: Facts) -> list[str]:
    """Where a telling is filed: kind, party key and month of what it states, or of an undated report.

    Undated reports of articles without a date are filed by themselves ("never"): nothing tells when.
    """
    if fact.when is not None:
        when = months(fact.when.low, fact.when.high)
    else:
        when = (
            ["u" + month for month in months(fact.published, fact.published)] if fact.published else ["never"]
        )
    return [f"{fact.kind}|{key}|{month}" for key in party_keys(fact) for month in when]


def search_keys(fact: Facts) -> list[str]:
    """Where the dated tellings are filed that a vague or undated one could be of."""
    if fact.when is not None:
        low = fact.when.low - (MOVED if fact.status == "postponed" else AROUND)
        high = fact.when.high + AROUND
    elif not fact.published:
        return []
    else:
        low, high = fact.published - BEFORE, fact.published + AFTER
    return [f"{fact.kind}|{key}|{month}" for key in asked_keys(fact) for month in months(low, high)]
