// The query page's editor: CodeMirror with SPARQL colours, our prefixes and words as completions.
// Built into ../assets/editor.js by `npm install && npm run build`; only that file is served.

import { autocompletion, closeBrackets, completeAnyWord } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The mode knows SPARQL 1.0's words; these are the rest of 1.1's.
const WORDS = "SELECT CONSTRUCT DESCRIBE ASK WHERE DISTINCT REDUCED OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH EXISTS GROUP HAVING ORDER LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI COALESCE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER REGEX REPLACE SUBSTR STRLEN LCASE UCASE CONCAT YEAR MONTH DAY NOW".split(" ");

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: "var(--code-keyword)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.atom, color: "var(--code-atom)" },
  { tag: tags.number, color: "var(--code-string)" },
  { tag: tags.variableName, color: "var(--code-variable)" },
  { tag: tags.standard(tags.variableName), color: "var(--code-atom)" },
  { tag: tags.meta, color: "var(--code-atom)" },
]);

/** Completions: SPARQL's words, prefixes, and the terms that the page names. */
function completions(terms) {
  const options = [
    ...WORDS.map((label) => ({ label, type: "keyword" })),
    ...terms.map((label) => ({ label, type: "variable" })),
  ];
  return (context) => {
    const word = context.matchBefore(/[\w:?-]+/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    if (word.text.startsWith("?")) return completeAnyWord(context);
    return { from: word.from, options, validFor: /^[\w:-]*$/ };
  };
}

/** Puts an editor in the place of a textarea; gives { get, set, focus }. */
function open(area, { nonce, terms, run }) {
  const view = new EditorView({
    state: EditorState.create({
      doc: area.value,
      extensions: [
        EditorView.cspNonce.of(nonce),
        lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), closeBrackets(),
        StreamLanguage.define(sparql), syntaxHighlighting(colours),
        autocompletion({ override: [completions(terms)] }),
        keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "SPARQL query", spellcheck: "false" }),
        placeholder("SELECT …"),
      ],
    }),
  });
  area.before(view.dom);
  area.hidden = true;
  return {
    get: () => view.state.doc.toString(),
    set: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    focus: () => view.focus(),
  };
}

window.kgEditor = { open };
