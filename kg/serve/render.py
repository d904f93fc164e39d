"""Pages from templates: everything that comes from articles, queries or addresses is escaped on its way."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg import vocab

if TYPE_CHECKING:
    from jinja2 import Environment

NAVIGATION = (
    ("/event", "Events"),
    ("/official", "Officials"),
    ("/state", "States"),
    ("/body", "Bodies"),
    ("/place", "Places"),
    ("/article", "Articles"),
    ("/network", "Network"),
    ("/query", "Query"),
    ("/downloads", "Downloads"),
)


def rendered(*, template: str, **content: Any) -> str:
    """A page."""
    return environment().get_template(template).render(navigation=NAVIGATION, **content)


@cache
def environment() -> Environment:
    """The templates of this package, with escaping always on."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("kg.serve").joinpath("templates")
    found = Environment(
        loader=DictLoader({each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["href"] = href
    return found


def href(iri: str) -> str:
    """Where a link to an IRI leads: things of ours to their pages here, others only over http(s).

    >>> href("https://kg.example/state/JP"), href("https://example.org/a"), href("javascript:alert(1)")
    ('/state/JP', 'https://example.org/a', '')
    """
    if iri.startswith(vocab.BASE):
        return "/" + iri[len(vocab.BASE) :]
    return iri if iri.lower().startswith(("http://", "https://")) else ""
