"""Phrases that tell when: finding them, and working out the days they mean, as EDTF.

`find_dates` finds them, `resolve` works one out, `duration_days` tells how long a duration lasts.

Conventions (P is the publication date; the tense of the clause is the caller's `direction`):

| phrase | means |
|---|---|
| on Tuesday | past, unknown: the last Tuesday up to and including P; future: the first from P on |
| last Tuesday · next Tuesday | the last before P · the first at least 4 days after P |
| Tuesday last week, last week, this week, next week | weeks run from Monday to Sunday |
| earlier this week · later this week | Monday to P · P to Sunday |
| early, mid, late in a week | Monday–Wednesday, Tuesday–Thursday, Thursday–Sunday |
| over the weekend, last weekend | Saturday and Sunday; past: the last that has begun; last: of the week before |
| Jan. 30, in July (no year) | past: the latest begun by P; future: the first not over at P; unknown: the nearest |
| early, mid, late in a month | 1–10, 11–20, 21–end; first half 1–15; first week, first days 1–7; last week: 7 days |
| earlier this month, last month | the month; later this month: P to its end |
| early, mid, late in a year | January–March, June–July, October–December; halves and quarters by months |
| earlier this year, last year | the year; later this year: P to 31 December |
| spring, summer, autumn, winter | March–May, June–August, September–November, December–February |
| last fall · this summer | the last one that is over at P · that of P's year |
| three days ago · two weeks ago | the day · that day and 3 days on either side |
| two months ago · a year ago · five years ago | the month · the month · the year |
| in the past two weeks · within three months | counted back from P · on from P; "coming days", "within days": 7 days |
| before Christmas, by the end of June | future: from P to then; past: the 14 days before (a day), or the span |
| the following day, a week later, that month | hang on `anchor`; basis "inherited"; without one: None |
| the week of March 5 · the first Monday in May | Monday to Sunday of that week · that day |
| a few days later | that many and half as many on either side; minutes or hours later: the same day |
| soon, recently, in the near future | no date at all |

A month or year is too coarse an anchor for days: "the following day" after "in July" means nothing.
Without a publication date only complete phrases resolve. The quote is the whole phrase.
`DatePhrase.form` is one of day, nthday, days, dayofmonth, month, months, year, years, weekday, weekdays, relday,
anchor, period, season, quarter, fromnow, feast, duration; the part `lead` keeps "since", "until", "before",
"by", "after", "from" where one stands before the phrase.
"""

from __future__ import annotations

from kg.extract.dates.find import find_dates
from kg.extract.dates.frame import Direction
from kg.extract.dates.resolve import duration_days, resolve

__all__ = ["Direction", "duration_days", "find_dates", "resolve"]
