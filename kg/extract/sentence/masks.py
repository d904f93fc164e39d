"""The plainer sentence that the parser sees: a name with its title is one common surname, a date "yesterday".

Parsers trained on American news stumble over names from elsewhere, brackets and idioms; this takes the
stumbling block away, and makes the sentence shorter. Every piece keeps the offsets of what it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.places.find import PlacePhrase
from kg.extract.records import DatePhrase, Mention
from kg.extract.sentence.plainer import PAIR, asides, has_object, tells
from kg.extract.sentence.posts import joined

_Swap = tuple[int, int, str]  # from where, to where, what stands there for the parser

# The surnames that stand in for names: frequent in the parser's training texts, and nothing else than names.
_STAND_INS = ("Clinton", "Putin", "Blair", "Arafat", "Powell", "Annan", "Jiang", "Barak", "Gore", "Mubarak")
_UNANNOUNCED = re.compile(
    r"\b(?:up|arrived|flew|came|landed|appeared)( unannounced| unexpectedly) (?:in|at|to|on)\b"
)
_BRACKET = re.compile(r"\s?\([^()]{1,60}\)")
_JOINTLY = re.compile(r"\b([Cc]o-)(?=chair|host|sign|sponsor|presid|lead|led)")
_UNDERSTANDING = re.compile(
    r"(?<=\bmemorandum) of understanding\b|(?<=\bmemorandums) of understanding\b|(?<=\bmemoranda) of understanding\b"
)
_POSITION = re.compile(
    r",? ?\(?\b(?:(?:far|second from|third from|fourth from|front|back|on the|at)\s+)?(?:right|left|center|centre|R|L|C)\)?(?:,(?= and| with|\s+[a-z])|(?=,? and\b))"
)
_HYPHENED = re.compile(
    r"\b(?:an?|the|their|his|her|its|another|brief|private|short|second|first) "
    r"(t[êe]te-[àa]-t[êe]te|get-together|sit-down|one-on-one|one-to-one|brush-by|pull-aside|heart-to-heart)\b"
    r"(?! (?:talk|meeting|session|conversation|encounter|dinner|lunch|discussion))"
)
_BILATERAL = re.compile(
    r"\b(?:an?|the|their|his|her|another|brief|short|formal|first) (bilateral|trilateral|bilat)\b"
    r"(?=\s(?:with|between|in|at|on|during|where|after|before)\b|[,.;])"
)
_IN_PRIVATE = re.compile(
    r"\b(?:one-on-one|one-to-one|(?<!came )(?<!come )(?<!comes )(?<!coming )face[ -]to[ -]face|head-to-head|t[êe]te-[àa]-t[êe]te)\b(?P<noun>(?= [a-z]*(?:talk|meeting|session|"
    r"conversation|encounter|dinner|lunch|discussion|negotiation|summit|consultation|exchange|contact|format|basis)))?",
    re.IGNORECASE,
)
_SEEING = re.compile(r"\b(?:me(?:t|et|ets|eting)|talk\w*|sp(?:oke|eak)\w*|sat|sit|see|saw|seen)\b")
# "came face to face with X", "got together in Rome"
_GETTING_TOGETHER = re.compile(
    r"\b(come|comes|came|coming|get|gets|got|gotten|getting)(?:\sface[ -]to[ -]face|(?<=g.t)\stogether|(?<=gets)\stogether|"
    r"(?<=gotten)\stogether|(?<=getting)\stogether)(?=\s(?:with|in|at|on|for|over|again|to|here|there|yesterday)\b|[.,;])",
    re.IGNORECASE,
)
_MEETS = {
    **dict.fromkeys(("come", "get"), "meet"), **dict.fromkeys(("comes", "gets"), "meets"),
    **dict.fromkeys(("came", "got", "gotten"), "met"), **dict.fromkeys(("coming", "getting"), "meeting"),
}  # fmt: skip
# "Meeting X in Rome, Y said", "X and Y, meeting in Rome, agreed": the parser takes it for a noun
_OPENING = re.compile(
    r"(?P<comma>, )?(?P<verb>\b[Mm]eeting)(?=\s(?:in|at|with|for|on|over|here|face|one|privately|(?-i:[A-Z])[\w.'’-]+)\b[^.;:]{3,90}, (?!who|which|where|when)\S)"
)
# A style in place of the name, with no name or post behind it
_STYLE = re.compile(
    r"\b([Hh]is|[Hh]er) (?:(?:Royal|Serene) )?(?:Highness|Majesty|Excellency|Holiness)\b(?!['’]|,? (?:the|[A-Z]))",
)
_PRONOUNS = (("him", "he"), ("her", "she"))
_BARE = re.compile(r"\b(?:on|in|at|during)\s+(?:the\s+)?$", re.IGNORECASE)
# "flew in this afternoon": the "in" is the verb's
_PARTICLE = re.compile(r"in\s+(?=(?:this|today|yesterday|tomorrow|tonight|last|next)\b)", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?:to|until|till|for|from|by|at|since|before|after)\s+the\s+(?=[A-Z])", re.IGNORECASE
)
_IN_PLACE = re.compile(r"\b(?:in|at|from|to|near|outside|into|of|on|\w+ing)\s+(?:the\s+)?$", re.IGNORECASE)
_WHILE_IN = re.compile(r"\b(?:[Ww]hile|[Ww]hilst|[Ww]hen) (?P<where>in|at) ")
_INNER = re.compile(r"(?:on|in|at|during)\s", re.IGNORECASE)
_REACHING = re.compile(r"(?:since|until|by|from|for|before|after|of)\s", re.IGNORECASE)
_BOUND = re.compile(r"(?:\b(?:the|a|an|this|that|his|her|its|their|every|each)|['’]s?|-)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """The plainer sentence that the parser reads, and the pieces that stand for something else.

    `pieces` are (start, end) in `text` with (start, end) in the article, in order and without gaps.
    """

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The article's offsets of `text[start:end]`; a replaced piece counts whole."""
        first = last = -1
        for new_start, new_end, old_start, old_end in self.pieces:
            if new_end <= start or new_start >= end:
                continue
            same = new_end - new_start == old_end - old_start
            if first < 0:
                first = old_start + max(0, start - new_start) if same else old_start
            last = old_end - max(0, new_end - end) if same else old_end
        return first, last


def plain(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    dates: Sequence[DatePhrase],
    places: Sequence[PlacePhrase],
) -> Plain:
    """The sentence `text[start:end]` with names, dates and many-worded places made plain.

    >>> m = Mention(4, 11, "name", official=1, name_start=4, name_end=11)
    >>> plain("And Wang Yi left.", 0, 17, [m], [], []).text
    'And Putin left.'
    """
    swaps = [
        *_of_names(text, start, mentions),
        *((s, e, "") for s, e in asides(text, start, mentions, places)),
        *(swap for d in dates if d.form != "duration" for swap in _of_date(text, start, d, mentions)),
        *(swap for p in places for swap in _of_place(text, start, p, mentions)),
        *_of_wordings(text, start, end),
    ]
    return _apply(text, start, end, swaps)


def _of_names(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[_Swap]:
    stands: dict[int, str] = {}
    for number, (s, e, m) in enumerate(joined(text, start, mentions)):
        relative = _WHOSE.match(text, s)  # "X, whose foreign minister, Y, flew in": the clause is Y's
        who = m.official or number
        stands.setdefault(who, _stand_in(who, stands.values()))
        yield relative.end() if relative else s, e, stands[who]
    for s, e, m in _glossed(text, start, mentions):
        yield s, e, _STAND_INS[(m.official or 0) % len(_STAND_INS)]
    for m, following in pairwise(mentions):
        close = _WHO_HOLD.fullmatch(text, m.end, following.start)
        if m.kind == "group" and following.kind == "name" and close and not tells(text, following.end):
            yield m.start, following.start, ""  # "the presidents of X and Y, A and B": A and B
    for m in mentions:
        if (
            m.kind == "title"
            and " of " in text[m.start : m.end]
            and not _GUEST_OF.search(text[m.start : m.end])
        ):
            owned = text.startswith(("'s", "’s"), m.start)  # "X's chief of staff"
            yield m.start, m.end, "'s minister" if owned else "the minister"


def _stand_in(number: int, taken: Collection[str]) -> str:
    """The surname for a person, one that nobody else in the sentence has: "Putin and Putin's envoy" reads ill."""
    order = [_STAND_INS[(number + k) % len(_STAND_INS)] for k in range(len(_STAND_INS))]
    return next((name for name in order if name not in taken), order[0])


def _of_date(text: str, start: int, d: DatePhrase, mentions: Sequence[Mention]) -> Iterator[_Swap]:
    particle = _PARTICLE.match(text, d.start)
    begin = particle.end() if particle else d.start
    attribute = _ATTRIBUTE.match(text, d.start) if d.form == "month" else None
    if attribute and re.match(r" [a-z]", text[d.end : d.end + 2]):
        begin = attribute.end()  # "to the May summit"
    lead = text[max(start, begin - 12) : begin]
    bare = _BARE.search(lead)
    inner = _INNER.match(text, begin, d.end)
    opening = any(n.start == d.end + 1 for n in mentions if n.kind == "name")  # "On Monday Smith said"
    stand_in = "yesterday," if opening and not has_object(lead) else "yesterday"
    if bare and not inner and not particle:  # "flew in on Monday": "in" is the verb's
        yield d.start - len(lead) + bare.start(), d.end, stand_in
        return
    owned = _BOUND.search(lead) or text[d.end : d.end + 2] in ("'s", "’s")
    if not owned and (inner or not _REACHING.match(text, begin, d.end)):
        yield begin, d.end, stand_in


def _of_place(text: str, start: int, p: PlacePhrase, mentions: Sequence[Mention]) -> Iterator[_Swap]:
    if (where := _WHILE_IN.search(text, start, p.start)) is not None and where.end() == p.start:
        yield where.start("where"), where.end("where"), "visiting"  # "While in Bern she said"
    behind = next((n for n in mentions if _opens_behind(text, start, p, n)), None)
    governed = _IN_PLACE.search(text[max(start, p.start - 16) : p.start])
    titled = behind is not None and behind.start < behind.name_start and not governed
    opening = behind is not None and not titled  # "In Rome Smith said", not "New York Mayor Smith said"
    if " " in text[p.start : p.end] or opening:
        yield p.start, p.end, "London," if opening else "London"


_THE = 5  # characters between a town and the post behind it: " the "
_FRONT = re.compile(r"(?:(?:And|But|Meanwhile|Earlier|Later|Back),?\s+)?(?:[Ii]n|[Aa]t)\s+")


def _opens_behind(text: str, start: int, p: PlacePhrase, m: Mention) -> bool:
    """Whether a name follows a town: "In Rome Smith said", and behind a sentence's first, "In Rome *the* minister, X, said"."""
    if m.kind == "name" and m.start == p.end + 1:
        return True
    the = 0 < m.start - p.end <= _THE and text[p.end : m.start].split() == ["the"]
    return the and m.kind in ("name", "title") and _FRONT.fullmatch(text, start, p.start) is not None


def _of_wordings(text: str, start: int, end: int) -> Iterator[_Swap]:
    """Wordings that the parser takes to pieces, or takes for something else."""
    for b in _POSITION.finditer(text, start, end):
        yield b.start(), b.end(), ""  # captions: "X, right, and Y"
    for h in (*_HYPHENED.finditer(text, start, end), *_BILATERAL.finditer(text, start, end)):
        yield h.start(1), h.end(1), "meeting"
    for g in _GETTING_TOGETHER.finditer(text, start, end):
        yield g.start(), g.end(), _MEETS[g[1].lower()]
    for o in _OPENING.finditer(text, start, end):
        if o.start() == start or o["comma"]:
            yield o.start("verb"), o.end("verb"), "while meeting" if o["comma"] else "While meeting"
    for a in _IN_PRIVATE.finditer(text, start, end):
        if " to " not in a[0] or _SEEING.search(text, start, a.start()):
            yield a.start(), a.end(), "private" if a["noun"] is not None else "privately"
    for c in _JOINTLY.finditer(text, start, end):
        yield c.start(), c.end(1), ""  # "co-chaired"
    for y in _STYLE.finditer(text, start, end):  # "His Highness received X": he
        opens = y.start() == start or (y[0][0].isupper() and text[y.start() - 2] == ".")
        yield y.start(), y.end(), _PRONOUNS[y[1].lower() == "her"][opens]
    for u in _UNANNOUNCED.finditer(text, start, end):
        yield u.start(1), u.end(1), ""
    for b in (*_BRACKET.finditer(text, start, end), *_UNDERSTANDING.finditer(text, start, end)):
        yield b.start(), b.end(), ""
    for two in PAIR.finditer(text, start, end):
        yield two.start(1), two.end(1), "two men"


# "the presidents of Chad and Mali, X and Y", "the ministers who lead the two teams, X and Y"
_WHO_HOLD = re.compile(r"(?: who (?:[a-z][\w'’-]*\s?){2,9})?,?\s+")
_GUEST_OF = re.compile(r"\b(?:guest|host|visitor)s? of\b", re.IGNORECASE)  # no post: whose guest
_WHOSE = re.compile(r"whose\s+", re.IGNORECASE)
_GLOSS = re.compile(r"\b(?:he|she|him|they|it|the (?:president|minister|premier))\s+\[$", re.IGNORECASE)


def _glossed(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention]]:
    """ "he [Ames] will come": the pronouns of quotations for which the editors put the name in brackets."""
    for m in mentions:
        gloss = _GLOSS.search(text, max(start, m.start - 20), m.start)
        if m.kind == "name" and gloss and text[m.end : m.end + 1] == "]":
            yield gloss.start(), m.end + 1, m


def _apply(text: str, start: int, end: int, swaps: list[tuple[int, int, str]]) -> Plain:
    out: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at, length = start, 0

    def put(piece: str, old_start: int, old_end: int) -> None:
        nonlocal length
        if piece:
            pieces.append((length, length + len(piece), old_start, old_end))
            out.append(piece)
            length += len(piece)

    for s, e, new in sorted(swaps, key=lambda swap: (swap[0], -swap[1], swap[2])):  # the longest first
        if s < at or e > end:
            continue
        put(text[at:s].replace("\n", " ").replace("\u00a0", " "), at, s)
        put(new, s, e)
        at = e
    put(text[at:end].replace("\n", " ").replace("\u00a0", " "), at, end)
    return Plain("".join(out), tuple(pieces))
