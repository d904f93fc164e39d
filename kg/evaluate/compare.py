"""When two names, offices, dates and places count as the same."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

# An office and the forms of words that name it, in the order in which they are tried: "deputy foreign
# minister" has to come before "foreign minister", and that before "minister".
_OFFICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("spokesperson", (r"spokes",)),
    ("ambassador", (r"ambassador", r"envoy", r"permanent representative", r"charge")),
    (
        "deputy foreign minister",
        (
            r"(?:deputy|junior|state|vice).*(?:external|foreign)",
            r"(?:assistant|deputy|under|vice) ?secretary",
        ),
    ),
    (
        "foreign minister",
        (
            r"(?:external|foreign).*(?:affairs|chief|minister|secretary)",
            r"secretary of state",
            r"minister (?:for|of) foreign",
            r"top diplomat",
        ),
    ),
    (
        "defense minister",
        (
            r"defen[cs]e.*(?:chief|minister|secretary)",
            r"secretary of defen",
            r"minister (?:for|of) (?:national )?defen",
            r"pentagon chief",
        ),
    ),
    (
        "finance minister",
        (r"(?:finance|treasury).*(?:chief|minister|secretary)", r"chancellor of the exchequer"),
    ),
    ("prime minister", (r"prime minister", r"premier", r"chancellor", r"taoiseach", r"pm\b")),
    ("vice president", (r"vice.?president",)),
    ("president", (r"president",)),
    ("monarch", (r"king", r"queen", r"emperor", r"emir", r"sultan", r"crown prince")),
    ("secretary general", (r"secretary.?general",)),
    ("minister", (r"minister", r"secretary")),
)
_OFFICE = tuple((office, re.compile("|".join(forms))) for office, forms in _OFFICES)
_TWO_OFFICES = re.compile(r"\band\b|[,/&]")
_POSSESSIVE = re.compile(r"['‘’`]s\b")
_WORD = re.compile(r"[a-z0-9]+")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")
_UNSURE = str.maketrans("", "", "?~%")  # EDTF's marks of doubt say nothing about which days are meant

# A vague date counts when it is at most this much wider than the true one, or a week wide.
_WIDER, _WEEK = 4, 7


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """A name's words, plain: without accents, case, hyphens and apostrophes.

    >>> words("Péter Szijjártó's"), words("O'Neill"), words("Ahn Gyu-back")
    (('peter', 'szijjarto'), ('oneill',), ('ahn', 'gyu', 'back'))
    """
    apart = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text))
    letters = apart.encode("ascii", "ignore").decode("ascii").lower()
    return tuple(_WORD.findall(letters.replace("'", "")))


def same_name(left: str, right: str) -> bool:
    """Whether two names can be one person's: all words of one are in the other, the family name among them.

    >>> same_name("Gyu-back Ahn", "Ahn Gyuback"), same_name("Ahn", "Ahn Gyu-back"), same_name("Jae", "Lee Jae Myung")
    (False, True, False)
    """
    a, b = words(left), words(right)
    if not a or not b:
        return False
    if set(a) == set(b) or "".join(sorted(a)) == "".join(sorted(b)):
        return True
    few, many = (a, b) if len(set(a)) <= len(set(b)) else (b, a)
    if not set(few) <= set(many):
        return False
    # A single word must be the family name: the last word in most orders, the first in the Korean one.
    return len(set(few)) > 1 or any(a[at] == few[0] == b[at] for at in (-1, 0))


def offices(role: str) -> set[str]:
    """The offices that a role names; a role that is none of the known ones stands for itself.

    >>> sorted(offices("Deputy Prime Minister and Minister of Foreign Affairs"))
    ['foreign minister', 'prime minister']
    """
    parts = (" ".join(words(part)) for part in _TWO_OFFICES.split(role))
    return {next((office for office, form in _OFFICE if form.search(part)), part) for part in parts if part}


def days(edtf: str) -> tuple[date, date] | None:
    """The first and the last day that an EDTF literal covers; None when it is none.

    >>> days("2025-11"), days("2026-01-29/2026-01-31")[1], days("soon")
    ((datetime.date(2025, 11, 1), datetime.date(2025, 11, 30)), datetime.date(2026, 1, 31), None)
    """
    ends = [end for end in edtf.translate(_UNSURE).split("/") if end not in ("", "..")]
    try:
        covered = [_covered(end.strip()) for end in ends]
    except ValueError:
        return None
    return (min(first for first, _ in covered), max(last for _, last in covered)) if covered else None


def _covered(text: str) -> tuple[date, date]:
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(group) if group else 0 for group in match.groups())
    if match[3]:
        return date(year, month, day), date(year, month, day)
    if match[2]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def same_date(gold: str | None, predicted: str | None) -> bool:
    """Whether a predicted date is right: it overlaps the gold's and is not much vaguer.

    >>> same_date("2026-01-30", "2026-01"), same_date("2026-01-30", "2026-01-26/2026-02-01"), same_date(None, None)
    (False, True, True)
    """
    true, told = days(gold or ""), days(predicted or "")
    if true is None or told is None:
        return true is told
    apart = told[1] < true[0] or true[1] < told[0]
    return not apart and _length(told) <= max(_WIDER * _length(true), _WEEK)


def _length(span: tuple[date, date]) -> int:
    return (span[1] - span[0]).days + 1


def people_alike(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Jaccard's measure over people, each of whom is counted once; 0 where nobody is named.

    >>> people_alike(["Ahn Gyu-back", "Shinjiro Koizumi"], ["Ahn"])
    0.5
    """
    left = list(predicted)
    for name in gold:
        found = next((other for other in left if same_name(name, other)), None)
        if found is not None:
            left.remove(found)
    both = len(predicted) - len(left)
    either = len(gold) + len(left)
    return both / either if either else 0.0


def parties_alike(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Jaccard's measure over codes of states and bodies; 0 where none is named."""
    a, b = set(gold), set(predicted)
    return len(a & b) / len(a | b) if a | b else 0.0
