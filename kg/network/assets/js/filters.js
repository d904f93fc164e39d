// Which events pass, and what a view shows of them. The same rules as kg/network/filters.py.

import { monthOf } from "./dates.js";

export const NO_FILTERS = Object.freeze({
  states: [],
  officials: [],
  kinds: [],
  statuses: [],
  from: null,
  to: null,
  sources: 1,
  text: "",
});

/** Whether an event passes; `skip` names a field to leave out (to count what a choice would give). */
export function passes(event, filters, skip = "") {
  const wanted = (name) => skip !== name && filters[name].length > 0;
  if (wanted("kinds") && !filters.kinds.includes(event.kind)) return false;
  if (wanted("statuses") && !filters.statuses.includes(event.status)) return false;
  if (wanted("states") && !event.parties.some((state) => filters.states.includes(state.code))) return false;
  if (
    wanted("officials") &&
    !event.parts.some((part) => part.official && filters.officials.includes(slug(part.official)))
  )
    return false;
  if (skip !== "sources" && event.articles < filters.sources) return false;
  if (skip !== "period" && !inPeriod(event, filters)) return false;
  return filters.text === "" || hasWords(event.search, filters.text);
}

/** The last part of a record's id. */
export function slug(record) {
  return record.id.slice(record.id.indexOf("/") + 1);
}

function inPeriod(event, { from, to }) {
  if (from === null && to === null) return true;
  if (event.from === null) return false;
  return (to === null || event.from <= monthOf(to, true)) && (from === null || event.to >= monthOf(from));
}

function hasWords(search, text) {
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => search.includes(word));
}

/** True when nothing is filtered. */
export function isOpen(filters) {
  return Object.keys(NO_FILTERS).every((name) => String(filters[name]) === String(NO_FILTERS[name]));
}

/** Shown nodes (position → number of passing events) and edges (with theirs) of a view. */
export function visible(view, passing, near = null) {
  const close = near ? neighbourhood(view, near) : null;
  const nodes = new Map();
  for (const node of view.nodes) {
    if (close && !close.has(node)) continue;
    const count = node.record.type === "event" ? passing[node.record.index] : total(node.record.events, passing);
    if (count) nodes.set(node, count);
  }
  const edges = [];
  for (const edge of view.edges) {
    if (!nodes.has(edge.a) || !nodes.has(edge.b)) continue;
    const events = edge.events.filter((event) => passing[event.index]);
    if (events.length) edges.push({ edge, events, line: lineOf(events) });
  }
  return { nodes, edges };
}

/** A node and those that it is linked to. */
export function neighbourhood(view, id) {
  const node = view.byId.get(id);
  return node ? new Set([node, ...node.edges.flatMap((edge) => [edge.a, edge.b])]) : null;
}

function total(events, passing) {
  let sum = 0;
  for (const event of events) sum += passing[event.index];
  return sum;
}

/** "solid" when something took place, "dashed" when it is to come, "dotted" when it did not. */
export function lineOf(events) {
  const firm = (event) => event.status === "held" || event.status === "ongoing";
  if (events.some(firm)) return "solid";
  return events.some((event) => !["cancelled", "denied"].includes(event.status)) ? "dashed" : "dotted";
}

/** How many events each choice of a field would give, all other fields as they are. */
export function facet(model, filters, field, valuesOf) {
  const counts = new Map();
  for (const event of model.events) {
    if (!passes(event, filters, field)) continue;
    for (const value of new Set(valuesOf(event))) counts.set(value, (counts.get(value) || 0) + 1);
  }
  return counts;
}
