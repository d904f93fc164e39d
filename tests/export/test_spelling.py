"""Text that Oxigraph writes in threads of its own: cut where subjects end, and its failures ours."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.export import FORMATS, Format, export, spelling
from kg.store import Store, open_store
from kg.store.embedded import EmbeddedStore
from tests.export.conftest import quads


@pytest.fixture
def folder(tmp_path: Path) -> Store:
    store = open_store(tmp_path / "store")
    store.apply(add=quads())
    return store


@pytest.mark.parametrize("part", [1, 100, 1000])
@pytest.mark.parametrize("format", FORMATS)
def test_parts_of_any_size_give_the_same_bytes(
    folder: Store, format: Format, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, parts = BytesIO(), BytesIO()
    export(folder, format, whole)
    monkeypatch.setattr(spelling, "PART", part)
    monkeypatch.setattr(spelling, "AHEAD", 1)
    export(folder, format, parts)
    assert parts.getvalue() == whole.getvalue()


@pytest.mark.parametrize("format", [ox.RdfFormat.N_TRIPLES, ox.RdfFormat.TURTLE])
def test_no_subject_is_in_two_parts(
    folder: EmbeddedStore, format: ox.RdfFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling, "PART", 100)
    lines = format == ox.RdfFormat.N_TRIPLES
    how = spelling.Spelling(format, spelling.last_subject if lines else spelling.last_statement)
    parts = [{quad.subject for quad in ox.parse(text, format)} for _, text in spelling.texts(folder, (), how)]
    assert sum(bool(part) for part in parts) > 10
    assert sum(map(len, parts)) == len(set().union(*parts))


def test_a_writer_that_fails_is_one_line(
    folder: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(spelling.Spelling, "picture", full)
    with pytest.raises(KgError, match="cannot be written: no space left"):
        export(folder, "turtle", tmp_path / "x.ttl")
    assert not (tmp_path / "x.ttl").exists()
