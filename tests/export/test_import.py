"""Exports taken back, and exports of a part."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError, NotFound, UsageError
from kg.export import Filters, export, import_, validate
from kg.store import Store, open_store
from kg.store.claims import canonical, iter_claims
from kg.store.judgements import read_judgements
from kg.store.terms import JUDGEMENTS, PICTURE, iri, node, quad
from tests.export.conftest import quads
from tests.store import samples


@pytest.mark.parametrize("name", ["all.nq", "all.trig", "all.nq.gz", "all.trig.zst"])
def test_claims_and_judgements_come_back(store: Store, tmp_path: Path, name: str) -> None:
    from kg.export import format_of

    export(store, format_of(name), tmp_path / name)
    with open_store() as other:
        assert import_(other, tmp_path / name).articles == 3
        claims = {q for q in quads() if q.graph_name != PICTURE}
        assert set(other.match(None, None, None, None)) >= claims
        assert other.count() == len(claims)
        assert read_judgements(other) == read_judgements(store)
        assert [canonical(c).events for c in iter_claims(other)] == [c.events for c in iter_claims(store)]


def test_importing_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    export(store, "nquads", tmp_path / "all.nq")
    before = set(store.match())
    done = import_(store, tmp_path / "all.nq")
    assert (done.articles, done.known, done.judgements) == (0, 3, 1)
    assert set(store.match()) == before


def test_lines_in_any_order_are_taken_back(store: Store, tmp_path: Path) -> None:
    export(store, "nquads", tmp_path / "all.nq")
    lines = (tmp_path / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "sorted.nq").write_text("".join(sorted(lines, key=lambda line: line[::-1])), encoding="utf-8")
    with open_store() as other:
        assert import_(other, tmp_path / "sorted.nq").articles == 3


def test_only_claims_and_judgements_enter(store: Store, tmp_path: Path) -> None:
    export(store, "nquads", tmp_path / "all.nq")
    key = samples.article(1).key
    foreign = [
        f'<a:s> <a:p> "x" <https://kg.example/article/{key}> .',
        '<a:s> <a:p> "x" <https://kg.example/housekeeping> .',
        '<a:s> <a:p> "x" <https://kg.example/article/not-a-key> .',
        '<a:s> <a:p> "x" <http://example.org/g> .',
        "_:b <a:p> _:c <https://kg.example/article/0123> .",
    ]
    with (tmp_path / "all.nq").open("a", encoding="utf-8") as file:
        file.write("\n".join(foreign) + "\n")
    with open_store() as other:
        import_(other, tmp_path / "all.nq")
        assert not [q for q in other.match() if q.subject == ox.NamedNode("a:s") or "_:" in str(q)]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.ttl", "", "reads N-Quads and TriG"),
        ("x.nq", "this is no quad\n", "no valid N-Quads"),
        ("x.nq", '<a:s> <a:p> "x" .\n', "holds no claims"),
        ("x.nq", '<a:s> <a:p> "x" <https://kg.example/article/0123456789abcdef> .\n', "cannot be read"),
        ("x.nq.gz", "not compressed", "cannot be read"),
    ],
)
def test_other_files_are_refused_in_one_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with open_store() as store, pytest.raises(KgError, match=words) as caught:
        import_(store, tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with open_store() as store, pytest.raises(KgError, match="cannot be read"):
        import_(store, tmp_path / "none.nq")


# ------------------------------------------------------------------ filters


def exported(store: Store, filters: Filters) -> set[ox.Quad]:
    out = BytesIO()
    export(store, "nquads", out, filters=filters)
    return set(ox.parse(out.getvalue(), ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize(
    "filters",
    [
        Filters(state=("kr",)),
        Filters(state=("US", "EU")),
        Filters(official=("ana-berg-kr",)),
        Filters(official=("https://kg.example/official/tomo-sakai-jp",)),
        Filters(period="2026-01"),
        Filters(period="2026-01-30/2026-02-01", kind=("call", "meeting")),
        Filters(article=("talks-1", "talks-2")),
        Filters(article=(samples.article(2).key, samples.article(1).key), state=("JP",)),
    ],
)
def test_filters_that_fit_leave_the_event_and_its_articles(store: Store, filters: Filters) -> None:
    told = {samples.article(n).key for n in (1, 2)}
    found = exported(store, filters)
    expected = {
        q for q in quads() if q.graph_name == PICTURE or any(key in str(q.graph_name) for key in told)
    }
    assert found == {q for q in expected if q.graph_name != JUDGEMENTS}


@pytest.mark.parametrize(
    "filters",
    [
        Filters(state=("US",)),
        Filters(official=("nobody",)),
        Filters(period="2025"),
        Filters(kind=("call",)),
        Filters(state=("KR",), kind=("visit",)),
    ],
)
def test_filters_that_do_not_fit_leave_nothing(store: Store, filters: Filters) -> None:
    assert exported(store, filters) == set()


def test_filters_leave_other_events_out(store: Store) -> None:
    other = node("event", "other")
    store.apply(
        add=[
            quad(other, "rdf:type", iri("kg:Event")),
            quad(other, "kg:kind", iri("kg:Call")),
            quad(other, "kg:partOf", node("event", "2026-01-30-jp-kr-yokosuka")),
            quad(node("event", "2026-01-30-jp-kr-yokosuka"), "sem:hasSubEvent", other),
        ]
    )
    assert not [q for q in exported(store, Filters(state=("KR",))) if other in {q.subject, q.object}]


def test_filters_that_make_no_sense_are_one_line(store: Store) -> None:
    with pytest.raises(UsageError, match="is no period"):
        exported(store, Filters(period="last week"))
    with pytest.raises(UsageError, match="no kind of event"):
        exported(store, Filters(kind=("war",)))  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="no article"):
        exported(store, Filters(article=("no such",)))
    with pytest.raises(UsageError, match="names no official"):
        exported(store, Filters(official=("two words",)))


# ------------------------------------------------------------------ validation


def test_what_we_write_is_valid(store: Store) -> None:
    report = validate(store)
    assert report.faults == ()
    assert report.conforms
    assert report.nodes > 30


EVENT = node("event", "2026-01-30-jp-kr-yokosuka")
CLAIM = node("article", samples.article(1).key, "event", 1)


@pytest.mark.parametrize(
    ("add", "remove", "words"),
    [
        (None, quad(EVENT, "kg:status", iri("kg:held")), "an event has one status"),
        (quad(EVENT, "kg:status", iri("kg:planned")), None, "an event has one status"),
        (quad(EVENT, "kg:kind", iri("kg:Dinner")), None, "an event has one kind"),
        (quad(EVENT, "sem:hasActor", node("official", "nobody")), None, "an actor is an official"),
        (quad(EVENT, "kg:end", "soon"), None, "an event ends once"),
        (
            None,
            quad(CLAIM, "kg:mode", iri("kg:in-person"), node("article", samples.article(1).key)),
            "a claimed event has one mode",
        ),
        (ox.Quad(ox.BlankNode("b"), iri("kg:code"), ox.Literal("x"), PICTURE), None, "blank node"),
    ],
)
def test_faults_are_found(store: Store, add: ox.Quad | None, remove: ox.Quad | None, words: str) -> None:
    store.apply(
        add=[add] if add and not isinstance(add.subject, ox.BlankNode) else (),
        remove=[remove] if remove else (),
    )
    if add and isinstance(add.subject, ox.BlankNode):
        store.raw.add(add)  # type: ignore[attr-defined]
    report = validate(store)
    assert not report.conforms
    assert any(words in fault for fault in report.faults), report.faults
    assert not any("\n" in fault for fault in report.faults)


@pytest.mark.parametrize("kind", ["event", "participation", "official", "post", "value"])
def test_a_node_without_a_quote_is_found(store: Store, kind: str) -> None:
    berg = node("official", "ana-berg-kr")
    subjects = {
        "event": EVENT,
        "official": berg,
        "participation": next(q.object for q in store.match(EVENT, iri("kg:participation"))),
        "post": next(q.object for q in store.match(berg, iri("org:hasMembership"))),
        "value": next(q.object for q in store.match(EVENT, iri("kg:statedValue"))),
    }
    subject = subjects[kind]
    assert isinstance(subject, ox.NamedNode)
    store.apply(remove=list(store.match(subject, iri("kg:claim"))))
    assert any("leads to no quote" in fault for fault in validate(store).faults)


def test_a_quote_without_words_is_found(store: Store) -> None:
    key = samples.article(1).key
    graph = node("article", key)
    exact = list(store.match(None, iri("oa:exact"), None, graph))
    store.apply(remove=exact)
    assert any("a quote has words" in fault for fault in validate(store).faults)
