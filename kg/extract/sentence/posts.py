"""The posts that stand in apposition to names: "the foreign minister of Y, X," is X to the parser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.records import Mention

_ROLE = (
    r"(?i:minister|ministers|president|premier|speaker|secretary|secretary-general|secretary general|chief|head|"
    r"ambassador|envoy|king|queen|emir|sultan|leader|chairman|chairwoman|chairperson|chair|commander|director|director-general|"
    r"governor|spokesman|spokeswoman|spokesperson|chancellor|commissioner|representative|negotiator|counterpart|"
    r"colleague|opposite number|aide|adviser|advisor|diplomat|deputy|number two|prince|commissioner|coordinator|mediator|"
    r"attorney general|prosecutor general|general prosecutor|governor-general|consul general|president-elect|prime minister-designate|"
    r"charg[ée]s? d['’]affaires|general secretary|chief of staff|chief justice|justice|marshal|prosecutor|judge|regent|ruler|amir|pope|pontiff|grand duke|"
    r"chief executive|administrator|state councillor|state councilor|taoiseach|t[aá]naiste|undersecretary|under-secretary)"
)
_KIND_OF = (
    r"(?:[A-Z][\w.'’-]*|foreign|prime|vice|vice-|deputy|defen[cs]e|top|former|(?<!and )then|acting|special|senior|chief|first|"
    r"second|finance|interior|trade|justice|assistant|under|outgoing|incoming|new|permanent|state|security|national|"
    r"economy|energy|home|external|affairs|policy|opposite|crown|army|intelligence|high|general|executive|"
    r"caretaker|interim|transitional|veteran|long-serving|longtime|visiting|agriculture|tourism|transport|"
    r"communications|labou?r|social|protection|services|health|education|culture|environment|water|oil|mines|industry|"
    r"commerce|development|planning|public|works)"
)
_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:[Tt]he|an?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)\s+)?(?<!\w)(?:{_KIND_OF}\s+){{0,5}}{_ROLE}"
    r"(?:\s+(?:of|for|in|to|at|from)\s+(?![^,]*\b(?:since|before|after|in (?:\d|a|over|more))\b)[^,;:.()\"“”]{2,70})?(?:\s\([\w -]{2,30}\))?,\s+"
    r"(?:(?:Mrs?|Ms|Dr|Sir|Lord|Gen|Lt|Col|Prof|Hon|H\.E|HE|Sheikh|Msgr)\.?\s+){0,2}$"
)
# "envoy to Chad" is a post, "the first premier to visit Chad" tells of a journey
_DOING = r"\s+to\s+(?:visit|travel|come|go|set|meet|make|pay|fly|hold|address|attend|tour|enter|step|receive|speak|cross)\b"
_BEHIND = re.compile(
    rf",\s+(?:the|a|an|his|her|its|their|our|who is)\s+[^,;:.()\"“”]{{0,60}}?\b{_ROLE}\b"
    rf"(?:(?!{_DOING})\s+(?:of|for|in|to|at|from)\s+(?:(?!{_DOING})[^,;:.()\"“”]){{2,70}})?(?=,|\.|;)",
    re.IGNORECASE,
)


def joined(text: str, start: int, mentions: Sequence[Mention]) -> list[tuple[int, int, Mention]]:
    """The names with the posts that stand in apposition to them: "the foreign minister of Y, X," is X.

    The posts have been read by then; to the parser they are only commas that lead astray.
    """
    out: list[tuple[int, int, Mention]] = []
    for i, m in enumerate(mentions):
        if m.kind != "name":
            continue
        first, last = m.start, m.end
        before = mentions[i - 1] if i else None
        behind = mentions[i + 1] if i + 1 < len(mentions) else None
        floor = max(
            [
                start,
                out[-1][1] if out else start,
                before.end if before and _ends_before(before, m) else start,
            ]
        )
        lead = _BEFORE.search(text[floor:first])
        if before is not None and _apposed(text, before, m) and before.start >= floor:
            first = before.start
        elif lead and len(lead[0]) <= _POST:
            first = floor + lead.start()
        tail = _BEHIND.match(text, last)
        listed = first < m.name_start and _next_has(text, last, mentions[i + 1 : i + 4])
        if listed:
            tail = behind = None
        if tail and not any(x.kind == "name" and last < x.start < tail.end() for x in mentions):
            last = tail.end()
        elif behind is not None and _apposed(text, m, behind) and _whole(text, behind):
            last = behind.end
        else:
            last = _with_state(text, m, mentions[i + 1 : i + 2])
        closed = (last > m.end or first < m.start) and text[last : last + 1] == ","
        closed = closed and not any(
            x.kind == "name" and last < x.start <= last + 2 for x in mentions[i + 1 : i + 2]
        )  # "at the invitation of his host, X, Y flew in": the comma parts X from Y
        if closed and not listed and not _ATTRIBUTION.match(text, last):
            last += 1  # the comma that closed the apposition
        out.append((first, last, m))
    return out


def _ends_before(before: Mention, name: Mention) -> bool:
    """Whether a mention is somebody else's, so that a post behind it may be the name's: "the envoy met the premier, X"."""
    if before.kind == "title":
        return before.official is not None and before.official != name.official
    return before.kind in ("name", "group")


def _next_has(text: str, end: int, following: Sequence[Mention]) -> bool:
    """Whether the post behind a name is the next one's: "President X, the speaker, Y, and …"."""
    name = next((x for x in following if x.kind == "name"), None)
    gap = text[end : name.start] if name is not None else ""
    return gap.startswith(", ") and len(gap) <= _POST and bool(_BEFORE.fullmatch(gap, 2))


# Behind the name ends what is told, and follows who tells it: "… with Blair, the ministry said"
_ATTRIBUTION = re.compile(
    r",\s+(?:according to|(?:the|a|an|his|her|its|[A-Z])[^,;:.\"“”]{0,60}\s(?:ha[sd] )?"
    r"(?:said|says|announced|confirmed|reports|reported|added|learnt|learned|stated|quoted|citing|informed|wrote)\b)"
)
_POST = 110  # characters of the longest apposition that is taken for a post


def _whole(text: str, title: Mention) -> bool:
    """Whether a title mention holds its whole phrase: no "of …" goes on behind it."""
    return not text[title.start : title.end].endswith(" of") and not re.match(
        r"\s(?:of|for|to|in)\s|['’]s", text[title.end : title.end + 5]
    )


def _with_state(text: str, name: Mention, following: Sequence[Mention]) -> int:
    """Where a name ends, the state that follows it included: "Sergei Lavrov of Russia"."""
    for m in following:
        if (
            m.kind == "party"
            and text[name.end : m.start] in (" of ", " of the ")
            and not re.match(r"\.?-", text[m.end : m.end + 2])
        ):
            return m.end
    return name.end


def _apposed(text: str, left: Mention, right: Mention) -> bool:
    """Whether a title and a name beside each other, with at most a comma between, are one person."""
    if {left.kind, right.kind} != {"name", "title"} or not re.fullmatch(
        r",?\s+", text[left.end : right.start]
    ):
        return False
    return left.official is None or right.official is None or left.official == right.official
