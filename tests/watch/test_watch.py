"""Feeds of a server that misbehaves: nothing is lost, nothing is repeated, nothing is unbounded."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kg.errors import ReadError, TooLarge, UsageError
from kg.model import Article
from kg.read import Failure, Options, read
from kg.read.web import Fetched, FetchError, Web, allowed, checked
from kg.watch import Round, taker, watch
from tests.watch.server import (
    WORDS,
    Site,
    bomb,
    cut,
    endless,
    fails,
    feed,
    page,
    picture,
    redirect,
    serving,
    slow,
    trickle,
)

OURS = Options(max_bytes=2_000_000, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def client(**times: float) -> Web:
    return Web(OURS, pause=0.0, read_seconds=times.get("read", 0.7), whole_seconds=times.get("whole", 2.0))


class Watch:
    """A watch of one feed that may be stopped and begun again."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.state = folder / "state.json"
        self.got: list[Article] = []
        self.lines: list[str] = []

    def take(self, articles: Sequence[Article]) -> None:
        self.got += articles

    def once(self, *, later: bool = True) -> Round:
        """A new process' poll; `later`: after the pause that the last one set."""
        if later and self.state.exists():
            said = json.loads(self.state.read_text())
            for one in said["feeds"].values():
                one["due"] = 0.0
            self.state.write_text(json.dumps(said))
        return watch(
            [self.site.base + "/feed"],
            self.take,
            state=self.state,
            once=True,
            web=client(),
            log=self.lines.append,
        )

    @property
    def titles(self) -> Counter[str]:
        return Counter(str(article.title) for article in self.got)


def test_new_entries_are_taken_once_over_restarts(site: Site, tmp_path: Path) -> None:
    site.give("/feed", feed("/1", "/2"))
    for name in "123":
        site.give(f"/{name}", page(f"Story {name}"))
    watched = Watch(site, tmp_path)
    assert watched.once().articles == 2
    again = watched.once()
    assert (again.unchanged, again.articles) == (1, 0)
    assert site.not_modified["/feed"] == 1
    site.give("/feed", feed("/3", "/1", "/2"))
    assert watched.once().articles == 1
    assert watched.titles == Counter({"Story 1": 1, "Story 2": 1, "Story 3": 1})
    assert [site.asked[f"/{name}"] for name in "123"] == [1, 1, 1]
    assert watched.got[0].published is not None
    assert watched.got[0].publisher == "Tiber Post"
    assert watched.got[0].url == site.base + "/1"


def test_a_feed_is_left_alone_between_polls(site: Site, tmp_path: Path) -> None:
    site.give("/feed", feed())
    watched = Watch(site, tmp_path)
    watched.once()
    assert watched.once(later=False).polled == 0
    assert site.asked["/feed"] == 1


@pytest.mark.parametrize("trouble", [fails(500), fails(503), fails(429), slow, cut])
def test_a_page_that_fails_is_had_later_though_the_feed_is_unchanged(
    site: Site, tmp_path: Path, trouble: object
) -> None:
    site.give("/feed", feed("/1", "/2"))
    site.give("/1", page("Story 1"))
    site.give("/2", page("Story 2"))
    site.answers["/1"] = trouble  # type: ignore[assignment]
    watched = Watch(site, tmp_path)
    first = watched.once()
    assert (first.articles, first.waiting) == (1, 1)
    del site.answers["/1"]
    second = watched.once()
    assert (second.unchanged, second.articles, second.waiting) == (1, 1, 0)
    assert watched.titles == Counter({"Story 1": 1, "Story 2": 1})


def test_a_page_that_always_fails_is_given_up(site: Site, tmp_path: Path) -> None:
    site.give("/feed", feed("/1"))
    site.answers["/1"] = fails(500)
    watched = Watch(site, tmp_path)
    for _ in range(8):
        watched.once()
    assert site.asked["/1"] == 6
    assert any("answers 500" in line for line in watched.lines)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (redirect("/1"), "in a circle"),
        (endless, "larger than 2 MB"),
        (bomb, "larger than 2 MB"),
        (picture, "image/png"),
        (fails(404), "answers 404"),
        (redirect("file:///etc/passwd"), "no http or https address"),
    ],
)
def test_a_page_that_never_gives_an_article_is_skipped_in_a_line(
    site: Site, tmp_path: Path, trouble: object, words: str
) -> None:
    site.give("/feed", feed("/1", "/2"))
    site.give("/2", page("Story 2"))
    site.answers["/1"] = trouble  # type: ignore[assignment]
    watched = Watch(site, tmp_path)
    done = watched.once()
    assert (done.articles, done.skipped, done.waiting) == (1, 1, 0)
    assert any(words in line for line in watched.lines), watched.lines
    watched.once()
    assert watched.titles == Counter({"Story 2": 1})


@pytest.mark.parametrize("trouble", [fails(500), slow, endless, bomb, redirect("/feed"), picture])
def test_a_feed_that_fails_is_asked_later_and_later(site: Site, tmp_path: Path, trouble: object) -> None:
    site.answers["/feed"] = trouble  # type: ignore[assignment]
    watched = Watch(site, tmp_path)
    dues = []
    for _ in range(3):
        started = time.time()
        assert watched.once().failed == 1
        (state,) = json.loads(watched.state.read_text())["feeds"].values()
        dues.append(state["due"] - started)
    assert dues[0] > 1700
    assert dues[1] > 1.8 * dues[0]
    assert dues[2] > 1.8 * dues[1]
    del site.answers["/feed"]
    site.give("/feed", feed("/1"))
    site.give("/1", page("Story 1"))
    assert watched.once().articles == 1


def test_a_server_that_says_when_is_obeyed(site: Site, tmp_path: Path) -> None:
    site.answers["/feed"] = fails(429, {"Retry-After": "7200"})
    watched = Watch(site, tmp_path)
    watched.once()
    assert any("asked again in 7200 s" in line for line in watched.lines)


def test_robots_are_kept_out(site: Site, tmp_path: Path) -> None:
    site.give("/robots.txt", b"User-agent: *\nDisallow: /private/\n")
    site.give("/feed", feed("/private/1", "/2"))
    site.give("/private/1", page("Private"))
    site.give("/2", page("Story 2"))
    watched = Watch(site, tmp_path)
    assert watched.once().articles == 1
    assert site.asked["/private/1"] == 0
    assert site.asked["/robots.txt"] == 1


def test_a_feed_with_whole_texts_is_not_followed(site: Site, tmp_path: Path) -> None:
    site.give("/feed", feed("/1", text=WORDS * 4))
    watched = Watch(site, tmp_path)
    assert watched.once().articles == 1
    assert site.asked["/1"] == 0


def test_a_kill_before_the_state_is_written_loses_nothing(site: Site, tmp_path: Path) -> None:
    site.give("/feed", feed("/1"))
    site.give("/1", page("Story 1"))
    watched = Watch(site, tmp_path)

    def dies(articles: Sequence[Article]) -> None:
        raise KeyboardInterrupt

    watched.take = dies  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        watched.once()
    del watched.take
    assert watched.once().articles == 1


def test_taking_into_a_store_twice_is_once(site: Site, tmp_path: Path) -> None:
    from kg.store import open_store

    site.give("/feed", feed("/1"))
    site.give("/1", page("Story 1"))
    store = open_store(":memory:")
    watched = Watch(site, tmp_path)
    watched.once()
    take = taker(store)
    assert take(watched.got) == 1
    assert take(watched.got) == 0


def test_hosts_get_a_rest_between_requests(site: Site) -> None:
    rests: list[float] = []
    now = [0.0]

    def rest(seconds: float) -> None:
        rests.append(seconds)
        now[0] += seconds

    web = Web(OURS, pause=1.0, clock=lambda: now[0], sleep=rest)
    for name in "12":
        site.give(f"/{name}", page("x"))
        web.fetch(f"{site.base}/{name}")
    web.close()
    assert rests == [1.0, 1.0]  # after robots.txt and after the first page


def test_a_trickle_ends(site: Site) -> None:
    site.answers["/t"] = trickle
    web = client(whole=0.8)
    started = time.monotonic()
    with pytest.raises(FetchError, match="not there within"):
        web.fetch(site.base + "/t")
    web.close()
    assert time.monotonic() - started < 3


def test_private_addresses_are_refused_unless_allowed(site: Site, tmp_path: Path) -> None:
    site.give("/1", page("Story 1"))
    (failure,) = read([site.base + "/1"])
    assert isinstance(failure, Failure)
    assert "this machine or in its own network" in str(failure)
    assert not site.asked
    (article,) = read([site.base + "/1"], options=OURS)
    assert isinstance(article, Article)
    assert article.title == "Story 1"


def test_redirects_to_private_addresses_are_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public; where it points is checked all the same."""
    import kg.read.web as web_module

    real = web_module.allowed
    monkeypatch.setattr(
        web_module, "allowed", lambda a, *, allow_private: a == "127.0.0.1" or real(a, allow_private=False)
    )
    site.answers["/1"] = redirect("http://[::1]:9/secret")
    web = Web(Options(), pause=0.0)
    with pytest.raises(ReadError, match="own network"):
        web.fetch(site.base + "/1")
    web.close()


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "::1", "fe80::1",
     "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "224.0.0.1"],
)  # fmt: skip
def test_numbers_that_are_not_public(number: str) -> None:
    assert not allowed(number, allow_private=False)


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "file:///etc/passwd", "http:///x", "http://u:p@a.example/", "http://a b/"]
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(FetchError):
        checked(url)


def test_lists_of_addresses_are_read_page_by_page(site: Site, tmp_path: Path) -> None:
    site.give("/1", page("Story 1"))
    site.give("/feed", feed("/9", text=WORDS * 4))
    (tmp_path / "map.xml").write_text(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        f"<url><loc>{site.base}/1</loc><n:news><n:publication><n:name>Tiber Post</n:name></n:publication>"
        f"<n:publication_date>2024-03-04</n:publication_date><n:title>Told by the map</n:title></n:news></url>"
        f"<url><loc>{site.base}/gone</loc></url></urlset>"
    )
    (tmp_path / "index.xml").write_text(
        f"<sitemapindex><sitemap><loc>{site.base}/map.xml</loc></sitemap></sitemapindex>"
    )
    site.give("/map.xml", (tmp_path / "map.xml").read_bytes())
    (tmp_path / "list.opml").write_text(
        f'<opml version="2.0"><body><outline xmlUrl="{site.base}/feed"/></body></opml>'
    )
    for name in ("map.xml", "index.xml"):
        found = list(read([tmp_path / name], options=OURS))
        assert [type(one) for one in found] == [Article, Failure]
        assert isinstance(found[0], Article)
        assert (found[0].title, str(found[0].published)) == ("Told by the map", "2024-03-04")
    (article,) = read([tmp_path / "list.opml"], options=OURS)
    assert isinstance(article, Article)
    assert article.title == "Story 9"


def test_damaged_state_is_said(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text("{")
    with pytest.raises(UsageError, match="move it away"):
        watch(["http://a.example/feed"], list, state=tmp_path / "state.json", once=True)
    with pytest.raises(UsageError, match="no feed to watch"):
        watch([], list, state=tmp_path / "s.json", once=True)


def test_an_answer_says_where_it_came_from(site: Site) -> None:
    site.answers["/old"] = redirect("/new")
    site.give("/new", page("x"))
    web = client()
    found = web.fetch(site.base + "/old")
    web.close()
    assert isinstance(found, Fetched)
    assert (found.url, found.status, found.suffix) == (site.base + "/new", 200, ".html")


def test_limits_hold_before_and_after_unpacking(site: Site) -> None:
    site.answers["/b"] = bomb
    site.answers["/e"] = endless
    web = client()
    for path in ("/b", "/e"):
        with pytest.raises(TooLarge):
            web.fetch(site.base + path)
    web.close()
