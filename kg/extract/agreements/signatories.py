"""Whom an agreement binds: its signatories, else those in whose presence or at whose talks it was made."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.meetings.talks import parties_of
from kg.extract.sentence.grammar import (
    after,
    agents,
    clause_words,
    helpers,
    is_verb,
    objects,
    passive,
    subject,
    verb_above,
)
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.where.sites import nearest_place
from kg.extract.whom.company import LANDS
from kg.extract.whom.discourse import Discourse

_LOOKING = frozenset(
    "look looks looked looking watch watches watched watching witness witnessed witnesses witnessing stand stood "
    "standing stands oversee oversaw overseen preside presided presiding applaud applauded applauding see saw "
    "attend attended attending sit sat beam beamed beaming smile smiled smiling".split()
)
_PRESENCE = frozenset("presence eyes eye gaze company front attendance watch".split())
_JOURNEY = frozenset("visit trip tour stay journey stopover".split())
_REACH = 6  # sentences back within which "the accord was signed" still speaks of the talks told of last
_CLOSE = 2  # the same, where somebody unknown signed it: "signed by the two agencies"


def pact(word: Word | None) -> bool:
    """Whether a word is one for an agreement: "treaty", "accord"."""
    return word is not None and "pact" in lookup(word.lower, "noun")


def signatories(tree: Tree, talk: Discourse, verb: Word, what: Word | None) -> list[Side]:
    """The sides of an agreement that a verb concludes; `what` is the word for the agreement."""
    sides = _doers(tree, talk, verb)
    if not two_states(sides):
        sides = unique(sides + _alongside(tree, talk, verb, sides))
    if what is not None:
        sides = unique(sides + parties_of(tree, talk, what))
        if not two_states(sides):
            sides = unique(sides + _makers(tree, talk, what))
    return with_witnesses(tree, talk, verb, sides)


def _makers(tree: Tree, talk: Discourse, what: Word) -> list[Side]:
    """Who made an agreement before: "the treaty *that X and Y agreed* in May was signed", "…, *initialled by X and Y*, …"."""
    made = [v for v in tree.children(what, "relcl", "acl") if "sign" in lookup(v.lower, "verb")]
    return [s for v in made for s in _doers(tree, talk, v)]


def with_witnesses(tree: Tree, talk: Discourse, word: Word, sides: list[Side]) -> list[Side]:
    """The sides, and where none of them is named those in whose presence it happens."""
    if any(s.official is not None for s in sides):
        return sides
    return unique(sides + witnesses(tree, talk, word))


def understood(tree: Tree, talk: Discourse, word: Word, sides: list[Side]) -> tuple[list[Side], str]:
    """The sides where the words leave some of them out, and the rule that found them.

    Nobody named: those at whose talks or on whose visit it was signed; one named: the host or partner too.
    """
    if sides:
        return _abroad(tree, talk, word, sides), "signed-abroad"
    if _vague(tree, word):
        return of_the_talks(tree, talk, word), "signed-there"
    return [], ""


def of_the_talks(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    """The sides of the talks that the sentence tells of, else the states of those told of before."""
    return _at_the_talks(tree, talk, word) or _occasion(tree, talk, word)


def _vague(tree: Tree, word: Word) -> bool:
    """Whether a clause says nothing of who signs: "was signed", "ministers signed", "both sides signed"."""
    if not is_verb(word) or passive(tree, word):
        by = [a for a in agents(tree, word) if a.lower not in _WAYS]
        return all(a.lower != "powers" and (a.tag in ("NNS", "NNPS") or tree.children(a, "conj")) for a in by)
    who = subject(tree, word)
    if who is not None and who.lower in LANDS and any(w.lower != "two" for w in tree.children(who, "nummod")):
        return False  # "when six states signed": not the two of the last talks
    return who is None or _anybody(tree, who) or (who.lower in _SOMEBODY and not tree.children(who, "poss"))


_WAYS = frozenset(
    "acclamation consensus vote majority unanimity applause show ballot".split()
)  # by which it is done
_SOMEBODY = frozenset(
    "they two both sides parties ministers officials leaders countries governments delegations men presidents "
    "neighbours neighbors capitals states nations negotiators experts three four it talks meeting summit round".split()
)


def two_states(sides: Iterable[Side]) -> bool:
    """Whether the sides stand for at least two states or bodies."""
    return len({s.country for s in sides if s.country}) >= 2


def _doers(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """Who signs: "signed by X and Y", "X signed with Y"."""
    if passive(tree, verb):
        by = [s for a in agents(tree, verb) for s in talk.sides(tree, a)]
        by += [s for p in after(tree, verb, "by", "between", "with") for s in talk.sides(tree, p)]
        above = verb_above(tree, verb) if not by and verb.dep in ("acl", "relcl") else None
        if above is not None and "to" in helpers(tree, verb):  # "A and B drafted a pact to be signed in May"
            by = talk.doers(tree, above)
        elif by and all(s.official is None for s in by):  # "by ministers of both": in whose presence
            present = of_the_talks(tree, talk, verb)
            by = present if {s.country for s in by} <= {s.country for s in present} else by
        behalf = [p for b in clause_words(tree, verb) if b.lower == "behalf" for p in after(tree, b, "of")]
        return by if two_states(by) else by + [s for p in behalf for s in talk.sides(tree, p)]
    who = subject(tree, verb)
    if who is not None and who.date is not None and who.mention is None:  # "had on Monday signed", misread
        head = tree.head(verb)
        who = subject(tree, head) if head is not None and is_verb(head) else None
    counted = who is not None and who.lower in LANDS and who.mention is None and tree.children(who, "nummod")
    sides = [] if counted or _anybody(tree, who) else talk.sides(tree, who) or _it(tree, talk, who)
    above = verb_above(tree, verb) if verb.dep == "pcomp" else None
    if above is not None and above.lower in _JOINED:
        sides = unique([*sides, *(s for o in objects(tree, above) for s in talk.sides(tree, o))])
    for more in tree.children(verb, "nsubj")[1:]:  # "X and the man he was to depose, Y, signed"
        sides = unique(sides + talk.sides(tree, more))
    if not sides and verb.dep == "conj":  # misread: whoever the last clause is about
        before = [
            w for w in tree.words[: verb.i] if w.dep == "nsubj" and w.mention and w.mention.kind == "name"
        ]
        sides = talk.sides(tree, before[-1]) if before else []
    barred = [s.official for s in sides if s.official is not None]
    beside = ("with",) if objects(tree, verb) else ("with", "after", "before", "beside")  # "signed after him"
    return sides + [s for p in after(tree, verb, *beside) for s in talk.sides(tree, p, barred)]


_JOINED = frozenset("join joins joined joining".split())  # "joined A and B in signing"


def _it(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """ "Ghana ratified the treaty that *it* had signed": the state that is the subject before, or was the last one."""
    if who is None or who.lower != "it":
        return []
    before = [w for w in tree.words[: who.i] if w.dep == "nsubj" and w.mention and w.mention.kind == "party"]
    if before:
        return talk.sides(tree, before[-1])
    last = talk.subjects[-1:]
    return last if last and last[0].official is None and not last[0].stranger else []


def _anybody(tree: Tree, who: Word | None) -> bool:
    """Whether a subject says nothing of whom: "ministers signed", "the documents were signed"."""
    return (
        who is not None
        and who.tag == "NNS"
        and not tree.children(who)
        and who.lower.endswith("s")
        and (who.mention is None or who.mention.country is None)
    )


def _alongside(tree: Tree, talk: Discourse, verb: Word, sides: list[Side]) -> list[Side]:
    """ "signed a memorandum on trade with X", "and, with X, signed": the "with" hangs further off."""
    barred = [s.official for s in sides if s.official is not None]
    near = [*clause_words(tree, verb), *tree.words[max(0, verb.i - _BEFORE) : verb.i]]
    preps = [w for w in near if w.lower in ("with", "between", "alongside") and w.dep in ("prep", "conj")]
    return [s for w in preps for p in tree.children(w, "pobj") for s in talk.sides(tree, p, barred)]


_BEFORE = 5  # words before a verb within which "with X," belongs to it, whatever the parser says


def witnesses(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    """Those in whose presence it happens: "X and Y looked on as ministers signed", "in the presence of X"."""
    found: list[Side] = []
    for w in clause_words(tree, word):
        if w.lower in _PRESENCE and w.dep == "pobj":
            found += [s for p in after(tree, w, "of") for s in talk.sides(tree, p)]
        elif w.lower in ("witnessed", "watched", "overseen", "attended") and w is not word:
            found += [s for a in agents(tree, w) for s in talk.sides(tree, a)]
    for below in tree.subtree(word):
        if is_verb(below) and below.lower in _LOOKING and below is not word and not passive(tree, below):
            found += talk.sides(tree, subject(tree, below))
    if not found:
        above = tree.head(word)
        onlooker = verb_above(tree, word)
        if is_verb(word) and word.dep == "advcl" and above is not None and _while(tree, word):
            onlooker = above  # "stood behind their ministers as they signed"
        elif onlooker is not None and (word.dep == "relcl" or onlooker.lower not in _LOOKING):
            onlooker = None
        found = talk.sides(tree, subject(tree, onlooker)) if onlooker is not None else []
    return unique(found)


def _while(tree: Tree, verb: Word) -> bool:
    return any(w.lower in ("as", "while", "when") for w in tree.children(verb, "mark", "advmod"))


def _at_the_talks(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    """The sides of the encounter that the same sentence tells of: "when X received Y, a treaty was signed"."""
    here = [o for o in talk.occasions if o.sentence == tree.number]
    nearest = _during_which(tree, word)
    here.sort(key=lambda o: (o.visit and not nearest, abs(o.at - word.i)))
    if not here:
        return []
    named = {s.country for s in here[0].sides}
    hosts = [Side(None, c, word.start, word.end) for c in here[0].countries if c not in named]
    return unique([*here[0].sides, *hosts])


def _during_which(tree: Tree, word: Word) -> bool:
    """ "X's visit, *during which* accords were signed": on the occasion named right before."""
    preps = [tree.head(w) for w in clause_words(tree, word) if w.lower == "which"]
    return any(p is not None and p.lower in ("during", "at", "on") for p in preps)


def _occasion(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    """The states of the encounter that the text told of last: "two accords were signed"."""
    journey = any(w.lower in _JOURNEY for w in clause_words(tree, word))
    reach = _REACH if not agents(tree, word) else _CLOSE
    near = [o for o in talk.occasions if tree.number - o.sentence <= reach and (o.visit or not journey)]
    countries = near[-1].countries if near else talk.process if reach == _REACH else ()
    return [Side(None, c, word.start, word.end) for c in countries]


def _abroad(tree: Tree, talk: Discourse, word: Word, sides: list[Side]) -> list[Side]:
    """One state signs abroad, or on an occasion told before: its host or partner there signs too."""
    own = {s.country for s in sides}
    who = subject(tree, word) if is_verb(word) else None
    if len(own) != 1 or (who is not None and tree.children(who, "poss") and who.tag == "NNS"):
        return sides  # "their ministers signed": not one state's
    place = nearest_place(tree, word)
    if place is not None and place.country and place.country not in own:
        return [*sides, Side(None, place.country, place.start, place.end)]
    near = [o for o in talk.occasions if tree.number - o.sentence <= _REACH and own & set(o.countries)]
    partners = [c for c in near[-1].countries if c not in own] if near else []
    return [*sides, *(Side(None, c, word.start, word.end) for c in partners)]


def object_of(tree: Tree, verb: Word) -> Word | None:
    """What is signed: the object of an active verb, the subject of a passive one, or what "that" stands for."""
    if passive(tree, verb):
        what = subject(tree, verb)
    else:
        own = objects(tree, verb) or after(tree, verb, "on", "upon", "to", "into", "at")
        things = [o for o in own if o.mention is None or o.mention.kind != "name"]
        what = next((o for o in things if pact(o)), things[0] if things else None)
    if (what is None or what.tag in ("WDT", "WP", "IN")) and verb.dep in ("relcl", "acl"):
        return tree.head(verb)
    return what
