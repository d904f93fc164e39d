"""Each post, in the ways in which a story names its holder."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment

HOST = "Laotian President Thongloun Sisoulith"
FORMS = (
    f"{HOST} met Peruvian {{Title}} Petra Lind on Monday.",
    f"{HOST} met the Peruvian {{title}}, Petra Lind, on Monday.",
    f"{HOST} met Petra Lind, Peru's {{title}}, on Monday.",
    f"On Monday {{Title}} Petra Lind of Peru met {HOST}.",
    f"Petra Lind, the {{title}} of Peru, met {HOST} on Monday.",
)
SMALL = frozenset({"of", "the", "and", "for", "to"})
TITLES = (
    "foreign minister; minister of the interior; minister for the environment; industry minister; trade and industry minister; "
    "minister of youth and sports; land and transport minister; hajj minister; minister of public security; "
    "minister of the armed forces; chief of the defence force; coast guard commander; chairman of the joint chiefs of staff; "
    "police chief; prosecutor general; chief justice; governor of the central bank; attorney general; president-elect; "
    "chargé d'affaires; permanent representative to the United Nations; head of the foreign intelligence service; "
    "national security adviser; deputy prime minister; parliament speaker; high commissioner; special envoy"
).split("; ")


@pytest.mark.parametrize("title", TITLES)
def test_the_holder_of_a_post(title: str) -> None:
    capitals = " ".join(w if w in SMALL else w[0].upper() + w[1:] for w in title.split())
    for form in FORMS:
        text = f"Talks on grain\n\nOctober 9, 2024\n\n{form.format(title=title, Title=capitals)}\n"
        cast = find_cast(segment(text), Article(id="t", text=text))
        states = {o.name: o.country for o in cast.officials}
        assert states == {"Thongloun Sisoulith": "LA", "Petra Lind": "PE"}, form


@pytest.mark.parametrize("post", ["industry leader", "youth wing leader", "union president"])
def test_what_is_no_office_of_state(post: str) -> None:
    text = f"Bread\n\nThe {post}, Petra Lind, spoke about bread in Lima on Monday.\n"
    assert find_cast(segment(text), Article(id="t", text=text)).officials == ()
