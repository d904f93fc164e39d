// What is drawn on the network's canvas: lines below the nodes, codes and labels above them.

import { place, shorten } from "./labels.js";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const WIDTHS = [1, 1.8, 2.8, 4, 5.5]; // pixels, from the least to the most events a line stands for
const VEILS = [0.16, 0.26, 0.45, 0.75, 1]; // how strong they are drawn where lines would hide each other
const DASHES = { solid: [], dashed: [7, 5], dotted: [1.5, 4] };
const MOVING_LINES = 1200; // while moving only the heaviest lines are drawn: keeps 20 frames a second
const PATH_LINES = 400; // lines in one path: longer paths take more than linear time to fill

/** Lines grouped by how they look, so that each group is one path. */
export function groupLines(shownEdges, focus) {
  const groups = new Map();
  const ordered = [...shownEdges].sort((one, other) => other.events.length - one.events.length);
  const ends = new Set(ordered.flatMap(({ edge }) => [edge.a, edge.b]));
  const dense = ordered.length > 300 && ordered.length > 4 * ends.size;
  const steps = dense
    ? rankStepper(ordered.map(({ events }) => events.length))
    : stepper(ordered.length ? ordered[0].events.length : 1);
  for (const shown of ordered) {
    const step = steps(shown.events.length);
    const near = focus ? shown.edge.a.id === focus || shown.edge.b.id === focus || shown.edge.id === focus : false;
    const key = `${near} ${shown.line} ${step}`;
    if (!groups.has(key))
      groups.set(key, {
        near,
        dash: DASHES[shown.line],
        width: dense ? WIDTHS[step] * 0.6 : WIDTHS[step],
        alpha: dense || ordered.length > 4000 ? VEILS[step] : 1,
        edges: [],
      });
    groups.get(key).edges.push(shown.edge);
  }
  return [...groups.values()].sort((one, other) => one.near - other.near || one.width - other.width);
}

/** Which of the five widths a number of events gets: by doubling, stretched when one pair has very many. */
export function stepper(most) {
  const stretch = Math.max(1, Math.log2(most) / 4.99);
  return (count) => Math.min(4, Math.floor(Math.log2(count) / stretch));
}

/** The same for lines so dense that only the strongest may stand out; `counts` from the most to the least. */
export function rankStepper(counts) {
  const limits = [0.04, 0.12, 0.3, 0.6].map((share) => counts[Math.floor(share * counts.length)]);
  return (count) => 4 - limits.filter((limit) => count <= limit).length;
}

/** Draws the lines; `at` gives a node's place, `box` is the visible part in the same units. */
export function drawLines(ctx, groups, { at, box, scale, colours, focus, moving }) {
  let left = moving ? MOVING_LINES : Infinity;
  ctx.lineCap = "butt";
  for (const group of moving ? [...groups].reverse() : groups) {
    ctx.strokeStyle = group.near ? colours.accent : colours.edge;
    ctx.globalAlpha = group.near ? 0.9 : focus ? 0.18 * group.alpha : group.alpha;
    ctx.lineWidth = (group.width * (group.near ? 1.3 : 1)) / Math.max(scale, 0.35);
    ctx.setLineDash(moving ? [] : group.dash.map((length) => length / Math.max(scale, 0.35)));
    let open = 0;
    ctx.beginPath();
    for (const edge of group.edges) {
      const [a, b] = [at(edge.a), at(edge.b)];
      if (Math.max(a.x, b.x) < box.left || Math.min(a.x, b.x) > box.right) continue;
      if (Math.max(a.y, b.y) < box.top || Math.min(a.y, b.y) > box.bottom) continue;
      if (left <= 0) break;
      left -= 1;
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
      open += 1;
      if (open >= PATH_LINES) {
        ctx.stroke();
        ctx.beginPath();
        open = 0;
      }
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

/** The labels with room, best first: nodes in the order of `nodes`, each with its pixel place. */
export function placeLabels(ctx, nodes, { pixel, scale, width, height, selected, near, taken, most }) {
  const candidates = [];
  for (const node of nodes) {
    const at = pixel(node);
    if (at.x < -200 || at.x > width + 200 || at.y < -40 || at.y > height + 40) continue;
    const strong = node.id === selected || node.record.type === "state" || node.record.type === "body";
    const text = labelText(node, node.id === selected ? 64 : near?.has(node) ? 40 : 30);
    const font = `${strong ? "600 " : ""}12px ${FONT}`;
    if (node.font !== font || node.text !== text) {
      ctx.font = font;
      Object.assign(node, { font, text, textWidth: ctx.measureText(text).width });
    }
    const reach = node.size * scale + 4;
    const [wide, high] = [node.textWidth + 8, 16];
    const spots = [
      [at.x, at.y + reach + 8],
      [at.x, at.y - reach - 8],
      [at.x + reach + wide / 2, at.y],
      [at.x - reach - wide / 2, at.y],
    ];
    candidates.push({ node, text, font, spots, width: wide, height: high });
    if (candidates.length > 1200) break; // enough to fill any screen
  }
  return place(candidates, width, height, taken, most);
}

function labelText(node, most) {
  const state = node.record.type === "official" && node.record.state ? ` · ${node.record.state.code}` : "";
  return shorten(node.name, most) + state;
}

/** Writes labels with a rim of the ground's colour; everything in pixels. */
export function drawLabels(ctx, labels, colours, faded) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const label of labels) {
    ctx.globalAlpha = faded(label.node) ? 0.35 : 1;
    ctx.font = label.font;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = colours.ground;
    ctx.strokeText(label.text, label.x, label.y);
    ctx.fillStyle = label.node.record.type === "event" ? colours.muted : colours.ink;
    ctx.fillText(label.text, label.x, label.y);
  }
  ctx.globalAlpha = 1;
}

/** Writes the codes of states and bodies into their nodes where they fit. */
export function drawCodes(ctx, nodes, { pixel, scale, colours, faded }) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colours["on-node"];
  for (const node of nodes) {
    const code = node.record.code;
    const size = Math.min(15, (node.size * scale * 2) / (code ? Math.max(2.4, code.length * 0.82) : 1));
    if (!code || size < 6.5) continue;
    const at = pixel(node);
    ctx.globalAlpha = faded(node) ? 0.3 : 1;
    ctx.font = `600 ${size}px ${FONT}`;
    ctx.fillText(code, at.x, at.y + 0.5);
  }
  ctx.globalAlpha = 1;
}

/** How far a point is from a line between two others. */
export function distanceToLine(point, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length ? Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length)) : 0;
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

/** Every line once with its look, for a drawing in SVG. */
export function distinctLines(groups) {
  return groups.flatMap((group) => group.edges.map((edge) => ({ edge, dash: group.dash, weight: group.width })));
}
