"""Names in a list, and titles that stand before or behind the whole of it."""

from __future__ import annotations

import re

from kg.extract.officials.lexicon import Office, word_class
from kg.extract.officials.link_words import LinkWords
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title, canonical_office

_JOINED = re.compile(r",? and |, ")
_MINISTER = Office("minister", "minister", "official", "pf")
_REACH = 9  # words from a plural title to the colon or "among them" before the names
_BETWEEN = frozenset(", ; and the of from".split())
_LANDS = frozenset("states countries nations republics neighbours neighbors kingdoms powers group".split())


class Lists(LinkWords):
    """ "presidents X and Y", "the foreign ministers of A and B, X and Y"."""

    def _groups(self) -> None:
        """Names joined by commas and "and", each perhaps with a title before or a state behind."""
        occurrences, t = self.p.occurrences, self.t
        current = [0]
        for k in range(1, len(occurrences)):
            left, right = self.after[k - 1], occurrences[k].name.outer
            title = self.title_end.get(right)
            if title is not None and title.level == "rank" and t.words[title.start - 1] == ",":
                title = self.title_end.get(title.start - 1, title)  # "and the army chief, General X"
            if title is None and t.words[right - 1] == ",":
                apposed = self.title_end.get(right - 1)  # "and the speaker of the house, X"
                title = apposed if apposed is not None and apposed.start > left else None
                if title is not None and title.determiner == "whose":
                    title = None  # "X, whose foreign minister, Y, …": no list of two
            elliptic = t.words[right - 1] == "," and t.lows[right - 2] == "'s" and right - 2 in self.state_end
            if title is not None:
                right = title.start
            elif elliptic:  # "Chad's envoy, X, and Fiji's, Y"
                right = self.state_end[right - 2].start
                right -= int(right > 0 and t.lows[right - 1] == "the")
            elif right >= 2 and t.lows[right - 1] == "'s" and right - 1 in self.state_end:
                right = self.state_end[right - 1].start
                right -= int(right > 0 and t.lows[right - 1] == "the")
            gap = t.lows[left:right]
            if gap[:1] == [";"] and title is not None and title.plural:
                gap = [";", "the"]  # "the premiers, X and Y; the foreign ministers, V and W": two lists
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
                [",", "and", "with"],
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
            if not title.plural or title.level == "hostguest":
                continue
            if self._by_state(title):
                continue
            j = title.end
            if j < t.n and t.words[j] in (",", ":", "-", "–", "—", "("):
                j += 1
            ranks = self.title_start.get(j)
            if j > title.end and ranks is not None and ranks.plural and ranks.level in ("rank", "royal"):
                j = ranks.end  # "the army chiefs of A and B, Generals X and Y"
            k = self.name_start.get(j)
            if k is not None:
                members = self._members(k)
                if len(members) > 1 or j == title.end:
                    self._distribute(title, members)
                    self._in_order(title, members)
                    continue
            if self._announced(title):
                continue
            i = title.start - 1
            if i > 0 and t.words[i] == ",":
                last = next(
                    (x for x, o in enumerate(p.occurrences) if o.name.end == i or self.after[x] == i), None
                )
                if last is not None and p.occurrences[last].group >= 0 and self._closed(title):
                    self._distribute(title, p.groups[p.occurrences[last].group])

    def _by_state(self, title: Title) -> bool:
        """ "the ambassadors of Chad, X, Fiji, Y and the Gambia, Z": states and names in turn."""
        t, i = self.t, title.end
        refs = title.states[-1:]
        pairs: list[tuple[int, list[StateRef]]] = []
        while refs and i < t.n and t.words[i] == "," and (k := self.name_start.get(i + 1)) is not None:
            pairs.append((k, refs))
            i = self.after[k]
            while i < t.n and t.lows[i] in _BETWEEN:
                i += 1
            ref = self.p.states.get(i)
            refs, i = ([ref], ref.end) if ref is not None and ref.kind == "state" else ([], i)
        if len(pairs) < 2 or len(title.states) != 1:
            return False
        for k, own in pairs:
            self._link(self.p.occurrences[k], title, "list", own)
            self.p.occurrences[k].links[-1].role = title.role.split(" of ")[0]
        return True

    def _announced(self, title: Title) -> bool:
        """ "seven ambassadors, among them X and Y", "the ministers of the Baltic states, X, Y and Z"."""
        t = self.t
        for j in range(title.end, min(title.end + _REACH, t.n)):
            marked = t.words[j] == ":" or t.lows[j] in ("including", "namely")
            among = t.lows[j : j + 2] in (["among", "them"], ["among", "whom"])
            lands = t.words[j] == "," and j > title.end and t.lows[j - 1] in _LANDS
            ministers = title.level == "official" and t.lows[title.end] == "who"
            lands = lands or (ministers and t.words[j] == ",")  # "the ministers who chair the board, X and Y"
            if marked or among or lands:
                k = self._name_at(j + 1 + among)
                members = self._members(k) if k is not None else []
                if len(members) < (2 if lands else 1):
                    return False
                self._distribute(title, members)
                for x in members if lands else ():
                    self.p.occurrences[x].links[-1].role = title.role.split(" of ")[0]
                return True
            if j in self.name_start or t.words[j] in ".;":
                break
        return False

    def _name_at(self, i: int) -> int | None:
        """The name that begins at `i`, its state before it or not: "X", "Chad's X", "the Czech Republic's X"."""
        i += int(i < self.t.n and self.t.lows[i] == "the")
        ref = self.p.states.get(i)
        if ref is not None and self.t.lows[ref.end : ref.end + 1] == ["'s"]:
            i = ref.end + 1
        return self.name_start.get(i)

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
            if self._has_own(title, k):
                continue
            self._link(self.p.occurrences[k], title, "list", mine)
        for k, (role, office) in zip(members, shares(title), strict=False):
            if len(members) == len(shares(title)):
                link = self.p.occurrences[k].links[-1]
                link.role, link.office = role, office

    def _in_order(self, title: Title, members: list[int]) -> None:
        """ "Presidents X and Y of A and B": the states stand behind the names, in the same order."""
        t, last = self.t, self.p.occurrences[members[-1]]
        i, refs = last.name.end, list[StateRef]()
        if title.states or t.lows[i : i + 1] != ["of"]:
            return
        while i < t.n and (i == last.name.end or t.lows[i] in (",", "and")):
            i += 1 + (t.lows[i + 1 : i + 2] in (["and"], ["the"]))
            ref = self.p.states.get(i)
            if ref is None or ref.kind != "state":
                break
            refs.append(ref)
            i = ref.end
        if len(refs) == len(members) > 1:
            last.states = [(ref, how) for ref, how in last.states if how != "of"]
            for k, ref in zip(members, refs, strict=True):
                self.p.occurrences[k].states.append((ref, "row"))
            self.after[members[-1]] = refs[-1].end

    def _has_own(self, title: Title, k: int) -> bool:
        """ "foreign ministers X and Y and the Faroese premier, Z": Z's post stands before his name."""
        i = self.p.occurrences[k].name.outer
        own = self.title_end.get(i - 1) if self.t.words[i - 1] == "," else None
        return own is not None and own is not title and own.start >= title.end and bool(own.states)

    def _respectively(self) -> None:
        """ "X and Y, respectively trade minister and central bank governor", "X and Y, who lead A and B"."""
        for members in self.p.groups:
            i = self.after[members[-1]]
            i += i < self.t.n and self.t.words[i] == ","
            rest = self.t.lows[i : i + _REACH + 4]
            if rest[:1] == ["who"]:
                self._lead_together(members, i)
            if "respectively" not in rest:
                continue
            behind = [x for x in self.p.titles if i <= x.start < i + len(rest) and not x.plural]
            free = [x for x in behind if x.end not in self.name_start]
            if len(free) == len(members):
                for k, title in zip(members, free, strict=True):
                    self._link(self.p.occurrences[k], title, "apposition")

    def _lead_together(self, members: list[int], who: int) -> None:
        """Gives each of a list the state that he leads something of: "who head the armies of A and B"."""
        t = self.t
        if t.lows[who + 1 : who + 2] == [] or t.lows[who + 1] not in self.lead:
            return
        stop = next((x for x in range(who, t.n) if t.words[x] in ".;"), t.n)
        refs = [self.p.states[x] for x in range(who, min(stop, who + 14)) if x in self.p.states]
        if len(refs) == len(members) and all(r.kind in ("state", "body") for r in refs):
            for k, ref in zip(members, refs, strict=True):
                self.p.occurrences[k].states.append((ref, "leads"))


def shares(title: Title) -> list[tuple[str, str]]:
    """Role and office of each, where a plural title joins several: "foreign and defence ministers"."""
    role = title.role
    for joint in (" of ", " for "):  # "ministers of trade and transport"
        if joint in role:
            post, _, fields = role.partition(joint)
            role = f"{fields} {post}"
    parts = _JOINED.split(role)
    *first, last = parts
    words = last.split()
    if (
        not first
        or len(words) < 2
        or title.office.id not in ("minister", "foreign-minister", "defense-chief", "secretary-minister")
    ):
        return []
    head = words[-1]
    if not all(
        x and set(x.lower().split()) <= word_class("portfolio") for x in (*first, " ".join(words[:-1]))
    ):
        return []
    names = [*first, " ".join(words[:-1])]
    return [(f"{x} {head}", canonical_office(_MINISTER, frozenset(x.lower().split()))) for x in names]
