"""One parsed sentence: its words, their grammar, and what each word refers to.

The parser sees a plainer sentence than the reader: a name with its title becomes one common surname, a
date phrase "yesterday", a bracket nothing. Parsers trained on American news stumble over names from
elsewhere; this takes the stumbling block away, and makes the sentence shorter. Every word keeps the
offsets of what it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from kg.extract.places import PlacePhrase
from kg.extract.plainer import PAIR, asides, has_object, tells
from kg.extract.records import DatePhrase, Mention

# The surnames that stand in for names: frequent in the parser's training texts, and nothing else than names.
_STAND_INS = ("Clinton", "Putin", "Blair", "Arafat", "Powell", "Annan", "Jiang", "Barak", "Gore", "Mubarak")
_BRACKET = re.compile(r"\s?\([^()]{1,60}\)")
_JOINTLY = re.compile(r"\b([Cc]o-)(?=chair|host|sign|sponsor|presid|lead|led)")
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
_BOUND = re.compile(r"(?:\b(?:the|a|an|this|that|his|her|its|their|every|each)|['’]s?|-)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Word:
    """One token. `head` is the index of its governor (its own at the root); offsets are the article's."""

    i: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    mention: Mention | None = None
    place: PlacePhrase | None = None
    date: DatePhrase | None = None
    children: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Tree:
    """The words of one sentence; `number` counts the article's sentences from 0."""

    words: list[Word]
    number: int
    start: int
    end: int
    continued: bool = False  # whether it goes on behind a semicolon, perhaps without a subject of its own
    # Its words in lower case: most rules need one that is not there.
    vocabulary: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = frozenset(w.lower for w in self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @property
    def places(self) -> list[Word]:
        """The words that name places."""
        return [w for w in self.words if w.place is not None]

    def head(self, word: Word) -> Word | None:
        """The word that governs this one; None at the root."""
        return None if word.head == word.i else self.words[word.head]

    def children(self, word: Word, *deps: str) -> list[Word]:
        """The words governed by this one, in order; with `deps` only those relations."""
        if not word.children:  # most words; asked of every word by every rule
            return []
        words = self.words
        if not deps:
            return [words[c] for c in word.children]
        return [w for c in word.children if (w := words[c]).dep in deps]

    def subtree(self, word: Word) -> list[Word]:
        """The word and all below it, in order of the sentence."""
        out, todo = [], [word]
        while todo:
            w = todo.pop()
            out.append(w)
            todo.extend(self.words[c] for c in w.children)
        return sorted(out, key=lambda w: w.i)

    def ancestors(self, word: Word) -> Iterator[Word]:
        """The governors up to the root, nearest first."""
        above = self.head(word)
        while above is not None:
            yield above
            above = self.head(above)


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
    swaps: list[tuple[int, int, str]] = []
    for number, (s, e, m) in enumerate(_joined(text, start, mentions)):
        swaps.append((s, e, _STAND_INS[(m.official or number) % len(_STAND_INS)]))
    swaps += [
        (s, e, _STAND_INS[(m.official or 0) % len(_STAND_INS)]) for s, e, m in _glossed(text, start, mentions)
    ]
    for m, following in pairwise(mentions):
        if (
            m.kind == "group"
            and following.kind == "name"
            and re.fullmatch(r",?\s+", text[m.end : following.start])
            and not tells(text, following.end)
        ):
            swaps.append((m.start, following.start, ""))  # "the presidents of X and Y, A and B": A and B
    swaps += [(s, e, "") for s, e in asides(text, start, mentions, places)]
    for m in mentions:
        if m.kind == "title" and " of " in text[m.start : m.end]:
            swaps.append((m.start, m.end, "the minister"))
    for d in dates:
        if d.form == "duration":
            continue
        particle = _PARTICLE.match(text, d.start)
        begin = particle.end() if particle else d.start
        attribute = _ATTRIBUTE.match(text, d.start) if d.form == "month" else None
        if attribute and re.match(r" [a-z]", text[d.end : d.end + 2]):
            begin = attribute.end()  # "to the May summit"
        lead = text[max(start, begin - 12) : begin]
        bare = _BARE.search(lead)
        inner = re.match(r"(?:on|in|at|during)\s", text[begin : d.end], re.IGNORECASE)
        opening = any(n.start == d.end + 1 for n in mentions if n.kind == "name")  # "On Monday Smith said"
        opening = opening and not has_object(lead)
        stand_in = "yesterday," if opening else "yesterday"
        if bare and not inner and not particle:  # "flew in on Monday": "in" is the verb's
            swaps.append((d.start - len(lead) + bare.start(), d.end, stand_in))
        elif not _BOUND.search(lead) and text[d.end : d.end + 2] not in ("'s", "’s"):
            bound = re.match(
                r"(?:since|until|by|from|for|before|after|of)\s", text[begin : d.end], re.IGNORECASE
            )
            if inner or not bound:
                swaps.append((begin, d.end, stand_in))
    for p in places:
        if (where := _WHILE_IN.search(text, start, p.start)) is not None and where.end() == p.start:
            swaps.append((where.start("where"), where.end("where"), "visiting"))  # "While in Bern she said"
        behind = next((n for n in mentions if n.kind == "name" and n.start == p.end + 1), None)
        governed = _IN_PLACE.search(text[max(start, p.start - 16) : p.start])
        titled = behind is not None and behind.start < behind.name_start and not governed
        opening = behind is not None and not titled  # "In Rome Smith said", not "New York Mayor Smith said"
        if " " in text[p.start : p.end] or opening:
            swaps.append((p.start, p.end, "London," if opening else "London"))
    for b in _POSITION.finditer(text, start, end):
        swaps.append((b.start(), b.end(), ""))  # captions: "X, right, and Y"
    for h in (*_HYPHENED.finditer(text, start, end), *_BILATERAL.finditer(text, start, end)):
        swaps.append((h.start(1), h.end(1), "meeting"))  # the parser takes such words to pieces
    for g in _GETTING_TOGETHER.finditer(text, start, end):
        swaps.append((g.start(), g.end(), _MEETS[g[1].lower()]))
    for o in _OPENING.finditer(text, start, end):
        if o.start() == start or o["comma"]:
            swaps.append((o.start("verb"), o.end("verb"), "while meeting" if o["comma"] else "While meeting"))
    for a in _IN_PRIVATE.finditer(text, start, end):
        if " to " in a[0] and not _SEEING.search(text, start, a.start()):
            continue
        swaps.append((a.start(), a.end(), "private" if a["noun"] is not None else "privately"))
    for c in _JOINTLY.finditer(text, start, end):
        swaps.append((c.start(), c.end(1), ""))  # "co-chaired": the parser takes it to pieces
    for y in _STYLE.finditer(text, start, end):  # "His Highness received X": he
        opens = y.start() == start or (y[0][0].isupper() and text[y.start() - 2] == ".")
        swaps.append((y.start(), y.end(), _PRONOUNS[y[1].lower() == "her"][opens]))
    for b in _BRACKET.finditer(text, start, end):
        swaps.append((b.start(), b.end(), ""))
    swaps += [(two.start(1), two.end(1), "two men") for two in PAIR.finditer(text, start, end)]
    return _apply(text, start, end, swaps)


_GLOSS = re.compile(r"\b(?:he|she|him|they|it|the (?:president|minister|premier))\s+\[$", re.IGNORECASE)


def _glossed(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention]]:
    """ "he [Ames] will come": the pronouns of quotations for which the editors put the name in brackets."""
    for m in mentions:
        gloss = _GLOSS.search(text, max(start, m.start - 20), m.start)
        if m.kind == "name" and gloss and text[m.end : m.end + 1] == "]":
            yield gloss.start(), m.end + 1, m


_ROLE = (
    r"(?i:minister|ministers|president|premier|speaker|secretary|secretary-general|secretary general|chief|head|"
    r"ambassador|envoy|king|queen|emir|sultan|leader|chairman|chairwoman|chairperson|chair|commander|director|director-general|"
    r"governor|spokesman|spokeswoman|spokesperson|chancellor|commissioner|representative|negotiator|counterpart|"
    r"colleague|opposite number|adviser|advisor|diplomat|deputy|number two|prince|commissioner|coordinator|mediator|"
    r"attorney general|prosecutor general|general prosecutor|governor-general|consul general|president-elect|prime minister-designate|"
    r"charg[ée]s? d['’]affaires|general secretary|chief of staff|chief justice|justice|marshal|prosecutor|judge|regent|ruler|amir|pope|pontiff|grand duke|"
    r"chief executive|administrator|state councillor|state councilor|taoiseach|t[aá]naiste|undersecretary|under-secretary)"
)
_KIND_OF = (
    r"(?:[A-Z][\w.'’-]*|foreign|prime|vice|vice-|deputy|defen[cs]e|top|former|then|acting|special|senior|chief|first|"
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


def _joined(text: str, start: int, mentions: Sequence[Mention]) -> list[tuple[int, int, Mention]]:
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


def grow(
    doc: Any,
    sentence: Plain,
    number: int,
    mentions: Sequence[Mention],
    places: Sequence[PlacePhrase],
    dates: Sequence[DatePhrase],
) -> Tree:
    """The tree of a parsed plain sentence (a spaCy Doc), with what its words refer to."""
    words = []
    for token in doc:
        start, end = sentence.original(token.idx, token.idx + len(token.text))
        words.append(
            Word(token.i, token.text, token.text.lower(), token.tag_, token.dep_, token.head.i, start, end)
        )
    _mend(words)
    for w in words:
        if w.head != w.i:
            words[w.head].children.append(w.i)
    _refer(words, mentions, places, dates)
    return Tree(words, number, words[0].start if words else 0, words[-1].end if words else 0)


def _mend(words: list[Word]) -> None:
    """Gives a verb the noun before it as its subject where the parser hung that on the object before.

    "She will receive X, and the two will sign a pact": nobody receives "X and the two".
    """
    with_subject = {w.head for w in words if w.dep in ("nsubj", "nsubjpass", "expl")}
    for w in words:
        helped = w.dep in ("aux", "auxpass") and words[w.head].dep == "conj" and w.head > w.i
        verb = words[w.head] if helped else w
        if (
            verb.dep != "conj"
            or verb.i in with_subject
            or w.tag not in ("MD", "VBD", "VBZ", "VBP")
            or not w.i
        ):
            continue
        noun = words[w.i - 1]
        if noun.dep == "conj" and words[noun.head].tag[:2] in ("NN", "CD") and verb.head < noun.head < noun.i:
            noun.dep, noun.head = "nsubj", verb.i
            with_subject.add(verb.i)


def _refer(
    words: list[Word], mentions: Sequence[Mention], places: Sequence[PlacePhrase], dates: Sequence[DatePhrase]
) -> None:
    for w in words:
        found = [m for m in mentions if m.start < w.end and w.start < m.end]
        w.mention = next((m for m in found if m.kind == "name"), found[0] if found else None)
        w.date = next((d for d in dates if d.start < w.end and w.start < d.end), None)
        if w.mention is None or w.mention.kind in ("party", "group", "title"):
            w.place = next((p for p in places if p.start < w.end and w.start < p.end), None)
