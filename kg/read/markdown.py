"""Markdown: the words without the marks, and what the front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Article
from kg.read.charset import decode
from kg.read.days import day_of
from kg.read.limits import deadline
from kg.read.markup import plain
from kg.read.plain import composed
from kg.read.records import Failure, Known, Options, Source

FRONT = re.compile(r"\A(?:---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_]+)\s*[:=]\s*(.+?)\s*$", re.MULTILINE)
NAMES = {
    "title": ("title", "headline"),
    "date": ("date", "published", "publishdate", "pubdate"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "url": ("url", "link", "canonical_url", "canonical"),
}


def read_markdown(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The one article of a Markdown file."""
    text = decode(source.load(options))
    with deadline(options.max_seconds):
        found, body = front_matter(text)
        title, words = rendered(body)
        known = source.known
        article = composed(
            source,
            words,
            Known(
                title=known.title or found.get("title") or title,
                published=known.published or day_of(found.get("date")),
                publisher=known.publisher or found.get("publisher"),
                url=known.url or found.get("url"),
            ),
        )
    yield article


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The simple fields before the text (YAML's `a: b`, TOML's `a = "b"`), and the text behind them.

    >>> front_matter("---\\ntitle: 'Ministers meet'\\ndate: 2024-03-05\\n---\\nAnn met Bob.")
    ({'title': 'Ministers meet', 'date': '2024-03-05'}, 'Ann met Bob.')
    """
    head = FRONT.match(text)
    if not head:
        return {}, text
    fields = {name.lower(): value.strip("\"'") for name, value in FIELD.findall(head[1])}
    found = {
        kind: fields[name] for kind, names in NAMES.items() for name in reversed(names) if name in fields
    }
    return found, text[head.end() :]


def rendered(text: str) -> tuple[str | None, str]:
    """The first heading, and the words of all blocks, a paragraph a line; code and pictures are left out.

    >>> rendered("# Ministers *meet*\\n\\nAnn met\\n[Bob](b.html).")
    ('Ministers meet', 'Ministers meet\\n\\nAnn met Bob.')
    """
    from markdown_it import MarkdownIt

    title: str | None = None
    blocks: list[str] = []
    before = ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline":
            line = "".join(_words(child.type, child.content) for child in token.children or ()).strip()
            if line:
                blocks.append(line)
            if before == "heading_open" and title is None:
                title = line or None
        elif token.type == "html_block":
            blocks.append(plain(token.content))
        before = token.type
    return title, "\n\n".join(filter(None, blocks))


def _words(kind: str, content: str) -> str:
    if kind in ("softbreak", "hardbreak"):
        return " "
    return content if kind in ("text", "code_inline", "text_special") else ""
