"""Phrases of time and the days they mean, told on Wednesday, 28 January 2026 unless a case says otherwise.

Each line: phrase | EDTF or "-" for unknown. A leading letter tells the tense: p past, f future, u unknown.
"""

from __future__ import annotations

STATED = """
u on Jan. 30, 2026 | 2026-01-30
u January 30, 2026 | 2026-01-30
u 30 January 2026 | 2026-01-30
u the 30th of January 2026 | 2026-01-30
u Friday, Jan. 30, 2026 | 2026-01-30
u on Friday, 30 January 2026 | 2026-01-30
u 2026-01-30 | 2026-01-30
u 16. 07. 2020 | 2020-07-16
u Sept. 11, 2001 | 2001-09-11
u December 9th, 2015 | 2015-12-09
u in November 2025 | 2025-11
u November, 2025 | 2025-11
u in Nov. 2025 | 2025-11
u in early November 2025 | 2025-11-01/2025-11-10
u mid-June 2019 | 2019-06-11/2019-06-20
u in late March 2014 | 2014-03-21/2014-03-31
u at the end of February 2024 | 2024-02-21/2024-02-29
u the first week of May 2012 | 2012-05-01/2012-05-07
u the second week of May 2012 | 2012-05-08/2012-05-14
u in the last week of May 2012 | 2012-05-25/2012-05-31
u the first half of April 2010 | 2010-04-01/2010-04-15
u the second half of April 2010 | 2010-04-16/2010-04-30
u in 2024 | 2024
u since 1975 | 1975
u in early 2019 | 2019-01/2019-03
u in late 2018 | 2018-10/2018-12
u mid-2016 | 2016-06/2016-07
u at the end of 2018 | 2018-11/2018-12
u in the first half of 2018 | 2018-01/2018-06
u in the second half of 2018 | 2018-07/2018-12
u the third quarter of 2018 | 2018-07/2018-09
u in the first three months of 2018 | 2018-01/2018-03
u on the second Tuesday of March 2019 | 2019-03-12
u Q3 2018 | 2018-07/2018-09
u the summer of 2015 | 2015-06/2015-08
u spring 2003 | 2003-03/2003-05
u in the winter of 2015 | 2015-12/2016-02
u in the fall of 2014 | 2014-09/2014-11
u Jan. 29-31, 2026 | 2026-01-29/2026-01-31
u January 29 to 31, 2026 | 2026-01-29/2026-01-31
u 29-31 January 2026 | 2026-01-29/2026-01-31
u from 19 to 23 February 2018 | 2018-02-19/2018-02-23
u March 30 to April 2, 2019 | 2019-03-30/2019-04-02
u 30 March to 2 April 2019 | 2019-03-30/2019-04-02
u from Dec. 30, 2017 to Jan. 2, 2018 | 2017-12-30/2018-01-02
u between March 3 and 5, 2011 | 2011-03-03/2011-03-05
u between April 2021 and April 2022 | 2021-04/2022-04
u from June to August of 2016 | 2016-06/2016-08
u from November 2013 to February 2014 | 2013-11/2014-02
u 2001-2006 | 2001/2006
u from 1968 to 1969 | 1968/1969
u between 1991 and 1995 | 1991/1995
u 2007-09 | 2007/2009
u the 1970s | 1970/1979
u in the 1970s and '80s | 1970/1989
u in the 1970s and 1980s | 1970/1989
u in the early 1990s | 1990/1993
u Christmas 2010 | 2010-12-25/2010-12-26
u New Year's Day 2010 | 2010-01-01
u Easter 2024 | 2024-03-29/2024-04-01
u Good Friday 2024 | 2024-03-29
"""

RELATIVE = """
f on Saturday week | 2026-02-07
f a week on Monday | 2026-02-09
f a fortnight on Friday | 2026-02-13
f on Tuesday next | 2026-02-03
p on Friday last | 2026-01-23
p last Friday week | 2026-01-16
p three years ago to the month | 2023-01
p two years ago to the day | 2024-01-28
p two weeks ago to the day | 2026-01-14
f a month hence | 2026-02
f before the week is out | 2026-01-28/2026-02-01
f before the month is out | 2026-01-28/2026-01-31
f before the year ends | 2026-01-28/2026-12-31
p on the second day of the year | 2026-01-02
p on the last day of last year | 2025-12-31
f to the spring | 2026-03/2026-05
p in the closing days of October | 2025-10-25/2025-10-31
p in the opening weeks of January | 2026-01-01/2026-01-10
p 3/4 May | 2025-05-03/2025-05-04
u on Tuesday | 2026-01-27
p on Tuesday | 2026-01-27
f on Tuesday | 2026-02-03
p on Wednesday | 2026-01-28
f on Wednesday | 2026-01-28
u on Wednesday | 2026-01-28
p on Thursday | 2026-01-22
f on Thursday | 2026-01-29
p Tuesday evening | 2026-01-27
p on Sunday night | 2026-01-25
p late on Sunday | 2026-01-25
p earlier on Monday | 2026-01-26
p early on Monday morning | 2026-01-26
u last Tuesday | 2026-01-27
u last Wednesday | 2026-01-21
u last Friday | 2026-01-23
u next Friday | 2026-02-06
u next Monday | 2026-02-02
u next Wednesday | 2026-02-04
f this Friday | 2026-01-30
p this past Sunday | 2026-01-25
f this coming Sunday | 2026-02-01
u Tuesday last week | 2026-01-20
u on Thursday of last week | 2026-01-22
u on Monday next week | 2026-02-02
u Friday this week | 2026-01-30
u from Tuesday to Thursday last week | 2026-01-20/2026-01-22
p Monday and Tuesday | 2026-01-26/2026-01-27
p on Sunday and Monday | 2026-01-25/2026-01-26
f from Thursday to Saturday | 2026-01-29/2026-01-31
f Thursday through Saturday | 2026-01-29/2026-01-31
f Friday-Sunday | 2026-01-30/2026-02-01
f between Monday and Wednesday next week | 2026-02-02/2026-02-04
f from Monday to Friday | 2026-01-26/2026-01-30
p from Thursday to Saturday | 2026-01-22/2026-01-24
u today | 2026-01-28
u later today | 2026-01-28
u yesterday | 2026-01-27
u yesterday evening | 2026-01-27
u tomorrow | 2026-01-29
u tomorrow morning | 2026-01-29
u tonight | 2026-01-28
u this morning | 2026-01-28
u this afternoon | 2026-01-28
u earlier this evening | 2026-01-28
u last night | 2026-01-27
u overnight | 2026-01-27/2026-01-28
u the day before yesterday | 2026-01-26
u the day after tomorrow | 2026-01-30
u this week | 2026-01-26/2026-02-01
u last week | 2026-01-19/2026-01-25
u next week | 2026-02-02/2026-02-08
u earlier this week | 2026-01-26/2026-01-28
u later this week | 2026-01-28/2026-02-01
u early next week | 2026-02-02/2026-02-04
u late last week | 2026-01-22/2026-01-25
u at the end of this week | 2026-01-29/2026-02-01
u last weekend | 2026-01-24/2026-01-25
u over the weekend | 2026-01-24/2026-01-25
p at the weekend | 2026-01-24/2026-01-25
f over the weekend | 2026-01-31/2026-02-01
f this weekend | 2026-01-31/2026-02-01
u next weekend | 2026-02-07/2026-02-08
u this month | 2026-01
u last month | 2025-12
u next month | 2026-02
u earlier this month | 2026-01
u later this month | 2026-01-28/2026-01-31
u early next month | 2026-02-01/2026-02-10
u late last month | 2025-12-21/2025-12-31
u in the middle of next month | 2026-02-11/2026-02-20
u the end of the month | 2026-01-21/2026-01-31
f before the end of the month | 2026-01-28/2026-01-31
f by the end of the month | 2026-01-28/2026-01-31
u in the first week of next month | 2026-02-01/2026-02-07
u this year | 2026
u last year | 2025
u next year | 2027
u earlier this year | 2026
u later this year | 2026-01-28/2026-12-31
u early this year | 2026-01/2026-03
u early next year | 2027-01/2027-03
u late last year | 2025-10/2025-12
u in the middle of the year | 2026-06/2026-07
u in the first half of the year | 2026-01/2026-06
u in the second half of next year | 2027-07/2027-12
f by the end of the year | 2026-01-28/2026-12-31
f before next year | 2026-01-28/2026-12-31
u this quarter | 2026-01/2026-03
u last quarter | 2025-10/2025-12
u next quarter | 2026-04/2026-06
u last summer | 2025-06/2025-08
u last fall | 2025-09/2025-11
u this spring | 2026-03/2026-05
u this autumn | 2026-09/2026-11
f next summer | 2026-06/2026-08
p over the summer | 2025-06/2025-08
f in the spring | 2026-03/2026-05
p in the autumn | 2025-09/2025-11
u late last summer | 2025-07/2025-08
u this winter | 2025-12/2026-02
f on Jan. 30 | 2026-01-30
p on Jan. 5 | 2026-01-05
p on Dec. 17 | 2025-12-17
p on Nov. 1 | 2025-11-01
f on March 3 | 2026-03-03
u on 16 February | 2026-02-16
u on Nov 30 | 2025-11-30
f as of Jan. 1 | 2027-01-01
f on 31 September | -
p on 30 February | -
p on Jan. 5, 6 and 7 | 2026-01-05/2026-01-07
p 5, 6 and 7 December | 2025-12-05/2025-12-07
p on Jan. 5 and 6 | 2026-01-05/2026-01-06
f the week of March 4 | 2026-03-02/2026-03-08
f on the first Monday in May | 2026-05-04
p the last Friday of December | 2025-12-26
p in the last ten days of December | 2025-12-21/2025-12-31
p on Monday, Tuesday and Wednesday | 2026-01-26/2026-01-28
u until Friday | 2026-01-30
u through Sunday | 2026-02-01
u the week before last | 2026-01-12/2026-01-18
u the year before last | 2024
u 48 hours ago | 2026-01-26
f within 24 hours | 2026-01-28/2026-01-29
u Jan. 1 last year | 2025-01-01
u 20 June of last year | 2025-06-20
u on July 31 this year | 2026-07-31
u on April 14 next year | 2027-04-14
u last October 31 | 2025-10-31
u Thursday, September 10 | 2026-09-10
u Jan. 29-31 | 2026-01-29/2026-01-31
p September 10-11 | 2025-09-10/2025-09-11
f March 30 to April 2 | 2026-03-30/2026-04-02
p Nov. 30 and Dec. 1 | 2025-11-30/2025-12-01
p from 19 to 23 December | 2025-12-19/2025-12-23
p from Dec. 29 to Jan. 3 | 2025-12-29/2026-01-03
f on the 30th | 2026-01-30
p on the 30th | 2025-12-30
u on the 5th of next month | 2026-02-05
p in July | 2025-07
f in July | 2026-07
u in July | 2025-07
u in March | 2026-03
p in January | 2026-01
p in early November | 2025-11-01/2025-11-10
f in mid-February | 2026-02-11/2026-02-20
f at the end of February | 2026-02-21/2026-02-28
f in the first days of March | 2026-03-01/2026-03-07
u last November | 2025-11
f next March | 2026-03
u in January of last year | 2025-01
u in May this year | 2026-05
p in July and August | 2025-07/2025-08
p between November and January | 2025-11/2026-01
f from March to May | 2026-03/2026-05
u two days ago | 2026-01-26
u a week ago | 2026-01-18/2026-01-24
u two weeks ago | 2026-01-11/2026-01-17
u a fortnight ago | 2026-01-11/2026-01-17
u a month ago | 2025-12
u three months ago | 2025-10
u a year ago | 2025-01
u five years ago | 2021
u more than a decade ago | 2016
u two years ago this month | 2024-01
u a year ago today | 2025-01-28
u a few days ago | 2026-01-23/2026-01-27
u an hour ago | 2026-01-28
u in three days | 2026-01-31
u in three weeks' time | 2026-02-15/2026-02-21
u in a month's time | 2026-02
u two months from now | 2026-03
u within two weeks | 2026-01-28/2026-02-11
u within three months | 2026-01-28/2026-04-28
f within days | 2026-01-28/2026-02-04
u in the past two weeks | 2026-01-14/2026-01-28
u over the last three days | 2026-01-25/2026-01-28
u over the past year | 2025-01-28/2026-01-28
u in the next ten days | 2026-01-28/2026-02-07
u in the coming days | 2026-01-28/2026-02-04
u in the coming weeks | 2026-01-28/2026-02-25
u in recent days | 2026-01-21/2026-01-28
u in recent weeks | 2025-12-31/2026-01-28
u in the next few days | 2026-01-28/2026-01-31
u Christmas | 2025-12-25/2025-12-26
p just before Christmas | 2025-12-11/2025-12-24
f before Christmas | 2026-01-28/2026-12-24
p on Christmas Eve | 2025-12-24
u New Year's Day | 2026-01-01
p on New Year's Eve | 2025-12-31
p Thanksgiving | 2025-11-27
f at Easter | 2026-04-03/2026-04-06
f by Friday | 2026-01-28/2026-01-30
f before Friday | 2026-01-28/2026-01-29
f by March 1 | 2026-01-28/2026-03-01
f before the summer | 2026-01-28/2026-05-31
u half a year ago | 2025-07
f in half a year | 2026-07
p on the fifth of this month | 2026-01-05
p on the twenty-first of last month | 2025-12-21
p on the third of January | 2026-01-03
p on January the third | 2026-01-03
p on the last day of December | 2025-12-31
p on the first day of December | 2025-12-01
u last year, in December | 2025-12
u in December of the year before last | 2024-12
u on the Friday before last | 2026-01-16
p on Boxing Day | 2025-12-26
p on the eve of May Day | 2025-04-30
f on Ash Wednesday | 2026-02-18
f on Whit Monday | 2026-05-25
p on Bastille Day | 2025-07-14
u exactly a year ago | 2025-01-28
u minutes ago | 2026-01-28
p on a Monday in November | 2025-11
p one November morning | 2025-11
f a week from today | 2026-02-04
f a fortnight tomorrow | 2026-02-12
f next week on Friday | 2026-02-06
f over the coming weekend | 2026-01-31/2026-02-01
"""

# the anchor is 2025-12-10 (a Wednesday) unless the line begins with one
ANCHORED = """
2017-08 that autumn | 2017-09/2017-11
2017-10-05 the following spring | 2018-03/2018-05
2017-10-05 the previous winter | 2016-12/2017-02
2017 the May after that | 2018-05
2017-08 that October | 2017-10
2017-08-01 the following February | 2018-02
2017-08-01 the previous November | 2016-11
the following day | 2025-12-11
the next day | 2025-12-11
the next morning | 2025-12-11
the previous day | 2025-12-09
the day before | 2025-12-09
the night before | 2025-12-09
a day earlier | 2025-12-09
a day later | 2025-12-11
two days later | 2025-12-12
six days later | 2025-12-16
three days before that | 2025-12-07
on the same day | 2025-12-10
later the same day | 2025-12-10
the very same afternoon | 2025-12-10
next morning | 2025-12-11
three days previously | 2025-12-07
half a year later | 2026-06
2025-12-11 on the Monday after | 2025-12-15
2025-12-11 on the Tuesday before | 2025-12-09
2025-12-11 the following weekend | 2025-12-13/2025-12-14
2025-12-14 the following weekend | 2025-12-20/2025-12-21
that evening | 2025-12-10
that day | 2025-12-10
later that day | 2025-12-10
later in the day | 2025-12-10
the same week | 2025-12-08/2025-12-14
the following week | 2025-12-15/2025-12-21
the week before | 2025-12-01/2025-12-07
a week later | 2025-12-14/2025-12-20
two weeks earlier | 2025-11-23/2025-11-29
two weeks before that | 2025-11-23/2025-11-29
two and a half weeks later | 2025-12-27
that month | 2025-12
the following month | 2026-01
early the following month | 2026-01-01/2026-01-10
late the previous year | 2024-10/2024-12
twenty-four hours later | 2025-12-11
a few minutes later | 2025-12-10
hours later | 2025-12-10
the previous month | 2025-11
eight months later | 2026-08
the following year | 2026
the same year | 2025
three years later | 2028
a year earlier | 2024-12
in November of the same year | 2025-11
in March of the following year | 2026-03
on May 5 of that year | 2025-05-05
the following Friday | 2025-12-12
the previous Monday | 2025-12-08
on Thursday of the same week | 2025-12-11
2025-12-10/2025-12-12 the following day | 2025-12-13
2025-12-10/2025-12-12 the day before | 2025-12-09
2024-07 that month | 2024-07
2024-07 the following month | 2024-08
2024 the following year | 2025
2024 the following day | -
2024-07 a day later | -
2024-07 that day | -
2024 that month | -
2024-07 the same year | 2024
"""

DURATIONS = {
    "for three days": 3,
    "a three-day visit": 3,
    "a two day trip": 2,
    "a week-long tour": 7,
    "a weeklong tour": 7,
    "a five-day visit": 5,
    "after two weeks of talks": 14,
    "for a fortnight": 14,
    "lasting ten days": 10,
    "for a week": 7,
    "for an hour": 1,
    "a one-day summit": 1,
    "nearly three hours of talks": 1,
    "for eighteen months": 540,
    "the first visit in six years": 2190,
    "a month-long stay": 30,
    "a day-long meeting": 1,
}

# nothing here tells when
NONE = [
    "Theresa May spoke.",
    "They may march.",
    "The march went on.",
    "Women's March leaders came.",
    "He is 48.",
    "2,000 people came.",
    "about 1900 men",
    "379480",
    "more than 2000 of them",
    "April Ryan asked.",
    "June Carter sang.",
    "August Hanning resigned.",
    "The Sun shone on the Mon river.",
    "Jan met Mar in Oss.",
    "soon",
    "recently",
    "in the near future",
    "the year of the dragon",
    "She was sat there.",
    "This Week said so.",
    "the fall of Kabul",
    "a good deal",
    "the 54th leaders' meeting",
    "the 16th round",
    "Resolution 1973",
    "Flight 1945 landed",
    "every Monday",
    "on the 38th Parallel",
    "the Good Friday Agreement",
    "a man half a dozen knew",
    "$2015",
    "2,015",
    "in Augusta",
    "Mayor Marchetti and Juneau",
    "Sundance and Mondays",
]
