"""What an article leaves unsaid because a reader fills it in: the place and day of talks held on a visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.edtf import overlap
from kg.page.records import Sentence


def complete(drafts: list[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Fill in places and dates from neighbouring events of the same people; drop what stays empty."""
    for d in drafts:
        if d.when is None:
            _date(d, drafts, sentences)
        if d.place is None and d.kind == "meeting":
            _place(d, drafts, sentences)
        if d.gathering and d.place is not None and d.place.country not in d.countries:
            d.hosts.append(d.place.country)
        if d.kind == "call":
            d.place = None
    return [d for d in drafts if len(d.countries) >= 2]


def _near(d: Draft, drafts: list[Draft], sentences: Sequence[Sentence], reach: int) -> list[Draft]:
    """Other drafts that share an official, nearest first, no further than `reach` sentences."""
    others = [
        e
        for e in drafts
        if e is not d and e.officials & d.officials and abs(e.tree.number - d.tree.number) <= reach and _alike(d, e)
    ]
    return sorted(others, key=lambda e: (abs(e.tree.number - d.tree.number), e.tree.number > d.tree.number))


def _alike(d: Draft, e: Draft) -> bool:
    done = {"held", "ongoing"}
    return d.status == e.status or (d.status in done and e.status in done) or {d.status, e.status} == {"ongoing", "planned"}


def _date(d: Draft, drafts: list[Draft], sentences: Sequence[Sentence]) -> None:
    for e in _near(d, drafts, sentences, 2):
        if e.when is not None and not (d.place and e.place and d.place.country != e.place.country):
            d.when = replace(e.when, basis="inherited")
            return


def _place(d: Draft, drafts: list[Draft], sentences: Sequence[Sentence]) -> None:
    for e in _near(d, drafts, sentences, 6):
        if e.place is None or e.kind == "call":
            continue
        if d.when is not None and e.when is not None and not overlap(d.when.edtf, e.when.edtf):
            continue
        d.place = e.place
        return
