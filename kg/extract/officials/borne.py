"""Names of states and capitals that people bear: "Joseph Muscat", "Luís Montenegro", "Danilo Türk"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kg.extract.officials.gender import by_given_name
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.states import StateRef, is_place, single_forms
from kg.extract.officials.title import Title
from kg.extract.officials.tokens import Tokens
from kg.reference.leaders import known_names, known_party

_KINDS = frozenset({"state", "capital"})
_CALLED = frozenset(
    "mr mrs ms dr minister president premier secretary chancellor commissioner speaker ambassador".split()
)


@cache
def _bearers() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of well-known leaders that hold the name of a state or a capital, by that word."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    forms = single_forms()
    for name in known_names():
        for word in name:
            if word in forms and len(name) > 1:
                found[word].add(name)
    return {word: tuple(sorted(names)) for word, names in found.items()}


def release(t: Tokens, states: dict[int, StateRef], titles: list[Title], borne: set[str]) -> None:
    """Take out of `states` what is somebody's name, and add to `borne` the names so found.

    `borne` holds those that the article's sentences before this one told.
    """
    ends = {title.end for title in titles}
    for i, ref in list(states.items()):
        if ref.end != i + 1 or ref.body:
            continue
        given = ref.kind in _KINDS and (_behind_given(t, i, states, ends) or _apposed(t, i, states))
        if _known(t, i) or given:
            borne.add(t.lows[i])
        elif not (t.lows[i] in borne and _somebody(t, i)):
            continue
        del states[i]


def _known(t: Tokens, i: int) -> bool:
    """Whether the word at `i` stands in the full name of a leader whom the tables know."""
    for name in _bearers().get(t.lows[i], ()):
        start = i - name.index(t.lows[i])
        if (
            start >= 0
            and tuple(t.lows[start : start + len(name)]) == name
            and all(t.caps[start : start + len(name)])
        ):
            return True
    return False


def _behind_given(t: Tokens, i: int, states: dict[int, StateRef], ends: set[int]) -> bool:
    """Whether a title and one given name stand before it, and no capital behind: "Prime Minister Joseph Muscat met"."""
    given = i - 1 in ends and i - 1 not in states and t.caps[i - 1] == 1 and t.words[i - 1].isalpha()
    return given and not t.has_capital(i + 1) and known_party(t.words[i - 1]) is None


def _apposed(t: Tokens, i: int, states: dict[int, StateRef]) -> bool:
    """Whether a given name that opens a clause stands before it, and a post or a deed behind: "Rafael Lima, the head of"."""
    opens = i == 1 or (i > 1 and (t.words[i - 2] in (",", "-", "–", "—", ":") or t.lows[i - 2] == "said"))
    after = t.lows[i + 1] if i + 1 < t.n else "."
    goes_on = after in (",", ".") or after in word_class("verb-after-people")
    given = i > 0 and i - 1 not in states and t.caps[i - 1] == 1 and bool(by_given_name(t.words[i - 1]))
    return given and opens and goes_on and not is_place(t.words[i - 1])


def _somebody(t: Tokens, i: int) -> bool:
    """Whether a word that is somebody's name in this article means him here: "Mr. Muscat", "Muscat said"."""
    before = t.lows[i - 1] if i else ""
    if before == "." and i > 1:
        before = t.lows[i - 2]
    after = t.lows[i + 1] if i + 1 < t.n else ""
    return before in _CALLED or after in word_class("verb-after-people")
