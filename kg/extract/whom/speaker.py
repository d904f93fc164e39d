"""Who says "I": the author of a statement, or whoever is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.records import Cast, Mention
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.page.records import Page

if TYPE_CHECKING:
    from kg.extract.whom.discourse import Discourse

I = frozenset("i me my mine myself".split())  # noqa: E741  # the word itself
WE = frozenset("we us our ours ourselves".split())
_SPEECH = re.compile(
    r"\b(?:statement|remarks|speech|address|column|comments|testimony|toast|opinion|op-ed|lecture|intervention)\b"
    r"[^.]{0,30}?\b(?:by|of|from)\b|^\s*by\b",
    re.IGNORECASE,
)
_LINE = 140  # characters of the longest line that is a heading
_EDGE = 8  # lines at the top or the end of a page where a speaker's name stands alone


def author(page: Page, cast: Cast) -> int | None:
    """The official whose own words the article is: named after "statement by", or alone on a line as a signature."""
    names = [m for m in cast.mentions if m.kind == "name" and m.official is not None]
    for m in names:
        line = page.text.rfind("\n", 0, m.start) + 1
        end = page.text.find("\n", m.end)
        if end - line < _LINE and _at_the_edge(page.text, line) and _SPEECH.search(page.text[line : m.start]):
            return m.official
    for m in reversed(names):
        line = page.text.rfind("\n", 0, m.start) + 1
        if _at_the_edge(page.text, line) and _alone(page.text, line, m):
            return m.official
    return None


def _alone(text: str, line: int, m: Mention) -> bool:
    end = text.find("\n", m.end)
    rest = text[line : m.start] + text[m.end : end if end >= 0 else len(text)]
    return len(rest.strip(" ,.-–—")) <= 2 and m.name_end - m.name_start > 4


def _at_the_edge(text: str, at: int) -> bool:
    before = [x for x in text[:at].split("\n") if x.strip()]
    after = [x for x in text[at:].split("\n") if x.strip()]
    return len(before) < _EDGE or len(after) <= _EDGE


def first_person(talk: Discourse, tree: Tree, word: Word) -> list[Side]:
    """Whom "I" means, and with "we" those of whom it speaks together with the speaker."""
    who = None if _in_quotes(tree, word) else talk.speaker
    if who is None:
        return []
    if word.lower in WE:
        for group in reversed(talk.groups):
            if any(s.official == who for s in group):
                return list(group)
    return [talk.side(who, word)]


def _in_quotes(tree: Tree, word: Word) -> bool:
    before = [w.text for w in tree.words[: word.i]]
    after = [w.text for w in tree.words[word.i :]]
    opened = sum(t in ("``", '"', "“") for t in before) - sum(t in ("''", "”") for t in before)
    return opened > 0 or (opened == 0 and any(t in ("''", "”") for t in after) and "“" not in after)
