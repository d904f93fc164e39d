"""Who came after whom: "X, who succeeded Y", "X, whom Y replaced last year" held one post, one after the other."""

from __future__ import annotations

from kg.extract.officials.decide import rank
from kg.extract.officials.evidence import Link, Occurrence, Parsed
from kg.extract.officials.people import Person

_AFTER = (
    ("succeeded",), ("succeeds",), ("succeeding",), ("replaced",), ("replaces",), ("replacing",),
    ("took", "over", "from"), ("takes", "over", "from"), ("taking", "over", "from"), ("taken", "over", "from"),
    ("relieved",), ("ousted",), ("unseated",), ("toppled",),
)  # fmt: skip
_AHEAD = frozenset(["will", "would", "to", "may", "could", "not", "never", "by"])  # not yet, or not so
_NO_POST = frozenset(
    ["civil", "kin", "counterpart", "hostguest", "successor", "aide", "official-plain", "rank"]
)
_REACH = 7  # words between the two names


def succeed(sentences: list[Parsed], persons: list[Person]) -> None:
    """Gives the post of one of two who followed each other to the other, where he has none."""
    for p in sentences:
        for a, b in zip(p.occurrences, p.occurrences[1:], strict=False):
            if a.person < 0 or b.person < 0 or a.person == b.person:
                continue
            pair = _pair(p, a, b)
            if pair is not None:
                _hand_over(persons, *pair)


def _pair(p: Parsed, a: Occurrence, b: Occurrence) -> tuple[Occurrence, Occurrence] | None:
    """Predecessor and successor, if the words between two names tell them apart."""
    before = [x.title.start for x in b.links if x.title.end == b.name.outer]
    before += [r.start for r, how in b.states if how in ("possessive", "adjective") and r.end <= b.name.outer]
    gap = p.t.lows[a.name.end : min([b.name.outer, *before])]
    if len(gap) > _REACH:
        return None
    for verb in _AFTER:
        ahead = gap[: -len(verb)]
        told = not ahead or "who" in ahead or ahead[-1] in (",", "has", "had", "having")
        if tuple(gap[-len(verb) :]) == verb and told and not _AHEAD & set(ahead):
            return b, a
    if gap[-1:] == ["whom"] or gap[:2] == [",", "whom"]:
        after = p.t.lows[b.name.end : b.name.end + 3]
        if any(tuple(after[k : k + len(v)]) == v for v in _AFTER for k in (0, 1)):
            return a, b
    return None


def _post(person: Person) -> Link | None:
    links = [x for o in person.occurrences for x in o.links if x.title.level not in _NO_POST and x.certain]
    return min(links, key=rank, default=None)


def _hand_over(persons: list[Person], before: Occurrence, after: Occurrence) -> None:
    earlier, later = _post(persons[before.person]), _post(persons[after.person])
    if earlier is None and later is not None:
        before.links.append(_copy(later, past=True))
    elif later is None and earlier is not None:
        after.links.append(_copy(earlier, past=False))


def _copy(post: Link, past: bool) -> Link:
    return Link(
        post.title,
        "is",
        list(post.states),
        post.role,
        post.office,
        past=past,
        where=post.where,
        certain=False,
    )
