"""Posts told by what their holders do: "X, who heads the IMF", "who seized power in Guinea", "the man who runs …"."""

from __future__ import annotations

from kg.extract.officials.charges import charge_of, ministry_at
from kg.extract.officials.evidence import Occurrence
from kg.extract.officials.lexicon import word_class
from kg.extract.officials.link_words import CLOSERS, LinkWords

_SOMEBODY = frozenset(["man", "woman", "one", "lady", "person", "politician", "lawyer", "economist"])
_RISING = frozenset(["seized", "took", "grabbed", "came", "rose", "holds", "held", "assumed"])
_RULING = frozenset(["rules", "ruled", "governs", "governed", "leads", "led", "runs", "ran"])
# What may stand behind the land that somebody rules.
_OVER = CLOSERS | {"last", "this", "until", "through", "after", "alone"}


class Charges(LinkWords):
    """What a relative clause says of the post: what the person heads, holds, rules or speaks for."""

    def _man_who(self, o: Occurrence) -> None:
        """ "the man who runs Oman's diplomacy, X,": the clause before the name tells the post."""
        t, comma = self.t, o.name.outer - 1
        if comma < 4 or t.words[comma] not in (",", ":", "-", "–", "—"):
            return
        for i in range(comma - 2, max(0, comma - 12), -1):
            if t.words[i] in ",.;:":
                return
            if t.lows[i] in ("who", "in", "at") and t.lows[i - 1] in _SOMEBODY:
                owner = self.state_end.get(i - 2) if t.lows[i - 2] == "'s" else None
                if owner is not None:
                    o.states.append((owner, "possessive"))  # "Peru's man in Quito, X"
                at = ministry_at(t.lows, i) if t.lows[i] == "at" and not o.organisation else ""
                o.organisation = at or o.organisation
                if not at:
                    self._charged(o, i + 1)
                return

    def _charged(self, o: Occurrence, j: int) -> bool:
        """ "who keeps the trade portfolio", "in charge of information": what he does tells the post."""
        charge = charge_of(self.t.lows, j, self.land) if not o.organisation else ""
        o.organisation = charge or o.organisation
        if charge:
            refs = (self.p.states[x] for x in range(j, min(j + 8, self.t.n)) if x in self.p.states)
            o.states += [(r, "leads") for r in refs if r.kind != "capital"][:1]
        return bool(charge)

    def _leads(self, o: Occurrence, i: int) -> None:
        """ "who led the Nigerian team": the organisation and its state."""
        t = self.t
        body = self.p.states.get(i + (t.lows[i : i + 1] == ["the"]))
        if body is not None and body.body and (body.end >= t.n or t.lows[body.end] in CLOSERS):
            o.organisation = o.organisation or "body"
            o.states.append((body, "leads"))  # "who heads the International Monetary Fund"
            return
        if body is not None and body.body and self._part_of(body.end):
            o.organisation = o.organisation or "office"
            o.states.append((body, "leads"))  # "who heads the U.N. refugee agency", "the EU's police mission"
            return
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
                own = [
                    r
                    for r in refs
                    if not (r.end < t.n and t.lows[r.end] in ("department", "desk", "section", "division"))
                ]
                if own:
                    o.states.append((own[0], "leads"))
                return

    def _part_of(self, i: int) -> bool:
        """Whether what stands behind a body is an office of its own: "'s development arm", "refugee agency"."""
        lows = self.t.lows
        offices = word_class("org-gov") | word_class("org-civil") | {"arm"}
        for j in range(i, min(i + 6, self.t.n)):
            if lows[j] in CLOSERS - {"for", "'"}:
                return False
            if lows[j] in offices:
                return lows[j] not in word_class("group-word")
        return False

    def _rules(self, o: Occurrence, j: int) -> bool:
        """ "who seized power in Guinea last year", "who came to power in Mali", "who has ruled Chad since May"."""
        t = self.t
        k = j + 1 + (t.lows[j + 1 : j + 2] == ["to"])
        if t.lows[j] in _RISING and t.lows[k : k + 2] == ["power", "in"]:
            k += 2
        elif t.lows[j] in _RULING:
            k = j + 1
        else:
            return False
        ref = self.p.states.get(k + (t.lows[k : k + 1] == ["the"]))
        if ref is None or ref.kind != "state" or (ref.end < t.n and t.lows[ref.end] not in _OVER):
            return False
        o.organisation = o.organisation or "country"
        o.states.append((ref, "leads"))
        return True

    def _in_state(self, i: int) -> bool:
        return any(s.start <= i < s.end for s in self.p.states.values()) or self.t.lows[i] in (
            "the",
            "'s",
            "a",
            "of",
        )
