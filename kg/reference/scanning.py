"""Finds every name of a party or place in a text."""

from __future__ import annotations

import re
from functools import cache

from kg.reference.parties import parties
from kg.reference.records import Sense
from kg.reference.surfaces import Index, index, masks, stopped
from kg.reference.text import fold
from kg.reference.tsv import TABLES, read

Match = tuple[int, int, tuple[Sense, ...]]

# A capitalised word that no letter, digit or underscore precedes, in folded text.
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w*")
_CAPITALS_ONLY = 4  # shortest word in capitals that may stand for a name: "IRAN", but neither "US" nor "MAN"
_LARGE = 100_000  # people: smaller cities are not looked for in text that is all capitals


@cache
def _compounds() -> dict[str, tuple[Sense, ...]]:
    """First half of a compound → the demonym it stands for."""
    found = {}
    for row in read(TABLES / "compounds.tsv"):
        state = parties()[row["code"]]
        found[row["id"]] = (
            Sense("demonym", state.code, state.name, state.latitude, state.longitude, state.geonames),
        )
    return found


@cache
def _in_capitals() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """For datelines and shouted headlines: "WASHINGTON" → "Washington", and first words as in Index."""
    table = index()
    keys = [key for key in table.parsed if len(key) >= _CAPITALS_ONLY]
    keys += [
        key for key, rows in table.cities.items() if any(int(row[6]) >= _LARGE or row[7] for row in rows)
    ]
    keys = [key for key in keys if key not in stopped() and not key.isupper()]
    shouted = {key.upper(): key for key in keys}
    groups: dict[str, list[str]] = {}
    for key in shouted:
        first = re.match(r"\w+", key)
        if first is not None and first.end() < len(key):
            groups.setdefault(first[0], []).append(key)
    return shouted, {word: tuple(sorted(group, key=len, reverse=True)) for word, group in groups.items()}


@cache
def _meaning(key: str) -> tuple[Sense, ...]:
    return index().senses(key)


def _ends_here(text: str, end: int) -> bool:
    """Whether no word goes on at `end`: "US$5" and "Iranair" hold no name."""
    following = text[end : end + 1]
    return not (following.isalnum() or following in {"_", "$"}) or text[end - 1 : end] == "."


def _match(table: Index, original: str, text: str, start: int, word: str) -> tuple[int, str] | None:
    """End and key of the longest name that starts at `start`, or None."""
    for key in table.longer.get(word, ()):
        if text.startswith(key, start) and _ends_here(text, start + len(key)):
            end = start + len(key)
            if original[start:end] not in table.stopped:
                return end, key
    end = start + len(word)
    if word in table and _ends_here(text, end) and original[start:end] not in table.stopped:
        return end, word
    if len(word) >= _CAPITALS_ONLY and word.isupper() or word in {"NEW", "SAN", "HO"}:
        return _match_capitals(text, start, word)
    return None


def _match_capitals(text: str, start: int, word: str) -> tuple[int, str] | None:
    shouted, longer = _in_capitals()
    for key in longer.get(word, ()):
        if text.startswith(key, start) and _ends_here(text, start + len(key)):
            return start + len(key), shouted[key]
    if word in shouted and _ends_here(text, start + len(word)):
        return start + len(word), shouted[word]
    return None


def _inside_compound(text: str, start: int) -> bool:
    return start >= 2 and text[start - 1] == "-" and text[start - 2].isalpha()


def scan(text: str, start: int = 0, end: int | None = None) -> list[Match]:
    """Every name in `text[start:end]`, longest first from the left, without overlap: (start, end, senses).

    Offsets are into `text`. A possessive "'s" is no part of a name. Both halves of "Sino-Japanese" and
    "Thai-Cambodian" are found. Cities inside other compounds ("al-Basra") are not.

    >>> [(a, b, senses[0].code) for a, b, senses in scan("Sino-Japanese talks in Seoul")]
    [(0, 4, 'CN'), (5, 13, 'JP'), (23, 28, 'KR')]
    """
    end = len(text) if end is None else min(end, len(text))
    folded = fold(text)
    table = index()
    passed_over = masks()
    compounds = _compounds()
    found: list[Match] = []
    past = start
    for token in _CAPITALISED.finditer(folded, start, end):
        begin = token.start()
        if begin < past:
            continue
        word = token[0]
        match = _match(table, text, folded, begin, word)
        if match is None:
            if word in compounds and folded[token.end() : token.end() + 1] == "-":
                found.append((begin, token.end(), compounds[word]))
            continue
        stop, key = match
        if stop > end:
            continue
        past = stop
        if key in passed_over:
            continue
        senses = _meaning(key)
        if _inside_compound(folded, begin) and senses[0].kind in {"city", "region", "venue"}:
            continue
        found.append((begin, stop, senses))
    return found
