"""What stands behind "since" or "where": the date of another event, or that event itself with its own date."""

from __future__ import annotations

from kg.extract.sentence.grammar import BE, helpers, is_verb
from kg.extract.sentence.tree import Tree, Word

_COUNTED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth only highest".split())


def since_before(tree: Tree, word: Word) -> Word | None:
    """The "since" in whose phrase a word stands: "the first talks *since* the leaders' summit"."""
    for w in reversed(tree.words[: word.i]) if not is_verb(word) else ():
        if w.lower == "since" and w.tag == "IN":
            return w
        if is_verb(w) or w.text in (",", ";", ":"):
            return None
    return None


def behind_since(tree: Tree, dated: Word) -> bool:
    """ "Their first talks since a summit in December", wherever the parser hangs "in December"."""
    for w in reversed(tree.words[: dated.i + 1]):
        if w.lower == "since" and w.tag == "IN":
            # "since Monday" is the event's own beginning, "the first to come since 1955" is not
            return w.i < dated.i - 1 or _first_since(tree, w)
        if w.tag == "VBG" and w.i and tree.words[w.i - 1].lower == "since":
            continue  # "his first trip there since taking office in May"
        if is_verb(w) or w.lower in (",", ";", ":", "and", "but"):
            return False
    return False


def _first_since(tree: Tree, since: Word) -> bool:
    """Whether "since" says how long it is that somebody was the last to do it."""
    above = [w for w in tree.ancestors(since) if not is_verb(w)]
    said = [
        c for w in above for c in [w, *tree.children(w, "amod")]
    ]  # "the first call since", "was the first since"
    said += [c for w in tree.ancestors(since) if w.lower in BE for c in tree.children(w, "attr", "acomp")]
    said += [
        d for c in said for d in tree.children(c, "advmod")
    ]  # "the highest-ranking official to come since"
    return any(c.tag in ("JJS", "RBS") or c.lower in _COUNTED for c in said)


def aforetime(tree: Tree, verb: Word) -> bool:
    """ "Their first talks in a year, *since they met in Rome*", "A and B, who *last met* in May, will …": what happened
    then is another, earlier occasion."""
    if verb.dep == "relcl":
        return any(w.lower in LAST for w in tree.children(verb, "advmod"))
    return verb.dep == "advcl" and any(m.lower == "since" for m in tree.children(verb, "mark"))


LAST = frozenset({"last", "previously"})


def of_aforetime(tree: Tree, word: Word, trigger: Word) -> bool:
    """Whether a word tells of the earlier occasion, and the trigger does not: "for the first time since he saw her *in Rome*"."""
    if "since" not in tree.vocabulary:
        return False
    above = [w for w in tree.ancestors(word) if aforetime(tree, w)]
    return any(w is not trigger and w not in tree.ancestors(trigger) for w in above)


def on_arrival(tree: Tree, trigger: Word, dated: list[Word]) -> list[Word]:
    """ "Spent Monday in A, where he met X, and Tuesday in B": what was done in A has the day before "where"."""
    if "where" not in tree.vocabulary:
        return dated
    for verb in [trigger, *tree.ancestors(trigger)]:
        where = [c for c in tree.children(verb, "advmod") if c.lower == "where"]
        if where and verb.dep == "relcl":
            below = {w.i for w in tree.subtree(verb)}
            return [w for w in dated if w.i < where[0].i or w.i in below] or dated
    return dated


def of_an_earlier(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a date is that of what something follows: "ties that grew following X's visit *in April*"."""
    below = dated
    if any(w.lower == "which" for w in tree.words[dated.i : trigger.i]):
        return False  # "X's visit in April, during which accords were signed"
    for above in tree.ancestors(dated):
        if above.lower in ("after", "following") and below is not dated:
            owned = tree.children(below, "poss") and below.lower in _STEPS
            return bool(owned) and trigger is not below and trigger not in tree.subtree(below)
        if is_verb(above):
            break
        below = above
    return _told_behind(tree, dated, trigger)


def in_the_background(tree: Tree, dated: Word, trigger: Word | None = None) -> bool:
    """Whether a date is that of what had gone before: "riots in which three *had been hurt on Monday*", "a town hit
    by *last month's* floods", "X, who *had flown in on Monday*, met Y"."""
    for above in tree.ancestors(dated):
        if above is trigger:
            return False
        past = above.dep == "relcl" and "had" in helpers(tree, above)
        if past or (above.dep == "acl" and above.tag == "VBN" and dated.dep == "poss"):
            if trigger is None:  # what somebody had done that day the story may go on about
                return above.dep == "acl" or "been" in helpers(tree, above)
            return tree.head(above) is not trigger and trigger not in tree.subtree(above)
    return False


def _told_behind(tree: Tree, dated: Word, trigger: Word) -> bool:
    """The same by what stands before the date, wherever the parser hangs it."""
    first = next(w for w in tree if w.date is dated.date)
    step = False
    for w in reversed(tree.words[max(0, first.i - _WITHIN) : first.i]):
        if w.lower in ("after", "following"):
            return step and not w.i <= trigger.i < first.i
        if w.text == "," or is_verb(w):
            return False
        step = step or (w.lower in _STEPS and bool(tree.children(w, "poss")))
    return False


_WITHIN = 9  # words


_STEPS = frozenset("visit visits trip trips tour meeting meetings talks summit call calls".split())
