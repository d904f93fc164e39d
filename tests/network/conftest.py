"""A browser for the tests of the page, and pages opened in it without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.network import page
from tests.network import synthetic

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

# Two frames after the page has heard of it; a fragment that changes nothing is not told to the page.
GO = """part => new Promise(done => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => done()));
  addEventListener('hashchange', drawn, { once: true });
  const before = location.href;
  location.hash = part;
  if (location.href === before) drawn();
})"""


@dataclass
class Opened:
    """A page in the browser, and everything it should not have done."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def run(self, script: str, argument: Any = None) -> Any:
        """Evaluates a function in the page."""
        return self.page.evaluate(script, argument)

    def go(self, fragment: str) -> None:
        """Changes the address bar's fragment, as a bookmark does, and waits for the page to follow."""
        self.run(GO, fragment)

    def events(self) -> list[str]:
        """The ids of the events that pass the filters."""
        found: list[str] = self.run(
            "() => networkPage.model.events.filter(e => networkPage.passing[e.index]).map(e => e.id)"
        )
        return sorted(found)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


def open_page(browser: Browser, path: Path, fragment: str = "", **options: Any) -> Opened:
    """Opens a page from its file with the network cut; requests and errors are noted as faults."""
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
    context.set_offline(True)
    opened = Opened(context.new_page())
    opened.page.on("console", lambda said: opened.faults.append(f"console {said.type}: {said.text}"))
    opened.page.on("pageerror", lambda error: opened.faults.append(f"error: {error}"))
    opened.page.on("dialog", lambda dialog: opened.faults.append(f"dialog: {dialog.message}"))
    context.on("request", lambda request: _note(opened, request.url, path))
    opened.page.goto(f"{path.as_uri()}{'#' if fragment else ''}{fragment}")
    opened.page.wait_for_function("() => document.documentElement.dataset.ready === 'true'")
    opened.page.wait_for_timeout(150)  # the first drawing
    return opened


def _note(opened: Opened, url: str, path: Path) -> None:
    if url.split("#", maxsplit=1)[0] != path.as_uri() and not url.startswith(("data:", "blob:")):
        opened.faults.append(f"request: {url}")


@pytest.fixture(scope="session")
def store() -> ox.Store:
    """A made-up picture of 60 events."""
    return synthetic.store()


@pytest.fixture(scope="session")
def page_file(store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of that picture."""
    out = tmp_path_factory.mktemp("network") / "graph.html"
    page(store, out, title="Made-up talks")
    return out


@pytest.fixture
def opened(browser: Browser, page_file: Path) -> Iterator[Opened]:
    """That page, freshly opened; at the end it must have done nothing wrong."""
    shown = open_page(browser, page_file)
    yield shown
    shown.page.context.close()
    assert shown.faults == []
