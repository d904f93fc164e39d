"""What all parts of the reading of a title phrase share."""

from __future__ import annotations

from kg.extract.officials.lexicon import word_class
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title
from kg.extract.officials.tokens import Tokens

PARTY_ADJECTIVES = word_class("party-adjective")
AFTER = frozenset({"designate", "elect", "emeritus", "nominate"})
# Levels whose holders are told by their organisation: "Foreign Ministry spokesman", "budget director".
LEFT_ORG_LEVELS = word_class("told-by-organisation")
REACH = 14  # words that a title may extend to either side; longer ones do not occur


class TitleWords:
    """The words of a sentence, its states, and the classes of words that titles are made of."""

    def __init__(self, t: Tokens, states: dict[int, StateRef]) -> None:
        """`states` by first word."""
        self.t, self.states = t, states
        self.by_end = {s.end: s for s in states.values()}
        self.portfolios = word_class("portfolio")
        self.org = word_class("org-gov")
        self.thing = word_class("thing")
        self.former = word_class("former")
        self.present = word_class("present")
        self.senior = word_class("senior") | word_class("deputy")
        self.outsider = word_class("outsider")
        self.found: list[Title] = []
        self.owners: list[Title] = []  # titles that stand inside those found, before "'s"

    def _goes_on(self, k: int) -> bool:
        t = self.t
        return k < t.n and (
            t.lows[k] in self.org
            or t.lows[k] in self.portfolios
            or (t.caps[k] > 0 and t.lows[k] in self.thing)
        )

    def _names_organisation(self, k: int) -> bool:
        """Whether capitals from `k` on lead to a word for an organisation ("Supreme National Security Council")."""
        t = self.t
        for j in range(k, min(t.n, k + 7)):
            if t.caps[j] and (t.lows[j] in self.org or t.lows[j] in self.thing):
                return True
            if not t.caps[j] and t.lows[j] not in ("of", "and", "for", "the"):
                return False
        return False

    def _before_name(self, j: int) -> bool:
        t = self.t
        return j < t.n and (t.caps[j] > 0 or (t.words[j] in ".(" and t.has_capital(j + 1)))
