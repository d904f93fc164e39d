"""A generated world with known truth: officials, events, and articles that tell of them badly.

    uv run python -m benchmarks.world 1500        # what a small world looks like

What goes wrong in the articles, as shares (all drawn independently; `RATES` holds them):
outlets' own spellings 25 % of (person, outlet), typing errors in a name 1 %, one-word mentions 12 %, no
post given 15 %, another post 1 %, no state 2 %, a wrong state 0.4 %; dates: as precise as the truth 60 %,
the week 8 %, the month 12 %, the year 3 %, none 14 %, a day off 3 %; places: the city 60 %, the state only
18 %, none 20 %, another city 2 %; somebody left out 14 %, nobody named 10 %; a party missing 3 %, one too
many 2 %; the wrong kind of event 1 %; copies of another article's text 10 %. A quarter of the articles look
back at an earlier event of the same parties, mostly with a vague date.

Within one state no two officials bear the same given and family name by accident (nothing in an article
could tell them apart), but 3 % of them are fathers and sons, told apart by an initial or a Jr. only, half
of the surnames are shared, and one in fifty bears the full name of an official of another state.
"""

from __future__ import annotations

import random
import sys
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate

from benchmarks.people import CULTURES, Person, invent, spelled
from kg.model import (
    Article,
    ArticleClaims,
    Capacity,
    ClaimRef,
    DateClaim,
    EventClaim,
    Kind,
    OfficialClaim,
    ParticipationClaim,
    PlaceClaim,
    Quote,
    Status,
)

RATES: dict[str, float] = {
    "short": 0.12, "no post": 0.15, "wrong post": 0.01, "no state": 0.02, "wrong state": 0.004,
    "week": 0.08, "month": 0.12, "year": 0.03, "undated": 0.14, "day off": 0.03,
    "state only": 0.18, "no place": 0.20, "wrong city": 0.02, "somebody left out": 0.14, "nobody named": 0.10,
    "party missing": 0.03, "party too many": 0.02, "wrong kind": 0.01, "copy": 0.10, "looks back": 0.25,
}  # fmt: skip
FIRST, YEARS = 2015, 10  # the world's years: 2015 to 2024
OUTLETS = 60
STATES = (
    "US CN RU JP KR DE FR GB IN BR TR SA EG UA IR IL KP AE QA MX CA AU ZA NG PL ES IT PT AR CO CL PE VE KE GH ET UG "
    "SN CI RW TZ DZ MA TN IQ SY JO KW OM YE LB BY KZ UZ TM KG GE NO SE DK FI IS AT CH NL BE IE NZ SG TW MO EC BO UY "
    "PY CU CR PA ML NE TD CM CD AO MZ ZM ZW BW NA MG LY SD BH CZ SK SI HR RS BG RO HU GR CY"
).split()  # fmt: skip
CULTURE_OF = {
    "korean": "KR KP", "chinese": "CN TW SG MO", "japanese": "JP", "anglo": "US GB CA AU IE NZ",
    "slavic": "RU UA BY KZ UZ TM KG GE PL CZ SK SI HR RS BG RO HU", "nordic": "DE AT CH NL BE NO SE DK FI IS GR CY",
    "arabic": "SA EG AE QA IQ SY JO KW OM YE LB DZ MA TN LY SD BH IR IL TR IN",
    "iberian": "BR MX ES IT PT AR CO CL PE VE EC BO UY PY CU CR PA FR",
}  # fmt: skip
OFFICES = {  # office: (how often its holder is in the news, seats, years between changes)
    "president": (8, 1, 5), "prime-minister": (6, 1, 4), "foreign-minister": (8, 1, 3), "defense-minister": (4, 1, 3),
    "finance-minister": (2, 1, 3), "trade-minister": (2, 1, 3), "deputy-minister": (2, 3, 3), "ambassador": (2, 6, 4),
    "spokesperson": (1, 1, 4), "envoy": (2, 2, 3), "chief-of-staff": (1, 1, 4), "national-security-adviser": (2, 1, 3),
}  # fmt: skip


@dataclass(frozen=True)
class Happening:
    """A true event."""

    number: int
    kind: Kind
    people: tuple[int, ...]
    parties: tuple[str, ...]
    first: date
    last: date
    city: tuple[str, str]
    outcome: Status
    announced: date | None
    original: date | None  # the first date, where it was postponed
    gathering: str | None = None
    part_of: int | None = None


@dataclass
class World:
    """The truth, the articles, and which true official or event each claim is of."""

    people: list[Person] = field(default_factory=list)
    events: list[Happening] = field(default_factory=list)
    claims: list[ArticleClaims] = field(default_factory=list)
    officials_of: dict[ClaimRef, int] = field(default_factory=dict)
    events_of: dict[ClaimRef, int] = field(default_factory=dict)


def culture_of(country: str) -> str:
    """The culture whose names a state's officials bear."""
    return next((culture for culture, codes in CULTURE_OF.items() if country in codes.split()), "african")


def generate(
    articles: int = 40_000, *, officials: int = 2_400, events: int | None = None, seed: int = 1
) -> World:
    """A world of about `officials` officials, a quarter as many events as articles, and `articles` articles."""
    rng = random.Random(seed)
    world = World()
    _staff(world, rng, officials)
    holders = _holders(world)
    _happen(world, rng, holders, events or max(1, articles // 4))
    _report(world, rng, articles)
    return world


def _staff(world: World, rng: random.Random, officials: int) -> None:
    """Fill the posts of the states; large states have more people in the news."""
    taken: dict[str, set[tuple[str, str]]] = defaultdict(set)
    weights = [1 / (rank + 6) for rank in range(len(STATES))]
    per_state = [max(8, round(officials * 1.18 * w / sum(weights))) for w in weights]
    for country, size in zip(STATES, per_state, strict=True):
        culture = culture_of(country)
        posts = _terms(rng, country, size)
        for career in posts:
            one = invent(rng, len(world.people), country, culture, taken[country])
            roll = rng.random()
            if roll < 0.03 and world.people and world.people[-1].country == country:  # father and son
                father = world.people[-1]
                one = replace(one, given=father.given, family=father.family, middle="", second="Jr.")
            elif (
                roll < 0.05 and culture == world.people[-1].culture if world.people else False
            ):  # a namesake abroad
                other = rng.choice([p for p in world.people[-200:] if p.culture == culture] or [one])
                if other.country != country and (other.given, other.family) not in taken[country]:
                    one = replace(one, given=other.given, family=other.family)
                    taken[country].add((one.given, one.family))
            world.people.append(replace(one, posts=tuple(career)))


def _terms(rng: random.Random, country: str, size: int) -> list[list[tuple[str, str, int, int]]]:
    """Careers of a state: every seat changes hands every few years, a third of the time to somebody who
    held another post before; one official in fifty goes on to an inter-governmental body."""
    careers: list[list[tuple[str, str, int, int]]] = []
    seats = [office for office, (_, count, _) in OFFICES.items() for _ in range(count)]
    first, others = seats[:3], seats[3:]
    rng.shuffle(others)
    for office in (
        first + others * 9
    ):  # large states have several of each lesser post, at different ministries
        if len(careers) >= size:
            break
        start = FIRST - rng.randrange(3)
        while start < FIRST + YEARS:
            end = start + rng.randrange(1, OFFICES[office][2] + 1)
            free = [c for c in careers if c[-1][3] < start and c[-1][3] > start - 4 and c[-1][1] == country]
            if free and rng.random() < 0.33:
                rng.choice(free).append((office, country, start, end))
            else:
                careers.append([(office, country, start, end)])
            start = end + 1
    for career in careers:
        if rng.random() < 0.02:
            after = career[-1][3] + 1
            career.append(("secretary-general", rng.choice(["UN", "NATO", "EU", "LAS"]), after, after + 5))
    return careers


def _holders(world: World) -> dict[tuple[str, int], list[tuple[Person, str]]]:
    found: dict[tuple[str, int], list[tuple[Person, str]]] = defaultdict(list)
    for person in world.people:
        for office, country, first, last in person.posts:
            for year in range(max(first, FIRST), min(last, FIRST + YEARS - 1) + 1):
                found[country, year].append((person, office))
    return found


class Dice:
    """Draws states by how much they are in the news."""

    def __init__(self) -> None:
        self._sums = list(accumulate(1 / (rank + 4) for rank in range(len(STATES))))

    def state(self, rng: random.Random) -> str:
        """A state."""
        return STATES[bisect(self._sums, rng.random() * self._sums[-1])]


def _happen(
    world: World, rng: random.Random, holders: dict[tuple[str, int], list[tuple[Person, str]]], count: int
) -> None:
    dice = Dice()
    while len(world.events) < count:
        day = date(FIRST, 1, 1) + timedelta(days=rng.randrange(365 * YEARS))
        sides = 2 if rng.random() < 0.93 else rng.randrange(3, 13)
        parties = list(dict.fromkeys(dice.state(rng) for _ in range(sides)))
        if len(parties) == 2 and rng.random() < 0.08:
            parties[1] = rng.choice(["EU", "UN", "NATO", "LAS"])
        level = rng.choice(["president", "foreign-minister", "defense-minister", None, None])
        who = [_sent(rng, holders[party, day.year], level) for party in parties]
        if len(parties) < 2 or sum(one is not None for one in who) < min(2, len(parties)):
            continue
        _add(world, rng, day, parties, [one for one in who if one is not None])


def _sent(rng: random.Random, candidates: list[tuple[Person, str]], level: str | None) -> Person | None:
    """Who goes: somebody of the level asked for, if there is one, else by how much the post is in the news."""
    same = [person for person, office in candidates if office == level]
    if same:
        return same[0]
    weights = [OFFICES.get(office, (5, 1, 1))[0] for _, office in candidates]
    return rng.choices(candidates, weights)[0][0] if candidates else None


def _add(world: World, rng: random.Random, day: date, parties: list[str], people: list[Person]) -> None:
    """One event; a visit brings a meeting with it, a gathering a bilateral on its margins."""
    kind: Kind = rng.choices(["meeting", "call", "visit", "agreement"], [58, 12, 18, 12])[0]  # type: ignore[assignment]
    host = parties[1] if len(parties[1]) == 2 else parties[0]
    city = (f"{host.title()}ville", host) if rng.random() < 0.6 else (f"Port {host.title()}", host)
    if rng.random() < 0.15:
        third = rng.choice(STATES)
        city = (f"{third.title()}ville", third)
    outcome: Status = rng.choices(["held", "cancelled"], [94, 6])[0]  # type: ignore[assignment]
    announced = (
        day - timedelta(days=rng.randrange(1, 15)) if rng.random() < 0.4 or outcome == "cancelled" else None
    )
    original = (
        day - timedelta(days=rng.randrange(3, 45)) if outcome == "held" and rng.random() < 0.04 else None
    )
    if original:
        announced = original - timedelta(days=rng.randrange(5, 12))
    name = None
    if len(parties) > 2:
        kind, name = (
            "meeting",
            rng.choice(["Global Forum", "Security Summit", None]) if len(parties) > 3 else None,
        )
    travellers = (people[0].number,) if kind == "visit" else tuple(dict.fromkeys(p.number for p in people))
    if kind == "visit":
        city = (city[0], parties[1]) if len(parties[1]) == 2 else city
        city = (f"{parties[1].title()}ville", parties[1]) if len(parties[1]) == 2 else city
    last = day + timedelta(days=rng.randrange(1, 4) if kind == "visit" else 1 if len(parties) > 5 else 0)
    main = Happening(
        len(world.events),
        kind,
        travellers,
        tuple(sorted(parties)),
        day,
        last,
        city,
        outcome,
        announced,
        original,
        name,
    )
    world.events.append(main)
    if kind == "visit" and rng.random() < 0.6 and len(people) > 1:
        when = day + timedelta(days=rng.randrange((last - day).days + 1))
        both = tuple(p.number for p in people[:2])
        world.events.append(
            replace(main, number=main.number + 1, kind="meeting", people=both, first=when, last=when, original=None,
                    part_of=main.number)
        )  # fmt: skip
    elif len(parties) > 3 and rng.random() < 0.5 and len(people) > 2:
        pair = people[1:3]
        sides = tuple(sorted({_side(p, day.year, main.parties) for p in pair}))
        if len(sides) == 2:
            world.events.append(
                replace(main, number=main.number + 1, people=tuple(p.number for p in pair), parties=sides, last=day,
                        gathering=None, part_of=main.number)
            )  # fmt: skip


def _side(person: Person, year: int, parties: tuple[str, ...]) -> str:
    """The party for which a person acts in a year."""
    for _, country, first, last in person.posts:
        if first <= year <= last and country in parties:
            return country
    return person.country


def _report(world: World, rng: random.Random, articles: int) -> None:
    """Articles about events: a few events are told by very many."""
    weights = list(accumulate(1 / (rng.random() * 60 + 1) for _ in world.events))
    earlier: dict[tuple[str, ...], list[Happening]] = defaultdict(list)
    for one in sorted(world.events, key=lambda e: e.first):
        earlier[one.parties].append(one)
    children = {e.part_of: e for e in world.events if e.part_of is not None}
    while len(world.claims) < articles:
        if world.claims and rng.random() < RATES["copy"]:
            _copy(world, rng)
            continue
        main = world.events[bisect(weights, rng.random() * weights[-1])]
        Writer(world, rng, main).write(children.get(main.number), earlier[main.parties])


def _copy(world: World, rng: random.Random) -> None:
    """The same text under another outlet's name."""
    original = rng.choice(world.claims[-3000:])
    article = replace(original.article, id=f"a{len(world.claims)}", publisher=f"Outlet {rng.randrange(OUTLETS)} copy",
                      title=f"Copy {len(world.claims)}")  # fmt: skip
    copied = replace(original, article=article)
    world.claims.append(copied)
    for claim in original.officials:
        world.officials_of[article.key, claim.local] = world.officials_of[original.article.key, claim.local]
    for event in original.events:
        world.events_of[article.key, event.local] = world.events_of[original.article.key, event.local]


QUOTE = Quote(0, 7, "Article")


class Writer:
    """Writes one article about one event."""

    def __init__(self, world: World, rng: random.Random, main: Happening) -> None:
        self.world, self.rng, self.main = world, rng, main
        self.outlet = rng.randrange(OUTLETS)
        before = main.announced is not None and rng.random() < 0.4
        if before and main.announced:
            end = main.original or main.first
            self.published = main.announced + timedelta(
                days=rng.randrange(max(1, (end - main.announced).days))
            )
        else:
            self.published = main.last + timedelta(days=int(rng.expovariate(0.8)))
        self.officials: dict[int, OfficialClaim] = {}

    def write(self, child: Happening | None, same_parties: list[Happening]) -> None:
        """Add the article to the world: the event, a meeting within it, and a look back."""
        told = [self.main]
        if child is not None and self.rng.random() < 0.6:
            told.append(child)
        back = [
            e for e in same_parties if e.last < self.published - timedelta(days=20) and e.outcome == "held"
        ]
        if back and self.rng.random() < RATES["looks back"]:
            told.append(self.rng.choice(back[-4:]))
        events = [self._event(i, happening) for i, happening in enumerate(told, 1)]
        number = len(self.world.claims)
        article = Article(id=f"a{number}", text=f"Article {number}.", title=f"Title {number}", published=self.published,
                          publisher=f"Outlet {self.outlet}")  # fmt: skip
        for person, claim in self.officials.items():
            self.world.officials_of[article.key, claim.local] = person
        for event, happening in zip(events, told, strict=True):
            self.world.events_of[article.key, event.local] = happening.number
        self.world.claims.append(
            ArticleClaims(article, tuple(self.officials.values()), tuple(events), "world/1")
        )

    def _official(self, number: int, happening: Happening) -> OfficialClaim:
        if number in self.officials:
            return self.officials[number]
        rng, person = self.rng, self.world.people[number]
        year = happening.first.year
        country = _side(person, year, happening.parties)
        office = next(
            (o for o, c, first, last in person.posts if first <= year <= last and c == country), None
        )
        office = rng.choice(list(OFFICES)) if rng.random() < RATES["wrong post"] else office
        office = None if rng.random() < RATES["no post"] else office
        shown: str | None = rng.choice(STATES) if rng.random() < RATES["wrong state"] else country
        shown = None if rng.random() < RATES["no state"] else shown
        name = spelled(person, rng, self.outlet)
        if rng.random() < RATES["short"]:
            name = person.family
        role = office.replace("-", " ").title() if office else None
        claim = OfficialClaim(len(self.officials) + 1, name, role, shown, (QUOTE,), office=office)
        self.officials[number] = claim
        return claim

    def _event(self, local: int, happening: Happening) -> EventClaim:
        rng = self.rng
        people = [] if rng.random() < RATES["nobody named"] else list(happening.people)
        if len(people) > 5:
            people = rng.sample(people, rng.randrange(2, len(people)))
        if len(people) > 1 and rng.random() < RATES["somebody left out"]:
            people.remove(rng.choice(people))
        parties = set(happening.parties)
        if len(parties) > 4:
            parties = {
                _side(self.world.people[p], happening.first.year, happening.parties) for p in people
            } or parties
            parties |= set(rng.sample(happening.parties, 2))
        if rng.random() < RATES["party missing"]:
            parties.discard(rng.choice(sorted(parties)))
        if rng.random() < RATES["party too many"]:
            parties.add(rng.choice(STATES))
        kind = rng.choice(["meeting", "visit"]) if rng.random() < RATES["wrong kind"] else happening.kind
        capacity: Capacity = (
            "visitor" if kind == "visit" else "signatory" if kind == "agreement" else "participant"
        )
        claims = [self._official(p, happening) for p in people]
        parts = tuple(ParticipationClaim(c.local, c.country, capacity, QUOTE) for c in claims)
        return EventClaim(
            local=local, kind=kind, status=self._status(happening), participations=parts,  # type: ignore[arg-type]
            countries=tuple(sorted(parties)), quotes=(QUOTE,), place=self._place(happening),
            when=self._when(happening, back=happening.last < self.published - timedelta(days=19)),
            part_of=1 if happening.part_of == self.main.number and local > 1 else None,
            gathering=happening.gathering if rng.random() < 0.7 else None,
        )  # fmt: skip

    def _status(self, happening: Happening) -> Status:
        if self.published >= happening.first:
            return happening.outcome
        if (
            happening.original
            and happening.announced
            and self.published > happening.original - timedelta(days=3)
        ):
            return "postponed"
        if happening.outcome == "cancelled" and self.rng.random() < 0.5:
            return "cancelled"
        return "proposed" if self.rng.random() < 0.05 else "planned"

    def _when(self, happening: Happening, *, back: bool) -> DateClaim | None:
        first, last = happening.first, happening.last
        if happening.original and self.published <= happening.original - timedelta(days=3):
            first = last = happening.original
        weights = {name: RATES[name] for name in ("week", "month", "year", "undated", "day off")}
        if back:
            weights = {"week": 0.02, "month": 0.45, "year": 0.2, "undated": 0.08, "day off": 0.02}
        roll = self.rng.choices([*weights, "exact"], [*weights.values(), 1 - sum(weights.values())])[0]
        if roll == "undated":
            return None
        if roll == "day off":
            shift = timedelta(days=self.rng.choice([-1, 1]))
            first, last = first + shift, last + shift
        exact = first.isoformat() if first == last else f"{first}/{last}"
        monday = first - timedelta(days=first.weekday())
        edtf = {
            "week": f"{monday}/{monday + timedelta(days=6)}", "month": f"{first:%Y-%m}", "year": f"{first:%Y}",
        }.get(roll, exact)  # fmt: skip
        if roll == "exact" and first != last and self.rng.random() < 0.4:
            edtf = first.isoformat()  # only the day of arrival
        return DateClaim(edtf, "stated", QUOTE)

    def _place(self, happening: Happening) -> PlaceClaim | None:
        city, country = happening.city
        if happening.kind == "call" or self.rng.random() < RATES["no place"]:
            return None
        roll = self.rng.random()
        if roll < RATES["state only"]:
            from kg.reference import party

            return PlaceClaim(party(country).name, country, QUOTE)
        if roll < RATES["state only"] + RATES["wrong city"]:
            return PlaceClaim(f"New {country.title()}", country, QUOTE)
        return PlaceClaim(city, country, QUOTE)


def main() -> None:
    """Print what a world of so many articles holds."""
    world = generate(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)
    surnames: dict[tuple[str, str], int] = defaultdict(int)
    for person in world.people:
        surnames[person.country, person.family] += 1
    sharing = sum(count for count in surnames.values() if count > 1)
    seen = len(set(world.officials_of.values())), len(set(world.events_of.values()))
    print(
        f"{len(world.people)} officials ({seen[0]} in the news), {sharing} share a surname with a compatriot"
    )
    print(
        f"{len(world.events)} events ({seen[1]} told), {len(world.claims)} articles, {len(CULTURES)} cultures"
    )
    print(f"{len(world.officials_of)} official claims, {len(world.events_of)} event claims")


if __name__ == "__main__":
    main()
