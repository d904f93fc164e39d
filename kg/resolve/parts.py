"""Which event is part of which: a gathering contains its bilaterals, a visit its meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import ClaimRef
from kg.resolve.lives import chosen_date, chosen_place, final_status
from kg.resolve.time import Span, months, span
from kg.resolve.told import LONGEST, Told, gathering_key, place_words


@dataclass(frozen=True, slots=True)
class Frame:
    """What decides whether an event contains another."""

    kind: str
    people: frozenset[str]
    parties: frozenset[str]
    when: Span | None
    country: str
    gathering: str
    told: frozenset[ClaimRef]
    says: frozenset[ClaimRef]  # claims that its own articles name as containing it

    @property
    def outward(self) -> Frame:
        """The frame as other articles see it: without what tellings of one article say of each other."""
        return replace(self, told=frozenset(), says=frozenset())


def frame(members: Sequence[Told]) -> Frame:
    """The frame of an event."""
    when = span(chosen_date(members, final_status(members)))
    return Frame(
        kind=members[0].claim.kind,
        people=frozenset(who for t in members for who in t.officials if who),
        parties=frozenset(code for t in members for code in t.claim.countries),
        when=when if when and when.days <= LONGEST else None,
        country=place_words(chosen_place(members))[1],
        gathering=next((g for g in sorted(gathering_key(t.claim.gathering) for t in members) if g), ""),
        told=frozenset(t.ref for t in members),
        says=frozenset((t.ref[0], t.claim.part_of) for t in members if t.claim.part_of is not None),
    )


def contains(whole: Frame, part: Frame) -> bool:
    """Whether an event contains another, by what its articles say or by who was where when."""
    if whole.told & part.says:
        return not part.told & whole.says
    if whole.when is None or part.when is None or part.kind == "visit" or part.when.days > 4:
        return False
    if whole.gathering and whole.gathering == part.gathering and part.kind in ("meeting", "agreement"):
        larger = len(whole.parties) > max(2, len(part.parties)) and whole.kind == "meeting"
        return larger and part.parties < whole.parties and whole.when.gap(part.when) <= 1
    if whole.kind != "visit" or part.kind == "call" or not whole.people & part.people:
        return False
    if not whole.when.holds(part.when) or not whole.country:
        return False
    return whole.country == part.country or (not part.country and part.parties == whole.parties)


def whole_keys(told: Told) -> list[str]:
    """Under which keys a telling is filed as of something that may contain others: a visit by traveller,
    a gathering by name, each with its months; and, by "h:", all that was told on the margins of one."""
    when, gathering = told.when, gathering_key(told.claim.gathering)
    if when is None or when.days > LONGEST:
        return []
    keys = [f"h:{gathering}", f"g:{gathering}"] if gathering and told.claim.kind == "meeting" else []
    if gathering and told.claim.kind == "agreement":
        keys = [f"h:{gathering}"]
    if told.claim.kind == "visit":
        keys = [f"p:{who}" for who in sorted({who for who in told.officials if who})]
    return [f"{key}|{month}" for key in keys for month in months(when.low - 1, when.high + 1)]


def frame_lookups(part: Frame) -> list[str]:
    """Under which keys those are filed that may contain an event."""
    if part.when is None or part.kind == "visit":
        return []
    keys = [f"g:{part.gathering}"] if part.gathering else []
    if part.kind != "call":
        keys += [f"p:{who}" for who in sorted(part.people)]
    return [f"{key}|{month}" for key in keys for month in months(part.when.low, part.when.high)]


def contained(clusters: Mapping[str, Sequence[Told]]) -> dict[str, tuple[str, ...]]:
    """For each event (by name) the names of those that contain it; events that nothing contains are left out."""
    frames = {name: frame(members) for name, members in clusters.items()}
    where = {ref: name for name, one in frames.items() for ref in one.told}
    wholes: dict[str, set[str]] = defaultdict(set)
    for name, members in clusters.items():
        for told in members:
            for key in whole_keys(told):
                wholes[key].add(name)
    found: dict[str, tuple[str, ...]] = {}
    for name, one in frames.items():
        near = {where[ref] for ref in one.says if ref in where}
        near |= {other for key in frame_lookups(one) for other in wholes.get(key, ())}
        parents = tuple(sorted(p for p in near if p != name and contains(frames[p], one)))
        if parents:
            found[name] = parents
    return found
