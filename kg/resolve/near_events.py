"""Events by looking things up: what a change of some claims can touch, and nothing else.

Gives the same as `kg.resolve.gather` does for all: which tellings found an event together, and which
join it, depends only on tellings of its parties and days, and these are found here by key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from kg.model import ClaimRef, DateClaim, Event, EventClaim, ParticipationClaim, PlaceClaim, Quote
from kg.resolve.bundling import (
    JOINED,
    bundle_by_key,
    bundle_row,
    claims_in,
    founding,
    ref_of,
    ref_text,
)
from kg.resolve.gather import Bundle, Cluster, Scores
from kg.resolve.index import View
from kg.resolve.judgements import Verdicts, obey
from kg.resolve.lives import best_alone, event
from kg.resolve.matching import OPEN, in_reach, likeness, may_meet
from kg.resolve.parts import Frame, contains, frame, frame_lookups, whole_keys
from kg.resolve.slugs import distinct, former
from kg.resolve.time import months
from kg.resolve.told import (
    AFTER,
    AROUND,
    BEFORE,
    MOVED,
    Facts,
    Told,
    alone,
    asked_keys,
    facts,
    facts_of,
)

NOTHING = Quote(0, 0, "")  # stands where the index keeps no quote
Refs = tuple[ClaimRef, ...]  # the claims of one event, sorted


def packed(told: Told) -> list[Any]:
    """A telling as the index keeps it."""
    claim, place = told.claim, told.claim.place
    return [
        claim.kind, claim.status, claim.mode, list(claim.countries),
        [[p.official, p.country, p.capacity, *who] for p, *who in
         zip(claim.participations, told.officials, told.names, told.roles, strict=True)],
        place and [place.name, place.country, place.latitude, place.longitude, place.geonames,
                   place.quote.start, place.quote.end, place.quote.exact],
        claim.when and [claim.when.edtf, claim.when.basis],
        claim.topic, claim.confidence, claim.part_of, claim.gathering,
        told.published.isoformat() if told.published else "", told.story,
    ]  # fmt: skip


@lru_cache(maxsize=4096)  # of a change's neighbourhood, which is looked at before and after
def unpacked(ref: ClaimRef, text: str) -> Told:
    """A telling from the index."""
    (
        kind,
        status,
        mode,
        countries,
        parts,
        place,
        when,
        topic,
        confidence,
        part_of,
        gathering,
        published,
        story,
    ) = json.loads(text)
    claim = EventClaim(
        local=ref[1], kind=kind, status=status, mode=mode, countries=tuple(countries), quotes=(NOTHING,),
        participations=tuple(ParticipationClaim(p[0], p[1], p[2], NOTHING) for p in parts),
        place=PlaceClaim(place[0], place[1], Quote(*place[5:]), *place[2:5]) if place else None,
        when=DateClaim(when[0], when[1]) if when else None,
        topic=topic, confidence=confidence, part_of=part_of, gathering=gathering,
    )  # fmt: skip
    return Told(
        ref=ref,
        claim=claim,
        officials=tuple(p[3] for p in parts),
        names=tuple(p[4] for p in parts),
        roles=tuple(p[5] for p in parts),
        published=date.fromisoformat(published) if published else None,
        story=story,
    )


def told_at(view: View, ref: ClaimRef) -> Told | None:
    """A telling of a view of the index, None where there is none."""
    text = view.text(f"e|{ref_text(ref)}")
    return None if text is None else unpacked(ref, text)


def filed_under(told: Told) -> list[str]:
    """Every key under which the index files a telling by itself; see `kg.resolve.bundling` for its facts."""
    return [f"n|{alone(told)}", f"r|{told.ref[0]}", *(f"c|{key}" for key in whole_keys(told))]


class Events:
    """The events of one view of the index, worked out as far as they are asked for."""

    def __init__(self, view: View, verdict: Verdicts) -> None:
        self.view, self.verdict = view, verdict
        self._told: dict[ClaimRef, Told | None] = {}
        self._facts: dict[ClaimRef, Facts] = {}
        self._bundles: dict[Facts, Bundle | None] = {}
        self._whole: dict[ClaimRef, Refs] = {}
        self._final: dict[ClaimRef, Refs] = {}
        self._slugs: dict[str, dict[str, str]] = {}
        self._bases: dict[Refs, str] = {}
        self._frames: dict[Refs, Frame] = {}
        self._filed: dict[str, list[ClaimRef]] = {}
        self._vaguer: dict[Facts, set[Facts]] = {}

    # ------------------------------------------------------------ tellings

    def told(self, ref: ClaimRef) -> Told | None:
        """A telling, None where this view has none."""
        if ref not in self._told:
            self._told[ref] = told_at(self.view, ref)
        return self._told[ref]

    def there(self, ref: ClaimRef) -> Told:
        """A telling that is known to be there."""
        found = self.told(ref)
        assert found is not None  # noqa: S101 - the index names only what it holds
        return found

    def fact(self, ref: ClaimRef) -> Facts:
        """What a telling is compared by."""
        if ref not in self._facts:
            self._facts[ref] = facts(self.there(ref))
        return self._facts[ref]

    def filed(self, key: str) -> list[ClaimRef]:
        """The tellings under a key."""
        if key not in self._filed:
            self._filed[key] = sorted(ref_of(text) for text in self.view.members(key))
        return self._filed[key]

    def bundle(self, fact: Facts) -> Bundle | None:
        """All tellings with these facts, None where there is none."""
        if fact not in self._bundles:
            row = bundle_row(self.view, fact)
            self._bundles[fact] = found = row.bundle if row else None
            self._facts.update(dict.fromkeys(found.refs if found else (), fact))
        return self._bundles[fact]

    def near(self, keys: Iterable[str]) -> set[Facts]:
        """The facts of all tellings under some keys."""
        return {facts_of(text) for key in keys for text in self.view.members(f"k|{key}")}

    # ------------------------------------------------------------ events

    def home(self, fact: Facts) -> str:
        """The event of a bundle, with the mark of those that joined; "" where it has none."""
        row = bundle_row(self.view, fact)
        return row.home if row else ""

    def joined(self, fact: Facts) -> bool:
        """Whether tellings with these facts joined an event that others founded."""
        return self.home(fact).startswith(JOINED)

    def founded(self, fact: Facts) -> ClaimRef | None:
        """The event that tellings with these facts founded, None where they founded none."""
        home = self.home(fact)
        return ref_of(home) if home and not home.startswith(JOINED) else None

    def founders(self, event: ClaimRef) -> Cluster:
        """The bundles that founded an event."""
        keys = founding(self.view.members(f"v|{ref_text(event)}"))
        found = [row.bundle for key in keys if (row := bundle_by_key(self.view, key))]
        return tuple(sorted(found, key=lambda bundle: bundle.refs))

    def scores(self, fact: Facts) -> Scores:
        """How well events fit a vague bundle."""
        row = bundle_row(self.view, fact)
        return row.scores if row else {}

    def beside(self, fact: Facts) -> set[Facts]:
        """The facts of the same layer that could be linked to these."""
        return {
            other for other in self.near(_beside_keys(fact)) if other.layer == fact.layer and other != fact
        }

    def vaguer(self, fact: Facts) -> set[Facts]:
        """The facts of vaguer layers that could join an event founded by these."""
        if fact not in self._vaguer:
            near = self.near(_vaguer_keys(fact))
            self._vaguer[fact] = {
                other
                for other in near
                if other.layer > fact.layer and in_reach(other, fact) and may_meet(other, fact)
            }
        return self._vaguer[fact]

    def whole(self, ref: ClaimRef) -> Refs:
        """All claims of the event of a claim, before any judgement."""
        if ref not in self._whole:
            event = self.home(self.fact(ref)).removeprefix(JOINED)
            found = claims_in(self.view.members(f"v|{event}"))
            self._whole.update(dict.fromkeys(found, found))
        return self._whole[ref]

    def final(self, ref: ClaimRef) -> Refs:
        """All claims of the event of a claim."""
        if not self.verdict.camps:
            return self.whole(ref)
        if ref not in self._final:
            groups = {self.whole(ref)}
            seen: set[ClaimRef] = set()
            while new := {r for group in groups for r in group if r in self.verdict.camps} - seen:
                seen |= new
                groups |= {self.whole(r) for r in self.verdict.tied(new) if self.told(r) is not None}
            parts = obey(
                groups,
                self.verdict,
                lambda r: [r] if r in self.verdict.camps else [],
                lambda a, b: likeness(self.fact(a), self.fact(b)),
            )
            for part in parts:
                self._final.update(dict.fromkeys(part, part))
        return self._final[ref]

    # ------------------------------------------------------------ what may be touched

    def clusters(self, refs: Iterable[ClaimRef]) -> set[Refs]:
        """The events of claims, as far as they are there."""
        return {self.final(ref) for ref in refs if ref in self._facts or self.told(ref) is not None}

    # ------------------------------------------------------------ names and records

    def members(self, cluster: Refs) -> list[Told]:
        """The tellings of an event."""
        return [self.there(ref) for ref in cluster]

    def base(self, cluster: Refs) -> str:
        """The slug that an event wishes for."""
        if cluster not in self._bases:
            self._bases[cluster] = best_alone(self.members(cluster))
        return self._bases[cluster]

    def bearers(self, slug: str) -> dict[str, str]:
        """The events that wish for a slug, by their first claim, each with the one it gets."""
        if slug not in self._slugs:
            self._slugs[slug] = distinct({name: (slug, name) for name in self.view.members(f"l|{slug}")})
        return self._slugs[slug]

    def slug(self, cluster: Refs) -> str:
        """The slug of an event."""
        return self.bearers(self.base(cluster))[ref_text(cluster[0])]

    def aliases(self, cluster: Refs) -> set[str]:
        """The slugs that its claims would have alone."""
        return {alone(told) for told in self.members(cluster)}

    def formerly(self, cluster: Refs) -> tuple[str, ...]:
        """The names that lead to an event."""
        aliases, slug = self.aliases(cluster), self.slug(cluster)
        return former(aliases, slug, {name for name in aliases if self.bearers(name)})

    def frame(self, cluster: Refs) -> Frame:
        """What decides of what the event is a part."""
        if cluster not in self._frames:
            self._frames[cluster] = frame(self.members(cluster))
        return self._frames[cluster]

    def parents(self, cluster: Refs) -> tuple[str, ...]:
        """The slugs of the events that contain an event."""
        mine = self.frame(cluster)
        near = {self.final(ref) for ref in mine.says if self.told(ref) is not None}
        near |= {self.final(ref) for key in frame_lookups(mine) for ref in self.filed(f"c|{key}")}
        found = sorted(other for other in near if other != cluster and contains(self.frame(other), mine))
        return tuple(sorted(self.slug(other) for other in found))

    def children(self, cluster: Refs) -> set[Refs]:
        """The events that an event may contain."""
        mine, whole = self.frame(cluster), set(cluster)
        refs = [ref for key, _ in cluster for ref in self.filed(f"r|{key}")]
        found = {ref for ref in refs if (ref[0], self.there(ref).claim.part_of) in whole}
        days = months(mine.when.low - 1, mine.when.high + 1) if mine.when else []
        if mine.kind == "visit":
            kinds = [f"{kind}|{letter}" for kind in ("meeting", "agreement") for letter in "os"]
            facts_near = self.near(f"{kind}:{who}|{m}" for kind in kinds for who in mine.people for m in days)
            found |= {ref for bundle in map(self.bundle, facts_near) if bundle for ref in bundle.refs}
        elif mine.gathering:
            found |= {ref for m in days for ref in self.filed(f"c|h:{mine.gathering}|{m}")}
        return {self.final(ref) for ref in found}

    def record(self, cluster: Refs) -> Event:
        """The event of the picture."""
        return event(self.slug(cluster), self.formerly(cluster), self.parents(cluster), self.members(cluster))


def _beside_keys(fact: Facts) -> list[str]:
    """Where tellings of the same layer are filed that these facts could be linked to."""
    if fact.when is None:
        if not fact.published:
            return [f"{fact.kind}|{key}|never" for key in asked_keys(fact)]
        when = ["u" + month for month in months(fact.published - 3, fact.published + 3)]
    else:
        back = MOVED if fact.status == "postponed" else AROUND
        ahead = MOVED if fact.status in OPEN else AROUND
        when = months(fact.when.low - back, fact.when.high + ahead)
    return [f"{fact.kind}|{key}|{month}" for key in asked_keys(fact) for month in when]


def _vaguer_keys(fact: Facts) -> list[str]:
    """Where vaguer tellings are filed that could join an event founded by these facts."""
    if fact.when is None:
        return []
    dated = months(fact.when.low - AROUND, fact.when.high + (MOVED if fact.status in OPEN else AROUND))
    undated = ["u" + month for month in months(fact.when.low - AFTER, fact.when.high + BEFORE)]
    return [f"{fact.kind}|{key}|{month}" for key in asked_keys(fact) for month in (*dated, *undated)]
