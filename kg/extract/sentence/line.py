"""Whether a clause speaks of a phone or video link: by which, and whether all were on one line."""

from __future__ import annotations

from kg.extract.sentence.grammar import clause_words, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import ENCOUNTERS, lookup
from kg.model import Mode

_PHONE = frozenset("phone telephone mobile cellphone line hotline handset intercom teleconference".split())
_VIDEO = frozenset(
    "video videoconference video-conference videolink video-link videocall zoom skype webex teams screen screens "
    "livestream webcam satellite".split()
)
# Words that speak of a link wherever they stand.
TELLING = frozenset(
    "phone telephone phoned telephoned telephonic hotline teleconference videoconference video-conference videolink "
    "video-link virtual virtually zoom".split()
)
_REMOTELY = frozenset("online virtually telephonically remotely".split())
_REMOTE = frozenset("virtual telephonic remote online".split())
_CALL = frozenset("call calls phonecall videocall teleconference videoconference".split())
_BY = frozenset("by over via on through per across down".split())
_IN = frozenset("in during over by at for".split())
# What a line may be called when it is a telephone line, not a front, a border or a queue.
_LINES = frozenset(
    "secure direct phone telephone video hot open same protected encrypted dedicated other crackling crackly bad poor "
    "noisy scratchy faint long-distance".split()
)
_TELEPHONING = frozenset(
    "telephone telephoned telephoning telephones phone phoned phoning phones rang rung".split()
)
_DEVICES = _PHONE | _VIDEO
_FAR = _DEVICES | _REMOTE
_SEEN = _VIDEO | _REMOTELY | {"virtual", "online"}
_LINKS = _FAR | _REMOTELY | _CALL
_WIRED = _LINKS | _TELEPHONING


def line(tree: Tree, word: Word) -> Mode | None:
    """ "phone" or "video" where the clause around a verb or noun speaks of such a link, else None."""
    if tree.vocabulary.isdisjoint(_WIRED):
        return None
    for w in _near(tree, word):
        if w.lower not in _LINKS or (w.mention is not None and w.mention.kind == "name"):
            continue
        if _of_absentees(tree, w, word):
            continue
        mode = _mode(tree, w, word)
        if mode is not None:
            return mode
    return "phone" if ringing_for(tree, word) or _in_which(tree, word) else None


def _in_which(tree: Tree, verb: Word) -> bool:
    """ "A call on Sunday, *in which* all took part"."""
    call = tree.head(verb) if verb.dep == "relcl" else None
    if call is None or call.lower not in _CALL or _below(tree, call) & {"for", "courtesy", "farewell"}:
        return False
    preps = [p for p in tree.children(verb, "prep") if p.lower in ("in", "during", "on")]
    return any(c.lower == "which" for p in preps for c in tree.children(p, "pobj", "pcomp"))


def ringing_for(tree: Tree, word: Word) -> bool:
    """ "telephoned X to brief him": what somebody rings up for is done on the line."""
    above = tree.head(word)
    purpose = word.dep in ("advcl", "xcomp") and any(c.lower == "to" for c in tree.children(word, "aux"))
    return purpose and above is not None and above.lower in _TELEPHONING and is_verb(above)


def _near(tree: Tree, word: Word) -> list[Word]:
    """The words of the clause that may tell: below the word, and in phrases beside it below its verb."""
    near = clause_words(tree, word)
    if is_verb(word):
        above = tree.head(word)
        if word.dep == "relcl" and above is not None:  # "a video call in which he brought both together"
            near = [*near, above, *tree.children(above, "compound", "amod")]
        # "was on the line to Ottawa, comparing notes with X"
        under = word.dep == "advcl" and word.tag == "VBG"
        if above is not None and (under or (word.dep in ("ccomp", "relcl", "advcl") and _cleft(tree, above))):
            near = [*near, *(w for p in tree.children(above, "prep") for w in clause_words(tree, p))]
        return near
    for verb in tree.ancestors(word):
        if is_verb(verb) and verb.lower not in _FROM_AFAR:
            beside = [p for p in tree.children(verb, "prep", "agent", "advmod") if not _others(tree, p, word)]
            return near + [w for p in beside for w in clause_words(tree, p)]
    return near


def _of_absentees(tree: Tree, w: Word, word: Word) -> bool:
    """ "X hosted the ministers, *some joining by video*": the others were there."""
    between = [a for a in tree.ancestors(w) if a.i > word.i]
    return any(a.lower in _FROM_AFAR and a.dep in ("acl", "advcl") for a in between)


def _others(tree: Tree, prep: Word, word: Word) -> bool:
    """Whether a phrase is about other talks than `word`: "after the meeting … scheduled *for an online chat*"."""
    nouns = [p for p in tree.children(prep, "pobj") if p is not word and word not in tree.subtree(p)]
    return any("talk" in lookup(p.lower, "noun") for p in nouns)


def _cleft(tree: Tree, verb: Word) -> bool:
    """ "It was over the telephone that they agreed"."""
    return verb.lower in ("was", "is") and any(w.lower == "it" for w in tree.children(verb, "nsubj", "expl"))


def _mode(tree: Tree, w: Word, word: Word) -> Mode | None:
    medium: Mode | None = "video" if w.lower in _SEEN else "phone"
    head = tree.head(w)
    if head is None:
        return None
    if w.lower in _REMOTELY and w.dep == "advmod":
        return medium
    if w.lower in _FAR and w.dep in ("compound", "amod", "nmod"):
        held = is_verb(word) and head.dep == "dobj" and bool(lookup(head.lower, "noun").keys() & ENCOUNTERS)
        carried = head is word or held or (is_verb(word) and head is tree.head(word))
        above = tree.head(head)
        return (
            medium
            if carried or (above is not None and above.lower in _BY | _IN and head.dep == "pobj")
            else None
        )
    if w.lower in _DEVICES and head.lower in _BY and (w.lower != "line" or _wire(tree, w, head)):
        return medium
    if w.lower in _CALL and _below(tree, w) & {"courtesy", "farewell", "for"}:
        return None  # "met on Monday, during a courtesy call", "praised his call for talks"
    if w.lower in _CALL and head.lower in _IN and w.dep == "pobj":
        return "video" if "video" in w.lower or _below(tree, w) & _VIDEO else "phone"
    return None


def _wire(tree: Tree, w: Word, prep: Word) -> bool:
    """Whether a line is a telephone line; "line by line" they read a text."""
    if prep.i and tree.words[prep.i - 1].lower == "line":
        return False
    kinds = {c.lower for c in tree.children(w, "amod", "compound", "nmod")}
    if not kinds and any(d.lower in ("a", "this") for d in tree.children(w, "det")):
        return False  # "agreed on a line": a border
    return not any(c.lower == "of" for c in tree.children(w, "prep")) and kinds <= _LINES


def _below(tree: Tree, w: Word) -> set[str]:
    return {c.lower for c in tree.children(w)}


# Who does this to a gathering by video is away from those who are there: the gathering itself is no call.
_FROM_AFAR = frozenset(
    "address addressed addresses addressing join joined joins joining attend attended attends attending "
    "participated participate participates participating followed follow".split()
)
_ALL_AT_ONCE = frozenset(
    "conference teleconference videoconference summit virtual joint trilateral three-way four-way quadrilateral".split()
)


def joint(tree: Tree, word: Word) -> bool:
    """Whether a call has all on one line: a conference, a virtual summit."""
    return any(w.lower in _ALL_AT_ONCE for w in tree.subtree(word))
