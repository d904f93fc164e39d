"""Claims by the names that people use for them, and what is known about each: what judgements are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.errors import NotFound, UsageError
from kg.model import ClaimRef
from kg.query.card import local
from kg.query.names import find_one, shorten
from kg.query.run import Queryable, select
from kg.vocab import PREFIXES

Of = Literal["official", "event"]
CLAIM = re.compile(
    r"(?:article:|" + re.escape(PREFIXES["article"]) + r")([0-9a-f]{16})/(official|event)/(\d{1,9})"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with what it says and the thing of the picture that it belongs to."""

    of: Of
    ref: ClaimRef
    thing: str  # IRI
    label: str  # of the thing
    says: str  # the name, or the kind, date and status that the article gives
    published: str
    publisher: str

    @property
    def short(self) -> str:
        """The claim's name: article:KEY/official/1."""
        return f"article:{self.ref[0]}/{self.of}/{self.ref[1]}"


def claims_of(store: Queryable, name: str) -> list[Claim]:
    """The claim of that name, or all claims of the official or event of that name, sorted.

    Raises NotFound, or UsageError where the name could be several things.
    """
    given = CLAIM.fullmatch(name.strip().strip("<>"))
    if given:
        iri = f"{PREFIXES['article']}{given[1]}/{given[2]}/{given[3]}"
        found = described(store, f"VALUES ?claim {{ <{iri}> }} ?thing kg:claim ?claim .")
        if not found:
            raise NotFound(
                f"no claim in the store is called {name}; `kg split NAME` lists those of an official or event"
            )
        return found
    thing = find_one(store, name, ("official",) if not is_event(name) else ("event",))
    return described(store, f"VALUES ?thing {{ <{thing.iri}> }} ?thing kg:claim ?claim .")


def is_event(name: str) -> bool:
    return name.startswith(("event:", PREFIXES["event"], f"<{PREFIXES['event']}"))


def described(store: Queryable, where: str) -> list[Claim]:
    rows = select(
        store,
        f"""SELECT DISTINCT ?claim ?thing ?label ?name ?kind ?date ?status ?published ?publisher WHERE {{ {where}
        ?thing rdfs:label ?label VALUES ?class {{ kg:Official kg:Event }} ?thing a ?class
        GRAPH ?article {{ ?claim a ?type
          OPTIONAL {{ ?claim schema:name ?name }} OPTIONAL {{ ?claim kg:kind ?kind ; kg:status ?status }}
          OPTIONAL {{ ?claim kg:edtf ?date }} OPTIONAL {{ ?article schema:datePublished ?published }}
          OPTIONAL {{ ?article schema:publisher ?by . ?by schema:name ?publisher }} }} }} ORDER BY ?claim""",
    )
    return [claim_of(*row) for row in rows]


def claim_of(iri: str, thing: str, label: str, name: str, *rest: str) -> Claim:
    kind, date, status, published, publisher = rest
    key, of, number = iri.removeprefix(PREFIXES["article"]).split("/")
    says = name or " ".join(filter(None, (date or "undated", local(kind), local(status))))
    return Claim(
        "official" if of == "official" else "event",
        (key, int(number)),
        thing,
        label,
        says,
        published,
        publisher,
    )


def pair(store: Queryable, a: str, b: str, *, apart: bool) -> tuple[Claim, Claim]:
    """The two claims that a judgement on two names is about: their things' first claims, or those named.

    Raises UsageError for claims of different kinds and, unless two claims are named, for two names of one
    thing: nothing to merge, and (`apart`) no claims to tell apart.
    """
    left, right = claims_of(store, a)[0], claims_of(store, b)[0]
    if left.of != right.of:
        raise UsageError(f"{a!r} is an {left.of} and {b!r} an {right.of}; name two of one kind")
    named = CLAIM.fullmatch(a) and CLAIM.fullmatch(b)  # to accept a merge is to say that two claims are one
    if left.thing == right.thing and not apart and not named:
        raise UsageError(f"{a!r} and {b!r} are one already: {shorten(left.thing)}")
    if left.ref == right.ref:
        raise UsageError(
            f"{a!r} and {b!r} are the same; name two claims of it: `kg split {shorten(left.thing)}` lists them"
        )
    return left, right
