"""N-Triples and N-Quads: one line per quad, sorted."""

from __future__ import annotations

from kg.export.source import Node


class Lines:
    """Writes N-Triples (the picture) or N-Quads (everything)."""

    def node(self, node: Node) -> str:
        """The lines of a node.

        >>> Lines().node(Node("", "<a:s>", ['<a:p> "x"']))
        '<a:s> <a:p> "x" .\\n'
        """
        end = f" {node.graph} .\n" if node.graph else " .\n"
        start = node.subject + " "
        return start + (end + start).join(node.facts) + end

    def graph(self, name: str, nodes: list[str]) -> str:
        """The lines of a graph."""
        return "".join(nodes)
