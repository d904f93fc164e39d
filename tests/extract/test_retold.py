"""How a feature writer retells diplomatic news: days shared out, verbs left out, journeys told by their ends."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

CASES = {
    # days shared out among cities
    "Foreign Minister Retno Marsudi of Indonesia spent Sunday in Dhaka, where she heard out Abul Hassan Mahmood Ali, the "
    "foreign minister of Bangladesh, and Monday in Naypyidaw.": [
        "meeting Ali+Marsudi BD/ID BD 2024-10-06 held",
        "visit Marsudi BD/ID BD 2024-10-06 held",
        "visit Marsudi ID/MM MM 2024-10-07 held",
    ],
    "Norway's foreign minister, Espen Barth Eide, gave Monday to Khartoum and Tuesday to Juba.": [
        "visit Eide NO/SD SD 2024-10-07 held",
        "visit Eide NO/SS SS 2024-10-08 held",
    ],
    "On Friday the Gambian president, Adama Barrow, left Dakar for Bissau, and on Sunday Bissau for Praia.": [
        "visit Barrow CV/GM CV 2024-10-06 held",
        "visit Barrow GM/GW GW 2024-10-04 held",
    ],
    # where somebody who had flown in from elsewhere has arrived
    "OSLO, Oct 9 - Chilean President Pablo Soto had flown in from Reykjavik, the last halt on a tour of Iceland.": [
        "visit Soto CL/IS IS None held",
        "visit Soto CL/NO NO None held",
    ],
    "Chilean President Pablo Soto happened to be in Oslo on Monday, having come for a conference with the Danish foreign "
    "minister, Mette Lund.": [
        "meeting Lund+Soto CL/DK NO 2024-10-07 held",
        "visit Soto CL/NO NO 2024-10-07 held",
    ],
    "Finland's president, Pekka Salo, stayed on for a lunch given by Norway's president, Anna Berg, in honour of Chilean "
    "President Pablo Soto.": ["meeting Berg+Salo+Soto CL/FI/NO None None held"],
    "Norway's president, Anna Berg, came to Santiago on Monday. Pablo Soto, the Chilean president, took her to lunch.": [
        "meeting Berg+Soto CL/NO CL 2024-10-07 held",
        "visit Berg CL/NO CL 2024-10-07 held",
    ],
    "Norway's president, Anna Berg, had the Chilean president, Pablo Soto, to stay in February.": [
        "meeting Berg+Soto CL/NO None 2024-02 held",
        "visit Soto CL/NO NO 2024-02 held",
    ],
    "Norwegian President Anna Berg had carried a first draft from Santiago, where she spent Sunday night in a cellar.": [
        "visit Berg CL/NO CL 2024-10-06 held",
    ],
    "Norwegian President Anna Berg flew out of Chile late on Monday.": [
        "visit Berg CL/NO CL 2024-10-07 held"
    ],
    "Norwegian President Anna Berg took Finnish President Pekka Salo with her to Santiago on Monday.": [
        "visit Berg+Salo CL/FI/NO CL 2024-10-07 held",
    ],
    "Chile sent its foreign minister, Ana Rojas, to the round that was held in Oslo in July.": [
        "visit Rojas CL/NO NO None held",
    ],
    "On Monday Norwegian President Anna Berg, in her second call to the Kremlin in four days, raised her offer.": [
        "call Berg NO/RU None 2024-10-07 held",
    ],
    "OSLO // Finnish President Pekka Salo and Norwegian President Anna Berg dined on Monday. By midnight Salo was on his way "
    "back to Helsinki.": [
        "meeting Berg+Salo FI/NO NO 2024-10-07 held",
        "visit Salo FI/NO NO 2024-10-07 held",
    ],
    "Norwegian President Anna Berg will fly to Peru on Friday, before a last stop in Chile to confer with Foreign Minister "
    "Ana Rojas of Chile.": [
        "meeting Berg+Rojas CL/NO CL 2024-10-11 planned",
        "visit Berg CL/NO CL 2024-10-11 planned",
        "visit Berg NO/PE PE 2024-10-11 planned",
    ],
    # what two failed to do they tried together
    "Norway's president, Anna Berg, and the Finnish president, Pekka Salo, failed to close the gaps in Geneva on Aug. 26.": [
        "meeting Berg+Salo FI/NO CH 2024-08-26 held",
    ],
    "Norway's president, Anna Berg, and the Finnish president, Pekka Salo, failed to agree on the border at a summit in "
    "Geneva in August.": ["meeting Berg+Salo FI/NO CH 2024-08 held"],
    "Finnish President Pekka Salo, reached by Norwegian President Anna Berg overnight, welcomed the deal.": [
        "call Berg+Salo FI/NO None 2024-10-08/2024-10-09 held",
    ],
    # the verb stands before the semicolon
    "Chad's foreign minister, Mahamat Saleh Annadif, flew to Khartoum on Monday; his Libyan colleague, Mohamed Siala, on "
    "Tuesday.": [
        "visit Annadif SD/TD SD 2024-10-07 held",
        "visit Siala LY/SD SD 2024-10-08 held",
    ],
    "The Omani foreign minister, Badr al-Busaidi, went to Tehran on Sunday; on Tuesday to Riyadh.": [
        "visit al-Busaidi IR/OM IR 2024-10-06 held",
        "visit al-Busaidi OM/SA SA 2024-10-08 held",
    ],
    "Cyprus's president, Nikos Christodoulides, got twenty minutes with U.N. Secretary-General Antonio Guterres on "
    "Tuesday; Turkey's foreign minister, Hakan Fidan, a little more.": [
        "meeting Christodoulides+Guterres CY/UN None 2024-10-08 held",
        "meeting Fidan+Guterres TR/UN None 2024-10-08 held",
    ],
    "On Thursday Colin Powell, the US secretary of state, was on to Dominique de Villepin, the French foreign minister; "
    "on Saturday night to Jack Straw, the British foreign secretary.": [
        "call Powell+Straw GB/US None 2024-10-05 held",
        "call Powell+Villepin FR/US None 2024-10-03 held",
    ],
    # whoever waits at the end of a journey
    "Peru's foreign minister, Elmer Schialer, was flown on Monday to Sucre, where his Bolivian colleague, Celinda Sosa, was "
    "expecting him.": [
        "meeting Schialer+Sosa BO/PE BO 2024-10-07 held",
        "visit Schialer BO/PE BO 2024-10-07 held",
    ],
    # it was somebody who
    "On Sunday it was Finland's president, Alexander Stubb, who sat on the sofa of Alar Karis, his Estonian colleague, in "
    "Tallinn.": ["meeting Karis+Stubb EE/FI EE 2024-10-06 held"],
    # company, the way home, a guest still to come
    "Bolivia's president, Luis Arce, had the pleasure of Xiomara Castro, the president of Honduras, at lunch on Friday in "
    "La Paz.": ["meeting Arce+Castro BO/HN BO 2024-10-04 held"],
    "Kenya's foreign minister, Musalia Mudavadi, stopped in Addis Ababa in May on his way back from Djibouti.": [
        "visit Mudavadi DJ/KE DJ 2024-05 held",
        "visit Mudavadi ET/KE ET 2024-05 held",
    ],
    "Samoa's prime minister, Fiame Naomi Mataafa, is coming to Honiara, the first of her line to do so.": [
        "visit Mataafa SB/WS SB None planned"
    ],
    # "there" is the city named just before
    "RIGA, Oct 9 - Vilnius is where it will be settled. Estonia's prime minister, Kristen Michal, goes there on Monday.": [
        "visit Michal EE/LT LT 2024-10-14 planned"
    ],
    # said or done to somebody who is in the same town
    "Moldova's president, Maia Sandu, went to Bucharest, where on Monday Klaus Iohannis, her Romanian colleague, promised her "
    "gas.": [
        "meeting Iohannis+Sandu MD/RO RO 2024-10-07 held",
        "visit Sandu MD/RO RO 2024-10-07 held",
    ],
    "U.N. Secretary-General Antonio Guterres was in the Ethiopian capital on the 3rd; Prime Minister Abiy Ahmed, just off the "
    "plane, asked him to have the sanctions lifted.": [
        "meeting Ahmed+Guterres ET/UN ET 2024-10-03 held",
        "visit Guterres ET/UN ET 2024-10-03 held",
    ],
    "Slovenia's foreign minister, Tanja Fajon, heard from Igli Hasani, the Albanian foreign minister, in Tirana on Monday that "
    "the bridge was safe.": ["meeting Fajon+Hasani AL/SI AL 2024-10-07 held"],
    "Slovenia's foreign minister, Tanja Fajon, sought out Igli Hasani, the Albanian foreign minister, in Tirana on Monday.": [
        "meeting Fajon+Hasani AL/SI AL 2024-10-07 held"
    ],
    "Slovenia's foreign minister, Tanja Fajon, had Igli Hasani, the Albanian foreign minister, to herself in Geneva on "
    "Monday.": ["meeting Fajon+Hasani AL/SI CH 2024-10-07 held"],
    "Slovenia's foreign minister, Tanja Fajon, pored over a map with Igli Hasani, the Albanian foreign minister, in Geneva on "
    "Monday.": ["meeting Fajon+Hasani AL/SI CH 2024-10-07 held"],
    # kings by their realm, hosts on the steps, a guest's turn
    "The king of Jordan, Abdullah, is in Paris. On Sunday he and the Emir of Qatar, Sheikh Tamim, dined in Doha.": [
        "meeting Abdullah+Tamim JO/QA QA 2024-10-06 held",
        "visit Abdullah FR/JO FR 2024-10-09 ongoing",
    ],
    "President Daniel Noboa of Ecuador landed in Lima on Monday. On the tarmac stood Dina Boluarte, the Peruvian president.": [
        "meeting Boluarte+Noboa EC/PE PE 2024-10-07 held",
        "visit Noboa EC/PE PE 2024-10-07 held",
    ],
    "On Friday it will be the turn of Serbia's president, Aleksandar Vucic, to be received by Emmanuel Macron, the French "
    "president, in Paris; on Monday that of Kosovo's premier, Albin Kurti.": [
        "meeting Kurti+Macron FR/XK FR 2024-10-14 planned",
        "meeting Macron+Vucic FR/RS FR 2024-10-11 planned",
        "visit Vucic FR/RS FR 2024-10-11 planned",
    ],
    "Ban Ki-moon, the UN secretary-general, flew in to Honiara on Sunday, where Danny Philip, the Solomon Islands prime "
    "minister, showed him a village, and spends today on Tarawa.": [
        "meeting Ki-moon+Philip SB/UN SB 2024-10-06 held",
        "visit Ki-moon KI/UN KI 2024-10-09 planned",
        "visit Ki-moon SB/UN SB 2024-10-06 held",
    ],
    "Nobody in Ankara will say what passed between Recep Tayyip Erdogan, the Turkish president, and Kyriakos Mitsotakis, the "
    "Greek premier, on Monday.": ["meeting Erdogan+Mitsotakis GR/TR TR 2024-10-07 held"],
    # no event
    "Poland's foreign minister, Radoslaw Sikorski, praised Ukraine's President Volodymyr Zelensky at home on Monday. He said "
    "that President Emmanuel Macron of France had offered him help.": [],
    "Serbia's president, Aleksandar Vucic, who was not asked to Skopje, spoke at home on Monday of his friends, as he calls "
    "Prime Minister Edi Rama of Albania and North Macedonia's Hristijan Mickoski.": [],
}


@pytest.mark.parametrize(
    "journey",
    [
        "looked in on Tirana",
        "pressed on to Tirana",
        "put in at Tirana",
        "blew into Tirana",
        "made for Tirana",
        "unpacked in Tirana",
        "checked into a hotel in Tirana",
        "betook herself to Tirana",
        "bent her steps to Tirana",
        "got as far as Tirana",
        "got back from Tirana",
        "trundled to Tirana",
        "hit Tirana",
        "treated herself to a day in Tirana",
        "graced Tirana with her presence",
        "had Tirana to herself",
        "saw Tirana for the first time",
        "paid Tirana a call",
        "packed her bags for Tirana",
        "answered a summons to Tirana",
        "exchanged the snows of Ljubljana for Tirana",
        "took her leave of Tirana",
    ],
)
def test_journeys_told_in_passing(journey: str) -> None:
    story = f"Slovenia's foreign minister, Tanja Fajon, {journey} on Monday. Igli Hasani is Albania's foreign minister."
    assert told(story) == ["visit Fajon AL/SI AL 2024-10-07 held"]


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("planned", "means to fly to Tirana on Saturday"),
        ("planned", "meant to press on to Tirana on Saturday"),
        ("planned", "has made up her mind to fly to Tirana"),
        ("planned", "resolved to go to Tirana"),
        ("planned", "is bound for Tirana"),
        ("planned", "is headed to Tirana"),
        ("planned", "has Tirana in her diary for Saturday"),
        ("planned", "is packing for Tirana"),
        ("proposed", "thought of flying to Tirana"),
        ("proposed", "toyed with the idea of flying to Tirana"),
        ("proposed", "would dearly like to go to Tirana"),
        ("proposed", "is being wooed to come to Tirana"),
        ("proposed", "has been bidden to Tirana"),
        ("cancelled", "should have been in Tirana on Saturday"),
        ("cancelled", "ought to have been in Tirana on Saturday"),
        ("cancelled", "did not go to Tirana after all"),
        ("cancelled", "thought better of a trip to Tirana"),
        ("cancelled", "begged off a trip to Tirana"),
        ("cancelled", "pulled out of a visit to Tirana"),
        ("held", "did go to Tirana on Monday"),
    ],
)
def test_what_somebody_has_in_mind(standing: str, words: str) -> None:
    story = f"Slovenia's foreign minister, Tanja Fajon, {words}. Igli Hasani is Albania's foreign minister."
    assert [line.split()[-1] for line in told(story)] == [standing]


@pytest.mark.parametrize(
    "call",
    [
        "was on the line to Igli Hasani",
        "returned Igli Hasani's call",
        "dialled Igli Hasani's number",
        "woke Igli Hasani with a call",
        "heard it from Igli Hasani by telephone",
        "discussed it with Igli Hasani over a crackling line",
    ],
)
def test_calls_told_in_passing(call: str) -> None:
    story = (
        f"Slovenia's foreign minister, Tanja Fajon, {call} on Monday. Hasani is Albania's foreign minister."
    )
    assert told(story) == ["call Fajon+Hasani AL/SI None 2024-10-07 held"]


def test_a_call_for_something_is_an_appeal() -> None:
    story = "Slovenia's foreign minister, Tanja Fajon, answered Igli Hasani's call for talks on Monday."
    assert told(f"{story} Hasani is Albania's foreign minister.") == []


@pytest.mark.parametrize("body", CASES)
def test_retold(body: str) -> None:
    assert told(body) == CASES[body]
