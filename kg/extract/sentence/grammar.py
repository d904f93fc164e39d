"""Who does what in a parsed sentence: subjects, objects, prepositions, and how sure the clause is."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.sentence.tree import Tree, Word
from kg.extract.wordings import CALLING

# Verbs whose object does what the infinitive after it says: "sent Pence to meet", "asked him to come".
OBJECT_CONTROL = frozenset(
    "ask asked invite invited inviting invites urge urged send sent sends persuade persuaded order ordered "
    "allow allowed tell told telling want wanted wants expect expected expects dispatch dispatched instruct "
    "instructed call called summon summoned encourage encouraged help helped let bring brought asking got get".split()
)
# Of these the verbs whose infinitive a purpose may look like.
SENDING = frozenset("send sent sends dispatch dispatched dispatches invite invited ask asked".split())
# "X's turn to be received", "a last stop in Rome to confer with Y": as true as the occasion
_OCCASIONS = frozenset("turn stop stopover halt detour visit trip journey".split())
# Nouns whose infinitive is done by whoever holds or is given them: "his invitation to X to visit".
HANDED = (
    frozenset(
        "invitation invitations plan plans decision offer promise intention chance opportunity proposal request "
        "refusal agreement readiness willingness attempt effort bid order orders permission pledge leave".split()
    )
    | _OCCASIONS
)


_WHEN = frozenset("before after since upon on while when".split())

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
SELVES = frozenset("himself herself themselves".split())
BE = frozenset("is are was were be been".split())
BEING = BE | {"being"}


def is_verb(word: Word) -> bool:
    """Whether the tagger takes the word for a verb."""
    return word.tag[:2] == "VB" or word.tag == "MD"


def is_noun(word: Word) -> bool:
    """Whether the tagger takes the word for a noun."""
    return word.tag[:2] == "NN"


def names_official(word: Word) -> bool:
    """Whether a word is the name of an official."""
    return word.mention is not None and word.mention.kind == "name" and word.mention.official is not None


def passive(tree: Tree, verb: Word) -> bool:
    """Whether a verb is in the passive: "was received", and participles such as "received by"."""
    if tree.children(verb, "nsubjpass", "auxpass", "agent"):
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "amod") and not tree.children(verb, "aux", "dobj")


def _listed_before(tree: Tree, verb: Word) -> Word | None:
    """ "says it is a convoy and *the rest of the troops* will come": a subject taken for one more of a list."""
    modal = next((c for c in tree.children(verb, "aux") if c.tag == "MD"), None)
    word = tree.words[modal.i - 1] if modal is not None and modal.i else None
    while word is not None and word.dep in ("pobj", "prep"):
        word = tree.head(word)
    return word if word is not None and word.dep == "conj" and is_noun(word) else None


def subject(tree: Tree, verb: Word, depth: int = 0) -> Word | None:
    """The word that a verb says something about, found where the grammar leaves it out.

    "He flew to Rome to meet her" → the subject of "meet" is "He"; in "the minister who flew" it is
    "minister"; a participle or infinitive hanging on a noun has that noun.
    """
    if depth > 8:  # deeper chains are misparses
        return None
    own = tree.children(verb, "nsubj", "nsubjpass", "csubj", "expl")
    if own:
        real = [w for w in own if w.dep != "csubj"]
        above = tree.head(verb)
        if real and real[0].lower == "that" and verb.dep == "ccomp" and above is not None and is_verb(above):
            return subject(tree, above, depth + 1)  # "X confirmed that will receive Y"
        if real and real[0].dep == "expl":
            return next((w for w in tree.children(verb, "attr", "dobj")), None)
        return real[0] if real else None
    before = tree.words[verb.i - 1] if verb.i else verb
    if before.dep == "compound" and before.head == verb.i and before.mention is not None and is_verb(verb):
        return before  # "X embarks": the parser takes the name for part of a noun
    head = tree.head(verb)
    if head is None:
        return None
    if verb.dep in ("acl", "relcl"):
        if head.lower in HANDED and "to" in helpers(tree, verb):
            return _holder(tree, head, depth)
        return head if not is_verb(head) else subject(tree, head, depth + 1)
    if verb.dep == "ccomp" and (listed := _listed_before(tree, verb)) is not None:
        return listed
    if verb.dep in ("xcomp", "ccomp") and is_verb(head):
        objects = tree.children(head, "dobj")
        if objects and head.lower in OBJECT_CONTROL:
            return objects[0]
        if (
            head.lower in CALLING
            and "to" in helpers(tree, verb)
            and (asked := after(tree, head, "on", "upon"))
        ):
            return asked[0]  # "called on the parties to meet"
        return subject(tree, head, depth + 1)
    if verb.dep == "advcl" and is_verb(head) and head.lower in SENDING and "to" in helpers(tree, verb):
        sent = [o for o in tree.children(head, "dobj") if o.mention is not None]
        if sent:  # "sent its envoy, X, to see Y"
            return sent[0]
    if verb.dep == "pcomp":  # "before flying", "after meeting": the subject of what the phrase hangs on
        above = tree.head(head)
        while above is not None and above.dep == "npadvmod":  # "a day after meeting him, she flew on"
            above = tree.head(above)
        if above is None:
            return None
        if above.dep == "amod" and above.tag == "JJ":  # "X, fresh from chairing the summit"
            above = tree.head(above) or above
        if not is_verb(above) and head.lower in _WHEN and above.dep == "pobj":
            above = verb_above(tree, above) or above  # "in a speech before flying to X, Y said"
        bare = above.mention is None and above.dep in ("dobj", "pobj", "attr") and is_noun(above)
        if bare and head.lower in ("of", "in", "at", "for", "about"):  # "took the precaution of ringing X"
            above = verb_above(tree, above) or above
        return subject(tree, above, depth + 1) if is_verb(above) else above
    if head.lower in _TOOK and (it := _whom_it_took(tree, head)) is not None:
        return it
    if is_verb(head) or head.dep == "ROOT":
        return subject(tree, _told(tree, verb, head), depth + 1)
    if head.tag[:2] in ("JJ", "NN", "RB") or head.dep in ("prep", "attr", "acomp"):
        for above in tree.ancestors(verb):
            if is_verb(above):
                return subject(tree, above, depth + 1)
    return None


def _told(tree: Tree, verb: Word, head: Word) -> Word:
    """ "She will go to Chad, *X said*, and (she) hopes to …": a verb joined to one of saying behind what is said."""
    says = verb.dep == "conj" and head.lower in _SAID and verb.tag in ("VBZ", "VBP", "MD")
    inner = [c for c in tree.children(head, "ccomp") if c.i < head.i] if says else []
    return inner[0] if inner else head


_SAID = frozenset("said announced confirmed added told reported disclosed explained".split())


_TOOK = frozenset("took takes take taken cost costs".split())


def _whom_it_took(tree: Tree, verb: Word) -> Word | None:
    """ "It took X two days to bring Y round": X, who did it."""
    it = any(w.lower == "it" for w in tree.children(verb, "nsubj", "expl"))
    return next((o for o in objects(tree, verb) if o.mention is not None), None) if it else None


def _holder(tree: Tree, noun: Word, depth: int) -> Word | None:
    """Who is to do what an invitation or plan speaks of."""
    to = after(tree, noun, "to", "for")
    if to:
        return to[0]
    owner = tree.children(noun, "poss")
    if owner and noun.lower not in ("invitation", "invitations", "request", "offer"):
        return owner[0]
    above = tree.head(noun)
    verb = above if above is not None and is_verb(above) else verb_above(tree, noun)
    return subject(tree, verb, depth + 1) if verb is not None else None


def agents(tree: Tree, verb: Word) -> list[Word]:
    """Those by whom something was done: "received *by X*", "by X and *by Y*"."""
    by = tree.children(verb, "agent") or [p for p in tree.children(verb, "prep") if p.lower == "by"]
    by += [c for b in by for c in tree.children(b, "conj") if c.lower == "by"]
    meant = [b for b in by if not (b.i and tree.words[b.i - 1].lower == "not")]  # "not by X but by Y"
    by = meant or by
    return [p for b in by for p in tree.children(b, "pobj")]


def by_far(tree: Tree, verb: Word) -> list[Word]:
    """ "was met on the tarmac at Abuja, his first stop, by X": the "by" hangs on something in between."""
    found: list[Word] = []
    for w in tree.words[verb.i + 1 :]:
        if is_verb(w):
            break
        if w.lower == "by":
            found += [p for p in tree.children(w, "pobj") if p.mention is not None and p.mention.official]
    return found


def objects(tree: Tree, verb: Word) -> list[Word]:
    """The direct (and indirect) objects of a verb."""
    found = tree.children(verb, "dobj", "dative", "iobj")
    # a name is no adverb: "a day before meeting X" misread
    stray = [
        w for w in tree.children(verb, "npadvmod") if w.mention and w.mention.kind == "name" and w.i > verb.i
    ]
    return found or stray


def of_which(tree: Tree, verb: Word) -> Word | None:
    """ "*A dinner which* X was to give for Y": what a clause says was done to the thing it hangs on."""
    if not {"which", "that"} & tree.vocabulary or passive(tree, verb):
        return None
    if any(o.tag not in ("WDT", "WP", "DT") for o in objects(tree, verb)):
        return None
    for w in [verb, *tree.ancestors(verb)]:
        if w.dep == "relcl":
            noun = tree.head(w)
            return noun if noun is not None and noun.mention is None else None
        if w.dep not in ("xcomp", "conj"):
            return None
    return None


def groups_after(tree: Tree, word: Word, *prepositions: str) -> list[list[Word]]:
    """The objects of the prepositions that hang on a word, one list for each preposition.

    "called on X and on Y" gives two lists, "met with X and Y" one (Y hangs on X). "Together with",
    "face to face with" and the like count as "with".
    """
    if not word.children:
        return []
    out = []
    todo = tree.children(word, "prep", "dative", "agent", "advmod", "prt", "acomp", "npadvmod")
    todo += [c for c in tree.children(word, "conj") if c.tag in ("IN", "TO")]  # "…, and afterwards with B"
    while todo:
        prep = todo.pop(0)
        todo += [c for c in tree.children(prep, "conj") if c.dep == "conj" and c.tag in ("IN", "TO", "RB")]
        if prep.lower == "next":
            out += [
                g
                for to in tree.children(prep, "prep")
                if to.lower == "to" and (g := tree.children(to, "pobj"))
            ]
        elif prep.lower in prepositions:
            found = tree.children(prep, "pobj")
            for inner in tree.children(prep, "prep"):
                if inner.lower in prepositions or (prep.lower == "across" and inner.lower == "from"):
                    found = found + tree.children(inner, "pobj")
            if found:
                out.append(found)
        elif prep.lower in _LEADS:
            out += groups_after(tree, prep, *prepositions)
    return out


# Words that only lead to the preposition that counts: "together with", "face to face with", "back from".
_LEADS = frozenset(
    "together along face alongside side alone first then later separately both back down up out straight directly "
    "immediately".split()
)


def after(tree: Tree, word: Word, *prepositions: str) -> list[Word]:
    """The objects of the prepositions that hang on a word, all in one list: "talks *with X*"."""
    return [w for group in groups_after(tree, word, *prepositions) for w in group]


def honoured(tree: Tree, word: Word) -> list[Word]:
    """In whose honour something is: "a lunch *in honour of X*", "threw a banquet *in X's honour*"."""
    honours = [p for p in after(tree, word, "in") if p.lower in ("honour", "honor")]
    return [w for p in honours for w in [*after(tree, p, "of"), *tree.children(p, "poss")]]


def verb_above(tree: Tree, word: Word) -> Word | None:
    """The nearest verb that governs a word."""
    return next((w for w in tree.ancestors(word) if is_verb(w)), None)


def clause(tree: Tree, word: Word) -> Word:
    """The verb (or root) whose clause the word stands in."""
    if is_verb(word):
        return word
    return verb_above(tree, word) or word


def clause_words(tree: Tree, verb: Word) -> list[Word]:
    """The words of a clause, those of clauses below it left out (infinitives of purpose stay)."""
    out, todo = [], [verb]
    while todo:
        w = todo.pop()
        out.append(w)
        for c in tree.children(w):
            if c.dep in ("relcl", "ccomp", "parataxis") or (
                c.dep in ("conj", "advcl") and is_verb(c) and is_verb(w)
            ):
                continue
            todo.append(c)
    return sorted(out, key=lambda w: w.i)


def chain(tree: Tree, word: Word) -> Iterator[Word]:
    """The word and the verbs above it that colour its truth: "plans to | hold | talks".

    Stops at the verb of saying ("said that …") and at the borders of relative clauses.
    """
    yield word
    below = word
    for above in tree.ancestors(word):
        turn = above.lower in _OCCASIONS and is_verb(below) and _purpose(tree, below)
        if below.dep in ("relcl", "ccomp", "parataxis") and is_verb(below) and not turn:
            if below.dep == "ccomp":
                yield above  # "it was announced that", "denied that"
            return
        aside = below.dep == "advcl" and is_verb(below) and not _purpose(tree, below)
        if aside and below.lower not in _SEQUEL and not _in_step(tree, below, above):
            return
        if below.dep == "acl" and below.tag in ("VBN", "VBG") and below.lower not in _SEQUEL:
            return
        if below.dep == "conj" and is_verb(below) and is_verb(above) and below.tag in ("VBD", "VBZ", "VBP"):
            return  # "did not stop in X but visited Y": a verb with a tense of its own stands alone
        if is_verb(above) or is_noun(above) or above.tag.startswith("JJ"):
            yield above
        below = above


_SEQUEL = frozenset({"followed", "preceded"})  # "will lay a wreath, followed by talks": those are to come too


def _in_step(tree: Tree, participle: Word, verb: Word) -> bool:
    """ "Will visit Rome, meeting X on Friday": a participle without a tense of its own is as much to come."""
    bare = participle.tag == "VBG" and not tree.children(participle, "aux", "mark", "nsubj")
    led = tree.words[participle.i - 1].lower if participle.i else ""
    to_come = {"will", "would", "shall", "to"} & set(helpers(tree, verb))
    return bare and participle.i > verb.i and led in (",", "—", "–") and bool(to_come)


def _purpose(tree: Tree, verb: Word) -> bool:
    return any(w.lower == "to" for w in tree.children(verb, "aux"))


def helpers(tree: Tree, verb: Word) -> list[str]:
    """The auxiliaries and negations of a verb, in lower case; "not" too where *neither* A nor B is its subject."""
    said = [w.lower for w in tree.children(verb, "aux", "auxpass", "neg")]
    if "neither" in tree.vocabulary and _neither(tree, verb):
        said.append("not")
    return said


def _neither(tree: Tree, verb: Word) -> bool:
    doers = tree.children(verb, "nsubj", "nsubjpass")
    above = tree.head(verb)
    if not doers and verb.dep == "conj" and above is not None:
        return _neither(tree, above)  # "neither A nor B went to Lima or met Y"
    return any(d.lower == "neither" for w in doers for d in tree.children(w, "det", "preconj", "cc"))


def left_out(tree: Tree, word: Word) -> bool:
    """Whether a list leaves somebody out: "A and B, but *not C*", "A, *not B*, met D"."""
    return word.i > 0 and tree.words[word.i - 1].lower == "not" and names_official(word)


def negated(tree: Tree, verb: Word) -> bool:
    """Whether a verb is denied: "did not", "never"."""
    return not NEGATIONS.isdisjoint(helpers(tree, verb))


def plural_verb(tree: Tree, verb: Word) -> bool:
    """Whether a verb says something of several: "are", "have met", "met" without whom."""
    words = [verb, *tree.children(verb, "aux", "auxpass")]
    alone = verb.lower == "met" and len(words) == 1 and not (objects(tree, verb) or after(tree, verb, "with"))
    return alone or any(w.lower in ("are", "were", "have") or w.tag == "VBP" for w in words)


def way_up(tree: Tree, word: Word, above: Word) -> list[Word]:
    """The governors of a word below another one, nearest first."""
    out = []
    for w in tree.ancestors(word):
        if w is above:
            break
        out.append(w)
    return out
