"""Who speaks for which state: leaders whom articles name without saying so ("Macron", "Angela Merkel").

The tables (`tables/leaders.tsv`, `tables/officials.tsv`) are background knowledge with years. A name alone
decides nothing here that a text says itself: ask only where the text is silent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache
from typing import NamedTuple

from kg.reference.text import fold
from kg.reference.tsv import TABLES, read, split_list
from kg.vocab import BODIES

_BEFORE, _AFTER = 3, 12  # years that people are known before and after their years in the table
_SHORTEST = 6  # letters of a family name that stands alone: shorter ones are shared by too many
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"al", "el"})  # "al-Sharaa", "Sharaa"
_PARTICLES = _ARTICLES | frozenset("da de del della der di do dos la le van von".split())
_FAMILY_FIRST = frozenset({"CN", "HK", "KH", "KP", "KR", "MO", "TW", "VN"})
_SPELT = dict.fromkeys(("mohamed", "mohammad", "muhammad", "mohamad", "muhammed"), "mohammed")
# Family names of at least six letters that many others bear, or that are words, places or companies.
_COMMON = frozenset(
    """
    abrams abubakar aharon ahmadi akhtar alarcon albuquerque alexis alvarado alvarez andersson andrews antonov
    arthur asquith atalay austin baldwin baloch banerjee bannon barbosa barnes barrack barrow barton baumann
    bayraktar becker bekele belaunde bellamy bellingham bishop bismuth blanchard blanco bloomberg bloomfield
    blumenthal borodin bosque boucher bowman bradley braithwaite branco brennan bristow brooks browne bunker
    butler caballero cabanas camara camilla campbell cannon carson carter castillo castro celeste chamberlin
    chapman chatterjee chatty chaudhry chauhan cheong chevallier christian cienfuegos clapper clark clarke
    clements clifford clinton coleman compton connally cooper cousin crespo crowley cunningham daniel darwish
    davidson davies davoudi dawson delattre demetriou dempsey denisov dialla diallo dominguez donaldson
    doughty douglas downer dragone driscoll dunbar duncan duquesne durant durrani dwivedi eagleton earnest
    edelstein edmond edwards ekinci elliott emanuel evans everts faulkner feller fernandez ferrand ferraro
    ferreira fischer fisher fleischer fleming fletcher fontaine foster foucher francis franco franks fujimura
    fujisaki fulbright gallagher galloway garcia garland garner gaspar gavrilov ghafoor gibson gilmour
    girardin giraud giuliani goldberg goldschmidt goldstone gomez gonzales gonzalez gordon graham grande
    granholm griffin griffiths grossman guevara guimaraes gutierrez haddadi hagerty haines hakimi halabi
    haleem hameed hamilton hammond hanafi hanley hannay hansen harding harish haroon harriman harris harrison
    hartley hartling hartman hasegawa hashimi hassan hassani hatami hauser hayden henderson henry hernandez
    herrera hewitt heymann hidalgo hirano hirsch hoffmann holder holmes hooker hosseini howard howells hubbard
    huddleston hudson hughes hummel humphrey hunter hussain hussein husseini hutchison hutton ibarra ibrahim
    ichikawa igarashi ishihara ivanov jackson jacobs jacobson jafari jalali james jardim jenkins jensen
    jimenez johnson jordaan jordan kamara kariuki karlsson karpov kawamura kebede keller kelly kennedy kenney
    khalidi khalil khalili khalis khattab kirkpatrick kitamura kostenko kovacs kumagai kuznetsov lambert
    lamont landau lantos larsen laurent lawson leclerc legendre leonard lerner lester lilley lincoln lockhart
    losada lowenstein lucas mackenzie madani madeira mahajan mahmood mahmoud malhotra mallet mandon manning
    mansfield manuel marker marriott marshall martin martinez marzouk mason matlock mayhew mccarthy mcconnell
    mcfarlane mchenry mcnamara medina melnyk mendes mendez menendez mercer messmer meyer michaelides michel
    miller millett milling mironov mitchell mohammadi mohammed molina montagne montas moreno morgan moriyama
    morozov morris mortimer morton mountain mousavi mueller mullen munoz murphy murray muslim mustafa najafi
    najjar nakagawa nakayama natali navarro nelson neumann nguyen nielsen nielson nishimura nissim nixon
    norman oakley obrien ocampo oconnor oliveira oneill ortega osborne osullivan parker parodi parris parsons
    pascual pasqua patel paterson patterson pavlov pearson pedroso pereira perez perkins peters petersen
    peterson petrides phillips pickering pierce pierre pinheiro porter powell preston pringle qattan qureshi
    rahimi rahman ramirez ramos ramsey rasheed ratcliffe reding redman redmond reeker rehman reuben reynolds
    rezaei rhodes richards richardson ricketts ritter rivera riviere robbins roberts robertson robinson
    rockefeller rockwell rodriguez rogers rollins romanov romero rosenberger rubinstein russel russell safari
    safavi salmon sampson sanders sandhu santos saxena schmidt schneider schulze schumann schweitzer semyonov
    serrano sessions shaikh shannon shapiro sharma shavit shearer sheikh shelton shukla shultz siddiq silveira
    simmonds simons simpson singer smith soares somers spencer spicer steinberg steiner stephen stevens
    stewart strong stuart sturgeon suarez sugiyama sullivan sultan sutherland symonds symons talbott tamaki
    taylor thomas thompson thomsen thomson thornton thorpe tikhonov tiwari tomita torres trujillo turkmen
    turner valdes valenzuela vargas vasquez vazquez velasquez villiers vinogradov wagner walker wallace
    walters warren watanabe watson weaver webster weston whipps whitaker wicker wilkins william williams
    wilson winston woodward wright yakovlev yamaguchi yamamoto yamasaki yamazaki yildiz yilmaz yoshikawa
    yoshimura young younger yousif zahran ziegler zimmermann zuniga
    """.split()
)


class _Years(NamedTuple):
    """One row: the party and the years of prominence."""

    party: str
    first: int
    last: int


def _words(name: str) -> list[str]:
    """The words of a name in plain small letters; hyphens part words, apostrophes do not."""
    plain = fold(name).replace("'", "").lower()
    return [_SPELT.get(w, w) for w in _WORD.findall(plain)]


def _key(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(w for w in words if w not in _ARTICLES))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    """Those who led a state, and those who only speak for one."""
    return (*read(TABLES / "leaders.tsv"), *read(TABLES / "officials.tsv"))


@cache
def _full() -> dict[tuple[str, ...], tuple[_Years, ...]]:
    """The rows by the words of each spelling."""
    found: dict[tuple[str, ...], set[_Years]] = defaultdict(set)
    for row in _rows():
        years = _Years(row["party"], int(row["first"]), int(row["last"]))
        for name in (row["name"], *split_list(row["names"])):
            found[_key(_words(name))].add(years)
    return {key: tuple(sorted(rows)) for key, rows in found.items()}


@cache
def known_names() -> frozenset[tuple[str, ...]]:
    """Every spelling of every leader, its words in their order, in plain small letters.

    >>> ("angela", "merkel") in known_names()
    True
    """
    return frozenset(
        tuple(_words(name)) for row in _rows() for name in (row["name"], *split_list(row["names"]))
    )


@cache
def _bearers() -> dict[str, tuple[_Years, ...]]:
    """The rows of leaders by family name, whoever else may bear it."""
    found: dict[str, set[_Years]] = defaultdict(set)
    for row in read(TABLES / "leaders.tsv"):
        words = _words(row["name"])
        family = words[0] if row["party"] in _FAMILY_FIRST else words[-1]
        found[family].add(_Years(row["party"], int(row["first"]), int(row["last"])))
    return {family: tuple(sorted(rows)) for family, rows in found.items()}


@cache
def _families() -> dict[str, tuple[tuple[_Years, ...], ...]]:
    """The rows of each person by family name, of those names that may stand alone."""
    found: dict[str, dict[tuple[str, ...], set[_Years]]] = defaultdict(lambda: defaultdict(set))
    given: set[str] = set()
    for table in (
        "leaders.tsv",
        "officials.tsv",
    ):  # a leader is known by a name that is an official's given one
        led = frozenset(found)
        for row in read(TABLES / table):
            words = _words(row["name"])
            if len(words) < 2:
                continue
            first = row["party"] in _FAMILY_FIRST
            family = words[0] if first else words[-1]
            given.update(set(words[1:] if first else words[:-1]) - led)
            found[family][_key(words)].add(_Years(row["party"], int(row["first"]), int(row["last"])))
    return {
        family: tuple(tuple(sorted(rows)) for rows in people.values())
        for family, people in found.items()
        if len(family) >= _SHORTEST and family not in _COMMON and family not in given
    }


def _only(rows: tuple[_Years, ...]) -> str | None:
    """The party of all rows, or of a term that lies within the others: a minister sent to a body for a while."""
    parties = {r.party for r in rows}
    if len(parties) > 1:
        start, end = max(r.first for r in rows), min(r.last for r in rows)
        parties = {r.party for r in rows if (r.first, r.last) == (start, end)}
    return parties.pop() if len(parties) == 1 else None


def _distance(row: _Years, year: int) -> int:
    """Years between `year` and the years of the row; 0 within them."""
    return max(row.first - year, year - row.last, 0)


def _on(rows: tuple[_Years, ...], on: date | None) -> tuple[_Years, ...]:
    """The rows of a person that are nearest to the day, of those that it is not too far from."""
    if on is None:
        return rows
    rows = tuple(r for r in rows if r.first - _BEFORE <= on.year <= r.last + _AFTER)
    nearest = min((_distance(r, on.year) for r in rows), default=0)
    return tuple(r for r in rows if _distance(r, on.year) == nearest)


def _told(rows: tuple[_Years, ...], on: date | None) -> str | None:
    return _only(rows) if on is not None or len({r.party for r in rows}) == 1 else None


@cache
def known_holder(family: str, on: date) -> str | None:
    """The code of the state that a leader of this family name led on that day; of several namesakes, None.

    For names that stand behind a title ("President Bush"), where a short or a common one will do. Those who speak
    for a body count only where nobody speaks for a state.

    >>> known_holder("Bush", date(2005, 5, 1)), known_holder("Bush", date(1996, 5, 1))
    ('US', None)
    """
    rows = [r for r in _bearers().get(fold(family).lower(), ()) if r.first <= on.year <= r.last]
    rows = [r for r in rows if r.party not in BODIES] or rows
    return rows[0].party if len({r.party for r in rows}) == 1 else None


@cache
def known_party(name: str, on: date | None = None) -> str | None:
    """The code of the state or body that the person of this name is known to speak for, or None.

    `name` is a full name, in any order of words, or a family name that only people of one party bear. `on` is
    the day of the text: the person must have been prominent within three years after it or twelve before it.
    Who served several parties one after the other counts for the one served nearest to `on`. Doubt gives None.

    >>> known_party("Angela Merkel"), known_party("Netanyahu"), known_party("Ban Ki Moon", date(2010, 5, 1))
    ('DE', 'IL', 'UN')
    >>> known_party("John Smith"), known_party("Angela Merkel", date(1970, 1, 1))
    (None, None)
    """
    words = _words(name)
    key = _key(words)
    alone = bool(words) and all(w in _PARTICLES for w in words[:-1])
    rows = _full().get(key) or _full().get(_key([w for w in words if len(w) > 1])) or ()
    if rows := _on(rows, on):
        return _told(rows, on)
    if not alone:
        return None
    people = (_on(found, on) for found in _families().get(words[-1], ()))
    codes = {_told(found, on) for found in people if found}
    return codes.pop() if len(codes) == 1 else None
