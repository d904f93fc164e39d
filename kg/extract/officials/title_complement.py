"""The complement of an office: "of the Republic of Angola", "for Western Hemisphere Affairs"."""

from __future__ import annotations

from kg.extract.officials.lexicon import find, word_class
from kg.extract.officials.states import StateRef, is_form_of_state
from kg.extract.officials.title import SENT, Title
from kg.extract.officials.title_words import LEFT_ORG_LEVELS, REACH, TitleWords

_DESK = frozenset(["department", "desk", "section", "affairs", "division", "bureau", "unit", "directorate"])
_MATTERS = frozenset(
    "dialogue process talks negotiations crisis conflict issue question region normalisation normalization peace "
    "reconciliation settlement transition reform dispute matters".split()
)
_BACKED = word_class("sponsored")

_DIRECTIONS = frozenset(
    "middle near far north northern south southern southeast east eastern west western central".split()
)
REGIONS = frozenset("east africa asia america europe balkans caucasus mediterranean pacific".split())
_RANKS = frozenset("lieutenant major brigadier colonel captain marshal commodore lt maj gen col adm".split())


def region_end(lows: list[str], k: int) -> int:
    """Where the region ends that begins at word `k`: "to the *Middle East*", "to the *Horn of Africa*".

    >>> region_end("envoy to the Middle East , is".lower().split(), 3)
    5
    """
    if lows[k : k + 3] in (["horn", "of", "africa"], ["great", "lakes", "region"]):
        return k + 3
    end = k + 1
    while lows[end : end + 1] and lows[end] in REGIONS and lows[end - 1] in _DIRECTIONS:
        end += 1
    return end


class Complement(TitleWords):
    """What "of", "for", "in" add to an office."""

    def _complement(self, title: Title, j: int, preposition: str) -> None:
        """ "of the Republic of Angola", "for Western Hemisphere Affairs", "of the delegation"."""
        t = self.t
        first = j + 1
        limit = min(t.n, j + REACH)
        while first < limit and t.lows[first] in ("the", "a", "an", "its", "his", "their", "her", "our"):
            first += 1
        matter = self._matter(title, first, preposition)
        if matter:
            title.end = matter
            return
        the = "the" in t.lows[j:first]
        k, found = first, list[StateRef]()
        while k < limit:
            ref = self.states.get(k)
            hit = find(t.lows, k) if found and found[-1].end == k and t.caps[k] else None
            if ref is not None:
                found.append(ref)
                k = ref.end
            elif (
                t.caps[k]
                and t.lows[k + 1 : k + 2] == ["-"]
                and t.lows[k + 2 : k + 3]
                and t.lows[k + 2] in _BACKED
            ):
                k += 3  # "of the U.N.-backed government"
            elif hit is not None and self._named_holder(k + hit.length):
                if not title.states and title.level not in ("hostguest", "civil", "kin"):
                    title.states = self._owners(title, found, preposition)
                return  # "a guest of Namibian President X": the office is X's
            elif t.lows[k - 2 : k + 1] == ["council", "of", "ministers"]:
                k += 1  # "chairman of the Council of Ministers"
            elif hit is not None and hit.office.level in ("official", "chair"):
                k += hit.length
                if t.lows[k : k + 1] != ["'s"] or not self._goes_on(k + 1):
                    title.nested = hit.office
                    break
                k += 1  # "head of the president's chancellery"
            elif self._belongs(title, k, first, preposition) or (
                t.caps[k] and self._organisation_name(k, first, the)
            ):
                k += 1
            else:
                break
        only_place = (
            found and found[0].start == first and found[-1].end == k and preposition in ("in", "at", "on")
        )
        if k == first or only_place:
            return
        if not title.states:
            title.states = self._owners(title, found, preposition)
        if not title.states and title.possessor is None and t.lows[first - 1] in ("its", "their"):
            title.possessor = first - 1
        title.end = self._lower_tail(k)

    def _matter(self, title: Title, first: int, preposition: str) -> int:
        """Past what an envoy is sent for: "envoy for *the Rome-Lima dialogue* X"; 0 where nothing of the kind stands there."""
        t = self.t
        if title.office.office not in SENT | {"coordinator"} or preposition not in ("for", "on", "to"):
            return 0
        for k in range(first, min(first + 6, t.n - 1)):
            if t.lows[k] in _MATTERS and not t.caps[k]:
                named = t.caps[k + 1] == 1 or t.words[k + 1] in (",", ".")
                return k + 1 if named else 0
            if t.words[k] in ",.;:()" or (
                not t.caps[k] and t.lows[k] in word_class("be-verb") | {"to", "with"}
            ):
                return 0
        return 0

    def _named_holder(self, k: int) -> bool:
        """Whether a person's name begins at `k`, as behind "Namibian President"."""
        t = self.t
        return k < t.n and t.caps[k] == 1 and k not in self.states and t.lows[k] not in self.thing

    def _belongs(self, title: Title, k: int, first: int, preposition: str) -> bool:
        """Whether the word at `k`, no state and no unknown name, goes on with the organisation or portfolio."""
        t = self.t
        low = t.lows[k]
        if low in ("general", "joint", "defence", "defense") and t.lows[k + 1 : k + 2] == ["staff"]:
            return True
        if low in ("'s", "'") and k > first:
            return self._goes_on(k + 1) or self._names_organisation(k + 1)
        capital = t.caps[k] > 0 and (low in self.thing or low in word_class("org-civil"))
        known = low in self.portfolios or low in self.org or capital
        if known or is_form_of_state(low):
            return t.caps[k] > 0 or k == first or self._lower_follows(k, preposition)
        if low in ("of", "and", "for", "the", "on", "&", "in"):
            return k > first and self._joins(k, title)
        return low == "," and k > first and self._series(k, title)

    def _owners(self, title: Title, found: list[StateRef], preposition: str) -> list[StateRef]:
        """The states that own the office; those it only deals with ("for Syria", "the Iran desk") are none."""
        level = title.office.level
        owned = preposition in ("of", "in", "at") or level in LEFT_ORG_LEVELS
        if not owned or (preposition == "for" and level not in ("spokes", "chair")):
            return []
        owners = [r for r in found if not (r.end < self.t.n and self.t.lows[r.end] in _DESK)]
        return owners if title.plural else owners[:1]

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
        if not (j + 1 < t.n and t.lows[j] in self.portfolios and t.lows[k - 1] in self.portfolios):
            return False
        rest = t.lows[j + 1 : j + 4]
        if not t.caps[j]:  # "for political, legal and security affairs"
            return "and" in rest[:2] and t.lows[j + 1 + rest.index("and") + 1] in self.portfolios
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
        if k > first and t.lows[k] in REGIONS and t.lows[k - 1] in _DIRECTIONS:
            return True  # "for the Middle East", "of Southeast Asia"
        if k > first and (find(t.lows, k) is not None or t.lows[k] in _RANKS):
            return False
        complete = k > first and (
            t.lows[k - 1] in self.org or t.lows[k - 1] in self.thing or t.lows[k - 1] in self.portfolios
        )
        state = self.by_end.get(k)  # "of the Republic of Angola João Lourenço"
        complete = complete or (k > first and state is not None and state.kind == "state")
        return the and k - first < 4 and not complete  # "of the National Assembly Tran Van Duc"
