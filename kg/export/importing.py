"""N-Quads and TriG exports taken back: their claims and judgements, checked, written anew.

The picture in a file is ignored, since it follows from the claims; resolve again after an import. What
is read is turned into records and those into quads, so that nothing enters the store that an article
could not have put there.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.errors import KgError, NotFound, UsageError
from kg.export.files import format_suffix, reading
from kg.model import ArticleClaims, Judgement
from kg.store import Store
from kg.store.claims import article_keys, article_node, claim_quads
from kg.store.judgements import judgement_quads, judgements_of
from kg.store.reading import claims_of
from kg.store.terms import JUDGEMENTS, path_of

READABLE = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG}
KEY = re.compile("[0-9a-f]{16}")
BATCH = 20_000  # quads written in one step: measured, larger steps are no faster


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought."""

    articles: int
    judgements: int
    known: int  # articles that were there already, and stay as they were


def import_(store: Store, path: Path | str) -> Imported:
    """Add the claims and judgements of an N-Quads or TriG file (also `.gz`, `.zst`) to a store.

    Articles that the store holds already stay as they are. The picture is not touched: resolve again
    afterwards. Raises UsageError for another format, KgError for a file that is not one of our exports.
    """
    known = set(article_keys(store))
    judgements = articles = already = 0
    batch: list[ox.Quad] = []
    for record in read_export(path):
        if isinstance(record, Judgement):
            judgements += 1
            batch.extend(judgement_quads(record))
        elif record.article.key in known:
            already += 1
        else:
            articles += 1
            batch.extend(claim_quads(record))
        if len(batch) >= BATCH:
            store.apply(add=batch)
            batch = []
    store.apply(add=batch)
    return Imported(articles, judgements, already)


def read_export(path: Path | str) -> Iterator[ArticleClaims | Judgement]:
    """The claims of every article in an export, by key, then its judgements.

    The file may be in any order: it is loaded into a store of its own first, on disk beside the system's
    other temporary files, so that memory does not grow with it.
    """
    path = Path(path)
    suffix = format_suffix(path)
    if suffix not in READABLE:
        raise UsageError(
            f"{path}: an import reads N-Quads and TriG; name a .nq or .trig file, or .gz or .zst of one"
        )
    with tempfile.TemporaryDirectory() as folder:
        scratch = ox.Store(folder)
        with reading(path) as stream:
            load(scratch, stream, READABLE[suffix], path)
        yield from records(scratch, path)
        del scratch


def load(scratch: ox.Store, stream: IO[bytes], format: ox.RdfFormat, path: Path) -> None:
    """Load a file. Raises KgError, one line, where it breaks the format."""
    try:
        scratch.bulk_load(stream, format)
    except (SyntaxError, ValueError) as error:
        raise KgError(f"{path} is no valid {format.name}: {' '.join(str(error).split())}") from None


def records(scratch: ox.Store, path: Path) -> Iterator[ArticleClaims | Judgement]:
    """The records in a store that somebody else may have written."""
    names = sorted(name.value for name in scratch.named_graphs() if isinstance(name, ox.NamedNode))
    keys = [parts[1] for parts in map(path_of, map(ox.NamedNode, names)) if is_article(parts)]
    if not keys and JUDGEMENTS.value not in names:
        raise KgError(f"{path} holds no claims; import what `kg export -f nquads` or `-f trig` wrote")
    try:
        for key in keys:
            yield claims_of(key, scratch.quads_for_pattern(None, None, None, article_node(key)))
        yield from judgements_of(scratch.quads_for_pattern(None, None, None, JUDGEMENTS))
    except (NotFound, ValueError, KeyError, IndexError, AttributeError) as error:
        reason = " ".join(str(error).split())
        raise KgError(f"{path} holds claims that cannot be read ({reason}); export it anew") from None


def is_article(parts: tuple[str, ...]) -> bool:
    """Whether a graph's path is that of an article: `article` and 16 hexadecimal digits."""
    return len(parts) == 2 and parts[0] == "article" and KEY.fullmatch(parts[1]) is not None
