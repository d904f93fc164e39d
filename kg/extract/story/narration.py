"""The story told sentence by sentence: what each tells of, whom and when it means, what it takes up from before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from kg.extract.agreements.agreements import agreements
from kg.extract.clause.topic import agenda, topic
from kg.extract.dates import find_dates, resolve
from kg.extract.drafts import DONE, Draft, Setting, Told
from kg.extract.edtf import span
from kg.extract.journeys.gapping import in_turn
from kg.extract.journeys.visits import visits
from kg.extract.journeys.whereto import same_spot
from kg.extract.meetings.attendance import accompany, join_journey, latecomers
from kg.extract.meetings.breath import one_breath
from kg.extract.meetings.contacts import contacts
from kg.extract.meetings.encounters import encounters
from kg.extract.meetings.gatherings import gatherings
from kg.extract.places.find import PlacePhrase
from kg.extract.records import DatePhrase, Mention
from kg.extract.sentence.grammar import clause, is_verb
from kg.extract.sentence.tree import Tree
from kg.extract.sides import Occasion, Side, unique
from kg.extract.story.claims import evidence
from kg.extract.story.repeats import did_so, likewise, located, repeats, resumed
from kg.extract.story.settle import settle
from kg.extract.story.turns import next_in_line, next_town, partners_in_turn
from kg.extract.when.carried import flashback
from kg.extract.when.day import (
    day_of_the_gathering,
    lies_ahead,
    of_something_else,
    on_that_occasion,
    story_day,
)
from kg.extract.when.fate import carried_out, revoke, taken_up
from kg.extract.when.reckoning import when
from kg.extract.when.series import count
from kg.extract.when.series import latest as last_of
from kg.extract.when.stays import stay
from kg.extract.where.legs import at_each_stop
from kg.extract.where.stage import city, elsewhere, stage
from kg.extract.whom.centering import center, companions
from kg.extract.whom.discourse import Discourse
from kg.model import DateClaim
from kg.page.records import Sentence

_CURRENT_DAYS = 30  # days around publication: what lies further off is background or outlook
_HE = re.compile(r"(?:He|She)\b")
_WHEN = re.compile(r",? when\b")  # "since April 3, when they met. Two days later …"


@dataclass(slots=True)
class Narrator:
    """Reads an article's sentences from the top; `drafts` gathers what they tell of."""

    text: str
    published: date | None
    sentences: Sequence[Sentence]
    trees: Mapping[int, Tree]  # of the sentences that were parsed
    talk: Discourse
    drafts: list[Draft] = field(default_factory=list)
    meetings: list[Draft] = field(default_factory=list)  # those of the latest sentence that told of any
    latest: list[Draft] = field(
        default_factory=list
    )  # and those with the calls: what was spoken of may be told next
    earlier: list[Draft] = field(default_factory=list)  # those of any kind: what "did the same" takes up
    anchor: DateClaim | None = None  # the latest date, for "the following day"
    past: DateClaim | None = None  # the latest that is over: "the same day" of what has happened
    background: DateClaim | None = None  # of an earlier year, of which the text is telling
    dated_in: int = -1  # the paragraph that told of the latest date
    setting: Setting = field(default_factory=Setting)

    def read(self) -> list[Draft]:
        """What all sentences tell of, in order."""
        starts = [m.start for m in self.talk.cast.mentions]
        for n, s in enumerate(self.sentences):
            here = self.talk.cast.mentions[bisect_left(starts, s.start) : bisect_left(starts, s.end)]
            tree = self.trees.get(n)
            if (
                tree is not None
                and tree.opens
                and any(w.day is not None and self._of_the_news(w.day) for w in tree)
            ):
                self.talk.back_to_the_news()
            before = self.talk.last_place
            found = self._parsed(tree, s) if tree is not None else []
            lead = center(tree, self.talk) if tree is not None else self._first(s, here)
            self._move_on(s, tree, found)
            for d in found:
                d.setting = replace(self.setting, where=stage(d, before))
            self.talk.heard(here, (x for d in found for x in d.sides if s.start <= x.start < s.end))
            if lead is not None:
                self.talk.leading(lead)
        return self.drafts

    def _parsed(self, tree: Tree, s: Sentence) -> list[Draft]:
        """What a sentence tells of, settled; what it says of that which was told before is put there."""
        talk = self.talk
        found = self._tellings(tree)
        _told_of(agenda(tree), self.latest)
        self.meetings = [d for d in found if d.kind == "meeting"] or self.meetings
        self.latest = [d for d in found if d.kind in ("meeting", "call")] or self.latest
        self.earlier = found or self.earlier
        for d in found:
            self._settle(d, s)
            self._remember(d)
        if len(met := partners_in_turn(found)) > 1:
            talk.together(met)
        self.drafts += found
        join_journey(tree, talk, self.drafts)
        for off, later in revoke(tree, self.drafts, self.text):
            self._redate(off, later or off.date, "future" if later is not None else "unknown")
        for done, day in carried_out(tree, self.drafts):
            self._redate(done, day or done.date, "past")
        taken_up(tree, self.drafts)
        if not any(d.kind != "visit" for d in found):
            talk.together(companions(tree, talk))
        return found

    def _tellings(self, tree: Tree) -> list[Draft]:
        """The drafts of a sentence: first what is told outright, then what rests on that."""
        talk = self.talk
        found = list(at_each_stop([*visits(tree, talk), *encounters(tree, talk)]))
        accompany(tree, talk, found)
        self._occasions(found)
        signed = list(agreements(tree, talk))
        self._occasions(signed)  # what is signed later "under the treaty" is theirs too
        found += signed
        told = len(found)
        found += contacts(tree, talk, found)  # which looks at what it has yielded so far as well
        self._occasions(found[told:])
        found += list(in_turn(tree, talk, found, self.earlier))
        found += one_breath(tree, talk, found)
        found += list(last_of(found))
        resumed(found, self.latest)
        found += list(did_so(tree, talk, self.earlier))
        found += list(repeats(tree, found))
        self._add(located(tree, self.earlier))
        found += list(likewise(tree, talk, found, self.earlier))
        found += next_in_line(tree, talk, found, self.earlier)
        found += next_town(tree, found, self.earlier)
        found += list(gatherings(tree, talk, found))
        late = latecomers(tree, talk, self.meetings)
        if late:  # "also present were …": no encounter of its own
            self.meetings[-1].sides = unique([*self.meetings[-1].sides, *late])
            known = self.meetings[-1].officials
            found = [d for d in found if d.kind != "meeting" or not d.officials <= known]
        accompany(tree, talk, found)
        return found

    def _redate(self, d: Draft, phrase: DatePhrase | None, direction: str) -> None:
        """Work out the day of an event anew of which more has been told since."""
        found = (
            when(phrase, self.text, self.published, direction, self.anchor) if phrase is not None else None
        )
        d.when = found or d.when

    def _occasions(self, found: Sequence[Draft]) -> None:
        for d in found:
            self.talk.occasion(_occasion(d))

    def _settle(self, d: Draft, s: Sentence) -> None:
        """Give a draft its status, date, place, number, topic and evidence."""
        near = s.paragraph == self.dated_in
        told = Told(self.anchor, self.past, self.anchor if near else None, self.background if near else None)
        settle(d, self.text, self.published, told, caption=s.zone == "caption")
        stay(d, self.text, self.published)
        if d.when is None and d.status in DONE and on_that_occasion(d.tree):
            d.when = self.anchor
        count(d, self.text, self.published)
        self._point(d)
        d.topic = topic(d)
        d.quotes = [evidence(d, self.text)]
        d.news = d.when is not None and _current(d.when, self.published)

    def _remember(self, d: Draft) -> None:
        """Keep who was together, between whom the talks of the text are, and who is on the way where."""
        talk = self.talk
        if d.kind != "visit" and len(d.officials) >= 2:
            talk.together(_pair_of_three(d, talk))
            talk.together(d.sides)
            if d.when is not None and not d.news and d.status in DONE:
                talk.bygone.append(tuple(d.sides))
            if d.rule == "brought-together":  # "the two": who were brought together, not by whom
                talk.together(companions(d.tree, talk))
        if d.kind == "meeting" and len(d.countries) >= 2 and (d.news or not talk.process):
            talk.process = tuple(sorted(d.countries))
        if d.kind == "visit" and d.hosts and d.rule not in ("acts-in", "way-home"):
            talk.travelled(d.sides, d.hosts[0], d.place)
        guests, host = _received(d)
        if guests:
            talk.received.append(([s for s in d.sides if s.official in guests], host))

    def _of_the_news(self, day: DatePhrase) -> bool:
        """Whether a day is one of those around publication: "on Tuesday", "last night"."""
        claim = resolve(day, self.text, self.published, direction="unknown", anchor=None)
        return claim is not None and _current(claim, self.published)

    def _first(self, s: Sentence, here: Sequence[Mention]) -> Side | None:
        """Whom a sentence that was not parsed is about: the first it names, unless it goes on with "He"."""
        goes_on = _HE.match(self.text, s.start)
        first = next((m for m in here if m.official is not None and not goes_on), None)
        stranger = None if goes_on else self.talk.stranger(s.start, first.start if first else s.end)
        if stranger is not None:
            return Side(None, None, *stranger)
        return Side(first.official, first.country, first.start, first.end) if first else None

    def _move_on(self, s: Sentence, tree: Tree | None, found: list[Draft]) -> None:
        """Take the day and the city of a sentence along to the next."""
        if tree is not None:
            cities = [w.place for w in tree.places if city(tree, w) and not elsewhere(tree, w)]
            self.talk.last_place = cities[-1] if cities else self.talk.last_place
        dated = [d for d in found if d.date is not None and d.when is not None]
        last = max(dated, key=lambda d: d.date.start if d.date else 0, default=None)
        anchor = last.when if last is not None else self._anchor(s, tree)
        if anchor is not self.anchor:
            self.background, self.dated_in = flashback(tree, anchor, self.published), s.paragraph
        self.anchor = anchor
        # "sees X today": of what is past no anchor
        told_ahead = last is not None and last.status not in DONE
        if self.anchor is not None and _over(self.anchor, self.published) and not told_ahead:
            self.past = self.anchor
        self.setting = story_day(
            s, self.text, self.published, self.anchor, self.setting, tree=tree, found=found
        )
        undated = [d for d in found if d.kind == "meeting" and d.when is None and d.status in DONE]
        day = day_of_the_gathering(tree, self.drafts) if tree is not None and undated else None
        if day is not None:
            self.setting = replace(self.setting, when=day)
            for d in undated:
                d.when = day

    def _add(self, more: tuple[Draft, PlacePhrase | None, DatePhrase | None] | None) -> None:
        """ "That was in Rome, in May", said of what was told before."""
        if more is None:
            return
        draft, place, date_ = more
        if place is not None:
            draft.place, draft.place_stated = place, True
        if date_ is not None:
            draft.date = date_
            way = "past" if draft.status == "held" else "unknown"
            draft.when = when(date_, self.text, self.published, way, self.anchor) or draft.when

    def _point(self, d: Draft) -> None:
        """ "There, on Monday, she met", "were received here": the city spoken of, the city of the story."""
        if d.place is not None or d.kind == "visit":
            return
        verb = clause(d.tree, d.trigger)
        below = [v for c in d.tree.children(d.trigger, "relcl") for v in (c, *d.tree.children(c, "xcomp"))]
        near = {w.lower for v in (d.trigger, verb, *below) for w in d.tree.children(v, "advmod")}
        before = [w.place for w in d.tree.words[: d.trigger.i] if city(d.tree, w) or w.dep == "dobj"]
        said = next((p for p in reversed(before) if p is not None and p.grade == 3), self.talk.last_place)
        there = said if "there" in near else self.talk.scene if "here" in near else None
        d.place = there or same_spot(d.tree, self.talk, d.trigger)
        d.place_stated = d.place is not None

    def _anchor(self, s: Sentence, tree: Tree | None) -> DateClaim | None:
        """The latest date after a sentence that told of no event; the verb beside it says which way it lies."""
        anchor = self.anchor
        aside = {w.date for w in tree if w.date is not None and of_something_else(tree, w)} if tree else ()
        for phrase in find_dates(self.text, s.start, s.end):
            if phrase in aside and not _WHEN.match(self.text, phrase.end):
                continue
            way: Literal["future", "unknown"] = "future" if tree and lies_ahead(tree, phrase) else "unknown"
            anchor = resolve(phrase, self.text, self.published, direction=way, anchor=anchor) or anchor
        return anchor


def _received(d: Draft) -> tuple[list[int], str]:
    """Who was somebody's guest, and in which state: "X received Y", "X met Y in Vienna"."""
    hosts = {s.country for s, c in zip(d.sides, d.capacities, strict=False) if c == "host" and s.country}
    if not hosts and d.place is not None and d.kind == "meeting":
        hosts = {d.place.country} & d.countries
    if d.kind != "meeting" or len(hosts) != 1 or (d.place is not None and d.place.country not in hosts):
        return [], ""
    return [s.official for s in d.sides if s.official is not None and s.country not in hosts], hosts.pop()


def _pair_of_three(d: Draft, talk: Discourse) -> list[Side]:
    """ "X met *Y and Z*. The two …": of three who met, the two whom the sentence names side by side."""
    if len(d.sides) != _THREE or not is_verb(d.trigger):
        return []
    doers = {s.official for s in talk.actors(d.tree, d.trigger)}
    apart = ([s for s in d.sides if s.official in doers], [s for s in d.sides if s.official not in doers])
    return next((side for side in apart if len(side) == _THREE - 1), [])


_THREE = 3


def _told_of(matter: tuple[int, int] | None, drafts: list[Draft]) -> None:
    """Gives talks that were just told of, and nothing of their matter, what the sentence behind names."""
    if matter is not None and len(drafts) == 1:
        drafts[0].topic = drafts[0].topic or matter


def _occasion(d: Draft) -> Occasion:
    countries = tuple(sorted(d.countries))
    return Occasion(d.kind == "visit", d.tree.number, d.trigger.i, tuple(d.sides), countries)


def _over(claim: DateClaim, published: date | None) -> bool:
    ends = span(claim.edtf)
    return bool(published and ends and ends[1] <= published)


def _current(claim: DateClaim, published: date | None) -> bool:
    ends = span(claim.edtf)
    return bool(published and ends and min(abs((published - e).days) for e in ends) <= _CURRENT_DAYS)
