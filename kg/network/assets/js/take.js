// The buttons that take away what the page shows, and what it puts on paper.

import { dateName } from "./dates.js";
import { el } from "./dom.js";
import { download, onGround, toCsv, toSvg } from "./save.js";

/** "who-met-whom-events.png" for a page's title and view. */
export function fileName({ model, state }, ending) {
  const title = model.title
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return `${title || "network"}-${state.view}.${ending}`;
}

/** The visible part as a picture. */
export function savePng(page) {
  const done = (blob) => download(blob, fileName(page, "png"));
  if (page.state.view === "map") return mapPng(page, done);
  const canvas = document.querySelector(`#view-${page.state.view} canvas`);
  return onGround(canvas, page.colours.ground).toBlob(done);
}

function mapPng({ map, colours }, done) {
  const image = new Image();
  const [width, height] = [map.size.width * 2, map.size.height * 2];
  image.onload = () => {
    const canvas = el("canvas", { width, height });
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = colours.ground;
    ctx.fillRect(0, 0, width, height);
    ctx.drawImage(image, 0, 0, width, height);
    canvas.toBlob(done);
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(mapSvg(map))}`;
}

/** The visible part as a drawing. */
export function saveSvg(page) {
  const text = page.state.view === "map" ? mapSvg(page.map) : toSvg(page.canvas, page.model.title);
  download(new Blob([text], { type: "image/svg+xml" }), fileName(page, "svg"));
}

/** The map with its computed colours written into it: the style sheet stays behind. */
function mapSvg(map) {
  const copy = map.drawing.cloneNode(true);
  const [from, to] = [map.drawing, copy].map((root) => [...root.querySelectorAll("path, circle, text")]);
  from.forEach((node, index) => {
    const style = getComputedStyle(node);
    for (const name of ["fill", "stroke", "stroke-width", "paint-order", "font-family"]) {
      to[index].setAttribute(name, style.getPropertyValue(name));
    }
  });
  copy.setAttribute("width", map.size.width);
  copy.setAttribute("height", map.size.height);
  return new XMLSerializer().serializeToString(copy);
}

/** The events behind what is shown, with the mark by which spreadsheets know UTF-8. */
export function saveCsv(page) {
  const text = toCsv(page.model.base, page.shownEvents());
  download(new Blob(["\ufeff", text], { type: "text/csv" }), fileName(page, "csv"));
}

/** Events as a table for paper. */
export function eventTable(events) {
  const cells = (tag, texts) =>
    el(
      "tr",
      {},
      texts.map((text) => el(tag, {}, text)),
    );
  const people = (event) => event.parts.flatMap((part) => (part.official ? [part.official.label] : [])).join(", ");
  const rows = events.map((event) =>
    cells("td", [dateName(event.edtf), event.label, event.status, people(event), String(event.articles)]),
  );
  return el(
    "table",
    {},
    el("thead", {}, cells("th", ["Date", "Event", "Status", "Officials", "Articles"])),
    el("tbody", {}, rows),
  );
}
