"""Repairs of parsed sentences whose clauses, company or lists hang on the wrong phrase."""

from __future__ import annotations

from kg.extract.sentence.grammar import is_noun, is_verb, names_official
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.wordings import TIME
from kg.reference import senses


def move(tree: Tree, word: Word, head: Word, dep: str) -> None:
    """Hang a word on another head; nothing happens where that would make a circle."""
    if head is word or any(a is word for a in tree.ancestors(head)):
        return
    tree.words[word.head].children.remove(word.i)
    word.head, word.dep = head.i, dep
    head.children.append(word.i)
    head.children.sort()


def off_the_hour(tree: Tree, prep: Word) -> None:
    """ "sat until dawn with X": the company is that of those who sat, not of the dawn."""
    hour = tree.head(prep)
    lasting = tree.head(hour) if hour is not None and hour.dep == "pobj" and hour.lower in _HOURS else None
    verb = tree.head(lasting) if lasting is not None and lasting.lower in _LASTING else None
    if prep.lower == "with" and verb is not None and is_verb(verb):
        move(tree, prep, verb, "prep")


_LASTING = frozenset({"until", "till", "past", "after", "into", "for", "at", "before", "since"})
_HOURS = frozenset(
    "dawn dusk midnight midday noon nightfall daybreak sunset sunrise breakfast lunchtime dark hour hours night evening "
    "morning afternoon minutes days".split()
)


def in_order_to(tree: Tree, verb: Word) -> None:
    """ "was in Lima, to deliver a letter": what he came for, and nothing that was to be."""
    be = tree.head(verb)
    aim = any(w.lower == "to" for w in tree.children(verb, "aux"))
    if be is None or be.lower not in ("was", "is", "were", "are") or not aim:
        return
    spots = [p for w in tree.children(be, "prep") if w.i < verb.i for p in tree.children(w, "pobj")]
    if any(p.place is not None for p in spots):
        verb.dep = "advcl"


def off_the_room(tree: Tree, together: Word) -> None:
    """ "brought the two together in Rome": the word is the verb's, not that of the place behind it."""
    prep = tree.head(together)
    verb = tree.head(prep) if prep is not None and prep.dep == "prep" and together.i == prep.i - 1 else None
    if verb is not None and is_verb(verb):
        move(tree, together, verb, "advmod")


def by_then(tree: Tree, verb: Word) -> None:
    """ "X had by then left": the participle is the verb, and "had" its auxiliary."""
    by = tree.head(verb)
    had = tree.head(by) if by is not None and by.lower == "by" else None
    then = tree.words[verb.i - 1]
    if (
        by is None
        or had is None
        or not is_verb(had)
        or then.lower not in ("then", "now")
        or then.i != by.i + 1
    ):
        return
    root = had.head == had.i
    others = [tree.words[c] for c in had.children if c != by.i]
    tree.words[by.i].children.remove(verb.i)
    if not root:
        above = tree.words[had.head]
        above.children = sorted([*(c for c in above.children if c != had.i), verb.i])
    verb.head, verb.dep = (verb.i if root else had.head), had.dep
    had.children, had.head, had.dep = [], verb.i, "aux"
    for c in (had, by, *others):
        c.head = verb.i
    verb.children = sorted({*verb.children, had.i, by.i, *(c.i for c in others)})
    then.head, then.dep = by.i, "pcomp"
    verb.children = [c for c in verb.children if c != then.i]
    by.children = sorted({*by.children, then.i})


def with_whom(tree: Tree, verb: Word) -> bool:
    """ "met the press with X, his host, *with whom he had dined*": the clause is said of the one named before it."""
    whom = next((w for w in tree.words[: verb.i] if w.lower == "whom" and verb in tree.ancestors(w)), None)
    prep = tree.head(whom) if whom is not None and whom.dep == "pobj" else None
    if prep is None or prep.head != verb.i or prep.i < 2:
        return False
    before = tree.words[prep.i - 1]
    name = tree.words[prep.i - 2] if before.text == "," else before
    if not _official(name) or verb in tree.ancestors(name):
        return False
    move(tree, verb, name, "relcl")
    return True


def off_the_colon(tree: Tree, name: Word) -> None:
    """ "met the Arab side: X, Y and Z": those behind the colon are the side, and none of those who met it."""
    side = tree.words[name.i - 2] if name.i > 2 and tree.words[name.i - 1].text == ":" else None
    taken = side is not None and side.dep in ("dobj", "pobj") and is_noun(side) and side.mention is None
    if side is not None and taken and name.dep == "appos" and name.head < side.i:
        move(tree, name, side, "appos")


def off_the_post(tree: Tree, name: Word) -> None:
    """ "X, her deputy for trade, and Y signed", "X, who was host, and Y": Y goes with X, not with the post."""
    post = tree.head(name)
    first = tree.head(post) if post is not None else None
    if first is not None and post is not None and post.dep == "attr" and first.dep == "relcl":
        first = tree.head(first)
    elif (
        post is None
        or post.dep != "appos"
        or [w.text for w in tree.words[name.i - 2 : name.i]] != [",", "and"]
    ):
        return
    if (
        name.dep != "conj"
        or first is None
        or is_verb(first)
        or not _official(first)
        or post.mention is not None
    ):
        return
    if first.i < post.i < name.i and "," in [w.text for w in tree.words[post.i + 1 : name.i]]:
        move(tree, name, first, "conj")


def _official(word: Word) -> bool:
    return word.mention is not None and word.mention.official is not None


def off_the_hall(tree: Tree, name: Word) -> None:
    """ "In the white hall of the palace X and Y signed": X, taken for one more hall, is who signed."""
    at = tree.head(name) if name.dep != "pobj" else _hall_of_the_name(tree, name)
    if at is None or (_official(at) and not _of_those_present(tree, at, name)):
        return
    listed = name.dep in ("conj", "appos") and at.dep == "pobj"
    if name.dep != "pobj" and (not listed or (at.mention is not None and at.mention.kind == "group")):
        return
    verb = next((w for w in tree.ancestors(name) if is_verb(w)), None)
    if verb is None or verb.i < name.i or tree.children(verb, "nsubj", "nsubjpass", "expl"):
        return
    prep = tree.head(name)
    move(tree, name, verb, "nsubjpass" if tree.children(verb, "auxpass") else "nsubj")
    if at.head == name.i and prep is not None:
        for w in [at, *(c for c in tree.children(name, "det", "amod") if c.i < at.i)]:
            move(tree, w, prep if w is at else at, "pobj" if w is at else w.dep)


def _of_those_present(tree: Tree, at: Word, name: Word) -> bool:
    """ "*In the presence of X*, Y and Z signed": the one behind the comma is who signed."""
    of = tree.head(at)
    opens = of is not None and of.lower == "of" and tree.words[0] in (of, *tree.ancestors(of))
    return opens and name.dep == "conj" and name.i == at.i + 2 and tree.words[at.i + 1].text == ","


def _hall_of_the_name(tree: Tree, name: Word) -> Word | None:
    """ "In the hall of the *museum X*": the parser takes the museum for a part of the name."""
    before = tree.words[name.i - 1] if name.i else name
    part = before.dep == "compound" and before.head == name.i and before.mention is None
    return before if part and before.text.islower() and tree.children(name, "det") else None


def on_the_hour(tree: Tree, prep: Word) -> None:
    """ "inspected troops with X after an hour *with Y*": the second is with Y for the hour."""
    hour = tree.words[prep.i - 1]
    after = tree.head(hour)
    talks = "talk" in lookup(hour.lower, "noun")
    if (
        prep.lower != "with"
        or (hour.lower not in TIME and not talks)
        or hour.dep != "pobj"
        or after is None
        or after.lower != "after"
    ):
        return
    if talks or (hour.i and tree.words[hour.i - 1].lower in _A):
        move(tree, prep, hour, "prep")


def off_the_start(tree: Tree, verb: Word) -> None:
    """ "has begun arranging, he wrote, a meeting": what is arranged, not what is begun."""
    begun = tree.head(verb)
    if begun is None or tree.children(verb, "dobj") or not is_verb(begun):
        return
    for noun in tree.children(begun, "dobj"):
        if noun.i > verb.i and lookup(noun.lower, "noun"):
            move(tree, noun, verb, "dobj")


def off_the_pledge(tree: Tree, verb: Word) -> None:
    """ "X began with a pledge that they *would act*, and then *left* for Rome": who pledged left."""
    act = tree.head(verb)
    if act is None or act.tag != "VB" or tree.children(verb, "nsubj", "nsubjpass", "aux"):
        return
    if not any(c.tag == "MD" for c in tree.children(act, "aux")):
        return
    told = next((a for a in tree.ancestors(act) if is_verb(a) and a.tag == "VBD"), None)
    if told is not None:
        move(tree, verb, told, "conj")


_A = frozenset("a an one two three four five six half another".split())


def no_name(tree: Tree, w: Word) -> None:
    """ "read the text and *rang* X": the parser takes the verb for a part of the name."""
    name = tree.head(w)
    above = tree.head(name) if name is not None and names_official(name) and name.dep == "conj" else None
    telling = lookup(w.lower, "verb").keys() & {"phone", "face"}
    if name is not None and above is not None and is_verb(above) and telling:
        w.tag = "VBD"
        move(tree, w, above, "conj")
        move(tree, name, w, "dobj")


def of_a_people(tree: Tree, root: Word) -> None:
    """ "On his way home *the American stops* in Lima": taken for a noun and its adjective, of a verbless sentence."""
    people = tree.words[root.i - 1] if root.i > 1 else root
    classes = lookup(root.lower, "verb").keys() & {"go", "face", "side", "phone", "leave"}
    if root.tag != "NNS" or not classes or people.dep not in ("amod", "compound") or people.head != root.i:
        return
    article = tree.words[people.i - 1]
    if (
        article.lower == "the"
        and people.text.istitle()
        and any(x.kind == "demonym" for x in senses(people.text))
    ):
        root.tag, people.tag, people.dep = "VBZ", "NNP", "nsubj"
        move(tree, article, people, "det")


def of_a_number(tree: Tree, root: Word) -> None:
    """ "*The two travel* to Lima on Tuesday": taken for a noun and its number, of a verbless sentence."""
    number = tree.words[root.i - 1] if root.i > 1 else root
    article = tree.words[number.i - 1]
    if (
        root.tag == "NN"
        and number.tag == "CD"
        and article.lower == "the"
        and "go" in lookup(root.lower, "verb")
    ):
        root.tag = "VBP"
        move(tree, number, root, "nsubj")
        move(tree, article, number, "det")


def make_main(tree: Tree, verb: Word, tag: str) -> None:
    """Makes a word the main verb, and what the parser took for the root before it its subject."""
    root = next((w for w in tree if w.head == w.i), None)
    if root is None or verb.i < root.i:
        return
    tree.words[verb.head].children.remove(verb.i)
    verb.head, verb.dep, verb.tag = verb.i, "ROOT", tag
    late = [tree.words[c] for c in root.children if c > verb.i]
    root.head, root.dep = verb.i, "nsubj"
    verb.children = sorted([*verb.children, root.i])
    for w in late:
        move(tree, w, verb, w.dep)


def several_did(tree: Tree, number: Word) -> None:
    """ "The five first *met* in May, when …": the verb is taken for a participle that hangs on the number."""
    the = any(d.lower == "the" for d in tree.children(number, "det"))
    for deed in tree.children(number, "acl") if the else ():
        if deed.tag == "VBN" and lookup(deed.lower, "verb").keys() & {"side", "face", "sign", "go"}:
            make_main(tree, deed, "VBD")
            return


def last_time(tree: Tree, last: Word) -> None:
    """ "The three *last met* in May": the number is the subject, not how many of the last."""
    verb, numbers = tree.head(last), tree.children(last, "nummod")
    if verb is None or not numbers or tree.words[last.i + 1] is not verb:
        return
    for w in tree.children(last, "det", "nummod"):
        move(tree, w, verb, "nsubj" if w is numbers[0] else "dep")
    for the in tree.children(verb, "dep"):
        move(tree, the, numbers[0], "det")
    last.tag, last.dep = "RB", "advmod"


def deed_behind(tree: Tree, name: Word) -> None:
    """ "X, who came on Monday, *lunches* with Y": the verb behind an aside is taken for a noun in apposition."""
    for deed in tree.children(name, "appos", "conj", "acl"):
        asides = [c for c in tree.children(name, "relcl", "appos", "acl", "prep") if c.i < deed.i]
        classes = lookup(deed.lower, "verb").keys() & {"go", "face", "side", "phone", "leave"}
        met = [o for o in tree.children(deed, "dobj", "oprd") if names_official(o)]
        gone = any(p.lower in ("for", "to") for p in tree.children(deed, "prep"))  # "set off for Y"
        told = deed.tag == "VBN" and (met or gone) and not tree.children(deed, "agent")
        finite = deed.tag in ("NNS", "VBD") or told
        if asides and finite and classes and tree.words[deed.i - 1].text == ",":
            make_main(tree, deed, "VBZ" if deed.tag == "NNS" else "VBD")
            for o in met:
                o.dep = "dobj"
            return


def after_the_first(tree: Tree, name: Word) -> None:
    """ "Telephoned A, *and B after him*": B is one more of those telephoned."""
    verb = tree.head(name)
    first = [o for o in tree.children(verb, "dobj") if names_official(o)] if verb is not None else []
    own = any(c.dep in ("nsubj", "nsubjpass") and c.i > name.i for c in tree.children(verb)) if verb else True
    if verb is not None and is_verb(verb) and first and first[0].i < name.i and not own:
        move(tree, name, first[0], "conj")


def on_to(tree: Tree, on: Word) -> None:
    """ "Went to A with a plan in her bag *and on to* B": the second goal hangs on the verb as the first does."""
    after_it = tree.words[on.i + 1].lower if on.i + 1 < len(tree.words) else ""
    verb = next((a for a in tree.ancestors(on) if is_verb(a)), None)
    if after_it != "to" or verb is None or "go" not in lookup(verb.lower, "verb"):
        return
    first = next((p for p in tree.children(verb, "prep") if p.lower == "to"), None)
    if first is not None and tree.head(on) is not first:
        move(tree, on, first, "conj")
        for day in (w for w in tree.words[on.i + 1 :] if w.date is not None and w.dep == "npadvmod"):
            move(tree, day, on, "npadvmod")


_CARRIERS = frozenset(
    "bus car train plane helicopter boat ferry ship air road rail land sea motorcade limousine coach aircraft jet foot".split()
)


def by_road(tree: Tree, by: Word) -> None:
    """ "crossed by bus into X": the bus carried them, it crossed nobody."""
    verb = tree.head(by)
    if verb is None or tree.children(verb, "auxpass") or verb.tag != "VBN":
        return
    if any(p.lower in _CARRIERS for p in tree.children(by, "pobj")):
        by.dep, verb.tag = "prep", "VBD"


def off_the_main(tree: Tree, verb: Word) -> None:
    """ "She waits for X, whom she has invited, *and who told* her so": what is said of X goes on about X."""
    who = next((c for c in tree.children(verb, "nsubj") if c.lower == "who"), None)
    main = tree.head(verb)
    if who is None or main is None or main.dep == "relcl":
        return
    clauses = [w for w in tree.words[main.i : verb.i] if w.dep == "relcl" and main in tree.ancestors(w)]
    said = [c for c in clauses if any(x.lower in ("who", "whom", "whose") for x in tree.subtree(c))]
    if said:
        move(tree, verb, said[-1], "conj")


_WIRES = frozenset("video phone telephone videolink videoconference teleconference".split())


def off_the_talks(tree: Tree, prep: Word) -> None:
    """ "In Rome on Monday for talks with X, *in Bern* on Tuesday and in Oslo": the stops are those of who travels."""
    on, towns = tree.head(prep), tree.children(prep, "pobj")
    if on is None or not is_noun(on) or not prep.i or tree.words[prep.i - 1].text != ",":
        return
    verb = next((a for a in tree.ancestors(on) if is_verb(a)), None)
    further = any(_goes_on(tree, t) for t in towns if t.place is not None)
    if verb is not None and further and stops_before(tree, verb, on):
        move(tree, prep, verb, "prep")


def stops_before(tree: Tree, verb: Word, word: Word) -> bool:
    """Whether a verb has told where somebody is before a word: "was *in Rome* to see X, in Bern …"."""
    preps = [p for p in tree.children(verb, "prep") if p.i < word.i and p.lower == "in"]
    return any(t.place is not None for p in preps for t in tree.children(p, "pobj"))


def _goes_on(tree: Tree, town: Word) -> bool:
    """Whether an "and" with a further preposition follows a town and its day."""
    behind = [
        w for w in tree.words[town.i + 1 : town.i + 5] if w.date is None and w.lower not in ("on", "in")
    ]
    joint = behind[0] if behind else town
    return joint.lower == "and" and any(w.tag == "IN" for w in tree.words[joint.i + 1 : joint.i + 2])


def off_the_wire(tree: Tree, prep: Word) -> None:
    """ "conferred by video *with X*": X is the verb's partner, not the video's."""
    wire = tree.head(prep)
    by = tree.head(wire) if wire is not None and wire.lower in _WIRES and wire.dep == "pobj" else None
    verb = tree.head(by) if by is not None and by.lower in ("by", "over", "via") else None
    if verb is not None and is_verb(verb):
        move(tree, prep, verb, "prep")


def said_of_the_first(tree: Tree) -> None:
    """ "X and his two colleagues, A and B, *conferred* with C": taken for a participle, where no other verb is."""
    root = next((w for w in tree if w.head == w.i), None)
    if root is None or is_verb(root) or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in tree):
        return
    deeds = [w for w in tree.children(root, "acl") if w.tag == "VBN" and "side" in lookup(w.lower, "verb")]
    if not deeds or root.mention is None or root.i > deeds[0].i:
        return
    verb = deeds[0]
    root.children.remove(verb.i)
    verb.head, verb.dep, verb.tag = verb.i, "ROOT", "VBD"
    root.head, root.dep = verb.i, "nsubj"
    verb.children = sorted([*verb.children, root.i])
    for by in tree.children(verb, "agent"):
        by.dep = "prep"


def subjective(tree: Tree, name: Word) -> bool:
    """Whether a name before a verb that has no subject is it: "X, meanwhile, will be in Rome"."""
    verb = tree.head(name)
    if verb is None or not is_verb(verb) or name.i > verb.i or name.i:
        return False
    return not tree.children(verb, "nsubj", "nsubjpass", "expl") and verb.tag != "VBG"


_CHAIRED = frozenset("chaired hosted convened mediated brokered attended opened organised organized".split())


def to_the_gathering(tree: Tree, verb: Word) -> None:
    """ "backed it at *a meeting* in Bern in May *chaired by X*": a day stands between, and the parser loses the meeting."""
    if verb.lower not in _CHAIRED or not tree.children(verb, "agent") or tree.children(verb, "nsubjpass"):
        return
    for w in reversed(tree.words[: verb.i]):
        if is_verb(w) or w.text == ",":
            return
        if is_noun(w) and {"talk", "gathering"} & lookup(w.lower, "noun").keys():
            move(tree, verb, w, "acl")
            return
