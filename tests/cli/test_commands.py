"""Every command has help with an example, a method of its name, and a clean end."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import click
import pytest

from kg.cli.root import COMMANDS, GROUPS, cli
from kg.graph import KnowledgeGraph
from tests.cli.conftest import Kg

KG = [sys.executable, "-m", "kg"]
# Commands whose function lives elsewhere than on KnowledgeGraph, because they need no store.
ELSEWHERE = {
    "extract": ("kg.extract", "extract"),
    "evaluate": ("kg.evaluate", "evaluate"),
    "serve": ("kg.serve", "serve"),
    "calendar": ("kg.calendar", "calendar"),
    "timeline": ("kg.calendar", "timeline"),
    "watch": ("kg.watch", "watch"),
    "structured": ("kg.structured", "structured"),
}


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_function_of_its_name(name: str) -> None:
    if name in ELSEWHERE:
        module, function = ELSEWHERE[name]
        assert callable(getattr(__import__(module, fromlist=[function]), function))
    else:
        assert callable(getattr(KnowledgeGraph, name, None) or getattr(KnowledgeGraph, f"{name}_"))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_help_text_has_an_example_and_ends_its_first_sentence(name: str) -> None:
    text = command(name).help or ""
    assert re.search(rf"Example:\n +(curl .* \| )?kg {name}\b", text), text
    listed = {name: said for group in GROUPS.values() for name, (_, said) in group.items()}
    assert text.split("\n")[0] == listed[name], "GROUPS in kg/cli/root.py tells the first line of the help"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    for option in command(name).params:
        if isinstance(option, click.Option) and not option.hidden:
            assert option.help, option.name


@pytest.mark.parametrize("name", COMMANDS)
def test_store_may_be_named_after_the_command_too(name: str) -> None:
    assert "store" in {option.name for option in command(name).params}


def test_help_lists_every_command(kg: Kg) -> None:
    done = kg("--help")
    assert done.code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", done.out, re.MULTILINE), name


def test_query_help_lists_the_named_questions(kg: Kg) -> None:
    assert "meetings-between A B [PERIOD]" in kg("query", "--help").out


def test_version(kg: Kg) -> None:
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", kg("--version").out)


def test_unknown_command_names_a_near_one(kg: Kg) -> None:
    done = kg("qurey", "x")
    assert (done.code, done.out) == (2, "")
    assert "did you mean query?" in done.err
    assert done.err.count("\n") == 1


def test_unknown_option_is_one_line(kg: Kg) -> None:
    done = kg("stats", "--nosuch")
    assert done.code == 2
    assert done.err.startswith("kg: ")
    assert done.err.count("\n") == 1


def fastest(*arguments: str, store: Path) -> float:
    """Median wall-clock seconds of five fresh processes."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([*KG, "--store", str(store), *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times)


@pytest.mark.slow
def test_help_and_query_start_fast(world_store: Path) -> None:
    assert fastest("--help", store=world_store) < 0.25
    assert fastest("query", "who-met", "Japan", store=world_store) < 0.35


@pytest.mark.parametrize(
    "arguments", [["--help"], ["query", "who-met", "Japan"], ["show", "Japan"], ["stats"]]
)
def test_asking_imports_nothing_heavy(world_store: Path, arguments: list[str]) -> None:
    code = (
        "import sys; from kg.cli import run; run(sys.argv[1:]);"
        "heavy = ('spacy', 'rdflib', 'networkx', 'rich', 'numpy', 'pyvis', 'trafilatura', 'kg.extract', 'igraph');"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--store", str(world_store), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip() == "[]"


def test_a_reader_that_goes_away_is_no_error(world_store: Path) -> None:
    line = f"{sys.executable} -m kg --store {world_store} query 'SELECT * {{ GRAPH ?g {{ ?s ?p ?o }} }}' | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode in {0, 141}
