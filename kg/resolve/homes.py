"""Which event every telling is of, kept up to date: what a change of some tellings moves, and nothing else.

The index holds the event of each bundle ("b|"), who founded it and who joined it ("v|"), and for each vague
bundle how well the events within its reach fit it. So a telling that comes or goes asks only for
its own neighbourhood: of the vague tellings around it, each has only the events that changed to weigh anew.
Gives the same as `kg.resolve.gather` does for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model import ClaimRef
from kg.resolve.bundling import JOINED, event_word, keep_home, keep_scores, ref_text
from kg.resolve.gather import (
    Bundle,
    Cluster,
    Scores,
    best_event,
    linked,
    name,
    neighbourhoods,
    scores,
    split,
)
from kg.resolve.matching import in_reach, may_meet
from kg.resolve.near_events import Events
from kg.resolve.told import Facts, search_keys

LAYERS = 6


class Homes:
    """One change of tellings on its way through the layers, from the most precise to the vaguest."""

    def __init__(self, old: Events, new: Events, dirty: Iterable[ClaimRef]) -> None:
        self.old, self.new, self.dirty = old, new, set(dirty)
        self.touched: set[ClaimRef] = set()
        self._changed: list[set[Facts]] = [set() for _ in range(LAYERS)]
        self._reached: list[dict[Facts, set[ClaimRef]]] = [defaultdict(set) for _ in range(LAYERS)]
        self._gone: set[ClaimRef] = set()  # names of events whose founders are no longer these
        self._come: dict[ClaimRef, Cluster] = {}  # and of those that are founded instead
        self._unlink: list[tuple[str, str]] = []
        self._link: list[tuple[str, str]] = []

    def settle(self) -> set[ClaimRef]:
        """Bring the index up to date; gives the claims whose event is not what it was."""
        for ref in self.dirty:
            for view in (self.old, self.new):
                if view.told(ref) is not None:
                    self._changed[view.fact(ref).layer].add(view.fact(ref))
        for layer in range(LAYERS):
            changed, reached = self._changed[layer], self._reached[layer]
            seeds = changed if not layer else {f for f in {*changed, *reached} if self._rehome(f, layer)}
            self._found(seeds)
        for sink, changes in ((self.new.view.unlink, self._unlink), (self.new.view.link, self._link)):
            for key, member in changes:
                sink(key, member)
        return self.touched

    def _rehome(self, fact: Facts, layer: int) -> bool:
        """Decide which event a vague bundle joins; whether it has to do with the founding of others now."""
        before, after = self.old.bundle(fact), self.new.bundle(fact)
        was = self.old.scores(fact)
        changed = fact in self._changed[layer]
        if after is None:
            now: Scores = {}
        elif changed:
            now = scores(after, self._events_near(fact))
        else:
            now = {event: score for event, score in was.items() if event not in self._gone}
            now |= scores(after, [self._come[event] for event in sorted(self._reached[layer][fact])])
        keep_scores(self.new.view, fact, now)
        homes = best_event(was), best_event(now)
        if homes[0] == homes[1] and not changed:
            return False
        self._keep_home(before, homes[0], self._unlink)
        self._keep_home(after, homes[1], self._link)
        keep_home(self.new.view, fact, JOINED + ref_text(homes[1]) if homes[1] else "")
        self.touched.update(*(bundle.refs for bundle in (before, after) if bundle))
        return homes[0] is None or homes[1] is None

    def _keep_home(self, bundle: Bundle | None, home: ClaimRef | None, sink: list[tuple[str, str]]) -> None:
        if bundle is not None and home is not None:
            sink.append((f"v|{ref_text(home)}", event_word(bundle, joined=True)))

    def _events_near(self, fact: Facts) -> list[Cluster]:
        """The events, as they are to be, that a vague telling could be of."""
        found: dict[ClaimRef, Cluster] = {}
        for other in self.new.near(search_keys(fact)):
            if other.layer < fact.layer and in_reach(fact, other) and may_meet(fact, other):
                event = self.new.founded(other)
                if event is not None and event not in found:
                    found[event] = self._come[event] if event in self._come else self.new.founders(event)
        return list(found.values())

    def _found(self, seeds: set[Facts]) -> None:
        """Found the events of a layer anew around bundles that came, went or changed their minds."""
        here = self._connected(seeds)
        old = {
            event: self.old.founders(event) for fact in here if (event := self.old.founded(fact)) is not None
        }
        there = [b for f in here if (b := self.new.bundle(f)) is not None and not self.new.joined(f)]
        groups = neighbourhoods(sorted(there, key=lambda b: b.refs))
        new = {name(cluster): cluster for group in groups for cluster in split(group)}
        same = {event for event in old.keys() & new.keys() if old[event] == new[event]}
        for event, cluster in old.items():
            if event not in same:
                self._gone.add(event)
                self._unlink += self._announce(event, cluster)
        for event, cluster in new.items():
            if event not in same:
                self._come[event] = cluster
                self._link += self._announce(event, cluster)
            for bundle in cluster:
                keep_home(self.new.view, bundle.facts, ref_text(event))

    def _announce(self, event: ClaimRef, cluster: Cluster) -> list[tuple[str, str]]:
        """Tell the vague bundles in reach of an event that it comes or goes; gives what files its founders."""
        for bundle in cluster:
            self.touched.update(bundle.refs)
            for vague in self.new.vaguer(bundle.facts):
                reached = self._reached[vague.layer][vague]
                if self._come.get(event) is cluster:
                    reached.add(event)
        return [(f"v|{ref_text(event)}", event_word(bundle, joined=False)) for bundle in cluster]

    def _connected(self, seeds: set[Facts]) -> set[Facts]:
        """Bundles and all of their layer that found events and that they are linked to, directly or not."""
        found, todo = set(seeds), list(seeds)
        while todo:
            one = todo.pop()
            for other in self.new.beside(one) - found:
                if linked(one, other) and not self.new.joined(other):
                    found.add(other)
                    todo.append(other)
        return found
