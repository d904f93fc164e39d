"""Small facts: dates of pages in their many shapes, datelines, captions, furniture, language."""

from __future__ import annotations

from datetime import date

import pytest

from kg.page import is_english, segment
from kg.page.boilerplate import ends_article, is_byline, is_furniture, is_menu, opens_list
from kg.page.captions import is_caption
from kg.page.dateline import dateline
from kg.page.dates import find_complete

STORY = "The two ministers met in the old town and agreed to go on meeting until something had been settled."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 28 Jan. 2026, 14:00", "2026-01-28"),
        ("Monday, January 22, 2007, 08:41 AM", "2007-01-22"),
        ("Tue, 05/10/2011 9:12 AM", "2011-05-10"),
        ("Tue, 10/05/2011 9:12 AM", "2011-05-10"),
        ("December 8, 2017", "2017-12-08"),
        ("LAST UPDATED: MAY 10, 2011 09:12", "2011-05-10"),
        ("10 May 2011", "2011-05-10"),
        ("Posted on May 10th, 2011 by admin", "2011-05-10"),
        ("2011-05-10T09:12:00Z", "2011-05-10"),
        ("10.05.2011 09:12", "2011-05-10"),
        ("10. 05. 2011. | 21:48 | Politics", "2011-05-10"),
        ("7:45 pm on 10 May 2011", "2011-05-10"),
        ("Update: May, 10/2011 - 08:10", "2011-05-10"),
        ("09:12 AM May 10, 2011", "2011-05-10"),
        ("Published date: 10 May 2011 08:15 BST | Last update: 12 May 2011", "2011-05-10"),
        ("Date: Tuesday the 10th of May 2011", "2011-05-10"),
        ("2011/05/10 09:12 KST", "2011-05-10"),
        ("MAY 10, 2011 - 10:02 AM GMT+3", "2011-05-10"),
        ("Published 4 hours ago", None),
        ("10 de mayo de 2011", "2011-05-10"),
        ("Publicado: 10 agosto 2011", "2011-08-10"),
        ("10. März 2011", "2011-03-10"),
        ("10 décembre 2011", "2011-12-10"),
        ("10 września 2011", "2011-09-10"),
        ("10 Eylül 2011", "2011-09-10"),
        ("10 января 2011", "2011-01-10"),
        ("28/01/09", "2009-01-28"),
        ("28/01/98", "1998-01-28"),
    ],
)
def test_dates_of_publication(line: str, day: str | None) -> None:
    page = segment(f"Ministers meet again in Oss\n\n{line}\n\n{STORY}\n")
    assert (page.published.isoformat() if page.published else None) == day
    assert [page.text[s.start : s.end] for s in page.sentences] == ["Ministers meet again in Oss", STORY]


def test_published_beats_updated_and_the_masthead() -> None:
    text = (
        "The Oss Post\nFriday, 13 May 2011\n\nMinisters meet again in Oss\n\n"
        f"Updated: 12 May 2011 10:00\nPublished: 10 May 2011 09:12\n\n{STORY}\n"
    )
    assert segment(text).published == date(2011, 5, 10)


def test_an_ambiguous_date_follows_the_others_on_the_page() -> None:
    text = f"Ministers meet again in Oss\n\n05/10/2011\n\n{STORY}\n\nFirst published October 5, 2011\n"
    assert segment(text).published == date(2011, 10, 5)


def test_dates_in_the_story_are_not_the_page_s() -> None:
    story = "The ministers met on May 10, 2011 in the old town and will meet again in the new one on June 5, 2011."
    assert segment(f"Ministers meet\n\n{story}\n").published is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("The Levantine | 13 July 2017 | World\n\nMinisters meet again in Oss", "The Levantine"),
        ("El Faro de Oss - English service\n8 March 2008\n\nMinisters meet again in Oss", "El Faro de Oss"),
        ("Ministers meet again in Oss\n\nOss Finance | 3 June 2014", "Oss Finance"),
        ("The Cape Docket\n19 February 2009\n\nMinisters meet again in Oss", "The Cape Docket"),
        ("Ministers meet again in Oss\n\nOss, 3 June 2014", None),
        ("Ministers meet again in Oss\n\nBy Ann Doe | 3 June 2014", None),
        ("MEDIA RELEASE\n3 June 2014\n\nMinisters meet again in Oss", None),
        (
            "From: Prime Minister's Office\n3 June 2014\n\nMinisters meet again in Oss",
            "Prime Minister's Office",
        ),
    ],
)
def test_publishers(head: str, name: str | None) -> None:
    page = segment(f"{head}\n\n{STORY}\n")
    assert page.title == "Ministers meet again in Oss"
    assert page.publisher == name


def test_a_title_with_the_outlet_behind_it_is_read_once() -> None:
    text = f" date 2014-06-03  Ministers meet again - The Oss Post\nThe Oss Post\n\nMinisters meet again\n\n{STORY}\n"
    page = segment(text)
    assert [text[s.start : s.end] for s in page.sentences] == ["Ministers meet again", STORY]


def test_impossible_dates_are_passed_over() -> None:
    text = "30 February 2011, 31/31/2011, 2011-13-01, May 5, 2011"
    assert [f.day for f in find_complete(text, 0, len(text))] == [date(2011, 5, 5)]


@pytest.mark.parametrize(
    ("line", "city", "day", "story"),
    [
        ("TOKYO, Aug. 31, 2002 - The minister left.", "TOKYO", "2002-08-31", "The minister left."),
        ("MOSCOW, March 4. /TASS/. The minister left.", "MOSCOW", None, "The minister left."),
        ("Kyiv. March 4. Interfax-Ukraine – The minister left.", "Kyiv", None, "The minister left."),
        ("(ANSA) - Rome, March 4 - The minister left.", "Rome", None, "The minister left."),
        ("New Delhi, March 4 (PTI) The minister left.", "New Delhi", None, "The minister left."),
        ("KABUL, Afghanistan (AP) — The minister left.", "KABUL", None, "The minister left."),
        ("LONDON/PARIS, Dec 2 (Reuters) - The minister left.", "LONDON/PARIS", None, "The minister left."),
        ("By Jane Roe BRUSSELS (Reuters) - The minister left.", "BRUSSELS", None, "The minister left."),
        ("HÀ NỘI - The minister left.", "HÀ NỘI", None, "The minister left."),
        ("ISLAMABAD: The minister left.", "ISLAMABAD", None, "The minister left."),
        ("VILNIUS. The minister left.", "VILNIUS", None, "The minister left."),
        ("Rabat – The minister left.", "Rabat", None, "The minister left."),
        ("Tehran, March 4, IRNA – The minister left.", "Tehran", None, "The minister left."),
        ("WASHINGTON (Reuters) - Two U.S. senators left.", "WASHINGTON", None, "Two U.S. senators left."),
        ("(Reuters) - The minister left.", None, None, "The minister left."),
        ("March 4, 2019 - The minister left.", None, "2019-03-04", "The minister left."),
        ("Analysis: The minister left.", None, None, "Analysis: The minister left."),
        ("Ann Doe – the minister – left.", None, None, "Ann Doe – the minister – left."),
        ("PRESIDENT Ivo Rook left.", None, None, "PRESIDENT Ivo Rook left."),
        ("BREAKING: The minister left.", None, None, "BREAKING: The minister left."),
    ],
)
def test_datelines(line: str, city: str | None, day: str | None, story: str) -> None:
    told, when, at = dateline(line, 0, len(line))
    assert (told, when.isoformat() if when else None, line[at:]) == (city, day, story)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Doe shakes hands with Ben Roe in Oss on Friday. [MINISTRY OF DEFENSE]",
        "Ann Doe speaks to reporters in Oss on Sunday. Photo: AFP",
        "Ann Doe in Oss on September 25. — Reuters pic",
        "Ann Doe with Ben Roe at the palace in Oss. (AA Photo)",
        "Ann Doe bows at a news conference in Oss. KYODO PHOTO",
        "File photo: Ann Doe and Ben Roe in Oss in 2019",
        "Ann Doe, right, and Ben Roe meet in Oss on Friday",
        "(L-R) Ann Doe, Ben Roe and Cy Moss in Oss on 6 April (Reuters)",
        "Ann Doe with Ben Roe at the Foreign Office on Wednesday. - APP",
        "Ann Doe and Ben Roe at the palace in Oss © Presidency of Marlow",
        "In this photo released by the ministry, Ann Doe meets Ben Roe in Oss.",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Doe met Ben Roe in Oss on Friday, her ministry said.",
        "They left, left without a word, and did not come back to the room.",
        "The ministry said it was true - all of it - on Friday morning.",
        'She called it "a photo, and nothing more" and went home again.',
        "Gulf News Agency (GNA)",
    ],
)
def test_no_captions(line: str) -> None:
    assert not is_caption(line)


LISTS = [
    "Related stories", "RELATED STORIES:", "More in Defense", "MORE NATIONAL NEWS", "Recommended", "Trending now",
    "You May Also Like", "Most Read from National", "Editors Picks", "See also", "Other stories", "Top Pacific stories",
    "On the same subject", "Read more", "Also in today's Post", "LO MÁS LEÍDO", "Most Viewed", "Top Stories",
]  # fmt: skip
ENDS = [
    "Comments",
    "Comments (14)",
    "27 Comments",
    "Leave a comment",
    "Leave a Reply  Cancel reply",
    "Your Comment",
    "Show all comments",
]
FURNITURE = [
    "Advertisement", "ARTICLE CONTINUES BELOW", "Share", "Share this   Share on Twitter", "Print   Email   Save",
    "Follow us on Twitter @example", ">>> JOIN OUR CHANNEL <<<", "Home > National > Defense", "Tags: oss, dorn",
    "Copyright (c) 2007. All rights reserved.", "© 2024 Oss Media", "Subscribe to our daily newsletter",
    "We use cookies to improve your experience. Accept all", "Your email address will not be published.",
    "READ ALSO  In Oss, the price of fish", "Read also: Who wants the strait of Dorn, and why does it matter?", "Read more: What the award says", "This story has been viewed 3,412 times.",
    "Log in to comment", "Page 1   Next >>", "9341**1424", "Get the Oss Post app   for ad-free news",
]  # fmt: skip
PROSE = [
    "Sund will become a member of the league in May, and pay its dues from June on.",
    "His comments are unacceptable, and the ambassador was summoned to the ministry on Friday.",
    "Oss refused to share any information with the inspectors about the three sites.",
    "The two sides agreed on the terms and conditions of the treaty after nine hours in Dorn.",
    "In all 404 people were flown home from Oss with the help of the Sundish navy.",
    "Each of the refugees costs Marlow 300 crowns per month, according to the ministry of finance in Dorn.",
    "The report was first published in the Gazette of Sund and denied in Dorn.",
    "Print media closed in Oss.",
    "Share prices fell in Oss.",
    "By then it was over.",
    "Live ammunition was used in Oss.",
    "Share prices fell in Oss after the ministers had met, traders said on Friday.",
    "Comments by the minister caused an outcry in Oss and in Dorn on Friday.",
    "Print media in Oss reported on Monday that the talks had failed.",
    "More than fifty ministers met in Oss.",
    "Related talks will be held in Dorn in May.",
    "Follow-up talks are planned for May in Oss.",
    "By Friday both of them had left Oss.",
    "From Oss she travels on to Dorn, where she is to meet the king.",
    "The privacy commission, headed by Ann Doe, asked for a report.",
    "Live fire was heard in Oss while the ministers were meeting there.",
    "Home Minister Ann Doe flew to Oss on Friday for talks with her counterpart.",
]


@pytest.mark.parametrize("line", LISTS)
def test_headings_of_lists(line: str) -> None:
    assert opens_list(line)


@pytest.mark.parametrize("line", ENDS)
def test_headings_of_comments(line: str) -> None:
    assert ends_article(line)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_furniture(line, len(line.split())) or is_menu(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_not_furniture(line: str) -> None:
    words = len(line.split())
    assert not (is_furniture(line, words) or opens_list(line) or ends_article(line) or is_byline(line, words))


@pytest.mark.parametrize(
    "line",
    [
        "By our staff writer, with CNA", "From our diplomatic correspondent", "Staff writer", "Yonhap", "— with agencies",
        "Source: OssPulse", "(Reporting by Ann Doe; Editing by Ben Roe)", "Additional reporting by Cy Moss", "@ossreporter",
        "TT / The Oss Ledger", "Published in the Oss Post, December 9th, 2015",
    ],
)  # fmt: skip
def test_bylines(line: str) -> None:
    assert is_byline(line, len(line.split()))


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers met in Paris on Tuesday.",
        "Koizumi to go to Pyongyang",
        "Wang Yi, Lavrov hold talks",
        "",
        "2026",
        "Foreign Minister Đỗ Hoàng visits Hà Nội with a delegation of the party.",
        "Prime Minister El Hadj of the republic said that Los Angeles and La Paz were in the plan.",
    ],
)
def test_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les deux ministres se sont rencontrés à Paris mardi pour parler de la paix et du commerce.",
        "Die beiden Minister haben sich am Dienstag in Paris getroffen und über den Frieden gesprochen.",
        "Los ministros de los dos países se reunieron el martes en la capital para hablar de la paz.",
        "Os dois ministros encontraram-se na terça-feira em Lisboa para falar da paz com o presidente.",
        "İki bakan salı günü Ankara'da bir araya geldi ve barış için görüşmelerde bulundu.",
        "Kedua menteri bertemu di Jakarta pada hari Selasa untuk membahas perdamaian dengan presiden.",
        "Оба министра встретились во вторник в Москве.",
        "两国外长周二在北京会晤。",
        "التقى الوزيران يوم الثلاثاء في القاهرة.",
        "両外相は火曜日に東京で会談した。",
    ],
)
def test_other_languages(text: str) -> None:
    assert not is_english(text)
