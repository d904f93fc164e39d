"""How European dailies and portals word bookings, calls to a place, tables and signatures: fictional people."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

LIND = "Swedish Chancellor Nils Lind"
PAIR = "Greek Foreign Minister Nikos Vale and Turkish Foreign Minister Emre Koc"
LEADERS = "Greek Prime Minister Nikos Vale and Turkish President Emre Koc"

# What is arranged for a day, and where.
AHEAD = [
    (
        f"{LIND} is booked for Kyiv on Monday and Chisinau on Tuesday.",
        ["visit Lind MD/SE MD 2024-10-15 planned", "visit Lind SE/UA UA 2024-10-14 planned"],
    ),
    (f"{LIND} is pencilled in for Warsaw on Friday.", ["visit Lind PL/SE PL 2024-10-11 planned"]),
    (f"{LIND} has been called to Riga for 14 October.", ["visit Lind LV/SE LV 2024-10-14 planned"]),
    (f"{LIND}, meanwhile, will be in Warsaw on Thursday.", ["visit Lind PL/SE PL 2024-10-10 planned"]),
    (
        f"{LIND} has begun arranging, he wrote, a meeting between Polish President Jan Lis and Czech President Petr Kral.",
        ["meeting Kral+Lis CZ/PL None None planned"],
    ),
    (
        '"They hope that I will be there," Finnish President Aino Salo told reporters on Tuesday. '
        f"{LIND} was on a visit to Oslo.",
        ["visit Lind NO/SE NO 2024-10-08 held"],
    ),
]

# Encounters told by a table, a quarrel, a colleague, a contact.
TOLD = [
    (f"{LIND} ended a tour of the Baltic states in Riga on Friday.", ["visit Lind LV/SE LV 2024-10-04 held"]),
    (
        f"{LIND} opened in Oslo on Monday with a pledge that the union would hold, and then left for Paris.",
        ["visit Lind FR/SE FR 2024-10-07 held", "visit Lind NO/SE NO 2024-10-07 held"],
    ),
    (
        f"{LIND} sat at the far end of Polish President Jan Lis's table for five hours on Monday.",
        ["meeting Lind+Lis PL/SE None 2024-10-07 held"],
    ),
    (
        f"{LIND} tried his luck on Monday with Polish President Jan Lis.",
        ["meeting Lind+Lis PL/SE None 2024-10-07 held"],
    ),
    (
        "In Berlin, envoys of Poland, Sweden and Latvia argued for nine hours on Monday.",
        ["meeting - LV/PL/SE DE 2024-10-07 held"],
    ),
    (
        f"{PAIR} are friends. Koc received his colleague in Ankara on September 5.",
        ["meeting Koc+Vale GR/TR TR 2024-09-05 held", "visit Vale GR/TR TR 2024-09-05 held"],
    ),
    (
        f"{LIND} stayed at home. His last contact with Polish President Jan Lis was a telephone call on 2 October.",
        ["call Lind+Lis PL/SE None 2024-10-02 held"],
    ),
    (
        f"Finnish President Aino Salo hesitates. She and Nils Lind of Sweden spoke on the phone on Monday, and {LIND} told "
        "reporters in Oslo, where he stood beside Polish President Jan Lis, that he would wait.",
        [
            "call Lind+Salo FI/SE None 2024-10-07 held",
            "meeting Lind+Lis PL/SE NO 2024-10-07 held",
            "visit Lind NO/SE NO 2024-10-07 held",
        ],
    ),
]

# What two come, or are called, to one place for; whom "their" and "there" take up.
JOINT = [
    (
        "Serbia's Ana Kos and Croatia's Ivo Hrast were in Zadar on Sunday to begin drafting a treaty.",
        ["meeting Hrast+Kos HR/RS HR 2024-10-06 held", "visit Kos HR/RS HR 2024-10-06 held"],
    ),
    (
        "Serbia's Ana Kos and Croatia's Ivo Hrast have been called to Brussels for 4 November to thrash out a compromise.",
        ["meeting Hrast+Kos HR/RS BE 2024-11-04 planned", "visit Hrast+Kos BE/HR/RS BE 2024-11-04 planned"],
    ),
    (
        "Serbia's Ana Kos and Croatia's Ivo Hrast were in Zadar on Sunday to watch football.",
        ["visit Kos HR/RS HR 2024-10-06 held"],
    ),
    (
        "The two premiers, Serbia's Ana Kos and Croatia's Ivo Hrast, spoke by phone on Monday. Officials of Finland, "
        "Sweden and Turkey resumed their negotiations in Brussels last Thursday, after a pause that Ankara had imposed "
        "when a book was burned in Stockholm. Turkish negotiator Emre Koc shook hands there with Finland's Aino Salo.",
        [
            "call Hrast+Kos HR/RS None 2024-10-07 held",
            "meeting - FI/SE/TR BE 2024-10-03 held",
            "meeting Koc+Salo FI/TR BE 2024-10-03 held",
        ],
    ),
    (
        f"{LIND} was in Warsaw on Monday, where he inspected troops with Polish Prime Minister Adam Rak after an hour with "
        "President Jan Lis.",
        [
            "meeting Lind+Lis PL/SE PL 2024-10-07 held",
            "meeting Lind+Rak PL/SE PL 2024-10-07 held",
            "visit Lind PL/SE PL 2024-10-07 held",
        ],
    ),
    (
        "Lis spoke on Monday, and Sweden's Nils Lind is in Warsaw, where Polish President Jan Lis met him on Tuesday.",
        ["meeting Lind+Lis PL/SE PL 2024-10-08 held", "visit Lind PL/SE PL 2024-10-08 ongoing"],
    ),
    (
        "US Secretary of State Ann Cole saw Armenian Foreign Minister Ara Muradian in Geneva on Monday.",
        [
            "meeting Cole+Muradian AM/US CH 2024-10-07 held",
        ],
    ),
    (
        "Polish envoy Jan Lis and Czech envoy Petr Kral differed. Kral promised that they would keep on talking.",
        [],
    ),
]

# The day of what had gone before is not that of the event; whom one takes aside, calls on, keeps, rings.
SPOKEN = [
    (
        "Polish President Jan Lis took Ana Kos of Serbia and Ivo Hrast of Croatia aside on Tuesday to talk about the riots, "
        "in which thirty soldiers had been hurt on Monday.",
        ["meeting Hrast+Kos+Lis HR/PL/RS None 2024-10-08 held"],
    ),
    (
        "Serbia's Ana Kos and Croatia's Ivo Hrast were brought together on Monday as well, this time by Polish President Jan "
        "Lis. The two are to meet again on 21 November.",
        [
            "meeting Hrast+Kos HR/RS None 2024-11-21 planned",
            "meeting Hrast+Kos+Lis HR/PL/RS None 2024-10-07 held",
        ],
    ),
    (
        "Polish Foreign Minister Jan Lis flies to Athens on Friday, when he is expected by Greek Foreign Minister Nikos Vale, "
        "whom he first called on in June.",
        [
            "meeting Lis+Vale GR/PL GR 2024-06 held",
            "meeting Lis+Vale GR/PL GR 2024-10-11 planned",
            "visit Lis GR/PL GR 2024-06 held",
            "visit Lis GR/PL GR 2024-10-11 planned",
        ],
    ),
    (
        "Jan Lis, Nato's secretary-general, rang Polish Prime Minister Adam Rak from his holiday in Norway on Tuesday evening.",
        ["call Lis+Rak NATO/PL None 2024-10-08 held"],
    ),
    (
        "Georgian President Salome Beridze will be back before the visit of Ukraine's Petro Danko, whom she has invited for the "
        "end of May, and who told her on the phone on Friday that he would come.",
        [
            "call Beridze+Danko GE/UA None 2024-10-04 held",
            "visit Danko GE/UA GE 2025-05-21/2025-05-31 proposed",
        ],
    ),
    (
        f"{LIND} has been trying for a year to sell his dialogue with Moscow to the Poles.",
        [],
    ),
]

# Whom a line reaches, what an occasion takes up, who stands in a list.
LISTED = [
    (
        "Lithuania's Jonas Kazys and his two colleagues, Latvia's Janis Ozols and Estonia's Urmas Tamm, conferred by video with "
        "Karl Roth of Germany on Sunday.",
        ["call Kazys+Ozols+Roth+Tamm DE/EE/LT/LV None 2024-10-06 held"],
    ),
    (
        "The three are bound by a pact that Finland's Aino Salo, Nils Lind, then Sweden's foreign minister, and Turkey's Emre "
        "Koc signed in Madrid last June.",
        ["agreement Koc+Lind+Salo FI/SE/TR ES 2024-06 held"],
    ),
    (
        f"{LIND} met Polish President Jan Lis on Monday. The contrast with December 2017 is sharp. On that occasion Lind "
        "quarrelled with Adam Rak, the Polish prime minister of the day.",
        ["meeting Lind+Lis PL/SE None 2024-10-07 held", "meeting Lind+Rak PL/SE None 2017-12 held"],
    ),
    (
        f"{LIND} flew to Ankara on Monday to see Turkish President Emre Koc. Swedish Foreign Minister Eva Holm is "
        "accompanying him.",
        ["meeting Koc+Lind SE/TR TR 2024-10-07 held", "visit Holm+Lind SE/TR TR 2024-10-07 held"],
    ),
    (
        f"{LIND} sat opposite Polish President Jan Lis yesterday and left, and not a day earlier.",
        ["meeting Lind+Lis PL/SE None 2024-10-08 held"],
    ),
]

SIGNED = [
    (
        f"{LEADERS} met in Athens on Monday. The declaration bears both leaders' signatures.",
        ["agreement Koc+Vale GR/TR GR 2024-10-07 held", "meeting Koc+Vale GR/TR GR 2024-10-07 held"],
    ),
    (
        "In Athens on Monday the two ministries of Greece and Turkey initialled ten texts, among them a memorandum on "
        "farming between Greek Minister Nikos Vale and Turkish Minister Emre Koc.",
        ["agreement Koc+Vale GR/TR GR 2024-10-07 held"],
    ),
]


@pytest.mark.parametrize(("story", "events"), AHEAD + TOLD + JOINT + SPOKEN + LISTED + SIGNED)
def test_dailies(story: str, events: list[str]) -> None:
    assert told(story) == events
