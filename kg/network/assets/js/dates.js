// Months as whole numbers (year × 12 + month), and days in words.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The month of an ISO day, month or year ("2026-01-30" → 24312); null when there is none. */
export function monthOf(day, last = false) {
  const found = /^(\d{4})(?:-(\d{2}))?/.exec(day || "");
  if (!found) return null;
  const month = found[2] ? Number(found[2]) - 1 : last ? 11 : 0;
  return Number(found[1]) * 12 + month;
}

/** "2026-01" of a month's number. */
export function monthText(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** "Jan 2026" of a month's number. */
export function monthName(month) {
  return `${MONTHS[month % 12]} ${Math.floor(month / 12)}`;
}

/** A day, month, year or interval (EDTF) in words; what cannot be read stays as it is. */
export function dateName(edtf) {
  if (!edtf) return "date unknown";
  const sides = edtf.split("/");
  if (sides.length === 2 && sides[0] && sides[1]) return `${dateName(sides[0])} – ${dateName(sides[1])}`;
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf);
  if (!found || Number(found[2] || 1) > 12) return edtf;
  const [, year, month, day] = found;
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** First and last month of all events with a date; null without any. */
export function span(events) {
  let first = Infinity;
  let last = -Infinity;
  for (const event of events) {
    if (event.from === null) continue;
    first = Math.min(first, event.from);
    last = Math.max(last, event.to);
  }
  return first <= last ? [first, last] : null;
}

/** For each month of a span, [held or ongoing, all others] among the events that `keep` lets through. */
export function histogram(events, [first, last], keep) {
  const bars = Array.from({ length: last - first + 1 }, () => [0, 0]);
  for (const event of events) {
    if (event.from === null || !keep(event)) continue;
    const side = event.status === "held" || event.status === "ongoing" ? 0 : 1;
    for (let month = event.from; month <= event.to; month += 1) bars[month - first][side] += 1;
  }
  return bars;
}
