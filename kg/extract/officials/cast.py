"""One article's officials and their mentions."""

from __future__ import annotations

from kg.extract.officials.decide import Verdict, judge
from kg.extract.officials.discourse import assign_titles, connect
from kg.extract.officials.evidence import Parsed
from kg.extract.officials.lexicon import split_words
from kg.extract.officials.mentions import mentions
from kg.extract.officials.origin import Origins
from kg.extract.officials.people import Gathering, Person
from kg.extract.officials.phrases import parse
from kg.extract.officials.states import single_forms
from kg.extract.officials.tokens import Tokens
from kg.extract.records import Cast
from kg.model import Article, OfficialClaim, Quote
from kg.page.records import Page
from kg.reference.text import fold

_BESIDE = 0.7  # how much company of officials lowers the bar


def find_cast(page: Page, article: Article, doc_lookup: object = None) -> Cast:
    """Every named official of the article and every mention of officials, groups and parties.

    `page` is `kg.page.segment(article.text)`. `doc_lookup` is reserved for knowledge from other articles
    and not used: what is said here follows from this article alone.
    """
    folded = fold(page.text)
    split, states = split_words(), single_forms()
    sentences: list[Parsed] = []
    korea = "Korea" in folded
    for s in page.sentences:
        t = Tokens(folded, s.start, s.end, split, states)
        sentences.append(parse(len(sentences), s.zone, s.paragraph, t, folded, (s.start, s.end), korea))
    persons = Gathering(sentences).run()
    connect(sentences, persons)
    origins = Origins(page, folded, sentences, persons, article.publisher)
    origins.run()
    assign_titles(sentences, persons, origins.of)
    origins.run()
    diplomacy = _diplomacy(persons, origins)
    verdicts = [judge(x, sentences, diplomacy) for x in persons]
    company = _company(sentences, verdicts)
    verdicts = [judge(x, sentences, diplomacy + _BESIDE * (x.number in company)) for x in persons]
    claims: list[OfficialClaim] = []
    local: dict[int, int] = {}
    for person, verdict in zip(persons, verdicts, strict=True):
        if verdict.official:
            local[person.number] = len(claims) + 1
            claims.append(_claim(len(claims) + 1, person, verdict, origins, page.text, sentences))
    return Cast(tuple(claims), mentions(sentences, persons, local, origins, page.text))


def _diplomacy(persons: list[Person], origins: Origins) -> float:
    """0 to 1.4: how much the article is about officials of several states; the untitled are likelier officials then."""
    states = {
        origins.of.get(x.number)
        for x in persons
        if any(t.level in ("official", "leader") for t in x.titles) or any(o.states for o in x.occurrences)
    }
    return min(1.5, max(0.0, 0.4 * (len(states) - 1)))


def _company(sentences: list[Parsed], verdicts: list[Verdict]) -> set[int]:
    """Persons named in one breath with somebody whose post makes him an official beyond doubt."""
    found: set[int] = set()
    for p in sentences:
        for members in p.groups:
            people = [p.occurrences[k].person for k in members]
            if any(x >= 0 and verdicts[x].score >= 3.0 for x in people):
                found.update(people)
    return found


def _claim(
    local: int, person: Person, verdict: Verdict, origins: Origins, text: str, sentences: list[Parsed]
) -> OfficialClaim:
    forms: dict[str, None] = {}
    for o in person.occurrences:
        forms[written(sentences[o.sentence], o.name.start, o.name.end, text)] = None
    name = max(forms, key=lambda f: (len(f.split()), sum(not c.isupper() for c in f), len(f)))
    return OfficialClaim(
        local=local,
        name=name,
        role=verdict.role,
        country=origins.of.get(person.number),
        quotes=_quotes(person, verdict, text, sentences),
        office=verdict.office,
        former=verdict.former,
        aliases=tuple(f for f in forms if f != name),
    )


def written(p: Parsed, start: int, end: int, text: str) -> str:
    """A name as the article writes it, without a nickname in quotes."""
    t = p.t
    parts, quoted = [], False
    for k in range(start, end):
        word = t.words[k]
        if word in '"()':
            quoted = word == "(" or (word == '"' and not quoted)
        elif not quoted:
            glue = "" if not parts or word in ",." else " "
            if parts and t.starts[k] == t.ends[k - 1]:
                glue = ""
            parts.append(glue + text[t.starts[k] : t.ends[k]])
    return "".join(parts)


def _quotes(person: Person, verdict: Verdict, text: str, sentences: list[Parsed]) -> tuple[Quote, ...]:
    """The words that show the name, the post and the state."""
    spans: list[tuple[int, int]] = []
    first = person.occurrences[0]
    for o in person.occurrences:
        for link in o.links:
            if link is verdict.link:
                p = sentences[o.sentence]
                if link.where in (-1, o.sentence):
                    spans.append(
                        _span(p, min(o.name.outer, link.title.start), max(o.name.end, link.title.end))
                    )
                else:
                    spans.append(_span(sentences[link.where], link.title.start, link.title.end))
        for ref, how in o.states[:1]:
            if len(spans) < 2 and how != "pair":
                p = sentences[o.sentence]
                spans.append(_span(p, min(o.name.outer, ref.start), max(o.name.end, ref.end)))
    longest = max(person.occurrences, key=lambda o: (len(o.name.words), -o.sentence))
    for o in (longest, first):
        p = sentences[o.sentence]
        span = _span(p, o.name.outer, o.name.end)
        if not any(a <= span[0] and span[1] <= b for a, b in spans):
            spans.append(span)
            break
    unique = sorted(set(spans))
    return tuple(Quote(a, b, text[a:b]) for a, b in unique)


def _span(p: Parsed, i: int, j: int) -> tuple[int, int]:
    return p.t.starts[i], p.t.ends[j - 1]
