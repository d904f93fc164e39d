"""Every thing has a page and RDF under its IRI's path; pages lead only where they should."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.resolve import update
from kg.serve import running
from kg.serve.downloads import FILES
from kg.serve.pages import KINDS
from kg.store import open_store
from kg.store.terms import node, quad
from tests.world import Teller, world

BASE = "https://kg.example/"
CLASSES = {"official": "Official", "state": "State", "body": "Body", "place": "Place", "event": "Event"}


class Links(HTMLParser):
    """The addresses that a page names, and the scripts in it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inline = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.found += [str(given[name]) for name in ("href", "src", "action") if given.get(name)]
        self.inline += tag == "script" and "src" not in given and given.get("type") != "application/json"
        assert not any(name.startswith("on") or name == "style" for name in given), given


def links(page: str) -> Links:
    reader = Links()
    reader.feed(page)
    return reader


def things(http: httpx.Client, kind: str) -> list[str]:
    where = "GRAPH ?x { ?x a schema:NewsArticle }" if kind == "article" else f"?x a kg:{CLASSES[kind]}"
    rows = http.get("/sparql", params={"query": f"SELECT ?x {{ {where} }}"}).json()["results"]["bindings"]
    return [row["x"]["value"].removeprefix(BASE) for row in rows]


@pytest.mark.parametrize("kind", KINDS)
def test_every_thing_has_a_page_and_rdf(http: httpx.Client, kind: str) -> None:
    found = things(http, kind)
    assert found
    for thing in found:
        page = http.get(f"/{thing}", headers={"accept": "text/html"})
        assert page.status_code == 200, thing
        assert "<h1>" in page.text
        assert page.headers["vary"] == "Accept"
        turtle = http.get(f"/{thing}", headers={"accept": "text/turtle"})
        json = http.get(f"/{thing}?format=jsonld")
        lines = http.get(f"/{thing}?format=ntriples")
        read = [
            set(ox.parse(got.content, format))
            for got, format in (
                (turtle, ox.RdfFormat.TURTLE),
                (json, ox.RdfFormat.JSON_LD),
                (lines, ox.RdfFormat.N_TRIPLES),
            )
        ]
        assert read[0] == read[1] == read[2]
        assert any(q.subject == ox.NamedNode(BASE + thing) for q in read[0])


def test_every_link_on_every_page_leads_somewhere(http: httpx.Client) -> None:
    waiting, seen = ["/"], set()
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(("/download/", "/network")):
            continue
        seen.add(address)
        got = http.get(address, headers={"accept": "text/html"}, follow_redirects=True)
        assert got.status_code == 200, address
        if got.headers["content-type"].startswith("text/html"):
            page = links(got.text)
            assert page.inline == 0
            for link in page.found:
                assert link.startswith(("/", "#", "http://", "https://", "data:,")), link
                if link.startswith("/"):
                    waiting.append(link.partition("#")[0])
    assert len(seen) > 40


def test_parts_of_a_thing_lead_to_it(http: httpx.Client) -> None:
    article = things(http, "article")[0]
    part = http.get(f"/{article}/event/1", headers={"accept": "text/html"})
    assert (part.status_code, part.headers["location"]) == (303, f"/{article}#event-1")
    triples = list(ox.parse(http.get(f"/{article}/event/1?format=ntriples").content, ox.RdfFormat.N_TRIPLES))
    assert all(str(q.subject).startswith(f"<{BASE}{article}/event/1") for q in triples)
    assert 'id="event-1"' in http.get(f"/{article}").text


def test_what_is_not_there_is_not_found(http: httpx.Client) -> None:
    for path in (
        "/official/nobody",
        "/state/ZZ",
        "/article/0",
        "/thing/x",
        "/official/../x",
        "/a//b",
        "/%2e%2e/x",
        "/housekeeping",
    ):
        got = http.get(path)
        assert got.status_code in {400, 404}, path
        assert got.text.count("\n") == 1


def test_old_names_lead_to_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with open_store(path) as store:
        update(store, added=world())
        store.apply(
            add=[quad(node("official", "old"), "dcterms:isReplacedBy", node("official", "ahn-gyu-back-kr"))]
        )
    with running(str(path)) as url, httpx.Client(base_url=url, trust_env=False, timeout=30) as http:
        for accept in ("text/html", "text/turtle"):
            got = http.get("/official/old", headers={"accept": accept})
            assert (got.status_code, got.headers["location"]) == (308, "/official/ahn-gyu-back-kr")


def test_words_of_articles_cannot_act(tmp_path: Path) -> None:
    path = tmp_path / "store"
    evil = "<script>alert(1)</script>"
    said = f"Ahn Gyu-back met Shinjiro Koizumi {evil} in Tokyo on May 1, 2026."
    teller = Teller("evil", "2026-05-02", f"Post {evil}", f'{evil} & "x" onload=\n\n{said}')
    object.__setattr__(teller.article, "url", "javascript:alert(1)")
    teller.event(
        ("meeting", "held", "2026-05-01", "May 1, 2026"),
        ("Ahn Gyu-back", "Shinjiro Koizumi"),
        said,
        place="Tokyo",
    )
    with open_store(path) as store:
        update(store, added=[teller.claims()])
    with running(str(path)) as url, httpx.Client(base_url=url, trust_env=False, timeout=30) as http:
        key = things(http, "article")[0]
        pages = [
            "/",
            f"/{key}",
            "/official/ahn-gyu-back-kr",
            "/article",
            "/event",
            "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        ]
        pages += [f"/{thing}" for thing in things(http, "event")]
        pages += [
            "/query?query=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/query?query=%3C/textarea%3E%3Cscript%3E",
        ]
        for page in pages:
            got = http.get(page, headers={"accept": "text/html"})
            text = got.text
            assert got.headers["content-type"].startswith("text/html")
            assert evil not in text, page
            reader = links(text)
            assert reader.inline == 0, page
            assert not any(link.lower().startswith("javascript:") for link in reader.found), page
        assert "javascript:alert(1)" in http.get(f"/{key}").text  # shown, but not a link


def test_search_finds_and_leads(http: httpx.Client) -> None:
    one = http.get("/search", params={"q": "hegseth"})
    assert one.status_code in {200, 303}
    exact = http.get("/search", params={"q": "Mark Rutte"})
    assert (exact.status_code, exact.headers["location"]) == (303, "/official/mark-rutte-nato")
    none = http.get("/search", params={"q": "Nobody Atall"})
    assert "is called" in none.text
    assert http.get("/search").status_code == 200


def test_lists_have_pages(http: httpx.Client) -> None:
    assert "4 in all" in http.get("/event").text
    of = http.get("/event", params={"of": "official/ahn-gyu-back-kr"})
    assert "2 in all" in of.text
    assert http.get("/event", params={"of": "official/nobody"}).status_code == 404
    assert http.get("/event", params={"of": "official/x> ?y"}).status_code == 400
    for page in ("0", "x", "-1", "9" * 30, "²"):
        assert http.get("/event", params={"page": page}).status_code in {200, 400}
    assert http.get("/event", params={"page": "x"}).status_code == 400


@pytest.mark.parametrize("name", FILES)
def test_downloads(http: httpx.Client, name: str) -> None:
    got = http.get(f"/download/{name}")
    assert got.status_code == 200
    assert got.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert len(got.content) > 300
    again = http.get(f"/download/{name}")
    assert again.content == got.content


def test_the_dataset_is_described(http: httpx.Client, site: str) -> None:
    for path in ("/downloads", "/.well-known/void"):
        got = http.get(path, headers={"accept": "text/turtle"}, follow_redirects=True)
        quads = list(ox.parse(got.content, ox.RdfFormat.TURTLE))
        dumps = {
            q.object.value
            for q in quads
            if q.predicate.value == "http://rdfs.org/ns/void#dataDump" and isinstance(q.object, ox.NamedNode)
        }
        assert dumps == {f"{site}/download/{name}" for name in FILES}
    page = http.get("/downloads", headers={"accept": "text/html"}).text
    assert all(f'href="/download/{name}"' in page for name in FILES)


def test_the_network_page_may_run_only_its_own_scripts(http: httpx.Client) -> None:
    got = http.get("/network")
    assert got.status_code == 200
    policy = got.headers["content-security-policy"]
    assert re.search(r"script-src 'sha256-", policy)
    assert "unsafe" not in policy
    assert "Ahn Gyu-back" in got.text


def test_words_are_explained(http: httpx.Client) -> None:
    assert 'id="Meeting"' in http.get("/ns").text
    assert len(list(ox.parse(http.get("/ns?format=turtle").content, ox.RdfFormat.TURTLE))) > 50
