"""How well a picture agrees with the truth of a generated world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.world import World
from kg.model import ClaimRef, Picture


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 over pairs of claims that are, or are taken to be, of one thing."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairwise(truth: Mapping[ClaimRef, int], found: Mapping[ClaimRef, str]) -> Score:
    """Pairwise agreement of two groupings of the same claims.

    >>> pairwise({("a", 1): 1, ("b", 1): 1, ("c", 1): 2}, {("a", 1): "x", ("b", 1): "x", ("c", 1): "x"}).recall
    1.0
    """
    both = _pairs(Counter((truth[ref], found[ref]) for ref in truth))
    said = _pairs(Counter(found[ref] for ref in truth))
    true = _pairs(Counter(truth.values()))
    return Score(both / said if said else 1.0, both / true if true else 1.0)


def _pairs(sizes: Counter[object] | Counter[tuple[int, str]] | Counter[str] | Counter[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


def officials(world: World, picture: Picture) -> Score:
    """Pairwise agreement on officials."""
    return pairwise(world.officials_of, {ref: o.slug for o in picture.officials for ref in o.claims})


def events(world: World, picture: Picture) -> Score:
    """Pairwise agreement on events."""
    return pairwise(world.events_of, {ref: e.slug for e in picture.events for ref in e.claims})


def false_friends(world: World, picture: Picture) -> int:
    """How many officials of the picture mix people of different states who have distinct full names,
    although the claims say both (one-word mentions and claims of a wrong state do not count)."""
    said = {
        (article.article.key, claim.local): claim for article in world.claims for claim in article.officials
    }
    mixed = 0
    for official in picture.officials:
        full = [ref for ref in official.claims if len(said[ref].name.replace("-", " ").split()) > 1]
        true = [world.people[world.officials_of[ref]] for ref in full]
        known = sorted(
            {
                p.number: p for p, ref in zip(true, full, strict=True) if said[ref].country == p.country
            }.values(),
            key=lambda p: p.number,
        )
        mixed += any(
            a.country != b.country and a.full != b.full for i, a in enumerate(known) for b in known[i + 1 :]
        )
    return mixed
