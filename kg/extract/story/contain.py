"""Which event is part of which: the talks of a visit, the bilaterals on a gathering's margins."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.drafts import Draft
from kg.extract.edtf import overlap


def containers(drafts: Sequence[Draft]) -> dict[int, int]:
    """For each event (numbered from 1) the number of the gathering or visit that it is part of."""
    out = {}
    for n, d in enumerate(drafts, start=1):
        if d.kind == "visit" or d.gathering:
            continue
        whole = [(m, e) for m, e in enumerate(drafts, start=1) if m != n and _holds(e, d)]
        gatherings = [m for m, e in whole if e.gathering]
        if whole:
            out[n] = gatherings[0] if gatherings else whole[0][0]
    return out


def _holds(whole: Draft, part: Draft) -> bool:
    """Whether a visit or gathering of one of the people holds talks of the same place and days."""
    if not (whole.kind == "visit" or whole.gathering) or not whole.officials & part.officials:
        return False
    if whole.place is None or part.place is None or whole.place.country != part.place.country:
        return False
    return bool(whole.when and part.when and overlap(whole.when.edtf, part.when.edtf))
