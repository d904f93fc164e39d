"""Words of one sentence, as parallel lists: cheaper than one object per word."""

from __future__ import annotations

import re
from collections.abc import Container

# One word, number or mark. Initials keep their dots ("U.S.", "W."); inner hyphens and apostrophes belong
# to the word, a possessive ending is a word of its own. The text is folded first (kg.reference.text).
_TOKEN = re.compile(
    r"(?P<initials>(?:[A-Z]\.-?){1,6}(?=[\s,;:'\")\]-]|$))"
    r"|(?P<possessive>'s\b|(?<=s)'(?=\s|$))"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|(?!'s\b)['-](?=[^\W\d_]))*)"
    r"|(?P<number>\d+(?:[.,:]\d+)*[a-z]{0,2})"
    r"|(?P<mark>\S)"
)


class Tokens:
    """The words of `text[start:end]`.

    `words` as written (folded), `lows` in lower case, `starts` and `ends` offsets into the text, `caps`
    0 for a word in lower case, 1 with a capital, 2 all in capitals (two letters or more); marks have 0.

    >>> t = Tokens("The ex-premier met Ban Ki-moon's aide.", 0, 38, {"premier"})
    >>> t.words
    ['The', 'ex', 'premier', 'met', 'Ban', 'Ki-moon', "'s", 'aide', '.']
    """

    __slots__ = ("caps", "ends", "lows", "n", "starts", "words")

    def __init__(self, text: str, start: int, end: int, split: Container[str]) -> None:
        """`text` is folded; a hyphened word is split where a part of it, in lower case, is in `split`."""
        self.words: list[str] = []
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.caps: list[int] = []
        add = self._add
        for m in _TOKEN.finditer(text, start, end):
            word = m.group()
            if len(word) > 3 and "-" in word and m.lastgroup == "word":
                low = word.lower()
                parts = low.split("-")
                if low not in split and any(p in split for p in parts):
                    at = m.start()
                    for part in word.split("-"):
                        if part:
                            add(part, at)
                        at += len(part) + 1
                    continue
            add(word, m.start())
        self.n = len(self.words)

    def _add(self, word: str, start: int) -> None:
        self.words.append(word)
        self.lows.append(word.lower())
        self.starts.append(start)
        self.ends.append(start + len(word))
        first = word[0]
        if first.isupper():
            self.caps.append(2 if len(word) > 1 and word.isupper() and "." not in word else 1)
        elif "-" in word and any(c.isupper() for c in word):
            self.caps.append(1)  # "al-Sisi"
        else:
            self.caps.append(0)

    def has_capital(self, i: int) -> bool:
        """Whether word `i` exists and begins with a capital ("al-Sisi" counts)."""
        return 0 <= i < self.n and self.caps[i] > 0
