"""How names, titles and states stand to one another in a sentence: appositions, lists, "X of Japan"."""

from __future__ import annotations

from kg.extract.officials.behaviour import Behaviour
from kg.extract.officials.borne import release
from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.link_behind import Behind
from kg.extract.officials.link_beside import Beside
from kg.extract.officials.link_lists import Lists
from kg.extract.officials.names import NameScan
from kg.extract.officials.states import find_states
from kg.extract.officials.titles import TitleScan
from kg.extract.officials.tokens import Tokens
from kg.page.records import Sentence


def parse(index: int, sentence: Sentence, t: Tokens, borne: set[str], korea: bool = False) -> Parsed:
    """Takes one sentence apart. `t` holds its words, from the folded text; with `korea`, "the North" is a state.

    `borne` holds the names of states that are somebody's in the sentences before; this one's are added.
    """
    states = find_states(t, korea)
    scan = TitleScan(t, states)
    titles = scan.scan()
    release(t, states, titles, borne)
    names = NameScan(t, states, titles).scan()
    occurrences = [Occurrence(index, n) for n in names]
    p = Parsed(index, sentence, t, states, titles, occurrences, _is_heading(t, sentence.zone))
    p.owners = scan.owners
    if occurrences:
        _Linker(p).run()
    return p


def _is_heading(t: Tokens, zone: str) -> bool:
    if zone not in ("headline", "deck"):
        return False
    words = [c for w, c in zip(t.words, t.caps, strict=True) if w[0].isalpha() and len(w) > 3]
    lower = sum(1 for c in words if c == 0)
    return len(words) >= 4 and lower * 5 <= len(words)


class _Linker(Beside, Lists, Behind, Behaviour):
    """Ties the names of one sentence to its titles and states."""

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
            self._delegated(k, o)
            self._behind(k, o)
        self._respectively()
        for o in p.occurrences:
            self._behave(o)
        self._held_before()
        self._last_holder()
        self._ranked()
        self._share()
