"""Rules for weekdays, for today and its neighbours, and for phrases that hang on another date."""

from __future__ import annotations

import re

from kg.extract.dates.words import (
    HALF,
    NUM,
    TO,
    TOD,
    UNIT,
    WD,
    Parts,
    Rule,
    count_of,
    is_capital,
    weekday_number,
)

# ------------------------------------------------------------------ weekdays and days near the publication

_ON = r"(?:(?:earlier|later|late|early|only|just)\s+(?=on\b|WD))?(?:on\s+)?".replace("WD", WD)
_WEEK_TAIL = r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next|the previous|the following|the same|that)\s+week)?"
_MOD = r"(?:(?P<mod>last|next|this past|this coming|this|past|coming|the previous|the following|the next|the coming|the past|previous|following)\s+)?"
# "on Saturday week", "Tuesday next": the word ends the phrase
_STOP = r"(?=\s*(?:[.,;:)\]\"”’—–]|$)|\s+(?:in|at|with|to|for|and|when|by|from|but|as|he|she|they|will)\b)"
# "the Monday after", "the Tuesday before": hangs on the day that was told
_SIDE = r"(?=\s*[.,;:)]|$|\s+(?:in|at|with)\b)"
_WEEKDAY = re.compile(
    rf"\b(?:(?<!in )(?<!over )(?<!than )(?<!under )(?P<plus>a\s+week|a\s+fortnight|two\s+weeks)\s+(?:on|from)\s+)?(?:(?P<week0>last|this|next)\s+week,?\s+(?=on\b))?{_ON}{_MOD}(?P<wd>{WD})(?P<tod>{TOD})"
    rf"(?:\s+(?P<week2>week|fortnight){_STOP}|\s+(?P<post>next|last){_STOP}|\s+(?P<twice>before\s+last)(?!\w)|\s+(?P<side>before|after){_SIDE})?"
    rf"{_WEEK_TAIL}(?:,?\s+(?P<ago>a\s+week\s+(?:ago|earlier|before)))?",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    rf"\b(?:(?:from|between|both|on|late|early)\s+)*{_MOD}(?P<wd>{WD}){TOD}(?:,\s*{WD})*(?P<to>{TO}|\s*,\s*(?:and\s+(?!on\b))?)(?:(?:on|early|late)\s+)?(?P<wd2>{WD}){TOD}{_WEEK_TAIL}",
    re.IGNORECASE,
)
_RELDAY = re.compile(
    r"\b(?:(?P<before>the\s+day\s+before\s+yesterday)|(?P<after>the\s+day\s+after\s+tomorrow)"
    r"|(?:(?:later|earlier|early|late)\s+)?(?P<word>today|tonight|yesterday|tomorrow)" + TOD + r"(?!\w)"
    r"|(?:(?:earlier|later|early|late)\s+)?this\s+(?:very\s+)?(?P<this>morning|afternoon|evening|noon)(?!\w)"
    r"|(?P<lastnight>last\s+(?:night|evening))(?!\w)"
    r"|(?P<overnight>overnight)(?!\w))",
    re.IGNORECASE,
)


_NAMED = re.compile(r"\s+(?:Agreement|Accords?|Pact)\b")  # "the Good Friday Agreement"
_DEFINITE = re.compile(r"\b(?:on|by|until|till|for|from)\s+(?:the|that)\s+$", re.IGNORECASE)
_OWN_NOUN = re.compile(
    r"(?!\s+(?:he|she|they|the|a|an|in|at|to|with|and|but|for|from|it|when|his|her|both|of)\b)\s+[a-z]"
)


def _read_weekday(match: re.Match[str]) -> Parts | None:
    if not is_capital(match["wd"]) or _NAMED.match(match.string, match.end("wd")):
        return None
    if re.search(
        r"\b(?:every|each|any)\s+$", match.string[max(0, match.start() - 8) : match.start()], re.IGNORECASE
    ):
        return None
    the = match.string[max(0, match.start("wd") - 4) : match.start("wd")].lower() == "the "
    if (match["twice"] or match["side"]) and not the:
        return None
    parts: Parts = {"weekday": weekday_number(match["wd"])}
    if match["mod"]:
        parts["mod"] = match["mod"].lower().split()[-1]
    elif _definite(match):
        parts["mod"] = "that"
    if match["side"]:
        parts["mod"] = "following" if match["side"].lower() == "after" else "previous"
    if week := match["week"] or match["week0"]:
        parts["week"] = week.lower().split()[-1]
    if match["post"]:
        parts["mod"] = match["post"].lower()
    if match["ago"] or match["twice"]:
        parts["mod"] = "last"
        parts["weekago"] = 1
    if late := match["week2"] or match["plus"]:
        parts["weeksoff"] = 1 if late.lower() in ("week", "a week") else 2
    return parts


def _definite(match: re.Match[str]) -> bool:
    """ "On the Saturday", but not "for the Monday session"."""
    led = _DEFINITE.search(match.string, max(0, match.start() - 12), match.start())
    return led is not None and not _OWN_NOUN.match(match.string, match.end())


def _read_weekdays(match: re.Match[str]) -> Parts | None:
    if not (is_capital(match["wd"]) and is_capital(match["wd2"])):
        return None
    if re.match(r"\d", match.string[match.end() : match.end() + 2].strip() or "x"):
        return None
    parts: Parts = {"weekday": weekday_number(match["wd"]), "weekday2": weekday_number(match["wd2"])}
    if match["mod"]:
        parts["mod"] = match["mod"].lower().split()[-1]
    if match["week"]:
        parts["week"] = match["week"].lower().split()[-1]
    return parts


_JUST_NOW = re.compile(r"\b(?:just\s+|only\s+|mere\s+)?(?:hours|minutes|moments)\s+ago(?!\w)", re.IGNORECASE)


def _read_just_now(match: re.Match[str]) -> Parts | None:
    return {"days": 0}


def _read_relday(match: re.Match[str]) -> Parts | None:
    if match["before"]:
        return {"days": -2}
    if match["after"]:
        return {"days": 2}
    if match["lastnight"]:
        return {"days": -1}
    if match["overnight"]:
        follow = match.string[match.end() : match.end() + 10]
        if re.match(r"\s+(?:train|flight|stay|bag|success|visit|trip)", follow):
            return None
        return {"days": -1, "days2": 0}
    if match["this"]:
        return {"days": 0}
    return {"days": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[match["word"].lower()]}


# ------------------------------------------------------------------ phrases that hang on another date

_DAYPART = r"(?:day|night|morning|afternoon|evening)"
_STAY = r"(?:visit|trip|stay|tour|journey|mission|sojourn|talks|summit|conference|meeting)"
_SAME = re.compile(
    rf"\b(?:(?:later|earlier|late|early|on|in|during)\s+)*(?:(?:the\s+(?:very\s+)?same|that\s+same|that|this\s+same)\s+(?P<unit>{_DAYPART}|week|weekend|month|year)"
    rf"|(?:later|earlier|late|early)\s+(?:in\s+the|that)\s+(?P<unit2>{_DAYPART}))(?!\w)(?!['’]s\b)",
    re.IGNORECASE,
)
# "will meet her in the evening": on the day that was told, where the sentence tells none
_PART = re.compile(
    r"\bin\s+the\s+(?:(?:early|late)\s+)?(?:morning|afternoon|evening)(?!\w)(?!\s+(?:of|after|before)\b)"
    r"|\b(?P<later>later)(?=\s*[.,;:)\]\"”’]|\s*$)",
    re.IGNORECASE,
)
# "was to see X later": before the day was out
_DUE = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+)?(?:(?:due|expected|scheduled|set)\s+)?to\s", re.IGNORECASE
)
_HOUR = re.compile(rf"\b(?:{NUM}|noon|o['’]clock)\s+$", re.IGNORECASE)
_DAYS = re.compile(rf"\b(?:{WD}|\d{{1,2}}|today|tomorrow|yesterday|each|every)\b", re.IGNORECASE)
_NEXT = re.compile(
    rf"\b(?:(?:on|in|during|over|(?P<part>early|late))\s+)*(?:the\s+(?P<way>following|next|ensuing|subsequent|previous|preceding|prior)\s+(?P<unit>{_DAYPART}|week|weekend|month|year)|(?<!the )(?<!very )next\s+(?P<bare>day|morning|evening))(?!\w)",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:just\s+|only\s+|some\s+)?(?:hours|minutes|moments)\s+(?:later|earlier|afterwards?)(?!\w)(?!\s+than)",
    re.IGNORECASE,
)
_EVE = re.compile(
    rf"\b(?:on\s+)?the\s+(?P<unit>{_DAYPART}|week|month|year)\s+(?P<way>before|after|earlier)(?:\s+that(?=[.,;:)]|\s+(?:(?-i:[A-Z])|he\b|she\b|they\b))"
    r"|(?=\s*(?:[.,;:)\]\"”’—–]|$|(?:by|in|at|with|and|but|for|from|to|when|on|over|during|as|between|was|were|had)\b)))(?!\s+(?:yesterday|tomorrow))",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    rf"\b(?<!not )(?:(?:just|only|about|some|barely|almost|nearly|less than|more than)\s+)?(?<![\d,.])(?P<n>{NUM}){HALF}[\s-]+(?P<unit>{UNIT}|minute)s?\s+(?P<way>later|earlier|previously|beforehand|afterwards?|(?:before|after)\s+(?:that|then|this)(?!\s+\w+(?:ing|ed)\b)|before(?=\s*(?:[.,;:)]|$)|\s+(?:and|but|in|at)\b)|after(?=\s*(?:[.,;:)]|$)))(?!\w)(?!\s+than)",
    re.IGNORECASE,
)
# "two days into the visit", "on the second day of her stay": counted from the day on which it began
_INTO = re.compile(
    rf"\b(?:(?:just|only|barely|about)\s+)?(?P<n>{NUM})[\s-]+(?P<unit>{UNIT})s?\s+into\s+(?:the|his|her|their|its|this|that)\s+"
    rf"(?:[\w-]+\s+)?{_STAY}(?!\w)|\bon\s+the\s+(?P<rank>second|third|fourth|fifth)\s+day(?=\s+of\s+(?:the|his|her|their|its|this|that)\s+"
    rf"(?:[\w-]+\s+)?{_STAY}(?!\w)(?!['’]s\b))",
    re.IGNORECASE,
)
# "the morning after his arrival": hangs on the day that was told, unless its own follows
_ARRIVAL = re.compile(
    rf"\b(?:on\s+)?the\s+(?P<unit>{_DAYPART})\s+(?P<way>before|after)\s+(?:his|her|their)\s+(?:arrival|arriving|landing|touchdown)"
    r"(?!\w)(?!\s+(?:in\s+[\w ]+\s+)?(?:on|last|in\s+[A-Z][a-z]+\s+(?:on|last))\b)",
    re.IGNORECASE,
)
_RANKS = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}


def _read_into(match: re.Match[str]) -> Parts | None:
    if match["rank"]:
        return {"unit": "day", "n": _RANKS[match["rank"].lower()], "shift": 1}
    count, unit, _ = count_of(match["n"], match["unit"], False)
    return {"unit": unit, "n": count, "shift": 1}


def _read_same(match: re.Match[str]) -> Parts | None:
    unit = (match["unit"] or match["unit2"]).lower()
    if unit in ("week", "month", "year", "weekend") and match.group().lower().startswith("that "):
        # "said that year-end sales": a conjunction
        before = match.string[max(0, match.start() - 6) : match.start()].lower()
        if re.search(r"(?:said|told)\s+$", before):
            return None
    return {"unit": _base_unit(unit), "n": 0}


def _base_unit(unit: str) -> str:
    return "day" if unit in ("night", "morning", "afternoon", "evening", "day") else unit


def _read_part(match: re.Match[str]) -> Parts | None:
    before = match.string[max(0, match.start() - _NEARBY) : match.start()].rsplit(".", 1)[-1]
    after = match.string[match.end() : match.end() + _NEARBY].split(".", 1)[0]
    opening = not before.strip()  # "In the afternoon he sees A, and tomorrow B"
    elsewhere = _DAYS.search(before) or (_DAYS.search(after) and not opening) or _HOUR.search(before)
    return None if elsewhere or (match["later"] and not _DUE.search(before)) else {"unit": "day", "n": 0}


_NEARBY = 80  # characters around a part of the day in which a day of its own may stand


def _read_soon(match: re.Match[str]) -> Parts | None:
    return {"unit": "day", "n": 0}


def _read_next(match: re.Match[str]) -> Parts | None:
    if match["bare"]:  # "next morning they met again"
        return {"unit": "day", "n": 1}
    way = match["way"].lower()
    back = way in ("previous", "preceding", "prior")
    parts: Parts = {"unit": _base_unit(match["unit"].lower()), "n": -1 if back else 1}
    if match["part"] and parts["unit"] in ("month", "year"):
        parts["part"] = match["part"].lower()
    return parts


def _read_eve(match: re.Match[str]) -> Parts | None:
    return {"unit": _base_unit(match["unit"].lower()), "n": 1 if match["way"].lower() == "after" else -1}


def _read_shift(match: re.Match[str]) -> Parts | None:
    count, unit, rough = count_of(match["n"], match["unit"], "half" in match.group().lower())
    before = match["way"].lower().split()[0] in ("earlier", "before", "previously", "beforehand")
    parts: Parts = {"unit": unit, "n": -count if before else count, "shift": 1}
    if rough:
        parts["rough"] = 1
    return parts


RULES: tuple[Rule, ...] = (
    Rule("weekday", "weekday", _WEEKDAY, _read_weekday),
    Rule("weekdays", "weekday", _WEEKDAYS, _read_weekdays),
    Rule("relday", "near", _RELDAY, _read_relday),
    Rule("relday", "unit", _JUST_NOW, _read_just_now),
    Rule("anchor", "unit", _SAME, _read_same),
    Rule("anchor", "unit", _SOON, _read_soon),
    Rule("anchor", "unit", _PART, _read_part),
    Rule("anchor", "unit", _NEXT, _read_next),
    Rule("anchor", "unit", _EVE, _read_eve),
    Rule("anchor", "unit", _SHIFT, _read_shift),
    Rule("anchor", "unit", _INTO, _read_into),
    Rule("anchor", "unit", _ARRIVAL, _read_eve),
)
