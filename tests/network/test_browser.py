"""The page in a real browser, without a network: what a person sees, does and must be safe from."""

from __future__ import annotations

import csv
import io
import random
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.network import Filters, Inline, page, render, states_view, to_networkx
from kg.vocab import BASE
from tests.network import synthetic
from tests.network.conftest import Opened, open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PNG = b"\x89PNG\r\n\x1a\n"
POINT = """id => {
  const at = networkPage.canvas.pixel(networkPage.canvas.view.byId.get(id));
  const frame = document.getElementById('stage').getBoundingClientRect();
  return { x: at.x + frame.left, y: at.y + frame.top };
}"""
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)",
    "<svg onload=alert(4)>",
    "\"><a href='javascript:alert(5)'>click</a>",
    "{{7*7}}${alert(6)}",
    "<!--<script>alert(7)//-->",
    "data:text/html,<script>alert(8)</script>",
    "\u2028\u2029\u202e</style><style>*{display:none}</style>",
    "<iframe srcdoc='<script>alert(10)</script>'></iframe>",
)


def test_it_opens_from_a_file_and_shows_every_event(opened: Opened, store: ox.Store) -> None:
    assert opened.page.inner_text("h1") == "Made-up talks"
    assert opened.page.inner_text("#count") == "60 events"
    graph = to_networkx(store)
    assert opened.run("() => networkPage.shown.nodes.size") > 100
    drawn = opened.run(
        "() => networkPage.model.views.states.edges.map(e => [e.a.id, e.b.id, e.events.length])"
    )
    view = states_view(graph)
    assert len(drawn) == view.number_of_edges()
    assert {frozenset((a, b)): count for a, b, count in drawn} == {
        frozenset((a.removeprefix(BASE), b.removeprefix(BASE))): weight
        for a, b, weight in view.edges(data="weight")
    }
    assert not _is_blank(opened)


def _is_blank(opened: Opened) -> bool:
    """Whether the canvas that is seen has one colour only."""
    script = """() => {
      const canvas = document.querySelector('.canvas:not([hidden]) canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set();
      for (let i = 0; i < data.length; i += 40) seen.add(data[i] * 65536 + data[i + 1] * 256 + data[i + 2]);
      return seen.size < 5;
    }"""
    return bool(opened.run(script))


def test_no_label_covers_another_at_the_first_look(opened: Opened) -> None:
    for view in ("events", "states", "officials"):
        opened.go(f"view={view}")
        boxes = opened.run(
            "() => networkPage.canvas.labels.map(l => [l.x - l.width / 2, l.y - l.height / 2, l.x + l.width / 2, l.y + l.height / 2])"
        )
        assert len(boxes) >= 15
        for index, (left, top, right, bottom) in enumerate(boxes):
            assert not any(left < r and a < right and top < b and t < bottom for a, t, r, b in boxes[:index])


def test_a_click_on_an_event_shows_who_where_when_status_and_the_quote(
    opened: Opened, store: ox.Store
) -> None:
    query = f"""PREFIX kg: <{BASE}ns#> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        SELECT ?e ?who ?where ?day {{ ?e kg:status kg:cancelled ; sem:hasActor/<https://schema.org/name> ?who ; kg:edtf ?day ;
        sem:hasPlace/<http://www.w3.org/2000/01/rdf-schema#label> ?where }} ORDER BY ?e LIMIT 1"""
    rows: Any = store.query(query)
    event, who, where, day = (value.value for value in next(iter(rows)))
    point = opened.run(POINT, event.removeprefix(BASE))
    opened.page.mouse.click(point["x"], point["y"])
    opened.page.wait_for_selector("#panel:not([hidden])")
    said = opened.page.inner_text("#panel")
    assert who in said
    assert where in said
    assert opened.run("() => document.querySelector('#panel time').dateTime") == day
    assert opened.page.inner_text("#panel .badge") == "Cancelled"
    assert "The two sides met for" in opened.page.inner_text("#panel blockquote")
    assert opened.page.get_attribute("#panel figcaption a", "href") or ""
    assert opened.page.inner_text("#panel figcaption cite") in synthetic.OUTLETS


def test_a_click_on_a_line_shows_what_two_states_did_together(opened: Opened) -> None:
    opened.go("view=states")
    middle = opened.run("""() => {
      const { edge } = networkPage.shown.edges.find(s => s.events.length > 1);
      networkPage.canvas.network.moveTo({ position: { x: (edge.a.body.x + edge.b.body.x) / 2, y: (edge.a.body.y + edge.b.body.y) / 2 }, scale: 3 });
      return [edge.a.name, edge.b.name, edge.events.length];
    }""")
    opened.page.wait_for_timeout(100)
    box = opened.page.locator("#stage").bounding_box()
    assert box
    opened.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert opened.page.inner_text("#panel-title") == f"{middle[0]} – {middle[1]}"
    assert opened.page.locator("#panel .event").count() == middle[2]


# ------------------------------------------------------------------ the panel says what the store says


def _panel(opened: Opened) -> dict[str, Any]:
    """Everything the panel tells, with all events unfolded."""
    more = opened.page.locator("#panel .more")
    if more.count() and more.is_visible():
        more.click()
    found: dict[str, Any] = opened.run("""() => {
      const texts = (root, selector) => [...root.querySelectorAll(selector)].map(e => e.textContent);
      const quotes = root => [...root.querySelectorAll('.quote')].map(q => [
        q.querySelector('blockquote').textContent, q.querySelector('cite')?.textContent ?? '',
        q.querySelector('time')?.dateTime ?? '', q.querySelector('a')?.href ?? '']);
      const panel = document.getElementById('panel');
      const when = root => root.querySelector('time')?.dateTime ?? '';
      return {
        title: panel.querySelector('h2').textContent,
        posts: [...panel.querySelectorAll('.post')].map(p => [p.querySelector('strong').textContent, [...p.querySelectorAll(':scope > .quiet time')].map(t => t.dateTime), p.querySelector('.quiet').textContent]),
        events: [...panel.querySelectorAll('.event')].map(e => [e.dataset.event, e.querySelector('h4').textContent, when(e), e.querySelector('.badge').textContent, quotes(e)]),
        parts: [...panel.querySelectorAll('.part')].map(p => texts(p, 'button')),
        quotes: quotes(panel),
        when: when(panel),
        status: panel.querySelector('.account .badge')?.textContent ?? '',
      };
    }""")
    return found


class Answers:
    """The same facts, asked of the store."""

    head = f"""PREFIX kg: <{BASE}ns#> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX schema: <https://schema.org/>
        PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX org: <http://www.w3.org/ns/org#> """

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def ask(self, query: str) -> list[list[str]]:
        rows: Any = self.store.query(self.head + query)
        return [["" if value is None else value.value for value in row] for row in rows]

    def label(self, iri: str) -> str:
        return self.ask(f"SELECT ?l {{ <{iri}> rdfs:label ?l }}")[0][0]

    def quotes(self, event: str) -> list[list[str]]:
        return sorted(
            self.ask(f"""SELECT DISTINCT ?words ?publisher ?date ?url {{ <{event}> kg:claim ?claim GRAPH ?article {{
            ?claim kg:evidence ?q . ?q oa:hasSelector/oa:exact ?words . ?article schema:publisher/schema:name ?publisher ;
            schema:datePublished ?date ; schema:url ?url }} }}""")
        )

    def events(self, iri: str) -> list[list[Any]]:
        name = {"official": "sem:hasActor", "state": "kg:party", "body": "kg:party", "place": "sem:hasPlace"}[
            iri.removeprefix(BASE).split("/")[0]
        ]
        rows = self.ask(
            f"SELECT ?e ?l ?day ?s {{ ?e a kg:Event ; {name} <{iri}> ; rdfs:label ?l ; kg:status ?s OPTIONAL {{ ?e kg:edtf ?day }} }}"
        )
        return sorted(
            [event.removeprefix(BASE), label, day, status.split("#")[1].title(), self.quotes(event)]
            for event, label, day, status in rows
        )

    def posts(self, official: str) -> list[list[Any]]:
        rows = self.ask(f"""SELECT ?role ?code ?from ?to ?n {{ <{official}> org:hasMembership ?m . ?m kg:role ?role ;
            org:organization/kg:code ?code ; kg:attestedFrom ?from ; kg:attestedTo ?to ; kg:articles ?n }}""")
        return sorted([f"{role}, {code}", [first, last], int(n)] for role, code, first, last, n in rows)

    def parts(self, event: str) -> list[list[str]]:
        rows = self.ask(
            f"""SELECT ?who ?state {{ ?p kg:event <{event}> ; kg:onBehalfOf/rdfs:label ?state OPTIONAL {{ ?p kg:official/rdfs:label ?who }} }}"""
        )
        return sorted([name for name in row if name] for row in rows)


def test_the_panel_says_what_the_store_says_for_fifty_nodes(opened: Opened, store: ox.Store) -> None:
    answers = Answers(store)
    nodes = [str(iri) for iri in to_networkx(store)]
    for iri in sorted(random.Random(11).sample(nodes, 50)):  # noqa: S311
        opened.run("id => networkPage.select(id)", iri.removeprefix(BASE))
        told = _panel(opened)
        assert told["title"] == answers.label(iri)
        if "/event/" in iri:
            day, status = answers.ask(
                f"SELECT ?day ?s {{ <{iri}> kg:status ?s OPTIONAL {{ <{iri}> kg:edtf ?day }} }}"
            )[0]
            assert (told["when"], told["status"]) == (day, status.split("#")[1].title())
            assert sorted(told["parts"]) == answers.parts(iri)
            assert sorted(told["quotes"]) == answers.quotes(iri)
            continue
        events = [[*event[:4], sorted(event[4])] for event in told["events"]]
        assert sorted(events) == answers.events(iri)
        dated = [event[2] for event in events if event[2]]
        assert dated == sorted(dated)
        posts = sorted(
            [what, days, int(text.split(", ")[-1].split()[0])] for what, days, text in told["posts"]
        )
        assert posts == (answers.posts(iri) if "/official/" in iri else [])


def test_disagreeing_articles_are_marked(opened: Opened, store: ox.Store) -> None:
    [event] = Answers(store).ask("SELECT ?e { ?e kg:disagreesOn 'date' } ORDER BY ?e LIMIT 1")[0]
    opened.run("id => networkPage.select(id)", event.removeprefix(BASE))
    assert opened.page.inner_text("#panel .odds-note") == "Articles disagree on the date."
    rows = Answers(store).ask(
        f"SELECT ?value {{ <{event}> kg:statedValue ?v . ?v kg:property 'date' ; kg:value ?value }}"
    )
    told = opened.run("() => [...document.querySelectorAll('#panel .odds time')].map(t => t.dateTime)")
    assert len(told) > 1
    assert sorted(told) == sorted(value for [value] in rows)


def test_the_copied_query_finds_what_the_panel_shows(opened: Opened, store: ox.Store) -> None:
    opened.go("view=events&kind=meeting,call&from=2025-07&to=2025-11&sources=2&sel=state/KR")
    opened.page.get_by_role("button", name="Copy as SPARQL").click()
    rows: Any = store.query(opened.page.input_value("#sparql"))
    found = sorted(row["event"].value.removeprefix(BASE) for row in rows)
    shown = opened.run("() => [...document.querySelectorAll('#panel .event')].map(e => e.dataset.event)")
    assert found
    assert found == sorted(shown)


# ------------------------------------------------------------------ filters, time, views


def _some_filters() -> Iterator[Filters]:
    rng = random.Random(4)  # noqa: S311
    yield Filters(text="Paris fisheries")
    yield Filters(since="2025-08", until="2025-08")
    for _ in range(25):
        since, until = sorted(rng.sample(["2025-06", "2025-08", "2025-10", "2025-12", "2026-01"], 2))
        yield Filters(
            states=tuple(rng.sample(list(synthetic.STATES)[:20], rng.choice([0, 0, 3]))),
            officials=tuple(f"person-{i}" for i in rng.sample(range(30), rng.choice([0, 0, 9]))),
            kinds=tuple(rng.sample(["meeting", "call", "visit", "agreement"], rng.choice([0, 2]))),
            statuses=tuple(rng.sample(["held", "planned", "cancelled"], rng.choice([0, 0, 2]))),
            since=rng.choice([None, since]),
            until=rng.choice([None, until]),
            min_sources=rng.choice([1, 1, 2]),
        )


def test_the_page_filters_as_the_command_does(opened: Opened, store: ox.Store) -> None:
    for filters in _some_filters():
        parts = {
            "state": ",".join(filters.states), "official": ",".join(filters.officials), "kind": ",".join(filters.kinds),
            "status": ",".join(filters.statuses), "from": filters.since, "to": filters.until,
            "sources": str(filters.min_sources), "q": filters.text.replace(" ", "+"),
        }  # fmt: skip
        opened.go("view=states&" + "&".join(f"{name}={value}" for name, value in parts.items() if value))
        expected = sorted(
            iri.removeprefix(BASE)
            for iri, kind in to_networkx(store, filters=filters).nodes(data="type")
            if kind == "event"
        )
        assert opened.events() == expected, filters


def test_filters_by_hand_stay_in_the_address_and_can_be_undone(opened: Opened) -> None:
    opened.page.get_by_label("Cancelled").check()
    opened.page.get_by_role("button", name="States", exact=True).click()
    assert opened.run("() => location.hash") == "#view=states&status=cancelled"
    count = opened.page.inner_text("#count")
    assert count.endswith("of 60 events")
    opened.page.reload()
    opened.page.wait_for_function("() => document.documentElement.dataset.ready === 'true'")
    assert opened.page.inner_text("#count") == count
    opened.page.get_by_role("button", name="Show everything").click()
    assert opened.page.inner_text("#count") == "60 events"


def test_search_filters_and_suggests(opened: Opened) -> None:
    opened.page.locator("#search").press_sequentially("warsaw")
    assert opened.page.locator("#suggestions li").first.inner_text().startswith("Warsaw")
    opened.page.wait_for_timeout(350)
    assert "q=warsaw" in opened.run("() => location.hash")
    assert 0 < len(opened.events()) < 60
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#panel-title") == "Warsaw"
    assert len(opened.events()) == 60


def test_time_can_be_played_month_by_month(opened: Opened) -> None:
    opened.page.clock.install()
    opened.page.get_by_role("button", name="Play month by month").click()
    assert opened.page.inner_text("#period") == "Jun 2025"
    assert "undated" in opened.page.inner_text("#time")
    first = opened.events()
    opened.page.clock.run_for(1200)
    assert opened.page.inner_text("#period") == "Jul 2025"
    assert first and opened.events() and not set(first) & set(opened.events())
    opened.page.get_by_role("button", name="Stop playing").click()
    opened.page.get_by_role("button", name="All dates").click()
    assert opened.page.inner_text("#period") == "Jun 2025 – Jan 2026"


def test_only_this_and_its_neighbours(opened: Opened, store: ox.Store) -> None:
    opened.run("id => networkPage.select(id)", "official/person-3")
    opened.page.get_by_role("button", name="Only this and its neighbours").click()
    shown = set(opened.run("() => [...networkPage.shown.nodes.keys()].map(n => n.id)"))
    rows = Answers(store).ask(f"SELECT ?e {{ ?e sem:hasActor <{BASE}official/person-3> }}")
    assert shown == {"official/person-3", *(event.removeprefix(BASE) for [event] in rows)}


def test_the_map_shows_the_places_that_have_coordinates(opened: Opened, store: ox.Store) -> None:
    opened.page.get_by_role("button", name="Map", exact=True).click()
    rows = Answers(store).ask(
        "SELECT DISTINCT ?p { ?e sem:hasPlace ?p . ?p <http://www.w3.org/2003/01/geo/wgs84_pos#lat> ?lat }"
    )
    marks = opened.page.locator("#map .mark")
    assert marks.count() == len(rows)
    marks.first.press("Enter")
    assert opened.page.locator("#panel .event").count() > 0
    assert opened.page.locator("#map .land path").count() > 170


def test_nodes_move_only_when_asked(opened: Opened) -> None:
    where = (
        "() => networkPage.canvas.nodes.slice(0, 20).map(n => [Math.round(n.body.x), Math.round(n.body.y)])"
    )
    before = opened.run(where)
    opened.page.wait_for_timeout(300)
    assert opened.run(where) == before
    opened.page.get_by_role("button", name="Let the nodes move").click()
    opened.page.wait_for_timeout(500)
    assert opened.run(where) != before
    opened.page.get_by_role("button", name="Let the nodes move").click()


def test_the_keyboard_reaches_everything(opened: Opened) -> None:
    opened.page.locator("#stage").focus()
    before = opened.run("() => networkPage.canvas.scale")
    opened.page.keyboard.press("+")
    assert opened.run("() => networkPage.canvas.scale") > before
    opened.page.keyboard.press("ArrowLeft")
    opened.page.keyboard.press("0")
    row = opened.page.locator("#results button").first
    row.focus()
    opened.page.keyboard.press("Enter")
    assert opened.run("() => document.activeElement.id") == "panel-title"
    assert opened.page.inner_text("#panel-title") == opened.run(
        "() => networkPage.model.byId.get(networkPage.state.selected).label"
    )
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel").is_hidden()


def test_light_and_dark(opened: Opened) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = opened.run(ground)
    opened.page.locator("#theme").click()
    dark = opened.run(ground)
    assert light != dark
    opened.page.emulate_media(color_scheme="dark")
    assert opened.run(ground) == dark
    assert opened.run("() => networkPage.colours.ground") == "#11161d"


def _saved(opened: Opened, button: str) -> bytes:
    opened.page.locator(".menu summary").click()
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes()


def test_what_is_seen_can_be_saved(opened: Opened) -> None:
    opened.go("view=events&kind=call")
    rows = list(csv.DictReader(io.StringIO(_saved(opened, "Events (CSV)").decode("utf-8-sig"))))
    assert sorted(row["event"].removeprefix(BASE) for row in rows) == opened.events()
    assert {row["kind"] for row in rows} == {"call"}
    assert _saved(opened, "Picture (PNG)").startswith(PNG)
    drawing = ET.fromstring(_saved(opened, "Drawing (SVG)"))  # noqa: S314 - made a moment ago
    assert len(list(drawing.iter("{http://www.w3.org/2000/svg}text"))) > 10
    opened.go("view=map")
    assert ET.fromstring(_saved(opened, "Drawing (SVG)")).tag.endswith("svg")  # noqa: S314
    assert _saved(opened, "Picture (PNG)").startswith(PNG)


def test_paper_carries_the_events_as_a_table(opened: Opened) -> None:
    opened.go("view=states&kind=agreement")
    opened.run("() => window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#paper tbody tr").count() == len(opened.events())
    assert opened.page.locator("#side").is_hidden()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, page_file: Path) -> None:
    phone = open_page(
        browser,
        page_file,
        "view=officials&sel=official/person-3",
        viewport={"width": 390, "height": 844},
        has_touch=True,
    )
    assert phone.run("() => document.documentElement.scrollWidth") <= 390
    box = phone.page.locator("#panel").bounding_box()
    assert box and box["y"] > 300
    phone.page.get_by_role("button", name="Close details").click()
    phone.page.locator("#open-side").click()
    phone.page.wait_for_timeout(250)
    phone.page.get_by_label("Meeting").check()
    phone.page.locator("#close-side").click()
    assert "kind=meeting" in phone.run("() => location.hash")
    assert phone.faults == []
    phone.page.context.close()


# ------------------------------------------------------------------ safety


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    store = synthetic.store(
        synthetic.Size(officials=12, events=12, places=11, articles_per_event=1), names=HOSTILE
    )
    page(store, tmp_path / "hostile.html", title=HOSTILE[1])
    opened = open_page(browser, tmp_path / "hostile.html")
    ids = opened.run("() => [...networkPage.model.byId.keys()]")
    for view in ("states", "officials", "events", "map"):
        opened.go(f"view={view}")
        opened.run("ids => ids.forEach(id => networkPage.select(id))", ids)
    links = set(opened.run("() => [...document.querySelectorAll('a')].map(a => a.protocol)"))
    assert links <= {"http:", "https:"}
    for text in HOSTILE:
        opened.page.locator("#search").fill(text)
        opened.page.wait_for_timeout(20)
    opened.run(
        "() => { for (const node of networkPage.model.views.events.nodes) networkPage.hover(node, { x: 5, y: 5 }) }"
    )
    opened.run("() => networkPage.onPaper()")
    assert opened.run("() => document.querySelectorAll('img, iframe, script:not([id])').length") == 3
    assert opened.page.inner_text("h1") == HOSTILE[1]
    quoted = opened.run(
        "() => { networkPage.select('event/event-0'); return document.querySelector('#panel blockquote').textContent }"
    )
    assert quoted == HOSTILE[0]
    assert opened.faults == []
    opened.page.context.close()


def test_a_hostile_address_bar_does_nothing(opened: Opened) -> None:
    for part in (
        "view=<script>",
        "sel=__proto__",
        "sel=constructor&near=toString",
        "official=__proto__",
        "q=<img src=x onerror=alert(1)>",
        "sel=a b c",
        "%E0%A4%A",
        "near=state/KR",
    ):
        opened.go(part)
    assert opened.page.locator("h1").is_visible()


def test_the_policy_stops_what_is_not_ours(browser: Browser, page_file: Path) -> None:
    opened = open_page(browser, page_file)
    ran = opened.run("""() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = new Image();
      image.src = 'https://elsewhere.example/x.png';
      return fetch('https://elsewhere.example/').then(() => true, () => window.ran === true);
    }""")
    assert ran is False
    opened.page.wait_for_timeout(100)
    stopped = [fault for fault in opened.faults if "Content Security Policy" in fault]
    for kind in ("script-src", "img-src", "connect-src"):
        assert any(kind in fault for fault in stopped), (kind, opened.faults)
    opened.page.context.close()


def test_in_a_notebook_the_frame_works(browser: Browser, store: ox.Store, tmp_path: Path) -> None:
    frame = Inline(*render(store))._repr_html_()
    notebook = tmp_path / "notebook.html"
    notebook.write_text(
        f"<!doctype html><html data-ready='true'><body>{frame}</body></html>", encoding="utf-8"
    )
    opened = open_page(browser, notebook)
    inner = opened.page.frame_locator("iframe")
    inner.locator("html[data-ready=true]").wait_for()
    inner.get_by_role("button", name="States", exact=True).click()
    assert inner.locator("#count").inner_text() == "60 events"
    assert opened.faults == []
    opened.page.context.close()


def test_an_empty_picture_says_so(browser: Browser, tmp_path: Path) -> None:
    page(ox.Store(), tmp_path / "empty.html")
    opened = open_page(browser, tmp_path / "empty.html")
    assert opened.page.locator("#empty").is_visible()
    for view in ("states", "officials", "events", "map"):
        opened.go(f"view={view}")
    assert opened.faults == []
    opened.page.context.close()
