"""XML files: which kind one is, by its root element, and the kinds that are lists of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.errors import NotAnArticle, ReadError
from kg.model import Article
from kg.read.days import day_of
from kg.read.records import Failure, Known, Options, Source

ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*<(?:[\w-]+:)?([\w-]+)",
    re.S,
)
FEEDS = frozenset({"rss", "feed", "rdf"})
MAX_LISTED = 50_000  # addresses: what the sitemap format allows


def root_of(head: bytes) -> str | None:
    """The name of the root element, in small letters and without its prefix; None for no XML.

    >>> root_of(b'<?xml version="1.0"?><!-- made by hand --><rdf:RDF xmlns'), root_of(b"Ann met Bob")
    ('rdf', None)
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    found = ROOT.match(head)
    return found[1].decode("ascii", "replace").lower() if found else None


def refuse_entities(data: bytes) -> None:
    """Raise ReadError for XML that defines its own entities: how a small file expands to gigabytes."""
    if b"<!ENTITY" in data[:100_000]:
        raise ReadError(
            "XML with entities of its own, which it is not safe to expand; save it without a DOCTYPE"
        )


def read_xml(source: Source, options: Options) -> Iterator[Article | Failure]:
    """A feed, a sitemap, an OPML list or an XHTML page, as the root element says."""
    root = root_of(source.head())
    if root in FEEDS:
        from kg.read.feeds import read_feed

        yield from read_feed(source, options)
    elif root in ("urlset", "sitemapindex", "opml"):
        yield from read_list(source, options)
    elif root == "html":
        from kg.read.html import read_html

        yield from read_html(source, options)
    elif root is None:
        raise ReadError("no XML, whatever its name says; give it the suffix of what it is")
    else:
        raise ReadError(f"XML of an unknown kind (<{root}>); feeds, sitemaps, OPML and XHTML are read")


def read_list(source: Source, options: Options) -> Iterator[Article | Failure]:
    """What stands at the addresses that a sitemap or an OPML list names, fetched one after the other."""
    from kg.read.web import read_addresses

    found = listed(source.load(options))
    if not found:
        raise NotAnArticle("a list without addresses; nothing to read")
    if source.depth >= options.max_depth:
        raise ReadError(f"lists in lists, more than {options.max_depth} deep; name the inner ones")
    yield from read_addresses(found, options, depth=source.depth + 1)


def listed(data: bytes) -> list[Known]:
    """The addresses of a sitemap or an OPML list, each once, with what the list says of them.

    >>> listed(b'<opml><body><outline text="Tiber" xmlUrl="https://tiber.example/rss"/></body></opml>')[0].url
    'https://tiber.example/rss'
    """
    import lxml.etree

    refuse_entities(data)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    tree = lxml.etree.fromstring(data, parser)
    if tree is None:
        raise ReadError("damaged XML; fetch it again")
    kind = lxml.etree.QName(tree).localname.lower()
    found = [_outline(each) for each in _named(tree, "outline")] if kind == "opml" else _locations(tree)
    by_url = {
        known.url: known
        for known in reversed(found)
        if known.url and known.url.startswith(("http://", "https://"))
    }
    return list(reversed(by_url.values()))[:MAX_LISTED]


def _named(tree: Any, name: str) -> Iterator[Any]:
    for each in tree.iter():
        if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name:
            yield each


def _outline(each: Any) -> Known:
    return Known(publisher=None, url=each.get("xmlUrl") or each.get("xmlurl"))


def _locations(tree: Any) -> list[Known]:
    found = []
    for one in tree:
        if not isinstance(one.tag, str):
            continue
        texts = {
            each.tag.rpartition("}")[2]: (each.text or "").strip()
            for each in one.iter()
            if isinstance(each.tag, str) and "image" not in each.tag and "video" not in each.tag
        }
        day = day_of(texts.get("publication_date"))
        found.append(Known(texts.get("title") or None, day, texts.get("name") or None, texts.get("loc")))
    return found
