"""Outlines of states for the map, made small.

`assets/world.json` was made with `compact` from `countries-110m.json` of the npm package world-atlas
2.0.2 (Natural Earth, public domain) and the table of codes in the npm package i18n-iso-countries
7.14.0 (MIT); `assets/NOTICE.md` says so. Borders are drawn as Natural Earth draws them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

STEP = 0.1  # degrees: a pixel of a map 3,600 wide
NAMED = {"Kosovo": "XK"}  # has no ISO number; others without one are drawn without a code


def compact(topology: Mapping[str, Any], codes: Mapping[str, str], *, south: float = -60.0) -> dict[str, Any]:
    """A TopoJSON of countries as {"step", "arcs": [[x, y, dx, dy, …]], "states": [[code, rings]]}.

    Longitudes and latitudes are whole numbers of `STEP` degrees; a ring lists arcs, negative ones
    (~n) backwards, as TopoJSON has it. `codes` maps ISO numbers ("410") to codes ("KR"). States
    wholly south of `south` (Antarctica) are left out.

    >>> topology = {"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [[[0, 0], [2, 0], [0, 2], [-2, -2]]],
    ...     "objects": {"countries": {"geometries": [{"type": "Polygon", "id": "410", "arcs": [[0]], "properties": {}}]}}}
    >>> compact(topology, {"410": "KR"})
    {'step': 0.1, 'arcs': [[0, 0, 20, 0, 0, 20, -20, -20]], 'states': [['KR', [[0]]]]}
    """
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    states: list[list[Any]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [ring for polygon in polygons for ring in polygon]
        highest = max(y for ring in rings for arc in ring for _, y in arcs[arc if arc >= 0 else ~arc])
        if highest * STEP < south:
            continue
        name = geometry["properties"].get("name", "")
        states.append([codes.get(str(geometry.get("id")), NAMED.get(name, "")), rings])
    states.sort(key=lambda state: (state[0], state[1]))
    return {"step": STEP, "arcs": [_deltas(arc) for arc in arcs], "states": states}


def _arc(arc: list[list[int]], transform: Mapping[str, list[float]]) -> list[tuple[int, int]]:
    """Points in whole steps, each once."""
    x = y = 0
    points: list[tuple[int, int]] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        longitude = x * transform["scale"][0] + transform["translate"][0]
        latitude = y * transform["scale"][1] + transform["translate"][1]
        point = (round(longitude / STEP), round(latitude / STEP))
        if not points or points[-1] != point:
            points.append(point)
    return points


def _deltas(points: list[tuple[int, int]]) -> list[int]:
    found = list(points[0])
    for (x, y), (before_x, before_y) in zip(points[1:], points, strict=False):
        found += [x - before_x, y - before_y]
    return found
