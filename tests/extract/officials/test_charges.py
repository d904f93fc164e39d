"""Posts told by what their holders do, by whom they are made so, or beside another word than the name."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment


def cast(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Role and state by name."""
    article = Article(id="a", text=f"News of the day\n\nMay 5, 2019\n\n{text}\n")
    found = find_cast(segment(article.text), article)
    return {o.name: (o.role and o.role.lower(), o.country) for o in found.officials}


CASES = [
    # what he does
    ("In Lusaka she saw Peter Mwale, who keeps the foreign affairs portfolio.", "Peter Mwale", "foreign affairs minister", "ZM"),
    ("Salim bin Hamad, who runs Oman's diplomacy, received the Danes.", "Salim bin Hamad", "foreign minister", "OM"),
    ("Mart Puusep, who looks after foreign policy in Tallinn, met them.", "Mart Puusep", "foreign minister", "EE"),
    ("They talked with Jan Novak, in charge of information, on Monday in Prague.", "Jan Novak", "information minister", "CZ"),
    # who made him so
    (
        "Bakyt Asanov, a diplomat of the middle rank whom the Kyrgyz cabinet made foreign minister in April, came to the talks.",
        "Bakyt Asanov", "foreign minister", "KG",
    ),
    ("Anna Berg, promoted to deputy premier last week, met the Swedish delegation.", "Anna Berg", "deputy premier", None),
    ("Ana Weiss, who heads the International Monetary Fund, saw Egypt's premier.", "Ana Weiss", "head", "IMF"),
    ("Karl Huber, who runs Austria's central bank, met them.", "Karl Huber", "central bank governor", "AT"),
    ("Karl Huber, who speaks for the Austrian foreign ministry, met the Danes.", "Karl Huber", "spokesperson", "AT"),
    ("General Pedro Lasso, who seized power in Chile in May, met the Danes.", "Pedro Lasso", "general", "CL"),
    ("The central bank, whose governor is Peter Mwale, met its Kenyan partners in Lusaka.", "Peter Mwale", "governor", None),
    ("Jan Novak, who is both premier and defence minister of Slovakia, came to Oslo.", "Jan Novak", "premier", "SK"),
    # bodies and their staff
    ("Karl Huber, the bloc's commissioner for trade, met the Serb, the EU said.", "Karl Huber", "commissioner for trade", "EU"),
    ("Italy's Ugo Riva, the European Commission vice-president, met the Serbs.", "Ugo Riva", None, "EU"),
    ("The U.N. high commissioner for refugees, Ana Weiss, toured Chad.", "Ana Weiss", None, "UN"),
    ("Rafael Lima, the IAEA's director general, flew to Tehran.", "Rafael Lima", "director general", "IAEA"),
    ("Ana Weiss, who leads the European Union's observers, met them.", "Ana Weiss", None, "EU"),
    ("European Investment Bank head Ana Weiss met the Serbs.", "Ana Weiss", None, "EU"),
    (
        "The head of the Organization of American States' mission, former Bolivian president Luis Roa, met them.",
        "Luis Roa", None, "OAS",
    ),
    ("Wally Okoro, the number two at the US Treasury, rang the Turks.", "Wally Okoro", "number two at the us treasury", "US"),
    # guests, and those for whom somebody speaks
    ("The visiting president, Jan Novak, said in Vienna that Poland would pay.", "Jan Novak", "president", "PL"),
    (
        "The Quai d'Orsay's spokeswoman, Ann Petit, said Foreign Minister Luc Morin would be in Dakar on Friday.",
        "Luc Morin", "foreign minister", "FR",
    ),
    # a rank, a place or a word between
    (
        "The armed forces chief, General Pedro Lasso, met the Chilean minister.",
        "Pedro Lasso", "armed forces chief", None,
    ),
    ("Bucharest's ambassador on the Danube, Ion Danca, called it warm.", "Ion Danca", "ambassador", "RO"),
    ("An American, Walter Higgs, then acting assistant secretary for Africa, called there.", "Walter Higgs", None, "US"),
    ("Japan's bespectacled foreign minister, Kenji Mori, met them.", "Kenji Mori", "foreign minister", "JP"),
    (
        "He met Agus Wirawan, the coordinating minister for political, legal and security affairs, in Jakarta.",
        "Agus Wirawan", "coordinating minister for political, legal and security affairs", "ID",
    ),
    (
        "The Chief Secretary to the Government Tan Sri Hamid Salleh will fly to Jakarta from Kuala Lumpur.",
        "Hamid Salleh", "chief secretary to the government", None,
    ),
    # bodies before nationality
    ("The Dutchman Pieter Vos, who looks after minorities for the OSCE, flew to Oslo for talks.", "Pieter Vos", None, "OSCE"),
    # told in the next sentence
    (
        "It is not every day that a President of Russia gets up from a table. Mr. Putin did so in Istanbul.",
        "Putin", "president", "RU",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "country"), CASES)
def test_post_and_state(text: str, name: str, role: str | None, country: str | None) -> None:
    found = cast(text)
    assert name in found
    assert role is None or found[name][0] == role
    assert country is None or found[name][1] == country


def test_an_adverb_that_opens_a_sentence_is_nobody() -> None:
    text = "Salim bin Hamad received the Danes. Officially he is Oman's minister for trade."
    assert "Officially" not in cast(text)


TOGETHER = [
    (
        "Taking part will be Bakyt Asanov and Davlat Said, respectively agriculture minister and first deputy premier.",
        {"Bakyt Asanov": "agriculture minister", "Davlat Said": "first deputy premier"},
    ),
    (
        "The foreign and defence ministers of Japan, Yoko Mori and Ken Ito, met their Australian counterparts "
        "Helen Ward and Richard Mills.",
        {
            "Yoko Mori": "foreign minister", "Ken Ito": "defence minister", "Helen Ward": "foreign minister",
            "Richard Mills": "defence minister",
        },
    ),
    (
        "The EU's special envoy for Libya, Jan Kask, an Estonian who succeeded Finland's Terhi Lampi in the summer, came.",
        {"Jan Kask": "special envoy for libya", "Terhi Lampi": "special envoy for libya"},
    ),
    (
        "In Kiribati he met President Teburoro Tito and Ieremia Tabai, whom Tito succeeded.",
        {"Ieremia Tabai": "president"},
    ),
    ("Salim bin Hamad greeted the Danes. Officially he is Oman's minister for trade.", {"Salim bin Hamad": "minister for trade"}),
    (
        "Chad's chief negotiator, Idriss Ali, and the EU's, Karl Huber, met in Rome.",
        {"Idriss Ali": "chief negotiator", "Karl Huber": "chief negotiator"},
    ),
    (
        "Crown Prince Fahd bin Sultan of Saudi Arabia met Egypt's president in Cairo.",
        {"Fahd bin Sultan": "crown prince"},
    ),
    ("Belize sent the Deputy Premier in the person of the Hon. John Castillo.", {"John Castillo": "deputy premier"}),
    ("The man who runs Oman's diplomacy, Salim bin Hamad, met the Danes.", {"Salim bin Hamad": "foreign minister"}),
    ("Teresa Nowak will run the finance ministry in Warsaw and meet the EU's envoys.", {"Teresa Nowak": "finance minister"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_posts_of_several(text: str, expected: dict[str, str]) -> None:
    found = cast(text)
    assert {name: (found.get(name) or (None,))[0] for name in expected} == expected


STATES = [
    (
        "America was represented by Alfred Marks, its envoy; Germany by a secretary of state, Werner Hoyt, and "
        "Bulgaria sent its premier, Simeon Berov.",
        {"Alfred Marks": "US", "Werner Hoyt": "DE", "Simeon Berov": "BG"},
    ),
    (
        "Askar Tash and Rustam Yat, who head the security services of Kyrgyzstan and Tajikistan, signed a protocol.",
        {"Askar Tash": "KG", "Rustam Yat": "TJ"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_states_of_delegates(text: str, expected: dict[str, str]) -> None:
    found = cast(text)
    assert {name: (found.get(name) or (None, None))[1] for name in expected} == expected


NOBODY = [
    ("Chile's minister met them. A professor from Tufts, Andrew Hess, explained the treaty.", "Andrew Hess"),
    ("Chile's minister met Peru's. Ann Roe, deputy Asia director of Human Rights Watch, asked why.", "Watch"),
    (
        "Chile's minister met the oil giant Repsal in Oslo. Repsal shares rose while Norway's premier spoke.",
        "Repsal",
    ),
    (
        "Norway's Per Dahl met Kemal Kopru, who edits a quarterly, and the Swedish envoy in Oslo.",
        "Kemal Kopru",
    ),
    (
        "Oman's minister said no. Abdul Atwan, the editor of Rai al-Ghad, thinks Qatar will come.",
        "Rai al-Ghad",
    ),
    (
        "The prime minister of Samoa came. Anna Bule of the Vanuatu Christian Council called it a pity.",
        "Anna Bule",
    ),
]


@pytest.mark.parametrize(("text", "name"), NOBODY)
def test_private_people_and_papers(text: str, name: str) -> None:
    assert name not in cast(text)
