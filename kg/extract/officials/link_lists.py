"""Names in a list, and titles that stand before or behind the whole of it."""

from __future__ import annotations

from kg.extract.officials.link_words import LinkWords
from kg.extract.officials.title import Title


class Lists(LinkWords):
    """ "presidents X and Y", "the foreign ministers of A and B, X and Y"."""

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
