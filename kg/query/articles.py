"""Articles of a store, by the names that people use for them."""

from __future__ import annotations

import difflib
import re

from kg.errors import NotFound, UsageError
from kg.query.run import Queryable, select
from kg.vocab import PREFIXES

KEY = re.compile(r"[0-9a-f]{16}")
SHOWN = 4  # articles named in a message


def find_article(store: Queryable, name: str) -> str:
    """The key of an article: given its key, its IRI or `article:KEY`, its file's stem or name, or its address.

    Raises NotFound with near names; UsageError where several articles have that name.
    """
    import pyoxigraph as ox

    name = name.strip().strip("<>")
    key = name.removeprefix(PREFIXES["article"]).removeprefix("article:")
    if KEY.fullmatch(key):
        where = f"VALUES ?a {{ <{PREFIXES['article']}{key}> }}"
    else:
        stem = re.sub(r"\.\w{1,5}$", "", name.rpartition("/")[2])
        texts = " ".join(str(ox.Literal(text)) for text in dict.fromkeys((name, stem)))
        address = ox.Literal(name, datatype=ox.NamedNode(PREFIXES["xsd"] + "anyURI"))
        where = f"VALUES ?name {{ {texts} {address} }} GRAPH ?a {{ ?a kg:articleId|schema:url ?name }}"
    rows = select(
        store, f"SELECT DISTINCT ?a WHERE {{ {where} GRAPH ?a {{ ?a a schema:NewsArticle }} }} ORDER BY ?a"
    )
    keys = [iri.rpartition("/")[2] for (iri,) in rows]
    if len(keys) == 1:
        return keys[0]
    if keys:
        listed = ", ".join(f"article:{each}" for each in keys[:SHOWN])
        raise UsageError(f"{len(keys)} articles are called {name!r}: {listed}; name one of these")
    raise NotFound(f"the store holds no article called {name!r}{near(store, name)}")


def near(store: Queryable, name: str) -> str:
    ids = [text for (text,) in select(store, "SELECT ?id WHERE { GRAPH ?a { ?a kg:articleId ?id } }")]
    close = difflib.get_close_matches(name, sorted(set(ids)), n=2, cutoff=0.6)
    return f"; did you mean {' or '.join(close)}?" if close else "; `kg query` lists articles by kg:articleId"
