"""Rules for weeks, months, years and seasons by name, for counted spans, durations and feasts."""

from __future__ import annotations

import re

from kg.extract.dates.words import (
    HALF,
    NUM,
    PART,
    UNIT,
    WD,
    YEAR,
    YEAR_WORD,
    Parts,
    Rule,
    count_of,
    part_word,
)

# ------------------------------------------------------------------ weeks, months, years, seasons

_PERIOD = re.compile(
    rf"\b(?:(?P<part>earlier|later|{PART})[\s-]*)?(?P<which>this past|this coming|this|last|next|the coming|the current)\s+(?P<unit>week|weekend|month|year|quarter)(?!\w)(?!-old)",
    re.IGNORECASE,
)
_IN_PERIOD = re.compile(
    rf"\b(?:(?P<rel>earlier|later|early|late|midway)\s+(?:in|through)\s+the|(?P<part>{PART})the(?:\s+current)?)\s+(?P<unit>week|month|year)(?!\w)(?!\s+\d)",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\bthe\s+(?P<unit>week|weekend|month|year)\s+(?:(?P<last>before\s+last)|after\s+next)(?!\w)",
    re.IGNORECASE,
)
_WEEKEND = re.compile(
    r"\b(?:(?:over|at|on|during|for|early|late)\s+)?(?:the|this)\s+(?P<mod>past|coming)?\s*weekend(?!\w)",
    re.IGNORECASE,
)
_YEAR_END = re.compile(r"\b(?:(?:the\s+)?(?P<which>year|month|week)(?:-|['’]s\s+)end|(?:the\s+)?end\s+of\s+(?:the\s+)?year|(?P<mid>mid-?year)|(?P<new>(?:the|a)\s+new\s+year|the\s+turn\s+of\s+the\s+year))(?!\w)", re.IGNORECASE)  # fmt: skip
_IS_OUT = re.compile(
    r"\b(?:before|until|ere)\s+(?:the|this)\s+(?P<unit>week|month|year)\s+(?:(?:is|['’]s)\s+(?:out|over|up|through|done)|ends|closes|runs\s+out)(?!\w)",
    re.IGNORECASE,
)
_NTH_OF_YEAR = re.compile(
    rf"\b(?:on\s+)?the\s+(?P<n>first|second|third|last|final)\s+day\s+of\s+(?:(?P<which>the|this|last|next)\s+(?:new\s+)?year|(?P<y>{YEAR}))(?!\w)",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"\b(?:(?P<part>early|late|mid|earlier|later|{PART})[\s-]*(?:in\s+)?)?(?P<which>this past|this coming|this|last|next|in the|over the|during the|throughout the|to the|into the|for the|by the|by|in|the following|the previous|the|that same|that|since the|until the)\s+(?:(?P<part2>early|late|mid)[\s-]+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<y>{YEAR})|\s+(?P<yw>{YEAR_WORD}))?(?!\w)(?!\s+(?:of|in|from|apart|out|short|into|olympic|games|school|palace|offensive)\b)",
    re.IGNORECASE,
)
_SEASON_YEAR = re.compile(
    rf"\b(?:(?P<part>early|late|mid)[\s-]+)?(?P<which>)(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<y>{YEAR})(?P<yw>)(?P<part2>)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"\b(?:the\s+)?(?P<q>first|second|third|fourth|final|last|1st|2nd|3rd|4th)\s+(?P<unit>quarter|half)(?:\s+of\s+(?:(?P<y>{YEAR})|(?P<yw>this|last|next|the|the current)\s+year))?(?!\s+of\s+(?:the\s+)?(?!year)\w)(?!\w)(?!\s+(?:century|hour|final|time))|\bQ(?P<q2>[1-4])\s+(?:of\s+)?(?P<y2>{YEAR})",
    re.IGNORECASE,
)


def _read_period(match: re.Match[str]) -> Parts | None:
    if match["unit"][0].isupper() and not match["unit"].isupper():
        return None  # "This Week" is a programme
    which = match["which"].lower()
    offset = {"last": -1, "next": 1, "past": -1, "coming": 1}.get(which.split()[-1], 0)
    unit = match["unit"].lower()
    if unit == "weekend" and which.endswith("coming"):
        offset = 0
    parts: Parts = {"unit": unit, "offset": offset}
    text = match["part"]
    if text:
        low = text.lower().strip(" -")
        parts["part"] = low if low in ("earlier", "later") else (part_word(text) or low)
    return parts


def _read_in_period(match: re.Match[str]) -> Parts | None:
    parts: Parts = {"unit": match["unit"].lower(), "offset": 0}
    rel = match["rel"]
    if rel:
        parts["part"] = {"midway": "mid"}.get(rel.lower(), rel.lower())
    else:
        parts["part"] = part_word(match["part"]) or "early"
    return parts


def _read_beyond(match: re.Match[str]) -> Parts | None:
    return {"unit": match["unit"].lower(), "offset": -2 if match["last"] else 2}


def _read_weekend(match: re.Match[str]) -> Parts | None:
    parts: Parts = {"unit": "weekend", "offset": 0}
    if match["mod"]:
        parts["offset"] = -1 if match["mod"].lower() == "past" else 0
    elif not re.search(r"\bthis\b", match.group(), re.IGNORECASE):
        parts["open"] = 1  # "the weekend": the tense decides which
    return parts


def _read_year_end(match: re.Match[str]) -> Parts | None:
    if match["new"]:
        return {"unit": "newyear", "offset": 0}
    if match["mid"]:
        return {"unit": "year", "offset": 0, "part": "mid"}
    return {"unit": (match["which"] or "year").lower(), "offset": 0, "part": "end"}


_WHICH_SEASON = frozenset("this last next past coming that following previous".split())


def _read_is_out(match: re.Match[str]) -> Parts | None:
    return {"unit": match["unit"].lower(), "offset": 0, "part": "later", "lead": "in"}


def _read_nth_of_year(match: re.Match[str]) -> Parts | None:
    n = match["n"].lower()
    day = {"first": 1, "second": 2, "third": 3}.get(n)
    parts: Parts = {"month": 1, "day": day} if day else {"month": 12, "day": 31}
    if match["y"]:
        parts["year"] = int(match["y"])
    elif match["which"].lower() in ("last", "next"):
        parts["yearword"] = match["which"].lower()
    return parts


def _read_season(match: re.Match[str]) -> Parts | None:
    season = match["season"].lower()
    which = match["which"].lower()
    if season == "fall" and which in ("the", "in", "by") and not match["y"]:
        return None
    if which in ("the", "by", "in") and not match["y"] and not match["part"]:
        follow = match.string[match.end() : match.end() + 12]
        if which != "in" and not re.match(r"\s*[,.;)]|\s+(?:in|when|that|summit)", follow):
            return None
    parts: Parts = {"season": {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}[season]}
    if match["y"]:
        parts["year"] = int(match["y"])
    elif match["yw"]:
        parts["yearword"] = match["yw"].lower().split()[-2]
    else:
        last = which.split()[-1] if which else "the"
        parts["which"] = last if last in _WHICH_SEASON else "that" if which == "that same" else "the"
    if text := match["part"] or match["part2"]:
        low = text.lower().strip(" -")
        parts["part"] = part_word(low) or low
    return parts


def _read_quarter(match: re.Match[str]) -> Parts | None:
    if match["q2"]:
        return {"q": int(match["q2"]), "of": 4, "year": int(match["y2"])}
    half = match["unit"].lower() == "half"
    if half and not (match["y"] or match["yw"]):
        return None
    if (
        not half
        and not (match["y"] or match["yw"])
        and not re.match(r"\s*(?:[.,;)]|$|(?:in|at|and|to)\b)", match.string[match.end() : match.end() + 8])
    ):
        return None
    word = match["q"].lower()
    index = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}.get(
        word
    )
    parts: Parts = {"q": index or (2 if half else 4), "of": 2 if half else 4}
    if match["y"]:
        parts["year"] = int(match["y"])
    elif match["yw"]:
        parts["yearword"] = match["yw"].lower().split()[-1]
    return parts


# ------------------------------------------------------------------ counted from now, and how long

_AGO = re.compile(
    rf"\b(?:(?:about|around|some|nearly|almost|more than|over|less than|just|only|barely|exactly|roughly)\s+)?(?<![\d,.])(?P<n>{NUM})(?P<half>{HALF})[\s-]+(?P<unit>{UNIT}|minute)s?\s+(?:ago|from\s+now|hence|(?:from\s+)?(?P<from>today|tomorrow))(?!\w)(?:,?\s+(?P<at>this\s+(?:month|week|year)|(?:almost\s+)?to\s+the\s+(?:day|week|month)|today|yesterday|on\s+{WD}))?",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"\b(?P<prep>in|within)\s+(?:(?:just|little|slightly|well|a little)\s+)?(?:(?:about|around|some|less than|more than|over|under|just|only|roughly|another)\s+)?(?<![\d,.])(?P<n>{NUM})(?P<half>{HALF})[\s-]+(?P<unit>{UNIT})(?:s['’]?|['’]s)?(?P<time>\s+time)?(?!\w)(?!['’]s|\s+of\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:(?:in|over|during|within|for|through|throughout|of)\s+)?(?:the|these)\s+(?P<way>past|last|previous|preceding|next|coming|following)\s+(?:(?P<n>{NUM}|few|several|couple\s+of|handful\s+of){HALF}[\s-]+)?(?P<unit>{UNIT})(?P<s>s?)(?!\w)",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"\b(?:(?P<prep>in|over|during|within|of)\s+)?(?:the\s+)?(?P<way>recent|coming|past|next|matter\s+of)\s+(?P<unit>hours|days|weeks|months|years)(?!\w)|\b(?:with)?in\s+(?:a\s+matter\s+of\s+)?(?P<bare>hours|days|weeks|months)(?!\w)|\b(?:in\s+the\s+)(?P<ahead>days|weeks|months)\s+(?:ahead|to\s+come)(?!\w)",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"\b(?:(?:for|lasting|lasted|over|of|spanning)\s+)?(?:(?:about|around|some|nearly|almost|more than|less than|just)\s+)?(?<![\d,.])(?P<n>{NUM}|full)(?P<half>{HALF})(?:-|\s+)(?:(?:full|whole|consecutive|straight|intense|intensive|working)\s+)?(?P<unit>hour|day|night|week|fortnight|month|year)(?P<s>s?)(?P<long>[\s-]?long)?(?!\w)(?!\s+(?:ago|later|earlier|before|after|old|from\s+now)|-old|['’]\s*time)",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\b(?P<unit>day|week|month|year|weekend)-?long\b|\b(?P<whole>all)\s+(?P<unit2>day|week|night)\b",
    re.IGNORECASE,
)


def _read_ago(match: re.Match[str]) -> Parts | None:
    count, unit, rough = count_of(match["n"], match["unit"], bool(match["half"]))
    future = bool(match["from"]) or bool({"now", "hence"} & set(match.group().lower().split()))
    parts: Parts = {"unit": unit, "n": count if future else -count}
    if rough:
        parts["rough"] = 1
    if match["at"]:
        on = (
            match["at"].lower().startswith("on")
        )  # "a year ago on Thursday"; "a week ago on Thursday" says less
        parts["at"] = ("weekday" if unit == "week" else "today") if on else match["at"].lower().split()[-1]
    if match["from"] or match.group().lower().startswith(
        "exactly"
    ):  # "a week from today", "exactly a year ago"
        parts["at"] = (match["from"] or "day").lower()
    return parts


_FIRST_TIME = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|time|times|once|twice|most|highest|lowest|longest|biggest|worst|best)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _read_in(match: re.Match[str]) -> Parts | None:
    count, unit, rough = count_of(match["n"], match["unit"], bool(match["half"]))
    within = match["prep"].lower() == "within"
    before = match.string[max(0, match.start() - 70) : match.start()]
    if not within and not match["time"] and (unit in ("year", "hour") or _FIRST_TIME.search(before)):
        return {"unit": unit, "n": count, "length": 1}
    parts: Parts = {"unit": unit, "n": count, "within": 1} if within else {"unit": unit, "n": count}
    if rough:
        parts["rough"] = 1
    return parts


def _read_within(match: re.Match[str]) -> Parts | None:
    if not match["n"] and match["s"] != "s":
        if match["way"].lower() not in ("past", "last") or match["unit"].lower() not in (
            "week",
            "month",
            "year",
        ):
            return None
        count, unit = 1, match["unit"].lower()
    elif match["n"]:
        count, unit, _ = count_of(match["n"], match["unit"], False)
    else:
        return None
    forward = match["way"].lower() in ("next", "coming", "following")
    return {"unit": unit, "n": count if forward else -count, "within": 1}


def _read_recent(match: re.Match[str]) -> Parts | None:
    unit = (match["unit"] or match["bare"] or match["ahead"]).lower()[:-1]
    if match["bare"] and not match.group().lower().startswith("within"):
        return None
    if match["way"] and match["way"].lower() == "next" and not match["prep"]:
        return None
    backward = bool(match["way"]) and match["way"].lower() in ("recent", "past")
    count = {"hour": 1, "day": 7, "week": 28, "month": 92, "year": 730}[unit]
    return {"unit": "day", "n": -count if backward else count, "within": 1, "rough": 1}


def _read_duration(match: re.Match[str]) -> Parts | None:
    text = match["n"]
    if (
        text.lower() in ("a", "an", "full", "another")
        and not match["long"]
        and not match.group().lower().startswith("for ")
    ):
        return None
    count, unit, _ = count_of("a" if text.lower() == "full" else text, match["unit"], bool(match["half"]))
    return {"unit": unit, "n": count}


def _read_long(match: re.Match[str]) -> Parts | None:
    unit = (match["unit"] or match["unit2"]).lower()
    return {"unit": "day", "n": 2} if unit == "weekend" else {"unit": unit, "n": 1}


# ------------------------------------------------------------------ feasts

_DAYS_OF_NOTE = (
    r"(?:Ash\s+Wednesday|Palm\s+Sunday|Maundy\s+Thursday|Holy\s+Saturday|Ascension\s+Day|Whit(?:\s+Monday|\s*[Ss]unday)|"
    r"Pentecost|Epiphany|(?:St\.?\s+)?Valentine['’]s\s+Day|(?:St|Saint)\.?\s+Patrick['’]s\s+Day|Anzac\s+Day|May\s+Day|"
    r"Europe\s+Day|Bastille\s+Day|All\s+Saints['’]\s+Day|Armistice\s+Day|Remembrance\s+Day|Boxing\s+Day)"
)
_HOLIDAY = re.compile(
    rf"\b(?:(?P<eve>the\s+eve\s+of(?:\s+the)?)\s+)?(?:(?P<near>just|shortly|right|soon)\s+)?(?:(?P<lead>before|after)\s+)?(?:last\s+|this\s+)?(?P<name>Christmas\s+(?:Eve|Day)|Christmas|New\s+Year['’]?s?\s+(?:Eve|Day)|New\s+Year['’]?s?(?!\s+(?:Resolution|Speech|Address|Message|Greet))|Thanksgiving|Good\s+Friday|Easter(?:\s+(?:Sunday|Monday))?|{_DAYS_OF_NOTE})(?:,?\s+(?P<y>{YEAR}))?(?!\w)(?!\s+(?:Agreement|Accord|Pact|Island))",
)


def _read_holiday(match: re.Match[str]) -> Parts | None:
    name = re.sub(r"['’]s?|\s+", " ", match["name"].lower()).strip()
    parts: Parts = {"feast": " ".join(name.split())}
    if match["lead"]:
        parts["lead"] = match["lead"].lower()
    if match["near"]:
        parts["near"] = 1
    if match["eve"]:
        parts["eve"] = 1
    if match["y"]:
        parts["year"] = int(match["y"])
    return parts


RULES: tuple[Rule, ...] = (
    Rule("period", "unit", _PERIOD, _read_period),
    Rule("period", "unit", _IN_PERIOD, _read_in_period),
    Rule("period", "unit", _BEYOND, _read_beyond),
    Rule("period", "unit", _WEEKEND, _read_weekend),
    Rule("period", "unit", _YEAR_END, _read_year_end),
    Rule("period", "unit", _IS_OUT, _read_is_out),
    Rule("day", "unit", _NTH_OF_YEAR, _read_nth_of_year),
    Rule("season", "season", _SEASON, _read_season),
    Rule("season", "season", _SEASON_YEAR, _read_season),
    Rule("quarter", "quarter", _QUARTER, _read_quarter),
    Rule("fromnow", "unit", _AGO, _read_ago),
    Rule("fromnow", "unit", _IN, _read_in),
    Rule("fromnow", "unit", _WITHIN, _read_within),
    Rule("fromnow", "unit", _RECENT, _read_recent),
    Rule("duration", "unit", _DURATION, _read_duration),
    Rule("duration", "unit", _LONG, _read_long),
    Rule("feast", "feast", _HOLIDAY, _read_holiday),
)
