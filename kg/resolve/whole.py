"""The whole picture at once, from all claims and judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.model import Article, ArticleClaims, ClaimRef, Event, Judgement, Picture
from kg.resolve.atoms import Atom, Stat, atom_of, day_of
from kg.resolve.doubts import EventNote, Note, unnoted
from kg.resolve.families import families, is_short
from kg.resolve.gather import Gathering, gather
from kg.resolve.judgements import Verdicts, obey, verdicts
from kg.resolve.lives import best_alone, event
from kg.resolve.matching import likeness
from kg.resolve.parts import contained
from kg.resolve.persona import Member, Persona, Tally, persona
from kg.resolve.persons import Person, persons
from kg.resolve.posts import Career
from kg.resolve.short import Key, assign, person_keys, short_key
from kg.resolve.slugs import best_slug, distinct, former, official_slug, shared_slugs
from kg.resolve.told import Told, alone, facts

Story = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """The persons behind all atoms, before any judgement, and how they were found."""

    people: list[Person]  # sorted
    families: list[list[Person]]  # without one-word mentions, by the family of forms
    given: dict[Key, dict[Atom, Atom]]  # whose one-word mentions are, by key: the smallest atom of the person


@dataclass(frozen=True, slots=True)
class Resolved:
    """The picture, and what it was made of."""

    picture: Picture
    stats: dict[Atom, Stat]
    who: WhoIsWho
    gathering: Gathering
    tallies: dict[str, Tally]  # of officials, by slug
    wishes: dict[str, str]  # the slugs that events wish for, by their first claim


def story_of(article: Article) -> str:
    """Names the text behind an article: copies of one wire story count once as support.

    Copies that are the same letter for letter have the same digest. An article that bears a `story` (a
    fingerprint of near-duplicates, from the reader) is known by that.

    >>> story_of(Article("a", "x")) == story_of(Article("b", "x", title="T"))
    True
    """
    return getattr(article, "story", None) or article.sha256[:16]


def resolve(
    claims: Iterable[ArticleClaims],
    judgements: Iterable[Judgement] = (),
    *,
    story: Story = story_of,
    note: Note = unnoted,
    note_event: EventNote = unnoted,
) -> Picture:
    """The picture that follows from a set of claims and judgements.

    A pure function of both as sets: order does not matter, and of several claims of one article key only
    one counts (the first by content). Raises JudgementError where judgements contradict each other.

    >>> resolve([])
    Picture(officials=(), events=())
    """
    return resolved(claims, judgements, story=story, note=note, note_event=note_event).picture


def resolved(
    claims: Iterable[ArticleClaims],
    judgements: Iterable[Judgement] = (),
    *,
    story: Story = story_of,
    note: Note = unnoted,
    note_event: EventNote = unnoted,
) -> Resolved:
    """As `resolve`, with what the picture was made of."""
    articles = distinct_articles(claims)
    said = list(judgements)
    of_officials, of_events = verdicts(said, "official"), verdicts(said, "event")
    atoms = _atoms(articles, of_officials, story)
    stats = {atom: Stat(len(members)).magnitude for atom, members in atoms.items()}
    who = who_is_who(stats, note)
    people = _judged(who.people, of_officials)
    slugs = _official_slugs(people, stats)
    personas = _personas(people, slugs, atoms)
    slug_of = {m.ref: slugs[person[0]] for person in people for atom in person for m in atoms[atom]}
    told = {t.ref: t for article in articles for t in tellings(article, slug_of, story)}
    gathering = gather(told.values(), note_event)
    officials = tuple(sorted((one.official for one in personas), key=lambda o: o.slug))
    events, wishes = _events(told, of_events, gathering.groups)
    tallies = {one.official.slug: one.tally for one in personas}
    return Resolved(Picture(officials, events), stats, who, gathering, tallies, wishes)


def distinct_articles(claims: Iterable[ArticleClaims]) -> list[ArticleClaims]:
    """One ArticleClaims for each article key, sorted by key."""
    by_key: dict[str, ArticleClaims] = {}
    for one in claims:
        key = one.article.key
        if key not in by_key or repr(one) < repr(by_key[key]):
            by_key[key] = one
    return [by_key[key] for key in sorted(by_key)]


def _atoms(articles: Iterable[ArticleClaims], verdict: Verdicts, story: Story) -> dict[Atom, list[Member]]:
    atoms: dict[Atom, list[Member]] = defaultdict(list)
    for article in articles:
        key, name, day = article.article.key, story(article.article), day_of(article)
        for claim in article.officials:
            ref = (key, claim.local)
            atoms[atom_of(article, claim, pinned=ref in verdict.camps)].append(Member(ref, name, day))
    return atoms


def who_is_who(atoms: Mapping[Atom, Stat], note: Note = unnoted) -> WhoIsWho:
    """The persons behind all atoms."""
    by_form: dict[tuple[str, str], list[Atom]] = defaultdict(list)
    short: dict[Key, list[Atom]] = defaultdict(list)
    for atom in sorted(atoms):
        form = (atom.country, atom.name)
        if is_short(form):
            short[short_key(atom)].append(atom)
        else:
            by_form[form].append(atom)
    gathered = [
        persons({atom: atoms[atom] for form in family for atom in by_form[form]}, note)
        for family in families(by_form)
    ]
    found = [person for family in gathered for person in family]
    bearers: dict[Key, dict[Atom, Person]] = defaultdict(dict)
    for person in found:
        for key in person_keys(person) & short.keys():
            bearers[key][person[0]] = person
    gains: dict[Atom, list[Atom]] = defaultdict(list)
    given: dict[Key, dict[Atom, Atom]] = {}
    alone: list[Person] = []
    for key in sorted(short):
        given[key], rest = assign(
            {atom: atoms[atom] for atom in short[key]},
            {name: Career({a: atoms[a] for a in p}) for name, p in bearers[key].items()},
        )
        alone += rest
        for atom, name in given[key].items():
            gains[name].append(atom)
    people = sorted([tuple(sorted((*person, *gains[person[0]]))) for person in found] + alone)
    return WhoIsWho(people, gathered, given)


def pins(atom: Atom) -> list[ClaimRef]:
    """The claim that an atom stands for alone, if it does."""
    key, _, local = atom.pin.partition("/")
    return [(key, int(local))] if atom.pin else []


def atom_affinity(a: Atom, b: Atom) -> float:
    """How alike two atoms are, to share out a person that the user has cut in two.

    >>> a = Atom("US", "George Bush", "", "president", False, 1991)
    >>> atom_affinity(a, a._replace(year=1990)) > atom_affinity(a, a._replace(year=2001))
    True
    """
    alike = 4.0 * (a.name == b.name) + 2.0 * (a.post == b.post) + 1.0 * (a.country == b.country)
    return alike - min(abs(a.year - b.year), 40) / 20


def _judged(people: list[Person], verdict: Verdicts) -> list[Person]:
    return obey(people, verdict, pins, atom_affinity) if verdict.camps else people


def _official_slugs(people: Collection[Person], stats: Mapping[Atom, Stat]) -> dict[Atom, str]:
    """The slug of each person, by the smallest atom."""
    shared = shared_slugs(people)
    names = {repr(tuple(person[0])): person for person in people}
    wishes: dict[str, tuple[str, object]] = {
        name: (
            best_slug({a: stats[a] for a in person}, shared),
            (min(a.year for a in person), person[0]),
        )
        for name, person in names.items()
    }
    return {names[name][0]: slug for name, slug in distinct(wishes).items()}


def _personas(
    people: Iterable[Person], slugs: Mapping[Atom, str], atoms: Mapping[Atom, list[Member]]
) -> list[Persona]:
    live = set(slugs.values())
    found = []
    for person in people:
        slug = slugs[person[0]]
        formerly = former((official_slug(atom) for atom in person), slug, live)
        found.append(persona(slug, formerly, ((atom, member) for atom in person for member in atoms[atom])))
    return found


def tellings(article: ArticleClaims, slug_of: Mapping[ClaimRef, str], story: Story = story_of) -> list[Told]:
    """The events of an article, with its officials known by the slugs of the picture."""
    key = article.article.key
    claims = {claim.local: claim for claim in article.officials}
    found = []
    for claim in article.events:
        who = [
            claims.get(part.official) if part.official is not None else None for part in claim.participations
        ]
        found.append(
            Told(
                ref=(key, claim.local),
                claim=claim,
                officials=tuple(slug_of[key, one.local] if one else None for one in who),
                names=tuple(one.name if one else None for one in who),
                roles=tuple(one.role if one else None for one in who),
                published=article.article.published,
                story=story(article.article),
            )
        )
    return found


def _events(
    told: Mapping[ClaimRef, Told], verdict: Verdicts, groups: list[tuple[ClaimRef, ...]]
) -> tuple[tuple[Event, ...], dict[str, str]]:
    """The events behind groups of claims, and the slugs that they wish for, by name."""
    if verdict.camps:
        groups = obey(
            groups,
            verdict,
            lambda ref: [ref] if ref in verdict.camps else [],
            lambda a, b: likeness(facts(told[a]), facts(told[b])),
        )
    clusters = {_name(group): [told[ref] for ref in group] for group in groups}
    wishes = {name: best_alone(members) for name, members in clusters.items()}
    slugs = distinct({name: (wish, name) for name, wish in wishes.items()})
    live = set(slugs.values())
    parents = contained(clusters)
    found = [
        event(
            slugs[name],
            former((alone(t) for t in members), slugs[name], live),
            tuple(sorted(slugs[parent] for parent in parents.get(name, ()))),
            members,
        )
        for name, members in clusters.items()
    ]
    return tuple(sorted(found, key=lambda e: e.slug)), wishes


def _name(group: tuple[ClaimRef, ...]) -> str:
    """The name of a group of claims while slugs are not given yet: its first claim."""
    return f"{group[0][0]}/{group[0][1]}"
