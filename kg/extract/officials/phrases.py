"""How names, titles and states stand to one another in a sentence: appositions, lists, "X of Japan"."""

from __future__ import annotations

from kg.extract.officials.behaviour import Behaviour
from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.link_behind import Behind
from kg.extract.officials.link_beside import Beside
from kg.extract.officials.link_lists import Lists
from kg.extract.officials.names import NameScan
from kg.extract.officials.states import find_states
from kg.extract.officials.titles import TitleScan
from kg.extract.officials.tokens import Tokens


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
            self._behind(k, o)
        for o in p.occurrences:
            self._behave(o)
        self._held_before()
        self._share()
