"""README's blocks are real: run what they show, and put the output in, or say what is stale.

A `console` block holds commands (`$ …`) and their output; a `python` block holds doctest examples; tables
between `<!-- commands -->` marks are made from the commands themselves. Everything runs in one
folder with a fresh store built from `seeds/`.

    python -m tests.docs            rebuild README.md and exports/example/
    python -m tests.docs --check    say what is stale; exit code 1 if anything is
"""

from __future__ import annotations

import difflib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
EXAMPLE = ROOT / "exports" / "example"
CHROMIUM = Path("/usr/bin/chromium")
WIDTH, HEIGHT = 1280, 760  # pixels of the picture of the network page
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"(<!-- (commands|questions) -->\n).*?(?=<!-- end -->)", re.DOTALL)
# What differs from run to run: compared as equal, written as it came.
PASSING = re.compile(r"(?m)^(seconds +)[\d.]+$")
SHOWN_AS = {"pip install uv && uv run kg": "kg", "uv run kg": "kg"}


def rebuilt(text: str, folder: Path) -> str:
    """The README with the output of everything that it shows, run in a folder."""
    namespace: dict[str, object] = {}

    def block(found: re.Match[str]) -> str:
        made = console(found[2], folder) if found[1] == "console" else python(found[2], namespace, folder)
        return f"```{found[1]}\n{made}```"

    tables = {"commands": command_table, "questions": question_table}
    return TABLE.sub(lambda found: found[1] + tables[found[2]](), BLOCK.sub(block, text))


def console(block: str, folder: Path) -> str:
    """A block's commands, each with its output."""
    made = []
    for line in block.splitlines():
        if line.startswith("$ "):
            made += [line, *output(line[2:], folder)]
    return "".join(f"{line}\n" for line in made)


def output(command: str, folder: Path) -> list[str]:
    """What a command prints, standard output and error together; its exit code if it is not 0."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", run_as(command)],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "110"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


def run_as(command: str) -> str:
    """The command as it is run here, where kg is installed already."""
    for shown, run in SHOWN_AS.items():
        if command.startswith(shown):
            return run + command.removeprefix(shown)
    return command


def python(block: str, namespace: dict[str, object], folder: Path) -> str:
    """A block's examples, each with its output."""
    made = []
    for part in doctest.DocTestParser().parse(block):
        if isinstance(part, str):
            made.append(part)
            continue
        lines = part.source.splitlines()
        made.append(f">>> {lines[0]}\n" + "".join(f"... {line}\n" for line in lines[1:]))
        out = io.StringIO()
        with redirect_stdout(out), chdir(folder):
            exec(compile(part.source, "README.md", "single"), namespace)  # noqa: S102 - our own README
        made.append(out.getvalue())
    return "".join(made)


def command_table() -> str:
    """Every command with the first sentence of its help."""
    from kg.cli.root import GROUPS

    rows = [f"| `kg {name}` | {said} |" for group in GROUPS.values() for name, (_, said) in group.items()]
    return "| command | what it does |\n|---|---|\n" + "\n".join(rows) + "\n"


def question_table() -> str:
    """Every named question with what it answers."""
    from kg.query.questions import questions

    rows = [f"| `{question.usage}` | {question.description} |" for question in questions().values()]
    return "| question | what it answers |\n|---|---|\n" + "\n".join(rows) + "\n"


def workplace(folder: Path) -> Path:
    """A folder with what a clean clone has, for the commands to run in."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "data" / "gold", folder / "data" / "gold")
    return folder


def stale(text: str, made: str) -> Iterator[str]:
    """The lines of a comparison, empty where nothing is stale."""
    old, new = (PASSING.sub(r"\1…", each).splitlines() for each in (text, made))
    return difflib.unified_diff(old, new, "README.md", "what it should say", lineterm="", n=1)


def stale_example(folder: Path) -> bool:
    """Whether the example is not what `kg build` wrote in the folder."""
    return (EXAMPLE / "graph.ttl").read_bytes() != (folder / "exports" / "graph.ttl").read_bytes()


def photograph(page: Path, out: Path) -> None:
    """Take a picture of a page in Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.as_uri())
        tab.wait_for_timeout(1500)  # the layout is there from the start; labels follow
        tab.screenshot(path=out)
        browser.close()


def main() -> int:
    """Rebuild or check README.md and the example."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = workplace(Path(name))
        made = rebuilt(text, folder)
        lines = list(stale(text, made))
        if stale_example(folder):
            lines.append("exports/example/ is not what kg build writes")
        if "--check" not in sys.argv and lines:
            README.write_text(made, encoding="utf-8")
            shutil.copy(folder / "exports" / "graph.ttl", EXAMPLE)
            if CHROMIUM.exists():
                photograph(folder / "exports" / "graph.html", EXAMPLE / "graph.png")
    print("\n".join(lines) or "README.md and the example are up to date")
    return 1 if lines and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
