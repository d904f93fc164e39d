"""Who is meant: names, posts, pronouns and groups, resolved while the article is read from the top."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from kg.extract.grammar import is_verb, subject
from kg.extract.places import PlacePhrase
from kg.extract.records import Cast, Mention
from kg.extract.tree import Tree, Word
from kg.model import OfficialClaim
from kg.reference import scan, senses

_HE = frozenset("he him himself she her herself his hers".split())
_SHE = frozenset("she her herself hers".split())
_THEY = frozenset("they them themselves both their each".split())
_WHO = frozenset("who whom that which whose".split())
_NUMBERS = {
    "two": 2,
    "both": 2,
    "pair": 2,
    "duo": 2,
    "couple": 2,
    "three": 3,
    "trio": 3,
    "troika": 3,
    "four": 4,
    "five": 5,
}
# Nouns that stand for representatives of a state; with a state beside them they are a side of an event.
REPRESENTATIVES = frozenset(
    "delegation delegations team teams official officials diplomat diplomats negotiator negotiators minister "
    "ministers leader leaders envoy envoys representative representatives side sides counterpart counterparts "
    "colleague colleagues host hosts guest guests visitor visitors pair duo trio men women presidents president "
    "premiers premier chancellor government governments authorities expert experts ambassador ambassadors general "
    "generals chief chiefs countries nations states neighbours neighbors allies parties party "
    "administration opposite-number number head heads "
    "royals king queen emir prime premier one two three both statesmen politicians "
    "sherpas troika mediators mediator interlocutor interlocutors delegates mission commander commanders".split()
)
_PLURAL_TAGS = ("NNS", "NNPS", "CD", "DT")


@dataclass(frozen=True, slots=True)
class Side:
    """One party of an event: an official, or unnamed representatives of a state or body."""

    official: int | None
    country: str | None
    start: int
    end: int


@dataclass(slots=True)
class Discourse:
    """What the reader keeps in mind from sentence to sentence."""

    cast: Cast
    home: str | None = None
    by_local: dict[int, OfficialClaim] = field(default_factory=dict)
    subjects: list[Side] = field(default_factory=list)  # who sentences were about, latest last
    recent: list[int] = field(default_factory=list)  # officials mentioned, latest last
    groups: list[tuple[Side, ...]] = field(default_factory=list)  # sets spoken of together, latest last
    _said: dict[int, list[tuple[int, Side]]] = field(default_factory=dict)  # pronouns resolved in a sentence
    gender: dict[int, str] = field(default_factory=dict)
    text: str = ""
    scene: PlacePhrase | None = None  # where the story is told from: the dateline's city, or the home capital
    last_place: PlacePhrase | None = None  # the latest city that the text named
    process: tuple[str, ...] = ()  # the states of the latest talks spoken of: "its next round" is theirs

    def __post_init__(self) -> None:
        self.by_local = {o.local: o for o in self.cast.officials}
        for o in self.cast.officials:
            if _plain(o.name.split()[0]) in _women() or re.search(
                r"woman\b|^(queen|princess)", (o.role or "").lower()
            ):
                self.gender[o.local] = "she"
        for m in self.cast.mentions:
            if m.kind == "name" and m.official is not None:
                lead = self.text[max(0, m.start - 5) : m.name_start].lower()
                if re.search(r"\b(mr|sir|king|prince|sheikh|lord)\b", lead):
                    self.gender.setdefault(m.official, "he")
                elif re.search(r"\b(mrs|ms|miss|queen|princess|lady|madam)\b", lead):
                    self.gender.setdefault(m.official, "she")

    # -- moving on

    def heard(self, mentions: Iterable[Mention]) -> None:
        """Take note of the officials of a sentence, in order."""
        for m in mentions:
            if m.official is not None:
                self.recent.append(m.official)
        del self.recent[:-40]

    def leading(self, side: Side) -> None:
        """Take note of whom a sentence was about."""
        self.subjects.append(side)
        del self.subjects[:-20]

    def together(self, sides: Sequence[Side]) -> None:
        """Take note of several who were spoken of together."""
        if len(sides) >= 2:
            self.groups.append(tuple(sides))
            del self.groups[:-8]

    # -- looking up

    def side(self, official: int, word: Word) -> Side:
        """The side that an official stands for."""
        return Side(official, self.by_local[official].country, word.start, word.end)

    def pronoun(self, tree: Tree, word: Word, exclude: Iterable[int] = ()) -> Side | None:
        """The one that "he" or "her" means: the subject of the clause above or before, here or further up."""
        barred = set(exclude)
        want = "she" if word.lower in _SHE else "he"

        def fits(official: int | None) -> bool:
            return official is None or (official not in barred and self.gender.get(official, want) == want)

        for i, side in reversed(self._said.get(tree.number, [])):
            if (
                i < word.i
                and fits(side.official)
                and side.official is not None
                and self.gender.get(side.official, want) == want
            ):
                return Side(side.official, side.country, word.start, word.end)
        found = self._referent(tree, word, fits)
        if found is None:
            return None
        if found.official is not None:
            self.gender.setdefault(found.official, want)
        if word.dep in ("nsubj", "nsubjpass"):
            self._said.setdefault(tree.number, []).append((word.i, found))
        return found

    def _referent(self, tree: Tree, word: Word, fits: Callable[[int | None], bool]) -> Side | None:
        """The candidates for a pronoun, likeliest first."""
        here = [w for w in tree if w.i < word.i and w.mention and w.mention.kind in ("name", "title")]
        subjects = [w for w in here if w.dep in ("nsubj", "nsubjpass")]
        governing = {w.i for w in tree.ancestors(word)}
        for ranked in (
            [w for w in reversed(subjects) if w.head in governing],
            [w for w in reversed(subjects) if not _in_relative(tree, w)],
            [w for w in here if w.dep == "poss"][::-1],
        ):
            for w in ranked:
                side = self._singular(w)
                if side is not None and fits(side.official):
                    return side
        for side in self.subjects[:-4:-1]:
            if fits(side.official):
                return Side(side.official, side.country, word.start, word.end)
        for w in [*reversed(subjects), *here]:
            side = self._singular(w)
            if side is not None and fits(side.official):
                return side
        for official in reversed(self.recent):
            if fits(official):
                return self.side(official, word)
        return None

    def _singular(self, word: Word) -> Side | None:
        m = word.mention
        if m is None:
            return None
        if m.official is not None:
            return self.side(m.official, word)
        return Side(None, m.country, word.start, word.end) if m.country else None

    def national(self, tree: Tree, word: Word, exclude: Iterable[int]) -> list[Side]:
        """ "the American": the official of that state last spoken of, else somebody unnamed."""
        if not any(d.lower == "the" for d in tree.children(word, "det")) or word.tag in ("NNS", "NNPS"):
            return []
        codes = [x.code for x in senses(word.text) if x.kind == "demonym"]
        if not codes:
            return []
        barred = set(exclude)
        for official in reversed(self.recent):
            if official not in barred and self.by_local[official].country == codes[0]:
                return [self.side(official, word)]
        return [Side(None, codes[0], word.start, word.end)]

    def sides(self, tree: Tree, word: Word | None, exclude: Iterable[int] = (), depth: int = 0) -> list[Side]:
        """The sides that a noun phrase names, its coordinated parts and appositions included."""
        if word is None or depth > 12:
            return []
        named = [
            s for child in tree.children(word, "appos") for s in self.sides(tree, child, exclude, depth + 1)
        ]
        if any(s.official is not None for s in named) and (
            word.mention is None or word.mention.official is None
        ):
            out = named  # "the two ministers, X and Y"
        else:
            out = self._own(tree, word, exclude, depth)
        for child in tree.children(word, "conj"):
            if not is_verb(child):
                out = out + self.sides(tree, child, exclude, depth + 1)
        if (
            len(out) > 1
            and word.tag in _PLURAL_TAGS
            and word.mention is not None
            and word.mention.kind == "group"
        ):
            named_here = [s for s in out if s.official is not None]
            if named_here and {s.country for s in out if s.official is None} <= {
                s.country for s in named_here
            }:
                out = named_here  # "the presidents of X and Y, A and B": misread as a list of four
        named = [s for p in self._including(tree, word) for s in self.sides(tree, p, exclude, depth + 1)]
        if named:  # "officials, including X and Y": the named stand for their states
            out = [
                s for s in out if s.official is not None or s.country not in {n.country for n in named}
            ] + named
        return unique(out)

    @staticmethod
    def _including(tree: Tree, word: Word) -> list[Word]:
        if word.mention is not None and word.mention.kind == "name":
            return []
        return [
            p
            for prep in tree.children(word, "prep")
            if prep.lower == "including"
            for p in tree.children(prep, "pobj")
        ]

    def _own(self, tree: Tree, word: Word, exclude: Iterable[int], depth: int) -> list[Side]:
        m = word.mention
        if m is not None and m.official is not None:
            return [] if m.official in set(exclude) else [self.side(m.official, word)]
        if word.lower in _WHO and word.tag.startswith(("W", "DT", "IN")):
            return self._antecedent(tree, word, exclude, depth)
        if word.lower in _HE and word.tag.startswith("PRP"):
            one = self.pronoun(tree, word, exclude)
            return [one] if one is not None else []
        if word.lower in _THEY and word.tag.startswith(("PRP", "DT", "PDT", "CC")):
            return self.they(tree, word, exclude, depth + 1)
        if m is not None and m.kind == "party":
            return [Side(None, m.country, m.start, m.end)] if m.country else []
        if m is not None and m.kind in ("group", "title"):
            return self._group(tree, word, m, exclude, depth)
        if word.lower in REPRESENTATIVES or word.tag == "CD":
            return self._group(tree, word, None, exclude, depth)
        return self.national(tree, word, exclude)

    def _antecedent(self, tree: Tree, word: Word, exclude: Iterable[int], depth: int) -> list[Side]:
        for above in tree.ancestors(word):
            if above.dep in ("relcl", "acl"):
                head = tree.head(above)
                return self.sides(tree, head, exclude, depth + 1) if head is not None else []
        return []

    def they(self, tree: Tree, word: Word, exclude: Iterable[int] = (), depth: int = 0) -> list[Side]:
        """ "they": those coordinated as a subject before it in the sentence, else the latest group."""
        for w in reversed(tree.words[: word.i]):
            if w.dep in ("nsubj", "nsubjpass") and any(c.dep == "conj" for c in tree.children(w)):
                plural = self.sides(tree, w, exclude, depth + 1)
                if len(plural) >= 2:
                    return plural
        return list(self.groups[-1]) if self.groups else []

    def _group(
        self, tree: Tree, word: Word, m: Mention | None, exclude: Iterable[int], depth: int
    ) -> list[Side]:
        led = [
            s
            for verb in tree.children(word, "acl")
            if verb.lower in ("led", "headed", "chaired", "including", "comprising")
            for by in tree.children(verb, "agent", "prep", "dobj")
            for p in [by, *tree.children(by, "pobj")]
            for s in self.sides(tree, p, exclude, depth + 1)
        ]
        if led:
            return led
        copula = tree.head(word)
        if word.dep == "attr" and copula is not None and word.mention is None and depth < 6:
            same = self.sides(tree, subject(tree, copula), exclude, depth + 1)
            if same:  # "X was the first leader to meet Y"
                return same
        countries = self.countries_in(tree, word, m)
        if countries:
            return [Side(None, c, word.start, word.end) for c in countries]
        below = {w.lower for w in tree.children(word, "nummod", "det", "amod", "predet", "compound")} | {
            word.lower
        }
        number = next((n for w, n in _NUMBERS.items() if w in below), 0)
        if number or (
            word.tag in _PLURAL_TAGS
            and word.lower
            in ("sides", "men", "leaders", "ministers", "presidents", "counterparts", "parties")
        ):
            for group in reversed(self.groups):
                if number in (0, len(group)) and self._hold(group, word.lower.rstrip("s")):
                    return list(group)
            return self._latest(number, word) if number else []
        return []

    def _hold(self, group: Sequence[Side], office: str) -> bool:
        """Whether the named of a group hold an office such as "minister", where one is asked for."""
        if office not in ("minister", "president", "premier", "king", "ambassador"):
            return True
        roles = [(self.by_local[s.official].role or "").lower() for s in group if s.official is not None]
        return all(_is_office(office, role) for role in roles if role)

    def _latest(self, number: int, word: Word) -> list[Side]:
        """The last so many officials of different states that the text spoke of, for "the two ministers"."""
        kind = word.lower.rstrip("s")
        found: list[int] = []
        for official in reversed(self.recent):
            o = self.by_local[official]
            fits = kind not in ("minister", "president", "premier") or _is_office(
                kind, (o.role or "").lower()
            )
            if official not in found and fits and all(o.country != self.by_local[f].country for f in found):
                found.append(official)
            if len(found) == number:
                return [self.side(f, word) for f in reversed(found)]
        return []

    def countries_in(self, tree: Tree, word: Word, m: Mention | None) -> list[str]:
        """The states named within a noun phrase: "Thai and Cambodian ministers", "the leaders of X and Y"."""
        spans = [(m.start, m.end)] if m else []
        for child in tree.children(word, "amod", "compound", "poss", "nmod"):
            below = tree.subtree(child)
            spans.append((below[0].start, below[-1].end))
        for prep in tree.children(word, "prep"):
            if prep.lower in ("of", "from"):
                for p in tree.children(prep, "pobj"):
                    below = [
                        w
                        for w in tree.subtree(p)
                        if w.dep in ("pobj", "conj", "compound", "amod", "poss", "appos", "nmod", "det")
                    ]
                    spans += [(w.start, w.end) for w in below]
        found: list[str] = []
        for start, end in spans:
            for _, _, meanings in scan(self.text, start, end):
                kinds = ("state", "demonym", "body", "capital", "seat")
                if meanings[0].kind in kinds and meanings[0].code not in found:
                    found.append(meanings[0].code)
        if m is not None and m.country and m.country not in found:
            found.append(m.country)
        return found


def _is_office(office: str, role: str) -> bool:
    """Whether "the ministers" and the like may mean the holder of a role; a prime minister is a premier."""
    if office == "premier":
        return "prime" in role or "premier" in role or "chancellor" in role
    return office in role and not (
        office == "minister" and "prime minister" in role and "foreign" not in role
    )


@cache
def _women() -> frozenset[str]:
    text = files("kg.extract").joinpath("women.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def unique(sides: Iterable[Side]) -> list[Side]:
    """Each official once; a state's unnamed side only where none of its officials stands."""
    out: list[Side] = []
    for s in sides:
        if s.official is not None and any(o.official == s.official for o in out):
            continue
        if s.official is None and any(o.official is None and o.country == s.country for o in out):
            continue
        out.append(s)
    return out


def _in_relative(tree: Tree, word: Word) -> bool:
    return any(w.dep in ("relcl", "acl") for w in [word, *tree.ancestors(word)])


def center(tree: Tree, discourse: Discourse) -> Side | None:
    """Whom the sentence is about: whoever it speaks of by a pronoun, else the subject of its main verb.

    What the last sentence was about is what a pronoun picks up (centering): "the President gave him a
    medal. He will also meet …" goes on about him.
    """
    for w in tree:
        if w.lower in _HE and w.tag.startswith("PRP") and w.mention is None:
            one = discourse.pronoun(tree, w)
            if one is not None and one.official is not None:
                return one
            break
    return main_subject(tree, discourse)


def main_subject(tree: Tree, discourse: Discourse) -> Side | None:
    """The subject of the main verb, else the first named."""
    root = next((w for w in tree if w.head == w.i), None)
    if root is not None:
        lead = subject(tree, root) if is_verb(root) else root
        if lead is not None and lead.tag not in ("NNS", "NNPS"):
            for s in discourse.sides(tree, lead):
                if s.official is not None or (lead.mention is not None and lead.mention.kind == "title"):
                    return s
    first = next((w for w in tree if w.mention and w.mention.official is not None), None)
    return (
        discourse.side(first.mention.official, first)
        if first and first.mention and first.mention.official
        else None
    )
