"""How much like an official's a person's part in a sentence is."""

from __future__ import annotations

from kg.extract.officials.evidence import Occurrence
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.link_words import LinkWords


class Behaviour(LinkWords):
    """Talks, receptions, cabinets and company speak for an official; an age or a prison against."""

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
