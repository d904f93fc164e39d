"""The same people again: "met in Rome in May and again in June" tells of two meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extract.drafts import Draft
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import after, clause, clause_words, is_verb, objects, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when.choice import DUE
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import FOLLOWING

_SPEAKING = frozenset(
    "spoke speak spoken speaking talked talk talking discussed discuss discussing conversed chatted conferred".split()
)


def resumed(found: Sequence[Draft], latest: Sequence[Draft]) -> None:
    """What the two of a call "spoke" or "talked" of in the sentence behind was said in that call."""
    for d in found:
        for e in latest if d.kind == "meeting" and d.trigger.lower in _SPEAKING else ():
            same = e.officials == d.officials and 0 < d.tree.number - e.tree.number <= _BEHIND
            if e.kind == "call" and same and d.date is None and d.place is None and not _in_person(d):
                d.kind, d.mode, d.status = "call", e.mode, e.status


_BEHIND = 2  # sentences in which a text goes on about a call
_FACE = frozenset("person face-to-face face sidelines margins visit summit meeting".split())


def _in_person(d: Draft) -> bool:
    near = clause_words(d.tree, d.trigger)
    there = any(w.place is not None and w.dep == "pobj" and w.place.grade == 3 for w in near)
    return there or any(w.lower in _FACE for w in near)


def repeats(tree: Tree, told: Sequence[Draft]) -> Iterator[Draft]:
    """The further occasions of what a sentence has told of, each with a day or place of its own."""
    for d in told:
        days = _on_days(tree, d)
        if days:
            d.date = days[0]
            yield from (replace(d, date=day, rules=[]) for day in days[1:])
            continue
        if d.kind == "visit":
            yield from _once_more(tree, d, told)
        if d.kind in ("visit", "agreement") or d.gathering or _on_a_journey(tree, d.trigger):
            continue
        stations = _stations(tree, d.trigger)
        if stations:
            d.place, d.date = stations[0][0], stations[0][1] or d.date
            d.place_stated = True
            for where, day in stations[1:]:
                yield replace(d, place=where, date=day, place_stated=True, rules=[])
            continue
        start = _again(tree, d.trigger, [e.trigger.i for e in told])
        if start is None:
            continue
        behind = _segment(tree, start)
        date = next((w.day for w in behind if w.day is not None), None)
        place = next((w.place for w in behind if w.place is not None and w.dep == "pobj"), None)
        if date is not None or place is not None:
            yield replace(d, date=date, place=place, place_stated=place is not None, rules=[])


def _on_days(tree: Tree, d: Draft) -> list[DatePhrase]:
    """ "visited Lima in March and in June", "spoke three times, on Monday, on Friday and today": each its own occasion."""
    if d.gathering or d.kind == "agreement":
        return []
    days: list[DatePhrase] = []
    for w in tree.words[d.trigger.i + 1 :]:
        if w.day is not None:
            days += [w.day] if w.day not in days else []
        elif days and w.lower not in _BETWEEN_DAYS:
            break
        elif is_verb(w) or w.lower in ("who", "which", "where"):
            return []
    counted = not _COUNT.isdisjoint(tree.vocabulary) or all(day.form == "month" for day in days)
    return days if counted and len(days) > 1 else []


_BETWEEN_DAYS = frozenset(", and in on then again : ;".split())
_COUNT = frozenset({"twice", "thrice", "times"})


def _on_a_journey(tree: Tree, noun: Word) -> bool:
    """ "In Rome on Monday *for talks* with X, in Bern on Tuesday": the next days are the journey's, not the talks'."""
    before = tree.words[clause(tree, noun).i : noun.i]
    return noun.dep == "pobj" and any(w.place is not None and w.dep == "pobj" for w in before)


def _once_more(tree: Tree, visit: Draft, told: Sequence[Draft]) -> Iterator[Draft]:
    """ "was there last year, in January, and again this spring": two journeys to one place."""
    for w in tree.words[visit.trigger.i + 1 :]:
        if is_verb(w) or (w.mention is not None and w.mention.kind == "name"):
            return
        if w.lower == "again" and _dated(tree.words[: w.i]) and visit is _last_before(told, visit):
            behind = [b for b in _segment(tree, w.i + 1) if b.day is not None]
            if behind and not any(b.place for b in _segment(tree, w.i + 1)):
                yield replace(visit, date=behind[0].date, rules=[])
            return


def _last_before(told: Sequence[Draft], visit: Draft) -> Draft | None:
    """The last journey told by the same word: "in A, in B, and again in May" is said of B."""
    return [d for d in told if d.kind == "visit" and d.trigger is visit.trigger][-1]


def located(
    tree: Tree, before: Sequence[Draft]
) -> tuple[Draft, PlacePhrase | None, DatePhrase | None] | None:
    """ "That was in Rome, in May": what the sentence before told of, with its place and day."""
    put_off = _appointed(tree, before) or _took_place(tree, before)
    if put_off is not None:
        return put_off
    verb = next((w for w in tree if w.head == w.i), None)
    if (
        verb is None
        or verb.lower not in ("was", "is")
        or not before
        or tree.number - before[-1].tree.number > 1
    ):
        return None
    if not any(w.lower in ("that", "this", "it") for w in tree.children(verb, "nsubj")):
        return None
    onward = any(w.lower == "on" and tree.children(w, "prep") for w in tree.children(verb, "prep"))
    if onward or tree.children(verb, "attr", "acomp", "ccomp", "advcl", "auxpass", "aux"):
        return None  # "It was their first meeting" says nothing of when it was, nor "it was on to Rome"
    met = [d for d in before if d.kind != "visit"] or list(before)
    direct = [w for p in tree.children(verb, "prep", "npadvmod", "advmod") for w in tree.subtree(p)]
    place = next((w.town for w in direct if w.town is not None), None)
    date = next((w.day for w in direct if w.day is not None), None)
    told = met[-1]
    return told, None if told.place_stated else place, None if told.date is not None else date


_HAPPENED = frozenset("held conducted staged hosted convened".split())


def _took_place(
    tree: Tree, before: Sequence[Draft]
) -> tuple[Draft, PlacePhrase | None, DatePhrase | None] | None:
    """ "The talks took place in Rome last week", "The call was held on Monday": of what was told just before."""
    verb = next((w for w in tree if w.head == w.i), None)
    noun = next(iter(tree.children(verb, "nsubj", "nsubjpass")), None) if verb is not None else None
    if verb is None or noun is None or tree.children(noun, "prep", "acl", "relcl", "poss"):
        return None
    took = verb.lower == "took" and any(o.lower == "place" for o in tree.children(verb, "dobj"))
    if not took and not (verb.lower in _HAPPENED and tree.children(verb, "auxpass")):
        return None
    meant = (d for d in reversed(before) if tree.number - d.tree.number <= 1 and _means(tree, noun, d))
    draft = next((d for d in meant if d.status in ("held", "ongoing")), None)
    if draft is None:
        return None
    said = clause_words(tree, verb)
    towns = [w.place for w in said if w.place is not None and w.dep == "pobj" and w.place.grade == CITY]
    days = [w.day for w in said if w.day is not None]
    place = None if draft.place_stated else next(iter(towns), None)
    date = None if draft.date is not None else next(iter(days), None)
    return (draft, place, date) if place is not None or date is not None else None


_NAMED = {"trip": "visit", "talk": "meeting", "gathering": "meeting", "signing": "agreement"}


def _appointed(
    tree: Tree, before: Sequence[Draft]
) -> tuple[Draft, PlacePhrase | None, DatePhrase | None] | None:
    """ "It had been planned for May", "The trip, expected in May, …": the day of what lay ahead, or is put off."""
    for w in tree:
        date = w.date
        if date is None or date.form == "duration":
            continue
        verb = clause(tree, w)
        if not {verb.lower, *(c.lower for c in tree.children(verb, "acomp"))} & DUE:
            continue
        noun = tree.head(verb) if verb.dep in ("acl", "relcl") else subject(tree, verb)
        for d in reversed(before) if noun is not None else ():
            open_ = d.status in ("planned", "postponed", "cancelled") and d.date is None
            if (
                open_
                and tree.number - d.tree.number <= _BEHIND
                and noun is not None
                and _means(tree, noun, d)
            ):
                near = [x.place for x in clause_words(tree, verb) if x.place is not None and x.dep == "pobj"]
                towns = [p for p in near if p.grade == CITY and not d.place_stated]
                return d, next(iter(towns), None), date
    return None


def _means(tree: Tree, noun: Word, draft: Draft) -> bool:
    """Whether "it", "the trip" or "the meeting" can be a draft told before."""
    if noun.lower in ("it", "that", "this"):
        return True
    kinds = {_NAMED[c] for c in lookup(noun.lower, "noun").keys() & _NAMED.keys()}
    known = any(c.lower in ("the", "this", "that") for c in tree.children(noun, "det"))
    return draft.kind in kinds and (known or bool(tree.children(noun, "poss")))


def _stations(tree: Tree, trigger: Word) -> list[tuple[PlacePhrase, DatePhrase | None]]:
    """ "met in Rome in May, in Oslo in June and in Bern": each place with its day; none where no day tells them apart."""
    colon = next((w.i for w in tree.words[trigger.i :] if w.text == ":"), trigger.i)
    stops: list[tuple[PlacePhrase | None, DatePhrase | None]] = [(None, None)]
    for w in tree.words[colon + 1 :]:
        named = w.mention is not None and w.mention.kind == "name"
        if is_verb(w) or named or w.lower in ("who", "which", "where", "before", "after"):
            break
        place, date = stops[-1]
        if w.text in (",", ";") or w.lower in ("and", "then"):
            stops += [(None, None)] if place is not None else []
        elif w.place is not None and w.dep in ("pobj", "appos", "conj", "npadvmod"):
            stops[-1] = (place or w.place, date)
        elif w.day is not None:
            stops[-1] = (place, date or w.date)
    out = [(place, date) for place, date in stops if place is not None]
    dated = sum(date is not None for _, date in out)
    apart = len({place.name for place, _ in out}) == len(out)
    return out if len(out) >= 2 and apart and dated >= min(len(out), 2) else []


def _again(tree: Tree, trigger: Word, others: Sequence[int]) -> int | None:
    """Where the second occasion begins: behind "again", or behind "and" where both sides are dated."""
    for w in tree.words[trigger.i + 1 :]:
        if w.i in others or w.lower in ("who", "which", "but"):
            return None
        more = w.lower == "again" or (w.lower == "more" and tree.words[w.i - 1].lower == "once")
        if more and _dated(tree.words[trigger.i : w.i]):
            return w.i + 1
        if w.lower == "and" and _dated(tree.words[trigger.i : w.i]):
            behind = _segment(tree, w.i + 1)
            while behind and behind[0].lower in _NEXT:  # "and the second in Athens on March 16"
                behind = behind[1:]
            following = takewhile(lambda b: not is_verb(b), tree.words[w.i + 1 :])
            if any(b.mention is not None and b.mention.kind == "name" for b in following):
                return None  # "in Rome on Monday with A and in Paris on Friday with B"
            days = any(b.day is not None for b in behind)
            if days and behind[0].lower in _AT and any(b.place for b in behind):
                return w.i + 1
    return None


_SO = frozenset("did had has was were does will".split())
_GETTING = frozenset("got received had gets has receives".split())


def _too(tree: Tree, verb: Word) -> bool:
    return any(w.lower in ("too", "also", "likewise", "well") for w in tree.words[verb.i + 1 : verb.i + 6])


_DOING = frozenset("did does do done doing followed follows following".split())


def likewise(tree: Tree, talk: Discourse, told: Sequence[Draft], before: Sequence[Draft]) -> Iterator[Draft]:
    """ "The premiers did the same for visas", "Z followed suit on Friday": what was told last, of others."""
    made: list[Draft] = []
    for verb in tree:
        so = tree.words[verb.i - 1].lower in ("so", "as") and any(
            w.i > verb.i for w in tree.children(verb, "nsubj")
        )
        one = verb.lower in _GETTING and any(o.lower in ("one", "another") for o in objects(tree, verb))
        trail = verb.lower in FOLLOWING and after_them(tree, verb)
        same = verb.lower in _DOING and {o.lower for o in objects(tree, verb)} & {"same", "likewise", "suit"}
        if not same and not trail and not (so and verb.lower in _SO) and not (one and _too(tree, verb)):
            continue
        doers = talk.actors(tree, verb)
        models = [d for d in [*told, *made] if d.trigger.i < verb.i] or list(before)
        if not doers or not models or models[-1].officials >= {s.official for s in doers}:
            continue
        model = models[-1]
        if model.kind == "visit" and same and any(w.date is None for w in after(tree, verb, "for")):
            continue  # "will do the same for the other side": a service, no journey
        if trail and (model.kind != "visit" or model.status not in ("held", "ongoing", "planned")):
            continue
        sides = list(doers)
        if model.kind != "visit" and len({s.country for s in doers}) < 2:
            own = {s.country for s in doers}
            others = (
                model.sides if one else model.sides[1:]
            )  # who gets a call too gets it from the same caller
            sides += [s for s in others if s.country not in own][:1]
        made.append(
            Draft(
                model.kind,
                sides,
                verb,
                tree,
                model.rule,
                mode=model.mode,
                place=model.place,
                hosts=list(model.hosts),
            )
        )
    yield from made


_DID = frozenset("did done do does".split())


def did_so(tree: Tree, talk: Discourse, before: Sequence[Draft]) -> Iterator[Draft]:
    """ "They had *done so* in Rome in 2019", "first *did so* in May": what was told last, of the same people once before."""
    for verb in tree if "so" in tree.vocabulary else ():
        if verb.lower not in _DID or not any(w.lower == "so" for w in tree.children(verb, "advmod", "dobj")):
            continue
        doers = {s.official for s in talk.doers(tree, verb)} - {None}
        model = next((d for d in reversed(before) if doers and doers <= d.officials), None)
        if (
            model is not None
            and tree.number - model.tree.number <= _BEHIND
            and _dated(_segment(tree, verb.i + 1))
        ):
            yield Draft(model.kind, list(model.sides), verb, tree, model.rule, mode=model.mode)


def after_them(tree: Tree, verb: Word) -> bool:
    """ "X landed on Sunday. Y *followed on Monday*": came there too, on a day of his own."""
    if objects(tree, verb) or tree.children(verb, "auxpass", "agent", "ccomp", "xcomp"):
        return False
    near = [w for c in tree.children(verb, "npadvmod", "advmod", "prep") for w in tree.subtree(c)]
    return any(w.date is not None for w in near) or any(w.lower in ("later", "afterwards") for w in near)


_AT = frozenset("in at on near outside".split())
_NEXT = frozenset("the a then second third fourth fifth last latest other another one next".split())


def _dated(words: Sequence[Word]) -> bool:
    return any(w.day is not None or w.place is not None for w in words)


def _segment(tree: Tree, start: int) -> list[Word]:
    """The words up to the next comma, verb or name."""
    out = []
    for w in tree.words[start:]:
        if w.text in (",", ";", ":") or is_verb(w) or (w.mention is not None and w.mention.kind == "name"):
            break
        out.append(w)
    return out
