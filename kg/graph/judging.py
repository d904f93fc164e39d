"""Who is who, by the user's word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.errors import NotFound, UsageError
from kg.graph.opened import Opened

if TYPE_CHECKING:
    from kg.model import Judgement
    from kg.query.claims import Claim
    from kg.review import Doubt


class Judging(Opened):
    """Methods of `kg.KnowledgeGraph` that judge what is the same."""

    def merge(self, a: str, b: str, *, note: str = "") -> str:
        """Judge that two officials, or two events, are the same; gives the judgement's id.

        Raises JudgementError where another judgement contradicts it, NotFound for an unknown name.
        """
        return self.judge("same", a, b, note)

    def split(self, a: str, b: str, *, note: str = "") -> str:
        """Judge that two officials, events or claims are not the same; gives the judgement's id.

        To cut one official or event in two, name two of its `claims`. Raises as `merge` does.
        """
        return self.judge("different", a, b, note)

    def judge(self, verdict: Literal["same", "different"], a: str, b: str, note: str) -> str:
        """Write a judgement down and let the picture obey it; gives its id."""
        from kg.model import Judgement
        from kg.query.claims import pair
        from kg.resolve import judge
        from kg.store.judgements import judgement_node

        left, right = pair(self.writable, a, b, apart=verdict == "different")
        judgement = Judgement(verdict, left.of, left.ref, right.ref, note)
        judge(self.writable, judgement)
        return last(judgement_node(judgement).value)

    def claims(self, name: str) -> list[Claim]:
        """The claims behind an official or event, with the articles that make them."""
        from kg.query.claims import claims_of

        return claims_of(self.store, name)

    def judgements(self) -> dict[str, dict[str, str]]:
        """The judgements that stand, by id: verdict, of, left, right (claims) and note.

        >>> from kg import KnowledgeGraph
        >>> with KnowledgeGraph(":memory:") as graph:
        ...     graph.judgements()
        {}
        """
        return {
            id: {
                "verdict": each.verdict,
                "of": each.of,
                "left": f"article:{each.left[0]}/{each.of}/{each.left[1]}",
                "right": f"article:{each.right[0]}/{each.of}/{each.right[1]}",
                "note": each.note,
            }
            for id, each in self.standing().items()
        }

    def standing(self) -> dict[str, Judgement]:
        """The judgements that stand, by id."""
        from kg.store.judgements import judgement_node, read_judgements

        return {last(judgement_node(each).value): each for each in read_judgements(self.store)}

    def undo(self, id: str) -> str:
        """Take a judgement back, named by its id or the beginning of it; gives the whole id.

        Raises NotFound for an unknown one, UsageError where several begin so.
        """
        from kg.resolve import unjudge

        found = [(whole, each) for whole, each in self.standing().items() if whole.startswith(id)]
        if not found:
            raise NotFound(f"no judgement is called {id!r}; `kg judgements` lists them")
        if len(found) > 1:
            raise UsageError(f"{len(found)} judgements begin with {id!r}; give more of it")
        unjudge(self.writable, found[0][1])
        return found[0][0]

    def review(self, limit: int = 20) -> list[Doubt]:
        """What the resolver decided with least certainty: merges first, then near misses.

        Settle one with `merge` or `split` on its claims (`left.short`, `right.short`).
        """
        from kg.review import review

        return review(self.store, limit)


def last(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rpartition("/")[2]
