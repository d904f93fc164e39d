"""Finds every name of a party or place in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.reference.records import Sense
from kg.reference.surfaces import by_first_word, index, is_stopped, longer_names, masks, party_sense, stopped
from kg.reference.text import fold
from kg.reference.tsv import TABLES, read

Match = tuple[int, int, tuple[Sense, ...]]

# A capitalised word that no letter, digit or underscore precedes, in folded text.
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w*")
_CAPITALS_ONLY = 4  # shortest word in capitals that may stand for a name: "IRAN", but neither "US" nor "MAN"
_SHORT_BEGINNINGS = frozenset({"NEW", "SAN", "HO", "EL", "ST", "SRI", "THE", "ABU"})  # of longer names
_LARGE = 100_000  # people: smaller cities are not looked for in text that is all capitals


@dataclass(frozen=True, slots=True)
class _Capitals:
    """For datelines and shouted headlines."""

    names: dict[str, str]  # "WASHINGTON" → "Washington"
    longer: dict[str, tuple[str, ...]]


@cache
def _compounds() -> dict[str, tuple[Sense, ...]]:
    """First half of a compound → the demonym it stands for."""
    return {row["id"]: (party_sense("demonym", row["code"]),) for row in read(TABLES / "compounds.tsv")}


def _is_large(city: str) -> bool:
    *_, population, capital = city.split("\t")
    return bool(capital) or int(population) >= _LARGE


@cache
def _capitals() -> _Capitals:
    table = index()
    keys = [key for key in table.parsed if len(key) >= _CAPITALS_ONLY]
    keys += [key for key, cities in table.cities.items() if any(map(_is_large, cities.split("\n")))]
    names = {key.upper(): key for key in keys if key not in stopped() and not key.isupper()}
    names.update((key.upper(), key) for key in masks())
    return _Capitals(names, by_first_word(list(names)))


@cache
def _meaning(key: str) -> tuple[Sense, ...]:
    return () if key in masks() else index().senses(key)


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
    if word in index() and _ends_here(text, end) and not is_stopped(original[start:end]):
        return end, word
    if word.isupper() and (len(word) >= _CAPITALS_ONLY or word in _SHORT_BEGINNINGS):
        return _match_capitals(text, start, word)
    return None


def _match_capitals(text: str, start: int, word: str) -> tuple[int, str] | None:
    capitals = _capitals()
    for shouted in (*capitals.longer.get(word, ()), word):
        end = start + len(shouted)
        if shouted in capitals.names and text.startswith(shouted, start) and _ends_here(text, end):
            return end, capitals.names[shouted]
    return None


def _inside_compound(text: str, start: int) -> bool:
    return start >= 2 and text[start - 1] == "-" and text[start - 2].isalpha()


def _with_article(text: str, begin: int, start: int, sense: Sense) -> int:
    """Where the name begins: "The Hague" has its article in the name, "the Sudan" has not."""
    article = sense.name.startswith("The ") and text[max(start, begin - 4) : begin] in {
        "The ",
        "the ",
        "THE ",
    }
    return begin - 4 if article else begin


def scan(text: str, start: int = 0, end: int | None = None) -> list[Match]:
    """Every name in `text[start:end]`, longest first from the left, without overlap: (start, end, senses).

    Offsets are into `text`. A possessive "'s" is no part of a name. Both halves of "Sino-Japanese" and
    "Thai-Cambodian" are found. Cities inside other compounds ("al-Basra") are not.

    >>> [(a, b, senses[0].code) for a, b, senses in scan("Sino-Japanese talks in Seoul")]
    [(0, 4, 'CN'), (5, 13, 'JP'), (23, 28, 'KR')]
    """
    end = len(text) if end is None else min(end, len(text))
    folded = fold(text)
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
            senses = _meaning(key)
            local = bool(senses) and senses[0].kind in {"city", "region", "venue"}
            if senses and not (local and _inside_compound(folded, begin)):
                found.append((_with_article(folded, begin, start, senses[0]), past, senses))
        elif token[0] in compounds and folded[token.end() : token.end() + 1] == "-":
            found.append((begin, token.end(), compounds[token[0]]))
    return found
