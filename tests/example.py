"""Makes `exports/example/`: the picture of the seed articles as Turtle, and a picture of the network page.

python -m tests.example
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from kg import KnowledgeGraph

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "exports" / "example"
WIDTH, HEIGHT = 1280, 760  # pixels


def main() -> None:
    """Write graph.ttl and graph.png."""
    with KnowledgeGraph(":memory:") as graph, tempfile.TemporaryDirectory() as folder:
        graph.build(ROOT / "seeds", exports=None)
        graph.export(EXAMPLE / "graph.ttl")
        page = Path(folder, "graph.html")
        graph.graph(page)
        picture(page, EXAMPLE / "graph.png")


def picture(page: Path, out: Path) -> None:
    """Photograph a page in Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.as_uri())
        tab.wait_for_timeout(1500)  # the layout is there from the start; labels follow
        tab.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    main()
