"""Claims of many articles into one picture: who is who, what happened, who says otherwise."""

from __future__ import annotations

from kg.resolve.judgements import admit
from kg.resolve.keeping import judge, rebuild, unjudge, update
from kg.resolve.whole import resolve, story_of

__all__ = ["admit", "judge", "rebuild", "resolve", "story_of", "unjudge", "update"]
