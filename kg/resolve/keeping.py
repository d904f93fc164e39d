"""The picture in a store, kept up to date: articles in and out, judgements made and undone, all anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.model import ArticleClaims, Judgement, Picture
from kg.resolve.judgements import admit
from kg.resolve.whole import distinct_articles, resolve

if TYPE_CHECKING:
    from kg.store import Store


def update(store: Store, *, added: Iterable[ArticleClaims] = (), removed: Iterable[str] = ()) -> None:
    """Add the claims of articles, take out those of others (by key), and change the picture accordingly.

    All of it is one transaction. An article that is there already is replaced by what is added; a key that
    is not there is passed over. Raises StoreError where the store cannot be written.
    """
    from kg.store.claims import article_node, claim_quads, iter_claims
    from kg.store.delta import delta
    from kg.store.judgements import read_judgements

    judgements = read_judgements(store)
    new = {one.article.key: one for one in distinct_articles(added)}
    gone = set(removed)
    before = list(iter_claims(store))
    kept = [one for one in before if one.article.key not in gone | new.keys()]
    change = delta(store, resolve(before, judgements), resolve([*kept, *new.values()], judgements))
    drop = [article_node(one.article.key) for one in before if one.article.key in gone | new.keys()]
    quads = [quad for one in new.values() for quad in claim_quads(one)]
    store.apply(add=[*quads, *change.add], remove=change.remove, drop_graphs=drop)


def rebuild(store: Store) -> Picture:
    """Make the picture anew from the claims and judgements in the store; gives it back."""
    from kg.store.claims import iter_claims
    from kg.store.judgements import read_judgements
    from kg.store.picture import picture_quads
    from kg.store.terms import PICTURE

    picture = resolve(iter_claims(store), read_judgements(store))
    wanted = set(picture_quads(picture))
    there = set(store.match(None, None, None, PICTURE))
    store.apply(add=sorted(wanted - there, key=str), remove=sorted(there - wanted, key=str))
    return picture


def judge(store: Store, judgement: Judgement) -> None:
    """Write a judgement down and let the picture obey it; one that stands already changes nothing.

    Raises JudgementError where it contradicts those that stand.
    """
    _change(store, add=judgement)


def unjudge(store: Store, judgement: Judgement) -> None:
    """Take a judgement back; the picture is then as if it had never been made."""
    _change(store, remove=judgement)


def _change(store: Store, *, add: Judgement | None = None, remove: Judgement | None = None) -> None:
    from kg.store.claims import iter_claims
    from kg.store.delta import delta
    from kg.store.judgements import judgement_quads, read_judgements

    before = read_judgements(store)
    if add is not None:
        admit(add, before)
    after = [one for one in before if one != remove] + ([add] if add is not None else [])
    claims = list(iter_claims(store))
    change = delta(store, resolve(claims, before), resolve(claims, after))
    quads = list(judgement_quads(add)) if add is not None else []
    gone = list(judgement_quads(remove)) if remove is not None else []
    store.apply(add=[*quads, *change.add], remove=[*gone, *change.remove])
