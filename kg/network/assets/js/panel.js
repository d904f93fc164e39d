// What is known about the selection, and which sentence of which article says so.

import { dateName } from "./dates.js";
import { el, put, safeAddress } from "./dom.js";
import { sign, typeIcon } from "./icons.js";
import { counted, STATUS_NAMES, typeName } from "./words.js";

const FIRST = 20; // events shown at once; more on request keeps hubs quick

export class Panel {
  /** `on` has select(id), near(id or null), copy(records) and close(). */
  constructor(root, on) {
    this.root = root;
    this.on = on;
  }

  /** Shows a record, a line ({records, events}) or nothing. */
  show(selection, { passing, near }) {
    this.root.hidden = !selection;
    if (!selection) return put(this.root);
    const { records, events } = selection;
    const kept = events.filter((event) => passing[event.index]);
    const single = records.length === 1 ? records[0] : null;
    put(
      this.root,
      this.head(records, single),
      this.actions(records, single, near),
      single ? this.facts(single, kept) : null,
      single?.type === "event" ? this.account(single) : this.events(kept, events.length - kept.length),
    );
    this.root.scrollTop = 0;
    return undefined;
  }

  head(records, single) {
    const kicker = single ? typeName(single) : "Between";
    const title = el("h2", { id: "panel-title", tabindex: "-1" }, records.map((record) => record.label).join(" – "));
    const close = el(
      "button",
      { type: "button", class: "bare", "aria-label": "Close details", on: { click: () => this.on.close() } },
      sign("close"),
    );
    const icon = single ? typeIcon(single.type === "event" ? single.kind : single.type, single.status) : null;
    return el(
      "header",
      { class: "panel-head" },
      el("div", {}, el("p", { class: "kicker" }, icon, kicker), title),
      close,
    );
  }

  actions(records, single, near) {
    const isNear = single && near === single.id;
    const only =
      single &&
      el(
        "button",
        {
          type: "button",
          "aria-pressed": String(Boolean(isNear)),
          on: { click: () => this.on.near(isNear ? null : single.id) },
        },
        "Only this and its neighbours",
      );
    const copy = el(
      "button",
      { type: "button", on: { click: (event) => this.on.copy(records, event.currentTarget) } },
      "Copy as SPARQL",
    );
    return el("div", { class: "actions" }, only, copy);
  }

  facts(record, kept) {
    if (record.type === "official") return this.official(record, kept);
    if (record.type === "place") return this.place(record);
    return record.type === "event" ? null : this.counterparts("Meets most with", statesWith(record, kept));
  }

  official(record, kept) {
    const names = record.names.length ? el("p", { class: "quiet" }, `Also written: ${record.names.join("; ")}`) : null;
    const posts = record.posts.map((post) => el("li", { class: "post" }, ...postText(post), this.quotes(post.quotes)));
    const list = posts.length ? [el("h3", {}, "Posts"), el("ul", { class: "plain", id: "posts" }, posts)] : [];
    return [names, ...list, this.counterparts("Meets most with", peopleWith(record, kept))];
  }

  place(record) {
    const where =
      record.lat === undefined
        ? "No coordinates known"
        : `${degrees(record.lat, "N", "S")}, ${degrees(record.long, "E", "W")}`;
    return el("p", { class: "quiet" }, [record.state, where].filter(Boolean).join(" · "));
  }

  counterparts(title, most) {
    if (!most.length) return null;
    const items = most
      .slice(0, 6)
      .map(([other, count]) => el("li", {}, this.link(other), el("span", { class: "count" }, String(count))));
    return [el("h3", {}, title), el("ul", { class: "plain ranked" }, items)];
  }

  /** A button that selects a record. */
  link(record) {
    return el(
      "button",
      { type: "button", class: "link", "data-id": record.id, on: { click: () => this.on.select(record.id) } },
      record.label,
    );
  }

  events(events, hidden) {
    const list = el("ol", { class: "plain events" });
    const more = el("button", { type: "button", class: "more" });
    const grow = (count) => {
      const shown = list.children.length;
      list.append(...events.slice(shown, shown + count).map((event) => el("li", {}, this.card(event))));
      const rest = events.length - list.children.length;
      more.hidden = rest === 0;
      more.textContent = `Show ${rest} more`;
    };
    more.addEventListener("click", () => grow(Infinity));
    grow(FIRST);
    const note = hidden > 0 ? el("p", { class: "quiet" }, `${counted(hidden, "event")} hidden by the filters.`) : null;
    return [el("h3", {}, counted(events.length, "event")), note, list, more];
  }

  /** One event in a list: when, what, who, where, and who says so. */
  card(event) {
    const who = event.parts.filter((part) => part.official).map((part) => part.official.label);
    return el(
      "article",
      { class: "event", "data-event": event.id },
      el("p", { class: "when" }, typeIcon(event.kind, event.status), time(event.edtf), badge(event)),
      el("h4", {}, this.link(event)),
      el(
        "p",
        { class: "quiet" },
        [who.join(", "), event.places.map((each) => each.label).join(", ")].filter(Boolean).join(" · "),
      ),
      disagreement(event),
      this.quotes(event.quotes),
    );
  }

  /** All that is known of one event. */
  account(event) {
    const row = (name, ...values) =>
      values.flat().filter(Boolean).length ? [el("dt", {}, name), el("dd", {}, ...values)] : [];
    const parts = event.parts.map((part) => el("li", { class: "part" }, this.participation(part)));
    return [
      el(
        "dl",
        { class: "account" },
        row("When", time(event.edtf)),
        row("Status", badge(event)),
        row("How", event.mode),
        row(
          "Where",
          event.places.map((each) => this.link(each)),
        ),
        row("Who", el("ul", { class: "plain", id: "parts" }, parts)),
        row("About", event.topic),
        row(
          "Part of",
          event.whole.map((index) => this.link(this.on.event(index))),
        ),
      ),
      disagreement(event),
      this.atOdds(event),
      el("h3", {}, `Who says so (${event.articles})`),
      this.quotes(event.quotes),
    ];
  }

  /** "Ann Example, Foreign Minister, for X", or the state alone where nobody is named. */
  participation({ official, state, role, capacity }) {
    const facts = [role, capacity === "participant" ? "" : capacity].filter(Boolean).join(", ");
    if (!official)
      return [
        state ? this.link(state) : null,
        el("span", { class: "quiet" }, ["nobody named", facts].filter(Boolean).join(", ")),
      ];
    return [
      this.link(official),
      el("span", { class: "quiet" }, [facts, state ? "for" : ""].filter(Boolean).join(" ")),
      state ? this.link(state) : null,
    ];
  }

  atOdds(event) {
    if (!event.stated.length) return null;
    const rows = event.stated.map(({ property, value, count, sources }) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, property),
        el("td", {}, property === "date" ? time(value) : STATUS_NAMES[value] || value),
        el("td", {}, counted(count, "article")),
        el("td", {}, [...new Set(sources.map((each) => each.publisher).filter(Boolean))].join(", ")),
      ),
    );
    return el("table", { class: "odds" }, el("caption", {}, "What the articles state"), el("tbody", {}, rows));
  }

  /** Quoted sentences, each with publisher, date and link. */
  quotes(quotes) {
    return quotes.map((quote) => {
      const { title, publisher, date, url } = quote.article;
      const address = safeAddress(url);
      const name = title || "Untitled article";
      const source = address
        ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, name)
        : el("span", {}, name);
      const facts = [
        publisher ? el("cite", {}, publisher) : null,
        publisher && date ? ", " : null,
        date ? time(date) : null,
        publisher || date ? ": " : null,
      ];
      return el("figure", { class: "quote" }, el("blockquote", {}, quote.text), el("figcaption", {}, facts, source));
    });
  }
}

function postText(post) {
  const days = [...new Set([post.from, post.to].filter(Boolean))];
  const period = days.flatMap((day, index) => [index ? " – " : "attested ", time(day)]);
  const what = [post.former ? `Former ${post.role}` : post.role, post.state].filter(Boolean).join(", ");
  return [
    el("strong", {}, what),
    el("span", { class: "quiet" }, period, days.length ? ", " : "", counted(post.articles || 0, "article")),
  ];
}

/** A date in words that machines can read as well. */
function time(edtf) {
  return el("time", { datetime: edtf || null }, dateName(edtf));
}

function badge(event) {
  return el("span", { class: `badge status-${event.status}` }, STATUS_NAMES[event.status] || event.status);
}

function disagreement(event) {
  if (!event.disagrees.length) return null;
  return el("p", { class: "odds-note" }, `Articles disagree on the ${event.disagrees.join(" and the ")}.`);
}

function degrees(value, positive, negative) {
  return `${Math.abs(value).toFixed(2)}° ${value >= 0 ? positive : negative}`;
}

function peopleWith(record, events) {
  return ranked(
    events.flatMap((event) => [
      ...new Set(event.parts.map((part) => part.official).filter((other) => other && other !== record)),
    ]),
  );
}

function statesWith(record, events) {
  return ranked(events.flatMap((event) => event.parties.filter((other) => other !== record)));
}

function ranked(records) {
  const counts = new Map();
  for (const record of records) counts.set(record, (counts.get(record) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0].label.localeCompare(other[0].label));
}
