// What shapes, lines and colours mean in the view that is shown.

import { el, put } from "./dom.js";
import { lineIcon, typeIcon } from "./icons.js";
import { STATUS_NAMES, TYPE_NAMES } from "./words.js";

const TYPES = { states: ["state", "body"], officials: ["official"], events: ["official", "state", "place", "meeting", "call", "visit", "agreement"], map: ["place"] };
const LINES = [["solid", "took place"], ["dashed", "planned, proposed or postponed"], ["dotted", "cancelled or denied"]];

/** Draws the legend of a view; only what occurs in it. */
export function drawLegend(root, view, present, statuses) {
  const types = TYPES[view].filter((type) => present.has(type));
  const status = view === "events" ? Object.keys(STATUS_NAMES).filter((name) => statuses.has(name)) : [];
  const lines = view === "map" ? [] : LINES;
  put(root,
    el("ul", { class: "plain" }, types.map((type) => el("li", {}, typeIcon(type), TYPE_NAMES[type]))),
    status.length ? el("ul", { class: "plain" }, status.map((name) => el("li", {}, typeIcon("meeting", name), STATUS_NAMES[name]))) : null,
    lines.length ? el("ul", { class: "plain" }, lines.map(([line, meaning]) => el("li", {}, lineIcon(line), meaning))) : null,
    view === "map" ? el("p", { class: "quiet" }, "Darker states took part in more events; larger circles had more of them.") : null,
    view === "states" || view === "officials" ? el("p", { class: "quiet" }, "Thicker lines: more events together.") : null,
  );
}
