"""What the rules about meetings, calls and agreements share: who is named, who is apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.extract.drafts import Draft
from kg.extract.places.find import PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import groups_after, objects
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.wordings import MEALS
from kg.model import Kind, Mode

# "visited both countries", "the two states agreed": states and not the men who lead them
LANDS = frozenset("countries states nations lands republics capitals".split())


def named(sides: list[Side]) -> list[int]:
    return [s.official for s in sides if s.official is not None]


_APART = frozenset({"separately", "individually", "separate", "respectively", "bilaterals"})


def words_near(tree: Tree, word: Word) -> set[str]:
    return {w.lower for w in tree.children(word)}


def separately(tree: Tree, word: Word) -> bool:
    """Whether one is seen after the other: "met them separately", "receives A and B one after the other"."""
    if (words_near(tree, word) | {word.lower}) & _APART:
        return True
    if tree.vocabulary.isdisjoint(_IN_TURN):
        return False
    behind = " ".join(w.lower for w in tree.words[word.i : word.i + _BEHIND])
    return any(f" {phrase}" in behind for phrase in ("one after", "one by one", "one at a time", "in turn"))


_IN_TURN = frozenset({"one", "turn"})
_BEHIND = 16  # words behind a verb within which "one after the other" is said of those whom it names


def of_several_states(sides: list[Side]) -> bool:
    """Whether two or more are named who stand for different states."""
    return len(named(sides)) >= 2 and len({s.country for s in sides}) >= 2


def distinct(a: list[Side], b: list[Side]) -> bool:
    """Whether there are two different sides."""
    return len(unique([*a, *b])) >= 2


def abroad(a: list[Side], b: list[Side]) -> bool:
    """Whether the sides stand for different states."""
    return not {s.country for s in a} & {s.country for s in b}


@dataclass(frozen=True, slots=True)
class Party:
    """Those met at one time, with the day and the place that stand right behind them, or before."""

    sides: list[Side]
    date: DatePhrase | None = None
    place: PlacePhrase | None = None
    elsewhere: bool = False  # the only place of the clause is that of others: "A on Monday and B in Rome"

    def only(self, side: Side) -> Party:
        """One of them alone."""
        return replace(self, sides=[side])

    def draft(
        self, kind: Kind, doers: list[Side], verb: Word, tree: Tree, rule: str, mode: Mode = "in-person"
    ) -> Draft:
        """What the doers did with this party, as a draft."""
        sides = unique([*doers, *self.sides])
        return Draft(
            kind, sides, verb, tree, rule, mode=mode, date=self.date, place=self.place,
            place_stated=self.place is not None, unplaced=self.elsewhere,
        )  # fmt: skip


def parties(tree: Tree, groups: list[list[Side]]) -> list[Party]:
    """Partners, apart where a day, a place or a "then" lies between: "A on Monday and B on Tuesday"."""
    apart: list[list[Side]] = []
    for group in (unique(g) for g in groups):
        for k, s in enumerate(group):
            if k and not any(_apart(w) for w in _between(tree, group[k - 1].end, s.start)):
                apart[-1].append(s)
            else:
                apart.append([s])
    if len(apart) < 2:
        return [Party(one) for one in apart]
    out = []
    led_day, led_place = _led(tree, apart, attrgetter("day")), _led(tree, apart, attrgetter("town"))
    for k, sides in enumerate(apart):
        end = apart[k + 1][0].start if k + 1 < len(apart) else tree.end
        start = max(s.end for s in apart[k - 1]) if k else tree.start
        behind = _own(_between(tree, max(s.end for s in sides), max(end, sides[-1].end)))
        ahead = _between(tree, start, sides[0].start)
        dates = _dates(ahead[::-1] if led_day else behind)
        if not led_day and not dates and k and len(_dates(ahead)) > 1:
            dates = _dates(ahead)[1:]  # "A on Monday and, *later in the week*, with B in Rome"
        near = ahead[::-1] if led_place else behind
        place = next((w.place for w in near if w.place is not None and w.mention is None), None)
        out.append(Party(sides, dates[0] if dates else None, place))
    if led_place or out[0].place is not None or not any(p.place is not None for p in out):
        return out
    before = any(w.place is not None for w in _between(tree, tree.start, apart[0][0].start))
    return [replace(p, elsewhere=p.place is None and not before) for p in out]


def _dates(words: list[Word]) -> list[DatePhrase]:
    found = [w.day for w in words if w.day is not None]
    return list(dict.fromkeys(found))


def _led(tree: Tree, apart: list[list[Side]], told: Callable[[Word], object]) -> bool:
    """Whether the days, or the places, stand before the partners: "in Rome with A and in Paris with B"."""
    last = max(s.end for s in apart[-1])
    behind = any(told(w) for w in _own(_between(tree, last, tree.end)))
    return not behind and any(told(w) for w in _between(tree, tree.start, apart[0][0].start))


_MARGINS = frozenset(
    "sidelines margins fringes margin sideline summit assembly conference forum bilateral bilaterals bilaterally series".split()
)
_AT_ONCE = frozenset(
    "together jointly joint trilateral quadrilateral three-way four-way tripartite trilaterally simultaneously round-table "
    "roundtable all both group collectively host hosted hosts hosting gather gathered talks".split()
)
_MANY = 3  # leaders of as many states whom one meets are oftener met in turn than at one table


def bilaterally(tree: Tree, doers: list[Side], partners: list[Side]) -> bool:
    """Whether one meets several in turn: "will see A, B and C", "met A and B on the sidelines of the summit"."""
    states = {s.country for s in partners}
    if len(doers) != 1 or len(partners) < 2 or len(states) < len(partners) or doers[0].country in states:
        return False
    if any(s.official is None for s in [*doers, *partners]) or any(w.lower in _AT_ONCE for w in tree):
        return False
    return len(partners) >= _MANY or any(w.lower in _MARGINS for w in tree)


def _between(tree: Tree, start: int, end: int) -> list[Word]:
    return [w for w in tree if start <= w.start and w.end <= end]


def _own(words: list[Word]) -> list[Word]:
    """The words up to the next finite verb: what follows it is told of something else."""
    stop = next((k for k, w in enumerate(words) if w.tag in ("VBD", "VBZ", "VBP", "MD", "WRB", "WDT")), None)
    return words[:stop]


_THEN = frozenset("then later afterwards subsequently".split())


def _apart(word: Word) -> bool:
    """Whether a word tells one occasion from the next: "A *on Monday* and B", "A *over lunch* and B *over dinner*"."""
    return bool(word.day or word.town) or word.lower in _THEN or (word.lower in MEALS and word.dep == "pobj")


def each_other(tree: Tree, verb: Word) -> bool:
    """ "faced one another", "looked at each other"."""
    near = [*objects(tree, verb), *(p for g in groups_after(tree, verb, "to", "with", "at") for p in g)]
    return any(
        w.lower in ("other", "another", "one")
        and {"each", "another"} & {w.lower, *(c.lower for c in tree.children(w))}
        for w in near
    )


# What may be shared from afar: "shared the need to act", "shared her concern with him".
OPINIONS = frozenset(
    "need view views opinion opinions concern concerns assessment assessments understanding recognition perception "
    "conviction belief vision hope hopes position positions goal goals aim aims interest interests value values "
    "responsibility intelligence information data experience experiences history border borders commitment desire "
    "determination sentiment sentiments fear fears worry worries outlook analysis details lessons".split()
)
