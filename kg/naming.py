"""Filters as people write them ("Japan", "Koizumi") as filters in the codes and slugs of a store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.export import Filters as ExportFilters
    from kg.network import Filters
    from kg.store import Store


def code_or_slug(store: Store, name: str, *kinds: str) -> str:
    """The last part of the IRI of what a name means: a code or a slug. Raises NotFound."""
    from kg.query.names import find_one

    return find_one(store, name, kinds).iri.rpartition("/")[2]


def network_filters(store: Store, filters: Filters) -> Filters:
    """Filters of the network with names of states and officials resolved. Raises NotFound."""
    return replace(
        filters,
        states=tuple(code_or_slug(store, name, "state", "body") for name in filters.states),
        officials=tuple(code_or_slug(store, name, "official") for name in filters.officials),
    )


def export_filters(store: Store, filters: ExportFilters) -> ExportFilters:
    """Filters of an export with names of states, officials and articles resolved. Raises NotFound."""
    from kg.query.articles import find_article
    from kg.query.periods import period

    return replace(
        filters,
        state=tuple(code_or_slug(store, name, "state", "body") for name in filters.state),
        official=tuple(code_or_slug(store, name, "official") for name in filters.official),
        article=tuple(find_article(store, name) for name in filters.article),
        period="/".join(map(str, period(filters.period))) if filters.period else None,
    )
