"""What to leave in an export: events by state, official, period, kind or article, and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg import vocab
from kg.errors import NotFound, UsageError
from kg.model import KINDS, Kind
from kg.store import Store
from kg.store.claims import article_node
from kg.store.periods import bounds
from kg.store.terms import PICTURE, Subject, iri, node, party

# From an event, and from what that leads to, these predicates lead to what belongs to it.
LEADS = (
    "kg:participation", "kg:statedValue", "kg:official", "sem:hasActor", "kg:party", "kg:onBehalfOf",
    "sem:hasPlace", "kg:inState", "kg:plover", "kg:cameo", "org:hasMembership", "org:organization",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Every filter that is given must fit; one of several values of a filter is enough.

    `state`: ISO or body codes; `official`: slugs or IRIs; `period`: EDTF (a day, month, year or a/b);
    `kind`: meeting, call, visit, agreement; `article`: ids or keys.

    >>> bool(Filters()), bool(Filters(state=("KR",)))
    (False, True)
    """

    state: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    period: str | None = None
    kind: tuple[Kind, ...] = ()
    article: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.state or self.official or self.period or self.kind or self.article)


@dataclass(frozen=True, slots=True)
class Selection:
    """What filters leave: subjects of the picture and claim graphs, by IRI."""

    subjects: frozenset[str]
    graphs: frozenset[str]


def select(store: Store, filters: Filters) -> Selection:
    """The events that fit, what belongs to them, and the claim graphs of the articles that tell them.

    Raises UsageError for a filter that makes no sense, NotFound for an article that is not there.
    """
    events = chosen_events(store, filters)
    subjects = closure(store, events)
    return Selection(frozenset(subjects), frozenset(claim_graphs(store, events, filters)))


def chosen_events(store: Store, filters: Filters) -> set[str]:
    """The IRIs of the events that every filter leaves."""
    sets = []
    if filters.state:
        sets.append(subjects_of(store, "kg:party", [party(code.upper()) for code in filters.state]))
    if filters.official:
        sets.append(subjects_of(store, "sem:hasActor", [official_iri(name) for name in filters.official]))
    if filters.kind:
        unknown = [kind for kind in filters.kind if kind not in KINDS]
        if unknown:
            raise UsageError(f"no kind of event is called {unknown[0]!r}; there are {', '.join(KINDS)}")
        sets.append(subjects_of(store, "kg:kind", [iri("kg:" + kind.capitalize()) for kind in filters.kind]))
    if filters.article:
        sets.append(events_told(store, [article_key(store, name) for name in filters.article]))
    if filters.period is not None:
        sets.append(within(store, filters.period))
    events = {subject_iri(q.subject) for q in store.match(None, iri("rdf:type"), iri("kg:Event"), PICTURE)}
    return events.intersection(*sets)


def subjects_of(store: Store, predicate: str, objects: Iterable[NamedNode]) -> set[str]:
    return {subject_iri(q.subject) for o in objects for q in store.match(None, iri(predicate), o, PICTURE)}


def official_iri(name: str) -> NamedNode:
    """An official by IRI, short IRI or slug. Raises UsageError for what is none of these."""
    if name.startswith("official:"):
        name = name.removeprefix("official:")
    try:
        return NamedNode(name) if "://" in name else node("official", name)
    except ValueError:
        raise UsageError(f"{name!r} names no official; use the slug that `kg show` prints") from None


def article_key(store: Store, name: str) -> str:
    """The key of an article by its key, IRI or id. Raises NotFound."""
    key = name.removeprefix(vocab.BASE).removeprefix("article/").removeprefix("article:")
    for each in store.match(None, iri("kg:articleId"), Literal(name)):
        return subject_iri(each.subject).rpartition("/")[2]
    try:
        graph = article_node(key)
    except ValueError:
        graph = article_node("none")
    if next(iter(store.match(graph, iri("kg:sha256"), None, graph)), None) is None:
        raise NotFound(f"the store holds no article {name}; give its id (the file's stem) or its key")
    return key


def events_told(store: Store, keys: Iterable[str]) -> set[str]:
    """The events that have a claim in one of the articles."""
    found = set()
    for key in keys:
        graph = article_node(key)
        for claim in store.match(None, iri("rdf:type"), iri("kg:EventClaim"), graph):
            for each in store.match(None, iri("kg:claim"), claim.subject, DefaultGraph()):
                subject = subject_iri(each.subject)
                if subject.startswith(vocab.PREFIXES["event"]) and subject.count("/") == 4:
                    found.add(subject)
    return found


def within(store: Store, period: str) -> set[str]:
    """The events that may have happened within a period. Raises UsageError for what is no period."""
    days = bounds(period)
    if days is None:
        raise UsageError(f"{period!r} is no period; write 2026, 2026-01, 2026-01-30 or 2026-01-29/2026-02-03")
    first, last = (day.isoformat() for day in days)
    begins = {
        subject_iri(q.subject): literal(q.object) for q in store.match(None, iri("kg:begin"), None, PICTURE)
    }
    ends = {
        subject_iri(q.subject): literal(q.object) for q in store.match(None, iri("kg:end"), None, PICTURE)
    }
    return {event for event, begin in begins.items() if begin <= last and ends.get(event, begin) >= first}


def closure(store: Store, events: Iterable[str]) -> set[str]:
    """The events and all that belongs to them: participations, values, officials, posts, places, states."""
    leads = {iri(name).value for name in LEADS}
    found: set[str] = set()
    waiting = list(events)
    while waiting:
        here = waiting.pop()
        if here in found:
            continue
        found.add(here)
        for each in store.match(NamedNode(here), None, None, PICTURE):
            if each.predicate.value in leads and isinstance(each.object, NamedNode):
                waiting.append(each.object.value)
        if here.startswith((vocab.PREFIXES["event"], vocab.PREFIXES["official"])):
            replaced = store.match(None, iri("dcterms:isReplacedBy"), NamedNode(here), PICTURE)
            found |= {subject_iri(q.subject) for q in replaced}
    return found


def claim_graphs(store: Store, events: Iterable[str], filters: Filters) -> set[str]:
    """The claim graphs behind events; with an article filter, those articles' only."""
    if filters.article:
        return {article_node(article_key(store, name)).value for name in filters.article}
    found = set()
    for event in events:
        for each in store.match(NamedNode(event), iri("kg:claim"), None, PICTURE):
            if isinstance(each.object, NamedNode):
                found.add("/".join(each.object.value.split("/")[:5]))
    return found


def subject_iri(subject: Subject) -> str:
    """The IRI of a subject; what is none (nothing of ours) as it is written."""
    return subject.value if isinstance(subject, NamedNode) else str(subject)


def literal(term: object) -> str:
    return term.value if isinstance(term, Literal) else ""
