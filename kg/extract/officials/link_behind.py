"""Titles behind a name: "X, the deputy minister, …", "X, who heads …", "X is …"."""

from __future__ import annotations

from kg.extract.officials.charges import charge_of, ministry_at
from kg.extract.officials.evidence import Occurrence
from kg.extract.officials.link_charges import Charges
from kg.extract.officials.title import Title

_SENDING = frozenset(
    ["lent", "sent", "appointed", "named", "dispatched", "chose", "picked", "tasked", "charged", "asked"]
)
_SUBJECTS = frozenset(
    ["it", "he", "she", "they", "we", "i", "who", "had", "has", "said", "did", "but", "and"]
)
_MAKING = frozenset(
    "made named appointed elected chose promoted nominated sworn installed picked confirmed proclaimed crowned "
    "reappointed chosen".split()
)
_MODALS = frozenset(["will", "would", "now", "also", "still", "then", "has", "had", "currently", "already"])
_SPANS = frozenset(
    ["days", "weeks", "months", "years", "day", "week", "month", "year", "hours", "time", "times"]
)
_FOLLOWING = frozenset(
    ["replace", "replaced", "replaces", "replacing", "succeed", "succeeded", "succeeds", "succeeding"]
)
_FILLERS = frozenset(", then now currently previously himself herself formerly".split())
_CHARGES = frozenset({"portfolio", "brief", "job"})
_HEADING_ENDS = 200  # characters in which an article's heading begins
_BEFORE_SINCE = 12  # words from a post to the "since" behind which its last holder is named
_WINDOW = 12  # words in which a relative clause tells the post ("who was then Ethiopia's top diplomat")


class Behind(Charges):
    """Appositions, relative clauses and predicates that follow a name."""

    def _behind(self, k: int, o: Occurrence) -> None:
        """ "X, the deputy foreign minister, …", "X, who is …", "X is …", "X as …"."""
        t, j = self.t, self.after[k]
        self._man_who(o)
        if j >= t.n:
            return
        low = t.lows[j]
        if _FOLLOWING & set(t.lows[max(0, o.name.outer - 2) : o.name.outer]) and not o.organisation:
            o.organisation = ministry_at(t.lows, j)  # "to replace X at the State Department"
        k = o.name.end + (t.lows[o.name.end] == ",")
        if t.lows[k : k + 1] in (["of"], ["at"]) and t.caps[min(k + 1, t.n - 1)] == 1 and not o.organisation:
            fields = next((x for x in range(k + 1, t.n) if not t.caps[x]), t.n)
            o.organisation = charge_of(("in", "charge", "of", *t.lows[k + 1 : fields], "."), 1)
            if o.organisation:
                return  # "X of Defence", "Y, at Foreign Affairs"
        if low in (",", "-", "–", "—", "("):
            self._after_comma(k, o, j + 1)
        elif low == "who":
            self._relative(o, j)
        elif self._charged(o, j + (low in _MODALS)):
            return  # "X will run the finance ministry"
        elif low == "as":
            title = self._title_from(j + 1)
            if title is not None and not title.plural:
                self._link(o, title, "as")
        elif low in self.be or (
            low in ("has", "had", "will", "would")
            and j + 1 < t.n
            and t.lows[j + 1] in ("been", "become", "be")
        ):
            title = self._title_from(j + (1 if low in self.be else 2))
            known = any(x.title is title for x in o.links)
            if (
                title is not None
                and not title.plural
                and title.end not in self.name_start
                and not known
                and title.level != "counterpart"
            ):
                self._link(o, title, "is")
                o.links[-1].past = "then" in t.lows[j : title.start + 1]

    def _after_comma(self, k: int, o: Occurrence, i: int) -> None:
        """Read what stands behind "X, …": a clause, an errand, an office in passing, or a title in apposition."""
        t = self.t
        i = self._past_fillers(i)
        if self._clause_behind(o, i):
            return
        if i < t.n and t.lows[i] in ("whom", "sent", "appointed", "named", "dispatched"):
            if not self._made(o, i):
                self._sent(o, i)
            return
        if i < t.n and t.lows[i] in ("is", "was", "became", "remains") and t.words[i - 1] == ",":
            title = self._title_from(i + 1)
            if title is not None and self._alone(title) and title.level != "counterpart":
                self._link(o, title, "is")
            return
        if self._in_passing(o, i) or self._in_capacity(o, i) or self._made(o, i):
            return
        if i + 1 < t.n and self._charged(o, i + (t.lows[i] in ("in", "at", "now", "is"))):
            return
        if self._man_of(o, i) or self._countryman(o, i):
            return
        owned = self._owned(i)
        title = owned if owned is not None and owned.determiner == "'s" else self.title_start.get(i)
        if title is not None and self._apposed(o, title):
            self._link(o, title, "apposition")
            self._behind_title(o, title.end)

    def _past_fillers(self, i: int) -> int:
        """Over ages, commas and words of time: "X, 61, now …"."""
        t = self.t
        while i < t.n and i not in self.title_start:
            then = t.lows[i : i + 3] in (["at", "the", "time"], ["at", "that", "time"])
            if not (then or t.words[i][0].isdigit() or t.lows[i] in _FILLERS):
                break
            i += 3 if then else 1
        return i

    def _clause_behind(self, o: Occurrence, i: int) -> bool:
        """ "X, who …", "X, and who …", "X, whose portfolio is trade"."""
        t = self.t
        joined = i + 1 < t.n and t.lows[i : i + 2] == ["and", "who"]
        if not joined and not (i < t.n and t.lows[i] in ("who", "whose")):
            return False
        if t.lows[i] != "whose":
            self._relative(o, i)
        elif i + 2 < t.n and t.lows[i + 1] in _CHARGES and t.lows[i + 2] in ("is", "was"):
            o.organisation = o.organisation or charge_of(("in", "charge", "of", *t.lows[i + 3 : i + 9]), 1)
        return True

    def _man_of(self, o: Occurrence, i: int) -> bool:
        """ "X, Peru's man in Quito"."""
        ref = self.p.states.get(i)
        if ref is None or o.states:
            return False
        if self.t.lows[ref.end : ref.end + 2] not in (["'s", "man"], ["'s", "woman"]):
            return False
        o.states.append((ref, "possessive"))
        return True

    def _alone(self, title: Title) -> bool:
        """Whether a title is one person's and no name stands behind it."""
        return not title.plural and title.end not in self.name_start

    def _apposed(self, o: Occurrence, title: Title) -> bool:
        """Whether a title behind a comma is that of the name before it."""
        t = self.t
        if not self._alone(title) or any(x.title is title for x in o.links):
            return False
        if not self._closed(title) and not (self._opens(o.name.outer) and self._runs_on(title)):
            return False
        follows = title.end < t.n and t.words[title.end] == ","
        follower = self.name_start.get(title.end + 1) if follows else None
        if follower is not None and any(x.title is title for x in self.p.occurrences[follower].links):
            return False
        if title.level == "counterpart" and title.possessor is None and not title.states:
            return False
        if self._of_another(o, title) or (title.possessor is not None and title.role.startswith("neighbo")):
            return False
        return len(o.name.words) != 1 or not self._next_in_list(title)

    def _behind_title(self, o: Occurrence, x: int) -> None:
        """What follows "X, foreign minister": a clause, "whom he had appointed …", a second post."""
        t = self.t
        if x < t.n and t.lows[x] in ("who", "that"):
            self._relative(o, x)
        whom = next((y for y in range(x, min(x + 6, t.n)) if t.lows[y] == "whom" or t.words[y] in ",.;"), t.n)
        if whom < t.n and t.lows[whom] == "whom":
            self._made(o, whom)
        self._and_also(o, x, "apposition")

    def _and_also(self, o: Occurrence, x: int, relation: str) -> None:
        """ "X, the deputy premier and foreign minister of Chad": the post behind the "and" at `x` is his too."""
        joined = x + 1 < self.t.n and self.t.lows[x] in ("and", ",")
        more = self.title_start.get(x + 1) if joined else None
        if more is not None and self._alone(more) and self._closed(more) and more.level != "kin":
            self._link(o, more, relation)

    def _next_in_list(self, title: Title) -> bool:
        """ "No smiles from Kerry, Russian FM as talks falter": headings list people with bare commas."""
        t = self.t
        bare = title.determiner == "" and any(r.start == title.start for r in title.states)
        closed = title.end >= t.n or t.words[title.end] in ",.;:)-–—"
        return bare and not closed and self.p.sentence.start < _HEADING_ENDS

    def _opens(self, i: int) -> bool:
        """Whether a name begins its sentence, or follows the dateline's dash."""
        return not i or self.t.words[i - 1] in ("-", "–", "—", ")", "--")

    def _runs_on(self, title: Title) -> bool:
        """ "X, the head of the African Union's panel has urged": a sentence that forgets the second comma."""
        low = self.t.lows[title.end] if title.end < self.t.n else ""
        return (
            bool(title.states)
            and title.end > title.head + 2
            and low in ("has", "had", "will", "is", "was", "said")
        )

    def _sent(self, o: Occurrence, i: int) -> None:
        """ "X, whom the African Union lent to the quarrel", "X, sent by the EU": a body speaks through him."""
        t = self.t
        k = i + 1 + (t.lows[i + 1 : i + 2] == ["by"])
        k += k < t.n and t.lows[k] == "the"
        ref = self.p.states.get(k)
        verb = t.lows[i] if t.lows[i] != "whom" else "" if ref is None or ref.end >= t.n else t.lows[ref.end]
        verb = t.lows[ref.end + 1] if ref is not None and verb in ("had", "has", "once", "then") else verb
        if ref is not None and ref.body and verb in _SENDING and not o.links:
            o.states.append((ref, "leads"))

    def _in_passing(self, o: Occurrence, i: int) -> bool:
        """ "X - four weeks a premier -", "Y, once a boy king and now the premier,": how long, and what he is now."""
        t = self.t
        if (
            t.lows[i + 1 : i + 2]
            and t.lows[i + 1] in _SPANS
            and t.lows[i + 2 : i + 3] in (["a"], ["an"], ["its"], ["as"])
        ):
            title = self._title_from(i + 3) or self.title_start.get(i + 2)
            if title is not None and not title.plural and title.end not in self.name_start:
                self._link(o, title, "is")
                return True
        for j in range(i + 1, min(i + 9, t.n)):
            if (
                t.words[j] in ",.;:()-–—"
                or t.lows[j] in self.be
                or j in self.name_start
                or t.lows[j] in _SUBJECTS - {"and"}
            ):
                return False
            title = self._title_from(j + 1) if t.lows[j] in ("now", "currently", "today") else None
            if title is not None and not title.plural and self._closed(title):
                self._link(o, title, "is")
                return True
        return False

    def _in_capacity(self, o: Occurrence, i: int) -> bool:
        """ "X, one week in office as prime minister, …", "X, in his capacity as head of the African Union, …"."""
        t = self.t
        for j in range(i, min(i + 8, t.n)):
            other = j in self.name_start or (j in self.title_start and j > i)
            if other or t.words[j] in ",.;:()" or t.lows[j] in self.be or t.lows[j] in _SUBJECTS:
                return False
            title = self._title_from(j + 1) if t.lows[j] == "as" else None
            if (
                title is not None
                and not title.plural
                and title.end not in self.name_start
                and self._closed(title)
            ):
                self._link(o, title, "as")
                return True
        return False

    def _countryman(self, o: Occurrence, i: int) -> bool:
        """ "X, a Latvian who …": where he comes from, be it whom he speaks for or not."""
        t, ref = self.t, self.p.states.get(i + 1)
        if (
            t.lows[i : i + 1] not in (["a"], ["an"], ["the"])
            or ref is None
            or ref.kind != "demonym"
            or o.states
        ):
            return False
        if t.lows[i] == "the" and t.lows[ref.end : ref.end + 1] != ["who"]:
            return False
        if ref.end < t.n and t.lows[ref.end] not in (",", ".", "who", "by", ")"):
            return False
        o.states.append((ref, "nationality"))
        if t.lows[ref.end : ref.end + 1] == ["who"]:
            self._relative(o, ref.end)
        return True

    def _made(self, o: Occurrence, i: int) -> bool:
        """ "X, whom the cabinet made foreign minister in May", "X, promoted to deputy premier last week"."""
        t = self.t
        start = i + 1 if t.lows[i : i + 1] == ["whom"] else i
        for j in range(start, min(i + 9, t.n) if start > i else min(i + 2, t.n)):
            if t.lows[j] in _MAKING:
                k = j + 1 + (t.lows[j + 1 : j + 2] in (["as"], ["to"], ["to", "be"]))
                title = self._title_from(k)
                if title is not None and not title.plural and title.end not in self.name_start:
                    self._link(o, title, "is")
                    return True
            if t.words[j] in ",.;":
                break
        return False

    def _of_another(self, o: Occurrence, title: Title) -> bool:
        """In "Bahrain's X, the Kuwaiti emir, …" the emir is the next of a list."""
        mine = {r.codes for r, how in o.states if how in ("possessive", "of") and not r.body}
        theirs = {r.codes for r in title.states if not r.body and r.kind in ("demonym", "state")}
        heads = title.office.office in ("president", "prime-minister", "monarch", "crown-prince", "minister")
        return bool(mine and theirs) and heads and not title.former and not mine & theirs

    def _relative(self, o: Occurrence, i: int) -> None:
        """Reads "who heads the Thai delegation", "who was then Ethiopia's top diplomat and is now …"."""
        t = self.t
        for j in range(i + 1, min(i + _WINDOW, t.n)):
            low = t.lows[j]
            if self._charged(o, j) or self._rules(o, j):
                pass
            elif low in self.lead and j not in self.title_start:
                self._leads(o, j + 1)
            if low in self.be or low == "as":
                title = self._title_from(j + 1)
                fits = title is not None and not title.plural and title.end not in self.name_start
                if title is not None and fits and title.level != "counterpart":
                    self._link(o, title, "as" if low == "as" else "is")
                    o.links[-1].past = low == "as" or "then" in t.lows[j : title.head]
                    if title.determiner == "both":
                        self._and_also(o, title.end, "is")
            ref = self.p.states.get(j + 1 + (t.lows[j + 1 : j + 2] == ["the"])) if low == "for" else None
            if ref is not None and ref.body and any(how == "nationality" for _, how in o.states):
                o.states.append((ref, "for"))  # "the Dutchman X, who … for the OSCE"
            if low in (".", ";") or (low == "," and j > i + 3 and t.lows[j - 1] not in ("then", "now")):
                break

    def _held_before(self) -> None:
        """ "X met them as secretary of state", "while she was foreign minister": a post of the subject."""
        t = self.t
        linked = {id(x.title) for o in self.p.occurrences for x in o.links}
        for title in self.p.titles:
            i = title.start
            if (
                id(title) in linked
                or title.plural
                or i < 2
                or title.end in self.name_start
                or title.level != "official"
            ):
                continue
            held = t.lows[i - 1] == "as"
            was = t.lows[i - 1] in self.be and t.lows[i - 2] in ("he", "she")
            before = [o for o in self.p.occurrences if o.name.end < i]
            if (held or was) and before and title.possessor is None:
                o = before[0] if held else before[-1]
                self._link(o, title, "as")
                o.links[-1].past = True

    def _last_holder(self) -> None:
        """ "the first visit by a French president since X", "no premier had come since Y": the post of X and Y then."""
        t = self.t
        for o in self.p.occurrences:
            i = o.name.outer
            was = t.lows[i - 1] == "was" if i else False  # "the last Turkish president to come here was X"
            if not i or not (was or t.lows[i - 1] == "since") or o.links:
                continue
            near = [x for x in self.p.titles if i - _BEFORE_SINCE <= x.start and x.end < i and not x.plural]
            told = [x for x in near if x.level in _HELD and (x.states or x.determiner in ("a", "an", "no"))]
            told = [x for x in told if x.end not in self.name_start]
            if (
                was
                and told
                and not {"last", "first", "only"} & set(t.lows[told[-1].start - 2 : told[-1].head])
            ):
                continue
            if told and {"first", "last", "no", "only", "highest-ranking"} & set(
                t.lows[max(0, told[-1].start - 8) : i]
            ):
                self._link(o, told[-1], "as")
                o.links[-1].past = True

    def _ranked(self) -> None:
        """ "X was the last British monarch to come", "it was Y who had been the first Greek premier to": their post then."""
        t = self.t
        for title in self.p.titles:
            ranks = set(t.lows[max(0, title.start - 2) : title.head]) & {"last", "first", "only", "latest"}
            if not ranks or title.level not in _HELD or title.plural or not title.states:
                continue
            k = title.start - 1
            while k > 0 and t.lows[k] in ("the", *ranks):
                k -= 1
            if t.lows[k] not in ("was", "became", "been", "remains", "is") or title.end in self.name_start:
                continue
            o = next((x for x in reversed(self.p.occurrences) if k - _BEFORE_RANK <= x.name.end <= k), None)
            if o is not None and not o.links:
                self._link(o, title, "as")
                o.links[-1].past = ranks == {"last"}


_HELD = frozenset({"official", "leader"})
_BEFORE_RANK = 8  # words: "it was X, in 1911, who had been"
