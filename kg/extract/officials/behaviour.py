"""How much like an official's a person's part in a sentence is."""

from __future__ import annotations

from kg.extract.officials.evidence import Occurrence
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.link_words import LinkWords
from kg.extract.officials.states import StateRef

# What it adds that a state is said of the name in this way.
_STATE = {
    "possessive": 1.5,
    "of": 1.5,
    "for": 1.5,
    "bracket": 1.5,
    "leads": 1.5,
    "adjective": 0.5,
    "nationality": 0.5,
}

_TRADES = frozenset(
    "teaches taught edits edited writes wrote plays played owns owned works worked studies studied sells sold drives drove "
    "farms coaches lectures blogs sings researches practises practices cooks paints translates".split()
)
_FATES = frozenset(
    [
        "killing",
        "death",
        "murder",
        "assassination",
        "kidnapping",
        "slaying",
        "abduction",
        "arrest",
        "burial",
        "funeral",
        "tomb",
        "grave",
        "mausoleum",
        "statue",
        "bust",
        "memory",
    ]
)
_FATE_REACH = 12  # words from "the killing of" to the name
_SERVICES = frozenset(
    ["ministry", "department", "government", "cabinet", "embassy", "presidency", "secretariat"]
)
_TRADED = frozenset(["shares", "share", "stock", "stocks", "listing", "ipo", "bonds", "dividend"])
_FIRMS = frozenset(
    [
        "giant",
        "company",
        "carmaker",
        "airline",
        "carrier",
        "newspaper",
        "daily",
        "retailer",
        "lender",
        "firm",
        "brewer",
    ]
)
_NEWSMEN = frozenset(
    "editor editor-in-chief publisher columnist correspondent reporter founder owner director manager novelist".split()
)


class Behaviour(LinkWords):
    """Talks, receptions, cabinets and company speak for an official; an age or a prison against."""

    def _behave(self, o: Occurrence) -> None:
        """Adds up what speaks for the person's being an official."""
        t, i, j = self.t, o.name.outer, o.name.end
        before = t.lows[max(0, i - 7) : i]
        if before and (before[-1] in word_class("with-whom") or before[-1] in self.meet):
            o.behaviour += 1.0 if any(w in self.meet for w in before) else 0.0
        after = t.lows[j : j + 4]
        if any(w in self.meet for w in after[:3]):
            o.behaviour += 0.7
        if after and after[0] == "'s":
            self._owner_of(o, after[1:3])
        elif after and after[0] in ("administration", "government", "cabinet"):
            o.behaviour += 2.0
        o.behaviour -= self._ordinary(j) + self._private(o)
        dead = any(
            t.lows[x] in _FATES and t.lows[x + 1] == "of" for x in range(max(0, i - _FATE_REACH), i - 1)
        )
        if dead and before[-1] in ("of", ","):
            o.behaviour -= 2.5  # "the killing of the rebels' leader, X"
        for _, how in o.states:
            if how != "adjective" or len(o.name.words) > 1:  # "Saudi Aramco" is no person
                o.behaviour += _STATE.get(how, 0.5)
        self._led(o)

    def _ordinary(self, j: int) -> float:
        """What marks an ordinary person behind a name: an age, a fate, a family."""
        t = self.t
        after = t.lows[j : j + 5]
        found = 1.5 if len(after) > 2 and after[0] == "," and after[1].isdigit() and after[2] == "," else 0.0
        found += 1.0 if word_class("victim") & set(after) else 0.0
        return found + (
            1.5
            if after[:2] == [",", "whose"]
            and (word_class("kin-word") | word_class("org-civil")) & set(after[2:5])
            else 0.0
        )

    def _private(self, o: Occurrence) -> float:
        """What marks one who speaks for himself: "X, who teaches history", "X of the bakers' union"; an outlet's name."""
        t, j, i = self.t, o.name.end, o.name.outer
        found = 0.0
        rest = t.lows[j : j + 5]
        if rest[:2] in ([",", "who"], ["who"]) or rest[:1] == ["who"]:
            found += 3.0 if _TRADES & set(rest[2:4] if rest[0] == "," else rest[1:3]) else 0.0
        if rest[:1] == ["of"] and not any(how == "of" for _, how in o.states):
            ends = (x for x in range(j, min(j + 7, t.n)) if t.words[x] in ",.;:" or t.lows[x] in self.be)
            stop = next(ends, min(j + 7, t.n))
            named = set(t.lows[j + 1 : stop])
            public = named & word_class("org-gov-strong") - {"council", "committee"} or "party" in named
            bodily = any(r.body for x, r in self.p.states.items() if j <= x < stop)
            private = named & (word_class("org-civil") | {"council"}) and not public and not bodily
            found += 2.0 if private else -1.0 if named & _SERVICES else 0.0
        if (
            i > 1
            and t.lows[i - 1] in ("of", "at", "for", "with")
            and t.lows[i - 2] in _NEWSMEN
            and not o.links
        ):
            found += 3.0
        traded = _TRADED & set(rest[:2] if rest[:1] == ["'s"] else rest[:1])
        if len(o.name.words) < 3 and not o.links and (traded or (i and t.lows[i - 1] in _FIRMS)):
            found += 3.0  # "Saudi Aramco shares", "the oil giant Repsol"
        return found

    def _owner_of(self, o: Occurrence, rest: list[str]) -> None:
        """ "X's government", "X's presidency", "X's spokesman", "X's years as premier"."""
        t, j = self.t, o.name.end
        if word_class("of-government") & set(rest):
            o.behaviour += 1.0
        if rest and rest[0] in word_class("reign"):
            o.organisation = rest[0]
        for x in range(j + 1, min(j + 6, t.n)):
            in_office = word_class("time-in-office") & set(t.lows[j:x])
            if t.lows[x] == "as" and x + 1 in self.title_start and in_office:
                self._link(o, self.title_start[x + 1], "as")
                o.links[-1].past = True
        title = self.title_start.get(j) or self.title_start.get(j + 1)
        if title is not None and title.level in ("official", "spokes", "adviser", "aide"):
            o.behaviour += 1.0

    def _led(self, o: Occurrence) -> None:
        """Looks before the name, and before a title in front of it, for "led by"."""
        t, i = self.t, o.name.outer
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
                ref = self._share_of(o, range(max(0, j - 4), verb)) or ref
                if ref is not None:
                    o.states.append((ref, "leads"))
                return

    def _share_of(self, o: Occurrence, before: range) -> StateRef | None:
        """ "the Thai and Lao teams, led by X and Y": X's is the Thai."""
        refs = [self.p.states[x] for x in before if x in self.p.states]
        members = self.p.groups[o.group] if o.group >= 0 else []
        if len(refs) != len(members) or len(refs) < 2:
            return None
        return refs[members.index(self.p.occurrences.index(o))]

    def _share(self) -> None:
        """Those listed together with an official are likelier officials."""
        for members in self.p.groups:
            group = [self.p.occurrences[k] for k in members]
            official = any(x.title.level in ("official", "leader", "spokes") for o in group for x in o.links)
            top = max(o.behaviour for o in group)
            for o in group:
                if not o.links:
                    o.behaviour = max(o.behaviour, 0.9 * top) + (0.7 if official else 0.0)
