"""A process that adds the articles of a small world to a store, one by one, and says which are done.

It is killed by `tests/resolve/test_kill.py`.
"""

from __future__ import annotations

import sys

from benchmarks.world import generate
from kg.model import ArticleClaims
from kg.resolve import update
from kg.store import open_store
from kg.store.claims import article_keys


def articles() -> list[ArticleClaims]:
    """The articles of the small world."""
    return generate(120, officials=150, events=25, seed=11).claims


def main(folder: str) -> None:
    """Add what the store does not hold yet; print each key when it is in."""
    with open_store(folder) as store:
        print("open", flush=True)
        there = set(article_keys(store))
        for one in articles():
            if one.article.key not in there:
                update(store, added=[one])
                print(one.article.key, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
