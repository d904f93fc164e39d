"""What talks and agreements are about, where the text says so in a short phrase."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import after, clause_words, is_noun, is_verb, negated, objects, verb_above
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.wordings import ABOUT

Span = tuple[int, int]

_ON = frozenset("on upon over around".split())
# Nouns and verbs of talking: what stands behind "on" or "over" is spoken of, and nobody stands on it.
_TALKS = frozenset(
    "talk talks discussion discussions negotiation negotiations consultation consultations conversation conversations "
    "dialogue dialog meeting meetings session sessions summit conference round rounds briefing deliberations call calls "
    "ministerial exchange exchanges words haggling bargaining wrangling dispute".split()
)
_TALKING = frozenset(
    "talk talks talked talking speak speaks spoke spoken speaking confer confers conferred conferring consult consults "
    "consulted consulting negotiate negotiates negotiated negotiating deliberate deliberated brief briefs briefed "
    "briefing haggle haggled haggling wrangle wrangled wrangling bargain bargained bargaining argue argued arguing "
    "quarrel quarrelled sparred exchange exchanged exchanging swap swapped press pressed pressing lobby lobbied "
    "quiz quizzed sounded compare compared comparing".split()
)
DISCUSSING = frozenset(
    "discuss discusses discussed discussing debate debates debated debating review reviews reviewed reviewing negotiate "
    "negotiates negotiated negotiating tackle tackles tackled tackling explore explores explored exploring examine "
    "examined examining cover covers covered covering raise raises raised raising broach broached".split()
)
_VIEWS = frozenset("view views opinion opinions notes thoughts ideas information words".split())
_TALKERS = frozenset(
    "they both two three pair men women sides ministers leaders presidents premiers chancellors envoys diplomats "
    "officials counterparts delegations heads kings negotiators partners".split()
)
# What leads from such a verb to the matter: "focused on X", "dealt with X", "went over X".
_DWELLING = {
    "on": frozenset(
        "focus focuses focused focusing focussed centre centres centred centring center centers centered centering "
        "concentrate concentrates concentrated concentrating touch touches touched touching dwell dwelt turn turned "
        "hinge hinged bear bore work worked".split()
    ),
    "upon": frozenset("touch touches touched touching dwell dwelt".split()),
    "with": frozenset("deal deals dealt dealing grapple grappled wrestle wrestled".split()),
    "over": frozenset("go goes went gone going pore pored".split()),
    "through": frozenset("go goes went gone going".split()),
    "around": frozenset("revolve revolves revolved revolving centre centred center centered".split()),
}

# What "on" and "over" lead to that is no matter, but time, place, medium or manner.
_CIRCUMSTANCE = frozenset(
    "day days eve morning afternoon evening night weekend week occasion anniversary visit visits trip tour journey leg "
    "way arrival return departure stop stopover invitation behalf part condition basis ground grounds terms board top "
    "sideline sidelines margin margins fringe fringes edge edges fringe heels telephone phone line lines mobile video "
    "television tv radio twitter media platform app skype zoom screen air record schedule agenda agendas footing "
    "tarmac podium stage steps step lawn runway square street island islands deck yacht ship plane train boat bus "
    "carpet soil territory side sides floor shore shores bank banks coast site spot terrace balcony foot flight "
    "campus bench sofa bridge road border holiday leave duty call calls hand hands mission errand fishing average "
    "dinner lunch breakfast tea coffee meal banquet supper drinks whisky luncheon plates glass glasses food "
    "guard honour honor troops parade screens screen sea ocean atlantic pacific period course months years hours minutes table map number occasions sabbath knees feet trail slopes".split()
)
_EATING = frozenset(
    "dine dined dining lunch lunched lunching breakfast breakfasted eat ate eating bread feast feasted sup supped".split()
)
# Words that say nothing of their own: only with more beside them are they a matter.
_VAGUE = frozenset(
    "matter matters issue issues subject subjects topic topics question questions thing things affairs point points "
    "details detail list range number series package proposals ideas views notes situation terms all everything much "
    "relations ties cooperation developments concerns other others one ones same work future business more anything something nothing just that arrangements implementation steps ways "
    "measures means progress possibilities possibility".split()
)
_EMPTY = frozenset(
    "the a an this that these those its his her their all both several many some any other such".split()
)
_STAY_OUT = frozenset("relcl advcl appos parataxis npadvmod nsubj ccomp dep".split())
_ASIDE = frozenset(
    "during after before ahead at as despite amid since until till by via while when through without upon".split()
)
_SHORTEST, _LONGEST = 4, 80  # characters: less says nothing, more is no phrase


MATTERS = ABOUT | _ON
TALKS = _TALKS | _TALKING | _VIEWS


def topic(draft: Draft) -> Span | None:
    """The offsets of the phrase that tells the subject of the talks, or of what was signed; None for visits."""
    if draft.kind == "visit":
        return None
    tree, trigger = draft.tree, draft.trigger
    verb = trigger if is_verb(trigger) else verb_above(tree, trigger)
    if draft.kind == "agreement":
        return next(_paper(tree, trigger, verb), None)
    return next(chain(_spoken(tree, trigger, verb), _matters(tree, trigger, verb)), None)


def agenda(tree: Tree) -> Span | None:
    """The matter of talks told of before: "The talks focused on grain", "They discussed grain"."""
    for verb in tree:
        doers = tree.children(verb, "nsubj", "nsubjpass") if is_verb(verb) else []
        if doers and (doers[0].lower in _TALKS or doers[0].lower in _TALKERS):
            return next(_matter(tree, verb), None)
        if doers and any(w.lower in ("agenda", "menu") for w in after(tree, verb, "on")):
            return _phrase(tree, doers[0], places=True)
    return None


def _spoken(tree: Tree, trigger: Word, verb: Word | None) -> Iterator[Span]:
    """ "talks on X", "spoke with B about X", "held a meeting with B over X"."""
    here = clause_words(tree, verb) if verb is not None else tree.subtree(trigger)
    talking = any(
        w.lower in _TALKING or (w.lower in _TALKS and is_noun(w)) for w in (trigger, verb or trigger)
    )
    eating = any(w.lower in _EATING for w in here)
    for prep in here:
        head = tree.head(prep)
        if head is None or prep.i < min(trigger.i, verb.i if verb is not None else trigger.i):
            continue
        of_talks = head.lower in _TALKING or (is_noun(head) and head.lower in _TALKS)
        beside = head in (trigger, verb) or head.mention is not None
        if prep.lower in ABOUT and (of_talks or beside):
            yield from _phrases(tree, prep, places=of_talks)
        elif prep.lower in _ON and not eating and (of_talks or (talking and beside)):
            yield from _phrases(tree, prep, places=of_talks and is_noun(head))


def _matters(tree: Tree, trigger: Word, verb: Word | None) -> Iterator[Span]:
    """ "discussed X", "met to discuss X", "a meeting that focused on X"."""
    for word in tree:
        above = [word, *tree.ancestors(word)]
        if is_verb(word) and (trigger in above or (verb is not None and verb in above)):
            yield from _matter(tree, word)


def _matter(tree: Tree, verb: Word) -> Iterator[Span]:
    if negated(tree, verb):
        return
    for word in (verb, *objects(tree, verb)):
        talk = verb.lower in _TALKING if word is verb else word.lower in _VIEWS
        for prep in tree.children(word, "prep") if talk else ():
            if prep.lower in ABOUT | _ON:
                yield from _phrases(tree, prep, places=True)
    if verb.lower in DISCUSSING:
        for noun in objects(tree, verb):
            if found := _phrase(tree, noun, places=False):
                yield found
    for prep in tree.children(verb, "prep", "prt"):
        if verb.lower in _DWELLING.get(prep.lower, ()):
            yield from _phrases(tree, prep, places=True)


def _paper(tree: Tree, trigger: Word, verb: Word | None) -> Iterator[Span]:
    """ "an agreement on X", "a treaty concerning X"."""
    for word in clause_words(tree, verb) if verb is not None else tree.subtree(trigger):
        if is_noun(word) and lookup(word.lower, "noun").keys() & {"pact", "paper"}:
            for prep in tree.children(word, "prep"):
                if prep.lower in ABOUT | {"on", "covering"}:
                    yield from _phrases(tree, prep, places=False)


def _phrases(tree: Tree, prep: Word, *, places: bool) -> Iterator[Span]:
    """What a preposition leads to: a noun, or a clause such as "how to end the war", "ending the war"."""
    for head in tree.children(prep, "pobj", "pcomp"):
        if found := _phrase(tree, head, places=places):
            yield found


def _phrase(tree: Tree, head: Word, *, places: bool) -> Span | None:
    """The offsets of a noun with what belongs to it; None where it is no matter to talk of."""
    who = head.mention is not None and head.mention.kind in ("name", "title", "group")
    if who or head.date is not None or head.tag.startswith(("PRP", "CD", "W")) or head.lower in _CIRCUMSTANCE:
        return None
    if not places and (head.place is not None or head.mention is not None or head.tag == "NNP"):
        return None
    words = _together(tree, head)
    if head.lower in _VAGUE and all(w is head or w.lower in _EMPTY or not w.text.isalnum() for w in words):
        return None
    start, end = words[0].start, words[-1].end
    return (start, end) if _SHORTEST <= end - start <= _LONGEST else None


def _together(tree: Tree, head: Word) -> list[Word]:
    """The words of a phrase without a gap: the noun, what stands beside it, and the nouns joined to it."""
    inside, todo = {head.i}, [head]
    while todo:
        word = todo.pop()
        for child in tree.children(word):
            if not _apart(tree, word, child):
                inside.add(child.i)
                todo.append(child)
    first = last = head.i
    while first - 1 in inside and tree.words[first - 1].text not in _BREAKS:
        first -= 1
    while last + 1 in inside and tree.words[last + 1].text not in _BREAKS:
        last += 1
    words = tree.words[first : last + 1]
    while words and (words[-1].dep in ("punct", "cc", "prep") or words[-1].tag in ("DT", "IN")):
        words.pop()
    while len(words) > 1 and words[0].dep == "punct":
        words.pop(0)
    return words or [head]


_BREAKS = frozenset([":", ";", "(", ")", "–", "—", '"', "“", "”", "--"])


def _apart(tree: Tree, word: Word, child: Word) -> bool:
    """Whether what hangs on a noun is no part of the phrase: asides, dates, those spoken with."""
    if (child.dep in _STAY_OUT and is_noun(word)) or (
        child.dep == "conj" and is_verb(child) != is_verb(word)
    ):
        return True
    if child.day is not None:
        return True
    if child.dep != "prep":
        return False
    if child.lower in _ASIDE:
        return True
    below = tree.children(child, "pobj")
    return any(
        (w.date is not None and child.lower != "of")
        or (w.mention is not None and w.mention.kind in ("name", "title", "group") and child.lower != "of")
        or (w.lower in _CIRCUMSTANCE and child.lower in ("on", "in", "over"))
        or (w.place is not None and w.place.grade == 3 and child.lower in ("in", "at"))
        for w in below
    )
