"""New articles into a store: read by the extractor, written with what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kg.intake import STEP, Intake
from kg.model import Article

if TYPE_CHECKING:
    from kg.store import Store


def taker(store: Store, *, engine: str = "rules") -> Callable[[Sequence[Article]], int]:
    """What `watch` hands articles to; it gives back how many of them the store did not hold."""
    from kg.extract import extractor

    intake, reader = Intake(store, engine), extractor(engine)

    def take(articles: Sequence[Article]) -> int:
        new = {one.key: one for one in articles if not intake.holds(one.key)}
        claims = [reader.extract(one) for one in new.values()]
        for at in range(0, len(claims), STEP):
            intake.write(claims[at : at + STEP])
        return len(claims)

    return take
