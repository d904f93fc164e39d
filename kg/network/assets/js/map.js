// The places on a map: outlines of states, drawn once; places as circles that keep their size on zoom.

import { el, put, svg } from "./dom.js";
import { place as placeLabels, shorten } from "./labels.js";

const WIDE = 1000; // units of the drawing for 360 degrees

/** Longitude and latitude in degrees to the drawing's units (Natural Earth projection). */
export function project(longitude, latitude) {
  const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  const phi2 = phi * phi;
  const phi4 = phi2 * phi2;
  const x = lambda * (0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4)));
  const y = phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4)));
  const unit = WIDE / (2 * Math.PI * 0.8707);
  return [x * unit, -y * unit];
}

/** The points of each arc of the compact outlines (see kg/network/outlines.py), in degrees. */
export function readArcs({ arcs, step }) {
  return arcs.map((flat) => {
    const points = [];
    let [x, y] = [0, 0];
    for (let index = 0; index < flat.length; index += 2) {
      x += flat[index];
      y += flat[index + 1];
      points.push([x * step, y * step]);
    }
    return points;
  });
}

/** The `d` of an SVG path around a state: its rings are lists of arcs, negative ones backwards. */
export function pathOf(rings, arcs) {
  return rings
    .map((ring) => {
      const points = ring.flatMap((arc) => (arc >= 0 ? arcs[arc] : [...arcs[~arc]].reverse()));
      return cutAtDateLine(points).map(drawn).join("");
    })
    .join("");
}

function drawn(points) {
  const corners = points.map(([longitude, latitude]) =>
    project(longitude, latitude)
      .map((value) => value.toFixed(1))
      .join(","),
  );
  return corners.length ? `M${corners.join("L")}Z` : "";
}

/** A ring that crosses 180° as one ring on each side of it; any other ring as it is. */
export function cutAtDateLine(points) {
  let turn = 0;
  const whole = points.map(([longitude, latitude], index) => {
    const step = index ? longitude - points[index - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [longitude + turn, latitude];
  });
  const [least, most] = [Math.min(...whole.map(([x]) => x)), Math.max(...whole.map(([x]) => x))];
  if (least >= -180 && most <= 180) return [points];
  const line = most > 180 ? 180 : -180;
  const shift = (ring, by) => ring.map(([x, y]) => [x + by, y]);
  return line > 0
    ? [clip(whole, line, 1), shift(clip(whole, line, -1), -360)]
    : [clip(whole, line, -1), shift(clip(whole, line, 1), 360)];
}

/** The part of a ring on one side of a meridian: side 1 keeps what lies west of it, -1 what lies east. */
function clip(ring, line, side) {
  const inside = ([x]) => side * (line - x) >= 0;
  return ring.flatMap((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length];
    if (inside(point) === inside(before)) return inside(point) ? [point] : [];
    const along = (line - before[0]) / (point[0] - before[0]);
    const cut = [line, before[1] + along * (point[1] - before[1])];
    return inside(point) ? [cut, point] : [cut];
  });
}

export class WorldMap {
  /** `on` has select(id) and hover(text, point). */
  constructor(root, world, model, on) {
    Object.assign(this, { root, world, model, on, camera: null });
  }

  build() {
    const arcs = readArcs(this.world);
    this.land = svg("g", { class: "land" });
    this.shapes = this.world.states.map(([code, rings]) => {
      const state = this.model.stateByCode.get(code);
      const shape = svg("path", {
        d: pathOf(rings, arcs),
        on: state ? { click: () => !this.dragged && this.on.select(state.id) } : {},
      });
      this.land.append(shape);
      return { shape, state };
    });
    this.marks = svg("g", {});
    this.names = svg("g", { class: "names", "aria-hidden": "true" });
    this.drawing = svg(
      "svg",
      { class: "world", role: "group", "aria-label": "Map of the places of events" },
      this.land,
      this.marks,
      this.names,
    );
    this.note = el("p", { class: "map-note quiet" });
    put(this.root, this.drawing, this.note);
    this.listen();
  }

  listen() {
    const points = new Map();
    let gap = 0;
    this.drawing.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 1.25 : 0.8, event);
      },
      { passive: false },
    );
    this.drawing.addEventListener("pointerdown", (event) => {
      points.set(event.pointerId, event);
      this.dragged = false;
    });
    this.drawing.addEventListener("pointermove", (event) => {
      const before = points.get(event.pointerId);
      if (!before) return;
      points.set(event.pointerId, event);
      if (points.size === 2) {
        const [a, b] = [...points.values()];
        const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
        if (gap) this.zoom(now / gap, { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 });
        gap = now;
      } else this.pan(before.clientX - event.clientX, before.clientY - event.clientY);
      if (Math.hypot(event.movementX, event.movementY) > 2) this.dragged = true;
    });
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
      this.drawing.addEventListener(name, (event) => {
        points.delete(event.pointerId);
        gap = 0;
      });
    }
  }

  get size() {
    return { width: this.root.clientWidth || 800, height: this.root.clientHeight || 500 };
  }

  whole() {
    return this.around([
      [-500, -215],
      [500, 190],
    ]);
  }

  /** A camera (centre and pixels per unit) that holds all of some points. */
  around(points) {
    const { width, height } = this.size;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      scale: Math.min((width - 60) / Math.max(right - left, 260), (height - 90) / Math.max(bottom - top, 130)),
    };
  }

  /** Shows the places of the passing events. */
  show(passing, selected, near) {
    const first = !this.camera;
    if (first) this.build();
    this.selected = selected;
    this.places = this.model.places
      .map((record) => ({ record, count: record.events.filter((event) => passing[event.index]).length }))
      .filter(({ record, count }) => count && record.lat !== undefined && (!near || near.has(record)))
      .sort((one, other) => other.count - one.count || one.record.label.localeCompare(other.record.label));
    const without = this.model.places.filter(
      (record) => record.lat === undefined && record.events.some((event) => passing[event.index]),
    ).length;
    const most = Math.max(
      1,
      ...this.shapes.map(({ state }) => (state ? state.events.filter((event) => passing[event.index]).length : 0)),
    );
    for (const { shape, state } of this.shapes) {
      const count = state ? state.events.filter((event) => passing[event.index]).length : 0;
      shape.setAttribute(
        "class",
        count
          ? `party level-${Math.max(1, Math.ceil((3 * Math.log(1 + count)) / Math.log(1 + most)))}${state.id === selected ? " chosen" : ""}`
          : "",
      );
      shape.setAttribute("data-code", state ? state.code : "");
    }
    this.note.textContent = [
      this.places.length ? "" : "No place of these events has coordinates.",
      without ? `${without} without coordinates not shown.` : "",
      "Outlines: Natural Earth.",
    ]
      .filter(Boolean)
      .join(" ");
    if (first) this.fit();
    else this.draw();
  }

  draw() {
    const { width, height } = this.size;
    const { x, y, scale } = this.camera;
    this.drawing.setAttribute(
      "viewBox",
      `${x - width / 2 / scale} ${y - height / 2 / scale} ${width / scale} ${height / scale}`,
    );
    const circles = this.places.map(({ record, count }) => {
      const [px, py] = project(record.long, record.lat);
      return { record, count, px, py, radius: 3.5 + 2 * Math.sqrt(count) };
    });
    put(
      this.marks,
      circles.map(({ record, count, px, py, radius }) =>
        svg(
          "circle",
          {
            class: `mark${record.id === this.selected ? " chosen" : ""}`,
            cx: px,
            cy: py,
            r: radius / scale,
            tabindex: 0,
            role: "button",
            "data-id": record.id,
            "aria-label": `${record.label}, ${count} events`,
            on: {
              click: () => !this.dragged && this.on.select(record.id),
              keydown: (event) => {
                if (event.key === "Enter" || event.key === " ") this.on.select(record.id);
              },
            },
          },
          svg("title", {}, `${record.label}: ${count}`),
        ),
      ),
    );
    this.drawNames(circles, { x, y, scale, width, height });
  }

  drawNames(circles, { x, y, scale, width, height }) {
    const pixel = ({ px, py }) => [(px - x) * scale + width / 2, (py - y) * scale + height / 2];
    const candidates = circles.map((circle) => {
      const [sx, sy] = pixel(circle);
      const text = shorten(circle.record.label, 26);
      const wide = text.length * 6.6 + 8;
      const reach = circle.radius + 3;
      return {
        circle,
        text,
        width: wide,
        height: 16,
        spots: [
          [sx + reach + wide / 2, sy],
          [sx - reach - wide / 2, sy],
          [sx, sy + reach + 8],
          [sx, sy - reach - 8],
        ],
      };
    });
    const taken = circles.map((circle) => {
      const [sx, sy] = pixel(circle);
      return {
        left: sx - circle.radius,
        right: sx + circle.radius,
        top: sy - circle.radius,
        bottom: sy + circle.radius,
      };
    });
    const kept = placeLabels(candidates, width, height, taken);
    put(
      this.names,
      kept.map((label) =>
        svg(
          "text",
          {
            x: (label.x - width / 2) / scale + x,
            y: (label.y - height / 2) / scale + y,
            "font-size": 12 / scale,
            "stroke-width": 3 / scale,
            "text-anchor": "middle",
            "dominant-baseline": "central",
          },
          label.text,
        ),
      ),
    );
  }

  fit() {
    const points = (this.places || []).map(({ record }) => project(record.long, record.lat));
    const [first, last] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
    this.camera = points.length && last - first < WIDE / 2 ? this.around(points) : this.whole();
    this.draw();
  }

  pan(dx, dy) {
    this.camera.x += dx / this.camera.scale;
    this.camera.y += dy / this.camera.scale;
    this.draw();
  }

  /** Zooms about a point of the screen, or the middle. */
  zoom(factor, at = null) {
    const { camera } = this;
    const frame = this.root.getBoundingClientRect();
    const [dx, dy] = at
      ? [at.clientX - frame.left - frame.width / 2, at.clientY - frame.top - frame.height / 2]
      : [0, 0];
    const scale = Math.min(60, Math.max(0.2, camera.scale * factor));
    camera.x += dx / camera.scale - dx / scale;
    camera.y += dy / camera.scale - dy / scale;
    camera.scale = scale;
    this.draw();
  }
}
