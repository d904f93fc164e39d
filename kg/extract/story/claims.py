"""Drafts into claims: every part with the words of the article that show it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.confidence import confidence
from kg.extract.drafts import Draft
from kg.extract.records import Cast
from kg.extract.sentence.grammar import clause, clause_words
from kg.extract.story.contain import containers
from kg.model import Article, ArticleClaims, Capacity, EventClaim, ParticipationClaim, PlaceClaim, Quote

_LONGEST = 220  # characters of a quote: more than a sentence's core is no evidence but an excerpt


_TELLINGS = 4  # quotes of one event: its first telling and up to three more


def to_claims(
    article: Article, cast: Cast, drafts: Sequence[Draft], name: str, notes: tuple[str, ...]
) -> ArticleClaims:
    """The claims of one article, events in the order of first mention."""
    inside = containers(drafts)
    events = [_event(n, d, article.text, inside.get(n)) for n, d in enumerate(drafts, start=1)]
    return ArticleClaims(article, cast.officials, tuple(events), name, notes)


def quote(text: str, start: int, end: int) -> Quote:
    """The quote of `text[start:end]`."""
    return Quote(start, end, text[start:end])


def _event(number: int, d: Draft, text: str, part_of: int | None) -> EventClaim:
    main = quote(text, *evidence(d, text))
    parts = []
    for i, s in enumerate(d.sides):
        capacity = d.capacities[i] if i < len(d.capacities) else _capacity(d)
        parts.append(ParticipationClaim(s.official, s.country, capacity, quote(text, s.start, s.end)))
    place = None
    if d.place is not None:
        p = d.place
        place = PlaceClaim(
            _name(p.name),
            p.country,
            quote(text, p.start, p.end),
            p.sense.latitude if p.sense else None,
            p.sense.longitude if p.sense else None,
            p.sense.geonames if p.sense else None,
        )
    return EventClaim(
        local=number,
        kind=d.kind,
        status=d.status,
        participations=tuple(parts),
        countries=tuple(sorted(d.countries)),
        quotes=(main, *(quote(text, *q) for q in sorted(set(d.quotes)) if q != (main.start, main.end)))[
            :_TELLINGS
        ],
        place=place,
        when=d.when,
        mode=d.mode,
        topic=text[slice(*d.topic)] if d.topic else None,
        topic_quote=quote(text, *d.topic) if d.topic else None,
        confidence=confidence(d.rules),
        part_of=part_of,
        rule=d.rule,
    )


def _name(written: str) -> str:
    """A place's name as people write it: a dateline's TOKYO is Tokyo."""
    return written.title() if written.isupper() and len(written) > 3 and "." not in written else written


def _capacity(d: Draft) -> Capacity:
    if d.kind == "visit":
        return "visitor"
    return "signatory" if d.kind == "agreement" else "participant"


def evidence(d: Draft, text: str) -> tuple[int, int]:
    """The offsets of the clause around the trigger, cut at its ends to the longest that a quote may be."""
    words = clause_words(d.tree, clause(d.tree, d.trigger))
    start, end = min(w.start for w in words), max(w.end for w in words)
    if end - start > _LONGEST:
        start = max(start, d.trigger.start - _LONGEST // 2)
        end = min(end, d.trigger.end + _LONGEST // 2)
        start = text.rfind(" ", 0, start + 1) + 1 if start > 0 and not text[start - 1].isspace() else start
        cut = text.find(" ", end)
        end = cut if 0 <= cut < end + 20 else end
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
