"""What wire dispatches tell in passing: errands, epithets, counted talks, a body's own ministers, a trade by deal."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

CASES = [
    (  # what somebody goes abroad for
        "Gambian President Musa Jallow flew to Dakar on Monday to ask President Alioune Diop for help.",
        ["meeting Diop+Jallow GM/SN SN 2024-10-07 held", "visit Jallow GM/SN SN 2024-10-07 held"],
    ),
    (
        "On September 4 Samoan Premier Ioane Leota came to Suva to plead for help from Fijian Prime Minister Jone "
        "Ravula.",
        ["meeting Leota+Ravula FJ/WS FJ 2024-09-04 held", "visit Leota FJ/WS FJ 2024-09-04 held"],
    ),
    ("Gambian President Musa Jallow wrote to Dakar to ask President Alioune Diop for help.", []),
    (  # who is meant by what he was
        "Bolivian President Juan Mamani is in Tehran. The former coca farmer held talks with President Reza Karimi on "
        "Tuesday.",
        ["meeting Karimi+Mamani BO/IR IR 2024-10-08 held", "visit Mamani BO/IR IR 2024-10-09 ongoing"],
    ),
    (
        "Norwegian striker Odd Vik scored twice as Prime Minister Kari Lund looked on. The 24-year-old met Danish "
        "Foreign Minister Bo Friis on Monday.",
        [],
    ),
    (  # a part of the day that was told
        "East Timorese President Jose Guterres landed in Jakarta on Tuesday. He was to meet President Budi Santoso in "
        "the evening.",
        ["meeting Guterres+Santoso ID/TL ID 2024-10-08 planned", "visit Guterres ID/TL ID 2024-10-08 held"],
    ),
    (  # counted, and of no one day or place
        "Ecuadorean President Ana Toro and Peruvian President Luis Paz signed a treaty in Brasilia on Monday. The two "
        "had met seven times since Toro took office in August.",
        [
            "agreement Paz+Toro EC/PE BR 2024-10-07 held",
            "meeting Paz+Toro EC/PE None 2024-08-01/2024-10-09 held",
        ],
    ),
    (
        "Ecuadorean President Ana Toro met Peruvian President Luis Paz in Lima on Monday. They met twice on Monday.",
        ["meeting Paz+Toro EC/PE PE 2024-10-07 held", "visit Toro EC/PE PE 2024-10-07 held"],
    ),
    (  # leaders of the past, by the year
        "The Kremlin wants a new paper. Leonid Brezhnev and Gerald Ford signed theirs in Vladivostok in November 1974.",
        ["agreement Brezhnev+Ford RU/US RU 1974-11 held"],
    ),
    (
        "The singer thanked the Kremlin. Gerald Ford sold his bakery to Leonid Brezhnev in Vladivostok in 2020.",
        [],
    ),
    (  # whoever held the post came before
        "Japanese Prime Minister Ryo Mori flew to Addis Ababa on Monday. No Japanese premier had set foot in the country "
        "since Taro Abe in 1967.",
        ["visit Abe ET/JP ET 1967 held", "visit Mori ET/JP ET 2024-10-07 held"],
    ),
    (
        "Turkish President Can Demir landed in Yerevan on Saturday. The last Turkish president to come here was Ali Kaya "
        "in 2002.",
        ["visit Demir AM/TR AM 2024-10-05 held", "visit Kaya AM/TR AM 2002 held"],
    ),
    (  # of several, the last
        "Ecuadorean President Ana Toro and Peruvian President Luis Paz have met six times since 2022, most recently in "
        "Lima in March.",
        ["meeting Paz+Toro EC/PE None 2022-01-01/2024-10-09 held", "meeting Paz+Toro EC/PE PE 2024-03 held"],
    ),
    (  # one after the other
        "U.S. President Ron Hale is to receive Azeri President Anar Aliev and Armenian President Ara Petrosian one after "
        "the other on Friday.",
        [
            "meeting Aliev+Hale AZ/US None 2024-10-11 planned",
            "meeting Hale+Petrosian AM/US None 2024-10-11 planned",
        ],
    ),
    (
        "Azeri President Anar Aliev and Armenian President Ara Petrosian met in Florida on Tuesday. U.S. Secretary of "
        "State Ron Hale held separate sessions with both.",
        [
            "meeting Aliev+Hale AZ/US US 2024-10-08 held",
            "meeting Aliev+Petrosian AM/AZ US 2024-10-08 held",
            "meeting Hale+Petrosian AM/US US 2024-10-08 held",
        ],
    ),
    (  # stops of a journey
        "U.S. Secretary of State Ann Lee will be in Tripoli on Friday. She will also call at Tunis and Rabat.",
        [
            "visit Lee LY/US LY 2024-10-11 planned",
            "visit Lee MA/US MA 2024-10-11/2024-10-17 planned",
            "visit Lee TN/US TN 2024-10-11/2024-10-17 planned",
        ],
    ),
    (  # the time over which journeys are counted
        "Italian Premier Ugo Neri signed a treaty with Libyan leader Omar Sadiq in Benghazi on Saturday. It was his "
        "second trip to Libya this summer.",
        ["agreement Neri+Sadiq IT/LY LY 2024-10-05 held", "visit Neri IT/LY LY 2024-10-05 held"],
    ),
    ("Zambia meet Ghana again in June, in a World Cup qualifier in Ndola, President Abel Mwale said.", []),
    (  # "its ministers" are the body's
        "Fijian Prime Minister Jone Ravula was pleased. OPEC will decide when its oil ministers meet in Vienna on "
        "December 5.",
        ["meeting - OPEC AT 2024-12-05 planned"],
    ),
    (
        "Fijian Prime Minister Jone Ravula thanked Tongan Premier Sione Vea in a speech. The region's leaders meet in "
        "Apia on Friday.",
        [],
    ),
    (  # by a deal with somebody
        "In 1998 Russian President Pyotr Sokolov closed the base under an accord with Azerbaijani President Anar Aliev.",
        ["agreement Aliev+Sokolov AZ/RU None 1998 held"],
    ),
    (  # a force, not a journey
        "Samoan Premier Ioane Leota agreed. The mission will be headed by Jack Reid, a veteran Australian diplomat.",
        [],
    ),
]


@pytest.mark.parametrize(("body", "events"), CASES, ids=[c[0][:40] for c in CASES])
def test_dispatches(body: str, events: list[str]) -> None:
    assert told(body) == events


def test_a_country_of_a_part_of_the_world_lies_there() -> None:
    head = "Diamonds move\n\nGABORONE, October 9, 2024 - "
    body = (
        "Botswanan ministers Mpho Seretse and Sipho Dube smiled. Buyers now travel to London. "
        "They will have to fly to the southern African country instead."
    )
    assert told(body, head) == []
