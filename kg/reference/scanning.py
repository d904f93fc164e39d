"""Finds every name of a party or place in a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.reference.records import Sense
from kg.reference.surfaces import (
    index,
    is_stopped,
    longer_names,
    masks,
    party_sense,
    plain_senses,
    stopped,
)
from kg.reference.text import fold
from kg.reference.tsv import TABLES, read

Match = tuple[int, int, tuple[Sense, ...]]

# A capitalised word that no letter, digit or underscore precedes, in folded text.
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w*")
_CAPITALS_ONLY = 4  # shortest word in capitals that may stand for a name: "IRAN", but neither "US" nor "MAN"
_SHORT_BEGINNINGS = frozenset({"NEW", "SAN", "HO", "EL", "ST", "SRI", "THE", "ABU"})  # of longer names
# Abbreviations that are words in a shouted headline: "WHO SAID WHAT", "CAR BOMB".
_SHOUTED_WORDS = frozenset({"CAR", "WHO"})
_SHOUT_GOES_ON = re.compile(r"\s[A-Z]{2}")
_LARGE = 100_000  # people: smaller cities are not looked for in text that is all capitals


@cache
def _compounds() -> dict[str, tuple[Sense, ...]]:
    """First half of a compound → the demonym it stands for."""
    return {row["id"]: (party_sense("demonym", row["code"]),) for row in read(TABLES / "compounds.tsv")}


def _is_large(city: str) -> bool:
    _, population, capital = city.rsplit("\t", 2)
    return bool(capital) or int(population) >= _LARGE


@cache
def _may_be_shouted(key: str) -> bool:
    """Whether a name is looked for in capitals: parties, regions, venues and large cities are."""
    if key in stopped() or key.isupper():
        return False
    table = index()
    return key in table.parsed or key in masks() or any(map(_is_large, table.cities[key].split("\n")))


def _ends_here(text: str, end: int) -> bool:
    """Whether no word goes on at `end`: "US$5" and "Iranair" hold no name."""
    following = text[end : end + 1]
    return not (following.isalnum() or following in {"_", "$"}) or text[end - 1] == "."


def _match(original: str, text: str, start: int, word: str) -> tuple[int, str] | None:
    """End and key of the longest name that starts at `start`, or None."""
    for key in longer_names().get(word, ()):
        end = start + len(key)
        if text.startswith(key, start) and _ends_here(text, end) and not is_stopped(original[start:end]):
            return end, key
    end = start + len(word)
    if word in _SHOUTED_WORDS and _SHOUT_GOES_ON.match(text, end):
        return None
    if word in index() and _ends_here(text, end) and not is_stopped(original[start:end]):
        return end, word
    if word.isupper() and (len(word) >= _CAPITALS_ONLY or word in _SHORT_BEGINNINGS):
        return _match_capitals(text, start, word)
    return None


def _match_capitals(text: str, start: int, word: str) -> tuple[int, str] | None:
    """As _match, for datelines and shouted headlines: "WASHINGTON", "HO CHI MINH CITY"."""
    first = word.capitalize()
    keys = (
        *longer_names().get(word, ()),
        *longer_names().get(first, ()),
        *({first} if first in index() else ()),
    )
    for key in keys:
        end = start + len(key)
        if text.startswith(key.upper(), start) and _ends_here(text, end) and _may_be_shouted(key):
            return end, key
    return None


def _inside_compound(text: str, start: int) -> bool:
    return start >= 2 and text[start - 1] == "-" and text[start - 2].isalpha()


def _with_article(text: str, begin: int, start: int, sense: Sense) -> int:
    """Where the name begins: "The Hague" has its article in the name, "the Sudan" has not."""
    before = text[max(start, begin - 4) : begin]
    return begin - 4 if sense.name.startswith("The ") and before.lower() == "the " else begin


# An article is scanned sentence by sentence; folding all of it each time would cost more than the scan.
_folded = lru_cache(maxsize=8)(fold)


def scan(text: str, start: int = 0, end: int | None = None) -> list[Match]:
    """Every name in `text[start:end]`, longest first from the left, without overlap: (start, end, senses).

    Offsets are into `text`. A possessive "'s" is no part of a name. Both halves of "Sino-Japanese" and
    "Thai-Cambodian" are found. Cities inside other compounds ("al-Basra") are not.

    >>> [(a, b, senses[0].code) for a, b, senses in scan("Sino-Japanese talks in Seoul")]
    [(0, 4, 'CN'), (5, 13, 'JP'), (23, 28, 'KR')]
    """
    end = len(text) if end is None else min(end, len(text))
    folded = _folded(text)
    compounds = _compounds()
    found: list[Match] = []
    past = start  # end of the last match: names do not overlap
    for token in _CAPITALISED.finditer(folded, start, end):
        begin = token.start()
        if begin < past:
            continue
        match = _match(text, folded, begin, token[0])
        if match is not None and match[0] <= end:
            past, key = match
            senses = plain_senses(key)
            local = bool(senses) and senses[0].kind in {"city", "region", "venue"}
            if senses and not (local and _inside_compound(folded, begin)):
                found.append((_with_article(folded, begin, start, senses[0]), past, senses))
        elif token[0] in compounds and folded[token.end() : token.end() + 1] == "-":
            found.append((begin, token.end(), compounds[token[0]]))
    return found
