"""What must hold for any articles: order, removal, repetition, increments and judgements."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import JudgementError
from kg.model import ArticleClaims, ClaimRef, Judgement, Picture
from kg.resolve import admit, resolve
from kg.resolve.incremental import Said, change, whole_index
from kg.resolve.judgements import verdicts
from kg.resolve.whole import resolved
from tests.resolve.making import Who, claims, event
from tests.resolve.test_incremental import Kept

# Few names, days and places, so that everything meets everything.
NAMES = [
    "Ahn Gyu-back", "Ahn Gyu Back", "Ahn", "Ahn Gyu-beck", "Ahn Gyu-back Jr.", "Gyu-back Ahn", "Ahn G.",
    "George Bush", "George W. Bush", "George H.W. Bush", "Bush",
]  # fmt: skip
OFFICES = ["president", "defense-minister", None]
COUNTRIES = ["KR", "US", "UN", None]
DAYS = [
    None,
    "2026-01-30",
    "2026-01-31",
    "2026-02-03",
    "2026-01-29/2026-01-31",
    "2026-01",
    "2026",
    "2026-01-26/2026-02-01",
]
PLACES = [None, ("Yokosuka", "JP"), ("Japan", "JP"), ("Seoul", "KR")]
# Prints of stories: each is near the next, and none is near another.
STORIES = [None, None, "11" * 32, "22" * 12 + "11" * 20, "22" * 24 + "11" * 8, "22" * 24 + "33" * 8]
PUBLISHED = ["2026-01-28", "2026-01-31", "2026-02-05", "1999-01-01", None]

people = st.tuples(st.sampled_from(NAMES), st.sampled_from(OFFICES), st.sampled_from(COUNTRIES))


@st.composite
def articles(draw: st.DrawFn) -> list[ArticleClaims]:
    """Some articles, each with up to three officials and two events."""
    found = []
    for i in range(draw(st.integers(1, 6))):
        who: list[Who] = draw(st.lists(people, min_size=1, max_size=3))
        events = [
            event(
                draw(st.sampled_from(["meeting", "visit"])),
                *sorted(draw(st.sets(st.integers(1, len(who)), max_size=3))),
                when=draw(st.sampled_from(DAYS)),
                status=draw(st.sampled_from(["planned", "held", "postponed", "cancelled"])),
                place=draw(st.sampled_from(PLACES)),
                countries=draw(st.sampled_from(["", "JP KR", "KR US", "JP KR US", "CN JP KR RU"])),
                gathering=draw(st.sampled_from([None, None, "Security Summit"])),
                part_of=draw(st.sampled_from([None, None, 1])) if n else None,
            )
            for n in range(draw(st.integers(0, 2)))
        ]
        text = draw(st.sampled_from(["", "", "One wire story."]))
        told = claims(f"a{i}", draw(st.sampled_from(PUBLISHED)), who, *events, text=text)
        found.append(replace(told, article=replace(told.article, story=draw(st.sampled_from(STORIES)))))
    return found


def refs_of(told: list[ArticleClaims], of: str) -> list[ClaimRef]:
    return [
        (one.article.key, claim.local)
        for one in told
        for claim in (one.officials if of == "official" else one.events)
    ]


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[ArticleClaims], list[Judgement]]:
    """Some articles and judgements on their claims that do not contradict each other."""
    told = draw(articles())
    standing: list[Judgement] = []
    for _ in range(draw(st.integers(0, 4))):
        of = draw(st.sampled_from(["official", "event"]))
        known = refs_of(told, of)
        if len(known) < 2:
            continue
        left, right = draw(st.permutations(known))[:2]
        new = Judgement(draw(st.sampled_from(["same", "different"])), of, left, right)  # type: ignore[arg-type]
        try:
            admit(new, standing)
        except JudgementError:
            continue
        standing.append(new)
    return told, standing


def said(judgements: list[Judgement]) -> Said:
    return Said(verdicts(judgements, "official"), verdicts(judgements, "event"))


quick = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@quick
@given(judged(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(
    case: tuple[list[ArticleClaims], list[Judgement]], rng: random.Random
) -> None:
    told, judgements = case
    picture = resolve(told, judgements)
    again = told + told[:2]
    rng.shuffle(again)
    rng.shuffle(judgements)
    swapped = [replace(j, left=j.right, right=j.left, note="again") for j in judgements]
    assert resolve(again, swapped + judgements) == picture


@quick
@given(judged(), st.randoms(use_true_random=False))
def test_increments_are_recomputation(
    case: tuple[list[ArticleClaims], list[Judgement]], rng: random.Random
) -> None:
    told, judgements = case
    kept = Kept()
    for one in told:
        kept.take(change(kept, added=[one], before=said(judgements)))
    same_as_anew(kept, told, judgements)
    gone = rng.sample(told, len(told) // 2)
    for one in gone:
        kept.take(change(kept, removed=[one], before=said(judgements)))
    same_as_anew(kept, [one for one in told if one not in gone], judgements)


def same_as_anew(kept: Kept, told: list[ArticleClaims], judgements: list[Judgement]) -> None:
    """Picture and index are what they would be if they were made anew."""
    found = resolved(told, judgements)
    kept.same(found.picture)
    anew = Kept()
    anew.write(whole_index(told, found, said(judgements)))
    assert (kept.texts, kept.sets) == (anew.texts, anew.sets)


def test_a_judgement_reaches_from_one_word_to_a_full_name() -> None:
    told = [
        claims(name, "2026-01-28", [(who, "president", country)])
        for name, who, country in [
            ("a", "Ahn Gyu-back", "KR"),
            ("b", "Ahn", "US"),
            ("c", "Ahn Gyu-back", "KR"),
        ]
    ]
    judgement = Judgement("same", "official", (told[0].article.key, 1), (told[1].article.key, 1))
    kept = Kept()
    for n, one in enumerate(told, 1):
        kept.take(change(kept, added=[one], before=said([judgement])))
        same_as_anew(kept, told[:n], [judgement])
    assert len(kept.officials) == 1


@quick
@given(articles(), articles())
def test_add_then_remove_is_nothing(told: list[ArticleClaims], more: list[ArticleClaims]) -> None:
    more = [one for one in more if one.article.key not in {t.article.key for t in told}]
    kept = Kept()
    kept.take(change(kept, added=told))
    before = (dict(kept.officials), dict(kept.events), dict(kept.texts), dict(kept.sets))
    kept.take(change(kept, added=more))
    kept.take(change(kept, removed=more))
    assert (kept.officials, kept.events, kept.texts, kept.sets) == before


@quick
@given(judged())
def test_a_judgement_undone_is_no_judgement(case: tuple[list[ArticleClaims], list[Judgement]]) -> None:
    told, judgements = case
    kept = Kept()
    kept.take(change(kept, added=told))
    before = (dict(kept.officials), dict(kept.events), dict(kept.texts), dict(kept.sets))
    steps = [judgements[:n] for n in range(len(judgements) + 1)]
    for some in (steps, list(reversed(steps))):
        for now, then in pairwise(some):
            judge(kept, told, now, then)
            kept.same(resolve(told, then))
    assert (kept.officials, kept.events, kept.texts, kept.sets) == before


def judge(kept: Kept, told: list[ArticleClaims], now: list[Judgement], then: list[Judgement]) -> None:
    (one,) = set(now) ^ set(then)
    keys = {one.left[0], one.right[0]}
    again = [t for t in told if t.article.key in keys] if one.of == "official" else []
    refs = [one.left, one.right] if one.of == "event" else []
    kept.take(change(kept, added=again, removed=again, before=said(now), after=said(then), judged=refs))


@quick
@given(judged())
def test_judgements_are_obeyed_and_every_claim_is_in_one_place(
    case: tuple[list[ArticleClaims], list[Judgement]],
) -> None:
    told, judgements = case
    picture = resolve(told, judgements)
    for of in ("official", "event"):
        home = homes(picture, of)
        assert sorted(home) == sorted(refs_of(told, of))
        for one in judgements:
            if one.of == of:
                assert (home[one.left] == home[one.right]) is (one.verdict == "same")
    slugs = [o.slug for o in picture.officials] + [e.slug for e in picture.events]
    assert len(set(slugs)) == len(slugs)
    assert not {old for o in picture.officials for old in o.formerly} & {o.slug for o in picture.officials}
    assert not {old for e in picture.events for old in e.formerly} & {e.slug for e in picture.events}


def homes(picture: Picture, of: str) -> dict[ClaimRef, str]:
    things = picture.officials if of == "official" else picture.events
    pairs = [(ref, thing.slug) for thing in things for ref in thing.claims]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)
