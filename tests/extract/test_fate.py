"""What became of planned events, and when things were said: fictional news about real offices."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()
KRAL = "Slovak Prime Minister Jan Kral"
HUBER = "Austrian Chancellor Eva Huber"

CASES: list[tuple[str, set[str]]] = [
    # taken up again in the next sentence, or behind "but"
    (f"{KRAL} was to meet {HUBER} on Oct. 12. The meeting was called off.", {"meeting cancelled 2024-10-12"}),
    (
        f"{KRAL} was to meet {HUBER} on Oct. 12, but the meeting was postponed.",
        {"meeting postponed 2024-10-12"},
    ),
    (f"{KRAL} will visit Austria on Oct. 12. The trip fell through.", {"visit cancelled 2024-10-12"}),
    (
        f"{KRAL} was to visit Austria on Oct. 12 and meet {HUBER}. The trip was postponed.",
        {"visit postponed 2024-10-12", "meeting postponed 2024-10-12"},
    ),
    # what is denied or only possible, and what is another thing
    (f"{KRAL} will visit Austria on Oct. 12. The visit was not cancelled.", {"visit planned 2024-10-12"}),
    (f"{KRAL} will visit Austria on Oct. 12. The visit could be cancelled.", {"visit planned 2024-10-12"}),
    (f"{KRAL} will visit Austria on Oct. 12. Plans for a debate were dropped.", {"visit planned 2024-10-12"}),
    # the day of saying so
    (f"{KRAL} will visit Austria, his office said on Tuesday.", {"visit planned None"}),
    (f"{HUBER} said on Monday that {KRAL} would visit Austria on Friday.", {"visit planned 2024-10-11"}),
    # what was promised comes after the talks
    (f"{KRAL} and {HUBER} agreed to open a bridge after talks on Monday.", {"meeting held 2024-10-07"}),
    # no day yet, no plans, mere readiness
    (f"No date has been set for a visit to Austria by {KRAL}.", {"visit planned None"}),
    (f"{KRAL} has no plans to meet {HUBER} at the summit in Rome.", set()),
    (f"{KRAL} has no intention of meeting {HUBER}.", set()),
    (f"{KRAL} said he was ready to meet {HUBER} anywhere.", {"meeting proposed None"}),
    # the day of the main clause is over
    (
        f"{KRAL}, who is in Vienna on a visit, met {HUBER} on Tuesday.",
        {"visit ongoing 2024-10-08", "meeting held 2024-10-08"},
    ),
    # put off to another day, accepted, and a day of a longer stay
    (
        f"{KRAL} had been due in Vienna on Monday. His visit has been put off until November.",
        {"visit postponed 2024-11"},
    ),
    (f"{KRAL} invited {HUBER} to Bratislava. The chancellor accepted.", {"visit planned None"}),
    (
        f"{KRAL}, on the second day of his visit to Austria, met {HUBER} on Tuesday.",
        {"visit held 2024-10-08", "meeting held 2024-10-08"},
    ),
    # in vain, by its own sentence
    (f"{KRAL} had planned to visit Austria last week.", {"visit cancelled 2024-09-30/2024-10-06"}),
    (f"{KRAL} was due in Vienna on Monday but stayed at home.", {"visit cancelled 2024-10-07"}),
    (
        f"{KRAL} was expected in Vienna on Monday but sent his interior minister instead.",
        {"visit cancelled 2024-10-07"},
    ),
    (f"{KRAL} planned to go to Vienna in May, but never did.", {"visit cancelled 2024-05"}),
    (f"{KRAL} will visit Vienna in November, but not Graz.", {"visit planned 2024-11"}),
    # days to come, in order
    (
        f"{KRAL} will be in Vienna on Tuesday and in Graz on Wednesday.",
        {"visit planned 2024-10-15", "visit planned 2024-10-16"},
    ),
    # by when is not when
    (f"{KRAL} and {HUBER} met and agreed to reopen the border by December.", {"meeting held None"}),
    # what the sentence behind says became of it
    *(
        (f"{KRAL} was to meet {HUBER} on Monday. {fate}", {"meeting cancelled 2024-10-07"})
        for fate in (
            "The meeting did not take place.",
            "Nothing came of it.",
            "The meeting came to nothing.",
        )
    ),
    (
        f"{KRAL} was to meet {HUBER} on Monday, but the meeting did not take place.",
        {"meeting cancelled 2024-10-07"},
    ),
    (
        f"{KRAL} will visit Austria on Oct. 12. His office said that the visit was off.",
        {"visit cancelled 2024-10-12"},
    ),
    (
        f"{KRAL} will visit Austria on Oct. 12. A spokesman said that the visit had been suspended.",
        {"visit postponed 2024-10-12"},
    ),
    (
        f"{KRAL} will visit Austria on Oct. 12. The trip has been moved to Oct. 20.",
        {"visit postponed 2024-10-20"},
    ),
    (
        f"{KRAL} was to meet {HUBER} on Monday. The meeting took place as planned.",
        {"meeting held 2024-10-07"},
    ),
    (
        f"{KRAL} is to meet {HUBER} this week, he had said. The meeting took place on Monday.",
        {"meeting held 2024-10-07"},
    ),
    (f"{KRAL} asked {HUBER} for a meeting. It was granted on Monday.", {"meeting held 2024-10-07"}),
    # put off to a day that its own sentence tells
    *(
        (f"A visit by {KRAL} to Austria, {fate}", {"visit postponed 2024-11"})
        for fate in (
            "planned for this week, has been moved to November.",
            "due on Friday, has slipped to November.",
            "originally set for Friday, will now take place in November.",
        )
    ),
    (f"{KRAL} will visit Austria on Oct. 20, a week later than planned.", {"visit postponed 2024-10-20"}),
    (f"{KRAL}'s long-delayed visit to Austria will begin on Oct. 12.", {"visit planned 2024-10-12"}),
    # an end that is only asked for or threatened
    *(
        (f"{KRAL} {fate} to cancel a visit to Austria on Oct. 12.", {"visit planned 2024-10-12"})
        for fate in ("was urged", "threatened on Monday", "refused")
    ),
    (f"{KRAL} decided to cancel a visit to Austria on Oct. 12.", {"visit cancelled 2024-10-12"}),
    (
        f"{KRAL} asked {HUBER} to put off her visit to Slovakia, planned for Oct. 12.",
        {"visit planned 2024-10-12"},
    ),
    (f"{KRAL} asked for the talks with {HUBER} on Oct. 12 to be postponed.", {"meeting planned 2024-10-12"}),
    # consent, and what is only said of somebody
    *(
        (f"{KRAL} {word} to meet {HUBER} on Friday.", {"meeting planned 2024-10-11"})
        for word in ("consented", "was persuaded")
    ),
    (f"{KRAL} is understood to be meeting {HUBER} on Friday.", {"meeting planned 2024-10-11"}),
    (
        f"A trip to Austria, for which {KRAL} was to have left on Oct. 12, has been dropped.",
        {"visit cancelled 2024-10-12"},
    ),
    (f"{KRAL} turned up unannounced in Vienna on Monday.", {"visit held 2024-10-07"}),
    (f"{KRAL} was due on Friday for talks with {HUBER}.", {"meeting planned 2024-10-11"}),
    (f"{KRAL} turned down a proposal by {HUBER} for a meeting.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[-55:] for text, _ in CASES])
def test_status_and_day(text: str, expected: set[str]) -> None:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    events = to_record(RULES.extract(article))["events"]
    found = {f"{e['kind']} {e['status']} {e['date']}" for e in events if e["kind"] != "agreement"}
    assert found == expected


def test_the_town_goes_before_the_building() -> None:
    text = f"{KRAL} met {HUBER} at Prague Castle in Prague on Monday."
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    places = {e["place"] for e in to_record(RULES.extract(article))["events"]}
    assert places == {"Prague"}


def test_what_called_it_off_is_quoted() -> None:
    text = f"{KRAL} was to meet {HUBER} on Oct. 12. The meeting was called off."
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    (event,) = RULES.extract(article).events
    assert any("called off" in quote.exact for quote in event.quotes)


@pytest.mark.parametrize(
    "text",
    [
        f"{KRAL} suggested Lima as the venue for a meeting with {HUBER} in November.",
        f"Lima has been chosen as the place of the talks between {KRAL} and {HUBER}.",
        f"Lima will be the setting for the talks between {KRAL} and {HUBER}.",
    ],
)
def test_the_venue_chosen_is_the_place(text: str) -> None:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    assert [e["place"] for e in to_record(RULES.extract(article))["events"] if e["kind"] == "meeting"] == [
        "Lima"
    ]


def test_an_agreement_and_its_signing_are_told_apart() -> None:
    text = f"The treaty that {KRAL} and {HUBER} initialled in May will be signed in Vienna on Friday."
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    found = [(e["kind"], e["date"], e["status"]) for e in to_record(RULES.extract(article))["events"]]
    assert found == [("agreement", "2024-05", "held"), ("agreement", "2024-10-11", "planned")]
