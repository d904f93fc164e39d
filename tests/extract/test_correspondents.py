"""What correspondents write of several at once: both leaders, both capitals, by A, by B and by C, talks to begin."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

TWO = "Kenyan President Peter Otieno and Ugandan President Moses Okello met in Kampala on Monday."
MET = "meeting Okello+Otieno KE/UG UG 2024-10-07 held"

CASES = [
    (  # whom "them" means
        "Foreign ministers Ada Wanjiru of Kenya and Juma Odongo of Uganda signed an accord. Tanzanian President Ali Mwinyi "
        "telephoned both leaders to congratulate them and will receive them in Arusha in March.",
        [
            MET,
            "agreement Odongo+Wanjiru KE/UG UG 2024-10-07 held",
            "call Mwinyi+Otieno KE/TZ None 2024-10-07 held",
            "call Mwinyi+Okello TZ/UG None 2024-10-07 held",
            "meeting Mwinyi+Okello+Otieno KE/TZ/UG TZ 2025-03 planned",
            "visit Okello+Otieno KE/TZ/UG TZ 2025-03 planned",
        ],
    ),
    (  # a journey to each of two states, with nobody met there
        "EU trade commissioner Karl Huber visited both countries last week.",
        [
            MET,
            "visit Huber EU/KE KE 2024-09-30/2024-10-06 held",
            "visit Huber EU/UG UG 2024-09-30/2024-10-06 held",
        ],
    ),
    (  # talks of those of whom the text tells; membership talks are others'
        "Negotiations at expert level will start in Arusha next week. Membership talks start in Lusaka in May.",
        [MET, "meeting - KE/UG TZ 2024-10-14/2024-10-20 planned"],
    ),
    (  # between both capitals; the two presidents are no two others named since
        "Barbados's Ann Clarke and Jamaica's Asa Brown stood by. The two presidents are to meet again in Arusha in May. Dutch "
        "Foreign Minister Anna de Vries had shuttled between the two capitals last week.",
        [
            MET,
            "meeting Okello+Otieno KE/UG TZ 2025-05 planned",
            "visit Vries KE/NL KE 2024-09-30/2024-10-06 held",
            "visit Vries NL/UG UG 2024-09-30/2024-10-06 held",
        ],
    ),
    (  # where they were received is no part of whom
        "Dutch Foreign Minister Anna de Vries received both presidents at the foreign ministry.",
        [MET, "meeting Okello+Otieno+Vries KE/NL/UG UG 2024-10-07 held"],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), CASES)
def test_of_two_who_met(body: str, wanted: list[str]) -> None:
    assert told(f"{TWO} {body}") == sorted(wanted)


SENTENCES = [
    (  # one table, whatever the number of "by"
        "South African President Sipho Dlamini was joined at the summit in Pretoria on Monday by Namibian President Tom "
        "Shilongo, by Malawian Vice President Paul Phiri and by Lesotho's premier, Thabo Mokoena.",
        [
            "meeting Dlamini+Mokoena+Phiri+Shilongo LS/MW/NA/ZA 2024-10-07 held",
            "visit Mokoena+Phiri+Shilongo LS/MW/NA/ZA 2024-10-07 held",
        ],
    ),
    (  # what was chaired, a day between
        "Guyana's Ravi Persaud backed the deal at a meeting in Kingston on Monday chaired by Jamaican Prime Minister Asa "
        "Brown.",
        ["meeting Brown+Persaud GY/JM 2024-10-07 held"],
    ),
    (  # a state whose name the parser takes for an adverb; contact that is kept up is no call
        "Nauru signed a security treaty with Australia in Canberra on Monday. Australian Foreign Minister Ann Ward has been "
        "in regular contact with New Zealand's Joe Tait since.",
        ["agreement - AU/NR 2024-10-07 held"],
    ),
    (  # stops and clauses that take in talks
        "Polish President Jan Nowak flew to Oslo on Monday and from there to Tallinn for a four-hour stop that took in "
        "talks with President Tiit Tamm.",
        [
            "meeting Nowak+Tamm EE/PL 2024-10-07 held",
            "visit Nowak EE/PL 2024-10-07 held",
            "visit Nowak NO/PL 2024-10-07 held",
        ],
    ),
    (
        "Polish President Jan Nowak flew to Oslo on Monday for what was his first meeting with Norwegian Prime Minister "
        "Ola Berg.",
        ["meeting Berg+Nowak NO/PL 2024-10-07 held", "visit Nowak NO/PL 2024-10-07 held"],
    ),
    (  # signed beside somebody
        "Uzbek President Rustam Karimov put his signature to the treaty alongside his Kyrgyz opposite number, Azamat "
        "Toktosunov, in Bishkek on Monday.",
        ["agreement Karimov+Toktosunov KG/UZ 2024-10-07 held"],
    ),
    (  # those who joined by video were others
        "Chinese Foreign Minister Li Jianguo hosted the Fijian prime minister, Sione Tava, in Suva on Monday, some of his "
        "guests joining by video link.",
        ["meeting Jianguo+Tava CN/FJ 2024-10-07 held", "visit Jianguo CN/FJ 2024-10-07 held"],
    ),
    (  # a part of next year
        "Turkish President Kemal Aydin said he would visit both Chad and Mali in the first two months of next year.",
        ["visit Aydin ML/TR 2025-01/2025-03 planned", "visit Aydin TD/TR 2025-01/2025-03 planned"],
    ),
    (  # what is welcomed from afar
        "Kenya's Peter Otieno met Uganda's Moses Okello in Kampala on Monday. They signed a border treaty. African Union "
        "chief Musa Diallo and the Dutch foreign minister, Anna de Vries, welcomed the declaration.",
        [
            "agreement Okello+Otieno KE/UG 2024-10-07 held",
            "meeting Okello+Otieno KE/UG 2024-10-07 held",
            "visit Otieno KE/UG 2024-10-07 held",
        ],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), SENTENCES)
def test_one_sentence(body: str, wanted: list[str]) -> None:
    assert [" ".join((*line.split()[:3], *line.split()[-2:])) for line in told(body)] == wanted
