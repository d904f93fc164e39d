"""Invented officials for the generated world: names of nine cultures, and how outlets misspell them.

Name stocks are common given and family names; who bears which is drawn at random. Spelling habits follow
what news agencies do: transliteration, diacritics dropped, hyphens, name order, middle names and second
surnames left out, typing errors. They know nothing of how `kg.resolve` levels spellings.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass

CULTURES: dict[str, tuple[list[str], list[str]]] = {  # given names, family names
    "anglo": (
        "James John Robert Michael William David Richard Joseph Thomas Charles Mary Patricia Jennifer Linda Elizabeth "
        "Barbara Susan Jessica Sarah Karen Peter Helen Andrew Julia Mark Kate Daniel Daniela Simon Simone".split(),
        "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson "
        "White Harris Clark Lewis Walker Hall Allen Young King Wright Hansen Hanson Bush Clinton Reed Reid".split(),
    ),
    "slavic": (
        "Volodymyr Sergey Dmitry Mikhail Andrey Oleksandr Yevgeny Vasily Nikolay Yury Maria Olena Tatyana Nataliya "
        "Viktor Anatoly Gennady Valery Alexey Ksenia".split(),
        "Ivanov Petrenko Zelinsky Kravchuk Medvedchenko Yushchenkov Romanov Sokolov Kuznetsov Volkov Morozov "
        "Rybakovsky Dmitriyev Shevchuk Bondarenko Tkachenko Lysenkov Kozlovsky Hrytsenko Melnyk".split(),
    ),
    "arabic": (
        "Mohammed Ahmed Abdullah Khalid Hassan Hussein Ali Omar Yousef Ibrahim Saleh Nasser Faisal Abdul-Rahman "
        "Abdel-Fattah Mahmoud Mustafa Tariq Fatima Aisha".split(),
        "al-Sabah al-Thani al-Rashid al-Maliki Haddad Mansour al-Jubeir Khalifa al-Otaibi Shoukry el-Sayed "
        "al-Hashimi Qasim al-Zayani bin-Farhan Jaafari al-Ghamdi Suleiman al-Busaidi Darwish".split(),
    ),
    "korean": (
        "Jae-myung Seok-yeol Jae-in Geun-hye Myung-bak Dae-jung Young-sam Jong-hwan Kyung-wha Eui-yong Sung-nam "
        "Won-sik Gyu-back Hyun-chong Do-hoon Ki-moon Byung-se Yong-jin Jong-seok Tae-yong".split(),
        "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Shin".split(),
    ),
    "chinese": (
        "Jinping Keqiang Yi Jiechi Wei Zhaoxing Li Ping Xiaoming Jianguo Zhenya Tiankai Lijian Guoqiang Wen Hua "
        "Shengkun Qishan Zhanshu Fenghe".split(),
        "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin".split(),
    ),
    "japanese": (
        "Shinzo Taro Fumio Yoshihide Shinjiro Junichiro Yoko Makiko Sanae Takeshi Itsunori Toshimitsu Seiji Katsuya "
        "Nobuo Ichiro Kenichiro Akitaka Gen Hirofumi".split(),
        "Abe Kono Kishida Suga Koizumi Tanaka Sato Suzuki Takahashi Watanabe Ito Yamamoto Nakamura Kobayashi Kato "
        "Yoshida Yamada Sasaki Onodera Iwaya".split(),
    ),
    "iberian": (
        "José Juan Luis Carlos María Jorge Ricardo Fernando Álvaro Nicolás Héctor Andrés João António Marcelo "
        "Cristina Dilma Evo Rafael Tabaré".split(),
        "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Vázquez Gonçalves Lourenço Nóbrega "
        "Muñoz Peña Ibáñez Núñez Simões Araújo Castañeda".split(),
    ),
    "nordic": (
        "Jürgen Björn Søren Åsa Günther Käthe Jörg Lars Anders Ingrid Mette Frederik Wolfgang Heiko Annalena "
        "Niels Øystein Hanna Jens Mikael".split(),
        "Müller Köhler Schröder Løkke Jäger Grönholm Støre Weiß Lindström Håkansson Rasmussen Stubb Baerbock Maas "
        "Søreide Bøhler Gruber Schönfeld Nygård Åkesson".split(),
    ),
    "african": (
        "Nana Kwame Samuel Emmanuel Moussa Ousmane Paul Cyril Uhuru William Amina Ellen Blaise Alassane Ibrahim "
        "Yoweri Félix Joyce Goodluck Thabo".split(),
        "Mensah Akufo-Addo Diallo Traoré Keita Ouattara Kenyatta Ruto Museveni Zuma Mbeki Tshisekedi Banda Okonkwo "
        "Adebayo Sesay Kagame Nkrumah Issoufou Mahamat".split(),
    ),
}  # fmt: skip

NICKNAMES = {
    "James": "Jim",
    "Robert": "Bob",
    "William": "Bill",
    "Michael": "Mike",
    "Thomas": "Tom",
    "Joseph": "Joe",
}
FAMILY_FIRST = {"korean", "chinese"}


@dataclass(frozen=True)
class Person:
    """A true official: an id, a state, a culture, the parts of the name, and posts with years."""

    number: int
    country: str
    culture: str
    given: str
    middle: str
    family: str
    second: str  # second surname, or "Jr." and the like
    posts: tuple[tuple[str, str, int, int], ...]  # office, country or body, from year, to year (included)

    @property
    def full(self) -> str:
        """The name as a careful outlet writes it."""
        if self.culture in FAMILY_FIRST:
            return f"{self.family} {self.given}"
        return " ".join(part for part in (self.given, self.middle, self.family, self.second) if part)


def spelled(person: Person, rng: random.Random, outlet: int) -> str:
    """The full name as one outlet writes it: its habit for this person, the same in every article."""
    habit = random.Random(person.number * 1009 + outlet)
    given, middle, family, second = person.given, person.middle, person.family, person.second
    if habit.random() < 0.25:  # a quarter of the outlets have their own way with a name
        given, family = _habit(person.culture, habit, given), _habit(person.culture, habit, family)
    if middle and habit.random() < 0.5:
        middle = ""
    if second and not second.startswith(("Jr", "Sr")) and habit.random() < 0.6:
        second = ""
    if person.culture == "anglo" and habit.random() < 0.03:
        given = NICKNAMES.get(given, given)
    if person.culture == "japanese" and habit.random() < 0.08:
        given, family = family, given
    ordered = (family, given) if person.culture in FAMILY_FIRST else (given, middle, family, second)
    name = " ".join(part for part in ordered if part)
    return typing_error(name, rng) if rng.random() < 0.01 else name


def _habit(culture: str, habit: random.Random, word: str) -> str:
    """One word as an outlet with its own habits writes it."""
    if culture == "slavic":
        if word.endswith("ey"):
            return word.removesuffix("ey") + habit.choice(["ey", "ei", "ej"])
        if word.endswith("y"):
            return word.removesuffix("y") + habit.choice(["y", "iy", "yy", "ii", "i"])
        return (
            word.replace("Yu", "Iu").replace("kh", "h") if habit.random() < 0.3 else word.replace("ks", "x")
        )
    if culture == "arabic":
        word = habit.choice(
            [word, word.replace("al-", "el-"), word.replace("al-", "Al "), word.replace("al-", "")]
        )
        word = word.replace("Mohammed", habit.choice(["Mohamed", "Muhammad", "Mohammad"]))
        return habit.choice([word, word.replace("-", " "), word.replace("ou", "u"), word.replace("Kh", "H")])
    if culture == "korean":
        word = habit.choice([word, word.replace("-", " "), word.replace("-", "")])
        return habit.choice([word, word.replace("eo", "u"), word.replace("yung", "yeong")])
    if culture == "chinese":
        return word[:3] + "-" + word[3:] if len(word) > 6 and habit.random() < 0.2 else word
    if culture in ("iberian", "african"):
        return plain(word)
    if culture == "nordic":
        if habit.random() < 0.5:
            for letter, pair in {"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "ß": "ss"}.items():
                word = word.replace(letter, pair)
        return plain(word)
    return word


def plain(word: str) -> str:
    """Without diacritics, as an outlet with an ASCII wire prints it."""
    word = word.replace("ø", "o").replace("Ø", "O").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def typing_error(name: str, rng: random.Random) -> str:
    """The name with two letters swapped, one lost or one doubled, anywhere but at the start of a word."""
    places = [
        i
        for i in range(1, len(name) - 1)
        if name[i - 1].isalpha() and name[i].isalpha() and name[i + 1].isalpha()
    ]
    if not places:
        return name
    i = rng.choice(places)
    return rng.choice(
        [
            name[:i] + name[i + 1] + name[i] + name[i + 2 :],
            name[:i] + name[i + 1 :],
            name[:i] + name[i] + name[i:],
        ]
    )


def invent(
    rng: random.Random, number: int, country: str, culture: str, taken: set[tuple[str, str]]
) -> Person:
    """A new official with a name that nobody else of the state bears."""
    givens, families = CULTURES[culture]
    while True:
        given, family = rng.choice(givens), rng.choice(families)
        middle = second = ""
        if culture == "anglo" and rng.random() < 0.35:
            middle = f"{rng.choice('ABCDEFGHJKLMNPRSTW')}."
        if culture == "iberian":
            middle = rng.choice(givens) if rng.random() < 0.25 else ""
            second = rng.choice(families) if rng.random() < 0.4 else ""
        if (given, family) not in taken:
            taken.add((given, family))
            return Person(number, country, culture, given, middle, family, second, ())
