"""Names that people type, and what they find."""

from __future__ import annotations

import pytest

from kg.errors import NotFound, UsageError
from kg.query.names import find_all, find_one
from kg.store import Store


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ahn Gyu-back", "Ahn Gyu-back"),
        ("ahn gyu back", "Ahn Gyu-back"),
        ("AHN", "Ahn Gyu-back"),
        ("Gyu-back", "Ahn Gyu-back"),
        ("KR", "South Korea"),
        ("south korea", "South Korea"),
        ("ROK", "South Korea"),
        ("state:KR", "South Korea"),
        ("https://kg.example/state/KR", "South Korea"),
        ("<https://kg.example/state/KR>", "South Korea"),
        ("NATO", "NATO"),
    ],
)
def test_found(store: Store, name: str, label: str) -> None:
    assert find_one(store, name, ("official", "state", "body")).label == label


def test_kinds_narrow_the_search(store: Store) -> None:
    with pytest.raises(NotFound):
        find_one(store, "Ahn", ("state",))


def test_several_are_listed(store: Store) -> None:
    with pytest.raises(UsageError, match=r"could be event:.*name one of these"):
        find_one(store, "Koizumi")  # the official, and the events that bear his name
    assert len(find_all(store, "Koizumi")) > 1


@pytest.mark.parametrize(
    "name", ["", "   ", "https://kg.example/official/no body", "official:", "🤝", "a" * 5000]
)
def test_odd_names_are_not_found(store: Store, name: str) -> None:
    with pytest.raises((NotFound, UsageError)):
        find_one(store, name)
