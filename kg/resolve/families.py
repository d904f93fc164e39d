"""Forms of names gathered into families: everything that could be one person by state and spelling.

A family is the neighbourhood within which persons are told apart (`kg.resolve.persons`): whether two
forms belong to one family is decided by these two forms alone, so a new form touches only the families
that it joins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.resolve.names import Likeness, compare, parse
from kg.resolve.unions import Union
from kg.vocab import BODIES

Form = tuple[str, str]  # (country or "", name as written)


def could_share(a: Form, b: Form) -> bool:
    """Whether two forms can be one person's, as far as state and spelling go.

    Across parties only with the same words: alike where one is a body (whose people come from states) or
    none is given, letter for letter between states (an article may be wrong about the state).

    >>> could_share(("KR", "Ban Ki-moon"), ("UN", "Ban Ki Moon")), could_share(("US", "Jon Roe"), ("GB", "Jon Roe"))
    (True, True)
    >>> could_share(("US", "Jon Roe"), ("US", "Jane Roe")), could_share(("CN", "Zhou Wei"), ("TW", "Zhu Wei"))
    (False, False)
    """
    if a[0] != b[0] and a[0] and b[0] and is_body(a[0]) == is_body(b[0]):
        return parse(a[1]).words == parse(b[1]).words
    likeness = compare(parse(a[1]), parse(b[1]))
    return likeness >= Likeness.VARIANT if a[0] == b[0] else likeness is Likeness.EQUAL


def is_body(code: str) -> bool:
    """Whether a code is an inter-governmental body's.

    >>> is_body("NATO"), is_body("AU"), is_body("JP")
    (True, False, False)
    """
    return code in BODIES


def is_short(form: Form) -> bool:
    """Whether the form is one word, which is never enough to found a family on."""
    return parse(form[1]).single


def form_keys(form: Form) -> tuple[str, ...]:
    """Keys of which two forms that `could_share` have one in common: words within a state, and the letters of
    the whole name for the same words elsewhere."""
    tokens = parse(form[1]).tokens
    letters = "".join(sorted("".join(tokens)))
    return (
        *(f"{form[0]}|{t}" for t in sorted(set(tokens)) if len(t) > 1),
        f"{form[0]}|{letters}",
        f"*|{letters}",
    )


def families(forms: Iterable[Form]) -> list[list[Form]]:
    """Forms of several words, gathered into those that could be one person's; sorted.

    >>> families([("KR", "Lee Jae Myung"), ("KR", "Lee Jae-myung"), ("KR", "Lee Jae-yong")])
    [[('KR', 'Lee Jae Myung'), ('KR', 'Lee Jae-myung')], [('KR', 'Lee Jae-yong')]]
    """
    known = sorted(set(forms))
    by_key: dict[str, list[Form]] = defaultdict(list)
    for form in known:
        for key in form_keys(form):
            by_key[key].append(form)
    union: Union[Form] = Union(known)
    for sharing in by_key.values():
        for i, a in enumerate(sharing):
            for b in sharing[i + 1 :]:
                if could_share(a, b):
                    union.join(a, b)
    return union.groups()
