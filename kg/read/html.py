"""HTML pages, saved or fetched: the article's body without menus, and what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.errors import NotAnArticle
from kg.model import Article
from kg.read.charset import decode
from kg.read.limits import deadline
from kg.read.markup import visible
from kg.read.pagedata import declared
from kg.read.plain import composed
from kg.read.records import Failure, Known, Options, Source

CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)|<\?xml[^>]+encoding=[\"']([\w-]+)", re.IGNORECASE)
HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
MIN_WORDS = 25  # a menu line or a cookie notice is shorter, the shortest news item longer
SITE = re.compile(r"\s+(?:\||[-–—]|::|»|·|•)\s+([^|–—»·•]{2,60})$")  # "Ministers meet | Tiber Post"

BEFORE = re.compile(
    r"([^|–—:»·•]{2,60}?)(?::|\s+(?:\||[-–—]|::|»|·|•))\s+(.{10,})$"
)  # "Tiber Post: Ministers meet"
SOURCE = re.compile(r"^(?:source|from|by)\s*:\s*", re.IGNORECASE)


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin as an HTML page does.

    >>> looks_like_html(b"<!DOCTYPE html><p>Hi"), looks_like_html(b"Hi <html>")
    (True, False)
    """
    return HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(source: Source, options: Options) -> Iterator[Article | Failure]:
    """The article of an HTML page. Raises NotAnArticle where the page holds none."""
    data = source.load(options)
    with deadline(options.max_seconds):
        article = article_of_page(source, markup(data))
    yield article


def article_of_page(source: Source, page: str) -> Article:
    """The article of a page's markup. Raises NotAnArticle or NotEnglish."""
    tree = parsed(page)
    body = body_of(page)
    said, known = declared(tree, source.known.url), source.known
    title, site = headline(tree, known.title or said.title)
    publisher = known.publisher or said.publisher or site
    published = known.published or said.published
    if not (published and publisher):
        told = shown(tree, title)
        published, publisher = published or told.published, publisher or told.publisher
    return composed(source, body, Known(title, published, publisher, said.url or known.url))


def parsed(page: str) -> Any:
    """The page as a tree. Raises NotAnArticle for markup without anything in it."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(huge_tree=False, encoding="utf-8", remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise NotAnArticle("no article in the page; save the article's own page, or give its text") from None
    return tree


def body_of(page: str) -> str:
    """The article's own words, a paragraph a line."""
    import trafilatura

    for fast in (True, False):  # without its fallbacks it is as good and twice as fast (measured)
        found: Any = trafilatura.bare_extraction(
            page, fast=fast, with_metadata=False, include_comments=False, include_tables=False
        )
        body = (found.text or "").strip() if found else ""
        if len(body.split()) >= MIN_WORDS:
            return str(body)
    raise NotAnArticle("no article in the page; save the article's own page, or give its text")


def headline(tree: Any, title: str | None) -> tuple[str | None, str | None]:
    """The article's title without the site's name, and that name where the page's title bears it."""
    heads = [h for h in (" ".join(h.text_content().split()) for h in tree.iter("h1")) if h]
    said = " ".join((tree.findtext(".//title") or "").split())
    own, name = split_title(said, heads)
    if not title:
        near = [h for h in heads if h.casefold()[:20] in said.casefold()]
        title = near[0] if near else own or (heads[0] if heads else None)
    cut = SITE.search(title) if title else None
    if title and cut and ((name and cut[1] == name) or title[: cut.start()] in heads):
        title = title[: cut.start()]
    return title or None, name


def split_title(said: str, heads: list[str]) -> tuple[str, str | None]:
    """A page's title without the site's name before or behind it, and that name.

    >>> split_title("Ministers meet | Tiber Post", []), split_title("Steppe News Agency - Ministers meet", [])
    (('Ministers meet', 'Tiber Post'), ('Ministers meet', 'Steppe News Agency'))
    """
    from kg.page.outlets import is_outlet

    if said in heads:
        return said, None
    before = BEFORE.match(said)
    if before and (before[2] in heads or (is_outlet(before[1]) and not is_outlet(before[2]))):
        return before[2], before[1]
    behind = SITE.search(said)
    if behind and behind[1] not in heads:
        return said[: behind.start()], behind[1]
    return said, None


def shown(tree: Any, title: str | None) -> Known:
    """What the page prints about itself, read as a person would."""
    from kg.page import segment

    text = visible(tree.find("body") if tree.find("body") is not None else tree)
    at = text.find(title) if title else -1
    page = segment(text[max(0, at - 2000) :] if at > 0 else text)  # menus before the headline say nothing
    publisher = SOURCE.sub("", page.publisher) if page.publisher else None
    return Known(published=page.published, publisher=publisher)


def markup(data: bytes) -> str:
    """The page's text in the charset that it declares, else as `decode` finds it."""
    found = CHARSET.search(data[:4096])
    name = (found[1] or found[2]).decode("ascii") if found else None
    return decode(data, None if name and name.lower().startswith("utf-16") else name)
