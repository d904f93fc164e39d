"""What an article leaves unsaid because a reader fills it in: the place and day of talks held on a visit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.clause.since import LAST, aforetime
from kg.extract.drafts import DONE, Draft
from kg.extract.edtf import span
from kg.extract.journeys.whereto import at_main_seat, state_place
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import clause, helpers, is_noun, is_verb
from kg.extract.sides import Side
from kg.extract.story.merge import merge
from kg.extract.when.outlook import BYGONE
from kg.extract.when.stays import so_far
from kg.extract.where.unsaid import Ground, days_apart, hosts_of, next_stop, whereabouts
from kg.model import DateClaim
from kg.vocab import BODIES


def complete(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """Fill in places and dates from neighbouring events of the same people and from the story's setting.

    What is filled in is marked "inherited". Drafts that turn out to be the same event are merged.
    """
    _fallen(drafts)
    _still_ahead(drafts)
    for d in drafts:
        if d.when is None and not d.series:
            _date(d, drafts, ground.published)
        if d.when is None and d.status == "ongoing" and ground.published is not None:
            d.when = DateClaim(str(ground.published), "inherited")  # "is meeting X": as the news appears
        if d.place is None and d.kind in ("meeting", "agreement") and not d.series:
            d.place = whereabouts(d, drafts, ground)
        of_states = not d.officials or any(
            c not in BODIES for c in d.countries
        )  # a body that hears its own officials meets nobody
        elsewhere = d.place is not None and d.place.country not in d.countries
        if d.gathering and of_states and d.place is not None and elsewhere and not _at_home(d):
            d.hosts.append(d.place.country)
        if d.kind == "call":
            d.place = None
    whole = merge(d for d in drafts if len(d.countries) >= 2 or (d.gathering and _at_home(d)))
    whole = [d for d in whole if not _to_a_post(d, ground.resident)]
    told = [d for d in whole if d.kind == "visit" and not _seen_only(d)]
    whole = [d for d in whole if not (_seen_only(d) and any(_part_of(d, e) for e in told))]
    implied = [v for d in whole if (v := _journey(d, ground.resident)) is not None and not _told(v, told)]
    return merge([*whole, *implied])


def _to_a_post(d: Draft, resident: Mapping[int, Collection[str]]) -> bool:
    """Whether ambassadors only leave or resume their post, or move about in that state: "returned to Rome"."""
    if d.kind != "visit" or not d.officials or not d.officials <= resident.keys():
        return False
    at_home = bool(d.hosts) and all(set(d.hosts) <= set(resident[official]) for official in d.officials)
    return at_home or d.trigger.lower.startswith(("return", "left", "leav", "depart"))


def _at_home(d: Draft) -> bool:
    """Whether a body gathers where it sits: the state around it is no party to that."""
    return d.place is not None and any(at_main_seat(c, d.place) for c in d.countries)


def _fallen(drafts: list[Draft]) -> None:
    """What had been planned for a journey that is off: "cancelled her trip. She had planned to meet X on Sunday"."""
    off = [e for e in drafts if e.kind == "visit" and e.status in ("cancelled", "postponed") and e.officials]
    for d in drafts if off else ():
        aims = [e for e in off if d.status == "held" and d.kind == "meeting" and _purpose(d, e)]
        if aims:  # "had been due in Rome to see X"
            d.status = aims[0].status
        if d.status != "planned" or not _was_planned(d):
            continue
        for e in off:
            at = e.place.country if e.place is not None else None
            there = d.place.country == at if d.place is not None else at in d.countries
            if there and e.officials & d.officials and e.tree.number <= d.tree.number:
                d.status = e.status
                break


def _purpose(d: Draft, e: Draft) -> bool:
    """Whether a journey was to be made for a meeting: "had been due in Rome *to see X*"."""
    below = d.tree is e.tree and d.trigger in e.tree.subtree(e.trigger)
    return below and "to" in helpers(d.tree, d.trigger) and bool(d.officials & e.officials)


def _still_ahead(drafts: list[Draft]) -> None:
    """What is said in the present of a journey to come: "is due in Asia on Sunday. *The visit to A and B is* a departure"."""
    for d in drafts:
        verb = d.tree.head(d.trigger)
        if d.kind != "visit" or d.rule != "trip-noun" or d.status != "held" or d.date is not None:
            continue
        if (
            verb is None
            or d.trigger.dep != "nsubj"
            or verb.tag not in ("VBZ", "VBP")
            or helpers(d.tree, verb)
        ):
            continue
        for e in drafts:
            ago = d.tree.number - e.tree.number
            if (
                e.kind == "visit"
                and e.status == "planned"
                and e.officials == d.officials
                and 0 < ago <= _GOES_ON
            ):
                d.status, d.when = e.status, e.when


_GOES_ON = 3  # sentences in which a text goes on about a journey to come


def _was_planned(d: Draft) -> bool:
    """Whether the plan is told in the past tense: "was to meet", "had been scheduled to visit"."""
    above = [w for w in [d.trigger, *d.tree.ancestors(d.trigger)] if is_verb(w)][:3]
    words = {x for w in above for x in (w.lower, *helpers(d.tree, w))}
    return bool(words & {"was", "were", "had"}) and not words & {"will", "is", "are"}


def _seen_only(d: Draft) -> bool:
    """Whether a visit is told only by what somebody did in a place: of a journey told it is a part."""
    return set(d.rules) <= {"acts-in", "time-in"}


def _part_of(seen: Draft, e: Draft) -> bool:
    """Whether what somebody did in a place is part of a journey told; what is done is none of one to come elsewhere."""
    cities = {p.name for p in (seen.place, e.place) if p is not None and p.grade == 3}
    ahead = seen.status in DONE and e.status == "planned" and len(cities) == 2
    return _same_way(seen, e) and not ahead


def _same_way(v: Draft, e: Draft) -> bool:
    """Whether two journeys take somebody to the same state."""
    return _together(v, e) and bool(e.officials & v.officials)


def _told(v: Draft, visits: list[Draft]) -> bool:
    """Whether one of the journeys told is the one that talks imply: the same people, state and days."""
    return any(_same_way(v, e) and days_apart(e, v) is not None for e in visits)


def _together(d: Draft, e: Draft) -> bool:
    return d.place is not None and e.place is not None and d.place.country == e.place.country


def _hosted(d: Draft) -> bool:
    """Whether the words themselves speak of a guest: "received", "called on", "was the guest of"."""
    if d.rule in _AT_A_HOST or "host" in d.capacities or d.trigger.lower in _RECEIVED:
        return True
    capital = d.place is not None and d.place.sense is not None and d.place.sense.kind in ("capital", "seat")
    two = len(d.officials) >= 2 or any(_at_seat(s, d) for s in d.sides)
    return capital and d.rule in ("face-verb", "side-verb", "talk-noun", "handshake") and two


_SEATS = {"IMF": "US", "WB": "US", "NATO": "BE", "OPEC": "AT", "IAEA": "AT"}


def _at_seat(side: Side, d: Draft) -> bool:
    """Whether a side is a body that receives others where it sits: "conferred with the IMF in Washington"."""
    return side.official is None and d.place is not None and _SEATS.get(side.country or "") == d.place.country


# Set phrases of what a host does for a guest, or a guest in a house
_AT_A_HOST = frozenset({"call-on", "guest-of", "talks-abroad", "feast", "guided", "respects", "honour"})
_RECEIVED = frozenset("received hosted welcomed greeted receive host welcome".split())


def _journey(d: Draft, resident: Collection[int]) -> Draft | None:
    """The visit that a meeting at a host's place implies: who came was there; an ambassador lives there."""
    place = d.place if d.place_stated else _hosts_land(d)
    if d.kind != "meeting" or d.gathering or not _hosted(d) or place is None:
        return None
    hosts = [s for s in d.sides if s.country == place.country or _at_seat(s, d)] or d.rule == "talks-abroad"
    guests = [s for s in d.sides if s.official not in (None, *resident) and s.country != place.country]
    if not hosts or not guests or d.status not in ("held", "ongoing", "planned"):
        return None
    return Draft(
        "visit",
        guests,
        d.trigger,
        d.tree,
        "implied-visit",
        status=d.status,
        place=place,
        when=d.when,
        hosts=[place.country],
    )


def _hosts_land(d: Draft) -> PlacePhrase | None:
    """ "X will be Y's guest on Monday": in the land of Y, wherever there."""
    at = hosts_of(d) if d.rule == "guest-of" else frozenset()
    if d.place is not None:
        return d.place if d.place.country in at else None
    return next((state_place(d.trigger, state) for state in at if len(state) == 2), None)


def _near(d: Draft, drafts: list[Draft], reach: int) -> list[Draft]:
    """Other drafts that share an official (of what nobody is named for, the states), nearest first.

    They stand no further than `reach` sentences away.
    """
    others = [
        e
        for e in drafts
        if e is not d
        and (e.officials & d.officials or (not d.officials and d.countries <= e.countries))
        and abs(e.tree.number - d.tree.number) <= reach
        and _alike(d, e)
        and not next_stop(d, e)
    ]
    here = (d.tree.number, d.trigger.i)
    return sorted(
        others,
        key=lambda e: (
            (e.tree.number, e.trigger.i) > here,
            abs(e.tree.number - d.tree.number),
            e.kind == "visit" and d.kind != "visit",  # talks on a journey are not of the day of the arrival
        ),
    )


def _alike(d: Draft, e: Draft) -> bool:
    return (
        d.status == e.status
        or {d.status, e.status} <= DONE
        or {d.status, e.status} == {"ongoing", "planned"}
        or (d.status == "cancelled" and e.kind == "visit")
    )


def _date(d: Draft, drafts: list[Draft], published: date | None) -> None:
    """The date of a neighbouring event of the same people, else the day that the story is about."""
    if is_noun(d.trigger) and BYGONE & {w.lower for w in d.tree.children(d.trigger, "amod")}:
        return  # "recalled his previous visits to Nepal"
    if d.kind == "visit" and _in_order(d):
        return
    if d.status == "held" and (_recently(d) or aforetime(d.tree, d.trigger)):
        return
    if d.rule == "trip-takes" and {"has", "have"} & set(helpers(d.tree, d.trigger)) and published is not None:
        # "a tour that has taken her to A, B and C": on days before the story's
        d.when = DateClaim(f"{published - timedelta(days=_TOUR)}/{published}", "inherited")
        return
    at_home = hosts_of(d)
    elsewhere = [e for e in _near(d, drafts, 2)[:1] if e.place is not None and e.place.country not in at_home]
    if at_home and elsewhere and (stay := _guests_stay(d, drafts, at_home)) is not None:
        d.when = stay
        return
    told = [
        e
        for e in _near(d, drafts, 2)
        if e.when is not None
        and (not _aforetime(e) or _goes_back(d, e))
        and (d.kind != "visit" or e.place is not None)
        and not (d.place and e.place and d.place.country != e.place.country)
    ]
    # "will come during X's visit"
    beside = [
        e.when
        for e in drafts
        if d.kind == e.kind == "visit" and e.tree is d.tree and not d.undated and _together(d, e)
        if e.rule != "since"  # "is the first to come since X in May"
        if not _follows(d)
    ]
    before = [e.when for e in told if e.tree.number <= d.tree.number]
    stop = d.rule == "trip-stop"  # one of many: of no day that was told of another
    story = [d.setting.when] if d.status in DONE and d.setting.when is not None and not stop else []
    for when in [*before, *beside, *story, *(e.when for e in told)]:
        if when is not None:
            d.when = replace(when, basis="inherited")
            if d.status == "held":
                d.when = so_far(d.when, published)
            return
    if stop and d.status == "held" and published is not None and _on_tour(d, drafts):
        d.when = DateClaim(f"{published - timedelta(days=_TOUR)}/{published}", "inherited")
    journeys = [e for e in drafts if d.kind != "visit" and e.kind == "visit" and _planned_together(d, e)]
    if d.status == "planned" and len({e.place.country for e in journeys if e.place}) == 1:
        d.when = replace(journeys[0].when, basis="inherited") if journeys[0].when else None
        return
    if (
        d.kind == "visit"
        and d.status == "planned"
        and published is not None
        and _travelling(d, drafts, published)
    ):
        d.when = DateClaim(f"{published}/{published + timedelta(days=_LEG)}", "inherited")
    elif d.kind == "visit" and d.status == "planned" and (first := _leg_before(d, drafts)) is not None:
        d.when = DateClaim(f"{first}/{first + timedelta(days=_LEG)}", "inherited")


def _in_order(d: Draft) -> bool:
    """ "*Before she went to Rome* she had been in Bern on Monday": the day is the other journey's."""
    marks = {c.lower for c in d.tree.children(d.trigger, "mark")}
    return d.status == "held" and bool(marks & {"before", "after"})


def _on_tour(d: Draft, drafts: list[Draft]) -> bool:
    """Whether the text tells the day of another stop of the same travellers: it is then about that tour."""
    visits = (e for e in drafts if e.kind == "visit" and e is not d)
    return any(e.when is not None and e.status in DONE and bool(e.officials & d.officials) for e in visits)


def _guests_stay(d: Draft, drafts: list[Draft], at_home: Collection[str]) -> DateClaim | None:
    """ "X, who was in Lima last week, … . Y flew to Rome on Monday. *He also received X*": in the week of X's visit."""
    guests = {s.official for s in d.sides if s.official is not None and s.country not in at_home}
    stays = [
        e
        for e in drafts
        if e.kind == "visit" and e.when is not None and e.place is not None
        if e.place.country in at_home and guests & e.officials and _alike(d, e)
    ]
    return replace(stays[0].when, basis="inherited") if len(stays) == 1 and stays[0].when else None


def _aforetime(e: Draft) -> bool:
    """ "The two *last* met in May": whatever the text told of before was not on that day."""
    said = e.tree.children(e.trigger, "advmod", "amod") if is_verb(e.trigger) else []
    return aforetime(e.tree, e.trigger) or any(w.lower in LAST for w in said)


def _goes_back(d: Draft, e: Draft) -> bool:
    """ "X was last in Peru in May. *In Lima he signed* a pact": the sentence behind goes on about the earlier journey."""
    at_once = d.tree.number - e.tree.number == 1 and d.place_stated and e.kind == "visit"
    return at_once and d.status == e.status == "held" and _together(d, e)


def _planned_together(d: Draft, e: Draft) -> bool:
    """Whether talks or a pact to come are part of a journey to come: the same people, the host's state."""
    at = e.place.country if e.place is not None else None
    return (
        e.status == "planned"
        and e.when is not None
        and at in d.countries
        and (e.tree.number, e.trigger.i) < (d.tree.number, d.trigger.i)
        and (d.place is None or d.place.country == at)
        and bool(e.officials & d.officials)
    )


def _follows(d: Draft) -> bool:
    """ "Her visit follows that of X": it is not of the same days."""
    verb = d.tree.head(d.trigger)
    return verb is not None and d.trigger.dep == "nsubj" and verb.lower.startswith(("follow", "precede"))


def _recently(d: Draft) -> bool:
    """ "had recently returned from talks": before the days of the story."""
    if "recently" not in d.tree.vocabulary:
        return False
    verb = clause(d.tree, d.trigger)
    return "had" in helpers(d.tree, verb) and any(
        w.lower == "recently" for w in d.tree.children(verb, "advmod")
    )


_TOUR = 13  # days before publication on which the first stops of a tour may lie
_LEG = 6  # days within which a journey that has begun goes on to its other stops


_ONWARD = frozenset("also then there next onward onwards afterwards on proceed proceeds".split())


def _leg_before(d: Draft, drafts: list[Draft]) -> date | None:
    """The day of the stop told just before: "will be in Rome on Friday. *From there* she goes on to Tunis"."""
    if _ONWARD.isdisjoint(d.tree.vocabulary) or any(
        w.date is not None for w in d.tree.words[: d.trigger.i + 1]
    ):
        return None
    before = [
        e
        for e in drafts
        if e.kind == "visit"
        and e.status in ("planned", "ongoing")
        and e.officials & d.officials
        and 0 < d.tree.number - e.tree.number <= 1
        and e.when is not None
    ]
    days = span(before[-1].when.edtf) if before and before[-1].when is not None else None
    return days[0] if days is not None else None


def _travelling(d: Draft, drafts: list[Draft], published: date) -> bool:
    """Whether the travellers are on a journey as the news appears: "the trip will also take him to Lima"."""
    return any(
        e is not d
        and e.kind == "visit"
        and e.status in DONE
        and bool(e.officials & d.officials)
        and (days := span(e.when.edtf if e.when else None)) is not None
        and abs((published - days[1]).days) <= 1
        for e in drafts
    )
