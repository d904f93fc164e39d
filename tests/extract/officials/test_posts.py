"""Posts that are told away from the name: in lists, in the sentence before, by several people at once."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment

CASES = [
    # the town that opens a sentence is no part of the post behind it
    (
        "Norway's Anna Berg flew on. In Samarkand President Timur Aliev of Uzbekistan kept her for an hour.",
        [("Anna Berg", None, "NO"), ("Timur Aliev", "President", "UZ")],
    ),
    # surnames that are waters or hills, "d'" before a name, "Nana" as a given name
    (
        "Anthony Lake, the U.S. envoy, and Carla Hills, the U.S. trade representative, saw Ghana's Nana Akufo-Addo.",
        [
            ("Anthony Lake", "envoy", "US"),
            ("Carla Hills", "trade representative", "US"),
            ("Nana Akufo-Addo", None, "GH"),
        ],
    ),
    (
        "Luisa d'Almeida, Portugal's foreign minister, met her French colleague.",
        [("Luisa d'Almeida", "foreign minister", "PT")],
    ),
    (
        "Algeria has put its foreign minister on the road. Karim Bensaid landed in Tunis on Wednesday.",
        [("Karim Bensaid", "foreign minister", "DZ")],
    ),
    (
        "Five other presidents stood beside him: Jan Nowak of Poland and Mart Puusep of Estonia among others.",
        [("Jan Nowak", "president", "PL"), ("Mart Puusep", "president", "EE")],
    ),
    (
        "She received seven ambassadors, among them Thailand's Somchai Prasert and Chad's Moussa Idriss.",
        [("Somchai Prasert", "ambassador", "TH"), ("Moussa Idriss", "ambassador", "TD")],
    ),
    (
        "Their foreign ministers signed in New York.\n\nNikos Pappas of Greece and Goran Petrov of North Macedonia "
        "shook hands.",
        [("Nikos Pappas", "foreign minister", "GR"), ("Goran Petrov", "foreign minister", "MK")],
    ),
    (
        "Kenya's president rang Moses Otieno, our Prime Cabinet Secretary, on Thursday.",
        [("Moses Otieno", "Prime Cabinet Secretary", "KE")],
    ),
    (
        "The team is led by Jack Reid, a veteran Australian diplomat, and by Eero Lahti, a seasoned Finnish general.",
        [("Jack Reid", "diplomat", "AU"), ("Eero Lahti", "general", "FI")],
    ),
    ("Cobalt chairman Otto Renner met Zambian President Abel Mwale.", [("Abel Mwale", "President", "ZM")]),
    (
        "The United Nations, under then-secretary-general Erik Lund, held its peace.",
        [("Erik Lund", "secretary-general", "UN")],
    ),
    (  # leaders of the past, known by the year told beside them
        "Leonid Brezhnev and Gerald Ford signed the paper in Vladivostok in November 1974.",
        [("Leonid Brezhnev", None, "RU"), ("Gerald Ford", None, "US")],
    ),
    ("Lyonchhen Tashi Wangdi returned from Dhaka on Sunday.", [("Tashi Wangdi", "Lyonchhen", "BT")]),
    (
        "The Emir of Qatar, Sheikh Hamad bin Jassim, and the Sultan of Oman, Haitham bin Said, met in Doha.",
        [("Hamad bin Jassim", "Emir", "QA"), ("Haitham bin Said", "Sultan", "OM")],
    ),
    (
        "General Musa Bello of Nigeria met Lt. Gen. Karl Weber, chief of the German general staff.",
        [("Musa Bello", "General", "NG"), ("Karl Weber", "chief of the general staff", "DE")],
    ),
    (
        "The Chief of Staff of the Armed Forces Lieutenant General Ahmad Saleh of Jordan arrived.",
        [("Ahmad Saleh", "Chief of Staff of the Armed Forces", "JO")],
    ),
    (
        "Speaker of the National Assembly Tran Van Duc of Vietnam met the head of Russia's Federal Security Service, "
        "Igor Petrov.",
        [
            ("Tran Van Duc", "Speaker", "VN"),
            ("Igor Petrov", "head of Russia's Federal Security Service", "RU"),
        ],
    ),
    ("The head of the Moscow Chess Club, Ivan Ivanov, met the founder of Rapid Cars, Ann Bo.", []),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_posts_away_from_the_name(told: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"The day in brief\n\n{told}\n\nNothing else was said by anybody in the city hall that evening.\n"
    cast = find_cast(segment(text), Article(id="a", text=text))
    assert [(o.name, o.role, o.country) for o in cast.officials] == expected
