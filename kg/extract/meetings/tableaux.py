"""Encounters shown rather than told: "opposite her sat X", "September found both in Rome", "X had Y to Vienna"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.journeys.invitations import journey_to
from kg.extract.journeys.whereto import antecedents, destinations
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import (
    SELVES,
    after,
    clause_words,
    groups_after,
    helpers,
    names_official,
    objects,
    passive,
    subject,
)
from kg.extract.sentence.line import line
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.whom.company import abroad, named
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import HAVING
from kg.model import Kind, Mode, Status

_POSTURES = frozenset(
    "was were is are be sat sits sit stood stands stand walked walks strode marched waited waits hovered lay loomed "
    "beamed grinned nodded slouched perched strolled rode".split()
)
_OPPOSITE = frozenset(
    "opposite beside alongside facing across with between behind waiting awaiting greeting welcoming receiving meeting "
    "hosting joining".split()
)
_SIDES = frozenset("side elbow right left shoulder arm feet heels table".split())
_ENDS = frozenset("end line phone telephone receiver screen".split())
_CLOSE = 6  # words between "opposite" and whom it is opposite to


def beside(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """ "Opposite her at the long table sat X", "at his elbow stood Y", "at the other end of the line was Z"."""
    for verb in tree:
        if verb.lower not in _POSTURES:
            continue
        name = next((w for w in tree.words[verb.i + 1 : verb.i + 3] if names_official(w)), None)
        before = _fronted(tree, verb) if name is not None else []
        if name is None or not before:
            continue
        there = [s for s in talk.sides(tree, name) if s.official is not None]
        wired = _on_the_line(tree, talk, before)
        others = talk.subjects[-1:] if wired else _whom(tree, talk, before, named(there))
        if named(others) and there and abroad(others, there):
            kind: Kind = "call" if wired else "meeting"
            yield Draft(kind, unique([*others, *there]), verb, tree, "beside", mode=wired or "in-person")


def _fronted(tree: Tree, verb: Word) -> list[Word]:
    """The words before a verb, back to the last one with a tense, where they hold no subject of it."""
    own = {w.i for w in tree.children(verb, "aux")}
    before = [w for w in tree.words[: verb.i] if w.i not in own]
    start = next(
        (k + 1 for k, w in reversed(list(enumerate(before))) if w.tag in _FINITE or w.text in ";:"), 0
    )
    words = before[start:]
    if any(w.dep in ("nsubj", "nsubjpass") and w.head == verb.i for w in words):
        return []
    return words


_FINITE = ("VBD", "VBZ", "VBP", "MD")


def _whom(tree: Tree, talk: Discourse, before: list[Word], barred: list[int]) -> list[Side]:
    """Whom the opening words put somebody beside."""
    for k, w in enumerate(before):
        if w.lower in _OPPOSITE:
            for x in before[k + 1 : k + 1 + _CLOSE]:
                if x.tag == "PRP" or names_official(x):
                    return talk.sides(tree, x, barred)
        if w.lower in _SIDES:
            for x in [*tree.children(w, "poss"), *after(tree, w, "of")]:
                return talk.sides(tree, x, barred)
    return []


def _on_the_line(tree: Tree, talk: Discourse, before: list[Word]) -> Mode | None:
    """ "On the line was X"; "at the other end" where a telephone was spoken of just before."""
    said = [w.lower for w in before]
    if not set(said) & _ENDS or {"front", "red", "border"} & set(said):
        return None
    near = talk.text[max(0, tree.start - _JUST) : tree.end].lower()
    return (
        "phone"
        if any(w in near for w in ("phone", "receiver", "on the line", "rang", "of the line"))
        else None
    )


_JUST = 150  # characters before a sentence in which the telephone may have rung


def tableaux(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The encounters that a verb tells of without saying so."""
    for find in (
        _found,
        _had_to,
        _alone,
        _between,
        _spent_doing,
        _waiting,
        _expecting,
        _kept_waiting,
        _on_the_steps,
        _passed,
        _in_one_place,
        _cooked,
    ):
        found = list(find(tree, talk, verb))
        if found:
            yield from found
            return


_FINDING = frozenset(
    "found finds find saw sees brought brings took takes witnessed reunited reunites united assembled".split()
)


def _found(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "September found X and Y in Panama", "Geneva saw them together in August"."""
    if verb.lower not in _FINDING:
        return
    who = subject(tree, verb)
    when = [w for w in tree.words[: verb.i] if w.date is not None and w.head == verb.i]
    where = (
        who is not None and who.place is not None and (who.mention is None or who.mention.official is None)
    )
    if (who is not None and not where and who.date is None) or not (when or where):
        return
    sides = [s for o in objects(tree, verb) for s in talk.sides(tree, o)]
    places = destinations(tree, verb, ("in", "at", "to", "on")) or _behind(tree, verb)
    if where and who is not None and who.place is not None:
        places = [who.place]
    if len({s.country for s in sides}) >= 2 and len(named(sides)) >= 2:
        yield Draft("meeting", unique(sides), verb, tree, "season", place=next(iter(places), None))
    elif named(sides):
        for p in places[:1]:
            if p.country not in {s.country for s in sides}:
                yield Draft("visit", unique(sides), verb, tree, "season", place=p, hosts=[p.country])


def _behind(tree: Tree, verb: Word) -> list[PlacePhrase]:
    return [p for o in objects(tree, verb) for p in destinations(tree, o, ("in", "at", "to", "on"))]


_ARRIVALS = frozenset(
    "platform tarmac quay quayside stairs steps step doorstep runway pier apron gangway airstrip landing dock jetty "
    "red-carpet carpet foot".split()
)
_STANDING = frozenset("was were stood is are stands".split())


def _on_the_steps(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "X landed in Accra; Y was on the tarmac", "on the steps stood Y": the host of whoever has just come."""
    if verb.lower not in _STANDING:
        return
    spots = [p for g in groups_after(tree, verb, "on", "at") for p in g]
    behind = [c for c in tree.children(verb, "attr", "nsubj") if c.i > verb.i]
    hosts = [s for w in behind for s in talk.sides(tree, w)] or talk.doers(tree, verb)
    hosts = [s for s in hosts if s.official is not None]
    if not hosts or not any(p.lower in _ARRIVALS and p.mention is None for p in spots):
        return
    for o in reversed(talk.occasions[-2:]):
        guests = [s for s in o.sides if s.official is not None]
        there = (
            o.visit and 0 <= tree.number - o.sentence <= 1 and {s.country for s in hosts} <= set(o.countries)
        )
        if there and guests and abroad(hosts, guests):
            yield Draft("meeting", unique([*guests, *hosts]), verb, tree, "waiting")
            return


_WAITING = frozenset("waiting waited awaiting waits wait".split())


def _waiting(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "flew to Berlin, where X was waiting", "his host, Y, waited on the stairs": for whoever has come there."""
    above = tree.head(verb)
    if verb.lower not in _WAITING or (above is not None and above.lower in _KEEPING):
        return
    if any(p.lower == "vain" for p in after(tree, verb, "in")):
        return  # "waited in vain for X": who did not come
    hosts = talk.actors(tree, verb)
    guests = [s for p in after(tree, verb, "for") for s in talk.sides(tree, p, named(hosts))]
    before = [
        w for w in tree.words[: verb.i] if names_official(w) and w.dep in ("nsubj", "nsubjpass", "dobj")
    ]
    if not guests and any(w.lower == "where" for w in tree.children(verb, "advmod")):
        guests = [s for w in before[:1] for s in talk.sides(tree, w, named(hosts))]
    hosts += [
        s
        for p in after(tree, verb, "with", "alongside")
        for s in talk.sides(tree, p, named(hosts))
        if s.official
    ]
    for travellers, country, _ in talk.journeys[-1:]:
        if not guests and {s.country for s in hosts} == {country}:
            guests = [s for s in travellers if s.official is not None]
    if hosts and named(guests) and abroad(hosts, guests):
        now = verb.tag in ("VBZ", "VBP") or {"is", "are", "'s", "’s"} & set(helpers(tree, verb))
        stated: Status | None = "planned" if now else None  # whoever *is waiting* has not met him yet
        yield Draft("meeting", unique([*hosts, *guests]), verb, tree, "waiting", stated=stated)


_EXPECTING = frozenset("expect expects expected expecting await awaits awaited awaiting".split())


def _expecting(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "flew to Berlin, where X was expecting her": they meet when the journey ends."""
    journey = journey_to(tree, verb) if verb.lower in _EXPECTING and not passive(tree, verb) else None
    if journey is None:
        return
    hosts = talk.actors(tree, verb)
    guests = [s for o in objects(tree, verb) for s in talk.sides(tree, o, named(hosts))]
    if hosts and named(guests) and abroad(hosts, guests):
        place = next(iter(antecedents(tree, verb)), None)
        ahead: Status | None = "planned" if verb.tag in ("VBZ", "VBP") else None
        sides = unique([*hosts, *guests])
        day = next((w.day for w in clause_words(tree, verb) if w.i > verb.i and w.day is not None), None)
        yield Draft("meeting", sides, journey, tree, "waiting", place=place, date=day, stated=ahead)


_KEEPING = frozenset("kept made left keeps makes keeping".split())


def _kept_waiting(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "kept X waiting", "made her wait for an hour"."""
    if verb.lower not in _KEEPING:
        return
    waits = [
        c for c in tree.children(verb, "ccomp", "xcomp", "advcl", "acl") if c.lower in ("wait", "waiting")
    ]
    whom = [w for c in waits for w in [*tree.children(c, "nsubj"), *objects(tree, verb)]]
    doers = talk.actors(tree, verb)
    others = [s for w in whom for s in talk.sides(tree, w, named(doers)) if s.official is not None]
    if doers and others and abroad(doers, others):
        kind: Kind = "call" if line(tree, waits[0]) else "meeting"
        yield Draft(kind, unique(doers + others), verb, tree, "kept-waiting")


_HAVING = frozenset("had have has having got invited asked took takes brought summoned lured enticed".split())
_ROOMS = frozenset(
    "tent house home palace residence villa office study castle estate ranch farm yacht table lodge dacha cottage "
    "chalet club hotel garden sofa couch terrace veranda armchair".split()
)


def _had_to(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "had both to Vienna three times", "asked X into his tent", "took her to his dacha"."""
    if verb.lower not in _HAVING or passive(tree, verb):
        return
    doers = talk.actors(tree, verb)
    others = [
        s for o in objects(tree, verb) for s in talk.sides(tree, o, named(doers)) if s.official is not None
    ]
    if not doers or not others or not abroad(doers, others):
        return
    places = destinations(tree, verb, ("to", "over"))
    rooms = [p for p in after(tree, verb, "to", "into", "in", "inside", "on") if p.lower in _ROOMS]
    if not places and verb.lower in HAVING and tree.children(verb, "dobj"):  # "had them both in Rome"
        places = destinations(tree, verb, ("in",))
    if rooms or (places and verb.lower in HAVING):
        yield Draft("meeting", unique(doers + others), verb, tree, "had-to", place=next(iter(places), None))


def _alone(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "X and Y were left alone for two hours", "the two were by themselves"."""
    near = {w.lower for w in tree.children(verb)}
    if not near & {"alone", "tête-à-tête", "undisturbed"} and not any(
        p.lower == "themselves" for p in after(tree, verb, "by", "to")
    ):
        return
    doers = talk.doers(tree, verb)
    alone = [c for c in tree.children(verb) if c.lower == "alone"]
    partners = [p for w in [verb, *alone] for p in after(tree, w, "with")]
    sides = unique([*doers, *(s for p in partners for s in talk.sides(tree, p, named(doers)))])
    if len({s.country for s in sides}) >= 2 and len(named(sides)) >= 2:
        yield Draft("meeting", sides, verb, tree, "be-together")


_SHUTTLING = frozenset(
    "shuttled shuttles shuttling shuttle ran runs running commuted commuting mediated mediates mediating went "
    "carried scurried hurried moved ferried flitted".split()
)


def _between(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "shuttled between X and Y"."""
    if verb.lower not in _SHUTTLING:
        return
    doers = talk.actors(tree, verb)
    near = [
        *after(tree, verb, "between"),
        *(p for o in objects(tree, verb) for p in after(tree, o, "between")),
    ]
    others = [s for p in near for s in talk.sides(tree, p, named(doers))]
    if doers and len(others) >= 2 and abroad(doers, others):
        since = any(w.lower == "since" for w in clause_words(tree, verb))  # the day it began is none of it
        apart = named(others) if verb.lower.startswith("shuttl") and len(doers) == 1 else []
        for side in (
            [[s] for s in others] if len(apart) == len(others) else [others]
        ):  # one here, the other there
            yield Draft("meeting", unique(doers + side), verb, tree, "shuttled", undated=since)


_PASSING = frozenset(
    "passed said discussed agreed happened spoken transpired whispered settled exchanged".split()
)


def _passed(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "Nobody knows what passed between X and Y on Monday", "what was said between them"."""
    what = [
        c
        for c in tree.children(verb, "nsubj", "nsubjpass")
        if c.lower in ("what", "words", "nothing", "little")
    ]
    if verb.lower not in _PASSING or not what:
        return
    between = [p for p in after(tree, verb, "between") if names_official(p)]  # "between them": told before
    sides = [s for p in between for s in talk.sides(tree, p) if s.official is not None]
    if len({s.country for s in sides}) >= 2:
        kind: Kind = "call" if line(tree, verb) else "meeting"
        yield Draft(kind, unique(sides), verb, tree, "had-to")


_SPENDING = frozenset("spent spend spends spending passed whiled wasted".split())
_AT_ODDS = frozenset(
    "attacking criticising criticizing denouncing blaming avoiding fighting mocking praising accusing studying "
    "following ignoring dodging replacing succeeding chasing".split()
)


def _spent_doing(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "spent the afternoon apologising to Y", "spent two days wooing Y"."""
    if verb.lower not in _SPENDING:
        return
    doers = talk.actors(tree, verb)
    below = [
        w for w in clause_words(tree, verb) if w.tag == "VBG" and w.lower not in _AT_ODDS and w.i > verb.i
    ]
    for doing in below:
        near = [*objects(tree, doing), *after(tree, doing, "to", "with", "from", "at", "between")]
        others = [s for p in near for s in talk.sides(tree, p, named(doers)) if s.official is not None]
        if doers and others and abroad(doers, others):
            kind: Kind = "call" if line(tree, doing) or line(tree, verb) else "meeting"
            yield Draft(kind, unique(doers + others), verb, tree, "spent-time")


_SHARED = frozenset(
    "table room car plane train bus boat carriage sofa stage platform podium dais box tent bench stand stands hall flight "
    "helicopter limousine launch barge lift floor".split()
)
_NEXT = frozenset("opposite beside alongside facing next".split())


def _in_one_place(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "dined at the same table as X", "found herself opposite X", "was seated next to X"."""
    finding = verb.lower in _FINDING and any(o.lower in SELVES for o in objects(tree, verb))
    if not (finding or verb.lower in _SEATED or (_SHARED & tree.vocabulary and "same" in tree.vocabulary)):
        return
    doers = talk.actors(tree, verb)
    spots = [
        p
        for p in after(tree, verb, "at", "in", "on", "aboard", "under")
        if p.lower in _SHARED and _same(tree, p)
    ]
    near = [x for w in ([verb, *spots] if spots else []) for x in after(tree, w, "as")]
    if not near and (finding or verb.lower in _SEATED):
        beside_ = next((w for w in tree.words[verb.i + 1 : verb.i + _CLOSE] if w.lower in _NEXT), None)
        behind = tree.words[beside_.i + 1 : beside_.i + _CLOSE] if beside_ is not None else ()
        near = [w for w in behind if w.tag == "PRP" or names_official(w)][:1]
        near = near or after(tree, verb, "between")  # "seated between X and Y, she …"
    others = [s for w in near for s in talk.sides(tree, w, named(doers)) if s.official is not None]
    if doers and others and abroad(doers, others):
        yield Draft("meeting", unique(doers + others), verb, tree, "beside")


def _same(tree: Tree, spot: Word) -> bool:
    return any(w.lower == "same" for w in tree.children(spot, "amod"))


_SEATED = frozenset("seated placed sat".split())
_COOKING = frozenset(
    "grill grills grilled grilling cook cooks cooked cooking roast roasts roasted roasting barbecue barbecues barbecued bake "
    "bakes baked baking carve carved carving brew brewed brewing".split()
)


def _cooked(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "will grill fish for X": who cooks for a guest has him there."""
    if verb.lower not in _COOKING or passive(tree, verb):
        return
    doers = talk.actors(tree, verb)
    for_ = [p for w in [verb, *objects(tree, verb)] for p in after(tree, w, "for")]
    others = [s for p in for_ for s in talk.sides(tree, p, named(doers)) if s.official is not None]
    if doers and others and abroad(doers, others):
        yield Draft("meeting", unique(doers + others), verb, tree, "had-to")
