"""States, bodies and their seats in the words of a sentence, and the article's home state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.extract.officials.lexicon import word_class
from kg.extract.officials.tokens import Tokens
from kg.reference import parties, senses
from kg.reference.surfaces import masks
from kg.reference.text import fold
from kg.reference.tsv import TABLES, read, split_list

# What stands before a state's name without being part of what the tables list.
_FORMS_OF_STATE = frozenset(
    [
        "republic",
        "kingdom",
        "state",
        "government",
        "federation",
        "commonwealth",
        "union",
        "emirate",
        "sultanate",
        "people's",
        "democratic",
        "islamic",
        "federal",
        "federative",
        "socialist",
        "arab",
        "hashemite",
        "grand",
        "duchy",
        "principality",
    ]
)
_SUBNATIONAL = frozenset({"region", "city"})
_CIRCLES = frozenset({"Group", "Club", "Process", "Protocol", "Memorandum"})  # called after a town


_KOREAS = {"north": "KP", "south": "KR"}


@dataclass(frozen=True, slots=True)
class StateRef:
    """A state, body, demonym, seat or capital in a sentence: words `start` to `end` (not included).

    `codes` has several members where the form is ambiguous; `kind` as in `kg.reference.records`.
    """

    start: int
    end: int
    kind: str
    codes: tuple[str, ...]
    body: bool

    @property
    def code(self) -> str:
        """The first, most usual meaning."""
        return self.codes[0]


@cache
def _trie() -> dict[str, Any]:
    """Forms by word: nested dicts; the key "" holds (kind, codes, upper, body)."""
    forms: dict[tuple[str, ...], tuple[str, list[str], bool, bool]] = {}
    surfaces: dict[tuple[str, ...], str] = {}
    order = ("state", "demonym", "seat", "capital")
    for party in parties().values():
        body = party.kind == "body"
        named: list[tuple[str, Iterable[str]]] = [
            ("body" if body else "state", (party.name, *party.names)),
            ("demonym", party.demonyms),
            ("seat", party.seats),
        ]
        if not body:
            named.append(("capital", party.capitals))
        for kind, wordings in named:
            for surface in wordings:
                words = tuple(Tokens(fold(surface), 0, len(surface), ()).lows)
                if not words:
                    continue
                surfaces.setdefault(words, surface)
                upper = surface.isupper() and len(surface) <= 6 and " " not in surface
                old = forms.get(words)
                if old is None:
                    forms[words] = (kind, [party.code], upper, body)
                elif old[0] == kind or (old[0] in order and kind in order and old[0] != "capital"):
                    if party.code not in old[1]:
                        old[1].append(party.code)
                    if old[2] and not upper:  # "NATO", and "Nato" in British and Nordic papers
                        forms[words] = (*old[:2], False, old[3])
                elif old[0] == "capital" and kind != "capital":
                    forms[words] = (kind, [party.code], upper, body)
    # "Latin American" and "the Minsk Group" are nobody's; "Ethiopian Airlines" still says where a story plays
    for phrase in masks():
        circle = phrase.rpartition(" ")[2] in _CIRCLES
        if "America" not in phrase and "States" not in phrase and not circle:
            continue
        words = tuple(Tokens(phrase, 0, len(phrase), ()).lows)
        forms[words] = ("mask", [""], False, False)
        surfaces.setdefault(words, phrase)
    for words, code in _regions().items():
        inner = [forms.get(words[i:]) for i in range(1, len(words))]
        if any(f is not None and f[1] != [code] for f in inner):
            forms.setdefault(words, ("state", [code], False, False))
            surfaces.setdefault(words, " ".join(words))
    root: dict[str, Any] = {}
    for words, (kind, found, upper, body) in forms.items():
        told = (
            [s.code for s in senses(surfaces[words]) if s.kind == kind]
            if kind in ("state", "demonym")
            else []
        )
        codes = [*dict.fromkeys([*told, *found])]
        node = root
        for word in words:
            node = node.setdefault(word, {})
        node[""] = (kind, tuple(codes), upper, body)
    return root


def _regions() -> dict[tuple[str, ...], str]:
    """Regions by the words of their names, with their states: "New Mexico" is not Mexico."""
    return {
        tuple(Tokens(fold(name), 0, len(name), ()).lows): row["state"]
        for row in read(TABLES / "regions.tsv")
        for name in (row["name"], *split_list(row["names"]))
    }


@cache
def single_forms() -> frozenset[str]:
    """Every form of one word, in lower case: hyphened pairs of them are divided ("US-China")."""
    return frozenset(w for w, node in _trie().items() if "" in node)


def find_states(t: Tokens, korea: bool = False) -> dict[int, StateRef]:
    """The states and bodies of a sentence by their first word, longest form first, none overlapping.

    With `korea`, "the North" and "the South" are the two Koreas.
    """
    root, found, i, n = _trie(), {}, 0, t.n
    lows, caps = t.lows, t.caps
    while i < n:
        node = root.get(lows[i])
        the = i > 0 and lows[i - 1] == "the"
        if korea and the and caps[i] == 1 and lows[i] in _KOREAS and not (i + 1 < n and caps[i + 1]):
            found[i] = StateRef(i, i + 1, "state", (_KOREAS[lows[i]],), False)
            i += 1
            continue
        if lows[i] == "european" and caps[i] and _go_between(lows[i + 1 : i + 4]):
            found[i] = StateRef(i, i + 1, "demonym", ("EU",), True)
            i += 1
            continue
        if node is None or (not caps[i] and lows[i] not in ("state", "white")):
            i += 1
            continue
        best, j = None, i
        while node is not None:
            j += 1
            leaf = node.get("")
            if (
                leaf is not None
                and not (leaf[2] and not _is_upper(t.words[i]))
                and (caps[i] or leaf[0] == "seat")
            ):
                best = StateRef(i, j, leaf[0], leaf[1], leaf[3])
            if j >= n:
                break
            node = node.get(lows[j])
        if best is None:
            i += 1
            continue
        if best.kind == "mask" or (
            best.end + 1 < n and lows[best.end] == "-" and lows[best.end + 1] in word_class("sponsored")
        ):
            i = best.end  # "the U.N.-backed government" is not the U.N.'s
            continue
        found[i] = best
        i = best.end
    return found


_GO_BETWEENS = frozenset("mediator mediators envoy envoys negotiator negotiators troika".split())


def _go_between(words: Sequence[str]) -> bool:
    """ "the European (peace) mediator": the Union's; "European leaders" are those of its states."""
    return bool(_GO_BETWEENS & set(words)) and not {"union", "commission", "parliament", "council"} & set(
        words
    )


def _is_upper(word: str) -> bool:
    return word.isupper() or "." in word


@cache
def place_of(form: str) -> tuple[str, str] | None:
    """(kind, code) of a city or region that has exactly this name, the most populous first."""
    best = None
    for sense in senses(form):
        if sense.kind in _SUBNATIONAL and (best is None or sense.population > best[2]):
            best = (sense.kind, sense.code, sense.population)
    return (best[0], best[1]) if best else None


@cache
def is_place(form: str) -> bool:
    """Whether the reference tables know a place of this name."""
    return any(s.kind in ("city", "capital", "region", "venue") for s in senses(form))


@cache
def is_capital(form: str) -> bool:
    """Whether this is the name of a capital."""
    return any(s.kind == "capital" for s in senses(form))


def is_form_of_state(low: str) -> bool:
    """Whether the word belongs to a state's long name ("the Republic of …")."""
    return low in _FORMS_OF_STATE


def place_prepositions() -> frozenset[str]:
    """Words after which a state's or capital's name is a place."""
    return word_class("place-preposition")
