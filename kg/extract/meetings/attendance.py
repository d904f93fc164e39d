"""Who else was there: "accompanied by X", "in the presence of X", "X also took part", told beside the event itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.meetings.rosters import roll_call
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import after, agents, is_verb, names_official, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.whom.discourse import Discourse

# What leads to the names of those who came along, or sat in.
_ALONG = (
    ("accompanied", "by"),
    ("flanked", "by"),
    ("assisted", "by"),
    ("escorted", "by"),
    ("together", "with"),
    ("along", "with"),
    ("joined", "by"),
    ("company", "of"),
)
_CHAIRS = (("chaired", "by"), ("led", "by"), ("headed", "by"), ("helmed", "by"))
_BEFORE = (
    ("presence", "of"), ("eyes", "of"), ("gaze", "of"), ("chairmanship", "of"), ("auspices", "of"), ("mediation", "of"),
    ("stewardship", "of"), ("guidance", "of"), ("aegis", "of"), ("watched", "by"), ("witnessed", "by"), ("observed", "by"),
)  # fmt: skip
_BESIDE = frozenset("attendance tow side sides table elbow wings".split())
_LOOKING = frozenset("looking sitting standing watching listening present".split())
_LIST = frozenset(", and ; 's ’s".split())
_EASING = frozenset("facilitated mediated brokered moderated chaired hosted convened".split())
_TOLD = frozenset("the those these this that".split())
_LATER = 3  # sentences after an encounter in which those who also took part are named
_COMING = frozenset("attend attends attended participate participates participated".split())
_MET = frozenset(
    "meeting talks session ceremony encounter discussions conversation lunch dinner they".split()
)


def accompany(tree: Tree, talk: Discourse, drafts: list[Draft]) -> None:
    """Adds those who came along to the events of a sentence."""
    for i, people in _phrases(tree, talk, _ALONG):
        owner = next((w for w in reversed(tree.words[:i]) if names_official(w) or is_verb(w)), None)
        for d in drafts:
            if d.kind in ("meeting", "visit") and _belongs(d, owner) and not _told_later(tree, d, i, drafts):
                _add(d, [s for s in people if d.kind == "meeting" or s.country == d.sides[0].country])
    for _, people in _phrases(tree, talk, _CHAIRS):  # "talks took place, co-chaired by X and Y"
        seats = {s.country for s in people}
        for d in drafts:
            if d.kind == "meeting" and not d.officials and len(seats) > 1 and seats <= d.countries:
                _add(d, people)
    present = [*_phrases(tree, talk, _BEFORE), *_in_attendance(tree, talk), *_looking_on(tree, talk)]
    for _, people in present:
        met = [d for d in drafts if d.kind == "meeting" and len(d.officials) >= 2]
        for d in met:
            _add(d, people)


_ESCORTING = frozenset({"accompanying", "accompanies", "accompany", "accompanied"})


_TRAVELLING = frozenset({"travelling", "traveling", "flying"})


def join_journey(tree: Tree, talk: Discourse, drafts: list[Draft]) -> None:
    """ "X flew to Rome. … Y *is accompanying him*": Y is one of the travellers of the journey told last."""
    for verb in tree if not tree.vocabulary.isdisjoint(_ESCORTING | _TRAVELLING) else ():
        if verb.lower not in _ESCORTING | _TRAVELLING or not is_verb(verb) or passive(tree, verb):
            continue
        beside = objects(tree, verb) if verb.lower in _ESCORTING else after(tree, verb, "with")
        led = {s.official for w in beside for s in talk.sides(tree, w)} - {None}
        people = [s for s in talk.doers(tree, verb) if s.official not in (None, *led)]
        for d in reversed(drafts):
            if d.kind == "visit" and led & d.officials and 0 <= tree.number - d.tree.number <= _LONG_AFTER:
                _add(d, [s for s in people if s.country == d.sides[0].country])
                break


def latecomers(tree: Tree, talk: Discourse, told: list[Draft]) -> list[Side]:
    """Those of whom a sentence only says that they took part in the encounter just told of."""
    if not told or tree.number - told[-1].tree.number > _LONG_AFTER:
        return []
    listed = [] if tree.vocabulary.isdisjoint(_ATTENDING) else _listed(tree, talk)
    if not listed and tree.number - told[-1].tree.number > _LATER:
        return []
    who = listed or _at_the_head(tree, talk) or [w for v in tree if is_verb(v) for w in _taking_part(tree, v)]
    people = [s for w in who for s in talk.sides(tree, w) if s.official is not None]
    people += roll_call(tree, talk)
    day = told[-1].date
    if day is not None and any(w.day is not None and _another(w.day, day) for w in tree if w.dep == "poss"):
        return []  # "who sat in on *Friday's* talks", behind those of Monday
    late = [s for s in unique(people) if s.official not in told[-1].officials]
    if late:
        told[-1].sat_in = True
    return late


def _another(day: DatePhrase, other: DatePhrase) -> bool:
    return day.form == other.form == "weekday" and dict(day.parts) != dict(other.parts)


_ATTENDING = frozenset(
    "attended attending attend present presence attendance joined observers witnesses looked guests participants".split()
)
_LONG_AFTER = (
    14  # sentences after the latest encounter in which "the meeting was attended by …" still means it
)
_OCCASION = (
    r"(?:meetings?|talks|audience|reception|session|discussions?|consultations|negotiations|luncheon|lunch|dinner|banquet|"
    r"breakfast|call|ceremony|signing|event|occasion|encounter|conversation|round)"
)
_THE = rf"(?:the|this|their|both) (?:[\w-]+ ){{0,3}}?{_OCCASION}"
# What only lists who was there too, up to the names
_LISTING = re.compile(
    rf"\b{_THE} (?:was|were) (?:also )?(?:attended|joined) by\b|\battended by\b|"
    rf"^(?:also )?attending(?: {_THE})? (?:were|was|are)\b|"
    rf"^(?:also )?(?:present|in attendance)(?: (?:at|during|on|in) {_THE})? (?:were|was|are)\b|"
    rf"\bthose (?:present|attending)(?: \S+ {_THE})? (?:were|included)\b|"
    rf"\b{_THE} (?:was held|took place) in the presence of\b",
    re.IGNORECASE,
)
# The same behind the names
_LISTED = re.compile(
    rf"\b(?:(?:was|were) (?:also )?(?:present|in attendance)(?: (?:at|during|on|in) {_THE})?|(?:also )?(?:attended|joined) {_THE}(?: (?:at|in) [^,.;]{{2,40}})?"
    rf"|also attended|took part in {_THE}|(?:sat in|looked on|stood by|were present|listened)(?: as (?:observers|witnesses|guests))?"
    rf"|were the other (?:guests|participants|speakers|hosts))(?: as well|, too)?[.\s]*$",
    re.IGNORECASE,
)


def _listed(tree: Tree, talk: Discourse) -> list[Word]:
    """The names in a sentence that says nothing but who attended: "Attending the meeting were A, and B, his deputy"."""
    text = talk.text[tree.start : tree.end]
    before, behind = _LISTING.search(text), _LISTED.search(text)
    if before is None and (behind is None or any(w.date is not None for w in tree)):
        return []
    if (
        before is not None
        and before.group().lower() == "attended by"
        and not _the_encounter(text[: before.start()])
    ):
        return []
    start, end = (before.end(), len(text)) if before else (0, behind.start() if behind else 0)
    inside = [w for w in tree if names_official(w) and start <= w.start - tree.start < end]
    led = [tree.words[w.i - 1] if w.i else w for w in inside]  # "adviser to President X": X need not be there
    return [
        w
        for w, b in zip(inside, led, strict=True)
        if b.lower not in ("to", "of", "for") or b.end - tree.start <= start
    ]


_TEAM = r"(?:delegations?|sides?|teams?|parties)"
_LED = r"(?:co-)?(?:led|headed|chaired|represented)"
_HEADS = re.compile(
    rf"\b{_TEAM} (?:was|were|is|are)(?: being)? {_LED} by\b|\b(?:{_LED}|leads|heads|leading|heading) "
    rf"(?:the|its|his|her|their) (?:[\w-]+ ){{0,2}}{_TEAM}\b",
)


def _at_the_head(tree: Tree, talk: Discourse) -> list[Word]:
    """Who leads the delegations to talks told before: "The Thai side was led by A, the Lao delegation by B"."""
    if tree.vocabulary.isdisjoint(("delegation", "delegations", "side", "sides", "team", "teams", "parties")):
        return []
    if any(w.date is not None for w in tree) or not _HEADS.search(talk.text, tree.start, tree.end):
        return []
    return [w for w in tree if names_official(w) and not any(a.dep == "relcl" for a in tree.ancestors(w))]


def _the_encounter(before: str) -> bool:
    """Whether what "attended by" is said of is the encounter told: "On the Omani side, the talks were attended by X"."""
    return bool(re.search(rf"\b{_THE}\b[^;]*$", before, re.IGNORECASE))


def _taking_part(tree: Tree, verb: Word) -> list[Word]:
    """Whom a verb says to have been there too: "the talks were attended by X", "also present was X", "X sat in"."""
    near = {w.lower for w in tree.words[max(0, verb.i - 3) : verb.i + 4]}
    also = bool(near & {"also", "too"})
    who = subject(tree, verb)
    if verb.lower in ("attended", "joined") and passive(tree, verb):
        met = who is not None and (who.lower in _MET or (verb.lower == "joined" and who.lower == "they"))
        another = who is not None and bool(
            after(tree, who, "of")
        )  # "the meeting of the party was attended by Y"
        met = met and verb.dep not in ("acl", "relcl") and not another
        return agents(tree, verb) if met else []
    if verb.lower in _EASING and passive(tree, verb):  # "those talks were facilitated by X"
        talks = who is not None and who.lower in _MET - {"they"}
        told = who is not None and any(d.lower in _TOLD for d in tree.children(who, "det"))
        return agents(tree, verb) if talks and told else []
    if verb.lower in ("was", "were") and also and "present" in near:
        return [w for w in tree.children(verb, "nsubj", "attr") if w.lower != "present"]
    if verb.lower in _COMING and also and not passive(tree, verb):  # "is also expected to attend"
        if any(w.dep == "relcl" for w in [verb, *tree.ancestors(verb)]):
            return []  # "a conference that X is also to attend" is another
        there = all(o.lower in _MET | {"summit", "it"} for o in objects(tree, verb))
        return [who] if who is not None and there else []
    if verb.lower in ("confirmed", "confirm") and not passive(
        tree, verb
    ):  # "A and B have confirmed their attendance"
        coming = {o.lower for o in objects(tree, verb)} & {"participation", "attendance", "presence"}
        return [who] if coming and who is not None else []
    if verb.lower == "represented" and verb.dep in ("ROOT", "conj"):  # "Chad was represented by X"
        state = who is not None and who.mention is not None and who.mention.kind == "party"
        return agents(tree, verb) if state and passive(tree, verb) else []
    following = [w.lower for w in tree.words[verb.i + 1 : verb.i + 4]]
    if (
        verb.lower == "sat"
        and following[:1] == ["in"]
        and (len(following) < 2 or following[1] in (".", ",", "on"))
    ):
        return [who] if who is not None else []
    if verb.lower == "took" and following[:1] == ["part"] and also:
        return [who] if who is not None else []
    seated = verb.lower in ("had", "took") and following == ["a", "seat", "at"]
    seated = seated or (verb.lower == "sat" and following == ["at", "the", "table"])
    if seated and "table" in tree.vocabulary:
        return [who] if who is not None else []
    return []


def _add(d: Draft, people: list[Side]) -> None:
    if any(s.official in d.officials for s in people):
        people = [s for s in people if s.official not in d.officials]
    d.sides = unique([*d.sides, *people])


def _told_later(tree: Tree, d: Draft, i: int, drafts: list[Draft]) -> bool:
    """Whether another event of its kind is told between an event and those who came along: they came to that one."""
    return any(
        o.kind == d.kind and d.trigger.i < o.trigger.i < i and o.trigger in tree.ancestors(tree.words[i])
        for o in drafts
        if o is not d
    )


def _belongs(d: Draft, owner: Word | None) -> bool:
    """Whether the company is that of one of the event's sides: of the name before, else of whoever acts."""
    if owner is None or not names_official(owner) or owner.mention is None:
        return True
    return owner.mention.official in d.officials


def _phrases(
    tree: Tree, talk: Discourse, phrases: tuple[tuple[str, str], ...]
) -> Iterator[tuple[int, list[Side]]]:
    if tree.vocabulary.isdisjoint(first for first, _ in phrases):
        return
    for i, w in enumerate(tree.words[:-2]):
        if (w.lower, tree.words[i + 1].lower) in phrases:
            people = _list(tree, talk, i + 2)
            if people:
                yield i, people


def _in_attendance(tree: Tree, talk: Discourse) -> Iterator[tuple[int, list[Side]]]:
    """ "with X in attendance", "with X at her side", "with X looking on"."""
    if "with" not in tree.vocabulary:
        return
    for i, w in enumerate(tree.words[:-2]):
        if w.lower != "with":
            continue
        end = _end(tree, i + 1)
        behind = [x.lower for x in tree.words[end : end + 4]]
        if behind and ((behind[0] in ("in", "at", "by") and set(behind) & _BESIDE) or behind[0] in _LOOKING):
            people = _list(tree, talk, i + 1)
            if people:
                yield i, people


def _looking_on(tree: Tree, talk: Discourse) -> Iterator[tuple[int, list[Side]]]:
    """ "shook hands *while X looked on*", "signed it *as X watched*"."""
    if tree.vocabulary.isdisjoint(_WATCHED):
        return
    for verb in tree:
        marks = {c.lower for c in tree.children(verb, "mark", "advmod")}
        if verb.lower in _WATCHED and verb.dep == "advcl" and marks & {"while", "as"}:
            people = talk.actors(tree, verb)
            if people:
                yield verb.i, people


_WATCHED = frozenset({"looked", "watched", "looks", "watches"})


def _end(tree: Tree, start: int) -> int:
    """Where a list of names that begins at a word ends."""
    i = start
    while i < len(tree.words) and (
        names_official(tree.words[i]) or tree.words[i].lower in _LIST or _led(tree, i)
    ):
        i += 1
    return i


def _led(tree: Tree, i: int) -> bool:
    """Whether a word only leads to a name: "his foreign minister", "Poland's"."""
    w = tree.words[i]
    short = any(names_official(x) for x in tree.words[i + 1 : i + 5])
    return short and (w.tag in ("PRP$", "DT", "POS", "JJ", "NN", "NNP")) and not is_verb(w)


def _list(tree: Tree, talk: Discourse, start: int) -> list[Side]:
    return talk.named_in(tree.words[start : _end(tree, start)])
