"""Finds the officials of an article: names, posts, states, and every mention of them.

    sentence ──► words ──► states, titles, names ──► who is said to be what (phrases)
                                                            │
      officials ◄── decide ◄── origin (states) ◄── people ◄─┘        mentions ◄── all of it

Plain rules over words; the offices and the classes of words are tables (`offices.tsv`, `words.tsv`).
"""

from __future__ import annotations

from kg.extract.officials.cast import find_cast

__all__ = ["find_cast"]
