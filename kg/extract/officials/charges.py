"""Posts told by what their holders do: "who keeps the foreign affairs portfolio", "in charge of information"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.officials.lexicon import word_class

_HOLDS = frozenset(
    "holds held keeps kept has had runs ran heads headed leads led directs directed manages managed oversees oversaw "
    "handles handled conducts conducted steers steered minds minded combines combined got took takes run head lead "
    "handle hold keep direct manage oversee conduct steer".split()
)
_LOOKS = {
    ("looks", "after"), ("looked", "after"), ("looking", "after"), ("look", "after"), ("charge", "of"),
    ("responsible", "for"), ("deals", "with"), ("dealt", "with"), ("over", "at"), ("over", "the"), ("care", "of"),
}  # fmt: skip
_SPEAKS = {("speaks", "for"), ("spoke", "for"), ("speaking", "for")}
_STRONG = word_class("org-gov-strong")
_FILES = frozenset(["portfolio", "portfolios", "brief", "ministry", "department"])
_HOUSES = {
    "state department": "state department",
    "foreign office": "foreign ministry",
    "foreign service": "foreign ministry",
    "pentagon": "defense ministry",
    "diplomacy": "foreign ministry",
    "foreign policy": "foreign ministry",
    "foreign affairs": "foreign ministry",
    "foreign relations": "foreign ministry",
    "external affairs": "foreign ministry",
    "external relations": "foreign ministry",
    "defence": "defence ministry",
    "defense": "defense ministry",
    "quai d'orsay": "foreign ministry",
    "foggy bottom": "state department",
    "home office": "home ministry",
    "treasury": "treasury ministry",
}
_SKIPPED = frozenset(["the", "'s", "its", "his", "her", "their", "a", "own", "whole", "entire", "both"])
_REACH = 9  # words from the verb to the end of what is in his charge


def charge_of(lows: Sequence[str], i: int, owners: frozenset[int] = frozenset()) -> str:
    """The ministry that the words from `i` on put somebody in charge of, or "".

    `owners` are words of states, which may stand before what is held.

    >>> charge_of("keeps the foreign affairs portfolio .".split(), 0)
    'foreign affairs ministry'
    >>> charge_of("looks after foreign policy .".split(), 0), charge_of("runs the sultanate 's diplomacy .".split(), 0)
    ('foreign ministry', 'foreign ministry')
    >>> charge_of("presides over Serbia".split(), 0, frozenset([2]))
    'presidency'
    >>> charge_of("in charge of information ,".split(), 1), charge_of("runs a bank .".split(), 0)
    ('information ministry', '')
    >>> charge_of("runs Malta 's central bank ,".split(), 0), charge_of("speaks for the army .".split(), 0)
    ('central bank', 'voice')
    """
    if tuple(lows[i : i + 2]) in _LOOKS:
        return _held(lows, i + (1 if lows[i + 1] == "the" else 2), owners, True)
    if tuple(lows[i : i + 2]) in (("presides", "over"), ("presided", "over")) and i + 2 in owners:
        return "presidency"
    if tuple(lows[i : i + 2]) in _SPEAKS:
        return "voice" if _STRONG & set(_clause(lows, i + 2)) else ""
    if lows[i] in _HOLDS:
        bank = " ".join(_clause(lows, i + 1))
        return "central bank" if "central bank" in bank else _held(lows, i + 1, owners, False)
    return ""


def _clause(lows: Sequence[str], i: int) -> list[str]:
    """The words from `i` to the next mark, at most as many as a charge takes."""
    end = next(
        (x for x in range(i, min(len(lows), i + _REACH)) if lows[x] in (",", ".", ";", "and")), i + _REACH
    )
    return list(lows[i:end])


def ministry_at(lows: Sequence[str], i: int) -> str:
    """The ministry in "at the State Department", "at the trade ministry" from `i` on, or "".

    >>> ministry_at("at the foreign ministry .".split(), 0)
    'foreign ministry'
    """
    return _held(lows, i + 1, frozenset(), False) if lows[i : i + 1] and lows[i] in ("at", "in") else ""


def _held(lows: Sequence[str], i: int, owners: frozenset[int], plainly: bool) -> str:
    """The ministry named from `i` on; with `plainly`, a portfolio needs no word for a ministry behind it."""
    portfolios = word_class("portfolio")
    end = min(len(lows), i + _REACH)
    owned = next((x + 1 for x in range(i, min(end, i + 4)) if lows[x] == "'s"), i)
    k = owned
    while k < end and (lows[k] in _SKIPPED or k in owners):
        k += 1
    for n in (2, 1):
        told = _HOUSES.get(" ".join(lows[k : k + n]))
        after = lows[k + n] if k + n < len(lows) else "."
        if (
            told
            and (not after[0].isalpha() or after in _AFTER)
            and (plainly or n == 2 or told[0] == "f" or owned > i)
        ):
            return told
    words: list[str] = []
    while (
        k < end and (lows[k] in portfolios or (words and lows[k] in ("and", "of"))) and lows[k] not in _FILES
    ):
        words.append(lows[k])
        k += 1
    if not words or words[-1] in ("and", "of"):
        return ""
    after = lows[k] if k < len(lows) else "."
    if after in _FILES or (plainly and not after[0].isalpha()):
        return " ".join(words) + " ministry"
    return ""


_AFTER = frozenset(
    [
        "in",
        "for",
        "at",
        "from",
        "since",
        "and",
        "there",
        "under",
        "with",
        "on",
        "as",
        "but",
        "while",
        "until",
        "once",
    ]
)
