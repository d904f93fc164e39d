"""Whom pronouns and descriptions mean, over several sentences: fictional news about real offices."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()

# (text, {"kind: family names of the participants"})
CASES: list[tuple[str, set[str]]] = [
    (  # who goes on speaking is the speaker of the paragraph before, whoever the story is about
        "Danish Prime Minister Mette Holm flew to Lima on Monday. Holm met Peruvian President Luis Quispe there. Holm left on "
        'Tuesday.\n\nThe EU\'s Marta Novak said in Lima on Tuesday that all was well.\n\n"We are glad," she told reporters '
        "after talks with Peruvian Foreign Minister Ana Rojas.",
        {"visit: Holm", "meeting: Holm Quispe", "visit: Novak", "meeting: Novak Rojas"},
    ),
    (  # neither of two did it
        "Neither Turkish President Kemal Aksoy nor Danish Prime Minister Mette Holm went to Lima on Monday or met Peruvian "
        "Foreign Minister Ana Rojas.",
        set(),
    ),
    (  # "the two": those whom the sentence before named side by side
        "Turkish President Kemal Aksoy met Danish Prime Minister Mette Holm and Peruvian Foreign Minister Ana Rojas in "
        "Ankara on Monday. The two travel to Oslo on Friday.",
        {"meeting: Aksoy Holm Rojas", "visit: Holm Rojas"},
    ),
    (  # ministers met with a named colleague meet once
        "The foreign ministers of Estonia and Latvia met in Riga on Monday with their German colleague, Anna Bauer.",
        {"meeting: Bauer"},
    ),
    (  # a relative clause is of those named before it
        "Turkish President Kemal Aksoy, who was in Lima on Friday, and Danish Prime Minister Mette Holm, who had stopped in "
        "Ankara, met Polish Prime Minister Jan Kowal.",
        {"visit: Aksoy", "visit: Holm", "meeting: Aksoy Holm Kowal"},
    ),
    (  # "the president" of a story that names its first man without his post
        "Xi Jinping landed in Lima on Monday, the first Chinese head of state ever to sleep there. The president met Peruvian "
        "Foreign Minister Ana Rojas.",
        {"visit: Jinping", "meeting: Jinping Rojas"},
    ),
    (  # whose a journey is, by the clause that says who was to set out
        "A trip to Lima, for which Danish Prime Minister Mette Holm was to have left on Wednesday, has been dropped.",
        {"visit: Holm"},
    ),
    (  # who arranged the talks did not sit in them
        "Danish Prime Minister Mette Holm and Polish Prime Minister Jan Kowal talked in Lima on Monday. The encounter was "
        "arranged by Peruvian Foreign Minister Ana Rojas and Danish Foreign Minister Ole Dahl.",
        {"meeting: Holm Kowal", "meeting: Dahl Rojas"},
    ),
    (  # the names behind a hall are who signed there
        "In the hall of the museum the foreign ministers of Norway and Chile, Kari Lund and Pedro Araya, on Monday signed "
        "a treaty, while Ole Dahl and Ana Rojas watched.",
        {"agreement: Araya Lund"},
    ),
    (  # "the prime minister" of a new paragraph is the one of whom the story tells, not the one named last
        "President Recep Tayyip Erdogan flew to Athens on Monday. Kyriakos Mitsotakis met him there. Kyriakos Mitsotakis "
        "smiled.\n\nHakan Fidan met his Greek opposite number, Giorgos Gerapetritis.\n\nThe prime minister telephoned "
        "Danish Prime Minister Mette Holm on Monday. Mitsotakis said so.",
        {
            "visit: Erdogan",
            "meeting: Erdogan Mitsotakis",
            "meeting: Fidan Gerapetritis",
            "call: Holm Mitsotakis",
        },
    ),
    (  # a leader described by the state, "his host", "the two men"
        "Kenyan President Abel Mwangi flew to Kampala on Tuesday. The Kenyan leader met his host, Ugandan President "
        "Ojok Okello, at State House. The two men signed a trade agreement there on Wednesday.",
        {"visit: Mwangi", "meeting: Mwangi Okello", "agreement: Mwangi Okello"},
    ),
    (  # those joined as a subject are "they"
        "Norwegian Foreign Minister Kari Lund and Chilean Foreign Minister Pedro Araya gave a press conference on "
        "Monday. They will meet again in Santiago in November.",
        {"meeting: Araya Lund"},
    ),
    (  # who receives him is somebody else, and the text goes on about him
        "Thai General Somchai Wongchai arrived in Hanoi on Monday. President Nguyen Van Hai will receive him on "
        "Thursday. He will also meet Prime Minister Tran Duc Long.",
        {"visit: Wongchai", "meeting: Hai Wongchai", "meeting: Long Wongchai"},
    ),
    (  # a woman among men
        "Slovak Prime Minister Jan Kral welcomed Hungarian Prime Minister Gabor Nagy in Bratislava on Monday. On Tuesday "
        "the Slovak leader received Austrian Chancellor Eva Huber. She will meet Czech President Karel Novotny in Prague.",
        {
            "meeting: Kral Nagy",
            "visit: Nagy",
            "meeting: Huber Kral",
            "meeting: Huber Novotny",
            "visit: Huber",
        },
    ),
    (  # "who is" means the last named alone
        "Irish Foreign Minister Sean Byrne and Danish Foreign Minister Mette Holm, who is to visit Cairo on Friday, met "
        "in Dublin on Monday.",
        {"visit: Holm", "meeting: Byrne Holm"},
    ),
    (  # a pronoun ahead of its name
        "Before she left for Lisbon on Monday, German Chancellor Jutta Brandt received Polish President Adam Wolski in "
        "Berlin.",
        {"visit: Brandt", "meeting: Brandt Wolski", "visit: Wolski"},
    ),
    (  # "the two": the one the text is about and the one it has just named
        "Malian Foreign Minister Oumou Keita spoke in Dakar on Monday. On Thursday she will receive Togo's foreign "
        "minister, Edem Agbeko, and the two will sign a memorandum on transit.",
        {"visit: Keita", "meeting: Agbeko Keita", "agreement: Agbeko Keita"},
    ),
    (  # "the Gambian", "his host", "the visitor"; a dinner for nobody named is for the visitor
        "Senegalese President Ousmane Ba and Gambian President Lamin Jallow were at odds. The Gambian flew to Dakar on "
        "Monday. In the evening his host gave a dinner. On Tuesday the visitor was received by Prime Minister Awa Diop.",
        {"visit: Jallow", "meeting: Ba Jallow", "meeting: Diop Jallow"},
    ),
    (
        "Tunisian Foreign Minister Karim Haddad met Italian Foreign Minister Paolo Conti in Rome on Monday. "
        "The former is to visit Madrid on Friday.",
        {"meeting: Conti Haddad", "visit: Haddad"},
    ),
    (  # "the Greek" after his name; before it he is only somebody
        "Turkish Foreign Minister Emre Demir and his Greek counterpart, Nikos Pappas, had dined in Athens on Monday. The "
        "Greek will visit Ankara in November.",
        {"meeting: Demir Pappas", "visit: Pappas"},
    ),
    (  # three leaders, named after they were announced
        "The leaders of Kenya, Uganda and Tanzania met in Arusha on Friday. Kenyan President Abel Mwangi, Ugandan President "
        "Ojok Okello and Tanzanian President Zuhura Kombo signed the treaty. The three leaders will meet again in Nairobi "
        "in May.",
        {"meeting: Kombo Mwangi Okello", "agreement: Kombo Mwangi Okello"},
    ),
    (  # "the Premier" is rather the one whom the text calls so
        "Canadian Prime Minister Paul Gagnon met Chinese Premier Liu Zhenhua in Beijing on Monday. The Premier will visit "
        "Ottawa in May.",
        {"meeting: Gagnon Zhenhua", "visit: Gagnon", "visit: Zhenhua"},
    ),
    (  # who comes along is of the same state and travels too
        "Algerian President Tahar Benali flew to Doha on Monday, accompanied by Foreign Minister Nadia Cherif. In Doha "
        "the two were received by Emir Khalid Al Kaabi of Qatar.",
        {"visit: Benali Cherif", "meeting: Benali Cherif Kaabi"},
    ),
    (
        "Algerian President Tahar Benali met Emir Khalid Al Kaabi of Qatar in Tunis on Monday, with Foreign "
        "Minister Nadia Cherif in attendance.",
        {"meeting: Benali Cherif Kaabi"},
    ),
    (  # who joins the talks told of before takes part in them
        "Armenian Foreign Minister Aram Petrosyan met Azerbaijani Foreign Minister Rauf Aliyev in Geneva on Monday. They "
        "were joined by Swiss Foreign Minister Ignaz Keller. Also present were Russian envoy Oleg Sidorov and U.S. envoy "
        "Joan Reed.",
        {"meeting: Aliyev Keller Petrosyan Reed Sidorov"},
    ),
    (  # posts of several states stand for those who hold them, named elsewhere
        "The presidents of Poland and the Baltic states travelled to Kyiv on Tuesday. Adam Wolski of Poland spoke for all; "
        "Janis Berzins of Latvia, Jonas Kazlauskas of Lithuania and Mart Tamm of Estonia nodded.",
        {"visit: Berzins Kazlauskas Tamm Wolski"},
    ),
    (  # "he" and "she" in one sentence are two; a handshake is with the other one
        "Bahraini Interior Minister Salman Hamdan flew to London on Monday. He is to meet Home Secretary Amy Ruddock on "
        "Tuesday and to sign a pact with her.",
        {"visit: Hamdan", "meeting: Hamdan Ruddock", "agreement: Hamdan Ruddock"},
    ),
    (  # nobody travels to his own capital, nobody is received by his own minister
        "Polish President Jan Nowak met Austrian Chancellor Karel Dvorak in Vienna on Monday. He will travel to Warsaw in "
        "November.",
        {"meeting: Dvorak Nowak", "visit: Nowak", "visit: Dvorak"},
    ),
    (
        "Polish President Jan Nowak met Austrian Chancellor Karel Dvorak in Vienna on Monday. He was welcomed in Warsaw by "
        "Polish Foreign Minister Piotr Lis on Tuesday.",
        {"meeting: Dvorak Nowak", "visit: Nowak", "meeting: Dvorak Lis", "visit: Dvorak"},
    ),
    (  # who receives there is the host
        "Polish President Jan Nowak met Austrian Chancellor Karel Dvorak in Vienna on Monday. He will receive Chilean "
        "Foreign Minister Ana Rojas there on Friday.",
        {"meeting: Dvorak Nowak", "visit: Nowak", "meeting: Dvorak Rojas", "visit: Rojas"},
    ),
    (  # the text goes on about the one who was sent
        "Polish President Jan Nowak sent his envoy, Adam Hora, to Vienna on Monday. He handed Austrian Chancellor Karel "
        "Dvorak a letter.",
        {"visit: Hora", "meeting: Dvorak Hora"},
    ),
    (  # the unnamed ministers and officers of those spoken of
        "Polish President Jan Nowak and Austrian Chancellor Karel Dvorak met in Vienna on Monday. The defence ministers of "
        "the two countries will meet in Bratislava on Friday.",
        {"meeting: Dvorak Nowak", "meeting: "},
    ),
    (
        "Polish President Jan Nowak and Austrian Chancellor Karel Dvorak met in Vienna on Monday. Officers from both sides "
        "met in Bratislava in May.",
        {"meeting: Dvorak Nowak", "meeting: "},
    ),
    (  # the host of the town where one was
        "Austrian Chancellor Karel Dvorak met Kenyan President Amina Otieno in Bern on Monday. In May Polish President Jan "
        "Nowak was in Vienna, where he and his host signed a treaty.",
        {"meeting: Dvorak Otieno", "visit: Nowak", "agreement: Dvorak Nowak"},
    ),
    (  # who looks on is there
        "Polish President Jan Nowak and Kenyan President Amina Otieno shook hands in Vienna on Monday, watched by Austrian "
        "Chancellor Karel Dvorak.",
        {"meeting: Dvorak Nowak Otieno", "visit: Nowak Otieno"},
    ),
    (  # who attends the talks told of before takes part in them
        "Polish President Jan Nowak and Austrian Chancellor Karel Dvorak met in Vienna on Monday. The American ambassador, "
        "Joe Reed, and his Chinese colleague, Li Wen, attended the talks at the palace.",
        {"meeting: Dvorak Nowak Reed Wen"},
    ),
    (  # each and both
        "Austrian Chancellor Karel Dvorak spoke to each of the two leaders, Polish President Jan Nowak and Kenyan President "
        "Amina Otieno, by telephone on Monday.",
        {"call: Dvorak Nowak", "call: Dvorak Otieno"},
    ),
    (
        "Polish President Jan Nowak and Kenyan President Amina Otieno are at odds. Austrian Chancellor Karel Dvorak had "
        "them both in Vienna in May, and in June they signed a treaty there.",
        {"meeting: Dvorak Nowak Otieno", "agreement: Nowak Otieno"},
    ),
    (  # one after the other; over the telephone
        "Polish President Jan Nowak met Austrian Chancellor Karel Dvorak and then Austrian Foreign Minister Eva Gruber in "
        "Vienna on Monday.",
        {"meeting: Dvorak Nowak", "meeting: Gruber Nowak", "visit: Nowak"},
    ),
    (
        "Polish President Jan Nowak and Austrian Chancellor Karel Dvorak telephoned each other on Monday.",
        {"call: Dvorak Nowak"},
    ),
    (  # a breakfast with whom, not a journey with him
        "Polish President Jan Nowak, who spent Monday in Vienna, returns to Warsaw today after a breakfast with Austrian "
        "Chancellor Karel Dvorak.",
        {"visit: Nowak", "meeting: Dvorak Nowak"},
    ),
    (  # the guest is whom the host received, whether or not the journey was told
        "Austrian Chancellor Karel Dvorak received Polish President Jan Nowak in Vienna on Monday. The visitor was also "
        "received by Austrian Foreign Minister Eva Gruber.",
        {"meeting: Dvorak Nowak", "meeting: Gruber Nowak", "visit: Nowak"},
    ),
    (  # who rules out the host himself: the counterpart received another
        "Polish Foreign Minister Piotr Lis was in Vienna on Monday. His Austrian counterpart received him at the ministry.",
        {"visit: Lis", "meeting: Lis"},
    ),
    (  # the man of that town, the only general
        "Polish President Jan Nowak met Austrian Chancellor Karel Dvorak in Vienna on Monday. The man from Warsaw then "
        "called on Austrian Foreign Minister Eva Gruber.",
        {"meeting: Dvorak Nowak", "meeting: Gruber Nowak", "visit: Nowak"},
    ),
    (
        "General Jan Nowak, the Polish president, flew to Vienna on Monday. The general then drove to the residence of "
        "Austrian Chancellor Karel Dvorak.",
        {"visit: Nowak", "meeting: Dvorak Nowak"},
    ),
    (
        "Polish President Jan Nowak arrived in Vienna on Monday. The general in charge of the base met Austrian Foreign "
        "Minister Eva Gruber.",
        {"visit: Nowak"},
    ),
    (  # the last to come
        "Chilean Foreign Minister Ana Rojas was in Warsaw on Monday. The last Japanese premier to come was Prime Minister "
        "Kenji Mori, in May 2018.",
        {"visit: Rojas", "visit: Mori"},
    ),
    (  # companions on the way
        "Polish President Jan Nowak arrived in Vienna on Monday. Polish Foreign Minister Piotr Lis is travelling with him.",
        {"visit: Lis Nowak"},
    ),
    (
        "Polish President Jan Nowak travelled to Vienna on Monday in the company of Polish Foreign Minister Piotr Lis.",
        {"visit: Lis Nowak"},
    ),
    (  # the envoy, not whose envoy he is
        "UN Secretary-General Anna Berg's special envoy Pedro Araya met Kenyan President Abel Mwangi in Nairobi on Tuesday.",
        {"meeting: Araya Mwangi", "visit: Araya"},
    ),
    (
        "Norwegian Foreign Minister Kari Lund's deputy Nils Dahl flew to Nairobi on Monday.",
        {"visit: Dahl"},
    ),
    (
        "Officials told Norwegian Foreign Minister Kari Lund's chief of staff on Monday that she would fly to Nairobi.",
        {"visit: Lund"},
    ),
]


def told(text: str) -> set[str]:
    article = Article(id="x", text=f"World news\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    return {
        f"{e['kind']}: {' '.join(sorted(p.split()[-1] for p in e['participants']))}"
        for e in to_record(RULES.extract(article))["events"]
    }


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_whom(text: str, expected: set[str]) -> None:
    assert told(text) == expected


STATEMENT = """MINISTER FOR FOREIGN AFFAIRS
MEDIA RELEASE

October 9, 2024

Visit to Suva

I am pleased to report on my visit to Fiji, where Ireland is to open an embassy. Ireland has long been a friend of the
Pacific, and our ambassador in Canberra, Aoife Nolan, has prepared the ground.

On Monday I met Prime Minister Tomasi Vula of Fiji in Suva. On Tuesday I signed a memorandum on
fisheries with the Fijian Foreign Minister, Mere Koroi.

On 20 October I travel to Apia, where I shall meet Samoan Prime Minister Sione Leota.

Niall Byrne

Contact: Department of Foreign Affairs, Dublin
"""


def test_the_author_of_a_statement_says_i() -> None:
    article = Article(id="x", text=STATEMENT, published=date(2024, 10, 9))
    events = to_record(RULES.extract(article))["events"]
    found = {f"{e['kind']}: {' '.join(sorted(p.split()[-1] for p in e['participants']))}" for e in events}
    assert {"meeting: Byrne Vula", "agreement: Byrne Koroi", "visit: Byrne", "meeting: Byrne Leota"} <= found
