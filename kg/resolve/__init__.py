"""Claims of many articles into one picture: who is who, what happened, who says otherwise."""

from __future__ import annotations

from kg.resolve.whole import resolve, story_of

__all__ = ["resolve", "story_of"]
