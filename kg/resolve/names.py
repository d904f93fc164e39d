"""Names of people: folding, parsing, and whether two written forms can be one person's name.

Nothing here says that two people *are* the same: that takes state, post and time as well
(`kg.resolve.officials`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.spelling import consonants, fold, skeleton
from kg.vocab import BODIES


class Likeness(IntEnum):
    """How two written names stand to each other."""

    NONE = 0  # other given name, other ordinal, other family name: never one person by spelling
    WEAK = 1  # a part of the other and misspelled, too: nothing against it, and too little for it
    VARIANT = 2  # one typing error, another transliteration or another order: needs post and time as well
    PART = 3  # one has words, initials or an ordinal that the other lacks: may be several people's
    EQUAL = 4  # the same words, give or take spelling habits


# Words of a name that outlets write or leave out freely, and that never tell two people apart.
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "bin",
        "ibn",
        "ben",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "ter",
        "ten",
        "zu",
        "zur",
        "af",
        "av",
    ]
)

_ROMAN = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
)
# Marks of a generation, each with its one spelling. A lone "i", "v" or "x" is an initial, not an ordinal.
_MARKS = {word: word for word in _ROMAN if len(word) > 1} | {
    "jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr",
    "elder": "sr", "younger": "jr",
}  # fmt: skip
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "king",
        "queen",
        "prince",
        "princess",
        "sheikh",
        "sheikha",
        "gen",
    ]
)

# Short forms that outlets use of given names.
_SHORT_FORMS = {
    "bob": "robert", "bill": "william", "will": "william", "jim": "james", "mike": "michael",
    "joe": "joseph", "tom": "thomas", "tony": "anthony", "dick": "richard", "rick": "richard", "dan": "daniel",
    "chuck": "charles", "steve": "steven", "stephen": "steven", "ben": "benjamin", "ron": "ronald",
    "don": "donald", "ed": "edward", "ted": "edward", "al": "albert", "sam": "samuel", "greg": "gregory",
    "tim": "timothy", "jeff": "jeffrey", "ken": "kenneth", "liz": "elizabeth", "kate": "katherine",
}  # fmt: skip

# States whose people are written family name first in English-language news.
FAMILY_FIRST = frozenset(["CN", "HK", "KH", "KP", "KR", "MO", "SG", "TW", "VN"])


@dataclass(frozen=True, slots=True)
class Name:
    """A written name, taken apart.

    `words` are folded and lower case; `tokens` are their skeletons, in which spelling habits are levelled;
    particles, titles and marks are in neither. `mark` is "jr", "sr", "ii" … or "".
    """

    words: tuple[str, ...]
    tokens: tuple[str, ...]
    mark: str = ""

    @property
    def single(self) -> bool:
        """Whether it is one word only, as in "Abe"."""
        return len(self.tokens) == 1


@lru_cache(maxsize=65_536)
def slugify(text: str) -> str:
    """The text as a part of an IRI: lower-case ASCII words joined by hyphens; "" where nothing is left.

    >>> slugify("Ahn Gyu-back"), slugify("Nicolás Maduro"), slugify("王毅")
    ('ahn-gyu-back', 'nicolas-maduro', '')
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-")


@lru_cache(maxsize=65_536)
def parse(name: str) -> Name:
    """A written name, taken apart.

    >>> parse("Lee Jae-myung").tokens == parse("Lee Jae Myung").tokens
    True
    >>> parse("George H.W. Bush").words, parse("Abdullah II").mark
    (('george', 'h', 'w', 'bush'), 'ii')
    >>> parse("Gen Nakatani").words, parse("Gen. Mark Milley").words, parse("Ben-Gvir").words
    (('gen', 'nakatani'), ('mark', 'milley'), ('gvir',))
    """
    text = re.sub(r"\b([a-z])\.", r"\1 ", fold(name).replace("'", ""))
    words = [w for w in re.split(r"[^\w]+", text) if w]
    mark = ""
    if len(words) > 1 and words[-1] in _MARKS:
        mark = _MARKS[words.pop()]
        if len(words) > 1 and words[-1] == "the":
            words.pop()
    kept = [w for w in words[:-1] if w not in _PARTICLES and w not in _TITLES] + words[-1:]
    if len(words) == 2 and re.match(
        r"(gen|ben) ", text
    ):  # Gen Nakatani, Ben Wallace; not Gen. Milley, Ben-Gvir
        kept = words
    return Name(tuple(kept), tuple(skeleton(w) for w in kept), mark)


@lru_cache(maxsize=65_536)
def _long_form(token: str) -> str:
    return next((skeleton(long) for short, long in _SHORT_FORMS.items() if skeleton(short) == token), token)


def _spelling(a: str, b: str) -> Likeness:
    """How two words stand to each other: EQUAL, VARIANT, PART (an initial), or NONE."""
    if a == b:
        return Likeness.EQUAL
    if len(a) == 1 or len(b) == 1:
        return Likeness.PART if a[0] == b[0] else Likeness.NONE
    if a.endswith("a") != b.endswith("a"):
        return Likeness.NONE
    if _long_form(a) == _long_form(b):
        return Likeness.VARIANT
    first, second = consonants(a), consonants(b)
    if first == second and len(first) >= 4:  # shorter ones meet too often: Marta, Morita
        return Likeness.VARIANT
    shorter = min(len(a), len(b))
    if shorter >= 4 and a[0] == b[0] and sorted(a) == sorted(b) and OSA.distance(a, b) == 1:
        return Likeness.VARIANT  # two letters swapped
    allowed = 0 if shorter < 6 else 1 if shorter < 10 else 2  # typing errors; none in a short word
    if allowed and a[0] == b[0] and OSA.distance(a, b, score_cutoff=allowed) <= allowed:
        return Likeness.VARIANT
    return Likeness.NONE


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the words between first and last can be one person's: W. is not H. W., but is Walker."""
    if not a or not b or not any(len(word) == 1 for word in a + b):
        return True
    return len(a) == len(b) and all(_spelling(x, y) is not Likeness.NONE for x, y in zip(a, b, strict=True))


def _align(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[int, Likeness]] | None:
    """For every word of `short` its own counterpart in `long`, best first; None when one has none."""
    free = set(range(len(long)))
    found: dict[int, tuple[int, Likeness]] = {}
    for wanted in (Likeness.EQUAL, Likeness.VARIANT, Likeness.PART):
        for i, word in enumerate(short):
            if i in found:
                continue
            open_to = [j for j in sorted(free) if _may_stand_for(i, short, j, long)]
            j = next((j for j in open_to if _spelling(word, long[j]) is wanted), None)
            if j is not None:
                free.remove(j)
                found[i] = (j, wanted)
    return [found[i] for i in range(len(short))] if len(found) == len(short) else None


def _may_stand_for(i: int, short: tuple[str, ...], j: int, long: tuple[str, ...]) -> bool:
    """Whether a word of a name may be a word of a longer one, as far as their places go: a middle initial is
    nobody's first or last name, so that Robert H. Jackson is neither Robert Hansen nor Helen Jackson."""
    if len(long[j]) > 1 or len(short[i]) == 1 or len(short) == len(long):
        return True
    return (i == j == 0 and len(short) > 1) or (0 < i < len(short) - 1 and j > 0)


def _joined(a: Name, b: Name) -> bool:
    """Whether they differ only in where words are joined: Jae Myung / Jaemyung, Abdel Fattah / Abdulfattah."""
    whole = skeleton("".join(a.words))
    if any(whole == skeleton("".join(b.words[i:] + b.words[:i])) for i in range(len(b.words))):
        return True
    first, second = consonants(whole), consonants(skeleton("".join(b.words)))
    return first == second and len(first) >= 6 and a.tokens[-1] == b.tokens[-1]


@lru_cache(maxsize=262_144)
def compare(a: Name, b: Name) -> Likeness:
    """How two names stand to each other; symmetric.

    >>> def of(x, y): return compare(parse(x), parse(y)).name
    >>> of("Volodymyr Zelensky", "Volodymyr Zelenskyy"), of("Shinjiro Koizumi", "Koizumi Shinjiro")
    ('EQUAL', 'VARIANT')
    >>> of("Kim Jong-un", "Kim Jong-il"), of("George W. Bush", "George H.W. Bush")
    ('NONE', 'NONE')
    >>> of("George Bush", "George W. Bush"), of("Abdullah", "Abdullah II"), of("John Roe Jr.", "John Roe Sr.")
    ('PART', 'PART', 'NONE')
    """
    if a.mark and b.mark and a.mark != b.mark:
        return Likeness.NONE
    short, long = sorted((a.tokens, b.tokens), key=lambda tokens: (len(tokens), tokens))
    aligned = _align(short, long)
    if aligned is None:
        return (
            _with_mark(a, b, Likeness.EQUAL) if len(short) != len(long) and _joined(a, b) else Likeness.NONE
        )
    kinds = [kind for _, kind in aligned]
    if min(len(short), len(long)) > 1 and not _middles_agree(short[1:-1], long[1:-1]):
        return Likeness.NONE
    variants = kinds.count(Likeness.VARIANT)
    if variants > 1 or (variants and Likeness.EQUAL not in kinds):
        return Likeness.NONE
    if len(short) < len(long) or Likeness.PART in kinds:
        return Likeness.WEAK if variants else Likeness.PART
    in_order = [j for j, _ in aligned] == list(range(len(long)))
    return _with_mark(a, b, Likeness.VARIANT if variants or not in_order else Likeness.EQUAL)


def _with_mark(a: Name, b: Name, likeness: Likeness) -> Likeness:
    """A name that lacks the other's ordinal may be anybody's."""
    return likeness if a.mark == b.mark else Likeness.PART


def is_part(short: Name, long: Name) -> bool:
    """Whether `short` says less than `long` and nothing against it.

    >>> is_part(parse("George Bush"), parse("George W. Bush")), is_part(parse("S. Koizumi"), parse("Shinjiro Koizumi"))
    (True, True)
    >>> is_part(parse("John Roe Jr."), parse("John Roe Smith"))
    False
    """
    if compare(short, long) is not Likeness.PART or (short.mark and short.mark != long.mark):
        return False
    weight = [(len(n.tokens), sum(len(t) > 1 for t in n.tokens), n.mark != "") for n in (short, long)]
    return weight[0] < weight[1]


def family_words(name: Name, country: str | None) -> tuple[str, ...]:
    """The skeletons under which a one-word mention can mean this person.

    >>> family_words(parse("Ahn Gyu-back"), "KR"), family_words(parse("Shinzo Abe"), "JP")
    (('ahn', 'bak'), ('abe',))
    """
    tokens = name.tokens
    if len(tokens) == 1:
        return tokens
    if country in FAMILY_FIRST or country in BODIES:
        return tuple(dict.fromkeys((tokens[0], tokens[-1])))
    if country is None:
        return tuple(dict.fromkeys(tokens))
    return tuple(dict.fromkeys(token for token in tokens[1:] if len(token) > 1))


def family_name(written: str, country: str | None) -> str:
    """The family name as a word of a slug; a guess from the state's custom where there are several words.

    >>> family_name("Ahn Gyu-back", "KR"), family_name("Shinjiro Koizumi", "JP"), family_name("Xi", "CN")
    ('ahn', 'koizumi', 'xi')
    """
    words = parse(written).words
    if not words:
        return slugify(written)
    return words[0] if country in FAMILY_FIRST else words[-1]
