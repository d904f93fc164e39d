"""How well two posts go together, and how well an atom fits a person's career."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.resolve.atoms import Atom, Stat

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


def single_seat(post: str) -> bool:
    """Whether a state has one holder of a post at a time, so that two of one name and year are one person.

    >>> single_seat("foreign-minister"), single_seat("ambassador"), single_seat("minister")
    (True, False, False)
    """
    return (post in _TOP or post.endswith("-minister")) and post not in _LOOSE_TOP | _ABROAD


class Career:
    """The posts and years of a person, to measure other mentions against.

    How often each is attested counts by its order of magnitude (powers of two) only, so that what follows
    from a career changes seldom while articles arrive.
    """

    def __init__(self, atoms: Mapping[Atom, Stat]) -> None:
        self.posts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        self.years: dict[int, int] = defaultdict(int)
        for atom, stat in atoms.items():
            self.years[atom.year] += stat.claims
            if atom.post:
                self.posts[atom.post][atom.year] += stat.claims

    def weight(self, atom: Atom) -> int:
        """The order of magnitude (powers of two) of how often the person is attested in the post of a mention,
        or at all where it gives none, in its year; the years beside it count a sixteenth."""
        counted: list[Mapping[int, int]] = [self.years]
        if atom.post:
            counted = [years for post, years in self.posts.items() if agreement(atom.post, post)]
        near = 0
        for years in counted:
            for year, claims in years.items():
                away = abs(year - atom.year) if atom.year else 0
                near += 16 * claims if away == 0 else claims if away == 1 else 0
        return near.bit_length()

    def distance(self, year: int) -> int:
        """Years between a year and the nearest one in which the person is attested; 0 if either is unknown."""
        return _nearest(year, self.years)

    def years_apart(self, other: Career) -> int:
        """Years between two careers; 0 if either is undated."""
        return min((self.distance(year) for year in other.years), default=0)

    def main_years(self) -> frozenset[int]:
        """The years in which the person is written of at least a quarter as often as in the busiest one:
        those of the office itself, without the few articles that look back at it or ahead."""
        dated = {year: claims for year, claims in self.years.items() if year}
        most = max(dated.values(), default=0)
        return frozenset(year for year, claims in dated.items() if 4 * claims >= most)

    def fit(self, atom: Atom) -> float:
        """How well a mention fits: about 3 the same post then, 1 nothing against it, 0 nothing for it.

        >>> abe = Career({Atom("JP", "Shinzo Abe", "", "prime-minister", False, 2014): Stat(9)})
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
            return self.years_apart(other) <= NEAR
        return any(
            agreement(post, theirs) and min((_nearest(y, their_years) for y in years), default=0) <= NEAR
            for post, years in self.posts.items()
            for theirs, their_years in other.posts.items()
        )


def _nearest(year: int, years: Iterable[int]) -> int:
    known = [y for y in years if y]
    if not year or not known:
        return 0
    return min(abs(year - y) for y in known)


MARGIN = 0.9  # by how much a person must fit better than the next one to be beyond doubt
MUCH = 3  # orders of magnitude by which one is attested better: about eight times as often


def pick(atom: Atom, careers: Sequence[Career], least: float = 0.8) -> int | None:
    """Whose mention an atom is beyond doubt: who fits well enough, and clearly better than any other, or
    about as well and is attested far more often (a rival in one article is most likely its error).

    >>> one = Atom("US", "Lee", "", "king", False, 2014)
    >>> known, strange = Career({one: Stat(40)}), Career({one: Stat(2)})
    >>> pick(one, [strange, known]), pick(one, [known, known]), pick(one, [])
    (1, None, None)
    """
    fits = [career.fit(atom) for career in careers]
    return choose(fits, [career.weight(atom) for career in careers], least)


def choose(fits: Sequence[float], weights: Sequence[int], least: float) -> int | None:
    """As `pick`, from how well each fits and how well each is attested."""
    best = max(fits, default=0.0)
    rivals = [i for i, fit in enumerate(fits) if fit >= least and best - fit < MARGIN]
    if not rivals:
        return None
    rivals.sort(key=lambda i: (-weights[i], i))
    if len(rivals) > 1 and weights[rivals[0]] - weights[rivals[1]] < MUCH:
        return None
    return rivals[0]
