import assert from "node:assert/strict";
import { test } from "node:test";

import { dateName, histogram, monthName, monthOf, monthText, span } from "../../../kg/network/assets/js/dates.js";
import { safeAddress } from "../../../kg/network/assets/js/dom.js";
import { NO_FILTERS } from "../../../kg/network/assets/js/filters.js";
import { fromFragment, toFragment } from "../../../kg/network/assets/js/fragment.js";
import { boxOf, overlaps, place, shorten } from "../../../kg/network/assets/js/labels.js";
import { cutAtDateLine, pathOf, project } from "../../../kg/network/assets/js/map.js";
import { buildModel } from "../../../kg/network/assets/js/model.js";
import { distanceToLine, groupLines, rankStepper, stepper } from "../../../kg/network/assets/js/paint.js";
import { toCsv, xml } from "../../../kg/network/assets/js/save.js";
import { corners } from "../../../kg/network/assets/js/shapes.js";
import { toSparql } from "../../../kg/network/assets/js/sparql.js";
import { leftOut } from "../../../kg/network/assets/js/words.js";
import { exampleData } from "./example.mjs";

const model = buildModel(exampleData());

test("months count on and come back", () => {
  assert.equal(monthText(monthOf("2026-01-30")), "2026-01");
  assert.equal(monthOf("2025-12") + 1, monthOf("2026-01"));
  assert.equal(monthText(monthOf("2024", true)), "2024-12");
  assert.equal(monthName(monthOf("2026-01")), "Jan 2026");
  assert.equal(monthOf(null), null);
});

test("dates are told with the precision they have", () => {
  assert.equal(dateName("2026-01-09"), "9 Jan 2026");
  assert.equal(dateName("2025-11"), "Nov 2025");
  assert.equal(dateName("2024"), "2024");
  assert.equal(dateName("2026-01-29/2026-01-31"), "29 Jan 2026 – 31 Jan 2026");
  assert.equal(dateName(null), "date unknown");
  assert.equal(dateName("2026-13-01"), "2026-13-01");
  assert.equal(dateName("<b>"), "<b>");
});

test("the histogram counts firm and open events by month", () => {
  const [first, last] = span(model.events);
  assert.deepEqual([monthText(first), monthText(last)], ["2026-01", "2026-03"]);
  assert.deepEqual(
    histogram(model.events, [first, last], () => true),
    [
      [1, 0],
      [0, 0],
      [0, 1],
    ],
  );
  assert.equal(span([]), null);
});

test("a fragment brings the same view back", () => {
  const state = {
    view: "map",
    selected: "official/ann",
    near: "official/ann",
    colour: "community",
    filters: {
      states: ["KR", "JP"],
      officials: ["ann"],
      kinds: ["call"],
      statuses: ["held"],
      from: "2026-01",
      to: "2026-02",
      sources: 2,
      text: "ports & fish=1",
    },
  };
  assert.deepEqual(fromFragment(`#${toFragment(state)}`, "states"), state);
});

test("a fragment that says nonsense opens the usual view", () => {
  const state = fromFragment("#view=attic&kind=party&status=&from=2026-99&sources=-4&colour=pink", "states");
  assert.deepEqual(state, { view: "states", selected: null, near: null, colour: "type", filters: { ...NO_FILTERS } });
});

test("no two labels overlap, and all lie inside", () => {
  let seed = 7;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const candidates = Array.from({ length: 400 }, () => ({
    spots: [
      [next() * 900, next() * 600],
      [next() * 900, next() * 600],
    ],
    width: 40 + next() * 120,
    height: 16,
  }));
  const kept = place(candidates, 900, 600);
  assert.ok(kept.length > 40);
  const boxes = kept.map(boxOf);
  boxes.forEach((box, index) => {
    assert.ok(box.left >= 0 && box.right <= 900 && box.top >= 0 && box.bottom <= 600);
    boxes.slice(index + 1).forEach((other) => assert.ok(!overlaps(box, other)));
  });
  assert.equal(place(candidates, 900, 600, [{ left: 0, right: 900, top: 0, bottom: 600 }]).length, 0);
});

test("long names are cut by letters, not by half letters", () => {
  assert.equal(shorten("Ann", 5), "Ann");
  assert.equal(shorten("😀😀😀😀", 3), "😀😀…");
});

test("only http and https may be followed", () => {
  assert.equal(safeAddress("https://news.example/a b"), "https://news.example/a%20b");
  for (const address of [
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//news.example",
    "",
    null,
  ]) {
    assert.equal(safeAddress(address), null);
  }
});

test("a query names the selection and the filters", () => {
  const filters = {
    ...NO_FILTERS,
    kinds: ["call"],
    statuses: ["held"],
    states: ["KR"],
    officials: ["ann"],
    from: "2026-01",
    to: "2026-02",
    sources: 2,
  };
  const text = toSparql("https://kg.example/", [model.byId.get("official/ann")], filters);
  for (const part of [
    "sem:hasActor <https://kg.example/official/ann>",
    "VALUES ?kind { kg:Call }",
    "VALUES ?status { kg:held }",
    'VALUES ?state { "KR" }',
    "?articles >= 2",
  ]) {
    assert.ok(text.includes(part), part);
  }
  const hostile = toSparql("https://kg.example/", [{ id: "official/x> } DROP ALL #", type: "official" }], NO_FILTERS);
  assert.ok(hostile.includes("<https://kg.example/official/x%3E%20%7D%20DROP%20ALL%20#>"));
});

test("cells that a spreadsheet would run stay text", () => {
  const lines = toCsv("https://kg.example/", [{ ...model.events[0], label: '=HYPERLINK("x")', topic: "a,b" }]).split(
    "\r\n",
  );
  assert.equal(lines.length, 3);
  assert.ok(lines[1].includes(`"'=HYPERLINK(""x"")"`));
  assert.ok(lines[1].includes('"a,b"'));
  assert.ok(lines[1].includes("JP; KR"));
});

test("text in drawings cannot end its element", () => {
  assert.equal(xml('<a b="&">\u0000'), "&lt;a b=&quot;&amp;&quot;&gt;");
});

test("a ring across the date line becomes one on each side", () => {
  const ring = [
    [170, 60],
    [179, 60],
    [-175, 61],
    [-175, 65],
    [170, 66],
  ];
  const [west, east] = cutAtDateLine(ring);
  assert.ok(west.every(([x]) => x >= 170 && x <= 180));
  assert.ok(east.every(([x]) => x >= -180 && x <= -175));
  const plain = [
    [0, 0],
    [10, 0],
    [10, 10],
  ];
  assert.deepEqual(cutAtDateLine(plain), [plain]);
  assert.equal(pathOf([[0]], [[[0, 0]]]), "M0.0,0.0Z");
});

test("the projection keeps the middle, and north above south", () => {
  assert.deepEqual(project(0, 0).map(Math.abs), [0, 0]);
  assert.ok(project(0, 50)[1] < 0 && project(90, 0)[0] > 0);
  assert.ok(Math.abs(project(180, 0)[0] - 500) < 1e-9);
});

test("lines are grouped by look; widths grow with events and never pass the last", () => {
  const widths = stepper(3000);
  assert.equal(widths(1), 0);
  assert.equal(widths(3000), 4);
  assert.equal(stepper(3)(3), 1);
  const ranks = rankStepper([90, ...Array(9).fill(9), ...Array(20).fill(5), ...Array(70).fill(1)]);
  assert.deepEqual([90, 9, 5, 1].map(ranks), [4, 3, 2, 0]);
  assert.equal(rankStepper([4, 4, 4, 4])(4), 0);
  const [a, b, c] = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const edge = (one, other, count, line) => ({
    edge: { id: `${one.id} ${other.id}`, a: one, b: other },
    events: Array(count).fill(0),
    line,
  });
  const groups = groupLines([edge(a, b, 1, "solid"), edge(b, c, 1, "solid"), edge(a, c, 9, "dashed")], "a");
  assert.equal(groups.length, 3);
  assert.equal(groups.filter((group) => group.near).length, 2);
});

test("a point's distance to a line ends at its ends", () => {
  assert.equal(distanceToLine({ x: 5, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 }), 3);
  assert.equal(distanceToLine({ x: 13, y: 4 }, { x: 0, y: 0 }, { x: 10, y: 0 }), 5);
  assert.equal(distanceToLine({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 }), 5);
});

test("each shape has its corners; only the circle has none", () => {
  assert.deepEqual(
    ["diamond", "square", "triangle", "triangleDown", "hexagon", "star"].map((shape) => corners(shape, 0, 0, 1).length),
    [4, 4, 3, 3, 6, 10],
  );
  assert.equal(corners("dot", 0, 0, 1), null);
});

test("what was left out is said in words", () => {
  assert.equal(leftOut({ event: 1204, body: 1 }), "Left out to keep the page small: 1,204 events, 1 body.");
  assert.equal(leftOut({}), "");
});
