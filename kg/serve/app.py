"""The application: which address leads to which work, and how limits and errors are answered."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from kg.errors import StoreError
from kg.serve.downloads import FILES, media_type
from kg.serve.frames import Ended, Job
from kg.serve.guarded import Guarded
from kg.serve.kept import state_of
from kg.serve.limits import MIB, Limits
from kg.serve.pool import Answer, Busy, Lost, Pool, TooLong

if TYPE_CHECKING:
    from starlette.types import ASGIApp

ASSETS = {
    "style.css": "text/css",
    "theme.js": "text/javascript",
    "query.js": "text/javascript",
    "editor.js": "text/javascript",
}
CHUNK = 1 << 16
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
NETWORK_MEMORY = 2048 * MIB  # the page of 5,000 nodes with networkx and a layout took 0.6 GiB
EXPORT_MEMORY = 1024 * MIB  # exports stream; this is for their index of pieces
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
CACHED = frozenset({"/", "/downloads", "/dataset"})  # pages that count everything; they hold no nonce
PAGE = 5.0  # quanta before a page counts as slow: our own queries, but many
CACHE = 15  # of these, by what was accepted
PARAMETERS = 64  # in a request
LONG = 200  # characters of a parameter of a page

Handler = Callable[[Request], Awaitable[Response]]


class Refused(Exception):  # noqa: N818 - reads as what it says
    """A request that is answered with a status and one line."""

    def __init__(self, status: int, line: str, **headers: str) -> None:
        super().__init__(line)
        self.response = error(status, line, **headers)


def error(status: int, line: str, **headers: str) -> Response:
    """One line, as text. Underscores in header names stand for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return PlainTextResponse(line + "\n", status, named)


class Site:
    """The handlers, with the pool that they share."""

    def __init__(self, address: str, limits: Limits) -> None:
        self.address = address
        self.limits = limits
        self.pool = Pool(address, limits)
        self.downloading = asyncio.Semaphore(limits.downloads)
        self.drawing = asyncio.Lock()
        self.network_page: tuple[object, bytes] | None = None
        self.cache: dict[tuple[str, str, str], tuple[object, Response]] = {}

    # ------------------------------------------------------------ SPARQL

    async def sparql(self, request: Request) -> Response:
        """The SPARQL 1.1 Protocol."""
        parameters = await self.parameters(request)
        if "update" in parameters:
            raise Refused(
                403, "this endpoint only reads; `kg add`, `kg remove` and `kg import` change the graph"
            )
        queries = parameters.get("query", [])
        if not queries:
            if request.method == "POST":
                raise Refused(400, "the request holds no query; send it as `query` in a form, or as the body")
            return await self.page(request)
        if len(queries) > 1:
            raise Refused(400, "the request holds several queries; send one")
        job: Job = {
            "do": "query",
            "query": queries[0],
            "default": parameters.get("default-graph-uri", []),
            "named": parameters.get("named-graph-uri", []),
            "format": (parameters.get("format") or [""])[0],
            "accept": request.headers.get("accept", ""),
            "rows": self.limits.rows,
        }
        return await self.answer(request, job)

    async def parameters(self, request: Request) -> dict[str, list[str]]:
        """The parameters of a request: in its address, and in its body if that is a form."""
        found = pairs(request.url.query.encode("latin-1"))
        if request.method == "POST":
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind == UPDATE:
                raise Refused(
                    403, "this endpoint only reads; `kg add`, `kg remove` and `kg import` change the graph"
                )
            if kind not in {FORM, QUERY}:
                raise Refused(415, f"send a query as {FORM} or as {QUERY}", accept_post=f"{FORM}, {QUERY}")
            body = await self.body(request)
            found += pairs(body) if kind == FORM else [("query", decoded(body))]
        parameters: dict[str, list[str]] = {}
        for name, value in found:
            parameters.setdefault(name, []).append(value)
        return parameters

    async def body(self, request: Request) -> bytes:
        """The body. Raises Refused for one that is too large or too slow."""
        if request.headers.get("content-encoding", "identity") != "identity":
            raise Refused(415, "send the body as it is, not compressed")
        body = bytearray()
        try:
            async with asyncio.timeout(self.limits.client):
                async for piece in request.stream():
                    body += piece
                    if len(body) > self.limits.body:
                        raise Refused(413, f"a query may have {self.limits.body:,} bytes", connection="close")
        except TimeoutError:
            raise Refused(408, "the request took too long to arrive", connection="close") from None
        return bytes(body)

    # ------------------------------------------------------------ pages and files

    async def page(self, request: Request) -> Response:
        """A page, or the RDF behind it."""
        parameters = dict(pairs(request.url.query.encode("latin-1")))
        job: Job = {
            "do": "page",
            "path": request.scope["raw_path"].decode("ascii", "replace"),
            "accept": request.headers.get("accept", ""),
            "parameters": {name: value[: self.limits.body] for name, value in parameters.items()},
            "nonce": request.state.nonce,
            "home": f"http://{request.headers['host']}",
            "limits": {"seconds": self.limits.seconds, "rows": self.limits.rows},
        }
        cached = job["path"] in CACHED and request.method == "GET" and not parameters
        key = (job["path"], job["accept"], job["home"])
        state = state_of(self.address) if cached else None
        if state is not None and self.cache.get(key, (None,))[0] == state:
            return self.cache[key][1]
        response = await self.answer(request, job)
        if state is not None and response.status_code == 200 and not isinstance(response, StreamingResponse):
            self.cache = {**dict(list(self.cache.items())[-CACHE:]), key: (state, response)}
        return response

    async def download(self, request: Request) -> Response:
        """The whole graph in a format, as it is written."""
        name = request.path_params["name"]
        if name not in FILES:
            raise Refused(404, f"there is no such file; there are {', '.join(FILES)}")
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        if request.method == "HEAD":
            return Response(headers=headers, media_type=media_type(name))
        if self.downloading.locked():
            raise Refused(503, "as many downloads as may run are running; try again later", retry_after="10")
        return StreamingResponse(self.written(name), headers=headers, media_type=media_type(name))

    async def written(self, name: str) -> AsyncIterator[bytes]:
        """A file in pieces. An end before its time breaks the connection, so that nobody takes it for whole."""
        async with self.downloading, self.pool.apart(EXPORT_MEMORY) as process:
            async for piece in process.stream({"do": "file", "name": name}):
                if isinstance(piece, Ended):
                    if piece.error:
                        raise RuntimeError(piece.error)
                    return
                yield piece

    async def network(self, request: Request) -> Response:
        """The network page, made once for each state of the store."""
        async with self.drawing:
            state = state_of(self.address) or int(asyncio.get_running_loop().time() / 60)
            if self.network_page is None or self.network_page[0] != state:
                self.network_page = state, await self.drawn()
            page = self.network_page[1]
        policy = POLICY.search(page[:4096].decode("utf-8", "ignore"))
        own = html.unescape(policy[1]) if policy else "default-src 'none'"
        headers = {"content-security-policy": own + "; frame-ancestors 'none'"}
        return Response(page, headers=headers, media_type="text/html")

    async def drawn(self) -> bytes:
        """The network page. Raises Refused."""
        pieces: list[bytes] = []
        try:
            async with asyncio.timeout(self.limits.page), self.pool.apart(NETWORK_MEMORY) as process:
                async for piece in process.stream({"do": "network"}):
                    if isinstance(piece, bytes):
                        pieces.append(piece)
                    elif piece.error:
                        raise Refused(piece.status, piece.error)
        except (TimeoutError, Lost):
            raise Refused(503, "the network page could not be made in time; `kg graph` makes it") from None
        return b"".join(pieces)

    async def asset(self, request: Request) -> Response:
        """A file of the pages themselves: one of a fixed list."""
        name = request.path_params["name"]
        if name not in ASSETS:
            raise Refused(404, "there is no such file")
        content = files("kg.serve").joinpath("assets", name).read_bytes()
        return Response(content, media_type=ASSETS[name], headers={"cache-control": "max-age=3600"})

    # ------------------------------------------------------------ answers

    async def answer(self, request: Request, job: Job) -> Response:
        """Have a job done, unless the client goes away meanwhile."""
        work = asyncio.create_task(self.pool.ask(job, 1.0 if job["do"] == "query" else PAGE))
        gone = asyncio.create_task(disconnected(request))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise ClientDisconnect
            return respond(work.result(), head=request.method == "HEAD")
        except TimeoutError:
            raise Refused(
                504, f"the question was stopped after {self.limits.seconds:g} seconds; ask for less"
            ) from None
        except Busy as busy:
            raise Refused(503, str(busy), retry_after="2") from None
        except TooLong:
            raise Refused(
                422, "the answer is too long; ask for less with LIMIT, or take a download"
            ) from None
        except Lost:
            raise Refused(
                507, "the question took more memory, or goes deeper, than is allowed; ask for less"
            ) from None
        finally:
            gone.cancel()
            if not work.done():
                work.cancel()


async def disconnected(request: Request) -> None:
    """Return when the client has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def respond(answer: Answer, *, head: bool) -> Response:
    """A finished answer as HTTP."""
    ended = answer.ended
    headers = {"vary": "Accept", **dict(ended.headers)}
    if ended.error:
        answer.body.close()
        return PlainTextResponse(ended.error + "\n", ended.status, headers)
    if head or answer.length <= CHUNK:
        with answer.body as body:
            return Response(b"" if head else body.read(), ended.status, headers)
    headers["content-length"] = str(answer.length)
    return StreamingResponse(chunks(answer), ended.status, headers)


async def chunks(answer: Answer) -> AsyncIterator[bytes]:
    """The pieces of a long answer."""
    with answer.body as body:
        while piece := body.read(CHUNK):
            yield piece


def pairs(query: bytes) -> list[tuple[str, str]]:
    """Names and values of a form. Raises Refused for one that is none.

    >>> pairs(b"query=ASK+%7B%7D&x=")
    [('query', 'ASK {}'), ('x', '')]
    """
    try:
        return parse_qsl(
            query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=PARAMETERS
        )
    except ValueError:
        raise Refused(400, "the parameters are no UTF-8 text in percent encoding") from None


def decoded(body: bytes) -> str:
    """A body as text. Raises Refused."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise Refused(400, "the query is no UTF-8 text") from None


async def refused(request: Request, problem: Exception) -> Response:
    """The answer to a request that was refused."""
    if isinstance(problem, Refused):
        return problem.response
    if isinstance(problem, StoreError):
        return error(503, str(problem), retry_after="5")
    if isinstance(problem, HTTPException):
        lines = {404: "there is no such page", 405: "this address takes no such method"}
        response = error(problem.status_code, lines.get(problem.status_code, "the request is wrong"))
        response.headers.update(problem.headers or {})
        return response
    return Response(status_code=499)  # the client has gone; nobody reads this


def application(
    address: str, limits: Limits, *, hosts: list[str] | None, cors: list[str]
) -> tuple[ASGIApp, Site]:
    """The whole application on a store, and what is behind it."""
    site = Site(address, limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await site.pool.open()
        yield
        await site.pool.close()

    async def moved(request: Request) -> Response:
        return RedirectResponse("/downloads", 303)

    def route(path: str, handler: Handler, *methods: str) -> Route:
        return Route(path, handler, methods=["GET", *methods])

    routes = [
        route("/sparql", site.sparql, "POST"),
        route("/network", site.network),
        route("/download/{name}", site.download),
        route("/assets/{name}", site.asset),
        route("/.well-known/void", moved),
        route("/{path:path}", site.page),
    ]
    handlers: dict[Any, Any] = dict.fromkeys((Refused, StoreError, HTTPException, ClientDisconnect), refused)
    middleware = []
    if cors:
        middleware.append(
            Middleware(CORSMiddleware, allow_origins=cors, allow_methods=["GET", "POST"], max_age=600)
        )
    app = Starlette(routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=lifespan)
    app.router.redirect_slashes = False
    return Guarded(app, hosts=hosts, shared=bool(cors)), site
