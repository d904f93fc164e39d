"""What resolution looks up instead of reading all claims: small texts and sets of words, by key.

The index follows from the claims and judgements alone and is rebuilt with the picture. It lives in the
housekeeping graph of a store, which no export contains.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from kg.vocab import BASE

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad

    from kg.store import Store


class Source(Protocol):
    """Where an index is kept."""

    def text(self, key: str) -> str | None:
        """The text under a key."""

    def members(self, key: str) -> Iterable[str]:
        """The members of the set under a key."""


class Nowhere:
    """An index that holds nothing."""

    def text(self, key: str) -> str | None:
        """None."""
        return None

    def members(self, key: str) -> Iterable[str]:
        """Nothing."""
        return ()


class StoreSource:
    """The index in a store's housekeeping graph."""

    def __init__(self, store: Store) -> None:
        from kg.store.terms import HOUSEKEEPING, iri

        self.store = store
        self._graph, self._text, self._member = HOUSEKEEPING, iri("kg:indexText"), iri("kg:indexMember")

    def text(self, key: str) -> str | None:
        """The text under a key."""
        return next(iter(self._values(key, self._text)), None)

    def members(self, key: str) -> Iterable[str]:
        """The members of the set under a key."""
        return self._values(key, self._member)

    def _values(self, key: str, predicate: NamedNode) -> Iterable[str]:
        found = self.store.match(_node(key), predicate, None, self._graph)
        return [quad.object.value for quad in found]  # type: ignore[union-attr]


class Remembered:
    """A source that is asked for everything once only; two views share it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._texts: dict[str, str | None] = {}
        self._values: dict[str, Any] = {}
        self._sets: dict[str, frozenset[str]] = {}

    def text(self, key: str) -> str | None:
        """The text under a key."""
        if key not in self._texts:
            self._texts[key] = self._source.text(key)
        return self._texts[key]

    def value(self, key: str) -> Any:
        """The value under a key, as JSON has it. Not to be changed in place."""
        if key not in self._values:
            text = self.text(key)
            self._values[key] = None if text is None else json.loads(text)
        return self._values[key]

    def members(self, key: str) -> frozenset[str]:
        """The members of the set under a key."""
        if key not in self._sets:
            self._sets[key] = frozenset(self._source.members(key))
        return self._sets[key]

    def remembered(self, key: str) -> frozenset[str] | None:
        """The members of the set under a key, None where nobody has asked for them yet."""
        return self._sets.get(key)


ESCAPES = {code: quote(chr(code), safe="") for code in range(128)}  # as `quote`, at a third of the time


@lru_cache(maxsize=65_536)
def _node(key: str) -> NamedNode:
    from pyoxigraph import NamedNode

    escaped = key.translate(ESCAPES) if key.isascii() else quote(key, safe="")
    return NamedNode(f"{BASE}index/{escaped}")


class View:
    """An index as it was, or as it is to be: what is there, and on top of it what has been changed."""

    def __init__(self, source: Source) -> None:
        self._source = source if isinstance(source, Remembered) else Remembered(source)
        self._values: dict[str, Any] = {}
        self._put: dict[str, str | None] = {}
        self._added: dict[str, set[str]] = defaultdict(set)
        self._removed: dict[str, set[str]] = defaultdict(set)

    def text(self, key: str) -> str | None:
        """The text under a key."""
        return self._put[key] if key in self._put else self._source.text(key)

    def get(self, key: str) -> Any:
        """The value under a key, as JSON has it; None where there is none. Not to be changed in place."""
        if key not in self._put:
            return self._source.value(key)
        if key not in self._values:
            text = self._put[key]
            self._values[key] = None if text is None else json.loads(text)
        return self._values[key]

    def members(self, key: str) -> frozenset[str]:
        """The set under a key."""
        there = self._source.members(key)
        if key in self._added or key in self._removed:
            return (there | self._added[key]) - self._removed[key]
        return there

    def put(self, key: str, value: Any) -> None:
        """Change the value under a key; None takes it away."""
        text = None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._put[key] = text
        self._values.pop(key, None)

    def link(self, key: str, member: str) -> None:
        """Add to the set under a key."""
        self._removed[key].discard(member)
        self._added[key].add(member)

    def unlink(self, key: str, member: str) -> None:
        """Take from the set under a key."""
        self._added[key].discard(member)
        self._removed[key].add(member)

    def changes(self) -> tuple[dict[str, str | None], dict[str, set[str]], dict[str, set[str]]]:
        """Texts put (None: taken away), members added and members removed, by key."""
        return self._put, self._added, self._removed

    def quads(self) -> tuple[list[Quad], list[Quad]]:
        """What to add to, and to remove from, the store that the source reads."""
        from kg.store.terms import HOUSEKEEPING, quad

        add: list[Quad] = []
        remove: list[Quad] = []
        for key, text in self._put.items():
            before = self._source.text(key)
            if before == text:
                continue
            if before is not None:
                remove.append(quad(_node(key), "kg:indexText", before, HOUSEKEEPING))
            if text is not None:
                add.append(quad(_node(key), "kg:indexText", text, HOUSEKEEPING))
        for changes, sink, wanted in ((self._added, add, False), (self._removed, remove, True)):
            for key, members in changes.items():
                there = self._source.remembered(key)
                sink += [
                    quad(_node(key), "kg:indexMember", m, HOUSEKEEPING)
                    for m in sorted(members)
                    if there is None or (m in there) is wanted
                ]
        return add, remove
