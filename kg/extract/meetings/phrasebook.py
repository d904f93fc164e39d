"""The table of set phrases that bring people together: `idioms.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.extract.triggers import regular_forms
from kg.extract.wordings import TIME


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of `idioms.tsv`."""

    rule: str
    nouns: frozenset[str]
    links: tuple[str, ...]
    joint: bool  # whether "X and Y" as doers suffice


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """The set phrases by verb form.

    >>> [p.rule for p in phrases()["shook"]]
    ['handshake']
    """
    table: dict[str, tuple[Phrase, ...]] = {}
    for row in files("kg.extract.meetings").joinpath("idioms.tsv").read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        rule, verbs, nouns, links, *joint = row.split("\t")
        words = frozenset(nouns.split()) if nouns != "TIME" else TIME
        phrase = Phrase(rule, words, tuple(links.split()), bool(joint))
        for verb in verbs.split():
            lemma, *irregular = verb.split(",")
            for form in {lemma, *regular_forms(lemma), *irregular}:
                table[form] = (*table.get(form, ()), phrase)
    return table
