"""Stories in which others than officials act: suspects, relatives, soldiers; and words that only look like journeys."""

import pytest

from tests.extract.telling import told

NONE: list[str] = []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # "he" is the stranger of whom the sentence before spoke
        (
            "LIMA - Peruvian Justice Minister Jorge Paz said the police had known the man. Claude Marin robbed a bank "
            "in 1998. However, he escaped from a clinic and went to live in Quito.",
            NONE,
        ),
        (
            "LIMA - Peruvian Justice Minister Jorge Paz condemned the attack. Frank Solano, a baker, was hurt. "
            "Days before he left Ecuador for Peru, he had sold his shop.",
            NONE,
        ),
        (
            "LIMA - Peruvian Foreign Minister Jorge Paz was optimistic. He flew to Quito on Monday.",
            ["visit Paz EC/PE EC 2024-10-07 held"],
        ),
        # "went on to do" is what came next
        (
            "LIMA - Peruvian Foreign Minister Jorge Paz went on to blame the hunger in Quito on the drought.",
            NONE,
        ),
        (
            "LIMA - Peruvian Foreign Minister Jorge Paz went on to Quito on Monday.",
            ["visit Paz EC/PE EC 2024-10-07 held"],
        ),
        # an ambassador is at home in the state of the post
        (
            "LIMA - Peru's ambassador to Brazil, Ana Solis, said she had gone to Manaus on Monday to identify the body.",
            NONE,
        ),
        (
            "LIMA - Peru's ambassador to Brazil, Ana Solis, flew to Quito on Monday.",
            ["visit Solis EC/PE EC 2024-10-07 held"],
        ),
        # ties are cut from afar
        (
            "LIMA - Peruvian Prime Minister Jorge Paz cut off all ties with Ecuador's President Luis Roa on Monday.",
            NONE,
        ),
        # the call was with whom it says, not with whom it was about
        (
            "LIMA - Peruvian Prime Minister Jorge Paz accused Ecuador's President Luis Roa of doing nothing, in a "
            "telephone call with Colombian President Pedro Gil on Monday.",
            ["call Gil+Paz CO/PE None 2024-10-07 held"],
        ),
        # the year of a prize or an election is its own
        (
            "OSLO - Peruvian President Ana Roca accepted the 2001 Peace Prize in the Norwegian capital, Oslo.",
            ["visit Roca NO/PE NO None held"],
        ),
        (
            "ROME - Peruvian President Ana Roca met Italian Prime Minister Mario Bassi in Rome before the 2016 election.",
            ["meeting Bassi+Roca IT/PE IT None held", "visit Roca IT/PE IT None held"],
        ),
    ],
)
def test_others_and_their_deeds(body: str, expected: list[str]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # whoever is welcomed is another's guest
        (
            "NAIROBI - The heads of state of Burundi and Guinea, Pierre Ndayi and Alpha Diop, arrived on Monday. The "
            "Burundian president was met by Industry Minister Daniel Oduya.",
            {"meeting Ndayi+Oduya BI/KE KE 2024-10-07 held", "visit Diop+Ndayi BI/GN/KE KE 2024-10-07 held"},
        ),
        (
            "ADDIS ABABA - Burundi's President Pierre Ndayi was welcomed by Revenues Minister Aster Negash on Monday.",
            {"meeting Ndayi+Negash BI/ET ET 2024-10-07 held"},
        ),
        # and so is whoever pays a call
        (
            "KUALA LUMPUR - Vietnamese Foreign Minister Pham Binh paid a courtesy call on Prime Minister Anwar Rahim on "
            "Monday.",
            {"meeting Binh+Rahim MY/VN MY 2024-10-07 held"},
        ),
        (
            "HANOI - Foreign Minister Pham Binh arrived in Maputo on Monday. He paid a courtesy call on Prime Minister "
            "Aires Sales.",
            {"visit Binh MZ/VN MZ 2024-10-07 held", "meeting Binh+Sales MZ/VN MZ 2024-10-07 held"},
        ),
        # who only came to power did not come
        (
            "SEOUL - Mongolian President Tsakhia Bold is the first foreign leader to have gone to North Korea since Kim "
            "Jong-un came to power in 2011.",
            {"visit Bold KP/MN KP None held"},
        ),
        # doors are closed in one place
        (
            "ANKARA - Iranian President Hassan Amiri and Turkish President Recep Demir talked behind closed doors on "
            "Monday.",
            {"meeting Amiri+Demir IR/TR TR 2024-10-07 held"},
        ),
        # a stop on the way
        (
            "BOGOTA - Chilean Foreign Minister Juan Soto called in to Quito on Monday.",
            {"visit Soto CL/EC EC 2024-10-07 held"},
        ),
        (
            "SANTIAGO - Chilean Foreign Minister Juan Soto called in to a radio show in Quito on Monday.",
            set(),
        ),
        # the rest of the troops come, not the minister
        (
            "SANTIAGO - Defence Minister Juan Soto says it is an advance party and the rest of the troops will arrive in "
            "Haiti within days.",
            set(),
        ),
    ],
)
def test_hosts_and_guests(body: str, expected: set[str]) -> None:
    assert set(told(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what lies ahead of the news is still to come
        (
            "SINGAPORE - The calls came ahead of a meeting of ASEAN foreign ministers with U.S. Secretary of State Rex "
            "Tiller in Washington on Thursday.",
            {"meeting Tiller ASEAN/US US 2024-10-10 planned"},
        ),
        (
            "MOSCOW - Russian President Vladimir Sorin met Syrian President Bashar Daher on Monday ahead of a summit with "
            "Turkey later this week.",
            {
                "meeting Daher+Sorin RU/SY RU 2024-10-07 held",
                "meeting Sorin RU/TR RU 2024-10-09/2024-10-13 planned",
            },
        ),
        # the matter of a meeting stands between it and its people
        (
            "MOSCOW - A meeting on Syria of Foreign Ministers Sergei Lvov of Russia and Mevlut Demir of Turkey is to take "
            "place in Moscow on October 18, an agency was told by a source on Tuesday.",
            {"meeting Demir+Lvov RU/TR RU 2024-10-18 planned", "visit Demir RU/TR RU 2024-10-18 planned"},
        ),
        # a picture of two on the phone
        (
            "Philippine President Rodrigo Lim on the phone with U.S. President Donald Roy last Saturday.",
            {"call Lim+Roy PH/US None 2024-10-05 held"},
        ),
        # a term that is set is no audience, and who is kept from crossing is no envoy
        ("JERUSALEM - Israel has given Palestinian leader Yasser Hamdi just 12 hours to comply.", set()),
        (
            "WASHINGTON - The United States has sent gunships to stop Osama bin Laden crossing into Pakistan. General "
            "Richard Mills said so.",
            set(),
        ),
    ],
)
def test_what_is_to_come(body: str, expected: set[str]) -> None:
    assert set(told(body)) == expected


def test_nobody_in_office() -> None:
    """Whom a story of one state only calls by name holds no office in it, however often he is named."""
    body = (
        "SYDNEY - David Hobbs was captured in May. The family of David Hobbs met reporters. Mr Hobbs had just returned from "
        "Kosovo. Mr Hobbs flew to Kosovo in 1999, Mr Hobbs said."
    )
    assert told(body) == NONE


def test_day_below_a_summary() -> None:
    """A page whose day stands alone between its summary and its story."""
    head = "Ministers meet before the summit\n\nThe ministers of Peru and Chile have met in the port of Arica to talk about "
    head += "the summit.\n2 min read\n9 October, 2024\n\n"
    assert "meeting Paz+Soto CL/PE CL 2024-10-07 held" in told(
        "Peruvian Foreign Minister Jorge Paz met Chilean Foreign Minister Juan Soto in Arica on Monday.", head
    )


@pytest.mark.parametrize(
    "body",
    [
        "Representative Ann Lewis, who marched with Martin Luther King Jr. in the 1960s, met President Donald Trump.",
        "Stone-throwing youths ran. The Egyptian Foreign Minister saw Israeli Prime Minister Ariel Shor on Monday.",
    ],
)
def test_no_official(body: str) -> None:
    """A king who is a family name's part, and a word that only opens its sentence."""
    assert not any("Jr" in e or "throwing" in e for e in told(body))


def test_the_party_that_came() -> None:
    """Whoever is told of with "them" came together, though both are of one state."""
    body = (
        "NAIROBI - Norwegian Prime Minister Kari Lund flew to Nairobi on Monday with her foreign minister, Ivo Berg, "
        "where Kenyan President Daniel Oduya thanked them for the loan."
    )
    assert "meeting Berg+Lund+Oduya KE/NO KE 2024-10-07 held" in told(body)


def test_minister_of_the_datelines_state() -> None:
    """A minister without a state, in a story from a capital, is not that of the one foreign state it names."""
    body = "CANBERRA - Defence Minister Robert Lane will fly to Afghanistan on Thursday."
    assert told(body) == ["visit Lane AF/AU AF 2024-10-10 planned"]
