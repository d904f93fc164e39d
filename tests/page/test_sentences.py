"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.page.sentences import LONGEST, spans

CASES = [
    ["The U.S. and the U.K. met.", "They left."],
    ["He flew to the U.S.", "The talks failed."],
    ["Gen. Lee met Lt. Col. Oakes in St. Petersburg.", "No. 3 was absent."],
    ["President George W. Bush met Kim Il Sung.", "He smiled."],
    ["It opens on Jan. 5.", "It closes on Sept. 9, 2004."],
    ["At 9 a.m. Monday they began.", "By 6 p.m. they were done."],
    ["It ended at 6 p.m.", "Hill left."],
    ['"Soon would be good," he said.', '"Very good."', "He left."],
    ["“We met.”", "“We agreed.”", "So he said."],
    ["“Why now?” asked Mr. Moss.", "Nobody knew."],
    ["He waited... and left.", "Then he came back."],
    ["Wait!", "Is it true?", "It is."],
    ["The sum of 3.5 million was paid.", "It was 12.5 percent more."],
    ["He joined Acme Inc. in 1990.", "She joined Acme Ltd.", "They met there."],
    ["Jr. Teodoro Locsin Jr. and Harry Roque Jr. met.", "They talked."],
    ["Sen. Ann Doe (D., Calif.) objected.", "She lost."],
    ["Lt-Gen (retd.) Khan met him.", "They spoke."],
    ["The talks, i.e. the last round, failed.", "Cf. the first."],
    ["The envoy met Amb. Ray Li, Ph.D., in D.C. on Friday.", "He left."],
    ["It costs $5.", "That is much."],
    ["World War II.", "It ended in 1945."],
    ["They met (the second time).", "They parted."],
    ["16. 07. 2020. was a Thursday.", "It rained."],
    ["J. R. R. Oakes wrote it.", "A. B. Reed read it."],
    ["Did he go?", "No.", "He stayed."],
    ["H.E. Mr. Lavrov met Msgr. Mamberti.", "They spoke."],
    ["He said: “Go.”", "They went."],
    ["«Мы договорились».", "Он уехал."],
    ["会谈结束。", "他们离开了。"],
    ["انتهت المحادثات؟", "نعم."],
    ["- Ann Doe, 23, of Oss.", "- Ben Roe, 31, of Dorn."],
]


@pytest.mark.parametrize("sentences", CASES, ids=lambda s: s[0][:30])
@pytest.mark.parametrize("gap", [" ", "  ", "\n", "\u200b "])
def test_cuts(sentences: list[str], gap: str) -> None:
    text = gap.join(sentences)
    assert [text[a:b] for a, b in spans(text, 0, len(text))] == sentences


def test_a_blank_lost_in_scraping() -> None:
    text = "They met today.He said so.“We did,” he said."
    assert [text[a:b] for a, b in spans(text, 0, len(text))] == [
        "They met today.",
        "He said so.",
        "“We did,” he said.",
    ]


@pytest.mark.parametrize(
    "text", ["example.com and Booking.com are sites", "v2.0.1 was released", "9.30 to 10.15"]
)
def test_no_sentence_ends_inside(text: str) -> None:
    assert list(spans(text, 0, len(text))) == [(0, len(text))]


def test_a_part_of_a_text() -> None:
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in spans(text, 5, 16)] == ["Two.", "Three."]


def test_endless_sentences_are_cut() -> None:
    text = "word, " * 5000
    cut = list(spans(text, 0, len(text)))
    assert max(b - a for a, b in cut) <= LONGEST
    assert sum(b - a for a, b in cut) > 0.95 * len(text) - len(cut)
    solid = "x" * 10 * LONGEST
    assert "".join(solid[a:b] for a, b in spans(solid, 0, len(solid))) == solid


@given(st.text(alphabet=st.sampled_from("aB. !?\"”“'’()[]…-–\n\t 1M。؟\u200b\u202fé"), max_size=200))
@settings(max_examples=300, deadline=None)
def test_sentences_are_in_order_and_lose_nothing(text: str) -> None:
    cut = list(spans(text, 0, len(text)))
    at = 0
    for start, end in cut:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip("\u200b\ufeff\u200e\u200f \t\n\u202f")
        assert not text[start].isspace() and not text[end - 1].isspace()
        at = end
    assert not text[at:].strip("\u200b\ufeff\u200e\u200f \t\n\u202f")
