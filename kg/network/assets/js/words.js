// The words that the page uses for what it shows.

export const TYPE_NAMES = {
  official: "Official",
  state: "State",
  body: "Intergovernmental body",
  place: "Place",
  meeting: "Meeting",
  call: "Call",
  visit: "Visit",
  agreement: "Agreement",
};
export const STATUS_NAMES = {
  held: "Held",
  ongoing: "Ongoing",
  planned: "Planned",
  proposed: "Proposed",
  postponed: "Postponed",
  cancelled: "Cancelled",
  denied: "Denied",
};
export const VIEW_NAMES = { states: "States", officials: "Officials", events: "Events", map: "Map" };

/** "1 event", "3 events", "1,204 events". */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** What a record is, in a word or two. */
export function typeName(record) {
  return TYPE_NAMES[record.type === "event" ? record.kind : record.type] || record.type;
}

/** What was left out when the page was made, as one sentence; "" when nothing was. */
export function leftOut(counts) {
  const plural = { body: "bodies" };
  const parts = Object.entries(counts).map(([type, count]) => counted(count, type, plural[type] || `${type}s`));
  return parts.length ? `Left out to keep the page small: ${parts.join(", ")}.` : "";
}
