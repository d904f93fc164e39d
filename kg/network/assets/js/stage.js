// One view on its canvas: vis-network holds nodes, camera and physics; lines and labels are painted by us.

import { drawCodes, drawLabels, drawLines, distanceToLine, groupLines, placeLabels } from "./paint.js";
import { drawShape, STATUS_LOOKS } from "./shapes.js";
import { colourOf } from "./theme.js";

const FULL = STATUS_LOOKS.held;
const MANY = 1500; // nodes from which a moving picture is drawn more simply

export class Stage {
  /** `view` is of the model; `on` has select(node id, edge), hover(shown, point) and covers(): boxes in the way. */
  constructor(container, view, on) {
    Object.assign(this, { container, view, on, nodes: [], groups: [], shown: null, labels: [], moving: false });
    this.look = { selected: null, focus: null, near: null, colour: "type", colours: null };
    this.data = null;
  }

  /** Shows what passes the filters. The first call builds the network. */
  show(shown, look) {
    const first = !this.network;
    this.shown = shown;
    this.look = look;
    this.nodes = [...shown.nodes.keys()].sort((one, other) => other.rank - one.rank || one.position - other.position);
    this.near = look.focus ? this.closeTo(look.focus) : null;
    this.groups = groupLines(shown.edges, look.focus);
    if (first) this.build();
    else this.hideOthers();
    this.resize();
    if (first) this.fit(); // asks for a drawing itself
    if (first && look.focus) this.approach();
    else this.draw();
  }

  /** Draws once before the next frame, however often it is asked for: 5,000 nodes take 0.1 s each time. */
  draw() {
    this.asked ??= requestAnimationFrame(() => {
      this.asked = null;
      this.network.redraw();
    });
  }

  /** Follows the container at once: vis-network itself looks only now and then. */
  resize() {
    const { width, height } = this.size;
    const [before, now] = [this.known, `${width} ${height}`];
    this.known = now;
    if (before && before !== now) this.network.setSize("100%", "100%");
  }

  closeTo(focus) {
    const close = new Set();
    for (const { edge } of this.shown.edges) {
      if (edge.id === focus || edge.a.id === focus || edge.b.id === focus) close.add(edge.a).add(edge.b);
    }
    const own = this.view.byId.get(focus);
    if (own) close.add(own);
    return close;
  }

  build() {
    const upright = this.size.height > 1.25 * this.size.width; // layouts are made for wide screens: turned on tall ones
    const nodes = this.view.nodes.map((node) => ({
      id: node.id,
      x: upright ? node.y : node.x,
      y: upright ? node.x : node.y,
      size: node.size,
      shape: "custom",
      hidden: !this.shown.nodes.has(node),
      ctxRenderer: ({ ctx, x, y }) => this.nodeRenderer(ctx, node, x, y),
    }));
    this.data = { nodes: new vis.DataSet(nodes), edges: new vis.DataSet([]) };
    this.network = new vis.Network(this.container, this.data, { ...this.view.options, autoResize: true });
    for (const node of this.view.nodes) node.body = this.network.body.nodes[node.id];
    this.network.on("beforeDrawing", (ctx) => this.paintBelow(ctx));
    this.network.on("afterDrawing", (ctx) => this.paintAbove(ctx));
    this.network.on("click", (event) => this.click(event));
    for (const name of ["dragging", "zoom"]) this.network.on(name, () => this.move());
    this.container.addEventListener("pointermove", (event) => this.pointAt(event));
    this.container.addEventListener("pointerleave", () => this.on.hover(null));
  }

  /** Hides what does not pass. DataSet.update reads all options of a node anew: half a second at 5,000. */
  hideOthers() {
    let changed = false;
    for (const node of this.view.nodes) {
      const hidden = !this.shown.nodes.has(node);
      changed ||= node.body.options.hidden !== hidden;
      node.body.options.hidden = hidden;
    }
    if (changed) this.network.body.emitter.emit("_dataUpdated");
  }

  nodeRenderer(ctx, node, x, y) {
    const { colours, colour, selected } = this.look;
    const side = node.size * 2;
    return {
      nodeDimensions: { width: side, height: side },
      drawNode: () => {
        const paint = colourOf(colours, node, colour);
        ctx.globalAlpha = this.faded(node) ? 0.22 : 1;
        if (this.moving && this.nodes.length > MANY) {
          ctx.fillStyle = paint;
          ctx.fillRect(x - node.size * 0.8, y - node.size * 0.8, node.size * 1.6, node.size * 1.6);
        } else {
          const look = node.record.type === "event" ? STATUS_LOOKS[node.record.status] || FULL : FULL;
          if (node.id === selected)
            drawShape(
              ctx,
              node.shape,
              x,
              y,
              node.size + 6 / this.scale,
              { full: false },
              colours.accent,
              colours.ground,
              3 / this.scale,
            );
          drawShape(ctx, node.shape, x, y, node.size, look, paint, colours.ground, 2);
        }
        ctx.globalAlpha = 1;
      },
    };
  }

  faded(node) {
    return this.near !== null && !this.near.has(node);
  }

  get scale() {
    return this.network ? this.network.getScale() : 1;
  }

  get size() {
    return { width: this.container.clientWidth, height: this.container.clientHeight };
  }

  /** The visible part in canvas units. */
  get box() {
    const { x, y } = this.network.getViewPosition();
    const { width, height } = this.size;
    const [wide, high] = [width / 2 / this.scale, height / 2 / this.scale];
    return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
  }

  /** A node's place in pixels of the container. */
  pixel(node, box = this.box, scale = this.scale) {
    return { x: (node.body.x - box.left) * scale, y: (node.body.y - box.top) * scale };
  }

  paintBelow(ctx) {
    const { colours, focus } = this.look;
    const moving = this.moving && this.shown.edges.length > MANY;
    drawLines(ctx, this.groups, { at: (node) => node.body, box: this.box, scale: this.scale, colours, focus, moving });
  }

  paintAbove(ctx) {
    const [box, scale, { colours, selected }] = [this.box, this.scale, this.look];
    const ratio = ctx.canvas.width / this.container.clientWidth;
    const pixel = (node) => this.pixel(node, box, scale);
    const faded = (node) => this.faded(node);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const named = this.nodes.filter((node) => node.record.code);
    drawCodes(ctx, named, { pixel, scale, colours, faded });
    if (!this.moving || this.nodes.length <= 400) {
      const first = (node) => (node.id === selected ? 2 : this.near.has(node) ? 1 : 0);
      const order = this.near ? [...this.nodes].sort((one, other) => first(other) - first(one)) : this.nodes;
      const most = this.nodes.length > 600 && scale < 0.4 ? 45 : 160;
      this.labels = placeLabels(ctx, order, {
        pixel,
        scale,
        ...this.size,
        selected,
        near: this.near,
        taken: this.taken(pixel, scale),
        most,
      });
      drawLabels(ctx, this.labels, colours, faded);
    }
    ctx.restore();
  }

  /** Boxes that no label may cover: buttons and legend, and the nodes where they are few enough to see. */
  taken(pixel, scale) {
    const frame = this.container.getBoundingClientRect();
    const covers = this.on
      .covers()
      .map((box) => ({
        left: box.left - frame.left,
        right: box.right - frame.left,
        top: box.top - frame.top,
        bottom: box.bottom - frame.top,
      }));
    if (this.nodes.length > 600) return covers;
    return covers.concat(
      this.nodes.map((node) => {
        const [{ x, y }, reach] = [pixel(node), node.size * scale];
        return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
      }),
    );
  }

  /** While the picture moves less is drawn; 160 ms after the last move all of it. */
  move() {
    this.moving = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.moving = false;
      this.draw();
    }, 160);
  }

  click(event) {
    const id = event.nodes[0] ?? this.network.getNodeAt(event.pointer.DOM);
    if (id !== undefined) this.on.select(id, null);
    else this.on.select(null, this.edgeAt(event.pointer.canvas));
  }

  /** The line within 6 pixels of a point (canvas units), or null. */
  edgeAt(point) {
    let best = null;
    let nearest = 6 / this.scale;
    for (const shown of this.shown.edges) {
      const distance = distanceToLine(point, shown.edge.a.body, shown.edge.b.body);
      if (distance < nearest) [best, nearest] = [shown, distance];
    }
    return best;
  }

  pointAt(event) {
    if (this.moving || event.pointerType === "touch") return;
    const frame = this.container.getBoundingClientRect();
    const point = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    const id = this.network.getNodeAt(point);
    const few = this.shown.edges.length <= MANY;
    const found = id !== undefined ? this.view.byId.get(id) : few ? this.edgeAt(this.network.DOMtoCanvas(point)) : null;
    this.container.style.cursor = found ? "pointer" : "";
    this.on.hover(found, point);
  }

  /** Puts everything that is shown (or only some nodes) in the middle, as large as fits. */
  fit(nodes = this.nodes, most = 1.5) {
    if (!nodes.length) return;
    const xs = nodes.map((node) => node.body.x);
    const ys = nodes.map((node) => node.body.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { width, height } = this.size;
    const scale = Math.max(
      0.02,
      Math.min((width - 130) / (right - left + 40), (height - 110) / (bottom - top + 40), most),
    );
    const lower = 22 / scale; // the legend's line lies over the foot of the picture
    this.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + lower }, scale });
  }

  /** Comes close to what is selected and what it is linked to. */
  approach() {
    const near = this.near ? [...this.near].filter((node) => this.shown.nodes.has(node)) : [];
    if (near.length && (this.scale < 0.75 || near.some((node) => !this.inside(node)))) this.fit(near, 1);
  }

  inside(node) {
    const [{ x, y }, { width, height }] = [this.pixel(node), this.size];
    return x > 20 && y > 20 && x < width - 20 && y < height - 20;
  }

  /** Brings a node into sight without changing more than needed. */
  reveal(id) {
    const node = this.view.byId.get(id);
    if (!node?.body) return;
    const { x, y } = this.pixel(node);
    const { width, height } = this.size;
    if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
    this.network.moveTo({ position: { x: node.body.x, y: node.body.y } });
  }

  zoom(factor) {
    this.move();
    this.network.moveTo({ scale: Math.min(8, Math.max(0.02, this.scale * factor)) });
  }

  pan(dx, dy) {
    this.move();
    const { x, y } = this.network.getViewPosition();
    this.network.moveTo({ position: { x: x + dx / this.scale, y: y + dy / this.scale } });
  }

  /** Lets the springs of vis-network move the nodes, or stops them. */
  setPhysics(on) {
    this.data.edges.clear();
    if (on)
      this.data.edges.add(
        this.shown.edges.map(({ edge }, id) => ({ id, from: edge.a.id, to: edge.b.id, hidden: true })),
      );
    this.network.setOptions({ physics: { enabled: on } });
    if (on) this.network.startSimulation();
    else this.network.stopSimulation();
  }
}
