"""What is said or done to somebody who is in the same town.

"Thanked" and "gave" bring nobody together by themselves. Where one has come to the other they do: "flew to Kabul,
where X thanked him", "was in Kabul; X gave him a carpet", "heard from Y in Tirana that …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.drafts import Draft
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.sentence.grammar import after, clause_words, helpers, objects, passive
from kg.extract.sentence.line import line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.whom.company import abroad, named
from kg.extract.whom.discourse import Discourse

_SAYING = frozenset(
    "promised promises promise offered offers offer asked asks ask thanked thanks thank warned warns warn urged urges "
    "praised praises scolded scolds congratulated congratulates pressed presses reminded reminds begged begs lectured "
    "complained complains apologised apologises apologise apologized apologizes apologize reproached reproaches accused "
    "accuses advised advises gave gives assured assures told tells flattered flatters explained explains repeated "
    "welcomed excused".split()
)
# What is done from hand to hand, or from mouth to ear, where a city is named
_DOING = frozenset(
    "gave gives heard hears learned learnt learns got gets found finds read reads showed shows put made makes buried "
    "stood fell threw tried tries slipped sought looked patched".split()
)
_WITH = {
    "sought": "out",
    "looked": "up",
}  # "sought her out": the particle without which the verb says no such thing
_ABOUT_ONE = frozenset("arms ear ears hand hands neck presence face feet cheek cheeks shoulder".split())
# What somebody goes to another's country for: "flew to Dakar to ask X for help"
_ERRANDS = frozenset(
    "ask thank warn urge congratulate press remind beg assure tell explain complain apologise apologize request seek "
    "invite praise reassure inform advise notify implore entreat plead appeal".split()
)
_LINKS = ("to", "from", "with", "on", "at", "round", "around", "before", "into")
_CLOSE = 6  # words from the city to its "where": "to Kabul on Monday, where"


def at_hand(tree: Tree, talk: Discourse, verb: Word, told: Sequence[Draft]) -> Iterator[Draft]:
    """The meeting that such a verb tells of; `told` are the drafts that the sentence has given so far."""
    errand = verb.lower in _ERRANDS and "to" in helpers(tree, verb)
    if not (errand or verb.lower in _SAYING | _DOING) or passive(tree, verb) or line(tree, verb):
        return
    if {"has", "have", "not", "n't", "never"} & set(helpers(tree, verb)) or tree.children(verb, "neg"):
        return
    if verb.lower.startswith("ask") and any(d.kind == "visit" and d.trigger is verb for d in told):
        return  # "asked her to Lima"
    doers = talk.actors(tree, verb)
    others = (_party(tree, verb, told) or _whom(tree, talk, verb, named(doers))) if doers else []
    if not others or not abroad(doers, others):
        return
    if (errand and _gone_for_it(tree, verb, others, told)) or _one_with_the_other(
        tree, talk, verb, doers, others, told
    ):
        yield Draft("meeting", unique([*doers, *others]), verb, tree, "at-hand")


def _party(tree: Tree, verb: Word, told: Sequence[Draft]) -> list[Side]:
    """ "With her minister, Y, X came to Kabul, where Z lectured *them*": the travellers, if there are several."""
    them = any(o.lower == "them" for o in objects(tree, verb))
    clauses = [verb, *(v for v in tree.ancestors(verb) if verb.dep == "conj")]
    where = any(c.lower == "where" for v in clauses for c in tree.children(v, "advmod"))
    parties = [d for d in told if d.kind == "visit" and len(d.officials) > 1 and d.trigger.i < verb.i]
    return list(parties[-1].sides) if them and where and parties else []


def _gone_for_it(tree: Tree, verb: Word, others: list[Side], told: Sequence[Draft]) -> bool:
    """Whether the verb tells why somebody went to the state of those whom he speaks to."""
    above = tree.head(verb)
    went = [d for d in told if d.kind == "visit" and d.trigger is above]
    return any(s.country in d.hosts for d in went for s in others)


def _whom(tree: Tree, talk: Discourse, verb: Word, barred: list[int]) -> list[Side]:
    """To whom it is said or done."""
    own = objects(tree, verb)
    near = [*own, *after(tree, verb, *_LINKS)]
    near += [w for w in tree.words[verb.i + 1 : verb.i + 2] if w.lower == "her" and w.dep == "poss"]
    asked_for = after(tree, verb, "for")  # "to plead for help from X"
    near += [p for o in [*own, *asked_for] for p in after(tree, o, "from", "with", "out")]
    near += [p for c in tree.children(verb, "prep") if c.lower == "out" for p in after(tree, c, "of")]
    near += [p for o in after(tree, verb, "in") if o.lower == "front" for p in after(tree, o, "of")]
    near += [c for w in list(near) if w.lower in _ABOUT_ONE for c in tree.children(w, "poss")]
    return [s for w in near for s in talk.sides(tree, w, barred) if s.official is not None]


def _one_with_the_other(
    tree: Tree, talk: Discourse, verb: Word, doers: list[Side], others: list[Side], told: Sequence[Draft]
) -> bool:
    """Whether the words put one of them where the other is at home."""
    homes = {s.country for s in [*doers, *others]}
    where = next((c for c in tree.children(verb, "advmod") if c.lower == "where"), None)
    if where is not None:
        at = [w.place for w in tree.words[max(0, where.i - _CLOSE) : where.i] if w.place is not None]
        return bool({p.country for p in at[-1:]} & homes)
    if verb.tag != "VBD":
        return False
    if verb.lower in _DOING and _particle(tree, verb) and {p.country for p in _cities(tree, verb)} & homes:
        return True
    return verb.lower in _SAYING and _has_come(tree, talk, doers, others, told)


def _particle(tree: Tree, verb: Word) -> bool:
    wanted = _WITH.get(verb.lower)
    return wanted is None or any(c.lower == wanted for c in tree.children(verb))


def _cities(tree: Tree, verb: Word) -> Iterator[PlacePhrase]:
    """The cities in which the clause says that it was."""
    for w in clause_words(tree, verb):
        prep = tree.head(w)
        inside = w.dep == "pobj" and prep is not None and prep.lower in ("in", "at")
        if inside and w.place is not None and w.place.grade == CITY:
            yield w.place


def _has_come(
    tree: Tree, talk: Discourse, doers: list[Side], others: list[Side], told: Sequence[Draft]
) -> bool:
    """Whether one of them has come to the other, in this sentence or the part before its semicolon."""
    came = [(d.officials, d.hosts) for d in told if d.kind == "visit" and d.trigger.tag == "VBD"]
    if tree.continued:
        before = [o for o in talk.occasions if o.visit and o.sentence == tree.number - 1]
        came += [(frozenset(s.official or 0 for s in o.sides), list(o.countries)) for o in before]
    return any(
        {s.official for s in guests} & travellers and {s.country for s in hosts} & set(states)
        for travellers, states in came
        for guests, hosts in ((doers, others), (others, doers))
    )
