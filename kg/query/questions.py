"""Named questions: SPARQL files in `named/` that take arguments.

A question's file begins with comments: what it answers, its arguments (`# argument: NAME TYPE`, with `?`
after the name where it can be left out) and an example. Where an argument's value belongs, the file says
`# bind: NAME`; there a `VALUES` block with terms is put, never a piece of the caller's text. Unbound, each
file is a query that can be run as it stands.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.query.names import find_all, find_one
from kg.query.periods import period
from kg.query.run import Queryable

if TYPE_CHECKING:
    from collections.abc import Mapping

# Types of arguments, and the kinds of things that their names are looked up among.
KINDS: dict[str, tuple[str, ...]] = {
    "actor": ("official", "state", "body"),
    "official": ("official",),
    "where": ("place", "state"),
}
ARGUMENT = re.compile(r"^# argument: (\w+)(\??) (\w+)$", re.MULTILINE)
EXAMPLE = re.compile(r"^# example: (.+)$", re.MULTILINE)
BIND = re.compile(r"^( *)# bind: ([\w ]+)$", re.MULTILINE)
LIMIT = re.compile(r"\bLIMIT \d+ # (\w+)$", re.MULTILINE)
NAME = re.compile(r"[\w][\w-]*")


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a question; `type` is one of KINDS, "period" or "number"."""

    name: str
    type: str
    optional: bool

    def __str__(self) -> str:
        return f"[{self.name.upper()}]" if self.optional else self.name.upper()


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its words, its arguments, and its SPARQL."""

    name: str
    description: str
    arguments: tuple[Argument, ...]
    example: str
    sparql: str

    @property
    def usage(self) -> str:
        """How it is asked.

        >>> questions()["who-met"].usage
        'who-met ACTOR [PERIOD]'
        """
        return " ".join([self.name, *map(str, self.arguments)])


@cache
def questions() -> Mapping[str, Question]:
    """Every named question, by name.

    >>> list(questions())[:3]
    ['busiest', 'calendar', 'disagreements']
    """
    folder = files("kg.query").joinpath("named")
    found = [
        parse(f.name.removesuffix(".rq"), f.read_text("utf-8"))
        for f in folder.iterdir()
        if f.name.endswith(".rq")
    ]
    return {question.name: question for question in sorted(found, key=lambda q: q.name)}


def parse(name: str, text: str) -> Question:
    """A question from its file."""
    arguments = tuple(Argument(n, kind, bool(mark)) for n, mark, kind in ARGUMENT.findall(text))
    example = EXAMPLE.search(text)
    return Question(
        name=name,
        description=text.splitlines()[0].removeprefix("# "),
        arguments=arguments,
        example=example[1] if example else "",
        sparql=text,
    )


def is_name(text: str) -> bool:
    """Whether a query is meant as a question's name: one word, without braces.

    >>> is_name("who-met"), is_name("ASK {}")
    (True, False)
    """
    return NAME.fullmatch(text.strip()) is not None


def question(name: str) -> Question:
    """The question of that name. Raises UsageError with the nearest ones."""
    known = questions()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=2, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(known)}"
    raise UsageError(f"no question is called {name!r}; {hint}")


def ask(store: Queryable, name: str, arguments: Sequence[str]) -> str:
    """The SPARQL of a named question with its arguments bound, names looked up in the store.

    Raises UsageError for an unknown question, too few or too many arguments; NotFound for a name that
    the store does not hold.
    """
    asked = question(name)
    least = sum(not argument.optional for argument in asked.arguments)
    if not least <= len(arguments) <= len(asked.arguments):
        raise UsageError(f"{name} takes: {asked.usage}   for example: {asked.example}")
    bound: dict[str, list[str]] = {}
    for argument, value in zip(asked.arguments, arguments, strict=False):
        bound |= terms(store, argument, value)
    return bind(asked.sparql, bound)


def terms(store: Queryable, argument: Argument, value: str) -> dict[str, list[str]]:
    """SPARQL variables and the terms, written out, that an argument's value binds them to."""
    if argument.type == "period":
        begin, end = period(value)
        return {"from": [f'"{begin}"^^xsd:date'], "to": [f'"{end}"^^xsd:date']}
    if argument.type == "number":
        if not value.isdecimal() or int(value) < 1:
            raise UsageError(f"{argument.name.upper()} is a number from 1, not {value!r}")
        return {argument.name: [str(int(value))]}
    if argument.type == "where":
        found = find_all(store, value, KINDS["where"])
    else:
        found = [find_one(store, value, KINDS[argument.type])]
    return {argument.name: [f"<{match.iri}>" for match in found]}


def bind(sparql: str, bound: Mapping[str, Sequence[str]]) -> str:
    """A question's SPARQL with `VALUES` where it says `# bind:`, for those names that are bound.

    >>> bind("{\\n  # bind: a\\n  ?e ?p ?a }", {"a": ["<x:1>"]})
    '{\\n  VALUES (?a) { (<x:1>) }\\n  ?e ?p ?a }'
    """

    def block(place: re.Match[str]) -> str:
        names = place[2].split()
        if any(name not in bound for name in names):
            return place[0]
        rows = " ".join(f"({' '.join(row)})" for row in zip(*(bound[name] for name in names), strict=True))
        return f"{place[1]}VALUES ({' '.join('?' + name for name in names)}) {{ {rows} }}"

    def limit(place: re.Match[str]) -> str:
        return f"LIMIT {bound[place[1]][0]}" if place[1] in bound else place[0]

    return LIMIT.sub(limit, BIND.sub(block, sparql))
