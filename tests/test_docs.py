"""README shows what the program prints; every named question is documented by its file."""

from __future__ import annotations

import re
from pathlib import Path

from tests.docs import (
    README,
    ROOT,
    TABLE,
    command_table,
    question_table,
    rebuilt,
    stale,
    stale_example,
    workplace,
)


def test_readme_and_the_example_are_what_the_program_prints(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    lines = list(stale(text, rebuilt(text, workplace(tmp_path))))
    if stale_example(tmp_path):
        lines.append("exports/example/graph.ttl is not what kg build writes")
    assert not lines, "run `python -m tests.docs` and read the difference:\n" + "\n".join(lines)


def test_a_stale_line_is_seen() -> None:
    text = "```console\n$ echo new\nold\n```\nseconds  1.0\n"
    assert "-old" in list(stale(text, rebuilt(text, ROOT)))
    assert not list(stale("seconds  1.0\n", "seconds  2.5\n"))


def test_readme_lists_every_command_and_question() -> None:
    tables = {found[2]: found[0] for found in TABLE.finditer(README.read_text(encoding="utf-8"))}
    assert tables["commands"].endswith(command_table())
    assert tables["questions"].endswith(question_table())


def test_every_file_that_readme_names_is_there() -> None:
    for name in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name
