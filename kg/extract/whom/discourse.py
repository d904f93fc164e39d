"""Who is meant: names, posts, pronouns and groups, resolved while the article is read from the top."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.clause.hedges import RANKS, ranked
from kg.extract.officials.gender import genders
from kg.extract.places.find import PlacePhrase
from kg.extract.places.regions import countries_at, own_end
from kg.extract.records import Cast, Mention
from kg.extract.sentence.grammar import after, is_verb, left_out, plural_verb, subject
from kg.extract.sentence.inclusion import REPRESENTATIVES, beyond_firm, including
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Occasion, Side, unique
from kg.extract.whom.bodies import of_a_body
from kg.extract.whom.company import separately
from kg.extract.whom.descriptions import (
    counterpart,
    holders,
    host_or_guest,
    of_one_state,
    of_state,
    posts,
    spoken_of,
    unmentioned,
)
from kg.extract.whom.epithets import epithet, of_rank
from kg.extract.whom.pronouns import HE, pronoun
from kg.extract.whom.several import NUMBERS, of_both_lands, post_of, several
from kg.extract.whom.speaker import WE, I, first_person
from kg.extract.wordings import GUESTS, HOSTS, PEERS
from kg.model import OfficialClaim
from kg.reference import senses

_THEY = frozenset("they them themselves both their each".split())
_WHO = frozenset("who whom that which whose".split())
_PARTY = frozenset("delegation mission entourage visitors panel".split())
_LEADING = frozenset("leads led heads headed leading heading".split())
_PANELS = frozenset("panel members committee commission".split())
# Plurals that stand for those just spoken of, without a number too
_SEVERAL = frozenset(
    "sides men leaders ministers presidents counterparts parties dignitaries premiers chancellors statesmen diplomats "
    "interlocutors".split()
)
_INSTITUTIONS = frozenset(
    "armies navies militaries parliaments legislatures delegations teams missions".split()
)
_SEATED = frozenset("government governments authorities leaders rulers capitals".split())
_ANY = frozenset("foreign other visiting many several some assembled various fellow more further".split())
_DEFINITE = frozenset("the these those both all".split())
_DEEP = 6  # steps from phrase to phrase: deeper ones are misparses
_PLURAL_TAGS = ("NNS", "NNPS", "CD", "DT")

Journey = tuple[tuple[Side, ...], str, PlacePhrase | None]  # travellers, host state, place where known


@dataclass(slots=True)
class Discourse:
    """What the reader keeps in mind from sentence to sentence."""

    cast: Cast
    home: str | None = None
    by_local: dict[int, OfficialClaim] = field(default_factory=dict)
    subjects: list[Side] = field(default_factory=list)  # who sentences were about, latest last
    recent: list[int] = field(default_factory=list)  # officials mentioned, latest last
    previous: list[int] = field(default_factory=list)  # officials of the last sentence
    latest: list[int] = field(default_factory=list)  # officials of the last sentence that named any
    groups: list[tuple[Side, ...]] = field(default_factory=list)  # sets spoken of together, latest last
    bygone: list[tuple[Side, ...]] = field(default_factory=list)  # of these, the sets of an earlier time
    journeys: list[Journey] = field(default_factory=list)  # who went where, latest last
    received: list[tuple[list[Side], str]] = field(
        default_factory=list
    )  # guests, and the state of their hosts
    speaker: int | None = None  # whose own words the article is
    said: dict[int, list[tuple[int, Side]]] = field(default_factory=dict)  # pronouns resolved in a sentence
    gender: dict[int, str] = field(default_factory=dict)
    text: str = ""
    places: Sequence[PlacePhrase] = ()  # every place that the text names, in order
    scene: PlacePhrase | None = None  # where the story is told from: the dateline's city, or the home capital
    stage: PlacePhrase | None = None  # the scene, or the city that the story most often is in
    last_place: PlacePhrase | None = None  # the latest city that the text named
    occasions: list[Occasion] = field(default_factory=list)  # encounters and visits told of, latest last
    asked: set[tuple[int, int]] = field(default_factory=set)  # words whose meaning is being sought just now
    acting: dict[tuple[int, int], list[Side]] = field(
        default_factory=dict
    )  # verbs and their doers, until more is heard
    process: tuple[str, ...] = ()  # the states of the latest talks spoken of: "its next round" is theirs

    def __post_init__(self) -> None:
        self.by_local = {o.local: o for o in self.cast.officials}
        self.gender = genders(self.cast, self.text)

    # -- moving on

    def heard(self, mentions: Iterable[Mention], meant: Iterable[Side] = ()) -> None:
        """Take note of the officials of a sentence, in order: those named, and those `meant` by other words."""
        self.acting.clear()
        named = [(m.start, m.official) for m in mentions if m.official is not None]
        known = {official for _, official in named}
        other = {(s.start, s.official) for s in meant if s.official is not None and s.official not in known}
        self.recent += [official for _, official in sorted([*named, *other])]
        self.previous = list(dict.fromkeys(official for _, official in named))
        self.latest = self.previous or self.latest
        del self.recent[:-40]

    def leading(self, side: Side) -> None:
        """Take note of whom a sentence was about."""
        self.acting.clear()
        self.subjects.append(side)
        del self.subjects[:-20]

    @property
    def goal(self) -> PlacePhrase | None:
        """Where the latest journey that the text told of went."""
        return self.journeys[-1][2] if self.journeys else None

    def together(self, sides: Sequence[Side]) -> None:
        """Take note of several who were spoken of together."""
        self.acting.clear()
        if len(sides) >= 2:
            self.groups.append(tuple(sides))
            del self.groups[:-8]

    def back_to_the_news(self) -> None:
        """Forget, at a new paragraph, who was together in earlier days: "both leaders" are those of the news."""
        current = [g for g in self.groups if g not in self.bygone]
        if current and any({s.official for s in g} >= set(self.previous) for g in self.bygone):
            self.previous = []
        self.groups = current or self.groups
        self.bygone.clear()

    def travelled(self, sides: Sequence[Side], country: str, place: PlacePhrase | None) -> None:
        """Take note of a journey: who went, and to which state."""
        self.acting.clear()
        self.journeys.append((tuple(sides), country, place))
        del self.journeys[:-8]

    def occasion(self, told: Occasion) -> None:
        """Take note of an encounter or visit that brought states together."""
        self.acting.clear()
        if len(told.countries) >= 2:
            self.occasions.append(told)
            del self.occasions[:-8]

    # -- looking up

    def stranger(self, start: int, end: int) -> tuple[int, int] | None:
        """The first person named in `text[start:end]`, in part at least, who is no official."""
        spans = self.cast.strangers
        at = bisect_right(spans, start, key=lambda span: span[1])
        return spans[at] if at < len(spans) and spans[at][0] < end else None

    def named_in(self, words: Iterable[Word]) -> list[Side]:
        """The officials whose names stand among words."""
        here = [(w.mention.official, w) for w in words if w.mention is not None and w.mention.kind == "name"]
        return [self.side(official, w) for official, w in here if official is not None]

    def side(self, official: int, word: Word) -> Side:
        """The side that an official stands for."""
        return Side(official, self.by_local[official].country, word.start, word.end)

    def national(self, tree: Tree, word: Word, exclude: Iterable[int]) -> list[Side]:
        """ "the American": the official of that state last spoken of, else somebody unnamed."""
        beside = [tree.head(word)] if word.dep == "conj" else tree.children(word, "conj")
        bare = any(w is not None and _one_of_a_people(w) for w in beside)  # "Armenian and Turk"
        the = any(d.lower == "the" for d in tree.children(word, "det"))
        if not (the or bare) or word.tag in ("NNS", "NNPS"):
            return []
        codes = [x.code for x in senses(word.text) if x.kind == "demonym"]
        if not codes:
            return []
        one = of_state(self, tree, word, codes[0], set(exclude))
        if one is not None:
            return [self.side(one, word)]
        return [Side(None, codes[0], word.start, word.end)]

    def doers(self, tree: Tree, verb: Word) -> list[Side]:
        """The sides that a verb's subject names: nearly every rule asks, of every verb."""
        if self.asked:  # within another question, whose answer must not go round in a circle
            return self._before(tree, verb, self.sides(tree, subject(tree, verb)))
        key = (tree.number, verb.i)
        if key not in self.acting:
            self.acting[key] = self._before(tree, verb, self.sides(tree, subject(tree, verb)))
        return list(self.acting[key])

    def _before(self, tree: Tree, verb: Word, sides: list[Side]) -> list[Side]:
        """Of "X, *who was in Lima*, and Y" only X was there: a relative clause is of those named before it."""
        if verb.dep != "relcl" or len(sides) < 2:
            return sides
        return [s for s in sides if not verb.end <= s.start < tree.end] or sides

    def actors(self, tree: Tree, verb: Word) -> list[Side]:
        """The named officials among a verb's doers."""
        return [s for s in self.doers(tree, verb) if s.official is not None]

    def sides(self, tree: Tree, word: Word | None, exclude: Iterable[int] = (), depth: int = 0) -> list[Side]:
        """The sides that a noun phrase names, its coordinated parts and appositions included."""
        if word is None and tree.continued and self.subjects:  # "flew to Rome; met X; and left"
            last = self.subjects[-1]
            return [] if last.official in set(exclude) or last.stranger else [last]
        if word is None or depth > 12 or (tree.number, word.i) in self.asked:
            return []  # what a phrase means is not to be found in the phrase itself
        self.asked.add((tree.number, word.i))
        try:
            return self._named(tree, word, exclude, depth)
        finally:
            self.asked.discard((tree.number, word.i))

    def _named(self, tree: Tree, word: Word, exclude: Iterable[int], depth: int) -> list[Side]:
        named = [
            s
            for child in tree.children(word, "appos")
            # "the party leaders themselves", "them both"
            if not child.lower.endswith(("self", "selves")) and child.lower not in ("both", "all")
            if not left_out(tree, child)
            for s in self.sides(tree, child, exclude, depth + 1)
        ]
        if any(s.official is not None for s in named) and (
            word.mention is None or word.mention.official is None
        ):
            out = named  # "the two ministers, X and Y"
        else:
            out = self._own(tree, word, exclude, depth) + [s for s in named if _listed(word, s)]
        for child in tree.children(word, "conj"):
            if not is_verb(child) and not left_out(tree, child):
                out = out + (
                    self._more_holders(tree, word, child, exclude)
                    or self.sides(tree, child, exclude, depth + 1)
                )
        if (
            len(out) > 1
            and word.tag in _PLURAL_TAGS
            and word.mention is not None
            and word.mention.kind == "group"
        ):
            named_here = [s for s in out if s.official is not None]
            if named_here and {s.country for s in out if s.official is None} <= {
                s.country for s in named_here
            }:
                out = named_here  # "the presidents of X and Y, A and B": misread as a list of four
        out = out + [s for p in beyond_firm(tree, word) for s in self.sides(tree, p, exclude, depth + 1)]
        named = [s for p in including(tree, word) for s in self.sides(tree, p, exclude, depth + 1)]
        if named:  # "officials, including X and Y": the named stand for their states
            out = [
                s for s in out if s.official is not None or s.country not in {n.country for n in named}
            ] + named
        return unique(out)

    def _more_holders(self, tree: Tree, word: Word, child: Word, exclude: Iterable[int]) -> list[Side]:
        """ "The presidents of X and *the Baltic states*": a state beside such a plural is one more of its states."""
        m = word.mention
        bare = child.mention is None or child.mention.kind == "party"
        if m is None or m.kind != "group" or word.tag != "NNS" or not bare or not posts(m.role or word.lower):
            return []
        return holders(self, tree, word, m, self.countries_in(tree, child, child.mention), exclude)

    def _one_of_two(self, tree: Tree, word: Word, exclude: Iterable[int]) -> list[Side]:
        """ "the former", "the latter"."""
        here = spoken_of(self, tree, word)
        if len(here) < 2 and self.groups:
            here = [s for s in self.groups[-1] if s.official is not None]
        one = here[-2 if word.lower == "former" else -1] if len(here) >= 2 else None
        return [one] if one is not None and one.official not in set(exclude) else []

    def _own(self, tree: Tree, word: Word, exclude: Iterable[int], depth: int) -> list[Side]:
        m = word.mention if word.tag != "PRP$" else None  # the "his" of "his minister" is not the minister
        if m is not None and m.kind == "title" and word.lower in PEERS:
            one = counterpart(self, tree, word, exclude)
            return [one] if one is not None else []
        if m is not None and m.official is not None:
            return [] if m.official in set(exclude) else [self.side(m.official, word)]
        if word.lower in _WHO and word.tag.startswith(("W", "DT", "IN")):
            return self._antecedent(tree, word, exclude, depth)
        if word.lower in HE and word.tag.startswith("PRP"):
            one = pronoun(self, tree, word, exclude)
            return [one] if one is not None else []
        if word.lower in I | WE and word.tag.startswith("PRP"):
            return [x for x in first_person(self, tree, word) if x.official not in set(exclude)]
        if word.lower in ("former", "latter") and (tree.head(word) is None or word.dep != "amod"):
            return self._one_of_two(tree, word, exclude)
        if word.lower == "each" and (those := after(tree, word, "of")):
            return [s for p in those for s in self.sides(tree, p, exclude, depth + 1)]
        if word.lower in _THEY and word.tag.startswith(("PRP", "DT", "PDT", "CC")):
            return self.they(tree, word, exclude, depth + 1)
        if m is not None and m.kind == "party" and word.tag not in ("NNS", "NNPS"):
            one_national = self.national(tree, word, exclude)  # "the Turk"
            if any(x.official is not None for x in one_national) and word.lower[-3:] not in ("ese", "ish"):
                return one_national
        if m is not None and m.kind == "party":
            return [Side(None, m.country, m.start, m.end)] if m.country else []
        if m is not None and m.kind in ("group", "title"):
            return self._group(tree, word, m, exclude, depth)
        if word.lower in RANKS and word.dep in ("attr", "appos") and depth < _DEEP:
            copula = tree.head(word)  # "X was the first to ring"; "X, the last to leave"
            who = subject(tree, copula) if copula is not None and is_verb(copula) else copula
            return self.sides(tree, who, exclude, depth + 1) if who is not word else []
        officer = of_rank(self, tree, word)
        if officer is not None and officer not in set(exclude):
            return [self.side(officer, word)]
        led = word.lower in _PANELS and any(v.lower == "led" for v in tree.children(word, "acl"))
        if led or word.lower == "panel" or word.lower in REPRESENTATIVES or word.tag == "CD":
            return self._group(tree, word, None, exclude, depth)
        described = epithet(self, tree, word, exclude)
        return [described] if described is not None else self.national(tree, word, exclude)

    def _antecedent(self, tree: Tree, word: Word, exclude: Iterable[int], depth: int) -> list[Side]:
        """Whom "who" means; of several, those the verb agrees with: "X and Y, who is to …" is Y."""
        for above in tree.ancestors(word):
            if above.dep in ("relcl", "acl"):
                head = tree.head(above)
                if head is None:
                    return []
                close = next((w for w in reversed(tree.words[: word.i]) if w.text != ","), None)
                person = word.lower in ("who", "whom", "whose")
                if (
                    person
                    and close is not None
                    and close is not head
                    and close.mention is not None
                    and close.dep == "conj"
                    and not plural_verb(tree, above)
                    and not (word.lower == "whom" and separately(tree, above))
                ):
                    return self._own(tree, close, exclude, depth + 1)
                found = self.sides(tree, head, exclude, depth + 1)
                if person and not any(s.official is not None for s in found):
                    found = self._described(tree, close, head, exclude, depth) or found
                return found
        return []

    def _described(
        self, tree: Tree, close: Word | None, head: Word, exclude: Iterable[int], depth: int
    ) -> list[Side]:
        """Whom "who" means where it hangs on a description: "X, the chief of Y, who", "talks with X, who"."""
        for w in [close, head, *tree.ancestors(head)]:
            if w is not None and w.mention is not None and w.mention.kind == "name":
                return self._own(tree, w, exclude, depth + 1)
            if w is not close and (w is None or w.dep not in ("appos", "pobj", "prep")):
                break
        return []

    def they(self, tree: Tree, word: Word, exclude: Iterable[int] = (), depth: int = 0) -> list[Side]:
        """ "they": those coordinated as a subject before it in the sentence, else the latest group."""
        above = {w.i for w in tree.ancestors(word)}  # "the two states and *their* visitor" says not whose
        unnamed: list[Side] = []
        for w in reversed(tree.words[: word.i]):
            called = w.dep == word.dep == "dobj" and w.head in above  # "rang both to congratulate *them*"
            if w.i in above or not (called or w.dep in ("nsubj", "nsubjpass")):
                continue
            group = w.mention is not None and w.mention.kind == "group" and w.tag in ("NNS", "NNPS", "NNP")
            # "both men will be in Rome, where X is to receive *them*"
            group = group or (w.lower in _SEVERAL and w.head != word.head and word.dep == "dobj")
            group = group or (
                w.tag == "CD" and w.lower in NUMBERS and w.head != word.head
            )  # "the two … they"
            if group or any(c.dep == "conj" for c in tree.children(w)):
                plural = self.sides(tree, w, exclude, depth + 1)
                if len(plural) >= 2 and (word.tag == "PRP$" or any(s.official is not None for s in plural)):
                    return plural
                unnamed = unnamed or (plural if len(plural) >= 2 else [])
        # "officials of both sides expect *them* to meet": those named before
        both = word.lower == "both" or any(c.lower == "both" for c in tree.children(word))
        return several(self, tree, word, 2 if both else 0, "", exclude) or unnamed

    def _group(
        self, tree: Tree, word: Word, m: Mention | None, exclude: Iterable[int], depth: int
    ) -> list[Side]:
        led = [
            s
            for verb in tree.children(word, "acl")
            if verb.lower in ("led", "headed", "chaired", "including", "comprising")
            for by in tree.children(verb, "agent", "prep", "dobj")
            for p in [by, *tree.children(by, "pobj")]
            for s in self.sides(tree, p, exclude, depth + 1)
        ]
        if led:
            return led
        copula = tree.head(word)
        if word.dep == "dobj" and copula is not None and copula.lower in _LEADING and word.lower in _PARTY:
            return self.sides(tree, subject(tree, copula), exclude, depth + 1)  # "X heads a delegation that"
        titled = m is not None and (m.kind != "title" or m.country is not None) and not ranked(tree, word)
        if word.dep == "attr" and copula is not None and not titled and depth < 6:
            same = self.sides(tree, subject(tree, copula), exclude, depth + 1)
            if same:  # "X was the first leader to meet Y"
                return same
        if (
            word.dep == "appos"
            and copula is not None
            and copula.mention is not None
            and copula.mention.official
        ):
            return self._own(tree, copula, exclude, depth + 1)  # "X, the first leader to meet Y"
        if word.lower in HOSTS | GUESTS:
            return host_or_guest(self, tree, word, exclude)
        countries = self.countries_in(tree, word, m)
        if not countries and (owners := self._owners(tree, word, m, depth)):
            countries = list(dict.fromkeys(s.country for s in owners if s.country))
            exclude = {*exclude, *(s.official for s in owners if s.official is not None)}
        if of_one_state(tree, word, abroad=bool(countries)):
            return []
        if countries:
            return (
                holders(self, tree, word, m, countries, exclude)
                if m is not None
                else unmentioned(self, tree, word, countries, exclude)
            )
        below = {w.lower for w in tree.children(word, "nummod", "det", "amod", "predet", "compound")} | {
            word.lower
        }
        number = next((n for w, n in NUMBERS.items() if w in below), 0)
        if not number and below & _ANY and not below & _DEFINITE and not tree.children(word, "poss"):
            return []  # "a banquet for foreign dignitaries"
        if word.lower == "parties" and number > 2:
            return []  # "four parties" are a parliament's
        owned = of_a_body(self, tree, word)
        if owned is not None:
            return owned
        lands = of_both_lands(self, tree, word) if word.tag == "NNS" else []
        if not lands and any(prep.lower == "from" for prep in tree.children(word, "prep")):
            return []  # "ministers from Europe and Asia": not those named before
        if number or (word.tag in _PLURAL_TAGS and word.lower in _SEVERAL):
            found = several(self, tree, word, number, post_of(tree, word), exclude)
            if word.lower in _INSTITUTIONS:  # "the two armies": nobody whom the text names
                return [Side(None, s.country, word.start, word.end) for s in found if s.country]
            if found or not lands:
                return self._of_portfolio(found, word, m)
        if lands:
            named = holders(self, tree, word, m, lands, exclude) if m is not None else []
            return named or [Side(None, c, word.start, word.end) for c in lands]
        if word.lower in _PARTY and any(d.lower == "the" for d in tree.children(word, "det")):
            barred = set(exclude)  # "the delegation": whose journey the text told of last
            return [x for x in self.journeys[-1][0] if x.official not in barred] if self.journeys else []
        return []

    def _of_portfolio(self, sides: list[Side], word: Word, m: Mention | None) -> list[Side]:
        """ "The two defence ministers" of an article about foreign ministers: others, of the same states."""
        wanted = posts(m.role or "") if m is not None and m.role and "minister" in m.role.lower() else None
        offices = {self.by_local[s.official].office for s in sides if s.official is not None}
        if not wanted or None in offices or offices & wanted:
            return sides
        return [Side(None, s.country, word.start, word.end) for s in sides if s.country]

    def _owners(self, tree: Tree, word: Word, m: Mention | None, depth: int) -> list[Side]:
        """Those whose ministers are meant: "A and B agreed that *their* defence ministers would meet"."""
        # else "sent *his* foreign minister", whom the text does not name
        several = word.tag in ("NNS", "NNPS")
        ministers = several and word.lower == "ministers"  # of no one portfolio
        if m is None or not (ministers or posts(m.role or word.lower)):
            return []
        owning = [
            c for c in tree.children(word, "poss") if c.lower in (("their",) if several else ("his", "her"))
        ]
        owners = [s for c in owning for s in self.sides(tree, c, (), depth + 1)]
        return owners if len({s.country for s in owners if s.country}) >= 2 or not several else []

    def countries_in(self, tree: Tree, word: Word, m: Mention | None) -> list[str]:
        """The states named within a noun phrase: "Thai and Cambodian ministers", "the leaders of X and Y"."""
        spans = [(m.start, own_end(self.text, m))] if m else []
        for child in tree.children(word, "amod", "compound", "poss", "nmod"):
            below = tree.subtree(child)
            spans.append((below[0].start, below[-1].end))
        for prep in tree.children(word, "prep"):
            seated = prep.lower == "in" and word.lower in _SEATED  # "the governments in Lima and Quito"
            if prep.lower in ("of", "from") or seated:
                for p in tree.children(prep, "pobj"):
                    below = [
                        w
                        for w in tree.subtree(p)
                        if w.dep in ("pobj", "conj", "compound", "amod", "poss", "appos", "nmod", "det")
                    ]
                    spans += [(w.start, w.end) for w in below]
        found = list(dict.fromkeys(c for span in spans for c in countries_at(self.text, *span)))
        if m is not None and m.country and m.country not in found:
            found.append(m.country)
        return found


def _listed(word: Word, other: Side) -> bool:
    """Whether a name "in apposition" to another is the next of a list: "A, *B*, then the Irish minister, and C"."""
    m = word.mention
    return (
        m is not None
        and m.kind == "name"
        and None not in (m.official, other.official)
        and m.official != other.official
    )


def _one_of_a_people(word: Word) -> bool:
    return word.mention is None and word.tag == "NNP" and any(x.kind == "demonym" for x in senses(word.text))
