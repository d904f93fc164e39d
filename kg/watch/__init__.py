"""Watch: poll feeds politely, hand over what is new, and remember it across restarts."""

from __future__ import annotations

from kg.watch.polling import Round, Watcher, feeds_of, watch
from kg.watch.state import State
from kg.watch.taking import taker

__all__ = ["Round", "State", "Watcher", "feeds_of", "taker", "watch"]
