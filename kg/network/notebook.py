"""The network page inside a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from kg.network.page import Report


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that notebooks show: as the source of a frame that may run its own script and no more.

    >>> report = Report(nodes=1, edges=0, events=1, bytes=9, start="events")
    >>> Inline("<p>a &amp; b</p>", report)._repr_html_()[:60]
    '<iframe sandbox="allow-scripts allow-popups allow-downloads"'
    """

    html: str
    report: Report
    height: int = 680  # pixels

    def _repr_html_(self) -> str:
        return (
            '<iframe sandbox="allow-scripts allow-popups allow-downloads" title="Network of diplomatic events" '
            f'width="100%" height="{self.height}" style="border:0" srcdoc="{escape(self.html)}"></iframe>'
        )

    def __str__(self) -> str:
        return str(self.report)
