"""The complement of an office: "of the Republic of Angola", "for Western Hemisphere Affairs"."""

from __future__ import annotations

from kg.extract.officials.lexicon import find, word_class
from kg.extract.officials.states import is_form_of_state
from kg.extract.officials.title import Title
from kg.extract.officials.title_words import LEFT_ORG_LEVELS, REACH, TitleWords

_DESK = frozenset(["department", "desk", "section", "affairs", "division", "bureau", "unit", "directorate"])


class Complement(TitleWords):
    """What "of", "for", "in" add to an office."""

    def _complement(self, title: Title, j: int, preposition: str) -> None:
        """ "of the Republic of Angola", "for Western Hemisphere Affairs", "of the delegation"."""
        t = self.t
        k = j + 1
        limit = min(t.n, j + REACH)
        the = False
        while k < limit and t.lows[k] in ("the", "a", "an", "its", "his", "their", "her", "our"):
            the = the or t.lows[k] == "the"
            k += 1
        first, found, org = k, [], ""
        while k < limit:
            low = t.lows[k]
            ref = self.states.get(k)
            if ref is not None:
                found.append(ref)
                k = ref.end
                if (
                    k < t.n
                    and t.lows[k] == "'s"
                    and (self._goes_on(k + 1) or self._names_organisation(k + 1))
                ):
                    k += 1
                continue
            if low == "'s" and k > first and (self._goes_on(k + 1) or self._names_organisation(k + 1)):
                k += 1
                continue
            if (
                (low in self.portfolios or low in self.org)
                or (t.caps[k] and low in self.thing)
                or is_form_of_state(low)
            ):
                if not t.caps[k] and k > first and not self._lower_follows(k, preposition):
                    break
                org = low if low in self.org or low in self.thing else org
                k += 1
                continue
            if low in ("of", "and", "for", "the", "on", "&", "in") and k > first and self._joins(k, title):
                k += 1
                continue
            if low == "," and k > first and self._series(k, title):
                k += 1
                continue
            if t.caps[k] and self._organisation_name(k, first, the):
                org = org or "?"
                k += 1
                continue
            break
        if k == first or (
            preposition in ("in", "at", "on") and found and found[0].start == first and found[-1].end == k
        ):
            return
        if preposition in ("of", "in", "at") or title.office.level in LEFT_ORG_LEVELS:
            owners = [r for r in found if not (r.end < t.n and t.lows[r.end] in _DESK)]
            if preposition == "for" and title.office.level not in ("spokes", "chair"):
                owners = []
            if owners and not title.states:
                title.states = owners if title.plural else owners[:1]
        title.end = self._lower_tail(k)

    def _lower_tail(self, k: int) -> int:
        """Past "spy agency" in "head of the Inter-Services Intelligence spy agency"."""
        t = self.t
        for j in range(k, min(k + 3, t.n)):
            if t.caps[j] or not t.lows[j][0].isalpha():
                break
            if t.lows[j] in word_class("org-gov-strong") and t.lows[j] not in ("state", "side", "team"):
                return j + 1
        return k

    def _lower_follows(self, k: int, preposition: str) -> bool:
        """Whether a word in lower case still belongs to the organisation ("of the foreign ministry")."""
        t = self.t
        return t.lows[k] in self.org or (preposition in ("of", "for") and t.lows[k] in self.portfolios)

    def _joins(self, k: int, title: Title) -> bool:
        """Whether "of", "and", "the" at `k` ties two parts of one organisation or portfolio together."""
        t = self.t
        j = k + 1
        if j < t.n and t.lows[j] == "the":
            j += 1
        if j >= t.n:
            return False
        if t.lows[k] in ("and", "&"):
            if find(t.lows, j) is not None:
                return False
            if title.plural and j in self.states:
                return True
            if t.caps[j] and t.caps[k - 1] and self._names_organisation(j):
                return True
            return t.lows[j] in self.portfolios and t.caps[j] >= min(t.caps[k - 1], 1)
        if t.lows[k] in ("in", "on"):
            return t.caps[j] > 0 and t.lows[j] in self.portfolios and t.lows[k] == "on"
        return (
            j in self.states
            or (t.caps[j] > 0 and self._goes_on(j))
            or (t.lows[k] == "of" and t.lows[j] in self.portfolios)
        )

    def _series(self, k: int, title: Title) -> bool:
        """Whether a comma stands inside a list of portfolios or (for a plural title) of states."""
        t = self.t
        j = k + 1
        if j < t.n and t.lows[j] == "the":
            j += 1
        ref = self.states.get(j)
        if title.plural and ref is not None and (k in self.by_end):
            return True
        if not (
            j + 1 < t.n and t.lows[j] in self.portfolios and t.caps[j] and t.lows[k - 1] in self.portfolios
        ):
            return False
        rest = t.lows[j + 1 : j + 4]
        return "and" in rest[:2] or "," in rest[:1]

    def _organisation_name(self, k: int, first: int, the: bool) -> bool:
        """Whether the proper name at `k` belongs to an organisation: a word for one follows, or "of the X"."""
        t = self.t
        follows = k + 1 < t.n and t.caps[k + 1] > 0
        if (t.lows[k] in word_class("function") and not follows) or t.lows[k] in word_class("honorific"):
            return False
        j = k
        while j < min(t.n, k + 6) and (t.caps[j] > 0 or t.lows[j] in ("of", "and", "the", "for")):
            if j > k and (t.lows[j] in self.org or t.lows[j] in self.thing):
                return find(t.lows, k) is None
            j += 1
        if t.caps[k] == 2 and 2 <= len(t.words[k]) <= 6:
            return True
        if k > first and find(t.lows, k) is not None:
            return False
        return the and k - first < 4
