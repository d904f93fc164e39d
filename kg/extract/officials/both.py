"""Posts told of two at once: "X and Y met. The two presidents …"."""

from __future__ import annotations

from kg.extract.officials.evidence import Link, Occurrence, Parsed
from kg.extract.officials.people import Person
from kg.extract.officials.title import Title


def two_together(sentences: list[Parsed], persons: list[Person], posted: set[int]) -> None:
    """ "X and Y met. The two presidents …": the post of both, where they are not among the `posted`."""
    last: tuple[int, list[Occurrence]] | None = None
    for p in sentences:
        marks: list[tuple[int, object]] = [
            (p.occurrences[g[0]].name.start, g) for g in p.groups if len(g) == 2 and not p.heading
        ]
        marks += [(x.start, x) for x in p.titles if _of_two(x, p)]
        for _, mark in sorted(marks, key=lambda m: m[0]):
            if isinstance(mark, Title):
                if last is not None and p.index - last[0] <= 2 and _holders(persons, p, mark) != 2:
                    post = _spelt_out_before(sentences, p, mark)
                    for o in last[1]:
                        o.links.append(Link(post, "is", [], where=p.index, certain=False))
                        posted.add(o.person)
                last = None
            elif isinstance(mark, list):
                group = [p.occurrences[k] for k in mark]
                if all(o.person >= 0 and o.person not in posted for o in group):
                    last = (p.index, group)


def _holders(persons: list[Person], p: Parsed, title: Title) -> int:
    """How many the article has given the post so far: "the two presidents" are those, and no two others named since."""
    told = (
        {
            x.number
            for o in x.occurrences
            for k in o.links
            if k.certain and o.sentence <= p.index and _same(k, title)
        }
        for x in persons
    )
    return sum(map(bool, told))


def _same(link: Link, title: Title) -> bool:
    return link.title.canonical == title.canonical and not link.title.former


def _spelt_out_before(sentences: list[Parsed], p: Parsed, title: Title) -> Title:
    """ "*Foreign ministers* met. X and Y spoke. *The two ministers* …": the fuller title of the same post."""
    if title.office.id != "minister" or title.portfolio:
        return title
    before = [x for q in sentences[max(0, p.index - _BACK) : p.index] for x in q.titles if x.plural]
    full = [x for x in before if x.level == "official" and x.canonical.endswith("minister") and x.portfolio]
    return full[-1] if full else title


_BACK = 3  # sentences


def _of_two(title: Title, p: Parsed) -> bool:
    words = p.t.lows[title.start : title.head]
    return (
        title.plural
        and title.level == "official"
        and not title.states
        and ("two" in words or "both" in words)
    )
