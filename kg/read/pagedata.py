"""What an HTML page declares about its article: JSON-LD, then Open Graph and other meta tags, then microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from kg.read.days import day_of
from kg.read.records import Known

ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Reportage|NewsItem|PressRelease)$")
LISTS = 200  # objects looked at in a page's JSON-LD: a page describes itself, its site and a few others
META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "citation_title", "headline"),
    "date": (
        "article:published_time", "og:article:published_time", "article:published", "datepublished",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publishdate", "publish_date",
        "publish-date", "publication_date", "published", "published_time", "pubdate", "dc.date.issued", "dc.date",
        "dcterms.issued", "dcterms.created", "dcterms.date", "citation_publication_date", "citation_date",
        "article.published", "article_date_original", "originalpublicationdate", "rnews:datepublished", "date",
    ),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder", "application-name"),
    "url": ("og:url", "twitter:url", "dc.identifier"),
}  # fmt: skip
PROPERTIES = {
    "title": ("headline", "name"),
    "date": ("datePublished", "dateCreated"),
    "publisher": ("publisher", "sourceOrganization", "provider"),
    "url": ("url", "mainEntityOfPage"),
}
PUBLISHED = re.compile(r"\b(?:publish|pub-?date|posted|entry-date|date-created|timestamp|dateline)", re.I)
UPDATED = re.compile(r"\b(?:updat|modif)", re.I)


def declared(tree: Any, address: str | None = None) -> Known:
    """What a page's own tags say; `address` is where it came from, if that is known.

    >>> import lxml.html
    >>> page = '<meta property="og:title" content="Ministers meet"><time pubdate datetime="2024-03-05T10:00Z">'
    >>> known = declared(lxml.html.document_fromstring(page))
    >>> known.title, str(known.published)
    ('Ministers meet', '2024-03-05')
    """
    ways: tuple[Callable[[Any], dict[str, str]], ...] = (of_json_ld, of_meta, of_microdata, of_links)
    found: dict[str, str] = {}
    for way in ways:
        for name, value in way(tree).items():
            if name == "date" and day_of(value) is None:
                continue
            found.setdefault(name, value)
    day = day_of(found.get("date")) or of_time(tree)
    return Known(found.get("title"), day, found.get("publisher"), own_address(found.get("url"), address))


def own_address(url: str | None, address: str | None) -> str | None:
    """The address that a page gives as its own, unless it came from another site: then that where it was."""
    if url and address:
        url = urljoin(address, url)
    if not url or not url.startswith(("http://", "https://")):
        return address
    if address and _site(url) != _site(address):
        return address
    return url


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""


# ------------------------------------------------------------ JSON-LD


def of_json_ld(tree: Any) -> dict[str, str]:
    """Headline, date, publisher and address of the first article among a page's JSON-LD."""
    objects = [
        o for script in tree.iter("script") if _is_ld(script) for o in _objects(_json(script.text or ""))
    ]
    named = {o["@id"]: o for o in objects if isinstance(o.get("@id"), str) and len(o) > 1}
    for one in objects:
        if any(ARTICLE.search(kind) for kind in _texts(one.get("@type"))):
            return {n: v for n, keys in PROPERTIES.items() if (v := _first(one, keys, named))}
    return {}


def _is_ld(script: Any) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _json(text: str) -> Any:
    """The JSON of a script, also inside a comment or CDATA; None where it is broken."""
    clean = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text
    ).strip()
    try:
        return json.loads(clean.rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list, a graph or under `mainEntity`, those nearest to the top first."""
    todo, count = [value], 0
    while todo and count < LISTS:
        count += 1
        one = todo.pop(0)
        if isinstance(one, list):
            todo[:0] = one[:LISTS]
        elif isinstance(one, dict):
            yield one
            todo += [one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one]


def _first(one: dict[str, Any], keys: tuple[str, ...], named: dict[str, dict[str, Any]]) -> str:
    names = ("url", "@id") if "url" in keys else ("name", "legalName", "url", "@id", "@value")
    for key in keys:
        for value in _texts(one.get(key), named, names):
            if value.strip():
                return _clean(value)
    return ""


def _texts(
    value: Any, named: dict[str, dict[str, Any]] | None = None, names: tuple[str, ...] = ("name",)
) -> list[str]:
    """The texts that a value gives: itself, those of a list, of an object what stands under one of some names."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [
            text for each in value[:20] for text in _texts(each, named, names) if not isinstance(each, list)
        ]
    if isinstance(value, dict):
        whole = (named or {}).get(str(value.get("@id")), value)
        for key in names:
            inner = whole.get(key, value.get(key))
            if isinstance(inner, list) and inner:
                inner = inner[0]
            if isinstance(inner, str) and inner.strip():
                return [inner]
    return []


# ------------------------------------------------------------ tags


def of_meta(tree: Any) -> dict[str, str]:
    """What the meta tags say, by the usual names in the order of their trust."""
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name and (tag.get("content") or "").strip():
            values.setdefault(name, _clean(tag.get("content")))
    found: dict[str, str] = {}
    for kind, names in META.items():
        for name in names:
            if name in values and (kind != "date" or day_of(values[name])):
                found.setdefault(kind, values[name])
    return found


def of_microdata(tree: Any) -> dict[str, str]:
    """What `itemprop` attributes say inside the first item that is an article."""
    for item in tree.iterfind(".//*[@itemtype]"):
        if any(ARTICLE.search(kind.rstrip("/")) for kind in item.get("itemtype").split()):
            return {n: v for n, keys in PROPERTIES.items() if (v := _item_value(item, keys))}
    return {}


def _item_value(item: Any, keys: tuple[str, ...]) -> str:
    for key in keys:
        for tag in item.iterfind(".//*[@itemprop]"):
            if key not in tag.get("itemprop").split():
                continue
            if key == "name" and _owner(tag) is not item:
                continue
            name = tag.find(".//*[@itemprop='name']") if tag.get("itemscope") is not None else None
            if value := _tag_value(tag if name is None else name):
                return value
    return ""


def _owner(tag: Any) -> Any:
    """The item that a property belongs to."""
    here = tag.getparent()
    while here is not None and here.get("itemscope") is None:
        here = here.getparent()
    return here


def _tag_value(tag: Any) -> str:
    for name in ("content", "datetime", "href" if tag.tag in ("a", "link") else "content"):
        if (tag.get(name) or "").strip():
            return _clean(tag.get(name))
    return _clean(tag.text_content())


def of_links(tree: Any) -> dict[str, str]:
    """The canonical address."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return {"url": _clean(link.get("href"))}
    return {}


def of_time(tree: Any) -> date | None:
    """The day of the `time` tag that says when the article was published."""
    days: list[date] = []
    for tag in tree.iter("time"):
        parent = tag.getparent()
        marks = " ".join(
            filter(
                None,
                (tag.get("class"), tag.get("itemprop"), parent.get("class") if parent is not None else ""),
            )
        )
        day = day_of(tag.get("datetime") or tag.text_content())
        if day is None or UPDATED.search(marks):
            continue
        if tag.get("pubdate") is not None or PUBLISHED.search(marks) or "datePublished" in marks:
            return day
        days.append(day)
    return days[0] if len(set(days)) == 1 else None


def _clean(text: str) -> str:
    return " ".join(text.split())
