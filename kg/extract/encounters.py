"""Meetings and calls: two or more sides in contact, face to face or over a line."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.discourse import REPRESENTATIVES, Discourse, Side, unique
from kg.extract.drafts import Draft
from kg.extract.grammar import after, agents, is_noun, is_verb, objects, passive, subject, verb_above
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup

_WITH = ("with", "alongside", "beside", "opposite", "between", "among", "next", "to", "from", "and")
_WIRE = frozenset(
    "phone telephone phoned telephoned videoconference teleconference video-conference videolink video-link "
    "telephonic video virtual virtually zoom line hotline call calls".split()
)
# Verbs whose contact is a meeting even with nobody after "with": "the two presidents met".
_MUTUAL = frozenset("meet talk confer negotiate gather convene dine lunch huddle consult assemble chat golf reconvene".split())
_HOST_VERBS = frozenset("receive welcome greet host entertain fete".split())
_PERSON_ONLY = frozenset("see brief debrief consult welcome greet embrace hug summon lobby entertain fete".split())


def encounters(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The meetings and calls that a sentence tells of."""
    for w in tree:
        if w.mention is not None and w.mention.kind == "name":
            continue
        if is_verb(w):
            yield from _from_verb(tree, talk, w)
        elif is_noun(w) or w.tag == "VBG":
            yield from _from_noun(tree, talk, w)


def by_wire(tree: Tree, word: Word) -> bool:
    """Whether the clause around a word speaks of a phone or video link."""
    near = tree.subtree(word)
    head = tree.head(word)
    if head is not None and (is_verb(head) or head.dep == "prep"):
        near = near + tree.children(head)
        near += [c for p in tree.children(head, "prep", "prt", "advmod") for c in tree.children(p, "pobj")]
    return any(n.lower in _WIRE and n.mention is None for n in near)


def _officials(sides: list[Side]) -> list[int]:
    return [s.official for s in sides if s.official is not None]


def _from_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    classes = lookup(verb.lower, "verb")
    lemma = next(iter(classes.values()), "")
    if not classes.keys() & {"face", "side", "phone"}:
        yield from _idioms(tree, talk, verb)
        return
    is_passive = passive(tree, verb)
    actor = subject(tree, verb)
    doers = talk.sides(tree, actor)
    if is_passive:
        targets, doers = doers, [s for a in agents(tree, verb) for s in talk.sides(tree, a, _officials(doers))]
    else:
        targets = [s for o in objects(tree, verb) for s in talk.sides(tree, o, _officials(doers))]
    partners = [s for p in after(tree, verb, *_WITH) for s in talk.sides(tree, p, _officials(doers))]
    wire = by_wire(tree, verb)
    if "phone" in classes and _rings(tree, verb, lemma, targets, is_passive, wire):
        yield Draft("call", unique(doers + targets), verb, tree, "phone-verb", mode="phone", score=0.9)
        return
    if "face" in classes and targets and (doers or is_passive):
        people = _officials(targets) or lemma in ("meet", "receive", "host")
        if people and _distinct(doers, targets):
            hosts = lemma in _HOST_VERBS
            draft = Draft("meeting", unique(doers + targets), verb, tree, "face-verb", score=0.85)
            draft.capacities = ["host" if hosts else "participant"] * len(doers)
            yield draft
            return
    if "side" in classes or "face" in classes:
        with_ = [
            s for p in after(tree, verb, "with", "alongside", "beside", "opposite") for s in talk.sides(tree, p, _officials(doers))
        ]
        if lemma in ("stand", "appear", "sit", "pose", "speak", "talk"):
            with_ = with_ or [s for p in after(tree, verb, "to") for s in talk.sides(tree, p, _officials(doers))] if lemma in (
                "speak",
                "talk",
            ) else with_ or partners
        sides = doers if not is_passive else targets
        if with_ and sides and _distinct(sides, with_):
            kind = "call" if wire else "meeting"
            spoken = lemma in ("speak", "talk") and not wire
            yield Draft(kind, unique(sides + with_), verb, tree, "side-verb", mode="phone" if wire else "in-person", score=0.6 if spoken else 0.8)
        elif lemma in _MUTUAL and not targets and len(sides) >= 2:
            kind = "call" if wire else "meeting"
            yield Draft(kind, unique(sides), verb, tree, "mutual-verb", mode="phone" if wire else "in-person", score=0.75)


def _rings(tree: Tree, verb: Word, lemma: str, targets: list[Side], is_passive: bool, wire: bool) -> bool:
    if not targets or not _officials(targets):
        return False
    if lemma != "call":
        return True
    if wire and not is_passive:
        return True
    # "called Abbas on Tuesday" is a call; "called him a friend", "called X to Quito" and "called for" are none
    extra = tree.children(verb, "oprd", "xcomp", "ccomp", "attr", "acomp", "prt")
    to = [p for p in tree.children(verb, "prep") if p.lower in ("for", "on", "to", "into", "upon", "in", "as")]
    return not extra and not to and not is_passive


def _idioms(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "call on X", "spent an hour with X", "took X aside", "had X to dinner"."""
    doers = talk.sides(tree, subject(tree, verb))
    if not doers:
        return
    if verb.lower in ("spent", "spend", "spending", "spends"):
        partners = [s for p in after(tree, verb, "with") for s in talk.sides(tree, p, _officials(doers))]
        partners += [
            s
            for o in objects(tree, verb)
            for p in after(tree, o, "with")
            for s in talk.sides(tree, p, _officials(doers))
        ]
        together = any(w.lower in ("together", "alone") for w in tree.children(verb, "advmod", "acomp", "oprd"))
        sides = unique(doers + partners)
        if len(sides) >= 2 and (partners or together):
            yield Draft("meeting", sides, verb, tree, "spent-time", score=0.75)
    elif verb.lower in ("called", "call", "calls", "calling", "dropped", "drop", "waited"):
        for prep in tree.children(verb, "prep", "prt"):
            if prep.lower in ("on", "upon", "in"):
                hosts = [s for p in tree.children(prep, "pobj") for s in talk.sides(tree, p, _officials(doers))]
                if _officials(hosts) and not tree.children(verb, "dobj", "ccomp", "xcomp"):
                    yield Draft("meeting", unique(doers + hosts), verb, tree, "call-on", score=0.85)


def _distinct(a: list[Side], b: list[Side]) -> bool:
    """Whether there are two different sides."""
    return len(unique([*a, *b])) >= 2


def _from_noun(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    classes = lookup(noun.lower, "noun")
    if not classes.keys() & {"talk", "call", "gathering"} or noun.dep == "compound":
        return
    wire = "call" in classes or by_wire(tree, noun)
    if noun.lower in ("call", "calls") and not _phone_call(tree, noun):
        if _courtesy(tree, noun):
            wire = False
        else:
            return
    own = _parties_of(tree, talk, noun)
    doers = _doers(tree, talk, noun, own)
    sides = unique(doers + own)
    if len(sides) >= 2 and len({s.country for s in sides if s.country} | {s.official for s in sides}) >= 2:
        kind = "call" if wire else "meeting"
        yield Draft(kind, sides, noun, tree, "talk-noun", mode="phone" if wire else "in-person", score=0.8)
    elif "gathering" in classes and sides and any(s.official is not None for s in sides):
        draft = Draft("meeting", sides, noun, tree, "gathering", score=0.55, gathering=True, mode="multilateral")
        yield draft


def _phone_call(tree: Tree, noun: Word) -> bool:
    below = {w.lower for w in tree.subtree(noun)}
    if below & {"phone", "telephone", "video", "conference", "telephonic"}:
        return True
    head = tree.head(noun)
    return bool(after(tree, noun, "with", "from", "between")) and (
        head is None or head.lower not in ("pay", "paid", "pays", "paying") or noun.dep != "dobj"
    ) and not below & {"courtesy", "for"}


def _courtesy(tree: Tree, noun: Word) -> bool:
    return bool(after(tree, noun, "on", "upon", "to")) and any(
        w.lower in ("courtesy", "farewell", "pay", "paid", "pays", "paying") for w in [*tree.children(noun), *tree.ancestors(noun)]
    )


def _parties_of(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """Those whom the noun phrase itself names: "X's talks with Y", "the U.S.-China summit"."""
    out: list[Side] = []
    for child in tree.children(noun, "poss"):
        out += _possessor(tree, talk, child)
    if noun.lower in ("call", "calls"):
        out += [s for p in after(tree, noun, "on", "upon", "from") for s in talk.sides(tree, p, _officials(out))]
    for p in after(tree, noun, "with", "between", "among", "involving", "alongside"):
        out += talk.sides(tree, p, _officials(out))
    for p in after(tree, noun, "of"):
        if p.lower in REPRESENTATIVES or p.mention is not None:
            out += talk.sides(tree, p, _officials(out))
    for verb in tree.children(noun, "acl"):
        if verb.lower in ("involving", "attended", "bringing", "gathering", "grouping", "including", "hosted"):
            for p in [*objects(tree, verb), *agents(tree, verb)]:
                out += talk.sides(tree, p, _officials(out))
    countries = []
    for child in tree.children(noun, "amod", "compound", "nmod"):
        countries += talk._countries(tree, child, child.mention) if child.place is None or child.mention else []
    if len(countries) >= 2:
        out += [Side(None, c, noun.start, noun.end) for c in countries]
    elif countries and out:
        out += [Side(None, c, noun.start, noun.end) for c in countries]
    return unique(out)


def _possessor(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    if word.lower == "their":
        return talk._they(tree, word, ())
    return talk.sides(tree, word)


def _doers(tree: Tree, talk: Discourse, noun: Word, own: list[Side]) -> list[Side]:
    """Those who hold the talks: the subject of the verb that carries the noun, or on which it hangs."""
    barred = _officials(own)
    if tree.children(noun, "poss") and len(own) >= 2:
        return []
    verb = verb_above(tree, noun)
    if verb is None:
        return []
    path = _path(tree, noun, verb)
    if noun.dep in ("nsubjpass", "nsubj") and tree.head(noun) is verb:
        return [s for a in agents(tree, verb) for s in talk.sides(tree, a, barred)] + [
            s for p in after(tree, verb, "with", "between") for s in talk.sides(tree, p, barred)
        ]
    light = "light" in lookup(verb.lower, "verb") or verb.lower in ("be", "was", "is", "were", "are")
    linked = any(p.lower in ("for", "in", "at", "during", "after", "before", "following", "from", "into", "to", "on", "through") for p in path)
    if not (light or linked or noun.dep == "dobj"):
        return []
    for above in tree.ancestors(noun):  # "a visit by X for talks with Y", "X's trip to Rome for talks"
        if above is verb:
            break
        if is_noun(above) and above.mention is None:
            by = [s for p in after(tree, above, "by") for s in talk.sides(tree, p, barred)]
            by += [s for p in tree.children(above, "poss") for s in _possessor(tree, talk, p)]
            if by:
                return by
    who = subject(tree, verb)
    doers = talk.sides(tree, who, barred)
    if passive(tree, verb) and not doers:
        doers = [s for a in agents(tree, verb) for s in talk.sides(tree, a, barred)]
    if doers and verb.lower in ("held", "hold", "had", "have", "holding", "holds"):
        doers = doers + [s for p in after(tree, verb, "with") for s in talk.sides(tree, p, [*barred, *_officials(doers)])]
    return doers


def _path(tree: Tree, word: Word, above: Word) -> list[Word]:
    out = []
    for w in tree.ancestors(word):
        if w is above:
            break
        out.append(w)
    return out
