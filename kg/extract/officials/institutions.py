"""In which states a post can exist at all."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "institutions.tsv"


@cache
def _rules() -> dict[str, tuple[str, frozenset[str]]]:
    rules = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            office, rule, states = line.split("\t")
            rules[office] = (rule, frozenset(states.split()))
    return rules


def possible(office_id: str, code: str) -> bool:
    """Whether the state can have a holder of the post (`office_id` as in `offices.tsv`).

    >>> possible("president", "GB"), possible("president", "FR"), possible("emir", "FR")
    (False, True, False)
    """
    rule = _rules().get(office_id)
    return rule is None or (code in rule[1]) == (rule[0] == "only")
