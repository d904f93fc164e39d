"""Mentions of officials by name or post, of groups, and of states and bodies as actors."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.origin import Origins
from kg.extract.officials.people import Person
from kg.extract.officials.standing import UNIQUE
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title
from kg.extract.records import Mention, MentionKind
from kg.reference import senses

_GROUP_WORDS = word_class("group-word")
_VERBS = word_class("verb-after-people")
_REACHED = word_class("reached")
_PLACE_NOUNS = word_class("place-noun")
_SURE_OF_HOME = 0.7  # strength from which a state is the outlet's own, and no guess
_DEFINITE = frozenset(["the", "his", "her", "its", "their", "'s", "this", "that"])


def mentions(
    sentences: list[Parsed], persons: list[Person], local: dict[int, int], origins: Origins
) -> tuple[Mention, ...]:
    """All mentions, sorted, not overlapping. `local` maps a person's number to the claim's."""
    return _Mentions(sentences, persons, local, origins).run()


_MORE: tuple[list[str], ...] = (
    [],
    ["and"],
    ["the"],
    ["as"],
    ["his"],
    ["her"],
    ["its"],
)  # what goes on with a list behind a comma
_SITTINGS = frozenset(
    ["summit", "summits", "meeting", "meetings", "ministerial", "conference", "session", "retreat"]
)
_OWNING = frozenset({"'s", "'", "’"})
_LONG_POST = 6  # words
_BY_FAR = 3  # times as often named as others who could be meant
_JUST_NOW = 1  # sentences since somebody was named


class _Who(NamedTuple):
    """Whom a mention means: a person's number, the state, the role in the mention's words."""

    person: int | None = None
    country: str | None = None
    role: str | None = None


class _Mentions:
    def __init__(
        self, sentences: list[Parsed], persons: list[Person], local: dict[int, int], origins: Origins
    ) -> None:
        self.sentences, self.persons, self.local, self.origins = sentences, persons, local, origins
        self.place_ends: set[tuple[int, int]] = set()  # (sentence, word behind) of states that are places
        self.recent: list[int] = []  # person numbers, the latest last
        self.heard: dict[int, list[int]] = {}  # the sentences in which each was spoken of so far
        self.motion = word_class("motion-to")
        self.places = word_class("place-preposition")

    def run(self) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for p in self.sentences:
            found.extend(self._sentence(p))
        return tuple(sorted(found, key=lambda m: m.start))

    def _sentence(self, p: Parsed) -> list[Mention]:
        found: list[Mention] = []
        used = [False] * (p.t.n + 1)
        linked: set[int] = set()
        for o in p.occurrences:
            if o.person in self.local:
                found.append(self._named(p, o, used, linked))
        rest: list[tuple[int, Title | None]] = [(x.start, x) for x in p.titles]
        rest += [(i, None) for i, w in enumerate(p.t.lows) if w in _GROUP_WORDS]
        rest += [(o.name.start, None) for o in p.occurrences]
        spoken = {o.name.start: o for o in p.occurrences if o.person in self.local}
        for i, title in sorted(rest, key=lambda x: x[0]):
            if i in spoken and title is None:
                self._remember(spoken[i].person)
                self.heard.setdefault(spoken[i].person, []).append(p.index)
            elif title is not None:
                made = self._titled(p, title, used, linked)
                if made:
                    found.append(made)
            elif not used[i] and p.t.lows[i] in _GROUP_WORDS:
                made = self._group(p, i, used)
                if made:
                    found.append(made)
        for ref in p.states.values():
            made = self._party(p, ref, used)
            if made:
                found.append(made)
        return found

    def _remember(self, person: int) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)

    def _mark(self, used: list[bool], i: int, j: int) -> bool:
        if any(used[i:j]):
            return False
        for k in range(i, j):
            used[k] = True
        return True

    def _make(
        self,
        p: Parsed,
        span: tuple[int, int],
        kind: MentionKind,
        who: _Who,
        name: tuple[int, int] | None = None,
    ) -> Mention:
        t = p.t
        a, b = name or span
        return Mention(
            start=t.starts[span[0]],
            end=t.ends[span[1] - 1],
            kind=kind,
            official=self.local.get(who.person) if who.person is not None else None,
            country=who.country or None,
            role=who.role,
            name_start=t.starts[a],
            name_end=t.ends[b - 1],
        )

    def _named(self, p: Parsed, o: Occurrence, used: list[bool], linked: set[int]) -> Mention:
        i, j = o.name.outer, o.name.end
        role = None
        for link in o.links:
            title = link.title
            if link.certain or link.where < 0:  # else told elsewhere: "the Serbian president … ; X said"
                linked.add(id(title))
            role = role or title.role or None
            belongs = title.level == "hostguest" and "of" in p.t.lows[title.start : i]  # "the guest of X"
            here = link.where in (-1, o.sentence)  # not "the vice president" of the next sentence
            if here and title.end == i and not title.plural and not belongs:
                i = title.start
            elif here and self._spelt_out(p, title, i):
                i = title.start
                j += p.t.lows[j : j + 1] == [","] and p.t.lows[j + 1 : j + 2] not in _MORE
        posts = {link.title.canonical for link in o.links}
        for title in p.titles:  # "Custodian of the Two Holy Mosques King X"
            if title.end == i and not title.plural and title.canonical in posts:
                i = title.start
        i = self._past_city(p, i, o.name.start)
        shared = any(link.title.plural for link in o.links)
        for ref, how in o.states:
            if how == "possessive" and ref.end == i - 1 and p.t.lows[i - 1] == "'s":
                i = ref.start
            elif (how == "of" or (how == "for" and shared)) and j <= ref.start <= j + 3:
                j = ref.end  # "the ministers, X of Chad and Y for Mali"
            elif how == "row" and p.t.lows[j : j + 1] == ["of"]:
                j = ref.end  # "Presidents X and Y of Chad and Mali"
            elif how == "bracket":
                self._mark(used, ref.start, ref.end)
        while i < o.name.start and (
            any(used[i:j]) or p.t.lows[i] in _OWNING
        ):  # "X's envoy Y": the "'s" is X's
            i += 1
        self._mark(used, i, j)
        return self._make(
            p, (i, j), "name", _Who(o.person, self.origins.of.get(o.person), role), (o.name.start, o.name.end)
        )

    @staticmethod
    def _spelt_out(p: Parsed, title: Title, name: int) -> bool:
        """ "The head of the treaty office of the ministry of trade of Chad, X, met": a post too long for the parser."""
        if title.end != name - 1 or p.t.words[name - 1] != "," or title.plural:
            return False
        long = title.end - title.start >= _LONG_POST and title.level not in ("counterpart", "hostguest")
        listed = title.start > 0 and p.t.lows[title.start - 1] in (",", "and")
        return long and not listed and "of" in p.t.lows[title.start : title.end]

    @staticmethod
    def _past_city(p: Parsed, start: int, name: int) -> int:
        """Where a titled name begins if the capital before it is where he was: "In Washington President X"."""
        ref = next((r for r in p.states.values() if r.start == start and r.end < name), None)
        if ref is None or not start or p.t.lows[start - 1] not in ("in", "at", "from"):
            return start
        meanings = senses(" ".join(p.t.words[start : ref.end]))
        return ref.end if meanings and meanings[0].kind in ("capital", "seat", "city") else start

    def _titled(self, p: Parsed, title: Title, used: list[bool], linked: set[int]) -> Mention | None:
        if title.level in ("civil", "kin", "legislator", "party", "judicial", "mayor", "local") or any(
            used[title.start : title.end]
        ):
            return None
        codes = [self.origins.code(r) for r in title.states]
        if id(title) in linked and not title.plural:
            self._mark(used, title.start, title.end)
            return None
        if title.plural or title.office.id == "envoy-delegation":
            self._mark(used, title.start, title.end)
            return self._make(
                p,
                (title.start, title.end),
                "group",
                _Who(None, codes[0] if len(codes) == 1 else None, title.role or None),
            )
        person = self._resolve(title, codes, p)
        if person is None and not codes and title.determiner not in _DEFINITE:
            return None
        self._mark(used, title.start, title.end)
        country = codes[0] if codes else self.origins.of.get(person) if person is not None else None
        if person is None and not codes and self._our_own(title):
            country = self.origins.home
        if person is not None:
            self._remember(person)
            self.heard.setdefault(person, []).append(p.index)
        return self._make(p, (title.start, title.end), "title", _Who(person, country, title.role or None))

    def _our_own(self, title: Title) -> bool:
        """Whether "the Prime Minister", of whom the text names none, is the outlet's own: as offices' releases have it."""
        sure = self.origins.home_strength >= _SURE_OF_HOME and title.determiner == "the"
        return sure and title.canonical in UNIQUE and not title.former

    def _resolve(self, title: Title, codes: list[str], p: Parsed) -> int | None:
        """Whom "the minister", "the Chinese president" means: the latest official of that post and state."""
        if title.determiner not in _DEFINITE and not title.states:
            return None
        if (
            title.determiner in ("a", "an")
            or title.former
            or (title.level in ("official-plain", "diplomat", "aide") and title.determiner != "the")
        ):
            return None
        if {"first", "last", "only", "next"} & set(p.t.lows[title.start : title.head]):
            return None  # "the first leader to visit since"
        fits = [n for n in reversed(self.recent) if self._may_mean(title, n, codes)]
        fits = fits or self._named_later(title, codes) or self._untitled(title, codes)
        if title.level == "counterpart" or not fits:
            return fits[0] if fits else None
        # "the Premier" is rather Premier X than Prime Minister Y; "the President" whom the text calls so plainly
        return (
            fits[0]
            if codes
            else max(
                fits,
                key=lambda n: (self._same_words(title, n), self._leads(n, fits), self._plain(title, n)),
            )
        )

    def _named_later(self, title: Title, codes: list[str]) -> list[int]:
        """ "The secretary-general of the UN signed too … X said": the one holder of whom the text gives the name later."""
        if not codes or title.canonical not in UNIQUE or title.level == "counterpart":
            return []
        held = [n for n in self.local if self._may_mean(title, n, codes) and self._in_office(title, n)]
        return held if len(held) == 1 else []

    def _untitled(self, title: Title, codes: list[str]) -> list[int]:
        """ "The president" of a story whose first official it names without his post: "Ames landed … The president said"."""
        if codes or title.canonical != "president" or not self.local:
            return []
        lead = min(self.local, key=lambda n: self.local[n])
        posts = self.persons[lead].titles or any(o.links for o in self.persons[lead].occurrences)
        return [] if posts or lead not in self.recent else [lead]

    def _in_office(self, title: Title, number: int) -> bool:
        """Whether a post is one that a person holds still."""
        links = (x for o in self.persons[number].occurrences for x in o.links)
        return any(same_office(title, x.title) and not x.past and not x.title.former for x in links)

    def _leads(self, number: int, fits: list[int]) -> bool:
        """Whether the text has been about one of them by far: "the President" of a story about his tour."""
        told = {n: len(self.heard.get(n, ())) for n in fits}
        return all(told[number] >= _BY_FAR * told[n] for n in fits if n != number)

    def _may_mean(self, title: Title, number: int, codes: list[str]) -> bool:
        if codes and self.origins.of.get(number) not in codes:
            return False
        if title.level == "counterpart":
            return bool(codes)
        person = self.persons[number]
        if title.level == "hostguest":
            return False
        if any(same_office(title, t) for t in person.titles):
            return True
        return any(_leads_as(title, x.office) for o in person.occurrences for x in o.links if x.office)

    def _same_words(self, title: Title, number: int) -> bool:
        role = title.role.lower()
        return any(t.role.lower() == role for t in self.persons[number].titles)

    def _plain(self, title: Title, number: int) -> bool:
        """Whether the text gives the person the post without saying of which state."""
        return any(
            title.canonical != "leader"
            and same_office(title, x.title)
            and not x.title.states
            and not x.states
            and not o.states
            for o in self.persons[number].occurrences
            for x in o.links
            if x.relation == "pre"
        )

    def _group(self, p: Parsed, i: int, used: list[bool]) -> Mention | None:
        """ "the two sides", "a Thai delegation", "Indian officials"."""
        t, start, code = p.t, i, None
        while start and start > i - 6:
            low = t.lows[start - 1]
            ref = next((r for r in p.states.values() if r.end == start), None)
            if ref is not None:
                code, start = self.origins.code(ref), ref.start
            elif low in (
                "the",
                "two",
                "three",
                "both",
                "a",
                "senior",
                "top",
                "'s",
                "their",
                "his",
                "its",
                "respective",
                "high-level",
                "four",
                "five",
            ) or low.endswith("ing"):
                start -= 1
                if low in ("the", "a", "both", "their", "his", "its"):
                    break
            else:
                break
        while start < i and t.lows[start] == "'s":
            start += 1
        if not self._mark(used, start, i + 1):
            return None
        return self._make(p, (start, i + 1), "group", _Who(None, code))

    def _party(self, p: Parsed, ref: StateRef, used: list[bool]) -> Mention | None:
        """A state, body or seat that acts; places and adjectives are none."""
        if any(used[ref.start : ref.end]):
            return None
        code = self.origins.code(ref)
        if ref.kind == "demonym":
            return self._people(p, ref, code, used)
        if self._is_place(p, ref):
            self.place_ends.add((p.index, ref.end))
            return None
        self._mark(used, ref.start, ref.end)
        return self._make(p, (ref.start, ref.end), "party", _Who(None, code))

    def _people(self, p: Parsed, ref: StateRef, code: str, used: list[bool]) -> Mention | None:
        """ "the Thais" are a party; "the Indonesian" is the last Indonesian official."""
        t = p.t
        the = ref.start > 0 and t.lows[ref.start - 1] == "the"
        plural = t.lows[ref.end - 1].endswith("s")
        follows = t.lows[ref.end] if ref.end < t.n else "."
        noun = not follows[0].isalpha() or follows in _VERBS or follows.endswith("ed")
        if plural or (the and noun and t.lows[ref.end - 1].endswith(("ese", "ish", "sh", "ch", "ss"))):
            self._mark(used, ref.start, ref.end)
            return self._make(p, (ref.start, ref.end), "party", _Who(None, code))
        if not (the and noun):
            return None
        person = self._compatriot(p, code)
        self._mark(used, ref.start - 1, ref.end)
        if person is None:
            return self._make(p, (ref.start - 1, ref.end), "party", _Who(None, code))
        return self._make(p, (ref.start - 1, ref.end), "title", _Who(person, code))

    def _compatriot(self, p: Parsed, code: str) -> int | None:
        """Whom "the Indonesian" means: one named just now, else the one of that state whom the story is about."""
        near = [x for x in reversed(self.recent) if self.origins.of.get(x) == code]
        told = [x for x in near if self.heard.get(x)]
        if not told or self.heard[told[0]][-1] >= p.index - _JUST_NOW:
            return next(iter(near), None)
        return max(told, key=lambda x: (len(self.heard[x]), -self.heard[x][0]))

    def _is_place(self, p: Parsed, ref: StateRef) -> bool:
        """ "in Tokyo", "flew to Japan", "Seoul, where", "the Berlin talks", "to Paris and Rome"."""
        t = p.t
        i = ref.start - (ref.start > 0 and t.lows[ref.start - 1] == "the")
        before = t.lows[i - 1] if i else ""
        earlier = t.lows[i - 2] if i > 1 else ""
        after = t.lows[ref.end : ref.end + 2]
        if ref.kind == "body" and after[:1] and after[0] in _SITTINGS:
            return False  # "at the ASEAN summit": whose summit
        if before in self.places or (before in _WHEREABOUTS and earlier in self.places):
            return True
        if before in ("to", "from", "for") and (earlier in self.motion or earlier in ("due", "way")):
            return True
        if ref.body or ref.kind == "seat":
            return False
        if after == [",", "where"] or (before in ("and", ",") and (p.index, i - 1) in self.place_ends):
            return True
        if before in _REACHED:
            return True
        if ref.kind != "capital":
            return False
        if before in ("to", "from", "of", "between"):
            return True
        return bool(after) and after[0] in _PLACE_NOUNS


# "in downtown Vienna", "in neutral Geneva"
_WHEREABOUTS = frozenset(
    "downtown central eastern western northern southern neutral nearby neighbouring neighboring far-off faraway distant".split()
)


_LEADERS = frozenset({"president", "prime-minister", "monarch", "leader"})


def _leads_as(title: Title, office: str) -> bool:
    """Whether a title can name a post that is only pointed to: "her Thai counterpart, X … the Thai premier"."""
    return title.canonical == office or (title.canonical == "leader" and office in _LEADERS)


def same_office(a: Title, b: Title) -> bool:
    """Whether two titles can name the same post: "the minister" is a foreign minister."""
    if a.canonical == b.canonical:
        return True
    x, y = a.canonical, b.canonical
    if x == "minister" and not a.portfolio - {"state"}:
        return (y.endswith("minister") and y != "prime-minister") or y == "secretary-of-state"
    if x == "deputy-minister":
        return y.startswith("deputy-") and y.endswith("minister")
    if x == "leader":
        return y in _LEADERS
    return x in ("envoy", "negotiator") and y in (
        "envoy",
        "negotiator",
        "ambassador",
        "deputy-minister",
        "deputy-foreign-minister",
    )
