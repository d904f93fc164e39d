// The period: a histogram of months with two handles, a player, and the days of what is selected.

import { dateName, histogram, monthName, monthOf, monthText, span } from "./dates.js";
import { el, put, svg } from "./dom.js";
import { sign } from "./icons.js";
import { counted } from "./words.js";

const STEP_MS = 1100; // how long each month stays while playing

export class Timeline {
  /** `on` has period(from, to) with month texts or nulls, and select(id). */
  constructor(root, model, on) {
    Object.assign(this, { root, model, on, playing: 0, span: span(model.events) });
    root.hidden = !this.span || this.span[0] === this.span[1];
    if (!root.hidden) this.build();
  }

  build() {
    const [first, last] = this.span;
    const range = (id, label) =>
      el("input", { type: "range", id, min: first, max: last, step: 1, "aria-label": label });
    this.from = range("from", "First month");
    this.to = range("to", "Last month");
    this.from.addEventListener("input", () => this.moved(this.from));
    this.to.addEventListener("input", () => this.moved(this.to));
    this.play = el("button", {
      type: "button",
      id: "play",
      on: { click: () => (this.playing ? this.stop() : this.start()) },
    });
    this.label = el("output", { id: "period", for: "from to" });
    this.note = el("span", { class: "count" });
    this.all = el(
      "button",
      {
        type: "button",
        class: "link",
        on: {
          click: () => {
            this.stop();
            this.on.period(null, null);
          },
        },
      },
      "All dates",
    );
    this.strip = svg("svg", {
      class: "strip",
      role: "group",
      "aria-label": "Events of the selection in time",
      viewBox: "0 0 1000 16",
      preserveAspectRatio: "none",
    });
    this.bars = svg("svg", {
      class: "bars",
      viewBox: "0 0 1000 100",
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    });
    this.axis = el("div", { class: "axis", "aria-hidden": "true" }, this.ticks());
    put(
      this.root,
      el("div", { class: "player" }, this.play, el("div", {}, this.label, this.note, this.all)),
      el(
        "div",
        { class: "track" },
        this.strip,
        this.bars,
        el("div", { class: "handles" }, this.from, this.to),
        this.axis,
      ),
    );
    // A handle stands below the middle of its month's bar.
    this.root.querySelector(".handles").style.marginInline = `${50 / (last - first + 1)}%`;
    this.sign();
  }

  /** Names below some of the bars, at most eight. */
  ticks() {
    const [first, last] = this.span;
    const count = last - first + 1;
    const step = Math.ceil(count / 8);
    return Array.from({ length: Math.ceil(count / step) }, (_, index) => {
      const tick = el("span", {}, monthName(first + index * step));
      tick.style.left = `max(28px, ${((index * step + 0.5) / count) * 100}%)`; // the first name stays inside
      return tick;
    });
  }

  /** Draws bars and handles; `selection` are the events of what is selected. */
  show(filters, keep, selection, undated) {
    if (this.root.hidden) return;
    const [first, last] = this.span;
    const [from, to] = [filters.from ? monthOf(filters.from) : first, filters.to ? monthOf(filters.to, true) : last];
    this.from.value = from;
    this.to.value = to;
    for (const input of [this.from, this.to]) input.setAttribute("aria-valuetext", monthName(Number(input.value)));
    const whole = !filters.from && !filters.to;
    this.label.textContent = from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`;
    this.note.textContent = !whole && undated ? `${counted(undated, "undated event")} hidden` : "";
    this.all.hidden = whole;
    this.drawBars(histogram(this.model.events, this.span, keep), from - first, to - first);
    this.drawStrip(selection);
  }

  drawBars(bars, from, to) {
    const most = Math.max(1, ...bars.map(([firm, open]) => firm + open));
    const wide = 1000 / bars.length;
    put(
      this.bars,
      bars.flatMap(([firm, open], index) => {
        const inside = index >= from && index <= to ? "" : " outside";
        const bar = (kind, count, below) =>
          count
            ? svg("rect", {
                class: kind + inside,
                x: index * wide + wide * 0.08,
                width: wide * 0.84,
                y: 100 - ((below + count) / most) * 100,
                height: (count / most) * 100,
              })
            : null;
        return [bar("firm", firm, 0), bar("open", open, firm)];
      }),
    );
  }

  drawStrip(selection) {
    const [first, last] = this.span;
    const dated = (selection || []).filter((event) => event.from !== null);
    this.strip.classList.toggle("empty", dated.length === 0);
    put(
      this.strip,
      dated.slice(0, 400).map((event) => {
        const day = Number((event.begin || "").slice(8, 10) || 15);
        const x = ((event.from - first + day / 31) / (last - first + 1)) * 1000;
        const held = event.status === "held" || event.status === "ongoing";
        const title = svg("title", {}, `${dateName(event.edtf)}: ${event.label}`);
        return svg(
          "line",
          {
            class: `tick type-${event.kind}`,
            x1: x,
            x2: x,
            y1: held ? 1 : 8,
            y2: 15,
            "stroke-dasharray": held ? null : "2 2",
            on: { click: () => this.on.select(event.id) },
          },
          title,
        );
      }),
    );
  }

  /** One handle was moved: it may not pass the other. */
  moved(input) {
    this.stop();
    let [from, to] = [Number(this.from.value), Number(this.to.value)];
    if (from > to) [from, to] = input === this.from ? [from, from] : [to, to];
    this.send(from, to);
  }

  send(from, to) {
    const [first, last] = this.span;
    this.on.period(from === first ? null : monthText(from), to === last ? null : monthText(to));
  }

  start() {
    const [first, last] = this.span;
    const [from, to] = [Number(this.from.value), Number(this.to.value)];
    let month = from === to && from < last ? from : first;
    const step = () => {
      this.on.period(monthText(month), monthText(month));
      month += 1;
      if (month > last) this.stop();
    };
    this.playing = setInterval(step, STEP_MS);
    this.sign();
    step();
  }

  stop() {
    if (!this.playing) return;
    clearInterval(this.playing);
    this.playing = 0;
    this.sign();
  }

  sign() {
    put(this.play, sign(this.playing ? "pause" : "play"), el("span", {}, this.playing ? "Stop" : "Play"));
    this.play.setAttribute("aria-label", this.playing ? "Stop playing" : "Play month by month");
  }
}
