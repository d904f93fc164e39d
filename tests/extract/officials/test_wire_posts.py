"""Posts as agencies tell them: in passing, for several at once, by whom somebody serves, by what he runs."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment

CASES = [
    # whom an aide serves is not the aide
    (
        "Luis Prado, an aide to Peruvian President Rosa Flores, met Chilean Foreign Minister Ana Rojas.",
        "Luis Prado/aide/PE; Rosa Flores/President/PE; Ana Rojas/Foreign Minister/CL",
    ),
    (
        "Luis Prado, an adviser to President Rosa Flores of Peru, met Chile's Ana Rojas.",
        "Luis Prado/adviser/PE; Rosa Flores/President/PE; Ana Rojas/None/CL",
    ),
    (
        "A senior adviser to the Kremlin, Yuri Orlov, met Kazakh Foreign Minister Daniyar Akhmetov.",
        "Yuri Orlov/senior adviser to the Kremlin/RU; Daniyar Akhmetov/Foreign Minister/KZ",
    ),
    (
        "The envoy of Nigerian President Femi Ojo, retired General Musa Bello, met Malian Foreign Minister Bah Diarra.",
        "Femi Ojo/President/NG; Musa Bello/envoy/NG; Bah Diarra/Foreign Minister/ML",
    ),
    (
        "Algerian Foreign Minister Karim Saadi, whose consul in the northern town of Gao, Anis Brahimi, was abducted, flew "
        "to Bamako.",
        "Karim Saadi/Foreign Minister/DZ; Anis Brahimi/consul/DZ",
    ),
    (
        "The army chiefs met in Abidjan under General Jean Kouassi of Ivory Coast.",
        "Jean Kouassi/General/CI",
    ),
    # one title for several
    (
        "Foreign ministers met in Jakarta. Thailand's Anan Srisai and Cambodia's Sok Vann shook hands. The two ministers "
        "said little.",
        "Anan Srisai/Foreign minister/TH; Sok Vann/Foreign minister/KH",
    ),
    (
        "Presidents Peter Otieno and Moses Okello of Kenya and Uganda met in Kampala.",
        "Peter Otieno/President/KE; Moses Okello/President/UG",
    ),
    (
        "The army chiefs of Zambia and Malawi, Generals Dennis Alibuzwi and Paul Phiri, met in Lusaka.",
        "Dennis Alibuzwi/army chief/ZM; Paul Phiri/army chief/MW",
    ),
    (
        "The trade ministers who chair the border board, Ana Rojas for Chile and Peru's Luis Prado, met in Lima.",
        "Ana Rojas/trade minister/CL; Luis Prado/trade minister/PE",
    ),
    (
        "Bhutan and Nepal will open the bridge. The home secretaries, Sonam Tshering and Bimal Thapa, met in Kathmandu.",
        "Sonam Tshering/home secretary/BT; Bimal Thapa/home secretary/NP",
    ),
    # bodies, their parts and their people
    (
        "Anna Weiss, the former Austrian trade minister who heads the United Nations' river centre, met Peru's Luis Prado.",
        "Anna Weiss/head/UN; Luis Prado/None/PE",
    ),
    (
        "The OSCE's ambassador in Bishkek, Karl Huber of Switzerland, met Kyrgyz President Azamat Toktosunov.",
        "Karl Huber/ambassador/OSCE; Azamat Toktosunov/President/KG",
    ),
    (
        "Vice Admiral Brad Colton, who commands the U.S. Fifth Fleet, met Bahrain's King Hamad.",
        "Brad Colton/Vice Admiral/US; Hamad/King/BH",
    ),
    (
        "The head of the Uzbek central bank, Rustam Azimov, met Polish President Jan Nowak.",
        "Rustam Azimov/head of the central bank/UZ; Jan Nowak/President/PL",
    ),
    (
        "Estonian President Tiit Tamm was in Riga. He came with Juri Kask, his foreign minister, who stayed on for talks "
        "with Janis Berzins, his Latvian counterpart.",
        "Tiit Tamm/President/EE; Juri Kask/foreign minister/EE; Janis Berzins/foreign minister/LV",
    ),
    # forms of names, and what stands between post and name
    (
        "Saudi Arabia's Prince Sultan, the defence minister, met Polish President Jan Nowak.",
        "Sultan/defence minister/SA; Jan Nowak/President/PL",
    ),
    (
        "Ana Rojas, then Chile's foreign minister, met Luis Prado, at the time president of Peru.",
        "Ana Rojas/foreign minister/CL; Luis Prado/president/PE",
    ),
    (
        "Polish Foreign Minister Jan Nowak went to Lima to see his counterpart there, Luis Prado.",
        "Jan Nowak/Foreign Minister/PL; Luis Prado/Foreign Minister/PE",
    ),
    (
        "Yuri Orlov, Moscow's pointman on Karabakh, met Armenian Foreign Minister Ara Petrosyan.",
        "Yuri Orlov/pointman/RU; Ara Petrosyan/Foreign Minister/AM",
    ),
]


@pytest.mark.parametrize(("body", "wanted"), CASES)
def test_posts_of_a_wire(body: str, wanted: str) -> None:
    text = f"Talks on grain\n\nOctober 9, 2024\n\n{body}\n"
    cast = find_cast(segment(text), Article(id="t", text=text))
    assert "; ".join(f"{o.name}/{o.role}/{o.country}" for o in cast.officials) == wanted
