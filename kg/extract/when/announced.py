"""The day on which an encounter was made known, which is not its own: "their meeting was announced late on Sunday"."""

from __future__ import annotations

from kg.extract.sentence.grammar import is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word

_ANNOUNCED = frozenset("announced announces announcing unveiled".split())
_MADE_KNOWN = _ANNOUNCED | frozenset(
    "confirmed disclosed revealed reported publicised publicized leaked".split()
)
_SET = frozenset({"dobj", "nsubjpass", "conj"})
_BESIDE = 3  # words from the verb to its day: "was announced late on Sunday"


def announcement(tree: Tree, noun: Word, verbs: frozenset[str] = _ANNOUNCED) -> Word | None:
    """The verb that makes the encounter of a noun known: "announced a visit", "the visit, announced on Monday"."""
    if not is_noun(noun):
        return None
    above = tree.head(noun)
    if above is not None and above.lower in verbs and noun.dep in _SET and is_verb(above):
        return above
    behind = (v for v in tree.children(noun, "acl", "relcl") if v.lower in verbs and v.tag in ("VBN", "VBD"))
    return next(behind, None)


def of_announcement(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a date tells when an encounter was made known: it stands right behind that verb, or in its clause."""
    if not tree.vocabulary & _MADE_KNOWN:
        return False
    verb = announcement(tree, trigger, _MADE_KNOWN)
    first = next(w for w in tree if w.date is dated.date)
    if verb is None or first.i < verb.i:
        return False
    if verb.dep in ("acl", "relcl"):
        return first in tree.subtree(verb)
    return first.i - verb.i <= _BESIDE and not any(
        w.i > verb.i for w in tree.subtree(trigger) if w.i < first.i
    )


def ahead_of(tree: Tree, noun: Word) -> Word | None:
    """The "ahead" that says that something was done before an encounter: "spoke *ahead* of talks on Friday"."""
    of = tree.head(noun) if "ahead" in tree.vocabulary and is_noun(noun) else None
    lead = tree.head(of) if of is not None and of.lower == "of" else None
    return lead if lead is not None and lead.lower == "ahead" else None


def said_ahead(tree: Tree, noun: Word) -> bool:
    """ "said *ahead of his arrival* in Rome": he is still to come."""
    lead = ahead_of(tree, noun)
    verb = tree.head(lead) if lead is not None else None
    return verb is not None and verb.tag in ("VBD", "VBZ") and verb.lower in _SAID


_SAID = frozenset("said says told tells added warned declared wrote reiterated stressed".split())


def only_announced(tree: Tree, trigger: Word) -> bool:
    """Whether an encounter was announced and nothing more is said of it: it lies ahead."""
    verb = announcement(tree, trigger) if tree.vocabulary & _ANNOUNCED else None
    return verb is not None and verb.dep not in ("acl", "relcl")
