// A small page's data, as kg/network/payload.py writes it.

export function exampleData() {
  return {
    title: "Example",
    base: "https://kg.example/",
    filters: "",
    leftOut: {},
    crowded: 0,
    start: "events",
    publishers: ["", "The Harbour Gazette"],
    articles: [
      ["article/1", "Talks held", 1, "2026-01-31", "https://news.example/1"],
      ["article/2", "Talks off", 0, null, "javascript:alert(1)"],
    ],
    states: [
      { id: "state/JP", label: "Japan", code: "JP" },
      { id: "state/KR", label: "South Korea", code: "KR" },
    ],
    officials: [
      {
        id: "official/ann",
        label: "Ann Örn",
        state: 1,
        articles: 2,
        posts: [{ role: "Minister", state: "KR", articles: 1, quotes: [[0, 3, "Minister Ann Örn"]] }],
      },
      { id: "official/bob", label: "Bob Ito", state: null, names: ["B. Ito"], posts: [] },
    ],
    places: [{ id: "place/yokosuka", label: "Yokosuka", lat: 35.3, long: 139.7, state: "JP" }],
    events: [
      {
        id: "event/talks",
        label: "Talks at Yokosuka",
        kind: "meeting",
        status: "held",
        begin: "2026-01-29",
        end: "2026-01-31",
        edtf: "2026-01-29/2026-01-31",
        articles: 2,
        parties: [0, 1],
        places: [0],
        disagrees: ["date"],
        parts: [
          [0, 1, "participant", "Minister"],
          [1, 0, "host", null],
        ],
        stated: [["date", "2026-01-30", 1, [0]]],
        quotes: [[0, 10, "The two met."]],
      },
      {
        id: "event/call",
        label: "Call",
        kind: "call",
        status: "planned",
        begin: "2026-03-02",
        articles: 1,
        parties: [1],
        parts: [[0, 1, "participant", null]],
      },
      {
        id: "event/visit",
        label: "Visit",
        kind: "visit",
        status: "cancelled",
        articles: 1,
        parties: [0, 1],
        quotes: [[1, 0, "=SUM(1)"]],
      },
    ],
    networks: {
      states: {
        options: {},
        nodes: [
          { id: "state/JP", x: 0, y: 0, size: 20, c: 0, shape: "dot" },
          { id: "state/KR", x: 9, y: 0, size: 20, c: 0, shape: "dot" },
        ],
        edges: [{ from: "state/JP", to: "state/KR", events: [0, 2] }],
      },
      officials: {
        options: {},
        nodes: [
          { id: "official/ann", x: 0, y: 0, size: 9, c: 0, shape: "dot" },
          { id: "official/bob", x: 9, y: 0, size: 9, c: 0, shape: "dot" },
        ],
        edges: [{ from: "official/ann", to: "official/bob", events: [0] }],
      },
      events: {
        options: {},
        nodes: ["event/call", "event/talks", "event/visit", "official/ann", "official/bob", "place/yokosuka"].map(
          (id, x) => ({ id, x, y: 0, size: 9, c: 0, shape: "dot" }),
        ),
        edges: [
          { from: "event/call", to: "official/ann" },
          { from: "event/talks", to: "official/ann" },
          { from: "event/talks", to: "official/bob" },
          { from: "event/talks", to: "place/yokosuka", type: "held-at" },
        ],
      },
    },
  };
}
