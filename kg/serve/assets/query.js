// The query page: runs what the editor holds and shows the answer. Everything is put in as text, never as HTML.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const holder = at("data");
  const data = JSON.parse(holder.textContent);
  const base = data.prefixes.kg.replace(/ns#$/, "");
  const SHOWN = 1000; // rows drawn; the files hold them all
  let asking = null;

  const editor = window.kgEditor.open(at("query"), { nonce: holder.dataset.nonce, terms: data.terms, run: ask });
  const spaces = Object.entries(data.prefixes).sort((a, b) => b[1].length - a[1].length);

  /** An IRI with its prefix, where one fits. */
  function shorten(iri) {
    const found = spaces.find(([, space]) => iri.startsWith(space));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  }

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** A term as a table shows it; only things of ours and http(s) addresses lead somewhere. */
  function shown(term) {
    if (!term) return document.createTextNode("");
    if (term.type === "uri") {
      const to = term.value.startsWith(base) ? `/${term.value.slice(base.length)}` : term.value;
      if (/^(https?:\/\/|\/)/.test(to) && !to.startsWith("//")) return element("a", shorten(term.value), { href: to, rel: "noreferrer nofollow" });
      return element("code", term.value);
    }
    const text = element("span", term.value);
    if (term["xml:lang"]) text.append(element("sup", term["xml:lang"]));
    return text;
  }

  const NUMBER = /#(integer|decimal|double|float)$/;

  function table(answer) {
    const names = answer.head.vars;
    const whole = element("table");
    const head = element("tr");
    const rows = answer.results.bindings;
    const numbers = names.map((name) => rows.some((row) => row[name]) && rows.every((row) => !row[name] || NUMBER.test(row[name].datatype || "")));
    names.forEach((name, index) => head.append(element("th", name, numbers[index] ? { scope: "col", class: "number" } : { scope: "col" })));
    whole.append(element("thead"), element("tbody"));
    whole.tHead.append(head);
    for (const row of rows.slice(0, SHOWN)) {
      const line = element("tr");
      names.forEach((name, index) => {
        const cell = element("td", undefined, numbers[index] ? { class: "number" } : {});
        cell.append(shown(row[name]));
        line.append(cell);
      });
      whole.tBodies[0].append(line);
    }
    const scroll = element("div", undefined, { class: "scroll" });
    scroll.append(whole);
    return scroll;
  }

  function show(kind, text) {
    if (!kind.includes("json") || kind.includes("ld+json")) return [element("pre", text, { tabindex: "0" }), "triples"];
    const answer = JSON.parse(text);
    if ("boolean" in answer) return [element("p", answer.boolean ? "Yes" : "No", { class: "verdict" }), "yes or no"];
    const count = answer.results.bindings.length;
    const said = `${count.toLocaleString("en")} row${count === 1 ? "" : "s"}${count > SHOWN ? `, the first ${SHOWN} shown` : ""}`;
    return [table(answer), said];
  }

  async function ask() {
    if (asking) asking.abort();
    const mine = (asking = new AbortController());
    const query = editor.get();
    const began = performance.now();
    busy(true);
    say("running…");
    try {
      const response = await fetch("/sparql", {
        method: "POST",
        headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle" },
        body: query,
        signal: mine.signal,
      });
      const text = await response.text();
      if (!response.ok) throw new Error(text.trim() || `the server said ${response.status}`);
      const [drawn, said] = show(response.headers.get("content-type") || "", text);
      at("answer").replaceChildren(drawn);
      say(`${said} in ${((performance.now() - began) / 1000).toFixed(2)} s`);
      offer(query, drawn.tagName === "PRE");
    } catch (error) {
      if (mine !== asking) return;
      at("answer").replaceChildren(...(error.name === "AbortError" ? [] : [element("p", error.message, { class: "error", role: "alert" })]));
      say(error.name === "AbortError" ? "stopped" : "");
      at("saves").hidden = true;
    } finally {
      if (mine === asking) busy(false);
    }
  }

  /** Links that give this answer in another format, and the query itself. */
  function offer(query, triples) {
    at("saves").hidden = triples;
    for (const format of ["csv", "json", "xml", "tsv"]) {
      const link = at(`save-${format}`);
      link.href = `/sparql?${new URLSearchParams({ query, format })}`;
      link.download = `answer.${format}`;
    }
    at("link").hidden = false;
    at("link").href = `/query?${new URLSearchParams({ query })}`;
  }

  function busy(yes) {
    at("stop").hidden = !yes;
    at("run").disabled = yes;
    if (!yes) asking = null;
  }

  function say(text) {
    at("status").textContent = text;
    at("hint").hidden = Boolean(text);
  }

  at("form").addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  at("stop").addEventListener("click", () => asking && asking.abort());
  at("examples").addEventListener("change", (event) => {
    const chosen = data.examples[event.target.value];
    if (!chosen) return;
    editor.set(chosen.text);
    editor.focus();
  });
  if (new URLSearchParams(location.search).has("query")) ask();
})();
