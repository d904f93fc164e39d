"""Captions: telling a line under a photograph from prose, and splitting off the agency's credit."""

from __future__ import annotations

import re

_AGENCY = r"(?:[A-Z]{2,8}|Reuters|Yonhap|Xinhua|Kyodo|Getty(?: Images)?|Associated Press|Agence France-Presse|Anadolu|Bernama|Tass|Sputnik|The Canadian Press|Cancillería)"
# The credit at a caption's end. "[MINISTRY OF DEFENSE]", "(AA Photo)", "- AFP", "Photo: AFP", "© Pool"
_CREDIT = re.compile(
    r"\s*(?:"
    r"\[[^\[\]]{2,80}\]"
    r"|\((?:(?i:[^()]{0,40}\b(?:photo|photograph|pic|picture|image|file|pool|press|agency|handout|courtesy|images)\b[^()]{0,30})|"
    + _AGENCY
    + r"|[A-Z][\w.]+(?:/[A-Z][\w. ]+)+)\)"
    r"|[—–-]+\s*(?:"
    + _AGENCY
    + r"|(?i:[^—–.]{0,30}\b(?:photo|pic|picture|image|file|handout)s?))(?i:\s+(?:photo|pic|file|images?))?"
    r"|(?<=[.\])”\"] )(?i:(?:file |pool |handout |screengrab |picture |kyodo |ap |afp |courtesy )?(?:photo|photograph|picture|image|photos)s?(?:\s*(?:courtesy|credit|by))?(?:\s*(?:of|:|by|/)\s*[^:]{2,60})?)"
    r"|©\s*.{2,80}"
    r"|\b[A-Z]{2,8} PHOTO"
    r"|(?<=[.] )[A-Z]{2,6}\s*/\s*[A-Z][\w ]{1,30}"
    r")\s*\.?\s*$"
)
_LABEL = re.compile(
    r"(?:(?:image|media|photo) caption\s*[,:]?\s+|(?:photo|photograph|picture|image|caption|file photo|file)\s*:\s+|in this (?:file )?(?:photo|picture|image)\b)",
    re.IGNORECASE,
)
_POSITIONS = re.compile(
    r"\((?:L-R|L to R|from left|left|right|centre|center|L|R|C|2nd [LR])\)|, (?:left|right|center|centre|second from (?:left|right)),|\bfrom left\b",
    re.IGNORECASE,
)
_CREDIT_SIGN = re.compile(
    r"[\])]\s*\.?$|©|(?i:photo|\bpic\b|picture|image|\bfile\b|handout)|[—–-]\s?[A-Z][\w /]{1,24}\.?$|\b[A-Z]{2,8}\s?/"
)

_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
# What a picture shows, in the present tense and with its day at the end: "X arrives in Y, Tuesday, May 4, 2021."
_SHOWN = (
    r"(?:meet|speak|shake|pose|walk|wave|greet|listen|gesture|look|arrive|attend|stand|sit|smile|welcome|receive|board|"
    r"address|leave|depart|talk|hold|react|deliver|participate|step|host|chat|toast|embrace|hug|applaud|watch)"
)
_SNAPSHOT = re.compile(
    rf"[^“”\"]*\b{_SHOWN}(?:e?s)?\b[^“”\"]*,? (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?{_MONTH},? (?:19|20)\d\d\.?"
    rf"|[^“”\"]*\b(?:speak|shake|pose|walk|wave|greet|listen|gesture|look)(?:e?s)\b[^“”\"]* on {_MONTH}\.?"
)
_REPORTING = re.compile(
    r"\b(?:said|says|told|according|will|would|was|were|had|announced|expected|reported)\b"
)

_SIGNS = (")", "]", "©", "hoto", "HOTO", "pic", "PIC", "icture", "mage", "ile", "andout", "-", "–", "—", "/")
_FEWEST_BLANKS = 5  # "Gulf News (GNA)" is a name, not a caption
_LONGEST = 420  # characters of a caption


def credit_start(line: str) -> int | None:
    """Where the credit begins in a caption, or None.

    >>> line = "The ministers in Paris on Friday. [MINISTRY OF DEFENSE]"
    >>> line[credit_start(line):].strip()
    '[MINISTRY OF DEFENSE]'
    """
    tail = line[-90:]
    if len(line) > _LONGEST or not any(sign in tail for sign in _SIGNS) or not _CREDIT_SIGN.search(tail):
        return None
    match = _CREDIT.search(line, max(0, len(line) - 90))
    if match is None:
        return None
    credit = match.group().strip()
    dash = credit[:1] in "-–—"
    if dash and not credit[1:].strip():
        return None
    if credit.endswith(").") and line[: match.start()].rstrip()[-1:].isalnum():
        return None  # "took part in the General Assembly (UNGA).": the sentence goes on to its stop
    return match.start()


def is_caption(line: str) -> bool:
    """Whether the line reads as the words under a photograph.

    >>> is_caption("Ann shakes hands with Bob in Rome. Photo: AFP"), is_caption("Ann met Bob in Rome, she said.")
    (True, False)
    """
    if len(line) > _LONGEST or line.count(" ") < _FEWEST_BLANKS:
        return False
    start = credit_start(line)
    if (start is not None and start >= 12) or _snapshot(line):
        return True
    return bool(_LABEL.match(line)) or (
        len(line) < 300
        and any(word in line for word in ("(", " left", " right", " cent"))
        and bool(_POSITIONS.search(line))
    )


def _snapshot(line: str) -> bool:
    """Whether a line is one sentence that says in the present tense what is seen, and ends with its day.

    >>> _snapshot("Ann greets Bob at the palace in Rome, Tuesday, May 4, 2021."), _snapshot("Ann will greet Bob on May 4, 2021.")
    (True, False)
    """
    dated = line[-5:-1].isdigit() or line[-4:].isdigit() or line.rstrip(".")[-1:].isdigit()
    return dated and bool(_SNAPSHOT.fullmatch(line)) and not _REPORTING.search(line)


def label_end(line: str) -> int:
    """Length of a leading "Photo:" label, 0 without one."""
    match = _LABEL.match(line)
    return match.end() if match and match.group().rstrip()[-1] in ":," else 0
