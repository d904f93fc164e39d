"""What the rules read out of single sentences: fictional news about real offices, written for this test."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

PUBLISHED = date(2024, 10, 9)  # a Wednesday
RULES = Rules()

Told = tuple[
    str, str, str, str | None, str | None, str
]  # kind, people, parties, state of the place, date, status

CASES: list[tuple[str, list[Told]]] = [
    (
        "Finland's foreign minister, Aino Salo, is due in Vienna on October 16 for talks with her Austrian counterpart, "
        "Karl Huber, Finland's Foreign Ministry said on Tuesday.",
        [
            ("visit", "Salo", "AT FI", "AT", "2024-10-16", "planned"),
            ("meeting", "Huber Salo", "AT FI", "AT", "2024-10-16", "planned"),
        ],
    ),
    (
        "Kenyan President Abel Mwangi and Tanzanian President Zuhura Kombo met on Tuesday on the sidelines of the "
        "African Union summit in Addis Ababa.",
        [("meeting", "Kombo Mwangi", "KE TZ", "ET", "2024-10-08", "held")],
    ),
    (
        "Turkish President Kemal Aksoy wrapped up a visit to Algeria on Monday.",
        [("visit", "Aksoy", "DZ TR", "DZ", "2024-10-07", "held")],
    ),
    (
        "The Mexican foreign minister, Pilar Ocampo, paid a courtesy call on Japanese Prime Minister Jiro Tanabe on Friday.",
        [("meeting", "Ocampo Tanabe", "JP MX", None, "2024-10-04", "held")],
    ),
    (
        "Egyptian Foreign Minister Hany Mansour held a phone call with his Iranian counterpart, Reza Kermani, on Saturday.",
        [("call", "Kermani Mansour", "EG IR", None, "2024-10-05", "held")],
    ),
    (
        "German Chancellor Jutta Brandt and French President Luc Moreau discussed the war in a video call on Thursday.",
        [("call", "Brandt Moreau", "DE FR", None, "2024-10-03", "held")],
    ),
    (
        "South African President Sipho Ndlovu will travel to Moscow next week for talks with Russian President Oleg Sidorov.",
        [
            ("meeting", "Ndlovu Sidorov", "RU ZA", "RU", "2024-10-14/2024-10-20", "planned"),
            ("visit", "Ndlovu", "RU ZA", "RU", "2024-10-14/2024-10-20", "planned"),
        ],
    ),
    (
        "A meeting between Armenian Prime Minister Aram Petrosyan and Azerbaijani President Rauf Aliyev took place in "
        "Prague on October 6.",
        [("meeting", "Aliyev Petrosyan", "AM AZ", "CZ", "2024-10-06", "held")],
    ),
    (
        "Chilean President Ana Rojas and Uruguayan President Luis Pereyra signed a trade agreement in Montevideo on Monday.",
        [("agreement", "Pereyra Rojas", "CL UY", "UY", "2024-10-07", "held")],
    ),
    (
        "A delegation headed by Qatari Prime Minister Nasser Al Kaabi held talks with Lebanese officials in Beirut on Tuesday.",
        [("meeting", "Kaabi", "LB QA", "LB", "2024-10-08", "held")],
    ),
    (
        "Defence ministers of Finland, Sweden and Norway will meet in Stockholm on March 3.",
        [("meeting", "", "FI NO SE", "SE", "2025-03-03", "planned")],
    ),
    (
        "Canadian Prime Minister Paul Gagnon cancelled a trip to Jamaica planned for next week.",
        [("visit", "Gagnon", "CA JM", "JM", "2024-10-14/2024-10-20", "cancelled")],
    ),
    (
        "Talks between Ethiopia and Sudan scheduled for Monday in Juba have been postponed.",
        [("meeting", "", "ET SD", "SS", "2024-10-07", "postponed")],
    ),
    (
        "Saudi Crown Prince Fahd bin Turki has invited Syrian President Samir Haddad to visit Riyadh.",
        [("visit", "Haddad", "SA SY", "SA", None, "proposed")],
    ),
    (
        "Hungarian Foreign Minister Gabor Szabo flew to Minsk on Wednesday, where he was received by Belarusian President "
        "Viktor Novik.",
        [
            ("meeting", "Novik Szabo", "BY HU", "BY", "2024-10-09", "held"),
            ("visit", "Szabo", "BY HU", "BY", "2024-10-09", "held"),
        ],
    ),
    (
        "Colombian President Diego Salazar said on Thursday he would meet Venezuelan President Raul Mendez in Caracas next month.",
        [
            ("meeting", "Mendez Salazar", "CO VE", "VE", "2024-11", "planned"),
            (
                "visit",
                "Salazar",
                "CO VE",
                "VE",
                "2024-11",
                "planned",
            ),  # who meets a host in his capital visits it
        ],
    ),
    (
        "The two foreign ministers, Pavel Orlov of Russia and Arjun Mehta of India, sat down for talks in Moscow on Tuesday.",
        [("meeting", "Mehta Orlov", "IN RU", "RU", "2024-10-08", "held")],
    ),
    (
        "Last month Spanish Prime Minister Carlos Vega travelled to Beijing and met Chinese President Liu Zhenhua.",
        [
            ("meeting", "Vega Zhenhua", "CN ES", "CN", "2024-09", "held"),
            ("visit", "Vega", "CN ES", "CN", "2024-09", "held"),
        ],
    ),
    ("Peruvian President Rosa Quispe denied that she would meet Bolivian President Juan Choque.", []),
    ("The White House and Congress held talks on the budget on Tuesday, Finance Secretary Ann Lee said.", []),
    ("U.S. President Joan Reed said he would move the embassy from one city to another.", []),
]


def told(sentence: str) -> list[Told]:
    article = Article(id="x", text=f"World news\n\nOctober 9, 2024\n\n{sentence}", published=PUBLISHED)
    return sorted((_brief(e) for e in to_record(RULES.extract(article))["events"]), key=repr)


def _brief(e: dict[str, Any]) -> Told:
    people = " ".join(sorted(p.split()[-1] for p in e["participants"]))
    return e["kind"], people, " ".join(e["countries"]), e["place_country"], e["date"], e["status"]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_sentence(sentence: str, expected: list[Told]) -> None:
    assert told(sentence) == sorted(expected, key=repr)
