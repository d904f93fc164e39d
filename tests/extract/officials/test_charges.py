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
