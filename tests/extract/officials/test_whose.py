"""Whom officials speak for where the words beside the name do not say it."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment

CASES = [
    # for whom somebody signs
    ("Peru's Luis Paz signed first. Ann Berg put down her name for Norway.", {"Ann Berg": "NO"}),
    # who is called something is not the one who calls him so
    (
        "At that meeting the Serbian premier called Hrast a friend. Serbia's Ana Kos and Croatia's Ivo Hrast laughed.",
        {"Ivo Hrast": "HR"},
    ),
    # bodies spelt like names
    ("OSLO - Nato Secretary General Pieter Roos was in Oslo.", {"Pieter Roos": "NATO"}),
    # regions called after a state
    (
        "Northern Ireland Secretary Rose Hale met Irish Foreign Minister Sean Daly. In Dublin Mexican envoy Luis Paz "
        "saw Governor Tom Reed of New Mexico.",
        {"Rose Hale": "GB", "Sean Daly": "IE", "Luis Paz": "MX", "Tom Reed": "US"},
    ),
    # a plural post of which only the first state is named plainly
    (
        "Nikos Kotzias and Nikola Dimitrov, the foreign ministers of Greece and of what will be North Macedonia, signed.",
        {"Nikos Kotzias": "GR", "Nikola Dimitrov": "MK"},
    ),
    # who comes with a counterpart is on his side
    (
        "Croatian Defence Minister Ivo Hrast met his opposite number, Janez Kos, and with Miha Zajc, the chief of the "
        "general staff, in Ljubljana.",
        {"Janez Kos": "SI", "Miha Zajc": "SI"},
    ),
    (
        "Slovenia and Croatia signed a pact on rivers between Minister Ivo Hrast and Slovenian Minister Janez Kos.",
        {"Ivo Hrast": "HR"},
    ),
    # leaders whom all know are no negotiators
    (
        "PARIS - Aides spoke of raising the level of the Russian and Ukrainian negotiators. "
        "A meeting between Emmanuel Macron and Olaf Scholz is next.",
        {"Emmanuel Macron": "FR", "Olaf Scholz": "DE"},
    ),
    # a given name that is a state's too
    ("He and Nepal's Bharat Raj Pant talked online.", {"Bharat Raj Pant": "NP"}),
    # delegations in order
    (
        "The Ukrainian and Russian negotiators, led by Petro Danko and Oleg Kuzin, went on all night.",
        {"Petro Danko": "UA", "Oleg Kuzin": "RU"},
    ),
    # envoys for a region
    ("Oleg Kuzin, the Kremlin's Caspian envoy, told Iran's minister so.", {"Oleg Kuzin": "RU"}),
    ("Mali's minister shrugged. The U.N. Sahel envoy, Jan Bakker, met him.", {"Jan Bakker": "UN"}),
    # where a journey ends
    (
        "Kenyan Agriculture Minister Willy Beto flew to Dodoma to plead with his counterpart, Charles Tiza.",
        {"Charles Tiza": "TZ"},
    ),
    # a body's commission
    (
        "ECOWAS met in Abuja. Its commission's president, Omar Touro of The Gambia, rang Mali's minister.",
        {"Omar Touro": "ECOWAS"},
    ),
    # a state's man
    (
        "Estonia's man in Helsinki, Matti Maasik, sat beside the papal nuncio, Giovanni Ceira.",
        {"Matti Maasik": "EE", "Giovanni Ceira": "VA"},
    ),
    # where the name behind it set out from
    (
        "Chadian President Idriss Moussa met the Thai prime minister. From Peru Moussa flew on. From Mar del Plata Moussa rang.",
        {"Idriss Moussa": "TD"},
    ),
    # whom the subject sends is the subject's, whoever rang him
    (
        "Peru's Jose Ruiz, who was rung by the Kenyan president, Willy Beto, on Monday, sent his chief negotiator, Ann Soto.",
        {"Ann Soto": "PE"},
    ),
    # houses
    (
        "Interior Minister Shaikh Rashid bin Hamad Al Khalifa flies to London to meet British Home Secretary Ann Rudge.",
        {"Rashid bin Hamad Al Khalifa": "BH", "Ann Rudge": "GB"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_state(text: str, expected: dict[str, str]) -> None:
    article = Article(id="a", text=f"News of the day\n\nMay 5, 2019\n\n{text}\n")
    found = {o.name: o.country for o in find_cast(segment(article.text), article).officials}
    assert {name: found.get(name) for name in expected} == expected


POSTS = [
    ("Gambia's leader received Cheikh Tidi, whose portfolio is foreign affairs, in Dakar.", "Cheikh Tidi", "foreign minister"),
    ("With Senegal's president came Youba Sambo of Defence and the Gambian envoy.", "Youba Sambo", "defence minister"),
    ("It was Senegal's prime minister himself, Ali Sallo, who opened the door to the Gambians.", "Ali Sallo", "prime minister"),
    ("Chad's envoy met Sidi Bo and Ami Ba, the ministers of trade and transport.", "Ami Ba", "transport minister"),
    ("Rafael Grosso, director general of the International Atomic Energy Agency, flew to Tehran.", "Rafael Grosso", "director general"),
    ("The UN's Yemen envoy, Hans Grunder, met Oman's minister.", "Hans Grunder", "envoy"),
    ("Japan's minister met Vice Premier He Lifang in Beijing.", "He Lifang", "vice premier"),
    ("The new man at the Quai d'Orsay, Stephane Sejour, met the Germans in Paris.", "Stephane Sejour", "foreign minister"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), POSTS)
def test_role(text: str, name: str, role: str) -> None:
    article = Article(id="a", text=f"News of the day\n\nMay 5, 2019\n\n{text}\n")
    found = {o.name: o.role for o in find_cast(segment(article.text), article).officials}
    assert (found.get(name) or "").lower() == role
