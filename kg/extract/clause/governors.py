"""What the verbs at and above an encounter make of it: "plans to | hold", "had been | expected", "was | called off"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.extract.clause.hedges import (
    RANKS,
    SAYING_YES,
    due_before,
    errand,
    following_up,
    looking_ahead,
    no_longer,
    reported,
    to_a_day,
)
from kg.extract.clause.intentions import at_heart, barred, intended, out_of_reach
from kg.extract.clause.verdicts import ends_it
from kg.extract.sentence.grammar import NEGATIONS, helpers
from kg.extract.sentence.particles import PARTICLES, with_particle
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.model import Status

FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "going"})
DUE = frozenset(
    "due set scheduled expected slated planned supposed bound poised ready tipped booked likely foreseen earmarked "
    "pencilled penciled timetabled billed envisaged envisioned anticipated projected".split()
)
_MAYBE = frozenset({"may", "might", "could", "can", "should", "must"})
_BE_NOW = frozenset({"is", "are", "am", "'s", "’s", "be"})
_BE_PAST = frozenset({"was", "were", "been"})
_OCCURS = frozenset(
    "is are take takes begin begins open opens start starts end ends follow follows resume resumes".split()
)
_SAME_IN_PAST = frozenset({"set", "put", "cut", "hit", "let"})  # the tagger takes their past for the present
_HANGS = ("dobj", "oprd", "nsubjpass", "xcomp", "pobj", "prep", "nsubj", "conj", "advcl", "ccomp")
_HAPPEN = frozenset(
    "take taken took happen happened materialise materialised materialize materialized".split()
)
_GOING = frozenset("go going goes gone press pressing push pushing".split())
_ADRIFT = frozenset("off out back up down forward through".split())
MOVED = frozenset(
    "moved move moves shifted shift shifts rescheduled pushed switched slid slipped slips slides brought carried "
    "transferred drifted put".split()
)
_HOPED = frozenset("plan schedule expect intend slate hope set due prepare".split())  # "had been", in vain
_SAW = frozenset("saw watched heard made let had helped witnessed".split())
_READYING = frozenset({"organising", "organizing", "readying"})
_AT_FIRST = frozenset({"originally", "initially"})  # "was originally planned for May"
_MEANT = frozenset({"meant", "hoped", "wanted", "wished"})  # "had", in vain
HONOURS = frozenset("degree doctorate award prize medal".split())  # accepted where they are handed over
_WITHDRAWING = frozenset("withdraw withdrew withdrawn withdrawing withdraws".split())


@dataclass(slots=True)
class Standing:
    """What the clause around a trigger says of it. `direction` is where its date lies."""

    status: Status
    real: bool = True  # False: the clause denies it, or only supposes it
    tense: str = "past"  # past, present, future: the tense of its governing verb

    @property
    def direction(self) -> str:
        """Where to look for a date: "past", "future" or "unknown"."""
        if self.status in ("planned", "proposed"):
            return "future"
        if self.status in ("postponed", "cancelled"):
            return "unknown"
        return "past"


@dataclass(slots=True)
class _Governor:
    """One verb at or above a trigger, with what is read off it once."""

    tree: Tree
    verb: Word
    below: Word | None  # the word of the chain that hangs on the verb
    own: bool  # whether the verb is the trigger itself
    words: list[str] = field(init=False)  # its auxiliaries and negations
    classes: dict[str, str] = field(init=False)  # its classes in triggers.tsv
    fate: str | None = field(init=False)  # the class that it has with its particle: "called off" drops
    negated: bool = field(init=False)

    def __post_init__(self) -> None:
        self.words = helpers(self.tree, self.verb)
        self.classes = lookup(self.verb.lower, "verb")
        self.negated = bool(NEGATIONS & set(self.words))
        loose = [w for w in self.tree.children(self.verb, "prep") if not w.children]  # "have fallen through"
        adrift = [w.lower for w in [*self.tree.children(self.verb, "prt", "advmod"), *loose]]
        particle = next((w for w in adrift if w in _ADRIFT), "")
        self.fate = self._fate(particle)
        afoot = particle or any(c.lower == "foot" for c in self.tree.children(self.verb, "dobj"))
        if afoot and self.verb.lower.startswith("set"):  # "set out for Doha"
            self.classes = {c: lemma for c, lemma in self.classes.items() if c != "plan"}

    def _fate(self, particle: str) -> str | None:
        if self.verb.lower in _WITHDRAWING and self.hangs("pobj"):
            prep = self.tree.head(self.below) if self.below is not None else None
            if prep is not None and prep.lower == "from":
                return "drop"
        fate = PARTICLES.get((self.verb.lower, particle))
        moved = fate is None and self.verb.lower in MOVED and to_a_day(self.tree, self.verb)
        return "delay" if moved else fate

    def hangs(self, *deps: str) -> bool:
        """Whether the word below hangs on the verb in one of these ways."""
        return self.below is not None and self.below.dep in deps

    @property
    def due(self) -> bool:
        """ "was due in Rome"."""
        return any(w.lower in DUE for w in self.tree.children(self.verb, "acomp", "attr"))


def governed(
    tree: Tree, verb: Word, below: Word | None, found: Standing, *, own: bool, spoken: bool = False
) -> bool:
    """Take one verb of a trigger's chain into account; True when it settles the status.

    `own` says that the verb is the trigger itself, `below` is the word of the chain that hangs on it. Of what is
    `spoken` in the event ("urged him over the phone to come") the verb's own class says nothing.
    """
    g = _Governor(tree, verb, below, own)
    if spoken:
        g.classes = {}
    for judge in _JUDGES:
        settled = judge(g, found)
        if settled is not None:
            return settled
    return False


_FAVOURING = frozenset(
    "favored favoured favors favours favor favour advocated advocates prefers preferred".split()
)


def _goes_ahead(g: _Governor, found: Standing) -> bool | None:
    """ "decided not to go ahead with the visit"."""
    if g.verb.lower not in _GOING:
        return None
    if all(w.lower != "ahead" for w in g.tree.children(g.verb, "advmod", "prt")):
        return None
    found.status = "cancelled" if g.negated else "planned"
    return True


def _lost(g: _Governor, found: Standing) -> bool | None:
    """ "the meeting had to be dropped", "was to have been put off"."""
    if g.own or not g.hangs("nsubj", "nsubjpass"):
        return None
    for c in g.tree.children(g.verb, "xcomp"):
        if g.tree.children(c, "auxpass"):
            told = {with_particle(g.tree, c), *lookup(c.lower, "verb")}
            if told & {"drop", "delay"}:
                found.status = "postponed" if "delay" in told else "cancelled"
                return True
    return None


def _seen(g: _Governor, found: Standing) -> bool | None:
    """ "Monday saw them spend an hour", "agreed to work on having her visit Rome"."""
    if not g.own or g.verb.tag not in ("VB", "VBP") or g.verb.dep != "ccomp" or g.words:
        return None
    sees = g.tree.head(g.verb)
    if sees is not None and sees.lower == "having" and sees.dep in ("pcomp", "xcomp"):
        found.status = "planned"
        return True
    if sees is not None and sees.tag == "VBD" and sees.lower in _SAW:
        found.tense = "past"
        return True
    return None


def _plain_past(g: _Governor, found: Standing) -> bool | None:
    """A plain past tense states a fact, whatever governs it."""
    if not g.own or g.verb.tag != "VBD" or g.words or g.fate or g.due:
        return None
    if "offer" in g.classes or ("plan" in g.classes and "sign" not in g.classes):
        return None
    found.tense = "past"
    return True


def _led_up_to(g: _Governor, found: Standing) -> bool | None:
    """ "is following up on her visit", "looks forward to it"; "is no longer going", "would no longer be received"."""
    if not g.own and following_up(g.tree, g.verb):
        found.status = "held"
    elif not g.own and looking_ahead(g.tree, g.verb):
        found.status = "planned"
    elif no_longer(g.tree, g.verb):
        found.status = "cancelled"
    else:
        return None
    return True


def _timed(g: _Governor, found: Standing) -> bool | None:
    """The tense, of the trigger and of verbs that only carry it; settles nothing."""
    if g.own or g.classes.keys() & {"light", "go", "leave", "sign"} or g.verb.lower in _OCCURS:
        _tense(g.tree, g.verb, g.words, found)
    return None


def _in_vain(g: _Governor, found: Standing) -> bool | None:
    """ "had meant to come"."""
    if g.own or g.verb.lower not in _MEANT or "had" not in g.words or not g.hangs("xcomp"):
        return None
    found.status = "cancelled"
    return True


_THREATENING = frozenset(
    "threatened threatens threatening contemplated contemplates pressed presses pressing".split()
)


def _only_asked(g: _Governor, found: Standing) -> bool | None:
    """ "asked her *to put off* the visit", "refused *to cancel* it", "is considering *dropping* it": so far it stands."""
    if g.own or g.verb.tag not in ("VB", "VBG") or not ends_it(g.tree, g.verb):
        return None
    above = g.tree.head(g.verb) if g.verb.dep in ("xcomp", "ccomp", "pcomp") else None
    if above is not None and g.verb.dep == "pcomp":
        above = g.tree.head(above)
    asked = above is not None and lookup(above.lower, "verb").keys() & {"offer", "bar"}
    if above is None or not (asked or above.lower in _THREATENING):
        return None
    found.status = "planned" if found.status == "held" else found.status
    return False


def _asks_for_its_end(g: _Governor) -> bool:
    """Whether a verb governs one of calling off or putting off: "*asked* her to drop it"."""
    if g.below is None or g.below.tag not in ("VB", "VBG", "IN"):
        return False
    return any(ends_it(g.tree, w) for w in [g.below, *g.tree.children(g.below, "pcomp")])


def _acts_on_it(g: _Governor, found: Standing) -> bool | None:
    """ "called off the talks", "put off the visit", "refused to meet", "asked her to come"."""
    # "will come at last, *the visit having been put off* twice"
    beside = "having" in g.words and g.hangs("ccomp")
    if g.own or beside or not g.hangs(*_HANGS) or _asks_for_its_end(g):
        return None
    if g.fate == "drop" or ("drop" in g.classes and g.hangs("dobj", "nsubjpass")):
        found.status = "held" if g.negated else "cancelled"
    elif g.fate == "delay" or ("delay" in g.classes and g.hangs("pobj", "prep", "dobj", "nsubjpass")):
        found.status = "postponed"
    elif (g.fate == "bar" or "bar" in g.classes) and g.hangs("xcomp", "dobj", "ccomp"):
        found.real = g.negated and g.verb.lower.startswith(("fail", "den"))
    elif "offer" in g.classes and g.hangs("xcomp", "dobj", "ccomp", "prep", "pobj", "nsubjpass", "advcl"):
        found.status = "proposed"
        found.real = found.real and not g.negated  # "did not want to go"
    else:
        return None
    return True


def _plans_it(g: _Governor, found: Standing) -> bool | None:
    """ "plans to visit", "had been expected in Rome", "said that talks had been set for Friday"."""
    if g.own or g.below is None or "plan" not in g.classes or not g.hangs(*_HANGS):
        return None
    hoped = g.classes["plan"] in _HOPED
    if not g.hangs("xcomp", "ccomp", "prep", "dobj", "nsubjpass") and not (hoped and errand(g.tree, g.below)):
        return None
    if found.status != "held" and not (found.status == "ongoing" and g.verb.tag == "VBG"):
        return None
    first = any(w.lower in _AT_FIRST for w in g.tree.children(g.verb, "advmod"))
    past = g.verb.tag == "VBN" and ("had" in g.words or (first and bool(_BE_PAST & set(g.words))))
    if g.negated and not past and g.hangs("xcomp", "ccomp"):  # "does not plan to attend"
        found.real = False
    elif past and g.classes["plan"] == "prepare":
        pass  # "had prepared the visit in Washington": the work was done
    elif past and not hoped:  # "had been agreed on in May": and has come to pass
        found.status = "held" if g.hangs("nsubjpass") else "planned"
    else:
        kept = not past or g.negated or reported(g.tree, g.verb)
        found.status = "planned" if kept else "cancelled"
    return True


def _due_for_it(g: _Governor, found: Standing) -> bool | None:
    """ "was due in Rome *for talks*", "is due on Monday *to meet* her"."""
    if g.own or not g.due or g.below is None or found.status != "held":
        return None
    if not g.hangs("advcl", "xcomp") and not errand(g.tree, g.below):
        return None
    found.status = "cancelled" if "had" in g.words else "planned"
    return True


def _listed(g: _Governor, found: Standing) -> bool | None:
    """ "In Rome *he had talks* with X, promised Y to return and saw Z": the parser hangs the first clause on the next."""
    below = g.below
    if g.own or below is None or below.dep != "ccomp" or below.i > g.verb.i or below.tag != "VBD":
        return None
    if g.tree.children(g.verb, "nsubj", "nsubjpass"):
        return None
    found.tense = "past"
    return True


def _favours(g: _Governor, found: Standing) -> bool | None:
    """ "has always *favoured* dialogue between the two": what somebody is for has not come about."""
    undated = all(w.date is None for w in g.tree.subtree(g.verb))
    if g.own or g.verb.lower not in _FAVOURING or not g.hangs("dobj") or not undated:
        return None
    found.real = False
    return True


def _keeps_from_it(g: _Governor, found: Standing) -> bool | None:
    """ "was prevented from going"."""
    if g.own or g.below is None or not barred(g.tree, g.verb, g.below):
        return None
    found.real = g.negated
    return True


def _has_in_mind(g: _Governor, found: Standing) -> bool | None:
    """ "means to fly", "thought of going", "begged off the trip"."""
    meant: Status | None = intended(g.tree, g.verb, None if g.own else g.below)
    if meant is None or (g.negated and meant != "cancelled"):
        return None
    found.status = meant
    return True


def _readies(g: _Governor, found: Standing) -> bool | None:
    """ "Rome is organising her visit"."""
    if g.verb.lower not in _READYING or not g.hangs("dobj") or found.status != "held":
        return None
    found.status = "planned"
    return True


def _of_itself(g: _Governor, found: Standing) -> bool | None:
    """What the trigger says by itself: "was asked to Y, and accepted", "was due in Rome", "called off"."""
    if not g.own:
        return None
    if g.fate == "drop":
        found.status = "cancelled"
    elif "offer" in g.classes:
        taken = any(c.lower in SAYING_YES for c in g.tree.children(g.verb, "conj"))
        found.status = "planned" if taken else "proposed"
    elif any(o.lower in HONOURS for o in g.tree.children(g.verb, "dobj")):
        return None
    elif ("plan" in g.classes and "sign" not in g.classes) or g.due:
        gone = "had" in g.words or ("was" in g.words and found.status == "held" and "been" in g.words)
        found.status = "cancelled" if gone else "planned"  # "had been expected in Rome" but did not come
    else:
        return None
    return True


def _to_come(g: _Governor, found: Standing) -> bool | None:
    """ "will visit", "will not visit", "said that she would not visit Rome in May"."""
    would = g.negated and "would" in g.words and "have" not in g.words and reported(g.tree, g.verb)
    # without a day or a place, "said she would not talk to him" is a refusal, not a plan given up
    would = would and any(w.date is not None or w.place is not None for w in g.tree.subtree(g.verb))
    if not FUTURE & set(g.words) and not would:
        return None
    if g.negated or "wo" in g.words:
        found.status = "cancelled"
    elif found.status == "held":
        found.status = "planned"
    return True


def _denied(g: _Governor, found: Standing) -> bool | None:
    """ "did not meet"; "the meeting planned for Tuesday did not take place"."""
    if not g.negated:
        return None
    if g.verb.lower in _HAPPEN and g.hangs("nsubj", "nsubjpass"):
        found.status = "cancelled"
    else:
        found.real = False
    return True


def _supposed(g: _Governor, found: Standing) -> bool | None:
    """ "would meet", "would have met", "may meet", "is to meet"."""
    if {"would", "'d", "’d"} & set(g.words):
        if found.status == "held":
            found.status = "planned" if "have" not in g.words else "cancelled"
        return True
    if _MAYBE & set(g.words) and found.status in ("held", "planned"):
        if "have" in g.words:
            found.real = found.real and not {"could", "might"} & set(g.words)
        else:
            found.status = "proposed"
        return True
    return _infinitive(g.tree, g.verb, g.words, found) if "to" in g.words else None


# In the order in which they have a say: the first that settles the status ends the reading
_JUDGES: tuple[Callable[[_Governor, Standing], bool | None], ...] = (
    _goes_ahead,
    _listed,
    _lost,
    _seen,
    _plain_past,
    _led_up_to,
    _timed,
    _in_vain,
    _only_asked,
    _acts_on_it,
    _plans_it,
    _due_for_it,
    _favours,
    _keeps_from_it,
    _has_in_mind,
    _readies,
    _of_itself,
    _to_come,
    _denied,
    _supposed,
)


def _tense(tree: Tree, verb: Word, words: list[str], found: Standing) -> None:
    if (
        verb.tag == "VBD"
        or verb.lower in _SAME_IN_PAST
        or any(w in ("had", "was", "were", "did") for w in words)
    ):
        found.tense = "past"
    elif _said_to_be(tree, verb, words):
        found.tense, found.status = "present", "ongoing" if found.status == "held" else found.status
    elif verb.tag in ("VBZ", "VBP") or any(w in ("is", "are", "has", "have") for w in words):
        found.tense = "perfect" if any(w in ("has", "have") for w in words) else "present"
        if (
            verb.tag == "VBG"
            and any(w in ("is", "are", "'s", "’s") for w in words)
            and found.status == "held"
        ):
            found.status = "ongoing"


def _said_to_be(tree: Tree, verb: Word, words: list[str]) -> bool:
    """ "*is understood to be* meeting her"."""
    says = tree.head(verb) if verb.tag == "VBG" and {"to", "be"} <= set(words) else None
    return says is not None and bool(_BE_NOW & set(helpers(tree, says)))


_TO = 2  # words from "was" to the infinitive: "was to go"


def _ranked(tree: Tree, verb: Word) -> bool:
    """ "was the first leader to come": the infinitive belongs to what is said of somebody, not to the verb."""
    return any(
        w.lower in ("first", "second", "third", "last", "latest", "only")
        for c in tree.children(verb, "attr")
        for w in [c, *tree.children(c, "amod")]
    )


def _of_a_rank(tree: Tree, noun: Word) -> bool:
    """ "The first treaty to be signed by a queen": one that was."""
    return any(c.lower in RANKS or c.lower.endswith("th") for c in [noun, *tree.children(noun, "amod")])


def _infinitive(tree: Tree, verb: Word, words: list[str], found: Standing) -> bool:
    """ "is to meet", "was to have met", "due to meet"; a purpose ("flew in to meet") settles nothing."""
    head = tree.head(verb)
    if head is not None and out_of_reach(tree, head):
        found.real = False
        return True
    heart = at_heart(tree, head) if head is not None else None
    if heart is not None:
        found.status = heart if found.status in ("held", "ongoing") else found.status
        return True
    if head is None:  # headline: "Koizumi to go to Pyongyang"
        if found.status == "held":
            found.status = "planned"
        return True
    if head.lower == "turn" and (be := tree.head(head)) is not None and be.lower == "was":
        return True  # "it was her turn to be received"
    if verb.dep in ("relcl", "acl") and tree.children(verb, "auxpass") and not _of_a_rank(tree, head):
        found.status = "planned" if found.status == "held" else found.status  # "a treaty to be signed in May"
        return True
    if verb.dep == "xcomp" and (head.lower == "been" or _ranked(tree, head)):
        return "will" not in helpers(tree, head)  # "had been to see her", "was the first to come"
    if head.lower in _BE_NOW and verb.dep == "xcomp":
        if found.status == "held":
            found.status = "planned"
        return True
    if head.lower == "been" and {"had", "has", "have"} & set(helpers(tree, head)):
        return True  # "had been to see her"
    if head.lower in _BE_NOW | _BE_PAST and due_before(tree, head, verb, DUE):  # "is due on Monday to meet"
        if found.status == "held":
            found.status = "cancelled" if "have" in words else "planned"
        return True
    bound = verb.dep == "advcl" and verb.i == head.i + _TO  # misread
    if head.lower in _BE_PAST and (verb.dep == "xcomp" or bound):
        found.status = "cancelled" if "have" in words else "planned"
        return True
    if "leave" in lookup(head.lower, "verb") and {"has", "have"} & set(helpers(tree, head)):
        if found.status == "held":
            found.status = "planned"  # "has left for Rome to meet her": he is on his way
        return True
    if head.lower in DUE and found.status == "held":
        be = (
            tree.head(head) if head.tag.startswith("JJ") else head
        )  # "had been due to", "had been expected to", "had planned to"
        told = {*helpers(tree, head), *(helpers(tree, be) if be is not None else [])}
        found.status = "cancelled" if "had" in told else "planned"
        return True
    return False
