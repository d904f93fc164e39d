"""Tables of articles: CSV, TSV, JSON, JSON Lines and Parquet, a row an article."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.errors import NotAnArticle, ReadError, TooLarge
from kg.model import Article
from kg.read.charset import decode
from kg.read.days import day_of
from kg.read.extras import need
from kg.read.limits import deadline
from kg.read.markup import plain
from kg.read.plain import composed
from kg.read.records import Columns, Failure, Known, Options, Source, size

# What columns are usually called, the surest name first; compared without capitals, `_`, `-` and blanks.
USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "articlebody", "fulltext", "articletext", "story", "contenttext", "contenthtml", "article"),
    "date": (
        "published", "publishedat", "datepublished", "publicationdate", "pubdate", "publishdate", "datepublish",
        "date", "publishedon", "webpublicationdate",
    ),
    "url": ("url", "link", "address", "weburl", "sourceurl", "canonicallink", "permalink"),
    "title": ("title", "headline", "webtitle", "heading"),
    "publisher": ("publisher", "sourcename", "source", "outlet", "sitename", "newspaper", "publication", "sourcedomain", "domain"),
    "id": ("id", "guid", "uuid", "articleid"),
}  # fmt: skip
LISTS = (
    "articles",
    "items",
    "results",
    "data",
    "docs",
    "documents",
    "records",
    "stories",
    "news",
    "response",
    "hits",
)
BARREN = 10_000  # rows: a table of another kind, or in another language
BATCH = 64  # rows of Parquet in memory at a time

Row = Mapping[str, Any]


def bounded(found: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    """What a table's rows give. Raises ReadError after very many rows without an article, one after the other."""
    barren = 0
    for one in found:
        yield one
        barren = barren + 1 if isinstance(one, Failure) else 0
        if barren == BARREN:
            raise ReadError(f"{BARREN} rows without an article one after the other; the rest is not read")


def read_csv(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles of a CSV or TSV file; the first line names the columns."""
    csv.field_size_limit(options.max_bytes)
    lines = text_lines(source, options)
    try:
        first = next(lines)
    except StopIteration:
        raise NotAnArticle("empty; nothing to read") from None
    delimiter = max(",;\t|", key=lambda mark: (first.count(mark), mark == ","))
    try:
        names = next(csv.reader([first], delimiter=delimiter))
        table = csv.DictReader(lines, names, delimiter=delimiter)
        yield from articles((dict(row) for row in table), names, source, options)
    except csv.Error as error:
        raise ReadError(f"a damaged table ({error}); a quotation mark may be missing") from None


def text_lines(source: Source, options: Options) -> Iterator[str]:
    """The lines of a text of any length, one in memory at a time. Raises TooLarge for one past the limit."""
    head = source.head()
    decode(head)  # a binary file is refused here
    encoding = encoding_of(head)
    wrapped = io.TextIOWrapper(source.stream, encoding, errors="replace", newline="")
    while line := wrapped.readline(options.max_bytes):
        if len(line) >= options.max_bytes:
            raise TooLarge(f"a line is larger than {size(options.max_bytes)}; no article is")
        yield line.replace("\x00", "")


def encoding_of(head: bytes) -> str:
    """The encoding of a table, from its beginning."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:  # not a letter that the end of the head cuts
            return "cp1252"
    return "utf-8-sig"


def read_jsonl(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles of JSON Lines, an object a line."""
    yield from bounded(json_lines(source, options))


def json_lines(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles of JSON Lines, an object a line. A line that is none is a failure of its own."""
    first: Row | None = None
    for number, line in enumerate(text_lines(source, options), 1):
        if not line.strip() or not options.takes(number - 1):
            continue
        name = f"{source.name}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield Failure(name, ReadError("no JSON; each line must be one whole object"))
            continue
        if not isinstance(row, dict):
            yield Failure(name, ReadError("no JSON object; each line must be one"))
            continue
        if first is None:
            first = row
        yield from row_article(
            row, pick(list(row), options.columns, strict=row is first), number, source, options
        )
    if first is None and options.share == (0, 1):
        raise NotAnArticle("no object in it; nothing to read")


def read_json(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles of a JSON file: one object, a list of them, or a list inside an object; or a JSON feed."""
    text = decode(source.load(options))
    try:
        with deadline(options.max_seconds):
            value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and "\n{" in text:  # JSON Lines under another name
            again = Source.of(source.name, text.encode(), suffix=".jsonl", known=source.known)
            again.id = source.id
            yield from read_jsonl(again, options)
            return
        raise ReadError(f"no valid JSON ({str(error)[:80]}); write it again") from None
    if isinstance(value, dict) and str(value.get("version", "")).startswith("https://jsonfeed.org/"):
        from kg.read.feeds import read_json_feed

        yield from read_json_feed(value, source, options)
        return
    rows = [row for row in rows_of(value) if isinstance(row, dict)]
    if not rows:
        raise NotAnArticle("no list of articles in it; nothing to read")
    yield from articles(rows, list(rows[0]), source, options)


def rows_of(value: Any) -> list[Any]:
    """The list of objects in a JSON value.

    >>> rows_of({"status": "ok", "articles": [{"text": "a"}]})
    [{'text': 'a'}]
    """
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for name in LISTS:
            inner = value.get(name)
            if isinstance(inner, list):
                return inner
            if isinstance(inner, dict) and (found := rows_of(inner)) and found != [inner]:
                return found
        return [value]
    return []


def read_parquet(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The articles of a Parquet file; only the columns that are needed are read, a few rows at a time."""
    if source.head()[:4] != b"PAR1":
        raise ReadError("not a Parquet file, whatever its name says; give it the suffix of what it is")
    parquet = need("pyarrow.parquet", "parquet", "a Parquet table")
    import pyarrow

    try:
        table = parquet.ParquetFile(source.stream, memory_map=False)
        names = list(table.schema_arrow.names)
        chosen = pick(names, options.columns)
        rows = (
            row
            for batch in table.iter_batches(BATCH, columns=sorted(set(chosen.values())), use_threads=False)
            for row in batch.to_pylist()
        )
        yield from articles(rows, names, source, options)
    except (pyarrow.ArrowException, OSError) as error:
        raise ReadError(
            f"a damaged Parquet file ({' '.join(str(error).split())[:80]}); fetch it again"
        ) from None


# ------------------------------------------------------------ rows to articles


def articles(
    rows: Iterable[Row], names: list[str], source: Source, options: Options
) -> Iterator[Article | Failure]:
    """An article for each row; a row without one is a failure of its own."""
    chosen = pick(names, options.columns)
    number = 0

    def each() -> Iterator[Article | Failure]:
        nonlocal number
        for number, row in enumerate(rows, 1):
            if options.takes(number - 1):
                yield from row_article(row, chosen, number, source, options)

    yield from bounded(each())
    if not number:
        raise NotAnArticle("a table without rows; nothing to read")


def pick(names: list[str], columns: Columns, *, strict: bool = True) -> dict[str, str]:
    """Which column holds what. Raises ReadError where no column holds the text or a named one is missing.

    >>> pick(["Headline", "Body", "pub_date"], Columns())
    {'text': 'Body', 'date': 'pub_date', 'title': 'Headline'}
    """
    usual = {"".join(c for c in str(n).lower() if c.isalnum()): n for n in reversed(names)}
    found: dict[str, str] = {}
    for part, guesses in USUAL.items():
        named = getattr(columns, part, None)
        if named is not None and named not in names and strict:
            raise ReadError(f"no column {named!r}; there is: {', '.join(map(str, names[:20]))}")
        if named is not None:
            found[part] = named
        elif guess := next((usual[g] for g in guesses if g in usual), None):
            found[part] = guess
    if "text" not in found and strict:
        raise ReadError(
            f"no column holds the text; name it with --text, one of: {', '.join(map(str, names[:20]))}"
        )
    return found


def row_article(
    row: Row, chosen: dict[str, str], number: int, source: Source, options: Options
) -> Iterator[Article | Failure]:
    """The article of one row."""
    name = f"{source.name}, row {number}"
    try:
        cell = {part: row.get(column) for part, column in chosen.items()}
        text = cell.get("text")
        if not isinstance(text, str) or not text.strip():
            raise NotAnArticle("no text in the row")
        with deadline(options.max_seconds):
            inner = Source(name, f"{source.id}-{number}", source.stream)
            inner.id = words_of(cell.get("id")) or inner.id
            article = composed(inner, plain(text).strip(), known_of(cell))
    except ReadError as error:
        yield Failure(name, error)
    else:
        yield article


def known_of(cell: Mapping[str, Any]) -> Known:
    """What the other cells of a row say."""
    return Known(
        title=words_of(cell.get("title")),
        published=day_of(cell.get("date")),
        publisher=words_of(cell.get("publisher")),
        url=words_of(cell.get("url")),
    )


def words_of(value: Any) -> str | None:
    """A cell as one line of text; of an object its name ({"name": "Tiber Post"})."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(plain(str(value))[:1000].split()) or None
