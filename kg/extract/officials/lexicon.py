"""The lexicon of offices and the classes of words, read from the two tables beside the code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.reference.text import fold

OFFICES = Path(__file__).parent / "offices.tsv"
WORDS = Path(__file__).parent / "words.tsv"

# Rough strength of an office as a sign that its holder is an official (see `people`).
LEVELS = frozenset(
    [
        "official",
        "official-party",
        "leader",
        "royal",
        "rank",
        "military",
        "spokes",
        "chair",
        "adviser",
        "aide",
        "diplomat",
        "delegation",
        "commissioner",
        "governor",
        "parliament",
        "legislator",
        "judicial",
        "party",
        "mayor",
        "local",
        "civil",
        "kin",
        "official-plain",
        "counterpart",
        "hostguest",
        "successor",
    ]
)


@dataclass(frozen=True, slots=True)
class Office:
    """One line of `offices.tsv`.

    `takes` holds letters: p a portfolio may precede ("trade minister"), f a portfolio may follow
    ("minister for trade"), ! the portfolio is needed, d a destination follows ("ambassador to Japan"),
    o an organisation follows ("head of the delegation"), 1 may also be a family name ("King").
    """

    id: str
    office: str
    level: str
    takes: str
    usual: tuple[str, ...] = ()  # states where the wording is usual


@dataclass(frozen=True, slots=True)
class Hit:
    """An office found in the words of a sentence: how many words, and whether they are a plural."""

    office: Office
    plural: bool
    length: int


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of `words.tsv`, folded and in lower case; "_" in the table is a space."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words = line.split("\t")
            found[name] = frozenset(fold(w.replace("_", " ")).lower() for w in words.split())
    return found


@cache
def offices() -> tuple[tuple[Office, tuple[str, ...]], ...]:
    """Every office with its patterns, as the table has them."""
    found = []
    for line in OFFICES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, office, patterns, level, takes, usual = line.split("\t")
            found.append(
                (Office(key, office, level, takes, tuple(usual.split())), tuple(patterns.split(" | ")))
            )
    return tuple(found)


def pattern_words(pattern: str) -> list[str]:
    """The words of a pattern, folded; hyphens divide words, as they do in the tokens.

    >>> pattern_words("secretary*-general")
    ['secretary*', 'general']
    """
    return re.split(r"[\s-]+", fold(pattern).lower().strip())


def plural_of(word: str) -> str:
    """
    >>> plural_of("secretary"), plural_of("spokesman"), plural_of("chief")
    ('secretaries', 'spokesmen', 'chiefs')
    """
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh")) else "s")


_ROOT: dict[str, Any] = {}  # filled by `trie` at first use


@cache
def trie() -> dict[str, Any]:
    """Patterns by word: nested dicts; the key "" holds `(Office, plural)`. The first pattern given wins."""
    root = _ROOT
    for office, patterns in offices():
        for pattern in patterns:
            words = pattern_words(pattern)
            marked = [i for i, w in enumerate(words) if w.endswith("*")] or [len(words) - 1]
            bare = [w.rstrip("*") for w in words]
            many = list(bare)
            for i in marked:
                many[i] = plural_of(bare[i])
            _plant(root, bare, (office, False))
            _plant(root, many, (office, True))
            if words[-1] == "general" and len(words) > 1 and not pattern.count("*"):
                _plant(root, [*bare[:-2], plural_of(bare[-2]), "general"], (office, True))
    return root


def _plant(root: dict[str, Any], words: list[str], leaf: tuple[Office, bool]) -> None:
    node = root
    for word in words:
        node = node.setdefault(word, {})
    node.setdefault("", leaf)


def find(lows: list[str], i: int) -> Hit | None:
    """The longest office that begins at word `i`, if any."""
    node = _ROOT.get(lows[i]) if _ROOT else trie().get(lows[i])
    if node is None:
        return None
    best, length, n = None, 0, len(lows)
    j = i
    while node is not None:
        j += 1
        leaf = node.get("")
        if leaf is not None:
            best, length = leaf, j - i
        if j >= n:
            break
        node = node.get(lows[j])
    return Hit(best[0], best[1], length) if best else None


@cache
def split_words() -> frozenset[str]:
    """Parts at which a hyphened word is divided ("vice-minister", "ex-president", "then-envoy")."""
    heads = {
        w
        for office, patterns in offices()
        if "1" not in office.takes and office.level not in ("civil", "kin", "royal")
        for p in patterns
        for w in re.split(r"[\s-]+", fold(p).lower().replace("*", ""))
    }
    drop = {
        "of",
        "the",
        "for",
        "party",
        "foreign",
        "state",
        "emir",
        "amir",
        "shah",
        "sultan",
        "house",
        "de",
        "cia",
        *("in", "un", "at", "and", "di", "yang", "sen", "eu", "co"),  # ends of names: "Jae-in", "Jong-un"
    }
    singles = heads - drop
    return frozenset(singles | {plural_of(w) for w in singles} | {"ex", "then", "vice", "designate", "elect"})
