"""What the extractor tells of a story, in the short forms in which tests compare it."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article
from kg.page import segment

RULES = Rules()
PUBLISHED = date(2024, 10, 9)  # a Wednesday


def events_of(text: str, published: date | None = PUBLISHED) -> list[dict[str, Any]]:
    """The events of an article as records."""
    record = to_record(RULES.extract(Article(id="x", text=text, published=published)))
    return list(record["events"])


def surnames(event: dict[str, Any], glue: str = " ") -> str:
    """The last words of the participants' names, sorted."""
    return glue.join(sorted(name.split()[-1] for name in event["participants"]))


def brief(event: dict[str, Any]) -> str:
    """One line of an event: kind, family names, place's state, date, status."""
    words = (event["kind"], surnames(event), str(event["place_country"]), str(event["date"]), event["status"])
    return " ".join(word for word in words if word)


def told(body: str, head: str = "Diplomatic news\n\nOctober 9, 2024\n\n") -> list[str]:
    """The events of a dated page, one line each: kind, family names, parties, state of the place, date, status."""
    text = head + body
    return sorted(
        f"{e['kind']} {surnames(e, '+') or '-'} {'/'.join(sorted(e['countries']))} {e['place_country']} {e['date']} "
        f"{e['status']}"
        for e in events_of(text, segment(text).published)
    )


def of_two(story: str, key: str) -> list[tuple[str, str, str | None]]:
    """The events of a story of a Polish president, X, and a Czech prime minister, Y: (kind, family names, its `key`)."""
    story = story.replace("X", "Polish President Jan Nowak").replace("Y", "Czech Prime Minister Karel Dvorak")
    return [(e["kind"], surnames(e), e[key]) for e in events_of(f"World news\n\nOctober 9, 2024\n\n{story}")]
