"""The user's word: which claims are, and which are not, the same official or event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from kg.errors import JudgementError
from kg.model import ClaimRef, Judgement
from kg.resolve.unions import Union

T = TypeVar("T", bound=Any)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Judgements of one sort, worked out: which claims go together, and which sets of them do not."""

    camps: dict[ClaimRef, ClaimRef] = field(
        default_factory=dict
    )  # claim → the first of those that it is with
    apart: frozenset[tuple[ClaimRef, ClaimRef]] = frozenset()  # pairs of such firsts, sorted

    def differ(self, a: ClaimRef, b: ClaimRef) -> bool:
        """Whether the user said, or what was said implies, that two claims are not the same."""
        left, right = sorted((self.camps.get(a, a), self.camps.get(b, b)))
        return (left, right) in self.apart

    def tied(self, refs: Iterable[ClaimRef]) -> set[ClaimRef]:
        """All claims that judgements tie to some claims, in one step: the same as these, or different."""
        camps = {self.camps[ref] for ref in refs if ref in self.camps}
        camps |= {other for pair in self.apart for other in pair if camps & set(pair)}
        return {ref for ref, first in self.camps.items() if first in camps}


def verdicts(judgements: Iterable[Judgement], of: Literal["official", "event"]) -> Verdicts:
    """What the judgements of one sort come to; the order they were given in does not matter.

    Raises JudgementError where they contradict each other, directly or through others.

    >>> a, b, c = ("a", 1), ("b", 1), ("c", 1)
    >>> same, other = Judgement("same", "event", a, b), Judgement("different", "event", a, c)
    >>> verdicts([same, other], "event").differ(b, c)
    True
    >>> verdicts([same, other, Judgement("same", "event", b, c)], "event")
    Traceback (most recent call last):
    kg.errors.JudgementError: "a/1 and c/1 are different" contradicts what was judged the same: a/1, b/1, c/1; \
undo one of these judgements
    """
    mine = sorted({(j.verdict, min(j.left, j.right), max(j.left, j.right)) for j in judgements if j.of == of})
    union: Union[ClaimRef] = Union(ref for _, left, right in mine for ref in (left, right))
    for verdict, left, right in mine:
        if verdict == "same":
            union.join(left, right)
    groups = union.groups()
    camps = {ref: group[0] for group in groups for ref in group}
    apart = set()
    for verdict, left, right in mine:
        if verdict != "different":
            continue
        first, second = sorted((camps[left], camps[right]))
        if first == second:
            raise JudgementError(_contradiction(left, right, [r for r in camps if camps[r] == first]))
        apart.add((first, second))
    return Verdicts(camps, frozenset(apart))


def _contradiction(left: ClaimRef, right: ClaimRef, group: Sequence[ClaimRef]) -> str:
    told = ", ".join(_name(ref) for ref in sorted(group)[:6])
    return (
        f'"{_name(left)} and {_name(right)} are different" contradicts what was judged the same: {told}; '
        "undo one of these judgements"
    )


def _name(ref: ClaimRef) -> str:
    return f"{ref[0]}/{ref[1]}"


def admit(judgement: Judgement, standing: Iterable[Judgement]) -> None:
    """Raise JudgementError when a new judgement contradicts those that stand, or is about one claim only.

    The user may overrule the tool (join different ordinals, say), but not himself.

    >>> admit(Judgement("same", "event", ("a", 1), ("a", 1)), [])
    Traceback (most recent call last):
    kg.errors.JudgementError: a judgement needs two different claims; a/1 was named twice
    """
    if judgement.left == judgement.right:
        raise JudgementError(
            f"a judgement needs two different claims; {_name(judgement.left)} was named twice"
        )
    verdicts([*standing, judgement], judgement.of)


def obey(
    groups: Iterable[Sequence[T]],
    verdict: Verdicts,
    refs: Callable[[T], Sequence[ClaimRef]],
    affinity: Callable[[T, T], float],
) -> list[tuple[T, ...]]:
    """Groups of items changed as little as the verdicts ask: joined where two are the same, then cut where
    two differ, each unjudged item going to the side it is most like (the first of equals).

    `refs` gives the judged claims of an item; `affinity` says how alike two items are.
    """
    whole = [tuple(sorted(group)) for group in groups]
    home: dict[ClaimRef, int] = {}
    for i, group in enumerate(whole):
        for item in group:
            for ref in refs(item):
                home[ref] = i
    union: Union[int] = Union(range(len(whole)))
    _join_camps(verdict, home, union)
    joined = [tuple(sorted(item for i in group for item in whole[i])) for group in union.groups()]
    return sorted(part for group in joined for part in _cut(group, verdict, refs, affinity))


def _join_camps(verdict: Verdicts, home: dict[ClaimRef, int], union: Union[int]) -> None:
    """Join the groups that hold claims judged the same; claims that are no more there do not count."""
    by_camp: dict[ClaimRef, list[int]] = defaultdict(list)
    for ref, first in verdict.camps.items():
        if ref in home:
            by_camp[first].append(home[ref])
    for homes in by_camp.values():
        for other in homes[1:]:
            union.join(homes[0], other)


def _cut(
    group: tuple[T, ...],
    verdict: Verdicts,
    refs: Callable[[T], Sequence[ClaimRef]],
    affinity: Callable[[T, T], float],
) -> list[tuple[T, ...]]:
    """One group, cut so that no two claims that differ stay together."""
    judged: dict[ClaimRef, list[T]] = defaultdict(list)
    for item in group:
        for ref in refs(item):
            if ref in verdict.camps:
                judged[verdict.camps[ref]].append(item)
    sides: list[list[ClaimRef]] = []
    for camp in sorted(judged):
        side = next((s for s in sides if not any(verdict.differ(camp, other) for other in s)), None)
        if side is None:
            sides.append([camp])
        else:
            side.append(camp)
    if len(sides) < 2:
        return [group]
    seeds = [sorted({item for camp in side for item in judged[camp]}) for side in sides]
    parts = [list(seed) for seed in seeds]
    placed = {item for seed in seeds for item in seed}
    for item in group:
        if item not in placed:
            best = max(range(len(seeds)), key=lambda i: (max(affinity(item, s) for s in seeds[i]), -i))
            parts[best].append(item)
    return [tuple(sorted(part)) for part in parts]
