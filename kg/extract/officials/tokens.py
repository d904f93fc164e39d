"""Words of one sentence, as parallel lists: cheaper than one object per word."""

from __future__ import annotations

import re
from collections.abc import Container

# One word, number or mark. Initials keep their dots ("U.S.", "W."); inner hyphens and apostrophes belong
# to the word, a possessive ending is a word of its own. The text is folded first (kg.reference.text).
_TOKEN = re.compile(
    r"H\.E\b\.?"  # "H.E President X"
    r"|(?:[A-Z]\.-?){1,6}(?=[\s,;:'\")\]-]|$)"
    r"|'s\b|(?<=s)'(?=\s|$)"
    r"|(?<![^\W\d_])[A-Z]{1,3}\d{1,2}(?![^\W_])"  # "MI6", "G20"
    r"|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*|(?!'s\b)['-][^\W\d_]+)*"
    r"|\d+(?:[.,:]\d+)*[a-z]{0,2}"
    r"|\S"
)


_PREFIXES = frozenset(
    "inter intra anti pro pre post non trans mid cross pan ex co sub un then so all half neo semi self quasi".split()
)


def _nobiliary(word: str) -> bool:
    """Whether a hyphened word with a small beginning may be a name: "al-Sisi", not "inter-Korean"."""
    return word.split("-", maxsplit=1)[0] not in _PREFIXES


class Tokens:
    """The words of `text[start:end]`.

    `words` as written (folded), `lows` in lower case, `starts` and `ends` offsets into the text, `caps`
    0 for a word in lower case, 1 with a capital, 2 all in capitals (two letters or more); marks have 0.

    >>> t = Tokens("The ex-premier met Ban Ki-moon's aide.", 0, 38, {"premier"})
    >>> t.words
    ['The', 'ex', 'premier', 'met', 'Ban', 'Ki-moon', "'s", 'aide', '.']
    """

    __slots__ = ("caps", "ends", "lows", "n", "starts", "states", "tied", "words")

    def __init__(
        self, text: str, start: int, end: int, split: Container[str] = (), states: Container[str] = ()
    ) -> None:
        """`text` is folded; a hyphened word is divided where a part of it, in lower case, is in `split`, or
        all parts are in `states`."""
        self.states = states
        self.tied: set[int] = set()  # words that a hyphen ties to the one before
        self.words: list[str] = []
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.caps: list[int] = []
        words, lows, starts, ends, caps = self.words, self.lows, self.starts, self.ends, self.caps
        for m in _TOKEN.finditer(text, start, end):
            word, (first, last) = m.group(), m.span()
            hyphened = "-" in word
            if hyphened and len(word) > 3 and self._split(word, first, split):
                continue
            low = word.lower()
            words.append(word)
            lows.append(low)
            starts.append(first)
            ends.append(last)
            if low == word:  # most words
                caps.append(0)
            elif word[0].isupper():
                caps.append(2 if len(word) > 1 and "." not in word and word.isupper() else 1)
            else:
                caps.append(1 if (hyphened and _nobiliary(word)) or "'" in word else 0)  # "d'Estaing"
        self.n = len(words)

    def _states(self, word: str, low: str, parts: list[str]) -> bool:
        """Whether a hyphen joins two states ("US-China"), and not the parts of one name ("Guinea-Bissau")."""
        states = self.states
        return word[0].isupper() and low not in states and all(part in states for part in parts)

    def _split(self, word: str, start: int, split: Container[str]) -> bool:
        """Divides "vice-minister" or "US-China"; False where the word stays whole."""
        low = word.lower()
        parts = low.split("-")
        if low in split or not (any(part in split for part in parts) or self._states(word, low, parts)):
            return False
        for number, part in enumerate(word.split("-")):
            if part:
                if number:
                    self.tied.add(len(self.words))
                self.words.append(part)
                self.lows.append(part.lower())
                self.starts.append(start)
                self.ends.append(start + len(part))
                self.caps.append((2 if len(part) > 1 and part.isupper() else 1) if part[0].isupper() else 0)
            start += len(part) + 1
        return True

    def joined(self, words: list[tuple[int, str]]) -> str:
        """Words with their indices as one phrase, written as in the text: with hyphens, marks not set apart.

        >>> t = Tokens("the vice-minister", 0, 17, {"minister"})
        >>> t.words, t.joined(list(enumerate(t.words)))
        (['the', 'vice', 'minister'], 'the vice-minister')
        """
        out, before = "", -2
        for i, word in words:
            close = i in self.tied and i - 1 == before
            mark = word in (",", ".", "-", "'s", ")") or out.endswith(("-", "("))
            out += ("-" if close else "" if mark or not out else " ") + word
            before = i
        return out

    def has_capital(self, i: int) -> bool:
        """Whether word `i` exists and begins with a capital ("al-Sisi" counts)."""
        return 0 <= i < self.n and self.caps[i] > 0
