"""Readouts and press releases: what is spoken of is no place, papers' dates are no days, lists by state."""

from __future__ import annotations

import pytest

from tests.extract.telling import brief, events_of

HEADLINE = "Neighbours talk at last\n\n"

# what the article says; events that it must give: kind, family names, place's state, date, standing
CASES: list[tuple[str, list[str]]] = [
    (
        "Polish Foreign Minister Jan Nowak held talks on the war in Chad with his Latvian counterpart Ilze Berzina on "
        "Monday.",
        ["meeting Berzina Nowak None 2024-10-07 held"],
    ),
    (
        "Polish Foreign Minister Jan Nowak met Latvian Foreign Minister Ilze Berzina in Riga on Monday. The ministers "
        "exchanged views on developments in Libya and matters stemming from the statement of 10 November 2020.",
        ["meeting Berzina Nowak LV 2024-10-07 held", "visit Nowak LV 2024-10-07 held"],
    ),
    (
        "Polish President Jan Nowak is on his first trip to Malta since assuming office in April 2016.",
        ["visit Nowak MT None held"],
    ),
    (
        "Polish Foreign Minister Jan Nowak touched upon trade when he met Latvian Foreign Minister Ilze Berzina on Monday.",
        ["meeting Berzina Nowak None 2024-10-07 held"],
    ),
    (
        "President Rui Matos of Angola on Monday received the new ambassadors of Uruguay, Nestor Navarro, Chile, Julio "
        "Ferro, and the Gambia, Awa Jallow.",
        ["meeting Ferro Jallow Matos Navarro None 2024-10-07 held"],
    ),
    (
        "Polish Foreign Minister Jan Nowak met Latvian Foreign Minister Ilze Berzina in Riga on Monday for talks on peace.",
        ["meeting Berzina Nowak LV 2024-10-07 held", "visit Nowak LV 2024-10-07 held"],
    ),
    (
        "Polish Foreign Minister Jan Nowak met Latvian Foreign Minister Ilze Berzina in Riga on Monday. They also "
        "discussed preparations for the EU summit in December.",
        ["meeting Berzina Nowak LV 2024-10-07 held", "visit Nowak LV 2024-10-07 held"],
    ),
    (  # the day for which it had been arranged
        "Polish President Jan Nowak has called off a visit to Japan. It had been scheduled for October 21.",
        ["visit Nowak JP 2024-10-21 cancelled"],
    ),
    (
        "Polish President Jan Nowak has postponed his trip to Japan. The trip, expected in November, would have been the "
        "first in a decade.",
        ["visit Nowak JP 2024-11 postponed"],
    ),
    (
        "Polish President Jan Nowak's visit to Japan, which was due to take place next month, has been put off, a "
        "spokesman said on Tuesday.",
        ["visit Nowak JP 2024-11 postponed"],
    ),
    (
        "Polish President Jan Nowak paid a visit to Pakistan's army chief, Imran Shah, at his headquarters in Rawalpindi on "
        "Monday.",
        ["meeting Nowak Shah PK 2024-10-07 held", "visit Nowak PK 2024-10-07 held"],
    ),
    (
        "A memorandum of understanding was signed between the armies of Pakistan and Poland on Monday.",
        ["agreement None 2024-10-07 held"],
    ),
    (
        '"I am glad that he [Nowak] will meet with President Ilze Berzina of Latvia," NATO Secretary General Mark Rutte said '
        "of Polish President Jan Nowak.",
        ["meeting Berzina Nowak None None planned"],
    ),
    (
        "Latvian President Ilze Berzina asked ministries to prepare for the upcoming visit to Riga by Polish President Jan "
        "Nowak.",
        ["visit Nowak LV None planned"],
    ),
    (
        "Polish Defence Minister Jan Nowak and Latvian Defence Minister Ilze Berzina spoke for the second time in just over "
        "two weeks on Friday. The call was arranged by Latvia.",
        ["call Berzina Nowak None 2024-10-04 held"],
    ),
    (
        "Monday's phone call followed the second meeting between Polish President Jan Nowak and Latvian President Ilze "
        "Berzina, which took place in Riga in May 2023.",
        ["meeting Berzina Nowak LV 2023-05 held"],
    ),
    (  # the people of a body are at home where it sits
        "U.N. spokeswoman Maria Montas said on Thursday in New York that U.N. envoy Ibrahim Gambo would visit Laos on Monday.",
        ["visit Gambo LA 2024-10-14 planned"],
    ),
    (
        "U.N. chief Kim Sook told reporters on Monday that he was looking at the timing for a visit to Laos.",
        ["visit Sook LA None proposed"],
    ),
    (  # talks to come on a journey to come
        "Kenyan President Abel Mwangi will visit Peru from October 23 to 25. Peru's schools are closed then. Its roads are "
        "long. Its rivers are wide. Mwangi will hold talks with Peruvian President Rosa Quispe.",
        [
            "meeting Mwangi Quispe PE 2024-10-23/2024-10-25 planned",
            "visit Mwangi PE 2024-10-23/2024-10-25 planned",
        ],
    ),
    (
        "Polish President Jan Nowak conferred at his office with the Deputy Chairperson of the African Union Commission, "
        "Monique Nsanza, on Monday.",
        ["meeting Nowak Nsanza None 2024-10-07 held"],
    ),
    (
        "Kenyan President Abel Mwangi and Peruvian President Rosa Quispe held talks in Lima on Monday on the agenda of the "
        "U.N. summit in May.",
        ["meeting Mwangi Quispe PE 2024-10-07 held", "visit Mwangi PE 2024-10-07 held"],
    ),
    (  # what is only wanted, or open
        "Peru's ambassador, Ana Solis, said on Tuesday that there was no agreement yet on a meeting between Peruvian "
        "President Rosa Quispe and Kenyan President Abel Mwangi.",
        ["meeting Mwangi Quispe None None proposed"],
    ),
    (
        "Peruvian President Rosa Quispe and Kenyan President Abel Mwangi are unlikely to meet before the end of the year.",
        [],
    ),
    (  # by mail
        "Kenyan President Abel Mwangi received a cable from Peruvian President Rosa Quispe on Monday, thanking him.",
        [],
    ),
    (  # what is founded does not sit yet
        "Kenyan Foreign Minister Jane Otieno and Peruvian Foreign Minister Luis Vargas signed the Agreement for the Creation "
        "of the Border Commission on Monday.",
        ["agreement Otieno Vargas None 2024-10-07 held"],
    ),
    (
        "It should be noted that Kenyan President Abel Mwangi and Peruvian President Rosa Quispe signed a joint declaration "
        "on February 10.",
        ["agreement Mwangi Quispe None 2024-02-10 held"],
    ),
    (  # what a journey would have taken in goes with it
        "Kenyan President Abel Mwangi has cancelled a visit to Peru. The visit would have included talks with Peruvian "
        "President Rosa Quispe.",
        ["meeting Mwangi Quispe PE None cancelled", "visit Mwangi PE None cancelled"],
    ),
    (
        "Kenyan President Abel Mwangi has cancelled a visit to Peru. He had planned to meet Peruvian President Rosa Quispe on "
        "Sunday.",
        ["meeting Mwangi Quispe PE 2024-10-13 cancelled", "visit Mwangi PE None cancelled"],
    ),
    (
        "Kenyan President Abel Mwangi has decided not to go ahead with his scheduled visit to Lima. Mwangi's press secretary, "
        "Tom Oduya, said he had been scheduled to leave for Lima on Friday.",
        ["visit Mwangi PE 2024-10-11 cancelled"],
    ),
    (  # parliaments, staffs and missions in the names of posts
        "Speaker of the House of Representatives of Cyprus Anna Demou received Milli Majlis Speaker Sara Gafar in Nicosia on "
        "Monday.",
        ["meeting Demou Gafar CY 2024-10-07 held", "visit Gafar CY 2024-10-07 held"],
    ),
    (
        "Kenyan Foreign Minister Jane Otieno received the Head of the EU Delegation to Armenia Pia Maragos and the Head of the "
        "OSCE Mission to Moldova Kelly Kerr on Monday.",
        ["meeting Kerr Maragos Otieno None 2024-10-07 held"],
    ),
    (
        "NATO Military Committee head Stuart Finch met the Chief of the Turkish General Staff Metin Guler in Ankara on Monday.",
        ["meeting Finch Guler TR 2024-10-07 held", "visit Finch TR 2024-10-07 held"],
    ),
    (
        "Chairman of the State Duma of the Russian Federation Oleg Volin arrived in Hanoi on Sunday.",
        ["visit Volin VN 2024-10-06 held"],
    ),
    (  # the journey on which something is yet to be done
        "Kenyan President Abel Mwangi will visit Peru on Friday. While staying in Peru, Mwangi plans to open a school.",
        ["visit Mwangi PE 2024-10-11 planned"],
    ),
    (
        "Peruvian President Rosa Quispe on Monday extended an invitation to Kenyan President Abel Mwangi to visit Peru in "
        "2025. Mwangi accepted the invitation.",
        ["visit Mwangi PE 2025 planned"],
    ),
    (
        "Peruvian President Rosa Quispe will receive Kenyan President Abel Mwangi in Lima on October 19. The two are planning "
        "to sign an agreement on visas.",
        [
            "agreement Mwangi Quispe PE 2024-10-19 planned",
            "meeting Mwangi Quispe PE 2024-10-19 planned",
            "visit Mwangi PE 2024-10-19 planned",
        ],
    ),
    (
        "King Hamad of Bahrain spoke on Monday. His Majesty received Saudi Foreign Minister Adel Farhan in Manama on Tuesday.",
        ["meeting Farhan Hamad BH 2024-10-08 held", "visit Farhan BH 2024-10-08 held"],
    ),
    (
        "President Jan Nowak of Poland received Saudi Foreign Minister Adel Farhan in Warsaw on Tuesday.",
        ["meeting Farhan Nowak PL 2024-10-08 held", "visit Farhan PL 2024-10-08 held"],
    ),
    (  # what goes by the name of a title within a name
        "Iranian Foreign Minister Karim Amir Daoudi telephoned Polish President Jan Nowak on Monday.",
        ["call Daoudi Nowak None 2024-10-07 held"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[c[0][:60] for c in CASES])
def test_events(text: str, wanted: list[str]) -> None:
    found = [brief(e) for e in events_of(HEADLINE + text)]
    assert sorted(found) == sorted(wanted)
