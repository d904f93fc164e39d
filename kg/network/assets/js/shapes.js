// The shapes of nodes, drawn the same on the canvas, in SVG and in the legend.

export const KIND_SHAPES = { meeting: "diamond", call: "star", visit: "triangle", agreement: "square" };

// What a status looks like, so that colour is not needed: full or hollow, how the border runs, a mark.
export const STATUS_LOOKS = {
  held: { full: true },
  ongoing: { full: true, ring: true },
  planned: { full: false },
  proposed: { full: false, dash: [2, 2] },
  postponed: { full: false, dash: [5, 3], mark: "bar" },
  cancelled: { full: false, mark: "cross" },
  denied: { full: false, mark: "slash" },
};

/** The corners of a shape around a point; null for a circle. */
export function corners(shape, x, y, size) {
  if (shape === "diamond") return turn(4, x, y, size * 1.15, 0);
  if (shape === "square") return turn(4, x, y, size * 1.2, Math.PI / 4);
  if (shape === "hexagon") return turn(6, x, y, size * 1.08, 0);
  if (shape === "triangle") return turn(3, x, y + size * 0.15, size * 1.25, -Math.PI / 2);
  if (shape === "triangleDown") return turn(3, x, y - size * 0.15, size * 1.25, Math.PI / 2);
  if (shape === "star") return star(x, y, size * 1.3);
  return null;
}

function turn(count, x, y, radius, start) {
  return Array.from({ length: count }, (_, index) => {
    const angle = start + (2 * Math.PI * index) / count;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

function star(x, y, radius) {
  return Array.from({ length: 10 }, (_, index) => {
    const angle = -Math.PI / 2 + (Math.PI * index) / 5;
    const reach = index % 2 ? radius * 0.5 : radius;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

/** Lines of a status' mark, each [x1, y1, x2, y2]. */
export function marks(mark, x, y, size) {
  const reach = size * 0.55;
  if (mark === "cross")
    return [
      [x - reach, y - reach, x + reach, y + reach],
      [x - reach, y + reach, x + reach, y - reach],
    ];
  if (mark === "slash") return [[x - reach, y + reach, x + reach, y - reach]];
  if (mark === "bar") return [[x - reach, y, x + reach, y]];
  return [];
}

/** Draws a node; `look` is of STATUS_LOOKS, colours are CSS colours. */
export function drawShape(ctx, shape, x, y, size, look, colour, ground, width = 1.5) {
  trace(ctx, shape, x, y, size);
  ctx.fillStyle = look.full ? colour : ground;
  ctx.fill();
  ctx.lineWidth = look.full ? 1 : width;
  ctx.strokeStyle = look.full ? ground : colour;
  if (look.dash) ctx.setLineDash(look.dash);
  ctx.stroke();
  if (look.dash) ctx.setLineDash([]);
  if (look.mark || look.ring) drawExtras(ctx, shape, x, y, size, look, colour, width);
}

function drawExtras(ctx, shape, x, y, size, look, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  if (look.ring) {
    trace(ctx, shape, x, y, size + 4);
    ctx.stroke();
  }
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of marks(look.mark, x, y, size)) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
}

/** The path of a shape, ready to be filled or stroked. */
export function trace(ctx, shape, x, y, size) {
  ctx.beginPath();
  const points = corners(shape, x, y, size);
  if (!points) {
    ctx.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  points.forEach(([px, py], index) => (index ? ctx.lineTo(px, py) : ctx.moveTo(px, py)));
  ctx.closePath();
}
