"""Names in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reference import scan, senses


def found(text: str) -> list[tuple[str, str]]:
    """What the scan finds: the words, and the code of the likeliest sense."""
    return [(text[start:end], meanings[0].code) for start, end, meanings in scan(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sino-Japanese ties", [("Sino", "CN"), ("Japanese", "JP")]),
        ("Israeli-Palestinian talks", [("Israeli", "IL"), ("Palestinian", "PS")]),
        ("the Thai-Cambodian border", [("Thai", "TH"), ("Cambodian", "KH")]),
        ("US-China trade", [("US", "US"), ("China", "CN")]),
        ("the U.S.-led coalition", [("U.S.", "US")]),
        ("a Franco-German brigade", [("Franco", "FR"), ("German", "DE")]),
        ("It met the U.S. The U.K. did too.", [("U.S.", "US"), ("U.K.", "GB")]),
        ("the U.S.S.R. and the U.S.A.", [("U.S.S.R.", "RU"), ("U.S.A.", "US")]),
        ("Japan's and Laos’ ministers", [("Japan", "JP"), ("Laos", "LA")]),
        ("in Côte d’Ivoire and Cote d'Ivoire", [("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI")]),
        ("Türkiye, Turkiye and Turkey", [("Türkiye", "TR"), ("Turkiye", "TR"), ("Turkey", "TR")]),
        ("São Tomé and Príncipe", [("São Tomé and Príncipe", "ST")]),
        ("Papua New Guinea, Guinea-Bissau", [("Papua New Guinea", "PG"), ("Guinea-Bissau", "GW")]),
        ("South Sudan and Sudan", [("South Sudan", "SS"), ("Sudan", "SD")]),
        ("South\nKorea", [("South\nKorea", "KR")]),
        ("at The Hague and in the Hague", [("The Hague", "NL"), ("the Hague", "NL")]),
        ("SEOUL/NEW DELHI (Reuters)", [("SEOUL", "KR"), ("NEW DELHI", "IN")]),
        ("the Kremlin, Foggy Bottom and No. 10", [("Kremlin", "RU"), ("Foggy Bottom", "US"), ("No. 10", "GB")]),
        ("Nato and ASEAN", [("Nato", "NATO"), ("ASEAN", "ASEAN")]),
        ("Mar-a-Lago in Florida", [("Mar-a-Lago", "US"), ("Florida", "US")]),
        ("Saigon, Rangoon, Peking, Bombay", [("Saigon", "VN"), ("Rangoon", "MM"), ("Peking", "CN"), ("Bombay", "IN")]),
        ("on Réunion", [("Réunion", "RE")]),
        ("the WHO chief in CAR", [("WHO", "WHO"), ("CAR", "CF")]),
        ("Serbia and Montenegro", [("Serbia", "RS"), ("Montenegro", "ME")]),
        ("Xi’an and N'Djamena", [("Xi’an", "CN"), ("N'Djamena", "TD")]),
    ],
)  # fmt: skip
def test_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "let us eat turkey from china plates",
        "US$5 billion",
        "Iranair and Japantown",
        "the New York Times on the Indo-Pacific and the Korean War",
        "A Nice Reading of Male Police in March",
        "Latin American and Native American leaders",
        "the al-Basra road and Bin-Boston",
        "TO SPLIT OR NOT TO SPLIT",
        "Minister Phan Văn Giang",
        "WHO SAID THERE WAS A CAR BOMB",
        "A Family Reunion",
    ],
)
def test_other_words_are_passed_over(text: str) -> None:
    assert found(text) == []


def test_an_accent_that_belongs_to_the_place_makes_it_a_name() -> None:
    assert found("in Malé") == [("Malé", "MV")]


def test_a_window_keeps_offsets_of_the_whole_text() -> None:
    text = "Japan met South Korea in Seoul"
    assert [(start, end) for start, end, _ in scan(text, 6, 21)] == [(10, 21)]
    assert [
        text[start:end] for start, end, _ in scan(text, 6, 18)
    ] == []  # "South Korea" goes on past the end


@given(st.text(alphabet=st.sampled_from("JapanKorea USNew York-.'’ éÉ\n"), max_size=60))
def test_matches_lie_in_order_apart_and_mean_something(text: str) -> None:
    past = 0
    for start, end, meanings in scan(text):
        assert past <= start < end <= len(text)
        assert meanings
        past = end


@pytest.mark.parametrize(
    "name", ["Japan", "Burma", "the Vatican", "U.N.", "Emiratis", "Downing Street", "Kyiv", "Bali"]
)
def test_senses_and_scan_agree(name: str) -> None:
    (_, _, meanings), *rest = scan(f"It was {name} again")
    assert not rest
    assert meanings == senses(name)


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    """Each word is looked up once: ten times the text is ten times the matches, from the same few lookups."""
    text = "The foreign ministers of Japan and South Korea met in New York on Monday. "
    once = scan(text)
    many = scan(text * 10)
    assert len(many) == 10 * len(once)
    assert [meanings for _, _, meanings in many] == [meanings for _, _, meanings in once] * 10
