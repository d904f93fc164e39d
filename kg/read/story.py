"""One wire story on forty sites: a fingerprint of a text's words, and how many stories some prints are of.

The print is a MinHash of the text's runs of four words: 32 bins, a byte each, as 64 hexadecimal digits
("one permutation": each run falls into one bin by its hash, a bin keeps its smallest). It follows from one
text alone. Two prints are of one story where more than half of their bins agree: copies share most runs,
whatever headline, credit and furniture a site puts around them; other texts on the same event share few.
Because "near" is no equivalence, nothing is ever labelled with a group: whoever counts hands over all the
prints, and prints that are near each other, directly or through others, count once. So the number follows
from the set of prints, whatever the order in which they came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

BINS = 32
RUN = 4  # words: shorter runs are shared by unrelated news, longer ones break at every edit
NEAR = 0.5  # more than this share of bins: copies that differ in a third of their runs still have it
MIN_RUNS = 12  # a text of fewer runs has too few to compare: only its own copy is near it
WORD = re.compile(r"\w+")
PRINT = re.compile(r"[0-9a-f]{64}")
FEW = 24  # prints: up to here comparing all is cheaper than sorting them
EMPTY = 0  # of a bin that no run fell into; a kept hash is 1 to 255


def story(text: str) -> str:
    """The print of a text: 64 hexadecimal digits.

    >>> a = story("The ministers of Italy and Japan met in Rome on Monday for talks about the sea and said "
    ...           "that they would meet again in the autumn when the new treaty on ports is ready to sign.")
    >>> b = story("Ministers meet. The ministers of Italy and Japan met in Rome on Monday for talks about the "
    ...           "sea and said that they would meet again in the autumn when the new treaty on ports is ready to sign.")
    >>> a == b, near(a, b)
    (False, True)
    """
    words = WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if len(runs) < MIN_RUNS:
        return blake2b(" ".join(words).encode(), digest_size=BINS).hexdigest()
    least = [1 << 32] * BINS
    for run in runs:
        value = int.from_bytes(blake2b(run.encode(), digest_size=5).digest(), "big")
        at, rest = value % BINS, value >> 8
        least[at] = min(least[at], rest)
    return bytes(EMPTY if kept == 1 << 32 else 1 + kept % 255 for kept in least).hex()


@lru_cache(maxsize=100_000)  # prints of a day's news
def near(a: str, b: str) -> bool:
    """Whether two prints are of one story. Anything else than a print is near its equal only."""
    if a == b:
        return True
    if not (PRINT.fullmatch(a) and PRINT.fullmatch(b)):
        return False
    pairs = [(x, y) for x, y in zip(bytes.fromhex(a), bytes.fromhex(b), strict=True) if x or y]
    return sum(x == y for x, y in pairs) > NEAR * len(pairs)


def count_stories(prints: Iterable[str]) -> int:
    """How many stories some texts are: near ones, directly or through others, are one.

    >>> count_stories(["a", "b", "a"])
    2
    """
    distinct = frozenset(prints)
    return few_stories(distinct) if len(distinct) <= FEW else len(groups(distinct))


@lru_cache(maxsize=10_000)  # of one event, the same few texts are behind most of what is said
def few_stories(prints: frozenset[str]) -> int:
    """How many stories a few prints are of."""
    return len(groups(prints)) if len(prints) > 1 else len(prints)


def groups(prints: Iterable[str]) -> list[list[str]]:
    """The prints by story, each group and all of them sorted; order and repeats do not matter.

    Pairs that share no bin are never compared, so that many different stories cost little.
    """
    distinct = sorted(set(prints))
    leader = list(range(len(distinct)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for one, other in candidates(distinct):
        a, b = find(one), find(other)
        if a != b and near(distinct[one], distinct[other]):
            leader[max(a, b)] = min(a, b)
    found: dict[int, list[str]] = {}
    for at, each in enumerate(distinct):
        found.setdefault(find(at), []).append(each)
    return list(found.values())


def candidates(distinct: list[str]) -> Iterable[tuple[int, int]]:
    """Pairs that may be near: those that share a pair of neighbouring bins.

    Prints that agree in more than half of 32 bins agree in one of the 16 whole pairs at least.
    """
    if len(distinct) <= FEW:
        yield from ((a, b) for b in range(len(distinct)) for a in range(b))
        return
    by_pair: dict[str, list[int]] = {}
    for at, each in enumerate(distinct):
        for key in keys(each):
            by_pair.setdefault(key, []).append(at)
    for members in by_pair.values():
        yield from ((a, b) for index, b in enumerate(members) for a in members[:index])


@lru_cache(maxsize=100_000)
def keys(each: str) -> tuple[str, ...]:
    """The pairs of neighbouring bins in a print, each with its place; none of what is no print."""
    if not PRINT.fullmatch(each):
        return ()
    return tuple(f"{at}{each[at : at + 4]}" for at in range(0, len(each), 4) if each[at : at + 4] != "0000")
