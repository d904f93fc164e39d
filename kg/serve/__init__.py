"""Serve: the graph over HTTP on this machine, read only: SPARQL 1.1, a page for every thing, downloads.

`serve` runs until it is stopped; `running` is the same beside other work. Every question is answered by a
process of its own kind (`kg.serve.worker`), which can be stopped when it takes too long.
"""

from __future__ import annotations

from kg.serve.limits import Limits
from kg.serve.server import PORT, running, serve

__all__ = ["PORT", "Limits", "running", "serve"]
