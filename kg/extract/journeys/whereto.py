"""Where a journey goes: the places behind a word, the stops further on, and "here", "there", "the capital"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.clause.hedges import looking_ahead
from kg.extract.drafts import Draft
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import clause, is_noun, is_verb, subject, verb_above
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.when.choice import of_another
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import RECEIVING
from kg.model import Status
from kg.reference import party, senses

_TO = ("to", "in", "at", "into", "for", "through", "via", "on", "of")
_PARTICLE_TAGS = ("IN", "TO", "RB", "RP")
_SITES = frozenset(
    "airport airbase palace hotel headquarters residence station port harbour harbor villa resort university square "
    "capital city town island airfield club center centre hall runway tarmac quay pier docks gates terminal stadium barracks "
    "beach apron helipad waterfront seafront".split()
)
# Words that may stand between the stops of a journey: "to A, B and then on to C"
_LINKS = frozenset(
    ", and then to in on at for finally later afterwards from there next also before the through via onward onwards "
    "lastly subsequently first".split()
)
_LEADING = frozenset("to in for at on then into via through".split())
# Nouns that stand for the place where a story plays, or for the host's state
_LAND = frozenset("country kingdom republic nation emirate sultanate island islands federation state".split())
_TOWN = frozenset("town capital city".split())


def destinations(tree: Tree, word: Word, prepositions: tuple[str, ...] = _TO) -> list[PlacePhrase]:
    """The places that follow a word after "to", "in" and the like: "to X and then on to Y and Z"."""
    out: list[PlacePhrase] = []
    todo = tree.children(word, "prep", "advmod", "prt", "npadvmod", "dative")
    todo = [w for w in todo if w.dep != "npadvmod" or not _appended(tree, w)]
    todo += [c for c in tree.children(word, "conj") if c.tag in _PARTICLE_TAGS]
    while todo:
        prep = todo.pop(0)
        todo += [c for c in tree.children(prep, "conj", "prep") if c.tag in _PARTICLE_TAGS]
        above = tree.head(prep)
        if above is not None and above.lower == "according":
            continue  # "according to the Foreign Office"
        if prep.lower in prepositions:
            for p in tree.children(prep, "pobj", "pcomp"):
                out += places_of(tree, p) or _behind(tree, p)
                if p.lower == "way":  # "by way of Seoul"
                    out += destinations(tree, p, ("of",))
        elif prep.place is not None and prep.dep == "npadvmod":
            out.append(prep.place)
    return out


def places_of(tree: Tree, word: Word) -> list[PlacePhrase]:
    """The places that a noun phrase names: "the Japanese port city of Yokosuka", "Doha and Muscat"."""
    own = [word.place] if word.place is not None else []
    if not own:  # "the Great Hall in Beijing", "neighbouring Chad"
        for prep in tree.children(word, "prep"):
            if prep.lower in ("of", "in", "near", "outside"):
                own += [x for p in tree.children(prep, "pobj") for x in places_of(tree, p)]
        own += [x for p in tree.children(word, "appos") for x in places_of(tree, p)][:1]
        if not own and word.lower in _GROUNDS:  # "crossed to the Uruguayan side", "on Greek soil"
            own += _ground(tree, word)
        if not own and word.lower in _SITES:  # "Tehran airport"; "the U.S. fleet" is no place in the U.S.
            near = tree.children(word, "compound", "poss", "nmod")
            own += [c.place for c in near if c.place is not None][:1]
        if not own and word.lower in _GATHERINGS:  # "the Munich Security Conference", "the Brussels summit"
            own += [
                c.place
                for c in tree.children(word, "compound", "nmod")
                if c.place is not None and c.place.grade == 3
            ]
    for c in tree.children(word, "conj"):
        own += places_of(tree, c)
    return own


def _appended(tree: Tree, word: Word) -> bool:
    """ "Flew in from Rome, *the last stop on a tour of Italy*": an aside about the place, and no way."""
    first = tree.subtree(word)[0]
    return first.i > 0 and tree.words[first.i - 1].text == "," and word.place is None and word.date is None


def _behind(tree: Tree, word: Word) -> list[PlacePhrase]:
    """ "Withdrew to a hunting lodge *at Aulnay*": hung on the verb by the parser, but told of the lodge."""
    if not is_noun(word) or word.mention is not None or word.date is not None:
        return []
    prep = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else word
    near = prep.dep == "prep" and prep.head != word.i and prep.lower in _SPOT
    return [p.place for p in tree.children(prep, "pobj") if p.place is not None][:1] if near else []


_SPOT = frozenset("in at near outside".split())
_GATHERINGS = frozenset("conference summit forum meeting talks ministerial gathering".split())
_GROUNDS = frozenset("side soil territory bank shore waters airspace ground".split())


def _ground(tree: Tree, word: Word) -> list[PlacePhrase]:
    """The state whose soil or side of a border a noun phrase means."""
    near = tree.children(word, "amod", "compound", "poss", "nmod")
    codes = [x.code for c in near for x in senses(c.text) if x.kind in ("demonym", "state")]
    return [state_place(word, codes[0])] if codes else []


def onward(tree: Tree, found: list[PlacePhrase]) -> list[PlacePhrase]:
    """The stops that a sentence adds behind those found: "to A on Friday and to B and C on Sunday"."""
    told = [w.i for w in tree if w.place is not None and w.place in found]
    if not told:
        return found
    out = list(found)
    i = told[-1] + 1
    while i < len(tree.words):
        w = tree.words[i]
        if (
            w.place is not None
            and len(w.place.country) == 2
            and w.dep not in ("nsubj", "nsubjpass", "poss", "compound", "amod")
        ):
            out.append(w.place)
        elif w.place is None and w.date is None and w.lower not in _LINKS:
            beyond = _beyond_aside(tree, w)
            if beyond is None:
                break
            i = beyond
            continue
        i += 1
    return out


def _beyond_aside(tree: Tree, word: Word) -> int | None:
    """The word behind a clause with "where" that a stop carries: "to A, where he met B, and then to C"."""
    if word.lower != "where":
        return None
    verb = next((a for a in tree.ancestors(word) if a.dep in ("relcl", "advcl")), None)
    if verb is None:
        return None
    end = tree.subtree(verb)[-1].i + 1
    rest = [w.lower for w in tree.words[end : end + 5]]
    if "and" in rest and {"to", "in"} & set(rest):
        return end
    return next((w.i for w in tree.words[word.i : end] if _further(tree, w)), None)


def _further(tree: Tree, comma: Word) -> bool:
    """ ", and then to B": the parser may take the next stop for a part of the clause before it."""
    behind = tree.words[comma.i + 1 : comma.i + 5]
    words = [w.lower for w in behind]
    if comma.text != "," or words[:1] != ["and"] or len(behind) < 3:
        return False
    to = next((k for k, w in enumerate(words) if w == "to"), None)
    return to is not None and to < 3 and len(behind) > to + 1 and behind[to + 1].place is not None


def day_of(tree: Tree, word: Word, place: PlacePhrase) -> DatePhrase | None:
    """The day of one stop of a journey that `word` tells of, in a sentence with more than one date.

    Of a single date only that of a clause about the stop: "her visit to Lima, *where he awaits her on Monday*".
    """
    here = [w.i for w in tree if w.place == place]
    if len({w.day for w in tree if w.day is not None}) < 2:
        return (
            next(iter(_days_there(tree, tree.words[here[-1]])), None) if here and here[-1] > word.i else None
        )
    before = bool(here) and here[-1] < word.i and is_verb(word)
    if before and clause(tree, tree.words[here[-1]]) is not word and _dated_behind(tree, word):
        return None  # "broke with X in 1998, will travel there in May": named in another clause
    dated = any(c.date is not None for c in tree.children(word))
    for i in here[-1:] if not dated else ():  # "to X, where Y met him on Sunday"
        inner = _days_there(tree, tree.words[i])
        if inner:
            return inner[0]
    for w in _after_an_aside(tree, here[-1]) if here else ():
        if w.day is not None:
            return w.date if not of_another(tree, w) else None
        if w.place is None and w.lower not in _LINKS:
            break
    for w in reversed(tree.words[: here[0]] if here else []):
        if w.day is not None:
            return w.date
        dated = w.text == "," and tree.words[w.i - 1].date is not None  # "and, on Monday, in Lima"
        if w.lower not in _LEADING and not dated:
            break
    return None


def _after_an_aside(tree: Tree, stop: int) -> list[Word]:
    """The words behind a place, without a clause or phrase between commas: "in Lima, *where X met him*, on Monday"."""
    behind = tree.words[stop + 1 :]
    if not behind or behind[0].text != ",":
        return behind
    comma = next((n for n, w in enumerate(behind[1:], 1) if w.text == ","), None)
    if comma is None or comma + 1 >= len(behind) or behind[comma + 1].day is None:
        return behind
    aside = behind[1:comma]
    return behind if any(w.place is not None or w.day is not None for w in aside) else behind[comma + 1 :]


def _days_there(tree: Tree, stop: Word) -> list[DatePhrase]:
    """The days of which a clause with "where" behind a place tells."""
    where = [c for c in tree.children(stop, "relcl") if "where" in {x.lower for x in tree.children(c)}]
    return [w.day for c in where for w in tree.subtree(c) if w.day is not None]


def _day_elsewhere(tree: Tree, place: PlacePhrase) -> bool:
    """Whether the only day of a sentence is told of another stop: "came to A from B, *where she spent Monday*"."""
    days = {w.day for w in tree if w.day is not None}
    stops = [w for w in tree if w.place is not None and w.place != place] if len(days) == 1 else []
    return any(_days_there(tree, w) for w in stops)


def _dated_behind(tree: Tree, verb: Word) -> bool:
    return any(w.date is not None and w.i > verb.i for w in tree.subtree(verb))


def state_place(word: Word, code: str) -> PlacePhrase:
    """A whole state as a place, shown by the word that stands for it."""
    return PlacePhrase(word.start, word.end, party(code).name, code, 1)


def meant_place(tree: Tree, talk: Discourse, word: Word, sides: list[Side]) -> PlacePhrase | None:
    """The place that "here", "there" or nothing at all means, for travellers from elsewhere."""
    near = {w.lower for w in tree.children(word, "advmod", "prt", "npadvmod")}
    near |= {c.lower for p in tree.children(word, "prep") for c in tree.children(p, "pcomp")}
    if "where" in near:  # "X, where she arrives on Monday"
        return first_foreign(antecedents(tree, word), sides)
    if "there" in near or "along" in near:
        before = [w.place for w in tree.words[: word.i] if w.place is not None and w.dep == "pobj"]
        told = [*reversed(before), *_spoken_of(talk, tree)]
        return first_foreign([*told, *_named_before(talk, word)], sides)
    host = host_of(tree, talk, word)
    if host is not None and foreign(sides, host):
        return host
    return first_foreign([*_just_told(tree, word), talk.stage, talk.goal, talk.last_place], sides)


def _spoken_of(talk: Discourse, tree: Tree) -> list[PlacePhrase]:
    """The cities that "there" may go back to: that of the sentence before, or of the journey told last."""
    last, goal = talk.last_place, talk.goal
    if last is None or goal is None:
        return [p for p in (last, goal) if p is not None]
    fresh = last.end > tree.start - _SENTENCE or goal.end < last.start - _LONG_AGO
    return [last, goal] if fresh else [goal, last]


def _just_told(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """ "A warship will call at X, and Y is to visit on Monday", "is in X, having come for talks": where the clause
    before leads to."""
    before = tree.head(verb)
    having = verb.dep == "advcl" and any(c.lower == "having" for c in tree.children(verb, "aux"))
    if not (verb.dep == "conj" or having) or before is None or not is_verb(before):
        return []
    below = tree.children(before, "xcomp") if having else []
    told = [p for w in [before, *below] for p in destinations(tree, w, ("to", "in", "at", "into"))]
    return [p for p in told if p.start < verb.start]


_SENTENCE = 200  # characters back in which the sentence before may have named a city
_LONG_AGO = 800  # characters before the city named last: a journey of which the text no longer speaks
_JUST = 350  # characters back in which "there" finds the city it means


def _named_before(talk: Discourse, word: Word) -> list[PlacePhrase]:
    """The cities that the text named just before a word, the latest first."""
    near = [p for p in talk.places if p.start < word.start and p.end > word.start - _JUST]
    return [p for p in reversed(near) if p.grade == CITY]


_SPOTS = frozenset(
    "city town resort village port capital island place venue building hotel palace retreat".split()
)
_RESORTS = frozenset("resort village retreat".split())


def same_spot(tree: Tree, talk: Discourse, trigger: Word) -> PlacePhrase | None:
    """The place told last, where a clause comes back to it: "in the same city", "in this town", "in the Swiss resort"."""
    here = clause(tree, trigger)
    last = talk.last_place
    for w in tree if last is not None else ():
        prep = tree.head(w)
        if w.lower not in _SPOTS or w.place is not None or prep is None or prep.lower not in ("in", "at"):
            continue
        own = tree.children(w, "det", "amod", "compound")
        words = {c.lower for c in own}
        known = bool(words & {"same", "this", "that"}) or (words <= {"the", "resort"} and w.lower in _RESORTS)
        states = [x.code for c in own for x in senses(c.text) if x.kind == "demonym"]
        if (known or (last is not None and last.country in states)) and clause(tree, w) is here:
            return last
    return None


def antecedents(tree: Tree, word: Word) -> list[PlacePhrase]:
    """The places that a relative clause with "where" hangs on."""
    for w in [word, *tree.ancestors(word)]:
        head = tree.head(w)
        if w.dep == "relcl" and head is not None:
            return places_of(tree, head)
    return []


def host_of(tree: Tree, talk: Discourse, verb: Word) -> PlacePhrase | None:
    """ "came at Y's invitation": the state of the host."""
    for w in tree.subtree(verb):
        head = tree.head(w)
        if w.lower in ("invitation", "behest", "request") and head is not None and head.lower in ("at", "on"):
            hosts = [s for c in tree.children(w, "poss") for s in talk.sides(tree, c)]
            hosts += [
                s
                for p in tree.children(w, "prep")
                for o in tree.children(p, "pobj")
                for s in talk.sides(tree, o)
            ]
            return _home_of(w, hosts)
    if looking_ahead(tree, verb):  # "is looking forward to her visit": to his own land
        return _home_of(verb, talk.sides(tree, subject(tree, verb)))
    guest = tree.head(verb) if verb.dep == "relcl" else None
    host = verb_above(tree, guest) if guest is not None and guest.dep in ("dobj", "pobj") else None
    if host is not None and host.lower in RECEIVING:  # "will receive X, who flies in on Friday"
        return _home_of(verb, talk.sides(tree, subject(tree, host)))
    return None


def _home_of(word: Word, hosts: list[Side]) -> PlacePhrase | None:
    return next((state_place(word, h.country) for h in hosts if h.country and len(h.country) == 2), None)


def local_place(tree: Tree, talk: Discourse, word: Word, sides: list[Side]) -> PlacePhrase | None:
    """The place that "in town" or "to the kingdom" behind a word means."""
    for prep in tree.children(word, "prep"):
        for p in tree.children(prep, "pobj") if prep.lower in ("to", "in", "into", "across") else ():
            if p.lower not in _LAND | _TOWN or places_of(tree, p):
                continue
            if p.lower != "town" and not any(
                d.lower in ("the", "this", "that") for d in tree.children(p, "det")
            ):
                continue
            hosts = _others(tree, talk, p, sides) if p.lower in _LAND else []
            meant = [*hosts, talk.stage, talk.goal, talk.last_place]
            return first_foreign([x for x in meant if x is not None and _lies_there(tree, p, x)], sides)
    return None


# South, north, west and east of what an adjective of a part of the world means, in degrees
_PARTS = {
    "african": (-36, 38, -26, 58),
    "asian": (-12, 78, 26, 180),
    "european": (34, 72, -32, 60),
    "caribbean": (7, 28, -90, -58),
    "pacific": (-50, 30, 110, 180),
    "american": (-56, 84, -170, -30),
    "gulf": (12, 38, 40, 62),
    "arab": (-2, 38, -18, 60),
    "balkan": (34, 48, 13, 30),
    "baltic": (53, 60, 20, 29),
    "nordic": (54, 72, -32, 32),
}


def _lies_there(tree: Tree, land: Word, place: PlacePhrase) -> bool:
    """Whether a place can be "the West African nation": in the part of the world that an adjective names."""
    parts = [_PARTS[w.lower] for w in tree.children(land, "amod", "compound", "nmod") if w.lower in _PARTS]
    sense = place.sense or next(iter(senses(party(place.country).name)), None)
    if not parts or sense is None or sense.latitude is None or sense.longitude is None:
        return True
    south, north, west, east = parts[0]
    return south <= sense.latitude <= north and west <= sense.longitude <= east


def _others(tree: Tree, talk: Discourse, land: Word, sides: list[Side]) -> list[PlacePhrase]:
    """ "Saudi leaders welcomed him to the kingdom": the one other state that the sentence speaks of."""
    own = {s.country for s in sides}
    codes = {
        m.country
        for w in tree
        if (m := w.mention) is not None and m.country and m.country not in own and len(m.country) == 2
    }
    return [state_place(land, code) for code in codes] if len(codes) == 1 else []


def first_foreign(places: Iterable[PlacePhrase | None], sides: list[Side]) -> PlacePhrase | None:
    """The first place that lies abroad for somebody among the sides."""
    return next((p for p in places if p is not None and foreign(sides, p)), None)


# Where the people of a body work: no journey takes them there
_SEATS = {
    "UN": "New York Geneva Vienna", "NATO": "Brussels Mons", "EU": "Brussels Strasbourg Luxembourg",
    "AFU": "Addis Ababa", "IMF": "Washington", "WB": "Washington", "OAS": "Washington", "OSCE": "Vienna",
    "IAEA": "Vienna", "OPEC": "Vienna", "ASEAN": "Jakarta", "LAS": "Cairo", "WTO": "Geneva", "WHO": "Geneva",
}  # fmt: skip


def at_seat(country: str, place: PlacePhrase) -> bool:
    """Whether a place is where the people of a body work: the UN's in New York."""
    return place.grade == CITY and place.name in _SEATS.get(country, "")


def at_main_seat(country: str, place: PlacePhrase) -> bool:
    """Whether a place is the first of a body's seats: the EU's Brussels, not its Luxembourg."""
    return place.grade == CITY and bool(place.name) and _SEATS.get(country, "").startswith(place.name)


def foreign(sides: list[Side], place: PlacePhrase) -> list[Side]:
    """Those for whom a place lies in another state; where officials are named, only they travel."""
    out = [s for s in sides if s.country and s.country != place.country and not at_seat(s.country, place)]
    named = [s for s in out if s.official is not None]
    if named:  # whose state is unknown goes with those whose state is known
        return [s for s in sides if s in named or (s.official is not None and not s.country)]
    return out


def drafts(
    tree: Tree,
    word: Word,
    sides: list[Side],
    places: Iterable[PlacePhrase],
    rule: str,
    stated: Status | None = None,
    undated: bool = False,
) -> Iterator[Draft]:
    """One visit for each place that lies abroad for the travellers."""
    done: list[PlacePhrase] = []
    for place in places:
        travellers = foreign(sides, place)
        if not travellers or any(_covers(p, place) for p in done):
            continue
        done.append(place)
        day = day_of(tree, word, place)
        elsewhere = day is None and _day_elsewhere(tree, place)
        yield Draft(
            "visit",
            unique(travellers),
            word,
            tree,
            rule,
            place=place,
            hosts=[place.country],
            date=day,
            stated=stated,
            undated=undated or elsewhere,
        )


def _covers(told: PlacePhrase, place: PlacePhrase) -> bool:
    """Whether a place adds nothing: told already, or the state in which a told city lies."""
    return told == place or (told.country == place.country and place.grade == 1)


def fellow_travellers(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> list[Side]:
    """The named officials who go along: "together with X", "accompanied by X"."""
    barred = [s.official for s in doers if s.official is not None]
    near = [p for prep in tree.children(verb, "prep", "advmod") for p in _with(tree, prep)]
    near += _in_tow(tree, verb, doers)
    for c in tree.children(verb, "advcl", "acl"):
        if c.lower == "accompanied":
            near += [p for by in tree.children(c, "agent", "prep") for p in tree.children(by, "pobj")]
    return [s for p in near if not is_verb(p) for s in talk.sides(tree, p, barred) if s.official is not None]


def _in_tow(tree: Tree, verb: Word, doers: list[Side]) -> list[Word]:
    """ "X, *with Defence Minister Y in tow*, landed": compatriots beside the subject."""
    own = {s.country for s in doers if s.official is not None}
    beside = [
        p for w in tree.children(verb, "nsubj") for c in tree.children(w, "prep") for p in _with(tree, c)
    ]
    if len(own) > 1:  # "the three, along with X, had been to Rome"
        return beside
    return [p for p in beside if p.mention is not None and p.mention.country in own]


def _with(tree: Tree, prep: Word) -> list[Word]:
    if prep.lower in ("with", "alongside"):
        return tree.children(prep, "pobj")
    if prep.lower in ("together", "along"):
        return [p for w in tree.children(prep, "prep") for p in tree.children(w, "pobj")]
    return []
