"""What a person's posts alone say: of a state or of a body, held by one at a time, tied to somebody."""

from __future__ import annotations

from kg.extract.officials.people import Person
from kg.extract.officials.states import StateRef
from kg.extract.officials.title import Title

# Offices of which a state has one holder at a time.
UNIQUE = frozenset(
    {"president", "prime-minister", "foreign-minister", "defense-minister", "finance-minister", "monarch"}
)
_RULING = {
    "khalifa": "BH", "sabah": "KW", "thani": "QA", "nahyan": "AE", "nahayan": "AE", "maktoum": "AE", "qasimi": "AE",
    "saud": "SA", "busaidi": "OM", "said": "OM",
}  # fmt: skip


def posted_by_a_state(person: Person) -> bool:
    """Whether the person now has a post of a state's too: "Fiji's premier X, head of the UN conference"."""
    return any(
        x.title.level == "official" and not x.title.former and x.states and not of_body(x.states)
        for o in person.occurrences
        for x in o.links
    )


def of_body(states: list[StateRef]) -> bool:
    return bool(states) and states[0].body


def of_state(person: Person) -> bool:
    """Whether somebody now has a post of the kind that states have, whosever the text says it is."""
    return any(
        t.office.office in ("president", "vice-president", "prime-minister", "monarch") and not t.former
        for t in person.titles
    )


def held_alone(person: Person) -> set[str]:
    """The person's posts of which a state has one holder: "energy minister" too, "minister" not."""
    return {post for t in person.titles if not t.former for post in posts(t)}


def posts(title: Title) -> set[str]:
    if title.canonical == "minister" and title.portfolio:
        return {" ".join(sorted(title.portfolio))}
    return {title.canonical} & UNIQUE


def house(person: Person) -> str:
    """The state of a ruling house whose name the person bears: "Isa bin Salman Al Khalifa" is of Bahrain."""
    for o in person.occurrences:
        *_, before, last = ("", *(w.lower() for w in o.name.words))
        if last.startswith("al-") or before == "al":
            return _RULING.get(last.removeprefix("al-"), "")
    return ""


def hopeless(person: Person) -> bool:
    """Whether nobody will ask for the person's state: one word once, or a civilian."""
    if person.titles:
        return all(t.level == "civil" for t in person.titles)
    return len(person.full) == 1 and len(person.occurrences) == 1 and not person.occurrences[0].states


def linked(person: Person) -> bool:
    """Whether the words tie the person's post to somebody or something: "his minister", "the bloc's envoy"."""
    return any(t.anaphor or (t.possessor is not None and t.level != "counterpart") for t in person.titles)
