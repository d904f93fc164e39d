"""What is told in passing around a summit: further occasions, days put off, who sat in whose house. Own sentences."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

BERG = "Norwegian President Anna Berg"
SALO = "Finnish President Pekka Salo"
SOTO = "Chilean President Pablo Soto"

CASES: list[tuple[str, set[str]]] = [
    (  # the earlier occasion is another one, of unknown day
        f"{BERG} and {SALO} sat down in Bern on Sunday. It was their first talk in a year, since they met in Lima.",
        {
            "meeting Berg+Salo FI/NO CH 2024-10-06 held",
            "meeting Berg+Salo FI/NO PE None held",
        },
    ),
    (
        f"A dinner which {SOTO} was to give for {BERG} on Sunday was scrapped.",
        {"meeting Berg+Soto CL/NO None 2024-10-13 cancelled"},
    ),
    (
        f"{BERG} brought {SALO} and {SOTO} together in Oslo in July and once more on September 3.",
        {
            "meeting Berg+Salo+Soto CL/FI/NO NO 2024-07 held",
            "meeting Berg+Salo+Soto CL/FI/NO NO 2024-09-03 held",
        },
    ),
    (
        f"{BERG} flew to Santiago on August 3 and put a paper to {SOTO}.",
        {
            "visit Berg CL/NO CL 2024-08-03 held",
            "meeting Berg+Soto CL/NO CL 2024-08-03 held",
        },
    ),
    (  # whoever it took is who did it
        f"It took {BERG} two hours on Monday to get {SALO} and {SOTO} to sit at one table in Bern.",
        {"meeting Berg+Salo+Soto CL/FI/NO CH 2024-10-07 held"},
    ),
    (
        f"{SALO} was due in Santiago this month; the visit has been put back to January.",
        {"visit Salo CL/FI CL 2025-01 postponed"},
    ),
    (
        f"{BERG} was on the phone to Santiago on Monday.",
        {"call Berg CL/NO None 2024-10-07 held"},
    ),
    (  # the bus is no agent
        f"{BERG} and {SALO} crossed by bus from Peru into Bolivia on Tuesday.",
        {"visit Berg+Salo BO/FI/NO BO 2024-10-08 held"},
    ),
    (  # a verb that the parser takes for a part of the name
        f"{BERG} read the text, struck out a line, and rang {SALO} from the plane on Monday.",
        {"call Berg+Salo FI/NO None 2024-10-07 held"},
    ),
    (
        f"{BERG} and {SALO} haggled on Sunday. The two will resume in Geneva on Friday.",
        {
            "meeting Berg+Salo FI/NO CH 2024-10-06 held",
            "meeting Berg+Salo FI/NO CH 2024-10-11 planned",
        },
    ),
    (  # the day is told of the stop, whoever tells of it there
        f"{BERG}'s visit to Santiago, where {SOTO} awaits her on Tuesday, goes ahead.",
        {
            "visit Berg CL/NO CL 2024-10-15 planned",
            "meeting Berg+Soto CL/NO CL 2024-10-15 planned",
        },
    ),
    (  # what is to come has a day of its own
        f"{BERG}, who is still in Santiago, is to resume trade talks with {SOTO} on Thursday.",
        {
            "visit Berg CL/NO CL 2024-10-09 ongoing",
            "meeting Berg+Soto CL/NO CL 2024-10-10 planned",
        },
    ),
    (  # where somebody works is not where he was
        f"Tor Lie, a counsellor at the Norwegian embassy in Bogota, flew to Santiago on Tuesday and left after seeing {SOTO}.",
        {
            "visit Lie CL/NO CL 2024-10-08 held",
            "meeting Lie+Soto CL/NO CL 2024-10-08 held",
        },
    ),
    (
        f"{BERG} saw {SALO} four times and {SOTO} twice on Monday.",
        {
            "meeting Berg+Salo FI/NO None 2024-10-07 held",
            "meeting Berg+Soto CL/NO None 2024-10-07 held",
        },
    ),
    (
        f"{BERG}, {SALO} and {SOTO} are allies. A call on Sunday, in which all three took part, fixed the day.",
        {"call Berg+Salo+Soto CL/FI/NO None 2024-10-06 held"},
    ),
    (  # one after the other, each in a sentence of their own, and rung each in turn
        f"{SALO} landed in Lima on Sunday. {SOTO} arrived on Monday. Both men had been telephoned on Saturday by {BERG}.",
        {
            "visit Salo FI/PE PE 2024-10-06 held",
            "visit Soto CL/PE PE 2024-10-07 held",
            "call Berg+Salo FI/NO None 2024-10-05 held",
            "call Berg+Soto CL/NO None 2024-10-05 held",
        },
    ),
    (
        f"{BERG} was in touch with {SALO} and {SOTO} on Sunday.",
        {
            "call Berg+Salo FI/NO None 2024-10-06 held",
            "call Berg+Soto CL/NO None 2024-10-06 held",
        },
    ),
    (  # unnamed ministers of the two states that talk
        f"{BERG} and {SOTO} held talks in Lima on Monday. The defence ministers will hold a session in Bern on November 4.",
        {
            "meeting Berg+Soto CL/NO PE 2024-10-07 held",
            "meeting - CL/NO CH 2024-11-04 planned",
        },
    ),
    (  # they sat together: no call
        f"{BERG} had talked to {SOTO} earlier in the month when they attended the forum in Lima.",
        {"meeting Berg+Soto CL/NO PE 2024-10 held"},
    ),
    (
        f"{BERG} and {SALO} met in Bern on Monday. {SOTO} and Kenyan President Abel Mwangi were the other guests.",
        {"meeting Berg+Mwangi+Salo+Soto CL/FI/KE/NO CH 2024-10-07 held"},
    ),
    (  # the town of a house
        f"{BERG} had been to see {SOTO} at his Santiago residence on May 3.",
        {
            "meeting Berg+Soto CL/NO CL 2024-05-03 held",
            "visit Berg CL/NO CL 2024-05-03 held",
        },
    ),
    (
        f"In the corridor {SALO} introduced himself to {SOTO} on Monday.",
        {"meeting Salo+Soto CL/FI None 2024-10-07 held"},
    ),
    (  # a verb that the parser takes for a noun
        f"{BERG} met {SALO} in Lima on Monday. On Thursday the Norwegian meets {SOTO} in Bern.",
        {
            "meeting Berg+Salo FI/NO PE 2024-10-07 held",
            "meeting Berg+Soto CL/NO CH 2024-10-10 planned",
        },
    ),
    (  # the Union's
        f"The European mediator, Carl Lind, met {SOTO} in Bern on Monday.",
        {"meeting Lind+Soto CL/EU CH 2024-10-07 held"},
    ),
    (  # came there too
        f"{BERG} landed in Lima on Sunday night. {SALO} followed on Monday morning.",
        {
            "visit Berg NO/PE PE 2024-10-06 held",
            "visit Salo FI/PE PE 2024-10-07 held",
        },
    ),
]


@pytest.mark.parametrize(("story", "expected"), CASES, ids=[story[:50] for story, _ in CASES])
def test_told_in_passing(story: str, expected: set[str]) -> None:
    assert set(told(story)) == expected
