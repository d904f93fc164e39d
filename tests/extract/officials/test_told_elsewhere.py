"""Posts that the words around a name tell without standing beside it: in passing, by pronoun, by colleagues."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment

CASES = [
    # in passing
    ("Ana Lind - four weeks a prime minister - received the Danes in Oslo.", {"Ana Lind": "prime minister"}),
    ("Jan Boev, once a boy king and now the premier, sat with Japan's envoy.", {"Jan Boev": "premier"}),
    ("Aung Than, a retired officer now minister of labour, came to see Japan's envoy.", {"Aung Than": "minister of labour"}),
    # the sentence before
    (
        "Peter Mwale took Japan's answer with grace. The ambassador has been to Tokyo twice.",
        {"Peter Mwale": "ambassador"},
    ),
    # owners of other titles
    (
        "Kofi Annan stayed in New York. The United Nations secretary-general's envoy, Per Dahl, was in the room.",
        {"Kofi Annan": "secretary-general", "Per Dahl": "envoy"},
    ),
    # colleagues
    (
        "Danish Prime Minister Mette Berg had invited two colleagues. Norway's Jonas Sto and Sweden's Ulf Krist ate at her table.",
        {"Mette Berg": "prime minister", "Jonas Sto": "prime minister", "Ulf Krist": "prime minister"},
    ),
    # whose, his, her
    (
        "Penny Ward, who was Australia's foreign minister, came. Frank Baini, the prime minister, gave her a list. Her "
        "predecessor, Mary Payton, never came.",
        {"Mary Payton": "foreign minister"},
    ),
    (
        "Malaysia's foreign minister, Ali Aman, said the Attorney-General, Gani Patel, would lead them, while his "
        "Brunei counterpart, Hayat Salleh, would come.",
        {"Hayat Salleh": "attorney-general"},
    ),
    (  # counterparts of two, one of whose posts stands elsewhere
        "Norwegian Foreign Minister Kari Berg spoke. Ms Berg and Defence Minister Nils Dahl flew to Lima in June to see "
        "Ana Ruiz and Luis Paz, their Peruvian counterparts.",
        {"Ana Ruiz": "foreign minister", "Luis Paz": "defence minister"},
    ),
    (  # he of whom the sentence before was
        "Norwegian Foreign Minister Kari Berg and Premier Ole Lund came. Ole Lund left. Ole Lund ate. Trade Minister Nils "
        "Dahl said so. He will be in Lima for talks with Luis Paz, his Peruvian opposite number.",
        {"Luis Paz": "trade minister"},
    ),
    (  # ahead of the name
        "Asked about her Peruvian counterpart, Luis Paz, Norwegian Finance Minister Kari Berg said he was wise.",
        {"Luis Paz": "finance minister"},
    ),
    # named, called
    ("Norway's minister sat beside an envoy named Olga Petrova from Moscow at the talks.", {"Olga Petrova": "envoy"}),
    # a house
    ("Ann Rice, chosen to replace Colin Bowen at the State Department, flew to Oslo for talks.", {"Colin Bowen": "secretary of state"}),
    # a plural post whose holders stand beside it is nobody else's
    (
        "The foreign ministers of Norway and Chile, Kari Berg and Luis Paz, signed while Ole Lund and Ana Ruiz watched.",
        {"Kari Berg": "foreign minister", "Luis Paz": "foreign minister", "Ole Lund": None, "Ana Ruiz": None},
    ),
    (
        "The premiers, Ole Lund of Norway and Ana Ruiz of Chile, signed the pact. Denmark's Nils Dahl came. Eva Huber of "
        "Austria rang both premiers.",
        {"Ole Lund": "premier", "Nils Dahl": None, "Eva Huber": None},
    ),
    # two lists of posts
    (
        "Norway and Chile signed: the trade ministers, Kari Berg and Luis Paz; the chief negotiators, Ole Lund and Ana Ruiz.",
        {"Luis Paz": "trade minister", "Ole Lund": "chief negotiator", "Ana Ruiz": "chief negotiator"},
    ),
    # a state's representative is no congressman
    ("Fiji's representative, Sione Tava, called on Norway's minister, Kari Berg.", {"Sione Tava": "representative"}),
    # presented by the sentence before
    ("The man at the door was Pedro Roig. The Danish ambassador had lunched with Peru's Luis Paz.", {"Pedro Roig": "ambassador"}),
    ("Ante Marko, who called himself the head of Croatia's government, met the Swiss.", {"Ante Marko": "head of government"}),
]  # fmt: skip


def cast(text: str) -> dict[str, str | None]:
    """Role by name."""
    article = Article(id="a", text=f"News of the day\n\nMay 5, 2004\n\n{text}\n")
    found = find_cast(segment(article.text), article)
    return {o.name: o.role and o.role.lower() for o in found.officials}


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_role(text: str, expected: dict[str, str]) -> None:
    found = cast(text)
    assert {name: found.get(name) for name in expected} == expected
