"""Joins the page's ES modules into one script, without a tool chain.

A module here imports only with `import { a, b as c } from "./other.js";` and exports
only with `export function`, `export class` or `export const` at the start of a line. Each becomes a
function that gives back what it exports, so names of one module never meet those of another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([\w$,\s]+)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) ([\w$]+))", re.MULTILINE)
_LEFT = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


def bundle(modules: Mapping[str, str], start: str) -> str:
    """One script of the modules that `start` needs; `modules` maps names ("dates") to source.

    >>> print(bundle({"a": 'import { b } from "./b.js";\\nb();', "b": "export function b() {}"}, "a"))
    "use strict";
    (() => {
    const $b = (() => {
    function b() {}
    return { b };
    })();
    const $a = (() => {
    const { b } = $b;
    b();
    return {  };
    })();
    })();
    """
    parts = [_wrapped(name, modules[name]) for name in _ordered(modules, start)]
    return '"use strict";\n(() => {\n' + "".join(parts) + "})();"


def _ordered(modules: Mapping[str, str], start: str) -> list[str]:
    """Module names, each after all that it imports."""
    found: list[str] = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise ValueError(f"modules import each other in a circle: {' → '.join([*above, name])}")
        if name in found:
            return
        for _, other in _IMPORT.findall(modules[name]):
            visit(other, (*above, name))
        found.append(name)

    visit(start, ())
    return found


def _wrapped(name: str, source: str) -> str:
    exported = _EXPORT.findall(source)
    body = _IMPORT.sub(lambda found: f"const {{ {_names(found[1])} }} = ${found[2]};", source)
    body = _EXPORT.sub("", body)
    if left := _LEFT.search(body):
        raise ValueError(f"{name}.js: cannot join this line: {left[0].strip()}")
    return f"const ${name} = (() => {{\n{body.strip()}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _names(listed: str) -> str:
    """What stands between the braces of an import, as it stands where an object is taken apart."""
    names = (name.strip().replace(" as ", ": ") for name in listed.split(","))
    return ", ".join(name for name in names if name)
