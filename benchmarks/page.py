"""How fast the network page opens and moves, beside plain pyvis on the same graph.

    uv run python -m benchmarks.page

Opens pages from files in headless Chromium (software drawing, 1280 × 900), without a network. First
paint: from navigation to the second frame after the page is ready. Frames: while a mouse drags the
picture, or turns its wheel, with the whole network in sight.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooSlow

from kg.network import Report, page, to_networkx
from tests.network import synthetic
from tests.network.conftest import FLAGS

SIZES = {
    "500 nodes": synthetic.Size(officials=180, events=270, places=34, states=30),
    "5,000 nodes": synthetic.Size(officials=1800, events=3000, places=180, states=44, people_per_event=3),
}
RUNS = 3
PATIENCE = 30_000  # milliseconds that plain pyvis is given to settle
# Notes when the page says that it is ready (ours) or has drawn (pyvis), and the second frame after that.
WATCH = """
const mark = name => requestAnimationFrame(() => requestAnimationFrame(() => { window[name] ??= performance.now(); }));
new MutationObserver(() => { if (document.documentElement.dataset.ready) mark('painted'); })
  .observe(document, { attributes: true, subtree: true });
const timer = setInterval(() => {
  if (typeof network === 'undefined' || !network?.on) return;
  clearInterval(timer);
  mark('drawn');
  network.once('stabilized', () => mark('settled'));
}, 4);
"""
FRAMES = """() => {
  const times = [];
  let going = true;
  const tick = now => { times.push(now); if (going) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
  window.stopCounting = () => { going = false; return times; };
}"""


def main() -> None:
    """Prints one block for each size."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no Chromium: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, size in SIZES.items():
            measure(browser, Path(folder), name, size)
        browser.close()


def measure(browser: Browser, folder: Path, name: str, size: synthetic.Size) -> None:
    """Our page, then pyvis' own, of one made-up picture."""
    store = synthetic.store(size)
    ours = folder / "ours.html"
    began = time.perf_counter()
    report = page(store, ours)
    written = time.perf_counter() - began
    print(f"\n{name}: {report.nodes:,} nodes, {report.edges:,} edges")
    print(f"  ours    {written:5.1f} s to write, {sized(report)}")
    for fragment, what in (("", f"first view ({report.start})"), ("#view=events", "all of it (events)")):
        paints = [paint(browser, ours, fragment, "painted") for _ in range(RUNS)]
        print(
            f"          {what}: first paint {statistics.median(paints) / 1000:.2f} s (median of {RUNS}), {moved(browser, ours, fragment)}"
        )
    graph = plain(to_networkx(store))
    for physics in (True, False):
        theirs = folder / "pyvis.html"
        began = time.perf_counter()
        write_pyvis(graph, theirs, physics=physics)
        written = time.perf_counter() - began
        kind = "as it comes" if physics else "positions given, physics off"
        print(f"  pyvis   {written:5.1f} s to write, {theirs.stat().st_size / 1e6:.2f} MB ({kind})")
        try:
            took = paint(browser, theirs, "", "settled" if physics else "drawn") / 1000
            speed = "" if physics else f", {moved(browser, theirs, '')}"
            print(f"          {'settled' if physics else 'drawn'} after {took:.2f} s{speed}")
        except TooSlow:
            print(f"          not settled after {PATIENCE // 1000} s")


def sized(report: Report) -> str:
    """The page's size beside what it may have."""
    allowed = 1_200_000 + 250 * (report.nodes + report.edges)
    return f"{report.bytes / 1e6:.2f} MB of {allowed / 1e6:.2f} MB allowed"


def paint(browser: Browser, path: Path, fragment: str, mark: str) -> float:
    """Milliseconds from navigation to a mark, in a context of its own."""
    shown = fresh(browser)
    shown.goto(path.as_uri() + fragment)
    try:
        shown.wait_for_function(f"window.{mark}", timeout=PATIENCE)
        return float(shown.evaluate(f"window.{mark}"))
    finally:
        shown.context.close()


def moved(browser: Browser, path: Path, fragment: str) -> str:
    """Frames per second while panning and zooming."""
    shown = fresh(browser)
    shown.goto(path.as_uri() + fragment)
    shown.wait_for_timeout(3000)
    speeds = []
    for gesture in (pan, wheel):
        shown.evaluate(FRAMES)
        gesture(shown)
        times = shown.evaluate("window.stopCounting()")
        speeds.append(1000 * (len(times) - 1) / (times[-1] - times[0]))
        shown.wait_for_timeout(400)
    shown.context.close()
    return f"pan {speeds[0]:.0f} frames/s, zoom {speeds[1]:.0f} frames/s"


def fresh(browser: Browser) -> Page:
    """An empty page in a new context, offline."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_offline(True)
    context.add_init_script(WATCH)
    return context.new_page()


def pan(shown: Page) -> None:
    """A drag across the picture, begun where no node is."""
    shown.mouse.move(330, 150)
    shown.mouse.down()
    for step in range(60):
        shown.mouse.move(330 + 4 * step, 150 + 2 * step)
    shown.mouse.up()


def wheel(shown: Page) -> None:
    """Out and in again over the middle."""
    shown.mouse.move(700, 400)
    for step in range(24):
        shown.mouse.wheel(0, 60 if step < 12 else -60)


def plain(graph: nx.MultiDiGraph) -> nx.Graph:
    """The same nodes and edges with the labels that pyvis takes, nothing else."""
    found = nx.Graph()
    found.add_nodes_from((iri, {"label": data["label"]}) for iri, data in graph.nodes(data=True))
    found.add_edges_from((a, b) for a, b in graph.edges())
    return found


def write_pyvis(graph: nx.Graph, out: Path, *, physics: bool) -> None:
    """pyvis' own page. With given positions its lists are filled directly: add_edge is quadratic."""
    from pyvis.network import Network

    from kg.network.layout import positions

    net: Any = Network(height="800px", cdn_resources="in_line")
    if physics:
        net.from_nx(graph)
    else:
        places = positions(list(graph), [(a, b, 1.0) for a, b in graph.edges()])
        net.nodes = [
            {"id": n, "label": d["label"], "shape": "dot", "x": places[n][0], "y": places[n][1]}
            for n, d in graph.nodes(data=True)
        ]
        net.edges = [{"from": a, "to": b} for a, b in graph.edges()]
        net.toggle_physics(False)
    out.write_text(net.generate_html(), encoding="utf-8")


if __name__ == "__main__":
    main()
