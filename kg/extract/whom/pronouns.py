"""Whom a pronoun means: the grammar rules people out, and what the text has been about picks among the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from kg.extract.clause.hedges import looking_ahead
from kg.extract.sentence.grammar import (
    after,
    agents,
    clause_words,
    is_verb,
    names_official,
    objects,
    subject,
    verb_above,
)
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.triggers import lookup
from kg.extract.wordings import RECEIVING

if TYPE_CHECKING:
    from kg.extract.whom.discourse import Discourse

HE = frozenset("he him himself she her herself his hers".split())
_SHE = frozenset("she her herself hers".split())
_OBJECTS = ("dobj", "dative", "iobj", "pobj")
# "hung a medal round *his neck*"
BODY = frozenset("neck chest breast shoulders shoulder lapel wrist finger head".split())
_AT_TABLE = frozenset("host hosts hostess guest guests visitor".split())
_OFTEN = 3  # sentences about somebody that make a story his
_COMINGS = frozenset("visit arrival coming return presence trip stay".split())
_REACH = 3  # sentences whose subject a pronoun picks up


def pronoun(talk: Discourse, tree: Tree, word: Word, exclude: Iterable[int] = ()) -> Side | None:
    """The one that "he" or "her" means: the subject of the clause above or before, here or further up.

    None if it is one of those in `exclude`, who have been counted.
    """
    want = "she" if word.lower in _SHE else "he"
    barred, listed = {*impossible(talk, tree, word), *_misplaced(talk, tree, word)}, set(exclude)

    _before(talk, tree, word)
    here = talk.said.get(tree.number, [])
    others = {s.official for i, s in here if (tree.words[i].lower in _SHE) != (want == "she")}
    barred |= {o for o in others if o is not None}  # who has been "he" in this sentence is not "she"

    def known(official: int | None) -> bool:
        return official is not None and official not in barred and talk.gender.get(official) == want

    def fits(official: int | None) -> bool:
        return official is None or (official not in barred and talk.gender.get(official, want) == want)

    if tree.continued and not here and word.dep in _OBJECTS:  # "…, to soften *him*; X gave *him* dinner"
        for _, side in reversed(talk.said.get(tree.number - 1, [])):
            if side.official is not None and known(side.official):
                return _note(talk, tree, word, Side(side.official, side.country, word.start, word.end))
    nearer = _nearer_subject(talk, tree, word, fits)
    for i, side in reversed(here):
        if nearer < i < word.i and side.official is not None and fits(side.official):
            one = Side(side.official, side.country, word.start, word.end)
            return None if one.official in listed else _note(talk, tree, word, one)
    tests = (known, fits) if want == "she" else (fits,)  # most officials whose gender is unknown are men
    found = next((s for t in tests if (s := _referent(talk, tree, word, t)) is not None), None)
    if found is None or (found.official is None and found.country is None):
        return None
    if found.official is None:  # "the U.S. official … he": the one of that state of whom the text spoke
        spoken = [s.official for s in reversed(talk.subjects) if s.official is not None] + talk.recent[::-1]
        named = [o for o in spoken if talk.by_local[o].country == found.country and fits(o)]
        found = talk.side(named[0], word) if named else found
    return None if found.official is not None and found.official in listed else _note(talk, tree, word, found)


def _before(talk: Discourse, tree: Tree, word: Word) -> None:
    """Settle first whom the pronoun before means: "X heard *him* out, and to Rome, where *he* …" goes on about him."""
    said = {i for i, _ in talk.said.get(tree.number, [])}
    earlier = [w for w in tree.words[: word.i] if w.lower in HE and w.tag == "PRP" and w.mention is None]
    if earlier and earlier[-1].i not in said:
        pronoun(talk, tree, earlier[-1])


def _nearer_subject(talk: Discourse, tree: Tree, word: Word, fits: Callable[[int | None], bool]) -> int:
    """Where the clauses above a pronoun name their subject: "he rang X, and X came to Rome, where *he* …" is X."""
    named = [
        w.i
        for verb in tree.ancestors(word)
        for w in tree.children(verb, "nsubj", "nsubjpass")
        if w.i < word.i
        and w.mention is not None
        and w.mention.kind == "name"
        and w.mention.official is not None
        if fits(w.mention.official)
    ]
    return max(named, default=-1)


def _note(talk: Discourse, tree: Tree, word: Word, found: Side) -> Side:
    """Keeps in mind whom a subject pronoun meant: the next in the sentence means the same."""
    said = talk.said.setdefault(tree.number, [])
    if word.lower in _SHE and found.official is not None:
        talk.gender.setdefault(found.official, "she")
    personal = word.dep in ("nsubj", "nsubjpass", *_OBJECTS) and word.tag == "PRP"
    if personal and all(i != word.i for i, _ in said):
        said.append((word.i, found))
    return found


def impossible(talk: Discourse, tree: Tree, word: Word) -> Iterator[int]:
    """Whom the pronoun cannot mean: "X received him" is not about X twice, nor is "he received X"."""
    verb, head = verb_above(tree, word), tree.head(word)
    if verb is None or head is None or word.lower.endswith("self"):
        return
    if word.dep == "conj" and head.mention is not None and head.mention.official is not None:
        yield head.mention.official  # "X and he"
    worn = word.tag == "PRP$" and head.lower in BODY and head.dep == "pobj"  # "hung a medal round his neck"
    seated = word.tag == "PRP$" and head.dep == "attr" and head.lower in _AT_TABLE  # "X was his host"
    said_of = worn or seated
    if said_of or (word.tag != "PRP$" and (head is verb or tree.head(head) is verb) and word.dep in _OBJECTS):
        who = subject(tree, verb)
        if who is not None and who is not word:
            doers = [s for s in talk.sides(tree, who) if s.official is not None]
            yield from (s.official for s in doers if s.official is not None)
            if {"face", "side"} & lookup(verb.lower, "verb").keys():
                yield from _compatriots(talk, doers)
    elif word.tag == "PRP$" and head.lower in _COMINGS and looking_ahead(tree, verb):
        who = subject(tree, verb)  # "X is looking forward to *his visit*": another's
        yield from (s.official for s in talk.sides(tree, who) if s.official is not None)
    elif word.dep == "pobj" and (noun := tree.head(head)) is not None:  # "X's talks with him"
        owners = tree.children(noun, "poss")
        yield from (s.official for o in owners for s in talk.sides(tree, o) if s.official is not None)
    elif word.tag == "PRP" and word.dep in ("nsubj", "nsubjpass"):
        before = {w.mention.official for w in tree.words[: word.i] if w.mention is not None}
        for w in clause_words(tree, verb):
            official = w.mention.official if w.mention is not None and w.i > word.i else None
            if official is not None and official not in before:
                yield official


def _compatriots(talk: Discourse, doers: list[Side]) -> Iterator[int]:
    """Those of one state: "the President received him" is hardly told abroad of her own minister."""
    states = {s.country for s in doers if s.country}
    yield from (o.local for o in talk.cast.officials if len(states) == 1 and o.country in states)


def _misplaced(talk: Discourse, tree: Tree, word: Word) -> set[int]:
    """Whom the place rules out: who travels to a state is not at home there, who receives in a city of his is.

    "X met Y in Vienna. *He* will travel to Warsaw", "*He* was received by Z": neither is the Pole, nor Z's man.
    """
    verb = verb_above(tree, word)
    if verb is None or word.dep not in ("nsubj", "nsubjpass"):
        return set()
    if verb.lower not in RECEIVING:
        deeds = [verb, *tree.children(verb, "xcomp", "acomp")]
        goals = {c for v in deeds for c in _bound_for(tree, v)}
        return {o.local for o in talk.cast.officials if o.country in goals} if goals else set()
    if word.dep == "nsubjpass":
        hosts = [s for by in agents(tree, verb) if names_official(by) for s in talk.sides(tree, by)]
        return set(_compatriots(talk, hosts))
    home = {p.place.country for p in after(tree, verb, "in", "at") if p.place is not None}
    if talk.last_place is not None and any(w.lower == "there" for w in tree.children(verb, "advmod")):
        home.add(talk.last_place.country)
    near = {*talk.previous, *(s.official for s in talk.subjects[-2:] if s.official is not None)}
    at_home = {o for o in near if talk.by_local[o].country in home}
    return near - at_home if at_home else set()


def _bound_for(tree: Tree, verb: Word) -> set[str]:
    """The states to which a verb says that somebody goes, unless he goes home."""
    near = tree.children(verb, "advmod", "prt", "oprd", "npadvmod")
    goes = verb.lower == "due" or (
        "go" in lookup(verb.lower, "verb") and not verb.lower.startswith(("return", "stay"))
    )
    if not goes or any(w.lower in ("home", "back") for w in near):
        return set()
    goals = [*after(tree, verb, "to", "in", "into", "for"), *objects(tree, verb)]
    return {w.place.country for w in goals if w.place is not None}


def _referent(talk: Discourse, tree: Tree, word: Word, fits: Callable[[int | None], bool]) -> Side | None:
    """The likeliest of those who fit."""
    voice: Side | None = None
    for side in _candidates(talk, tree, word):
        if not fits(side.official):
            continue
        one = Side(side.official, side.country, word.start, word.end)
        if not _speaks_for(talk, tree, word, side.official):
            return one
        voice = voice or one
    return voice


def _speaks_for(talk: Discourse, tree: Tree, word: Word, official: int | None) -> bool:
    """ "His spokesman, X, said *he* would come": the spokesman tells of another."""
    verb = verb_above(tree, word)
    if official is None or verb is None or word.dep not in ("nsubj", "nsubjpass"):
        return False
    if talk.by_local[official].office != "spokesperson":
        return False
    says = tree.head(verb)
    who = subject(tree, says) if verb.dep == "ccomp" and says is not None and is_verb(says) else None
    return who is not None and who.mention is not None and who.mention.official == official


def _candidates(talk: Discourse, tree: Tree, word: Word) -> Iterator[Side]:
    """The candidates for a pronoun, likeliest first."""
    verb = verb_above(tree, word) if word.tag == "PRP" and word.dep in _OBJECTS else None
    doer = subject(tree, verb) if verb is not None else None  # "his Lao counterpart received *him*"
    own = doer.mention if doer is not None else None
    here = [
        w
        for w in tree.words[: word.i]
        if w.mention is not None and w.mention.kind in ("name", "title") and w.mention is not own
    ]
    subjects = [
        w for w in here if w.dep in ("nsubj", "nsubjpass", "ROOT")
    ]  # of a caption the first name is the subject
    governing = {w.i for w in tree.ancestors(word)}
    strangers = [w for w in tree if w.i < word.i and w.head in governing and _stranger(w)]
    object_ = word.tag == "PRP" and word.dep in _OBJECTS
    ranked = [
        *(w for w in reversed(subjects) if w.head in governing),
        *strangers,
        *(w for w in reversed(subjects) if not _in_relative(tree, w)),
        *_ahead(tree, word),
        *[w for w in here if w.dep == "poss" and _meant(w)][::-1],
        *(w for w in reversed(here) if object_),  # "called on X and gave him a letter"
    ]
    yield from (_singular(talk, tree, w) for w in ranked)
    want = "she" if word.lower in _SHE else "he"
    yield from _beside(talk, tree, subjects, here, want)
    yield from _hero(talk, tree, word)
    yield from talk.subjects[-1:]
    alone = [o for o in talk.previous if talk.gender.get(o, "he") == want]
    if len(alone) == 1:  # "The kingdom heard of it from X, who passed through. He …"
        yield talk.side(alone[0], word)
    yield from talk.subjects[-2 : -_REACH - 1 : -1]
    yield from (_singular(talk, tree, w) for w in [*reversed(subjects), *here])
    yield from (talk.side(official, word) for official in reversed(talk.recent))


def _beside(talk: Discourse, tree: Tree, subjects: list[Word], here: list[Word], want: str) -> Iterator[Side]:
    """The one man of whom a sentence about a woman speaks: "Ms X spent an hour with Mr Y, and then *he* left"."""

    def of(words: list[Word]) -> set[str]:
        people = {w.mention.official for w in words if w.mention is not None}
        return {talk.gender.get(o, "") for o in people if o is not None}

    others = [w for w in here if w not in subjects and of([w]) == {want}]
    alone = len({w.mention.official for w in others if w.mention is not None}) == 1
    if subjects and alone and of(subjects) == {"he", "she"} - {want}:
        yield _singular(talk, tree, others[-1])


_SPEAKING = frozenset("said says told tells added adds".split())
_QUOTES = frozenset({'"', "“", "‘", "'", "``"})


def _hero(talk: Discourse, tree: Tree, word: Word) -> Iterator[Side]:
    """Whom the story is about, at the head of a paragraph behind one about somebody mentioned in passing.

    Who goes on speaking (" 'No,' *he* told reporters") is the speaker of the paragraph before.
    """
    verb = verb_above(tree, word)
    speaks = verb is not None and verb.lower in _SPEAKING and tree.words[0].text in _QUOTES
    if not tree.opens or not talk.subjects or speaks:
        return
    told = Counter(s.official for s in talk.subjects)
    (hero, times), *_ = told.most_common(1)
    if hero is not None and times >= _OFTEN and told[talk.subjects[-1].official] == 1:
        yield talk.side(hero, word)


def _meant(word: Word) -> bool:
    """Whether a post says whose or who: not the "predecessor" in "his predecessor's tie"."""
    return word.mention is not None and (
        word.mention.official is not None or word.mention.country is not None
    )


def _stranger(word: Word) -> bool:
    """Whether a subject is a person who is no official: a pronoun behind it means nobody whom we know."""
    named = word.tag == "NNP" and word.mention is None and word.place is None and word.date is None
    return named and word.dep in ("nsubj", "nsubjpass")


def _ahead(tree: Tree, word: Word) -> list[Word]:
    """The subject of the main clause behind a clause that opens the sentence: "Before he left, X met Y"."""
    for above in tree.ancestors(word):
        if above.dep in ("advcl", "pcomp", "prep") and above.head > word.i:
            main = tree.head(above)
            if main is not None and is_verb(main):
                named = [
                    w
                    for w in tree.children(main, "nsubj", "nsubjpass")
                    if above.i < w.i < main.i and w.mention is not None and w.mention.kind == "name"
                ]
                if named:
                    return named
    words, verb = list(tree), tree.head(word)
    own = verb is not None and verb.head == verb.i and word.dep == "nsubj" and is_verb(verb)
    if words[0].tag != "IN" or own:  # "In Rome *he will* see X before the others come in, Y among them"
        return []
    comma = next((w.i for w in words if w.i > word.i and w.text == ","), len(words))
    after = words[comma + 1 : comma + 2]  # the parser may have taken the subject for one more place
    return [w for w in after if w.mention is not None and w.mention.kind == "name"]


def _singular(talk: Discourse, tree: Tree, word: Word) -> Side:
    """Whom a word means; a side without official and state is somebody whom the text knows and we do not."""
    m = word.mention
    if m is not None and m.official is not None:
        return talk.side(m.official, word)
    if m is not None and word.lower in _AT_TABLE:  # "X heard his guest out and gave *him* lunch"
        return next(iter(talk.sides(tree, word)), Side(None, m.country, word.start, word.end))
    return Side(None, m.country if m is not None else None, word.start, word.end)


def _in_relative(tree: Tree, word: Word) -> bool:
    return any(w.dep in ("relcl", "acl") for w in [word, *tree.ancestors(word)])
