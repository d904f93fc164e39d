"""Made-up pictures in the shape of the store, for the tests and benchmarks of the network page.

Nothing here is true: the states are real codes, the people and events are invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pyoxigraph as ox

from kg.vocab import BASE, expand, party

STATES = {
    "KR": "South Korea", "JP": "Japan", "US": "United States", "CN": "China", "FR": "France", "DE": "Germany",
    "GB": "United Kingdom", "IN": "India", "BR": "Brazil", "ZA": "South Africa", "EG": "Egypt", "TR": "Turkey",
    "UA": "Ukraine", "PL": "Poland", "AU": "Australia", "KE": "Kenya", "NG": "Nigeria", "MX": "Mexico",
    "CA": "Canada", "IT": "Italy", "ES": "Spain", "NO": "Norway", "SE": "Sweden", "FI": "Finland",
    "VN": "Vietnam", "TH": "Thailand", "ID": "Indonesia", "PH": "Philippines", "SA": "Saudi Arabia",
    "QA": "Qatar", "IL": "Israel", "JO": "Jordan", "CL": "Chile", "AR": "Argentina", "CO": "Colombia",
    "GR": "Greece", "RO": "Romania", "GE": "Georgia", "KZ": "Kazakhstan", "MN": "Mongolia",
    "NATO": "NATO", "EU": "European Union", "UN": "United Nations", "ASEAN": "ASEAN",
}  # fmt: skip
PLACES = {
    "Yokosuka": ("JP", 35.28, 139.67), "Paris": ("FR", 48.85, 2.35), "Geneva": (None, 46.2, 6.15),
    "Nairobi": ("KE", -1.29, 36.82), "Warsaw": ("PL", 52.23, 21.01), "Doha": ("QA", 25.29, 51.53),
    "Hanoi": ("VN", 21.03, 105.85), "Ottawa": ("CA", 45.42, -75.7), "Canberra": ("AU", -35.28, 149.13),
    "Brasília": ("BR", -15.79, -47.88), "Cairo": ("EG", 30.04, 31.24), "New Delhi": ("IN", 28.61, 77.21),
    "Ankara": ("TR", 39.93, 32.86), "Seoul": ("KR", 37.57, 126.98), "Tokyo": ("JP", 35.68, 139.69),
    "Washington": ("US", 38.9, -77.04), "Ulaanbaatar": ("MN", 47.89, 106.91), "Somewhere": (None, None, None),
}  # fmt: skip
KINDS = ("meeting", "meeting", "meeting", "call", "visit", "agreement")
STATUSES = (
    "held",
    "held",
    "held",
    "held",
    "planned",
    "planned",
    "cancelled",
    "postponed",
    "proposed",
    "ongoing",
    "denied",
)
ROLES = {
    "foreign-minister": "Foreign Minister",
    "defence-minister": "Defence Minister",
    "president": "President",
}
SYLLABLES = (
    "an bel cor dam el fir gan hul ir jas kol lam mer nor ost pel quin ras sol tam ur vel wen yor zan".split()
)
OUTLETS = ("The Harbour Gazette", "Meridian Wire", "Northern Courier", "Capital Observer")
FIRST_DAY = date(2025, 6, 1)


@dataclass(frozen=True)
class Size:
    """How much to make up."""

    officials: int = 30
    events: int = 60
    places: int = 12
    states: int = 24
    people_per_event: int = 2
    articles_per_event: int = 2


def store(size: Size | None = None, *, seed: int = 7, names: tuple[str, ...] = ()) -> ox.Store:
    """A store holding a made-up picture; `names` are put, as they are, into names, titles, quotes,
    publishers and addresses of the first officials, places and events."""
    made = ox.Store()
    made.bulk_extend(_Maker(size or Size(), seed, names).quads())
    return made


class _Maker:
    def __init__(self, size: Size, seed: int, names: tuple[str, ...]) -> None:
        self.size, self.random, self.names = size, random.Random(seed), names  # noqa: S311 - made-up data
        self.codes = list(STATES)[: size.states - 4] + list(STATES)[-4:]
        places = list(PLACES)
        self.places = [
            (
                f"{places[i % len(places)]}" + (f" {i // len(places) + 1}" if i >= len(places) else ""),
                PLACES[places[i % len(places)]],
            )
            for i in range(size.places)
        ]
        self.people = [self._person(i) for i in range(size.officials)]

    def _odd(self, index: int, usual: str) -> str:
        return self.names[index] if index < len(self.names) else usual

    def _person(self, index: int) -> tuple[str, str, str, str]:
        name = " ".join("".join(self.random.choices(SYLLABLES, k=2)).title() for _ in range(2))
        return (
            f"person-{index}",
            self._odd(index, name),
            self.codes[index % len(self.codes)],
            self.random.choice(list(ROLES)),
        )

    def quads(self) -> Iterator[ox.Quad]:
        for code in self.codes:
            yield from self._thing(party(code), {"rdf:type": [_iri("kg:Body" if "/body/" in party(code) else "kg:State")],
                                                 "rdfs:label": [STATES[code]], "kg:code": [code]})  # fmt: skip
        for index, (name, (state, lat, long)) in enumerate(self.places):
            yield from self._thing(_place(index), {
                "rdf:type": [_iri("kg:Place")], "rdfs:label": [self._odd(index, name)],
                "kg:inState": [ox.NamedNode(party(state))] if state else [],
                "geo:lat": [lat] if lat is not None else [], "geo:long": [long] if long is not None else [],
            })  # fmt: skip
        for slug, name, code, role in self.people:
            yield from self._official(slug, name, code, role)
        for index in range(self.size.events):
            yield from self._event(index)

    def _official(self, slug: str, name: str, code: str, role: str) -> Iterator[ox.Quad]:
        iri = f"{BASE}official/{slug}"
        post = f"{iri}/post/{role}-{code.lower()}"
        yield from self._thing(iri, {
            "rdf:type": [_iri("kg:Official"), _iri("schema:Person")], "rdfs:label": [name], "schema:name": [name],
            "schema:alternateName": [name.rsplit(maxsplit=1)[-1]] if name.split() else [], "kg:party": [ox.NamedNode(party(code))],
            "org:hasMembership": [ox.NamedNode(post)], "kg:articles": [self.random.randint(1, 9)],
        })  # fmt: skip
        yield from self._thing(post, {
            "rdf:type": [_iri("org:Membership"), _iri("kg:Tenure")], "org:member": [ox.NamedNode(iri)],
            "org:organization": [ox.NamedNode(party(code))], "kg:role": [ROLES[role]], "kg:office": [role],
            "kg:attestedFrom": [FIRST_DAY], "kg:attestedTo": [FIRST_DAY + timedelta(self.random.randint(30, 300))],
            "kg:former": [False], "kg:articles": [self.random.randint(1, 5)],
        })  # fmt: skip

    def _event(self, index: int) -> Iterator[ox.Quad]:
        rng, iri = self.random, f"{BASE}event/event-{index}"
        kind, status = rng.choice(KINDS), rng.choice(STATUSES)
        # People meet mostly within a neighbourhood of the list: real networks have communities.
        middle = rng.randrange(len(self.people))
        near = [
            self.people[(middle + round(rng.gauss(0, 6))) % len(self.people)]
            for _ in range(self.size.people_per_event)
        ]
        people = list(dict.fromkeys(near))
        codes = sorted({person[2] for person in people} | {rng.choice(self.codes)})
        day = FIRST_DAY + timedelta(rng.randrange(240))
        dated = rng.random() > 0.08
        place = rng.randrange(len(self.places))
        label = self._odd(
            index, f"{' – '.join(STATES[code] for code in codes[:2])} {kind}, {self.places[place][0]}"
        )
        claims = []
        for number in range(rng.randint(1, max(1, 2 * self.size.articles_per_event - 1))):
            claims.append(claim := f"{BASE}article/{index:08x}{number:08x}/event/1")
            yield from self._article(claim, index, number, day, label)
        at_odds = len(claims) > 1 and rng.random() < 0.25
        yield from self._thing(iri, {
            "rdf:type": [_iri("kg:Event"), _iri(f"kg:{kind.title()}"), _iri("sem:Event"), _iri("schema:Event")],
            "rdfs:label": [label], "kg:kind": [_iri(f"kg:{kind.title()}")], "kg:status": [_iri(f"kg:{status}")],
            "kg:mode": ["phone" if kind == "call" else "in-person"],
            "sem:hasActor": [ox.NamedNode(f"{BASE}official/{person[0]}") for person in people],
            "kg:party": [ox.NamedNode(party(code)) for code in codes],
            "sem:hasPlace": [ox.NamedNode(_place(place))] if kind != "call" else [],
            "kg:begin": [day] if dated else [], "kg:end": [day] if dated else [],
            "kg:edtf": [day.isoformat()] if dated else [], "kg:topic": [self._odd(index, "ports and fisheries")],
            "kg:confidence": [0.9], "kg:articles": [len(claims)], "kg:plover": ["CONSULT"],
            "kg:disagreesOn": ["date"] if at_odds else [],
            "kg:partOf": [ox.NamedNode(f"{BASE}event/event-{index - 1}")] if index % 17 == 16 else [],
            "kg:claim": [ox.NamedNode(claim) for claim in claims],
        })  # fmt: skip
        told = [(day.isoformat(), claims)]
        if at_odds:
            told = [(day.isoformat(), claims[:-1]), (f"{day}/{day + timedelta(1)}", claims[-1:])]
        for number, (value, sources) in enumerate(told):
            yield ox.Quad(
                ox.NamedNode(iri), _iri("kg:statedValue"), ox.NamedNode(f"{iri}/value/date-{number}")
            )
            yield from self._thing(f"{iri}/value/date-{number}", {
                "rdf:type": [_iri("kg:StatedValue")], "kg:property": ["date"], "kg:value": [value],
                "kg:articles": [len(sources)], "kg:claim": [ox.NamedNode(claim) for claim in sources],
            })  # fmt: skip
        named = {person[2] for person in people}
        parts = [(person[0], person[2], ROLES[person[3]]) for person in people]
        parts += [(None, code, None) for code in codes if code not in named]  # type: ignore[misc]
        for number, (slug, code, role) in enumerate(parts):
            yield ox.Quad(
                ox.NamedNode(iri), _iri("kg:participation"), ox.NamedNode(f"{iri}/participation/{number}")
            )
            yield from self._thing(f"{iri}/participation/{number}", {
                "rdf:type": [_iri("kg:Participation")], "kg:event": [ox.NamedNode(iri)],
                "kg:official": [ox.NamedNode(f"{BASE}official/{slug}")] if slug else [],
                "kg:onBehalfOf": [ox.NamedNode(party(code))], "kg:capacity": ["participant"],
                "kg:role": [role] if role else [], "kg:articles": [len(claims)],
            })  # fmt: skip

    def _article(self, claim: str, index: int, number: int, day: date, label: str) -> Iterator[ox.Quad]:
        article = claim.split("/event/", maxsplit=1)[0]
        graph = ox.NamedNode(article)
        outlet = self._odd(index, OUTLETS[number % len(OUTLETS)])
        quote = self._odd(
            index,
            f"The two sides met for {self.random.randint(2, 9)} hours to speak about ports and fisheries.",
        )
        publisher = f"{BASE}publisher/outlet-{index if index < len(self.names) else number % len(OUTLETS)}"
        yield from self._thing(article, {
            "rdf:type": [_iri("schema:NewsArticle")], "schema:headline": [label],
            "schema:datePublished": [day + timedelta(number)], "schema:publisher": [ox.NamedNode(publisher)],
            "schema:url": [self._odd(index, f"https://news.example/{index}/{number}")], "schema:inLanguage": ["en"],
        }, graph)  # fmt: skip
        yield from self._thing(
            publisher, {"rdf:type": [_iri("schema:Organization")], "schema:name": [outlet]}, graph
        )
        where = f"{article}/quote/10-{10 + len(quote)}"
        yield from self._thing(
            claim, {"rdf:type": [_iri("kg:EventClaim")], "kg:evidence": [ox.NamedNode(where)]}, graph
        )
        yield from self._thing(where, {"rdf:type": [_iri("oa:SpecificResource")], "oa:hasSource": [graph],
                                       "oa:hasSelector": [ox.NamedNode(where + "/selector")]}, graph)  # fmt: skip
        yield from self._thing(where + "/selector", {"rdf:type": [_iri("oa:TextQuoteSelector")], "oa:exact": [quote],
                                                     "oa:start": [10], "oa:end": [10 + len(quote)]}, graph)  # fmt: skip

    @staticmethod
    def _thing(
        iri: str, values: Mapping[str, object], graph: ox.NamedNode | None = None
    ) -> Iterator[ox.Quad]:
        for name, terms in values.items():
            for term in terms if isinstance(terms, list) else [terms]:
                yield ox.Quad(ox.NamedNode(iri), _iri(name), _term(term), graph or ox.DefaultGraph())


def _iri(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie))


def _place(index: int) -> str:
    return f"{BASE}place/place-{index}"


def _term(value: object) -> ox.NamedNode | ox.Literal:
    if isinstance(value, ox.NamedNode):
        return value
    if isinstance(value, date):
        return ox.Literal(value.isoformat(), datatype=_iri("xsd:date"))
    if isinstance(value, (bool, int, float)):
        return ox.Literal(value)
    return ox.Literal(str(value))
