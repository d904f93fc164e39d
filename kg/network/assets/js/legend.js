// What shapes and lines mean in the view that is shown, as one line; the filters beside it show the
// shapes of kinds and the looks of statuses.

import { el, put } from "./dom.js";
import { lineIcon, typeIcon } from "./icons.js";
import { TYPE_NAMES } from "./words.js";

const TYPES = {
  states: ["state", "body"],
  officials: ["official"],
  events: ["official", "state", "body", "place"],
  map: [],
};
const LINES = [
  ["solid", "took place"],
  ["dashed", "planned"],
  ["dotted", "called off"],
];
const HINTS = {
  states: "Thicker: more events",
  officials: "Thicker: more events",
  map: "Larger circle, stronger colour: more events",
};

/** Draws the legend of a view; only what occurs in it. */
export function drawLegend(root, view, present) {
  const types = TYPES[view].filter((type) => present.has(type));
  const lines = view === "map" ? [] : LINES;
  put(
    root,
    types.length
      ? el(
          "ul",
          { class: "plain" },
          types.map((type) => el("li", {}, typeIcon(type), type === "body" ? "Body" : TYPE_NAMES[type])),
        )
      : null,
    lines.length
      ? el(
          "ul",
          { class: "plain" },
          lines.map(([line, meaning]) => el("li", {}, lineIcon(line), meaning)),
        )
      : null,
    HINTS[view] ? el("p", { class: "quiet" }, HINTS[view]) : null,
  );
}
