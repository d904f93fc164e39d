"""How a clause stands to the truth: held, planned, proposed, postponed, cancelled, or not an event."""

from __future__ import annotations

from kg.extract.clause.governors import DUE, FUTURE, Standing, governed
from kg.extract.clause.hedges import aside, discussed, instead, lacking, needless, noted, unsettled, whether
from kg.extract.clause.verdicts import verdict
from kg.extract.sentence.grammar import chain, helpers, is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.wordings import HAD
from kg.model import Status

_NOT_YET = frozenset("possible possibly prospective proposed potential would-be mooted".split())
_COMING = frozenset("upcoming forthcoming planned next coming future scheduled impending imminent".split())
_OFFERED = frozenset(
    "invitation invitations proposal plea suggestion offer request appeal possibility prospect prospects speculation "
    "timing feasibility idea goal target".split()
)
_ACCOUNTS = frozenset("report reports account findings".split())
_PLANS = frozenset("plan plans preparations arrangements intention date".split())
_LOSS: dict[str, Status] = {"cancellation": "cancelled", "postponement": "postponed", "delay": "postponed"}
_ACCEPTING = frozenset("accept accepted accepts accepting".split())
_GONE = frozenset("cancelled canceled aborted abandoned scrapped".split())
_LATE = frozenset("postponed delayed deferred".split())


def standing(tree: Tree, trigger: Word, *, dated: str = "unknown", spoken: bool = False) -> Standing:
    """How the trigger's clause stands to the truth.

    `dated` tells where a date in the clause lies if the phrase alone fixes it ("future": "next week",
    "tomorrow"), or "weekday" when it names a day that may lie on either side. What is `spoken` in an
    event ("urged him over the phone to come") says nothing of whether the event took place.
    """
    adjectives = {w.lower for w in tree.children(trigger, "amod", "compound", "advmod")}
    if is_noun(trigger) and (told := _of_the_noun(tree, trigger, adjectives)) is not None:
        return told
    if instead(tree, trigger):
        return Standing("cancelled")
    found = Standing(_at_first(tree, trigger, adjectives) if is_noun(trigger) else "held")
    said = verdict(tree, trigger) if is_noun(trigger) else None
    if said == "denied":
        return Standing("held", real=False)
    if said is not None:
        found.status = said
    else:
        _up_the_chain(tree, trigger, found, spoken)
    if found.status == "proposed" and is_noun(trigger) and adjectives & _COMING - {"future"}:
        found.status = "planned"  # "asked them to prepare for the upcoming visit"
    beside = aside(tree, trigger)
    found.real = (found.real or beside) and not whether(tree, trigger)
    if beside and found.status == "proposed":  # "urged him at the talks to come"
        found.status = "held"
    _by_its_day(found, dated)
    return found


def _of_the_noun(tree: Tree, noun: Word, adjectives: set[str]) -> Standing | None:
    """What settles the standing of a noun before its clause is read: "no need for talks", "the cancelled visit"."""
    if needless(tree, noun):
        return Standing("proposed", real=False)
    if adjectives & _GONE:
        return Standing("cancelled")
    if adjectives & _LATE and not _at_last(tree, noun):
        return Standing("postponed")
    return Standing("held") if carrier(tree, noun) is not None else None


def _at_last(tree: Tree, noun: Word) -> bool:
    """Whether what was put off has its day by now: "the *postponed* visit will begin on Monday"."""
    verb = tree.head(noun)
    told = verb is not None and noun.dep in ("nsubj", "nsubjpass") and is_verb(verb)
    return told and verb is not None and (verb.tag == "VBD" or bool(FUTURE & set(helpers(tree, verb))))


def _at_first(tree: Tree, noun: Word, adjectives: set[str]) -> Status:
    """The status that a noun has of itself: "talks planned for Monday", "the coming visit", "a possible summit"."""
    if any("plan" in lookup(c.lower, "verb") and c.tag == "VBN" for c in tree.children(noun, "acl")):
        return "planned"
    if adjectives & _NOT_YET:
        return "proposed"
    return "planned" if adjectives & _COMING else "held"


def _up_the_chain(tree: Tree, trigger: Word, found: Standing, spoken: bool) -> None:
    """Let the trigger and each word above it have its say, until one settles the status."""
    below: Word | None = None
    for w in chain(tree, trigger):
        own = w is trigger
        if is_verb(w):
            done = noted(tree, w, below) or _verb_settles(tree, w, below, found, trigger, spoken)
        elif own:
            done = _adjective(w, found)
        else:
            over = w.lower in _ACCOUNTS and below is trigger and below.dep == "pobj"
            done = over or _noun_settles(
                tree, w, found
            )  # "is to present a report on his visit": over by then
        if done:
            return
        below = w


def _verb_settles(
    tree: Tree, verb: Word, below: Word | None, found: Standing, trigger: Word, spoken: bool
) -> bool:
    own = verb is trigger
    done = governed(tree, verb, below, found, own=own, spoken=spoken and own)
    if done and (found.status in ("cancelled", "postponed", "proposed") or (own and verb.tag == "VBD")):
        return True
    if found.status != "held" or verb.lower not in ("is", "was", "are", "were"):
        return False
    nothing_yet = not own and is_noun(trigger) and lacking(tree, verb)  # "there is no agreement on a meeting"
    if nothing_yet or (verb.lower != "were" and discussed(tree, verb)):
        found.status = "proposed"
        return True
    return False


def _noun_settles(tree: Tree, word: Word, found: Standing) -> bool:
    """What a noun or adjective above the trigger makes of it: "an *offer* of talks", "*preparations* for the visit"."""
    if word.lower in _OFFERED:
        if found.status in ("held", "planned"):
            accepted = any(a.lower in _ACCEPTING for a in tree.ancestors(word))
            found.status = "planned" if accepted else "proposed"
            return True
    elif is_noun(word) and unsettled(tree, word):
        found.status = "proposed" if found.status in ("held", "planned") else found.status
        return True
    elif word.lower in _PLANS:
        found.status = "planned" if found.status == "held" else found.status
    elif word.lower in _LOSS:
        found.status = _LOSS[word.lower]
    else:
        return _adjective(word, found)
    return False


def _adjective(word: Word, found: Standing) -> bool:
    """ "is unlikely to", "is due to"."""
    if word.lower == "unlikely":
        found.real = False
        return True
    if word.lower in DUE and word.tag.startswith(("JJ", "VB")) and found.status == "held":
        found.status = "planned"
    return False


def _by_its_day(found: Standing, dated: str) -> None:
    """What the day of the event tells against the tense: "flies to Rome on Friday" is to come."""
    if dated == "future" and found.status in ("held", "ongoing"):
        found.status = "planned"
    if dated == "weekday" and found.status == "ongoing" and found.tense == "present":
        found.status = "planned"  # "is leaving for Kigali on Thursday"
    if dated in ("weekday", "today") and found.status == "held" and found.tense == "present":
        found.status = "planned"  # English arranges in the present tense
    if dated == "past" and found.status == "planned" and found.tense == "past":
        found.status = "held"


def carrier(tree: Tree, noun: Word) -> Word | None:
    """The verb beside a noun that tells it was held: "the audience that the Pope *gave* him", "talks *held* on Monday"."""
    for verb in tree.children(noun, "relcl", "acl"):
        words = helpers(tree, verb)
        past = verb.tag == "VBD" or not HAD.isdisjoint(words) or (verb.dep == "acl" and verb.tag == "VBN")
        past = past and not (verb.dep == "acl" and _ahead(tree, noun, verb))
        classes = lookup(verb.lower, "verb")
        if past and HAD.issuperset(words) and "light" in classes and "plan" not in classes:
            return verb
    return None


def _ahead(tree: Tree, noun: Word, given: Word) -> bool:
    """ "will be at a dinner given by X": an undated participle has the tense of what governs it."""
    verb = next((w for w in tree.ancestors(noun) if is_verb(w)), None)
    if noun.dep in ("nsubj", "nsubjpass") or verb is None:
        return False
    dated = any(w.date is not None for w in tree.subtree(given)) and verb.lower not in _ATTENDING
    dated = dated or any(c.lower in _RECENT for c in tree.children(noun, "amod"))
    return not dated and bool(FUTURE & set(helpers(tree, verb)))


_RECENT = frozenset("recent latest last earlier previous past".split())
_ATTENDING = frozenset({"be", "attend", "join"})  # on the day of what they lead to
