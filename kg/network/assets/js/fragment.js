// The view in the address bar: what is shown can be bookmarked and shared.

import { NO_FILTERS } from "./filters.js";
import { KINDS, STATUSES } from "./model.js";

export const VIEWS = ["states", "officials", "events", "map"];
const LISTS = { states: "state", officials: "official", kinds: "kind", statuses: "status" };

/** "view=states&state=KR,JP&from=2026-01" for a state of the page; defaults are left out. */
export function toFragment(state) {
  const parts = new URLSearchParams();
  parts.set("view", state.view);
  for (const [field, name] of Object.entries(LISTS)) {
    if (state.filters[field].length) parts.set(name, state.filters[field].join(","));
  }
  const { from, to, sources, text } = state.filters;
  if (from) parts.set("from", from);
  if (to) parts.set("to", to);
  if (sources > 1) parts.set("sources", String(sources));
  if (text) parts.set("q", text);
  if (state.selected) parts.set("sel", state.selected);
  if (state.near) parts.set("near", state.near);
  if (state.colour !== "type") parts.set("colour", state.colour);
  return parts.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
}

/** The state of the page that a fragment asks for; what it does not know or cannot read is left out. */
export function fromFragment(fragment, start) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const list = (name) => (parts.get(name) || "").split(",").filter(Boolean);
  const month = (name) => (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(parts.get(name) || "") ? parts.get(name) : null);
  const view = parts.get("view");
  return {
    view: VIEWS.includes(view) ? view : start,
    selected: parts.get("sel"),
    near: parts.get("near"),
    colour: parts.get("colour") === "community" ? "community" : "type",
    filters: {
      ...NO_FILTERS,
      states: list("state"),
      officials: list("official"),
      kinds: list("kind").filter((kind) => KINDS.includes(kind)),
      statuses: list("status").filter((status) => STATUSES.includes(status)),
      from: month("from"),
      to: month("to"),
      sources: Math.max(1, Math.floor(Number(parts.get("sources")) || 1)),
      text: parts.get("q") || "",
    },
  };
}
