// Which labels can stand without covering each other.

/**
 * The labels that find room, best first: `candidates` are {spots: [[x, y], …], width, height, …} (centres
 * to try and size in pixels, in the order of their rank), `taken` are boxes that must stay free. Gives
 * the candidates with the x and y that were chosen.
 */
export function place(candidates, width, height, taken = [], most = 160) {
  const cell = 48;
  const grid = new Map();
  const kept = [];
  const add = (box) =>
    eachCell(box, cell, (key) => {
      if (!grid.has(key)) grid.set(key, []);
      grid.get(key).push(box);
    });
  taken.forEach(add);
  for (const candidate of candidates) {
    if (kept.length >= most) break;
    for (const [x, y] of candidate.spots) {
      const box = boxOf({ ...candidate, x, y });
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
      if (!isFree(grid, box, cell)) continue;
      add(box);
      kept.push({ ...candidate, x, y });
      break;
    }
  }
  return kept;
}

function isFree(grid, box, cell) {
  let free = true;
  eachCell(box, cell, (key) => {
    if (free && (grid.get(key) || []).some((other) => overlaps(box, other))) free = false;
  });
  return free;
}

/** The box around a centre. */
export function boxOf({ x, y, width, height }) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Whether two boxes share a point. */
export function overlaps(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Text cut to a number of characters, with … where something is missing. */
export function shorten(text, most) {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

function eachCell(box, cell, run) {
  for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column += 1) {
    for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row += 1) run(`${column} ${row}`);
  }
}
