"""Structured sources as claims: event tables of GDELT, ICEWS and POLECAT, and travel lists.

Every row becomes an article of its own: its cells written out as a few lines of text, in which every claim's
quote stands. So a row can be shown, checked and removed like anything that an article says.
"""

from __future__ import annotations

from kg.structured.reading import KINDS, structured

__all__ = ["KINDS", "structured"]
