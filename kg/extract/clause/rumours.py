"""Talks and journeys that are only spoken of: "denied reports of a meeting", and rounds that are none of talks."""

from __future__ import annotations

from kg.extract.sentence.grammar import after, is_verb, way_up
from kg.extract.sentence.tree import Tree, Word

_TALE = frozenset(
    "report reports rumour rumours rumor rumors claim claims story stories allegation allegations suggestion suggestions".split()
)
_DENYING = frozenset(
    "deny denied denies denying dismiss dismissed dismisses dismissing reject rejected rejects rejecting refute refuted "
    "refutes rebut rebutted disputed scotched quashed debunked downplayed".split()
)
_FALSE = frozenset(
    "false untrue wrong hype baseless unfounded groundless incorrect inaccurate fake nonsense fabrication fabrications "
    "fiction speculation premature rumour rumours rumor rumors lie lies".split()
)
_SERIES = frozenset("round rounds session sessions sitting series".split())
_BLOWS = frozenset(
    "sanctions tariffs duties penalties measures attacks strikes airstrikes raids bombings blasts violence fighting fire "
    "shelling clashes layoffs cuts increases elections voting ballots primaries funding financing aid payments fundraising "
    "investment investments stimulus easing withdrawals evacuations expulsions arrests protests demonstrations applause "
    "drinks golf play games matches playoffs bidding sales tests launches missiles vaccinations inspections hearings "
    "interviews speeches tweets photos exercises drills manoeuvres maneuvers retaliation reforms".split()
)


def denied(tree: Tree, word: Word) -> bool:
    """Whether reports of a thing are called wrong: "denied reports about her visit", "reports of talks were false"."""
    tale = next((w for w in tree.ancestors(word) if w.lower in _TALE), None)
    if tale is None or any(is_verb(w) for w in way_up(tree, word, tale)):
        return False
    verb = tree.head(tale)
    if verb is None:
        return False
    said = [verb, *tree.children(verb, "attr", "acomp")]
    said += [c for w in said for c in tree.children(w, "compound", "amod")]
    return bool({w.lower for w in said} & (_DENYING if tale.dep == "dobj" else _DENYING | _FALSE))


def of_other_things(tree: Tree, noun: Word) -> bool:
    """ "A new round of sanctions", "a series of attacks": one of several, but not of talks."""
    return noun.lower in _SERIES and any(w.lower in _BLOWS for w in after(tree, noun, "of"))
