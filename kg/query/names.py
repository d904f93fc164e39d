"""Names that people type → things in the store.

A name may be a label or another known name, in any case and without accents, a part of a name that fits
one thing only ("Koizumi"), a code ("KR", "NATO"), an IRI or its short form ("official:ahn-gyu-back-kr").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg import vocab
from kg.errors import NotFound, UsageError
from kg.query.run import Queryable, select

# The classes in which names are looked up, by our word for the kind.
CLASSES: dict[str, str] = {
    "official": "kg:Official",
    "state": "kg:State",
    "body": "kg:Body",
    "place": "kg:Place",
    "event": "kg:Event",
}
LABELS = "rdfs:label|schema:name|schema:alternateName"
SHOWN = 5  # names listed in a message: more do not fit a line


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that a name can mean."""

    iri: str
    label: str
    kind: str  # a key of CLASSES

    @property
    def short(self) -> str:
        """The IRI as `prefix:local`."""
        return shorten(self.iri)


def shorten(iri: str) -> str:
    """An IRI with the longest prefix that fits; itself where none does.

    >>> shorten("https://kg.example/official/ahn-gyu-back-kr"), shorten("https://example.org/x")
    ('official:ahn-gyu-back-kr', 'https://example.org/x')
    """
    fitting = [(len(ns), prefix) for prefix, ns in vocab.PREFIXES.items() if iri.startswith(ns)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


def fold(name: str) -> str:
    """A name for comparing: no accents, case, hyphens, dots or apostrophes.

    >>> fold("Mevlüt Çavuşoğlu"), fold("Lee Jae-myung")
    ('mevlut cavusoglu', 'lee jae myung')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.replace("ı", "i").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain.casefold().replace("'", "").replace("’", "")).split())


def find_one(store: Queryable, name: str, kinds: Sequence[str] = tuple(CLASSES)) -> Match:
    """The one thing of these kinds that a name means.

    Raises NotFound with the nearest names; UsageError where it could be several.
    """
    found = find_all(store, name, kinds)
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{match.short} ({match.label})" for match in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    raise UsageError(f"{name!r} could be {listed}{more}; name one of these")


def find_all(store: Queryable, name: str, kinds: Sequence[str] = tuple(CLASSES)) -> list[Match]:
    """Everything of these kinds that a name can mean, the surest way of reading it only.

    Raises NotFound with the nearest names.
    """
    name = name.strip()
    if iri := as_iri(name):
        return by_iri(store, name, iri, kinds)
    exact = by_code(store, name, kinds) or by_label(store, name, kinds)
    if exact:
        return exact
    named = all_names(store, kinds)
    found = matching(fold(name), named) or by_reference(store, name, kinds)
    if found:
        return found
    raise NotFound(missing(name, kinds, named))


def as_iri(name: str) -> str | None:
    """The IRI that a name is, in full, in angle brackets or with a known prefix; None for other names."""
    if re.match(r"https?://", name):
        return name
    if name.startswith("<") and name.endswith(">"):
        return name[1:-1]
    prefix, colon, local = name.partition(":")
    return vocab.PREFIXES[prefix] + local if colon and prefix in vocab.PREFIXES else None


def by_iri(store: Queryable, name: str, iri: str, kinds: Collection[str]) -> list[Match]:
    import pyoxigraph as ox

    try:
        node = str(ox.NamedNode(iri))
    except ValueError:
        raise UsageError(f"{name!r} is no valid IRI") from None
    rows = with_labels(store, f"VALUES ?start {{ {node} }} ?start dcterms:isReplacedBy* ?thing .", kinds)
    if not rows:
        raise NotFound(
            f"nothing in the store is called {shorten(iri)}; `kg query` and `kg show` print what is"
        )
    return rows


def by_code(store: Queryable, name: str, kinds: Collection[str]) -> list[Match]:
    if not re.fullmatch(r"[A-Z]{2,8}", name) or not {"state", "body"} & set(kinds):
        return []
    return with_labels(store, f"VALUES ?thing {{ <{vocab.party(name)}> }}", kinds)


def by_label(store: Queryable, name: str, kinds: Collection[str]) -> list[Match]:
    """Things with exactly this name: a look-up in the store's index, no scan."""
    import pyoxigraph as ox

    literals = f"{ox.Literal(name)} {ox.Literal(name, language='en')}"
    return with_labels(store, f"VALUES ?given {{ {literals} }} ?thing {LABELS} ?given .", kinds)


def by_reference(store: Queryable, name: str, kinds: Collection[str]) -> list[Match]:
    """A state or body by a name that no article need have used ("ROK", "Burma")."""
    if not {"state", "body"} & set(kinds):
        return []
    from kg.reference import senses

    codes = sorted({sense.code for sense in senses(name) if sense.kind in {"state", "body"}})
    things = " ".join(f"<{vocab.party(code)}>" for code in codes)
    return with_labels(store, f"VALUES ?thing {{ {things} }}", kinds) if codes else []


def with_labels(store: Queryable, where: str, kinds: Collection[str]) -> list[Match]:
    """The things that a pattern binds to `?thing`, with label and kind, sorted by IRI."""
    classes = " ".join(CLASSES[kind] for kind in kinds)
    rows = select(
        store,
        f"SELECT DISTINCT ?thing ?label ?class WHERE {{ {where} VALUES ?class {{ {classes} }} "
        "?thing a ?class ; rdfs:label ?label }",
    )
    kind_of = {vocab.expand(CLASSES[kind]): kind for kind in kinds}
    found = {thing: Match(thing, label, kind_of[cls]) for thing, label, cls in rows}
    return [found[iri] for iri in sorted(found)]


def all_names(store: Queryable, kinds: Collection[str]) -> list[tuple[str, Match]]:
    """Every folded name in the store with what it names; a scan of the labels."""
    classes = " ".join(CLASSES[kind] for kind in kinds)
    rows = select(
        store,
        f"SELECT DISTINCT ?thing ?label ?class ?name WHERE {{ VALUES ?class {{ {classes} }} "
        f"?thing a ?class ; rdfs:label ?label ; {LABELS} ?name }}",
    )
    kind_of = {vocab.expand(CLASSES[kind]): kind for kind in kinds}
    return sorted(
        ((fold(name), Match(thing, label, kind_of[cls])) for thing, label, cls, name in rows),
        key=lambda pair: (pair[0], pair[1].iri),
    )


def matching(wanted: str, named: Iterable[tuple[str, Match]]) -> list[Match]:
    """Things whose folded name is the one wanted, or else whose name holds all its words."""
    if not wanted:
        return []
    words = set(wanted.split())
    equal: dict[str, Match] = {}
    partly: dict[str, Match] = {}
    for name, match in named:
        if name == wanted:
            equal[match.iri] = match
        elif words <= set(name.split()):
            partly[match.iri] = match
    found = equal or partly
    return [found[iri] for iri in sorted(found)]


def missing(name: str, kinds: Sequence[str], named: Sequence[tuple[str, Match]]) -> str:
    """What to say where a name is unknown, with the nearest names."""
    from rapidfuzz import fuzz, process

    what = " or ".join(kinds) if len(kinds) < len(CLASSES) else "official, state, place or event"
    near = process.extract(fold(name), [n for n, _ in named], scorer=fuzz.WRatio, score_cutoff=70, limit=20)
    labels = list(dict.fromkeys(named[index][1].label for _, _, index in near))[:3]
    hint = f"; did you mean {', '.join(labels)}?" if labels else "; `kg stats` shows what the store holds"
    return f"no {what} in the store is called {name!r}{hint}"
