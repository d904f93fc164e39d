"""Where a server answers: from one address to the endpoints of the three SPARQL 1.1 protocols."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg import vocab
from kg.errors import UsageError

PICTURE_GRAPH = vocab.BASE + "picture"  # holds the picture on servers without a default graph of their own


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses and the access of one server.

    `picture` names the graph that holds the picture, "" where the default graph does. `user`, `password`
    and `token` never appear in a message.
    """

    address: str
    query: str
    update: str
    graphs: str  # the Graph Store protocol
    picture: str = ""
    user: str = ""
    password: str = ""
    token: str = ""

    @property
    def basic(self) -> tuple[str, str] | None:
        """User and password, where there are any."""
        return (self.user, self.password) if self.user else None

    def __repr__(self) -> str:
        return f"Endpoints({self.address!r})"


def endpoints(address: str, environment: Mapping[str, str] | None = None) -> Endpoints:
    """The endpoints behind an address.

    An address that ends in `/sparql` is read as Virtuoso's: queries and updates go there (with a user, to
    `/sparql-auth`), graphs to `/sparql-graph-crud`. Any other is read as that of Oxigraph or Fuseki:
    `/query`, `/update` and `/store` under it. User, password and token come from KG_STORE_USER,
    KG_STORE_PASSWORD and KG_STORE_TOKEN. Raises UsageError for an address that cannot be one.

    >>> endpoints("http://localhost:7878/", {}).update
    'http://localhost:7878/update'
    >>> endpoints("http://localhost:8890/sparql", {}).graphs
    'http://localhost:8890/sparql-graph-crud'
    """
    found = os.environ if environment is None else environment
    parts = urlsplit(address)
    if parts.username or parts.password:
        raise UsageError(
            "leave user and password out of the address; set KG_STORE_USER and KG_STORE_PASSWORD"
        )
    if not parts.hostname or parts.query or parts.fragment:
        raise UsageError(
            f"{address} is no store's address; write http://host:port/ or http://host:port/sparql"
        )
    base = urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), "", ""))
    access = {
        "user": found.get("KG_STORE_USER", ""),
        "password": found.get("KG_STORE_PASSWORD", ""),
        "token": found.get("KG_STORE_TOKEN", ""),
    }
    if base.endswith("/sparql"):
        suffix = "-auth" if access["user"] else ""
        return Endpoints(
            base, base + suffix, base + suffix, f"{base}-graph-crud{suffix}", picture=PICTURE_GRAPH, **access
        )
    return Endpoints(base, base + "/query", base + "/update", base + "/store", **access)
