"""Noun phrases that name an office: "the former Japanese deputy minister for trade", "his spokesman"."""

from __future__ import annotations

from kg.extract.officials.lexicon import Hit, find, word_class
from kg.extract.officials.title import Title
from kg.extract.officials.title_complement import REGIONS
from kg.extract.officials.title_left import LeftSide
from kg.extract.officials.title_right import RightSide
from kg.extract.officials.title_wording import Wording, left_words

# Single words that are an office only with a capital ("Justice Kagan", "Rep. Lee").
_CAPITAL_ONLY = frozenset(
    [
        "sen",
        "rep",
        "justice",
        "pm",
        "fm",
        "eam",
        "nsa",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "shah",
        "mp",
        "whip",
    ]
)

_THRONES = frozenset({"king", "queen", "pope"})

_OFFICIAL_THINGS = frozenset(
    "visit visits trip trips meeting meetings talks tour journey statement statements results dinner reception "
    "ceremony welcome residence engagement engagements duties working bilateral one-on-one overseas".split()
)
_AFTER = frozenset("said says who told at in on to of for from with and , . ; )".split())

_NEEDS_NAME = frozenset({"sen", "rep", "justice", "eam", "nsa"})

_LEADING = frozenset({"justice", "deputy", "chief", "executive", "head", "counsel", "veteran"})


class TitleScan(LeftSide, RightSide, Wording):
    """Finds the title phrases of one sentence."""

    def scan(self) -> list[Title]:
        """All title phrases in order, none overlapping."""
        found = self.found
        i, t = 0, self.t
        while i < t.n:
            ref = self.states.get(i)
            hit = find(t.lows, i) if ref is None or ref.kind == "seat" else None
            if hit is None:
                i = ref.end if ref is not None else i + 1
                continue
            title = self._build(i, hit, found[-1].end if found else 0)
            if title is None:
                i += 1
            else:
                found.append(title)
                i = title.end
        return found

    def _build(self, i: int, hit: Hit, floor: int) -> Title | None:
        t, office = self.t, hit.office
        word = t.lows[i]
        if hit.length == 1 and not t.caps[i] and word in _CAPITAL_ONLY and not self._of_a_realm(i):
            return None
        if hit.length == 1 and word in _NEEDS_NAME and not self._before_name(i + 1):
            return None
        if office.level == "rank" and not self._is_rank(i, hit):
            return None
        if self._is_verb(i, hit) or self._is_surname(i, hit) or (hit.length == 1 and self._leads_on(i)):
            return None
        if (
            word == "official"
            and set(t.lows[i + 1 : i + 4]) & _OFFICIAL_THINGS
            and t.lows[i + 1] not in _AFTER
        ):
            return None  # "his first official meeting"
        title = Title(i, i + hit.length, i, office, hit.plural)
        left = self._left(title, floor)
        self._right(title)
        if not title.states:  # "the CIA director", "the Pentagon chief"
            title.states += [r for at, r in self.states.items() if i <= at and r.end <= i + hit.length]
        if not self._sound(title, hit, left):
            return None
        title.role = self._role(title, left)
        self._top_diplomat(title, left)
        if office.id == "secretary-of-state" and title.determiner in ("a", "an"):
            junior = find(["state", "secretary"], 0)  # "a secretary of state": one of many, in other states
            title.office = junior.office if junior else office
        if office.id == "head" and title.states and "government" in t.lows[title.head : title.end]:
            government = find(["head", "of", "government"], 0)  # "the head of Chad's government"
            title.office = government.office if government else office
            title.role = "head of government"
        words = set(left_words(t, left)) | set(t.lows[title.head : title.end])
        title.portfolio = frozenset(words & self.portfolios)
        if title.possessor is not None and title.determiner in ("whose", "its") and not title.states:
            before = t.lows[max(0, title.start - 7) : title.start]
            if any(before[k : k + 2] == ["central", "bank"] for k in range(len(before))):
                title.organisation = "bank"
            elif set(before) & word_class("org-civil") and not office.id.endswith("minister"):
                title.organisation = "civil"
        if not title.organisation:
            title.organisation = self._organisation(left, title)
        return title

    def _of_a_realm(self, i: int) -> bool:
        """ "The king received X", "the Saudi king": one who is spoken of, in a text that need not name him here.

        So is "the king of Jordan", and "Jordan's king"; "the king of pop" has no realm.
        """
        t = self.t
        if t.lows[i] not in _THRONES or not i:
            return False
        if t.lows[i + 1 : i + 2] == ["of"]:
            return i + 2 in self.states or (t.lows[i + 2 : i + 3] == ["the"] and i + 3 in self.states)
        if t.lows[i - 1] == "'s" and i - 1 in self.by_end:
            return True
        return t.lows[i - 1] == "the" or (i in self.by_end and self.by_end[i].kind == "demonym")

    def _is_rank(self, i: int, hit: Hit) -> bool:
        """ "General X", "the top U.S. general", not "general election" or "General Assembly"."""
        t = self.t
        if not t.caps[i]:
            leads = t.lows[i + 1 : i + 3] in (["in", "charge"], ["in", "command"]) or t.lows[
                i + 1 : i + 2
            ] == ["commanding"]
            return leads or (
                i > 0 and (i in self.by_end or t.lows[i - 1] in ("top", "retired", "commanding"))
            )
        if i + 1 < t.n and t.lows[i + 1] in (self.thing | self.portfolios | self.org):
            return False
        return hit.length > 1 or self._before_name(i + 1)

    def _top_diplomat(self, title: Title, left: list[int]) -> None:
        """ "the top Chinese diplomat" is the foreign minister, "a former top U.S. diplomat" one of many."""
        if title.office.id == "diplomat" and any(self.t.lows[i] in ("top", "chief") for i in left):
            if title.determiner in ("a", "an") or title.plural:
                title.role = "diplomat"
            else:
                hit = find(["top", "diplomat"], 0)
                title.office = hit.office if hit else title.office

    def _leads_on(self, i: int) -> bool:
        """Whether the word only begins a longer title: "deputy foreign minister", "chief trade negotiator"."""
        t = self.t
        if t.lows[i] not in _LEADING:
            return False
        for j in range(i + 1, min(i + 5, t.n)):
            if find(t.lows, j) is not None and t.lows[j] not in ("general",):
                return True
            of_state = t.lows[i] == "veteran" and (j in self.states or j + 1 in self.by_end)
            plain = t.lows[j] in self.portfolios or t.lows[j] in ("-", "and", "vice", "assistant", "&")
            region = t.caps[j] == 1 and t.lows[j] in REGIONS  # "the deputy Asia director"
            if not (plain or of_state or region):  # "a veteran Ghanaian diplomat"
                return False
        return False

    def _is_surname(self, i: int, hit: Hit) -> bool:
        """ "Ms Bishop", "Prince said": a name that is also a title."""
        t = self.t
        if hit.length > 1 or t.caps[i] != 1:
            return False
        j = i - 2 if i > 1 and t.words[i - 1] == "." else i - 1
        if j >= 0 and t.lows[j].rstrip(".") in ("mr", "mrs", "ms", "miss", "sir", "lord"):
            return True
        if hit.office.level == "kin" and ((i + 1 < t.n and t.caps[i + 1]) or (i > 1 and t.caps[i - 1])):
            return j < 0 or t.lows[j] not in ("his", "her", "'s", "their", "my")  # "Father Lombardi"
        if hit.office.level not in ("civil", "kin", "royal", "judicial") and "1" not in hit.office.takes:
            return False
        follows = i + 1 < t.n and (t.caps[i + 1] > 0 or t.words[i + 1] in ".,-")
        national = i in self.by_end and self.by_end[i].kind == "demonym"  # "the Jordanian King met"
        return not follows and (i == 0 or t.lows[i - 1] not in ("the", "his", "her", "a")) and not national

    def _is_verb(self, i: int, hit: Hit) -> bool:
        """ "heads of" is no verb, "heads to" and "he heads the" are; "she chairs", "to host"."""
        t = self.t
        low = t.lows[i]
        if hit.length > 1 or t.caps[i] > 0:
            return False
        if low in (
            "head",
            "heads",
            "chair",
            "chairs",
            "chief",
            "host",
            "hosts",
            "counsel",
            "model",
            "judge",
            "judges",
        ):
            after = t.lows[i + 1] if i + 1 < t.n else ""
            before = t.lows[i - 1] if i and t.caps[i - 1] != 2 else ""  # "the WHO chief"
            if low == "head" and 0 < i < t.n - 1 and t.caps[i - 1] == 1 and t.caps[i + 1] == 1:
                return not self._before_name(i + 1)  # "Military Committee head X"
            if low in ("head", "heads"):
                return after not in ("of",) and (
                    i == 0 or (self.by_end.get(i) is None and t.caps[i - 1] != 2)
                )
            if before in (
                "to",
                "will",
                "would",
                "who",
                "which",
                "and",
                "he",
                "she",
                "it",
                "they",
                "also",
                "may",
            ):
                return True
            return after in ("the", "a", "an", "talks", "us", "by", "how", "whether")
        return False
