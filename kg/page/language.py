"""Whether a text is English, by the share of its most common words."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """The blank-separated words of `text`, as a set.

    >>> sorted(words("of the of"))
    ['of', 'the']
    """
    return frozenset(text.split())


_ENGLISH = words("""the of and to in a an is was that for on with his her he she it as at by from be are were has have had
    will would not but this which its their they after said who or been more than about into over also when
    if there no between during before us we you can could should may new our""")
# The commonest short words of languages that print the same alphabet; none of them is English.
_OTHER = words("""el la los las del una que por para con como más pero sus fue entre le les des du est dans pour qui sur
    avec une pas plus ses et der die das und den dem ein eine mit auf für ist nicht von zu sich im auch il che
    di della per non sono con gli nel alla o os do dos da em um uma ao não no na pelo het een van en dat zijn
    niet voor op te och att som är på av med det ett bir ve bu için ile da de dan yang dengan untuk dari pada
    ini w na nie się z do jest že se je na i u da su og til af ikke ja ei on""") - words(
    "on no i a an o as do e s u w z al bin me for"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 6_000  # characters: 1,000 words settle it


def is_english(text: str) -> bool:
    """Whether `text` reads as English. A text without words, or too short to tell, counts as English.

    >>> is_english("The two ministers met in Paris on Tuesday."), is_english("Les deux ministres se sont vus à Paris.")
    (True, False)
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return True
    if len(_LATIN.findall(sample)) < 0.7 * letters:
        return False
    found = [w.lower() for w in _WORD.findall(sample)]
    english = sum(w in _ENGLISH for w in found)
    other = sum(w in _OTHER for w in found)
    if len(found) < 30:  # a headline, or a sentence full of names: only evidence against it counts
        return other <= english or other < 2
    # Running English has 0.3 to 0.5 such words, menus and headlines 0.1 to 0.2, other languages below 0.08.
    return english > other and english >= 0.08 * len(found)
