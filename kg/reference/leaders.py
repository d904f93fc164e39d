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
    abrams abubakar adhikari aharon ahmadi akhtar alarcon albuquerque alencar alexis alonso alvarado alvarez
    amador andersson andrews antonov antunes ardenne arthur asquith atalay atanasov austin baldwin baloch
    banerjee bannon barbosa barnes barrack barrow barton baumann bayraktar beatty becker bekele belaunde
    bellamy bellingham benedetti bernier bishop bismuth biswas blanchard blanco bloomberg bloomfield
    blumenthal borges borodin bosque boucher bowman bradley braithwaite branco brennan bristow brooks browne
    bruijn bunker butler caballero cabanas camara camilla campbell cannon cardenas carneiro carrillo carson
    carter castillo castro celeste centeno cepeda chacon chamberlin chambers chapman chatterjee chatty
    chaudhry chauhan cheong chevallier childers christian cienfuegos cisneros clapper clark clarke clements
    clifford clinton coleman coloma colombo compton connally cooper cordoba cousin crespo crowley cuerpo
    cunningham dahlgren daniel darwish davidson davies davila davoudi dawson delattre demetriou dempsey
    denisov dialla diallo dominguez donaldson doughty douglas downer dragone driscoll dunbar duncan duquesne
    durant durrani dwivedi eagleton earnest edelstein edmond edwards eggleton ekinci eliassen elliott emanuel
    emerson erichsen evans everts faulkner feller fernandez ferrand ferraro ferreira ferrer filipov fischer
    fisher fitzgerald flaherty fleischer fleming fletcher fontaine fortier foster foucher francis franco
    francos franks fraser fujimura fujisaki fulbright furlan gallagher galloway galvez garcia garland garner
    garzon gaspar gavrilov georgescu ghafoor gibson gilmour girardin giraud giuliani goldberg goldschmidt
    goldstone gomez goncalves gonzales gonzalez gordon gorton gouveia graber graham grande granholm griffin
    griffiths grossman guajardo guerini guerra guerreiro guevara guimaraes gutierrez haddadi hagerty haglund
    haines hakeem hakimi halabi haleem hameed hamilton hammond hanafi hanley hannay hansen harding harish
    harney haroon harriman harris harrison hartley hartling hartman hasegawa hashimi hassan hassani hatami
    hauser hayden heemskerk henderson henry hernandez herrera hewitt heymann hidalgo hillen hirano hirsch
    hoffmann holder holmes hooker hosseini howard howells hubbard huddleston hudson hughes hummel humphrey
    hunter hussain hussein husseini hutchison hutton ibarra ibrahim ibrahimovic ichikawa igarashi ishihara
    islami ivanov ivanovic jablonski jackson jacobs jacobson jafari jaffar jakobson jalali james jaramillo
    jardim jenkins jensen jimenez johansen johnson jordaan jordan jovanovic juliana kamara kariuki karlsson
    karpov kawamura kebede keller kelly kennedy kenney khalidi khalil khalili khalis khattab kirkpatrick
    kitamura kohout koller kostenko kovacs kumagai kuznetsov lambert lamont landau lantos larsen laurel
    laurent lawson leblanc leclerc legendre lenihan leonard lerner lester letizia lewandowski lilley lincoln
    linhart lockhart losada lowenstein lucas macdonald mackenzie maclaren madani madeira madrid mahajan
    maharani mahmood mahmoud malhotra mallet mandic mandon manning mansfield manuel marchi marjanovic marker
    markovic marriott marshall martin martinez martino marzouk mason matlock maxima mayhew mccallum mccarthy
    mcconnell mcdonald mcdougall mcdowell mcfarlane mchenry mckenna mcmahon mcnamara medici medina meller
    melnyk mendes mendez menendez mercado mercer messmer messner meyer michaelides michel milkov miller
    millett milling miranda mironov mitchell mohammadi mohammed molina montagne montas montero moreno morgan
    moriarty moriyama morozov morris mortimer morton mountain mousavi mueller mullen munoz murphy murray
    muslim mustafa najafi najjar nakagawa nakayama natali navarro nelson nemeth neumann nguyen nielsen nielson
    nilsson nishimura nissim nixon norman nyberg oakley obrien ocampo oconnor okennedy olesen oliveira
    olszewski oneill ordonez ortega osborne osullivan ouellet palmer pandey parker parodi parris parsons
    pascual pasqua patel paterson patino patterson paudel pavlov peacock pearson pedroso pereira perez perkins
    peters petersen peterson petrides pfister phillips pickering pierce pierre pimentel pinheiro pinzon porras
    porter powell pradhan preston pringle qattan quintin qureshi radulovic rahimi rahman ramirez ramos ramsey
    rasheed ratcliffe reding redman redmond reeker rehman restrepo reuben reynolds rezaei rhodes richards
    richardson ricketts ritter rivera riviere robbins roberts robertson robinson rockefeller rockwell
    rodriguez rogers rollins romana romanov romero rosenberger rubinstein ruddock ruffini russel russell
    safari safavi salles salmon sampedro sampson sanders sandhu sandoval sandvik santos sarmento saxena schenk
    schmid schmidt schneider schulze schumann schweitzer semyonov serrano sessions severin shaikh shannon
    shapiro sharma shavit shearer sheikh shelton shrestha shukla shultz siddiq silveira silvia simion simmonds
    simonet simons simpson singer siregar smith soares somers somogyi sotelo spencer spicer spinola stefanovic
    steinberg steiner stephen stevens stewart strong stuart sturgeon suarez sugiyama sullivan sultan
    sutherland symonds symons talbott talboys tamaki tanner taylor thaler thomas thompson thomsen thomson
    thornton thorpe tikhonov tiwari todorov tolentino tomita torres trenta trujillo turkmen turner upadhyay
    valdes valenzuela valera vargas vasquez vazquez velasco velasquez ventura villegas villiers vinogradov
    wagner walker wallace walters warren watanabe watson weaver webster weston whipps whitaker wicker wickman
    wilkins wilkinson william williams wilson winston wolski woodward wright yakovlev yamaguchi yamamoto
    yamasaki yamazaki yildiz yilmaz yoshikawa yoshimura young younger yousif zahran zainuddin zambrano ziegler
    zimmermann zuniga
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
