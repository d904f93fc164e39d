"""Records and quads: there and back, whatever the records hold."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import NotFound
from kg.model import ArticleClaims, PlaceClaim, Quote
from kg.store import open_store
from kg.store.claims import article_node, canonical, claim_quads, read_claims, stored_article
from kg.store.codes import cameo_code
from kg.store.picture import event_quads, official_quads, picture_quads
from kg.store.reading import claims_of
from kg.store.references import place_node
from kg.store.terms import HOUSEKEEPING, clean, iri, number, party, path_of, slug
from tests.store import samples


@given(samples.article_claims())
@settings(max_examples=60, deadline=None)
def test_what_was_written_is_read(claims: ArticleClaims) -> None:
    quads = list(claim_quads(claims))
    assert len(set(quads)) == len(quads)
    try:
        back = claims_of(claims.article.key, quads)
    except NotFound:
        raise AssertionError("a claim graph was not whole") from None
    assert back == replace(canonical(claims), article=stored_article(claims.article)) or clashing(quads)


def clashing(quads: list[ox.Quad]) -> bool:
    """Whether two invented quotes claim different words for one place, which no article can do."""
    exact = [(q.subject, q.object) for q in quads if q.predicate == iri("oa:exact")]
    return len({subject for subject, _ in exact}) < len(exact)


@given(samples.article_claims())
@settings(max_examples=25, deadline=None)
def test_a_store_gives_back_the_same_quads(claims: ArticleClaims) -> None:
    store = open_store()
    store.apply(add=claim_quads(claims))
    assert set(store.match(None, None, None, article_node(claims.article.key))) == set(claim_quads(claims))


@given(samples.article_claims())
@settings(max_examples=25, deadline=None)
def test_reading_back_and_writing_again_changes_nothing(claims: ArticleClaims) -> None:
    quads = list(claim_quads(claims))
    if not clashing(quads):
        assert list(claim_quads(claims_of(claims.article.key, quads))) == quads


def test_the_order_of_things_without_order_does_not_matter() -> None:
    claims = samples.claims()
    official = claims.officials[0]
    turned = replace(
        claims,
        officials=(claims.officials[1], replace(official, aliases=official.aliases[::-1])),
        notes=claims.notes[::-1],
    )
    assert list(claim_quads(turned)) == list(claim_quads(claims))
    assert canonical(turned) == canonical(claims)


def test_where_an_article_was_read_from_does_not_matter() -> None:
    claims = samples.claims()
    moved = replace(claims, article=replace(claims.article, source="elsewhere"))
    assert list(claim_quads(moved)) == list(claim_quads(claims))


def test_an_unknown_article_is_not_found() -> None:
    with pytest.raises(NotFound, match="no article"):
        read_claims(open_store(), "0" * 16)


def test_nothing_has_a_blank_node() -> None:
    for q in [*claim_quads(samples.claims()), *picture_quads(samples.picture(1, 2))]:
        assert not {ox.BlankNode, ox.Triple} & {type(q.subject), type(q.object), type(q.graph_name)}
        assert q.graph_name != HOUSEKEEPING


def test_the_picture_is_a_set_and_does_not_depend_on_order() -> None:
    quads = list(picture_quads(samples.picture(1, 2)))
    assert len(set(quads)) == len(quads)
    whole = samples.picture(1, 2)
    turned = replace(whole, officials=whole.officials[::-1], events=whole.events[::-1])
    assert set(picture_quads(turned)) == set(quads)


def test_officials_and_events_make_up_the_picture() -> None:
    whole = samples.picture()
    own = {q for o in whole.officials for q in official_quads(o)} | {
        q for e in whole.events for q in event_quads(e)
    }
    rest = set(picture_quads(whole)) - own
    subjects = {path_of(q.subject)[0] for q in rest}
    assert subjects == {"state", "body", "place", "plover", "cameo"}


def test_a_place_has_its_state_and_its_place_on_the_map() -> None:
    facts = {
        (q.subject, q.predicate, getattr(q.object, "value", None)) for q in picture_quads(samples.picture())
    }
    here = place_node(PlaceClaim("Yokosuka", "JP", Quote(0, 0, "")))
    assert (here, iri("kg:inState"), party("JP").value) in facts
    assert (here, iri("geo:lat"), "35.28361") in facts
    assert (here, iri("owl:sameAs"), "https://sws.geonames.org/1848313/") in facts


def test_pairs_of_parties_are_left_out_of_large_gatherings() -> None:
    (event,) = samples.picture().events
    pairs = [q.object for q in event_quads(event) if q.predicate == iri("kg:pair")]
    assert [getattr(p, "value", "") for p in pairs] == ["EU JP", "EU KR", "JP KR"]
    crowd = replace(event, countries=tuple(f"A{chr(65 + n)}" for n in range(13)))
    assert not [q for q in event_quads(crowd) if q.predicate == iri("kg:pair")]


def test_two_parts_of_one_official_are_two_nodes() -> None:
    (event,) = samples.picture().events
    twice = replace(event, participations=(event.participations[0],) * 2)
    found = {q.object for q in event_quads(twice) if q.predicate == iri("kg:participation")}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "040"),
        ({"kind": "call"}, "041"),
        ({"kind": "visit"}, "042"),
        ({"kind": "agreement"}, "057"),
        ({"status": "planned"}, "036"),
        ({"kind": "agreement", "status": "proposed"}, "030"),
        ({"countries": ("KR", "US")}, "044"),
    ],
)
def test_events_have_the_cameo_code_that_fits(changes: dict[str, object], code: str) -> None:
    (event,) = samples.picture().events
    assert cameo_code(replace(event, **changes)) == code  # type: ignore[arg-type]


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-180, max_value=180))
def test_numbers_keep_their_value(value: float) -> None:
    assert float(number(value).value) == value


@given(st.text())
def test_slugs_are_safe_in_iris(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(text)
    assert slug(text) == slug(text)


def test_long_names_do_not_collide() -> None:
    assert slug("a" * 200) != slug("a" * 201)


@pytest.mark.parametrize("half", ["\ud800", "\udbff", "\udc00", "\udfff"])
def test_half_characters_are_replaced(half: str) -> None:
    assert clean(f"a{half}b") == "a\ufffdb"
