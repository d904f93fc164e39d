"""Decisions of the resolver that are worth a look, the least certain first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.query.claims import Claim, described
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from kg.model import ArticleClaims, ClaimRef, Judgement
    from kg.query.claims import Of
    from kg.resolve.atoms import Atom
    from kg.store import Store


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two claims that were (`merged`), or were nearly, taken for one official or event.

    `score`, 0 to 1, is how sure the resolver is that they are the same.
    """

    left: Claim
    right: Claim
    merged: bool
    score: float
    reason: str


Found = tuple["Of", "ClaimRef", "ClaimRef", bool, float, str]


def review(store: Store, limit: int = 20) -> list[Doubt]:
    """The doubts that no judgement has settled: merges first, the least certain first, then near misses.

    The picture is resolved anew for this, which takes as long as `kg resolve`.

    >>> from kg.store import open_store
    >>> review(open_store())
    []
    """
    from kg.store.claims import iter_claims
    from kg.store.judgements import read_judgements

    judgements = read_judgements(store)
    found = doubts(list(iter_claims(store)), judgements)
    settled = {(each.of, frozenset((each.left, each.right))) for each in judgements}
    open_ones = [one for one in found if (one[0], frozenset(one[1:3])) not in settled]
    # Merges by falling doubt, then near misses by falling likeness; the names decide between equals.
    order = sorted(open_ones, key=lambda one: (not one[3], one[4] if one[3] else -one[4], one[:3]))
    return with_claims(store, order[:limit])


def doubts(claims: list[ArticleClaims], judgements: Iterable[Judgement]) -> set[Found]:
    """Every doubt that resolving notes, as pairs of claims."""
    from kg.resolve import doubts as noted
    from kg.resolve import resolve

    people: list[noted.Doubt] = []
    events: list[noted.EventDoubt] = []
    said = list(judgements)
    resolve(claims, said, note=people.append, note_event=events.append)
    claim_of = first_claims(claims, said)
    found: set[Found] = {("event", one.left, one.right, one.merged, one.score, one.reason) for one in events}
    for one in people:
        if one.left in claim_of and one.right in claim_of:
            found.add(
                ("official", claim_of[one.left], claim_of[one.right], one.merged, one.score, one.reason)
            )
    return found


def first_claims(claims: Iterable[ArticleClaims], judgements: Iterable[Judgement]) -> dict[Atom, ClaimRef]:
    """For each atom, the first of the claims that it stands for."""
    from kg.resolve.atoms import atom_of

    judged = {ref for each in judgements if each.of == "official" for ref in (each.left, each.right)}
    found: dict[Atom, ClaimRef] = {}
    for article in claims:
        for claim in article.officials:
            ref = (article.article.key, claim.local)
            atom = atom_of(article, claim, pinned=ref in judged)
            found[atom] = min(found.get(atom, ref), ref)
    return found


def with_claims(store: Store, found: Iterable[Found]) -> list[Doubt]:
    """Doubts with what their claims say."""
    rows = list(found)
    iris = {
        f"<{PREFIXES['article']}{ref[0]}/{of}/{ref[1]}>"
        for of, left, right, *_ in rows
        for ref in (left, right)
    }
    if not iris:
        return []
    where = f"VALUES ?claim {{ {' '.join(sorted(iris))} }} ?thing kg:claim ?claim ."
    known = {(claim.of, claim.ref): claim for claim in described(store, where)}
    return [
        Doubt(known[of, left], known[of, right], merged, score, reason)
        for of, left, right, merged, score, reason in rows
        if (of, left) in known and (of, right) in known
    ]
