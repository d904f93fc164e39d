"""Posts that stand apart from the names: plural titles, posts told in another sentence, short forms."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment


def cast(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Role and state by name."""
    article = Article(id="a", text=f"News of the day\n\nMay 5, 2019\n\n{text}\n", published=date(2019, 5, 5))
    found = find_cast(segment(article.text), article)
    return {o.name: (o.role and o.role.lower(), o.country) for o in found.officials}


ROLES = [
    (
        "The presidents of Poland and the Baltic states met in Riga. Andrzej Duda, Dalia Grybauskaitė and "
        "Raimonds Vējonis spoke to reporters.",
        {"Andrzej Duda": "president", "Dalia Grybauskaitė": "president", "Raimonds Vējonis": "president"},
    ),
    (
        "Moon Jae-in of South Korea received Joko Widodo of Indonesia in Seoul. The two presidents signed a pact.",
        {"Moon Jae-in": "president", "Joko Widodo": "president"},
    ),
    (
        "The foreign ministers had come a day early. Heiko Maas of Germany took the chair; Margot Wallström of "
        "Sweden sat beside him.",
        {"Heiko Maas": "foreign minister", "Margot Wallström": "foreign minister"},
    ),
    (
        "The defence ministers, Ahmed Osman from Khartoum and Peter Lual from Juba, put their initials to the map.",
        {"Ahmed Osman": "defence minister", "Peter Lual": "defence minister"},
    ),
    (
        "Three presidents were in the hall: Emmanuel Macron of France, Sergio Mattarella of Italy and "
        "Maurício Weber of Brazil.",
        {"Emmanuel Macron": "president", "Sergio Mattarella": "president", "Maurício Weber": "president"},
    ),
    (
        "Canada's Justin Trudeau did. The prime minister told reporters that he had raised it with his host.",
        {"Justin Trudeau": "prime minister"},
    ),
    (
        "Kenya has put its foreign minister on the road. Monica Juma landed in Kigali on Monday for talks with "
        "Rwandan officials.",
        {"Monica Juma": "foreign minister"},
    ),
    (
        "Narendra Modi came on Sunday, the first Indian premier here in seventeen years, and met President "
        "Muhammadu Buhari of Nigeria.",
        {"Narendra Modi": "premier"},
    ),
    (
        "Sophie Lund, one week in office as Danish prime minister, received the Swedish premier in Copenhagen.",
        {"Sophie Lund": "prime minister"},
    ),
    (
        "Cyril Ramaphosa, in his capacity as chair of the African Union, met President Paul Kagame of Rwanda.",
        {"Cyril Ramaphosa": "chair of the african union"},
    ),
    (
        "He went to the coast as a guest of Namibian President Hage Geingob, state radio said.",
        {"Hage Geingob": "president"},
    ),
    (
        "The Nordic prime ministers gathered in Oslo. Erna Solberg welcomed Stefan Löfven and Antti Rinne.",
        {
            "Erna Solberg": "prime minister",
            "Stefan Löfven": "prime minister",
            "Antti Rinne": "prime minister",
        },
    ),
    (
        "No Israeli premier had set foot in Oman for years before Benjamin Netanyahu landed on Friday.",
        {"Benjamin Netanyahu": "premier"},
    ),
    (
        "Dora Winkler, the intergovernmental affairs minister, met the Canadian minister, Luc Roy.",
        {"Dora Winkler": "intergovernmental affairs minister"},
    ),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(text: str, roles: dict[str, str]) -> None:
    found = cast(text)
    assert {name: found.get(name, (None, None))[0] for name in roles} == roles


STATES = [
    (
        "Around the table sat Carlos Mena for Argentina, Lidia Paz for Chile and, for Washington, Thomas Reed.",
        {"Carlos Mena": "AR", "Lidia Paz": "CL", "Thomas Reed": "US"},
    ),
    (
        "Iran's Hassan Rouhani received Iraq's Barham Salih. His foreign minister, Mohammad Javad Zarif, sat in.",
        {"Mohammad Javad Zarif": "IR"},
    ),
    (
        "Turkmenistan is sending the speaker of its parliament, Gulshat Mämmedowa, to the talks in Astana.",
        {"Gulshat Mämmedowa": "TM"},
    ),
    (
        "Bahrain's King Hamad, the Kuwaiti emir, and Omani Foreign Minister Yusuf bin Alawi met in Riyadh.",
        {"Hamad": "BH", "Yusuf bin Alawi": "OM"},
    ),
    (
        "The OSCE met in Vienna on Monday. Its chairman-in-office, Marek Dvorak, went on to Kyiv.",
        {"Marek Dvorak": "OSCE"},
    ),
    (
        "Finland's Pekka Salo, chairman-in-office of the OSCE, flew to Moscow to see Foreign Minister Sergei Lavrov.",
        {"Pekka Salo": "OSCE", "Sergei Lavrov": "RU"},
    ),
    (
        "Joseph Banda, whom the African Union lent to the quarrel, saw President Salva Kiir of South Sudan.",
        {"Joseph Banda": "AFU"},
    ),
    (
        "Kenyan Agriculture Minister Willy Bett travelled to Dodoma to plead with his counterpart, Charles Mwita.",
        {"Charles Mwita": "TZ"},
    ),
    (
        "King Salman received British Prime Minister Theresa May in Riyadh.",
        {"Salman": "SA", "Theresa May": "GB"},
    ),
    (
        "Our own prime minister, Kyriakos Mitsotakis, met Cypriot President Nicos Anastasiades in Cairo.",
        {"Kyriakos Mitsotakis": "GR"},
    ),
    (
        "Prabowo said to Malaysian Prime Minister Mahathir Mohamad that he would come.",
        {"Prabowo": "ID", "Mahathir Mohamad": "MY"},
    ),
]


@pytest.mark.parametrize(("text", "states"), STATES)
def test_states(text: str, states: dict[str, str]) -> None:
    found = cast(text)
    assert {name: found.get(name, (None, None))[1] for name in states} == states


@pytest.mark.parametrize(
    "text",
    [
        "They met at King Charles Street and on Valdemar Street, said Thai Foreign Minister Prasit Lertsak.",
        "The association's president, Kurt Lind, told Thai Foreign Minister Prasit Lertsak that it was late.",
        "Peter Mota, president of the Zimbabwe Congress of Trade Unions, met Thai Foreign Minister Prasit Lertsak.",
        "Ships crossed the Red Sea, Thai Foreign Minister Prasit Lertsak told his Fijian counterpart.",
    ],
)
def test_no_officials_beside(text: str) -> None:
    assert set(cast(text)) == {"Prasit Lertsak"}
