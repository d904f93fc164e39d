"""Agreements: treaties, pacts, memoranda and declarations that states sign or conclude."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.agreements.outcomes import brought_home, yielded
from kg.extract.agreements.settlements import settlements
from kg.extract.agreements.signatories import (
    object_of,
    of_the_talks,
    pact,
    signatories,
    two_states,
    understood,
    with_witnesses,
)
from kg.extract.drafts import Draft
from kg.extract.meetings.rosters import signers
from kg.extract.meetings.talks import parties_of
from kg.extract.sentence.grammar import after, clause_words, is_noun, is_verb, objects, subject, verb_above
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse

# Verbs of the pen: whatever two states sign is an agreement, unless it is one of these.
_PEN = frozenset("sign co-sign countersign initial ink".split())
_NO_PACT = frozenset(
    "bill law laws act decree order orders petition book books letter legislation statute cheque warrant waiver "
    "player striker midfielder ball shirt shirts autograph autographs name names copy copies register".split()
)
_COPIES = frozenset("copy copies folder folders text texts version versions instruments".split())
_SAYING = frozenset("statement statements communique communiqué communiques declaration text".split())
_TO_PAPER = frozenset("pen pens name names signature signatures seal seals initials".split())
_HANDS = frozenset({"hand", "hands"})
_GLASSES = _HANDS | frozenset("glass glasses toast toasts".split())


def agreements(tree: Tree, talk: Discourse) -> list[Draft]:
    """The agreements that a sentence tells of."""
    return list(_told(tree, talk)) or list(brought_home(tree, talk))


def _told(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    for w in tree:
        if w.mention is not None and w.mention.kind == "name":
            continue
        if is_verb(w):
            found = list(_from_verb(tree, talk, w))
            yield from found or settlements(tree, talk, w)
        elif is_noun(w) and ("signing" in lookup(w.lower, "noun") or _papers_change_hands(tree, w)):
            yield from _signing(tree, talk, w)
        elif is_noun(w) and w.lower in _SAYING and _joint(tree, w):
            yield from _statement(tree, talk, w)
        elif is_noun(w) and pact(w):
            found = list(_dated(tree, talk, w)) or list(_listed(tree, talk, w))
            yield from found or _by_which(tree, talk, w)
    yield from signers(tree, talk)


def _from_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    classes = lookup(verb.lower, "verb")
    if _without(tree, verb) or any(c.lower == "away" for c in tree.children(verb, "prt", "advmod")):
        return  # "signed away a province"
    if verb.lower in _PUTTING and _to_paper(tree, verb):
        yield from _concluded(tree, talk, verb, None, "pen-to-paper")
    elif verb.lower in _BEARING and any(o.lower in _SIGNATURES for o in objects(tree, verb)):
        yield from _borne(tree, talk, verb)
    elif _terms(tree, verb):
        yield from _came_to_terms(tree, talk, verb)
    elif yielded(tree, verb):
        sides = of_the_talks(tree, talk, verb)
        if two_states(sides):
            yield Draft("agreement", sides, verb, tree, "signed-there")
    elif any(o.lower in _GLASSES for o in objects(tree, verb)) and _over(tree, verb):
        yield from _concluded(tree, talk, verb, None, "sign-verb")
    elif "sign" in classes or "make" in classes:
        yield from _signed(tree, talk, verb, classes.get("sign") or classes["make"])
    elif verb.lower in _NAMING:
        named = [w for w in tree.children(verb, "oprd", "attr", "dobj", "nsubjpass") if pact(w)]
        if named or _named_after(tree, verb):
            yield from _concluded(tree, talk, verb, None, "named-pact")


def _to_paper(tree: Tree, verb: Word) -> bool:
    """ "Put their names to it", "the act to which they set their hands"."""
    what = {o.lower for o in objects(tree, verb)}
    to = after(tree, verb, "to", "under") if what & _HANDS else []
    return bool(what & _TO_PAPER) or any(pact(p) or _paper(p) or p.tag == "WDT" for p in to)


def _terms(tree: Tree, verb: Word) -> bool:
    """ "came to terms with X", "reached an understanding", "struck a bargain"."""
    return verb.lower in ("came", "come", "comes", "coming") and any(
        p.lower in ("terms", "agreement", "understanding", "arrangement") for p in after(tree, verb, "to")
    )


_BEARING = frozenset("bear bears bore borne bearing carry carries carried carrying".split())
_SIGNATURES = frozenset("signature signatures initials names".split())


def _borne(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "The treaty bears the signatures of X and Y", "both leaders' signatures"."""
    who = subject(tree, verb)
    who = tree.head(verb) if who is None or verb.dep in ("acl", "relcl") else who
    signed = [o for o in objects(tree, verb) if o.lower in _SIGNATURES]
    hands = [p for o in signed for p in [*tree.children(o, "poss"), *after(tree, o, "of")]]
    sides = unique(s for p in hands for s in talk.sides(tree, p))
    meant = pact(who) or _paper(who) or (who is not None and who.lower == "it" and _pact_before(tree, talk))
    if meant and two_states(sides):
        yield Draft("agreement", sides, verb, tree, "sign-verb")


def _came_to_terms(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    sides = talk.doers(tree, verb)
    barred = [s.official for s in sides if s.official is not None]
    near = after(tree, verb, "with") + [p for o in after(tree, verb, "to") for p in after(tree, o, "with")]
    sides = unique([*sides, *(s for p in near for s in talk.sides(tree, p, barred))])
    if two_states(sides):
        yield Draft("agreement", sides, verb, tree, "terms")


_PUTTING = frozenset(
    "put puts putting set setting sets affix affixed affixing affixes add added lend lent append appended".split()
)
_NAMING = frozenset("christened dubbed baptised baptized titled entitled".split())


def _named_after(tree: Tree, verb: Word) -> bool:
    """ "what was christened the Rome Declaration": the parser may lose the name to the next clause."""
    return any(pact(w) and w.text[0].isupper() for w in tree.words[verb.i + 1 : verb.i + 6])


def _over(tree: Tree, verb: Word) -> bool:
    return any(pact(p) for p in after(tree, verb, "over", "on", "to"))


def _without(tree: Tree, verb: Word) -> bool:
    """ "parted without signing"."""
    head = tree.head(verb)
    return head is not None and head.lower == "without"


def _paper(word: Word | None) -> bool:
    """A word for what is an agreement only when signed, or joint: "document", "minutes", "statement"."""
    return word is not None and "paper" in lookup(word.lower, "noun")


_NEWSMEN = frozenset("press media reporters journalists newsmen".split())


def _joint(tree: Tree, noun: Word) -> bool:
    if any(p.lower in _NEWSMEN for p in after(tree, noun, "to", "for")):
        return False  # "a joint statement to the press": words, no paper
    return any(
        w.lower in ("joint", "common", "trilateral", "bilateral")
        for w in tree.children(noun, "amod", "compound")
    )


def _is_pact(tree: Tree, word: Word | None, pen: bool) -> bool:
    """Whether a noun phrase, with what it is made of or joined to, means an agreement."""
    if word is None or any(d.lower in ("no", "neither", "any") for d in tree.children(word, "det")):
        return False
    if word.lower in ("understanding", "understandings") and _views(tree, word):
        return False
    bare = word.lower == "agreement" and not tree.children(word, "det", "poss", "amod", "compound")
    if bare and any(
        p.lower in _ISSUES for p in after(tree, word, "on")
    ):  # "reached agreement on some issues"
        return False
    if word.lower == "deal" and any(w.lower in ("good", "great") for w in tree.children(word, "amod")):
        return False  # "did a great deal"
    if pact(word) or (_paper(word) and (pen or _joint(tree, word))) or _exchange(tree, word):
        return True
    if word.tag == "CD" or word.lower in ("one", "it", "they", "others"):  # "replaces one signed in 2006"
        return any(pact(w) for w in tree.words[: word.i])
    head = tree.head(word)
    if head is not None and head.dep == "prep" and pact(tree.head(head)):
        return True  # "the treaty on relations that they signed": "that" is the treaty
    return any(_is_pact(tree, c, pen) for c in tree.children(word, "conj"))


_ISSUES = frozenset("issues points matters areas questions things subjects topics details".split())


def _views(tree: Tree, word: Word) -> bool:
    """ "the common understandings that the two leaders reached": views they share, no memorandum."""
    return any(w.lower in ("common", "important", "mutual", "better") for w in tree.children(word, "amod"))


def _exchange(tree: Tree, word: Word) -> bool:
    """ "an exchange of prisoners"."""
    return word.lower in ("exchange", "release") and any(
        o.lower in _CAPTIVES for o in after(tree, word, "of")
    )


def _papers_change_hands(tree: Tree, word: Word) -> bool:
    """ "the exchange of nine documents": what is exchanged has been signed."""
    papers = after(tree, word, "of") if word.lower == "exchange" else []
    greetings = {"congratulatory", "condolence", "thank-you", "courtesy", "greeting"}
    papers = [o for o in papers if not greetings & {w.lower for w in tree.children(o, "amod", "compound")}]
    return any(_is_pact(tree, o, True) for o in papers)


_CAPTIVES = frozenset(
    "prisoners captives detainees hostages spies soldiers bodies remains envoys ambassadors".split()
)


def _signed(tree: Tree, talk: Discourse, verb: Word, lemma: str) -> Iterator[Draft]:
    pen = lemma in _PEN
    what = object_of(tree, verb)
    if what is not None and what.lower in _COPIES and any(pact(o) for o in after(tree, what, "of")):
        yield from _concluded(tree, talk, verb, what, "sign-verb")
        return
    if what is not None and what.lower in _NO_PACT and not _of_intent(tree, what):
        return
    if not _is_pact(tree, what, pen or lemma == "exchange") and pen:  # "signed with X, the host, a roadmap"
        called = [w for c in tree.children(verb, "ccomp") for w in tree.children(c, "oprd", "dobj")]
        further = [
            w for w in [*clause_words(tree, verb), *called] if w.i > verb.i and (pact(w) or _paper(w))
        ]  # also "signed what they called the Lima Declaration"
        what = further[0] if further else what
    taken_up = what is not None and what.lower in ("it", "them", "both") and pen and _pact_before(tree, talk)
    if taken_up or _is_pact(tree, what, pen or lemma == "exchange"):
        yield from _concluded(tree, talk, verb, what, "sign-verb")
        return
    if what is None and not (pen and (after(tree, verb, "for") or verb.tag == "VBD")):
        return  # "and signed" alone does when two states' people do it
    sides = signatories(tree, talk, verb, what)
    named = {s.country for s in sides if s.official is not None}
    if (pen and len(named) >= 2) or (_paper(what) and lemma in _AGREEING and two_states(sides)):
        yield Draft("agreement", sides, verb, tree, "sign-verb")


def _of_intent(tree: Tree, word: Word) -> bool:
    """ "A letter of intent": no letter that is sent."""
    return word.lower in ("letter", "letters") and any(o.lower == "intent" for o in after(tree, word, "of"))


_LINE = 200  # characters back in which "she signed it for Chad" finds what was signed


def _pact_before(tree: Tree, talk: Discourse) -> bool:
    """Whether the text has just spoken of a pact: "The treaty is short. X initialled *it*"."""
    words = (
        talk.text[max(0, tree.start - _LINE) : tree.start].lower().replace(",", " ").replace(".", " ").split()
    )
    return any("pact" in lookup(w, "noun") for w in words)


# Of these verbs both sides must be the subject: "announced a deal" may be said of anybody's.
_LOOSE = frozenset("announce make do come enter arrive cement forge cut secure".split())
# Of these verbs a code, plan or programme makes an agreement too, where both sides stand there.
_AGREEING = frozenset("agree adopt conclude seal finalise finalize endorse approve".split())


def _concluded(tree: Tree, talk: Discourse, verb: Word, what: Word | None, rule: str) -> Iterator[Draft]:
    if any(p.lower in _NEWSMEN for p in after(tree, verb, "to", "before")):
        return  # "made a joint declaration to the press"
    loose = lookup(verb.lower, "verb").get("make") in _LOOSE
    if loose and not two_states(talk.doers(tree, verb)):
        return
    sides = signatories(tree, talk, verb, what)
    if not two_states(sides):
        sides, rule = understood(tree, talk, verb, sides)
    if two_states(sides):
        yield Draft("agreement", sides, verb, tree, rule)


def _signing(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "the signing of a treaty by X and Y", "a signing ceremony", "are being readied for signature"."""
    of = after(tree, noun, "of")
    if noun.dep == "compound" or not (any(_is_pact(tree, o, True) for o in of) or _for_signature(tree, noun)):
        return
    near = [w for w in tree.subtree(noun) if w.lower in ("by", "between") and w.dep in ("prep", "agent")]
    who = [*(p for w in near for p in tree.children(w, "pobj")), *tree.children(noun, "poss")]
    sides = [
        *(s for p in who for s in talk.sides(tree, p)),
        *(s for o in of for s in parties_of(tree, talk, o)),
    ]
    brought = [v for w in [noun, *of] for v in tree.children(w, "relcl") if v.lower in _BRINGING]
    sides += [
        s for v in brought for b in _bringing(tree, v) for o in objects(tree, b) for s in talk.sides(tree, o)
    ]
    verb = verb_above(tree, noun)
    if not two_states(sides) and verb is not None:
        sides = sides + talk.doers(tree, verb)
    sides, rule = with_witnesses(tree, talk, noun, unique(sides)), "signing-noun"
    opened = verb is not None and verb.lower in _OPENED  # for whoever will come
    if not two_states(sides) and not opened:
        sides, rule = understood(tree, talk, noun, sides)
    if two_states(sides):
        yield Draft("agreement", sides, noun, tree, rule)


_OPENED = frozenset("open opened opens".split())
# "the signing, which was to have brought X and Y to Malaba"
_BRINGING = frozenset("was is were bring brings brought gathered united".split())


def _bringing(tree: Tree, verb: Word) -> list[Word]:
    return [verb, *tree.children(verb, "xcomp")]


def _dated(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "the 1972 treaty between X and Y", "the accord of 3 May 2011 with X": no verb, but a date."""
    if not any(w.date is not None for w in tree.subtree(noun) if w.i < noun.i + _TIGHT) or _verbal(
        tree, noun
    ):
        return
    sides = parties_of(tree, talk, noun)
    if two_states(sides):
        yield Draft("agreement", sides, noun, tree, "pact-noun")


def _listed(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "signed ten papers, *among them a pact on fishing between X and Y*": one of those signed, with its own hands."""
    before = [w.lower for w in tree.words[max(0, noun.i - _LEAD) : noun.i]]
    verb = verb_above(tree, noun)
    if verb is None or "sign" not in lookup(verb.lower, "verb") or not _ONE_OF & set(before):
        return
    between = [w for w in tree.subtree(noun) if w.lower in ("between", "by") and w.i > noun.i]
    sides = unique(s for w in between for p in tree.children(w, "pobj") for s in talk.sides(tree, p))
    if len(sides) >= 2 and two_states(sides):
        yield Draft("agreement", sides, noun, tree, "pact-noun")


_LEAD = 5  # words from "among them" to the paper
_ONE_OF = frozenset({"among", "including"})


def _by_which(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "closed the base under an accord with X", "won their release in a deal with Y": what brought something about."""
    prep = tree.head(noun)
    verb = tree.head(prep) if prep is not None and prep.lower in _MEANS else None
    if verb is None or not is_verb(verb) or not {d.lower for d in tree.children(noun, "det")} & {"a", "an"}:
        return
    own = talk.actors(tree, verb)
    barred = [s.official for s in own if s.official is not None]
    partners = [s for p in after(tree, noun, "with") for s in talk.sides(tree, p, barred)]
    if own and partners and two_states([*own, *partners]):
        yield Draft("agreement", unique([*own, *partners]), noun, tree, "pact-noun")


_MEANS = frozenset("in under through by via".split())


_TIGHT = 4  # words after the noun within which a date is its own


def _verbal(tree: Tree, noun: Word) -> bool:
    """Whether a verb says what became of an agreement: then that verb tells of it."""
    head = tree.head(noun)
    near = [*tree.children(noun, "acl", "relcl"), *([head] if head is not None else [])]
    return any(lookup(w.lower, "verb").keys() & {"sign", "make"} for w in near)


def _for_signature(tree: Tree, noun: Word) -> bool:
    """ "the treaty is ready for signature"."""
    head, verb = tree.head(noun), verb_above(tree, noun)
    return (
        head is not None
        and head.lower in ("for", "to")
        and verb is not None
        and _is_pact(tree, subject(tree, verb), True)
    )


_READING = frozenset("give gives gave giving read reads deliver delivers delivered delivering".split())


def _statement(tree: Tree, talk: Discourse, noun: Word) -> Iterator[Draft]:
    """ "X and Y said in a joint statement", "a joint communiqué by X and Y"."""
    told = [p for w in (noun, verb_above(tree, noun)) if w for p in after(tree, w, "to", "for", "before")]
    if any(p.lower in _NEWSMEN for p in told):
        return
    who = [*tree.children(noun, "poss"), *after(tree, noun, "by", "of", "from", "between", "with")]
    sides: list[Side] = [s for p in who for s in talk.sides(tree, p)]
    verb = verb_above(tree, noun)
    if verb is not None and verb.lower in _READING:  # "read out their joint statements to the press"
        return
    if verb is not None and noun.dep in ("pobj", "dobj"):
        sides += talk.sides(tree, subject(tree, verb), [s.official for s in sides if s.official is not None])
    if two_states(sides):
        yield Draft("agreement", unique(sides), noun, tree, "joint-statement")
