"""What the next sentences say of a call that was told is no meeting: "The two ministers also discussed trade"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.drafts import Draft
from kg.extract.edtf import overlap
from kg.extract.sentence.line import line

_FAR = 12  # sentences
# Rules whose words fit talks of any kind, on a line or in a room.
_EITHER = frozenset(
    "told joint-act contact contact-bare each-other one-breath spent-time in-talks mutual-verb side-verb".split()
)
_TELLING = frozenset("briefed informed apprised assured told updated reassured thanked congratulated".split())
# Of what two "agreed" the next sentences may tell that it was over the phone.
_DECIDED = frozenset({"joint-act", "contact", "contact-bare"})
_AHEAD = 3  # tellings
_SOON = 3  # sentences in which "X spoke with Y" is said to have been over the phone
_BY_VERB = frozenset({"mutual-verb", "side-verb"})  # which verb it is tells: "spoke", not "met"
_UNTOLD = _BY_VERB | {"one-breath"}
_SPEECH = frozenset(
    "talks talk conversation conversations discussion discussions dialogue exchange exchanges consultations contact "
    "spoke speak speaking talked talking discussed conversed chatted conferred consulted exchanged".split()
)


def resume(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, where those that only go on telling of a call have become tellings of that call."""
    told = list(drafts)
    for n, d in enumerate(told):
        if _while_speaking(d):
            talks = next((e for e in reversed(told[:n]) if _held_with(e, d)), None)
            if talks is not None:
                d.kind, d.mode, d.sides, d.place = "meeting", "in-person", list(talks.sides), talks.place
                d.date, d.when, d.rule, d.gathering = talks.date, talks.when, talks.rule, talks.gathering
        if _vague(d):
            call = next((e for e in reversed(told[:n]) if _about(e, d)), None)
            if call is None and d.rule in _DECIDED and not d.place_stated:
                call = next((e for e in told[n + 1 : n + 1 + _AHEAD] if _about(e, d)), None)
            elif call is None and d.rule in _UNTOLD and not d.place_stated:
                after = [e for e in told[n + 1 : n + 1 + _AHEAD] if e.kind == "call" and _about(e, d)]
                call = next((e for e in after if e.tree.number - d.tree.number <= _SOON), None)
            if call is not None and call.kind == "call":
                _join(d, call)
            elif (
                call is not None and d.date is None and not d.place_stated
            ):  # "she told him" at the talks told before
                d.when, d.place = call.when, d.place or call.place
    return told


def _while_speaking(d: Draft) -> bool:
    """ "While speaking to X, she thanked him": a call only where nothing else is told of the two."""
    return (
        d.kind == "call"
        and d.rule == "side-verb"
        and d.trigger.tag == "VBG"
        and line(d.tree, d.trigger) is None
    )


def _held_with(e: Draft, d: Draft) -> bool:
    """Whether `e` is a meeting in which those of `d` sat."""
    near = 0 <= d.tree.number - e.tree.number <= _FAR and e.status in ("held", "ongoing")
    return e.kind == "meeting" and near and len(d.officials) >= 2 and d.officials <= e.officials


def _vague(d: Draft) -> bool:
    """Whether nothing in a telling says that those who talked were in one place."""
    if d.kind != "meeting" or d.gathering or d.mode != "in-person" or len(d.officials) < 2:
        return False
    if d.rule in ("joint-act", "spent-time") and d.place_stated:
        return False  # "failed to close the gaps in Geneva"
    if d.rule == "face-verb" and d.trigger.lower in _TELLING:
        return d.status in ("held", "ongoing")
    fits = d.rule in _EITHER if d.rule not in _BY_VERB else d.trigger.lower in _SPEECH
    return (fits or (d.rule == "talk-noun" and d.trigger.lower in _SPEECH)) and d.status in (
        "held",
        "ongoing",
    )


def _about(e: Draft, d: Draft) -> bool:
    """Whether `e`, told before, is talks that `d` may go on about: of the same people, near, not of another day."""
    if e.kind not in ("call", "meeting") or e.officials != d.officials or (e.kind == "meeting" and _vague(e)):
        return False
    if e.status not in ("held", "ongoing") or abs(d.tree.number - e.tree.number) > _FAR:
        return False
    return e.when is None or d.when is None or d.date is None or overlap(e.when.edtf, d.when.edtf)


def _join(d: Draft, call: Draft) -> None:
    """Makes `d` a telling of `call`."""
    d.kind, d.mode, d.place, d.place_stated = "call", call.mode, None, False
    if call.when is not None:
        d.date, d.when = call.date, call.when
