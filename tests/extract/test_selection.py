"""Which sentences are parsed."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.extract.places.find import find_places
from kg.extract.selection import Selection
from kg.model import Article
from kg.page import segment
from kg.reference import scan

_HOME = "Norwegian Prime Minister Anna Berg met party leaders in Oslo, Norway."
_ABROAD = "She will visit Sweden next week."
_IDLE = "The weather turned dull."


def _chosen(*paragraphs: str) -> list[str]:
    text = "Berg at work\n\n" + "\n\n".join(paragraphs) + "\n"
    page = segment(text)
    cast = find_cast(page, Article(id="a", text=text))
    codes = {"NO", "SE"}
    nations = [(at, x[0].code) for at, _, x in scan(text) if x[0].kind in ("state", "demonym", "capital")]
    sentences = [s for s in page.sentences if s.zone == "body"]
    selection = Selection(text, sentences, cast, find_places(text, 0, len(text), codes), nations)
    return [text[s.start : s.end] for s in selection.sentences()]


def test_what_names_no_other_state_is_left_out() -> None:
    assert _chosen(_HOME, _HOME, _HOME) == []


def test_a_telling_word_near_another_state_is_needed() -> None:
    assert _chosen(_HOME, _IDLE, _ABROAD, _IDLE) == [_ABROAD]


@pytest.mark.parametrize(
    ("told", "chosen"),
    [
        ("Sweden had a new budget.", False),  # nobody has it
        ("It had a new budget.", False),
        ("She had the Swedes to tea.", True),
        ("It was called off on Friday.", True),  # what was told of her before
    ],
)
def test_a_faint_word_tells_only_of_somebody(told: str, chosen: bool) -> None:
    assert (told in _chosen(_HOME, _ABROAD, told)) is chosen


@pytest.mark.parametrize(("between", "chosen"), [(0, True), (3, True), (9, False)])
def test_what_follows_a_look_abroad_is_read_for_a_while(between: int, chosen: bool) -> None:
    later = "They will sign an agreement there."
    assert (
        later in _chosen(_HOME, _ABROAD, *[f"{_IDLE[:-1]} on day {n}." for n in range(between)], later)
    ) is chosen


def test_a_dump_is_not_parsed() -> None:
    dump = "She met Swedish Foreign Minister Karin Lund " + "and talks went on " * 100
    chosen = _chosen(_HOME, dump + "there.", _HOME[:-1] + " again.", _ABROAD)
    assert chosen and all(len(s) < 200 for s in chosen)


@pytest.mark.parametrize(
    ("named", "chosen"),
    [
        ("A former Swedish dentist was heard.", False),  # another state is named, nobody goes or acts
        ("Sweden was watching.", False),
        ("Swedish officials were in the gallery.", True),
        ("It was heard of in Stockholm.", True),
    ],
)
def test_a_state_is_only_named_in_many_a_story_at_home(named: str, chosen: bool) -> None:
    later = "She will hold talks with the committee."
    assert (later in _chosen(_HOME, named, later)) is chosen
