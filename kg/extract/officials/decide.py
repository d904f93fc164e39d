"""Who is an official, with which role: the evidence of an article weighed."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.officials.evidence import Link, Parsed
from kg.extract.officials.lexicon import Office
from kg.extract.officials.people import Person
from kg.extract.officials.title import Title, canonical_office

# What one title of a level adds to the belief that the holder is an official; 2.0 alone is enough.
_WEIGHT = {
    "official": 3.0, "official-party": 2.2, "leader": 1.2, "royal": 1.2, "rank": 1.2, "military": 1.2, "spokes": 2.2,
    "chair": 0.8, "adviser": 1.2, "aide": 0.8, "diplomat": 2.0, "delegation": 2.0, "commissioner": 1.0,
    "governor": -1.0, "legislator": -1.0, "judicial": -1.0, "parliament": 2.0, "mayor": -1.0, "party": -1.0,
    "local": -1.0, "civil": -3.0, "kin": -3.0, "official-plain": 1.5, "counterpart": 3.0, "hostguest": 1.0,
    "successor": 0.8,
}  # fmt: skip
_STATED = 1.0  # a title with its state
_NATIONWIDE = 1.0  # "the Peruvian police chief", "Iran's chief justice": who may speak for the state
_OWNED = 0.4  # "his adviser"
_DEPUTY = 1.0  # "the minister's deputy, X": holds an office of his own
_IN_GOVERNMENT = 0.8  # the title's organisation is a state's
_CERTAIN = 3.0  # nothing speaks against a plain official title
_GOVERNMENT = 1.5  # heads a delegation or ministry
_REIGNS = {
    "presidency": ("President", "president"),
    "premiership": ("Prime Minister", "prime-minister"),
    "papacy": ("Pope", "monarch"),
    "chancellorship": ("Chancellor", "prime-minister"),
    "body": ("head", "head"),
    "office": ("head", "head"),
    "central bank": ("Central Bank Governor", "central-bank-governor"),
    "voice": ("spokesperson", "spokesperson"),
}
_HEADED = frozenset(["agency", "mission", "delegation", "team", "bureau", "secretariat", "commission"])
_ENOUGH = 2.0
_UNPOSTED = 1.9  # neither post nor state is said, in an article about no other state's officials
_NAMED = 0.6  # a full name is a person
_SINGLE = 1.0  # one word that nothing calls a person may be a company or a town
_ORDER = ("pre", "list", "apposition", "is", "as")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a person is an official, how sure (the sum of the evidence), and the post."""

    official: bool
    score: float
    role: str | None
    office: str | None
    former: bool
    link: Link | None


def judge(person: Person, sentences: list[Parsed], lift: float, renown: float = 0.0) -> Verdict:
    """Weighs what the article says of one person; `lift` lowers the bar in an article full of diplomacy,
    `renown` that of one word that names a leader of the time."""
    values = _values(person)
    positive = max((v for v in values.values() if v > 0), default=0.0)
    negative = min(
        (v for level, v in values.items() if v < 0 and not (level == "kin" and positive)), default=0.0
    )
    score = positive
    if score < _CERTAIN:
        score += negative + _behaviour(person, sentences)
    if len(person.full) == 1 and positive < _ENOUGH:
        lift = renown
    if lift <= 0 and not values and not any(o.states or o.organisation for o in person.occurrences):
        score = min(score, _UNPOSTED)
    post = _post(person)
    role, office = _ministry(person)
    if post is not None and not (role and post.title.former):
        role, office = post.role or post.title.role or None, post.office or post.title.canonical
    former = post is not None and (post.title.former or post.title.office.id == "predecessor")
    return Verdict(score >= _ENOUGH - lift, score, role, office, former, post)


def _values(person: Person) -> dict[str, float]:
    """What the titles of each level add, the best of each."""
    best: dict[str, float] = {}
    for o in person.occurrences:
        for link in o.links:
            level = link.title.level
            value = _WEIGHT[level]
            highest = {"chief", "general"} & set(link.title.role.lower().split())
            if level in ("judicial", "local") and link.states and highest:
                value = _NATIONWIDE
            if value < 0 and level != "civil" and (link.title.former or link.past):
                continue
            if value > 0:
                value += _STATED if link.states else 0.0
                if link.title.possessor is not None:
                    value += _DEPUTY if link.title.office.id == "deputy" else _OWNED
                value += _IN_GOVERNMENT if link.title.organisation == "gov" else 0.0
            best[level] = max(best.get(level, -9.0), value)
    return best


def _behaviour(person: Person, sentences: list[Parsed]) -> float:
    total = min(1.0, 0.2 * (len(person.occurrences) - 1))
    for o in person.occurrences:
        total += o.behaviour
        if o.organisation:
            total += _GOVERNMENT
        if sentences[o.sentence].zone == "headline":
            total += 0.5
    if len(person.full) > 1:
        return min(total, 4.0) + _NAMED
    return min(total, 4.0) - _SINGLE


def _ministry(person: Person) -> tuple[str | None, str | None]:
    """The post of one who "heads the foreign ministry"."""
    for o in person.occurrences:
        words = o.organisation.split()
        if o.organisation in _REIGNS:
            return _REIGNS[o.organisation]
        if o.organisation == "state department":
            return "Secretary of State", "foreign-minister"
        if words and words[-1] == "ministry" and len(words) > 1:
            portfolio = " ".join(words[:-1])
            minister = Office("minister", "minister", "official", "")
            return f"{portfolio} minister", canonical_office(minister, frozenset(words))
        if words and words[-1] in _HEADED:
            return f"{o.organisation} head", "head"
    return None, None


def _post(person: Person) -> Link | None:
    """The title that tells the person's post best: current before former, official before other."""
    links = [
        (rank(link), n, link)
        for n, (o, link) in enumerate((o, link) for o in person.occurrences for link in o.links)
        if link.role
        or (
            link.title.level not in ("civil", "kin", "counterpart", "hostguest", "successor")
            and link.title.role
        )
    ]
    return min(links, key=lambda x: (x[0], x[1]))[2] if links else None


def rank(link: Link) -> tuple[int, int, int, int]:
    """How well a title tells the present post: the smallest is best."""
    title: Title = link.title
    weak = link.role is None and title.level not in (
        "official",
        "official-party",
        "spokes",
        "diplomat",
        "parliament",
        "leader",
    )
    vague = (
        title.level in ("leader", "rank", "royal")
        or title.office.id in ("top-diplomat", "diplomat", "head-of-state", "head-of-government")
        or (
            title.office.id in ("secretary-minister", "minister", "ambassador")
            and not title.portfolio
            and not title.states
        )
        or (
            title.office.id in ("envoy", "negotiator")
            and len(title.role.split()) <= 2
            and "special" not in title.role.lower()
        )
        or title.role.lower().endswith((" chief", " boss", " head"))
    )
    return int(weak), int(vague), int(title.former or link.past), _ORDER.index(link.relation) // 3
