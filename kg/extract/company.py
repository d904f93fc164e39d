"""What the rules about meetings, calls and agreements share: who is named, who is apart, which line."""

from __future__ import annotations

from kg.extract.grammar import is_verb
from kg.extract.sides import Side, unique
from kg.extract.tree import Tree, Word

WIRE = frozenset(
    "phone telephone phoned telephoned videoconference teleconference video-conference videolink video-link "
    "telephonic video virtual virtually zoom line hotline call calls".split()
)


def by_wire(tree: Tree, word: Word) -> bool:
    """Whether the clause around a word speaks of a phone or video link."""
    near = tree.subtree(word)
    head = tree.head(word)
    if head is not None and (is_verb(head) or head.dep == "prep"):
        near = near + tree.children(head)
        near += [c for p in tree.children(head, "prep", "prt", "advmod") for c in tree.children(p, "pobj")]
    return any(n.lower in WIRE and n.mention is None for n in near)


def named(sides: list[Side]) -> list[int]:
    return [s.official for s in sides if s.official is not None]


_APART = frozenset({"separately", "individually", "separate", "respectively"})


def words_near(tree: Tree, word: Word) -> set[str]:
    return {w.lower for w in tree.children(word)}


_ALL_AT_ONCE = frozenset(
    "conference videoconference summit virtual joint trilateral three-way quadrilateral screen".split()
)


def joint(tree: Tree, word: Word) -> bool:
    """Whether a call has all on one line: a conference, a virtual summit."""
    return any(w.lower in _ALL_AT_ONCE for w in tree.subtree(word))


def separately(tree: Tree, word: Word) -> bool:
    return bool(words_near(tree, word) & _APART)


def distinct(a: list[Side], b: list[Side]) -> bool:
    """Whether there are two different sides."""
    return len(unique([*a, *b])) >= 2


def abroad(a: list[Side], b: list[Side]) -> bool:
    """Whether the sides stand for different states."""
    return not {s.country for s in a} & {s.country for s in b}
