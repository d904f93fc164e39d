// Puts the parts together: one state, shown by all of them, kept in the address bar.

import { el, later, put } from "./dom.js";
import { isOpen, neighbourhood, NO_FILTERS, passes, visible } from "./filters.js";
import { fromFragment, toFragment } from "./fragment.js";
import { sign } from "./icons.js";
import { drawLegend } from "./legend.js";
import { WorldMap } from "./map.js";
import { buildModel } from "./model.js";
import { Panel } from "./panel.js";
import { Search } from "./search.js";
import { Sidebar } from "./sidebar.js";
import { toSparql } from "./sparql.js";
import { Stage } from "./stage.js";
import { isDark, readColours, setDark } from "./theme.js";
import { eventTable, saveCsv, savePng, saveSvg } from "./take.js";
import { Timeline } from "./timeline.js";
import { counted, leftOut } from "./words.js";

const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);

class Page {
  constructor() {
    this.model = buildModel(read("data"));
    this.world = read("world");
    this.stages = {};
    this.state = this.checked(fromFragment(this.fragment, this.model.start));
    this.colours = readColours();
    this.parts();
    this.listen();
    this.update();
    document.documentElement.dataset.ready = "true";
  }

  get fragment() {
    return window.location.hash;
  }

  parts() {
    const select = (id) => this.select(id);
    const filter = (changes) => this.filter(changes);
    const { model } = this;
    this.panel = new Panel(byId("panel"), {
      select,
      near: (id) => this.set({ near: id }, { fit: true }),
      copy: (records, button) => this.copy(records, button),
      close: () => this.select(null),
      event: (index) => model.events[index],
    });
    this.sidebar = new Sidebar(byId("side"), model, {
      filter,
      select,
      reset: () => this.set({ filters: { ...NO_FILTERS }, near: null }, { fit: true }),
    });
    this.timeline = new Timeline(byId("time"), model, { period: (from, to) => filter({ from, to }), select });
    const records = [...model.states, ...model.officials, ...model.places, ...model.events];
    this.search = new Search(byId("search"), byId("suggestions"), records, {
      text: (text) => text !== this.state.filters.text && filter({ text }),
      select,
    });
    this.map = new WorldMap(byId("map"), this.world, model, { select });
    byId("left-out").textContent = [
      leftOut(model.leftOut),
      model.filters ? `Made with: ${model.filters}.` : "",
      model.crowded ? `${counted(model.crowded, "large gathering")} not drawn as lines between all who came.` : "",
    ]
      .filter(Boolean)
      .join(" ");
  }

  listen() {
    for (const button of document.querySelectorAll("[data-view]"))
      button.addEventListener("click", () => this.set({ view: button.dataset.view }));
    const actions = {
      theme: () => this.retheme(!isDark()),
      fit: () => this.canvas.fit(),
      "zoom-in": () => this.canvas.zoom(1.3),
      "zoom-out": () => this.canvas.zoom(1 / 1.3),
      springs: () => this.springs(),
      "open-side": () => this.side(true),
      "close-side": () => this.side(false),
      "save-png": () => savePng(this),
      "save-svg": () => saveSvg(this),
      "save-csv": () => saveCsv(this),
      print: () => window.print(),
    };
    for (const [id, run] of Object.entries(actions)) byId(id).addEventListener("click", run);
    for (const button of document.querySelectorAll("[data-sign]")) button.prepend(sign(button.dataset.sign));
    byId("colour").addEventListener("change", (event) => this.set({ colour: event.target.value }));
    byId("stage").addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("hashchange", () => {
      this.state = this.checked(fromFragment(this.fragment, this.model.start));
      this.update();
    });
    window.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.state.selected) this.select(null);
    });
    window.addEventListener(
      "resize",
      later(() => this.update(), 150),
    );
    window.addEventListener("beforeprint", () => this.onPaper());
    window.addEventListener("afterprint", () => this.wasDark && this.retheme(true));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => this.retheme(event.matches));
    const menu = byId("save");
    menu.addEventListener("focusout", (event) => {
      if (!menu.contains(event.relatedTarget)) menu.open = false;
    });
    menu.querySelector("div").addEventListener("click", () => {
      menu.open = false;
    });
  }

  /** What the address bar asks for and is not there is left out. */
  checked(state) {
    const { model } = this;
    const officials = state.filters.officials.filter((name) => model.byId.has(`official/${name}`));
    const states = state.filters.states.filter((code) => model.stateByCode.has(code));
    const known = (id) => (id && (model.byId.has(id) || id.includes(" ")) ? id : null);
    return {
      ...state,
      selected: known(state.selected),
      near: known(state.near),
      filters: { ...state.filters, officials, states },
    };
  }

  set(changes, { fit = false } = {}) {
    this.state = { ...this.state, ...changes };
    this.update();
    if (fit) this.canvas.fit();
  }

  filter(changes) {
    this.set({ filters: { ...this.state.filters, ...changes } });
  }

  /** Selects a record or a line; from elsewhere than the canvas the picture goes there. */
  select(id, onCanvas = false) {
    this.set({ selected: id, near: id === null ? null : this.state.near });
    if (id === null) return;
    byId("panel-title")?.focus({ preventScroll: true });
    if (this.state.view !== "map" && onCanvas) this.canvas.reveal(id);
    else if (this.state.view !== "map") this.canvas.approach();
    this.side(false);
  }

  get stageView() {
    return this.state.view === "map" ? "events" : this.state.view;
  }

  get canvas() {
    return this.state.view === "map" ? this.map : this.stages[this.state.view];
  }

  /** Brings every part in line with the state. */
  update() {
    const { model, state } = this;
    const view = model.views[this.stageView];
    this.passing = model.events.map((event) => (passes(event, state.filters) ? 1 : 0));
    this.shown = visible(view, this.passing, state.near);
    if (state.view === "map") this.onlyPlaces();
    this.showViews();
    const selection = this.selection();
    this.panel.show(selection, { passing: this.passing, near: state.near });
    this.sidebar.show(state.filters, this.shown, state.selected, `${state.view} ${state.near}`);
    byId("reset").hidden = isOpen(state.filters) && state.near === null;
    const undated = model.events.filter(
      (event) => event.from === null && passes(event, state.filters, "period"),
    ).length;
    this.timeline.show(state.filters, (event) => passes(event, state.filters, "period"), selection?.events, undated);
    this.search.set(state.filters.text);
    this.say();
    try {
      window.history.replaceState(null, "", `#${toFragment(state)}`);
    } catch {
      // a page inside a frame without an address of its own keeps its view to itself
    }
  }

  onlyPlaces() {
    for (const node of [...this.shown.nodes.keys()]) if (node.record.type !== "place") this.shown.nodes.delete(node);
  }

  showViews() {
    const { state } = this;
    document.body.classList.toggle("with-panel", this.selection() !== null);
    document.body.classList.toggle("on-map", state.view === "map");
    document.body.classList.toggle("by-community", state.colour === "community");
    for (const button of document.querySelectorAll("[data-view]"))
      button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
    for (const root of document.querySelectorAll(".canvas"))
      root.hidden = root.id !== `view-${state.view}` && root.id !== state.view;
    byId("colour").value = state.colour;
    byId("empty").hidden = this.passing.some(Boolean);
    const near = state.near ? neighbourhood(this.model.views.events, state.near) : null;
    if (state.view === "map")
      this.map.show(this.passing, state.selected, near && new Set([...near].map((node) => node.record)));
    else this.showStage(state);
    const types = new Set(
      [...this.shown.nodes.keys()].map((node) => (node.record.type === "event" ? node.record.kind : node.record.type)),
    );
    drawLegend(byId("legend-body"), state.view, types);
  }

  showStage({ view, selected, near, colour }) {
    this.stages[view] ??= new Stage(byId(`view-${view}`), this.model.views[view], {
      select: (id, line) => this.select(id ?? line?.edge.id ?? null, true),
      hover: (found, point) => this.hover(found, point),
      covers: () => [...document.querySelectorAll(".camera, .legend")].map((root) => root.getBoundingClientRect()),
    });
    const there = selected && (this.stages[view].view.byId.has(selected) || selected.includes(" "));
    this.stages[view].show(this.shown, {
      selected,
      focus: there ? selected : null,
      near,
      colour,
      colours: this.colours,
    });
  }

  /** The selected record with its events, or the two ends of a line with theirs. */
  selection() {
    const {
      model,
      state: { selected },
    } = this;
    if (!selected) return null;
    const records = selected
      .split(" ")
      .map((id) => model.byId.get(id))
      .filter(Boolean);
    if (!records.length) return null;
    if (records.length === 1) return { records, events: records[0].type === "event" ? records : records[0].events };
    const event = records.find((record) => record.type === "event");
    if (event) return { records: [event], events: [event] };
    const shared = new Set(records[1].events);
    return { records, events: records[0].events.filter((each) => shared.has(each)) };
  }

  say() {
    const events = this.passing.reduce((sum, each) => sum + each, 0);
    const all = this.model.events.length;
    byId("count").textContent =
      events === all ? counted(all, "event") : `${events.toLocaleString("en")} of ${counted(all, "event")}`;
  }

  hover(found, point) {
    const tip = byId("tip");
    tip.hidden = !found;
    if (!found) return;
    const lines = found.edge
      ? [`${found.edge.a.name} – ${found.edge.b.name}`, counted(found.events.length, "event")]
      : [
          found.name,
          found.record.type === "event" ? found.record.status : counted(this.shown.nodes.get(found) || 0, "event"),
        ];
    put(tip, el("strong", {}, lines[0]), el("span", {}, lines[1]));
    tip.style.transform = `translate(${Math.round(point.x + 14)}px, ${Math.round(point.y + 14)}px)`;
  }

  key(event) {
    if (event.target !== byId("stage")) return;
    const pans = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
    if (pans[event.key]) this.canvas.pan(...pans[event.key]);
    else if (event.key === "+" || event.key === "=") this.canvas.zoom(1.3);
    else if (event.key === "-") this.canvas.zoom(1 / 1.3);
    else if (event.key === "0") this.canvas.fit();
    else return;
    event.preventDefault();
  }

  side(open) {
    document.body.classList.toggle("with-side", open);
    byId("open-side").setAttribute("aria-expanded", String(open));
  }

  springs() {
    if (this.state.view === "map") return;
    const on = byId("springs").getAttribute("aria-pressed") !== "true";
    byId("springs").setAttribute("aria-pressed", String(on));
    this.canvas.setPhysics(on);
  }

  retheme(dark) {
    setDark(dark);
    this.colours = readColours();
    byId("theme").setAttribute("aria-pressed", String(isDark()));
    this.update();
  }

  copy(records, button) {
    const text = toSparql(this.model.base, records, this.state.filters);
    let box = byId("sparql");
    if (!box) {
      box = el("textarea", {
        id: "sparql",
        readonly: true,
        rows: 9,
        spellcheck: "false",
        "aria-label": "SPARQL query",
      });
      button.closest(".actions").after(box);
    }
    box.value = text;
    box.select();
    const done = () => {
      button.textContent = "Copied";
    };
    const plainCopy = () => {
      if (document.execCommand("copy")) done();
    };
    if (navigator.clipboard?.writeText) navigator.clipboard.writeText(text).then(done, plainCopy);
    else plainCopy();
  }

  /** The events behind what is shown. */
  shownEvents() {
    if (!this.state.near) return this.model.events.filter((event) => this.passing[event.index]);
    const record = this.model.byId.get(this.state.near);
    return (record.type === "event" ? [record] : record.events).filter((event) => this.passing[event.index]);
  }

  /** Paper is light and has no clicks: it carries the events as a table. */
  onPaper() {
    this.wasDark = isDark();
    if (this.wasDark) {
      this.retheme(false);
      this.canvas.network?.redraw(); // at once: the browser does not wait for the next frame
    }
    put(byId("paper"), eventTable(this.shownEvents().slice(0, 300)));
  }
}

window.networkPage = new Page();
