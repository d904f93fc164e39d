"""Repairs of parsed sentences where a second partner or meal hangs on the wrong word.

"X met A in Rome and B in Paris": the parser coordinates B with Rome. "X had lunch with A and dinner with
B": it coordinates dinner with A. What stands for an official is never one with a place or a day.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.sentence.grammar import is_noun, is_verb, names_official
from kg.extract.sentence.particles import PARTICLES
from kg.extract.sentence.regroup import (
    after_the_first,
    by_road,
    by_then,
    deed_behind,
    in_order_to,
    last_time,
    make_main,
    move,
    no_name,
    of_a_number,
    of_a_people,
    off_the_colon,
    off_the_hall,
    off_the_hour,
    off_the_main,
    off_the_pledge,
    off_the_post,
    off_the_room,
    off_the_start,
    off_the_talks,
    off_the_wire,
    on_the_hour,
    on_to,
    said_of_the_first,
    several_did,
    subjective,
    to_the_gathering,
    with_whom,
)
from kg.extract.sentence.stopovers import arriving, bound_for, object_her, off_the_club, off_the_stop
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import ENCOUNTERS, lookup
from kg.extract.wordings import GUESTS, HOSTS, PEERS, PEOPLE

_PAST = frozenset("rang met saw held came went flew spoke told gave took sat drove rode wrote".split())
_THEN = frozenset("then afterwards later and".split())


def mend(tree: Tree) -> Tree:
    """The same tree with such words moved to where they belong."""
    for w in tree:
        if w.head == w.i and w.tag == "JJ" and w.lower.endswith("ed") and tree.children(w, "nsubj"):
            w.tag = "VBD"  # "X unpacked in Lima" is taken for a quality of X
        if w.tag in ("VBP", "VB") and w.lower in _PAST:
            w.tag = "VBD"  # "rang" is no present
        if w.dep == "compound" and w.text.islower():
            no_name(tree, w)
        if names_official(w):
            _off_the_wrong_phrase(tree, w)
        elif w.i == 0 and w.dep == "advmod" and w.mention is not None and subjective(tree, w):
            w.dep = "nsubj"  # "Nauru signed a treaty"
        for repair in (*_OF_WORDS.get((w.lower, w.dep), ()), *_OF_TAGS.get((w.dep, w.tag), ())):
            repair(tree, w)
    said_of_the_first(tree)
    if not any(is_verb(w) for w in tree):
        _verbless(tree)
        for w in tree:
            if w.head == w.i:
                of_a_people(tree, w)
                of_a_number(tree, w)
    elif any(w.head == w.i and names_official(w) for w in tree):
        _by_deed(tree)
    return tree


def _off_the_wrong_phrase(tree: Tree, name: Word) -> None:
    """Hang a name where it belongs: with its list, its verb or its partner."""
    if _led_by(tree, name):
        return
    if name.head == name.i:
        deed_behind(tree, name)
    if name.dep == "pobj":
        _off_the_matter(tree, name)
        _off_the_partner(tree, name)
        off_the_hall(tree, name)
    if behind := _behind_place(tree, name):
        _off_the_place(tree, name, *behind)
    elif name.dep in ("conj", "appos"):
        after_the_first(tree, name)
        _off_the_map(tree, name)
        off_the_hall(tree, name)
        off_the_colon(tree, name)
        off_the_post(tree, name)
    elif name.dep in ("npadvmod", "advmod", "dep"):
        if _objective(tree, name):
            name.dep = "dobj"
        elif subjective(tree, name):
            name.dep = "nsubj"
        else:
            _off_the_map(tree, name)
    elif name.dep == "nsubj":
        _off_the_verb(tree, name)


def _off_the_day(tree: Tree, prep: Word) -> None:
    """ "took a call on Sunday from X", "in a call on Sunday between X and Y": the day does not part the call from them."""
    verb = tree.head(prep)
    if verb is None or tree.words[prep.i - 1].date is None or lookup(verb.lower, "noun").keys() & ENCOUNTERS:
        return
    if is_verb(verb) and prep.lower == "from":
        for noun in tree.children(verb, "dobj"):
            if noun.i < prep.i and lookup(noun.lower, "noun"):
                move(tree, prep, noun, "prep")
    elif prep.lower != "from":
        before = next((w for w in reversed(tree.words[: prep.i]) if w.date is None), None)
        if before is not None and before.dep == "pobj" and lookup(before.lower, "noun").keys() & ENCOUNTERS:
            move(tree, prep, before, "prep")


def _out_of(tree: Tree, out: Word) -> None:
    """ "pulled out of the talks": the particle is the verb's, and the talks hang on the verb."""
    verb = tree.head(out)
    if verb is None or (verb.lower, "out") not in PARTICLES:
        return
    out.dep = "prt"
    for of in tree.children(out, "prep"):
        move(tree, of, verb, "prep")


def _by_the_two(tree: Tree, held: Word) -> None:
    """ "after the two held talks": the two are who held them, not how many talks were held."""
    noun = tree.head(held)
    two = tree.words[held.i - 1] if held.i else held
    if noun is None or two.tag != "CD" or two.dep != "nummod" or two.head != noun.i or held.i > noun.i:
        return
    above = tree.head(noun)
    articles = [w for w in tree.children(noun, "det") if w.i < two.i]
    if above is None or not articles:
        return
    tree.words[noun.head].children.remove(noun.i)
    noun.children = [c for c in noun.children if c not in (held.i, two.i, *(w.i for w in articles))]
    held.head, held.tag = above.i, "VBD"
    held.dep = "pcomp" if above.dep in ("prep", "mark") else "advcl"
    above.children = sorted([*above.children, held.i])
    held.children = sorted([*held.children, two.i, noun.i])
    two.head, two.dep, noun.head, noun.dep = held.i, "nsubj", held.i, "dobj"
    for w in articles:
        w.head = two.i
        two.children.append(w.i)


def _off_the_verb(tree: Tree, name: Word) -> None:
    """ "X, his colleague Y, and Z met": one list is one subject, not two."""
    verb = tree.head(name)
    first = (
        next((c for c in tree.children(verb, "nsubj") if c.i < name.i), None) if verb is not None else None
    )
    if first is None or not _official(first):
        return
    between = tree.words[first.i + 1 : name.i]
    if between and all(_official(w) or w.lower in (",", "and", "&") for w in between):
        move(tree, name, first, "conj")


def _behind_place(tree: Tree, name: Word) -> list[Word]:
    """ "received in Rabat X": the words received, in and Rabat; the parser takes "Rabat X" for one name or two things."""
    at = name.i - 1
    if at > 0 and tree.words[at].text == "," and tree.words[at].place is not None:
        at -= 1  # the comma that set the place apart for the parser
    if at < 2:
        return []
    verb, prep, place = tree.words[at - 2 : at + 1]
    joined = place.dep == "compound" or (name.dep == "conj" and name.head == place.i)
    alone = place.place is not None and place.mention is None and joined
    return [verb, prep, place] if alone and prep.lower in ("in", "at") and is_verb(verb) else []


def _off_the_place(tree: Tree, name: Word, verb: Word, prep: Word, place: Word) -> None:
    """Gives the place to its preposition and the name to the verb before that."""
    above = tree.head(name)
    if tree.children(verb, "dobj") or verb.tag not in ("VBD", "VBZ", "VB", "VBG"):
        return
    move(tree, prep, verb, "prep")
    move(tree, name, verb, "dobj")
    move(tree, place, prep, "pobj")
    if above is not None and above is not verb and name.i < above.i:  # "X, bearer of a letter"
        move(tree, above, name, "appos")


_RESUME = frozenset("resume begin open start continue end close conclude".split())


_DEEDS = frozenset("rang met saw hosted received visited phoned telephoned called greeted welcomed".split())


def _with_article(tree: Tree, w: Word) -> bool:
    return tree.words[w.i - 1].lower in ("the", "a", "an", "its", "their")


def _verbless(tree: Tree) -> None:
    """ "Negotiations with X on taxes resume on 12 December": the verb taken for a noun is one."""
    found = (w for w in tree if w.lower in _RESUME and w.dep == "pobj" and not _with_article(tree, w))
    verb = next(found, None)  # "before the start" holds none
    if verb is None:
        _by_deed(tree)
    else:
        make_main(tree, verb, "VBP")


def _by_deed(tree: Tree) -> None:
    """ "X, who was in Bern, *rang* Y": the verb taken for a part of the second name."""
    for w in tree:
        if w.lower in _DEEDS and w.dep == "compound" and names_official(tree.words[w.head]):
            name = tree.words[w.head]
            make_main(tree, w, "VBD")
            if w.head == w.i:
                name.dep = "dobj"
            return


def _official(word: Word) -> bool:
    return word.mention is not None and word.mention.official is not None


def _led_by(tree: Tree, name: Word) -> bool:
    """ "A delegation led by X held talks": the one behind a bare "by" is who led it."""
    by = tree.words[name.i - 1] if name.i else None
    if by is None or by.lower != "by" or by.dep not in ("agent", "prep") or by.children:
        return False
    move(tree, name, by, "pobj")
    return True


def _off_the_map(tree: Tree, name: Word) -> None:
    """A name coordinated with a place, a date or a meal goes to the partner named before: "met X over lunch and *Y*"."""
    at = tree.head(name)
    if at is None or _official(at) or not (at.place or at.date or _of_the_setting(tree, at)):
        return
    prep = tree.head(at) if at.dep == "pobj" else at
    man = tree.head(prep) if prep is not None and prep.lower in ("from", "in") else None
    if man is not None and man.lower in PEOPLE | GUESTS | HOSTS and name.dep == "appos":
        move(tree, name, man, "appos")  # "the man from Lima, X, met Y"
        return
    verb = tree.head(prep) if prep is not None else None
    while verb is not None and not is_verb(verb) and not is_noun(verb):
        verb = tree.head(verb)
    if verb is None:
        return
    near = [
        c
        for p in [verb, *tree.children(verb, "prep", "agent")]
        for c in tree.children(p, "dobj", "pobj")
        if _official(c) and c.i < at.i
    ]
    if near:
        move(tree, name, near[-1], "conj")


def _of_the_setting(tree: Tree, word: Word) -> bool:
    """Whether a word is part of "over lunch", "at the palace": where and how people meet."""
    prep = word if word.tag == "IN" else tree.head(word)
    plain = word is prep or (word.dep == "pobj" and word.mention is None and is_noun(word))
    return plain and prep is not None and prep.lower in _SETTING and bool(tree.children(prep, "pobj"))


_SETTING = frozenset("over at in during after before".split())


def _objective(tree: Tree, name: Word) -> bool:
    """Whether a name behind a verb is its object: "received at the palace on Monday X", "saw X, then Y"."""
    verb = tree.head(name)
    if verb is None or not is_verb(verb) or name.i < verb.i:
        return False
    before = tree.children(verb, "dobj")
    if not before:
        return True
    link = tree.words[name.i - 1]
    return any(_official(o) and o.i < name.i for o in before) and (link.lower in _THEN or link.text == ",")


def _off_the_clause(tree: Tree, verb: Word) -> None:
    """ "when X flew to Rome, called on Y and left": what has no subject goes on about X."""
    if tree.children(verb, "nsubj", "nsubjpass", "mark", "expl", "aux", "advmod"):
        return
    above = tree.head(verb)
    if above is None:
        return
    sisters = [
        c
        for c in tree.children(above, "advcl", "ccomp", "relcl")
        if c.i < verb.i and c.tag == verb.tag and tree.children(c, "nsubj", "nsubjpass")
    ]
    below = [c for c in tree.children(verb, "advcl") if c.i < verb.i and tree.children(c, "nsubj")]
    if sisters:
        move(tree, verb, sisters[-1], "conj")
    elif below and below[-1].tag == verb.tag:
        move(tree, below[-1], above, "advcl")
        move(tree, verb, below[-1], "conj")


def _off_the_deed(tree: Tree, verb: Word) -> None:
    """ "X did what nobody had done and flew to Rome": X flew."""
    done = tree.head(verb)
    above = tree.head(done) if done is not None else None
    if done is None or above is None or done.tag != "VBN" or done.dep != "ccomp" or above.tag != "VBD":
        return
    if any(c.lower == "what" for c in tree.children(above, "dobj")) or any(
        c.lower == "what" for b in (done, verb) for c in tree.children(b, "dobj")
    ):
        move(tree, verb, above, "conj")


def _off_the_stay(tree: Tree, verb: Word) -> None:
    """ "X flew to A, where Y met him, and spends today in B": X does, for the tense is no longer that of the stay."""
    met = tree.head(verb)
    place = tree.head(met) if met is not None and met.dep in ("relcl", "advcl") else None
    if met is None or place is None or met.tag != "VBD" or tree.children(verb, "nsubj", "nsubjpass"):
        return
    ahead = verb.tag == "VBZ" or any(c.lower == "will" for c in tree.children(verb, "aux"))
    if not ahead or not any(c.lower == "where" for c in tree.children(met, "advmod")):
        return
    main = next((a for a in tree.ancestors(met) if is_verb(a)), None)
    if main is not None:
        move(tree, verb, main, "conj")


def _off_the_copula(tree: Tree, verb: Word) -> None:
    """ "It was X whom Y received": the clause is said of X, not of "was"."""
    be = tree.head(verb)
    who = [c for c in tree.children(verb) if c.lower in ("who", "whom") and c.i < verb.i]
    if be is None or be.lower not in ("was", "is", "were") or not who:
        return
    said = [c for c in tree.children(be, "attr") if _official(c) and c.i < who[0].i]
    if said:
        move(tree, verb, said[-1], "relcl")


RELATED = frozenset(
    "relations ties relationship friendship feud row quarrel dispute rivalry partnership cooperation contact contacts "
    "contract spat rift dealings".split()
)
_MATTERS = frozenset("on about over regarding concerning".split())


def _off_the_matter(tree: Tree, name: Word) -> None:
    """ "talks on the war in Chad with X", "discussed trade with X": X is spoken to, and no part of the matter."""
    prep = tree.head(name)
    noun = tree.head(prep) if prep is not None and prep.lower == "with" else None
    if (
        prep is None
        or noun is None
        or not is_noun(noun)
        or noun.lower in RELATED
        or lookup(noun.lower, "noun")
    ):
        return
    below = noun
    for above in tree.ancestors(noun):
        if is_verb(above):
            if below.dep == "dobj" and above.lower.startswith("discuss"):
                move(tree, prep, above, "prep")
            return
        told_of = tree.head(above) if above.lower in _MATTERS else None
        if told_of is not None and lookup(told_of.lower, "noun").keys() & ENCOUNTERS:
            move(tree, prep, told_of, "prep")
            return
        below = above


def _off_the_partner(tree: Tree, name: Word) -> None:
    """ "met with X, as well as with Y": the second "with" is the verb's, like the first."""
    prep = tree.head(name)
    partner = tree.head(prep) if prep is not None and prep.lower == "with" else None
    verb = tree.head(partner) if partner is not None and partner.lower == "as" else None
    if prep is not None and verb is not None and is_verb(verb):
        move(tree, prep, verb, "prep")
        return
    first = tree.head(partner) if partner is not None and partner.dep in ("pobj", "conj") else None
    while first is not None and first.dep == "conj":
        first = tree.head(first)
    if first is not None and first.lower != "with" and _official(first):
        first = tree.head(first)
    above = tree.head(first) if first is not None and first.lower == "with" else None
    if prep is None or partner is None or above is None or not _official(partner):
        return
    if {"as", "and", "also", "then", "later"} & {w.lower for w in tree.words[partner.i + 1 : prep.i]}:
        move(tree, prep, above, "prep")


def _off_the_guest(tree: Tree, noun: Word) -> None:
    """ "lunch with A in Rome on Monday and *dinner* with B in Paris": each meal has its guest, its place and its day."""
    if noun.mention is not None or not lookup(noun.lower, "noun"):
        return
    behind = tree.words[noun.i + 1] if noun.i + 1 < len(tree.words) else noun
    lunch = _meal_before(tree, noun)
    if lunch is None or behind.lower != "with":
        return
    for w in tree.words[lunch.i + 1 :]:
        verb = tree.head(lunch)
        if w.head != lunch.head or verb is None or w.dep not in ("prep", "npadvmod"):
            continue
        if w.i > noun.i:
            move(tree, w, noun, w.dep)
        elif w.lower == "with" or w.date is not None:
            move(tree, w, lunch, w.dep)
    move(tree, noun, lunch, "conj")
    move(tree, behind, noun, "prep")


def _another_peer(tree: Tree, noun: Word) -> None:
    """ "rang X on Monday and *his counterpart* on Tuesday": one more of those rung."""
    if noun.lower in PEERS:
        after_the_first(tree, noun)


def _meal_before(tree: Tree, noun: Word) -> Word | None:
    """The encounter with which a noun is on a par, whatever the parser has hung it on: a guest, a place or a day."""
    on = tree.head(noun)
    if on is None or is_verb(on) or (on.mention is None and on.place is None and on.date is None):
        return None
    for above in tree.ancestors(noun):
        if is_noun(above) and above.mention is None and lookup(above.lower, "noun"):
            return above
        if is_verb(above):
            met = [o for o in tree.children(above, "dobj") if o.i < noun.i and lookup(o.lower, "noun")]
            return met[-1] if met else None
    return None


def _adverbial(tree: Tree, verb: Word) -> None:
    if not with_whom(tree, verb) and verb.tag in ("VBD", "VBZ", "VBP"):
        _off_the_clause(tree, verb)


_Repair = Callable[[Tree, Word], None]
_VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
# What may be wrong with a word in a role
_OF_WORDS: dict[tuple[str, str], tuple[_Repair, ...]] = {
    **{
        (prep, "prep"): (_off_the_day, off_the_hour, on_the_hour, off_the_wire, off_the_club)
        for prep in ("from", "between", "among", "with")
    },
    ("her", "poss"): (object_her,),
    ("last", "nsubj"): (last_time,),
    ("on", "conj"): (on_to,),
    ("to", "conj"): (off_the_stop,),
    ("for", "mark"): (bound_for,),
    ("in", "prep"): (off_the_talks,),
    ("together", "advmod"): (off_the_room,),
    ("out", "prep"): (_out_of,),
    ("out", "advmod"): (_out_of,),
    ("by", "agent"): (by_road,),
    ("held", "amod"): (_by_the_two,),
}
# What may be wrong with a role and a part of speech
_OF_TAGS: dict[tuple[str, str], tuple[_Repair, ...]] = {
    **{("advcl", tag): (_adverbial,) for tag in _VERBS},
    ("advcl", "VBN"): (_adverbial, to_the_gathering),
    **{("ccomp", tag): (_off_the_copula,) for tag in _VERBS},
    ("conj", "VBD"): (_off_the_deed, off_the_main, off_the_pledge),
    ("conj", "VBZ"): (_off_the_stay,),
    ("conj", "VB"): (_off_the_stay,),
    ("conj", "NN"): (_off_the_guest, _another_peer),
    ("conj", "NNS"): (_off_the_guest,),
    ("nsubj", "NNS"): (arriving,),
    ("ROOT", "CD"): (several_did,),
    ("xcomp", "VB"): (in_order_to,),
    ("xcomp", "VBG"): (off_the_start,),
    ("pcomp", "VBN"): (by_then,),
}
