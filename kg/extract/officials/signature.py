"""The author of a statement that names him only where he signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.records import Mention
from kg.model import OfficialClaim, Quote

_NAME = re.compile(
    r"^[ \t]*(?:(?:the )?(?:rt )?hon\.? |sir |dame |dr\.? |mr\.? |mrs\.? |ms\.? |h\.?e\.? )*"
    r"(?P<name>[A-ZÀ-Ý][\wà-ÿ'’.-]+(?: (?:[A-ZÀ-Ý][\wà-ÿ'’.-]*|de|da|van|von|bin|al)){1,3})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_POST = re.compile(
    r"^(?:from |office of |statement by |the )*(?P<role>(?:deputy |vice )?(?:prime minister|president|"
    r"minister (?:for|of) [\w ,&-]{4,60}|foreign minister|foreign secretary|secretary of state)[\w ,&-]{0,40})$",
    re.IGNORECASE | re.MULTILINE,
)
_SELF = re.compile(r"(?:^|[\s(])I (?:[a-z’']+)\b")
_TOP, _END = 400, 300  # characters in which the post heads the page, and in which the name signs it


def signed(
    text: str, officials: Sequence[OfficialClaim], mentions: Sequence[Mention], home: str | None
) -> tuple[OfficialClaim, Mention] | None:
    """The official who says "I" and signs below, with the mention that the signature is.

    >>> body = "I met the premier on Monday. Later I called on the king. " + "We spoke of trade. " * 20
    >>> text = "MINISTER FOR FOREIGN AFFAIRS\\n\\n" + body + "\\n\\nAnn Lee\\n"
    >>> claim, mention = signed(text, (), (), "NZ") or (None, None)
    >>> (claim.name, claim.role, claim.country) if claim else None
    ('Ann Lee', 'Minister for Foreign Affairs', 'NZ')
    """
    post = _POST.search(text, 0, _TOP)
    if post is None or home is None or len(_SELF.findall(re.sub(r'"[^"]*"|“[^”]*”', "", text))) < 2:
        return None
    known = {o.name for o in officials}
    for m in _NAME.finditer(text, max(post.end(), len(text) - _END)):
        start, end = m.span("name")
        name = m["name"]
        if name in known or any(x.start < end and start < x.end for x in mentions):
            return None
        if name.isupper() or not all(w[0].isupper() or w in _PARTICLES for w in name.split()):
            continue
        if _NO_NAME & set(name.lower().split()):
            continue
        local = max((o.local for o in officials), default=0) + 1
        role = _plain(post["role"])
        quotes = (Quote(start, end, text[start:end]),)
        claim = OfficialClaim(local=local, name=name, role=role, country=home, quotes=quotes)
        mention = Mention(start, end, "name", local, home, role, start, end)
        return claim, mention
    return None


_NO_NAME = frozenset(
    "media contact contacts release ends office press minister ministry page note notes more".split()
)
_PARTICLES = frozenset("de da van von bin al".split())
_SMALL = frozenset("for of and the".split())


def _plain(role: str) -> str:
    words = [w.lower() if w.lower() in _SMALL else w.capitalize() for w in role.split()]
    return " ".join(words)
