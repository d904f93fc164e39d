"""axe-core finds no serious fault, in both themes, in every view, on a desktop and on a phone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.network.conftest import open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = "axe-core@4.14.1"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
RUN = """async () => (await axe.run()).violations
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_no_serious_fault(browser: Browser, page_file: Path, axe: str, scheme: str, device: str) -> None:
    opened = open_page(browser, page_file, color_scheme=scheme, **(PHONE if device == "phone" else {}))
    opened.run(axe)
    fragments = [
        "view=states",
        "view=events&sel=official/person-3&status=held",
        "view=map",
        "view=events&sel=event/event-1",
    ]
    for fragment in fragments:
        opened.go(fragment)
        assert opened.run(RUN) == [], fragment
    if device == "phone":
        opened.run("() => networkPage.side(true)")
        opened.page.wait_for_timeout(300)
        assert opened.run(RUN) == []
    opened.page.context.close()
