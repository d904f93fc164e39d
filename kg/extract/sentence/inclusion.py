"""Names that stand behind a plural and say who is meant: "ministers, including X", "officials of the firm and Y"."""

from __future__ import annotations

from kg.extract.sentence.grammar import is_verb
from kg.extract.sentence.tree import Tree, Word

# Nouns that stand for representatives of a state; with a state beside them they are a side of an event.
REPRESENTATIVES = frozenset(
    "delegation delegations team teams official officials diplomat diplomats negotiator negotiators minister "
    "officers ministers leader leaders envoy envoys representative representatives side sides counterpart counterparts "
    "colleague colleagues host hosts hostess guest guests visitor visitors newcomer newcomers caller traveller pair duo trio men women presidents president "
    "premiers premier chancellor government governments authorities expert experts ambassador ambassadors general "
    "generals chief chiefs countries nations states neighbours neighbors allies parties party "
    "administration ministry opposite-number number head heads "
    "royals king queen emir prime premier one two three both statesmen politicians "
    "armies navies militaries parliaments legislatures ministries sherpas troika dignitaries statesmen mediators mediator interlocutor interlocutors delegates mission commander commanders alliance bloc".split()
)


# "The delegation includes X and Y"
COUNTING = frozenset("include includes included comprise comprises comprised".split())


def including(tree: Tree, word: Word) -> list[Word]:
    """The names behind "including" or "among them": "ministers, including X and Y"."""
    if word.mention is not None and word.mention.kind == "name":
        return []
    named = [
        p
        for prep in tree.children(word, "prep")
        if prep.lower == "including"
        for p in tree.children(prep, "pobj")
    ]
    return named or _among_them(tree, word)


def beyond_firm(tree: Tree, word: Word) -> list[Word]:
    """Names that the parser joins to an "of": "officials of the oil company and Minister X" are officials, and X."""
    if word.lower not in REPRESENTATIVES or word.tag not in ("NNS", "NNPS"):
        return []
    of = [
        p for prep in tree.children(word, "prep") if prep.lower == "of" for p in tree.children(prep, "pobj")
    ]
    joined = [c for p in of if p.lower in _FIRMS for c in tree.children(p, "conj")]
    return [c for c in joined if c.mention is not None and c.mention.kind == "name"]


_FIRMS = frozenset(
    "company companies firm firms bank banks ministry ministries agency agencies office corporation commission "
    "department fund council board service industry authority embassy chamber committee secretariat group".split()
)


def _among_them(tree: Tree, word: Word) -> list[Word]:
    """The names that follow "among them" behind a plural: "seven ambassadors, among them X and Y"."""
    if word.tag not in ("NNS", "NNPS"):
        return []
    for i in range(word.i + 1, min(word.i + 12, len(tree.words) - 1)):
        w = tree.words[i]
        if is_verb(w) and w.dep not in ("acl", "relcl"):
            return []
        if w.lower == "among" and tree.words[i + 1].lower in ("them", "whom"):
            out: list[Word] = []
            for v in tree.words[i + 2 :]:
                if v.mention is not None and v.mention.kind == "name":
                    out.append(v)
                elif (
                    v.text not in (",", "'s", "’s")
                    and v.lower != "and"
                    and v.place is None
                    and v.dep != "compound"
                ):
                    break
            return out
    return []
