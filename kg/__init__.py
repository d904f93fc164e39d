"""Who met whom, where, when, for which state, and which sentence of which article says so.

>>> from kg import KnowledgeGraph
>>> KnowledgeGraph.__name__
'KnowledgeGraph'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "__version__"]


def __getattr__(name: str) -> Any:
    # Imported when first used: `import kg` alone costs a few milliseconds.
    if name == "KnowledgeGraph":
        from kg.graph import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
