// The search field: words filter the events, suggestions lead to a record.

import { el, later, put } from "./dom.js";
import { typeIcon } from "./icons.js";
import { typeName } from "./words.js";

const MOST = 8;

/** Records whose name holds all words; those that begin with them first, then those with more events. */
export function suggest(records, text, most = MOST) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const scored = [];
  for (const record of records) {
    const name = fold([record.label, record.code || "", ...(record.names || [])].join(" "));
    if (!words.every((word) => name.includes(word))) continue;
    const begins = words.filter((word) => name.startsWith(word) || name.includes(` ${word}`)).length;
    scored.push({
      record,
      score: begins * 1000 + Math.min(record.events?.length || 0, 900) + (record.type === "event" ? 0 : 50),
    });
  }
  scored.sort((one, other) => other.score - one.score || one.record.label.localeCompare(other.record.label));
  return scored.slice(0, most).map(({ record }) => record);
}

/** Lower case without accents: "Sao" finds "São". */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export class Search {
  /** `on` has text(words) and select(id). */
  constructor(input, list, records, on) {
    Object.assign(this, { input, list, records, on, found: [], active: -1 });
    const filter = later(() => on.text(input.value.trim()), 250);
    input.addEventListener("input", () => {
      this.suggest();
      filter();
    });
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => later(() => this.close(), 150)());
    input.addEventListener("focus", () => this.suggest());
  }

  /** Sets the words, as when the address bar changes. */
  set(text) {
    if (document.activeElement !== this.input) this.input.value = text;
  }

  suggest() {
    this.found = suggest(this.records, this.input.value);
    this.active = -1;
    put(
      this.list,
      this.found.map((record, index) =>
        el(
          "li",
          {
            role: "option",
            id: `option-${index}`,
            "aria-selected": "false",
            on: {
              pointerdown: (event) => {
                event.preventDefault();
                this.choose(index);
              },
            },
          },
          typeIcon(record.type === "event" ? record.kind : record.type, record.status),
          el("span", { class: "name" }, record.label),
          el("span", { class: "quiet" }, typeName(record)),
        ),
      ),
    );
    this.list.hidden = this.found.length === 0;
    this.input.setAttribute("aria-expanded", String(this.found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.key === "Escape") this.close();
    if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.found.length) return;
    event.preventDefault();
    this.active = (this.active + step + this.found.length) % this.found.length;
    [...this.list.children].forEach((option, index) =>
      option.setAttribute("aria-selected", String(index === this.active)),
    );
    this.input.setAttribute("aria-activedescendant", `option-${this.active}`);
  }

  choose(index) {
    const record = this.found[index];
    this.input.value = "";
    this.on.text("");
    this.on.select(record.id);
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
