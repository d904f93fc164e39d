"""Titles and states right beside a name: "Foreign Minister X", "X of Grenada", "the minister, X,"."""

from __future__ import annotations

from kg.extract.officials.evidence import Link, Occurrence
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.link_words import CLOSERS, LinkWords
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import SENT, Title
from kg.extract.wordings import SENDING

_SPEAKING = frozenset(
    [
        "came",
        "spoke",
        "signed",
        "negotiated",
        "sat",
        "answered",
        "attended",
        "initialled",
        "went",
        "put",
        "acted",
    ]
)
_BEFORE_FOR = 5  # words between such a verb and "for Peru": "put down his name"

_WHENCE = frozenset(
    ["from", "in", "to", "via", "for", "through"]
)  # "from Peru Berg flew on" is no Peruvian Berg
_CLERGY = frozenset(["archbishop", "bishop", "monsignor", "reverend"])
_SERVING = frozenset(["aide", "adviser"])
_CHAIRS = frozenset(["chairperson", "president", "co-chair", "head"])
_AT = frozenset(["in", "on", "at"])
_AT_WORK = frozenset(["at", "from", "of", "with", "for"])
_STYLED = frozenset({"senator", "ambassador"})  # "the foreign minister, Senator X"
_ONLY_SAYS_WHO = frozenset(["himself", "herself", "there", "here"])  # "his counterpart there, X"
_DEFINITE = frozenset(["the", "his", "her", "their", "its", "'s"])
_MEETING = frozenset("has had met saw spoke visited received hosted telephoned called will".split())
_GOES_ON = frozenset("will would has had is was said says and".split())  # "the minister, Dr. X said"
_NO_PLACE = word_class("weekday") | word_class("month") | word_class("be-verb") | {"that", "who", "and", ","}


def _neighbour(title: Title) -> bool:
    """ "X, his neighbour at the table": no trade, as "a neighbour" is."""
    return title.possessor is not None and title.role.lower().startswith("neighbo")


_REPRESENTED = 10  # words behind "represented" in which who does so may stand


class Beside(LinkWords):
    """What stands before a name, and the brackets behind it."""

    def _before(self, k: int, o: Occurrence) -> None:
        t, i = self.t, o.name.outer
        if i and t.words[i - 1] in ('"', "("):
            i -= 1
        if t.lows[i - 4 : i] in (["in", "the", "person", "of"], ["in", "the", "shape", "of"]) and i > 4:
            i -= 4  # "the leader of the opposition, in the person of X"
            i -= t.words[i - 1] == ","
        if i > 1 and t.lows[i - 1] in ("named", "called") and i - 1 in self.title_end:
            # "an envoy named X"; in "the premier called X" he rings, or praises
            i -= self.title_end[i - 1].determiner not in _DEFINITE
        asked = self.title_end.get(i - 1) if i and t.lows[i - 1] in self.be else None
        if asked is not None and asked.determiner == "whose":
            self._link(o, asked, "is")  # "the central bank, whose governor is X"
            return
        title = self.title_end.get(i)
        if title is not None:
            if not title.plural and not self._whom(title, o):
                self._link(o, title, "pre")
            outer = self.title_end.get(title.start)
            if (
                (title.level in ("rank", "royal") or t.lows[title.head] in _CLERGY)
                and outer is not None
                and not outer.plural
                and not title.determiner
            ):
                self._link(o, outer, "pre")
                title = outer
            self._second_title(o, title)
            return
        if i >= 2 and t.lows[i - 1] == "'s":
            ref = self.state_end.get(i - 1)
            if ref is not None:
                o.states.append((ref, "possessive"))
            return
        if i >= 3 and t.words[i - 1] == "," and t.lows[i - 2] == "'s" and i - 2 in self.state_end:
            self._of_the_same(o, self.state_end[i - 2])
            return
        if i >= 3 and t.words[i - 1] == "," and i - 1 in self.state_end:
            ref = self.state_end[i - 1]
            first = ref.start - (t.lows[ref.start - 1] == "the") if ref.start else 0
            if ref.kind == "demonym" and t.lows[ref.start - 1] in ("a", "an") and ref.end == i - 1:
                o.states.append((ref, "nationality"))  # "an American, X"
            if (
                first
                and t.lows[first - 1] == "for"
                and (first == 1 or t.lows[first - 2] in (",", "and", ";", ":"))
            ):
                o.states.append((ref, "for"))  # "and, for the Emirates, X"
            return
        ref = self.state_end.get(i)
        people = ref is not None and ref.kind == "demonym" and t.lows[ref.end - 1].endswith("s")
        there = ref is not None and ref.kind == "state" and t.lows[max(0, ref.start - 1)] in _WHENCE
        if ref is not None and not people and not there and ref.kind in ("demonym", "state", "body"):
            man = ref.kind == "demonym" and (
                t.lows[ref.end - 1].endswith(("man", "woman")) or t.lows[max(0, ref.start - 1)] == "the"
            )
            o.states.append((ref, "nationality" if man else "adjective"))

    def _of_the_same(self, o: Occurrence, ref: StateRef) -> None:
        """ "Chad's chief negotiator, X, and the Union's, Y": Y has the post that X has."""
        owned = [x for x in self.p.titles if x.end <= ref.start and x.determiner == "'s" and not x.plural]
        if owned and owned[-1].level not in ("counterpart", "hostguest", "civil", "kin"):
            self._link(o, owned[-1], "list", [ref])
        else:
            o.states.append((ref, "possessive"))

    def _whom(self, title: Title, o: Occurrence) -> bool:
        """ "the only Thai official Berg is known to have met": he is whom Berg met, not Berg."""
        t = self.t
        only = {"only", "first", "last"} & set(t.lows[max(0, title.start - 2) : title.head])
        behind = t.lows[o.name.end] if o.name.end < t.n else ""
        return bool(only) and title.level == "official-plain" and (behind in self.be or behind in _MEETING)

    def _delegated(self, k: int, o: Occurrence) -> None:
        """ "France was represented by X; Germany by a state secretary, Y", "Malta sent its premier, Z"."""
        t = self.t
        start = min((x.title.start for x in o.links if x.title.end <= o.name.outer + 1), default=o.name.outer)
        if start < 2 or any(r for x in o.links for r in x.states) or o.states:
            return
        before = t.lows[start - 1]
        verb = self._represented(start - 1) if before == "by" else start - 1
        if t.lows[verb] in SENDING if before != "by" else t.lows[verb] == "represented":
            while verb > 0 and t.lows[verb - 1] in (
                "was",
                "were",
                "is",
                "are",
                "being",
                "be",
                "has",
                "had",
                "will",
                "been",
                "only",
            ):
                verb -= 1
            ref = self.state_end.get(verb)
        else:
            ref = self.state_end.get(start - 1) if before == "by" else None
            first = ref.start if ref is not None else 0
            first -= first > 0 and t.lows[first - 1] == "the"
            if (
                "represented" not in t.lows[:start]
                or not first
                or t.words[first - 1] not in (",", ";", "and")
            ):
                ref = None
        if ref is not None and ref.kind in ("state", "capital", "body"):
            o.states.append((ref, "for"))

    def _represented(self, by: int) -> int:
        """Where "represented" stands before a "by": "is represented *at the summit in Lima* by X"."""
        t = self.t
        for i in range(by - 1, max(-1, by - _REPRESENTED), -1):
            if t.lows[i] == "represented":
                return i
            if t.words[i] in (",", ";", ":"):
                break
        return by - 1

    def _second_title(self, o: Occurrence, title: Title) -> None:
        """ "Deputy Prime Minister and Foreign Minister X" holds two posts."""
        t = self.t
        for step in (1, 2):
            if title.start >= step and t.lows[title.start - step] in ("and", ",", "&"):
                other = self.title_end.get(title.start - step)
                if other is None or other.plural != title.plural or other.plural or title.determiner:
                    continue
                if step == 1 and t.lows[title.start - 1] == "," and title.level not in ("rank", "royal"):
                    continue
                if step == 2 and t.lows[title.start - 1] != "and":
                    continue
                if other.determiner in ("the", "a") and t.caps[title.head] and not t.caps[other.head]:
                    continue
                if other.office.level in ("rank", "civil"):
                    continue
                if step == 2 and self._of_name_before(other):  # "X, the minister of trade, and Prince Y"
                    continue
                o.links.append(Link(other, "pre", list(other.states)))
                if not title.states and o.links[0].title is title:
                    o.links[0].states = list(other.states)
                if title.possessor is None:
                    title.possessor = other.possessor
                return

    def _of_name_before(self, title: Title) -> bool:
        """Whether a title stands behind a name and a comma: "X, *minister of trade*, and"."""
        comma = title.start - 1
        return (
            comma > 0 and self.t.words[comma] == "," and any(x.name.end == comma for x in self.p.occurrences)
        )

    def _past(self, o: Occurrence) -> int:
        """Takes "(France)", "(R)", "of Grenada" after a name; returns the first word behind."""
        t, j = self.t, o.name.end
        if j < t.n and t.words[j] == "(":
            close = next((x for x in range(j + 1, min(j + 12, t.n)) if t.words[x] == ")"), 0)
            if close:
                ref = next((self.p.states[x] for x in range(j + 1, close) if x in self.p.states), None)
                if ref is not None and ref.end - ref.start >= close - j - 3:
                    o.states.append((ref, "bracket"))
                j = close + 1
        if j + 2 < t.n and t.lows[j] in _SPEAKING:
            self._sent_by(o, self._on_behalf(j + 1))
            return j
        if j + 1 < t.n and t.lows[j] in ("from", "for"):
            return self._sent_by(o, j)
        if j + 1 < t.n and t.lows[j] == "of":
            x = j + 1
            while x < t.n and t.lows[x] in ("the", "neighbouring", "neighboring", "tiny"):
                x += 1
            ref = self.p.states.get(x)
            if ref is not None and ref.kind in ("state", "demonym") and self._begins_name(ref.end):
                return j  # "of the Malta Workers' Union"
            if ref is not None and ref.kind in ("state", "body"):
                o.states.append((ref, "of"))
                j = ref.end
            elif x < t.n and t.caps[x]:
                x = x + 1
                while (
                    x < t.n and (t.caps[x] or t.lows[x] in ("of", "the", "and")) and x not in self.name_start
                ):
                    x += 1
                ref = next((self.p.states[y] for y in range(j, x) if y in self.p.states), None)
                if ref is not None:
                    o.states.append((ref, "from"))
                j = x if x not in self.name_start else j
        return j

    def _begins_name(self, i: int) -> bool:
        """Whether a state's name only begins the name of a private organisation."""
        t = self.t
        for x in range(i, min(i + 5, t.n)):
            if not t.caps[x] and t.lows[x] not in ("'s", "'", "of", "and"):
                return False
            if t.lows[x] in word_class("org-civil") | {"council"}:
                return True
        return False

    def _sent_by(self, o: Occurrence, j: int) -> int:
        """Takes "for Argentina", "from Khartoum" behind a name in a list; returns the first word behind."""
        t = self.t
        if t.lows[j] not in ("from", "for"):
            return j
        x = j + 1 + (t.lows[j + 1] == "the")
        ref = self.p.states.get(x)
        over = ref is not None and (ref.end >= t.n or t.lows[ref.end] in (",", "and", ".", ";", ")"))
        if ref is None or not over:
            return j
        before = t.lows[o.name.outer - 1] if o.name.outer else ""
        listed = before in (",", ":", ";", "and", "with") or any(x.title.end == o.name.outer for x in o.links)
        if t.lows[j] == "from" and not listed:
            return j
        o.states.append((ref, "for" if t.lows[j] == "for" else "of"))
        return ref.end

    def _on_behalf(self, j: int) -> int:
        """Where the "for" stands that says for whom somebody signs or speaks: "signed *for* Peru", "put his name to it *for* Peru"."""
        for x in range(j, min(j + _BEFORE_FOR, self.t.n - 2)):
            if self.t.lows[x] == "for":
                return x
            if not self.t.lows[x].isalpha() or self.t.caps[x] or self.t.lows[x] in ("and", "that", "but"):
                break
        return j

    def _apposition_before(self, k: int, o: Occurrence) -> None:
        """ "the Minister of Foreign Affairs, X, …"; "his Japanese counterpart, X"."""
        t, i = self.t, o.name.outer
        rank = self.title_end.get(i)
        styled = rank is not None and (rank.level == "rank" or rank.role.lower() in _STYLED)
        if rank is not None and styled and not rank.states and not rank.determiner:
            i = rank.start  # "the army chief, General X", "the trade minister, Senator X"
        elif rank is not None and self.t.lows[self.after[k] :][:1] != ["and"] and self._also(rank):
            i = rank.start
        i = self._past_named(i)
        if i < 2 or t.words[i - 1] not in (",", ":", "-", "–", "—"):
            return
        title = self._kin_of(self._before_comma(i - 1))
        if title is None or title.plural or any(x.title is not rank for x in o.links):
            return
        j = self.after[k]
        goes_on = bool(o.name.honorific) and t.lows[j : j + 1] and t.lows[j] in _GOES_ON
        if not (j >= t.n or t.lows[j] in CLOSERS or t.lows[j] == "'s" or goes_on):
            return
        if title.level in ("civil", "kin") and not (title.determiner or title.possessor):
            return
        if _neighbour(title):
            return
        rival = self._name_before(title)
        if rival is not None and not self._prefers_next(rival, k, title):
            return
        self._link(o, title, "apposition")
        self._second_title(o, title)

    def _also(self, title: Title) -> bool:
        """ "The African Union's envoy, *former Chadian premier* X": the post before the comma is his too."""
        comma = title.start - 1
        first = self._before_comma(comma) if comma > 0 and self.t.words[comma] == "," else None
        if first is None or first.plural or title.plural or title.determiner:
            return False
        chairs = first.office.id in _CHAIRS and any(r.body for r in first.states)
        sent = first.office.office in SENT
        return (chairs or sent) and (title.former or title.level in ("official", "diplomat"))

    def _kin_of(self, title: Title | None) -> Title | None:
        """ "the wife of the president, X": X is the wife."""
        if title is None or not title.start or self.t.lows[title.start - 1] != "of":
            return title
        kin = self.title_end.get(title.start - 1)
        return kin if kin is not None and kin.level == "kin" else title

    def _past_named(self, i: int) -> int:
        """Before "a woman named" in "his deputy, a woman named X" and "an envoy called X": a comma's end."""
        t = self.t
        if not i or t.lows[i - 1] not in ("named", "called"):
            return i
        for k in range(i - 2, max(0, i - 7), -1):
            if t.words[k] == ",":
                return k + 1
        return i

    def _before_comma(self, comma: int) -> Title | None:
        """The title that ends at a comma; a place may stand between: "Peru's consul on the lake, X,"."""
        t = self.t
        title = self.title_end.get(comma - (t.lows[comma - 1] in _ONLY_SAYS_WHO))
        if title is not None or t.words[comma] != ",":
            return title
        clause = self._told_by_clause(comma)
        if clause is not None:
            return clause
        served = self._served_before(comma)
        if served is not None:
            return served
        for i in range(comma - 2, max(0, comma - 8), -1):
            at_work = t.lows[i] in _AT_WORK and i in self.title_end and self.title_end[i].level == "civil"
            if at_work and self.title_end[i].determiner in ("a", "an", "the"):
                return self.title_end[i]  # "a professor from Tufts, X,"
            if t.lows[i] in _AT and i in self.title_end:
                title = self.title_end[i]
                clean = not any(t.lows[x] in _NO_PLACE for x in range(i, comma))
                return (
                    title
                    if clean and title.determiner in ("'s", "its", "his", "her", "our", "their", "whose")
                    else None
                )
        return None

    def _served_before(self, comma: int) -> Title | None:
        """ "The envoy of Nigerian President X, Y,", "an aide to X, Y,": the title before whom it serves, a name."""
        owner = next((o for o in self.p.occurrences if o.name.end == comma), None)
        if owner is None:
            return None
        first = min([owner.name.outer, *(x.title.start for x in owner.links if x.relation == "pre")])
        title = self.title_end.get(first - 1)
        serves = title is not None and (title.level in _SERVING or title.office.office in SENT)
        return title if serves and self.t.lows[first - 1] in ("of", "to") else None

    def _told_by_clause(self, comma: int) -> Title | None:
        """ "the bishop whom everybody knows, X,": the title before a relative clause that ends at the comma."""
        t = self.t
        for i in range(comma - 1, max(0, comma - 14), -1):
            if t.words[i] in ",.;:" or i in self.name_start:
                return None
            if i in self.title_end and t.lows[i] in ("who", "whose", "whom", "that"):
                title = self.title_end[i]
                return title if title.determiner == "the" and not title.plural else None
        return None

    def _name_before(self, title: Title) -> int | None:
        """The name that ends, with a comma, right before the title."""
        t, i = self.t, title.start
        if i < 2 or t.words[i - 1] != ",":
            return None
        return next((x for x, end in enumerate(self.after) if end == i - 1), None)

    def _prefers_next(self, rival: int, k: int, title: Title) -> bool:
        """In "A, the president of B, C, …": whether the title is C's."""
        t = self.t
        before, after = self.p.occurrences[rival], self.after[k]
        if before.links or title.determiner == "whose":
            return True
        behind = self.title_start.get(after + 1) if after < t.n and t.words[after] == "," else None
        if behind is not None and behind.end not in self.name_start:
            return False
        return title.determiner in ("his", "her", "its", "their") and bool(before.states)
