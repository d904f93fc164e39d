"""Who took part, told as a list: "the summit brought together A, B and C", "attending the talks were A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import BE, after, is_noun, is_verb, names_official, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse

_UNITING = frozenset(
    "brought bring brings bringing gathered gathers gather united unites unite grouped groups group reunited drew draws "
    "draw attracted attracts included includes include involved involves involve featured features assembled "
    "convened joined comprised comprises".split()
)
_COUNTING = BE | frozenset(
    "include includes included including comprise comprised comprises feature featured".split()
)
_PRESENT = frozenset(
    "attending attendance present participating participants attendees delegates partaking invitees dignitaries".split()
)
_LEADING = frozenset(
    "leaders leader heads presidents premiers ministers guests officials dignitaries".split()
)
_CUES = _PRESENT | {"attended", "hand"}
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def rosters(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The gatherings that a sentence tells of by listing who came."""
    if tree.vocabulary.isdisjoint(_UNITING | _CUES | {"leaders", "heads"}):
        return
    for verb in tree:
        if not is_verb(verb):
            continue
        people = _united(tree, talk, verb) or _listed(tree, talk, verb)
        if len({s.country for s in people if s.country}) >= 2:
            yield Draft("meeting", people, verb, tree, "roster", mode="multilateral")


_SIGNERS = frozenset("signatories signatory signers cosignatories co-signatories".split())
_SIGN = frozenset("signed signing sign signatures signature names".split())


def signers(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """ "Among those who signed were A, B and C", "the signatories included D and E": who put their names to it."""
    if tree.vocabulary.isdisjoint(_SIGNERS | {"those"}) or tree.vocabulary.isdisjoint(_SIGNERS | _SIGN):
        return
    for verb in tree:
        if not is_verb(verb) or verb.lower not in _COUNTING:
            continue
        before = tree.words[: verb.i]
        said = {w.lower for w in before}
        told = bool(said & _SIGNERS) or ("those" in said and bool(said & _SIGN))
        people = _names(tree, talk, verb) if told and not any(names_official(w) for w in before) else []
        if len({s.country for s in people if s.country}) >= 2:
            yield Draft("agreement", people, verb, tree, "sign-verb")


def roll_call(tree: Tree, talk: Discourse) -> list[Side]:
    """Those whom a sentence says to be there too, at whatever was told of before: "also present were A and B"."""
    if tree.vocabulary.isdisjoint(_CUES):
        return []
    return unique(
        s for verb in tree if is_verb(verb) for s in _listed(tree, talk, verb) if s.official is not None
    )


def _united(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """ "The conference in Quito gathered A, B and C": what the gathering itself is said to do."""
    if verb.lower not in _UNITING or passive(tree, verb):
        return []
    who = subject(tree, verb)
    if who is None or who.mention is not None or not _event(who):
        return []
    if any(c.date is None for c in tree.children(who, "poss")):
        return []  # "her other appointments include A and B": one by one
    if verb.lower.startswith("br") and not any(c.lower == "together" for c in tree.children(verb)):
        return []
    return unique(s for o in objects(tree, verb) for s in talk.sides(tree, o))


def _event(word: Word) -> bool:
    return is_noun(word) and bool(lookup(word.lower, "noun").keys() & {"talk", "gathering"})


def _listed(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """ "Attending the summit were A and B", "other leaders present include A", "A and B are in attendance"."""
    if verb.lower not in _COUNTING or tree.vocabulary.isdisjoint(_CUES | _LEADING):
        return []
    start = next((w.i + 1 for w in reversed(tree.words[: verb.i]) if w.tag in _FINITE or w.text in ";:"), 0)
    before = tree.words[start : verb.i]
    event = next((w for w in before if _event(w)), None)
    cued = any(w.lower in _PRESENT for w in before) or (
        event is not None and any(w.lower in _LEADING and _at(tree, w, event) for w in before)
    )
    if cued and not any(names_official(w) for w in before):
        return _names(tree, talk, verb)
    if verb.lower in BE and _said_present(tree, verb):
        return talk.actors(tree, verb)
    return []


def _at(tree: Tree, word: Word, event: Word) -> bool:
    """ "*Leaders* at the summit"."""
    return any(p is event for p in after(tree, word, "at", "in", "to"))


def _said_present(tree: Tree, verb: Word) -> bool:
    """ "A, B and C were present", "are in attendance", "were on hand"."""
    if any(c.lower == "present" for c in tree.children(verb, "acomp", "attr", "advmod")):
        return True
    return any(p.lower in ("attendance", "hand") for p in after(tree, verb, "in", "on"))


def _names(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """The officials named behind a verb, those of clauses about one of them left out."""
    aside = {
        x.i
        for w in tree.words[verb.i :]
        if w.dep in ("relcl", "advcl", "ccomp") and is_verb(w)
        for x in tree.subtree(w)
    }
    return unique(talk.named_in(w for w in tree.words[verb.i + 1 :] if w.i not in aside))
