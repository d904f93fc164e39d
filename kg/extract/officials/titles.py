"""Noun phrases that name an office: "the former Japanese deputy minister for trade", "his spokesman"."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.officials.lexicon import Hit, Office, find, word_class
from kg.extract.officials.states import StateRef, is_form_of_state, place_of
from kg.extract.officials.tokens import Tokens

_PRONOUNS = frozenset("his her its their our my your whose".split())
_DETERMINERS = frozenset("the a an this these those another no any some every each both".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten several many".split())
_PREPOSITIONS = frozenset("of for to in at on with from under".split())
_PARTY_ADJECTIVES = frozenset(
    "democratic republican conservative labour liberal socialist communist islamist left-wing right-wing"
    " centre-right centre-left center-right center-left social-democratic green".split()
)
_DESK = frozenset("department desk section affairs division bureau unit directorate".split())
# Heads that mean nothing alone: "head", "chief" need an organisation, a portfolio or a state.
_NEEDS_ORG = frozenset({"head", "chief", "director", "chairperson", "general-manager"})
# Single words that are an office only with a capital ("Justice Kagan", "Rep. Lee").
_CAPITAL_ONLY = frozenset("sen rep justice pm fm king queen prince princess pope shah mp whip".split())
_NEEDS_NAME = frozenset({"sen", "rep", "justice"})
_LEADING = frozenset({"justice", "deputy", "chief", "executive", "head", "counsel"})
_AFTER = frozenset("designate elect emeritus nominate".split())
_LEFT_ORG_LEVELS = frozenset(
    "spokes chair adviser aide official-plain diplomat military judicial parliament legislator party leader"
    " commissioner governor".split()
)
_KINDS = word_class("org-civil") | word_class("party-word") | word_class("org-gov-strong")
_REACH = 14  # words that a title may extend to either side; longer ones do not occur


@dataclass(slots=True)
class Title:
    """One title phrase. `start`/`end` are words (determiner and state included), `head` the office's
    first word. `states` are the states or bodies it belongs to, `destination` where it is accredited,
    `possessor` the word that owns it ("Trump" in "Trump's envoy", "his")."""

    start: int
    end: int
    head: int
    office: Office
    plural: bool
    role: str = ""
    determiner: str = ""
    states: list[StateRef] = field(default_factory=list)
    destination: StateRef | None = None
    possessor: int | None = None
    former: bool = False
    acting: bool = False
    organisation: str = ""  # "gov", "civil", "party" or "": what its organisation is
    unknown_prefix: bool = False  # a proper name stands before it ("Toyota president")
    subnational: bool = False
    portfolio: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()  # words of an organisation that is not parsed ("of the car maker X")
    anaphor: str = ""  # "bloc" in "the bloc's envoy", "country" in "the country's president"
    nested: Office | None = None  # the office it serves ("adviser to the President")
    person: int | None = None  # for a mention of somebody known; set later

    @property
    def level(self) -> str:
        """The office's level, corrected by the organisation."""
        level = self.office.level
        if self.subnational and level in ("official", "spokes", "adviser", "leader", "chair"):
            return "governor"
        if level == "chair":
            return {"gov": "official", "civil": "civil", "party": "party"}.get(self.organisation, "chair")
        if level in ("official", "spokes", "adviser", "leader", "commissioner") and self.organisation in (
            "civil",
            "party",
        ):
            return self.organisation
        if level == "governor" and self.organisation == "bank":
            return "official"
        if level == "official" and self.unknown_prefix and self.office.id in ("president", "vice-president"):
            return "civil"
        return level

    @property
    def canonical(self) -> str:
        """The canonical office, the portfolio considered ("defense-minister")."""
        return canonical_office(self.office, self.portfolio)


def canonical_office(office: Office, portfolio: frozenset[str]) -> str:
    """
    >>> canonical_office(Office("minister", "minister", "official", "pf"), frozenset({"foreign", "affairs"}))
    'foreign-minister'
    """
    kind = office.office
    if office.id == "secretary-of-state" and portfolio - {"foreign", "affairs", "state", "external"}:
        kind = "minister"
    if kind in ("minister", "deputy-minister"):
        for words, name in (
            ({"foreign", "external"}, "foreign-minister"),
            ({"defence", "defense"}, "defense-minister"),
            ({"finance", "treasury", "finances"}, "finance-minister"),
        ):
            if words & portfolio:
                return name if kind == "minister" else "deputy-" + name
    return kind


class TitleScan:
    """Finds the title phrases of one sentence."""

    def __init__(self, t: Tokens, states: dict[int, StateRef], text: str) -> None:
        """`states` by first word; `text` is what the offsets of `t` count (for the role's wording)."""
        self.t, self.states, self.text = t, states, text
        self.by_end = {s.end: s for s in states.values()}
        self.portfolios = word_class("portfolio")
        self.org = word_class("org-gov")
        self.thing = word_class("thing")
        self.former = word_class("former")
        self.present = word_class("present")
        self.senior = word_class("senior") | word_class("deputy")
        self.outsider = word_class("outsider")
        self.found: list[Title] = []

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
        if hit.length == 1 and not t.caps[i] and word in _CAPITAL_ONLY:
            return None
        if hit.length == 1 and word in _NEEDS_NAME and not self._before_name(i + 1):
            return None
        if office.level == "rank" and t.caps[i] and i + 1 < t.n and t.lows[i + 1] in (self.thing | self.portfolios | self.org):
            return None
        if office.level == "rank" and not (t.caps[i] and (hit.length > 1 or self._before_name(i + 1))):
            if t.caps[i] or not (
                i and (i in self.by_end or t.lows[i - 1] in ("top", "retired", "commanding"))
            ):
                return None
        if self._is_verb(i, hit) or self._is_surname(i, hit) or (hit.length == 1 and self._leads_on(i)):
            return None
        title = Title(i, i + hit.length, i, office, hit.plural)
        left = self._left(title, floor)
        self._right(title)
        if not self._sound(title, hit, left):
            return None
        title.role = self._role(title, left)
        self._top_diplomat(title, left)
        words = set(left_words(t, left)) | {w for w in t.lows[title.head : title.end]}
        title.portfolio = frozenset(words & self.portfolios)
        if title.possessor is not None and title.determiner in ("whose", "its") and not title.states:
            before = set(t.lows[max(0, title.start - 7) : title.start])
            if before & word_class("org-civil"):
                title.organisation = "civil"
        if not title.organisation:
            title.organisation = self._organisation(left, title)
        return title

    def _top_diplomat(self, title: Title, left: list[int]) -> None:
        """ "the top Chinese diplomat" is the foreign minister, "a former top U.S. diplomat" one of many."""
        if title.office.id == "diplomat" and any(self.t.lows[i] in ("top", "chief") for i in left):
            if title.determiner in ("a", "an") or title.plural:
                title.role = "diplomat"
            else:
                hit = find(["top", "diplomat"], 0)
                title.office = hit.office if hit else title.office

    def _before_name(self, j: int) -> bool:
        t = self.t
        return j < t.n and (t.caps[j] > 0 or (t.words[j] in ".(" and t.has_capital(j + 1)))

    def _leads_on(self, i: int) -> bool:
        """Whether the word only begins a longer title: "deputy foreign minister", "chief trade negotiator"."""
        t = self.t
        if t.lows[i] not in _LEADING:
            return False
        for j in range(i + 1, min(i + 5, t.n)):
            if find(t.lows, j) is not None and t.lows[j] not in ("general",):
                return True
            if t.lows[j] not in self.portfolios and t.lows[j] not in ("-", "and", "vice", "assistant", "&"):
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
        if hit.office.level == "kin" and i + 1 < t.n and t.caps[i + 1]:
            return j < 0 or t.lows[j] not in ("his", "her", "'s", "their", "my")  # "Father Lombardi"
        if hit.office.level not in ("civil", "kin", "royal", "judicial") and "1" not in hit.office.takes:
            return False
        follows = i + 1 < t.n and (t.caps[i + 1] > 0 or t.words[i + 1] in ".,-")
        return not follows and (i == 0 or t.lows[i - 1] not in ("the", "his", "her", "a"))

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
            before = t.lows[i - 1] if i else ""
            if low in ("head", "heads"):
                return after not in ("of",) and (i == 0 or self.by_end.get(i) is None and t.caps[i - 1] != 2)
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

    # -------------------------------------------------------------- to the left

    def _left(self, title: Title, floor: int) -> list[int]:
        """Extends the title to the left; returns the words that belong to the role."""
        t, k = self.t, title.start - 1
        role: list[int] = []
        floor = max(floor, title.start - _REACH)
        takes_org = title.office.level in _LEFT_ORG_LEVELS or "o" in title.office.takes
        takes_portfolio = "p" in title.office.takes or takes_org or title.office.level == "official"
        while k >= floor:
            low = t.lows[k]
            ref = self.by_end.get(k + 1)
            if ref is not None and ref.start >= floor:
                if ref.kind == "seat":
                    role.extend(range(ref.start, ref.end))
                k = self._left_state(title, ref, floor)
                if k < 0:
                    break
                continue
            if low == "'s" or low == "'":
                k = self._left_possessive(title, k, floor)
                break
            if low in _PRONOUNS:
                title.possessor, title.determiner, title.start = k, low, k
                break
            if low in _DETERMINERS:
                title.determiner, title.start = low, k
                break
            if low in _NUMBERS and title.plural:
                title.start, k = k, k - 1
                continue
            if low == "-" or low == ".":
                if k - 1 >= floor and (t.lows[k - 1] in self.former or t.lows[k - 1] in self.present):
                    k -= 1
                    continue
                break
            if low in self.former:
                title.former, title.start, k = True, k, k - 1
                continue
            if low in ("acting", "interim", "caretaker"):
                title.acting = True
            if low in self.senior and (not t.caps[k] or t.caps[title.head] or k == 0):
                if low not in ("first", "second", "third", "then") or t.lows[k + 1] in (
                    "vice",
                    "deputy",
                    "minister",
                    "secretary",
                ):
                    role.append(k)
                title.start, k = k, k - 1
                continue
            if low in self.present or low in _PARTY_ADJECTIVES:
                title.start, k = k, k - 1
                continue
            step = self._left_modifier(title, k, floor, takes_portfolio, takes_org)
            if step == 0:
                break
            role.extend(range(k, k - step, -1))
            k -= step
            title.start = k + 1
        return sorted(role)

    def _left_state(self, title: Title, ref: StateRef, floor: int) -> int:
        """Takes a state before the title; returns the next word to look at."""
        t = self.t
        title.states.insert(0, ref)
        title.start, k = ref.start, ref.start - 1
        while title.plural and k > floor and t.lows[k] in ("and", ",", "-", "&"):
            step = 2 if t.lows[k - 1] == "," else 1
            more = self.by_end.get(k - step + 1)
            if more is None or more.kind != ref.kind:
                break
            title.states.insert(0, more)
            title.start, k = more.start, more.start - 1
        return k

    def _left_possessive(self, title: Title, k: int, floor: int) -> int:
        """Takes "Japan's", "the ministry's" or "Trump's" before the title."""
        t = self.t
        ref = self.by_end.get(k)
        title.determiner = "'s"
        last = self.found[-1] if self.found else None
        if last is not None and last.end == k and not last.plural:
            title.states, title.start = list(last.states), last.start
            title.organisation = "gov" if last.level in ("official", "leader") else ""
            self.found.pop()
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
            title.start, title.organisation = j + 1, "gov"
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
        return k - 1

    def _left_modifier(self, title: Title, k: int, floor: int, portfolio: bool, org: bool) -> int:
        """How many words, from `k` to the left, belong to the title as portfolio or organisation."""
        t = self.t
        low, cap = t.lows[k], t.caps[k]
        if low in self.outsider and k + 1 == title.head:
            title.organisation = "civil"
            return 1
        if portfolio and low in self.portfolios:
            return 1
        if org and (low in self.org or (cap and low in self.thing and low not in _PARTY_ADJECTIVES)):
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
        if not cap:
            return 0
        if cap == 2 and len(low) <= 6 and low not in self.thing and self._acronym(title):
            title.unknown_prefix = True
            return 1
        place = place_of(t.words[k]) if low not in word_class("function") else None
        if place is not None and place[0] == "region" and t.caps[title.head]:
            title.subnational = True
            return 1
        if self._proper(k) and t.caps[title.head] and title.head == k + 1:
            title.unknown_prefix = True
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
        return (
            k > 0
            and low not in word_class("function")
            and low not in word_class("weekday")
            and low not in word_class("month")
            and low not in word_class("honorific")
            and t.words[k - 1] not in '".:'
        )

    # -------------------------------------------------------------- to the right

    def _right(self, title: Title) -> None:
        t = self.t
        j = title.end
        if j < t.n and t.lows[j] in _AFTER:
            j += 1
        elif j + 1 < t.n and t.lows[j] in ("-", ",") and t.lows[j + 1] in _AFTER:
            j += 2
        if t.lows[j : j + 3] in (["at", "the", "time"], ["at", "that", "time"]):
            j += 3
            title.former = True
        title.end = j
        self._prepositions(title)
        self._serves(title)
        self._loose_end(title)
        j = title.end
        if (
            j + 2 < t.n
            and t.words[j] == "("
            and t.caps[j + 1] == 2
            and t.words[j + 2] == ")"
            and j > title.head + 1
        ):
            title.end = j + 3

    def _serves(self, title: Title) -> None:
        """ "chief of staff of President X": the owner is X."""
        t, j = self.t, title.end
        if title.possessor is not None or title.states or j + 2 >= t.n or t.lows[j] not in ("of", "to", "for"):
            return
        k = j + 1 + (t.lows[j + 1] == "the")
        hit = find(t.lows, k)
        if hit is not None and hit.office.level in ("official", "leader", "legislator") and t.has_capital(k + hit.length):
            title.possessor = k + hit.length

    def _loose_end(self, title: Title) -> None:
        """ "president of the auto workers' union X,", "ministers of the two neighbours," up to the comma.

        Only what tells the kind of organisation is kept; the span ends at the mark.
        """
        t, j = self.t, title.end
        if j >= t.n or t.lows[j] not in ("of", "for", "at"):
            return
        if t.lows[j] != "of" and not set("fdo") & set(title.office.takes):
            return
        words: set[str] = set()
        for k in range(j + 1, min(j + 10, t.n)):
            if t.words[k] in ",.;:()-–—" or t.lows[k] in ("who", "that", "which", "and"):
                if k > j + 1 and (
                    words & _KINDS or (t.words[k] in ",(-–—" and k - j <= 6 and self._only_lower(j + 1, k))
                ):
                    title.end = k
                break
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
            before = title.end
            if preposition == "to" and ("d" in takes or title.office.level in ("adviser", "aide")):
                self._accredited(title, j)
            elif preposition in ("in", "at", "from") and "d" in takes:
                self._accredited(title, j)
            elif (
                preposition in ("from", "in")
                and title.level in ("counterpart", "hostguest")
                and j + 1 in self.states
            ):
                ref = self.states[j + 1]
                title.states, title.end = [ref], ref.end
            elif preposition == "of" or (
                preposition == "for" and ("f" in takes or "o" in takes or "d" in takes)
            ):
                self._complement(title, j, preposition)
            elif preposition in ("in", "at", "on", "for") and (
                title.office.level in _LEFT_ORG_LEVELS or title.end > title.head + 1
            ):
                self._complement(title, j, preposition)
            if title.end == before:
                return

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
            if hit is not None and hit.office.level in ("official", "leader", "royal"):
                title.nested = hit.office
                owner = self.states.get(k)
                if owner is not None:
                    title.states.append(owner)
                title.end = late + hit.length
            elif t.has_capital(k) and k not in self.states:
                title.possessor = k
            return
        ref = self.states.get(k)
        if ref is not None:
            if t.lows[j] == "at" and not ref.body:
                return
            title.destination = ref
            title.end = ref.end
        elif t.caps[k] and t.lows[j] == "to" and (t.lows[k - 1] == "the" or place_of(t.words[k])):
            title.end = k + 1

    def _complement(self, title: Title, j: int, preposition: str) -> None:
        """ "of the Republic of Angola", "for Western Hemisphere Affairs", "of the delegation"."""
        t = self.t
        k = j + 1
        limit = min(t.n, j + _REACH)
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
        if k == first or (preposition in ("in", "at", "on") and found and found[0].start == first and found[-1].end == k):
            return
        if preposition in ("of", "in", "at") or title.office.level in _LEFT_ORG_LEVELS:
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

    def _goes_on(self, k: int) -> bool:
        t = self.t
        return k < t.n and (
            t.lows[k] in self.org
            or t.lows[k] in self.portfolios
            or (t.caps[k] > 0 and t.lows[k] in self.thing)
        )

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

    def _names_organisation(self, k: int) -> bool:
        """Whether capitals from `k` on lead to a word for an organisation ("Supreme National Security Council")."""
        t = self.t
        for j in range(k, min(t.n, k + 7)):
            if t.caps[j] and (t.lows[j] in self.org or t.lows[j] in self.thing):
                return True
            if not t.caps[j] and t.lows[j] not in ("of", "and", "for", "the"):
                return False
        return False

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

    # -------------------------------------------------------------- what it comes to

    def _organisation(self, left: list[int], title: Title) -> str:
        t = self.t
        inside = [
            i
            for i in (*left, *range(title.head, title.end))
            if not any(r.start <= i < r.end for r in title.states)
        ]
        named = {t.lows[i] for i in inside}
        if title.loose:
            named |= title.loose
        if title.office.id == "governor" and "bank" in named:
            return "bank"
        if named & word_class("org-gov-strong"):
            return "gov"
        if named & word_class("party-word") and not title.states:
            return "party"
        if named & word_class("org-civil"):
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

    def _private(self, title: Title) -> bool:
        """ "president of the Rapid Group": an organisation with a proper name that no state owns."""
        t = self.t
        return any(
            t.caps[i] and t.lows[i] not in self.portfolios and t.lows[i] not in self.org and t.lows[i] not in self.thing
            for i in range(title.head + 1, title.end)
        ) and title.office.id in ("president", "vice-president", "chairperson", "director", "managing-director", "head", "chief")

    def _sound(self, title: Title, hit: Hit, left: list[int]) -> bool:
        """Whether the phrase says enough to be a title ("head" alone does not)."""
        office = title.office
        bare = title.end == title.head + hit.length and not left and not title.states
        if office.id in _NEEDS_ORG and bare and not title.possessor:
            return office.id in ("chairperson",) or (office.id == "director" and self.t.caps[title.head] > 0)
        if office.id == "head" and bare:
            return False
        if "!" in office.takes and bare:
            return self.t.caps[title.head] > 0
        return True

    def _role(self, title: Title, left: list[int]) -> str:
        """The role as the article words it, without state, determiner and "former"."""
        t = self.t
        words = [t.words[i] for i in left if i < title.head]
        head = self._singular(title)
        return " ".join([*words, *head]).replace(" ,", ",").replace(" .", ".").replace(" 's", "'s")

    def _singular(self, title: Title) -> list[str]:
        t = self.t
        end = title.end
        hit = find(t.lows, title.head)
        stop = title.head + (hit.length if hit else 1)
        end = next((x for x in range(stop, end) if t.words[x] == "("), end)
        tail = [] if title.office.id == "speaker" or title.loose else self._tail(title, stop, end)
        words = t.words[title.head : stop]
        return [*(_singular_word(w) if title.plural else w for w in words), *tail]

    def _tail(self, title: Title, stop: int, end: int) -> list[str]:
        """The complement, where it is part of the office and not just its state."""
        t = self.t
        if stop >= end:
            return []
        k = stop
        while k < end and t.lows[k] in _AFTER:
            k += 1
        rest = t.lows[k:end]
        if not rest:
            return t.words[stop:end]
        if title.destination is not None and title.destination.body and title.office.office == "ambassador":
            return t.words[stop:end]
        if title.destination is not None:
            return t.words[stop:k]
        inside = [
            i
            for i in range(k, end)
            if t.lows[i] in self.portfolios or t.lows[i] in self.org or t.lows[i] in self.thing
        ]
        state_only = not inside or all(is_form_of_state(t.lows[i]) for i in inside)
        proper = any(t.caps[i] for i in range(k, end))
        if state_only and rest[0] == "of" and (title.states or not proper):
            return t.words[stop:k]
        if (
            rest[0] in ("for", "in", "on")
            and not proper
            and "p" not in title.office.takes
            and "o" not in title.office.takes
        ):
            return t.words[stop:k]
        return t.words[stop:end]


def left_words(t: Tokens, left: list[int]) -> list[str]:
    """The words at `left`, in lower case."""
    return [t.lows[i] for i in left]


def _singular_word(word: str) -> str:
    """
    >>> _singular_word("Secretaries"), _singular_word("chiefs"), _singular_word("spokesmen")
    ('Secretary', 'chief', 'spokesman')
    """
    if word.lower().endswith("ies"):
        return word[:-3] + ("Y" if word.isupper() else "y")
    if word.lower().endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.lower().endswith("s") and not word.lower().endswith("ss") else word
