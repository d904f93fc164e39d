"""How a clause stands to the truth: held, planned, proposed, postponed, cancelled, or not an event."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar import chain, helpers, is_noun, is_verb
from kg.extract.hedges import (
    SAYING_YES,
    aside,
    discussed,
    due_before,
    errand,
    following_up,
    instead,
    lacking,
    looking_ahead,
    needless,
    no_longer,
    noted,
    reported,
    to_a_day,
    unsettled,
    whether,
)
from kg.extract.intentions import at_heart, barred, intended, out_of_reach
from kg.extract.particles import PARTICLES
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.verdicts import verdict
from kg.model import Status

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "going"})
_MAYBE = frozenset({"may", "might", "could", "can", "should", "must"})
_BE_NOW = frozenset({"is", "are", "am", "'s", "’s", "be"})
_BE_PAST = frozenset({"was", "were", "been"})
DUE = frozenset(
    "due set scheduled expected slated planned supposed bound poised ready tipped booked likely foreseen earmarked pencilled penciled timetabled billed envisaged envisioned anticipated projected".split()
)
_OCCURS = frozenset(
    "is are take takes begin begins open opens start starts end ends follow follows resume resumes".split()
)
_SAME_IN_PAST = frozenset({"set", "put", "cut", "hit", "let"})  # the tagger takes their past for the present
_HANGS = ("dobj", "nsubjpass", "xcomp", "pobj", "prep", "nsubj", "conj", "advcl", "ccomp")
_HAPPEN = frozenset(
    "take taken took happen happened materialise materialised materialize materialized".split()
)
_NOT_YET = frozenset("possible possibly prospective proposed potential would-be mooted".split())
_COMING = frozenset("upcoming forthcoming planned next coming future scheduled impending imminent".split())
_GOING = frozenset("go going goes gone press pressing push pushing".split())
_OFFERED = frozenset(
    "invitation invitations proposal plea suggestion offer request appeal possibility prospect prospects speculation timing feasibility idea goal target".split()
)
_ACCOUNTS = frozenset("report reports account findings".split())
_GONE = frozenset("cancelled canceled aborted abandoned scrapped".split())
_LATE = frozenset("postponed delayed deferred".split())
_ADRIFT = frozenset("off out back up down forward through".split())
_MOVED = frozenset(
    "moved move moves shifted shift shifts rescheduled pushed switched slid slipped slips slides brought carried "
    "transferred drifted put".split()
)
_HOPED = frozenset("plan schedule expect intend slate hope set due prepare".split())  # "had been", in vain
_SAW = frozenset("saw watched heard made let had helped witnessed".split())


_READYING = frozenset({"organising", "organizing", "readying"})
_AT_FIRST = frozenset({"originally", "initially"})  # "was originally planned for May"
_MEANT = frozenset({"meant", "hoped", "wanted", "wished"})  # "had", in vain


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


def standing(tree: Tree, trigger: Word, *, dated: str = "unknown", spoken: bool = False) -> Standing:
    """How the trigger's clause stands to the truth.

    `dated` tells where a date in the clause lies if the phrase alone fixes it ("future": "next week",
    "tomorrow"), or "weekday" when it names a day that may lie on either side. What is `spoken` in an
    event ("urged him over the phone to come") says nothing of whether the event took place.
    """
    found = Standing("held")
    adjectives = {w.lower for w in tree.children(trigger, "amod", "compound", "advmod")}
    if is_noun(trigger):
        if needless(tree, trigger):
            return Standing("proposed", real=False)
        if adjectives & _GONE:
            return Standing("cancelled")
        if adjectives & _LATE:
            return Standing("postponed")
        if adjectives & _NOT_YET:
            found.status = "proposed"
        elif adjectives & _COMING:
            found.status = "planned"
        if carrier(tree, trigger) is not None:
            return Standing("held")
        if any("plan" in lookup(c.lower, "verb") and c.tag == "VBN" for c in tree.children(trigger, "acl")):
            found.status = "planned"  # "talks planned for Monday"
    if instead(tree, trigger):
        return Standing("cancelled")
    settled = False
    below: Word | None = None
    beside = aside(tree, trigger)
    said = verdict(tree, trigger) if is_noun(trigger) else None
    if said == "denied":
        return Standing("held", real=False)
    if said is not None:
        found.status = said
    for w in chain(tree, trigger) if said is None else ():
        if is_verb(w) and noted(tree, w, below):
            break
        if is_verb(w):
            done = _verb(tree, w, below, found, trigger, spoken and w is trigger)
            settled = settled or done
            if done and (
                found.status in ("cancelled", "postponed", "proposed") or (w is trigger and w.tag == "VBD")
            ):
                break
            bare = w is not trigger and is_noun(trigger) and w.lower in ("is", "was", "are", "were")
            if bare and found.status == "held" and lacking(tree, w):
                found.status = "proposed"  # "there is no agreement yet on a meeting"
                break
            if w.lower in ("is", "was", "are") and discussed(tree, w) and found.status == "held":
                found.status = "proposed"
                break
        elif w is not trigger and w.lower in _OFFERED:
            if found.status in ("held", "planned"):
                accepted = any(
                    a.lower in ("accept", "accepted", "accepts", "accepting") for a in tree.ancestors(w)
                )
                found.status = "planned" if accepted else "proposed"
                break
        elif w is not trigger and w.lower in _ACCOUNTS and below is trigger and below.dep == "pobj":
            break  # "is to present a report on his visit": over by then
        elif w is not trigger and is_noun(w) and unsettled(tree, w):
            found.status = "proposed" if found.status in ("held", "planned") else found.status
            break
        elif w.lower == "unlikely":
            found.real = False
            break
        elif w is not trigger and w.lower in (
            "plan",
            "plans",
            "preparations",
            "arrangements",
            "intention",
            "date",
        ):
            if found.status == "held":
                found.status = "planned"
        elif w is not trigger and w.lower in ("cancellation", "postponement", "delay"):
            found.status = "cancelled" if w.lower == "cancellation" else "postponed"
        elif w.lower in DUE and w.tag.startswith(("JJ", "VB")) and found.status == "held":
            found.status = "planned"
        below = w
    if found.status == "proposed" and is_noun(trigger) and adjectives & _COMING - {"future"}:
        found.status = "planned"  # "asked them to prepare for the upcoming visit"
    found.real = (found.real or beside) and not whether(tree, trigger)
    if beside and found.status == "proposed":  # "urged him at the talks to come"
        found.status = "held"
    if dated == "future" and found.status in ("held", "ongoing"):
        found.status = "planned"
    if dated == "weekday" and found.status == "ongoing" and found.tense == "present":
        found.status = "planned"  # "is leaving for Kigali on Thursday"
    if dated in ("weekday", "today") and found.status == "held" and found.tense == "present":
        found.status = "planned"  # "flies to Rome on Friday": English arranges in the present tense
    if dated == "past" and found.status == "planned" and found.tense == "past":
        found.status = "held"
    return found


def carrier(tree: Tree, noun: Word) -> Word | None:
    """The verb beside a noun that tells it was held: "the audience that the Pope *gave* him", "talks *held* on Monday"."""
    for verb in tree.children(noun, "relcl", "acl"):
        words = helpers(tree, verb)
        past = verb.tag == "VBD" or "had" in words or (verb.dep == "acl" and verb.tag == "VBN")
        past = past and not (verb.dep == "acl" and _ahead(tree, noun, verb))
        classes = lookup(verb.lower, "verb")
        if past and not words and "light" in classes and "plan" not in classes:
            return verb
    return None


def _ahead(tree: Tree, noun: Word, given: Word) -> bool:
    """ "will be at a dinner given by X": an undated participle has the tense of what governs it."""
    verb = next((w for w in tree.ancestors(noun) if is_verb(w)), None)
    if noun.dep in ("nsubj", "nsubjpass") or verb is None:
        return False
    dated = any(w.date is not None for w in tree.subtree(given)) and verb.lower not in _ATTENDING
    dated = dated or any(c.lower in _RECENT for c in tree.children(noun, "amod"))
    return not dated and bool(_FUTURE & set(helpers(tree, verb)))


_RECENT = frozenset("recent latest last earlier previous past".split())
_ATTENDING = frozenset({"be", "attend", "join"})  # on the day of what they lead to


_WITHDRAWING = frozenset("withdraw withdrew withdrawn withdrawing withdraws".split())


def _verb(tree: Tree, verb: Word, below: Word | None, found: Standing, trigger: Word, spoken: bool) -> bool:
    """Take one verb of the chain into account; True when it settles the status."""
    words = helpers(tree, verb)
    classes = {} if spoken else lookup(verb.lower, "verb")
    loose = [w for w in tree.children(verb, "prep") if not w.children]  # "have fallen through"
    adrift = [w for w in [*tree.children(verb, "prt", "advmod"), *loose] if w.lower in _ADRIFT]
    particle = next((w.lower for w in adrift), "")
    fate = PARTICLES.get((verb.lower, particle))
    if below is not None and verb.lower in _WITHDRAWING and below.dep == "pobj":
        prep = tree.head(below)
        fate = "drop" if prep is not None and prep.lower == "from" else fate
    if verb.lower.startswith("set") and (
        particle or any(c.lower == "foot" for c in tree.children(verb, "dobj"))
    ):
        classes = {c: lemma for c, lemma in classes.items() if c != "plan"}  # "set out for Doha"
    if fate is None and verb.lower in _MOVED and to_a_day(tree, verb):
        fate = "delay"
    if any(w.lower == "ahead" for w in tree.children(verb, "advmod", "prt")) and verb.lower in _GOING:
        found.status = "cancelled" if {"not", "n't", "n’t"} & set(words) else "planned"
        return True  # "decided not to go ahead with the visit"
    below_passive = below is not None and below.dep in ("nsubj", "nsubjpass")
    for c in tree.children(verb, "xcomp") if below_passive and verb is not trigger else []:
        if tree.children(c, "auxpass"):  # "had to be dropped", "was to have been put off"
            lost = PARTICLES.get((c.lower, next((w.lower for w in tree.children(c, "prt")), "")))
            told = lookup(c.lower, "verb")
            if lost in ("drop", "delay") or told.keys() & {"drop", "delay"}:
                found.status = "postponed" if lost == "delay" or "delay" in told else "cancelled"
                return True
    if verb is trigger and verb.tag in ("VB", "VBP") and verb.dep == "ccomp" and not words:
        seen = tree.head(verb)
        if seen is not None and seen.lower == "having" and seen.dep in ("pcomp", "xcomp"):
            found.status = "planned"  # "agreed to work on having her visit Rome"
            return True
        if seen is not None and seen.tag == "VBD" and seen.lower in _SAW:  # "Monday saw them spend an hour"
            found.tense = "past"
            return True
    if (
        verb is trigger
        and verb.tag == "VBD"
        and not words
        and ("plan" not in classes or "sign" in classes)
        and "offer" not in classes
        and not fate
        and not any(w.lower in DUE for w in tree.children(verb, "acomp", "attr"))  # "was due in Rome"
    ):
        found.tense = "past"  # a plain past tense states a fact, whatever governs it
        return True
    if verb is not trigger and following_up(tree, verb):
        found.status = "held"
        return True
    if verb is not trigger and looking_ahead(tree, verb):
        found.status = "planned"
        return True
    acts_on_it = below is not None and below.dep in _HANGS
    negated = any(w in ("not", "n't", "never", "n’t") for w in words)
    if no_longer(tree, verb):  # "is no longer going", "would no longer be received"
        found.status = "cancelled"
        return True
    if verb is trigger or classes.keys() & {"light", "go", "leave", "sign"} or verb.lower in _OCCURS:
        _tense(tree, verb, words, found)
    vain = verb is not trigger and verb.lower in _MEANT and "had" in words
    if vain and below is not None and below.dep == "xcomp":
        found.status = "cancelled"  # "had meant to come"
        return True
    if verb is not trigger and acts_on_it:
        if fate == "drop" or ("drop" in classes and below is not None and below.dep in ("dobj", "nsubjpass")):
            found.status = "held" if negated else "cancelled"
            return True
        if fate == "delay" or (
            "delay" in classes and below is not None and below.dep in ("pobj", "prep", "dobj", "nsubjpass")
        ):
            found.status = "postponed"
            return True
        if (
            (fate == "bar" or "bar" in classes)
            and below is not None
            and below.dep in ("xcomp", "dobj", "ccomp")
        ):
            found.real = negated and verb.lower.startswith(("fail", "den"))
            return True
        if (
            "offer" in classes
            and below is not None
            and below.dep in ("xcomp", "dobj", "ccomp", "prep", "pobj", "nsubjpass", "advcl")
        ):
            found.status = "proposed"
            found.real = found.real and not negated  # "did not want to go"
            return True
        if (
            "plan" in classes
            and below is not None
            and (
                below.dep in ("xcomp", "ccomp", "prep", "dobj", "nsubjpass")
                or (classes["plan"] in _HOPED and errand(tree, below))
            )
            and (found.status == "held" or (found.status == "ongoing" and verb.tag == "VBG"))
        ):
            first = any(w.lower in _AT_FIRST for w in tree.children(verb, "advmod"))
            past = verb.tag == "VBN" and ("had" in words or (first and bool(_BE_PAST & set(words))))
            if negated and not past and below.dep in ("xcomp", "ccomp"):  # "does not plan to attend"
                found.real = False
                return True
            if past and classes["plan"] == "prepare":
                return True  # "had prepared the visit in Washington": the work was done
            if past and classes["plan"] not in _HOPED:  # "had been agreed on in May": and has come to pass
                found.status = "held" if below.dep == "nsubjpass" else "planned"
                return True
            shifted = past and reported(tree, verb)  # "said that talks had been set for Friday"
            found.status = "cancelled" if past and not negated and not shifted else "planned"
            return True
    if verb is not trigger and below is not None and barred(tree, verb, below):
        found.real = negated
        return True
    meant = intended(tree, verb, below if verb is not trigger else None)
    if meant is not None and not (negated and meant != "cancelled"):
        found.status = meant
        return True
    if (
        verb is not trigger
        and verb.lower == "thinking"
        and below is not None
        and below.dep in ("prep", "pcomp")
    ):
        found.status = "proposed"  # "is thinking of going"
        return True
    if verb.lower in _READYING and below is not None and below.dep == "dobj" and found.status == "held":
        found.status = "planned"  # "Rome is organising her visit"
        return True
    if fate == "drop" and verb is trigger:
        found.status = "cancelled"
        return True
    if verb is trigger and "offer" in classes:
        taken = any(c.lower in SAYING_YES for c in tree.children(verb, "conj"))
        found.status = "planned" if taken else "proposed"  # "was asked to Y, and accepted"
        return True
    if verb is trigger and (
        ("plan" in classes and "sign" not in classes)
        or any(w.lower in DUE for w in tree.children(verb, "acomp", "attr"))
    ):
        gone = "had" in words or ("was" in words and found.status == "held" and "been" in words)
        found.status = "cancelled" if gone else "planned"  # "had been expected in Rome" but did not come
        return True
    would = negated and "would" in words and "have" not in words and reported(tree, verb)
    # without a day or a place, "said she would not talk to him" is a refusal, not a plan given up
    would = would and any(w.date is not None or w.place is not None for w in tree.subtree(verb))
    if _FUTURE & set(words) or would:
        if negated or "wo" in words:
            found.status = "cancelled"
        elif found.status == "held":
            found.status = "planned"
        return True
    if negated and verb.lower in _HAPPEN and below is not None and below.dep in ("nsubj", "nsubjpass"):
        found.status = "cancelled"  # "the meeting planned for Tuesday did not take place"
        return True
    if negated:
        found.real = False
        return True
    if "would" in words or "’d" in words or "'d" in words:
        if found.status == "held":
            found.status = "planned" if "have" not in words else "cancelled"
        return True
    if _MAYBE & set(words) and found.status in ("held", "planned"):
        if "have" in words:
            found.real = found.real and not {"could", "might"} & set(words)
            return True
        found.status = "proposed"
        return True
    if "to" in words:
        return _infinitive(tree, verb, words, found)
    return False


def _tense(tree: Tree, verb: Word, words: list[str], found: Standing) -> None:
    if (
        verb.tag == "VBD"
        or verb.lower in _SAME_IN_PAST
        or any(w in ("had", "was", "were", "did") for w in words)
    ):
        found.tense = "past"
    elif verb.tag in ("VBZ", "VBP") or any(w in ("is", "are", "has", "have") for w in words):
        found.tense = "perfect" if any(w in ("has", "have") for w in words) else "present"
        if (
            verb.tag == "VBG"
            and any(w in ("is", "are", "'s", "’s") for w in words)
            and found.status == "held"
        ):
            found.status = "ongoing"


def _ranked(tree: Tree, verb: Word) -> bool:
    """ "was the first leader to come": the infinitive belongs to what is said of somebody, not to the verb."""
    return any(
        w.lower in ("first", "second", "third", "last", "latest", "only")
        for c in tree.children(verb, "attr")
        for w in [c, *tree.children(c, "amod")]
    )


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
    if head.lower in _BE_PAST and verb.dep == "xcomp":
        found.status = "cancelled" if "have" in words else "planned"
        return True
    if "leave" in lookup(head.lower, "verb") and {"has", "have"} & set(helpers(tree, head)):
        if found.status == "held":
            found.status = "planned"  # "has left for Rome to meet her": he is on his way
        return True
    if head.lower in DUE and found.status == "held":
        be = (
            tree.head(head) if head.tag.startswith("JJ") else head
        )  # "had been due to", "had been expected to"
        told = {*helpers(tree, head), *(helpers(tree, be) if be is not None else [])}
        past = bool(told & _BE_PAST) or (be is not None and be.lower in _BE_PAST)
        found.status = "cancelled" if past and "had" in told else "planned"
        return True
    return False
