"""How the index holds bundles of tellings: by their facts, and in the events that they found or join.

A bundle is one row ("b|": the facts, the claims with their stories, the event, and how well events fit it) and is filed under the keys
by which others look for it ("k|") with all that it is compared by. So a search reads one word for each
bundle near, however many articles tell the same, and never the tellings themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from kg.model import ClaimRef
from kg.resolve.gather import Bundle, Gathering, Scores
from kg.resolve.index import View
from kg.resolve.told import Facts, Told, facts, facts_key, facts_of, facts_text, own_keys

JOINED = "+"  # before the event of a bundle that joined one which others founded


def ref_text(ref: ClaimRef) -> str:
    """A claim as a word of the index."""
    return f"{ref[0]}/{ref[1]}"


def ref_of(text: str) -> ClaimRef:
    """The claim behind a word of the index."""
    key, _, local = text.partition("/")
    return key, int(local)


@dataclass(frozen=True, slots=True)
class Row:
    """A bundle as the index holds it."""

    fact: Facts
    claims: list[list[Any]]  # article, number, story; sorted
    home: str = ""  # the event, with the mark of those that joined
    scores: Scores = field(default_factory=dict)  # how well events fit it, if it is vague

    @property
    def bundle(self) -> Bundle:
        """The bundle itself."""
        refs = tuple((key, local) for key, local, _ in self.claims)
        return Bundle(self.fact, refs, frozenset(story for _, _, story in self.claims))


def bundle_row(view: View, fact: Facts) -> Row | None:
    """The bundle of facts, None where there is none."""
    return bundle_by_key(view, facts_key(fact))


def bundle_by_key(view: View, key: str) -> Row | None:
    """A bundle by the key of its facts."""
    found = view.get(f"b|{key}")
    if found is None:
        return None
    text, claims, home, scores = found
    return Row(facts_of(text), claims, home, {ref_of(event): score for event, score in scores})


def keep_bundle(view: View, row: Row) -> None:
    """Keep a bundle, or forget it where it has no claims."""
    scores = sorted([ref_text(event), score] for event, score in row.scores.items())
    value = [facts_text(row.fact), row.claims, row.home, scores]
    view.put(f"b|{facts_key(row.fact)}", value if row.claims else None)


def keep_home(view: View, fact: Facts, home: str) -> None:
    """Note the event of a bundle that is there."""
    row = bundle_row(view, fact)
    if row is not None and row.home != home:
        keep_bundle(view, replace(row, home=home))


def keep_scores(view: View, fact: Facts, scores: Scores) -> None:
    """Note how well events fit a bundle that is there."""
    row = bundle_row(view, fact)
    if row is not None and row.scores != scores:
        keep_bundle(view, replace(row, scores=scores))


def file_telling(view: View, told: Told, *, gone: bool = False) -> None:
    """Put a telling into the bundle of its facts, or take it out."""
    fact = facts(told)
    row = bundle_row(view, fact) or Row(fact, [])
    mine = [*told.ref, told.story]
    after = [claim for claim in row.claims if claim != mine] if gone else sorted([*row.claims, mine])
    keep_bundle(view, replace(row, claims=after))
    if bool(row.claims) is not bool(after):
        _file_facts(view, fact, gone=gone)


def _file_facts(view: View, fact: Facts, *, gone: bool = False) -> None:
    change = view.unlink if gone else view.link
    for key in own_keys(fact):
        change(f"k|{key}", facts_text(fact))


def event_word(bundle: Bundle, *, joined: bool) -> str:
    """A bundle as an event holds it: its key and its claims, with the mark of those that joined."""
    return " ".join([(JOINED if joined else "") + facts_key(bundle.facts), *map(ref_text, bundle.refs)])


def founding(words: Iterable[str]) -> list[str]:
    """The keys of the bundles that founded an event."""
    return [word.partition(" ")[0] for word in words if not word.startswith(JOINED)]


def claims_in(words: Iterable[str]) -> tuple[ClaimRef, ...]:
    """All claims of an event, sorted.

    >>> claims_in(["0f a/1 b/1", "+1e a/2"])
    (('a', 1), ('a', 2), ('b', 1))
    """
    return tuple(sorted(ref_of(ref) for word in words for ref in word.split(" ")[1:]))


def file_gathering(index: View, gathering: Gathering, stories: dict[str, str]) -> None:
    """File all events in an index that holds none; `stories` are those of articles."""
    for event, gathered in gathering.events.items():
        home = ref_text(event)
        for bundles, mark in ((gathered.founders, ""), (gathered.joined, JOINED)):
            for bundle in bundles:
                index.link(f"v|{home}", event_word(bundle, joined=bool(mark)))
                claims = [[*ref, stories[ref[0]]] for ref in bundle.refs]
                fits = gathering.scores.get(bundle.refs[0], {})
                keep_bundle(index, Row(bundle.facts, claims, mark + home, fits))
                _file_facts(index, bundle.facts)
