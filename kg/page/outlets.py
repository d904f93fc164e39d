"""What the name of a newspaper, an agency or an office looks like."""

from __future__ import annotations

import re

from kg.page.boilerplate import is_furniture, is_menu

OUTLET = re.compile(
    r"\b(?:times|post|daily|news|newspaper|newswire|herald|gazette|chronicle|courier|ledger|tribune|star|journal|agency|"
    r"network|wire|dispatch|telegraph|guardian|observer|standard|mail|express|today|globe|mirror|sun|press|"
    r"insider|monitor|register|examiner|review|reporter|report|bulletin|record|sentinel|echo|voice|"
    r"broadcasting|radio|television|tv|online|weekly|morning|magazine|media|ministry|minister (?:for|of)|"
    r"department|office|embassy|presidency|nation|world|independent|inquirer|advertiser|messenger|"
    r"republic|statesman|mercury|leader|diplomat|economist|(?:english|international|print) (?:edition|service))\b"
    r"|\.(?:com|org|net|co|example|info)\b",
    re.IGNORECASE,
)
# Words that name a section or a kind of text when they stand alone.
_GENERIC = re.compile(
    r"(?:news|world|today|nation|business|media|report|tv|radio|magazine|top news|all news|"
    r"(?:media|press|news) (?:release|statement|office|room|note)|releases?|statements?|communiqu[ée]s?|analysis|exclusive|homepage|menu|search|skip to .*)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d\d?[:.]\d\d|(?:19|20)\d\d")
_NOT_FIRST = re.compile(r"(?:by|from|published|updated?|date)\b", re.IGNORECASE)
SMALL = frozenset(
    (
        "del",
        "al",
        "wa",
        "des",
        "der",
        "und",
        "e",
        "of",
        "the",
        "in",
        "and",
        "for",
        "on",
        "de",
        "&",
        "y",
        "et",
        "du",
        "la",
    )
)


def is_generic(name: str) -> bool:
    """Whether a line names a section or a kind of text, and no outlet.

    >>> is_generic("MEDIA RELEASE"), is_generic("The Oss Post")
    (True, False)
    """
    return bool(_GENERIC.fullmatch(name))


def is_outlet(line: str) -> bool:
    """Whether a line is the name of a newspaper, agency or office.

    >>> is_outlet("The Harbour Post"), is_outlet("Minister leaves post after row over fish")
    (True, False)
    """
    words = line.split()
    if not 1 <= len(words) <= 9 or len(line) > 70 or line.endswith((".", "?", "!")):
        return False
    if not OUTLET.search(line) or is_generic(line) or _CLOCK.search(line) or _NOT_FIRST.match(line):
        return False
    if (is_menu(line) and len(words) > 6) or is_furniture(line, len(words)):
        return False
    return all(w[0].isupper() or w in SMALL or not w[0].isalpha() for w in words)
