// Taking away what is shown: a table of the events, or the picture.

import { distinctLines } from "./paint.js";
import { corners, marks, STATUS_LOOKS } from "./shapes.js";
import { colourOf } from "./theme.js";

const COLUMNS = [
  "event",
  "label",
  "kind",
  "status",
  "begin",
  "end",
  "date",
  "states",
  "officials",
  "places",
  "topic",
  "articles",
  "disagrees_on",
  "sources",
];

/** Events as CSV (RFC 4180, with a header). */
export function toCsv(base, events) {
  const rows = events.map((event) => [
    base + event.id,
    event.label,
    event.kind,
    event.status,
    event.begin,
    event.end,
    event.edtf,
    event.parties.map((state) => state.code).join("; "),
    event.parts
      .filter((part) => part.official)
      .map((part) => part.official.label)
      .join("; "),
    event.places.map((place) => place.label).join("; "),
    event.topic,
    event.articles,
    event.disagrees.join("; "),
    [...new Set(event.quotes.map((quote) => quote.article.url).filter(Boolean))].join(" "),
  ]);
  return [COLUMNS, ...rows]
    .map((row) => row.map(cell).join(","))
    .join("\r\n")
    .concat("\r\n");
}

/** A cell; a leading =, +, - or @ would be run as a formula by spreadsheets, so an apostrophe goes before. */
function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const calm = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(calm) ? `"${calm.replaceAll('"', '""')}"` : calm;
}

/** The visible part of a network as SVG text. */
export function toSvg(stage, title) {
  const { width, height } = stage.size;
  const { colours, colour } = stage.look;
  const parts = [`<title>${xml(title)}</title>`, `<rect width="100%" height="100%" fill="${colours.ground}"/>`];
  const inside = ({ x, y }) => x > -50 && y > -50 && x < width + 50 && y < height + 50;
  for (const { edge, dash, weight } of distinctLines(stage.groups)) {
    const [a, b] = [stage.pixel(edge.a), stage.pixel(edge.b)];
    if (!inside(a) && !inside(b)) continue;
    parts.push(
      `<line x1="${n(a.x)}" y1="${n(a.y)}" x2="${n(b.x)}" y2="${n(b.y)}" stroke="${colours.edge}" stroke-width="${weight}"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`,
    );
  }
  for (const node of [...stage.nodes].reverse()) {
    const at = stage.pixel(node);
    if (inside(at)) parts.push(nodeSvg(node, at, node.size * stage.scale, colourOf(colours, node, colour), colours));
  }
  for (const label of stage.labels) {
    parts.push(
      `<text x="${n(label.x)}" y="${n(label.y)}" fill="${colours.ink}" stroke="${colours.ground}" stroke-width="3" paint-order="stroke" font-size="12" text-anchor="middle" dominant-baseline="central">${xml(label.text)}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif">\n${parts.join("\n")}\n</svg>\n`;
}

function nodeSvg(node, { x, y }, size, paint, colours) {
  const look = node.record.type === "event" ? STATUS_LOOKS[node.record.status] || STATUS_LOOKS.held : STATUS_LOOKS.held;
  const style = `fill="${look.full ? paint : colours.ground}" stroke="${look.full ? colours.ground : paint}" stroke-width="1.5"${look.dash ? ` stroke-dasharray="${look.dash.join(" ")}"` : ""}`;
  const points = corners(node.shape, x, y, size);
  const shape = points
    ? `<polygon points="${points.map(([px, py]) => `${n(px)},${n(py)}`).join(" ")}" ${style}`
    : `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}" ${style}`;
  const extra = marks(look.mark, x, y, size)
    .map(
      ([x1, y1, x2, y2]) =>
        `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${paint}" stroke-width="1.5"/>`,
    )
    .join("");
  const code =
    node.record.code && size > 8
      ? `<text x="${n(x)}" y="${n(y)}" fill="${colours["on-node"]}" font-size="${n(Math.min(15, size))}" font-weight="600" text-anchor="middle" dominant-baseline="central">${xml(node.record.code)}</text>`
      : "";
  return `${shape}><title>${xml(node.name)}</title>${points ? "</polygon>" : "</circle>"}${extra}${code}`;
}

function n(value) {
  return value.toFixed(1);
}

/** Text that is safe between and inside the tags of XML. */
export function xml(text) {
  // eslint-disable-next-line no-control-regex -- XML 1.0 cannot hold these characters
  return String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The drawn canvas with the ground behind it. */
export function onGround(canvas, ground) {
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  const ctx = copy.getContext("2d");
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  return copy;
}

/** Offers bytes as a file. */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
