"""The graph seen, taken away and served."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, overload

from kg.errors import UsageError
from kg.graph.opened import Inputs, Opened

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.export import Filters as ExportFilters
    from kg.export import Format
    from kg.export import Report as Validation
    from kg.network import Filters, Inline
    from kg.network import Report as Page
    from kg.serve import Limits

MAX_NODES = 5000  # of the network page: as many open in 3 s


class Sharing(Opened):
    """Methods of `kg.KnowledgeGraph` that show it and write it out."""

    @overload
    def graph(
        self, out: None = None, *, filters: Filters | None = None, max_nodes: int = MAX_NODES
    ) -> Inline: ...
    @overload
    def graph(self, out: Inputs, *, filters: Filters | None = None, max_nodes: int = MAX_NODES) -> Page: ...
    def graph(
        self, out: Inputs | None = None, *, filters: Filters | None = None, max_nodes: int = MAX_NODES
    ) -> Inline | Page:
        """The interactive network page: written to a file, or shown in a notebook where none is named.

        The file holds all it needs and opens offline. `filters` may name states and officials as people
        write them. Of more than `max_nodes` nodes the best connected are kept; the result says what was
        left out. Raises NotFound for a name that the store does not hold.
        """
        from kg.naming import network_filters
        from kg.network import Inline, page, render

        chosen = filters and network_filters(self.store, filters)
        if out is None:
            return Inline(*render(self.store, filters=chosen, max_nodes=max_nodes))
        return page(self.store, Path(out), filters=chosen, max_nodes=max_nodes)

    def to_networkx(self, *, filters: Filters | None = None, evidence: bool = False) -> nx.MultiDiGraph:
        """The picture as a networkx graph: officials, states, bodies, events and places are its nodes.

        Nodes are IRIs with a `type` and a `label`; with `evidence`, events carry the quotes that show them.

        >>> import networkx
        >>> from kg import KnowledgeGraph
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     isinstance(graph.to_networkx(), networkx.MultiDiGraph)
        True
        """
        from kg.naming import network_filters
        from kg.network import to_networkx

        chosen = filters and network_filters(self.store, filters)
        return to_networkx(self.store, filters=chosen, evidence=evidence)

    def to_rdflib(self) -> rdflib.Dataset:
        """A live rdflib.Dataset over the same data: the picture is its default graph.

        What is open for reading only can be read only. Close this graph when done with the dataset.

        >>> from kg import KnowledgeGraph
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     type(graph.to_rdflib()).__name__
        'Dataset'
        """
        from kg.store.rdflib_bridge import to_rdflib

        return to_rdflib(self.store)

    def export(
        self, out: Inputs | IO[bytes], *, format: Format | None = None, filters: ExportFilters | None = None
    ) -> None:
        """Write the graph to a file (`.gz` and `.zst` compress) or a stream.

        Without `format` the file's suffix tells it; for a stream it is Turtle. `filters` may name states
        and officials as people write them. Raises UsageError for a suffix that tells no format.

        >>> from io import BytesIO
        >>> from kg import KnowledgeGraph
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.export(stream := BytesIO(), format="nquads")
        ...     stream.getvalue()
        b''
        """
        from kg.export import export, format_of
        from kg.naming import export_filters

        place = Path(out) if isinstance(out, str | os.PathLike) else out
        kind = format or (format_of(place) if isinstance(place, Path) else "turtle")
        export(self.store, kind, place, filters=filters and export_filters(self.store, filters))

    def calendar(self, out: Inputs | None = None, *, period: str | None = None) -> bytes:
        """Planned and held events as a calendar (RFC 5545), written to a file where one is named.

        >>> from kg import KnowledgeGraph
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.calendar().splitlines()[0]
        b'BEGIN:VCALENDAR'
        """
        from kg.calendar import calendar

        data = calendar(self.store, period=period)
        if out is not None:
            Path(out).write_bytes(data)
        return data

    def serve(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 7878,
        limits: Limits | None = None,
        ready: Callable[[str], None] = print,
    ) -> None:
        """Serve the graph over HTTP until Ctrl-C, for reading only; `ready` is told the address.

        Raises UsageError for a graph in memory or a port that is taken.
        """
        from kg.serve import serve

        if self.address == ":memory:":
            raise UsageError("a graph in memory cannot be served; keep it in a folder")
        serve(self.address, host=host, port=port, limits=limits, ready=ready)

    def validate(self) -> Validation:
        """Check the graph against its SHACL shapes, and every value of the picture back to a quote.

        >>> from kg import KnowledgeGraph
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.validate().conforms
        True
        """
        from kg.export import validate

        return validate(self.store)
