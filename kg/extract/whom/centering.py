"""Whom a sentence is about, for those after it: what "he" and "they" take up."""

from __future__ import annotations

from kg.extract.sentence.grammar import after, helpers, is_verb, names_official, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.pronouns import HE, pronoun
from kg.extract.wordings import SENDING


def center(tree: Tree, talk: Discourse) -> Side | None:
    """Whom the sentence is about: whoever it goes on about by a pronoun, else the subject of its main verb.

    What the last sentence was about is what a pronoun picks up (centering): "the President gave him a
    medal. He will also meet …" goes on about him.
    """
    named = {w.mention.official for w in tree if w.mention is not None and w.mention.kind == "name"}
    for w in tree:
        if w.lower in HE and w.tag.startswith("PRP") and w.mention is None:
            one = pronoun(talk, tree, w)
            if one is not None and one.official is not None and one.official not in named:
                lead = main_subject(tree, talk) if _beneath(tree, w) else None
                return lead if lead is not None and lead.official in named else one
            break
    return _envoy(tree, talk) or main_subject(tree, talk)


def _envoy(tree: Tree, talk: Discourse) -> Side | None:
    """ "X sent Y, his envoy, to Rome. *He* was received …": whom the text goes on about is the one sent."""
    root = next((w for w in tree if w.head == w.i), None)
    if root is None or root.lower not in SENDING or passive(tree, root):
        return None
    sent = [s for o in objects(tree, root) if names_official(o) for s in talk.sides(tree, o)]
    return sent[0] if len(sent) == 1 else None


def _beneath(tree: Tree, pronoun_: Word) -> bool:
    """Whether a pronoun is the object of what is only aimed at: "X had set the day aside *to win him over*"."""
    verb = tree.head(pronoun_)
    if pronoun_.dep != "dobj" or verb is None or verb.dep not in ("advcl", "xcomp"):
        return False
    return "to" in helpers(tree, verb) and "face" not in lookup(verb.lower, "verb")  # but "came to see him"


def main_subject(tree: Tree, talk: Discourse) -> Side | None:
    """The subject of the main verb, else the first named."""
    root = next((w for w in tree if w.head == w.i), None)
    if root is not None:
        lead = subject(tree, root) if is_verb(root) else root
        if lead is None and tree.continued and talk.subjects:
            return talk.subjects[-1]
        if lead is not None and lead.tag not in ("NNS", "NNPS"):
            for s in talk.sides(tree, lead):
                if s.official is not None or (lead.mention is not None and lead.mention.kind == "title"):
                    return s
            if lead.mention is None and talk.stranger(lead.start, lead.end) is not None:
                return Side(None, None, lead.start, lead.end)
    named = [w for w in tree if w.mention and w.mention.official is not None]
    aside = {b.i for v in tree if v.dep == "relcl" for b in tree.subtree(v)} if len(named) > 1 else set()
    # "the pact, which X will read out, is the work of Y": Y
    first = next((w for w in named if w.i not in aside), next(iter(named), None))
    return (
        talk.side(first.mention.official, first)
        if first and first.mention and first.mention.official
        else None
    )


def companions(tree: Tree, talk: Discourse) -> list[Side]:
    """The officials whom the sentence joins as its subject: "X and Y …", "X, together with Y, …"."""
    for w in tree:
        if w.dep in ("nsubj", "nsubjpass"):
            verb = tree.head(w)
            beside = after(tree, w, "with", "alongside") + (after(tree, verb, "alongside") if verb else [])
            beside += (
                [
                    p
                    for t in tree.children(verb)
                    if t.lower in ("together", "along")
                    for p in after(tree, t, "with")
                ]
                if verb
                else []
            )
            if beside or w.tag in ("NNS", "NNPS") or tree.children(w, "conj", "appos"):
                together = unique([*talk.sides(tree, w), *(s for p in beside for s in talk.sides(tree, p))])
                if len([s for s in together if s.official is not None]) >= 2:
                    return together
    return []
