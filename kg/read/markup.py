"""Pieces of HTML as text: what feeds, tables and messages carry."""

from __future__ import annotations

import re
from typing import Any

TAGS = re.compile(r"<(?:p|br|div|span|a|h[1-6]|ul|ol|li|b|strong|em|i|img|table|blockquote)\b[^>]*>", re.I)
ENTITY = re.compile(
    r"&(?:#\d{2,5}|#x[\da-f]{2,5}|amp|quot|nbsp|rsquo|lsquo|rdquo|ldquo|ndash|mdash|lt|gt);", re.I
)
BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table td th time tr ul""".split()
)
DROPPED = frozenset("script style noscript template svg iframe object head select button textarea".split())
SPACE = re.compile(r"[ \t\r\n\f\u00a0\u200b]+")


def is_markup(text: str) -> bool:
    """Whether a text is a piece of HTML.

    >>> is_markup("<p>Ann met Bob."), is_markup("Trade < 5 % > 3 %"), is_markup("Ann &amp; Bob")
    (True, False, True)
    """
    return TAGS.search(text) is not None or ENTITY.search(text) is not None


def plain(text: str) -> str:
    """The text of a piece of HTML, a paragraph a line; other text stays as it is.

    >>> plain("<p>Ann &amp; <b>Bob</b></p><p>met.</p>")
    'Ann & Bob\\n\\nmet.'
    """
    if not is_markup(text):
        return text
    import lxml.html

    try:
        tree = lxml.html.fragment_fromstring(text.replace("\x00", ""), create_parent="div")
    except (lxml.etree.ParserError, ValueError):
        return ""
    return visible(tree)


def visible(tree: Any) -> str:
    """The words that a page shows, a block a paragraph, without scripts and forms."""
    blocks: list[list[str]] = [[]]
    _collect(tree, blocks)
    lines = (SPACE.sub(" ", "".join(block)).strip() for block in blocks)
    return "\n\n".join(line for line in lines if line)


def _collect(tree: Any, blocks: list[list[str]]) -> None:
    """The text of each block, without recursion: a page may nest thousands deep."""
    todo: list[tuple[Any, bool]] = [(tree, False)]
    while todo:
        node, closing = todo.pop()
        tag = node.tag if isinstance(node.tag, str) else None
        block = tag in BLOCKS
        if closing:
            if block:
                blocks.append([])
            if node.tail and node is not tree:
                blocks[-1].append(node.tail)
            continue
        todo.append((node, True))
        if tag is None or tag in DROPPED:
            continue
        if block:
            blocks.append([])
        if node.text:
            blocks[-1].append(node.text)
        todo.extend((child, False) for child in reversed(node))
