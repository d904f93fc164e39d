"""Finished pieces of output, kept on disk until all are there, then written in sorted order.

The pieces arrive in the order of a store's hashes. Only their names and places stay in memory (about
150 bytes for each subject of the picture and each article).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.export.source import Node

IN_MEMORY = 16 * 1024 * 1024  # bytes of output kept off the disk; the graph of a few hundred articles fits


class Renderer(Protocol):
    """How one format writes a node, and a graph made of nodes."""

    def node(self, node: Node) -> str:
        """A node as it stands in its graph."""

    def graph(self, name: str, nodes: list[str]) -> str:
        """A named graph; `name` as N-Triples spells it."""


def in_order(found: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """Pieces, each after its place in the order, in that order."""
    index: list[tuple[str, int, int]] = []
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as spool:
        position = 0
        for key, piece in found:
            data = piece.encode()
            spool.write(data)
            index.append((key, position, len(data)))
            position += len(data)
        index.sort()
        for _, start, length in index:
            spool.seek(start)
            yield spool.read(length)


def pieces(nodes: Iterable[Node], renderer: Renderer) -> Iterator[tuple[str, str]]:
    """The nodes of the picture, by their IRIs, then the named graphs, by theirs: each after its place."""
    graph = ""
    waiting: list[tuple[str, str]] = []
    for node in nodes:
        if node.graph != graph:
            if waiting:
                yield "1" + order(graph), renderer.graph(graph, [text for _, text in sorted(waiting)])
            graph, waiting = node.graph, []
        if graph:
            waiting.append((order(node.subject), renderer.node(node)))
        else:
            yield "0" + order(node.subject), renderer.node(node)
    if waiting:
        yield "1" + order(graph), renderer.graph(graph, [text for _, text in sorted(waiting)])


def order(name: str) -> str:
    """What to sort an IRI by, so that a thing's parts follow it at once.

    >>> sorted(["<a/b/c>", "<a/b-c>", "<a/b>"], key=order)
    ['<a/b>', '<a/b/c>', '<a/b-c>']
    """
    return name.rstrip(">").replace("/", "\0")
