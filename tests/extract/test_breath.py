"""Officials named in one breath: captions, and sentences whose words no rule knows."""

from __future__ import annotations

from datetime import date

from kg.extract.rules import Rules
from kg.model import Article, EventClaim

RULES = Rules()
PLAIN = (
    "Talks in Lima\n\nLIMA - Chilean Foreign Minister Rosa Muñoz met her Peruvian counterpart, Julio Quispe, in Lima "
    "on Monday. Ecuadorian President Iván Lasso received Muñoz in Quito on Tuesday.\n\n"
)


def told(text: str) -> list[tuple[str, list[str], str | None]]:
    """Kind, people and state of the place of the events, but for visits."""
    claims = RULES.extract(Article(id="x", text=text, published=date(2024, 10, 9)))
    names = {o.local: o.name for o in claims.officials}

    def people(e: EventClaim) -> list[str]:
        return sorted(names[p.official] for p in e.participations if p.official is not None)

    return [
        (e.kind, people(e), e.place.country if e.place else None) for e in claims.events if e.kind != "visit"
    ]


def test_a_caption_shows_a_meeting() -> None:
    caption = "Brazilian President Ana Duarte with Uruguayan President Hugo Silva in Montevideo on Tuesday.\n"
    assert ("meeting", ["Ana Duarte", "Hugo Silva"], "UY") in told(PLAIN + caption)


def test_strange_words_in_an_article_about_diplomacy() -> None:
    odd = "A bench at the harbour of Callao was shared by Muñoz and Bolivian minister Elva Choque on Wednesday.\n"
    assert any({"Elva Choque", "Rosa Muñoz"} <= set(who) for _, who, _ in told(PLAIN + odd))


def test_not_in_an_article_about_anything_else() -> None:
    odd = (
        "Songs\n\nPARIS - A bench in Paris was carved on Tuesday with the names of French President Luc Moreau and "
        "Spanish Prime Minister Pilar Soto, the carpenter said.\n"
    )
    assert told(odd) == []


def test_who_only_says_so_is_not_there() -> None:
    said = (
        "Canadian Prime Minister Paul Roy said in Ottawa on Tuesday that rain had fallen on Finnish President Aino Salo's "
        "garden.\n"
    )
    assert not any("Paul Roy" in who for _, who, _ in told(PLAIN + said))
