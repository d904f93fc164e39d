"""Talks of which one who held them gives an account: "X said talks with Y were useful", "progress was made at talks with Y"."""

from __future__ import annotations

from kg.extract.sentence.grammar import after, helpers, is_verb, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.triggers import lookup
from kg.extract.when.choice import nearest_date
from kg.extract.where.sites import nearest_place
from kg.extract.whom.company import named
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import NAMED_BEFORE

SAYING = frozenset(
    "say says said saying tell tells told telling add adds added note notes noted announce announces announced report "
    "reports reported confirm confirms confirmed explain explained stress stressed write wrote tweeted acknowledge "
    "acknowledged".split()
)
_AT = frozenset("at in during after following".split())
# "talks with Y were impossible": there were none
_VAIN = frozenset(
    "impossible pointless useless possible necessary needed premature unlikely likely off out meaningless essential vital "
    "conceivable unthinkable inevitable desirable inappropriate better preferable".split()
)
_OPEN = frozenset("will would should could may might can must to not n't n’t never ca wo".split())


def narrator(tree: Tree, talk: Discourse, noun: Word, own: list[Side]) -> list[Side]:
    """Who tells of his own talks with those named beside the noun; for a spokesman, whom he speaks for.

    Only what is told as having been: "said talks with Y would be welcome" tells of none.
    """
    if not own or tree.children(noun, "poss") or not _with(tree, noun):
        return []
    if named(own) and len({s.country for s in own}) != 1:
        return []
    verb = next((w for w in tree.ancestors(noun) if is_verb(w)), None)
    above = tree.head(verb) if verb is not None else None
    if verb is None or above is None or verb.dep != "ccomp" or above.lower not in SAYING:
        return []
    states = {s.country for s in own}
    tellers = [s for s in talk.doers(tree, above) if s.official is not None and s.country not in states]
    if not named(own):
        dated = nearest_date(tree, noun) is not None and nearest_place(tree, noun) is not None
        spoken = (
            dated
            and noun.dep in ("nsubj", "nsubjpass")
            and not _VAIN & {c.lower for c in tree.children(verb)}
        )
        return [Side(None, s.country, s.start, s.end) for s in tellers] if spoken else []
    return [_spoken_for(talk, s) for s in tellers] if _had(tree, noun, verb) else []


def protagonist(tree: Tree, talk: Discourse, noun: Word, own: list[Side]) -> list[Side]:
    """Of whom the text is where it leaves out who talks: "X came on Monday. *Talks with Y followed*"."""
    reported = any(w.dep == "ccomp" and is_verb(w) for w in tree.ancestors(noun))
    partners = after(tree, noun, "with") or (
        "call" in lookup(noun.lower, "noun") and after(tree, noun, "from")
    )
    if reported or tree.children(noun, "poss") or not (named(own) and partners):
        return []
    states = {s.country for s in own}
    if len(states) != 1 or any(d.lower in NAMED_BEFORE for d in tree.children(noun, "det")):
        return []
    here = talk.named_in(tree.words[: noun.i])
    last = here[0] if here else talk.subjects[-1] if talk.subjects else None
    if last is None or last.official is None or not last.country or last.country in states:
        return []
    return [last]


def _with(tree: Tree, noun: Word) -> bool:
    return bool(after(tree, noun, "with")) or any(
        after(tree, v, "with") for v in tree.children(noun, "acl") if v.lower in ("held", "conducted")
    )


def _had(tree: Tree, noun: Word, verb: Word) -> bool:
    """Whether the clause takes the talks as a fact: they are what it is about, or where something came about."""
    words = set(helpers(tree, verb))
    past = verb.tag == "VBD" or bool(words & {"was", "were", "had", "has", "have"})
    if (
        words & _OPEN
        or not past
        or _VAIN & {c.lower for c in tree.children(verb, "acomp", "attr", "prep", "advmod")}
    ):
        return False
    if noun.dep in ("nsubj", "nsubjpass"):
        known = any(d.lower in ("the", "these", "this") for d in tree.children(noun, "det"))
        return known or noun.lower == "talks" or any(w.date is not None for w in tree.subtree(noun))
    prep = tree.head(noun)
    doer = subject(tree, verb)
    at = noun.dep == "pobj" and prep is not None and prep.lower in _AT and prep.head == verb.i
    return at and (doer is None or doer.mention is None)


def _spoken_for(talk: Discourse, teller: Side) -> Side:
    """A spokesman tells of his government's talks."""
    claim = talk.by_local[teller.official] if teller.official is not None else None
    if claim is not None and "spokes" in (claim.role or "").lower():
        return Side(None, teller.country, teller.start, teller.end)
    return teller
