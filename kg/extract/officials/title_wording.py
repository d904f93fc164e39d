"""What a title phrase comes to: its kind of organisation and the wording of the role."""

from __future__ import annotations

from kg.extract.officials.lexicon import Hit, find, word_class
from kg.extract.officials.states import is_form_of_state
from kg.extract.officials.title import Title
from kg.extract.officials.title_words import AFTER, TitleWords
from kg.extract.officials.tokens import Tokens

# Heads that mean nothing alone: "head", "chief" need an organisation, a portfolio or a state.
_NEEDS_ORG = frozenset({"head", "chief", "director", "chairperson", "general-manager"})

# Words in the names of services of a state, which alone make no name of a company.
_PUBLIC = frozenset("federal national supreme general central state joint royal imperial special".split())


class Wording(TitleWords):
    """Whether a phrase says enough, for whom, and in which words."""

    def _organisation(self, left: list[int], title: Title) -> str:
        t = self.t
        # the African Union is no trade union, the Russian Federation no federation of clubs
        bodies = [r for r in self.states.values() if r.body or r.kind == "state"]
        inside = [
            i
            for i in (*left, *range(title.head, title.end))
            if not any(r.start <= i < r.end for r in (*title.states, *bodies))
        ]
        named = {t.lows[i] for i in inside}
        if title.loose:
            named |= title.loose
        if title.office.id == "central-bank":
            return "gov"
        if title.office.id.endswith("minister"):
            named -= self.portfolios  # of industry, of youth: no company, no party
        if title.office.id == "governor" and "bank" in named:
            return "bank"
        if "bank" in named and "central" in named:
            return "gov"  # "head of the Uzbek central bank"
        if named & word_class("org-gov-strong"):
            return "gov"
        if named & word_class("party-word") and not title.states:
            return "party"
        if named & word_class("org-civil"):
            if title.office.id == "secretary-general" and self._bare_body(title):
                title.anaphor = t.lows[title.end - 1]  # "secretary-general of the Association"
                return ""
            return "civil"
        if named & self.org and (title.states or title.end > title.head + 1):
            return "gov" if title.states or not self._private(title) else "civil"
        if named & (self.portfolios - {"of"}) and title.office.level == "chair":
            return "gov"
        if title.states and any(s.body or s.kind in ("seat", "state", "demonym") for s in title.states):
            return "gov" if title.office.level in ("chair",) else ""
        if title.unknown_prefix and title.office.level == "chair":
            return ""
        return ""

    def _bare_body(self, title: Title) -> bool:
        """ "of the Association": a body called by its kind alone."""
        t, i = self.t, title.end - 1
        return t.caps[i] > 0 and t.lows[i - 2 : i] == ["of", "the"] and not title.loose

    def _private(self, title: Title) -> bool:
        """ "president of the Rapid Group": an organisation with a proper name that no state owns."""
        t = self.t
        return any(
            t.caps[i]
            and t.lows[i] not in self.portfolios
            and t.lows[i] not in self.org
            and t.lows[i] not in self.thing
            and t.lows[i] not in _PUBLIC
            for i in range(title.head + 1, title.end)
        ) and title.office.id in (
            "president",
            "vice-president",
            "chairperson",
            "director",
            "managing-director",
            "head",
            "chief",
        )

    def _sound(self, title: Title, hit: Hit, left: list[int]) -> bool:
        """Whether the phrase says enough to be a title ("head" alone does not)."""
        office = title.office
        bare = title.end == title.head + hit.length and not left and not title.states
        if office.id in _NEEDS_ORG and bare and not title.possessor:
            return office.id in ("chairperson",) or (office.id == "director" and self.t.caps[title.head] > 0)
        if office.id == "head" and bare:
            return title.determiner == "whose"
        if "!" in office.takes and bare:
            return self.t.caps[title.head] > 0
        return True

    def _role(self, title: Title, left: list[int]) -> str:
        """The role as the article words it, without state, determiner and "former"."""
        t = self.t
        return t.joined([*((i, t.words[i]) for i in left if i < title.head), *self._singular(title)])

    def _singular(self, title: Title) -> list[tuple[int, str]]:
        t = self.t
        end = title.end
        hit = find(t.lows, title.head)
        stop = title.head + (hit.length if hit else 1)
        end = next((x for x in range(stop, end) if t.words[x] == "("), end)
        whole = title.office.id != "speaker" and not title.loose
        last = self._tail(title, stop, end) if whole else stop
        owners = [r for r in title.states if r.kind == "demonym"]  # "head of the Thai army"
        owned = {i for r in owners for i in range(r.start, r.end)}
        words = [(i, t.words[i]) for i in range(title.head, last) if i not in owned]
        return [(i, singular_word(w)) if title.plural and i < stop else (i, w) for i, w in words]

    def _tail(self, title: Title, stop: int, end: int) -> int:
        """Where the complement ends, as far as it is part of the office and not just its state."""
        t = self.t
        if stop >= end:
            return stop
        k = stop
        while k < end and t.lows[k] in AFTER:
            k += 1
        rest = t.lows[k:end]
        if not rest:
            return end
        if title.destination is not None and title.destination.body and title.office.office == "ambassador":
            return end
        if title.destination is not None:
            return k
        bodies = {x for r in title.states if r.body for x in range(r.start, r.end)}
        named = title.office.id not in _NEEDS_ORG  # "head of the African Union" says it all
        inside = [
            i
            for i in range(k, end)
            if (i not in bodies or not named)
            and (t.lows[i] in self.portfolios or t.lows[i] in self.org or t.lows[i] in self.thing)
        ]
        state_only = not inside or all(is_form_of_state(t.lows[i]) for i in inside)
        proper = any(t.caps[i] for i in range(k, end))
        if state_only and rest[0] == "of" and (title.states or not proper):
            return k
        if (
            rest[0] in ("for", "in", "on")
            and not proper
            and "p" not in title.office.takes
            and "o" not in title.office.takes
        ):
            return k
        return end


def left_words(t: Tokens, left: list[int]) -> list[str]:
    """The words at `left`, in lower case."""
    return [t.lows[i] for i in left]


def singular_word(word: str) -> str:
    """
    >>> singular_word("Secretaries"), singular_word("chiefs"), singular_word("spokesmen")
    ('Secretary', 'chief', 'spokesman')
    """
    if word.lower().endswith("ies"):
        return word[:-3] + ("Y" if word.isupper() else "y")
    if word.lower().endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.lower().endswith("s") and not word.lower().endswith("ss") else word
