"""Pages in our own words, in the shapes that news sites, agencies and offices print; every name is invented."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """One page and what a careful reader takes from it."""

    name: str
    text: str
    title: str | None
    published: str | None
    publisher: str | None = None
    dateline: str | None = None
    read: tuple[str, ...] = ()  # must stand in some sentence
    unread: tuple[str, ...] = ()  # must stand in no sentence
    captions: tuple[str, ...] = field(default=())  # must be read as captions


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="wire page, one paragraph",
        text="""Marlow envoy holds border talks in Tessel

March 4, 2019

TESSEL (Reuters) - The foreign minister of Marlow, Ada Quill, met her Tessel counterpart on Monday.  “We spoke for an hour,” she told reporters. Lt. Gen. Ben Oakes, who heads the U.S. mission, was there too.  The talks resume on Jan. 5. (Reporting by Cy Moss; Editing by Di Reed)
""",
        title="Marlow envoy holds border talks in Tessel",
        published="2019-03-04",
        publisher="Reuters",
        dateline="TESSEL",
        read=(
            "The foreign minister of Marlow, Ada Quill, met her Tessel counterpart on Monday.",
            "The talks resume on Jan. 5.",
        ),
        unread=("Reporting by", "TESSEL (Reuters)"),
    ),
    Sample(
        name="broadcaster",
        text="""Homepage
Accessibility links
Skip to content
NEWS
Home | World | UK | Business | Tech | Science

World | Europe

Quill and Farrow agree to reopen the strait

Published
3 March 2019

Share this page

Image source, Getty Images
Image caption, Ada Quill (left) welcomed Tom Farrow at the palace in Dorn

The prime ministers of Marlow and Sund have agreed to reopen the Strait of Dorn to ferries after a two-day meeting in the old palace.

Ada Quill said the deal would come into force "before the summer is out".

Tom Farrow, who flew home on Sunday, called it a start.

Related Topics
Marlow
Sund

More on this story
Ferry strike: what we know
Farrow: 'We will not beg'
28 February 2019

Top Stories
Bank chief resigns over loans
Queen of Sund visits President Rook
""",
        title="Quill and Farrow agree to reopen the strait",
        published="2019-03-03",
        read=("have agreed to reopen the Strait of Dorn", "called it a start."),
        unread=("Queen of Sund visits President Rook", "We will not beg", "Skip to content", "Getty Images"),
        captions=("Ada Quill (left) welcomed Tom Farrow at the palace in Dorn",),
    ),
    Sample(
        name="state agency",
        text="""Marlovian president meets Sundish FM

Source: MNA | 2019-03-04 18:25:33 | Editor: zhao

DORN, March 4 (MNA) -- Marlovian President Ivo Rook met here on Monday with Sundish Foreign Minister Lena Ash.

Noting that the two countries share a long border, Rook said Marlow stands ready to work with Sund.

Ash said Sund attaches great importance to its ties with Marlow. Enditem
""",
        title="Marlovian president meets Sundish FM",
        published="2019-03-04",
        dateline="DORN",
        read=("Marlovian President Ivo Rook met here on Monday", "attaches great importance"),
        unread=("Editor: zhao", "(MNA)"),
    ),
    Sample(
        name="Korean-style agency page",
        text="""(2nd LD) Marlow, Sund to hold defense talks next week
All News 14:02 January 28, 2026

(ATTN: ADDS more details in 3rd para)

DORN, Jan. 28 (MNA) -- Defense Minister Pia Holm will visit Sund next week for talks with her counterpart, Otto Brandt, the ministry said Wednesday.

The two will meet in the port city of Kesk on Feb. 3, according to the ministry.

The visit comes after the leaders of the two nations held a summit in December.

holm@mna.example
(END)

Keywords
#defense #Sund

Most Liked
Holm meets new U.S. ambassador
Marlow to buy 20 jets
""",
        title="(2nd LD) Marlow, Sund to hold defense talks next week",
        published="2026-01-28",
        dateline="DORN",
        read=("Defense Minister Pia Holm will visit Sund next week", "in the port city of Kesk on Feb. 3"),
        unread=("Holm meets new U.S. ambassador", "#defense"),
    ),
    Sample(
        name="the line of the date holds the story itself, no title",
        text=" date 2021-03-05 DORN, Tessel, March 5. / ABC/. The foreign minister of Tessel received the envoy of Oss on Friday.\n"
        "The envoy then took part in a session of the General Council (GC).\n\nThey agreed to meet again.\n",
        title=None,
        published="2021-03-05",
        dateline="DORN",
        read=("The foreign minister of Tessel received", "a session of the General Council (GC)."),
        unread=("DORN, Tessel", "date 2021"),
    ),
    Sample(
        name="Russian-style agency, dateline with stops",
        text="""4 MAR 2019, 18:25
Rook to hold talks with Quill in Dorn this week
The agenda includes the ferry question

DORN, March 4. /MTA/. Marlovian President Ivo Rook will hold talks with Prime Minister Ada Quill on Thursday, the presidential spokesman told reporters.

"The agenda is long," the spokesman added.

Tags
Rook
Read more
Ash to visit Dorn in April
""",
        title="Rook to hold talks with Quill in Dorn this week",
        published="2019-03-04",
        dateline="DORN",
        read=("Marlovian President Ivo Rook will hold talks", "The agenda includes the ferry question"),
        unread=("Ash to visit Dorn in April", "/MTA/"),
    ),
    Sample(
        name="ministry press release",
        text="""Ministry of External Affairs of the Republic of Marlow
Press release No. 112-2019

Foreign Minister receives the Ambassador of Sund

Dorn, 4 March 2019

The Minister of External Affairs, H.E. Ms. Lena Ash, today received the Ambassador of Sund, H.E. Mr. Otto Brandt, who presented copies of his credentials.

The two sides reviewed the state of bilateral relations.

Print this page
""",
        title="Foreign Minister receives the Ambassador of Sund",
        published="2019-03-04",
        publisher="Ministry of External Affairs of the Republic of Marlow",
        dateline="Dorn",
        read=("H.E. Ms. Lena Ash, today received the Ambassador of Sund, H.E. Mr. Otto Brandt,",),
        unread=("Print this page",),
    ),
    Sample(
        name="hand-wrapped telex",
        text="""ROOK ARRIVES IN SUND

KESK, August 14, 1998 (MNA) - President Ivo Rook of Marlow arrived in the
Sundish capital on Friday for a visit of three days, the first by a head
of state of his country since the war, and was met at the airport by the
foreign minister, Lena Ash.

He is to sign two agreements on Saturday, one of them on fishing, before
he travels on to the north, where a dam is being built with the money of
both countries.
""",
        title="ROOK ARRIVES IN SUND",
        published="1998-08-14",
        dateline="KESK",
        read=("arrived in the\nSundish capital on Friday", "before\nhe travels on to the north"),
    ),
    Sample(
        name="comments in prose",
        text="""The Dorn Gazette
News  Sport  Opinion

Quill to visit Sund next month
By Cy Moss | Tuesday 5 March 2019 07.15 GMT

Prime Minister Ada Quill will travel to Sund next month, her office said on Monday, in what will be her third visit since she took office.

She is expected to meet President Ivo Rook and to open the new embassy in Kesk, which was built in eighteen months.

Comments (3)

ferryman
I remember when Prime Minister Holm met President Ash in 1994 and they said exactly the same things about the ferry, and nothing came of it.

dockside_dan
Quill should meet the dockers first. She promised us in January that she would come, and she has not come.

Log in to comment
""",
        title="Quill to visit Sund next month",
        published="2019-03-05",
        publisher="The Dorn Gazette",
        read=("Prime Minister Ada Quill will travel to Sund next month", "to open the new embassy in Kesk"),
        unread=("Prime Minister Holm met President Ash in 1994", "Quill should meet the dockers"),
    ),
    Sample(
        name="related box in the middle, caption twice",
        text="""Kesk Daily News

Rook, Quill talk ferries by phone

Last updated: 4 Mar 2019, 09:30

Ivo Rook at his desk in Dorn on Sunday. [PRESIDENTIAL OFFICE]

Ivo Rook at his desk in Dorn on Sunday. [PRESIDENTIAL OFFICE]

President Ivo Rook of Marlow and Prime Minister Ada Quill of Sund spoke by telephone on Sunday evening about the ferries.

Related stories

Ash meets Brandt in Oss
Holm, Farrow sign pact

The call lasted forty minutes, according to the president's office, and was "frank".

It was their second conversation in a week, and a third is planned for Friday.
""",
        title="Rook, Quill talk ferries by phone",
        published="2019-03-04",
        publisher="Kesk Daily News",
        read=(
            "spoke by telephone on Sunday evening",
            "The call lasted forty minutes",
            "a third is planned for Friday",
        ),
        unread=("Ash meets Brandt in Oss", "Holm, Farrow sign pact", "PRESIDENTIAL OFFICE"),
        captions=("Ivo Rook at his desk in Dorn on Sunday.",),
    ),
    Sample(
        name="numeric date, day first by weekday",
        text="""Oss Observer
Home » Politics

Brandt back from Dorn

Mon, 04/03/2019 - 18:25

Foreign Minister Otto Brandt returned on Monday from Dorn, where he had talks with Lena Ash on the border and on the price of gas.

Share
Facebook
Twitter
""",
        title="Brandt back from Dorn",
        published="2019-03-04",
        publisher="Oss Observer",
        read=("returned on Monday from Dorn",),
        unread=("Facebook",),
    ),
    Sample(
        name="title in the first line with the outlet behind it",
        text=""" date 2024-11-20  Ash: no talks before the vote | Marlow Tribune

Marlow Tribune
Sections: News, Business, Culture

Ash: no talks before the vote

Nov 20, 2024 11:02 am
Lena Ash speaks in Oss. - MT Photo
ADVERTISEMENT

OSS - Foreign Minister Lena Ash ruled out talks with Sund before the election of next spring, telling lawmakers on Wednesday that "nobody negotiates with a caretaker".

Subscribe to our newsletter to get the best of our reporting in your inbox.

Her predecessor, Pia Holm, had met the Sundish ambassador in September.

© 2024 Marlow Tribune. All rights reserved.
""",
        title="Ash: no talks before the vote",
        published="2024-11-20",
        publisher="Marlow Tribune",
        dateline="OSS",
        read=(
            "ruled out talks with Sund",
            "Her predecessor, Pia Holm, had met the Sundish ambassador in September.",
        ),
        unread=("inbox", "All rights reserved", "ADVERTISEMENT", "MT Photo"),
        captions=("Lena Ash speaks in Oss.",),
    ),
    Sample(
        name="teasers with summaries below the article",
        text="""Sund Today

Brandt, Ash sign water treaty in Oss

Posted on: Thursday, July 9, 2015 by admin

The foreign ministers of Sund and Marlow signed a treaty on the waters of the Oss on Thursday, ending a dispute of eleven years.

Otto Brandt and Lena Ash put their names to it in the town hall, in the presence of a United Nations envoy, Kofi Addo.

The treaty has still to be ratified by the two parliaments, which are in recess until September.

You may also like

Rook dines with the king of Thule
President Ivo Rook was the guest of King Olaf at a dinner in Thule on Wednesday, the court said in a statement.

Holm named envoy
Former minister Pia Holm will represent Marlow at the United Nations from next month.

Leave a Reply
Your email address will not be published. Required fields are marked *
""",
        title="Brandt, Ash sign water treaty in Oss",
        published="2015-07-09",
        publisher="Sund Today",
        read=(
            "signed a treaty on the waters of the Oss on Thursday",
            "a United Nations envoy, Kofi Addo",
            "which are in recess until September",
        ),
        unread=(
            "was the guest of King Olaf",
            "will represent Marlow at the United Nations",
            "Required fields",
        ),
    ),
    Sample(
        name="no date at all",
        text="""Ministers meet again

The two ministers met again in the old town and agreed to go on meeting until something had been settled.
""",
        title="Ministers meet again",
        published=None,
        read=("The two ministers met again in the old town",),
    ),
    Sample(
        name="copyright year is no date",
        text="""Marlow Post

Ministers meet again in Oss

The two ministers met again in the old town and agreed to go on meeting until something had been settled.

Copyright 2019 Marlow Post. All rights reserved.
""",
        title="Ministers meet again in Oss",
        published=None,
        publisher="Marlow Post",
        read=("The two ministers met again in the old town",),
        unread=("Copyright",),
    ),
    Sample(
        name="body with headings, lists and short speech",
        text="""Five questions about the Dorn summit

By Di Reed
6 June 2017

The leaders of six states gather in Dorn on Friday for the first summit of the league since it was founded in 1998.

Who is coming?

President Ivo Rook is the host. Prime Minister Ada Quill and King Olaf of Thule arrive on Thursday evening.

"All of them?" a diplomat was asked.

"All of them."

What is on the table

The agenda has three points:
- the ferries
- the price of gas
- a seat for Sund

A declaration has been drafted, officials said.
""",
        title="Five questions about the Dorn summit",
        published="2017-06-06",
        read=(
            "gather in Dorn on Friday",
            '"All of them."',
            "A declaration has been drafted, officials said.",
            "a seat for Sund",
        ),
        unread=("By Di Reed",),
    ),
    Sample(
        name="blank lines missing",
        text="""THE OSS COURIER
Home|News|Opinion|Sport
ASH FLIES TO DORN
BY OUR DIPLOMATIC EDITOR
Saturday, May 5, 2007
Foreign Minister Lena Ash flew to Dorn yesterday for talks with President Ivo Rook on the future of the ferries, which have been idle since March.
She was accompanied by the minister of transport, Cy Moss, and by a delegation of shipowners.
MORE HEADLINES
Rook's dog bites ambassador
King Olaf opens bridge with President of Sund
""",
        title="ASH FLIES TO DORN",
        published="2007-05-05",
        publisher="THE OSS COURIER",
        read=("flew to Dorn yesterday for talks", "She was accompanied by the minister of transport"),
        unread=("Rook's dog bites ambassador", "King Olaf opens bridge"),
    ),
)
