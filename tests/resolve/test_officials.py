"""Who is who: spelling, state, post and time."""

from __future__ import annotations

import pytest

from kg.model import Picture
from kg.resolve import resolve
from tests.resolve.making import Who, claims


def people(*said: tuple[str, Who]) -> Picture:
    """The picture of articles that each name one official on a day."""
    return resolve([claims(f"a{i}", day, [who]) for i, (day, who) in enumerate(said)])


def slugs(*said: tuple[str, Who]) -> list[str]:
    return [official.slug for official in people(*said).officials]


SAME = [
    [("Volodymyr Zelensky", "UA"), ("Volodymyr Zelenskyy", "UA"), ("Vladimir Zelenskiy", "UA")],
    [("Lee Jae-myung", "KR"), ("Lee Jae Myung", "KR"), ("Lee Jaemyung", "KR")],
    [("Mevlüt Çavuşoğlu", "TR"), ("Mevlut Cavusoglu", "TR")],
    [("Shinjiro Koizumi", "JP"), ("Koizumi Shinjiro", "JP")],
    [("Abdel Fattah al-Sisi", "EG"), ("Abdel-Fattah El-Sissi", "EG"), ("Abdulfattah al-Sisi", "EG")],
    [("Herman Van Rompuy", "EU"), ("Herman van Rompuy", "EU"), ("Van Rompuy", "EU")],
    [("João Manuel Gonçalves Lourenço", "AO"), ("Joao Lourenco", "AO")],
    [("Mohammed bin Salman", "SA"), ("Mohammad bin Salman", "SA"), ("Mohammed Salman", "SA")],
    [("Yoon Suk-yeol", "KR"), ("Yoon Suk Yeol", "KR"), ("Yoon Seok-yeol", "KR")],
    [("Sanae Takaichi", "JP"), ("Sanae Takachi", "JP")],
    [("Kim Jong-un", "KP"), ("Kim Jong Un", "KP"), ("Kim", "KP")],
]


@pytest.mark.parametrize("forms", SAME, ids=lambda forms: forms[0][0])
def test_spellings_of_one_person_are_one(forms: list[tuple[str, str]]) -> None:
    found = people(*(("2020-05-01", (name, "president", country)) for name, country in forms)).officials
    assert len(found) == 1
    assert found[0].articles == len(forms)
    assert {value.value for value in found[0].names} == {name for name, _ in forms}


DIFFERENT = [
    [("Kim Jong-un", "KP"), ("Kim Jong-il", "KP")],
    [("George W. Bush", "US"), ("George H.W. Bush", "US")],
    [("George W. Bush", "US"), ("George H. W. Bush", "US")],
    [("Ferdinand Marcos Jr.", "PH"), ("Ferdinand Marcos Sr.", "PH")],
    [("Abdullah II", "JO"), ("Abdullah I", "JO")],
    [("Volodymyr Zelensky", "UA"), ("Olena Zelenska", "UA")],
    [("Lee Jae-myung", "KR"), ("Lee Jae-yong", "KR")],
    [("Daniel Ortega", "NI"), ("Daniela Ortega", "NI")],
    [("Lech Kaczynski", "PL"), ("Jaroslaw Kaczynski", "PL")],
    [("Michael Martin", "IE"), ("Michael Martin", "US")],
    [("Bush", "US"), ("Bush", "AU")],
    [("Mario Rossi", "IT"), ("Maria Rossi", "IT")],
    [("Robert H. Jackson", "GB"), ("Robert Hansen", "GB")],
    [("Robert H. Jackson", "GB"), ("Helen Jackson", "GB")],
    [("Gen Nakatani", "JP"), ("Sanae Nakatani", "JP")],
    [("Ben Wallace", "GB"), ("Jon Wallace", "GB")],
]


@pytest.mark.parametrize("forms", DIFFERENT, ids=lambda forms: " / ".join(name for name, _ in forms))
def test_different_people_stay_two(forms: list[tuple[str, str]]) -> None:
    assert len(slugs(*(("2020-05-01", (name, "president", country)) for name, country in forms))) == 2


def test_near_spelling_without_a_common_post_stays_two() -> None:
    assert (
        len(
            slugs(
                ("2020-05-01", ("Jon Hansen", "president", "NO")),
                ("2020-05-01", ("Jon Hanson", "king", "NO")),
            )
        )
        == 2
    )


def test_surname_goes_to_the_one_who_held_the_post() -> None:
    found = people(
        ("2014-05-01", ("Shinzo Abe", "prime-minister", "JP")),
        ("2014-06-01", ("Abe", "prime-minister", "JP")),
        ("2014-06-02", ("Nobuyuki Abe", "ambassador", "JP")),
        ("2014-06-03", ("Abe", None, "JP")),
    ).officials
    assert {o.slug: o.articles for o in found} == {"shinzo-abe-jp": 2, "nobuyuki-abe-jp": 1, "abe-jp": 1}
    assert next(o for o in found if o.slug == "shinzo-abe-jp").formerly == ("abe-prime-minister-jp",)


def test_father_and_son_share_a_surname_and_a_short_name() -> None:
    found = people(
        ("1990-05-01", ("George H.W. Bush", "president", "US")),
        ("1991-05-01", ("Bush", "president", "US")),
        ("1991-05-01", ("George Bush", "president", "US")),
        ("2003-05-01", ("George W. Bush", "president", "US")),
        ("2004-05-01", ("Bush", "president", "US")),
        ("2004-05-01", ("George Bush", "president", "US")),
    ).officials
    assert {o.slug: o.articles for o in found} == {"george-h-w-bush-us": 3, "george-w-bush-us": 3}


def test_father_and_son_hold_one_post_in_turn() -> None:
    said: list[tuple[str, Who]] = [
        *(
            (f"{year}-05-01", ("Jon Roe", "foreign-minister", "US"))
            for year in (2019, 2019, 2020, 2020, 2022)
        ),
        *((f"{year}-05-01", ("Jon Roe Jr.", "foreign-minister", "US")) for year in (2021, 2021, 2022, 2022)),
    ]
    assert {o.slug: o.articles for o in people(*said).officials} == {"jon-roe-us": 5, "jon-roe-jr-us": 4}
    short = people(*said[5:], ("2022-06-01", ("Jon Roe", "foreign-minister", "US"))).officials
    assert [o.articles for o in short] == [5]


def test_a_jr_is_not_part_of_a_longer_name_without_one() -> None:
    assert slugs(
        ("2020-05-01", ("Luis Roe Vega", "president", "PE")),
        ("2021-05-01", ("Luis Roe Jr.", "president", "PE")),
    ) == ["luis-roe-jr-pe", "luis-roe-vega-pe"]


def test_errors_go_to_the_name_they_miss_however_they_differ_from_each_other() -> None:
    right = [("2020-05-01", ("Hu Jinping", "president", "CN"))] * 16
    wrong = [("2020-05-01", (name, "president", "CN")) for name in ("Hu Jining", "Hu Jinpng")]
    assert [o.articles for o in people(*right, *wrong).officials] == [18]


def test_few_articles_wrong_about_the_state_of_a_minister() -> None:
    known: list[tuple[str, Who]] = [("2020-05-01", ("Jon Roe", "foreign-minister", "NO"))] * 8
    found = people(*known, ("2020-06-01", ("Jon Roe", "foreign-minister", "SE"))).officials
    assert [(o.slug, o.country, o.articles) for o in found] == [("jon-roe-no", "NO", 9)]
    for other in (
        ("2020-06-01", ("Jon Roe", "defense-minister", "SE")),  # another post
        ("2012-06-01", ("Jon Roe", "foreign-minister", "SE")),  # another time
        ("2020-06-01", ("Jonas Roe", "foreign-minister", "SE")),  # another name
    ):
        assert len(people(*known, other).officials) == 2
    envoys = people(
        *((d, (n, "ambassador", c)) for d, (n, _, c) in known),
        ("2020-06-01", ("Jon Roe", "ambassador", "SE")),
    )
    assert len(envoys.officials) == 2  # a state has many ambassadors, and so have two states


def test_of_two_namesakes_the_one_who_left_office_goes_to_the_body() -> None:
    president = [(f"{year}-05-01", ("Jon Roe", "president", "NO")) for year in (2017, 2018, 2019, 2020)]
    minister = [(f"{year}-05-01", ("Jon Roe", "foreign-minister", "SE")) for year in (2015, 2016)]
    there = [(f"{year}-05-01", ("Jon Roe", "secretary-general", "UN")) for year in (2017, 2018, 2019, 2020)]
    found = people(*president, *minister, *there).officials
    assert {o.slug: o.articles for o in found} == {"jon-roe-no": 4, "jon-roe-un": 6}


def test_a_person_changes_posts() -> None:
    found = people(
        ("2014-05-01", ("Sergei Lavrov", "foreign-minister", "RU")),
        ("2004-05-01", ("Sergey Lavrov", "ambassador", "RU")),
        ("2016-05-01", ("Lavrov", "foreign-minister", "RU")),
    ).officials
    assert len(found) == 1
    posts = [(t.office, str(t.attested_from), str(t.attested_to), t.articles) for t in found[0].tenures]
    assert posts == [
        ("ambassador", "2004-05-01", "2004-05-01", 1),
        ("foreign-minister", "2014-05-01", "2016-05-01", 2),
    ]


def test_someone_of_a_state_goes_to_a_body() -> None:
    found = people(
        ("2005-05-01", ("Ban Ki-moon", "foreign-minister", "KR")),
        ("2008-05-01", ("Ban Ki Moon", "secretary-general", "UN")),
    ).officials
    assert [o.slug for o in found] == ["ban-ki-moon-kr"]


def test_without_a_state_only_where_nothing_else_fits() -> None:
    one = people(
        ("2014-05-01", ("Jon Roe", "king", "NO")), ("2014-05-01", ("Jon Roe", "king", None))
    ).officials
    assert [o.articles for o in one] == [2]
    two = people(
        ("2014-05-01", ("Jon Roe", "king", "NO")),
        ("2014-05-01", ("Jon Roe", "king", "SE")),
        ("2014-05-01", ("Jon Roe", "king", None)),
    ).officials
    assert [o.slug for o in two] == ["jon-roe-no", "jon-roe-se", "jon-roe-unknown"]


def test_copies_of_one_text_count_once() -> None:
    who: Who = ("Jon Roe", "king", "NO")
    copies = [claims(name, "2014-05-01", [who], text="One wire story.") for name in ("a", "b")]
    found = resolve([*copies, claims("c", "2014-05-02", [who])]).officials[0]
    assert (len(found.claims), found.articles, found.names[0].articles, found.tenures[0].articles) == (
        3,
        2,
        2,
        2,
    )
