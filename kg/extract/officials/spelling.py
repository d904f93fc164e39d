"""How one person's name is spelt: short keys of its words, and which full names can be one person's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from kg.extract.officials.lexicon import word_class

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "an-", "at-", "ash-", "az-", "ul-")
_LONG = 9  # letters of a whole name from which a slip of one or two letters makes no other name


def key(word: str) -> str:
    """What spellings of one word of a name share.

    >>> key("al-Sisi"), key("Kye-gwan"), key("Jr."), key("O'Brien")
    ('sisi', 'kyegwan', 'jr', 'obrien')
    """
    low = word.lower()
    for article in _ARTICLES:
        if low.startswith(article) and len(low) > len(article) + 2:
            low = low[len(article) :]
            break
    return low.replace("-", "").replace("'", "").replace(".", "")


@lru_cache(maxsize=8192)  # the same names come again and again
def keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a name, without particles, quotes and nicknames.

    >>> keys(("Teodoro", '"', "Teddy", '"', "Locsin", "Jr"))
    ('teodoro', 'locsin', 'jr')
    """
    found, quoted = [], False
    particles = word_class("lower-particle")
    for word in words:
        if word in '"()':
            quoted = word == "(" or (word == '"' and not quoted)
        elif not quoted and word not in (",", ".") and word.lower() not in particles:
            found.append(key(word))
    return tuple(found) or tuple(key(w) for w in words)


def nicknames(words: tuple[str, ...]) -> set[str]:
    """The keys of nicknames in quotes inside a name.

    >>> nicknames(("Teodoro", '"', "Teddy", '"', "Locsin", "Jr"))
    {'teddy'}
    """
    quotes = [i for i, word in enumerate(words) if word == '"']
    if len(quotes) != _PAIR or not 0 < quotes[0] < quotes[1] < len(words) - 1:
        return set()
    return {key(word) for word in words[quotes[0] + 1 : quotes[1]]}


_PAIR = 2


def _initial_fits(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names (two words or more each) can be one person's.

    >>> same_person(("george", "bush"), ("george", "w", "bush"))
    True
    >>> same_person(("george", "w", "bush"), ("george", "h", "w", "bush"))
    False
    >>> same_person(("kim", "jong", "il"), ("kim", "dae", "jung"))
    False
    >>> same_person(("kim", "yong", "chol"), ("kim", "hyok", "chol"))
    False
    >>> same_person(("sabah", "ahmad", "sabah"), ("nawaf", "ahmad", "sabah"))
    False
    >>> same_person(("khalid", "ahmad", "khalifa"), ("khalifa", "ahmad", "khalifa"))
    False
    """
    if "".join(a) == "".join(b):
        return True
    plain_a = [x for x in a if x not in SUFFIXES] or [*a]
    plain_b = [x for x in b if x not in SUFFIXES] or [*b]
    initials_a = [x for x in plain_a[1:] if len(x) == 1]
    initials_b = [x for x in plain_b[1:] if len(x) == 1]
    if initials_a and initials_b and initials_a != initials_b:
        return False
    if _other_given(plain_a, plain_b):
        return False
    small, large = sorted((Counter(plain_a), Counter(plain_b)), key=lambda c: c.total())
    if len(small) >= 2 and small <= large:
        return True
    if plain_a[-1] == plain_b[-1] and len(plain_a[-1]) > 2 and not _other_middle(plain_a, plain_b):
        first, second = plain_a[0], plain_b[0]
        if _initial_fits(first, second) or (len(first) > 3 and len(second) > 3 and first[:4] == second[:4]):
            return True
    if sorted(plain_a) == sorted(plain_b):
        return True
    return _near("".join(plain_a), "".join(plain_b))


def _other_middle(a: list[str], b: list[str]) -> bool:
    """Whether two names differ in all between first and last: "Kim Yong Chol", "Kim Hyok Chol"; "Sabah X Y Al-Sabah"."""
    if len(a) == len(b) == 3:
        return a[1][0] != b[1][0]
    return min(len(a), len(b)) > 3 and not any(_initial_fits(x, y) for x in a[1:-1] for y in b[1:-1])


def _other_given(a: list[str], b: list[str]) -> bool:
    """Whether two sons of one house are named: only the first words differ, and in their consonants."""
    if len(a) < _WITH_HOUSE or a[1:] != b[1:]:
        return False
    first, second = (_SOUNDLESS.sub("", x[0]) for x in (a, b))
    return not (first.startswith(second) or second.startswith(first))


_WITH_HOUSE = 3  # words: given name, father's, house
_SOUNDLESS = re.compile(r"[aeiouyh]|(.)(?=\1)")


def _near(a: str, b: str) -> bool:
    """Whether two spellings differ by one or two letters at one place (long names only)."""
    if min(len(a), len(b)) < _LONG or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    j = 0
    while j < min(len(a), len(b)) - i and a[-1 - j] == b[-1 - j]:
        j += 1
    return max(len(a), len(b)) - i - j <= 2


def marks(name: tuple[str, ...], searched: bool = False) -> Iterator[str]:
    """What every other spelling of `name` but a slip of the pen has in common with it (see `halves`).

    The marks of a name and those of another, `searched`, meet where `same_person` takes both for one.

    >>> bool(set(marks(("george", "w", "bush"))) & set(marks(("g", "bush"), searched=True)))
    True
    >>> bool(set(marks(("george", "w", "bush"))) & set(marks(("gerald", "bush"), searched=True)))
    False
    """
    yield "=" + "".join(name)
    plain = [w for w in name if w not in SUFFIXES] or [*name]
    for a, b in combinations(sorted(set(plain)), 2):
        yield f"{a} {b}"
    first, last = plain[0], plain[-1]
    yield f"{first[:4]}- {last}"
    initial = len(first) == 1
    if initial or searched:
        yield f"{first[0]}. {last}"
    if initial == searched:
        yield f"{first[0]}… {last}"


def halves(name: tuple[str, ...], searched: bool = False) -> Iterator[str]:
    """The beginning and the end of a long name, one of which a slip of the pen leaves as it was.

    Suffixes ("Jr") are left out, as `same_person` leaves them out. With `searched`, those of the names that are up to two letters longer or shorter.
    """
    joined = "".join([w for w in name if w not in SUFFIXES] or name)
    if len(joined) >= _LONG:
        sizes = {(n - 2) // 2 for n in range(len(joined) - 2, len(joined) + 3)}
        for size in sizes if searched else {(len(joined) - 2) // 2}:
            yield f"{joined[:size]}>"
            yield f"<{joined[-size:]}"
