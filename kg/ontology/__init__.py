"""The words of our graph: the ontology, the SHACL shapes and the JSON-LD context, as files of the package."""

from __future__ import annotations

from importlib.resources import files
from typing import Any


def text(name: str) -> str:
    """The text of one of the files: ontology.ttl, shapes.ttl or context.jsonld.

    >>> "sh:NodeShape" in text("shapes.ttl")
    True
    """
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def context() -> dict[str, Any]:
    """The JSON-LD context.

    >>> context()["@vocab"]
    'https://kg.example/ns#'
    """
    import json

    found: dict[str, Any] = json.loads(text("context.jsonld"))["@context"]
    return found
