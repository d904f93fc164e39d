"""Names that mean one state or another by what else an article mentions: "the North", "Korean"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from kg.reference.text import fold
from kg.reference.tsv import TABLES, read, split_list


@cache
def _readings() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Surface, with its "the " where that is required → (code, evidence), best first."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for row in read(TABLES / "contextual.tsv"):
        surface = f"the {row['surface']}" if row["article"] else row["surface"]
        found.setdefault(surface, []).append((row["code"], frozenset(split_list(row["evidence"]))))
    return found


def contextual(surface: str, codes: Collection[str]) -> str | None:
    """The code that a context-dependent name means in an article that mentions `codes`, or None.

    >>> contextual("the North", {"KP", "US"}), contextual("the North", {"US"})
    ('KP', None)
    >>> contextual("Congolese", {"CG"}), contextual("Congolese", set())
    ('CG', 'CD')
    """
    name = fold(surface)
    if name.startswith("The "):
        name = "the " + name[4:]
    readings = _readings().get(name) or _readings().get(name.removeprefix("the "), [])
    mentioned = set(codes)
    for code, evidence in readings:
        if "*" in evidence or mentioned & evidence:
            return code
    return None
