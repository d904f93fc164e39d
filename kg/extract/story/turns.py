"""Those who had their turn next: "X was next, followed by Y", "on Tuesday it was the turn of Z"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extract.drafts import Draft
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import BEING, after, agents, is_verb, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.story.repeats import after_them
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import FOLLOWING

_WORDS = frozenset("next second third fourth then turn turns followed follows follow".split())
_RANKS = frozenset("next second third fourth then".split())
_COMING = BEING | frozenset("came comes come coming went goes".split())
_LINE = frozenset("line queue list diary schedule agenda programme".split())
_TURNS = frozenset({"turn", "turns"})
_BACK = 2  # sentences back in which the encounter was told that others had in their turn


def next_in_line(
    tree: Tree, talk: Discourse, told: Sequence[Draft], before: Sequence[Draft]
) -> Iterator[Draft]:
    """The meeting or call of the one told last, with those who came after."""
    if tree.vocabulary.isdisjoint(_WORDS):
        return
    made: list[Draft] = []
    for word in tree:
        who = _whose_turn(tree, word)
        model = _model(tree, word, [*before, *told, *made]) if who else None
        if model is None or not model.sides:
            continue
        hub = _hub(model)
        others = unique(s for w in who for s in talk.sides(tree, w) if s.official is not None)
        if not others or {s.official for s in others} & model.officials:
            continue
        if word.lower in _TURNS and len(others) > 1:
            talk.together(others)
            continue  # "the turn of X and Y": to meet the host, or each other
        for one in others:
            if one.country != hub.country:
                made.append(_with(model, hub, one, word, tree))
    yield from made


def next_town(tree: Tree, told: Sequence[Draft], before: Sequence[Draft]) -> Iterator[Draft]:
    """ "They met in Rome in May. *Oslo followed in June*, Bern a week later": the same people, in the next city."""
    if tree.vocabulary.isdisjoint(_WORDS) or any(d.rule == "trip-stop" for d in told):
        return
    for verb in tree:
        who = subject(tree, verb) if is_verb(verb) and verb.lower in _COMING | FOLLOWING else None
        ranked = verb.lower in FOLLOWING or any(
            w.lower in _RANKS for w in tree.children(verb, "advmod", "acomp")
        )
        model = _told_last(tree, before) if who is not None and who.place is not None and ranked else None
        if model is None or objects(tree, verb) or passive(tree, verb):
            continue
        for town, day in _towns(tree, who, verb):
            yield replace(
                model, trigger=verb, tree=tree, rule="next-town", place=town, place_stated=True, date=day,
                when=None, rules=[], status="held" if verb.tag == "VBD" else model.status, topic=None,
            )  # fmt: skip


def _towns(tree: Tree, who: Word | None, verb: Word) -> list[tuple[PlacePhrase, DatePhrase]]:
    """The cities of a clause, each with the day behind it."""
    out = []
    for w in [who, *tree.words[verb.i + 1 :]]:
        if w is None or w.place is None or w.place.grade < CITY:
            continue
        behind = takewhile(
            lambda b: b.text not in (",", ";"), tree.words[max(w.i, verb.i if w is who else 0) + 1 :]
        )
        day = next((b.day for b in behind if b.day is not None), None)
        if day is not None and (w is who or tree.words[w.i - 1].text in (",", "and")):
            out.append((w.place, day))
    return out


def _told_last(tree: Tree, before: Sequence[Draft]) -> Draft | None:
    """The meeting told just before, of people who are named."""
    near = (d for d in reversed(before) if 0 < tree.number - d.tree.number <= _BACK and d.kind == "meeting")
    model = next(near, None)
    return model if model is not None and len(model.officials) >= 2 and model.status == "held" else None


def partners_in_turn(found: Sequence[Draft]) -> list[Side]:
    """Those whom one rang in turn, "both of them": "the two" of the next sentences are they, not caller and called."""
    calls = [d for d in found if d.kind == "call" and len(d.officials) > 1]
    if len(calls) < 2 or len({d.trigger.i for d in calls}) > 1:
        return []
    caller = frozenset.intersection(*(d.officials for d in calls))
    return unique(s for d in calls for s in d.sides if s.official not in caller)


def _with(model: Draft, hub: Side, one: Side, word: Word, tree: Tree) -> Draft:
    """What was told of others, with one more: where it was, and then if no other day is told."""
    day = None if any(w.date is not None for w in tree.subtree(word)) else model.date
    return Draft(
        model.kind, [hub, one], word, tree, "next-in-line", mode=model.mode, place=model.place,
        place_stated=model.place_stated, date=day if model.tree is tree else None, when=model.when,
    )  # fmt: skip


def _whose_turn(tree: Tree, word: Word) -> list[Word]:
    """Of whom a word says that they came next."""
    first = agents(tree, word) if word.lower == "followed" and not objects(tree, word) else []
    if first:
        behind = takewhile(lambda w: not is_verb(w) and w.lower != "in", tree.words[word.i + 1 :])
        return first + [w for w in behind if w.mention is not None and w.mention.kind == "name"]
    if word.lower in FOLLOWING and is_verb(word) and after_them(tree, word):
        who = subject(tree, word)
        return [who] if who is not None and who.mention is not None else []
    if word.lower in _TURNS:
        if any(agents(tree, v) for v in tree.children(word, "relcl", "acl")):
            return []  # "X's turn to be received by Y": told by the verb
        owners = tree.children(word, "poss")
        return owners or after(tree, word, "of", "for")
    if word.lower not in _COMING or not is_verb(word):
        return []
    near = tree.children(word, "acomp", "attr", "advmod", "amod", "prep", "dobj")
    ranks = [w for w in near if w.lower in _RANKS]
    if not ranks or any(tree.children(w, "xcomp", "relcl", "ccomp") for w in [word, *ranks]):
        return []  # "was next to speak"
    of = [p for w in [word, *ranks] for p in after(tree, w, "in", "on", "to", "at", "of") if p.date is None]
    if any(p.lower not in _LINE for p in of):
        return []  # "came second in the poll"
    if not of and not {"next", "then"} & {w.lower for w in ranks}:
        return []
    if any(w.mention is None and w.lower not in _RANKS for w in tree.children(word, "attr", "dobj")):
        return []
    who = subject(tree, word)
    named = [w for w in tree.children(word, "attr", "dobj") if w.mention is not None]
    return named or ([who] if who is not None else [])


def _model(tree: Tree, word: Word, earlier: Sequence[Draft]) -> Draft | None:
    """The encounter told last before a word, of two who are named."""
    for d in reversed(earlier):
        near = d.tree.number < tree.number <= d.tree.number + _BACK or (
            d.tree is tree and d.trigger.i < word.i
        )
        if near and d.kind in ("meeting", "call") and not d.gathering:
            return d if len(d.officials) == 2 or d.rule == "next-in-line" else None
    return None


def _hub(model: Draft) -> Side:
    """The one whom the others come to: the host, else whoever is named first."""
    hosts = [s for s, c in zip(model.sides, model.capacities, strict=False) if c == "host"]
    if not hosts and model.kind == "meeting" and model.place is not None:
        hosts = [s for s in model.sides if s.country == model.place.country]
    return next((s for s in hosts if s.official is not None), model.sides[0])
