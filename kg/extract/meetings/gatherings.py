"""The gatherings of one body: "the foreign ministers of ASEAN will meet in Phnom Penh", "the OSCE's council"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.meetings.breath import RULE as ONE_BREATH
from kg.extract.meetings.rosters import rosters
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.sentence.grammar import after, agents, is_noun, is_verb, subject
from kg.extract.sentence.inclusion import REPRESENTATIVES
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.when.choice import nearest_date
from kg.extract.where.sites import nearest_place
from kg.extract.whom.discourse import Discourse
from kg.vocab import BODIES

_GATHER = frozenset(
    "meet meets met meeting gather gathers gathered gathering convene convenes convened convening assemble "
    "assembled assembles reconvene reconvened".split()
)
_DEBATING = frozenset(
    "discuss discusses discussed discussing debate debates debated debating argue argued argues consider considered "
    "considers weigh weighed take took takes review reviewed tackle tackled examine examined endorse endorsed "
    "approve approved adopt adopted decide decided agree agreed sign signed finish finished sit sat sits wrangle "
    "wrangled haggle haggled".split()
)
_SITTINGS = frozenset(
    "talks meeting session retreat council summit conference assembly ministerial forum".split()
)


def gatherings(tree: Tree, talk: Discourse, told: list[Draft]) -> Iterator[Draft]:
    """What a body's own members meet for, where the sentence gives the day and the place; who came to what."""
    triggers = {d.trigger.i for d in told if d.kind == "meeting"}
    for w in tree:
        if w.i in triggers or (w.mention is not None and w.mention.kind == "name"):
            continue
        bodies = _bodies(tree, talk, w)
        if len(bodies) != 1 or nearest_date(tree, w) is None:
            continue
        aside = _in_the_aside(tree, w) if nearest_place(tree, w) is None else None
        if aside is not None or nearest_place(tree, w) is not None:
            sides = unique([*_chairs(tree, talk), Side(None, bodies[0], w.start, w.end)])
            yield Draft(
                "meeting", sides, w, tree, "body-meets", place=aside, gathering=True, mode="multilateral"
            )
    known = [d.officials for d in told if d.kind == "meeting" and d.rule != ONE_BREATH]
    yield from (d for d in rosters(tree, talk) if not any(d.officials <= k for k in known))


def _in_the_aside(tree: Tree, noun: Word) -> PlacePhrase | None:
    """ "The summit *that was to have been held in Lima*": the town told in a clause of its own."""
    told = [x for c in tree.children(noun, "relcl", "acl") for x in tree.subtree(c)]
    return next((x.place for x in told if x.place is not None and x.place.grade == CITY), None)


_CHAIR = frozenset("chairmanship chair presidency leadership direction".split())
_CHAIRED = frozenset("chaired led hosted headed opened presided convened".split())


def _chairs(tree: Tree, talk: Discourse) -> list[Side]:
    """Who presides: "under X's chairmanship", "chaired by Y", "with Z in the chair"."""
    near: list[Word] = []
    for w in tree:
        if w.lower in _CHAIR:
            near += tree.children(w, "poss")
            near += [p for h in tree.ancestors(w) if h.lower == "with" for p in tree.children(h, "pobj")]
        elif w.lower in _CHAIRED:
            near += agents(tree, w)
    return [s for w in near for s in talk.sides(tree, w) if s.official is not None]


def _bodies(tree: Tree, talk: Discourse, word: Word) -> list[str]:
    """The bodies whose own gathering a word tells of."""
    if is_verb(word) and word.lower in _GATHER and not tree.children(word, "dobj"):
        if after(tree, word, "with"):
            return []
        who = subject(tree, word)
        return _only([s.country for s in talk.sides(tree, who)]) if who is not None else []
    if is_verb(word) and word.lower in _DEBATING:  # "ministers of the Union are to take up sugar"
        who = subject(tree, word)
        members = who is not None and who.tag in ("NNS", "NNPS") and who.lower in REPRESENTATIVES
        return _only([s.country for s in talk.sides(tree, who)]) if members else []
    if not is_noun(word) or word.lower not in _SITTINGS:
        return []
    held = _measured(tree, word) or word  # "two days of talks"
    if held.dep == "dobj" and not after(tree, word, "with", "between"):
        return _holding(tree, talk, held)
    if word.dep not in ("nsubj", "nsubjpass") and not _on_the_occasion(tree, word):
        return []
    if lookup(word.lower, "noun").keys() & {"talk"} and after(tree, word, "with", "between"):
        return []
    near = [*tree.children(word, "compound", "nmod", "amod", "poss"), *after(tree, word, "of")]
    return _only([c for n in near for c in [*talk.countries_in(tree, n, n.mention)]])


def _holding(tree: Tree, talk: Discourse, noun: Word) -> list[str]:
    """ "NATO's defence ministers held a meeting in Brussels", "the Union put off its summit"."""
    verb = tree.head(noun)
    who = subject(tree, verb) if verb is not None and verb.lower in _HOLD | _PUT_OFF else None
    if verb is None or who is None or after(tree, verb, "with"):
        return []
    if verb.lower in _PUT_OFF and any(c.lower in ("its", "their") for c in tree.children(noun, "poss")):
        return _only([s.country for s in talk.sides(tree, who)])
    if who.lower not in REPRESENTATIVES:
        return []
    return _only([s.country for s in talk.sides(tree, who)]) if who.tag in ("NNS", "NNPS") else []


def _measured(tree: Tree, noun: Word) -> Word | None:
    """ "Two *days* of talks", "a *round* of negotiations"."""
    of = tree.head(noun) if noun.dep == "pobj" else None
    above = tree.head(of) if of is not None and of.lower == "of" else None
    return above if above is not None and above.lower in _MEASURES else None


def _on_the_occasion(tree: Tree, noun: Word) -> bool:
    """ "will be discussed *at a meeting* of EU ministers in Rome on Monday", "ahead of a NATO summit in Oslo on Friday"."""
    prep = tree.head(noun)
    if noun.dep != "pobj" or prep is None:
        return False
    lead = tree.head(prep) if prep.lower == "of" else prep
    if lead is None or lead.lower not in _OCCASIONS or after(tree, noun, "with", "between"):
        return False
    own = tree.words[noun.i + 1 : noun.i + _PHRASE]
    own = own[: next((n for n, w in enumerate(own) if is_verb(w)), None)]
    return any(w.place is not None for w in own) and any(w.date is not None for w in own)


_PHRASE = 12  # words in which place and day stand behind a gathering
_OCCASIONS = frozenset("at for before after during following to ahead".split())
_HOLD = frozenset(
    "hold holds held holding open opens opened begin begins began start starts started wrap wraps wrapped end ends ended "
    "conclude concludes concluded finish finished finishes resume resumes resumed".split()
)
_PUT_OFF = frozenset(
    "postponed postpone postpones cancelled canceled cancels delayed deferred shelved scrapped moved rescheduled put called".split()
)
_MEASURES = frozenset("day days hours evening round rounds series weekend session sessions".split())


def _only(countries: list[str | None]) -> list[str]:
    """The bodies, if nobody else is named; the UN sits all the time."""
    found = list(dict.fromkeys(c for c in countries if c))
    return found if all(c in BODIES and c != "UN" for c in found) else []
