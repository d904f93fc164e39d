"""Positions and communities, worked out before the page opens; the same graph gives the same numbers.

igraph is imported on use (0.2 s).
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import igraph

SEED = 20260128
SPACING = 80.0  # canvas units between neighbours: room for a node of 30 units and its label
ASPECT = 1.5  # width to height of the whole, as screens are
SMALL = 400  # up to here the slower, finer layout takes less than half a second

Point = tuple[float, float]


def positions(
    nodes: Sequence[str], edges: Sequence[tuple[str, str, float]], sizes: Sequence[float] | None = None
) -> dict[str, tuple[int, int]]:
    """A place in canvas units for each node; `edges` are (node, node, weight), `sizes` are radii.

    Each connected part is laid out for itself, then they are set side by side.

    >>> places = positions(["a", "b", "c"], [("a", "b", 1.0)])
    >>> places == positions(["a", "b", "c"], [("a", "b", 1.0)]), len(places)
    (True, 3)
    """
    if not nodes:
        return {}
    with _seeded():
        graph = _graph(nodes, edges)
        radii = list(sizes) if sizes else [15.0] * len(nodes)
        parts = sorted(
            (sorted(part) for part in graph.connected_components()), key=lambda part: (-len(part), part)
        )
        laid = [_lay_out(graph.subgraph(part), [radii[i] for i in part]) for part in parts]
    found: dict[str, tuple[int, int]] = {}
    for part, points, (left, top) in zip(parts, laid, _side_by_side(laid), strict=True):
        for index, (x, y) in zip(part, points, strict=True):
            found[nodes[index]] = (round(x + left), round(y + top))
    middle_x = round(sum(x for x, _ in found.values()) / len(found))
    middle_y = round(sum(y for _, y in found.values()) / len(found))
    return {node: (found[node][0] - middle_x, found[node][1] - middle_y) for node in nodes}


def communities(nodes: Sequence[str], edges: Sequence[tuple[str, str, float]]) -> dict[str, int]:
    """The community (Louvain, from 0, larger ones first) of each node.

    >>> communities(["a", "b", "c", "d"], [("a", "b", 1.0), ("c", "d", 1.0)])
    {'a': 0, 'b': 0, 'c': 1, 'd': 1}
    """
    if not nodes:
        return {}
    with _seeded():
        graph = _graph(nodes, edges)
        weights = graph.es["weight"] if graph.ecount() else None
        parts = [sorted(part) for part in graph.community_multilevel(weights=weights)]
    parts.sort(key=lambda part: (-len(part), part))
    found = {nodes[index]: number for number, part in enumerate(parts) for index in part}
    return {node: found[node] for node in nodes}


@contextmanager
def _seeded() -> Iterator[None]:
    """igraph draws from a generator of our own, so that the caller's `random` is left alone."""
    import igraph

    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - no secret, a layout
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _graph(nodes: Sequence[str], edges: Sequence[tuple[str, str, float]]) -> igraph.Graph:
    import igraph

    index = {node: number for number, node in enumerate(nodes)}
    known = [(index[a], index[b], weight) for a, b, weight in edges if a in index and b in index]
    graph = igraph.Graph(n=len(nodes), edges=[(a, b) for a, b, _ in known])
    # Ten shared events do not pull ten times as hard: the logarithm keeps hubs from collapsing.
    graph.es["weight"] = [1 + math.log(max(weight, 1)) for _, _, weight in known]
    return graph.simplify(combine_edges={"weight": "sum"})


def _lay_out(part: igraph.Graph, radii: list[float]) -> list[Point]:
    count = part.vcount()
    if count == 1:
        return [(0.0, 0.0)]
    if count == 2:
        return [(0.0, 0.0), (SPACING * 1.4, 0.0)]
    options: dict[str, Any] = {"weights": part.es["weight"]}
    if count <= SMALL:
        # Each round compares all pairs: fewer rounds for larger parts keep this below half a second.
        rounds = max(300, min(1500, 40_000_000 // count**2))
        layout = part.layout_fruchterman_reingold(niter=rounds, grid=False, **options)
    else:
        layout = part.layout_fruchterman_reingold(niter=400, grid=True, **options)
    points = _scaled([(x, y) for x, y in layout.coords], count)
    return _apart(points, radii)


def _scaled(points: list[Point], count: int) -> list[Point]:
    """Stretched so that each node has `SPACING` squared of room, wider than high."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    if height > width:
        points, width, height = [(y, -x) for x, y in points], height, width
    # A chain has hardly any height: without this bound its nodes would be flung far apart.
    factor = math.sqrt(count * SPACING * SPACING * 1.3 / (width * max(height, width / 3)))
    return [(x * factor, y * factor) for x, y in points]


def _apart(points: list[Point], radii: list[float]) -> list[Point]:
    """Nodes pushed apart until none overlaps, or the rounds are over; a grid finds the near pairs."""
    gap, cell = 16.0, 2 * max(radii) + 16.0
    spots = [list(point) for point in points]
    rounds = 30 if len(points) <= SMALL else 10  # large networks are too dense to be freed of all overlap
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[int]] = {}
        for index, (x, y) in enumerate(spots):
            cells.setdefault((int(x // cell), int(y // cell)), []).append(index)
        moved = False
        for (column, row), here in cells.items():
            # Half of the neighbours: the other half looks back at this cell.
            ahead = ((column + 1, row - 1), (column + 1, row), (column + 1, row + 1), (column, row + 1))
            near = [other for place in ahead for other in cells.get(place, ())]
            for number, index in enumerate(here):
                moved |= _push(spots, radii, index, here[number + 1 :], gap)
                moved |= _push(spots, radii, index, near, gap)
        if not moved:
            break
    return [(x, y) for x, y in spots]


def _push(spots: list[list[float]], radii: list[float], index: int, others: list[int], gap: float) -> bool:
    """Moves a node and those that overlap it away from each other, half the way each."""
    moved = False
    here, room = spots[index], radii[index] + gap
    for other in others:
        there, least = spots[other], room + radii[other]
        dx, dy = there[0] - here[0], there[1] - here[1]
        square = dx * dx + dy * dy
        if square >= least * least:
            continue
        moved = True
        distance = math.sqrt(square)
        if distance < 1e-6:  # on one spot: any direction will do, the same each time
            dx, dy, distance = math.cos(other), math.sin(other), 1.0
        shift = (least - min(distance, least)) / 2 + 0.01
        dx, dy = dx / distance * shift, dy / distance * shift
        here[0], here[1] = here[0] - dx, here[1] - dy
        there[0], there[1] = there[0] + dx, there[1] + dy
    return moved


def _side_by_side(laid: list[list[Point]]) -> list[Point]:
    """Where each part goes: on shelves, the largest first, as wide as comes nearest to a screen's shape."""
    boxes = [_box(points) for points in laid]
    sizes = [(right - left + SPACING, bottom - top + SPACING) for left, top, right, bottom in boxes]
    area, widest = sum(wide * high for wide, high in sizes), max(wide for wide, _ in sizes)
    widths = [max(widest, math.sqrt(area * ASPECT) * stretch) for stretch in (0.8, 1.0, 1.2, 1.5, 1.9, 2.4)]
    shelved = [_shelves(sizes, width) for width in widths]
    best = min(shelved, key=lambda shelves: abs(math.log(_shape(shelves) / ASPECT)))
    found: list[Point] = [(0.0, 0.0)] * len(laid)
    for shelf in best:
        for index, x, y in shelf.places:
            left, top, _, _ = boxes[index]
            middle = (shelf.height - sizes[index][1]) / 2  # lower parts stand in the middle of their shelf
            found[index] = (x - left, y + middle - top)
    return found


@dataclass(slots=True)
class _Shelf:
    """Parts in a row: (index, left, top) of each, and how far the row reaches."""

    top: float
    width: float = 0.0
    height: float = 0.0
    places: list[tuple[int, float, float]] = field(default_factory=list)


def _shelves(sizes: list[tuple[float, float]], width: float) -> list[_Shelf]:
    shelves = [_Shelf(0.0)]
    for index, (wide, high) in enumerate(sizes):
        if shelves[-1].places and shelves[-1].width + wide > width:
            shelves.append(_Shelf(shelves[-1].top + shelves[-1].height))
        shelf = shelves[-1]
        shelf.places.append((index, shelf.width, shelf.top))
        shelf.width, shelf.height = shelf.width + wide, max(shelf.height, high)
    return shelves


def _shape(shelves: list[_Shelf]) -> float:
    """Width to height of all shelves."""
    return max(shelf.width for shelf in shelves) / (shelves[-1].top + shelves[-1].height)


def _box(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
