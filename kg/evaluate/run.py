"""Running an extractor over the articles of gold records."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.model import Article


def text_of(record: Mapping[str, Any], folder: Path) -> Path:
    """Where the article of a gold record lies; `folder` holds the gold file.

    >>> text_of({"id": "a"}, Path("gold")).as_posix(), text_of({"id": "a", "text": "../b.txt"}, Path("gold")).as_posix()
    ('gold/texts/a.txt', 'gold/../b.txt')
    """
    return folder / (record.get("text") or f"texts/{record['id']}.txt")


def predict(
    gold: Sequence[Mapping[str, Any]], folder: Path, engine: str, jobs: int
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """The records that an extractor makes of the gold's articles, and a line for each that could not be read.

    The articles are read like any input: what the gold says about them, their date included, is not used.
    """
    from kg.extract import extract, to_record

    articles, unread = _articles(gold, folder)
    return [to_record(claims) for claims in extract(articles, engine=engine, jobs=jobs)], unread


def _articles(gold: Sequence[Mapping[str, Any]], folder: Path) -> tuple[list[Article], tuple[str, ...]]:
    from kg.read import read

    articles: list[Article] = []
    unread: list[str] = []
    for record in gold:
        for one in read([text_of(record, folder)]):
            if isinstance(one, Article):
                articles.append(dataclasses.replace(one, id=record["id"]))
            else:
                unread.append(str(one))
    return articles, tuple(unread)
