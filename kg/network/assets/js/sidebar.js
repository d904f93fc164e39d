// The filters, each choice with the number of events that it would give, and the list of what is shown.

import { el, put } from "./dom.js";
import { facet, slug } from "./filters.js";
import { typeIcon } from "./icons.js";
import { KINDS, STATUSES } from "./model.js";
import { counted, STATUS_NAMES, TYPE_NAMES, typeName } from "./words.js";

const TOP = 8; // choices shown before "more"
const LIST_MOST = 300; // rows in the list of what is shown

export class Sidebar {
  /** `on` has filter(changes), reset() and select(id). */
  constructor(root, model, on) {
    Object.assign(this, { model, on, open: new Set() });
    this.filters = root.querySelector("#filter-fields");
    this.list = root.querySelector("#results");
    this.listTitle = root.querySelector("#results-title");
    this.reset = root.querySelector("#reset");
    this.reset.addEventListener("click", () => on.reset());
  }

  /** Draws what has changed; `scope` names view and neighbourhood, which with the filters decide what is shown. */
  show(filters, shown, selected, scope) {
    if (filters !== this.drawn) this.fields(filters);
    if (filters !== this.drawn || scope !== this.scope) this.rows(shown);
    [this.drawn, this.scope] = [filters, scope];
    this.list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (selected) this.list.querySelector(`[data-id="${CSS.escape(selected)}"]`)?.setAttribute("aria-current", "true");
  }

  /** The fields of all filters; the focused choice keeps the focus. */
  fields(filters) {
    const focused = document.activeElement?.id;
    const { model } = this;
    const states = new Map(model.states.map((state) => [state.code, state.label]));
    const officials = new Map(model.officials.map((official) => [slug(official), official.label]));
    put(
      this.filters,
      this.choices(
        "kinds",
        "Kind",
        KINDS.map((kind) => [kind, TYPE_NAMES[kind], typeIcon(kind)]),
        filters,
        (event) => [event.kind],
      ),
      this.choices(
        "statuses",
        "Status",
        STATUSES.map((status) => [status, STATUS_NAMES[status], typeIcon("meeting", status)]),
        filters,
        (event) => [event.status],
      ),
      this.ranked("states", "States and bodies", states, filters, (event) => event.parties.map((state) => state.code)),
      this.ranked("officials", "Officials", officials, filters, (event) =>
        event.parts.filter((part) => part.official).map((part) => slug(part.official)),
      ),
      this.sources(filters),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  /** A field with fixed choices; choices that lead nowhere are left out unless chosen. */
  choices(field, title, all, filters, valuesOf) {
    const counts = facet(this.model, filters, field, valuesOf);
    const rows = all.filter(([value]) => counts.get(value) || filters[field].includes(value));
    return this.field(
      title,
      rows.map(([value, name, icon]) => this.row(field, value, name, counts.get(value) || 0, filters, icon)),
    );
  }

  /** A field with many choices: the chosen and the most frequent ones first, the others on request. */
  ranked(field, title, names, filters, valuesOf) {
    const counts = facet(this.model, filters, field, valuesOf);
    const chosen = (value) => filters[field].includes(value);
    const all = [...names].filter(([value]) => counts.get(value) || chosen(value));
    all.sort(
      ([one], [other]) =>
        chosen(other) - chosen(one) ||
        (counts.get(other) || 0) - (counts.get(one) || 0) ||
        (names.get(one) < names.get(other) ? -1 : 1),
    );
    const most = this.open.has(field) ? all.length : TOP;
    const rows = all
      .slice(0, most)
      .map(([value, name]) => this.row(field, value, name, counts.get(value) || 0, filters, null));
    const toggle = () => {
      if (!this.open.delete(field)) this.open.add(field);
      this.on.filter({});
    };
    const more =
      all.length > TOP
        ? el(
            "button",
            { type: "button", class: "more", id: `more-${field}`, on: { click: toggle } },
            this.open.has(field) ? "Show fewer" : `Show all ${all.length}`,
          )
        : null;
    return this.field(title, [...rows, more]);
  }

  field(title, rows) {
    return rows.filter(Boolean).length ? el("fieldset", {}, el("legend", {}, title), rows) : null;
  }

  row(field, value, name, count, filters, icon) {
    const checked = filters[field].includes(value);
    const id = `choice-${field}-${value}`;
    const change = () =>
      this.on.filter({
        [field]: checked ? filters[field].filter((each) => each !== value) : [...filters[field], value],
      });
    const box = el("input", { type: "checkbox", id, checked, on: { change } });
    return el(
      "label",
      { class: "choice", for: id },
      box,
      icon,
      el("span", { class: "name" }, name),
      el("span", { class: "count" }, String(count)),
    );
  }

  sources(filters) {
    const most = Math.max(1, ...this.model.events.map((event) => event.articles));
    if (most < 2) return null;
    const input = el("input", {
      type: "range",
      id: "sources",
      min: 1,
      max: most,
      value: Math.min(filters.sources, most),
      step: 1,
      "aria-valuetext": counted(filters.sources, "article"),
    });
    input.addEventListener("input", () => this.on.filter({ sources: Number(input.value) }));
    return this.field("Told by", [
      el("label", { class: "slider", for: "sources" }, `at least ${counted(filters.sources, "article")}`, input),
    ]);
  }

  /** What the view shows, most linked first: the way through the network for keyboard and screen reader. */
  rows(shown) {
    const nodes = [...shown.nodes].sort(
      ([one, many], [other, more]) =>
        (one.record.type === "event") - (other.record.type === "event") ||
        more - many ||
        (one.name < other.name ? -1 : 1),
    );
    this.listTitle.textContent = `In this view (${nodes.length.toLocaleString("en")})`;
    const rows = nodes
      .slice(0, LIST_MOST)
      .map(([{ record }, count]) =>
        el(
          "li",
          {},
          el(
            "button",
            { type: "button", class: "row", "data-id": record.id, on: { click: () => this.on.select(record.id) } },
            typeIcon(record.type === "event" ? record.kind : record.type, record.status),
            el("span", { class: "name" }, record.label),
            record.type === "event"
              ? null
              : el("span", { class: "count", title: counted(count, "event") }, String(count)),
            el("span", { class: "unseen" }, `, ${typeName(record)}`),
          ),
        ),
      );
    const rest = nodes.length - rows.length;
    put(
      this.list,
      rows,
      rest > 0
        ? el("li", { class: "quiet" }, `and ${rest.toLocaleString("en")} more: filter or search to reach them`)
        : null,
    );
  }
}
