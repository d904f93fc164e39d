"""Export, import and validation: the graph taken away, brought back, and checked."""

from __future__ import annotations

from kg.export.exporting import FORMATS, Format, export, format_of
from kg.export.filters import Filters
from kg.export.importing import Imported, import_
from kg.export.validation import Report, validate

__all__ = [
    "FORMATS",
    "Filters",
    "Format",
    "Imported",
    "Report",
    "export",
    "format_of",
    "import_",
    "validate",
]
