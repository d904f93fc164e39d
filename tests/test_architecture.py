"""The shape of the package: which module may import which, and what the public names are."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path

import pytest

import kg

PACKAGE = Path(__file__).parent.parent / "kg"

# Lower numbers know nothing of higher ones. Packages of one level may not import each other, except
# where FRIENDS says so.
LEVELS: dict[str, float] = {
    "model": 0,
    "errors": 0,
    "spelling": 0,
    "vocab": 0,
    "ontology": 1,
    "reference": 1,
    "page": 2,
    "read": 3,
    "extract": 3,
    "resolve": 3,
    "store": 3,
    "query": 4,
    "calendar": 4,
    "spark": 4,
    "structured": 4,
    "network": 4,
    "export": 4,
    "serve": 4,
    "evaluate": 4,
    "intake": 4,
    "watch": 4.5,
    "review": 4.5,
    "naming": 4.5,
    "graph": 5,
    "cli": 6,
}

# Within kg/extract, each package knows those before it alone; the modules beside them are shared by all.
READING = (
    *("dates", "places", "officials"),  # what a text names, before any sentence is parsed
    *("sentence", "clause", "when", "where", "whom"),  # what a sentence says
    *("journeys", "meetings", "agreements"),  # the events that it tells of
    "story",
)


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of kg that a module imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("kg.") and name.count(".")}
    return found


PACKAGES = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name not in {"__main__.py"})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    here = part_of(path)
    if here == "__init__":
        return
    assert here in LEVELS, f"give {here} a level in LEVELS"
    upward = {name for name in imported(path) - {here} if name in LEVELS and LEVELS[name] > LEVELS[here]}
    assert not upward, f"{path.name} imports {sorted(upward)}, which stand above {here}"


@pytest.mark.parametrize("package", READING)
def test_the_steps_of_reading_know_only_those_before_them(package: str) -> None:
    later = READING[READING.index(package) + 1 :]
    for path in sorted((PACKAGE / "extract" / package).glob("*.py")):
        text = path.read_text(encoding="utf-8")
        above = [name for name in later if f"kg.extract.{name}" in text]
        assert not above, f"{path.name} imports {above}, which stand above {package}"


def test_every_package_of_reading_has_its_step() -> None:
    assert {path.parent.name for path in (PACKAGE / "extract").glob("*/__init__.py")} == set(READING)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "begin with a docstring"


@pytest.mark.parametrize("package", PACKAGES)
def test_public_names_are_there_and_documented(package: str) -> None:
    module = importlib.import_module(f"kg.{package}")
    for name in getattr(module, "__all__", ()):
        public = getattr(module, name)
        if inspect.isclass(public) or inspect.isfunction(public):
            assert inspect.getdoc(public), f"kg.{package}.{name} says nothing of itself"


def test_the_public_names_of_kg() -> None:
    assert sorted(kg.__all__) == ["KnowledgeGraph", "__version__"]


def test_every_method_of_the_graph_says_what_it_does() -> None:
    for name, method in inspect.getmembers(kg.KnowledgeGraph, inspect.isfunction):
        if not name.startswith("_"):
            assert inspect.getdoc(method), name
