"""One article's officials and their mentions."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from datetime import date

from kg.extract.officials.decide import Verdict, judge
from kg.extract.officials.discourse import connect
from kg.extract.officials.evidence import Parsed
from kg.extract.officials.gender import by_given_name
from kg.extract.officials.lexicon import split_words
from kg.extract.officials.mentions import mentions
from kg.extract.officials.origin import Origins
from kg.extract.officials.people import Gathering, Person
from kg.extract.officials.phrases import parse
from kg.extract.officials.setting import famous_party
from kg.extract.officials.shared_titles import share_titles
from kg.extract.officials.signature import signed
from kg.extract.officials.states import single_forms
from kg.extract.officials.tokens import Tokens
from kg.extract.officials.told_apart import Known, assign_titles
from kg.extract.records import Cast
from kg.model import Article, OfficialClaim, Quote
from kg.page.records import Page, Sentence
from kg.reference.text import fold

_LONGEST = 3000  # characters; a sentence of a newspaper has a tenth
_KNOWN = 2.0  # a leader by his full name needs no title
_KNOWN_BY_SURNAME = 3.0  # a word that is nobody's name costs 1
_HOUSES = frozenset(["network", "group", "family", "brothers", "dynasty", "clan", "foundation", "company"])
_STYLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_BESIDE = 0.7  # how much company of officials lowers the bar


def find_cast(page: Page, article: Article, doc_lookup: Callable[[str], str | None] | None = None) -> Cast:
    """Every named official of the article and every mention of officials, groups and parties.

    `page` is `kg.page.segment(article.text)`. `doc_lookup` may name the state (a code) of a person, by full
    name, where this article does not say it; without it the state is worked out from the context alone.

    >>> from kg.page import segment
    >>> text = "Talks in Oslo\\n\\nOSLO - Thai Foreign Minister Somchai Wongchai met his Fijian counterpart, Sione Tava, on Monday.\\n"
    >>> cast = find_cast(segment(text), Article(id="a", text=text))
    >>> [(o.name, o.role, o.country) for o in cast.officials]
    [('Somchai Wongchai', 'Foreign Minister', 'TH'), ('Sione Tava', 'Foreign Minister', 'FJ')]
    """
    folded = fold(page.text)
    split, states = split_words(), single_forms()
    sentences: list[Parsed] = []
    korea, borne = "Korea" in folded, set[str]()
    for s in _bounded(page.sentences, folded):
        sentences.append(
            parse(len(sentences), s, Tokens(folded, s.start, s.end, split, states), borne, korea)
        )
    persons = Gathering(sentences).run()
    connect(sentences, persons, article.published or page.published)
    origins = Origins(page, folded, sentences, persons, article.publisher, article.published)
    origins.run()
    known = Known(origins.of, origins.famous(), origins.home)
    assign_titles(sentences, persons, known)
    share_titles(sentences, persons, known)
    origins.run()
    claims = _Claims(page.text, sentences, origins)
    if doc_lookup is not None:
        for person in persons:
            code = None if person.number in origins.stated else doc_lookup(claims.names(person)[0])
            origins.of[person.number] = code or origins.of.get(person.number, "")
    bar = _diplomacy(persons, origins)
    renown = [_renown(x, sentences, article.published or page.published) for x in persons]
    lifts = [bar + fame for fame in renown]
    verdicts = [judge(x, sentences, lift, fame) for x, lift, fame in zip(persons, lifts, renown, strict=True)]
    company = _company(sentences, verdicts)
    lifts = [lift + _BESIDE * (x.number in company) for x, lift in zip(persons, lifts, strict=True)]
    verdicts = [judge(x, sentences, lift, fame) for x, lift, fame in zip(persons, lifts, renown, strict=True)]
    wives = _wives(persons)
    officials = [
        (x, v) for x, v in zip(persons, verdicts, strict=True) if v.official and x.number not in wives
    ]
    local = {x.number: n for n, (x, _) in enumerate(officials, 1)}
    found = tuple(claims.claim(local[x.number], x, v) for x, v in officials)
    told = mentions(sentences, persons, local, origins)
    author = signed(page.text, found, told, origins.home)
    if author is not None:
        claim, mention = author
        found, told = (*found, claim), tuple(sorted((*told, mention), key=lambda m: m.start))
    return Cast(found, told, _strangers(persons, local.keys(), sentences))


def _strangers(
    persons: list[Person], officials: Container[int], sentences: list[Parsed]
) -> tuple[tuple[int, int], ...]:
    """Where people are named who hold no office: an honorific, a trade or a given name says that it is a person."""
    others = [x for x in persons if x.number not in officials and _personal(x)]
    spans = (_span(sentences[o.sentence], o.name.start, o.name.end) for x in others for o in x.occurrences)
    return tuple(sorted(spans))


def _personal(person: Person) -> bool:
    """Whether something says of a name that it is a person's, not a firm's or a town's."""
    styled = any(o.name.honorific in _STYLES for o in person.occurrences)
    return styled or any(by_given_name(o.name.words[0]) for o in person.occurrences if len(o.name.words) > 1)


def _wives(persons: list[Person]) -> set[int]:
    """Those called only "Mrs." with the family name of somebody in office: "President Carl Roe and Mrs. Ann Roe"."""
    posted = {(x.full[-1], x.number) for x in persons if x.titles}
    return {
        x.number
        for x in persons
        if not any(k.certain and k.where in (-1, o.sentence) for o in x.occurrences for k in o.links)
        and any(family == x.full[-1] and number != x.number for family, number in posted)
        and any(o.name.honorific in ("mrs", "madame", "mme", "madam") for o in x.occurrences)
    }


def _bounded(sentences: tuple[Sentence, ...], folded: str) -> Iterator[Sentence]:
    """The sentences, those that are too long for sentences cut at spaces: the work stays linear."""
    for s in sentences:
        start = s.start
        while s.end - start > _LONGEST:
            cut = folded.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield Sentence(start, cut, s.zone, s.paragraph)
            start = cut
        yield Sentence(start, s.end, s.zone, s.paragraph)


def _diplomacy(persons: list[Person], origins: Origins) -> float:
    """0 to 1.4: how much the article is about officials of several states; the untitled are likelier officials then."""
    states = {
        origins.of.get(x.number)
        for x in persons
        if any(
            o.states
            or any(
                (k.certain or k.relation != "is") and k.title.level in ("official", "leader") for k in o.links
            )
            for o in x.occurrences
        )
    }
    return min(1.5, max(0.0, 0.4 * (len(states) - 1)))


def _renown(person: Person, sentences: list[Parsed], on: date | None) -> float:
    """How much a name that everybody knows at that time lowers the bar; surnames alone less than full names.

    Not for one whom the article calls something else: another person of that name.
    """
    if any(title.level == "civil" for title in person.titles):
        return 0.0
    if famous_party(person, on, sentences) is None:
        return 0.0
    if len(person.full) == 1 and any(_follows(sentences[o.sentence], o.name.end) for o in person.occurrences):
        return 0.0  # "the Haqqani network"
    return _KNOWN if len(person.full) > 1 else _KNOWN_BY_SURNAME


def _follows(p: Parsed, end: int) -> bool:
    """Whether a word for an organisation or a house stands right behind a name."""
    return p.t.lows[end : end + 1] != [] and p.t.lows[end] in _HOUSES


def _company(sentences: list[Parsed], verdicts: list[Verdict]) -> set[int]:
    """Persons named in one breath with somebody whose post makes him an official beyond doubt."""
    found: set[int] = set()
    for p in sentences:
        for members in p.groups:
            people = [p.occurrences[k].person for k in members]
            if any(x >= 0 and verdicts[x].score >= 3.0 for x in people):
                found.update(people)
    return found


class _Claims:
    """Puts what was worked out into the records that travel on."""

    def __init__(self, text: str, sentences: list[Parsed], origins: Origins) -> None:
        """`text` is the article's, not folded."""
        self.text, self.sentences, self.origins = text, sentences, origins

    def names(self, person: Person) -> list[str]:
        """Every form of the name as written, the longest first, then in the order of the text."""
        forms: dict[str, None] = {}
        for o in person.occurrences:
            forms[self._written(self.sentences[o.sentence], o.name.start, o.name.end)] = None
        best = max(forms, key=lambda f: (len(f.split()), sum(not c.isupper() for c in f), len(f)))
        return [best, *(f for f in forms if f != best)]

    def claim(self, local: int, person: Person, verdict: Verdict) -> OfficialClaim:
        """The claim that the person is an official."""
        name, *others = self.names(person)
        return OfficialClaim(
            local=local,
            name=name,
            role=verdict.role,
            country=self.origins.of.get(person.number) or None,
            quotes=self._quotes(person, verdict),
            office=verdict.office,
            former=verdict.former,
            aliases=tuple(others),
        )

    def _written(self, p: Parsed, start: int, end: int) -> str:
        """A name as the article writes it, without a nickname in quotes."""
        t = p.t
        parts: list[str] = []
        quoted = False
        for k in range(start, end):
            word = t.words[k]
            if word in '"()':
                quoted = word == "(" or (word == '"' and not quoted)
            elif not quoted:
                tight = not parts or word in ",." or t.starts[k] == t.ends[k - 1]
                parts.append(("" if tight else " ") + self.text[t.starts[k] : t.ends[k]])
        return "".join(parts)

    def _quotes(self, person: Person, verdict: Verdict) -> tuple[Quote, ...]:
        """The words that show the name, the post and the state."""
        spans: list[tuple[int, int]] = []
        for o in person.occurrences:
            p = self.sentences[o.sentence]
            for link in o.links:
                if link is verdict.link and link.where in (-1, o.sentence):
                    spans.append(
                        _span(p, min(o.name.outer, link.title.start), max(o.name.end, link.title.end))
                    )
                elif link is verdict.link:
                    spans.append(_span(self.sentences[link.where], link.title.start, link.title.end))
            for ref, how in o.states[:1]:
                if len(spans) < 2 and how != "pair":
                    spans.append(_span(p, min(o.name.outer, ref.start), max(o.name.end, ref.end)))
        longest = max(person.occurrences, key=lambda o: (len(o.name.words), -o.sentence))
        whole = _span(self.sentences[longest.sentence], longest.name.outer, longest.name.end)
        if not any(a <= whole[0] and whole[1] <= b for a, b in spans):
            spans.append(whole)
        return tuple(Quote(a, b, self.text[a:b]) for a, b in sorted(set(spans)))


def _span(p: Parsed, i: int, j: int) -> tuple[int, int]:
    return p.t.starts[i], p.t.ends[j - 1]
