"""A title phrase to the left of its office: "the former Japanese deputy …"."""

from __future__ import annotations

from kg.extract.officials.lexicon import find, word_class
from kg.extract.officials.names import GERUNDS
from kg.extract.officials.states import StateRef, is_place, place_of
from kg.extract.officials.title import SENT, Title
from kg.extract.officials.title_words import LEFT_ORG_LEVELS, PARTY_ADJECTIVES, REACH, TitleWords

PRONOUNS = frozenset(["his", "her", "its", "their", "our", "my", "your", "whose"])

_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "these", "those", "another", "no", "any", "some", "every", "each", "both"]
)

_CLUBS = word_class("org-civil") - {"union", "bank", "fund"}  # those may be bodies
_ADJECTIVES = ("ing", "ed", "ful", "ous", "ish", "ive", "less", "able", "ible", "ant", "ent")

# Levels of posts that an adjective may stand before: "the bespectacled premier", "a seasoned Finnish diplomat"
_TELLING = frozenset(["official", "spokes", "diplomat", "rank", "adviser", "leader"])
# and adjectives without an ending that tells them
_QUALITIES = frozenset(
    "young elderly frail tall veteran portly blunt weary stern tired sick grave popular unpopular proud shy royal".split()
)

_NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many"]
)

_WHERE = frozenset({"in", "at", "from"})


class LeftSide(TitleWords):
    """Determiner, state, owner, "former", rank and portfolio before the office."""

    def _left(self, title: Title, floor: int) -> list[int]:
        """Extends the title to the left; returns the words that belong to the role."""
        role: list[int] = []
        floor = max(floor, title.start - REACH)
        k = title.start - 1
        while k >= floor:
            ref = self.by_end.get(k + 1)
            if ref is not None and ref.start >= floor:
                if ref.body and k + 1 < title.head and self.t.lows[k + 1] == "affairs":
                    role.extend(
                        range(ref.start, ref.end)
                    )  # "the ASEAN Affairs Minister": a portfolio, no owner
                    title.start, k = ref.start, ref.start - 1
                    continue
                if title.states and ref.kind == "capital":
                    break  # "received in Nairobi Ugandan President X": where, not whose
                if ref.kind == "seat":
                    role.extend(range(ref.start, ref.end))
                k = self._left_state(title, ref, floor)
                continue
            if self._left_edge(title, k, floor):
                break
            before = self.by_end.get(k)
            if (
                title.states
                and before is not None
                and before.kind == "state"
                and self.t.lows[k].endswith("ed")
            ):
                break  # "X of Chad received Fiji's minister": a verb, and no "appointed"
            if k == 0 and self.t.lows[k] in GERUNDS:
                break  # "Meeting President X in Rome, Y said"
            step = self._left_adjective(title, k, floor, role) or self._described(title, k, floor)
            if step == 0:
                step = self._left_modifier(title, k, floor)
                role.extend(range(k, k - step, -1))
            if step == 0:
                break
            k -= step
            title.start = k + 1
        return sorted(role)

    def _left_edge(self, title: Title, k: int, floor: int) -> bool:
        """Takes the word that begins the phrase: a determiner, an owner."""
        low = self.t.lows[k]
        if low in ("'s", "'"):
            self._left_possessive(title, k, floor)
        elif low in PRONOUNS:
            title.possessor, title.determiner, title.start = k, low, k
        elif low in _DETERMINERS:
            title.determiner, title.start = low, k
        else:
            return False
        return True

    def _second_of_two(self, k: int, title: Title) -> bool:
        """ "saw *first* X, *then* Minister Y": in turn, and no former minister."""
        named = title.end < self.t.n and self.t.caps[title.end] > 0
        return named and self.t.words[k - 1] == "," and "first" in self.t.lows[:k]

    def _left_adjective(self, title: Title, k: int, floor: int, role: list[int]) -> int:
        """How many words, from `k` to the left, are "former", "acting", "senior", a number, a party's adjective."""
        t = self.t
        low = t.lows[k]
        if low == "own" and k > floor and (t.lows[k - 1] in PRONOUNS or t.lows[k - 1] == "'s"):
            return 1
        if low == "year-old" and t.lows[k - 1] == "-" and t.lows[k - 2].isdigit():
            return 3  # "the 40-year-old premier"
        if low in ("-", "."):
            return int(k - 1 >= floor and (t.lows[k - 1] in self.former or t.lows[k - 1] in self.present))
        if low == "then" and k > floor and (t.lows[k - 1] == "and" or self._second_of_two(k, title)):
            return 0  # "met X and then Minister Y": in turn
        title.former = title.former or low in self.former
        title.acting = title.acting or low in ("acting", "interim", "caretaker")
        if low in self.senior and low not in self.former and (not t.caps[k] or t.caps[title.head] or k == 0):
            ordinal = low in ("first", "second", "third")
            # "under then-President X", "under General X": a preposition
            led = low == "under" and (k + 1 < title.head or title.level == "rank")
            if not led and (not ordinal or t.lows[k + 1] in ("vice", "deputy", "minister", "secretary")):
                role.append(k)
            return 1
        plain = low in self.former or low in self.present or low in PARTY_ADJECTIVES or low == "federal"
        return int(plain or (low in _NUMBERS and title.plural))

    def _left_state(self, title: Title, ref: StateRef, floor: int) -> int:
        """Takes a state before the title; returns the next word to look at."""
        t = self.t
        title.states.insert(0, ref)
        title.start, k = ref.start, ref.start - 1
        while title.plural and k > floor and t.lows[k] in ("and", ",", "-", "&"):
            step = 2 if t.lows[k - 1] == "," else 1
            more = self.by_end.get(k - step + 1)
            if more is None or (more.kind != ref.kind and not (self._initials(more) or self._initials(ref))):
                break
            title.states.insert(0, more)
            title.start, k = more.start, more.start - 1
        return k

    def _initials(self, ref: StateRef) -> bool:
        """Whether a state stands as letters, which are noun and adjective at once: "his US and Iranian counterparts"."""
        return ref.kind == "state" and all(
            w.isupper() for w in self.t.words[ref.start : ref.end] if w.isalpha()
        )

    def _left_possessive(self, title: Title, k: int, floor: int) -> int:
        """Takes "Japan's", "the ministry's" or "Trump's" before the title."""
        t = self.t
        ref = self.by_end.get(k)
        title.determiner = "'s"
        last = self.found[-1] if self.found else None
        if last is not None and last.end == k and last.level == "hostguest" and ref is not None:
            self.found.pop()  # "the guest of Iceland's president": the state is the president's
        elif last is not None and last.end == k and not last.plural:
            title.states, title.start = list(last.states), last.start
            title.organisation = "gov" if last.level in ("official", "leader") else ""
            self.owners.append(self.found.pop())
            return k - 1
        if ref is not None:
            title.states.insert(0, ref)
            title.start = ref.start - (ref.start > floor and t.lows[ref.start - 1] == "the")
        elif k >= 2 and t.lows[k - 2 : k] == ["central", "bank"]:
            hit = find(["central", "bank", "governor"], 0)
            title.office = hit.office if hit and title.office.id == "governor" else title.office
            title.start = k - 2 - (k - 3 >= floor and t.lows[k - 3] == "the")
        elif k >= 1 and (t.lows[k - 1] in self.org or t.lows[k - 1] in self.portfolios):
            j = k - 1
            while j >= floor and (t.lows[j] in self.org or t.lows[j] in self.portfolios):
                j -= 1
            title.start, title.organisation = j + 1 - (j >= floor and t.lows[j] == "the"), "gov"
            if t.lows[k - 1] in (
                "bloc",
                "alliance",
                "organisation",
                "organization",
                "agency",
                "body",
                "union",
                "group",
            ):
                title.anaphor = t.lows[k - 1]
            owner = self.by_end.get(j + 1)
            if owner is not None:
                title.states.insert(0, owner)
                title.start = owner.start
            elif t.lows[j] in ("country",):
                title.start = j
        elif t.lows[k - 1] in (
            "country",
            "kingdom",
            "republic",
            "nation",
            "emirate",
            "island",
            "sultanate",
            "neighbour",
        ):
            title.anaphor, title.start = t.lows[k - 1], k - 1
        else:
            title.possessor, title.start = k - 1, k
            region = place_of(t.words[k - 1]) if t.caps[k - 1] == 1 else None
            title.subnational = region is not None and region[0] == "region"  # "Bavaria's premier"
            if t.caps[k - 1] and t.lows[k - 1] in _CLUBS and title.office.level == "official":
                title.organisation, title.possessor = "civil", None  # "the Media Association's president"
            if not t.caps[k - 1] and t.lows[k - 1] in word_class("org-civil"):
                title.start = k - 1 - (k - 2 >= floor and t.lows[k - 2] == "the")
                if title.office.id == "secretary-general":
                    title.anaphor = t.lows[k - 1]  # "the association's secretary-general": ASEAN's
                else:
                    title.organisation = "civil"  # "the association's president"
        return k - 1

    def _left_modifier(self, title: Title, k: int, floor: int) -> int:
        """How many words, from `k` to the left, belong to the title as portfolio or organisation."""
        org = title.office.level in LEFT_ORG_LEVELS or "o" in title.office.takes
        portfolio = org or "p" in title.office.takes or title.office.level == "official"
        t = self.t
        low, cap = t.lows[k], t.caps[k]
        minister = title.office.id.endswith("minister")  # "industry minister", but "industry leader"
        if low in self.outsider and k + 1 == title.head and not minister:
            title.organisation = "civil"
            return 1
        if portfolio and low in self.portfolios:
            return 1
        if "p" in title.office.takes and (k + 1 == title.head or t.lows[k + 1] in self.portfolios):
            unknown = self._unknown_portfolio(k, floor)
            if unknown:
                return unknown
        if org and (low in self.org or (cap and low in self.thing and low not in PARTY_ADJECTIVES)):
            return 1
        if low in ("and", "&", ",") and k < title.head and k - 1 >= floor:
            left, right = t.lows[k - 1], t.lows[k + 1]
            both = (
                right in self.portfolios
                and left in self.portfolios
                and t.caps[k - 1] >= min(t.caps[k + 1], 1)
            )
            return 2 if portfolio and both and not self._listed(k) else 0
        if low in ("of", "for", "the") and org and t.caps[k + 1] and k - 1 >= floor:
            if t.lows[k - 1] in self.org and t.caps[k - 1]:
                return 2
            if (
                low == "the"
                and t.lows[k - 1] in ("of", "for")
                and k - 2 >= floor
                and t.lows[k - 2] in self.org
            ):
                return 3
            return 0
        if not cap or (t.caps[title.head] and self._where_it_plays(k)):
            return 0
        if cap == 2 and len(low) <= 6 and low not in self.thing and self._acronym(title):
            title.unknown_prefix = True
            return 1
        place = place_of(t.words[k]) if low not in word_class("function") else None
        if place is not None and place[0] == "region" and t.caps[title.head]:
            title.subnational = True
            return 1
        if self._proper(k) and title.head == k + 1:
            edge = t.lows[k - 1] if k > floor else ""
            if title.office.office in SENT and (edge in ("'s", "the") or self.by_end.get(k) is not None):
                return 1  # "the Kremlin's Caspian envoy"
            title.unknown_prefix = True
        return 0

    def _where_it_plays(self, k: int) -> bool:
        """ "*In Santa Cruz* President X kept him waiting": the town that opens a sentence is no part of a post."""
        t = self.t
        first = k
        while first and t.caps[first - 1] and t.lows[first - 1] not in _WHERE:
            first -= 1
        opens = first == 1 or (first > 1 and t.words[first - 2] == ",")
        return (
            bool(first)
            and opens
            and t.lows[first - 1] in _WHERE
            and is_place(" ".join(t.words[first : k + 1]))
        )

    def _described(self, title: Title, k: int, floor: int) -> int:
        """How many words are what stands between the beginning of the phrase and its office.

        A plain adjective ("the bespectacled premier"), an age ("the 74-year-old leader"), an origin.
        """
        low = self.t.lows[k]
        aged = low == "year-old" and k - 2 >= floor and self.t.lows[k - 2].isdigit()
        n = 3 if aged else 1
        edge = self.t.lows[k - n] if k - n >= floor else ""
        begins = edge in _DETERMINERS or edge in PRONOUNS or edge == "'s"
        if not (begins or self.by_end.get(k - n + 1) is not None) or title.level not in _TELLING:
            return 0
        if aged or low.endswith("-born"):
            return n
        plain = low in _QUALITIES or (low.endswith(_ADJECTIVES) and len(low) > 5)
        noted = low in word_class("org-civil") | self.outsider | word_class("function")
        return int(plain and not noted and not self.t.caps[k])

    def _unknown_portfolio(self, k: int, floor: int) -> int:
        """How many words, ending at `k`, are a portfolio that the table lacks: "the water works minister"."""
        t = self.t
        for n in (1, 2):
            low = t.lows[k - n + 1]
            if k - n < floor or t.caps[k - n + 1] or not low.isalpha() or low in word_class("function"):
                return 0
            if low.endswith(("ed", "ing", "ly")) or low in self.former or low in self.senior:
                return 0
            if low in self.present or low in PARTY_ADJECTIVES or low in self.outsider or low in _NUMBERS:
                return 0
            edge = t.lows[k - n]
            if edge in _DETERMINERS or edge in PRONOUNS or edge == "'s" or self.by_end.get(k - n + 1):
                return n
        return 0

    def _acronym(self, title: Title) -> bool:
        """Whether capitals before the title are an acronym and not a headline in capitals."""
        return self.t.caps[title.head] != 2

    def _listed(self, k: int) -> bool:
        return self.t.lows[k] == "," and self.t.lows[k - 1] not in self.portfolios

    def _proper(self, k: int) -> bool:
        """Whether word `k` looks like a proper name that is none of ours ("Toyota")."""
        t = self.t
        low = t.lows[k]
        start = k == 0 or t.words[k - 1] in '".:'
        return (
            not (start and low.endswith(("ing", "ed")))
            and low not in word_class("function")
            and low not in word_class("weekday")
            and low not in word_class("month")
            and low not in word_class("honorific")
            and (k == 0 or not start)
        )
