"""What words that point to something said before ("his", "the bloc", "its", "her counterpart") stand for."""

from __future__ import annotations

from kg.extract.officials.evidence import Occurrence, Parsed, other_gender
from kg.extract.officials.nearby import BODY_OFFICES, Nearby
from kg.extract.officials.states import StateRef, place_prepositions
from kg.extract.officials.title import Title
from kg.extract.wordings import SENDING
from kg.vocab import BODIES

_BODY_WORDS = frozenset(
    [
        "association",
        "bloc",
        "alliance",
        "organisation",
        "organization",
        "agency",
        "body",
        "union",
        "group",
        "forum",
    ]
)

_BACK = 5  # sentences that a post of an unnamed body looks back for the body


class Antecedents(Nearby):
    """The states and bodies that a post's wording goes back to."""

    def _across(self, o: Occurrence, title: Title) -> str | None:
        """ "She flew to Dodoma to see her counterpart, X": the state of the place, where it is not hers."""
        p = self.sentences[o.sentence]
        before = [x for x in p.occurrences if x.person >= 0 and x.name.end <= title.start]
        own = self.of.get(before[0].person, "") if before else ""
        behind = [r for r in p.states.values() if r.end <= title.start and r.start]
        refs = [r for r in behind if self._as_place(p, r) or p.t.lows[r.start - 1] == "to"]
        towns = [code for i, code in self._cities(p) if i < title.start]
        code = self.code(max(refs, key=lambda r: r.start)) if refs else "".join(towns[-1:])
        return code if own and code and code != own else None

    def _as_place(self, p: Parsed, ref: StateRef) -> bool:
        """ "in Washington": a place, not an actor."""
        return ref.kind == "capital" and ref.start > 0 and p.t.lows[ref.start - 1] in place_prepositions()

    def _somebody(self, number: int) -> bool:
        """Whether a name is surely a person's: one with a post or a state of his own, or named again."""
        person = self.persons[number]
        placed = any(how == "possessive" for o in person.occurrences for _, how in o.states)
        return bool(person.titles) or placed or len(person.occurrences) > 1

    def _thing(self, o: Occurrence, title: Title) -> str | None:
        """ "the bloc's envoy", "the country's president": the nearest body or state before."""
        body = title.anaphor in _BODY_WORDS
        for back in (0, 1, 2):
            if o.sentence < back:
                break
            q = self.sentences[o.sentence - back]
            refs = [r for r in q.states.values() if r.body == body and (back or r.end <= title.start)]
            if refs:
                return self.code(max(refs, key=lambda r: r.start))
        return None

    def _antecedent(self, p: Parsed, title: Title, word: str, me: int) -> str | None:
        """The state of "his" or "its": the nearest fitting person or state before, in this sentence or the last."""
        options: list[tuple[int, str]] = []
        personal = word in ("his", "her")
        for back in range(min(p.index, 3 if personal else 1) + 1):
            q = self.sentences[p.index - back]
            limit = title.start if back == 0 else q.t.n
            if word != "its":
                for other in q.occurrences:
                    if (
                        other.name.end <= limit
                        and other.person >= 0
                        and other.person != me
                        and not (personal and other_gender(word, other))
                        and (self._somebody(other.person) or (word == "whose" and limit - other.name.end < 3))
                    ):
                        options.append((other.name.start, self.of.get(other.person, "")))
            if not personal:
                refs = [r for r in q.states.values() if r.end <= limit and not self._as_place(q, r)]
                if title.office.id in BODY_OFFICES and any(r.body for r in refs):
                    refs = [r for r in refs if r.body]
                options += [(r.start, self.code(r)) for r in refs]
            if options:
                # "his" at the head of a sentence goes back to whom the one before was about: its subject; so does
                # that of "X, who had been rung by Y, sent his envoy"
                lead = p.t.lows[title.possessor - 1] if title.possessor else ""
                first = personal and (back or lead in SENDING)
                return (min(options) if first else max(options))[1] or None
        return None

    def _words(self, o: Occurrence, title: Title) -> list[str]:
        """The words of a title of the name's own sentence."""
        own = any(x is title for x in self.sentences[o.sentence].titles)
        return self.sentences[o.sentence].t.lows[title.start : title.end] if own else []

    def _body_before(self, p: Parsed, title: Title) -> str | None:
        """The body named last before the title, in its sentence or those before; else the article's only one."""
        for back in range(min(p.index, _BACK) + 1):
            q = self.sentences[p.index - back]
            refs = [r for r in q.states.values() if r.body and (back or r.end <= title.start)]
            if refs:
                return self.code(max(refs, key=lambda r: r.start))
        named = [c for c in self.counts if c in BODIES]
        return named[0] if len(named) == 1 else None
