"""How well two posts go together, and how well an atom fits a person's career."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.resolve.atoms import Atom

NEAR = 2  # years within which two mentions of a post are one tenure

# Words for whoever is at the top; an article's "leader" may be another's president.
_TOP = frozenset(
    [
        "president",
        "prime-minister",
        "monarch",
        "supreme-leader",
        "head-of-state",
        "head-of-government",
        "leader",
        "pope",
    ]
)
_LOOSE_TOP = frozenset(["leader", "head-of-state", "head-of-government", "supreme-leader"])
# Words for whoever speaks abroad for a government.
_ABROAD = frozenset(
    [
        "ambassador",
        "envoy",
        "representative",
        "negotiator",
        "diplomat",
        "delegate",
        "deputy-minister",
        "spokesperson",
    ]
)
_LOOSE_ABROAD = frozenset(["envoy", "representative", "negotiator", "diplomat", "delegate"])


def agreement(a: str, b: str) -> float:
    """How well two posts go together: 1 the same, 0.7 one is a looser word for the other, 0 two posts.

    >>> agreement("president", "president"), agreement("president", "leader"), agreement("king", "envoy")
    (1.0, 0.7, 0.0)
    """
    if a == b:
        return 1.0
    pair = {a, b}
    if (pair <= _TOP and pair & _LOOSE_TOP) or (pair <= _ABROAD and pair & _LOOSE_ABROAD):
        return 0.7
    if "minister" in pair and all(post.endswith("minister") and post != "prime-minister" for post in pair):
        return 0.7
    return 0.0


class Career:
    """The posts and years of a person, to measure other mentions against."""

    def __init__(self, atoms: Iterable[Atom]) -> None:
        self.posts: dict[str, set[int]] = defaultdict(set)
        self.years: set[int] = set()
        self.names: set[str] = set()
        self.atoms = 0
        for atom in atoms:
            self.names.add(atom.name)
            self.atoms += 1
            if atom.year:
                self.years.add(atom.year)
            if atom.post:
                self.posts[atom.post].add(atom.year)

    def distance(self, year: int) -> int:
        """Years between a year and the nearest one in which the person is attested; 0 if either is unknown."""
        return _nearest(year, self.years)

    def fit(self, atom: Atom) -> float:
        """How well a mention fits: about 3 the same post then, 1 nothing against it, 0 nothing for it.

        >>> from kg.resolve.atoms import Atom
        >>> abe = Career([Atom("JP", "Shinzo Abe", "", "prime-minister", False, year) for year in (2013, 2014)])
        >>> abe.fit(Atom("JP", "Abe", "", "prime-minister", False, 2014))
        3.0
        >>> abe.fit(Atom("JP", "Abe", "", "defense-minister", False, 2014))
        0.3
        """
        away = self.distance(atom.year)
        if not atom.post:
            return 1.2 if away <= 1 else 0.8 if away <= NEAR + 2 else 0.2
        best = 0.0
        for post, years in self.posts.items():
            match = agreement(atom.post, post)
            if match:
                apart = 0 if atom.former else _nearest(atom.year, years)
                best = max(best, match * (3.0 if apart <= 1 else 2.0 if apart <= NEAR + 2 else 1.0))
        if best:
            return best
        if not self.posts:
            return 1.0 if away <= NEAR else 0.2
        return 0.3 if away <= NEAR else 0.0

    def shares_tenure(self, other: Career) -> bool:
        """Whether both held one post at about the same time, or nothing is known of the post of one."""
        if not self.posts or not other.posts:
            return min((self.distance(year) for year in other.years), default=0) <= NEAR
        return any(
            agreement(post, theirs) and min((_nearest(y, their_years) for y in years), default=0) <= NEAR
            for post, years in self.posts.items()
            for theirs, their_years in other.posts.items()
        )


def _nearest(year: int, years: set[int]) -> int:
    known = [y for y in years if y]
    if not year or not known:
        return 0
    return min(abs(year - y) for y in known)
