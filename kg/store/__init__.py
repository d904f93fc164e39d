"""The store: records ⇄ quads, and the places where quads live."""

from __future__ import annotations

from kg.store.base import MEMORY, Store, open_store

__all__ = ["MEMORY", "Store", "open_store"]
