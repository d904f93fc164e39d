"""Whether an official is a "he" or a "she", as far as the article and the given name tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

from kg.extract.records import Cast

_HIS = re.compile(r"\b(?:(he|him|his|himself)|(she|her|herself))\b", re.IGNORECASE)
_SIR = re.compile(
    r"\b(?:(mr|sir|king|prince|sheikh|lord|emir|sultan)|(mrs|ms|miss|queen|princess|lady|madam|dame))\b"
)
_BEHIND = 120  # characters behind a name within which a pronoun is likely to mean it


def genders(cast: Cast, text: str) -> dict[int, str]:
    """The pronoun, "he" or "she", of each official of whom it can be told.

    The form of address decides, then the given name, then the pronouns that stand behind the name.
    """
    found: dict[int, str] = {}
    votes: dict[int, Counter[str]] = {}
    names = [(m.official, m) for m in cast.mentions if m.kind == "name" and m.official is not None]
    for n, (official, m) in enumerate(names):
        address = _SIR.search(text[max(0, m.start - 5) : m.name_start].lower())
        if address:
            found.setdefault(official, "he" if address[1] else "she")
        end = min([m.end + _BEHIND, *(x.start for _, x in names[n + 1 : n + 2])])
        pronoun = _HIS.search(text, m.end, end)
        between = text[m.end : pronoun.start()] if pronoun else ""
        # "Y, who will succeed *him*", "Y, *her* counterpart": of somebody else
        other = pronoun is not None and pronoun[0] == "him" and between.startswith(", who ")
        if pronoun and "." not in between and not other and between != ", ":
            votes.setdefault(official, Counter())["he" if pronoun[1] else "she"] += 1
    for o in cast.officials:
        given = _given(o.name, o.country)
        if given in _names("women.txt") or re.search(r"woman\b|^(queen|princess)", (o.role or "").lower()):
            found[o.local] = "she"
        elif given in _names("men.txt"):
            found.setdefault(o.local, "he")
        elif o.local in votes:
            (pronoun_, most), *others = votes[o.local].most_common()
            if not others or others[0][1] * 2 <= most:
                found.setdefault(o.local, pronoun_)
    return found


_FAMILY_FIRST = frozenset({"CN", "HK", "KP", "KR", "TW", "VN"})


def _given(name: str, country: str | None) -> str:
    """The given name, which follows the family's in East Asia: "Park Geun-hye", "Nguyen Thi Hoa".

    >>> _given("Kang Kyung-wha", "KR"), _given("Ada Berg", "NO")
    ('kyung-wha', 'ada')
    """
    words = _plain(name).split()
    if country in _FAMILY_FIRST and len(words) > 1:
        return "thi" if country == "VN" and "thi" in words else "-".join(words[1:])
    return words[0]


def by_given_name(given: str) -> str:
    """ "he" or "she" where the given name tells it, else "".

    >>> by_given_name("Penny"), by_given_name("Frank"), by_given_name("Xq")
    ('she', 'he', '')
    """
    low = _plain(given)
    return "she" if low in _names("women.txt") else "he" if low in _names("men.txt") else ""


@cache
def _names(file: str) -> frozenset[str]:
    text = files("kg.extract.officials").joinpath(file).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
