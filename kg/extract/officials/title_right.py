"""A title phrase to the right of its office."""

from __future__ import annotations

from kg.extract.officials.lexicon import find, word_class
from kg.extract.officials.states import StateRef, place_of
from kg.extract.officials.title import SENT, Title
from kg.extract.officials.title_complement import Complement, region_end
from kg.extract.officials.title_words import AFTER, LEFT_ORG_LEVELS

_PREPOSITIONS = frozenset(["of", "for", "to", "in", "at", "on", "with", "from", "under"])

_CLERKS = frozenset(
    ["chief-secretary", "permanent-secretary", "secretary-minister", "cabinet-secretary", "chief-of-staff"]
)
_SERVED = frozenset(
    ["government", "cabinet", "treasury", "presidency", "crown", "council", "parliament", "senate", "nation"]
)

_STATES = frozenset(["states", "countries", "nations", "republics", "neighbours", "neighbors", "members"])

_KINDS = word_class("org-civil") | word_class("party-word") | word_class("org-gov-strong")


class RightSide(Complement):
    """Everything that may follow the office, up to where the phrase ends."""

    def _right(self, title: Title) -> None:
        t = self.t
        j = title.end
        if j < t.n and t.lows[j] in AFTER:
            j += 1
        elif j + 1 < t.n and t.lows[j] in ("-", ",") and t.lows[j + 1] in AFTER:
            j += 2
        if t.lows[j : j + 3] in (["at", "the", "time"], ["at", "that", "time"]):
            j += 3
            title.former = True
        title.end = self._more_portfolios(j, title)
        j = title.end
        if t.lows[j : j + 1] == ["("] and t.lows[j + 2 : j + 4] == [")", "for"] and t.has_capital(j + 1):
            title.end = j + 3  # "Minister of State (MoS) for External Affairs"
        self._prepositions(title)
        self._serves(title)
        self._loose_end(title)
        self._explained(title)
        if t.words[title.end - 1] == ")" and title.office.office in SENT:
            self._prepositions(title)  # "mediator of the African Union (AU) for Chad"

    def _more_portfolios(self, j: int, title: Title) -> int:
        """Past "and International Cooperation" in "minister of foreign affairs and International Cooperation"."""
        t = self.t
        if j - title.head < 3 or t.lows[j - 1] not in self.portfolios:
            return j
        k = j
        while k + 1 < t.n and t.lows[k] in ("and", "&", ",") and t.lows[k + 1] in self.portfolios:
            m = k + 1
            while m < t.n and t.lows[m] in self.portfolios and t.caps[m] >= t.caps[j - 1]:
                m += 1
            if (
                m == k + 1
                or find(t.lows, m) is not None
                or (t.words[k] == "," and t.lows[m : m + 1] != ["and"])
            ):
                break
            k = m
        return k

    def _explained(self, title: Title) -> None:
        """Takes a bracket that explains the phrase: "head of the Treasury (HMT)", "speaker of the Sejm (parliament), X"."""
        t, j = self.t, title.end
        if j + 2 >= t.n or t.words[j] != "(" or j <= title.head + 1:
            return
        close = next((x for x in range(j + 2, min(j + 5, t.n)) if t.words[x] == ")"), 0)
        acronym = close == j + 2 and t.caps[j + 1] == 2
        if acronym or (close and t.words[close + 1 : close + 2] == [","] and t.has_capital(close + 2)):
            title.end = close + 1

    def _serves(self, title: Title) -> None:
        """ "chief of staff of President X": the owner is X."""
        t, j = self.t, title.end
        if (
            title.possessor is not None
            or title.states
            or j + 2 >= t.n
            or t.lows[j] not in ("of", "to", "for")
        ):
            return
        k = j + 1 + (t.lows[j + 1] == "the")
        hit = find(t.lows, k)
        if (
            hit is not None
            and hit.office.level in ("official", "leader", "legislator")
            and t.has_capital(k + hit.length)
        ):
            title.possessor = k + hit.length

    def _loose_end(self, title: Title) -> None:
        """ "president of the auto workers' union X,", "ministers of the two neighbours," up to the comma.

        Only what tells the kind of organisation is kept; the span ends at the mark.
        """
        t, j = self.t, title.end
        if title.plural and j < t.n and j > title.head + 1 and t.lows[j] in _STATES:
            title.end, title.loose = j + 1, frozenset(t.lows[title.head + 1 : j + 1])
            return  # "the foreign ministers of the Baltic states"
        if j >= t.n or t.lows[j] not in ("of", "for", "at"):
            return
        if t.lows[j] != "of" and not set("fdo") & set(title.office.takes):
            return
        if t.lows[j] == "at" and title.level == "official" and title.plural:
            return  # "received the ministers at the State Department": where
        if title.level == "hostguest" and self._named_holder(j + 1):
            return  # "the guest of X for a state visit"
        words: set[str] = set()
        if title.possessor is not None and title.possessor > j:
            behind = t.lows[title.possessor : title.possessor + 7]
            if "'s" in behind and not title.plural:  # "chairman of President X's party"
                title.loose = frozenset(behind[behind.index("'s") :]) & _KINDS
            return
        for k in range(j + 1, min(j + 10, t.n)):
            if t.words[k] in ",.;:()-–—" or t.lows[k] in ("who", "that", "which", "and"):
                if k > j + 1 and (
                    words & _KINDS or (t.words[k] in ",(-–—" and k - j <= 6 and self._only_lower(j + 1, k))
                ):
                    title.end = k
                break
            hit = find(t.lows, k)
            if hit is not None and hit.office.level in ("official", "leader", "royal"):
                break  # "the guest of the emir, X": the emir is somebody's title of its own
            words.add(t.lows[k])
        title.loose = frozenset(words)

    def _only_lower(self, j: int, k: int) -> bool:
        return not any(self.t.caps[x] for x in range(j, k))

    def _prepositions(self, title: Title) -> None:
        t, takes = self.t, title.office.takes
        for _ in range(3):
            j = title.end
            if j >= t.n - 1 or t.lows[j] not in _PREPOSITIONS:
                if t.lows[j : j + 2] == ["responsible", "for"]:
                    self._charge(title, j + 2)
                return
            if t.lows[j : j + 3] == ["in", "charge", "of"]:
                self._charge(title, j + 3)
                return
            preposition = t.lows[j]
            if preposition == "of" and title.level == "hostguest" and self._posted_behind(j + 1):
                return  # "the guest of Foreign Minister X": the post is X's
            before = title.end
            if preposition == "to" and title.office.id in _CLERKS:
                self._serving(title, j + 1)
                return
            if (preposition == "to" and ("d" in takes or title.office.level in ("adviser", "aide"))) or (
                preposition in ("in", "at", "from") and "d" in takes
            ):
                self._accredited(title, j)
            elif (
                preposition in ("from", "in")
                and title.level in ("counterpart", "hostguest")
                and not (title.states and preposition == "in")  # "his Chinese counterpart in Vientiane"
                and j + 1 in self.states
            ):
                title.states = self._states_from(j + 1, title.plural)
                title.end = title.states[-1].end
            elif (
                preposition == "of"
                or (preposition == "for" and ("f" in takes or "o" in takes or "d" in takes))
                or (
                    preposition in ("in", "at", "on", "for")
                    and (title.office.level in LEFT_ORG_LEVELS or title.end > title.head + 1)
                )
            ):
                self._complement(title, j, preposition)
            if title.end == before:
                return

    def _posted_behind(self, i: int) -> bool:
        """Whether somebody's post with his name stands within a few words: "Foreign Minister X"."""
        hits = ((k, find(self.t.lows, k)) for k in range(i, min(i + 4, self.t.n)))
        return any(hit is not None and self._named_holder(k + hit.length) for k, hit in hits)

    def _advises(self, title: Title, ref: StateRef) -> None:
        """ "adviser to the Kremlin", "aide to the Polish government": whom somebody serves who serves no person."""
        t, k = self.t, ref.end
        while k < t.n and (t.lows[k] in self.portfolios or t.lows[k] in self.org):
            k += 1
        if ref.kind != "demonym" or k > ref.end:
            title.states.append(ref)
            title.end = k

    def _states_from(self, k: int, several: bool) -> list[StateRef]:
        """The state at `k`, and of `several` those that follow it: "counterparts from Kenya, Togo and Chad"."""
        lows, refs = self.t.lows, [self.states[k]]
        while several:
            j = refs[-1].end
            while j < self.t.n and lows[j] in (",", "and", "the"):
                j += 1
            following = self.states.get(j)
            if j == refs[-1].end or following is None or following.kind == "demonym":
                break
            refs.append(following)
        return refs

    def _serving(self, title: Title, k: int) -> None:
        """ "chief secretary to the government", "permanent secretary to the Treasury": whom a clerk serves."""
        lows = self.t.lows
        k += lows[k] == "the"
        hit = find(lows, k)
        n = hit.length if hit is not None and hit.office.level == "official" else lows[k] in _SERVED
        title.end = k + n if n else title.end

    def _charge(self, title: Title, k: int) -> None:
        """ "in charge of border matters": up to the next comma."""
        t = self.t
        for j in range(k, min(k + 8, t.n)):
            if t.words[j] in ",.;":
                title.end = j
                return

    def _accredited(self, title: Title, j: int) -> None:
        """ "ambassador to Japan", "adviser to the President"."""
        t = self.t
        k = j + 1
        if k < t.n and t.lows[k] in ("the", "its", "his", "her", "their"):
            k += 1
        if k >= t.n:
            return
        if title.office.level in ("adviser", "aide"):
            late = k
            while late < t.n and (t.lows[late] in self.former or self.states.get(late)):
                ref = self.states.get(late)
                late = ref.end if ref else late + 1
            hit = find(t.lows, late)
            named = hit is not None and t.lows[k - 1] != "the" and self._named_holder(late + hit.length)
            if hit is not None and named:
                title.possessor = late + hit.length  # "an aide to Peruvian President X": the office is X's
            elif hit is not None and hit.office.level in ("official", "leader", "royal"):
                title.nested = hit.office
                owner = self.states.get(k)
                if owner is not None:
                    title.states.append(owner)
                title.end = late + hit.length
            elif k in self.states:
                self._advises(title, self.states[k])
            elif t.has_capital(k):
                title.possessor = k
            return
        ref = self.states.get(k)
        if ref is not None:
            if t.lows[j] == "at" and not ref.body:
                return
            title.destination = ref
            title.end = ref.end
        elif t.caps[k] and t.lows[j] == "to" and (t.lows[k - 1] == "the" or place_of(t.words[k])):
            title.end = region_end(t.lows, k)
