"""How names, titles and states stand to one another in a sentence: appositions, lists, "X of Japan"."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.officials.lexicon import word_class
from kg.extract.officials.names import Name, NameScan
from kg.extract.officials.states import StateRef, find_states
from kg.extract.officials.titles import Title, TitleScan
from kg.extract.officials.tokens import Tokens

# Marks and words after which an apposition is over; a verb there means that it was none.
_CLOSERS = frozenset(
    ", . ; : ) ( - ! ? \" ' — – and or but who whom whose which that in on at from under until since as after before"
    " during for with to of when while then now by about over".split()
)
_ADVERBS = frozenset(
    "the a an not also now then still again currently already once both himself herself only no".split()
)
_WINDOW = 12  # words in which a relative clause tells the post ("who was then Ethiopia's top diplomat")


@dataclass(slots=True)
class Link:
    """A title said of a name. `relation`: "pre", "apposition", "is", "as", "list"; `states` those of this person."""

    title: Title
    relation: str
    states: list[StateRef] = field(default_factory=list)
    role: str | None = None  # where the title only points to a post ("his counterpart")
    office: str | None = None
    past: bool = False  # "who was then foreign minister"
    where: int = -1  # the sentence of the title, where it is not the name's
    certain: bool = True  # False where the tie spans sentences


@dataclass(slots=True)
class Occurrence:
    """One name in one sentence with all that the sentence says about it."""

    sentence: int
    name: Name
    links: list[Link] = field(default_factory=list)
    states: list[tuple[StateRef, str]] = field(
        default_factory=list
    )  # with how: "possessive", "of", "bracket"…
    behaviour: float = 0.0
    organisation: str = ""  # "headed by X": what X heads
    group: int = -1  # names listed together share a number
    person: int = -1


@dataclass(slots=True)
class Parsed:
    """One sentence taken apart."""

    index: int
    zone: str
    paragraph: int
    start: int
    end: int
    t: Tokens
    states: dict[int, StateRef]
    titles: list[Title]
    occurrences: list[Occurrence]
    heading: bool  # most words have a capital: names cannot be told from other words
    groups: list[list[int]] = field(default_factory=list)  # occurrences listed together, in order


def parse(
    index: int, zone: str, paragraph: int, t: Tokens, text: str, offsets: tuple[int, int], korea: bool = False
) -> Parsed:
    """Takes one sentence apart; `text` is folded."""
    states = find_states(t, korea)
    titles = TitleScan(t, states, text).scan()
    scan = NameScan(t, states, titles)
    heading = _is_heading(t, zone)
    names = scan.scan()
    occurrences = [Occurrence(index, n) for n in names]
    p = Parsed(index, zone, paragraph, offsets[0], offsets[1], t, states, titles, occurrences, heading)
    if occurrences:
        _Linker(p).run()
    return p


def _is_heading(t: Tokens, zone: str) -> bool:
    if zone not in ("headline", "deck"):
        return False
    words = [c for w, c in zip(t.words, t.caps, strict=True) if w[0].isalpha() and len(w) > 3]
    lower = sum(1 for c in words if c == 0)
    return len(words) >= 4 and lower * 5 <= len(words)


class _Linker:
    """Ties the names of one sentence to its titles and states."""

    def __init__(self, p: Parsed) -> None:
        self.p, self.t = p, p.t
        self.title_start = {x.start: x for x in p.titles}
        self.title_end = {x.end: x for x in p.titles}
        self.state_end = {s.end: s for s in p.states.values()}
        self.name_start = {o.name.outer: k for k, o in enumerate(p.occurrences)}
        self.after: list[int] = []  # for each name: first word after it and its brackets
        self.meet = word_class("meet")
        self.lead = word_class("lead-verb")
        self.be = word_class("be-verb")

    def run(self) -> None:
        p = self.p
        for k, o in enumerate(p.occurrences):
            self._before(k, o)
            self.after.append(self._past(o))
        self._groups()
        self._plural_titles()
        for k, o in enumerate(p.occurrences):
            self._apposition_before(k, o)
        for k, o in enumerate(p.occurrences):
            self._behind(k, o)
        for o in p.occurrences:
            self._behave(o)
        self._held_before()
        self._share()

    # ---------------------------------------------------------------- directly before

    def _before(self, k: int, o: Occurrence) -> None:
        t, i = self.t, o.name.outer
        if i and t.words[i - 1] in ('"', "("):
            i -= 1
        title = self.title_end.get(i)
        if title is not None:
            if not title.plural:
                self._link(o, title, "pre")
            outer = self.title_end.get(title.start)
            if (
                title.level in ("rank", "royal")
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
        ref = self.state_end.get(i)
        if ref is not None and ref.kind in ("demonym", "state", "body"):
            o.states.append((ref, "adjective"))

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
                o.links.append(Link(other, "pre", list(other.states)))
                if not title.states and o.links[0].title is title:
                    o.links[0].states = list(other.states)
                if title.possessor is None:
                    title.possessor = other.possessor
                return

    def _link(self, o: Occurrence, title: Title, relation: str, states: list[StateRef] | None = None) -> None:
        o.links.append(Link(title, relation, list(title.states) if states is None else states))

    # ---------------------------------------------------------------- brackets and "of"

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
        if j + 1 < t.n and t.lows[j] == "of":
            x = j + 1
            while x < t.n and t.lows[x] in ("the", "neighbouring", "neighboring", "tiny"):
                x += 1
            ref = self.p.states.get(x)
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

    # ---------------------------------------------------------------- lists

    def _groups(self) -> None:
        """Names joined by commas and "and", each perhaps with a title before or a state behind."""
        occurrences, t = self.p.occurrences, self.t
        current = [0]
        for k in range(1, len(occurrences)):
            left, right = self.after[k - 1], occurrences[k].name.outer
            title = self.title_end.get(right)
            if title is not None:
                right = title.start
            elif right >= 2 and t.lows[right - 1] == "'s" and right - 1 in self.state_end:
                right = self.state_end[right - 1].start
                right -= int(right > 0 and t.lows[right - 1] == "the")
            gap = t.lows[left:right]
            owner = self.title_start.get(occurrences[k].name.end)
            if owner is not None and owner.determiner == "'s" and gap == [","]:
                gap = ["'s"]
            if gap[:2] == [",", "who"] and len(gap) < 10 and gap[-1] == "and":
                gap = ["and"]
            if gap in (
                ["and"],
                [","],
                [",", "and"],
                ["&"],
                ["/"],
                [",", "or"],
                ["or"],
                ["nor"],
                [";"],
                [";", "and"],
                ["with"],
                [",", "with"],
                ["and", "with"],
            ):
                current.append(k)
            else:
                self._close(current)
                current = [k]
        self._close(current)

    def _close(self, members: list[int]) -> None:
        if len(members) > 1:
            for k in members:
                self.p.occurrences[k].group = len(self.p.groups)
            self.p.groups.append(members)

    def _plural_titles(self) -> None:
        """ "presidents X and Y", "the foreign ministers of A and B, X and Y", "X and Y, the ministers of …"."""
        t, p = self.t, self.p
        for title in p.titles:
            if not title.plural or title.level in ("counterpart", "hostguest"):
                continue
            j = title.end
            if j < t.n and t.words[j] in (",", ":", "-", "–", "—", "("):
                j += 1
            k = self.name_start.get(j)
            if k is not None:
                members = self._members(k)
                if len(members) > 1 or j == title.end:
                    self._distribute(title, members)
                    continue
            i = title.start - 1
            if i > 0 and t.words[i] == ",":
                last = next(
                    (x for x, o in enumerate(p.occurrences) if o.name.end == i or self.after[x] == i), None
                )
                if last is not None and p.occurrences[last].group >= 0 and self._closed(title):
                    self._distribute(title, p.groups[p.occurrences[last].group])

    def _members(self, k: int) -> list[int]:
        group = self.p.occurrences[k].group
        if group < 0:
            return [k]
        members = self.p.groups[group]
        rest = members[members.index(k) :]
        for n, x in enumerate(rest[1:], 1):
            if self.p.occurrences[x].links:
                return rest[:n]
        return rest

    def _distribute(self, title: Title, members: list[int]) -> None:
        states = title.states
        for n, k in enumerate(members):
            mine = [states[n]] if len(states) == len(members) else states if len(states) == 1 else []
            self._link(self.p.occurrences[k], title, "list", mine)

    # ---------------------------------------------------------------- appositions

    def _closed(self, title: Title) -> bool:
        t = self.t
        return title.end >= t.n or t.lows[title.end] in _CLOSERS

    def _apposition_before(self, k: int, o: Occurrence) -> None:
        """ "the Minister of Foreign Affairs, X, …"; "his Japanese counterpart, X"."""
        t, i = self.t, o.name.outer
        if i < 2 or t.words[i - 1] not in (",", ":", "-", "–", "—"):
            return
        title = self.title_end.get(i - 1)
        if title is None or title.plural or o.links:
            return
        j = self.after[k]
        if not (j >= t.n or t.lows[j] in _CLOSERS or t.lows[j] == "'s"):
            return
        if title.level in ("civil", "kin") and not (title.determiner or title.possessor):
            return
        rival = self._name_before(title)
        if rival is not None and not self._prefers_next(rival, k, title):
            return
        self._link(o, title, "apposition")
        self._second_title(o, title)

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

    def _behind(self, k: int, o: Occurrence) -> None:
        """ "X, the deputy foreign minister, …", "X, who is …", "X is …", "X as …"."""
        t, j = self.t, self.after[k]
        if j >= t.n:
            return
        low = t.lows[j]
        if low in (",", "-", "–", "—", "("):
            self._after_comma(k, o, j + 1)
        elif low == "who":
            self._relative(o, j)
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

    def _title_from(self, i: int, reach: int = 3) -> Title | None:
        """A title that begins within `reach` words, adverbs and determiners skipped."""
        for j in range(i, min(i + reach, self.t.n)):
            owned = self._owned(j)
            if owned is not None:
                return owned
            if j in self.title_start:
                return self.title_start[j]
            if j in self.name_start or self.t.lows[j] not in _ADVERBS:
                return None
        return None

    def _owned(self, i: int) -> Title | None:
        """The title in "Trump's envoy", "President Trump's envoy" where the owner's phrase begins at `i`."""
        first = self.title_start.get(i)
        k = self.name_start.get(first.end if first is not None else i)
        return self.title_start.get(self.p.occurrences[k].name.end) if k is not None else None

    def _after_comma(self, k: int, o: Occurrence, i: int) -> None:
        t = self.t
        while i < t.n and (
            t.words[i][0].isdigit()
            or t.lows[i] in (",", "then", "now", "currently", "previously", "himself", "herself", "formerly")
        ):
            i += 1
        if (
            i < t.n
            and t.lows[i] in ("who", "whose")
            or (i + 1 < t.n and t.lows[i] == "and" and t.lows[i + 1] == "who")
        ):
            if t.lows[i] != "whose":
                self._relative(o, i)
            return
        if i < t.n and t.lows[i] in ("is", "was", "became", "remains") and t.words[i - 1] == ",":
            title = self._title_from(i + 1)
            if (
                title is not None
                and not title.plural
                and title.end not in self.name_start
                and title.level != "counterpart"
            ):
                self._link(o, title, "is")
            return
        owned = self._owned(i)
        title = owned if owned is not None and owned.determiner == "'s" else self.title_start.get(i)
        if title is None or (title.plural and not title.states) or title.end in self.name_start:
            return
        if title.plural or not self._closed(title) or any(x.title is title for x in o.links):
            return
        follower = (
            self.name_start.get(title.end + 1) if title.end < t.n and t.words[title.end] == "," else None
        )
        if follower is not None and any(x.title is title for x in self.p.occurrences[follower].links):
            return
        if title.level == "counterpart" and title.possessor is None and not title.states:
            return
        self._link(o, title, "apposition")
        x = title.end
        if x < t.n and t.lows[x] in ("who", "that"):
            self._relative(o, x)
        if x + 1 < t.n and t.lows[x] in ("and", ",") and x + 1 in self.title_start:
            more = self.title_start[x + 1]
            if (
                not more.plural
                and more.end not in self.name_start
                and self._closed(more)
                and more.level not in ("kin",)
            ):
                self._link(o, more, "apposition")

    def _relative(self, o: Occurrence, i: int) -> None:
        """Reads "who heads the Thai delegation", "who was then Ethiopia's top diplomat and is now …"."""
        t = self.t
        for j in range(i + 1, min(i + _WINDOW, t.n)):
            low = t.lows[j]
            if low in self.lead and j not in self.title_start:
                self._leads(o, j + 1)
            if low in self.be or low == "as":
                title = self._title_from(j + 1)
                fits = title is not None and not title.plural and title.end not in self.name_start
                if title is not None and fits and title.level != "counterpart":
                    self._link(o, title, "as" if low == "as" else "is")
                    o.links[-1].past = low == "as" or "then" in t.lows[j : title.head]
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

    def _leads(self, o: Occurrence, i: int) -> None:
        """ "who led the Nigerian team": the organisation and its state."""
        t = self.t
        strong = word_class("org-gov-strong")
        for j in range(i, min(i + 8, t.n)):
            if t.lows[j] in (",", ".", ";"):
                return
            if t.lows[j] in strong:
                o.organisation = " ".join(
                    w
                    for x, w in enumerate(t.lows[max(i, j - 2) : j + 1], max(i, j - 2))
                    if not self._in_state(x)
                )
                refs = [self.p.states[x] for x in range(i, min(j + 5, t.n)) if x in self.p.states]
                own = [r for r in refs if not (r.end < t.n and t.lows[r.end] in ("department", "desk", "section", "division"))]
                if own:
                    o.states.append((own[0], "leads"))
                return

    def _in_state(self, i: int) -> bool:
        return any(s.start <= i < s.end for s in self.p.states.values()) or self.t.lows[i] in (
            "the",
            "'s",
            "a",
            "of",
        )

    # ---------------------------------------------------------------- behaviour

    def _behave(self, o: Occurrence) -> None:
        """How much like an official's the person's part in the sentence is."""
        t, i, j = self.t, o.name.outer, o.name.end
        before = t.lows[max(0, i - 7) : i]
        if before and before[-1] in (
            "with",
            "between",
            "by",
            "to",
            "and",
            "from",
            "for",
            "told",
            "met",
            "met",
            ",",
        ):
            if any(w in self.meet for w in before):
                o.behaviour += 1.0
        elif before and before[-1] in self.meet:
            o.behaviour += 1.0
        after = t.lows[j : j + 4]
        if any(w in self.meet for w in after[:3]):
            o.behaviour += 0.7
        if len(after) > 2 and after[0] == "," and after[1].isdigit() and after[2] == ",":
            o.behaviour -= 1.5  # an age: an ordinary person
        if word_class("victim") & set(t.lows[j : j + 5]):
            o.behaviour -= 1.0
        if after[:2] == [",", "whose"] and word_class("kin-word") & set(after[2:]):
            o.behaviour -= 1.5
        if after and after[0] == "'s":
            rest = after[1:3]
            if any(
                w
                in (
                    "administration",
                    "government",
                    "cabinet",
                    "presidency",
                    "envoy",
                    "visit",
                    "trip",
                    "office",
                    "delegation",
                    "summit",
                    "invitation",
                )
                for w in rest
            ):
                o.behaviour += 1.0
            if rest and rest[0] in ("presidency", "premiership", "papacy", "chancellorship", "reign"):
                o.organisation = rest[0]
            for x in range(j + 1, min(j + 6, t.n)):
                if (
                    t.lows[x] == "as"
                    and x + 1 in self.title_start
                    and set(t.lows[j:x]) & {"term", "terms", "time", "tenure", "stint", "days", "years"}
                ):
                    self._link(o, self.title_start[x + 1], "as")
                    o.links[-1].past = True
            title = self.title_start.get(j) or self.title_start.get(j + 1)
            if title is not None and title.level in ("official", "spokes", "adviser", "aide"):
                o.behaviour += 1.0
        elif after and after[0] in ("administration", "government", "cabinet"):
            o.behaviour += 2.0
        for _, how in o.states:
            if how == "adjective" and len(o.name.words) == 1:
                continue  # "Saudi Aramco"
            o.behaviour += {"possessive": 1.5, "of": 1.5, "bracket": 1.5, "leads": 1.5, "adjective": 0.5}.get(
                how, 0.5
            )
        first = min((x.title.start for x in o.links if x.title.end <= i), default=i)
        for x in range(first - 1, max(1, first - 6), -1):
            if t.lows[x] == "by" and t.lows[x - 1] in ("led", "headed", "chaired", "represented"):
                self._led_by(o, x - 1)
            if t.words[x] in ",.;":
                break

    def _led_by(self, o: Occurrence, verb: int) -> None:
        """ "the Thai delegation, led by X"."""
        t = self.t
        strong = word_class("org-gov-strong") | {"teams", "delegations", "negotiators"}
        for j in range(verb - 1, max(-1, verb - 9), -1):
            if t.lows[j] in strong:
                o.organisation = t.lows[j]
                o.behaviour += 1.5
                ref = next(
                    (self.p.states[x] for x in range(max(0, j - 4), min(verb, j + 5)) if x in self.p.states),
                    None,
                )
                if ref is not None:
                    o.states.append((ref, "leads"))
                return

    def _share(self) -> None:
        """Those listed together with an official are likelier officials."""
        for members in self.p.groups:
            group = [self.p.occurrences[k] for k in members]
            official = any(x.title.level in ("official", "leader", "spokes") for o in group for x in o.links)
            top = max(o.behaviour for o in group)
            for o in group:
                if not o.links:
                    o.behaviour = max(o.behaviour, 0.9 * top) + (0.7 if official else 0.0)
