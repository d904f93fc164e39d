"""Names of persons in the words of a sentence: capitals, initials, particles, nicknames, suffixes."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.officials.lexicon import word_class
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title, is_given_name
from kg.extract.officials.tokens import Tokens
from kg.extract.triggers import lookup
from kg.reference import senses

# Words for things that are family names too ("Park Geun-hye", "Christopher Hill").
_ALSO_SURNAMES = word_class("also-surname")
_ROYAL = frozenset(
    "prince king pope bishop judge major dean baker marshall marshal priest justice cook shah".split()
)
_OF_TIME = frozenset(
    "in since until till during throughout last this next early late mid previous following that same".split()
)
_PARTISANS = frozenset("democrat republican conservative liberal socialist democrats republicans".split())
_STYLES = frozenset(
    "majesty majesties highness highnesses royal excellency excellencies holiness eminence serene".split()
)
_REVERED = (["hon"], ["honourable"], ["honorable"], ["rev"], ["reverend"], ["noble"])
_WHERE = frozenset("the in at near on off outside along".split())
_SUBJECTS = frozenset(
    "he she it they we i you the a an his her its their this that there , none nobody".split()
)
_GIVEN = frozenset("bharat duma israel chad jordan santiago victoria wellington sofia valletta kenya".split())
_NAMES_TOO = frozenset({"said", "will", "good"})
_OUT_OF = frozenset({"from", "in", "at"})
GERUNDS = frozenset(
    "welcoming greeting addressing congratulating thanking receiving hosting briefing visiting meeting quoting citing "
    "praising hailing joining accompanying".split()
)
_WATERS = frozenset("sea lake bay cape".split())
_NAMESAKES = frozenset("king queen prince princess president general saint st".split())
_STREETS = frozenset("street bridge park house hall square castle garden".split())
_BUILDINGS = frozenset("house bridge street square castle garden".split())
# Of which no one writes "met him Jun": names where no day follows.
_SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep oct nov dec".split())
_LANDS = frozenset("states nations countries republics peoples".split())
_MAX_WORDS = 8  # longer runs of capitals are headings, not names, but for those with a father's titles
_FATHERS = 5  # words more
_SON_OF = frozenset({"bin", "binti", "bint", "ibn"})


@dataclass(slots=True)
class Name:
    """A name in a sentence: words `start` to `end`, honorifics before `start` down to `outer`."""

    outer: int
    start: int
    end: int
    words: tuple[str, ...]
    honorific: str = ""
    known_only: bool = False  # stands for a person only where that person is named elsewhere


_PREDICATES = frozenset("is are was were has have had been".split())


def titled_verb(t: Tokens, i: int, *, titled: bool) -> bool:
    """Whether a capital verb behind a post is none of its holder's names: "Foreign Minister Is Headed", "President To Visit"."""
    if not titled or t.caps[i] != 1:
        return False
    behind = t.lows[i + 1] if i + 1 < t.n else ""
    return t.lows[i] in _PREDICATES or (t.lows[i] == "to" and bool(lookup(behind, "verb")))


class NameScan:
    """Finds the person names of one sentence, after its states and titles are known."""

    def __init__(self, t: Tokens, states: dict[int, StateRef], titles: list[Title]) -> None:
        """`titles` may lose members: "Erik Prince" is no prince."""
        ends = {ref.end for ref in states.values()}
        for title in [x for x in titles if is_given_name(t, x, titles, ends)]:
            titles.remove(title)
        self.t, self.states, self.titles = t, states, titles
        self.covered = [False] * t.n
        for ref in states.values():
            for k in range(ref.start, ref.end):
                self.covered[k] = True
        self.title_at: dict[int, Title] = {}
        self.title_end: dict[int, Title] = {}
        for title in titles:
            self.title_at[title.start] = title
            self.title_end[title.end] = title
            for k in range(title.start, title.end):
                self.covered[k] = True
        self.function = word_class("function")
        self.thing, self.portfolios = word_class("thing"), word_class("portfolio")
        self.honorifics = word_class("honorific") | word_class("rank") | {"chief"}
        self.weekdays = word_class("weekday")
        self.blocked = self.weekdays | word_class("month")
        self.particles = word_class("lower-particle")

    def scan(self) -> list[Name]:
        """The names in order, none overlapping."""
        found: list[Name] = []
        i, t = 0, self.t
        while i < t.n:
            if not t.caps[i]:
                i += 1
                continue
            if self.covered[i] and not self._state_as_name(i):
                i += 1
                continue
            name, i = self._from(i)
            if name is not None:
                found.append(name)
        return found

    def _state_as_name(self, i: int) -> bool:
        """ "Defense Minister Israel Katz": a state's name right after a title and before a surname."""
        ref = self.states.get(i)
        t = self.t
        if ref is not None and ref.end == i + 1 and t.lows[i] in _GIVEN and self._plain(i + 1):
            alone = i + 1 not in self.title_at and not (i and t.caps[i - 1] and t.words[i - 1][0].isalpha())
            if alone and t.lows[i + 2 : i + 3] not in (["river"], ["bank"], ["valley"]):
                return True  # "Nepal's Bharat Raj Pant"
        return (
            ref is not None
            and ref.end == i + 1
            and ref.kind in ("state", "capital")
            and (i in self.title_end or (i > 1 and self.t.words[i - 1] == "," and i - 1 in self.title_end))
            and self._plain(i + 1)
            and i + 1 not in self.title_at
        )

    def _plain(self, i: int) -> bool:
        """Whether word `i` can be part of a name on its own."""
        t = self.t
        if not (i < t.n and t.caps[i] and not self.covered[i]):
            return False
        low = t.lows[i]
        return low not in self.thing and low not in self.blocked and low not in self.function

    def _from(self, i: int) -> tuple[Name | None, int]:
        """The name that begins at `i` with its honorifics, or None, and where to go on."""
        t = self.t
        start = i
        if t.lows[i] in ("his", "her", "their", "your") and i + 1 < t.n and t.lows[i + 1] in _STYLES:
            i += 2
            while i < t.n and t.lows[i] in _STYLES:
                i += 1
            if i >= t.n or not t.caps[i] or self.covered[i]:
                return None, i
        outer, honorific, i = self._honorifics(i)
        if (
            honorific in ("hon", "honourable", "honorable", "rt", "rev", "reverend")
            and outer
            and t.lows[outer - 1] == "the"
        ):
            outer -= 1
            k = outer - 1 - (outer > 1 and t.words[outer - 1] == ".")
            if outer and t.lows[k].rstrip(".") in ("dr", "prof", "sir", "mr", "mrs", "ms"):
                outer = k  # "Dr. the Hon. X"
        outer = min(outer, start)
        if i >= t.n or not t.caps[i] or (self.covered[i] and not self._state_as_name(i)):
            return None, max(i, outer + 1)
        if t.lows[i] in _PARTISANS and self._plain(i + 1):
            i += 1
            outer = i
        low = t.lows[i]
        if titled_verb(t, i, titled=i in self.title_end):
            return None, i + 1
        first = i == 0 or t.words[i - 1] in ('"', "'", ":", "-", "(", ".")
        titled = outer in self.title_end or bool(honorific)
        if (low in self.weekdays or low in _LANDS) and not self._plain(i + 1):
            return None, i + 1  # "met the president Wednesday", but "President Sunday Okoro"
        if not titled and (low in self.function or low in self.blocked) and not self._odd_first(i, first):
            return None, i + 1
        if (
            first
            and low.endswith("ly")
            and t.lows[i + 1 : i + 2]
            and t.lows[i + 1] in _SUBJECTS
            and not titled
        ):
            return None, i + 1  # "Officially he is"
        if first and low in GERUNDS and not titled and self._plain(i + 1):
            return None, i + 1  # "Welcoming Ann Berg, he said"
        if first and "-" in low and low.endswith(("ing", "ed")) and t.caps[i + 1 : i + 2] != [1]:
            return None, i + 1  # "Stone-throwing youths"
        town = 0 if titled else self._town_before(i)
        if town:
            return None, town
        end, thing = self._extend(i)
        if end == i + 1 and low in ("dr", "mr", "mrs", "ms", "prof", "hon"):
            return None, end
        words = t.words[i:end]
        if thing or not self._short(i, end) or not self._person_like(i, end, titled):
            return None, end
        before = t.lows[outer - 1] if outer else ""
        place = not titled and before in (
            "in",
            "at",
            "near",
            "outside",
            "inside",
            "across",
            "around",
            "throughout",
        )
        the = before == "the" and not titled
        name = Name(
            outer,
            i,
            end,
            tuple(words),
            honorific,
            known_only=place or the or (t.caps[i] == 2 and end == i + 1),
        )
        return name, end

    def _town_before(self, i: int) -> int:
        """ "From Mar del Plata Bush flew on": where the name after a town that opens the sentence begins, or 0."""
        t = self.t
        if i != 1 or t.lows[0] not in _OUT_OF:
            return 0
        end, thing = self._extend(i)
        named = end < t.n and t.words[end].islower() and not thing and t.lows[end] not in ("and", "of", "or")
        for j in range(end - 1, i, -1) if named else ():
            if end - j <= 2 and any(x.kind == "city" for x in senses(" ".join(t.words[i:j]))):
                return 0 if t.lows[i] in _GIVEN else j
        return 0

    def _odd_first(self, i: int, first: bool) -> bool:
        """ "met He Yafei", "met May Thet Khine": a common word that begins a name inside a sentence."""
        t = self.t
        if t.lows[i] == "jan" and self._plain(i + 1):
            return True
        if first or not self._plain(i + 1):
            return False
        if t.lows[i] in self.blocked:
            if t.lows[i - 1] in _OF_TIME:
                return False  # "in May Ann Bo flew home"
            return not t.words[i - 1][0].isdigit() and t.lows[i] in ("may", "june", "april", "august")
        return (
            t.caps[i] == 1
            and len(t.lows[i]) <= 4
            and t.caps[i - 1] == 0
            and t.lows[i] not in ("the", "in", "on")
        )

    def _honorifics(self, i: int) -> tuple[int, str, int]:
        """Skips "Mr.", "Lt. Gen. (retd)", "His Excellency"; returns where they began, the last, and what follows."""
        t = self.t
        outer, honorific = i, ""
        if t.caps[i] and t.lows[i] in ("most", "right") and t.lows[i + 1 : i + 2] in _REVERED:
            i += 1  # "the Most Hon. X"
        while (
            i < t.n
            and not (t.lows[i] == "he" and t.caps[i] != 2)
            and t.lows[i].rstrip(".") in self.honorifics
            and not (self.covered[i] and honorific == "")
            and not self._given(i)
            and not (t.lows[i] == "pak" and "-" in "".join(t.words[i + 1 : i + 2]))  # "Pak Thae-song"
        ):
            j = i + 1
            while j < t.n and t.words[j] in ".-(":
                j += 1
            if (
                j >= t.n
                or not (t.caps[j] or t.lows[j] in ("retd", "ret"))
                or (j > i + 1 and t.words[i + 1] == "(" and t.lows[j] not in ("retd", "ret"))
            ):
                break
            if t.lows[j] in ("retd", "ret"):
                while j < t.n and (t.lows[j] in ("retd", "ret") or t.words[j] in ".)"):
                    j += 1
                if j >= t.n or not t.caps[j]:
                    break
            honorific, i = t.lows[i].rstrip("."), j
        return outer, honorific, i

    def _given(self, i: int) -> bool:
        """Whether an honorific is a name here: "Tan Chuan-Jin", but "Tan Sri X"; "Don Pramudwinai", but "Don Luis Roa"."""
        low, behind = self.t.lows[i], self.t.lows[i + 1 : i + 2]
        return (low == "tan" and behind != ["sri"]) or (low == "don" and not self._plain(i + 2))

    def _extend(self, i: int) -> tuple[int, bool]:
        """Where the run of capitals that begins at `i` ends, and whether it names a thing."""
        t = self.t
        j, thing = i, False
        while j < t.n and self._short(i, j):
            low = t.lows[j]
            if t.caps[j] and (not self.covered[j] or j == i):
                if low in self.blocked and j > i and not self._month_named(i, j):
                    break
                if low in self.thing and not self._surname(i, j):
                    thing = True
                if j > i and self._common(j):
                    break
                j += 1
                if (
                    t.words[j - 1].endswith(".") is False
                    and j < t.n
                    and t.words[j] == "."
                    and self._abbreviated(j, i)
                ):
                    j += 1
                continue
            if j > i and self._absorbs(i, j):
                self._drop(self.title_at[j])
                j += 1
                continue
            if j > i and low in self.particles and self._after_particle(j):
                j += 1
                continue
            if j > i and t.words[j] in '"(' and not thing:
                past = self._nickname(j)
                if past:
                    j = past
                    continue
            if j > i and t.words[j] == "," and j + 1 < t.n and t.lows[j + 1] in ("jr", "sr", "jr.", "iii"):
                j += 2
                continue
            break
        return j, thing

    def _short(self, i: int, j: int) -> bool:
        """Whether the words from `i` to `j` are no more than a name has."""
        long = j - i - _MAX_WORDS
        return long <= 0 or (long <= _FATHERS and not _SON_OF.isdisjoint(self.t.lows[i:j]))

    def _common(self, j: int) -> bool:
        """Whether the word at `j` is a common word with a capital, and no name: not "bin Said", "Fahmi Said Ibrahim"."""
        t = self.t
        low = t.lows[j]
        if low not in self.function or low in self.thing or t.caps[j] == 2 or len(low) <= 3:
            return False
        last = low in _NAMES_TOO and t.lows[j + 1 : j + 2] in ([","], ["."], ["and"], [";"])
        amid = low == "said" and self._plain(j + 1)
        return not (last or amid or t.lows[j - 1] in self.particles)

    def _month_named(self, i: int, j: int) -> bool:
        """Whether a name goes on with the month or weekday at `j`: "Theresa May", "Dong Jun", not "Lee Jun 3"."""
        t = self.t
        after = [w for w in t.words[j + 1 : j + 3] if w != "."][:1]
        if after and after[0][0].isdigit():
            return False
        return t.lows[j] in _SHORT_MONTHS or self._surname(i, j)

    def _abbreviated(self, j: int, i: int) -> bool:
        """Whether the full stop at `j` belongs to the name: "Whipps Jr.", "Wm. Burns"."""
        t = self.t
        low = t.lows[j - 1]
        if low in ("jr", "sr"):
            return True
        return len(low) <= 2 and j + 1 < t.n and t.caps[j + 1] > 0 and not self.covered[j + 1] and j - i <= 3

    def _surname(self, i: int, j: int) -> bool:
        """Whether an ambiguous word at `j` is part of a person's name."""
        t = self.t
        low = t.lows[j]
        if low not in _ALSO_SURNAMES or (
            low in _WATERS and i not in self.title_end and not self._holds(i, j)
        ):
            return False
        if j == i:
            if i in self.title_end and low in _BUILDINGS:  # "the Prime Minister House"
                return False
            return (
                i in self.title_end
                or (
                    j + 1 < t.n
                    and t.caps[j + 1] > 0
                    and not self.covered[j + 1]
                    and t.lows[j + 1] not in self.thing
                )
                or not (j + 1 < t.n and t.caps[j + 1] > 0)
            )
        return (
            j - i <= 2
            and not (
                j + 1 < t.n and t.caps[j + 1] > 0 and not self.covered[j + 1] and t.lows[j + 1] in self.thing
            )
            and not (i and (t.lows[i - 1] in _WHERE or (t.lows[i - 1] in _NAMESAKES and low in _STREETS)))
            and not (
                i and t.lows[i - 1] in ("to", "into", "inside") and low in _BUILDINGS
            )  # "welcomes him to X Castle"
        )

    def _holds(self, i: int, j: int) -> bool:
        """ "Anthony Lake, the envoy", "Carter's envoy, Anthony Lake": a name of two words, and a post at a comma."""
        behind = self.t.words[j + 1 : j + 2] == [","] and (j + 2 in self.title_at or j + 3 in self.title_at)
        before = i > 1 and self.t.words[i - 1] == "," and i - 1 in self.title_end
        return j == i + 1 and (behind or before)

    def _absorbs(self, i: int, j: int) -> bool:
        """ "Erik Prince", "Stephen King": a capital title of one word that ends a name."""
        title = self.title_at.get(j)
        if title is None or title.end != j + 1 or title.states or not self.t.caps[j]:
            return False
        follows = j + 1 < self.t.n and self.t.caps[j + 1] > 0
        return self.t.lows[j] in _ROYAL and not follows and i not in self.states

    def _drop(self, title: Title) -> None:
        self.titles.remove(title)
        del self.title_at[title.start]
        self.title_end.pop(title.end, None)

    def _after_particle(self, j: int) -> bool:
        t = self.t
        k = j + 1
        while k < t.n and t.lows[k] in self.particles and k - j < 3:
            k += 1
        return (
            k < t.n
            and t.caps[k] > 0
            and not self.covered[k]
            and t.lows[k] not in self.thing
            and t.lows[j] not in ("le", "und")
        )

    def _nickname(self, j: int) -> int:
        """Past a nickname in quotes inside a name: `Teodoro "Teddy" Locsin`."""
        t = self.t
        close = '"' if t.words[j] == '"' else ")"
        for k in range(j + 2, min(j + 5, t.n - 1)):
            if t.words[k] == close:
                inside = all(t.caps[x] == 1 for x in range(j + 1, k))
                return k + 1 if inside and t.caps[k + 1] == 1 and not self.covered[k + 1] else 0
        return 0

    def _person_like(self, i: int, end: int, titled: bool) -> bool:
        t = self.t
        letters = [k for k in range(i, end) if t.caps[k]]
        if not letters:
            return False
        if all(t.caps[k] == 2 for k in letters) and not titled:
            return len(letters) == 1 and len(t.words[i]) > 3
        if len(letters) == 1 and len(t.words[i].rstrip(".")) == 1:
            return False
        joined = i > 1 and t.lows[i - 1] == "and" and t.lows[i - 2] in self.portfolios
        if joined and not titled and all(t.lows[k] in self.portfolios for k in letters):
            return False  # "the Ministry of Foreign Affairs and International Cooperation"
        last = t.words[end - 1].rsplit("-", maxsplit=1)[-1]
        if "-" in t.words[end - 1] and any(s.kind == "state" for s in senses(last)):
            return False  # "the Việt Nam-China committee"
        return not (
            titled is False and end - i == 1 and t.lows[i] in self.thing and t.lows[i] not in _ALSO_SURNAMES
        )
