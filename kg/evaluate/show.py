"""A report as a reader or a program wants it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kg.evaluate.report import ERROR_KINDS, Calibration, Report, Share, Tally


def as_dict(report: Report) -> dict[str, Any]:
    """The figures, rounded to three digits, as one JSON-ready object; differences counted by kind."""
    return {
        "articles": report.articles,
        "officials": _three(report.officials)
        | {"role": _rounded(report.role), "country": _rounded(report.country)},
        "events": _three(report.events) | {name: _rounded(share) for name, share in report.fields.items()},
        "by_kind": {kind: _three(tally) | {"gold": tally.gold} for kind, tally in report.kinds.items()},
        "exact_events": _three(report.exact),
        "differences": _by_kind(report),
        "calibration": _calibration(report.calibration),
        "unread": list(report.unread),
    }


def as_text(report: Report, *, errors: int = 0) -> str:
    """The figures as lines to read, then the differences by kind of error, at most `errors` of each kind.

    >>> print(as_text(Report(1, Tally(3, 1, 1), Share(2, 3), Share(), Tally(), {}, {}, Tally(), ())).splitlines()[2])
    officials      0.750      0.750   0.750   role 0.667 (2 of 3) · country –
    """
    lines = [f"{report.articles} articles", f"{'':10} {'precision':>9} {'recall':>10} {'F1':>7}"]
    lines.append(_row("officials", report.officials, {"role": report.role, "country": report.country}))
    lines.append(_row("events", report.events, dict(report.fields)))
    lines += [
        _row(f"  {kind}", tally, {}) + f"   {tally.gold} in the gold" for kind, tally in report.kinds.items()
    ]
    lines.append(_row("exact", report.exact, {}))
    lines += _calibration_lines(report.calibration)
    lines += [f"not read: {line}" for line in report.unread]
    return "\n".join(lines + _error_lines(report, errors))


def _row(name: str, tally: Tally, shares: dict[str, Share]) -> str:
    row = f"{name:12} {tally.precision:>7.3f} {tally.recall:>10.3f} {tally.f1:>7.3f}"
    return row + ("   " + " · ".join(_share(n, s) for n, s in shares.items()) if shares else "")


def _share(name: str, share: Share) -> str:
    return f"{name} –" if share.value is None else f"{name} {share.value:.3f} ({share.right} of {share.all})"


def _calibration_lines(calibration: Calibration | None) -> list[str]:
    if calibration is None:
        return []
    lines = [f"confidence: Brier score {calibration.brier:.3f} over {calibration.events} events"]
    lines += [
        f"  {b.low:.1f}–{b.high:.1f}  {b.events:4} events, stated {b.confidence:.2f}, right {b.precision:.2f}"
        for b in calibration.bins
    ]
    return lines


def _error_lines(report: Report, errors: int) -> list[str]:
    if not errors:
        return []
    lines: list[str] = []
    for kind, number in _by_kind(report).items():
        lines.append(f"{kind}: {number}")
        lines += [f"  {one}" for one in report.differences if one.kind == kind][:errors]
    return lines


def _by_kind(report: Report) -> dict[str, int]:
    count = Counter(difference.kind for difference in report.differences)
    return {kind: count[kind] for kind in ERROR_KINDS if count[kind]}


def _calibration(calibration: Calibration | None) -> dict[str, Any] | None:
    if calibration is None:
        return None
    bins = [
        {
            "from": b.low,
            "to": b.high,
            "events": b.events,
            "confidence": round(b.confidence, 3),
            "precision": round(b.precision, 3),
            "exact": round(b.exact / b.events, 3),
        }
        for b in calibration.bins
    ]
    return {"brier": round(calibration.brier, 4), "events": calibration.events, "bins": bins}


def _three(tally: Tally) -> dict[str, Any]:
    return {
        "precision": round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
    }


def _rounded(share: Share) -> float | None:
    return None if share.value is None else round(share.value, 3)
