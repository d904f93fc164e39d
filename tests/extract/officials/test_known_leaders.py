"""A leader whom everybody knows gets his state where the article is silent, never against what it says."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment


def states(text: str, on: date | None = date(2018, 5, 2)) -> dict[str, str | None]:
    """The state of each official of an article, by name."""
    cast = find_cast(segment(text), Article(id="t", text=text, published=on))
    return {o.name: o.country for o in cast.officials}


SILENT = (
    "Leaders meet\n\nLAGOS - Nigerian President Muhammadu Buhari received Chancellor Angela Merkel on Monday. "
    "He then held talks with President Macron and Prime Minister Justin Trudeau.\n"
)


def test_the_silent_article_is_filled_in() -> None:
    found = states(SILENT)
    assert found["Muhammadu Buhari"] == "NG"
    assert found["Angela Merkel"] == "DE"
    assert found["Macron"] == "FR"
    assert found["Justin Trudeau"] == "CA"


@pytest.mark.parametrize(("year", "party"), [(2005, "KR"), (2010, "UN")])
def test_the_day_of_the_article_counts(year: int, party: str) -> None:
    text = "Talks in Oslo\n\nOSLO - Norwegian Foreign Minister Ola Berg held talks on Monday with diplomat Ban Ki-moon.\n"
    assert states(text, date(year, 3, 1))["Ban Ki-moon"] == party


def test_a_title_makes_a_common_family_name_known() -> None:
    text = "Aid\n\nKIGALI - Rwandan President Paul Kagame spoke on Monday to President Bush and to the envoy of President Clinton.\n"
    assert states(text, date(2005, 3, 1))["Bush"] == "US"
    assert states(text, date(1998, 3, 1))["Clinton"] == "US"
    assert states(text, date(2020, 3, 1)).get("Bush") != "US"


def test_fame_tells_two_apart_who_share_a_title() -> None:
    text = (
        "Peace\n\nThe wars of Norway and Russia are over. The foreign ministers of the two states, Sergey Lavrov and "
        "Ola Berg, signed the pact in Geneva.\n"
    )
    found = states(text)
    assert (found["Sergey Lavrov"], found["Ola Berg"]) == ("RU", "NO")


def test_who_presides_over_a_body_in_turn_speaks_for_his_state() -> None:
    text = "Peace\n\nThe host, Emmanuel Macron, the current chairman of ECOWAS, met Norwegian Foreign Minister Ola Berg.\n"
    assert states(text)["Emmanuel Macron"] == "FR"


def test_the_president_of_a_body_is_known_too() -> None:
    text = (
        "Talks\n\nOSLO - Norwegian Foreign Minister Ola Berg met President Ursula von der Leyen on Monday.\n"
    )
    assert states(text, date(2022, 3, 1))["Ursula von der Leyen"] == "EU"


def test_what_the_article_says_wins() -> None:
    text = "Talks\n\nOSLO - Fijian Foreign Minister Angela Merkel met Thai Prime Minister Somchai Wongchai on Monday.\n"
    assert states(text)["Angela Merkel"] == "FJ"


def test_fame_makes_no_official_of_one_whom_the_article_calls_something_else() -> None:
    text = "A book\n\nThe pupils in Leeds were quiet. The novelist Angela Merkel read to them on Monday.\n"
    assert states(text) == {}


def test_a_leader_by_his_full_name_needs_no_title() -> None:
    text = (
        "A summit in Rio\n\nRIO DE JANEIRO - The hosts had put Keir Starmer beside Javier Milei, and Wim Dekker, "
        "a baker from Leiden, stood behind them with the bread.\n"
    )
    found = states(text, date(2024, 11, 19))
    assert found == {"Keir Starmer": "GB", "Javier Milei": "AR"}
    assert states(text, date(1961, 11, 19)) == {}


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Luís Montenegro", 2024),
        ("Danilo Türk", 2009),
        ("Madhav Kumar Nepal", 2010),
        ("Nabeela Tunis", 2019),
        ("Dong Jun", 2024),
        ("Dick Spring", 1995),
        ("Taha Yassin Ramadan", 1999),
        ("Bingu wa Mutharika", 2008),
        ("Daniel arap Moi", 1998),
        ("Fahmi Said Ibrahim", 2011),
        ("Pak Thae-song", 2024),
    ],
)
def test_names_that_hold_other_words_are_found_whole(name: str, year: int) -> None:
    text = f"Talks\n\nFijian Foreign Minister Sione Tava met Foreign Minister {name} on Tuesday.\n"
    assert list(states(text, date(year, 10, 9))) == ["Sione Tava", name]


@pytest.mark.parametrize("day", ["Jun 3", "3 Jun", "Jun. 3", "June 3", "on Jun 3"])
def test_a_day_is_no_part_of_a_name(day: str) -> None:
    text = f"Talks\n\nFijian Foreign Minister Sione Tava met Foreign Minister Petra Lee {day}.\n"
    assert list(states(text)) == ["Sione Tava", "Petra Lee"]


def test_a_name_that_is_a_state_means_its_bearer_from_then_on() -> None:
    text = (
        "Talks\n\nFijian Foreign Minister Sione Tava met Prime Minister Joseph Nauru of Malta on Tuesday. Nauru said "
        "little. Mr. Nauru then flew home; Tava flew on to Nauru.\n"
    )
    assert states(text) == {"Sione Tava": "FJ", "Joseph Nauru": "MT"}
