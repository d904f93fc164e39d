// The page's data, read back from its compact form: records that know each other.

import { monthOf } from "./dates.js";

export const KINDS = ["meeting", "call", "visit", "agreement"];
export const STATUSES = ["held", "ongoing", "planned", "proposed", "postponed", "cancelled", "denied"];

/** Builds the model from the JSON that Python wrote (see kg/network/payload.py). */
export function buildModel(data) {
  const articles = data.articles.map(([id, title, publisher, date, url]) => ({
    id,
    title,
    publisher: data.publishers[publisher],
    date,
    url,
  }));
  const model = { ...data, articles, byId: new Map(), stateByCode: new Map() };
  model.states = data.states.map((state) => ({ ...state, type: state.type || "state", events: [] }));
  model.officials = data.officials.map((official) => ({ names: [], ...official, type: "official", events: [] }));
  model.places = data.places.map((place) => ({ ...place, type: "place", events: [] }));
  for (const state of model.states) model.stateByCode.set(state.code, state);
  model.events = data.events.map((event, index) => buildEvent(model, event, index));
  for (const list of [model.states, model.officials, model.places, model.events]) {
    for (const record of list) model.byId.set(record.id, record);
  }
  for (const event of model.events) link(event);
  for (const official of model.officials) {
    official.state = official.state === null ? null : model.states[official.state];
    for (const post of official.posts) post.quotes = readQuotes(model, post.quotes);
  }
  model.views = {};
  for (const [name, network] of Object.entries(data.networks)) model.views[name] = buildView(model, network, name);
  return model;
}

function buildEvent(model, raw, index) {
  const at = (list, positions) => (positions || []).map((position) => list[position]);
  const event = {
    ...raw,
    index,
    type: "event",
    articles: raw.articles || 0,
    disagrees: raw.disagrees || [],
    parties: at(model.states, raw.parties),
    places: at(model.places, raw.places),
    quotes: readQuotes(model, raw.quotes),
    parts: (raw.parts || []).map(([official, state, capacity, role]) => ({
      official: official === null ? null : model.officials[official],
      state: state === null ? null : model.states[state],
      capacity,
      role,
    })),
    stated: (raw.stated || []).map(([property, value, count, sources]) => ({
      property,
      value,
      count,
      sources: at(model.articles, sources),
    })),
    from: monthOf(raw.begin),
    to: monthOf(raw.end || raw.begin, true),
    whole: raw.partOf || [],
  };
  Object.defineProperty(event, "search", { get: () => (event.words ??= searchText(event)) }); // made when first searched
  return event;
}

function readQuotes(model, quotes) {
  return (quotes || []).map(([article, start, text]) => ({ article: model.articles[article], start, text }));
}

/** Everything that the text filter looks at; the same parts as kg/network/graph.py. */
function searchText(event) {
  const people = event.parts.flatMap((part) => (part.official ? [part.official.label] : []));
  const near = [...event.parties, ...event.places].map((record) => record.label);
  const words = event.quotes.map((quote) => quote.text);
  return [event.label, event.topic || "", ...people, ...near, ...words].join("\n").toLowerCase();
}

function link(event) {
  const near = new Set([...event.parties, ...event.places]);
  for (const part of event.parts) {
    if (part.official) near.add(part.official);
    if (part.state) near.add(part.state);
  }
  for (const record of near) record.events.push(event);
}

function buildView(model, network, name) {
  const nodes = network.nodes.map((node, position) => {
    const record = model.byId.get(node.id);
    return { ...node, record, position, name: record.label, edges: [], rank: 0 };
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = network.edges.map((edge, position) => {
    const [a, b] = [byId.get(edge.from), byId.get(edge.to)];
    const own = edge.events || [(a.record.type === "event" ? a : b).record.index];
    const built = {
      id: `${edge.from} ${edge.to}`,
      a,
      b,
      position,
      type: edge.type || (edge.events ? "pair" : "participation"),
      events: own.map((index) => model.events[index]),
    };
    a.edges.push(built);
    b.edges.push(built);
    return built;
  });
  for (const node of nodes) node.rank = rank(node);
  return { name, nodes, edges, byId, options: network.options };
}

/** Which label comes first where there is room for one: states, then the much linked, events last. */
function rank(node) {
  const base = { state: 300, body: 300, official: 200, place: 100, event: 0 }[node.record.type];
  const linked = node.edges.reduce((sum, edge) => sum + edge.events.length, 0);
  return base + Math.min(linked, 99);
}
