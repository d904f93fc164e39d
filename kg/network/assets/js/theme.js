// Colours for canvas drawing, read from the style sheet so that each is written down once.

const NAMES = ["ground", "surface", "ink", "muted", "line", "edge", "accent", "on-node"];
const TYPES = ["meeting", "call", "visit", "agreement", "official", "state", "body", "place"];

/** The colours of the theme in force. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  const colours = Object.fromEntries(NAMES.map((name) => [name, value(name)]));
  colours.types = Object.fromEntries(TYPES.map((name) => [name, value(`type-${name}`)]));
  colours.groups = Array.from({ length: 10 }, (_, index) => value(`group-${index}`));
  return colours;
}

/** A record's colour: by what it is, or by its community in the view (the tenth colour is for all small ones). */
export function colourOf(colours, node, by) {
  if (by === "community") return colours.groups[Math.min(node.c, 9)];
  return colours.types[node.record.type === "event" ? node.record.kind : node.record.type] || colours.muted;
}

/** Whether the dark colours are in force. assets/first.js has chosen before anything was painted. */
export function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

/** Puts the dark or the light colours in force. */
export function setDark(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
