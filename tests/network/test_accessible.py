"""axe-core finds no serious fault: in light and dark, on a desktop and on a phone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.network.conftest import open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = "axe-core@4.14.1"
RUN = """async options => (await axe.run(document, options)).violations
    .filter(fault => ['serious', 'critical'].includes(fault.impact))
    .map(fault => `${fault.id}: ${fault.help}: ${fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`)"""


@pytest.fixture(scope="module")
def axe(request: pytest.FixtureRequest) -> str:
    """The checker, installed once by npm and kept among pytest's cached files."""
    assert request.config.cache is not None
    folder = Path(request.config.cache.mkdir("axe-core"))
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("no npm on this machine to install axe-core")
        command = [
            npm,
            "install",
            "--prefix",
            str(folder),
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            AXE,
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode:
            pytest.skip(f"npm could not install {AXE}: {done.stderr.strip().splitlines()[-1:]}")
    return script.read_text(encoding="utf-8")


VIEWS = (
    "view=states",
    "view=events&sel=official/person-3&status=held",
    "view=map",
    "view=events&sel=event/event-1",
)


def test_no_serious_fault(browser: Browser, page_file: Path, axe: str) -> None:
    opened = open_page(browser, page_file, color_scheme="light")
    opened.run(axe)
    for fragment in VIEWS:
        opened.go(fragment)
        assert opened.run(RUN, {}) == [], fragment
    opened.page.context.close()


def test_dark_colours_have_contrast_as_well(browser: Browser, page_file: Path, axe: str) -> None:
    opened = open_page(browser, page_file, color_scheme="dark")
    opened.run(axe)
    for fragment in VIEWS[1:]:
        opened.go(fragment)
        assert opened.run(RUN, {"runOnly": ["color-contrast"]}) == [], fragment
    opened.page.context.close()


def test_no_serious_fault_on_a_phone(browser: Browser, page_file: Path, axe: str) -> None:
    opened = open_page(browser, page_file, viewport={"width": 390, "height": 844})
    opened.run(axe)
    opened.go(VIEWS[1])
    assert opened.run(RUN, {}) == []
    opened.run("() => networkPage.side(true)")
    opened.page.wait_for_timeout(300)
    assert opened.run(RUN, {}) == []
    opened.page.context.close()
