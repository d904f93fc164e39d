"""Calls paid on somebody, and waited for: "called on X", "whom she first called on", "is expected by Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.drafts import Draft
from kg.extract.sentence.grammar import agents, groups_after, helpers, passive
from kg.extract.sides import Side
from kg.extract.whom.company import named
from kg.model import Capacity

if TYPE_CHECKING:
    from kg.extract.meetings.idioms import Clause

_CALLING = frozenset(
    "called call calls calling dropped drop drops dropping waited wait waits waiting looked".split()
)


def call_on(at: Clause) -> Iterator[Draft]:
    """ "called on the President, and on the premier": one meeting for each."""
    said = [c for c in at.tree.children(at.verb, "ccomp") if c.i > at.verb.i]
    taken = [*at.tree.children(at.verb, "dobj"), *said]
    if at.verb.lower not in _CALLING or taken or _appeals(at):
        yield from _called_on(at)
        return
    for group in groups_after(at.tree, at.verb, "on", "upon", "in"):
        for host in at.sides(*group):
            if host.official is not None or len(group) == 1:
                hosts = [host]
                if named(hosts):
                    yield _at_home(at.draft(hosts, "call-on"), hosts)


def _at_home(draft: Draft, hosts: list[Side]) -> Draft:
    """The same, with those called on as hosts: they receive where they are."""
    parts: list[Capacity] = ["participant"] * (len(draft.sides) - len(hosts))
    parts += ["host"] * len(hosts)
    draft.capacities = parts
    return draft


def _called_on(at: Clause) -> Iterator[Draft]:
    """ "X, *whom* she first *called on* in May"."""
    on = {w.lower for w in at.tree.children(at.verb, "prt", "prep", "advmod")} & {"on", "upon"}
    led = {w.lower for w in at.tree.words[max(0, at.verb.i - 4) : at.verb.i]} & {"whom", "who"}
    host = at.tree.head(at.verb) if led and at.verb.dep == "relcl" else None
    whom = [host] if host is not None else []
    hosts = at.sides(*whom) if on and not at.tree.children(at.verb, "ccomp", "xcomp") else []
    if named(hosts) and at.verb.lower.startswith("call"):
        yield at.draft(hosts, "call-on")


def expected(at: Clause) -> Iterator[Draft]:
    """ "is expected by X", "is awaited there by Y": the talks to come."""
    if at.verb.lower not in ("expected", "awaited") or not passive(at.tree, at.verb):
        return
    hosts = at.sides(*agents(at.tree, at.verb))
    if at.foreign(hosts) and not at.tree.children(at.verb, "xcomp"):
        draft = at.draft(hosts, "guest-of")
        draft.stated = "planned"
        yield draft


# What a caller comes to do; "called on X to" do anything else is an appeal
_ERRANDS = frozenset(
    "offer pay deliver hand present say convey congratulate thank discuss bid brief introduce express exchange inform "
    "ask wish request extend condole mark plead hear learn sound compare".split()
)


def _appeals(at: Clause) -> bool:
    """Whether "called on X to …" asks something of X: what X is to do stands in the infinitive."""
    if not at.verb.lower.startswith("call"):
        return False
    called = [w for group in groups_after(at.tree, at.verb, "on", "upon") for w in group]
    below = [
        c for w in [at.verb, *called] for c in at.tree.children(w, "xcomp", "advcl", "ccomp", "acl", "relcl")
    ]
    asked = [v for v in below if "to" in helpers(at.tree, v) and v.i > at.verb.i]
    return any(v.lower not in _ERRANDS for v in asked)
