"""What a query may not do: fetch anything from anywhere, or change the store.

Oxigraph follows SERVICE and LOAD into the network without asking, so a query's words are looked at
before it runs. The text is split as SPARQL splits it, so that the words may stand in strings, comments,
IRIs, variables and ordinary prefixed names; where keywords may be glued to their neighbours
(`SERVICE:x{`, `1SERVICE<…>`) the check is the stricter one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError

NETWORK = ("service", "from", "load")  # looked for anywhere in a word: no keyword or function contains them
CHANGES = frozenset(["insert", "delete", "clear", "drop", "create", "add", "move", "copy", "with", "using"])

REASONS = {
    "service": "SERVICE asks another server, and queries here stay on this machine; ask that server yourself",
    "from": "FROM names documents to fetch; leave it out, or ask one article with GRAPH <…> { … }",
    "load": "LOAD fetches a document; add articles with `kg add`, quads with `kg import`",
}

TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\r\n]* )
    | (?P<iri>     <[^\x00-\x20<>"{}|^`\\]*> )
    | (?P<string>  \"{3} (?:\\.|"{0,2}[^"\\])* \"{3} | '{3} (?:\\.|'{0,2}[^'\\])* '{3}
                 | "(?:\\.|[^"\\\r\n])*" | '(?:\\.|[^'\\\r\n])*' )
    | (?P<name>    (?: [^\W_][\w.\-]* | _ )? : (?:[\w:%\-\u00b7]|\.(?=[\w:%\-\\])|\\[_~.\-!$&'()*+,;=/?\#@%])* )
    | (?P<var>     [?$]\w+ )
    | (?P<tag>     @[A-Za-z][\w\-]* )
    | (?P<word>    \w+ )
    | (?P<brace>   \{ )
    | (?P<space>   \s+ )
    | (?P<other>   \\. | . )
    """,
    re.VERBOSE | re.DOTALL,
)
# Splitting a text takes about a millisecond; most need none of it.
SUSPECT = re.compile("|".join([*NETWORK, *sorted(CHANGES), r"\\u"]), re.IGNORECASE)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check_query(text: str) -> None:
    """Raise QueryError for a query that would fetch (SERVICE, FROM, LOAD) or change anything.

    >>> check_query("SELECT ?from WHERE { ?from ?p 'SERVICE' } # LOAD")
    >>> check_query("SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    kg.errors.QueryError: SERVICE asks another server, and queries here stay on this machine; ask that server yourself
    """
    if SUSPECT.search(text) is None:
        return
    check(text)
    if "\\u" in text or "\\U" in text:  # SPARQL reads code point escapes before anything else
        check(ESCAPE.sub(decoded, text))


def decoded(match: re.Match[str]) -> str:
    """The character of a code point escape; the escape itself where there is no such character."""
    point = int(match[1] or match[2], 16)
    return chr(point) if point < 0x110000 else match[0]


def check(text: str) -> None:
    tokens = list(tokenize(text))
    declared: set[str] = set()
    for number, (kind, token) in enumerate(tokens):
        word = token.lower()
        following = tokens[number + 1] if number + 1 < len(tokens) else ("", "")
        if kind == "word":
            check_word(word)
            if word == "prefix" and following[0] == "name":
                declared.add(following[1].lower())
        elif kind == "name" and not word.startswith(("_:", ":")):
            prefix = word[: word.index(":") + 1]
            if prefix not in declared and not (number and tokens[number - 1][1].lower() == "prefix"):
                check_word(prefix[:-1])
            elif following[0] == "brace":
                check_word(prefix[:-1], only="service")


def tokenize(text: str) -> Iterator[tuple[str, str]]:
    """The kinds and texts of a query's tokens, without spaces and comments.

    >>> list(tokenize("a <x> # no"))
    [('word', 'a'), ('iri', '<x>')]
    """
    for match in TOKEN.finditer(text):
        if match.lastgroup not in {"space", "comment"}:
            yield str(match.lastgroup), match[0]


def check_word(word: str, only: str = "") -> None:
    """Raise QueryError for a word that fetches or changes."""
    for bad in NETWORK:
        if bad in word and only in {"", bad}:
            raise QueryError(REASONS[bad])
    if word in CHANGES and not only:
        raise QueryError(
            f"{word.upper()} changes the store; a query only reads (`kg add` and `kg remove` change it)"
        )
