"""Addresses: one polite, bounded HTTP client for everything that is fetched.

It goes only where it is told: redirects are followed by hand and checked like the first address, names are
resolved once and the connection goes to the very numbers that were checked, and numbers of this machine
or its own network are refused unless they are allowed. Sizes are bounded before and after unpacking, times
for every read and for the whole. `robots.txt` is obeyed, one host gets one request at a time, a second apart.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import kg
from kg.errors import ReadError, TooLarge
from kg.model import Article
from kg.read.extras import need
from kg.read.formats import read_source
from kg.read.records import HEAD, Failure, Known, Options, Source, size, suffix_of
from kg.read.xmlroot import FEEDS, root_of

if TYPE_CHECKING:
    import httpcore

AGENT = f"diplomatic-events/{kg.__version__}"
REDIRECTS = 5
PAUSE = 1.0  # seconds between two requests to one host
READ_SECONDS = 15.0  # without a byte
WHOLE_SECONDS = 90.0  # for all of an answer
ROBOTS_BYTES = 500_000  # what search engines read of a robots.txt
KEPT_ROBOTS = 1000
CHUNK = 65_536
TYPES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "application/rss+xml": ".rss", "application/atom+xml": ".atom",
    "application/xml": ".xml", "text/xml": ".xml", "application/feed+json": ".json", "application/json": ".json",
    "text/csv": ".csv", "application/zip": ".zip", "message/rfc822": ".eml", "application/warc": ".warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx", "text/x-opml": ".opml",
}  # fmt: skip


class FetchError(ReadError):
    """An address that gave nothing. `retry_after` is how long the server asks to be left alone (seconds)."""

    def __init__(self, message: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `url` is where it came from in the end; status 304 has no data."""

    url: str
    status: int
    data: bytes
    suffix: str = ""
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Web:
    """Fetches addresses; `clock` and `sleep` may be replaced in tests."""

    options: Options = field(default_factory=Options)
    pause: float = PAUSE
    read_seconds: float = READ_SECONDS
    whole_seconds: float = WHOLE_SECONDS
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _last: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, Any] = field(default_factory=dict)
    _pool: httpcore.ConnectionPool | None = None

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What stands at an address. Raises FetchError or TooLarge, in one line, where nothing does."""
        self.permit(url)
        return self.follow(url, self.headers(etag, modified), self.options.max_bytes)

    def headers(self, etag: str | None, modified: str | None) -> dict[str, str]:
        sent = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "gzip"}
        if etag:
            sent["If-None-Match"] = etag
        if modified:
            sent["If-Modified-Since"] = modified
        return sent

    def follow(self, url: str, headers: dict[str, str], limit: int, robots: bool = True) -> Fetched:
        """Fetch, through redirects that stay on http and https."""
        for _ in range(REDIRECTS + 1):
            answer, location = self.request(url, headers, limit)
            if location is None:
                return answer
            there = urljoin(url, location)
            if there == url:
                break
            if urlsplit(url).scheme == "https" and urlsplit(there).scheme == "http":
                raise FetchError("redirected from https to http, which is not safe; not followed")
            url = there
            if robots:
                self.permit(url)
        raise FetchError(f"redirected more than {REDIRECTS} times, or in a circle; not followed")

    def request(self, url: str, headers: dict[str, str], limit: int) -> tuple[Fetched, str | None]:
        """One request: the answer, and where it points if it is a redirect."""
        import httpcore

        self.wait(checked(url))
        times = dict.fromkeys(("connect", "read", "write", "pool"), self.read_seconds)
        over = self.clock() + self.whole_seconds
        try:
            with self.pool().stream(
                "GET", url, headers=list(headers.items()), extensions={"timeout": times}
            ) as response:
                said = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in response.headers}
                status = response.status
                if status in (301, 302, 303, 307, 308) and "location" in said:
                    return Fetched(url, status, b""), said["location"]
                if status == 304:
                    return Fetched(url, status, b"", "", said.get("etag"), said.get("last-modified")), None
                if status != 200:
                    raise refused(status, said)
                data = self.body(response.iter_stream(), said, limit, over)
        except httpcore.TimeoutException:
            raise FetchError(f"no answer within {self.read_seconds:g} seconds; try again later") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
            raise FetchError(f"cannot be fetched ({' '.join(str(error).split())[:100]})") from None
        return Fetched(
            url, status, data, suffix_for(said, url), said.get("etag"), said.get("last-modified")
        ), None

    def body(self, chunks: Iterable[bytes], said: dict[str, str], limit: int, over: float) -> bytes:
        """The answer's bytes, unpacked; raises TooLarge past the limit, packed or not, and FetchError past the time."""
        packed = said.get("content-encoding", "").strip().lower()
        if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise FetchError(f"packed in a way that was not asked for ({packed[:20]})")
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed and packed != "identity" else None
        data = bytearray()
        for chunk in chunks:
            if self.clock() > over:
                raise FetchError(f"not there within {self.whole_seconds:g} seconds; try again later")
            try:
                data += unpack.decompress(chunk, limit + 1 - len(data)) if unpack else chunk
            except zlib.error:
                raise FetchError("damaged on its way (gzip); try again later") from None
            if len(data) > limit or (unpack and unpack.unconsumed_tail):
                raise TooLarge(f"larger than {size(limit)}; no article is")
        if unpack and data and not unpack.eof:
            raise FetchError("cut off on its way; try again later")
        return bytes(data)

    # ------------------------------------------------------------ manners

    def wait(self, host: str) -> None:
        """Let a host rest between two requests."""
        last = self._last.get(host)
        if last is not None and (rest := last + self.pause - self.clock()) > 0:
            self.sleep(rest)
        self._last[host] = self.clock()

    def permit(self, url: str) -> None:
        """Raise FetchError where the host's robots.txt asks programs to stay away."""
        host = checked(url)
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            if len(self._robots) >= KEPT_ROBOTS:
                self._robots.pop(next(iter(self._robots)))
            self._robots[site] = self.rules(site)
        rules = self._robots[site]
        if rules is None:
            return
        if not rules.can_fetch(url, AGENT):
            raise FetchError("its robots.txt asks programs to stay away; not fetched")
        delay = rules.crawl_delay(AGENT)
        if delay and host in self._last:
            self._last[host] += min(float(delay), 30.0) - self.pause

    def rules(self, site: str) -> Any:
        """A site's robots.txt; None where it has none or cannot give one, as RFC 9309 has it for 4xx."""
        protego = need("protego", "web", "an address")
        need("httpcore", "web", "an address")
        try:
            answer = self.follow(site + "/robots.txt", self.headers(None, None), ROBOTS_BYTES, robots=False)
        except TooLarge:
            return None
        except FetchError as error:
            if error.status is not None and error.status < 500:
                return None
            if error.status is None:
                raise
            raise FetchError(
                "its robots.txt cannot be had now; try again later", status=error.status
            ) from None
        return protego.Protego.parse(answer.data.decode("utf-8", "replace"))

    # ------------------------------------------------------------ connections

    def pool(self) -> httpcore.ConnectionPool:
        if self._pool is None:
            import httpcore

            from kg.read.guard import Guarded

            self._pool = httpcore.ConnectionPool(
                max_connections=4,
                retries=0,
                network_backend=Guarded(allow_private=self.options.allow_private),
            )
        return self._pool

    def close(self) -> None:
        """Let go of connections."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None


def checked(url: str) -> str:
    """The host of an address. Raises FetchError for one that is no http or https address.

    >>> checked("https://tiber.example/a")
    'tiber.example'
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or not url.isascii() or any(c <= " " for c in url):
        raise FetchError("no http or https address; check how it is written")
    if parts.username or parts.password:
        raise FetchError("an address with a password in it; fetch it yourself")
    return host.lower()


def allowed(address: str, *, allow_private: bool) -> bool:
    """Whether a number may be connected to: public ones, others only where they are allowed.

    >>> allowed("127.0.0.1", allow_private=False), allowed("::ffff:10.0.0.1", allow_private=False)
    (False, False)
    >>> allowed("8.8.8.8", allow_private=False), allowed("127.0.0.1", allow_private=True)
    (True, True)
    """
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        number = inner or number
    if number.is_multicast or number.is_unspecified:
        return False
    return allow_private or number.is_global


def resolved(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The numbers of a host. Raises FetchError where it has none, or one that may not be connected to."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"no such host: {host}") from None
    numbers = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not all(allowed(number, allow_private=allow_private) for number in numbers):
        raise FetchError(
            f"{host} is this machine or in its own network; not fetched (allow it with --allow-private)"
        )
    return numbers


def refused(status: int, said: dict[str, str]) -> FetchError:
    """What to say of an answer that is none."""
    after = said.get("retry-after", "").strip()
    cure = "check the address" if 400 <= status < 500 and status != 429 else "try again later"
    return FetchError(
        f"the server answers {status}; {cure}",
        status=status,
        retry_after=float(after) if after.isdigit() else None,
    )


def suffix_for(said: dict[str, str], url: str) -> str:
    """The suffix that tells the format: of the type that the server gives, else of the address."""
    kind = said.get("content-type", "").split(";")[0].strip().lower()
    if kind.startswith(("image/", "video/", "audio/", "font/")):
        raise FetchError(f"a file of the type {kind[:40]}, no article")
    if kind in ("application/octet-stream", "application/gzip", "application/x-gzip", ""):
        return suffix_of(url)
    found = TYPES.get(kind, "")
    return "" if found in (".txt", ".xml") else found  # feeds and pages are often sent as these: look inside


# ------------------------------------------------------------ for kg.read


def read_address(url: str, options: Options) -> Iterator[Article | Failure]:
    """What stands at one address: a page, a feed, a sitemap or any other format."""
    yield from read_addresses([Known(url=url)], options)


def read_addresses(
    found: Iterable[Known], options: Options, *, depth: int = 0, web: Web | None = None
) -> Iterator[Article | Failure]:
    """What stands at some addresses, one after the other, with what is known of each."""
    web = web or Web(options)
    try:
        for known in found:
            url = known.url or ""
            try:
                answer = web.fetch(url)
            except ReadError as error:
                yield Failure(url, error)
                continue
            yield from of_answer(answer, known, options, depth)
    finally:
        web.close()


def of_answer(answer: Fetched, known: Known, options: Options, depth: int = 0) -> Iterator[Article | Failure]:
    """What an answer holds."""
    where = Known(known.title, known.published, known.publisher, answer.url)
    source = Source.of(known.url or answer.url, answer.data, known=where)
    listed = root_of(answer.data[:HEAD]) in {*FEEDS, "urlset", "sitemapindex", "opml"}
    source.suffix = ".xml" if listed else answer.suffix  # whatever type the server gives them
    if source.suffix in {".html", ".htm"} and answer.data[:HEAD].lstrip()[:1] == b"{":
        source.suffix = ".json"  # no page begins so, but JSON feeds are sent as pages
    source.depth = depth
    yield from read_source(source, options)
