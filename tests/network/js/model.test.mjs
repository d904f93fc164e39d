import assert from "node:assert/strict";
import { test } from "node:test";

import {
  facet,
  isOpen,
  lineOf,
  neighbourhood,
  NO_FILTERS,
  passes,
  visible,
} from "../../../kg/network/assets/js/filters.js";
import { buildModel } from "../../../kg/network/assets/js/model.js";
import { suggest } from "../../../kg/network/assets/js/search.js";
import { exampleData } from "./example.mjs";

const model = buildModel(exampleData());
const [talks, call, visit] = model.events;
const kept = (changes) =>
  model.events.filter((event) => passes(event, { ...NO_FILTERS, ...changes })).map((event) => event.id);

test("records know each other", () => {
  assert.deepEqual(
    talks.parts.map((part) => part.official.label),
    ["Ann Örn", "Bob Ito"],
  );
  assert.deepEqual(model.byId.get("official/ann").events, [talks, call]);
  assert.deepEqual(model.byId.get("place/yokosuka").events, [talks]);
  assert.equal(talks.quotes[0].article.publisher, "The Harbour Gazette");
  assert.equal(model.byId.get("official/ann").posts[0].quotes[0].text, "Minister Ann Örn");
});

test("each filter keeps what it names, all of them together", () => {
  assert.deepEqual(kept({}), ["event/talks", "event/call", "event/visit"]);
  assert.deepEqual(kept({ kinds: ["call", "visit"] }), ["event/call", "event/visit"]);
  assert.deepEqual(kept({ statuses: ["held"] }), ["event/talks"]);
  assert.deepEqual(kept({ states: ["JP"] }), ["event/talks", "event/visit"]);
  assert.deepEqual(kept({ officials: ["ann"] }), ["event/talks", "event/call"]);
  assert.deepEqual(kept({ sources: 2 }), ["event/talks"]);
  assert.deepEqual(kept({ text: "YOKOSUKA met" }), ["event/talks"]);
  assert.deepEqual(kept({ states: ["JP"], statuses: ["cancelled"] }), ["event/visit"]);
});

test("a period leaves out what lies outside it and what has no date", () => {
  assert.deepEqual(kept({ from: "2026-02" }), ["event/call"]);
  assert.deepEqual(kept({ to: "2026-01" }), ["event/talks"]);
  assert.deepEqual(kept({ from: "2026", to: "2026" }), ["event/talks", "event/call"]);
});

test("a view shows nodes with passing events and the lines between them", () => {
  const shown = visible(model.views.events, [1, 0, 0]);
  assert.deepEqual(
    [...shown.nodes.keys()].map((node) => node.id),
    ["event/talks", "official/ann", "official/bob", "place/yokosuka"],
  );
  assert.equal(shown.edges.length, 3);
  const near = visible(model.views.events, [1, 1, 1], "event/call");
  assert.deepEqual(
    [...near.nodes.keys()].map((node) => node.id),
    ["event/call", "official/ann"],
  );
  assert.equal(neighbourhood(model.views.events, "event/nowhere"), null);
});

test("lines tell what took place from what is to come and what did not", () => {
  assert.equal(lineOf([visit, talks]), "solid");
  assert.equal(lineOf([visit, call]), "dashed");
  assert.equal(lineOf([visit]), "dotted");
});

test("choices are counted as if their own field were open", () => {
  const counts = facet(model, { ...NO_FILTERS, kinds: ["call"] }, "kinds", (event) => [event.kind]);
  assert.deepEqual(
    [...counts],
    [
      ["meeting", 1],
      ["call", 1],
      ["visit", 1],
    ],
  );
  assert.ok(isOpen({ ...NO_FILTERS, kinds: [] }));
  assert.ok(!isOpen({ ...NO_FILTERS, from: "2026-01" }));
});

test("suggestions ignore accents and case, and know other forms of a name", () => {
  const records = [...model.states, ...model.officials, ...model.events];
  assert.deepEqual(
    suggest(records, "orn").map((record) => record.id),
    ["official/ann"],
  );
  assert.deepEqual(
    suggest(records, "b. it").map((record) => record.id),
    ["official/bob"],
  );
  assert.deepEqual(
    suggest(records, "kr").map((record) => record.id),
    ["state/KR"],
  );
  assert.deepEqual(suggest(records, "  "), []);
});
