"""Writes the network page: one HTML file that needs nothing else, no network and no server.

pyvis (its nodes, edges, options and the vis-network script that it carries) does the network, our own
template and script do the page. Heavy libraries are imported on use.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.network.bundle import bundle
from kg.network.filters import Filters
from kg.network.graph import to_networkx
from kg.network.payload import payload
from kg.network.rows import Asked
from kg.network.trim import trim

if TYPE_CHECKING:
    import networkx as nx

TITLE = "Who met whom"
MAX_NODES = 5000  # opens in less than 3 s; more are slow to move
_ASSETS = resources.files("kg.network") / "assets"
_VIS = "lib/vis-9.1.2/vis-network.min.js"  # inside pyvis; Apache-2.0 or MIT, its header says so


@dataclass(frozen=True, slots=True)
class Report:
    """What a page holds, and what it left out."""

    nodes: int
    edges: int
    events: int
    bytes: int
    start: str  # the view it opens with
    filters: str = ""
    left_out: dict[str, int] = field(default_factory=dict)  # nodes by type

    def __str__(self) -> str:
        """A few lines for people.

        >>> print(Report(nodes=1, edges=0, events=1, bytes=700_000, start="events", left_out={"body": 2}))
        1 node (1 event), 0 edges, 0.7 MB
        left out to stay within the number of nodes: 2 bodies
        """
        counts = f"{_counted(self.nodes, 'node')} ({_counted(self.events, 'event')}), {_counted(self.edges, 'edge')}"
        lines = [f"{counts}, {self.bytes / 1e6:.1f} MB"]
        if self.filters:
            lines.append(f"filters: {self.filters}")
        if self.left_out:
            left_out = ", ".join(_counted(count, kind) for kind, count in self.left_out.items())
            lines.append(f"left out to stay within the number of nodes: {left_out}")
        return "\n".join(lines)


def _counted(count: int, what: str) -> str:
    """A number and its noun.

    >>> _counted(1, "state"), _counted(2000, "body")
    ('1 state', '2,000 bodies')
    """
    several = "bodies" if what == "body" else f"{what}s"
    return f"{count:,} {what if count == 1 else several}"


def page(
    source: nx.MultiDiGraph | Asked,
    out: Path,
    *,
    filters: Filters | None = None,
    max_nodes: int = MAX_NODES,
    title: str = TITLE,
) -> Report:
    """Writes the page of a store, or of a graph from `to_networkx(store, evidence=True)`, to `out`.

    `filters` are for a store only (a graph has been filtered). The same picture gives the same bytes.
    """
    html, report = render(source, filters=filters, max_nodes=max_nodes, title=title)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(html.encode())
    return report


def render(
    source: nx.MultiDiGraph | Asked,
    *,
    filters: Filters | None = None,
    max_nodes: int = MAX_NODES,
    title: str = TITLE,
) -> tuple[str, Report]:
    """The page as text, and its report."""
    whole: Any = source
    if not hasattr(source, "adjacency"):
        whole = to_networkx(whole, filters=filters, evidence=True)
    graph, left_out = trim(whole, max_nodes)
    content = payload(graph, title=title, left_out=left_out)
    html = _fill(title, content)
    report = Report(
        nodes=graph.number_of_nodes(),
        edges=graph.number_of_edges(),
        events=len(content["events"]),
        bytes=len(html.encode()),
        start=content["start"],
        filters=content["filters"],
        left_out=left_out,
    )
    return html, report


def _fill(title: str, content: dict[str, Any]) -> str:
    from jinja2 import Environment
    from markupsafe import Markup

    style, first, library, script = _asset("page.css"), _asset("first.js"), _library(), _script()
    template = Environment(autoescape=True).from_string(_asset("page.html.j2"))
    return template.render(
        title=title,
        policy=_policy(style, [first, library, script]),
        style=Markup(style),  # noqa: S704 - a file of this package
        first=Markup(first),  # noqa: S704 - a file of this package
        library=Markup(library),  # noqa: S704 - a file of pyvis
        script=Markup(script),  # noqa: S704 - files of this package
        data=Markup(_json(content)),  # noqa: S704 - escaped by _json
        world=Markup(_asset("world.json").strip()),  # noqa: S704 - a file of this package
    )


def _json(value: Any) -> str:
    """JSON that cannot leave its <script> element: <, > and & are written as escapes.

    >>> print(_json("</script><!--"))
    "\\u003c/script\\u003e\\u003c!--"
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text.encode(errors="replace").decode()  # a lone surrogate becomes "?"


def _policy(style: str, scripts: list[str]) -> str:
    """Only the scripts and the style in the page itself may act; nothing may be fetched."""
    allowed = " ".join(f"'{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src '{_digest(style)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


@cache
def _library() -> str:
    text = (resources.files("pyvis") / _VIS).read_text(encoding="utf-8").replace("\r\n", "\n")
    return text.split("//# sourceMappingURL=")[0].replace("</script", "<\\/script")


@cache
def _script() -> str:
    folder = _ASSETS / "js"
    modules = {
        each.name.removesuffix(".js"): each.read_text(encoding="utf-8")
        for each in folder.iterdir()
        if each.name.endswith(".js")
    }
    return bundle(modules, "main").replace("</script", "<\\/script").replace("<!--", "<\\!--")
