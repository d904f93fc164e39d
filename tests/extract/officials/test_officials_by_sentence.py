"""One sentence, one way of naming officials: invented persons of all regions.

Each case: the sentence, and for every official name, a word of the role (or None) and the state.
"""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment
from kg.page.records import Page, Sentence, Zone

Case = tuple[str, list[tuple[str, str | None, str | None]]]

CASES: list[Case] = [
    # titles before names
    (
        "Norwegian Foreign Minister Sigrid Haugland left on Monday.",
        [("Sigrid Haugland", "Foreign Minister", "NO")],
    ),
    (
        "U.S. Deputy Secretary of State Walter Quimby arrived.",
        [("Walter Quimby", "Deputy Secretary of State", "US")],
    ),
    (
        "Peru's Defence Minister Jorge Quispe Mamani resigned.",
        [("Jorge Quispe Mamani", "Defence Minister", "PE")],
    ),
    ("Former Danish prime minister Mogens Brandt spoke.", [("Mogens Brandt", "prime minister", "DK")]),
    ("Chinese Vice Premier Gao Wenhai will chair it.", [("Gao Wenhai", "Vice Premier", "CN")]),
    (
        "Crown Prince Turki bin Nasser Al Faris of Saudi Arabia came.",
        [("Turki bin Nasser Al Faris", "Crown Prince", "SA")],
    ),
    (
        "Polish Deputy Prime Minister and Minister of Finance Jacek Wolny met reporters.",
        [("Jacek Wolny", "Minister of Finance", "PL")],
    ),
    ("Thai Army chief General Somsak Rattanakul flew in.", [("Somsak Rattanakul", "Army chief", "TH")]),
    (
        "State Department spokeswoman Carol Pettibone declined to comment.",
        [("Carol Pettibone", "spokeswoman", "US")],
    ),
    ("Kremlin spokesman Igor Zubkov said nothing.", [("Igor Zubkov", "spokesman", "RU")]),
    ("The Japanese vice-minister for trade, Kenji Moriyama, agreed.", [("Kenji Moriyama", "minister", "JP")]),
    ("Then-president Alvaro Pizarro of Bolivia signed it.", [("Alvaro Pizarro", "president", "BO")]),
    ("NATO Secretary General Pieter Hoekman was there.", [("Pieter Hoekman", "Secretary General", "NATO")]),
    (
        "European Union foreign policy chief Lucia Ferretti called him.",
        [("Lucia Ferretti", "foreign policy chief", "EU")],
    ),
    ("Finnish President-elect Timo Karhunen thanked her.", [("Timo Karhunen", "President", "FI")]),
    ("Russia's U.S. ambassador, Pavel Grinin, was summoned.", [("Pavel Grinin", "ambassador", "RU")]),
    (
        "British Foreign Secretary Sir Alastair Pym travelled on.",
        [("Alastair Pym", "Foreign Secretary", "GB")],
    ),
    (
        "Kenyan Foreign Minister Amb. Wanjiku Ndirangu spoke next.",
        [("Wanjiku Ndirangu", "Foreign Minister", "KE")],
    ),
    # titles behind names
    (
        "Ilse Krämer, the Austrian interior minister, was in Rome.",
        [("Ilse Krämer", "interior minister", "AT")],
    ),
    (
        "Tomas Dvorak, the Czech Republic's ambassador to Cuba, stayed.",
        [("Tomas Dvorak", "ambassador", "CZ")],
    ),
    (
        "Nguyen Van Thanh, Vietnam's deputy foreign minister, will come.",
        [("Nguyen Van Thanh", "deputy foreign minister", "VN")],
    ),
    (
        "Kofi Asare-Bediako, who is Ghana's trade minister, opened it.",
        [("Kofi Asare-Bediako", "trade minister", "GH")],
    ),
    ("Rosa Delgadillo, head of the Mexican delegation, walked out.", [("Rosa Delgadillo", "head", "MX")]),
    (
        "Arman Petrosyan, the secretary of Armenia's Security Council, was named.",
        [("Arman Petrosyan", "secretary", "AM")],
    ),
    (
        "Marguerite Dufour, France's permanent representative to the United Nations, voted.",
        [("Marguerite Dufour", "permanent representative", "FR")],
    ),
    ("Ahmad Rezaei became Iran's foreign minister in May.", [("Ahmad Rezaei", "foreign minister", "IR")]),
    ("Lars Bergqvist, a former Swedish ambassador, was asked.", [("Lars Bergqvist", "ambassador", "SE")]),
    # the title, a comma, the name
    (
        "The prime minister of Nepal, Hari Prasad Ghimire, was pleased.",
        [("Hari Prasad Ghimire", "prime minister", "NP")],
    ),
    (
        "The emir of Qatar, Sheikh Jaber bin Khalifa Al Mana, was away.",
        [("Jaber bin Khalifa Al Mana", "emir", "QA")],
    ),
    ("Kuwait's oil minister, Fahad Al-Otaibi, objected.", [("Fahad Al-Otaibi", "oil minister", "KW")]),
    (
        "The President of the Republic of Zambia, His Excellency Mr. Chola Mulenga, departed.",
        [("Chola Mulenga", "President", "ZM")],
    ),
    (
        "The Minister of Foreign Affairs of Bulgaria, Ms. Radka Ilieva, presided.",
        [("Radka Ilieva", "Minister of Foreign Affairs", "BG")],
    ),
    # counterparts and owners
    (
        "Dutch Foreign Minister Willem Stra met his Israeli counterpart, Moshe Avigad, on Friday.",
        [("Willem Stra", "Foreign Minister", "NL"), ("Moshe Avigad", "Foreign Minister", "IL")],
    ),
    (
        "Greek Defence Minister Kostas Vlachos and his Turkish opposite number, Orhan Demirel, talked.",
        [("Kostas Vlachos", "Defence Minister", "GR"), ("Orhan Demirel", "Defence Minister", "TR")],
    ),
    (
        "Belgian President Guy Van Acker and his foreign minister, Luc Peeters, were delayed.",
        [("Guy Van Acker", "President", "BE"), ("Luc Peeters", "foreign minister", "BE")],
    ),
    (
        "Portuguese Prime Minister Rui Tavira's spokesman, Nuno Seixas, denied it.",
        [("Rui Tavira", "Prime Minister", "PT"), ("Nuno Seixas", "spokesman", "PT")],
    ),
    # lists
    (
        "The foreign ministers of Chad and Niger, Idriss Adoum and Salou Boubacar, signed it.",
        [("Idriss Adoum", "foreign minister", "TD"), ("Salou Boubacar", "foreign minister", "NE")],
    ),
    (
        "He held talks with Prime Ministers Ana Kovac of Slovenia and Ivo Maric of Croatia.",
        [("Ana Kovac", "Prime Minister", "SI"), ("Ivo Maric", "Prime Minister", "HR")],
    ),
    (
        "Leaders who came were Malta's Joseph Zammit, Samoa's Sione Leota and Tuvalu's Teo Pita.",
        [("Joseph Zammit", None, "MT"), ("Sione Leota", None, "WS"), ("Teo Pita", None, "TV")],
    ),
    (
        "The co-chairs, Yuri Sablin (Russian Federation) and Claire Martel (France), briefed the ministers.",
        [("Yuri Sablin", None, "RU"), ("Claire Martel", None, "FR")],
    ),
    (
        "Uganda's President Okello Mukasa, Burundi's Prime Minister Desire Ndayi and Kenya's Foreign Minister Joy Mwangi met.",
        [
            ("Okello Mukasa", "President", "UG"),
            ("Desire Ndayi", "Prime Minister", "BI"),
            ("Joy Mwangi", "Foreign Minister", "KE"),
        ],
    ),
    # names of all kinds
    (
        "South Korean Unification Minister Seo Min-jae said so.",
        [("Seo Min-jae", "Unification Minister", "KR")],
    ),
    ("Indonesian Foreign Minister Wirawan said so.", [("Wirawan", "Foreign Minister", "ID")]),
    (
        "Brazilian Finance Minister João Batista da Costa e Silva said so.",
        [("João Batista da Costa e Silva", "Finance Minister", "BR")],
    ),
    (
        "Spanish Interior Minister José Luis de la Vega-Ruiz said so.",
        [("José Luis de la Vega-Ruiz", "Interior Minister", "ES")],
    ),
    (
        "Dutch Defence Minister Geert van der Molen said so.",
        [("Geert van der Molen", "Defence Minister", "NL")],
    ),
    (
        "Omani Foreign Minister Badr bin Hamad al-Farsi said so.",
        [("Badr bin Hamad al-Farsi", "Foreign Minister", "OM")],
    ),
    ("Irish Foreign Minister Niamh O'Sullivan said so.", [("Niamh O'Sullivan", "Foreign Minister", "IE")]),
    (
        "US Treasury Secretary J. Howard Blaine III said so.",
        [("J. Howard Blaine III", "Treasury Secretary", "US")],
    ),
    (
        'Philippine Defense Secretary Benito "Jun" Lacson-Reyes said so.',
        [("Benito Lacson-Reyes", "Defense Secretary", "PH")],
    ),
    (
        "Icelandic Foreign Minister Þórdís Hallgrímsdóttir said so.",
        [("Þórdís Hallgrímsdóttir", "Foreign Minister", "IS")],
    ),
    (
        "British Defence Secretary Christopher Hill said so.",
        [("Christopher Hill", "Defence Secretary", "GB")],
    ),
    ("Israeli Energy Minister Israel Shaked said so.", [("Israel Shaked", "Energy Minister", "IL")]),
    # no officials
    ("Anna Berg, chief executive of Nordlys Energy, presented the figures.", []),
    ("Mark Tolliver, an analyst at Granite Research, was sceptical.", []),
    ("The president of the football club, Luis Montero, resigned.", []),
    ("Jane Osei, a professor at the University of Leeds, said the deal was weak.", []),
    ("Toyota president Hiro Tanabe apologised.", []),
    ("The spokesman for the company, Ben Archer, declined to comment.", []),
    ("The rebel commander Jacques Moyo was killed.", []),
    ("John Miller, 54, who owns the bakery, shrugged.", []),
    ("The novelist Petra Lind was buried in Oslo.", []),
]


def officials(sentence: str) -> list[tuple[str, str | None, str | None]]:
    """Name, role and state of the officials of one sentence that is a page of its own."""
    end = len(sentence)
    page = Page(sentence, (Zone("body", 0, end),), (Sentence(0, end, "body", 0),))
    cast = find_cast(page, Article(id="t", text=sentence))
    for official in cast.officials:
        assert official.quotes
        assert all(sentence[q.start : q.end] == q.exact for q in official.quotes)
    return [(o.name, o.role, o.country) for o in cast.officials]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][:48] for c in CASES])
def test_sentence(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = officials(sentence)
    assert [(name, state) for name, _, state in found] == [(name, state) for name, _, state in expected]
    for (_, role, _), (_, part, _) in zip(found, expected, strict=True):
        assert part is None or part.lower() in (role or "").lower()


def test_segmented_page_gives_the_same() -> None:
    text = "Ministers meet\n\nMarch 3, 2021\n\nOSLO - Norwegian Foreign Minister Sigrid Haugland met Malta's Joseph Zammit.\n"
    cast = find_cast(segment(text), Article(id="t", text=text))
    assert [(o.name, o.country) for o in cast.officials] == [
        ("Sigrid Haugland", "NO"),
        ("Joseph Zammit", "MT"),
    ]
