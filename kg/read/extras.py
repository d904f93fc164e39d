"""Libraries that not everybody needs, and the line that tells how to get them."""

from __future__ import annotations

import importlib
from typing import Any

from kg.errors import ReadError


def need(module: str, extra: str, what: str) -> Any:
    """Import a module of an extra. Raises ReadError, which says what to install, where it is missing.

    >>> need("no_such_module", "files", "a PDF")
    Traceback (most recent call last):
    kg.errors.ReadError: a PDF needs an extra; pip install 'diplomatic-events[files]'
    """
    try:
        return importlib.import_module(module)
    except ImportError:
        raise ReadError(f"{what} needs an extra; pip install 'diplomatic-events[{extra}]'") from None
