"""The scoring itself: article by article, officials and then events, each difference written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.evaluate.calibration import Bet, calibrate
from kg.evaluate.compare import offices, same_name
from kg.evaluate.match import exact, likeness, pair, right_fields
from kg.evaluate.records import EventRecord, OfficialRecord, events_of, officials_of
from kg.evaluate.report import FIELDS, Difference, ErrorKind, Report, Share, Tally


def score(
    gold: Iterable[Mapping[str, Any]],
    predicted: Mapping[str, Mapping[str, Any]],
    unread: tuple[str, ...] = (),
) -> Report:
    """The report of predicted records, by id, against gold records."""
    count = _Counting()
    articles = 0
    for record in gold:
        articles += 1
        found = predicted.get(record["id"], {})
        count.officials(record["id"], officials_of(record), officials_of(found))
        count.events(record["id"], events_of(record), events_of(found))
    return count.report(articles, unread)


class _Counter:
    """A Tally in the making."""

    def __init__(self) -> None:
        self.right = self.extra = self.missed = 0

    def tally(self) -> Tally:
        return Tally(self.right, self.extra, self.missed)


class _ShareCounter:
    """A Share in the making."""

    def __init__(self) -> None:
        self.right = self.all = 0

    def add(self, right: bool) -> bool:
        self.right += right
        self.all += 1
        return right

    def share(self) -> Share:
        return Share(self.right, self.all)


class _Counting:
    """Counts over all articles."""

    def __init__(self) -> None:
        self._officials, self._events, self._exact = _Counter(), _Counter(), _Counter()
        self._kinds: dict[str, _Counter] = {}
        self._role, self._country = _ShareCounter(), _ShareCounter()
        self._fields = {name: _ShareCounter() for name in FIELDS}
        self._differences: list[Difference] = []
        self._bets: list[Bet] = []

    def report(self, articles: int, unread: tuple[str, ...]) -> Report:
        return Report(
            articles=articles,
            officials=self._officials.tally(),
            role=self._role.share(),
            country=self._country.share(),
            events=self._events.tally(),
            fields={name: counter.share() for name, counter in self._fields.items()},
            kinds={kind: counter.tally() for kind, counter in sorted(self._kinds.items())},
            exact=self._exact.tally(),
            differences=tuple(self._differences),
            calibration=calibrate(self._bets),
            unread=unread,
        )

    def _note(self, article: str, kind: ErrorKind, what: str, *values: str | None) -> None:
        self._differences.append(Difference(article, kind, what, *values))

    # ------------------------------------------------------------------ officials

    def officials(self, article: str, gold: list[OfficialRecord], found: list[OfficialRecord]) -> None:
        pairs = pair(gold, found, lambda g, p: float(same_name(g.name, p.name)))
        for i in _left_over(len(gold), (i for i, _ in pairs)):
            if not gold[i].optional:
                self._officials.missed += 1
                self._note(article, "official missed", gold[i].name)
        for j in _left_over(len(found), (j for _, j in pairs)):
            self._officials.extra += 1
            self._note(article, "official extra", found[j].name)
        for i, j in pairs:
            if not gold[i].optional:
                self._officials.right += 1
                self._official(article, gold[i], found[j])

    def _official(self, article: str, gold: OfficialRecord, found: OfficialRecord) -> None:
        if gold.role and not self._role.add(bool(offices(gold.role) & offices(found.role))):
            self._note(article, "role", gold.name, gold.role, found.role or None)
        if not self._country.add(gold.country == found.country):
            self._note(article, "country", gold.name, gold.country, found.country)

    # ------------------------------------------------------------------ events

    def events(self, article: str, gold: list[EventRecord], found: list[EventRecord]) -> None:
        pairs = pair(gold, found, likeness)
        for event in gold:
            self._kind(event)  # a kind that the gold knows has a row, found or not
        for i in _left_over(len(gold), (i for i, _ in pairs)):
            if not gold[i].optional:
                self._missed(article, gold[i])
        for j in _left_over(len(found), (j for _, j in pairs)):
            self._extra(article, found[j])
        for i, j in pairs:
            if not gold[i].optional:
                self._matched(article, gold[i], found[j])

    def _kind(self, event: EventRecord) -> _Counter:
        return self._kinds.setdefault(event.kind, _Counter())

    def _missed(self, article: str, event: EventRecord) -> None:
        for counter in (self._events, self._exact, self._kind(event)):
            counter.missed += 1
        self._note(article, "event missed", str(event), None, None, event.evidence)

    def _extra(self, article: str, event: EventRecord) -> None:
        for counter in (self._events, self._exact, self._kind(event)):
            counter.extra += 1
        self._note(article, "event extra", str(event), None, None, event.evidence)
        self._bet(event, right=False, exact=False)

    def _matched(self, article: str, gold: EventRecord, found: EventRecord) -> None:
        self._events.right += 1
        self._kind(gold).right += 1
        right = right_fields(gold, found)
        values = _values(gold), _values(found)
        for name in FIELDS:
            if not self._fields[name].add(right[name]):
                self._note(
                    article,
                    name,
                    str(gold),
                    values[0][name],
                    values[1][name],
                    found.evidence or gold.evidence,
                )
        whole = exact(gold, found, right)
        self._exact.right += whole
        self._exact.extra += not whole
        self._exact.missed += not whole
        self._bet(found, right=True, exact=whole)

    def _bet(self, event: EventRecord, *, right: bool, exact: bool) -> None:
        if event.confidence is not None:
            self._bets.append(Bet(event.confidence, right, exact))


def _left_over(size: int, used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [at for at in range(size) if at not in taken]


def _values(event: EventRecord) -> dict[str, str | None]:
    return {
        "participants": "+".join(event.people) or "nobody",
        "countries": "/".join(event.parties) or "none",
        "place": f"{event.place}, {event.place_country}" if event.place else None,
        "date": event.date,
        "status": event.status,
    }
