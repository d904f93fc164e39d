"""The words that tell of events, by class; the table is `triggers.tsv`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"
ENCOUNTERS = frozenset({"talk", "call", "gathering"})  # the classes of nouns that tell of one


@cache
def forms(pos: str) -> dict[str, frozenset[tuple[str, str]]]:
    """Every form of the trigger words of one part of speech → its (class, lemma) pairs.

    >>> sorted(forms("verb")["met"])
    [('face', 'meet'), ('side', 'meet')]
    """
    table: dict[str, set[tuple[str, str]]] = {}
    for line in files("kg.extract").joinpath("triggers.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, part, lemma, *more = line.split("\t")
        if part == pos:
            for form in {
                lemma,
                *(regular_forms(lemma) if pos == "verb" else _noun(lemma)),
                *" ".join(more).split(),
            }:
                table.setdefault(form, set()).add((kind, lemma))
    return {form: frozenset(pairs) for form, pairs in table.items()}


@cache
def lookup(lower: str, pos: str) -> dict[str, str]:
    """The classes that a word belongs to, with its lemma.

    >>> lookup("talks", "noun")
    {'talk': 'talk'}
    """
    return dict(sorted(forms(pos).get(lower, frozenset())))


def regular_forms(lemma: str) -> set[str]:
    """The regular forms of a verb: -s, -ed, -ing, with doubling, -e and -y as English spells them."""
    if lemma.endswith("e"):
        return {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    out = {lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh")) else "s"), lemma + "ed", lemma + "ing"}
    if lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3:-2] not in tuple(_VOWELS):
        out |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return out


def _noun(lemma: str) -> set[str]:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return {lemma[:-1] + "ies"}
    return {lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh")) else "s")}
