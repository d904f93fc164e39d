"""Which page an address means, in HTML or as RDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from kg import vocab
from kg.export import Format
from kg.serve import downloads, formats, lists, things, views
from kg.serve.formats import NotAcceptable
from kg.serve.frames import Ended, Job, Sender
from kg.serve.render import rendered
from kg.store import Store

KINDS = ("official", "state", "body", "place", "event", "article")
PATH = re.compile(r"/(?:[A-Za-z0-9._~-]|%[0-9A-F]{2}|/(?!/))*")
DESCRIPTIONS: dict[str, Callable[[Store, str], str]] = {
    "/downloads": downloads.description,
    "/dataset": downloads.description,
    "/sparql": lambda _, home: downloads.service(home),
    "/ns": lambda *_: downloads.terms(),
}
PLAIN: dict[str, Callable[[Store, Mapping[str, str], Mapping[str, Any]], dict[str, Any]]] = {
    "/": views.home,
    "/search": views.search,
    "/query": views.query,
    "/downloads": views.downloads,
    "/dataset": views.downloads,
    "/ns": views.words,
}
LONGEST = 300  # characters of a path that names a thing


def page(store: Store, job: Job, out: Sender) -> Ended:
    """Answer a job's `path`. Raises NotFound's cousins as statuses: every way out is an Ended or an error."""
    path, parameters = job["path"], job["parameters"]
    if len(path) > LONGEST or not PATH.fullmatch(path):
        return missing()
    if path != "/":
        path = path.rstrip("/")
    if path in DESCRIPTIONS and (format := description_format(path, job)) != "html":
        return downloads.as_rdf(DESCRIPTIONS[path](store, job["home"]), format, out)
    if path == "/sparql":
        return Ended(303, (("location", "/query"),))
    if path in PLAIN:
        return html(path, PLAIN[path](store, parameters, job), job, out)
    kind, _, local = path[1:].partition("/")
    if kind in KINDS and not local:
        return html(path, lists.listed(store, kind, parameters), job, out)
    if kind in {*KINDS, "publisher", "plover", "cameo"} and local:
        return thing(store, kind, local, job, out)
    return missing()


def thing(store: Store, kind: str, local: str, job: Job, out: Sender) -> Ended:
    """The page of a thing, the RDF behind it, or the way to where it went."""
    iri = f"{vocab.BASE}{kind}/{local}"
    quads = things.facts(store, iri)
    if (new := things.successor(quads, iri)) and new.startswith(vocab.BASE):
        return Ended(308, (("location", "/" + new[len(vocab.BASE) :]),))
    if not quads:
        return missing()
    format = wanted(job, formats.PAGES)
    if format != "html":
        return things.write(quads, cast(Format, format), out)
    whole, _, part = local.partition("/")
    if part:
        return Ended(303, (("location", f"/{kind}/{whole}#{part.replace('/', '-')}"),))
    if kind not in KINDS:
        return things.write(quads, "turtle", out)
    return html(f"/{kind}/{local}", views.thing(store, kind, iri, quads), job, out)


def description_format(path: str, job: Job) -> str:
    """The format of a description; where there is no page for people, Turtle is first."""
    page_too = {"html": formats.PAGES["html"]} | formats.TRIPLES
    offers = {name: page_too[name] for name in ("html", *downloads.RDF)}
    if path == "/sparql" and "html" not in job["accept"]:
        offers.pop("html")
    return wanted(job, offers)


def wanted(job: Job, offers: Mapping[str, tuple[str, ...]]) -> str:
    """The format named in the request, or the best for its Accept header. Raises NotAcceptable."""
    named = job["parameters"].get("format", "")
    found = (named if named in offers else None) if named else formats.choose(job["accept"], offers)
    if found is None:
        raise NotAcceptable(
            f"there is {', '.join(types[0] for types in offers.values())} here, and nothing else"
        )
    return found


def html(path: str, content: Mapping[str, Any], job: Job, out: Sender) -> Ended:
    """A page for people."""
    if "moved" in content:
        return Ended(303, (("location", content["moved"]),))
    out.write(rendered(path=path, nonce=job["nonce"], home=job["home"], **content).encode("utf-8", "replace"))
    return Ended(content.get("status", 200), (("content-type", "text/html; charset=utf-8"),))


def missing() -> Ended:
    """There is no such thing."""
    return Ended(404, error="the graph holds nothing of that name; /search looks for names")
