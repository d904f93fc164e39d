"""People named in one breath: what captions show, and what a sentence tells in words that no rule knows.

A caption ("Prime Minister A with President B in Geneva on Monday") has no verb and shows a meeting. A sentence
that names officials of different states, and that no rule has told anything of, tells of a meeting oftener than
not, where its verb is none that works at a distance (`distant.txt`), or where it has both a day and a place, and
where the article is about diplomacy (`told_enough`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from kg.extract.drafts import Draft
from kg.extract.meetings.contacts import distant_verbs
from kg.extract.sentence.grammar import after, clause, helpers, is_noun, is_verb, verb_above
from kg.extract.sentence.line import TELLING, line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import unique
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse
from kg.model import Kind

RULE = "one-breath"
_ENOUGH = 2  # events that other rules found in the article
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SIGNED = frozenset(
    "signatures signature signed signs sign signing initialled initialed initialling inked co-signed countersigned".split()
)
_TOGETHER = frozenset("arrived arrive travelled traveled flew visited".split())
_RINGS = frozenset("ring rings rang rung ringing dial dials dialled dialed dialling dialing".split())
_ONE = frozenset({"he", "she", "him", "her"})
_INVITED = frozenset("invite invites invited inviting invitation invitations".split())
# Whom one recalls or describes one need not have met there and then.
_RECALLING = frozenset(
    "recall recalls recalled remember remembers remembered describe describes described".split()
)
_EXPECTING = frozenset(
    "expect expects expected hope hopes hoped believe believes believed think thinks thought".split()
)
_KIN = frozenset(
    "ally allies rival rivals foe foes friend friends critic critics predecessor successor brother sister son daughter "
    "wife husband protege protégé supporter opponent ouster overthrow".split()
)
_SAYS = ("ccomp", "parataxis")


def one_breath(tree: Tree, talk: Discourse, told: Sequence[Draft]) -> Iterator[Draft]:
    """What the officials that a sentence names did together, where no rule has told of it (`told`).

    Who is in a meeting, call or agreement of the sentence already is not asked for again.
    """
    root = next((w for w in tree if w.head == w.i), None)
    placed = {official for d in told if d.kind != "visit" for official in d.officials}
    journeys = [d for d in told if d.kind == "visit"]
    for d in journeys:  # "A came on Monday, B on Tuesday": each alone
        if any(o.trigger is d.trigger and o.officials != d.officials for o in journeys):
            placed |= d.officials
        elif any(w.lower == "joint" for w in d.tree) or d.trigger.lower in _TOGETHER:
            placed |= d.officials  # "A and B have arrived on a joint visit": with each other, but not to meet
    named = [w for w in tree if _somebody(w) and not _aside(tree, w)]
    found = unique(s for w in named for s in talk.sides(tree, w) if s.official is not None)
    sides = [s for s in found if s.official not in placed]
    shown = not any(w.tag in _FINITE and not _a_thing(tree, w) for w in tree)
    if shown and not any(
        len(d.officials) >= 2 for d in told
    ):  # "A with B, before the summit": more than A's summit
        sides = found
    if root is None or len({s.country for s in sides}) < 2:
        return
    if not shown and _in_one_row(tree, talk, named, placed):
        return
    if shown:
        wired = _kind(tree) == "call"  # "X on the phone with Y"
        about = named[0] if root.tag in _FINITE else root
        yield Draft(
            "call" if wired else "meeting",
            sides,
            about,
            tree,
            "caption",
            mode="phone" if wired else "in-person",
        )
        return
    if any(w.date is not None and w.date.form == "years" for w in tree):
        return  # what two did "in the 1980s" was no one occasion
    exact = any(w.date is not None for w in tree) and any(w.place is not None for w in tree)
    exact = exact and not _beside(tree, named)
    likened = any(
        is_noun(p) and p.mention is None for p in after(tree, root, "as")
    )  # "embraced X as a friend"
    if (
        root.lower in _RECALLING
        or likened
        or _cheered(tree, root)
        or any(w.lower in _WRITTEN for w in tree.children(root, "dobj", "nsubjpass"))
    ):
        return
    if (exact or root.lower not in distant_verbs()) and not any(w.lower in _INVITED for w in tree):
        kind = _kind(tree)
        if kind == "agreement" and any(d.kind == kind for d in told):
            return  # "A and B signed in the presence of C and D": one pact, told already
        yield Draft(
            kind,
            sides,
            _told_in(tree, root, named),
            tree,
            RULE,
            mode="phone" if kind == "call" else "in-person",
        )


def _cheered(tree: Tree, root: Word) -> bool:
    """ "A and B *welcomed the accord*": what is done to a thing, from wherever one is."""
    things = [o for o in tree.children(root, "dobj") if is_noun(o) and o.mention is None]
    return root.lower in _WELCOMING and bool(things) and not any(w.place for w in tree.subtree(things[0]))


_WELCOMING = frozenset("welcomed welcomes welcome hailed hails greeted greets embraced".split())


def _in_one_row(tree: Tree, talk: Discourse, named: Sequence[Word], placed: Set[int]) -> bool:
    """Whether all that are left follow in a row on one who has been placed: "was received by A, B and C"."""
    free = [w for w in named if not placed & {s.official or 0 for s in talk.sides(tree, w)}]
    first = min((w.i for w in named if w not in free), default=None)
    if first is None or not free or any(w.i < first for w in free):
        return False
    return not any(
        w.tag[:2] in ("VB", "MD") and w.mention is None for w in tree.words[first : max(w.i for w in free)]
    )


def _beside(tree: Tree, named: Sequence[Word]) -> bool:
    """Whether somebody stands in an aside without a day: "came in May, two years after X took office"."""
    for w in named:
        for v in (clause(tree, w), *tree.ancestors(w)):
            marks = {c.lower for c in tree.children(v, "mark", "advmod")}
            if v.dep == "advcl" and marks & _ASIDES and not any(d.date is not None for d in tree.subtree(v)):
                return True
    return False


# What goes by post: who sends it is elsewhere
_WRITTEN = frozenset(
    "message messages letter letters telegram telegrams cable condolence condolences congratulations greetings note "
    "sympathy sympathies tweet email".split()
)
_ASIDES = frozenset("after since because although though".split())


def _a_thing(tree: Tree, w: Word) -> bool:
    """Whether the tagger took a noun for a verb: "before the start of the summit"."""
    return w.i > 0 and tree.words[w.i - 1].lower in ("the", "a", "an") and w.lower != "will"


def _told_in(tree: Tree, root: Word, named: Sequence[Word]) -> Word:
    """The verb whose tense tells: "what X and Y put down on Tuesday fits on a page" is past."""
    if root.tag not in ("VBZ", "VBP") and not set(helpers(tree, root)) & {"has", "have"}:
        return root
    above = [verb_above(tree, w) for w in named]
    past = [v for v in above if v is not None and (v.tag == "VBD" or set(helpers(tree, v)) & {"was", "were"})]
    return past[0] if past else root


def _kind(tree: Tree) -> Kind:
    """A signature in the sentence makes an agreement, a line a call."""
    if any(w.lower in _SIGNED and "not" not in helpers(tree, w) for w in tree):
        return "agreement"
    if any(is_verb(w) and line(tree, w) for w in tree):
        return "call"
    if any(w.lower in TELLING or (is_verb(w) and w.lower in _RINGS) for w in tree if w.mention is None):
        return "call"
    return "meeting"


def told_enough(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those of one breath, unless the article tells of diplomacy in plainer words too."""
    plain = [d for d in drafts if d.rule != RULE]
    return list(drafts) if sum(d.kind != "visit" for d in plain) >= _ENOUGH else plain


def _somebody(w: Word) -> bool:
    """A name, or a pronoun for one person."""
    if w.mention is not None and w.mention.kind == "name":
        return True
    return w.tag == "PRP" and w.lower in _ONE


# What belongs to somebody who need not be there: "after Obama's comments", "approved by Merkel's cabinet"
_OWN_MATTERS = frozenset(
    "administration government bureau office cabinet party predecessor successor comment comments remark "
    "remarks statement statements speech speeches policy policies decision decisions plan plans proposal "
    "proposals election inauguration victory term presidency premiership tenure tweet tweets threat "
    "threats claim claims order orders spokesman spokeswoman spokesperson lawyer son daughter brother "
    "family supporters critics allies call demand demands campaign regime rule ouster resignation death "
    "arrest stance position approach doctrine camp circle entourage era side team".split()
)


def _aside(tree: Tree, name: Word) -> bool:
    """Whether a name only says who speaks or whose a matter is: "according to X", "X said that", "X's remarks"."""
    to = tree.head(name)
    if to is None:
        return False
    if name.dep == "poss" and (to.lower in _OWN_MATTERS or "trip" in lookup(to.lower, "noun")):
        return True
    if to.lower == "to" and (before := tree.head(to)) is not None and before.lower == "according":
        return True
    if name.dep == "pobj" and to.lower == "of" and (of := tree.head(to)) is not None and of.lower in _KIN:
        return True  # "a long-time ally of X"
    speaks = is_verb(to) and to.lower in distant_verbs() and bool(tree.children(to, *_SAYS))
    speaks = speaks or (
        is_verb(to) and to.dep == "parataxis" and to.lower in distant_verbs()
    )  # "X, he said, is"
    speaks = speaks or (name.tag == "PRP" and is_verb(to) and (to.lower in _EXPECTING or _promises(tree, to)))
    return name.dep in ("nsubj", "nsubjpass") and speaks


def _promises(tree: Tree, verb: Word) -> bool:
    """ "X said that he *would* go": what one says of oneself."""
    says = tree.head(verb) if verb.dep == "ccomp" else None
    to_come = {"would", "will"} & set(helpers(tree, verb))
    return bool(to_come) and says is not None and says.lower in distant_verbs()
