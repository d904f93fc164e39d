"""The package as its users import it."""

from __future__ import annotations

import re
import subprocess
import sys

import kg


def test_version_is_a_release_number() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", kg.__version__)


def test_importing_kg_imports_nothing_heavy() -> None:
    code = "import kg, sys; print([m for m in ('spacy', 'rdflib', 'networkx', 'click') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
