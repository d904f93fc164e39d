"""What a name means by itself, as a place, and in the company of others."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.reference import contextual, gazetteer, parties, party, senses


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "US"), ("US", "US"), ("USA", "US"), ("America", "US"), ("UK", "GB"), ("Britain", "GB"),
        ("DPRK", "KP"), ("ROK", "KR"), ("UAE", "AE"), ("Burma", "MM"), ("Czechia", "CZ"), ("Zaire", "CD"),
        ("Ivory Coast", "CI"), ("Swaziland", "SZ"), ("FYROM", "MK"), ("Cape Verde", "CV"), ("East Timor", "TL"),
        ("Soviet Union", "RU"), ("Yugoslavia", "RS"), ("West Germany", "DE"), ("South Vietnam", "VN"),
        ("Ceylon", "LK"), ("Rhodesia", "ZW"), ("Persia", "IR"), ("Czechoslovakia", "CZ"), ("Holland", "NL"),
        ("Briton", "GB"), ("Filipinos", "PH"), ("Philippine", "PH"), ("Dutch", "NL"), ("Emirati", "AE"),
        ("Saudis", "SA"), ("Kyrgyz", "KG"), ("Palestinians", "PS"), ("South Koreans", "KR"), ("Japanese", "JP"),
        ("the Kremlin", "RU"), ("Whitehall", "GB"), ("the Pentagon", "US"), ("Quai d'Orsay", "FR"),
        ("Cheong Wa Dae", "KR"), ("Zhongnanhai", "CN"), ("Kantei", "JP"), ("Rideau Hall", "CA"),
        ("Casa Rosada", "AR"), ("Itamaraty", "BR"), ("South Block", "IN"), ("Malacañang", "PH"),
        ("Malacanang", "PH"), ("Holy See", "VA"), ("Turtle Bay", "UN"), ("Arab League", "LAS"),
        ("Asean", "ASEAN"), ("World Bank", "WB"), ("Hong Kong", "HK"), ("Kosovo", "XK"), ("Taiwan", "TW"),
    ],
)  # fmt: skip
def test_the_likeliest_party(name: str, code: str) -> None:
    assert senses(name)[0].code == code


def test_case_counts() -> None:
    assert senses("us") == senses("turkey") == senses("china") == senses("who") == ()


def test_capitals_come_before_larger_cities_of_their_name() -> None:
    first, *others = senses("San José")
    assert (first.kind, first.code) == ("capital", "CR")
    assert max(other.population for other in others) > first.population


def test_a_state_comes_before_the_city_and_region_of_its_name() -> None:
    luxembourg = senses("Luxembourg")[0]
    assert (luxembourg.kind, luxembourg.code) == ("state", "LU")
    assert [(s.kind, s.code) for s in senses("Georgia")] == [("state", "GE"), ("region", "US")]


def test_brussels_is_a_capital_and_two_bodies() -> None:
    assert {(s.kind, s.code) for s in senses("Brussels")} == {
        ("capital", "BE"),
        ("seat", "EU"),
        ("seat", "NATO"),
    }


def test_one_city_has_one_identity_whatever_it_is_called() -> None:
    assert {senses(name)[0].geonames for name in ("Kyiv", "Kiev")} == {703448}
    assert {senses(name)[0].geonames for name in ("Danang", "Da Nang", "Đà Nẵng")} == {1583992}


@pytest.mark.parametrize(
    ("name", "near", "code", "shown"),
    [
        ("Nice", None, "FR", "Nice"),  # a word, but asked for as a place
        ("Paris", None, "FR", "Paris"),
        ("Paris, Texas", None, "US", "Paris"),
        ("Mar-a-Lago, Florida", None, "US", "Mar-a-Lago"),
        ("Georgetown", "MY", "MY", "George Town"),
        ("Georgetown", None, "GY", "Georgetown"),
        ("Victoria", "SC", "SC", "Victoria"),
        ("Saint Petersburg", None, "RU", "Saint Petersburg"),
        ("St. Petersburg", "US", "US", "St. Petersburg"),
        ("Hà Nội", None, "VN", "Hanoi"),
        ("Gaza", None, "PS", "Gaza Strip"),
        ("the White House", None, "US", "White House"),
        ("demilitarized zone (DMZ)", None, "KR", "Demilitarized Zone"),
        ("Panmunjom", None, "KR", "Panmunjom"),
        ("Xanadu", None, None, None),
    ],
)
def test_gazetteer(name: str, near: str | None, code: str | None, shown: str | None) -> None:
    place = gazetteer(name, near=near)
    assert (place and place.code, place and place.name) == (code, shown)


def test_gazetteer_places_what_it_finds() -> None:
    seoul = gazetteer("Seoul")
    assert seoul is not None and seoul.latitude is not None and seoul.longitude is not None
    assert abs(seoul.latitude - 37.566) < 0.01 and abs(seoul.longitude - 126.978) < 0.01
    assert seoul.geonames == 1835848


@pytest.mark.parametrize(
    ("surface", "codes", "code"),
    [
        ("the North", {"KP", "KR", "US"}, "KP"),
        ("The North", {"KR"}, "KP"),
        ("the South", {"KP", "JP"}, "KR"),
        ("the South", {"SS", "KE"}, "SS"),
        ("the North", {"US", "CN"}, None),
        ("North", {"KP", "KR"}, None),  # "North" alone is a direction
        ("Korean", {"KP", "CN"}, "KP"),
        ("Korean", {"KP", "KR"}, "KR"),
        ("Korean", set(), "KR"),
        ("the Congo", {"CG"}, "CG"),
        ("Congolese", {"RW"}, "CD"),
        ("Dominican", {"DM"}, "DM"),
        ("Georgia", {"RU"}, "GE"),
        ("Georgia", {"US"}, "US"),
        ("Guinean", {"GQ"}, "GQ"),
        ("Foreign Office", {"PK", "IN"}, "PK"),
        ("Japan", {"JP"}, None),  # depends on nothing
    ],
)
def test_contextual(surface: str, codes: set[str], code: str | None) -> None:
    assert contextual(surface, codes) == code


def test_a_party_knows_its_names() -> None:
    korea = party("KR")
    assert (korea.name, korea.kind, korea.geonames) == ("South Korea", "state", 1835841)
    assert {"ROK", "Republic of Korea"} <= set(korea.names)
    assert {"South Korean", "South Koreans", "Koreans"} <= set(korea.demonyms)
    assert korea.capitals[0] == "Seoul" and "Blue House" in korea.seats
    assert party("EU").capitals == ("Brussels",)
    with pytest.raises(KeyError):
        party("ZZ")


def test_parties_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        parties()["ZZ"] = party("KR")  # type: ignore[index]


def test_importing_and_parties_read_no_city() -> None:
    """The city table is most of the cost: what needs no city must not pay for it."""
    program = (
        "import kg.reference as r; r.parties(); from kg.reference.surfaces import index;"
        "print(index.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"


def test_small_places_are_known_to_the_gazetteer_only() -> None:
    town = gazetteer("Thurmont, Maryland")  # 6,454 people, beside Camp David
    assert town is not None and (town.code, town.kind) == ("US", "city")
    assert 5_000 <= town.population < 15_000
    assert senses("Thurmont") == ()
