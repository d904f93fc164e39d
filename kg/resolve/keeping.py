"""The picture in a store, kept up to date: articles in and out, judgements made and undone, all anew.

Every function here changes the store in one transaction: claims, picture and index together, or nothing.
A process that is killed leaves the store as it was before the call or as it is after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.errors import JudgementError, NotFound
from kg.model import ArticleClaims, Judgement, Picture
from kg.resolve.incremental import Said, change, whole_index
from kg.resolve.index import StoreSource, View
from kg.resolve.judgements import admit, verdicts
from kg.resolve.whole import distinct_articles, resolved

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad

    from kg.store import Store

_MUCH = 200_000  # quads after whose writing the files are put in order: at this many, 0.6 s of work
FORMAT = "7"  # of the index; another one makes it anew


def update(store: Store, *, added: Iterable[ArticleClaims] = (), removed: Iterable[str] = ()) -> None:
    """Add the claims of articles, take out those of others (by key), and change the picture accordingly.

    All of it is one transaction that costs what the articles touch. An article that is there already is
    replaced by what is added (nothing happens if that says the same); a key that is not there is passed
    over. Raises StoreError where the store cannot be written.
    """
    from kg.store.claims import article_node, canonical, claim_quads
    from kg.store.judgements import read_judgements

    new = {one.article.key: canonical(one) for one in distinct_articles(added)}
    there = {key: found for key in sorted(new.keys() | set(removed)) if (found := _claims(store, key))}
    for key in [key for key, one in new.items() if key in there and _same(there[key], one)]:
        del new[key], there[key]
    if not new and not there:
        return
    _ensure_index(store)
    said = _said(read_judgements(store))
    made = change(StoreSource(store), added=list(new.values()), removed=list(there.values()), before=said)
    _write(
        store,
        made.old,
        made.new,
        made.index,
        add=[quad for one in new.values() for quad in claim_quads(one)],
        drop=[article_node(key) for key in there],
    )


def rebuild(store: Store) -> Picture:
    """Make picture and index anew from the claims and judgements in the store; gives the picture back.

    In a store that was kept up to date nothing changes.
    """
    from kg.store.claims import iter_claims
    from kg.store.judgements import read_judgements
    from kg.store.picture import picture_quads
    from kg.store.terms import HOUSEKEEPING, PICTURE, iri

    claims, judgements = list(iter_claims(store)), read_judgements(store)
    found = resolved(claims, judgements)
    index = whole_index(claims, found, _said(judgements))
    index.put("format", FORMAT)
    wanted = {*picture_quads(found.picture), *index.quads()[0]}
    there = set(store.match(None, None, None, PICTURE))
    for predicate in ("kg:indexText", "kg:indexMember"):
        there |= set(store.match(None, iri(predicate), None, HOUSEKEEPING))
    gone, new = there - wanted, wanted - there
    if not there:
        store.bulk_load(sorted(new, key=str))
    elif gone or new:
        store.apply(add=sorted(new, key=str), remove=sorted(gone, key=str))
    if len(gone) + len(new) > _MUCH:
        store.tidy()
    return found.picture


def judge(store: Store, judgement: Judgement) -> None:
    """Write a judgement down and let the picture obey it; one that stands already changes nothing.

    Raises JudgementError where it contradicts those that stand, NotFound for a claim that is not there.
    """
    from kg.store.judgements import read_judgements

    standing = read_judgements(store)
    if any(_says_same(judgement, one) for one in standing):
        return
    admit(judgement, standing)
    _rejudge(store, standing, (*standing, judgement), judgement)


def unjudge(store: Store, judgement: Judgement) -> None:
    """Take a judgement back; the picture is then as if it had never been made.

    The note and which claim comes first do not matter. Raises JudgementError where no such one stands.
    """
    from kg.store.judgements import read_judgements

    standing = read_judgements(store)
    after = tuple(one for one in standing if not _says_same(judgement, one))
    if len(after) == len(standing):
        raise JudgementError("no such judgement stands; `kg judgements` lists those that do")
    _rejudge(store, standing, after, judgement)


def _says_same(a: Judgement, b: Judgement) -> bool:
    return (a.verdict, a.of, {a.left, a.right}) == (b.verdict, b.of, {b.left, b.right})


def _rejudge(
    store: Store, before: Sequence[Judgement], after: Sequence[Judgement], judgement: Judgement
) -> None:
    """Change the picture by the difference between judgements, which is one judgement."""
    from kg.store.judgements import judgement_quads

    _ensure_index(store)
    refs = [judgement.left, judgement.right]
    claims = {key: found for key, _ in refs if (found := _claims(store, key))}
    if len(after) > len(before):
        for key, local in refs:
            if not _tells(claims.get(key), judgement.of, local):
                raise NotFound(
                    f"the store holds no {judgement.of} {local} of an article {key}; `kg show` names them"
                )
    articles = list(claims.values()) if judgement.of == "official" else []
    made = change(
        StoreSource(store),
        added=articles,
        removed=articles,
        before=_said(before),
        after=_said(after),
        judged=refs if judgement.of == "event" else (),
    )
    quads = [{quad for one in some for quad in judgement_quads(one)} for some in (before, after)]
    _write(store, made.old, made.new, made.index, add=quads[1] - quads[0], remove=quads[0] - quads[1])


def _tells(claims: ArticleClaims | None, of: str, local: int) -> bool:
    """Whether an article makes the claim of this number."""
    if claims is None:
        return False
    told = claims.officials if of == "official" else claims.events
    return any(claim.local == local for claim in told)


def _said(judgements: Sequence[Judgement]) -> Said:
    return Said(verdicts(judgements, "official"), verdicts(judgements, "event"))


def _claims(store: Store, key: str) -> ArticleClaims | None:
    from kg.store.claims import read_claims

    try:
        return read_claims(store, key)
    except NotFound:
        return None


def _same(there: ArticleClaims, new: ArticleClaims) -> bool:
    """Whether an article in the store says what is to be added (a store keeps no words of it)."""
    return (there.officials, there.events, there.extractor, there.notes, there.article.sha256) == (
        new.officials, new.events, new.extractor, new.notes, new.article.sha256,
    )  # fmt: skip


def _ensure_index(store: Store) -> None:
    """Make the index where a store has none of this format: after an import, say."""
    from kg.store.claims import article_keys

    source = StoreSource(store)
    if source.text("format") == f'"{FORMAT}"':
        return
    if article_keys(store):
        rebuild(store)
    else:
        index = View(source)
        index.put("format", FORMAT)
        add, remove = index.quads()
        store.apply(add=add, remove=remove)


def _write(  # noqa: PLR0913 - everything that goes into one transaction
    store: Store,
    old: Picture,
    new: Picture,
    index: View,
    *,
    add: Iterable[Quad] = (),
    remove: Iterable[Quad] = (),
    drop: Iterable[NamedNode] = (),
) -> None:
    """Change claims, judgements, picture and index in one transaction."""
    from kg.store.delta import delta

    picture = delta(store, old, new)
    index_add, index_remove = index.quads()
    store.apply(
        add=[*add, *picture.add, *index_add],
        remove=[*remove, *picture.remove, *index_remove],
        drop_graphs=drop,
    )
