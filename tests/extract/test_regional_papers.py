"""How regional papers word posts, journeys out and home, and the days of statements."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()


def _told(text: str) -> tuple[dict[str, tuple[str | None, str | None]], list[tuple[object, ...]]]:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    record = to_record(RULES.extract(article))
    officials: dict[str, tuple[str | None, str | None]] = {
        o["name"]: (o["role"], o["country"]) for o in record["officials"]
    }
    events: list[tuple[object, ...]] = [
        (e["kind"], e["status"], [p.split()[-1] for p in e["participants"]], e["place"], e["date"])
        for e in record["events"]
    ]
    return officials, events


def test_each_of_a_list_has_the_post_before_the_name() -> None:
    officials, events = _told(
        "In Oslo, the Minister of Foreign Affairs of the Netherlands, Piet Roos, met the President of Norway, "
        "Ada Berg, the President of the Storting (parliament), Nils Dahl, the Minister of Defence, Ole Lund, "
        "and the Chair of the Foreign Affairs Committee, Eva Moe."
    )
    assert officials["Nils Dahl"] == ("President", "NO")
    assert officials["Ole Lund"] == ("Minister of Defence", "NO")
    assert events[0][2] == ["Roos", "Berg", "Dahl", "Lund", "Moe"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Prime Minister, the Most Hon. Carl Reid, of Jamaica, met Canadian President Ann Cole.", "Prime Minister"),
        ("Jamaica's Trade Minister, Senator the Hon. Carl Reid, met Canadian President Ann Cole.", "Trade Minister"),
        ("Jamaica's Prime Minister the Rt Hon Carl Reid met Canadian President Ann Cole.", "Prime Minister"),
        ("Jamaica's Minister of Trade, Dr Carl Reid will meet Canadian President Ann Cole.", "Minister of Trade"),
    ],
)  # fmt: skip
def test_honorifics_between_post_and_name(text: str, post: str) -> None:
    assert _told(text)[0]["Carl Reid"] == (post, "JM")


def test_spouses_are_no_officials() -> None:
    officials, _ = _told(
        "President Carl Roe of Zambia and Mrs. Ann Roe arrived in Nairobi on Monday. With the president of Zambia "
        "came the wife of the vice president, Mrs. Eva Moyo. Kenyan President Joan Otieno, who was accompanied by "
        "her husband, Paul, met him."
    )
    assert set(officials) == {"Carl Roe", "Joan Otieno"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Zambian President Peter Moyo departed Lusaka on Monday to take part in the African Union summit in Addis Ababa.",
            ("visit", "held", ["Moyo"], "Addis Ababa", "2024-10-07"),
        ),
        (
            "Kenyan President Joan Otieno leaves Nairobi on Thursday to witness the swearing-in of Peter Moyo in Lusaka.",
            ("visit", "planned", ["Otieno"], "Lusaka", "2024-10-10"),
        ),
    ],
)
def test_who_leaves_to_attend_goes_there(text: str, event: tuple[object, ...]) -> None:
    assert event in _told(text)[1]


@pytest.mark.parametrize(
    "home",
    [
        "He returns to the island on Friday.",
        "The Prime Minister is expected back home on Friday.",
        "He will return to the country on Saturday.",
    ],
)
def test_the_way_home_is_no_visit(home: str) -> None:
    _, events = _told(f"Jamaican Prime Minister Carl Reid flew to Nassau on Monday. {home}")
    assert events == [("visit", "held", ["Reid"], "Nassau", "2024-10-07")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("A statement by spokesman Paul Ayo on Tuesday said Nigerian President Musa Bello would visit Ghana.", None),
        ("According to a statement released on Monday, Nigerian President Musa Bello will visit Ghana.", None),
        ("French President Jean Roux, who is in Lima, will meet Peruvian President Ana Paz on Friday.", "2024-10-09"),
        ("In a statement on Tuesday, Nigerian President Musa Bello said he would visit Ghana next week.", "2024-10-14/2024-10-20"),
    ],
)  # fmt: skip
def test_the_day_of_another_clause(text: str, when: str | None) -> None:
    assert [e[4] for e in _told(text)[1] if e[0] == "visit"] == [when]


def test_what_goes_on_as_the_news_appears() -> None:
    _, events = _told(
        "Kenyan President Ann Otieno is currently hosting Ugandan President Joe Okot in Nairobi."
    )
    assert ("meeting", "ongoing", ["Otieno", "Okot"], "Nairobi", "2024-10-09") in events


KENYA = "Kenyan President Ann Otieno"
UGANDA = "Ugandan President Joe Okot"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (  # one visit, told of in an aside
            "Otieno visited Uganda in May, which was her first visit to the country since 2015. Ann Otieno is Kenya's president.",
            {("visit", "held", "Otieno", "2024-05")},
        ),
        (
            f"{KENYA} and {UGANDA} spoke by phone on Monday. The two also spoke in August.",
            {("call", "held", "Okot Otieno", "2024-10-07"), ("call", "held", "Okot Otieno", "2024-08")},
        ),
        (
            f"{KENYA} thanked {UGANDA} on Monday by phone. The border between the two countries, which has been closed since "
            "March to limit the spread of disease, did not come up.",
            {("call", "held", "Okot Otieno", "2024-10-07")},
        ),
        (f"{KENYA} and {UGANDA} will make a joint declaration to the press on Monday.", set()),
        (f"Ann Otieno of Kenya wrote to {UGANDA} while he was in exile in Chad in 2019.", set()),
        (
            "The presidents of Kenya, Ann Otieno and Uganda, Joe Okot could meet on December 1 in Kampala.",
            {("meeting", "proposed", "Okot Otieno", "2024-12-01")},
        ),
        (
            f"{KENYA} proposed it upon hosting on Monday {UGANDA}.",
            {("meeting", "held", "Okot Otieno", "2024-10-07")},
        ),
        (
            f"{KENYA} met with {UGANDA} on Monday, as well as with Zambian President Peter Moyo and Malawian President Sara Banda.",
            {("meeting", "held", "Okot Otieno", "2024-10-07"), ("meeting", "held", "Banda Moyo Otieno", "2024-10-07")},
        ),
        (
            f"{KENYA} and {UGANDA} held talks on Monday. Those talks were facilitated by Zambian President Peter Moyo.",
            {("meeting", "held", "Moyo Okot Otieno", "2024-10-07")},
        ),
        (
            f"{KENYA}, her colleague Joe Okot of Uganda, and Zambian President Peter Moyo met on Monday.",
            {("meeting", "held", "Moyo Okot Otieno", "2024-10-07")},
        ),
        (f"EU officials will meet first with {KENYA}.", {("meeting", "planned", "Otieno", None)}),
        (
            f"{KENYA} confirmed that will receive {UGANDA} on Friday.",
            {("meeting", "planned", "Okot Otieno", "2024-10-11")},
        ),
    ],
)  # fmt: skip
def test_wordings_of_regional_papers(text: str, events: set[tuple[object, ...]]) -> None:
    found = {(e[0], e[1], " ".join(sorted(e[2])), e[4]) for e in _told(text)[1] if isinstance(e[2], list)}
    assert {e for e in found if e[0] != "visit" or any(x[0] == "visit" for x in events)} == events


def test_where_the_capital_is_named() -> None:
    _, events = _told(
        "Zambian President Peter Moyo is in the capital Kampala for the summit. Uganda hosts it."
    )
    assert ("visit", "ongoing", ["Moyo"], "Kampala", "2024-10-09") in events
    _, events = _told(f"{KENYA}'s first stop was Kampala in Uganda, where she met {UGANDA} on Monday.")
    assert ("meeting", "held", ["Otieno", "Okot"], "Kampala", "2024-10-07") in events


def test_post_and_name_of_a_running_headline() -> None:
    article = "Prime Minister Carl Roy thanks the rescuers of Peru and President Ana Paz\n\nOctober 9, 2024\n\nCanada's Prime Minister spoke today with Peru's President Ana Paz by phone."
    record = to_record(RULES.extract(Article(id="x", text=article, published=date(2024, 10, 9))))
    assert {o["name"] for o in record["officials"]} == {"Carl Roy", "Ana Paz"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("EU envoy for the Rome-Lima dialogue Eva Moe met Peruvian President Ana Paz on Monday.", "Eva Moe", "envoy"),
        ("EU Special Representative for the peace process Eva Moe met Peruvian President Ana Paz.", "Eva Moe", "Special Rep"),
    ],
)  # fmt: skip
def test_what_an_envoy_is_sent_for(text: str, name: str, role: str) -> None:
    officials, _ = _told(text)
    assert (officials[name][0] or "").startswith(role)
    assert officials[name][1] == "EU"


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Guyana's Minister of Foreign Affairs and International Cooperation Hugo Tate met Peru's President Ana Paz.",
         "Hugo Tate", "Minister of Foreign Affairs and International Cooperation"),
        ("Bosnia's Chairman of the Council of Ministers, Denis Moe, met Peru's President Ana Paz.",
         "Denis Moe", "Chairman of the Council of Ministers"),
        ("Kenya's President Ann Otieno received her Botswana counterpart, Duma Bako.", "Duma Bako", "President"),
    ],
)  # fmt: skip
def test_posts_of_several_fields(text: str, name: str, post: str) -> None:
    assert _told(text)[0][name][0] == post


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (f"{UGANDA} spoke to {KENYA} in person on Wednesday in the course of a courtesy call.",
         {("meeting", "held", "Okot Otieno", "2024-10-09")}),
        (f"{KENYA} met with the presidents of Uganda, Joe Okot, the Gambia, Adama Bah, and Latvia, Janis Ozols.",
         {("meeting", "held", "Okot Otieno", None), ("meeting", "held", "Bah Otieno", None),
          ("meeting", "held", "Otieno Ozols", None)}),
        (f"A guard of honour will await {KENYA} when she lands in Uganda this week.",
         {("visit", "planned", "Otieno", "2024-10-07/2024-10-13")}),
        (f"{KENYA} dispatched a team led by former foreign minister Joe Kamau to Uganda on Monday.",
         {("visit", "held", "Kamau", "2024-10-07")}),
        (f"They spoke of {KENYA}'s journey undertaken to Uganda in May 2023.",
         {("visit", "held", "Otieno", "2023-05")}),
        (f"{KENYA} will address the National Assembly of Uganda on Friday.", set()),
        (f"It is the third visit that {UGANDA} has paid to Kenya since he took office on 1 September 2024.",
         {("visit", "held", "Okot", None)}),
        ("Their meeting will be followed by the signing of a memorandum of understanding between Kenya and Uganda.",
         {("agreement", "planned", "", None)}),
        (f"On Monday {KENYA} starts a journey that will lead her to Peru and Chile. Otieno will be in Lima on 19 October.",
         {("visit", "planned", "Otieno", "2024-10-19"), ("visit", "planned", "Otieno", None)}),
    ],
)  # fmt: skip
def test_further_wordings_of_regional_papers(text: str, events: set[tuple[object, ...]]) -> None:
    found = {(e[0], e[1], " ".join(sorted(e[2])), e[4]) for e in _told(text)[1] if isinstance(e[2], list)}
    assert found == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (f"{KENYA} announced her plans to visit Kampala following talks with {UGANDA}.",
         {("visit", "planned", "Otieno", None), ("meeting", "held", "Okot Otieno", None)}),
        ("Trade between Kenya and Uganda is to double after the signing of a treaty between "
         "Kenya and Uganda on Sunday.", {("agreement", "held", "", "2024-10-06")}),
        (f"{UGANDA} is scheduled to visit Kenya on Thursday. During his visit, Okot and {KENYA} will discuss trade.",
         {("visit", "planned", "Okot", "2024-10-10")}),
    ],
)  # fmt: skip
def test_before_and_after(text: str, events: set[tuple[object, ...]]) -> None:
    found = {(e[0], e[1], " ".join(sorted(e[2])), e[4]) for e in _told(text)[1] if isinstance(e[2], list)}
    assert found >= events
    assert {e[2] for e in found if e[0] == "visit"} == {e[2] for e in events if e[0] == "visit"}


def test_who_tells_of_talks_takes_no_part() -> None:
    _, events = _told(
        f"{KENYA} will travel to Uganda for talks with officials, Moe said. Eva Moe is a Ugandan minister."
    )
    assert [e[2] for e in events if e[0] == "meeting"] in ([], [["Otieno"]])


def test_an_airport_named_like_a_city() -> None:
    _, events = _told(
        "Somali Foreign Minister Ahmed Roe received Ethiopian Foreign Minister Abel Bekele at Aden Adde Airport in "
        "Mogadishu on Monday."
    )
    assert ("meeting", "held", ["Roe", "Bekele"], "Mogadishu", "2024-10-07") in events
