"""Spellings of one word: folded, and with the habits of transliteration levelled."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that NFKD does not take apart.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "ß": "ss",
        "æ": "ae", "Æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "Ə": "e", "’": "'", "ʻ": "'", "‘": "'", "`": "'",
        "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
    }
)  # fmt: skip


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case without diacritics, one space between words.

    >>> fold("Mevlüt  Çavuşoğlu"), fold("Lech Wałęsa")
    ('mevlut cavusoglu', 'lech walesa')
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


_HABITS = (  # spelling habits of transliteration, levelled in this order
    ("ph", "f"), ("ck", "k"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("tz", "ts"), ("tch", "ch"), ("sch", "sh"),
    ("eo", "u"), ("eu", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("oe", "o"), ("ue", "u"), ("q", "k"),
)  # fmt: skip


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """A folded word with the habits of transliteration levelled.

    >>> {skeleton(w) for w in ("zelensky", "zelenskyy", "zelenskiy", "zelenskij")}
    {'zelenski'}
    >>> skeleton("myung") == skeleton("myeong"), skeleton("il") == skeleton("un")
    (True, False)
    """
    if len(word) < 3:
        return word
    for habit, level in _HABITS:
        word = word.replace(habit, level)
    if len(word) >= 5:
        word = word.replace("ae", "a")  # Jaeger; not Jae
    word = word[0] + word[1:].replace("x", "ks")
    word = re.sub(r"(?<=[a-z]{2})(iy|yy|yi|ij|ii|iyi|ey|ei|ej|y)$", "i", word)
    word = word.replace("y", "i")
    if len(word) >= 6:
        word = word.replace("w", "v")  # Lukaschewitsch; not Wang / Vang
    word = re.sub(r"c(?=[aoukrlt]|$)", "k", word)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=65_536)
def consonants(token: str) -> str:
    """What is left of a skeleton without its vowels; an initial vowel becomes "a", a final a stays.

    The final a stays because it tells Zelenska from Zelensky and Alexandra from Alexander.

    >>> consonants(skeleton("volodymyr")) == consonants(skeleton("vladimir"))
    True
    >>> consonants(skeleton("alexander")) == consonants(skeleton("alexandra"))
    False
    """
    first = "a" if token[:1] in "aeiou" else token[:1]
    return (
        first + re.sub(r"[aeiou]", "", token[1:]) + ("'a" if len(token) > 3 and token.endswith("a") else "")
    )
