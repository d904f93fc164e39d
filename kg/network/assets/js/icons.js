// Small drawings: the shape of a node, with the look of its status, and the buttons' signs.

import { svg } from "./dom.js";
import { corners, KIND_SHAPES, marks, STATUS_LOOKS } from "./shapes.js";

const TYPE_SHAPES = { official: "dot", state: "dot", body: "hexagon", place: "triangleDown", ...KIND_SHAPES };
const SIGNS = {
  play: "M5 3.5v9l8-4.5z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  theme: "M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11",
  save: "M8 2.5v7M5 7l3 3 3-3M3 13h10",
  springs: "M3 12c2-8 3 4 5-4s3 4 5-4",
  list: "M3 4h10M3 8h10M3 12h10",
};
const FILLED = new Set(["play", "pause"]);

/** The shape of a type (official, state, meeting, …) with the look of a status, 16 by 16 pixels. */
export function typeIcon(type, status = "held") {
  const look = STATUS_LOOKS[status] || STATUS_LOOKS.held;
  const points = corners(TYPE_SHAPES[type] || "dot", 8, 8, 5);
  const style = {
    class: `icon type-${type} ${look.full ? "full" : "hollow"}`,
    "stroke-dasharray": look.dash ? look.dash.map((each) => each / 1.5).join(" ") : null,
  };
  const outline = points
    ? svg("polygon", {
        ...style,
        points: points.map((point) => point.map((value) => value.toFixed(1)).join(",")).join(" "),
      })
    : svg("circle", { ...style, cx: 8, cy: 8, r: 5 });
  const extra = marks(look.mark, 8, 8, 5).map(([x1, y1, x2, y2]) =>
    svg("line", { class: `icon type-${type} hollow`, x1, y1, x2, y2 }),
  );
  const ring = look.ring ? svg("circle", { class: `icon type-${type} hollow`, cx: 8, cy: 8, r: 7.3 }) : null;
  return svg(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", class: "glyph" },
    outline,
    ...extra,
    ring,
  );
}

/** A sign for a button. */
export function sign(name) {
  const path = svg("path", { d: SIGNS[name], class: FILLED.has(name) ? "sign-full" : "sign" });
  return svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", class: "glyph" }, path);
}

/** A short piece of line as it is drawn between nodes. */
export function lineIcon(line) {
  const dashes = { solid: null, dashed: "5 3", dotted: "1.5 3" };
  const path = svg("line", { x1: 0, x2: 26, y1: 8, y2: 8, class: "line-sample", "stroke-dasharray": dashes[line] });
  return svg("svg", { viewBox: "0 0 26 16", width: 26, height: 16, "aria-hidden": "true", class: "glyph" }, path);
}
