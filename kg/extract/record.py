"""Claims as the annotation guide writes them: one JSON object per article."""

from __future__ import annotations

from typing import Any

from kg.model import ArticleClaims, EventClaim

# The guide writes the Arab League as AL and the African Union as AU; inside, these are Albania and
# Australia, as ISO 3166 has them.
_AS_WRITTEN = {"LAS": "AL", "AFU": "AU"}


def record(claims: ArticleClaims) -> dict[str, Any]:
    """The record of one article: id, published, officials, events."""
    names = {o.local: o.name for o in claims.officials}
    published = claims.article.published
    return {
        "id": claims.article.id,
        "published": published.isoformat() if published else None,
        "officials": [
            {"name": o.name, "role": o.role, "country": _code(o.country)} for o in claims.officials
        ],
        "events": [_event(e, names) for e in claims.events],
    }


def _code(code: str | None) -> str | None:
    return _AS_WRITTEN.get(code, code) if code else None


def _event(e: EventClaim, names: dict[int, str]) -> dict[str, Any]:
    people = [names[p.official] for p in e.participations if p.official is not None]
    return {
        "kind": e.kind,
        "participants": list(dict.fromkeys(people)),
        "countries": [_code(c) for c in e.countries],
        "place": e.place.name if e.place else None,
        "place_country": e.place.country if e.place else None,
        "date": e.when.edtf if e.when else None,
        "status": e.status,
        "mode": e.mode,
        "topic": e.topic,
        "confidence": e.confidence,
        "rule": e.rule,
        "evidence": e.quotes[0].exact,
    }
