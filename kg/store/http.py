"""Requests to a SPARQL server: one connection, kept open; every failure as one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.errors import QueryError, StoreError, StoreUnavailable, UsageError
from kg.store.endpoints import Endpoints

if TYPE_CHECKING:
    import httpx

CONNECT = 10.0  # seconds until a server counts as not there
ANSWER = 600.0  # seconds that a server may think about a query before it sends anything
SHOWN = 200  # characters of a server's own message


class Client:
    """Speaks HTTP with one server. Raises UsageError where httpx is not installed."""

    def __init__(self, endpoints: Endpoints) -> None:
        try:
            import httpx
        except ImportError:
            raise UsageError(
                "stores on servers need httpx: pip install 'diplomatic-events[remote]'"
            ) from None
        self.endpoints = endpoints
        headers = {"Authorization": f"Bearer {endpoints.token}"} if endpoints.token else {}
        self.http = httpx.Client(
            headers=headers,
            auth=auth(endpoints),
            timeout=httpx.Timeout(ANSWER, connect=CONNECT),
            follow_redirects=False,  # a redirect would carry queries, and perhaps passwords, elsewhere
            trust_env=False,  # no proxy, no .netrc: what is asked stays between us and the server
        )

    def post(self, url: str, body: bytes, kind: str, accept: str, params: Mapping[str, str]) -> bytes:
        """Post a body and read the answer whole."""
        headers = {"Content-Type": kind, "Accept": accept}
        with self.sent("POST", url, params, content=body, headers=headers) as response:
            return response.read()

    @contextmanager
    def streamed(
        self, url: str, accept: str, params: Mapping[str, str], query: str
    ) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Post a query and give its content type and its answer as it comes."""
        # As a form: Virtuoso 7.2 does not answer a query that is the body itself when it asks for access.
        body = urlencode({"query": query, **params}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        with self.sent("POST", url, {}, content=body, headers=headers) as response:
            yield response.headers.get("content-type", ""), response.iter_bytes(1 << 16)

    @contextmanager
    def sent(
        self,
        method: str,
        url: str,
        params: Mapping[str, str],
        *,
        content: bytes | None,
        headers: dict[str, str],
    ) -> Iterator[httpx.Response]:
        """The response to a request, if it is one of success."""
        import httpx

        try:
            with self.http.stream(method, url, params=params, content=content, headers=headers) as response:
                if not response.is_success:
                    response.read()
                    raise refused(self.endpoints.address, response)
                yield response
        except httpx.TimeoutException:
            raise StoreUnavailable(
                f"the store {self.endpoints.address} took too long to answer; try again, or ask for less"
            ) from None
        except httpx.HTTPError as error:
            reason = " ".join(str(error).split()) or type(error).__name__
            raise StoreUnavailable(
                f"the store {self.endpoints.address} does not answer ({reason}); is the server running?"
            ) from None

    def close(self) -> None:
        """Close the connection."""
        self.http.close()


def auth(endpoints: Endpoints) -> httpx.Auth | None:
    """How to say who we are: Virtuoso's `-auth` endpoints want a digest, the others basic."""
    import httpx

    if not endpoints.user:
        return None
    kind = httpx.DigestAuth if endpoints.query.endswith("-auth") else httpx.BasicAuth
    return kind(endpoints.user, endpoints.password)


def refused(address: str, response: httpx.Response) -> StoreError | QueryError | SyntaxError:
    """What a status that is no success means."""
    status = response.status_code
    said = " ".join(response.text.split())[:SHOWN]
    if status in {401, 403}:
        return StoreError(
            f"the store {address} refuses access ({status}); set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN"
        )
    if status == 404:
        return StoreUnavailable(
            f"there is no SPARQL endpoint at {response.url.copy_with(query=None)}; check --store"
        )
    if 300 <= status < 400:
        return StoreUnavailable(f"the store {address} has moved ({status}); use its new address")
    if status == 400:
        return SyntaxError(said)  # as pyoxigraph says it; whoever asked makes it a QueryError
    return StoreError(f"the store {address} answers {status}: {said or 'no reason given'}")
