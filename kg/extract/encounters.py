"""Meetings and calls: two or more sides in contact, face to face or over a line."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.discourse import REPRESENTATIVES, Discourse, Side, unique
from kg.extract.drafts import Draft
from kg.extract.grammar import (
    after,
    agents,
    groups_after,
    is_noun,
    is_verb,
    objects,
    passive,
    subject,
    verb_above,
)
from kg.extract.settle import nearest_place
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.model import Kind, Mode
from kg.vocab import BODIES

_WITH = ("with", "alongside", "beside", "opposite", "between", "among", "next", "to", "from", "and")
_WIRE = frozenset(
    "phone telephone phoned telephoned videoconference teleconference video-conference videolink video-link "
    "telephonic video virtual virtually zoom line hotline call calls".split()
)
# Verbs whose contact is a meeting even with nobody after "with": "the two presidents met".
_MUTUAL = frozenset(
    "meet talk confer negotiate gather convene dine lunch huddle consult assemble chat golf reconvene".split()
)
_HOLDING = frozenset(
    "involving attended bringing gathering grouping including hosted chaired convened organised organized mediated "
    "brokered facilitated called arranged led co-chaired".split()
)
_FOR_A_GUEST = frozenset("reception banquet dinner lunch luncheon welcome breakfast ceremony".split())
_HOST_VERBS = frozenset("receive welcome greet host entertain fete".split())
_PERSON_ONLY = frozenset(
    "see brief debrief consult welcome greet embrace hug summon lobby entertain fete".split()
)


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
    yield from _idioms(tree, talk, verb)
    if not classes.keys() & {"face", "side", "phone"}:
        return
    is_passive = passive(tree, verb)
    doers = talk.sides(tree, subject(tree, verb))
    barred = _officials(doers)
    wire = by_wire(tree, verb)
    if is_passive:
        groups = [talk.sides(tree, a, barred) for a in agents(tree, verb)]
        groups += [
            talk.sides(tree, p[0], barred) for p in groups_after(tree, verb, "by") if not agents(tree, verb)
        ]
        if (
            lemma in _HOST_VERBS
        ):  # "was received by the president, the premier and the speaker": one after another
            groups = [[s] for g in groups for s in g]
    else:
        groups = [[s for o in objects(tree, verb) for s in talk.sides(tree, o, barred)]]
        if lemma == "receive":  # "received the credentials of X", "received a delegation from Y"
            groups[0] += [
                s
                for o in objects(tree, verb)
                for p in after(tree, o, "of", "from")
                for s in talk.sides(tree, p, barred)
                if o.lower in _BROUGHT
            ]
    targets = [s for g in groups for s in g]
    if "phone" in classes and _rings(tree, verb, lemma, targets, is_passive, wire):
        for s in targets:
            yield Draft("call", unique([*doers, s]), verb, tree, "phone-verb", mode="phone", score=0.9)
        return
    if lemma in _TELLING:
        if _officials(doers) and _officials(targets) and _abroad(doers, targets) and not is_passive:
            kind: Kind = "call" if wire else "meeting"
            yield Draft(
                kind,
                unique(doers + targets),
                verb,
                tree,
                "told",
                mode="phone" if wire else "in-person",
                score=0.5,
            )
        return
    if lemma in _JOINING and not (_officials(doers) and _officials(targets)):
        return
    if (
        "face" in classes
        and targets
        and doers
        and (_officials(targets + doers) or lemma in ("meet", "receive", "host"))
    ):
        if not is_passive and not _officials(targets) and lemma not in ("meet", "receive", "host"):
            return
        for group in groups:
            if _distinct(doers, group):
                draft = Draft("meeting", unique(doers + group), verb, tree, "face-verb", score=0.85)
                if lemma in _HOST_VERBS and not is_passive:
                    draft.capacities = ["host"] * len(doers)
                yield draft
        return
    yield from _side_verb(tree, talk, verb, lemma, doers, wire)


_BROUGHT = frozenset("credentials letters delegation visit".split())
_TELLING = frozenset("tell assure inform reassure".split())
_JOINING = frozenset("visit join confront corner accost escort treat regale".split())


def _abroad(a: list[Side], b: list[Side]) -> bool:
    """Whether the sides stand for different states."""
    return not {s.country for s in a} & {s.country for s in b}


def _side_verb(
    tree: Tree, talk: Discourse, verb: Word, lemma: str, doers: list[Side], wire: bool
) -> Iterator[Draft]:
    """ "spoke with X", "sat down opposite Y", "the two sat together"."""
    if not doers:
        return
    links = ["with", "alongside", "beside", "opposite"]
    if lemma in ("speak", "talk"):
        links.append("to")
    if lemma in ("stand", "sit", "pose", "appear"):
        links += ["next", "across", "between", "facing"]
    barred = _officials(doers)
    groups = [[s for p in g for s in talk.sides(tree, p, barred)] for g in groups_after(tree, verb, *links)]
    groups = [g for g in groups if g and _distinct(doers, g)]
    if not groups:  # "posed for pictures with X": the partner hangs on a noun of the clause
        far = [
            p
            for o in [*objects(tree, verb), *after(tree, verb, "for", "in", "at")]
            for p in after(tree, o, "with", "alongside")
        ]
        groups = [g for p in far if (g := talk.sides(tree, p, barred)) and _officials(g)]
    kind: Kind = "call" if wire else "meeting"
    mode: Mode = "phone" if wire else "in-person"
    apart = _separately(tree, verb)
    if (
        lemma in ("speak", "talk")
        and not wire
        and any(_officials(g) for g in groups)
        and _at_a_distance(tree, talk, verb)
    ):
        kind, mode = "call", "phone"
    for group in groups:
        partners = [[s] for s in group] if (kind == "call" or apart) and not _joint(tree, verb) else [group]
        for one in partners:
            for who in [[d] for d in doers] if apart and len(doers) > 1 else [doers]:
                yield Draft(kind, unique([*who, *one]), verb, tree, "side-verb", mode=mode, score=0.8)
    if lemma in ("exchange", "swap") and not any(o.lower in _WORDS for o in objects(tree, verb)):
        return
    spoke = lemma in ("exchange", "swap") or (
        lemma in ("speak", "talk", "sit")
        and not tree.children(verb, "ccomp", "dobj")
        and not after(tree, verb, "of", "to", "on")
    )
    if not groups and len(doers) >= 2 and (lemma in _MUTUAL or spoke or _words_near(tree, verb) & _TOGETHER):
        yield Draft(kind, unique(doers), verb, tree, "mutual-verb", mode=mode, score=0.75)


_WORDS = frozenset(
    "pleasantries words greetings views handshakes toasts jokes blows accusations ideas compliments".split()
)
_TOGETHER = frozenset({"together", "face-to-face", "one-on-one", "head-to-head", "tete-a-tete", "side"})
_APART = frozenset({"separately", "individually", "separate", "respectively"})


def _words_near(tree: Tree, word: Word) -> set[str]:
    return {w.lower for w in tree.children(word)}


def _joint(tree: Tree, word: Word) -> bool:
    """Whether a call has all on one line: a conference, a virtual summit."""
    return any(w.lower in _ALL_AT_ONCE for w in tree.subtree(word))


_ALL_AT_ONCE = frozenset(
    "conference videoconference summit virtual joint trilateral three-way quadrilateral screen".split()
)


def _separately(tree: Tree, word: Word) -> bool:
    return bool(_words_near(tree, word) & _APART)


def _at_a_distance(tree: Tree, talk: Discourse, verb: Word) -> bool:
    """Whether "spoke with X" is a call: nothing near it puts the two in one place, or calls are the subject."""
    before = talk.text[max(0, tree.start - 400) : tree.end].lower()
    if any(w in before for w in ("phone", " call with", " calls with", "series of calls", "by video")):
        return True
    together = (
        "sidelines",
        "margins",
        "fringes",
        "in person",
        "face to face",
        "face-to-face",
        "summit",
        "visit",
    )
    if any(w in talk.text[tree.start : tree.end].lower() for w in together):
        return False
    return nearest_place(tree, verb) is None and not _words_near(tree, verb) & _TOGETHER


def _rings(tree: Tree, verb: Word, lemma: str, targets: list[Side], is_passive: bool, wire: bool) -> bool:
    if not targets or not _officials(targets):
        return False
    if lemma != "call":
        return True
    if wire and not is_passive:
        return True
    # "called Abbas on Tuesday" is a call; "called him a friend", "called X to Quito" and "called for" are none
    extra = tree.children(verb, "oprd", "xcomp", "ccomp", "attr", "acomp", "prt")
    to = [
        p for p in tree.children(verb, "prep") if p.lower in ("for", "on", "to", "into", "upon", "in", "as")
    ]
    return not extra and not to and not is_passive


def _idioms(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "call on X", "spent an hour with X", "was the guest of X", "handed a letter to X"."""
    doers = talk.sides(tree, subject(tree, verb))
    if not doers:
        return
    barred = _officials(doers)
    if verb.lower in ("spent", "spend", "spending", "spends", "shared", "share"):
        partners = [s for p in after(tree, verb, "with") for s in talk.sides(tree, p, barred)]
        partners += [
            s
            for o in objects(tree, verb)
            for p in after(tree, o, "with")
            for s in talk.sides(tree, p, barred)
        ]
        together = _words_near(tree, verb) & {"together", "alone"} or verb.lower.startswith("share")
        if _distinct(doers, partners) and (partners or together):
            yield Draft("meeting", unique(doers + partners), verb, tree, "spent-time", score=0.75)
    elif verb.lower in (
        "called",
        "call",
        "calls",
        "calling",
        "dropped",
        "drop",
        "waited",
        "drops",
        "dropping",
    ):
        for group in groups_after(tree, verb, "on", "upon", "in"):
            hosts = [s for p in group for s in talk.sides(tree, p, barred)]
            if _officials(hosts) and not tree.children(verb, "dobj", "ccomp"):
                yield Draft("meeting", unique(doers + hosts), verb, tree, "call-on", score=0.85)
    elif verb.lower in ("was", "is", "were", "be", "been", "are"):
        yield from _being_with(tree, talk, verb, doers, barred)
        for guest in tree.children(verb, "attr"):
            if guest.lower in ("guest", "guests"):
                hosts = [s for p in after(tree, guest, "of") for s in talk.sides(tree, p, barred)]
                if _officials(hosts):
                    yield Draft("meeting", unique(doers + hosts), verb, tree, "guest-of", score=0.75)
    elif verb.lower in ("shook", "shake", "shaking", "shakes"):
        hands = [o for o in objects(tree, verb) if o.lower in ("hand", "hands")]
        partners = [
            s for o in hands for p in after(tree, o, "of", "with") for s in talk.sides(tree, p, barred)
        ]
        if partners and _distinct(doers, partners):
            yield Draft("meeting", unique(doers + partners), verb, tree, "handshake", score=0.8)
        elif hands and len(doers) >= 2 and not after(tree, verb, "with"):
            yield Draft("meeting", unique(doers), verb, tree, "handshake", score=0.8)
    elif verb.lower in ("broke", "break", "breaking") and any(
        o.lower in ("bread", "ice") for o in objects(tree, verb)
    ):
        if len(doers) >= 2:
            yield Draft("meeting", unique(doers), verb, tree, "broke-bread", score=0.75)
    elif "hand" in lookup(verb.lower, "verb"):
        to = [s for p in after(tree, verb, "to") for s in talk.sides(tree, p, barred)]
        if _officials(to) and _officials(doers) and _abroad(doers, to) and not passive(tree, verb):
            yield Draft("meeting", unique(doers + to), verb, tree, "handed-to", score=0.6)
    elif verb.lower in ("brought", "bring", "bringing", "got") and _words_near(tree, verb) & {"together"}:
        others = [s for o in objects(tree, verb) for s in talk.sides(tree, o, barred)]
        if len(others) >= 2:
            yield Draft("meeting", unique(doers + others), verb, tree, "brought-together", score=0.7)


def _being_with(
    tree: Tree, talk: Discourse, verb: Word, doers: list[Side], barred: list[int]
) -> Iterator[Draft]:
    """ "was with X", "were together in Y", "was on the telephone to Z"."""
    line = any(o.lower in _WIRE for o in after(tree, verb, "on"))
    links = ("with", "to") if line else ("with",)
    others = [s for p in after(tree, verb, *links) for s in talk.sides(tree, p, barred)]
    if line:
        others += [
            s
            for o in after(tree, verb, "on")
            for p in after(tree, o, *links)
            for s in talk.sides(tree, p, barred)
        ]
    if _officials(doers) and _officials(others) and _abroad(doers, others):
        yield Draft(
            "call" if line else "meeting",
            unique(doers + others),
            verb,
            tree,
            "be-with",
            mode="phone" if line else "in-person",
            score=0.6,
        )
    elif not others and len({s.country for s in doers}) >= 2 and _words_near(tree, verb) & {"together"}:
        yield Draft("meeting", unique(doers), verb, tree, "be-together", score=0.6)


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
    if len({s.country for s in doers if s.official is not None}) >= 2:
        own = [s for s in own if s.country not in BODIES]  # two ministers on the margins of a body's meeting
    sides = unique(doers + own)
    kind: Kind = "call" if wire else "meeting"
    if "talk" in classes or "gathering" in classes:
        sides = _process(tree, talk, noun, sides)
    if len(sides) >= 2 and len({s.country for s in sides if s.country} | {s.official for s in sides}) >= 2:
        for some in _split(tree, talk, noun, doers, own, sides, kind):
            yield Draft(kind, some, noun, tree, "talk-noun", mode="phone" if wire else "in-person", score=0.8)
    elif sides and any(s.official is not None for s in sides) and noun.lower in _NEGOTIATING and not wire:
        place = nearest_place(tree, noun)
        if place is not None and place.grade > 1 and place.country not in {s.country for s in sides}:
            yield Draft(
                "meeting", sides, noun, tree, "talks-abroad", place=place, hosts=[place.country], score=0.5
            )
    elif _words_near(tree, noun) & {"news", "press"}:
        return
    elif "gathering" in classes and sides and any(s.official is not None for s in sides):
        yield Draft(
            "meeting", sides, noun, tree, "gathering", score=0.55, gathering=True, mode="multilateral"
        )


_NEGOTIATING = frozenset("talks negotiations consultations meetings discussions".split())
_GIVING = frozenset("give gives gave given giving grant grants granted offer offered accord accorded".split())
_ROUNDS = frozenset(
    "round rounds session sessions sitting talks negotiations meeting meetings dialogue consultations summit".split()
)
_WHICH = frozenset(
    "next last latest previous earlier first second third fourth fifth sixth seventh eighth ninth tenth final "
    "new another fresh further coming inaugural its two three".split()
)


def _process(tree: Tree, talk: Discourse, noun: Word, sides: list[Side]) -> list[Side]:
    """ "Its last round": the states of the talks that the text was speaking of."""
    countries = tuple(sorted({s.country for s in sides if s.country}))
    if len(countries) >= 2:
        talk.process = countries
        return sides
    kids = {w.lower for w in tree.children(noun)}
    numbered = any(w.lower.endswith("th") for w in tree.children(noun, "amod"))
    if sides or noun.lower not in _ROUNDS or not (kids & _WHICH or numbered) or len(talk.process) < 2:
        return sides
    return [Side(None, c, noun.start, noun.end) for c in talk.process]


def _split(
    tree: Tree, talk: Discourse, noun: Word, doers: list[Side], own: list[Side], sides: list[Side], kind: Kind
) -> list[list[Side]]:
    """ "separate meetings with X and Y" are two events; so are "calls with X and Y", "talks with X and with Y"."""
    groups = [
        [s for p in g for s in talk.sides(tree, p, _officials(doers))]
        for g in groups_after(tree, noun, "with")
    ]
    several = noun.tag == "NNS" and noun.lower in ("meetings", "calls", "conversations")
    one_line = kind == "call" and not _joint(tree, noun)
    if doers and (_separately(tree, noun) or several or one_line) and len(own) > 1:
        return [unique([*doers, s]) for s in own]
    if doers and len([g for g in groups if g]) > 1:
        return [unique([*doers, *g]) for g in groups if g]
    return [sides]


def _phone_call(tree: Tree, noun: Word) -> bool:
    below = {w.lower for w in tree.subtree(noun)}
    if below & {"phone", "telephone", "video", "conference", "telephonic"}:
        return True
    head = tree.head(noun)
    return (
        bool(after(tree, noun, "with", "from", "between"))
        and (head is None or head.lower not in ("pay", "paid", "pays", "paying") or noun.dep != "dobj")
        and not below & {"courtesy", "for"}
    )


def _courtesy(tree: Tree, noun: Word) -> bool:
    return bool(after(tree, noun, "on", "upon", "to")) and any(
        w.lower in ("courtesy", "farewell", "pay", "paid", "pays", "paying")
        for w in [*tree.children(noun), *tree.ancestors(noun)]
    )


def _parties_of(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """Those whom the noun phrase itself names: "X's talks with Y", "the U.S.-China summit"."""
    out: list[Side] = []
    for child in tree.children(noun, "poss"):
        out += _possessor(tree, talk, child)
    for child in tree.children(noun, "compound", "nmod"):
        if child.mention is not None and child.mention.official is not None:
            out += talk.sides(tree, child)
    if noun.lower in _FOR_A_GUEST:
        out += [s for p in after(tree, noun, "for") for s in talk.sides(tree, p, _officials(out))]
    if "call" in lookup(noun.lower, "noun"):
        out += [
            s
            for p in after(tree, noun, "on", "upon", "from", "to")
            for s in talk.sides(tree, p, _officials(out))
        ]
    for p in after(tree, noun, "with", "between", "among", "involving", "alongside"):
        out += talk.sides(tree, p, _officials(out))
    for p in after(tree, noun, "of"):
        if p.lower in REPRESENTATIVES or p.mention is not None:
            out += talk.sides(tree, p, _officials(out))
    for verb in tree.children(noun, "acl", "relcl"):
        if verb.dep == "relcl" and verb.lower in (_GIVING | {"held", "had", "hold", "have"}):
            who = talk.sides(tree, subject(tree, verb))
            out += who + [
                s for p in after(tree, verb, "to", "with") for s in talk.sides(tree, p, _officials(who))
            ]
        if verb.lower in _HOLDING:
            for p in [*objects(tree, verb), *agents(tree, verb)]:
                out += talk.sides(tree, p, _officials(out))
    countries = []
    for child in tree.children(noun, "amod", "compound", "nmod"):
        countries += (
            talk.countries_in(tree, child, child.mention) if child.place is None or child.mention else []
        )
    if len(countries) >= 2 or (countries and out):
        out += [Side(None, c, noun.start, noun.end) for c in countries]
    return unique(out)


def _possessor(tree: Tree, talk: Discourse, word: Word) -> list[Side]:
    if word.lower == "their":
        return talk.they(tree, word)
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
    linked = any(
        p.lower
        in (
            "for",
            "in",
            "at",
            "during",
            "after",
            "before",
            "following",
            "from",
            "into",
            "to",
            "on",
            "through",
        )
        for p in path
    )
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
    if verb.lower in _GIVING:  # "gave him lunch", "granted an audience to the envoy"
        doers = doers + [
            s
            for g in [*tree.children(verb, "dative"), *after(tree, verb, "to"), *after(tree, noun, "to")]
            for s in talk.sides(tree, g, [*barred, *_officials(doers)])
        ]
    if doers and verb.lower in ("held", "hold", "had", "have", "holding", "holds"):
        doers = doers + [
            s for p in after(tree, verb, "with") for s in talk.sides(tree, p, [*barred, *_officials(doers)])
        ]
    return doers


def _path(tree: Tree, word: Word, above: Word) -> list[Word]:
    out = []
    for w in tree.ancestors(word):
        if w is above:
            break
        out.append(w)
    return out
